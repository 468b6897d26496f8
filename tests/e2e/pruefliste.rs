//! A run of a Prüfliste from the plan to the released report: answers by keyboard, evidence with a file, a deviation, a
//! measure from it, the second person.

use std::path::Path;

use serde_json::{Value, json};

use crate::{
    boegen::IN_GRUPPE,
    fenster::Fenster,
    kern::{erste_id, wort, zeilen},
    musterkreis::{PASSWORT, demohaus, wechsle},
};

#[tokio::test]
async fn pruefliste_vom_plan_bis_zum_bericht() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;
    wechsle(&f, "dsb", PASSWORT).await;
    let id = planen(&f).await;
    antworten(&f, ordner.path()).await;
    abweichung(&f, &id).await;
    rest(&f, &id).await;
    vorlegen(&f, &id).await;
    wechsle(&f, "gf", PASSWORT).await;
    freigeben(&f, &id, &ordner.path().join("pruefliste.pdf")).await;
    f.schliessen().await;
}

/// The list of runs, and a run of its own with every question.
async fn planen(f: &Fenster) -> String {
    f.klicke("Prüflisten").await;
    f.warte_auf_h1("Prüflisten").await;
    f.bild("pruefliste-liste").await;
    f.ohne_barrieren("Prüflisten").await;
    let kataloge = f.lesen("pruefkatalog.liste", json!({})).await;
    let rahmen = json!({"ebene": "haus", "einheit_id": null, "von": "2026-10-01", "bis": "2026-11-30",
                        "rolle": "datenschutz", "faellig_am": "2027-02-28"});
    let anlegen =
        json!({"katalog_id": zeilen(&kataloge)[0]["katalog"]["id"], "rahmen": rahmen, "alle_fragen": true});
    let id = erste_id(&f.aendern("pruefliste.anlegen", anlegen).await);
    let nummer = wort(&f.lesen("pruefliste.lesen", json!({"id": id})).await["durchgang"]["nummer"]);
    f.klicke("Übersicht").await;
    f.warte_auf_h1("Übersicht").await;
    f.klicke("Prüflisten").await;
    f.warte_auf_h1("Prüflisten").await;
    f.oeffne_zeile(&nummer).await;
    f.text_da("Ist eine").await;
    id
}

/// Three answers by keyboard, a remark, and evidence with a file.
async fn antworten(f: &Fenster, ordner: &Path) {
    f.bild("pruefliste-durchgang").await;
    f.ohne_barrieren("Durchgang").await;
    f.tab_bis(IN_GRUPPE).await;
    f.taste("1").await;
    // Some questions come only with an answer.
    f.text_da("1 von 3").await;
    let datei = ordner.join("Bestellung.pdf");
    std::fs::write(&datei, b"%PDF-1.7 Bestellung der Datenschutzbeauftragten").unwrap();
    f.klicke("Nachweis hinzufügen …").await;
    f.tippe("Bezeichnung und Fundstelle", "Bestellungsschreiben, E-AKTE Organisation").await;
    f.tippe("Datum des Nachweises", "02.03.2026").await;
    f.tippe("Datei anhängen", &datei.display().to_string()).await;
    f.bild("pruefliste-nachweis").await;
    f.ohne_barrieren("Nachweis hinzufügen").await;
    f.klicke("Eintragen").await;
    f.text_da("Bestellung.pdf").await;
    f.schliesse_meldungen().await;
}

/// A deviation, and the measure that follows from it.
async fn abweichung(f: &Fenster, id: &str) {
    let detail = f.lesen("pruefliste.lesen", json!({"id": id})).await;
    let frage = wort(&detail["gestellt"][4]);
    let antwort = json!({"id": id, "frage": frage, "wert": "nicht_erfuellt", "version": 0,
                         "bemerkung": "Das Verzeichnis nennt zwei Verfahren nicht."});
    f.aendern("pruefliste.antworten", antwort).await;
    oeffne(f, id).await;
    f.klicke("Ergebnis").await;
    f.text_da("Abweichungen (1)").await;
    f.klicke("Maßnahme anlegen … zu Frage 5").await;
    f.warte_auf_h1("Neue Maßnahme").await;
    f.text_da("Das Verzeichnis nennt zwei Verfahren nicht.").await;
    f.tippe("Maßnahme", "Die beiden Verfahren in das Verzeichnis aufnehmen").await;
    f.kreuze_an("Prozess").await;
    f.waehle("Zuständig", "Datenschutz").await;
    f.tippe("Fällig am", "+3M").await;
    f.bild("pruefliste-massnahme").await;
    f.ohne_barrieren("Neue Maßnahme").await;
    f.klicke("Maßnahme anlegen").await;
    f.text_da("Die beiden Verfahren in das Verzeichnis aufnehmen").await;
    let wirkung = "umgesetzt, Wirkung nicht messbar";
    assert!(!f.text().await.contains(wirkung), "nothing is done yet");
    f.schliesse_meldungen().await;
    oeffne(f, id).await;
    f.klicke("Ergebnis").await;
    f.text_da("Die beiden Verfahren in das Verzeichnis aufnehmen").await;
    f.bild("pruefliste-abweichung").await;
    f.ohne_barrieren("Durchgang mit Abweichung").await;
}

/// The other answers as the window would send them.
async fn rest(f: &Fenster, id: &str) {
    loop {
        let detail = f.lesen("pruefliste.lesen", json!({"id": id})).await;
        let Some(luecke) = detail["luecken"].as_array().and_then(|l| l.first()).cloned() else { break };
        if luecke["art"] == "nachweis" {
            let nachweis = json!({"durchgang_id": id, "frage": luecke["frage"], "bezeichnung": "E-AKTE Organisation",
                                  "datum": "2026-11-02", "datei": Value::Null});
            f.aendern("pruefliste.nachweis_anlegen", nachweis).await;
        } else {
            let antwort = json!({"id": id, "frage": luecke["frage"], "wert": "erfuellt", "bemerkung": "", "version": 0});
            f.aendern("pruefliste.antworten", antwort).await;
        }
    }
}

async fn vorlegen(f: &Fenster, id: &str) {
    oeffne(f, id).await;
    f.klicke("Zur Freigabe vorlegen …").await;
    f.klicke("Vorlegen").await;
    f.text_da("Der Durchgang ist zur Freigabe vorgelegt.").await;
    f.schliesse_meldungen().await;
    f.bild("pruefliste-vorgelegt").await;
}

async fn oeffne(f: &Fenster, id: &str) {
    f.skript("location.hash = '#/uebersicht'", vec![]).await;
    f.warte_auf_h1("Übersicht").await;
    f.skript(&format!("location.hash = '#/pruefliste/{id}'"), vec![]).await;
    f.text_da("Datenschutz").await;
}

/// The second person releases, and the report leaves the house.
async fn freigeben(f: &Fenster, id: &str, datei: &Path) {
    oeffne(f, id).await;
    f.klicke("Freigeben …").await;
    f.klicke("Freigeben").await;
    f.text_da("Der Durchgang ist freigegeben.").await;
    f.schliesse_meldungen().await;
    f.bild("pruefliste-freigegeben").await;
    f.ohne_barrieren("Durchgang, freigegeben").await;
    f.klicke("Prüflistenbericht").await;
    f.warte_auf_h1("Berichte").await;
    f.tippe("Datei", &datei.display().to_string()).await;
    f.klicke("Als PDF ausgeben").await;
    f.text_da("Die Datei ist geschrieben und verzeichnet. Prüfsumme (SHA-256):").await;
    assert!(std::fs::read(datei).expect("the report was written").starts_with(b"%PDF-1.7"));
}
