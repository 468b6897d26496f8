//! Retention through the doors: what is due, its removal by two people, and what is left of it. Widersprüche first,
//! then Kundenreaktionen.

use crate::fixture::{PASSWORT, Testhaus};
use crate::kundenreaktion::{Krm, gesichtet, kontakt, reaktion, versteckt, versteckt_am};
use crate::widerspruch::{Stelle, angaben, klar, mit};
use chrono::{TimeZone, Utc};
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

pub fn uebersicht(t: &Testhaus) -> Value {
    t.lesen(&t.admin, "aufbewahrung.uebersicht", json!({})).unwrap()
}

/// The rule of a kind.
pub fn regel(t: &Testhaus, art: &str) -> Value {
    let u = uebersicht(t);
    u["regeln"].as_array().unwrap().iter().find(|r| r["art"] == art).unwrap().clone()
}

fn speichern(t: &Testhaus, wer: &Sitzung, art: &str, jahre: u32) -> Ergebnis<()> {
    let version = regel(t, art)["version"].clone();
    t.aendern(wer, "aufbewahrung.speichern", json!({"art": art, "version": version, "jahre": jahre}))
        .map(drop)
}

/// The removal as the page asks for it, by `mit` at the desk of `platz`.
pub fn entfernen_von(
    t: &Testhaus,
    art: &str,
    platz: Option<&Sitzung>,
    mit: &Sitzung,
    anzahl: u64,
) -> Ergebnis<()> {
    let daten = json!({"art": art, "stichtag": regel(t, art)["stichtag"], "anzahl": anzahl});
    let op = Operation::aus_json("aufbewahrung.entfernen", daten)?;
    api::aendern_viele(&t.haus, mit, platz, vec![op], &Fortschritt::default()).map(drop)
}

fn entfernen(t: &Testhaus, platz: Option<&Sitzung>, mit: &Sitzung, anzahl: u64) -> Ergebnis<()> {
    entfernen_von(t, "widerspruch", platz, mit, anzahl)
}

/// What is due, and what is held back by which reason.
pub fn stand_von(t: &Testhaus, art: &str) -> (u64, Vec<(String, u64)>) {
    let r = regel(t, art);
    let gehalten = r["gehalten"].as_array().unwrap().iter();
    let gehalten = gehalten.map(|h| (h["grund"].as_str().unwrap().to_owned(), h["anzahl"].as_u64().unwrap()));
    (r["faellig"].as_u64().unwrap(), gehalten.collect())
}

fn stand(t: &Testhaus) -> (u64, Vec<(String, u64)>) {
    stand_von(t, "widerspruch")
}

pub fn eintraege(t: &Testhaus) -> u64 {
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
    am(&s.t, jahr, tag);
}

/// It is that day of November.
pub fn am(t: &Testhaus, jahr: i32, tag: u32) {
    t.umgebung.stelle(Utc.with_ymd_and_hms(jahr, 11, tag, 8, 0, 0).unwrap());
}

#[test]
fn nach_zehn_jahren_gehen_die_klardaten_und_sonst_nichts() {
    let s = Stelle::neu();
    let t = &s.t;
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    let (a, b) = (abgeschlossen(&s, None), abgeschlossen(&s, None));
    let bleibt = offen(&s, None);
    assert_eq!(regel(t, "widerspruch")["jahre"], 10);
    // Ten years after 20.11.2026 end with 20.11.2036.
    spaeter(&s, 2036, 20);
    assert_eq!(stand(t), (0, vec![]));
    spaeter(&s, 2036, 21);
    assert_eq!(stand(t), (2, vec![]));
    // Who sets the years is told before what would be due then.
    let vorschau = |wer: &Sitzung, jahre: u32| {
        t.lesen(wer, "aufbewahrung.vorschau", json!({"art": "widerspruch", "jahre": jahre}))
    };
    assert_eq!(vorschau(&t.admin, 10).unwrap(), json!({"stichtag": "2026-11-21", "faellig": 2}));
    assert_eq!(vorschau(&t.admin, 11).unwrap(), json!({"stichtag": "2025-11-21", "faellig": 0}));
    assert_eq!(vorschau(&t.admin, 31).unwrap_err().code, Code::Eingabe);
    assert_eq!(vorschau(&dsb, 10).unwrap_err().code, Code::Recht);
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
    let r = regel(t, "widerspruch");
    assert_eq!((&r["vorgabe"], &r["geaendert_am"], &r["version"]), (&json!(10), &Value::Null, &json!(0)));
    for jahre in [0, 31, 4_000_000_000] {
        let fehler = speichern(t, &t.admin, "widerspruch", jahre).unwrap_err();
        assert_eq!((fehler.code, fehler.felder[0].feld.as_str()), (Code::Eingabe, "jahre"));
    }
    assert_eq!(speichern(t, &dsb, "widerspruch", 5).unwrap_err().code, Code::Recht);
    speichern(t, &t.admin, "widerspruch", 5).unwrap();
    let r = regel(t, "widerspruch");
    assert_eq!((&r["jahre"], &r["vorgabe"], &r["stichtag"]), (&json!(5), &json!(10), &json!("2021-11-20")));
    assert_eq!((&r["geaendert_von"], &r["geaendert_am"]), (&json!("AD-1"), &json!("2026-11-20")));
    let veraltet = t
        .aendern(&t.admin, "aufbewahrung.speichern", json!({"art": "widerspruch", "version": 0, "jahre": 6}))
        .unwrap_err();
    assert_eq!((veraltet.code, veraltet.stand.unwrap()["jahre"].clone()), (Code::Konflikt, json!(5)));
    speichern(t, &t.admin, "widerspruch", 6).unwrap();
    assert_eq!(regel(t, "widerspruch")["version"], 2);
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

/// Answered with a note beside it, and closed on 20.11.2026.
fn erledigte_reaktion(k: &Krm, klar: Value) -> String {
    let id = k.anlegen(mit(reaktion(), json!({"art": "lob"})), klar, gesichtet()).unwrap();
    notieren(k, &id).unwrap();
    erledigen(k, &id);
    id
}

fn erledigen(k: &Krm, id: &str) {
    let beantworten = json!({"art": "beantworten", "am": "2026-11-20", "weg": "brief"});
    k.schritt(id, beantworten, Some("Guten Tag Frau Beispiel, vielen Dank.")).unwrap();
    abschliessen(k, id, "2026-11-20");
}

fn notieren(k: &Krm, id: &str) -> Ergebnis<()> {
    let r = json!({"id": id, "text": "Frau Beispiel hat noch einmal angerufen."});
    k.t.aendern(&k.karla, "kundenreaktion.notieren", r).map(drop)
}

fn abschliessen(k: &Krm, id: &str, am: &str) {
    k.schritt(id, json!({"art": "abschliessen", "am": am}), None).unwrap();
}

fn faellige(k: &Krm) -> (u64, Vec<(String, u64)>) {
    stand_von(&k.t, "kundenreaktion")
}

pub fn gehalten(grund: &str, anzahl: u64) -> (u64, Vec<(String, u64)>) {
    (0, vec![(grund.to_owned(), anzahl)])
}

#[test]
fn nach_drei_jahren_gehen_kontakt_schilderung_und_texte() {
    let k = Krm::neu();
    let t = &k.t;
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    let a = erledigte_reaktion(&k, kontakt());
    let b =
        erledigte_reaktion(&k, mit(kontakt(), json!({"name": "Max Muster", "fallnummer": "12345BG0000017"})));
    let bleibt = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    notieren(&k, &bleibt).unwrap();
    assert_eq!(regel(t, "kundenreaktion")["jahre"], 3);
    am(t, 2029, 20);
    assert_eq!(faellige(&k), (0, vec![]));
    am(t, 2029, 21);
    assert_eq!(faellige(&k), (2, vec![]));
    assert_eq!(stand(t), (0, vec![]), "the other kind has nothing to do with it");
    let vorher = k.lesen(&k.karla, &a);
    assert_eq!((&vorher["klar"]["name"], &vorher["entfernt_am"]), (&json!("Erika Beispiel"), &Value::Null));
    assert_eq!(vorher["beitraege"].as_array().unwrap().len(), 2);
    let n = eintraege(t);

    entfernen_von(t, "kundenreaktion", Some(&dsb), &t.admin, 2).unwrap();

    // One entry for the removal, and one for each of the four sealed texts that went.
    assert_eq!(eintraege(t), n + 1 + 4);
    t.protokoll_stimmt();
    assert_eq!(faellige(&k), (0, vec![]));
    for id in [&a, &b] {
        let nachher = k.lesen(&k.karla, id);
        assert_eq!((&nachher["klar"], &nachher["entfernt_am"]), (&Value::Null, &json!("2029-11-21")));
        assert_eq!((&nachher["beitraege"], &nachher["moeglich"]), (&json!([]), &json!([])));
        for weg in ["Erika", "Muster\"", "Frau Beispiel", "BG0000017", "03677", "Auszahlung"] {
            assert!(!nachher.to_string().contains(weg), "{weg}");
        }
    }
    // Pseudonym, days, steps and result are what they were; so is who wrote again.
    let nachher = k.lesen(&k.karla, &a);
    assert_eq!((&nachher["reaktion"], &nachher["uhr"]), (&vorher["reaktion"], &vorher["uhr"]));
    assert_eq!(nachher["dieselbe_person"], vorher["dieselbe_person"]);
    assert_eq!(k.lesen(&k.qm, &a)["entfernt_am"], "2029-11-21");
    // What is open still has everything, and the search finds by name only that.
    let offen = k.lesen(&k.karla, &bleibt);
    assert_eq!((&offen["klar"]["name"], &offen["entfernt_am"]), (&json!("Erika Beispiel"), &Value::Null));
    assert_eq!(offen["beitraege"].as_array().unwrap().len(), 1);
    let suche = |text: &str| {
        let r = json!({"filter": {"suche": text}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
        t.lesen(&k.karla, "kundenreaktion.liste", r).unwrap()
    };
    assert_eq!((&suche("erika")["gesamt"], &suche("erika")["zeilen"][0]["id"]), (&json!(1), &json!(bleibt)));
    for (text, gesamt) in [("muster", 0), ("12345bg0000017", 0), ("auszahlung", 1), ("bescheid", 3), ("", 3)]
    {
        assert_eq!(suche(text)["gesamt"], gesamt, "{text}");
    }
    let l = &uebersicht(t)["loeschungen"][0];
    assert_eq!(
        (&l["titel"], &l["anzahl"], &l["jahre"], &l["personen"]),
        (&json!("Kundenreaktionen"), &json!(2), &json!(3), &json!(["DS-1", "AD-1"]))
    );
}

#[test]
fn entfernte_reaktionen_lassen_sich_nicht_mehr_aendern() {
    let k = Krm::neu();
    let t = &k.t;
    let zweite = t.person("zweite", &[Rolle::Administration], None, &[]);
    let id = erledigte_reaktion(&k, kontakt());
    let neu = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let brief = k.lesen(&k.karla, &id)["beitraege"][1]["id"].clone();
    am(t, 2029, 21);
    entfernen_von(t, "kundenreaktion", Some(&t.admin), &zweite, 1).unwrap();
    let version = k.lesen(&k.karla, &id)["reaktion"]["version"].clone();
    let wieder = json!({"art": "wieder_oeffnen", "am": "2029-11-21", "grund": "schreibt noch einmal"});
    let nachfrage = json!({"art": "nachfragen", "am": "2029-11-21", "rueckmeldung": "geholfen"});
    for (op, mehr) in [
        ("aendern", json!({"angaben": mit(reaktion(), json!({"art": "lob"})), "klar": kontakt()})),
        ("schritt", json!({"schritt": wieder, "text": null})),
        ("schritt", json!({"schritt": nachfrage, "text": null})),
        ("sichten", json!({"antwort": versteckt()})),
        ("schritt_zuruecknehmen", json!({"grund": "doch noch offen"})),
        ("beurteilung_bestaetigen", json!({})),
        ("beurteilung_zurueckgeben", json!({"grund": "doch noch offen"})),
    ] {
        let r = mit(json!({"id": id, "version": version}), mehr);
        let fehler = t.aendern(&k.karla, &format!("kundenreaktion.{op}"), r).unwrap_err();
        assert_eq!(fehler.code, Code::Regel, "{op}");
        assert!(fehler.text.contains("Aufbewahrungsregel"), "{op}: {}", fehler.text);
    }
    assert!(notieren(&k, &id).unwrap_err().text.contains("Aufbewahrungsregel"));
    let zuweisen = json!({"reaktionen": [{"id": id, "version": 1}], "team_id": null, "person_id": null});
    let fehler = t.aendern(&k.karla, "kundenreaktion.zuweisen", zuweisen).unwrap_err();
    assert!(fehler.text.contains("Aufbewahrungsregel"));
    // Nothing goes on in it, and its letters are gone.
    let dorthin = json!({"art": "zusammenfuehren", "am": "2029-11-21", "mit": id});
    assert_eq!(k.schritt(&neu, dorthin, None).unwrap_err().felder[0].feld, "schritt.mit");
    let datei = t.ordner.path().join("antwort.pdf");
    let r = json!({"id": id, "beitrag_id": brief, "unterzeichner": "Kundenreaktionsmanagement", "datei": datei, "ueberschreiben": false});
    let fehler = t.aendern(&k.karla, "kundenreaktion.antwort_ausgeben", r).unwrap_err();
    assert_eq!(fehler.code, Code::NichtGefunden);
    t.protokoll_stimmt();
}

#[test]
fn ein_widerspruch_haelt_die_reaktion_aus_der_er_kam() {
    let k = Krm::neu();
    let t = &k.t;
    let anna = t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
    let zweite = t.person("zweite", &[Rolle::Administration], None, &[]);
    let id = k.anlegen(reaktion(), kontakt(), versteckt()).unwrap();
    // A second letter holds another one; each of them counts.
    k.sichten(&id, versteckt_am("2026-11-19")).unwrap();
    let ohne = json!({"art": "ohne_antwort", "am": "2026-11-20", "grund": "wird als Widerspruch geführt"});
    k.schritt(&id, ohne, None).unwrap();
    abschliessen(&k, &id, "2026-11-20");
    am(t, 2029, 21);
    assert_eq!(faellige(&k), gehalten("offen", 1));
    for (stelle, danach) in [(0, "offen"), (1, "spaeter")] {
        let verfahren = k.lesen(&k.karla, &id)["verfahren"][stelle]["id"].clone();
        let v = t.lesen(&anna, "widerspruch.lesen", json!({"id": verfahren})).unwrap();
        let r = json!({"id": verfahren, "version": v["verfahren"]["version"], "schritt": {"art": "zuruecknehmen", "am": "2029-11-21"}});
        t.aendern(&anna, "widerspruch.schritt", r).unwrap();
        assert_eq!(faellige(&k), gehalten(danach, 1));
    }
    // The Widerspruch has a rule of its own, and so many years hold for both.
    am(t, 2039, 21);
    assert_eq!((stand(t), faellige(&k)), ((0, vec![]), gehalten("spaeter", 1)));
    speichern(t, &t.admin, "widerspruch", 9).unwrap();
    assert_eq!((stand(t).0, faellige(&k)), (2, (1, vec![])));
    speichern(t, &t.admin, "widerspruch", 10).unwrap();
    am(t, 2039, 22);
    assert_eq!((stand(t).0, faellige(&k)), (2, (1, vec![])));
    // They may go first.
    entfernen(t, Some(&t.admin), &zweite, 2).unwrap();
    assert_eq!(faellige(&k), (1, vec![]));
    entfernen_von(t, "kundenreaktion", Some(&t.admin), &zweite, 1).unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["verfahren"][0]["nummer"], "W-2026-0001");
    t.protokoll_stimmt();
}

#[test]
fn zusammengefuehrte_reaktionen_gehen_gemeinsam() {
    let k = Krm::neu();
    let t = &k.t;
    let lob = || k.anlegen(mit(reaktion(), json!({"art": "lob"})), kontakt(), gesichtet()).unwrap();
    let (erste, zweite, dritte) = (lob(), lob(), lob());
    let in_andere = |id: &str, mit: &str| {
        k.schritt(id, json!({"art": "zusammenfuehren", "am": "2026-11-20", "mit": mit}), None).unwrap();
    };
    // Taken back and merged into another one: only what holds now links.
    let fremd = lob();
    in_andere(&erste, &fremd);
    let version = k.lesen(&k.karla, &erste)["reaktion"]["version"].clone();
    let r = json!({"id": erste, "version": version, "grund": "falsche Reaktion gewählt"});
    t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap();
    erledigen(&k, &fremd);
    in_andere(&erste, &zweite);
    in_andere(&zweite, &dritte);
    am(t, 2029, 21);
    // Over two steps; the one that was chosen by mistake is free.
    assert_eq!(faellige(&k), (1, vec![("offen".to_owned(), 2)]));
    let ohne = json!({"art": "ohne_antwort", "am": "2029-11-21", "grund": "anonym eingegangen"});
    k.schritt(&dritte, ohne, None).unwrap();
    abschliessen(&k, &dritte, "2029-11-21");
    assert_eq!(faellige(&k), (1, vec![("spaeter".to_owned(), 2)]));
    am(t, 2032, 22);
    assert_eq!(faellige(&k), (4, vec![]));
}

#[test]
fn wer_spaeter_hineinkommt_haelt_auch_das_ziel() {
    let k = Krm::neu();
    let lob = || k.anlegen(mit(reaktion(), json!({"art": "lob"})), kontakt(), gesichtet()).unwrap();
    let ziel = lob();
    am(&k.t, 2028, 21);
    let neu = lob();
    k.schritt(&neu, json!({"art": "zusammenfuehren", "am": "2028-11-21", "mit": ziel}), None).unwrap();
    // Answered long ago, entered only now.
    erledigen(&k, &ziel);
    am(&k.t, 2029, 21);
    assert_eq!(faellige(&k), gehalten("spaeter", 1));
    am(&k.t, 2031, 22);
    assert_eq!(faellige(&k), (2, vec![]));
}

#[test]
fn eine_massnahme_haelt_bis_ihr_tag_vorbei_ist() {
    let k = Krm::neu();
    let id = erledigte_reaktion(&k, kontakt());
    let massnahme = |bis: &str| {
        let schritt = json!({"art": "massnahme_ableiten", "was": "Vertretungsplan prüfen", "bis": bis});
        k.schritt(&id, schritt, None).unwrap();
    };
    massnahme("2029-11-30");
    massnahme("2035-01-01");
    let version = k.lesen(&k.karla, &id)["reaktion"]["version"].clone();
    let r = json!({"id": id, "version": version, "grund": "falscher Tag"});
    k.t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap();
    am(&k.t, 2029, 30);
    assert_eq!(faellige(&k), gehalten("massnahme", 1));
    k.t.umgebung.stelle(Utc.with_ymd_and_hms(2029, 12, 1, 8, 0, 0).unwrap());
    assert_eq!(faellige(&k), (1, vec![]));
}

/// Whoever comes back to a closed matter brings the measures of the first time with her.
#[test]
fn wieder_geoeffnet_zaehlt_der_letzte_abschluss() {
    let k = Krm::neu();
    let id = erledigte_reaktion(&k, kontakt());
    am(&k.t, 2029, 20);
    let wieder = json!({"art": "wieder_oeffnen", "am": "2029-11-20", "grund": "schreibt noch einmal"});
    k.schritt(&id, wieder, None).unwrap();
    am(&k.t, 2032, 20);
    assert_eq!(faellige(&k), (0, vec![]));
    k.sichten(&id, gesichtet()).unwrap();
    k.schritt(&id, json!({"art": "ohne_antwort", "am": "2029-11-20", "grund": "nichts Neues darin"}), None)
        .unwrap();
    abschliessen(&k, &id, "2032-11-20");
    assert_eq!(faellige(&k), (0, vec![]));
    am(&k.t, 2035, 21);
    assert_eq!(faellige(&k), (1, vec![]));
}
