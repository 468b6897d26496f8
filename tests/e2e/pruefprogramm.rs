//! A year's programme: planned for four teams and three months, released by two, one list a month, two months done and
//! one not, the year, a team's Rückmeldeliste, a measure and its effect check in the next year's programme.

use std::{collections::BTreeSet, path::Path, process::Command};

use chrono::{Datelike, Months, NaiveDate};
use iks_core::frist::Monat;
use serde_json::{Value, json};

use crate::{
    boegen::{ausfuellen, faelle, feststellungen, stellungnahme},
    fenster::Fenster,
    kern::{bezug, erste_id, wort, zeilen},
    musterkreis::{PASSWORT, demohaus},
};

const THEMA: &str = "Bewilligung und Weiterbewilligung";
const BEREICH: &str = "Leistungsgewährung";
const JE_TEAM: usize = 3;

/// The last three months of a year that are over.
struct Quartal {
    jahr: i32,
    monate: [u32; 3],
}

impl Quartal {
    fn vor(heute: NaiveDate) -> Self {
        let voriger = heute.checked_sub_months(Months::new(1)).unwrap();
        let (jahr, letzter) =
            if voriger.month() < 3 { (heute.year() - 1, 12) } else { (voriger.year(), voriger.month()) };
        Self { jahr, monate: [letzter - 2, letzter - 1, letzter] }
    }

    /// "Oktober 2026".
    fn titel(&self, i: usize) -> String {
        Monat(NaiveDate::from_ymd_opt(self.jahr, self.monate[i], 1).unwrap()).to_string()
    }
}

#[tokio::test]
async fn pruefprogramm_vom_plan_bis_zur_wirkungspruefung() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;
    let q = Quartal::vor(heute(&f).await);
    planen(&f, &q).await;
    let erste = monat_von_hand(&f, &q, ordner.path()).await;
    pruefen(&f, &erste, 6).await;
    schliessen(&f, &erste).await;
    let zweite = monat_durch_die_tueren(&f, &q, ordner.path()).await;
    pruefen(&f, &zweite, 0).await;
    schliessen(&f, &zweite).await;
    nicht_geprueft(&f, &q).await;
    jahr_auswerten(&f, &q).await;
    rueckmeldung(&f, &erste, &ordner.path().join("rueckmeldung.pdf")).await;
    massnahme(&f, &erste).await;
    f.schliessen().await;
}

/// The theme comes into the programme of the running year as a new Fassung: numbers by hand, agreed, released by two.
async fn planen(f: &Fenster, q: &Quartal) {
    zum_programm(f, &q.jahr.to_string()).await;
    f.bild("pruefprogramm-jahr").await;
    f.klicke("Neue Fassung beginnen …").await;
    f.tippe("Was ändert sich, und warum?", "Die Leistungsgewährung kommt hinzu.").await;
    f.klicke("Neue Fassung beginnen").await;
    f.klicke("Thema hinzufügen …").await;
    f.waehle("Prüfthema", THEMA).await;
    f.waehle("Bereich", BEREICH).await;
    f.bild("pruefprogramm-thema").await;
    f.klicke("Hinzufügen").await;
    for i in 0..q.monate.len() {
        let titel = q.titel(i);
        let (monat, _) = titel.split_once(' ').unwrap();
        for team in 1..=4 {
            let zelle = format!("Leistung {team}, {monat}");
            f.tippe(&zelle, &JE_TEAM.to_string()).await;
        }
    }
    f.klicke_in(BEREICH, "Festlegungen:").await;
    f.waehle("Wer prüft?", "Qualitätsmanagement").await;
    f.tippe_in(BEREICH, "Anteil der Gegenprüfung", "0").await;
    f.kreuze_an_in(BEREICH, "„Restliche offene auf Ja“ anbieten").await;
    f.tippe("Mit dem Datenschutz abgestimmt am", "heute").await;
    f.bild("pruefprogramm-entwurf").await;
    f.ohne_barrieren("Entwurf des Prüfprogramms").await;
    f.klicke("Entwurf speichern").await;
    f.klicke("Zur Freigabe vorlegen …").await;
    f.klicke("Zur Freigabe vorlegen").await;
    f.klicke("Hier freigeben lassen …").await;
    f.tippe("Benutzername der zweiten Person", "gf").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Freigeben").await;
    f.text_da("Geplant und geprüft").await;
    f.text_weg("Hier freigeben lassen").await;
    f.schliesse_meldungen().await;
}

/// One list for all teams, read and drawn by hand.
async fn monat_von_hand(f: &Fenster, q: &Quartal, ordner: &Path) -> String {
    zum_monat(f, q, 0).await;
    f.klicke(&format!("Prüfung anlegen: {THEMA}, {BEREICH}")).await;
    f.text_da("Bitte lesen Sie die Liste des Monats ein").await;
    f.schliesse_meldungen().await;
    f.tippe("Datei", &liste(ordner, 0).display().to_string()).await;
    f.klicke("Datei ansehen").await;
    f.waehle("BG-Nummer", "Nummer").await;
    f.waehle("Team", "Team").await;
    f.klicke("Weiter").await;
    f.tippe("Quellsystem", "Fachverfahren Leistung").await;
    f.tippe("Abfrage", "Bescheide des Vormonats, alle Teams").await;
    f.tippe("Anzahl laut Quellsystem", "80").await;
    f.klicke("Einlesen").await;
    f.text_da("Übernommen 80").await;
    f.klicke("Weiter zur Ziehung").await;
    f.kreuze_an("Die Ausschlüsse sind vollständig").await;
    f.klicke("Versiegeln").await;
    f.klicke("Startwert erzeugen lassen").await;
    f.klicke("Startwert erzeugen").await;
    f.klicke("Prüffälle ziehen").await;
    f.text_da("Eine Ziehung lässt sich nicht zurücknehmen.").await;
    f.klicke("Prüffälle ziehen").await;
    f.text_da("Die Prüffälle sind gezogen.").await;
    f.bild("pruefprogramm-ziehung").await;
    f.schliesse_meldungen().await;
    let id = wort(&f.skript("return location.hash.split('/')[2]", vec![]).await);
    let ziehung = &f.lesen("ziehung.liste", json!({"pruefung_id": id})).await["eigene"][0];
    let gezogen: Vec<u64> =
        zeilen(&ziehung["aufteilung"]).iter().map(|s| s["gezogen"].as_u64().unwrap()).collect();
    assert_eq!(gezogen, [JE_TEAM as u64; 4], "each team as planned");
    id
}

/// The next month as the window sends it.
async fn monat_durch_die_tueren(f: &Fenster, q: &Quartal, ordner: &Path) -> String {
    let programm = gueltiges(f, q.jahr).await;
    let zeile = zeilen(&programm["zeilen"]).iter().find(|z| z["bereich"] == BEREICH).unwrap().clone();
    let monat = json!({"jahr": q.jahr, "monat": q.monate[1], "schluessel": zeile["schluessel"]});
    let id = erste_id(&f.aendern("pruefprogramm.pruefung_anlegen", monat).await);
    let einlesen = json!({
        "pruefung": pruefung_bezug(f, &id).await, "datei": liste(ordner, 1),
        "leseweise": {
            "optionen": {"zeichensatz": null, "trennzeichen": null, "blatt": null, "kopfzeile": null},
            "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer", "team": "Team", "betrag": null, "anzeige": []},
        },
        "quellsystem": "Fachverfahren Leistung", "abfrage": "Bescheide des Vormonats, alle Teams",
        "auszug_am": heute(f).await, "kontrolle": {"anzahl": 80, "summe_cent": null}, "kontroll_vermerk": "",
        "zeilen_erwartet": null,
    });
    f.aendern("grundgesamtheit.einlesen", einlesen).await;
    let versiegeln = json!({"pruefung": pruefung_bezug(f, &id).await, "anzahl": null});
    let g = f.aendern("ziehung.versiegeln", versiegeln).await;
    let ziehung = zeilen(&g["objekte"]).iter().find(|o| o["art"] == "ziehung").unwrap()["id"].clone();
    f.aendern("ziehung.startwert_erzeugen", json!({"ziehung": {"id": ziehung, "version": 1}})).await;
    let ziehen = json!({"ziehung": {"id": ziehung, "version": 2}, "nummern": [], "begruendung": ""});
    f.aendern("ziehung.ziehen", ziehen).await;
    id
}

/// All sheets of a check, the first ones with a Feststellung at the first item.
async fn pruefen(f: &Fenster, pruefung: &str, fehlerhafte: usize) {
    let alle = faelle(f, pruefung, &[]).await;
    assert_eq!(alle.len(), 4 * JE_TEAM);
    // The first ones of the first team too, whatever the order of the draw.
    let mut alle: Vec<&Value> = alle.iter().collect();
    alle.sort_by_key(|z| wort(&z["team"]));
    for (i, fall) in alle.into_iter().enumerate() {
        ausfuellen(f, &wort(&fall["id"]), (i < fehlerhafte).then(geringe)).await;
    }
    assert!(faelle(f, pruefung, &["offen", "in_arbeit"]).await.is_empty());
}

fn geringe() -> Value {
    json!({
        "art": "dokumentation", "wirkung": "ohne", "betrag_bund_cent": 0, "betrag_kommune_cent": 0,
        "haeufigkeit": "einmalig", "zeitraum_von": null, "zeitraum_bis": null, "schwere": "gering",
        "sachgebiet": "antrag-identitaet", "ursache": "wissen-einarbeitung",
        "text": "Der Nachweis liegt nicht in der E-Akte.", "korrektur_bis": null,
    })
}

/// The Teamleitungen accept by mail, what is accepted becomes final, the check is closed.
async fn schliessen(f: &Fenster, pruefung: &str) {
    for zeile in feststellungen(f, pruefung, "zur_stellungnahme").await {
        stellungnahme(f, &zeile, "anerkannt", "", Some("E-Mail der Teamleitung")).await;
    }
    let anerkannt: Vec<Value> = feststellungen(f, pruefung, "beantwortet").await.iter().map(bezug).collect();
    if !anerkannt.is_empty() {
        f.aendern("feststellung.feststellen", json!({"feststellungen": anerkannt})).await;
    }
    let ziehung = f.lesen("ziehung.liste", json!({"pruefung_id": pruefung})).await["eigene"][0].clone();
    f.aendern("ziehung.schliessen", json!({"ziehung": bezug(&ziehung)})).await;
    let fertig = pruefung_bezug(f, pruefung).await;
    f.aendern("pruefung.abschliessen", fertig).await;
}

/// The third month was not done; the reason is asked for.
async fn nicht_geprueft(f: &Fenster, q: &Quartal) {
    zum_monat(f, q, 2).await;
    f.text_da("nicht durchgeführt, ohne Grund").await;
    f.bild("pruefprogramm-versaeumt").await;
    f.klicke(&format!("Grund eintragen: {THEMA}, {BEREICH}")).await;
    for team in 1..=4 {
        f.kreuze_an(&format!("Leistung {team}")).await;
    }
    f.tippe(
        "Warum wurde nicht oder nicht wie geplant geprüft?",
        "Die Umstellung des Fachverfahrens band alle Teams.",
    )
    .await;
    f.klicke("Eintragen").await;
    f.text_da("Der Grund ist eingetragen.").await;
    f.text_weg("nicht durchgeführt, ohne Grund").await;
    f.schliesse_meldungen().await;
    f.bild("pruefprogramm-mit-grund").await;
    f.ohne_barrieren("Monat des Prüfprogramms").await;
}

/// Planned against done, and the rate of the year from 8 strata of 20 cases each.
async fn jahr_auswerten(f: &Fenster, q: &Quartal) {
    zum_programm(f, &q.jahr.to_string()).await;
    f.klicke_in(BEREICH, THEMA).await;
    f.warte_auf_h1(&format!("{THEMA} {}", q.jahr)).await;
    f.text_da("Die Umstellung des Fachverfahrens band alle Teams.").await;
    f.text_da("Von 160 Akten in 8 Schichten wurden 24 zufällig ausgewählt und geprüft. 6 waren fehlerhaft.")
        .await;
    f.bild("pruefprogramm-auswertung").await;
    f.ohne_barrieren("Auswertung des Jahres").await;
}

/// What one team reads: its cases with what was found.
async fn rueckmeldung(f: &Fenster, pruefung: &str, pfad: &Path) {
    gehe(f, &format!("#/fachaufsicht/{pruefung}/prueffaelle")).await;
    f.klicke("Rückmeldeliste …").await;
    // The list behind has a filter of the same name.
    f.text_da("Die Liste nennt alle gezogenen Fälle eines Teams").await;
    f.waehle("Team", "Leistung 1").await;
    f.bild("pruefprogramm-rueckmeldung").await;
    f.klicke("Weiter zur Vorschau").await;
    f.warte_auf_h1("Berichte").await;
    f.tippe("Datei", pfad.to_str().unwrap()).await;
    f.klicke("Ausgeben").await;
    f.text_da("Die Datei ist geschrieben und verzeichnet. Prüfsumme (SHA-256):").await;
    f.bild("pruefprogramm-rueckmeldung-ausgegeben").await;
    let aus = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pfad).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&aus.stdout).into_owned();
    assert!(text.contains("Leistung 1") && !text.contains("Leistung 2"), "one team alone: {text}");
    // In the list of cases, and again where something was found.
    let faelle: BTreeSet<&str> =
        text.match_indices("09304BG7").map(|(i, _)| &text[i..i + "09304BG7010000".len()]).collect();
    assert_eq!(faelle.len(), JE_TEAM, "its cases: {text}");
}

/// From a Feststellung to a measure, and its effect check into the next programme.
async fn massnahme(f: &Fenster, pruefung: &str) {
    let eine = feststellungen(f, pruefung, "festgestellt").await[0].clone();
    gehe(f, &format!("#/fachaufsicht/feststellungen/{}", wort(&eine["id"]))).await;
    f.klicke("Maßnahme anlegen …").await;
    f.warte_auf_h1("Neue Maßnahme").await;
    f.tippe("Maßnahme", "Arbeitshilfe zu den Nachweisen bei Erstanträgen").await;
    f.kreuze_an("Arbeitshilfe").await;
    f.waehle("Zuständig", "Qualitätsmanagement").await;
    f.tippe("Fällig am", "+1M").await;
    f.klicke("Maßnahme anlegen").await;
    f.text_da("Vorschlag für die Wirkungsprüfung").await;
    f.schliesse_meldungen().await;
    f.bild("pruefprogramm-massnahme").await;
    f.klicke("In das Prüfprogramm übernehmen …").await;
    f.bild("pruefprogramm-wirkungspruefung").await;
    f.klicke("Übernehmen").await;
    f.text_da("Vorgesehen im").await;
    f.schliesse_meldungen().await;
    f.ohne_barrieren("Maßnahme mit Wirkungsprüfung").await;
    f.klicke("Prüfprogramm").await;
    f.text_da("Plan bearbeiten").await;
    f.klicke("Plan bearbeiten").await;
    f.text_da("misst die Wirkung von").await;
    f.bild("pruefprogramm-naechstes-jahr").await;
}

/// 20 cases of each of the four teams.
fn liste(ordner: &Path, monat: usize) -> std::path::PathBuf {
    let pfad = ordner.join(format!("monat{monat}.csv"));
    let mut csv = String::from("BG-Nummer;Team\n");
    for team in 1..=4 {
        for i in 0..20 {
            csv.push_str(&format!("09304BG7{monat}{team}{i:04};Leistung {team}\n"));
        }
    }
    std::fs::write(&pfad, csv).unwrap();
    pfad
}

/// The day in the window.
async fn heute(f: &Fenster) -> NaiveDate {
    wort(&f.skript("return new Date().toLocaleDateString('sv-SE')", vec![]).await).parse().unwrap()
}

async fn pruefung_bezug(f: &Fenster, id: &str) -> Value {
    bezug(&f.lesen("pruefung.lesen", json!({"id": id})).await["pruefung"])
}

async fn gueltiges(f: &Fenster, jahr: i32) -> Value {
    let liste = f.lesen("pruefprogramm.liste", json!({})).await;
    let kopf = zeilen(&liste).iter().find(|k| k["jahr"] == jahr && k["stand"] == "gueltig").unwrap().clone();
    f.lesen("pruefprogramm.lesen", json!({"id": kopf["id"]})).await
}

async fn gehe(f: &Fenster, weg: &str) {
    f.skript("location.hash = '#/uebersicht'", vec![]).await;
    f.warte_auf_h1("Übersicht").await;
    f.skript("location.hash = arguments[0]", vec![json!(weg)]).await;
    f.text_weg("Was auf mich wartet").await;
}

async fn zum_programm(f: &Fenster, jahr: &str) {
    gehe(f, &format!("#/fachaufsicht/pruefprogramm/{jahr}")).await;
    f.text_da("Geplant und geprüft").await;
}

async fn zum_monat(f: &Fenster, q: &Quartal, i: usize) {
    gehe(f, &format!("#/fachaufsicht/pruefprogramm/{}/{}", q.jahr, q.monate[i])).await;
    f.text_da(&q.titel(i)).await;
    f.text_da(THEMA).await;
}
