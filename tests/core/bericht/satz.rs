//! Layout: notes, spans, contents, links, single lines.

use super::{mit, muster};
use iks_core::bericht::modell::{Block, Spalte, Stufe, Tabelle, Text, Zeile, Zelle};
use iks_core::bericht::struktur::Rolle;
use iks_core::bericht::zeichnung::{Form, Marke, Zeichnung};
use iks_core::bericht::{BerichtFehler, als_pdf, zeichne};

/// Page, base line, text and role of everything that is content.
fn inhalte(z: &Zeichnung) -> Vec<(usize, f32, String, Rolle)> {
    let mut alle = Vec::new();
    for (i, seite) in z.seiten.iter().enumerate() {
        for teil in &seite.teile {
            if let (Marke::Inhalt(k), Form::Text { y, text, .. }) = (teil.marke, &teil.form) {
                alle.push((i, *y, text.clone(), z.baum.element(k).rolle.clone()));
            }
        }
    }
    alle
}

#[test]
fn fussnote_steht_am_fuss_der_seite_ihrer_zahl() {
    // Wherever the paragraph falls, also at the lower edge, where the note takes away its room.
    for davor in 30..60 {
        let mut bloecke: Vec<Block> = (0..davor).map(|_| Block::Absatz("Zeile".into())).collect();
        let absatz = Text::from("Ein Satz").fussnote("Eine Anmerkung mit mehr als einer Zeile. ".repeat(6));
        bloecke.push(Block::Absatz(absatz.und(", der weitergeht.")));
        bloecke.push(Block::Absatz("Danach".into()));
        let alle = inhalte(&zeichne(&mit(bloecke)).unwrap());
        let zahl = alle.iter().find(|(.., r)| matches!(r, Rolle::Verweis { .. })).unwrap();
        let note: Vec<_> = alle.iter().filter(|(_, _, t, _)| t.contains("Anmerkung")).collect();
        assert!(note.len() > 1 && note.iter().all(|n| n.0 == zahl.0), "{davor}");
        let tiefstes = alle.iter().filter(|t| t.0 == zahl.0 && !t.2.contains("Anmerkung"));
        let kennung = alle.iter().rev().find(|(.., r)| *r == Rolle::Kennung).unwrap().1;
        assert!(tiefstes.filter(|t| t.3 == Rolle::Absatz).all(|t| t.1 < kennung), "{davor}");
        assert!(note.iter().all(|n| n.1 < 772.0), "{davor}");
    }
}

#[test]
fn keine_zeile_eines_absatzes_steht_allein_auf_einer_seite() {
    let absatz = "Die Bewilligung erfolgte vorläufig; die abschließende Entscheidung steht aus. ".repeat(6);
    for davor in 30..60 {
        let mut bloecke: Vec<Block> = (0..davor).map(|_| Block::Absatz("x".into())).collect();
        bloecke.push(Block::Absatz(absatz.as_str().into()));
        let alle = inhalte(&zeichne(&mit(bloecke)).unwrap());
        let seiten: Vec<usize> = alle.iter().filter(|t| t.2 != "x").map(|t| t.0).collect();
        assert!(seiten.len() >= 4);
        for seite in 0..=seiten[seiten.len() - 1] {
            assert_ne!(seiten.iter().filter(|s| **s == seite).count(), 1, "{davor}: {seiten:?}");
        }
    }
}

#[test]
fn zelle_ueber_mehrere_zeilen_haelt_sie_zusammen() {
    for davor in 30..60 {
        let mut bloecke: Vec<Block> = (0..davor).map(|_| Block::Absatz("x".into())).collect();
        bloecke.push(Block::Tabelle(muster::spannen()));
        let alle = inhalte(&zeichne(&mit(bloecke)).unwrap());
        let seite = |text: &str| alle.iter().find(|t| t.2.starts_with(text)).unwrap().0;
        assert_eq!(seite("Nord"), seite("Süd"), "{davor}");
        assert_eq!(seite("Nord"), seite("Leistung"), "{davor}");
    }
}

#[test]
fn zellen_die_nicht_aufgehen_sind_ein_fehler() {
    let tabelle = |zeilen: Vec<Zeile>| {
        Block::Tabelle(Tabelle {
            spalten: vec![Spalte::links("A", 1.0), Spalte::links("B", 1.0)],
            zeilen,
            ..Tabelle::default()
        })
    };
    let breit = |spalten, zeilen| -> Zeile { [Zelle::ueber("x", spalten, zeilen)].into_iter().collect() };
    let eine: Zeile = ["y"].into_iter().collect();
    for (was, zeilen) in [
        ("zu breit", vec![breit(3, 1)]),
        ("zu schmal", vec![breit(1, 1)]),
        ("keine Spalte", vec![breit(0, 1), breit(2, 1)]),
        ("unter der letzten Zeile", vec![breit(2, 2)]),
        ("verdeckt", vec![breit(2, 2), eine]),
    ] {
        let ergebnis = als_pdf(&mit(vec![tabelle(zeilen)]));
        assert!(matches!(ergebnis, Err(BerichtFehler::Zellenzahl { .. })), "{was}: {ergebnis:?}");
    }
    // Rows held together that are taller than a page cannot be set.
    let hoch = "Wort ".repeat(3000);
    let zeilen = vec![
        [Zelle::ueber("x", 1, 2), hoch.as_str().into()].into_iter().collect(),
        ["y"].into_iter().collect(),
    ];
    assert!(matches!(als_pdf(&mit(vec![tabelle(zeilen)])), Err(BerichtFehler::ZuHoch { .. })));
}

#[test]
fn verweise_fuehren_dorthin_wo_es_steht() {
    let z = zeichne(&muster::bericht()).unwrap();
    let ueberschriften =
        muster::bericht().bloecke.iter().filter(|b| matches!(b, Block::Ueberschrift(..))).count();
    assert_eq!(z.lesezeichen.len(), ueberschriften);
    for l in &z.lesezeichen {
        let steht = z.seiten[l.ort.seite].teile.iter().any(|t| {
            t.marke == Marke::Inhalt(l.knoten)
                && matches!(t.form, Form::Text { y, .. } if y > l.ort.y && y < l.ort.y + 30.0)
        });
        assert!(steht, "{l:?}");
    }
    let d = lopdf::Document::load_mem(&als_pdf(&muster::bericht()).unwrap()).unwrap();
    let adressen: Vec<String> = d
        .objects
        .values()
        .filter_map(|o| o.as_dict().ok()?.get(b"A").ok()?.as_dict().ok()?.get(b"URI").ok())
        .map(|u| String::from_utf8_lossy(u.as_str().unwrap()).into_owned())
        .collect();
    assert_eq!(adressen, ["https://www.gesetze-im-internet.de/sgb_2/__11b.html", "https://example.org/"]);
}

#[test]
fn verzeichnis_ohne_ueberschriften_ist_erlaubt() {
    let inhalt = Block::Inhaltsverzeichnis { titel: "Inhalt".into(), bis: Stufe::Drei };
    super::konform::pruefe(&als_pdf(&mit(vec![inhalt])).unwrap());
}
