//! The tickets of a large house: 20,000 Kundenreaktionen over ten years, all made through the doors in batches.
//! Prints the median and the 95th percentile of each view in milliseconds.
//!
//! `IKS_BENCH_REAKTIONEN` changes the number.
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
const ARTEN: [&str; 8] =
    ["beschwerde", "lob", "beschwerde", "kritik", "beschwerde", "anregung", "petition", "abgeordnete"];
const KANAELE: [&str; 5] = ["telefonisch", "persoenlich", "schriftlich", "e_mail", "meinungskarte"];
const GEBIETE: [&str; 6] = [
    "aufhebung-erstattung",
    "einkommen-vermoegen",
    "unterkunft-heizung",
    "bedarfe",
    "leistungsminderung",
    "anspruch-bg",
];
const URSACHEN: [&str; 4] = ["mitwirkung", "wissen-einarbeitung", "arbeitsmenge", "arbeitsmenge"];
const NAMEN: [&str; 5] = ["Musterfrau", "Mustermann", "Musterkind", "Musterberg", "Mustertal"];
const URTEILE: [&str; 3] = ["berechtigt", "teilweise", "unberechtigt"];

/// A ticket and how long it took; nothing: still open.
struct Vorlage {
    daten: Value,
    beurteilt: bool,
    ende: Option<String>,
}

struct Stelle {
    t: Testhaus,
    krm: Sitzung,
    zweite: Sitzung,
    qm: Sitzung,
    tl: Sitzung,
    teams: Vec<String>,
}

impl Stelle {
    fn viele(&self, wer: &Sitzung, ops: Vec<(&str, Value)>) -> Vec<(String, i64)> {
        let ops = ops.into_iter().map(|(n, d)| Operation::aus_json(n, d).unwrap()).collect();
        let g = api::aendern_viele(&self.t.haus, wer, None, ops, &Fortschritt::default()).unwrap();
        // Entering with its triage touches a ticket twice; the later version counts.
        let mut staende: Vec<(String, i64)> = Vec::new();
        for o in g.objekte.into_iter().filter(|o| o.art == "kundenreaktion") {
            match staende.last_mut() {
                Some((id, version)) if *id == o.id => *version = o.version,
                _ => staende.push((o.id, o.version)),
            }
        }
        staende
    }

    /// A ticket that came in on day `i` of `je_jahr` of a year; what came in last is open.
    fn vorlage(&self, jahr: i32, i: usize, je_jahr: usize, stichtag: &str) -> Vorlage {
        let beginn = chrono::NaiveDate::from_ymd_opt(jahr, 1, 1).unwrap();
        let tage = if jahr == 2026 { 322 } else { 360 };
        let eingang = beginn + chrono::Days::new((i * tage / je_jahr) as u64);
        let art = ARTEN[i % ARTEN.len()];
        let anliegen: Vec<Value> = (0..=i % 3)
            .map(|a| {
                json!({"art": if a == 0 { "sachanliegen" } else { "organisation" }, "sachgebiet": (a == 0).then(|| GEBIETE[i % GEBIETE.len()]),
                       "team_id": self.teams[(i + a) % self.teams.len()], "ursache": i.is_multiple_of(2).then(|| URSACHEN[i % URSACHEN.len()])})
            })
            .collect();
        let schilderung =
            format!("Seit mehreren Wochen wartet die Person auf die Auszahlung Nr. {i}. ").repeat(12);
        let daten = json!({
            "angaben": {"art": art, "kanal": KANAELE[i % KANAELE.len()], "eingang": eingang, "uhrzeit": "09:30",
                "betreff": format!("Auszahlung Nr. {i} kommt zu spät"), "andere_stelle": "", "antwort_erwuenscht": true, "anliegen": anliegen},
            "klar": {"name": format!("Mara {}", NAMEN[i % NAMEN.len()]), "kontakt": "03677 000000",
                "fallnummer": format!("00000BG{:07}", i * 7 % 9000), "schilderung": schilderung},
            "sichtung": {"sichtung": {"rechtsbehelf": false, "begruendung": "nichts gefunden", "datenschutz": false}, "widerspruch": null}
        });
        let ende = (eingang + chrono::Days::new(2 + (i * 37 % 19) as u64)).to_string();
        let beurteilt = matches!(art, "beschwerde" | "kritik" | "petition");
        Vorlage { daten, beurteilt, ende: Some(ende).filter(|e| e.as_str() <= stichtag) }
    }

    fn fuelle(&self, je_jahr: usize) {
        for jahr in JAHRE {
            let stichtag = if jahr == 2026 { format!("{jahr}-11-20") } else { format!("{}-02-28", jahr + 1) };
            self.t.umgebung.stelle(format!("{stichtag}T08:00:00Z").parse().unwrap());
            for ab in (0..je_jahr).step_by(200) {
                let neue: Vec<Vorlage> = (ab..(ab + 200).min(je_jahr))
                    .map(|i| self.vorlage(jahr, i, je_jahr, &stichtag))
                    .collect();
                let anlegen = neue.iter().map(|v| ("kundenreaktion.anlegen", v.daten.clone())).collect();
                let ids = self.viele(&self.krm, anlegen);
                assert_eq!(ids.len(), neue.len());
                let fertige: Vec<(usize, &(String, i64), &Vorlage)> = ids
                    .iter()
                    .zip(&neue)
                    .enumerate()
                    .map(|(i, (stand, v))| (i, stand, v))
                    .filter(|(.., v)| v.ende.is_some())
                    .collect();
                let schritt = |id: &str, version: i64, schritt: Value| {
                    let text = (schritt["art"] == "beantworten")
                        .then_some("Die Auszahlung ist veranlasst, wir bitten um Entschuldigung.");
                    (
                        "kundenreaktion.schritt",
                        json!({"id": id, "version": version, "schritt": schritt, "text": text}),
                    )
                };
                let mut ops = Vec::new();
                for (i, (id, version), v) in &fertige {
                    ops.push(schritt(
                        id,
                        *version,
                        json!({"art": "beantworten", "am": v.ende, "weg": "brief"}),
                    ));
                    if v.beurteilt {
                        ops.push(schritt(id, version + 1, json!({"art": "beurteilen", "urteil": URTEILE[i % 3], "begruendung": "nach den Akten"})));
                    }
                }
                self.viele(&self.krm, ops);
                let bestaetigen = fertige
                    .iter()
                    .filter(|(.., v)| v.beurteilt)
                    .map(|(_, (id, version), _)| {
                        ("kundenreaktion.beurteilung_bestaetigen", json!({"id": id, "version": version + 2}))
                    })
                    .collect();
                self.viele(&self.zweite, bestaetigen);
                let abschliessen = fertige
                    .iter()
                    .map(|(_, (id, version), v)| {
                        schritt(
                            id,
                            version + if v.beurteilt { 3 } else { 1 },
                            json!({"art": "abschliessen", "am": v.ende}),
                        )
                    })
                    .collect();
                self.viele(&self.krm, abschliessen);
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

    fn liste(&self, was: &str, filter: Value, sortierung: &str, absteigend: bool) {
        let frage = json!({"filter": filter, "sortierung": sortierung, "absteigend": absteigend, "blatt": {"ab": 0, "anzahl": 50}});
        self.miss(was, &self.krm, "kundenreaktion.liste", &frage);
    }
}

fn main() {
    let anzahl: usize =
        std::env::var("IKS_BENCH_REAKTIONEN").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let t = Testhaus::neu();
    let orte = t.organisation();
    let krm = t.person("krm", &[Rolle::Kundenreaktionsmanagement], None, &[]);
    let zweite = t.person("krm2", &[Rolle::Kundenreaktionsmanagement], None, &[]);
    let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
    let tl = t.person("tl", &[Rolle::Teamleitung], None, &[&orte["Leistung 1"]]);
    let teams = ["Leistung 1", "Leistung 2", "Leistung 3", "Leistung 4"].map(|n| orte[n].clone()).to_vec();
    let s = Stelle { t, krm, zweite, qm, tl, teams };
    let beginn = Instant::now();
    s.fuelle(anzahl / 10);
    println!("{anzahl} Kundenreaktionen angelegt in {:.0} s\n", beginn.elapsed().as_secs_f64());
    println!("Ansicht | Median ms | 95 % ms\n---|---|---");
    s.liste("Liste, offene nach Dringlichkeit", json!({"nur_offene": true}), "dringlichkeit", false);
    for spalte in ["dringlichkeit", "nummer", "eingang", "stand", "zustaendig", "beantwortet"] {
        s.liste(&format!("Liste, alle nach {spalte}, absteigend"), json!({}), spalte, true);
    }
    s.liste(
        "Filter Art und Kanal",
        json!({"arten": ["beschwerde"], "kanaele": ["telefonisch"]}),
        "eingang",
        true,
    );
    s.liste(
        "Filter Sachgebiet und Ursache",
        json!({"sachgebiete": ["bedarfe"], "ursachen": ["arbeitsmenge"]}),
        "eingang",
        true,
    );
    s.liste(
        "Filter Team und Zeitraum",
        json!({"team_id": s.teams[0], "eingang_von": "2024-01-01", "eingang_bis": "2024-12-31"}),
        "eingang",
        true,
    );
    s.liste("Filter Personen mit mehreren Reaktionen", json!({"wiederholt": true}), "eingang", true);
    s.liste(
        "Filter Eskalation an die Geschäftsführung",
        json!({"stufe": "geschaeftsfuehrung"}),
        "dringlichkeit",
        false,
    );
    s.liste("Suche, ein Wort in allen", json!({"suche": "auszahlung"}), "eingang", true);
    s.liste("Suche, Nummer", json!({"suche": "K-2024-0123"}), "eingang", true);
    s.liste("Suche, Name", json!({"suche": "musterberg"}), "eingang", true);
    s.liste("Suche, Fallnummer", json!({"suche": "00000bg0000700"}), "eingang", true);
    let frage = json!({"filter": {"nur_offene": true}, "sortierung": "eingang", "absteigend": true, "blatt": {"ab": 0, "anzahl": 1}});
    let id = s.lies(&s.krm, "kundenreaktion.liste", &frage)["zeilen"][0]["id"].clone();
    s.miss("Eine Reaktion", &s.krm, "kundenreaktion.lesen", &json!({"id": id}));
    s.miss("Übersicht der Startseite", &s.krm, "kundenreaktion.uebersicht", &json!({}));
    for (was, wer) in [("das Haus", &s.qm), ("ein Team", &s.tl)] {
        for (zeitraum, von, bis) in
            [("ein Jahr", "2025-01-01", "2025-12-31"), ("zehn Jahre", "2017-01-01", "2026-11-20")]
        {
            let frage = json!({"von": von, "bis": bis});
            s.miss(&format!("Statistik, {zeitraum}, {was}"), wer, "kundenreaktion.auswertung", &frage);
        }
        let frage = json!({"von": "2022-Q1", "bis": "2026-Q4", "sachgebiet": null, "ursache": null});
        s.miss(&format!("Ursachen, fünf Jahre, {was}"), wer, "ursachen.uebersicht", &frage);
    }
}
