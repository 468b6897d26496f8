//! A data breach that became known on a Friday afternoon: its 72 hours run over the weekend, it is assessed, reported
//! and closed, and the register leaves the house as PDF.

use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};

use crate::{
    fenster::Fenster,
    kern::wort,
    musterkreis::{PASSWORT, demohaus, wechsle},
};

#[tokio::test]
async fn datenschutzvorfall_am_freitagnachmittag() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;
    wechsle(&f, "dsb", PASSWORT).await;
    let freitag = letzter_freitag(&f).await;
    erfassen(&f, freitag).await;
    let id = vorfall(&f).await;
    uhr(&f, &id, freitag).await;
    melden(&f, &id).await;
    verzeichnis(&f, &ordner.path().join("verzeichnis.pdf")).await;
    // Each of the two sees her own registers and not the other's, whatever address she types.
    verschlossen(&f, "zuwendungen", "Zuwendungen", "zuwendung.liste").await;
    wechsle(&f, "akp", PASSWORT).await;
    verschlossen(&f, "vorfaelle", "Datenschutzvorfälle", "datenschutzvorfall.liste").await;
    f.schliessen().await;
}

/// The last Friday that is wholly over by the clock of the window: nothing becomes known in the future.
async fn letzter_freitag(f: &Fenster) -> NaiveDate {
    let heute = wort(&f.skript("return new Date().toISOString().slice(0, 10)", vec![]).await);
    let mut tag = heute.parse::<NaiveDate>().unwrap() - Days::new(1);
    while tag.weekday() != Weekday::Fri {
        tag = tag - Days::new(1);
    }
    tag
}

fn deutsch(tag: NaiveDate) -> String {
    tag.format("%d.%m.%Y").to_string()
}

/// Entered as it becomes known, without names.
async fn erfassen(f: &Fenster, freitag: NaiveDate) {
    f.klicke("Prüflisten").await;
    f.warte_auf_h1("Prüflisten").await;
    f.klicke("Datenschutzvorfälle").await;
    f.warte_auf_h1("Datenschutzvorfälle").await;
    f.bild("datenschutz-vorfaelle").await;
    f.klicke("Neuer Vorfall").await;
    f.warte_auf_h1("Neuer Datenschutzvorfall").await;
    f.tippe("Bekannt geworden am", &deutsch(freitag)).await;
    f.tippe("Uhrzeit", "14:30").await;
    f.tippe("Worum geht es?", "Bescheid an falsche Anschrift versandt").await;
    f.tippe("Hergang", "Beim Kuvertieren lag ein fremder Bescheid im Umschlag; der Empfänger rief an.").await;
    f.kreuze_an("Vertraulichkeit").await;
    f.kreuze_an("Name und Kontakt").await;
    f.kreuze_an("Leistung und Bescheide").await;
    f.tippe("Betroffene Personen", "1").await;
    f.bild("datenschutz-neu").await;
    f.ohne_barrieren("Neuer Datenschutzvorfall").await;
    f.klicke("Vorfall erfassen").await;
    f.text_da("Meldefrist").await;
    f.schliesse_meldungen().await;
}

/// The breach on the page.
async fn vorfall(f: &Fenster) -> String {
    wort(&f.skript("return location.hash.split('/').at(-1)", vec![]).await)
}

async fn detail(f: &Fenster, id: &str) -> Value {
    f.lesen("datenschutzvorfall.lesen", json!({"id": id})).await
}

/// 72 hours from the hour after, over the weekend: Monday 15:00. The clock stands in the window.
async fn uhr(f: &Fenster, id: &str, freitag: NaiveDate) {
    let d = detail(f, id).await;
    let montag = freitag + Days::new(3);
    let ende = wort(&d["uhr"]["ende"]);
    assert!(ende.starts_with(&format!("{montag}T15:00")), "{ende}");
    f.text_da(&format!("{}, 15:00", deutsch(montag))).await;
    let rest = wort(&f.skript("return document.querySelector('[role=timer]').innerText", vec![]).await);
    assert!(rest.starts_with("noch ") || rest.ends_with(" abgelaufen"), "{rest}");
    f.bild("datenschutz-uhr").await;
    f.ohne_barrieren("Datenschutzvorfall").await;
}

/// Assessed with a reason, reported with the reason if it comes late, and a note of what was changed.
async fn melden(f: &Fenster, id: &str) {
    f.klicke("Risiko bewerten …").await;
    f.kreuze_an("Risiko").await;
    f.tippe("Begründung", "Name und Höhe der Leistung lagen einer fremden Person vor.").await;
    f.klicke("Eintragen").await;
    f.text_da("Risiko bewertet").await;
    f.schliesse_meldungen().await;
    f.klicke("Meldung an den BfDI eintragen …").await;
    f.tippe("Zeichen der Meldung", "BfDI-2026-4711").await;
    if f.text().await.contains("Warum die Meldung später kommt") {
        f.tippe("Warum die Meldung später kommt", "Der Anruf wurde erst am Montag weitergegeben.").await;
    }
    f.bild("datenschutz-melden").await;
    f.klicke("Eintragen").await;
    f.text_da("An den BfDI gemeldet").await;
    f.schliesse_meldungen().await;
    let d = detail(f, id).await;
    assert_eq!(d["vorfall"]["lage"]["meldung"]["zeichen"], "BfDI-2026-4711");
    assert_eq!(d["uhr_laeuft"], false);
    f.bild("datenschutz-gemeldet").await;
    f.ohne_barrieren("Datenschutzvorfall, gemeldet").await;
}

/// The register of Art. 33 Abs. 5 DSGVO.
async fn verzeichnis(f: &Fenster, datei: &Path) {
    f.klicke("Datenschutzvorfälle").await;
    f.warte_auf_h1("Datenschutzvorfälle").await;
    f.klicke("Verzeichnis …").await;
    f.text_da("Bekannt geworden").await;
    f.bild("datenschutz-verzeichnis").await;
    f.klicke("Verzeichnis (PDF)").await;
    f.warte_auf_h1("Berichte").await;
    f.tippe("Datei", &datei.display().to_string()).await;
    f.klicke("Als PDF ausgeben").await;
    f.text_da("Die Datei ist geschrieben und verzeichnet. Prüfsumme (SHA-256):").await;
    assert!(std::fs::read(datei).expect("the register was written").starts_with(b"%PDF-1.7"));
}

/// A register that the person who is signed in may not see: no tab, no page, no answer.
async fn verschlossen(f: &Fenster, pfad: &str, titel: &str, abfrage: &str) {
    f.klicke("Prüflisten").await;
    f.warte_auf_h1("Prüflisten").await;
    assert!(!f.text().await.contains(titel), "{titel} is not offered");
    f.skript(&format!("location.hash = '#/pruefliste/{pfad}'"), vec![]).await;
    f.text_da("Diese Seite gibt es in dieser Version nicht oder Sie dürfen sie nicht sehen.").await;
    let liste =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
    let fehler = f.rufe("lesen", json!({"abfrage": {"name": abfrage, "daten": liste}})).await;
    assert_eq!(fehler.expect_err("not hers")["code"], "recht");
}
