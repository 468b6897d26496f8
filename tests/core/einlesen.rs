//! Import of lists: the sample files with their counts, hostile files, values there and back.

mod beispiele;
mod eigenschaften;
mod feindlich;
mod form;
mod werte;
mod zuordnung;

use std::cell::Cell;
use std::convert::Infallible;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use iks_core::einlesen::{
    Abbruch, Abweisungsgrund, Anzeigespalte, Auswahleinheit, CsvAusgabe, Dateiformat, DatumFehler,
    Datumsspalte, Einheit, EinleseFehler, Feld, Importergebnis, Kontrollvorgabe, Leseoptionen, Spaltenart,
    Trennzeichen, Vorschau, Zeichensatz, Zuordnung, abgleich, betrag_cent, bezeichner, datum, entschaerft,
    lesen, pruefe, vorschau,
};
use proptest::prelude::*;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

fn fixture(name: &str) -> PathBuf {
    let mut pfad = Path::new(env!("CARGO_MANIFEST_DIR"));
    loop {
        let kandidat = pfad.join("tests/fixtures").join(name);
        if kandidat.exists() {
            return kandidat;
        }
        pfad = pfad.parent().expect("tests/fixtures above the crate");
    }
}

fn datei(name: &str, inhalt: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join(name);
    std::fs::write(&pfad, inhalt).unwrap();
    (ordner, pfad)
}

fn zuordnung(einheit: Auswahleinheit) -> Zuordnung {
    Zuordnung {
        auswahleinheit: einheit,
        nummer: "BG-Nummer".to_owned(),
        schluessel: Vec::new(),
        team: None,
        betrag: None,
        datum: None,
        schichten: Vec::new(),
        anzeige: Vec::new(),
    }
}

fn leistung() -> Zuordnung {
    let anzeige = |s: &str| Anzeigespalte { spalte: s.to_owned(), titel: s.to_owned() };
    Zuordnung {
        team: Some("Team".to_owned()),
        betrag: Some("Leistung mtl. (€)".to_owned()),
        schichten: vec!["Standort".to_owned()],
        anzeige: vec![anzeige("Bescheidart"), anzeige("Bescheiddatum")],
        ..zuordnung(Auswahleinheit::Fall)
    }
}

fn importiere(pfad: &Path, z: &Zuordnung) -> Result<(Importergebnis, Vec<Einheit>), Abbruch<Infallible>> {
    let mut einheiten = Vec::new();
    let ergebnis = pruefe(
        pfad,
        &Leseoptionen::default(),
        z,
        &mut |e| {
            einheiten.push(e);
            Ok::<(), Infallible>(())
        },
        &|_| false,
    )?;
    assert_eq!(ergebnis.uebernommen as usize, einheiten.len());
    assert_eq!(ergebnis.gelesen, ergebnis.uebernommen + ergebnis.abgewiesen);
    Ok((ergebnis, einheiten))
}

fn einlesefehler(pfad: &Path) -> EinleseFehler {
    vorschau(pfad, &Leseoptionen::default()).expect_err("must be refused")
}

fn liste(pfad: &Path) -> Vorschau {
    vorschau(pfad, &Leseoptionen::default()).unwrap()
}

fn archiv(teile: &[(&str, &[u8])]) -> Vec<u8> {
    let mut w = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, inhalt) in teile {
        w.start_file(*name, SimpleFileOptions::default()).unwrap();
        w.write_all(inhalt).unwrap();
    }
    w.finish().unwrap().into_inner()
}

pub fn mappe(zeilen: &str, texte: Option<&str>) -> Vec<u8> {
    let blatt = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{zeilen}</sheetData></worksheet>"#
    );
    mappe_roh(blatt.as_bytes(), texte)
}

pub fn mappe_roh(blatt: &[u8], texte: Option<&str>) -> Vec<u8> {
    const BUCH: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const BEZUEGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    const PAKET: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let mut teile: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", PAKET.as_bytes()),
        ("xl/workbook.xml", BUCH.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BEZUEGE.as_bytes()),
        ("xl/worksheets/sheet1.xml", blatt),
    ];
    if let Some(t) = texte {
        teile.push(("xl/sharedStrings.xml", t.as_bytes()));
    }
    archiv(&teile)
}
