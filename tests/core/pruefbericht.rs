//! The audit report as an auditor's tools read it.

mod muster;

use iks_core::bericht::als_pdf;
use iks_core::fachaufsicht::pruefbericht::pruefbericht;
use std::path::Path;
use std::process::Command;

/// Text of a PDF, white space made uniform.
pub fn text(pfad: &Path) -> String {
    let aus = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pfad).arg("-").output().unwrap();
    assert!(aus.status.success());
    String::from_utf8(aus.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `qpdf --check` finds nothing.
pub fn einwandfrei(pfad: &Path) {
    let aus = Command::new("qpdf").arg("--check").arg(pfad).output().unwrap();
    assert!(aus.status.success(), "{}", String::from_utf8_lossy(&aus.stderr));
}

fn gleichmaessig(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn bericht_sagt_was_die_auswertung_sagt() {
    let daten = muster::daten();
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("bericht.pdf");
    let bytes = als_pdf(&pruefbericht(&daten).unwrap()).unwrap();
    std::fs::write(&pfad, &bytes).unwrap();
    if let Some(ziel) = std::env::var_os("IKS_TEST_PRUEFBERICHT") {
        std::fs::write(ziel, &bytes).unwrap();
    }
    assert_eq!(bytes, als_pdf(&pruefbericht(&daten).unwrap()).unwrap());
    einwandfrei(&pfad);
    // Hyphens at the ends of lines are the engine's, not the sentence's.
    let ohne_trennung = |t: &str| gleichmaessig(t).replace(['-', '\u{2010}', '\u{ad}', ' '], "");
    let gelesen = ohne_trennung(&text(&pfad));
    let a = &daten.auswertung;
    for satz in a.saetze.iter().chain(&a.hinweise).chain([&a.definition]) {
        assert!(gelesen.contains(&ohne_trennung(satz)), "{satz}");
    }
    for stueck in [
        "51703389210466257814".to_owned(),
        daten.kopf.hash.clone(),
        "FA-2026-002, Ziehung 1".to_owned(),
        "nicht anerkannt".to_owned(),
        "BL-1".to_owned(),
        format!("iksctl protokoll pruefe --daten ORDNER --kopf {}", daten.kopf.hash),
    ] {
        assert!(gelesen.contains(&ohne_trennung(&stueck)), "{stueck}");
    }
    for abschnitt in &daten.abschnitte {
        for m in &abschnitt.merkmale {
            assert!(gelesen.contains(&ohne_trennung(&m.frage)), "{}", m.frage);
        }
    }
}
