//! A Widerspruch from its letter to the period of the Klage, with a deadline that two people find for themselves.

use serde_json::json;

use crate::{
    fenster::Fenster,
    musterkreis::{PASSWORT, demohaus, wechsle},
};

#[tokio::test]
async fn widerspruch_vom_eingang_bis_zum_fristenbuch() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;
    wechsle(&f, "widerspruch", PASSWORT).await;
    eingang(&f).await;
    abweichung(&f).await;
    bescheid(&f).await;
    fristenbuch(&f, &ordner.path().join("fristenbuch.pdf")).await;
    f.schliessen().await;
}

/// Entered by hand; the steps of the deadline stand beside the form before anything is saved.
async fn eingang(f: &Fenster) {
    f.klicke("Widersprüche").await;
    f.warte_auf_h1("Widersprüche").await;
    f.bild("widerspruch-liste").await;
    f.ohne_barrieren("Widersprüche").await;
    f.klicke("Neues Verfahren").await;
    f.warte_auf_h1("Neues Verfahren").await;
    f.tippe("Fallnummer", "12345BG0000077").await;
    f.tippe("Name", "Erika Beispiel").await;
    f.tippe("Angefochtener Bescheid", "Aufhebungs- und Erstattungsbescheid").await;
    f.tippe("Bescheid vom", "02.03.2026").await;
    f.tippe("Aufgabe zur Post am", "02.03.2026").await;
    f.kreuze_an("Die Aufgabe zur Post ist in der Akte vermerkt").await;
    f.kreuze_an("Die Belehrung nennt die elektronische Form").await;
    f.tippe("Eingang im Haus", "20.03.2026").await;
    f.waehle("Sachgebiet", "Aufhebung, Erstattung und Aufrechnung").await;
    // Known on Friday 06.03.; one month ends on Easter Monday, so on Tuesday 07.04.2026.
    f.text_da("Ostermontag").await;
    f.text_da("Di 07.04.2026").await;
    f.bild("widerspruch-neu").await;
    f.ohne_barrieren("Neues Verfahren").await;
    f.klicke("Verfahren anlegen").await;
    f.text_da("Den Eingang gegenüber der Person bestätigen.").await;
    f.bild("widerspruch-verfahren").await;
    f.ohne_barrieren("Verfahren").await;
}

/// A deadline from a letter: the second person finds another day, and both settle it.
async fn abweichung(f: &Fenster) {
    f.klicke("Frist eintragen …").await;
    f.kreuze_an("Sonstige Frist").await;
    f.tippe("Worum es geht", "Stellungnahme an das Landratsamt").await;
    f.tippe("Woher der Tag stammt", "Schreiben vom 16.03.2026").await;
    f.tippe("Tag", "30.04.2026").await;
    f.klicke("Frist eintragen").await;
    f.text_da("Eine zweite Person ermittelt den Tag für sich.").await;
    f.schliesse_meldungen().await;
    // At the desk of the first: her day leaves the screen while the second one looks into the file.
    f.klicke("Hier gegenprüfen lassen …").await;
    f.text_weg("30.04.2026").await;
    f.bild("widerspruch-gegenpruefen").await;
    f.tippe("Selbst ermittelter Tag", "29.04.2026").await;
    f.tippe("Benutzername der zweiten Person", "widerspruch2").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Tag eintragen").await;
    f.text_da("Die beiden Tage weichen voneinander ab.").await;
    f.text_da("Bis beide denselben Tag mit Grund nennen, gilt der frühere.").await;
    f.bild("widerspruch-abweichend").await;
    f.schliesse_meldungen().await;
    f.klicke("Klären …").await;
    f.kreuze_an("Do 30.04.2026 (WS-1)").await;
    f.tippe("Grund", "Im Schreiben steht der 30.04.").await;
    f.klicke("Eintragen").await;
    f.text_da("Im Schreiben steht der 30.04.").await;
    f.klicke("Hier klären lassen …").await;
    f.kreuze_an("Do 30.04.2026 (WS-1)").await;
    f.tippe("Grund", "Verlesen, der 30.04. ist richtig").await;
    f.tippe("Benutzername der zweiten Person", "widerspruch2").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Eintragen").await;
    f.text_weg("abweichend").await;
    f.bild("widerspruch-geklaert").await;
}

/// Remedied in part, the rest decided, signed by the second person, sent: the period of the Klage runs.
async fn bescheid(f: &Fenster) {
    f.schliesse_meldungen().await;
    f.klicke("Eingang bestätigen …").await;
    f.tippe("Bestätigt am", "23.03.2026").await;
    f.klicke("Eintragen").await;
    f.klicke("Abhilfeprüfung beginnen …").await;
    f.tippe("Begonnen am", "24.03.2026").await;
    f.klicke("Eintragen").await;
    f.klicke("Teilweise abhelfen …").await;
    f.tippe("Neuer Bescheid vom", "20.04.2026").await;
    f.waehle("Grund des Erfolgs", "unzureichende Sachverhaltsaufklärung").await;
    f.bild("widerspruch-teilabhilfe").await;
    f.klicke("Eintragen").await;
    f.text_da("Den Bescheid entwerfen.").await;
    f.schliesse_meldungen().await;
    f.klicke("Bescheid entwerfen …").await;
    f.kreuze_an("zurückweisen").await;
    f.klicke("Eintragen").await;
    f.klicke("Zur Zeichnung vorlegen …").await;
    f.klicke("Vorlegen").await;
    f.klicke("Hier zeichnen lassen …").await;
    f.tippe("Benutzername der zweiten Person", "widerspruch2").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Zeichnen").await;
    f.schliesse_meldungen().await;
    f.klicke("Bescheid absenden …").await;
    f.tippe("Aufgabe zur Post am", "01.06.2026").await;
    f.kreuze_an("Die Aufgabe zur Post ist in der Akte vermerkt").await;
    f.kreuze_an("zur Hälfte").await;
    f.bild("widerspruch-absenden").await;
    f.klicke("Eintragen").await;
    // Known on Friday 05.06.; one month ends on Sunday 05.07., so on Monday 06.07.2026.
    f.text_da("Klagefrist").await;
    f.text_da("Mo 06.07.2026").await;
    f.bild("widerspruch-abgesandt").await;
    f.schliesse_meldungen().await;
    f.klicke("Umsetzung eintragen …").await;
    f.tippe("Umgesetzt am", "15.06.2026").await;
    f.klicke("Eintragen").await;
    f.klicke("Verfahren abschließen …").await;
    f.klicke("Eintragen").await;
    f.text_da("Das Verfahren ist erledigt.").await;
}

/// Everything of today as a list, and as a file.
async fn fristenbuch(f: &Fenster, datei: &std::path::Path) {
    f.schliesse_meldungen().await;
    f.klicke("Fristenbuch").await;
    f.warte_auf_h1("Fristenbuch").await;
    f.text_da("Abweichung geklärt").await;
    f.bild("widerspruch-fristenbuch").await;
    f.ohne_barrieren("Fristenbuch").await;
    f.klicke("Als PDF ausgeben").await;
    f.warte_auf_h1("Berichte").await;
    f.tippe("Datei", &datei.display().to_string()).await;
    f.klicke("Als PDF ausgeben").await;
    f.text_da("Der Bericht ist geschrieben. Prüfsumme (SHA-256):").await;
    f.bild("widerspruch-fristenbuch-bericht").await;
    let bytes = std::fs::read(datei).expect("the Fristenbuch was written");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    f.klicke("Widersprüche").await;
    f.warte_auf_h1("Widersprüche").await;
    f.klicke("Kalender").await;
    f.warte_auf_h1("Kalender").await;
    f.bild("widerspruch-kalender").await;
    f.ohne_barrieren("Kalender").await;
    let verstoss =
        f.versuche("frist.gegenpruefen", json!({"id": "x", "version": 1, "tag": "2026-02-31"})).await;
    assert_eq!(verstoss.expect_err("31.02. is no day")["code"], "eingabe");
}
