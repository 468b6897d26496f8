//! What an auditor is answered with: a figure recalculated on the phone, and a report looked at before it is handed out.

use serde_json::json;

use crate::{fenster::Fenster, musterkreis::demohaus};

#[tokio::test]
async fn rechner_und_vorschau_eines_berichts() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;

    f.klicke("Berichte").await;
    f.warte_auf_h1("Berichte").await;
    f.klicke("Rechner").await;
    f.warte_auf_h1("Rechner").await;
    f.klicke("Fehlerquote").await;
    f.tippe("Grundgesamtheit", "600").await;
    f.tippe("Stichprobe", "100").await;
    f.tippe("Fehlerhaft", "8").await;
    f.text_da("Fehlerquote 8,0 %, mit 95 % Sicherheit höchstens 13,4 %").await;
    f.klicke("Ergebnis kopieren").await;
    // Copied, or shown and marked to be copied by hand; never nothing.
    f.bis_wahr("Kopie", "return /Kopiert: Ergebnis|Bitte\\s+mit Strg/.test(document.body.innerText)").await;
    f.bild("rechner").await;
    f.ohne_barrieren("Rechner").await;

    f.skript("location.hash = arguments[0]", vec![json!("#/bericht")]).await;
    f.warte_auf_h1("Berichte").await;
    f.tippe("Nummer der Prüfung", "FA-2023-001").await;
    // The page is a picture inside its own address: the window must draw it, not only hold it.
    f.bis_wahr(
        "Bild der ersten Seite",
        "const b = document.querySelector('.papier img, section img');
         return !!b && b.complete && b.naturalWidth > 100",
    )
    .await;
    f.bild("bericht-vorschau").await;
    f.ohne_barrieren("Berichte").await;
    f.klicke("Nächste Seite").await;
    f.bis_wahr("zweite Seite", "return [...document.querySelectorAll('input')].some((e) => e.value === '2')")
        .await;
    f.schliessen().await;
}
