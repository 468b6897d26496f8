//! Zuwendungen: every step in every state, random ways; then through the two doors: four eyes, money, suspicion, rights.

use crate::fixture::{PASSWORT, Testhaus};
use crate::widerspruch::mit;
use chrono::NaiveDate;
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use iks_core::korruption::zuwendung::{
    Annahme, Geberart, Zuwendungsart, Zuwendungsinhalt, Zuwendungslage, Zuwendungsschritt as S,
    Zuwendungsschrittart as A, Zuwendungsstand, wertgrenze_hinweis,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const TAG: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn inhalt(art: Zuwendungsart) -> Zuwendungsinhalt {
    Zuwendungsinhalt {
        art,
        geber: Geberart::Kunde,
        tag: TAG,
        anzeige_nr: "17/2026".into(),
        ablage: "Personalstelle, Ordner 4".into(),
        gegenstand: "Pralinen".into(),
        anlass: String::new(),
        wert_cent: Some(800),
    }
}

fn schritt(was: A, annahme: Annahme) -> S {
    let text = || "aus gutem Grund".to_owned();
    match was {
        A::Vorschlagen => S::Vorschlagen { annahme, begruendung: text() },
        A::Bestaetigen => S::Bestaetigen {},
        A::Zurueckgeben => S::Zurueckgeben { grund: text() },
        A::Abschliessen => S::Abschliessen { am: TAG, vermerk: text() },
        A::Wiederaufnehmen => S::Wiederaufnehmen { grund: text() },
    }
}

fn von(was: A) -> &'static str {
    if matches!(was, A::Bestaetigen | A::Zurueckgeben) { "zweite" } else { "erste" }
}

/// Way so far, state, steps that fit.
const TAFEL: &[(&str, Zuwendungsstand, &str)] = &[
    ("", Zuwendungsstand::Angezeigt, "vorschlagen"),
    ("vorschlagen", Zuwendungsstand::Vorgeschlagen, "vorschlagen bestaetigen zurueckgeben"),
    ("vorschlagen vorschlagen", Zuwendungsstand::Vorgeschlagen, "vorschlagen bestaetigen zurueckgeben"),
    ("vorschlagen zurueckgeben", Zuwendungsstand::Angezeigt, "vorschlagen"),
    ("vorschlagen bestaetigen", Zuwendungsstand::Entschieden, "abschliessen wiederaufnehmen"),
    ("vorschlagen bestaetigen abschliessen", Zuwendungsstand::Abgeschlossen, "wiederaufnehmen"),
    ("vorschlagen bestaetigen abschliessen wiederaufnehmen", Zuwendungsstand::Angezeigt, "vorschlagen"),
];

#[test]
fn jeder_schritt_in_jedem_stand() {
    let angaben = inhalt(Zuwendungsart::Sachgeschenk);
    for (weg, stand, erlaubt) in TAFEL {
        let lage = weg.split_whitespace().fold(Zuwendungslage::default(), |l, wort| {
            let was = A::aus(wort).unwrap();
            l.nach(&angaben, &schritt(was, Annahme::Abgelehnt), von(was)).unwrap()
        });
        assert_eq!(lage.stand, *stand, "{weg}");
        let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
        for was in A::ALLE {
            let ergebnis = lage.nach(&angaben, &schritt(*was, Annahme::Abgelehnt), "zweite");
            assert_eq!(ergebnis.is_ok(), erlaubt.contains(&was.name()), "{weg}: {}", was.name());
            // Nobody agrees with herself, and nobody gives her own proposal back.
            if *stand == Zuwendungsstand::Vorgeschlagen && von(*was) == "zweite" {
                let selbst = lage.nach(&angaben, &schritt(*was, Annahme::Abgelehnt), "erste").unwrap_err();
                assert_eq!(selbst.code, Code::VierAugen);
            }
        }
    }
    assert!(Zuwendungsstand::ALLE.iter().all(|s| TAFEL.iter().any(|(_, stand, _)| stand == s)));
}

#[test]
fn die_wertgrenze_ist_ein_hinweis() {
    assert_eq!(wertgrenze_hinweis(Some(2_500)), None);
    assert!(wertgrenze_hinweis(Some(2_501)).unwrap().contains("25 Euro"));
    assert!(wertgrenze_hinweis(None).unwrap().contains("nicht bekannt"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn niemand_entscheidet_allein_und_geld_wird_nie_angenommen(
        art in proptest::sample::select(Zuwendungsart::ALLE),
        wahl in proptest::collection::vec((0usize..100, proptest::sample::select(Annahme::ALLE), any::<bool>()), 0..20),
    ) {
        let angaben = inhalt(art);
        let mut l = Zuwendungslage::default();
        for (n, annahme, erste) in wahl {
            let moeglich = l.moeglich();
            prop_assert!(!moeglich.is_empty() && !l.naechster_schritt().is_empty());
            let s = schritt(moeglich[n % moeglich.len()], annahme);
            match l.nach(&angaben, &s, if erste { "erste" } else { "zweite" }) {
                Ok(neu) => l = neu,
                Err(e) => prop_assert!(matches!(e.code, Code::VierAugen | Code::Regel), "{e}"),
            }
            if let Some(e) = l.entschieden() {
                prop_assert!(e.bestaetigt_von.as_deref() != Some(e.von.as_str()));
            }
            let angenommen = l.entscheidung.as_ref().is_some_and(|e| e.annahme == Annahme::Angenommen);
            prop_assert!(art != Zuwendungsart::Geld || !angenommen);
            prop_assert_eq!(l.abschluss_am.is_some(), l.stand == Zuwendungsstand::Abgeschlossen);
        }
    }
}

pub fn zuwendung() -> Value {
    json!({"art": "sachgeschenk", "geber": "kunde", "tag": "2026-11-18", "anzeige_nr": "17/2026", "ablage": "Personalstelle, Ordner 4",
           "gegenstand": "Pralinen", "anlass": "Dank nach dem Bescheid", "wert_cent": 3000})
}

struct Ak {
    t: Testhaus,
    alma: Sitzung,
    gero: Sitzung,
}

impl Ak {
    fn neu() -> Self {
        let t = Testhaus::neu();
        let alma = t.person("alma", &[Rolle::Korruptionspraevention], None, &[]);
        let gero = t.person("gero", &[Rolle::Geschaeftsfuehrung], None, &[]);
        Self { t, alma, gero }
    }

    fn anlegen(&self, angaben: Value) -> Result<String, Fehler> {
        let r = json!({"angaben": angaben});
        self.t.aendern(&self.alma, "zuwendung.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "zuwendung.lesen", json!({"id": id})).unwrap()
    }

    fn tue(&self, wer: &Sitzung, op: &str, id: &str, mehr: Value) -> Result<Vec<String>, Fehler> {
        let version = self.lesen(&self.alma, id)["zuwendung"]["version"].clone();
        let r = mit(json!({"id": id, "version": version}), mehr);
        self.t.aendern(wer, &format!("zuwendung.{op}"), r).map(|g| g.hinweise)
    }

    fn vorschlagen(&self, id: &str, annahme: &str) -> Result<Vec<String>, Fehler> {
        let schritt = json!({"art": "vorschlagen", "annahme": annahme, "begruendung": "geringer Wert, kein Zusammenhang"});
        self.tue(&self.alma, "schritt", id, json!({"schritt": schritt}))
    }

    fn liste(&self, wer: &Sitzung, filter: Value, sortierung: &str) -> Vec<String> {
        let r = json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
        let seite = self.t.lesen(wer, "zuwendung.liste", r).unwrap();
        assert_eq!(seite["gesamt"], seite["zeilen"].as_array().unwrap().len());
        seite["zeilen"].as_array().unwrap().iter().map(|z| z["nummer"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn zwei_personen_entscheiden() {
    let k = Ak::neu();
    let id = k.anlegen(zuwendung()).unwrap();
    let hinweise = k.vorschlagen(&id, "angenommen").unwrap();
    assert!(hinweise[0].contains("25 Euro"), "{hinweise:?}");
    assert_eq!(k.lesen(&k.alma, &id)["moeglich"], json!(["vorschlagen"]));
    assert_eq!(k.lesen(&k.gero, &id)["moeglich"], json!(["bestaetigen", "zurueckgeben"]));
    let u =
        |wer: &Sitzung| k.t.lesen(wer, "zuwendung.uebersicht", json!({})).unwrap()["zu_bestaetigen"].clone();
    assert_eq!((u(&k.alma), u(&k.gero)), (json!(0), json!(1)));
    assert_eq!(k.liste(&k.gero, json!({"zu_bestaetigen": true}), "nummer").len(), 1);
    assert_eq!(k.liste(&k.alma, json!({"zu_bestaetigen": true}), "nummer").len(), 0);
    assert_eq!(k.tue(&k.alma, "bestaetigen", &id, json!({})).unwrap_err().code, Code::Recht);
    k.tue(&k.gero, "zurueckgeben", &id, json!({"grund": "Bitte zurückgeben lassen"})).unwrap();
    assert_eq!(k.lesen(&k.alma, &id)["zuwendung"]["lage"]["zurueckgegeben"], "Bitte zurückgeben lassen");
    k.vorschlagen(&id, "zurueckgegeben").unwrap();
    k.tue(&k.gero, "bestaetigen", &id, json!({})).unwrap();
    // What two decided about stays as they read it.
    let anders = json!({"angaben": mit(zuwendung(), json!({"gegenstand": "Wein"}))});
    assert_eq!(k.tue(&k.alma, "aendern", &id, anders).unwrap_err().code, Code::Regel);
    let abschliessen =
        |am: &str, vermerk: &str| json!({"schritt": {"art": "abschliessen", "am": am, "vermerk": vermerk}});
    for (am, vermerk, feld) in [
        ("2026-11-20", "", "schritt.vermerk"),
        ("2026-11-17", "mit Begleitschreiben", "schritt.am"),
        ("2026-11-21", "mit Begleitschreiben", "schritt.am"),
    ] {
        assert_eq!(
            k.tue(&k.alma, "schritt", &id, abschliessen(am, vermerk)).unwrap_err().felder[0].feld,
            feld
        );
    }
    k.tue(&k.alma, "schritt", &id, abschliessen("2026-11-20", "mit Begleitschreiben")).unwrap();
    assert_eq!(k.lesen(&k.alma, &id)["zuwendung"]["lage"]["stand"], "abgeschlossen");
    k.tue(&k.alma, "schritt_zuruecknehmen", &id, json!({"grund": "falscher Tag"})).unwrap();
    assert_eq!(k.lesen(&k.alma, &id)["zuwendung"]["lage"]["stand"], "entschieden");
    // What the second person decided, nobody undoes but herself; and she nothing else.
    let zurueck =
        |wer: &Sitzung| k.tue(wer, "schritt_zuruecknehmen", &id, json!({"grund": "neu zu bedenken"}));
    let darf = |wer: &Sitzung| k.lesen(wer, &id)["darf_zuruecknehmen"].clone();
    assert_eq!((darf(&k.alma), darf(&k.gero)), (json!(false), json!(true)));
    assert_eq!(zurueck(&k.alma).unwrap_err().code, Code::VierAugen);
    zurueck(&k.gero).unwrap();
    assert_eq!(k.lesen(&k.alma, &id)["zuwendung"]["lage"]["stand"], "vorgeschlagen");
    assert_eq!((darf(&k.alma), darf(&k.gero)), (json!(true), json!(false)));
    assert_eq!(zurueck(&k.gero).unwrap_err().code, Code::Recht);
    k.tue(&k.gero, "zurueckgeben", &id, json!({"grund": "Bitte spenden"})).unwrap();
    assert_eq!(zurueck(&k.alma).unwrap_err().code, Code::VierAugen);
    k.t.protokoll_stimmt();
}

#[test]
fn abgeschlossene_stehen_hinten_und_die_neueste_oben() {
    let k = Ak::neu();
    let tage = ["2026-11-10", "2026-11-12", "2026-11-12", "2026-11-02", "2026-11-06"];
    let ids: Vec<String> =
        tage.iter().map(|tag| k.anlegen(mit(zuwendung(), json!({"tag": tag}))).unwrap()).collect();
    for id in &ids[..3] {
        k.vorschlagen(id, "abgelehnt").unwrap();
        k.tue(&k.gero, "bestaetigen", id, json!({})).unwrap();
        let schritt = json!({"art": "abschliessen", "am": "2026-11-20", "vermerk": ""});
        k.tue(&k.alma, "schritt", id, json!({"schritt": schritt})).unwrap();
    }
    // Open ones by their age, closed ones the other way round.
    let folge: Vec<String> =
        k.liste(&k.alma, json!({}), "dringlichkeit").iter().map(|n| n[7..].to_owned()).collect();
    assert_eq!(folge, ["004", "005", "003", "002", "001"]);
}

#[test]
fn wer_beide_rollen_hat_bestaetigt_sich_nicht_selbst() {
    let k = Ak::neu();
    let beide = k.t.person("beate", &[Rolle::Korruptionspraevention, Rolle::Geschaeftsfuehrung], None, &[]);
    let id = k.anlegen(zuwendung()).unwrap();
    let schritt =
        json!({"art": "vorschlagen", "annahme": "abgelehnt", "begruendung": "wird nicht angenommen"});
    k.tue(&beide, "schritt", &id, json!({"schritt": schritt})).unwrap();
    assert_eq!(k.lesen(&beide, &id)["moeglich"], json!(["vorschlagen"]));
    assert_eq!(k.tue(&beide, "bestaetigen", &id, json!({})).unwrap_err().code, Code::VierAugen);
    // The second person signs at her desk (Mitzeichnung).
    let version = k.lesen(&k.alma, &id)["zuwendung"]["version"].clone();
    let op =
        iks_core::api::Operation::aus_json("zuwendung.bestaetigen", json!({"id": id, "version": version}))
            .unwrap();
    let gero = k.t.haus.anmelden("gero", PASSWORT).unwrap();
    let f = iks_core::api::Fortschritt::default();
    iks_core::api::aendern_viele(&k.t.haus, &gero, Some(&beide), vec![op], &f).unwrap();
    assert_eq!(k.liste(&k.gero, json!({"entscheidungen": ["abgelehnt"]}), "wert").len(), 1);
}

#[test]
fn geld_wird_nie_angenommen() {
    let k = Ak::neu();
    let id = k.anlegen(mit(zuwendung(), json!({"art": "geld", "wert_cent": 500}))).unwrap();
    let fehler = k.vorschlagen(&id, "angenommen").unwrap_err();
    assert!(fehler.code == Code::Regel && fehler.text.contains("nie angenommen"), "{}", fehler.text);
    k.vorschlagen(&id, "gespendet").unwrap();
    k.tue(&k.gero, "bestaetigen", &id, json!({})).unwrap();
}

#[test]
fn falsche_angaben_und_ein_verdacht_werden_nicht_gespeichert() {
    let k = Ak::neu();
    for (angaben, feld) in [
        (json!({"tag": "2026-11-21"}), "angaben.tag"),
        (json!({"wert_cent": -1}), "angaben.wert_cent"),
        (json!({"ablage": ""}), "angaben.ablage"),
        (json!({"gegenstand": "Es besteht der Verdacht der Bestechung"}), "angaben.gegenstand"),
        (json!({"anlass": "Er wurde bestochen"}), "angaben.anlass"),
    ] {
        let fehler = k.anlegen(mit(zuwendung(), angaben.clone())).unwrap_err();
        assert_eq!(fehler.felder[0].feld, feld, "{angaben}");
    }
    let fehler = k.anlegen(mit(zuwendung(), json!({"anlass": "Verdacht"}))).unwrap_err();
    assert!(
        fehler.felder[0].text.contains("Meldestelle") && fehler.felder[0].text.contains("nicht gespeichert")
    );
    let fehler = k.anlegen(mit(zuwendung(), json!({"anzeige_nr": "Bestechung 4"}))).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "angaben.anzeige_nr");
    assert_eq!(k.liste(&k.alma, json!({}), "nummer").len(), 0);
    let fehler = k.anlegen(mit(zuwendung(), json!({"tag": "2026-02-31"}))).unwrap_err();
    assert!(fehler.text.contains("gibt es nicht"));
    let id = k.anlegen(mit(zuwendung(), json!({"anlass": "Kunde 123A456789", "wert_cent": null}))).unwrap();
    let schritt = json!({"art": "vorschlagen", "annahme": "abgelehnt", "begruendung": "Schmiergeld"});
    assert_eq!(
        k.tue(&k.alma, "schritt", &id, json!({"schritt": schritt})).unwrap_err().felder[0].feld,
        "schritt.begruendung"
    );
    let eigener = json!({"schritt": {"art": "bestaetigen"}});
    assert_eq!(k.tue(&k.alma, "schritt", &id, eigener).unwrap_err().code, Code::Regel);
    let r = json!({"id": id, "version": 7, "angaben": zuwendung()});
    assert_eq!(k.t.aendern(&k.alma, "zuwendung.aendern", r).unwrap_err().code, Code::Konflikt);
}

#[test]
fn nur_ansprechperson_geschaeftsfuehrung_und_revision() {
    let k = Ak::neu();
    k.anlegen(zuwendung()).unwrap();
    k.anlegen(mit(
        zuwendung(),
        json!({"gegenstand": "Einladung zum Sommerfest", "art": "einladung", "tag": "2026-07-01"}),
    ))
    .unwrap();
    assert_eq!(k.liste(&k.gero, json!({"suche": "sommer"}), "tag"), ["Z-2026-002"]);
    assert_eq!(k.liste(&k.gero, json!({"tag_von": "2026-10-01"}), "geber"), ["Z-2026-001"]);
    assert_eq!(
        k.liste(&k.gero, json!({"arten": ["einladung"], "nur_offene": true}), "stand"),
        ["Z-2026-002"]
    );
    assert_eq!(k.liste(&k.gero, json!({}), "dringlichkeit"), ["Z-2026-002", "Z-2026-001"]);
    let r =
        || json!({"filter": {}, "sortierung": "art", "absteigend": false, "blatt": {"ab": 0, "anzahl": 9}});
    for (rolle, sieht) in [
        (Rolle::Revision, true),
        (Rolle::Administration, false),
        (Rolle::Qualitaetsmanagement, false),
        (Rolle::Bereichsleitung, false),
        (Rolle::Datenschutz, false),
        (Rolle::Kundenreaktionsmanagement, false),
        (Rolle::Widerspruchsstelle, false),
    ] {
        let orte = if rolle == Rolle::Bereichsleitung { k.t.organisation() } else { Default::default() };
        let bereich = orte.get("Leistungsgewährung").map(String::as_str);
        let wer = k.t.person(&format!("{rolle:?}").to_lowercase(), &[rolle], bereich, &[]);
        assert_eq!(k.t.lesen(&wer, "zuwendung.liste", r()).is_ok(), sieht, "{rolle:?}");
    }
    let datei = k.t.ordner.path().join("zuwendungen.csv");
    let r = json!({"liste": r(), "ausgabe": {"datei": datei, "ueberschreiben": true, "spalten": []}});
    k.t.aendern(&k.gero, "zuwendung.exportieren", r).unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    assert!(text.contains("Z-2026-001;18.11.2026;Sachgeschenk;Kundin oder Kunde;Pralinen;30,00"), "{text}");
}
