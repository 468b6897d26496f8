//! What printpdf leaves out: structure, metadata, outline, links, colour space, language.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::super::fehler::BerichtFehler;
use super::super::modell::{Beilage, Kopf};
use super::super::schrift::{Schrift, Schriften};
use super::super::struktur::Knoten;
use super::super::zeichnung::Zeichnung;
use super::struktur::Nummern;
use super::{beilagen, defekt, farbprofil, gliederung, metadaten, schreiber, struktur, verweise};

/// What the pages contain besides text and lines.
pub(super) struct Inhalte {
    /// Elements of the marked contents of each page, by number.
    pub(super) knoten: Vec<Vec<Knoten>>,
    /// Pictures by their names.
    pub(super) bilder: Dictionary,
}

pub(super) fn vollende(
    mut roh: Document,
    kopf: &Kopf,
    beilagen: &[Beilage],
    zeichnung: &Zeichnung,
    schriften: &Schriften,
    inhalte: &Inhalte,
) -> Result<Vec<u8>, BerichtFehler> {
    let seiten: Vec<ObjectId> = roh.page_iter().collect();
    let flaechen = verweise::flaechen(zeichnung, &mut roh);
    let nummern = Nummern { wurzel: reserviere(&mut roh, struktur::anzahl(&zeichnung.baum, seiten.len())) };
    let anmerkungen = verweise::anmerkungen(&mut roh, zeichnung, &flaechen, &seiten);
    seiteneintraege(&mut roh, &seiten, anmerkungen, &inhalte.bilder)?;
    versalhoehen(&mut roh, schriften)?;
    // In place of printpdf's, which carries a date of 1970 and a key for another standard.
    let info = roh.add_object(metadaten::info(kopf));
    if let Ok(alt) = roh.trailer.get(b"Info").and_then(Object::as_reference) {
        roh.objects.remove(&alt);
    }
    roh.trailer.set("Info", info);
    let metadaten = roh.add_object(metadaten::xmp(kopf, if beilagen.is_empty() { 2 } else { 3 }));
    let profil = roh.add_object(Stream::new(dictionary! { "N" => 3 }, farbprofil::srgb()));
    let gliederung = gliederung::gliederung(&mut roh, zeichnung, &seiten, nummern);
    let beilagen = beilagen::haenge_an(&mut roh, beilagen, kopf.erstellt);
    let katalog = roh.catalog_mut().map_err(defekt)?;
    if let Some((dateien, namen)) = beilagen {
        katalog.set("AF", dateien);
        katalog.set("Names", namen);
    }
    katalog.set("Lang", Object::string_literal(kopf.sprache.kennung()));
    katalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    katalog.set("MarkInfo", dictionary! { "Marked" => true });
    katalog.set("StructTreeRoot", (nummern.wurzel, 0));
    katalog.set("Metadata", metadaten);
    katalog.set(
        "OutputIntents",
        vec![Object::Dictionary(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => Object::string_literal("sRGB"),
            "Info" => Object::string_literal("sRGB IEC61966-2.1"),
            "DestOutputProfile" => profil,
        })],
    );
    if let Some(id) = gliederung {
        katalog.set("Outlines", id);
        katalog.set("PageMode", "UseOutlines");
    }
    let baum = struktur::objekte(zeichnung, nummern, &seiten, &inhalte.knoten, &flaechen);
    schreiber::bytes(roh, baum)
}

/// Takes numbers in a row that the document does not give to others; returns the first.
fn reserviere(roh: &mut Document, anzahl: usize) -> u32 {
    let erste = roh.max_id + 1;
    roh.max_id += u32::try_from(anzahl).unwrap_or(u32::MAX);
    erste
}

/// Reading order, the way back to the structure, links; one set of resources for all pages.
fn seiteneintraege(
    roh: &mut Document,
    seiten: &[ObjectId],
    anmerkungen: Vec<Vec<ObjectId>>,
    bilder: &Dictionary,
) -> Result<(), BerichtFehler> {
    let mut gemeinsam = None;
    for ((nummer, id), verweise) in (0i64..).zip(seiten).zip(anmerkungen) {
        let seite = roh.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(defekt)?;
        seite.set("Tabs", "S");
        seite.set("StructParents", nummer);
        seite.remove(b"Annots");
        if !verweise.is_empty() {
            seite.set("Annots", verweise.into_iter().map(Object::from).collect::<Vec<_>>());
        }
        let eigene = seite.get(b"Resources").and_then(Object::as_reference).map_err(defekt)?;
        match gemeinsam {
            None => gemeinsam = Some(eigene),
            Some(erste) => {
                seite.set("Resources", erste);
                roh.objects.remove(&eigene);
            }
        }
    }
    let Some(erste) = gemeinsam else { return Ok(()) };
    let quellen = roh.get_object_mut(erste).and_then(Object::as_dict_mut).map_err(defekt)?;
    let leer: Vec<ObjectId> = [&b"XObject"[..], b"ExtGState", b"Shading"]
        .into_iter()
        .filter_map(|art| quellen.remove(art))
        .filter_map(|o| o.as_reference().ok())
        .collect();
    if !bilder.is_empty() {
        quellen.set("XObject", bilder.clone());
    }
    for id in leer {
        roh.objects.remove(&id);
    }
    Ok(())
}

/// printpdf writes the ascender as cap height.
fn versalhoehen(roh: &mut Document, schriften: &Schriften) -> Result<(), BerichtFehler> {
    for objekt in roh.objects.values_mut() {
        let Ok(font) = objekt.as_dict_mut() else { continue };
        if !font.has_type(b"FontDescriptor") {
            continue;
        }
        let name = font.get(b"FontName").and_then(Object::as_name).map(<[u8]>::to_vec).unwrap_or_default();
        for schrift in Schrift::ALLE {
            if name.ends_with(schrift.name().as_bytes()) {
                font.set("CapHeight", i64::from(schriften.masse(schrift)?.versal));
            }
        }
    }
    Ok(())
}
