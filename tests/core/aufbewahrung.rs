//! Retention through the doors: what is due, its removal by two people, and what is left of it.

use crate::fixture::{PASSWORT, Testhaus};
use crate::widerspruch::{Stelle, angaben, klar, mit};
use chrono::{TimeZone, Utc};
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

fn uebersicht(t: &Testhaus) -> Value {
    t.lesen(&t.admin, "aufbewahrung.uebersicht", json!({})).unwrap()
}

fn speichern(t: &Testhaus, wer: &Sitzung, jahre: u32) -> Ergebnis<()> {
    let version = uebersicht(t)["regeln"][0]["version"].clone();
    t.aendern(
        wer,
        "aufbewahrung.speichern",
        json!({"art": "widerspruch", "version": version, "jahre": jahre}),
    )
    .map(drop)
}

/// The removal as the page asks for it, by `mit` at the desk of `platz`.
fn entfernen(t: &Testhaus, platz: Option<&Sitzung>, mit: &Sitzung, anzahl: u64) -> Ergebnis<()> {
    let stichtag = uebersicht(t)["regeln"][0]["stichtag"].clone();
    let daten = json!({"art": "widerspruch", "stichtag": stichtag, "anzahl": anzahl});
    let op = Operation::aus_json("aufbewahrung.entfernen", daten)?;
    api::aendern_viele(&t.haus, mit, platz, vec![op], &Fortschritt::default()).map(drop)
}

/// What is due, and what is held back by which reason.
fn stand(t: &Testhaus) -> (u64, Vec<(String, u64)>) {
    let r = &uebersicht(t)["regeln"][0];
    let gehalten = r["gehalten"].as_array().unwrap().iter();
    let gehalten = gehalten.map(|h| (h["grund"].as_str().unwrap().to_owned(), h["anzahl"].as_u64().unwrap()));
    (r["faellig"].as_u64().unwrap(), gehalten.collect())
}

fn eintraege(t: &Testhaus) -> u64 {
    api::protokoll::pruefe(&t.haus, None).unwrap().eintraege
}

/// Closed on 20.11.2026 at once, as another one's follower if that is named.
fn abgeschlossen(s: &Stelle, vorgaenger: Option<&str>) -> String {
    let id = offen(s, vorgaenger);
    s.schritt(&id, json!({"art": "erledigt_durch_bescheid", "am": "2026-11-20"})).unwrap();
    id
}

fn offen(s: &Stelle, vorgaenger: Option<&str>) -> String {
    let angaben = mit(angaben(), json!({"bekanntgabe": null}));
    let r = json!({"art": "ueberpruefung", "angaben": angaben, "klar": klar(), "vorgaenger_id": vorgaenger});
    s.t.aendern(&s.anna, "widerspruch.anlegen", r).unwrap().objekte[0].id.clone()
}

fn spaeter(s: &Stelle, jahr: i32, tag: u32) {
    s.t.umgebung.stelle(Utc.with_ymd_and_hms(jahr, 11, tag, 8, 0, 0).unwrap());
}

#[test]
fn nach_zehn_jahren_gehen_die_klardaten_und_sonst_nichts() {
    let s = Stelle::neu();
    let t = &s.t;
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    let (a, b) = (abgeschlossen(&s, None), abgeschlossen(&s, None));
    let bleibt = offen(&s, None);
    assert_eq!(uebersicht(t)["regeln"][0]["jahre"], 10);
    // Ten years after 20.11.2026 end with 20.11.2036.
    spaeter(&s, 2036, 20);
    assert_eq!(stand(t), (0, vec![]));
    spaeter(&s, 2036, 21);
    assert_eq!(stand(t), (2, vec![]));
    let vorher = s.lesen(&s.anna, &a);
    assert_eq!((&vorher["klar"]["name"], &vorher["entfernt_am"]), (&json!("Erika Beispiel"), &Value::Null));
    let n = eintraege(t);

    entfernen(t, Some(&dsb), &t.admin, 2).unwrap();

    // One entry, whatever the number, and the chain and the numbers still agree.
    assert_eq!(eintraege(t), n + 1);
    t.protokoll_stimmt();
    assert_eq!(stand(t), (0, vec![]));
    for id in [&a, &b] {
        let nachher = s.lesen(&s.anna, id);
        assert_eq!((&nachher["klar"], &nachher["entfernt_am"]), (&Value::Null, &json!("2036-11-21")));
        assert_eq!(nachher["moeglich"], json!([]));
        assert!(!nachher.to_string().contains("BG0000017") && !nachher.to_string().contains("Erika"));
    }
    let nachher = s.lesen(&s.anna, &a);
    assert_eq!(nachher["verfahren"], vorher["verfahren"]);
    assert_eq!(nachher["fall"], vorher["verfahren"]["pseudonym"].as_str().unwrap()[..10]);
    // Neither the search nor the list knows it by name any more; the one that stays is still found.
    let suche = |text: &str| {
        let r = json!({"filter": {"suche": text}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
        t.lesen(&s.anna, "widerspruch.liste", r).unwrap()
    };
    assert_eq!(suche("erika")["gesamt"], 1);
    assert_eq!(suche("erika")["zeilen"][0]["id"], json!(bleibt));
    assert_eq!(suche("")["gesamt"], 3);
    assert!(suche("12345bg0000017")["zeilen"].as_array().unwrap().len() == 1);
    let l = &uebersicht(t)["loeschungen"][0];
    assert_eq!(
        (&l["anzahl"], &l["jahre"], &l["stichtag"], &l["am"]),
        (&json!(2), &json!(10), &json!("2026-11-21"), &json!("2036-11-21"))
    );
    assert_eq!(l["personen"], json!(["DS-1", "AD-1"]));
    let seite = t
        .lesen(&t.admin, "protokoll.seite", json!({"blatt": {"ab": 0, "anzahl": 1}, "von": null, "bis": null, "operation": "aufbewahrung.", "benutzer": null, "objekt": null}))
        .unwrap();
    assert_eq!(seite["zeilen"][0]["art"], "Entfernung nach der Aufbewahrungsregel");
}

#[test]
fn entferntes_laesst_sich_nicht_mehr_aendern() {
    let s = Stelle::neu();
    let t = &s.t;
    let zweite = t.person("zweite", &[Rolle::Administration], None, &[]);
    let id = abgeschlossen(&s, None);
    spaeter(&s, 2037, 1);
    entfernen(t, Some(&t.admin), &zweite, 1).unwrap();
    let version = s.lesen(&s.anna, &id)["verfahren"]["version"].clone();
    for (op, daten) in [
        (
            "widerspruch.aendern",
            json!({"id": id, "version": version, "angaben": mit(angaben(), json!({"bekanntgabe": null})), "klar": klar()}),
        ),
        (
            "widerspruch.schritt_zuruecknehmen",
            json!({"id": id, "version": version, "grund": "doch noch offen"}),
        ),
        ("widerspruch.zuweisen", json!({"id": id, "version": version, "zustaendig": null})),
    ] {
        let fehler = t.aendern(&s.anna, op, daten).unwrap_err();
        assert_eq!(fehler.code, Code::Regel, "{op}");
        assert!(fehler.text.contains("Aufbewahrungsregel"), "{op}: {}", fehler.text);
    }
    t.protokoll_stimmt();
}

#[test]
fn verbundene_verfahren_gehen_erst_gemeinsam() {
    let s = Stelle::neu();
    let t = &s.t;
    let erstes = abgeschlossen(&s, None);
    let zweites = abgeschlossen(&s, Some(&erstes));
    let drittes = offen(&s, Some(&zweites));
    spaeter(&s, 2037, 1);
    // Held from both sides, and over two steps.
    assert_eq!(stand(t), (0, vec![("offen".to_owned(), 2)]));
    let wiedervorlage = t
        .aendern(
            &s.anna,
            "wiedervorlage.anlegen",
            json!({"verfahren": [drittes], "am": "2037-12-01", "betreff": "Akte ansehen", "fuer": null}),
        )
        .unwrap()
        .objekte[0]
        .id
        .clone();
    s.schritt(&drittes, json!({"art": "erledigt_durch_bescheid", "am": "2037-11-01"})).unwrap();
    assert_eq!(stand(t), (0, vec![("spaeter".to_owned(), 2)]));
    spaeter(&s, 2047, 2);
    assert_eq!(stand(t), (0, vec![("wiedervorlage".to_owned(), 3)]));
    t.aendern(
        &s.anna,
        "wiedervorlage.erledigen",
        json!({"id": wiedervorlage, "version": 1, "erledigt": true}),
    )
    .unwrap();
    assert_eq!(stand(t), (3, vec![]));
}

#[test]
fn zwei_personen_und_die_gezeigte_zahl() {
    let s = Stelle::neu();
    let t = &s.t;
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    let dsb2 = t.person("dsb2", &[Rolle::Datenschutz], None, &[]);
    let id = abgeschlossen(&s, None);
    spaeter(&s, 2037, 1);
    let weigerung = |platz: Option<&Sitzung>, mit: &Sitzung, anzahl: u64| {
        entfernen(t, platz, mit, anzahl).unwrap_err().code
    };
    assert_eq!(weigerung(None, &t.admin, 1), Code::VierAugen, "alone");
    assert_eq!(weigerung(Some(&t.admin), &t.admin, 1), Code::VierAugen, "with herself");
    assert_eq!(weigerung(Some(&dsb), &dsb2, 1), Code::VierAugen, "without Administration");
    assert_eq!(weigerung(Some(&s.anna), &t.admin, 1), Code::Recht, "whose desk has no right to it");
    assert_eq!(weigerung(Some(&t.admin), &s.anna, 1), Code::Recht, "co-signed without a right to it");
    assert_eq!(weigerung(Some(&t.admin), &dsb, 2), Code::Regel, "another number than shown");
    assert_eq!(s.lesen(&s.anna, &id)["klar"]["name"], "Erika Beispiel");
    entfernen(t, Some(&t.admin), &dsb, 1).unwrap();
    assert_eq!(entfernen(t, Some(&t.admin), &dsb, 0).unwrap_err().text, "Es ist nichts fällig.");
    t.protokoll_stimmt();
    // Who sees the page and who does not.
    t.lesen(&dsb, "aufbewahrung.uebersicht", json!({})).unwrap();
    assert_eq!(t.lesen(&s.qm, "aufbewahrung.uebersicht", json!({})).unwrap_err().code, Code::Recht);
}

#[test]
fn die_dauer_gilt_mit_person_und_tag() {
    let s = Stelle::neu();
    let t = &s.t;
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    let r = uebersicht(t)["regeln"][0].clone();
    assert_eq!((&r["vorgabe"], &r["geaendert_am"], &r["version"]), (&json!(10), &Value::Null, &json!(0)));
    for jahre in [0, 31, 4_000_000_000] {
        let fehler = speichern(t, &t.admin, jahre).unwrap_err();
        assert_eq!((fehler.code, fehler.felder[0].feld.as_str()), (Code::Eingabe, "jahre"));
    }
    assert_eq!(speichern(t, &dsb, 5).unwrap_err().code, Code::Recht);
    speichern(t, &t.admin, 5).unwrap();
    let r = uebersicht(t)["regeln"][0].clone();
    assert_eq!((&r["jahre"], &r["vorgabe"], &r["stichtag"]), (&json!(5), &json!(10), &json!("2021-11-20")));
    assert_eq!((&r["geaendert_von"], &r["geaendert_am"]), (&json!("AD-1"), &json!("2026-11-20")));
    let veraltet = t
        .aendern(&t.admin, "aufbewahrung.speichern", json!({"art": "widerspruch", "version": 0, "jahre": 6}))
        .unwrap_err();
    assert_eq!((veraltet.code, veraltet.stand.unwrap()["jahre"].clone()), (Code::Konflikt, json!(5)));
    speichern(t, &t.admin, 6).unwrap();
    assert_eq!(uebersicht(t)["regeln"][0]["version"], 2);
    t.protokoll_stimmt();
}

/// After a new start the removal is still complete, and a backup of it can be checked.
#[test]
fn die_entfernung_ueberdauert_das_schliessen() {
    let s = Stelle::neu();
    let id = abgeschlossen(&s, None);
    let zweite = s.t.person("zweite", &[Rolle::Administration], None, &[]);
    spaeter(&s, 2037, 1);
    entfernen(&s.t, Some(&s.t.admin), &zweite, 1).unwrap();
    let (t, anna) = s.t.neu_oeffnen("anna", PASSWORT).map_err(|e| e.1).unwrap();
    let d = t.lesen(&anna, "widerspruch.lesen", json!({"id": id})).unwrap();
    assert_eq!(d["entfernt_am"], "2037-11-01");
    t.protokoll_stimmt();
}
