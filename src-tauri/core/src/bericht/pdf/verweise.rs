//! Links: the areas of a page that lead elsewhere, as annotations.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::struktur::{Knoten, Rolle, Ziel};
use super::super::zeichnung::{Lage, Marke, Ort, Zeichnung};
use super::gerundet;
use super::schreiber::text;

/// A link on one line of a page.
pub(super) struct Flaeche {
    pub(super) knoten: Knoten,
    pub(super) seite: usize,
    /// Key into the tree of parents.
    pub(super) schluessel: usize,
    pub(super) objekt: ObjectId,
    /// Left, upper, right, lower edge.
    kanten: [f32; 4],
}

/// Finds the areas from what is drawn of each link; keys begin behind those of the pages.
pub(super) fn flaechen(zeichnung: &Zeichnung, dokument: &mut Document) -> Vec<Flaeche> {
    let mut alle: Vec<Flaeche> = Vec::new();
    for (seite, blatt) in zeichnung.seiten.iter().enumerate() {
        for teil in &blatt.teile {
            let Marke::Inhalt(knoten) = teil.marke else { continue };
            if !matches!(zeichnung.baum.element(knoten).rolle, Rolle::Verweis { .. }) {
                continue;
            }
            let [x0, y0, x1, y1] = teil.form.flaeche();
            match alle
                .last_mut()
                .filter(|f| f.knoten == knoten && f.seite == seite && (f.kanten[1] - y0).abs() < 1.0)
            {
                Some(f) => {
                    f.kanten = [f.kanten[0].min(x0), f.kanten[1], f.kanten[2].max(x1), f.kanten[3].max(y1)]
                }
                None => alle.push(Flaeche {
                    knoten,
                    seite,
                    schluessel: zeichnung.seiten.len() + alle.len(),
                    objekt: dokument.new_object_id(),
                    kanten: [x0, y0, x1, y1],
                }),
            }
        }
    }
    alle
}

/// Writes an annotation for each area; returns those of each page.
pub(super) fn anmerkungen(
    dokument: &mut Document,
    zeichnung: &Zeichnung,
    flaechen: &[Flaeche],
    seiten: &[ObjectId],
) -> Vec<Vec<ObjectId>> {
    let mut je_seite = vec![Vec::new(); seiten.len()];
    for f in flaechen {
        let Rolle::Verweis { ziel, text: sagt } = &zeichnung.baum.element(f.knoten).rolle else {
            continue;
        };
        let [x0, y0, x1, y1] = f.kanten;
        let h = zeichnung.lage.hoehe();
        let kanten: Vec<Object> = [x0, h - y1, x1, h - y0].map(|k| Object::Real(gerundet(k))).to_vec();
        let mut eintrag = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => kanten,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed, not hidden.
            "F" => 4,
            "Contents" => text(sagt),
            "StructParent" => i64::try_from(f.schluessel).unwrap_or(i64::MAX),
        };
        if let Some(seite) = seiten.get(f.seite) {
            eintrag.set("P", *seite);
        }
        fuehre(&mut eintrag, ziel, zeichnung, seiten);
        dokument.objects.insert(f.objekt, Object::Dictionary(eintrag));
        if let Some(liste) = je_seite.get_mut(f.seite) {
            liste.push(f.objekt);
        }
    }
    je_seite
}

fn fuehre(eintrag: &mut Dictionary, ziel: &Ziel, zeichnung: &Zeichnung, seiten: &[ObjectId]) {
    let ort = match ziel {
        Ziel::Adresse(adresse) => {
            let aktion = dictionary! { "S" => "URI", "URI" => Object::string_literal(adresse.as_str()) };
            eintrag.set("A", aktion);
            return;
        }
        Ziel::Ueberschrift(n) => zeichnung.lesezeichen.get(*n).map(|l| l.ort),
        Ziel::Fussnote(n) => zeichnung.fussnoten.get(*n).copied(),
    };
    if let Some(ort) = ort {
        eintrag.set("Dest", stelle(ort, zeichnung.lage, seiten));
    }
}

/// A place on a page, a little above the text; the viewer keeps its magnification.
pub(super) fn stelle(ort: Ort, lage: Lage, seiten: &[ObjectId]) -> Vec<Object> {
    let seite = seiten.get(ort.seite).map_or(Object::Null, |id| (*id).into());
    vec![seite, "XYZ".into(), Object::Null, (lage.hoehe() - ort.y + 4.0).round().into(), Object::Null]
}
