//! What printpdf leaves out: language, title display, outline, dates of the report, cap height,
//! compression, and a file identifier that is a hash instead of a counter.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::super::fehler::BerichtFehler;
use super::super::modell::Kopf;
use super::super::schrift::{Schrift, Schriften};
use super::super::zeichnung::{SEITE_H, Zeichnung};

pub(super) fn vollende(
    mut roh: Document,
    kopf: &Kopf,
    zeichnung: &Zeichnung,
    schriften: &Schriften,
) -> Result<Vec<u8>, BerichtFehler> {
    roh.version = "1.7".to_owned();
    let seiten: Vec<ObjectId> = roh.page_iter().collect();
    for id in &seiten {
        let seite = roh.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(schreiben)?;
        seite.remove(b"Annots");
    }
    versalhoehen(&mut roh, schriften)?;
    info(&mut roh, kopf);
    let gliederung = gliederung(&mut roh, zeichnung, &seiten);
    let katalog = roh.catalog_mut().map_err(schreiben)?;
    katalog.set("Lang", Object::string_literal(kopf.sprache.kennung()));
    katalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(id) = gliederung {
        katalog.set("Outlines", id);
        katalog.set("PageMode", "UseOutlines");
    }
    bytes(roh)
}

fn schreiben(fehler: lopdf::Error) -> BerichtFehler {
    BerichtFehler::Schreiben { grund: fehler.to_string() }
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

fn info(roh: &mut Document, kopf: &Kopf) {
    let datum = Object::string_literal(pdf_datum(kopf.erstellt));
    let eintraege = dictionary! {
        "Title" => text(&kopf.titel),
        "Subject" => text(&kopf.gegenstand),
        "Author" => text(&kopf.haus),
        "Creator" => text("IKS"),
        "Producer" => text("IKS"),
        "CreationDate" => datum.clone(),
        "ModDate" => datum,
    };
    // In place of printpdf's, which carries a date of 1970 and a key for another standard.
    match roh.trailer.get(b"Info").and_then(Object::as_reference) {
        Ok(id) => {
            roh.objects.insert(id, Object::Dictionary(eintraege));
        }
        Err(_) => {
            let id = roh.add_object(eintraege);
            roh.trailer.set("Info", id);
        }
    }
}

fn pdf_datum(zeit: DateTime<FixedOffset>) -> String {
    let versatz = zeit.offset().local_minus_utc();
    let vorzeichen = if versatz < 0 { '-' } else { '+' };
    let minuten = versatz.abs() / 60;
    format!("D:{}{vorzeichen}{:02}'{:02}'", zeit.format("%Y%m%d%H%M%S"), minuten / 60, minuten % 60)
}

/// UTF-16 with its mark: the one encoding every viewer reads umlauts from.
fn text(inhalt: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(inhalt.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The headings as a nested outline; `None` without headings.
fn gliederung(roh: &mut Document, zeichnung: &Zeichnung, seiten: &[ObjectId]) -> Option<ObjectId> {
    let marken = &zeichnung.lesezeichen;
    if marken.is_empty() {
        return None;
    }
    let wurzel = roh.new_object_id();
    let ids: Vec<ObjectId> = marken.iter().map(|_| roh.new_object_id()).collect();
    // The parent of a heading is the nearest one above it of a higher rank.
    let eltern: Vec<Option<usize>> =
        (0..marken.len()).map(|i| (0..i).rev().find(|j| marken[*j].stufe < marken[i].stufe)).collect();
    let kinder =
        |von: Option<usize>| -> Vec<usize> { (0..marken.len()).filter(|i| eltern[*i] == von).collect() };
    let alle: Vec<Vec<usize>> = (0..marken.len()).map(|i| kinder(Some(i))).collect();
    let oberste = kinder(None);
    for (i, marke) in marken.iter().enumerate() {
        let Some(seite) = seiten.get(marke.seite) else {
            continue;
        };
        let geschwister = eltern[i].map_or(&oberste, |e| &alle[e]);
        let mut eintrag = dictionary! {
            "Title" => text(&marke.text),
            "Parent" => eltern[i].map_or(wurzel, |e| ids[e]),
            "Dest" => vec![(*seite).into(), "XYZ".into(), Object::Null, (SEITE_H - marke.y + 4.0).round().into(), Object::Null],
        };
        let stelle = geschwister.iter().position(|g| *g == i).unwrap_or(0);
        if let Some(davor) = stelle.checked_sub(1).and_then(|s| geschwister.get(s)) {
            eintrag.set("Prev", ids[*davor]);
        }
        if let Some(danach) = geschwister.get(stelle + 1) {
            eintrag.set("Next", ids[*danach]);
        }
        // Negative: closed. Only the chapters are open at first.
        verweise(&mut eintrag, &alle[i], &ids, -1);
        roh.objects.insert(ids[i], Object::Dictionary(eintrag));
    }
    let mut kopf = dictionary! { "Type" => "Outlines" };
    verweise(&mut kopf, &oberste, &ids, 1);
    roh.objects.insert(wurzel, Object::Dictionary(kopf));
    Some(wurzel)
}

fn verweise(eintrag: &mut Dictionary, kinder: &[usize], ids: &[ObjectId], vorzeichen: i64) {
    if let (Some(erstes), Some(letztes)) = (kinder.first(), kinder.last()) {
        eintrag.set("First", ids[*erstes]);
        eintrag.set("Last", ids[*letztes]);
        eintrag.set("Count", vorzeichen * i64::try_from(kinder.len()).unwrap_or(i64::MAX));
    }
}

/// Compresses and writes. The identifier is the hash of the file written with zeros in its place.
fn bytes(mut roh: Document) -> Result<Vec<u8>, BerichtFehler> {
    roh.compress();
    let leer = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    roh.trailer.set("ID", vec![leer.clone(), leer]);
    let mut bytes = Vec::new();
    roh.save_to(&mut bytes).map_err(|f| BerichtFehler::Schreiben { grund: f.to_string() })?;
    let hash: String = Sha256::digest(&bytes).iter().take(16).map(|b| format!("{b:02X}")).collect();
    let platz = "0".repeat(32);
    for _ in 0..2 {
        let stelle = bytes
            .windows(32)
            .rposition(|f| f == platz.as_bytes())
            .ok_or_else(|| BerichtFehler::Schreiben { grund: "Kennung der Datei".to_owned() })?;
        bytes.splice(stelle..stelle + 32, hash.bytes());
    }
    Ok(bytes)
}
