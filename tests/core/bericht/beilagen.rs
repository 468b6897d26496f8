//! The Prüferkoffer: a report with its raw rows inside, as PDF/A-3a.

use super::eigene::befunde;
use super::konform::funde;
use super::muster;
use iks_core::bericht::modell::{Beilage, Beilagenart, Bezug, Block, Stufe};
use iks_core::bericht::{Bericht, BerichtFehler, als_pdf};
use page_validation::ValidationProfile;

fn mit_beilagen() -> Bericht {
    let mut bericht = muster::bericht();
    let beilage = |name: &str, beschreibung: &str, art, bezug, inhalt: &[u8]| Beilage {
        name: name.into(),
        beschreibung: beschreibung.into(),
        art,
        bezug,
        inhalt: inhalt.to_vec(),
    };
    bericht.beilagen = vec![
        beilage(
            "ziehung.json",
            "Ziehungsprotokoll",
            Beilagenart::Json,
            Bezug::Quelle,
            b"{\"startwert\": \"517\"}",
        ),
        beilage(
            "einheiten.csv",
            "Gezogene Einheiten",
            Beilagenart::Csv,
            Bezug::Daten,
            "Nr;Prüfer\r\n1;QM-1\r\n".as_bytes(),
        ),
        beilage(
            "anleitung.txt",
            "So rechnen Sie nach",
            Beilagenart::Text,
            Bezug::Ergaenzung,
            "Öffnen Sie …\n".as_bytes(),
        ),
    ];
    bericht.bloecke.push(Block::Ueberschrift(Stufe::Eins, "5 Dateien".into()));
    bericht.bloecke.push(Block::Beilagen);
    bericht
}

#[test]
fn bericht_mit_beilagen_ist_pdf_a_3a_und_pdf_ua_1() {
    let bericht = mit_beilagen();
    let bytes = als_pdf(&bericht).unwrap();
    for profil in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        assert_eq!(funde(&bytes, profil), [] as [String; 0]);
    }
    assert!(!funde(&bytes, ValidationProfile::PdfA2a).is_empty(), "part 2 allows no such files");
    assert_eq!(befunde(&bytes, &bericht), [] as [String; 0]);
    assert_eq!(bytes, als_pdf(&bericht).unwrap());
}

/// `pdfdetach` gives back what was put in, under the same names.
#[test]
fn beilagen_kommen_unveraendert_wieder_heraus() {
    let bericht = mit_beilagen();
    let datei = super::datei(&bericht);
    datei.einwandfrei();
    let ordner = tempfile::tempdir().unwrap();
    datei.werkzeug("pdfdetach", &["-saveall", "-o", ordner.path().to_str().unwrap()], &[]);
    for b in &bericht.beilagen {
        assert_eq!(std::fs::read(ordner.path().join(&b.name)).unwrap(), b.inhalt, "{}", b.name);
    }
    let text = datei.seiten().concat().replace(' ', "");
    for b in &bericht.beilagen {
        use sha2::{Digest, Sha256};
        let hash: String = Sha256::digest(&b.inhalt).iter().map(|b| format!("{b:02x}")).collect();
        assert!(text.contains(&b.name) && text.contains(&hash), "{}", b.name);
    }
}

#[test]
fn beilagen_ohne_verzeichnis_sind_ein_fehler() {
    let mut bericht = mit_beilagen();
    bericht.bloecke.pop();
    assert!(matches!(als_pdf(&bericht), Err(BerichtFehler::Angabe { .. })));
}

/// Data that end in a carriage return or line feed, packed or not, keep their length.
#[test]
fn jedes_letzte_byte_eines_stroms_ist_erlaubt() {
    let mut bericht = mit_beilagen();
    // A packed stream ends with its checksum (Adler-32), whose last byte is the sum of all bytes.
    let mit_ende = |letztes: u32| {
        (0..)
            .map(|n| format!("Inhalt {n}"))
            .find(|t| (1 + t.bytes().map(u32::from).sum::<u32>()) % 256 == letztes)
    };
    bericht.beilagen = [13, 10]
        .map(|letztes| Beilage {
            name: format!("datei-{letztes}.txt"),
            beschreibung: "Probe".into(),
            art: Beilagenart::Text,
            bezug: Bezug::Daten,
            inhalt: mit_ende(letztes).unwrap().into_bytes(),
        })
        .to_vec();
    let bytes = als_pdf(&bericht).unwrap();
    let ende_auf_cr = bytes.windows(12).filter(|f| f.starts_with(b"\r\r\nendstream")).count();
    let ende_auf_lf = bytes.windows(12).filter(|f| f.starts_with(b"\n\r\nendstream")).count();
    assert!(ende_auf_cr > 0 && ende_auf_lf > 0, "the sample shows nothing: {ende_auf_cr}, {ende_auf_lf}");
    assert_eq!(funde(&bytes, ValidationProfile::PdfA3a), [] as [String; 0]);
}
