//! The register of a large house: 50,000 procedures over ten years, all made through the doors in batches of 500.
//! Prints the median and the 95th percentile of each view in milliseconds.
//!
//! `IKS_BENCH_VERFAHREN` changes the number.
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

const JAHRE: std::ops::RangeInclusive<i32> = 2017..=2026;
const GEBIETE: [&str; 6] = [
    "aufhebung-erstattung",
    "einkommen-vermoegen",
    "unterkunft-heizung",
    "bedarfe",
    "leistungsminderung",
    "anspruch-bg",
];
const NAMEN: [&str; 5] = ["Musterfrau", "Mustermann", "Musterkind", "Musterberg", "Mustertal"];
const GRUENDE: [(&str, &str); 3] = [
    ("nachgereicht", "mitwirkung"),
    ("rechtsanwendung", "wissen-einarbeitung"),
    ("sachverhalt", "arbeitsmenge"),
];

struct Stelle {
    t: Testhaus,
    ws: Sitzung,
    qm: Sitzung,
    teams: Vec<String>,
}

impl Stelle {
    fn viele(&self, ops: Vec<(&str, Value)>) -> Vec<String> {
        let ops = ops.into_iter().map(|(n, d)| Operation::aus_json(n, d).unwrap()).collect();
        let g = api::aendern_viele(&self.t.haus, &self.ws, None, ops, &Fortschritt::default()).unwrap();
        g.objekte.into_iter().filter(|o| o.art == "verfahren" && o.version == 1).map(|o| o.id).collect()
    }

    /// A procedure that came in on day `i` of `je_jahr` of a year.
    fn neu(&self, jahr: i32, i: usize, je_jahr: usize) -> (Value, String) {
        let beginn = chrono::NaiveDate::from_ymd_opt(jahr, 1, 1).unwrap();
        let tage = if jahr == 2026 { 300 } else { 360 };
        let eingang = beginn + chrono::Days::new((i * tage / je_jahr) as u64);
        let post = eingang - chrono::Days::new(14 + (i % 9) as u64);
        let angaben = json!({
            "gegenstand": format!("Bescheid über Leistungen Nr. {i}"), "bescheid_am": post,
            "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": post, "vermerk": true, "zugang": null},
            "ausland": false, "belehrung": "ordnungsgemaess", "elektronische_form_genannt": true,
            "eingang_andere_stelle": null, "andere_stelle": "", "eingang": eingang, "form": "schriftlich",
            "form_nachgeholt_am": null, "bevollmaechtigt": i.is_multiple_of(3), "aufschiebende_wirkung": "nein", "mahnsperre_am": null,
            "begruendung_bis": null, "begruendung_am": null, "sachgebiet": GEBIETE[i % GEBIETE.len()],
            "team_id": self.teams[i % self.teams.len()], "vermerk": "", "weitere": []
        });
        let klar = json!({"fallnummer": format!("00000BG{:07}", i * 7 % 9000), "name": format!("Mara {}", NAMEN[i % NAMEN.len()]),
            "az_gericht": "", "vertretung": "", "az_vertretung": ""});
        let art = if i.is_multiple_of(12) { "ueberpruefung" } else { "widerspruch" };
        let ende = eingang + chrono::Days::new(20 + (i * 37 % 80) as u64);
        (json!({"art": art, "angaben": angaben, "klar": klar, "vorgaenger_id": null}), ende.to_string())
    }

    /// What is left to do is what came in during the last weeks; everything older is finished.
    fn fuelle(&self, je_jahr: usize) {
        for jahr in JAHRE {
            let stichtag = if jahr == 2026 { format!("{jahr}-11-20") } else { format!("{}-04-30", jahr + 1) };
            self.t.umgebung.stelle(format!("{stichtag}T08:00:00Z").parse().unwrap());
            for ab in (0..je_jahr).step_by(500) {
                let verfahren: Vec<_> =
                    (ab..(ab + 500).min(je_jahr)).map(|i| (i, self.neu(jahr, i, je_jahr))).collect();
                let ids = self
                    .viele(verfahren.iter().map(|(_, (d, _))| ("widerspruch.anlegen", d.clone())).collect());
                assert_eq!(ids.len(), verfahren.len());
                let mut schritte = Vec::new();
                for (id, (i, (daten, ende))) in ids.iter().zip(&verfahren) {
                    if ende.as_str() > stichtag.as_str() {
                        continue;
                    }
                    let mut schritt = |version: i64, schritt: Value| {
                        schritte.push((
                            "widerspruch.schritt",
                            json!({"id": id, "version": version, "schritt": schritt}),
                        ));
                    };
                    if i % 3 == 0 && daten["art"] == "widerspruch" {
                        let (grund, ursache) = GRUENDE[i % GRUENDE.len()];
                        schritt(1, json!({"art": "abhilfe_pruefen", "am": ende}));
                        schritt(
                            2,
                            json!({"art": "abhelfen", "am": ende, "stattgabe": {"grund": grund, "ursache": ursache},
                            "kosten": {"anteil_zaehler": 1, "anteil_nenner": 1, "zuziehung_notwendig": true, "betrag_cent": 40_000}}),
                        );
                        schritt(3, json!({"art": "umsetzen", "am": ende}));
                    } else {
                        schritt(1, json!({"art": "uebernehmen", "am": ende, "ergebnis": "zurueckgewiesen"}));
                    }
                }
                self.viele(schritte);
            }
        }
    }

    fn lies(&self, wer: &Sitzung, name: &str, frage: &Value) -> Value {
        api::lesen(&self.t.haus, wer, Abfrage::aus_json(name, frage.clone()).unwrap()).unwrap()
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
        println!("{was} | {:.1} | {:.1}", zeiten[19], zeiten[37]);
    }

    fn liste(&self, was: &str, filter: Value, sortierung: &str, absteigend: bool, ab: u32) {
        let frage = json!({"filter": filter, "sortierung": sortierung, "absteigend": absteigend, "blatt": {"ab": ab, "anzahl": 50}});
        self.miss(was, &self.ws, "widerspruch.liste", &frage);
    }
}

fn main() {
    let anzahl: usize =
        std::env::var("IKS_BENCH_VERFAHREN").ok().and_then(|n| n.parse().ok()).unwrap_or(50_000);
    let t = Testhaus::neu();
    let orte = t.organisation();
    let ws = t.person("ws", &[Rolle::Widerspruchsstelle], None, &[]);
    let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
    let teams = ["Leistung 1", "Leistung 2", "Leistung 3", "Leistung 4"].map(|n| orte[n].clone()).to_vec();
    let s = Stelle { t, ws, qm, teams };
    let beginn = Instant::now();
    s.fuelle(anzahl / 10);
    println!("{anzahl} Verfahren angelegt in {:.0} s\n", beginn.elapsed().as_secs_f64());
    println!("Ansicht | Median ms | 95 % ms\n---|---|---");
    s.liste("Liste, offene nach Frist", json!({"nur_offene": true}), "frist", false, 0);
    for spalte in ["nummer", "eingang", "frist", "stand", "sachgebiet", "entschieden"] {
        s.liste(&format!("Liste, alle nach {spalte}, absteigend"), json!({}), spalte, true, 0);
    }
    s.liste("Liste, alle nach Eingang, Seite in der Mitte", json!({}), "eingang", true, 25_000);
    s.liste(
        "Filter Sachgebiet und Ergebnis",
        json!({"sachgebiete": ["bedarfe"], "ergebnisse": ["abhilfe"]}),
        "eingang",
        true,
        0,
    );
    s.liste(
        "Filter Team und Zeitraum",
        json!({"team_id": s.teams[0], "eingang_von": "2024-01-01", "eingang_bis": "2024-12-31"}),
        "eingang",
        true,
        0,
    );
    s.liste(
        "Filter Frist bis, unbestätigt",
        json!({"frist_bis": "2026-12-31", "unbestaetigt": true}),
        "frist",
        false,
        0,
    );
    s.liste("Suche, ein Wort in allen", json!({"suche": "bescheid"}), "eingang", true, 0);
    s.liste("Suche, Nummer", json!({"suche": "W-2024-0123"}), "eingang", true, 0);
    s.liste("Suche, Name", json!({"suche": "musterberg"}), "eingang", true, 0);
    s.liste("Suche, Fallnummer", json!({"suche": "00000bg0000700"}), "eingang", true, 0);
    let id = s.lies(&s.ws, "widerspruch.liste", &json!({"filter": {"nur_offene": true}, "sortierung": "eingang", "absteigend": true, "blatt": {"ab": 0, "anzahl": 1}}))["zeilen"][0]["id"].clone();
    s.miss("Ein Verfahren", &s.ws, "widerspruch.lesen", &json!({"id": id}));
    let monat = json!({"von": "2026-12-01", "bis": "2026-12-31", "nur_offene": false});
    s.miss("Kalender eines Monats", &s.ws, "frist.kalender", &monat);
    s.miss("Offene Kontrollen", &s.ws, "frist.kontrollen", &json!({}));
    s.miss(
        "Fristenbuch einer Woche",
        &s.ws,
        "frist.fristenbuch",
        &json!({"von": "2026-11-16", "bis": "2026-11-22"}),
    );
    s.miss(
        "Statistik eines Jahres",
        &s.qm,
        "widerspruch.auswertung",
        &json!({"von": "2025-01-01", "bis": "2025-12-31"}),
    );
    s.miss(
        "Statistik von zehn Jahren",
        &s.qm,
        "widerspruch.auswertung",
        &json!({"von": "2017-01-01", "bis": "2026-12-31"}),
    );
}
