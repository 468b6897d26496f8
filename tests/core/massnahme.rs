//! Measures through the two doors: from every origin, by every role, with conflict, effect, list and report.

use crate::fixture::Testhaus;
use crate::gezogen::{feststellung, mit, ohne_geld, text};
use crate::kundenreaktion::{gesichtet, kontakt, reaktion};
use crate::pruefung;
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A house with a person of each role that has to do with measures, and finished checks.
pub struct Massnahmenhaus {
    pub t: Testhaus,
    pub ids: BTreeMap<String, String>,
    pub qm: Sitzung,
    pub tl: Sitzung,
}

fn angaben() -> Value {
    json!({"was": "Arbeitshilfe zum Antragsdatum", "erlaeuterung": "", "art": "arbeitshilfe",
           "rolle": "qualitaetsmanagement", "team_id": null, "faellig": "2026-12-31"})
}

impl Massnahmenhaus {
    pub fn neu() -> Self {
        let t = Testhaus::neu();
        let ids = t.organisation();
        let qm = pruefung::qm(&t);
        let tl = t.person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
        Self { t, ids, qm, tl }
    }

    /// A check of `n` cases of "Leistung 1" over that period, all or hand-picked, `fehler` of them with a
    /// Feststellung on the first item; closed. Returns its id and that of the first Feststellung.
    pub fn pruefung(&self, von: &str, bis: &str, auswahl: &str, zahlen: (usize, usize)) -> (String, String) {
        self.pruefung_mit_ziel(von, bis, auswahl, zahlen, Value::Null)
    }

    /// The same with a goal of its own.
    fn pruefung_mit_ziel(
        &self,
        von: &str,
        bis: &str,
        auswahl: &str,
        (n, fehler): (usize, usize),
        ziel: Value,
    ) -> (String, String) {
        let plan = mit(
            pruefung::plan(&self.t, &self.qm, &self.ids),
            &json!({"auswahl": auswahl, "schichtung": "keine", "stichprobe_geplant": null, "gegenpruefung_anteil": 0,
                    "restliche_auf_ja": true, "ziel": ziel, "teams": [self.ids["Leistung 1"]],
                    "zeitraum_von": von, "zeitraum_bis": bis}),
        );
        let id = pruefung::anlegen(&self.t, &self.qm, &plan);
        let datei = self.t.ordner.path().join(format!("{id}.csv"));
        let nummern: Vec<String> = (0..n).map(|i| format!("09304BG10000{i:02}")).collect();
        let zeilen: String = nummern.iter().map(|b| format!("{b};Leistung 1;400,00;Änderung\n")).collect();
        std::fs::write(&datei, format!("BG-Nummer;Team;Betrag;Art\n{zeilen}")).unwrap();
        let leseweise = json!({"optionen": {}, "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer", "team": "Team",
            "betrag": "Betrag", "anzeige": []}});
        crate::grundgesamtheit::einlesen(&self.t, &self.qm, &id, &datei, leseweise).unwrap();
        let bezug = || json!({"id": id, "version": crate::grundgesamtheit::version(&self.t, &self.qm, &id)});
        let qm = |op: &str, daten: Value| self.t.aendern(&self.qm, op, daten).unwrap();
        let g = qm("ziehung.versiegeln", json!({"pruefung": bezug(), "anzahl": null}));
        let z = g.objekte.iter().find(|o| o.art == "ziehung").unwrap();
        let bewusst = auswahl == "bewusst";
        qm(
            "ziehung.ziehen",
            json!({"ziehung": {"id": z.id, "version": z.version}, "nummern": if bewusst { nummern } else { vec![] },
                   "begruendung": if bewusst { "auffällige Fälle" } else { "" }}),
        );
        let liste = json!({"pruefung_id": id, "blatt": {"ab": 0, "anzahl": 100}, "sortierung": null, "absteigend": false,
            "staende": [], "team_id": null, "zugewiesen_an": null, "nicht_zugewiesen": false, "nur_mit_feststellung": false, "suche": null});
        let boegen = self.t.lesen(&self.tl, "bogen.liste", liste.clone()).unwrap();
        let faelle: Vec<String> =
            boegen["zeilen"].as_array().unwrap().iter().map(|z| text(&z["id"])).collect();
        let bogen = self.t.lesen(&self.tl, "bogen.lesen", json!({"id": faelle[0]})).unwrap();
        let abschnitte = bogen["abschnitte"].as_array().unwrap();
        let merkmal = &abschnitte[0]["merkmale"][0]["kennung"];
        let inhalt =
            mit(mit(feststellung(), &ohne_geld()), &json!({"schwere": "gering", "korrektur_bis": null}));
        let mut ops = Vec::new();
        for (i, fall) in faelle.iter().enumerate() {
            if i < fehler {
                ops.push((
                    "bogen.antworten",
                    json!({"id": fall, "merkmal": merkmal, "wert": "nein", "version": 0}),
                ));
                ops.push((
                    "feststellung.speichern",
                    json!({"prueffall_id": fall, "bezug": null, "merkmal": merkmal, "inhalt": inhalt}),
                ));
            }
            for a in 0..abschnitte.len() {
                ops.push(("bogen.restliche_auf_ja", json!({"id": fall, "abschnitt": a})));
            }
        }
        let g = self.t.aendern_viele(&self.tl, ops).unwrap();
        let erste =
            g.objekte.iter().find(|o| o.art == "feststellung").map_or(String::new(), |o| o.id.clone());
        let boegen = self.t.lesen(&self.tl, "bogen.liste", liste).unwrap();
        let fertig = boegen["zeilen"].as_array().unwrap().iter();
        let fertig = fertig.map(|z| ("bogen.abschliessen", json!({"id": z["id"], "version": z["version"]})));
        self.t.aendern_viele(&self.tl, fertig.collect()).unwrap();
        (id, erste)
    }

    pub fn schliessen(&self, pruefung: &str) {
        let v = crate::grundgesamtheit::version(&self.t, &self.qm, pruefung);
        self.t.aendern(&self.qm, "pruefung.abschliessen", json!({"id": pruefung, "version": v})).unwrap();
    }

    pub fn anlegen(&self, wer: &Sitzung, herkunft: Value, mehr: Value) -> Result<String, Fehler> {
        let r = json!({"herkunft": herkunft, "angaben": mit(angaben(), &mehr)});
        self.t.aendern(wer, "massnahme.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    pub fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "massnahme.lesen", json!({"id": id})).unwrap()
    }

    fn bezug(&self, id: &str) -> Value {
        json!({"id": id, "version": self.lesen(&self.qm, id)["massnahme"]["version"]})
    }

    pub fn schritt(&self, wer: &Sitzung, id: &str, schritt: Value) -> Result<Vec<String>, Fehler> {
        let r = mit(self.bezug(id), &json!({"schritt": schritt}));
        self.t.aendern(wer, "massnahme.schritt", r).map(|g| g.hinweise)
    }

    fn wirkung(&self, wer: &Sitzung, id: &str, spaetere: &str) -> Result<Vec<String>, Fehler> {
        let r = mit(self.bezug(id), &json!({"spaetere_id": spaetere}));
        self.t.aendern(wer, "massnahme.wirkung_feststellen", r).map(|g| g.hinweise)
    }

    fn stand(&self, id: &str) -> String {
        text(&self.lesen(&self.qm, id)["massnahme"]["lage"]["stand"])
    }

    fn liste(&self, wer: &Sitzung, filter: Value, sortierung: &str) -> Vec<String> {
        let seite = self.t.lesen(wer, "massnahme.liste", listenfrage(filter, sortierung)).unwrap();
        let zeilen = seite["zeilen"].as_array().unwrap();
        assert_eq!(seite["gesamt"], zeilen.len());
        zeilen.iter().map(|z| text(&z["nummer"])[7..].to_owned()).collect()
    }
}

fn listenfrage(filter: Value, sortierung: &str) -> Value {
    json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}})
}

fn umsetzen(am: &str) -> Value {
    json!({"art": "umsetzen", "am": am, "vermerk": "im Team besprochen"})
}

fn eigen() -> Value {
    json!({"art": "eigen"})
}

#[test]
fn vom_anlass_zur_belegten_wirkung() {
    let h = Massnahmenhaus::neu();
    let (erste, befund) = h.pruefung("2025-07-01", "2025-12-31", "voll", (40, 12));
    let herkunft = json!({"art": "feststellung", "id": befund});
    let id = h
        .anlegen(&h.qm, herkunft.clone(), json!({"rolle": "teamleitung", "team_id": h.ids["Leistung 1"]}))
        .unwrap();
    let d = h.lesen(&h.qm, &id);
    assert_eq!(d["massnahme"]["nummer"], "M-2026-001");
    assert_eq!(d["herkunft_nummer"], "FA-2026-001 Nr. 1");
    assert_eq!(d["massnahme"]["herkunft_team"], json!(h.ids["Leistung 1"]));
    assert!(text(&d["wirkung"]["hinweis"]).contains("noch nicht abgeschlossen"));
    h.schliessen(&erste);
    let d = h.lesen(&h.tl, &id);
    assert_eq!(
        (&d["wirkung"]["erste"]["fehler"], &d["wirkung"]["erste"]["beurteilt"]),
        (&json!(12), &json!(40))
    );
    assert_eq!(d["wirkung"]["vorschlag"]["ab"], "2027-03-31");
    // Linked both ways.
    let verweise = h.t.lesen(&h.tl, "massnahme.zu_herkunft", json!({"herkunft": herkunft})).unwrap();
    assert_eq!(
        (verweise[0]["id"].as_str(), verweise[0]["stand"].as_str()),
        (Some(id.as_str()), Some("offen"))
    );

    // A later check before it was done, one by hand, one that shows it.
    let (zu_frueh, _) = h.pruefung("2026-01-01", "2026-03-31", "voll", (40, 0));
    let (bewusst, _) = h.pruefung("2026-05-01", "2026-06-30", "bewusst", (30, 0));
    let (gut, _) = h.pruefung("2026-07-01", "2026-09-30", "voll", (40, 1));
    assert_eq!(h.wirkung(&h.tl, &id, &gut).unwrap_err().code, Code::Regel);
    h.schritt(&h.tl, &id, json!({"art": "beginnen", "am": "2026-01-10"})).unwrap();
    h.schritt(&h.tl, &id, umsetzen("2026-02-15")).unwrap();
    assert!(h.wirkung(&h.tl, &id, &gut).unwrap_err().text.contains("nicht abgeschlossen"));
    for p in [&zu_frueh, &bewusst, &gut] {
        h.schliessen(p);
    }
    assert!(h.wirkung(&h.tl, &id, &erste).unwrap_err().text.contains("nicht nach dem der ersten"));
    assert!(h.wirkung(&h.tl, &id, &zu_frueh).unwrap_err().text.contains("vor der Umsetzung"));
    assert!(h.wirkung(&h.tl, &id, &bewusst).unwrap_err().text.contains("Bewusste Auswahl"));
    let d = h.lesen(&h.tl, &id);
    let offen: Vec<bool> =
        d["wirkung"]["spaetere"].as_array().unwrap().iter().map(|s| s["hindernis"].is_null()).collect();
    // The one that may be used first.
    assert_eq!(offen, [true, false, false]);
    assert!(d["moeglich"].as_array().unwrap().contains(&json!("wirkung_feststellen")));
    // Nobody enters it by hand.
    let nachweis = json!({"art": "wirkung_feststellen", "am": "2026-11-20", "nachweis": {"art": "durchgang",
        "erste": {"durchgang_id": "a", "bezeichnung": "a", "erfuellt": false},
        "spaetere": {"durchgang_id": "b", "bezeichnung": "b", "erfuellt": true}}});
    assert!(h.schritt(&h.tl, &id, nachweis).unwrap_err().text.contains("errechnet"));
    let hinweise = h.wirkung(&h.tl, &id, &gut).unwrap();
    assert!(hinweise[0].contains("Der Rückgang ist belegt"), "{hinweise:?}");
    assert_eq!(h.stand(&id), "wirkung_belegt");
    let e = &h.lesen(&h.qm, &id)["wirkung"]["ergebnis"];
    assert!(e["belegt"].as_bool().unwrap() && e["p"].as_f64().unwrap() < 0.05);
    h.t.protokoll_stimmt();
}

#[test]
fn keine_wirkung_und_der_weg_danach() {
    let h = Massnahmenhaus::neu();
    let (erste, befund) = h.pruefung("2025-07-01", "2025-12-31", "voll", (30, 5));
    let (spaetere, _) = h.pruefung("2026-04-01", "2026-06-30", "voll", (30, 4));
    h.schliessen(&erste);
    h.schliessen(&spaetere);
    let id = h.anlegen(&h.qm, json!({"art": "feststellung", "id": befund}), json!({})).unwrap();
    h.schritt(&h.qm, &id, umsetzen("2026-01-31")).unwrap();
    assert!(h.wirkung(&h.qm, &id, &spaetere).unwrap()[0].contains("kann Zufall sein"));
    assert_eq!(h.stand(&id), "wirkung_nicht_belegt");
    let unmessbar = json!({"art": "nicht_messbar", "am": "2026-11-20", "grund": "zu wenige Fälle"});
    assert_eq!(h.schritt(&h.qm, &id, unmessbar).unwrap_err().code, Code::Regel);
    assert!(h.wirkung(&h.qm, &id, &spaetere).unwrap_err().text.contains("schon ausgewertet"));
    let weiter = json!({"art": "weiterfuehren", "bis": "2027-01-31", "grund": "Schulung statt Merkblatt"});
    h.schritt(&h.qm, &id, weiter).unwrap();
    let lage = h.lesen(&h.qm, &id)["massnahme"]["lage"].clone();
    assert_eq!(
        (&lage["stand"], &lage["verschiebungen"][0]["von"]),
        (&json!("in_umsetzung"), &json!("2026-12-31"))
    );
    // The last step can be taken back, and stays visible.
    let r = mit(h.bezug(&id), &json!({"grund": "falsch eingetragen"}));
    h.t.aendern(&h.qm, "massnahme.schritt_zuruecknehmen", r).unwrap();
    let m = &h.lesen(&h.qm, &id)["massnahme"];
    assert_eq!(
        (&m["lage"]["stand"], &m["lage"]["faellig"]),
        (&json!("wirkung_nicht_belegt"), &json!("2026-12-31"))
    );
    assert_eq!(m["schritte"][2]["zurueckgenommen"]["grund"], "falsch eingetragen");
    h.t.protokoll_stimmt();
}

/// What the page says before is what is recorded afterwards, also where only the goal of the later check decides.
#[test]
fn die_vorschau_sagt_dasselbe_wie_die_feststellung() {
    let h = Massnahmenhaus::neu();
    let (erste, befund) = h.pruefung("2025-07-01", "2025-12-31", "voll", (40, 3));
    let (ohne_ziel, _) = h.pruefung("2026-04-01", "2026-05-31", "voll", (40, 1));
    let (mit_ziel, _) = h.pruefung_mit_ziel("2026-06-01", "2026-07-31", "voll", (40, 1), json!(0.05));
    let (verfehlt, _) = h.pruefung_mit_ziel("2026-08-01", "2026-09-30", "voll", (40, 1), json!(0.01));
    for p in [&erste, &ohne_ziel, &mit_ziel, &verfehlt] {
        h.schliessen(p);
    }
    let id = h.anlegen(&h.qm, json!({"art": "feststellung", "id": befund}), json!({})).unwrap();
    h.schritt(&h.qm, &id, umsetzen("2026-01-31")).unwrap();
    let spaetere = h.lesen(&h.qm, &id)["wirkung"]["spaetere"].as_array().unwrap().clone();
    let folge: Vec<_> =
        spaetere.iter().map(|s| (text(&s["ergebnis"]["pruefung_id"]), &s["vergleich"])).collect();
    assert_eq!(folge.iter().map(|(p, _)| p).collect::<Vec<_>>(), [&ohne_ziel, &mit_ziel, &verfehlt]);
    let belegt: Vec<_> = folge.iter().map(|(_, v)| v["belegt"].as_bool().unwrap()).collect();
    assert_eq!(belegt, [false, true, false]);
    assert!(
        folge[1].1["p"].as_f64().unwrap() > 0.05 && text(&folge[1].1["saetze"][1]).contains("Ziel belegt")
    );
    for (pruefung, vorschau) in [&folge[2], &folge[0], &folge[1]] {
        h.wirkung(&h.qm, &id, pruefung).unwrap();
        assert_eq!(&&h.lesen(&h.qm, &id)["wirkung"]["ergebnis"], vorschau);
    }
    assert_eq!(h.stand(&id), "wirkung_belegt");
}

#[test]
fn die_naechsten_nach_der_umsetzung_stehen_zuerst() {
    let h = Massnahmenhaus::neu();
    let (erste, befund) = h.pruefung("2024-01-01", "2024-01-31", "voll", (5, 2));
    h.schliessen(&erste);
    let monat = |i: u32| {
        let von = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Months::new(i);
        (von.to_string(), (von + chrono::Months::new(1) - chrono::Days::new(1)).to_string())
    };
    // Three before the day of doing, nineteen after it.
    let spaetere: Vec<String> = (3..25)
        .map(|i| {
            let (von, bis) = monat(i);
            let (p, _) = h.pruefung(&von, &bis, "voll", (1, 0));
            h.schliessen(&p);
            p
        })
        .collect();
    let id = h.anlegen(&h.qm, json!({"art": "feststellung", "id": befund}), json!({})).unwrap();
    h.schritt(&h.qm, &id, umsetzen("2024-07-01")).unwrap();
    let w = h.lesen(&h.qm, &id)["wirkung"].clone();
    let folge: Vec<String> =
        w["spaetere"].as_array().unwrap().iter().map(|s| text(&s["ergebnis"]["pruefung_id"])).collect();
    let mut erwartet = spaetere[3..].to_vec();
    erwartet.push(spaetere[2].clone());
    assert_eq!((folge, &w["weitere"]), (erwartet, &json!(2)));
}

#[test]
fn jede_herkunft_wird_geprueft() {
    let h = Massnahmenhaus::neu();
    let karla = h.t.person("karla", &[Rolle::Kundenreaktionsmanagement], None, &[]);
    let wanda = h.t.person("wanda", &[Rolle::Widerspruchsstelle], None, &[]);
    let g = h.t.aendern(
        &karla,
        "kundenreaktion.anlegen",
        json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": gesichtet()}),
    );
    let k = g.unwrap().objekte[0].id.clone();
    let zusage = json!({"id": k, "version": 1, "schritt": {"art": "massnahme_ableiten", "was": "Aushang am Empfang", "bis": "2026-12-15"}, "text": null});
    h.t.aendern(&karla, "kundenreaktion.schritt", zusage.clone())
        .or_else(|_| h.t.aendern(&karla, "kundenreaktion.schritt", mit(zusage, &json!({"version": 2}))))
        .unwrap();
    let zugesagt = json!({"art": "kundenreaktion", "id": k, "massnahme": 1});
    let vorlage = h.t.lesen(&karla, "massnahme.herkunft", json!({"herkunft": zugesagt})).unwrap();
    assert_eq!((&vorlage["was"], &vorlage["bis"]), (&json!("Aushang am Empfang"), &json!("2026-12-15")));
    h.anlegen(&karla, zugesagt.clone(), json!({})).unwrap();
    // The same promise only once; another measure from the same reaction is fine.
    assert!(h.anlegen(&karla, zugesagt, json!({})).unwrap_err().text.contains("M-2026-001"));
    h.anlegen(&karla, json!({"art": "kundenreaktion", "id": k, "massnahme": null}), json!({})).unwrap();
    let fehlt = h.anlegen(&karla, json!({"art": "kundenreaktion", "id": k, "massnahme": 2}), json!({}));
    assert_eq!(fehlt.unwrap_err().code, Code::NichtGefunden);
    let verfahren =
        h.t.aendern(
            &wanda,
            "widerspruch.anlegen",
            json!({"art": "widerspruch", "angaben": crate::widerspruch::angaben(),
        "klar": crate::widerspruch::klar(), "vorgaenger_id": null}),
        )
        .unwrap();
    let v = verfahren.id_von("verfahren");
    let w = h.anlegen(&wanda, json!({"art": "widerspruch", "id": v}), json!({})).unwrap();
    assert!(text(&h.lesen(&wanda, &w)["herkunft_nummer"]).starts_with("W-2026-"));
    // Who may not see a record makes no measure from it, nor from one that is not there.
    for (wer, herkunft) in [
        (&wanda, json!({"art": "kundenreaktion", "id": k, "massnahme": null})),
        (&karla, json!({"art": "widerspruch", "id": v})),
        (&h.qm, json!({"art": "feststellung", "id": "gibtesnicht"})),
        (&h.qm, json!({"art": "abweichung", "durchgang_id": "gibtesnicht", "frage": "1"})),
        (&h.qm, json!({"art": "datenschutzvorfall", "id": "gibtesnicht"})),
        (&h.qm, json!({"art": "gefaehrdung", "id": "gibtesnicht"})),
    ] {
        assert_eq!(
            h.anlegen(wer, herkunft.clone(), json!({})).unwrap_err().code,
            Code::NichtGefunden,
            "{herkunft}"
        );
    }
    // Not measurable: there is no item. The legal end has a reason.
    h.schritt(&wanda, &w, umsetzen("2026-11-20")).unwrap();
    assert!(h.wirkung(&wanda, &w, "gibtesnicht").unwrap_err().text.contains("nicht messbar"));
    h.schritt(
        &wanda,
        &w,
        json!({"art": "nicht_messbar", "am": "2026-11-20", "grund": "Einzelfall ohne Merkmal"}),
    )
    .unwrap();
    assert_eq!(h.stand(&w), "nicht_messbar");
    h.t.protokoll_stimmt();
}

trait Erstes {
    fn id_von(&self, art: &str) -> String;
}

impl Erstes for iks_core::api::Geaendert {
    fn id_von(&self, art: &str) -> String {
        self.objekte.iter().find(|o| o.art == art).unwrap().id.clone()
    }
}

#[test]
fn was_jede_rolle_sieht_und_aendert() {
    let h = Massnahmenhaus::neu();
    let bl = h.t.person("bl", &[Rolle::Bereichsleitung], Some(&h.ids["Markt und Integration"]), &[]);
    let gf = h.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let rv = h.t.person("rv", &[Rolle::Revision], None, &[]);
    let ds = h.t.person("ds", &[Rolle::Datenschutz], None, &[]);
    let ak = h.t.person("ak", &[Rolle::Korruptionspraevention], None, &[]);
    let pk = h.t.person("pk", &[Rolle::Pruefkraft], None, &[]);
    let team = |name: &str| json!({"rolle": "teamleitung", "team_id": h.ids[name]});
    let leistung = h.anlegen(&h.qm, eigen(), team("Leistung 1")).unwrap();
    let markt = h.anlegen(&h.qm, eigen(), team("Markt und Integration 1")).unwrap();
    let fuer_ds = h.anlegen(&h.qm, eigen(), json!({"rolle": "datenschutz"})).unwrap();
    let von_ak = h.anlegen(&ak, eigen(), json!({"rolle": "korruptionspraevention"})).unwrap();
    for (wer, sieht) in [
        (&h.qm, vec!["001", "002", "003", "004"]),
        (&gf, vec!["001", "002", "003", "004"]),
        (&rv, vec!["001", "002", "003", "004"]),
        (&ds, vec!["001", "002", "003", "004"]),
        (&h.tl, vec!["001"]),
        (&bl, vec!["002"]),
    ] {
        assert_eq!(h.liste(wer, json!({}), "nummer"), sieht, "{}", wer.benutzer_id());
    }
    let code = |r: Result<Value, Fehler>| r.unwrap_err().code;
    let frage = || listenfrage(json!({}), "nummer");
    assert_eq!(code(h.t.lesen(&pk, "massnahme.liste", frage())), Code::Recht);
    assert_eq!(code(h.t.lesen(&h.t.admin, "massnahme.liste", frage())), Code::Recht);
    assert_eq!(code(h.t.lesen(&h.tl, "massnahme.lesen", json!({"id": markt}))), Code::NichtGefunden);
    // Changing: the owner's function, who entered it, the house roles.
    let vermerk = || json!({"art": "vermerken", "text": "angesprochen"});
    h.schritt(&ds, &fuer_ds, vermerk()).unwrap();
    h.schritt(&ak, &von_ak, vermerk()).unwrap();
    h.schritt(&h.tl, &leistung, vermerk()).unwrap();
    h.schritt(&bl, &markt, vermerk()).unwrap();
    h.schritt(&gf, &markt, vermerk()).unwrap();
    let fremd = h.schritt(&ds, &leistung, vermerk()).unwrap_err();
    assert!(fremd.code == Code::Recht && fremd.text.contains("wer sie angelegt hat"));
    assert_eq!(h.schritt(&rv, &leistung, vermerk()).unwrap_err().code, Code::Recht);
    assert_eq!(h.schritt(&h.tl, &markt, vermerk()).unwrap_err().code, Code::NichtGefunden);
    assert_eq!(h.lesen(&ds, &leistung)["moeglich"], json!([]));
    assert_eq!(h.lesen(&ds, &fuer_ds)["darf_aendern"], true);
    // "Eigene" and the start page.
    assert_eq!(h.liste(&ds, json!({"eigene": true}), "nummer"), ["003"]);
    assert_eq!(h.liste(&ak, json!({"eigene": true}), "nummer"), ["004"]);
    let offen = |wer| h.t.lesen(wer, "massnahme.uebersicht", json!({})).unwrap()["offen"].clone();
    assert_eq!((offen(&ds), offen(&h.tl), offen(&gf)), (json!(1), json!(1), json!(4)));
    // A role that sees to nothing.
    assert_eq!(
        h.anlegen(&h.qm, eigen(), json!({"rolle": "revision"})).unwrap_err().felder[0].feld,
        "angaben.rolle"
    );
}

#[test]
fn konflikt_verschieben_und_aendern() {
    let h = Massnahmenhaus::neu();
    let id = h.anlegen(&h.qm, eigen(), json!({})).unwrap();
    let alt = h.bezug(&id);
    h.schritt(&h.qm, &id, json!({"art": "beginnen", "am": "2026-11-20"})).unwrap();
    let r = mit(alt, &json!({"schritt": {"art": "vermerken", "text": "angesprochen"}}));
    let f = h.t.aendern(&h.qm, "massnahme.schritt", r).unwrap_err();
    assert_eq!(f.code, Code::Konflikt);
    assert_eq!(f.stand.unwrap()["lage"]["stand"], "in_umsetzung");
    // The due day moves by a step only, with a reason and not into the past.
    let r = mit(h.bezug(&id), &json!({"angaben": mit(angaben(), &json!({"faellig": "2027-06-30"}))}));
    let f = h.t.aendern(&h.qm, "massnahme.aendern", r).unwrap_err();
    assert_eq!(f.felder[0].feld, "angaben.faellig");
    let vorbei = json!({"art": "verschieben", "bis": "2026-11-01", "grund": "früher fertig"});
    assert_eq!(h.schritt(&h.qm, &id, vorbei).unwrap_err().felder[0].feld, "schritt.bis");
    h.schritt(
        &h.qm,
        &id,
        json!({"art": "verschieben", "bis": "2027-06-30", "grund": "Fachanwendung kommt später"}),
    )
    .unwrap();
    let r = mit(
        h.bezug(&id),
        &json!({"angaben": mit(angaben(), &json!({"was": "Merkblatt, Konto DE02120300000000202051"}))}),
    );
    let g = h.t.aendern(&h.qm, "massnahme.aendern", r).unwrap();
    assert!(g.hinweise[0].contains("IBAN"));
    assert_eq!(h.liste(&h.qm, json!({"suche": "merkblatt"}), "nummer"), ["001"]);
    // A suspicion is not kept here, and the sentence says where it belongs.
    let verdacht = json!({"art": "vermerken", "text": "Im Team wurde jemand bestochen."});
    let f = h.schritt(&h.qm, &id, verdacht).unwrap_err();
    assert!(f.felder[0].feld == "schritt.text" && f.text.contains("Meldestelle"));
    let r = mit(h.bezug(&id), &json!({"grund": "Verdacht gegen eine Kraft"}));
    let f = h.t.aendern(&h.qm, "massnahme.schritt_zuruecknehmen", r).unwrap_err();
    assert!(f.felder[0].feld == "grund" && f.text.contains("Meldestelle"));
    let f = h.anlegen(&h.qm, eigen(), json!({"was": "Korruptionsverdacht im Team klären"})).unwrap_err();
    assert_eq!(f.felder[0].feld, "angaben.was");
    assert_eq!(
        h.anlegen(&h.qm, eigen(), json!({"faellig": "2026-11-19"})).unwrap_err().felder[0].feld,
        "angaben.faellig"
    );
    assert_eq!(h.schritt(&h.qm, &id, umsetzen("2026-11-21")).unwrap_err().felder[0].feld, "schritt.am");
    // Closed: nothing changes but by taking the step back.
    h.schritt(
        &h.qm,
        &id,
        json!({"art": "verwerfen", "am": "2026-11-20", "grund": "durch neue Weisung überholt"}),
    )
    .unwrap();
    let r = mit(h.bezug(&id), &json!({"angaben": angaben()}));
    assert_eq!(h.t.aendern(&h.qm, "massnahme.aendern", r).unwrap_err().code, Code::Regel);
    h.t.protokoll_stimmt();
}

#[test]
fn liste_filtert_sortiert_und_geht_hinaus() {
    let h = Massnahmenhaus::neu();
    h.anlegen(&h.qm, eigen(), json!({"faellig": "2026-11-25", "art": "schulung"})).unwrap();
    h.anlegen(&h.qm, eigen(), json!({"faellig": "2026-11-20", "rolle": "teamleitung"})).unwrap();
    let dritte = h.anlegen(&h.qm, eigen(), json!({"faellig": "2026-11-21"})).unwrap();
    let vierte = h.anlegen(&h.qm, eigen(), json!({"faellig": "2026-11-22"})).unwrap();
    h.schritt(&h.qm, &dritte, umsetzen("2026-03-01")).unwrap();
    h.schritt(&h.qm, &vierte, json!({"art": "verwerfen", "am": "2026-11-20", "grund": "doppelt angelegt"}))
        .unwrap();
    // Three days on: one is overdue, one is near, of one the effect is to be checked since June.
    h.t.umgebung.stelle(chrono::TimeZone::with_ymd_and_hms(&chrono::Utc, 2026, 11, 23, 8, 0, 0).unwrap());
    assert_eq!(h.liste(&h.qm, json!({}), "dringlichkeit"), ["002", "003", "001", "004"]);
    assert_eq!(h.liste(&h.qm, json!({}), "faellig"), ["002", "003", "004", "001"]);
    for (filter, zeilen) in [
        (json!({"ueberfaellig": true}), vec!["002"]),
        (json!({"wirkung_zu_pruefen": true}), vec!["003"]),
        (json!({"nur_offene": true}), vec!["001", "002", "003"]),
        (json!({"arten": ["schulung"]}), vec!["001"]),
        (json!({"staende": ["verworfen", "umgesetzt"]}), vec!["003", "004"]),
        (json!({"rollen": ["teamleitung"]}), vec!["002"]),
        (json!({"herkuenfte": ["feststellung"]}), vec![]),
        (json!({"faellig_von": "2026-11-21", "faellig_bis": "2026-11-22"}), vec!["003", "004"]),
        (json!({"suche": "antragsdatum M-2026-002"}), vec!["002"]),
    ] {
        assert_eq!(h.liste(&h.qm, filter.clone(), "nummer"), zeilen, "{filter}");
    }
    let u = h.t.lesen(&h.qm, "massnahme.uebersicht", json!({})).unwrap();
    assert_eq!(
        (&u["ueberfaellig"], &u["bald_faellig"], &u["wirkung_zu_pruefen"], &u["offen"]),
        (&json!(1), &json!(1), &json!(1), &json!(3))
    );
    for endung in ["csv", "xlsx", "pdf"] {
        let datei = h.t.ordner.path().join(format!("massnahmen.{endung}"));
        let r = json!({"liste": listenfrage(json!({"nur_offene": true}), "nummer"),
            "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": ["nummer", "was", "zustaendig", "faellig", "stand"]}});
        let g = h.t.aendern(&h.qm, "massnahme.exportieren", r).unwrap();
        assert_eq!(g.hinweise, ["Die Liste ist geschrieben: 3 Zeilen."]);
        if endung == "csv" {
            let inhalt = String::from_utf8_lossy(&std::fs::read(&datei).unwrap()).into_owned();
            assert!(inhalt.contains("M-2026-002") && !inhalt.contains("M-2026-004"));
            assert!(inhalt.contains("nur offene"), "{inhalt}");
        }
    }
    // The report of the period, which must be a sound PDF.
    let datei = h.t.ordner.path().join("liste.pdf");
    let r = json!({"name": "massnahmen", "nummer": null, "von": "2026-01-01", "bis": "2026-12-31", "datei": datei, "ueberschreiben": false});
    h.t.aendern(&h.qm, "bericht.exportieren", r).unwrap();
    crate::pruefbericht::einwandfrei(&datei);
    let gelesen = crate::pruefbericht::text(&datei);
    assert!(gelesen.contains("Überfällige Maßnahmen") && gelesen.contains("M-2026-002"));
    h.t.protokoll_stimmt();
}
