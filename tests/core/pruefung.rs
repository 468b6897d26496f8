//! Checks: planning, numbers, states, who sees what.

use crate::fixture::Testhaus;
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub type Ids = BTreeMap<String, String>;

pub fn qm(t: &Testhaus) -> Sitzung {
    t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[])
}

/// A plan on the shipped theme "Bewilligung" for two teams of Leistungsgewährung.
pub fn plan(t: &Testhaus, qm: &Sitzung, ids: &Ids) -> Value {
    let themen = t.lesen(qm, "pruefthema.liste", json!({})).unwrap();
    let zeile = themen.as_array().unwrap().iter().find(|z| z["thema"]["kennung"] == "bewilligung").unwrap();
    json!({
        "thema_id": zeile["thema"]["id"], "vorlage_id": zeile["vorlagen"][0]["id"],
        "bereich_id": ids["Leistungsgewährung"], "teams": [ids["Leistung 1"], ids["Leistung 2"]],
        "zeitraum_von": "2026-01-01", "zeitraum_bis": "2026-06-30",
        "pruefungsart": "basis", "nachschau_zu": null, "auswahl": "zufall",
        "fehlerdefinition": "jede", "teilweise_zaehlt": true, "ziel": 0.1, "konfidenz": 0.95,
        "schichtung": "team", "mindest_je_schicht": 5, "stichprobe_geplant": 60, "erweiterung_regel": "",
        "dsb_beteiligt_am": "2026-11-02", "gegenpruefung_anteil": 10, "restliche_auf_ja": false, "stellungnahme_tage": 14
    })
}

pub fn anlegen(t: &Testhaus, qm: &Sitzung, plan: &Value) -> String {
    let g = t.aendern(qm, "pruefung.anlegen", json!({"plan": plan})).unwrap();
    g.objekte[0].id.clone()
}

fn liste(t: &Testhaus, wer: &Sitzung, filter: Value) -> Value {
    let mut alle =
        json!({"text": "", "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    for (k, v) in filter.as_object().unwrap() {
        alle[k] = v.clone();
    }
    t.lesen(
        wer,
        "pruefung.liste",
        json!({"filter": alle, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 50}}),
    )
    .unwrap()
}

fn lesen(t: &Testhaus, wer: &Sitzung, id: &str) -> Value {
    t.lesen(wer, "pruefung.lesen", json!({"id": id})).unwrap()
}

#[test]
fn anlegen_gibt_fortlaufende_nummern_und_haelt_die_vorlage_fest() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let p = plan(&t, &qm, &ids);
    let g = t.aendern(&qm, "pruefung.anlegen", json!({"plan": p})).unwrap();
    assert!(g.hinweise[0].contains("ungeprüft"), "{:?}", g.hinweise);
    assert_eq!(g.objekte.len(), 2, "check and sheet are both sealed");
    // A refused one takes no number.
    let mut falsch = p.clone();
    falsch["ziel"] = json!(1.5);
    t.aendern(&qm, "pruefung.anlegen", json!({"plan": falsch})).unwrap_err();
    let zweite = anlegen(&t, &qm, &p);
    assert_eq!(lesen(&t, &qm, &zweite)["pruefung"]["nummer"], "FA-2026-002");
    t.umgebung.stelle(chrono::TimeZone::with_ymd_and_hms(&chrono::Utc, 2027, 1, 4, 8, 0, 0).unwrap());
    let dritte = anlegen(&t, &qm, &p);
    let d = lesen(&t, &qm, &dritte);
    assert_eq!(d["pruefung"]["nummer"], "FA-2027-001");
    assert_eq!(d["pruefung"]["plan"]["ziel"], 0.1);
    assert_eq!(d["pruefung"]["plan"]["konfidenz"], 0.95);
    assert_eq!(d["pruefung"]["version"], 1);
    assert_eq!(d["vorlage"]["verwendet"], true);
    assert_eq!(d["angelegt_zeichen"], "QM-1");
    assert_eq!(d["teams"].as_array().unwrap().len(), 2);
    assert_eq!(d["naechster_schritt"], "Bitte lesen Sie die Grundgesamtheit ein.");
    assert_eq!(
        d["darf"],
        json!({"aendern": true, "nicht_durchfuehren": true, "abschliessen": false, "nachschau": false})
    );
    assert_eq!(liste(&t, &qm, json!({}))["jahre"], json!([2027, 2026]));
    t.protokoll_stimmt();
}

#[test]
fn verweise_muessen_stimmen() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let p = plan(&t, &qm, &ids);
    let andere = t.lesen(&qm, "pruefthema.liste", json!({})).unwrap()[0]["vorlagen"][0]["id"].clone();
    assert_ne!(andere, p["vorlage_id"]);
    for (feld, wert, genannt) in [
        ("thema_id", json!("x"), "plan.thema_id"),
        ("vorlage_id", andere, "plan.vorlage_id"),
        ("bereich_id", json!("x"), "plan.bereich_id"),
        ("teams", json!([ids["Markt und Integration 1"]]), "plan.teams"),
        ("zeitraum_bis", json!("2025-12-31"), "plan.zeitraum_bis"),
        ("konfidenz", json!(1), "plan.konfidenz"),
        ("auswahl", json!("voll"), "plan.schichtung"),
    ] {
        let mut falsch = p.clone();
        falsch[feld] = wert;
        let f = t.aendern(&qm, "pruefung.anlegen", json!({"plan": falsch})).unwrap_err();
        assert_eq!(f.felder[0].feld, genannt, "{f:?}");
    }
    let mut nachschau = p.clone();
    nachschau["pruefungsart"] = json!("nachschau");
    nachschau["nachschau_zu"] = json!("x");
    let f = t.aendern(&qm, "pruefung.anlegen", json!({"plan": nachschau})).unwrap_err();
    assert_eq!(f.felder[0].feld, "plan.nachschau_zu");
    let erste = anlegen(&t, &qm, &p);
    nachschau["nachschau_zu"] = json!(erste);
    let zweite = anlegen(&t, &qm, &nachschau);
    assert_eq!(lesen(&t, &qm, &zweite)["nachschau_nummer"], "FA-2026-001");
}

#[test]
fn aendern_und_nicht_durchfuehren() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let mut p = plan(&t, &qm, &ids);
    let id = anlegen(&t, &qm, &p);
    p["auswahl"] = json!("bewusst");
    p["schichtung"] = json!("keine");
    p["ziel"] = Value::Null;
    let aendern =
        |version: i64| t.aendern(&qm, "pruefung.aendern", json!({"id": id, "version": version, "plan": p}));
    aendern(1).unwrap();
    let f = aendern(1).unwrap_err();
    assert_eq!(f.code, Code::Konflikt);
    assert_eq!(f.stand.unwrap()["plan"]["auswahl"], "bewusst");
    assert_eq!(lesen(&t, &qm, &id)["pruefung"]["plan"]["ziel"], Value::Null);

    let f = t.aendern(&qm, "pruefung.abschliessen", json!({"id": id, "version": 2})).unwrap_err();
    assert_eq!(f.code, Code::Regel);
    let beenden = |grund: &str| {
        t.aendern(&qm, "pruefung.nicht_durchfuehren", json!({"id": id, "version": 2, "grund": grund}))
    };
    assert_eq!(beenden(" ").unwrap_err().felder[0].feld, "grund");
    beenden("Das Fachverfahren liefert die Liste nicht.").unwrap();
    let d = lesen(&t, &qm, &id);
    assert_eq!(d["pruefung"]["stand"], "nicht_durchgefuehrt");
    assert_eq!(d["beendet_zeichen"], "QM-1");
    assert_eq!(
        d["darf"],
        json!({"aendern": false, "nicht_durchfuehren": false, "abschliessen": false, "nachschau": false})
    );
    assert_eq!(aendern(3).unwrap_err().code, Code::Regel);
    t.protokoll_stimmt();
}

#[test]
fn jede_rolle_sieht_nur_ihre_pruefungen() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let leistung = plan(&t, &qm, &ids);
    let mut markt = leistung.clone();
    markt["bereich_id"] = json!(ids["Markt und Integration"]);
    markt["teams"] = json!([ids["Markt und Integration 1"]]);
    let leistung = anlegen(&t, &qm, &leistung);
    let markt = anlegen(&t, &qm, &markt);
    let bereich = Some(ids["Leistungsgewährung"].as_str());
    for (name, rolle, bereich, teams, sieht) in [
        ("bl", Rolle::Bereichsleitung, bereich, vec![], vec![&leistung]),
        ("tl1", Rolle::Teamleitung, bereich, vec![ids["Leistung 2"].as_str()], vec![&leistung]),
        ("tl3", Rolle::Teamleitung, bereich, vec![ids["Leistung 3"].as_str()], vec![]),
        ("tlm", Rolle::Teamleitung, None, vec![ids["Markt und Integration 1"].as_str()], vec![&markt]),
        ("pk", Rolle::Pruefkraft, bereich, vec![], vec![]),
        ("gf", Rolle::Geschaeftsfuehrung, None, vec![], vec![&markt, &leistung]),
        ("ds", Rolle::Datenschutz, None, vec![], vec![&markt, &leistung]),
        ("rv", Rolle::Revision, None, vec![], vec![&markt, &leistung]),
    ] {
        let wer = t.person(name, &[rolle], bereich, &teams);
        let antwort = liste(&t, &wer, json!({}));
        let gesehen: Vec<&str> =
            antwort["zeilen"].as_array().unwrap().iter().map(|z| z["id"].as_str().unwrap()).collect();
        assert_eq!(gesehen, sieht, "{name}");
        assert_eq!(antwort["gesamt"], sieht.len());
        for id in [&leistung, &markt] {
            let einzeln = t.lesen(&wer, "pruefung.lesen", json!({"id": id}));
            match einzeln {
                Ok(d) => {
                    assert!(sieht.contains(&id), "{name}");
                    assert_eq!(d["darf"]["aendern"], false, "{name}");
                }
                Err(f) => {
                    assert!(!sieht.contains(&id), "{name}");
                    assert_eq!(f.code, Code::NichtGefunden);
                }
            }
        }
    }
    for name in ["pruefung.liste", "pruefthema.liste"] {
        assert!(iks_core::api::umfang(Rolle::Administration, name) == iks_core::api::Umfang::Kein, "{name}");
    }
    t.protokoll_stimmt();
}

#[test]
fn liste_filtert_sortiert_und_blaettert() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let p = plan(&t, &qm, &ids);
    for _ in 0..3 {
        anlegen(&t, &qm, &p);
    }
    let mut andere = p.clone();
    andere["teams"] = json!([ids["Leistung 3"]]);
    andere["zeitraum_von"] = json!("2025-07-01");
    let vierte = anlegen(&t, &qm, &andere);
    t.aendern(
        &qm,
        "pruefung.nicht_durchfuehren",
        json!({"id": vierte, "version": 1, "grund": "Personalausfall"}),
    )
    .unwrap();
    let anzahl = |filter: Value| liste(&t, &qm, filter)["gesamt"].as_u64().unwrap();
    assert_eq!(anzahl(json!({})), 4);
    assert_eq!(anzahl(json!({"text": "fa-2026-00"})), 4);
    assert_eq!(anzahl(json!({"text": "003"})), 1);
    assert_eq!(anzahl(json!({"text": "weiterbewilligung"})), 4);
    assert_eq!(anzahl(json!({"text": "%"})), 0);
    assert_eq!(anzahl(json!({"stand": ["nicht_durchgefuehrt", "gezogen"]})), 1);
    assert_eq!(anzahl(json!({"team_id": ids["Leistung 3"]})), 1);
    assert_eq!(anzahl(json!({"team_id": ids["Leistung 1"], "jahr": 2026})), 3);
    assert_eq!(anzahl(json!({"jahr": 2025})), 0);
    assert_eq!(anzahl(json!({"bereich_id": ids["Markt und Integration"]})), 0);
    assert_eq!(anzahl(json!({"thema_id": p["thema_id"]})), 4);
    let leer =
        json!({"text": "", "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let seite = |sortierung: &str, absteigend: bool, ab: u32| {
        let a = t
            .lesen(
                &qm,
                "pruefung.liste",
                json!({"filter": leer, "sortierung": sortierung, "absteigend": absteigend, "blatt": {"ab": ab, "anzahl": 2}}),
            )
            .unwrap();
        a["zeilen"]
            .as_array()
            .unwrap()
            .iter()
            .map(|z| z["nummer"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(seite("nummer", false, 2), ["FA-2026-003", "FA-2026-004"]);
    assert_eq!(seite("zeitraum", false, 0)[0], "FA-2026-004");
    assert_eq!(seite("stand", true, 0)[0], "FA-2026-004");
    assert_eq!(seite("nummer", true, 4).len(), 0);
}

#[test]
fn planer_antwortet_in_saetzen() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let frage = |n: u64, ziel: f64, wahr: f64| {
        t.lesen(
            &qm,
            "pruefung.planung",
            json!({"grundgesamtheit": n, "auswahleinheit": "fall", "ziel": ziel, "konfidenz": 0.95, "wahre_rate": wahr}),
        )
    };
    let a = frage(4920, 0.1, 0.02).unwrap();
    assert_eq!(a["vorschlaege"][0]["satz"], "29 Akten, wenn kein Fehler erlaubt ist.");
    assert_eq!(a["vorschlaege"].as_array().unwrap().len(), 4);
    let zweistufig = &a["zweistufig"];
    assert_eq!(zweistufig["n"], 30);
    assert!(
        zweistufig["regel"].as_str().unwrap().contains("werden 30 weitere Akten gezogen"),
        "{zweistufig}"
    );
    assert_eq!(frage(60, 0.1, 0.02).unwrap()["zweistufig"], Value::Null);
    for (n, ziel, wahr, feld) in [
        (0, 0.1, 0.02, "grundgesamtheit"),
        (2_000_000, 0.1, 0.02, "grundgesamtheit"),
        (100, 0.1, 0.2, "wahre_rate"),
        (100, 1.5, 0.2, "ziel"),
    ] {
        assert_eq!(frage(n, ziel, wahr).unwrap_err().felder[0].feld, feld);
    }
}
