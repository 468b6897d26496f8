//! The Prüflisten of a large house over ten years: 200 runs of 90 questions with 1,000 attached files, all made through
//! the doors. Prints the median and the 95th percentile of each view in milliseconds, and the size of the database, of
//! the attachments and of a backup.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, clippy::print_stdout)]

#[allow(dead_code)]
#[path = "../../../tests/core/fixture.rs"]
mod fixture;

use fixture::Testhaus;
use iks_core::api::{self, Abfrage, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::haus::{Sitzung, sicherung};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;

const FRAGEN: usize = 90;
const DURCHGAENGE: usize = 200;
const ANHAENGE: usize = 1_000;
/// A scanned page or two.
const ANHANG_BYTES: usize = 200 * 1024;
const WERTE: [&str; 6] =
    ["erfuellt", "erfuellt", "erfuellt", "teilweise", "nicht_erfuellt", "nicht_anwendbar"];

struct Stelle {
    t: Testhaus,
    qm: Sitzung,
    gf: Sitzung,
    teams: Vec<String>,
}

impl Stelle {
    fn aendern(&self, wer: &Sitzung, name: &str, daten: Value) -> String {
        self.t.aendern(wer, name, daten).unwrap().objekte[0].id.clone()
    }

    fn viele(&self, wer: &Sitzung, ops: Vec<(&str, Value)>) {
        let ops = ops.into_iter().map(|(n, d)| Operation::aus_json(n, d).unwrap()).collect();
        api::aendern_viele(&self.t.haus, wer, None, ops, &Fortschritt::default()).unwrap();
    }

    fn lies(&self, wer: &Sitzung, name: &str, frage: &Value) -> Value {
        api::lesen(&self.t.haus, wer, Abfrage::aus_json(name, frage.clone()).unwrap()).unwrap()
    }

    /// A list of the house with 90 questions in nine chapters.
    fn katalog(&self) -> String {
        let id = self.aendern(
            &self.qm,
            "pruefkatalog.anlegen",
            json!({"kennung": "gross", "gebiet": "sonstiges", "titel": "Große Prüfliste"}),
        );
        let frage = |i: usize| {
            json!({"kennung": format!("f-{i:02}"), "frage": format!("Ist die Regelung Nr. {i} im Haus bekannt, in Kraft und nachgewiesen?"),
                   "quelle": format!("Dienstanweisung {i}/2026"), "erlaeuterung": "Gefragt ist nach der geltenden Fassung. ".repeat(5),
                   "nachweis": "Dienstanweisung, Bekanntgabe", "nachweis_pflicht": false, "gewicht": i % 3 + 1, "turnus_monate": 1,
                   "betrifft": "Teamleitungen", "wenn": null})
        };
        let kapitel: Vec<Value> = (0..9)
            .map(|k| json!({"titel": format!("Kapitel {k}"), "fragen": (k * 10..k * 10 + 10).map(frage).collect::<Vec<_>>()}))
            .collect();
        let fassung = self.aendern(
            &self.qm,
            "pruefkatalog.fassung_speichern",
            json!({"katalog_id": id, "bezug": null, "rechtsstand": "2016-01-01", "einleitung": "", "kapitel": kapitel}),
        );
        self.aendern(&self.gf, "pruefkatalog.fassung_freigeben", json!({"id": fassung, "version": 1}));
        id
    }

    /// Twenty runs a year, four quarters in five units; the last ones are open.
    fn fuelle(&self) -> String {
        let katalog = self.katalog();
        let datei = self.t.ordner.path().join("beleg.pdf");
        let mut letzter = String::new();
        for i in 0..DURCHGAENGE {
            let (jahr, quartal) = (2017 + i / 20, i % 20 / 5);
            let team = self.teams.get(i % 5);
            let von =
                chrono::NaiveDate::from_ymd_opt(2017 + (i / 20) as i32, quartal as u32 * 3 + 1, 1).unwrap();
            let bis = von + chrono::Days::new(80);
            let (ebene, rolle) =
                if team.is_some() { ("team", "teamleitung") } else { ("haus", "qualitaetsmanagement") };
            let id = self.aendern(
                &self.qm,
                "pruefliste.anlegen",
                json!({"katalog_id": katalog, "alle_fragen": true, "rahmen": {"ebene": ebene, "einheit_id": team, "von": von, "bis": bis,
                       "rolle": rolle, "faellig_am": bis}}),
            );
            let antworten = (0..FRAGEN)
                .map(|f| {
                    let wert = WERTE[(f * 7 + i * jahr) % WERTE.len()];
                    let text = if wert == "erfuellt" { "" } else { "Die Regelung liegt vor, ist aber noch nicht überall bekannt." };
                    ("pruefliste.antworten", json!({"id": id, "frage": format!("f-{f:02}"), "wert": wert, "bemerkung": text, "version": 0}))
                })
                .collect();
            self.viele(&self.qm, antworten);
            let nachweise = (0..ANHAENGE / DURCHGAENGE)
                .map(|n| {
                    std::fs::write(&datei, vec![(i % 250) as u8; ANHANG_BYTES]).unwrap();
                    ("pruefliste.nachweis_anlegen", json!({"durchgang_id": id, "frage": format!("f-{n:02}"), "bezeichnung": "Beleg, E-AKTE Organisation",
                        "datum": von, "datei": datei.to_str()}))
                })
                .collect();
            self.viele(&self.qm, nachweise);
            if i + 10 < DURCHGAENGE {
                let version = |d: &Value| d["durchgang"]["version"].clone();
                let d = self.lies(&self.qm, "pruefliste.lesen", &json!({"id": id}));
                self.aendern(&self.qm, "pruefliste.vorlegen", json!({"id": id, "version": version(&d)}));
                let d = self.lies(&self.qm, "pruefliste.lesen", &json!({"id": id}));
                self.aendern(&self.gf, "pruefliste.freigeben", json!({"id": id, "version": version(&d)}));
            }
            letzter = id;
        }
        letzter
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

fn megabyte(pfad: &std::path::Path) -> f64 {
    let bytes = if pfad.is_dir() {
        std::fs::read_dir(pfad).unwrap().map(|e| e.unwrap().metadata().unwrap().len()).sum()
    } else {
        std::fs::metadata(pfad).unwrap().len()
    };
    bytes as f64 / 1_000_000.0
}

fn main() {
    let t = Testhaus::neu();
    let orte = t.organisation();
    let teams = ["Leistung 1", "Leistung 2", "Leistung 3", "Leistung 4"].map(|n| orte[n].clone()).to_vec();
    let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
    let gf = t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let tl = t.person("tl", &[Rolle::Teamleitung], None, &[teams[0].as_str()]);
    let stelle = Stelle { t, qm, gf, teams };
    let beginn = Instant::now();
    let letzter = stelle.fuelle();
    println!(
        "{DURCHGAENGE} Durchgänge, {ANHAENGE} Anhänge in {:.0} s\n\nAnsicht | Median ms | 95 % ms\n---|---|---",
        beginn.elapsed().as_secs_f64()
    );
    let liste = |filter: Value, sortierung: &str| json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
    let (qm, tl) = (&stelle.qm, &tl);
    stelle.miss("Liste nach Dringlichkeit", qm, "pruefliste.liste", &liste(json!({}), "dringlichkeit"));
    stelle.miss("Liste nach Ergebnis", qm, "pruefliste.liste", &liste(json!({}), "ergebnis"));
    stelle.miss("Suche", qm, "pruefliste.liste", &liste(json!({"suche": "leistung 3"}), "nummer"));
    stelle.miss(
        "Liste der Teamleitung",
        tl,
        "pruefliste.liste",
        &liste(json!({"nur_offene": true}), "faellig"),
    );
    stelle.miss("Durchgang mit Vergleich über zehn Jahre", qm, "pruefliste.lesen", &json!({"id": letzter}));
    stelle.miss("Übersicht", qm, "pruefliste.uebersicht", &json!({}));
    stelle.miss("Jahresplan", qm, "pruefliste.planvorschlag", &json!({"bis": "2027-11-20"}));
    stelle.miss("Kataloge", qm, "pruefkatalog.liste", &json!({}));
    let ordner = stelle.t.pfad();
    let ziel = stelle.t.ordner.path().join("kopie.iks-sicherung");
    let beginn = Instant::now();
    sicherung::erstelle(&stelle.t.haus, &ziel).unwrap();
    println!(
        "\nDatenbank {:.1} MB, Anhänge {:.1} MB, Sicherung {:.1} MB in {:.2} s",
        megabyte(&ordner.datenbank()),
        megabyte(&ordner.anhaenge()),
        megabyte(&ziel),
        beginn.elapsed().as_secs_f64()
    );
}
