//! Ten years of a Prüfprogramm: four teams, 30 cases a team and month, 1,440 sheets of 20 items a year, all made through
//! the doors. Prints the median and the 95th percentile of each view in milliseconds, and the size of the database.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, clippy::print_stdout)]

#[allow(dead_code)]
#[path = "../../../tests/core/fixture.rs"]
mod fixture;

use fixture::Testhaus;
use iks_core::api::{self, Abfrage, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;

const MERKMALE: usize = 20;
const JE_TEAM: u16 = 30;
const ERSTES: i32 = 2017;
const LETZTES: i32 = 2026;
/// Cases of a team in the list of a month.
const LISTE: usize = 300;
/// Every so many sheets have an error.
const FEHLER: usize = 12;

struct Stelle {
    t: Testhaus,
    qm: Sitzung,
    gf: Sitzung,
    bereich: String,
    teams: Vec<String>,
    thema: String,
}

impl Stelle {
    fn neu() -> Self {
        let t = Testhaus::neu();
        let orte = t.organisation();
        let teams = (1..=4).map(|n| orte[&format!("Leistung {n}")].clone()).collect();
        let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
        let gf = t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
        let bereich = orte["Leistungsgewährung"].clone();
        let mut stelle = Self { t, qm, gf, bereich, teams, thema: String::new() };
        stelle.thema = stelle.thema();
        stelle
    }

    fn tue(&self, wer: &Sitzung, name: &str, daten: Value) -> String {
        self.t.aendern(wer, name, daten).unwrap().objekte[0].id.clone()
    }

    fn qm(&self, name: &str, daten: Value) -> String {
        self.tue(&self.qm, name, daten)
    }

    fn viele(&self, ops: Vec<(&str, Value)>) {
        let ops = ops.into_iter().map(|(n, d)| Operation::aus_json(n, d).unwrap()).collect();
        api::aendern_viele(&self.t.haus, &self.qm, None, ops, &Fortschritt::default()).unwrap();
    }

    fn lies(&self, wer: &Sitzung, name: &str, frage: &Value) -> Value {
        api::lesen(&self.t.haus, wer, Abfrage::aus_json(name, frage.clone()).unwrap()).unwrap()
    }

    /// Id and version of something that a query gives under `teil`.
    fn bezug(&self, name: &str, frage: &Value, teil: &str) -> Value {
        let d = self.lies(&self.qm, name, frage);
        json!({"id": d[teil]["id"], "version": d[teil]["version"]})
    }

    fn pruefung(&self, id: &str) -> Value {
        self.bezug("pruefung.lesen", &json!({"id": id}), "pruefung")
    }

    /// A theme of its own with a released sheet of 20 items in four sections.
    fn thema(&self) -> String {
        let thema = self.qm(
            "pruefthema.anlegen",
            json!({"kennung": "zehn-jahre", "titel": "Zehn Jahre", "bereich": "Leistungsgewährung",
                   "sachgebiet": "antrag-identitaet", "auswahleinheit": "fall"}),
        );
        let merkmal = |i: usize| {
            json!({"kennung": format!("m-{i:02}"), "frage": format!("Ist die Voraussetzung Nr. {i} geprüft und in der Akte belegt?"),
                   "rechtsgrundlage": "§ 60 SGB I", "soll": "", "hinweis": "", "entscheidend": false, "wenn": null})
        };
        let abschnitte: Vec<Value> = (0..4)
            .map(|a| json!({"titel": format!("Abschnitt {a}"), "merkmale": (a * 5..a * 5 + MERKMALE / 4).map(merkmal).collect::<Vec<_>>()}))
            .collect();
        let vorlage = self.qm(
            "pruefthema.vorlage_speichern",
            json!({"thema_id": thema, "bezug": null, "rechtsstand": "2016-01-01", "einleitung": "", "abschnitte": abschnitte}),
        );
        let zweite = self.t.person("qm2", &[Rolle::Qualitaetsmanagement], None, &[]);
        self.tue(&zweite, "pruefthema.vorlage_freigeben", json!({"id": vorlage, "version": 1}));
        thema
    }

    fn programm(&self, jahr: i32) {
        let aus_jahr = (jahr > ERSTES).then(|| jahr - 1);
        let id = self.qm("pruefprogramm.anlegen", json!({"jahr": jahr, "aus_jahr": aus_jahr}));
        let teams: Vec<Value> =
            self.teams.iter().map(|t| json!({"team_id": t, "monate": vec![JE_TEAM; 12]})).collect();
        let zeile = json!({"thema_id": self.thema, "bereich_id": self.bereich, "pruefende": "qualitaetsmanagement",
            "fehlerdefinition": "jede", "teilweise_zaehlt": true, "ziel": 0.1, "konfidenz": 0.95, "gegenpruefung_anteil": 0,
            "restliche_auf_ja": true, "stellungnahme_tage": 14, "begruendung": "", "teams": teams, "wirkungspruefungen": []});
        let inhalt = json!({"zeilen": [zeile], "dsb_am": "2016-12-01", "dsb_vermerk": ""});
        let bezug = || self.bezug("pruefprogramm.lesen", &json!({"id": id}), "programm");
        let mut speichern = bezug();
        speichern["inhalt"] = inhalt;
        self.qm("pruefprogramm.speichern", speichern);
        self.qm("pruefprogramm.vorlegen", bezug());
        self.tue(&self.gf, "pruefprogramm.freigeben", bezug());
    }

    /// A month from the programme to the closed check; the last one stays open.
    fn monat(&self, jahr: i32, monat: u32) -> String {
        let schluessel = json!({"thema_id": self.thema, "bereich_id": self.bereich});
        let id = self.qm(
            "pruefprogramm.pruefung_anlegen",
            json!({"jahr": jahr, "monat": monat, "schluessel": schluessel}),
        );
        let datei = self.t.ordner.path().join("monat.csv");
        let mut csv = String::from("BG-Nummer;Team\n");
        for team in 1..=4 {
            for i in 0..LISTE {
                csv.push_str(&format!("09304BG{:02}{monat:02}{team}{i:04};Leistung {team}\n", jahr % 100));
            }
        }
        std::fs::write(&datei, csv).unwrap();
        self.qm(
            "grundgesamtheit.einlesen",
            json!({"pruefung": self.pruefung(&id), "datei": datei,
                "leseweise": {"optionen": {}, "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer", "team": "Team",
                              "betrag": null, "anzeige": []}},
                "quellsystem": "Fachverfahren", "abfrage": "Fälle des Monats", "auszug_am": "2026-11-01",
                "kontrolle": {"anzahl": null, "summe_cent": null}, "kontroll_vermerk": "", "zeilen_erwartet": null}),
        );
        let g = self
            .t
            .aendern(&self.qm, "ziehung.versiegeln", json!({"pruefung": self.pruefung(&id), "anzahl": null}))
            .unwrap();
        let ziehung = g.objekte.iter().find(|o| o.art == "ziehung").unwrap().id.clone();
        self.qm("ziehung.startwert_erzeugen", json!({"ziehung": {"id": ziehung, "version": 1}}));
        self.qm(
            "ziehung.ziehen",
            json!({"ziehung": {"id": ziehung, "version": 2}, "nummern": [], "begruendung": ""}),
        );
        self.pruefen(&id);
        if (jahr, monat) != (LETZTES, 11) {
            self.schliessen(&id);
        }
        id
    }

    fn boegen(&self, pruefung: &str) -> Vec<Value> {
        self.lies(&self.qm, "bogen.liste", &boegen(pruefung, 500))["zeilen"].as_array().unwrap().clone()
    }

    fn pruefen(&self, pruefung: &str) {
        let mut ops = Vec::new();
        for (i, fall) in self.boegen(pruefung).iter().enumerate() {
            let id = &fall["id"];
            if i % FEHLER == 0 {
                let merkmal = format!("m-{:02}", i / FEHLER % MERKMALE);
                ops.push((
                    "bogen.antworten",
                    json!({"id": id, "merkmal": merkmal, "wert": "nein", "version": 0}),
                ));
                ops.push((
                    "feststellung.speichern",
                    json!({"prueffall_id": id, "bezug": null, "merkmal": merkmal, "inhalt": {
                        "art": "dokumentation", "wirkung": "ohne", "betrag_bund_cent": 0, "betrag_kommune_cent": 0,
                        "haeufigkeit": "einmalig", "zeitraum_von": null, "zeitraum_bis": null, "schwere": "gering",
                        "sachgebiet": "antrag-identitaet", "ursache": "wissen-einarbeitung",
                        "text": "Der Nachweis liegt nicht in der E-Akte.", "korrektur_bis": "2026-12-31"}}),
                ));
            }
            ops.extend((0..4).map(|a| ("bogen.restliche_auf_ja", json!({"id": id, "abschnitt": a}))));
        }
        self.viele(ops);
        let fertig = self.boegen(pruefung);
        let fertig =
            fertig.iter().map(|z| ("bogen.abschliessen", json!({"id": z["id"], "version": z["version"]})));
        self.viele(fertig.collect());
    }

    fn schliessen(&self, pruefung: &str) {
        let gemeldete = self.lies(&self.qm, "feststellung.liste", &feststellungen(Some(pruefung)));
        let antworten = gemeldete["zeilen"].as_array().unwrap().iter().map(|z| {
            (
                "feststellung.stellungnahme",
                json!({"id": z["id"], "version": z["version"], "antwort": "anerkannt", "text": "",
                "uebertragen_aus": "E-Mail der Teamleitung"}),
            )
        });
        self.viele(antworten.collect());
        let beantwortete = self.lies(&self.qm, "feststellung.liste", &feststellungen(Some(pruefung)));
        let bezuege: Vec<Value> = beantwortete["zeilen"]
            .as_array()
            .unwrap()
            .iter()
            .map(|z| json!({"id": z["id"], "version": z["version"]}))
            .collect();
        self.qm("feststellung.feststellen", json!({"feststellungen": bezuege}));
        let ziehungen = self.lies(&self.qm, "ziehung.liste", &json!({"pruefung_id": pruefung}));
        let z = &ziehungen["eigene"][0];
        self.qm("ziehung.schliessen", json!({"ziehung": {"id": z["id"], "version": z["version"]}}));
        self.qm("pruefung.abschliessen", self.pruefung(pruefung));
    }

    /// A Nachschau of the corrected cases of a check, all drawn and answered.
    fn nachschau(&self, erste: &str) -> String {
        let vorschlag = self.lies(&self.qm, "pruefung.nachschau_vorschlag", &json!({"id": erste}));
        let g = self
            .t
            .aendern(&self.qm, "pruefung.nachschau_anlegen", json!({"plan": vorschlag["korrigierte"]}))
            .unwrap();
        let id = g.objekte.iter().find(|o| o.art == "pruefung").unwrap().id.clone();
        let g = self
            .t
            .aendern(&self.qm, "ziehung.versiegeln", json!({"pruefung": self.pruefung(&id), "anzahl": null}))
            .unwrap();
        let z = g.objekte.iter().find(|o| o.art == "ziehung").unwrap();
        self.qm(
            "ziehung.ziehen",
            json!({"ziehung": {"id": z.id, "version": z.version}, "nummern": [], "begruendung": ""}),
        );
        id
    }

    fn miss(&self, was: &str, wer: &Sitzung, name: &str, frage: &Value) {
        black_box(self.lies(wer, name, frage));
        let mut zeiten: Vec<f64> = (0..40)
            .map(|_| {
                let beginn = Instant::now();
                black_box(self.lies(wer, name, frage));
                beginn.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        zeiten.sort_by(f64::total_cmp);
        println!("{was} | {:.1} | {:.1}", zeiten[20], zeiten[37]);
    }
}

fn boegen(pruefung: &str, anzahl: u32) -> Value {
    json!({"pruefung_id": pruefung, "blatt": {"ab": 0, "anzahl": anzahl}, "sortierung": null, "absteigend": false,
           "staende": [], "team_id": null, "zugewiesen_an": null, "nicht_zugewiesen": false, "nur_mit_feststellung": false,
           "suche": null})
}

fn feststellungen(pruefung: Option<&str>) -> Value {
    json!({"pruefung_id": pruefung, "blatt": {"ab": 0, "anzahl": 50}, "sortierung": "nummer", "absteigend": false, "staende": [],
           "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false})
}

fn korrekturen() -> Value {
    json!({"blatt": {"ab": 0, "anzahl": 50}, "sortierung": null, "absteigend": false, "pruefung_id": null, "lage": null,
           "team_id": null, "wirkung": null, "suche": null})
}

fn main() {
    let s = Stelle::neu();
    let beginn = Instant::now();
    let mut letzte = String::new();
    let mut vorletzte = String::new();
    for jahr in ERSTES..=LETZTES {
        s.programm(jahr);
        for monat in 1..=12 {
            if (jahr, monat) > (LETZTES, 11) {
                break;
            }
            vorletzte = std::mem::replace(&mut letzte, s.monat(jahr, monat));
        }
    }
    println!(
        "Zehn Jahre in {:.0} s\n\nAnsicht | Median ms | 95 % ms\n---|---|---",
        beginn.elapsed().as_secs_f64()
    );
    let qm = &s.qm;
    let tl = &s.t.person("tl", &[Rolle::Teamleitung], None, &[s.teams[0].as_str()]);
    let programm = s.lies(qm, "pruefprogramm.liste", &json!({}))[0]["id"].clone();
    let fall = s.boegen(&letzte)[0]["id"].clone();
    let alle =
        json!({"text": "", "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let pruefungen =
        json!({"filter": alle, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 50}});
    let jahr = json!({"jahr": LETZTES - 1, "schluessel": {"thema_id": s.thema, "bereich_id": s.bereich}});
    for (wer, person) in [("QM", qm), ("Teamleitung", tl)] {
        s.miss(&format!("Übersicht ({wer})"), person, "auswertung.uebersicht", &json!({}));
        s.miss(&format!("Eigene Aufgaben ({wer})"), person, "bogen.meine", &json!({}));
        s.miss(
            &format!("Prüfprogramm eines Jahres ({wer})"),
            person,
            "pruefprogramm.lesen",
            &json!({"id": programm}),
        );
        s.miss(&format!("Liste der Prüfungen ({wer})"), person, "pruefung.liste", &pruefungen);
        s.miss(
            &format!("Feststellungen aller Prüfungen ({wer})"),
            person,
            "feststellung.liste",
            &feststellungen(None),
        );
    }
    s.miss("Prüfung", qm, "pruefung.lesen", &json!({"id": letzte}));
    s.miss("Prüffälle einer Prüfung", qm, "bogen.liste", &boegen(&letzte, 50));
    s.miss("Prüfbogen", qm, "bogen.lesen", &json!({"id": fall}));
    s.miss("Auswertung einer Prüfung", qm, "auswertung.pruefung", &json!({"id": vorletzte}));
    let nachschau = s.nachschau(&vorletzte);
    s.miss("Nachschau neben der ersten Prüfung", qm, "auswertung.nachschau", &json!({"id": nachschau}));
    s.qm("doppelpruefung.einrichten", json!({"pruefung_id": letzte, "anteil": 20, "an": null}));
    s.miss("Doppelprüfung", qm, "doppelpruefung.lage", &json!({"id": letzte}));
    s.miss("Korrekturen aller Prüfungen", qm, "korrektur.liste", &korrekturen());
    s.miss("Hinweise", qm, "auswertung.hinweise", &json!({}));
    s.miss("Schon geprüft, 100 Nummern", qm, "bogen.schon_geprueft", &nummern());
    s.miss("Auswertung eines Jahres", qm, "pruefprogramm.auswertung", &jahr);
    s.miss("Verlauf über acht Jahre", qm, "pruefprogramm.verlauf", &jahr);
    let gezogen = &s.lies(qm, "pruefprogramm.auswertung", &jahr)["auswertung"]["gezogen"];
    assert_eq!(gezogen, &json!(4 * 12 * u32::from(JE_TEAM)), "a whole year was evaluated");
    let bytes = std::fs::metadata(s.t.pfad().datenbank()).unwrap().len();
    println!("\nDatenbank {:.1} MB", bytes as f64 / 1_000_000.0);
}

fn nummern() -> Value {
    let nummern: Vec<String> = (0..100).map(|i| format!("09304BG26102{i:04}")).collect();
    json!({"nummern": nummern})
}
