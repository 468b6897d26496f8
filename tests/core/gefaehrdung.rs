//! The Gefährdungsatlas: every step in every state; then through the two doors: versions by two, rotation after five
//! years, exceptions, rights.

use crate::fixture::Testhaus;
use crate::widerspruch::mit;
use chrono::{NaiveDate, TimeZone, Utc};
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use iks_core::korruption::gefaehrdung::{
    Gefaehrdungsinhalt, Gefaehrdungslage, Gefaehrdungsschritt as S, Gefaehrdungsschrittart as A,
    Gefaehrdungsstand,
};
use iks_core::schrittfolge::Registerschritt;
use proptest::prelude::*;
use serde_json::{Value, json};

const TAG: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

pub fn eintrag() -> Value {
    json!({
        "art": "dienstposten", "bezeichnung": "Vergabe von Maßnahmen", "team_id": null, "bereich_id": null, "grad": "besonders",
        "merkmale": ["vergabe", "aussenkontakte"], "begruendung": "Vergibt Maßnahmen an Träger", "analyse_am": "2026-05-04",
        "analyse": "Vergaben unterhalb der Wertgrenze werden nur von einer Person geprüft.", "sicherungen": ["vier_augen", "rotation"],
        "weitere_sicherungen": "", "seit": "2021-12", "ausnahme": null, "ueberpruefung_am": "2027-11-01",
    })
}

fn schritt(was: A) -> S {
    let text = || "aus gutem Grund".to_owned();
    let angaben: Gefaehrdungsinhalt = serde_json::from_value(eintrag()).unwrap();
    match was {
        A::Fassen => S::Fassen { angaben: Box::new(angaben), grund: text() },
        A::Bestaetigen => S::Bestaetigen {},
        A::Zurueckgeben => S::Zurueckgeben { grund: text() },
        A::Ueberpruefen => {
            S::Ueberpruefen { am: TAG, naechste: TAG + chrono::Days::new(365), vermerk: text() }
        }
        A::AufhebungVorschlagen => S::AufhebungVorschlagen { am: TAG, grund: text() },
        A::Aufheben => S::Aufheben { am: TAG, grund: text() },
    }
}

fn von(was: A) -> &'static str {
    if matches!(was, A::Bestaetigen | A::Zurueckgeben) { "zweite" } else { "erste" }
}

/// Way so far, state, versions that held, steps that fit.
const TAFEL: &[(&str, Gefaehrdungsstand, usize, &str)] = &[
    ("fassen", Gefaehrdungsstand::Vorgeschlagen, 0, "fassen bestaetigen zurueckgeben"),
    ("fassen zurueckgeben", Gefaehrdungsstand::Zurueckgegeben, 0, "fassen aufheben"),
    ("fassen bestaetigen", Gefaehrdungsstand::Gueltig, 1, GUELTIG),
    ("fassen bestaetigen ueberpruefen", Gefaehrdungsstand::Gueltig, 1, GUELTIG),
    ("fassen bestaetigen fassen", Gefaehrdungsstand::Vorgeschlagen, 1, "fassen bestaetigen zurueckgeben"),
    // The older version goes on.
    ("fassen bestaetigen fassen zurueckgeben", Gefaehrdungsstand::Gueltig, 1, GUELTIG),
    ("fassen bestaetigen fassen bestaetigen", Gefaehrdungsstand::Gueltig, 2, GUELTIG),
    // What held is abolished by two; a version has to wait until that is decided.
    (
        "fassen bestaetigen aufhebung_vorschlagen",
        Gefaehrdungsstand::Vorgeschlagen,
        1,
        "bestaetigen zurueckgeben",
    ),
    ("fassen bestaetigen aufhebung_vorschlagen zurueckgeben", Gefaehrdungsstand::Gueltig, 1, GUELTIG),
    ("fassen bestaetigen aufhebung_vorschlagen bestaetigen", Gefaehrdungsstand::Aufgehoben, 1, "fassen"),
    // What never held needs nobody else.
    ("fassen zurueckgeben aufheben", Gefaehrdungsstand::Aufgehoben, 0, "fassen"),
    (
        "fassen bestaetigen aufhebung_vorschlagen bestaetigen fassen",
        Gefaehrdungsstand::Vorgeschlagen,
        1,
        "fassen bestaetigen zurueckgeben",
    ),
    (
        "fassen bestaetigen aufhebung_vorschlagen bestaetigen fassen bestaetigen",
        Gefaehrdungsstand::Gueltig,
        2,
        GUELTIG,
    ),
    (
        "fassen bestaetigen aufhebung_vorschlagen bestaetigen fassen zurueckgeben",
        Gefaehrdungsstand::Aufgehoben,
        1,
        "fassen",
    ),
];

const GUELTIG: &str = "fassen ueberpruefen aufhebung_vorschlagen";

#[test]
fn jeder_schritt_in_jedem_stand() {
    for (weg, stand, fassungen, erlaubt) in TAFEL {
        let lage = weg.split_whitespace().fold(Gefaehrdungslage::default(), |l, wort| {
            let was = A::aus(wort).unwrap();
            l.nach(&schritt(was), von(was)).unwrap_or_else(|e| panic!("{weg}: {wort}: {e}"))
        });
        assert_eq!((lage.stand, lage.fassungen.len()), (*stand, *fassungen), "{weg}");
        let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
        for was in A::ALLE {
            let ergebnis = lage.nach(&schritt(*was), "zweite");
            assert_eq!(ergebnis.is_ok(), erlaubt.contains(&was.name()), "{weg}: {}", was.name());
            if *stand == Gefaehrdungsstand::Vorgeschlagen && von(*was) == "zweite" {
                assert_eq!(lage.nach(&schritt(*was), "erste").unwrap_err().code, Code::VierAugen);
            }
        }
    }
    assert!(Gefaehrdungsstand::ALLE.iter().all(|s| TAFEL.iter().any(|(_, stand, _, _)| stand == s)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn keine_fassung_gilt_mit_einer_person(wahl in proptest::collection::vec((0usize..100, any::<bool>()), 0..24)) {
        let mut l = Gefaehrdungslage::default().nach(&schritt(A::Fassen), "erste").unwrap();
        for (n, erste) in wahl {
            let moeglich = l.moeglich();
            prop_assert!(!moeglich.is_empty() && !l.naechster_schritt().is_empty() && l.angaben().is_some());
            match l.nach(&schritt(moeglich[n % moeglich.len()]), if erste { "erste" } else { "zweite" }) {
                Ok(neu) => l = neu,
                Err(e) => prop_assert_eq!(e.code, Code::VierAugen),
            }
            for (i, f) in l.fassungen.iter().enumerate() {
                prop_assert!(f.bestaetigt_von.is_some() && f.bestaetigt_von.as_ref() != Some(&f.von));
                prop_assert_eq!(f.nummer as usize, l.fassungen.len() - i);
            }
            if l.aufgehoben_am.is_some() && l.gueltig().is_some() {
                let (erste, zweite) = l.zwei().unwrap();
                prop_assert!(erste != zweite && l.aufhebung.as_ref().unwrap().bestaetigt_von.is_some());
            }
        }
    }
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
        self.t.aendern(&self.alma, "gefaehrdung.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    fn lesen(&self, id: &str) -> Value {
        self.t.lesen(&self.alma, "gefaehrdung.lesen", json!({"id": id})).unwrap()
    }

    fn tue(&self, wer: &Sitzung, op: &str, id: &str, mehr: Value) -> Result<Vec<String>, Fehler> {
        let version = self.lesen(id)["gefaehrdung"]["version"].clone();
        let r = mit(json!({"id": id, "version": version}), mehr);
        self.t.aendern(wer, &format!("gefaehrdung.{op}"), r).map(|g| g.hinweise)
    }

    fn liste(&self, filter: Value, sortierung: &str) -> Vec<Value> {
        let r = json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
        let seite = self.t.lesen(&self.gero, "gefaehrdung.liste", r).unwrap();
        assert_eq!(seite["gesamt"], seite["zeilen"].as_array().unwrap().len());
        seite["zeilen"].as_array().unwrap().clone()
    }

    fn heute(&self, tag: &str) {
        let tag: NaiveDate = tag.parse().unwrap();
        self.t.umgebung.stelle(Utc.from_utc_datetime(&tag.and_hms_opt(8, 0, 0).unwrap()));
    }
}

#[test]
fn fassungen_durch_zwei_und_rotation_nach_fuenf_jahren() {
    let k = Ak::neu();
    let id = k.anlegen(eintrag()).unwrap();
    assert_eq!(k.tue(&k.alma, "bestaetigen", &id, json!({})).unwrap_err().code, Code::Recht);
    k.tue(&k.gero, "bestaetigen", &id, json!({})).unwrap();
    let d = k.lesen(&id);
    assert_eq!(
        (&d["gefaehrdung"]["nummer"], &d["rotation"]["ab"], &d["rotation_faellig"]),
        (&json!("G-001"), &json!("2026-12-01"), &json!(false))
    );
    k.heute("2026-12-01");
    assert_eq!(k.lesen(&id)["rotation_faellig"], true);
    assert_eq!(k.liste(json!({"rotation_faellig": true}), "rotation").len(), 1);
    // An exception is a new version, agreed by two, with its reason.
    let ausnahme = json!({"grund": "Nachbesetzung erst im Sommer möglich", "ausgleich": "jede Vergabe durch zwei Personen", "bis": "2027-06-30"});
    let neu = mit(eintrag(), json!({"ausnahme": ausnahme}));
    let ohne = k.tue(&k.alma, "fassen", &id, json!({"angaben": neu, "grund": ""})).unwrap_err();
    assert_eq!(ohne.felder[0].feld, "grund");
    k.tue(&k.alma, "fassen", &id, json!({"angaben": neu, "grund": "Ausnahme von der Rotation"})).unwrap();
    assert_eq!(k.lesen(&id)["rotation_faellig"], true);
    let u = |wer: &Sitzung| k.t.lesen(wer, "gefaehrdung.uebersicht", json!({})).unwrap();
    assert_eq!((&u(&k.gero)["zu_bestaetigen"], &u(&k.alma)["zu_bestaetigen"]), (&json!(1), &json!(0)));
    k.tue(&k.gero, "bestaetigen", &id, json!({})).unwrap();
    let d = k.lesen(&id);
    assert_eq!(
        (&d["rotation_faellig"], &d["gefaehrdung"]["lage"]["fassungen"][0]["nummer"]),
        (&json!(false), &json!(2))
    );
    assert_eq!(d["gefaehrdung"]["lage"]["fassungen"][1]["angaben"]["ausnahme"], Value::Null);
    k.heute("2027-07-01");
    assert_eq!(u(&k.gero)["rotation_faellig"], 1);
    // The look is due on the day after the one that was set.
    k.heute("2027-11-02");
    assert_eq!(
        (&k.lesen(&id)["ueberpruefung_faellig"], &u(&k.gero)["ueberpruefung_faellig"]),
        (&json!(true), &json!(1))
    );
    let ueberpruefen = |naechste: &str| json!({"schritt": {"art": "ueberpruefen", "am": "2027-11-02", "naechste": naechste, "vermerk": "Gespräch mit der Leitung"}});
    assert_eq!(
        k.tue(&k.alma, "schritt", &id, ueberpruefen("2027-11-02")).unwrap_err().felder[0].feld,
        "schritt.naechste"
    );
    k.tue(&k.alma, "schritt", &id, ueberpruefen("2028-11-01")).unwrap();
    assert_eq!(k.liste(json!({"ueberpruefung_faellig": true}), "ueberpruefung").len(), 0);
    // What the second person decided, nobody undoes but herself; and she nothing else.
    let zurueck =
        |wer: &Sitzung| k.tue(wer, "schritt_zuruecknehmen", &id, json!({"grund": "neu zu bedenken"}));
    assert_eq!(zurueck(&k.gero).unwrap_err().code, Code::Recht);
    zurueck(&k.alma).unwrap();
    assert_eq!(k.lesen(&id)["darf_zuruecknehmen"], false);
    assert_eq!(zurueck(&k.alma).unwrap_err().code, Code::VierAugen);
    zurueck(&k.gero).unwrap();
    let lage = k.lesen(&id)["gefaehrdung"]["lage"].clone();
    assert_eq!((&lage["stand"], &lage["fassungen"][0]["nummer"]), (&json!("vorgeschlagen"), &json!(1)));
    k.t.protokoll_stimmt();
}

#[test]
fn ein_gueltiger_eintrag_wird_durch_zwei_aufgehoben() {
    let k = Ak::neu();
    let id = k.anlegen(eintrag()).unwrap();
    k.tue(&k.gero, "bestaetigen", &id, json!({})).unwrap();
    k.heute("2026-12-01");
    let schritt =
        |art: &str, am: &str| json!({"schritt": {"art": art, "am": am, "grund": "Aufgabe entfällt"}});
    let allein = k.tue(&k.alma, "schritt", &id, schritt("aufheben", "2026-12-01")).unwrap_err();
    assert!(allein.code == Code::Regel && allein.text.contains("Eintrag aufheben"), "{allein}");
    let spaeter = schritt("aufhebung_vorschlagen", "2026-12-02");
    assert_eq!(k.tue(&k.alma, "schritt", &id, spaeter).unwrap_err().felder[0].feld, "schritt.am");
    let verdacht = json!({"schritt": {"art": "aufhebung_vorschlagen", "am": "2026-12-01", "grund": "Verdacht gegen die Stelle"}});
    assert_eq!(k.tue(&k.alma, "schritt", &id, verdacht).unwrap_err().felder[0].feld, "schritt.grund");
    k.tue(&k.alma, "schritt", &id, schritt("aufhebung_vorschlagen", "2026-12-01")).unwrap();
    // It waits, as a version does, and the entry goes on meanwhile.
    let stand = || k.lesen(&id)["gefaehrdung"]["lage"]["stand"].clone();
    let u = |wer: &Sitzung| k.t.lesen(wer, "gefaehrdung.uebersicht", json!({})).unwrap();
    assert_eq!((stand(), k.lesen(&id)["rotation_faellig"].clone()), (json!("vorgeschlagen"), json!(true)));
    assert_eq!((&u(&k.gero)["zu_bestaetigen"], &u(&k.alma)["zu_bestaetigen"]), (&json!(1), &json!(0)));
    assert_eq!(k.liste(json!({"zu_bestaetigen": true, "nur_bestehende": true}), "stand").len(), 1);
    assert_eq!(k.lesen(&id)["moeglich"], json!([]));
    assert!(k.lesen(&id)["naechster_schritt"].as_str().unwrap().contains("die Aufhebung"));
    let fassen = json!({"angaben": eintrag(), "grund": "Neue Lage"});
    assert_eq!(k.tue(&k.alma, "fassen", &id, fassen).unwrap_err().code, Code::Regel);
    // The second person gives it back, with a reason that stays until somebody looks again.
    k.tue(&k.gero, "zurueckgeben", &id, json!({"grund": "Bitte den Nachfolger nennen"})).unwrap();
    let lage = || k.lesen(&id)["gefaehrdung"]["lage"].clone();
    assert_eq!((&lage()["stand"], &lage()["aufhebung"]), (&json!("gueltig"), &Value::Null));
    assert_eq!(lage()["aufhebung_rueckgabegrund"], "Bitte den Nachfolger nennen");
    let beide = k.t.person("beate", &[Rolle::Korruptionspraevention, Rolle::Geschaeftsfuehrung], None, &[]);
    k.tue(&beide, "schritt", &id, schritt("aufhebung_vorschlagen", "2026-12-01")).unwrap();
    assert_eq!(lage()["aufhebung_rueckgabegrund"], Value::Null);
    // Who proposed does not agree, with whatever roles; at her desk the second person signs.
    for op in ["bestaetigen", "zurueckgeben"] {
        let grund = if op == "bestaetigen" { json!({}) } else { json!({"grund": "Doch nicht"}) };
        assert_eq!(k.tue(&beide, op, &id, grund).unwrap_err().code, Code::VierAugen);
    }
    let moeglich = k.t.lesen(&beide, "gefaehrdung.lesen", json!({"id": id})).unwrap()["moeglich"].clone();
    assert_eq!(moeglich, json!([]));
    let version = k.lesen(&id)["gefaehrdung"]["version"].clone();
    let op = Operation::aus_json("gefaehrdung.bestaetigen", json!({"id": id, "version": version})).unwrap();
    api::aendern_viele(&k.t.haus, &k.gero, Some(&beide), vec![op], &Fortschritt::default()).unwrap();
    let a = lage()["aufhebung"].clone();
    assert_eq!(
        (&a["am"], &a["von"], &a["bestaetigt_von"]),
        (&json!("2026-12-01"), &json!(beide.benutzer_id()), &json!(k.gero.benutzer_id()))
    );
    assert_eq!((stand(), k.lesen(&id)["rotation_faellig"].clone()), (json!("aufgehoben"), json!(false)));
    assert_eq!(
        (k.liste(json!({"nur_bestehende": true}), "grad").len(), k.liste(json!({}), "stand").len()),
        (0, 1)
    );
    // Only who agreed takes it back; then the proposal waits again, and who keeps the register may withdraw it.
    let zurueck =
        |wer: &Sitzung| k.tue(wer, "schritt_zuruecknehmen", &id, json!({"grund": "War ein Irrtum"}));
    assert_eq!(zurueck(&k.alma).unwrap_err().code, Code::VierAugen);
    zurueck(&k.gero).unwrap();
    assert_eq!(stand(), "vorgeschlagen");
    zurueck(&k.alma).unwrap();
    assert_eq!(stand(), "gueltig");
    k.t.protokoll_stimmt();
}

/// Lists from before it took two: what one person abolished stays abolished, and may come back.
#[test]
fn eine_fruehere_aufhebung_durch_eine_person_bleibt() {
    let reihe = |weg: &[A]| -> Vec<Registerschritt<S>> {
        weg.iter()
            .map(|a| Registerschritt::neu(schritt(*a), von(*a), "2026-11-20T08:00:00Z".into()))
            .collect()
    };
    let alt = [A::Fassen, A::Bestaetigen, A::Aufheben];
    let lage = Gefaehrdungslage::aus(&reihe(&alt)).unwrap();
    assert_eq!((lage.stand, lage.aufhebung.is_some()), (Gefaehrdungsstand::Aufgehoben, false));
    assert_eq!(lage.zwei(), Some(("erste", "zweite")));
    let wieder = [&alt[..], &[A::Fassen, A::Bestaetigen]].concat();
    assert_eq!(Gefaehrdungslage::aus(&reihe(&wieder)).unwrap().stand, Gefaehrdungsstand::Gueltig);
    let unmoeglich = [A::Fassen, A::Aufheben];
    assert_eq!(Gefaehrdungslage::aus(&reihe(&unmoeglich)).unwrap_err().code, Code::Regel);
}

#[test]
fn falsche_angaben_nennen_ihr_feld_und_ein_verdacht_bleibt_draussen() {
    let k = Ak::neu();
    let kurz = json!({"grund": "Nachbesetzung dauert", "ausgleich": "Kontrolle", "bis": "2026-01-01"});
    for (angaben, feld) in [
        (json!({"merkmale": []}), "angaben.merkmale"),
        (json!({"analyse_am": null, "analyse": ""}), "angaben.analyse_am"),
        (json!({"analyse": ""}), "angaben.analyse"),
        (json!({"analyse_am": "2026-11-21"}), "angaben.analyse_am"),
        (json!({"sicherungen": []}), "angaben.sicherungen"),
        (json!({"seit": "2026-13"}), "angaben.seit"),
        (json!({"seit": "2026-12"}), "angaben.seit"),
        (json!({"art": "arbeitsgebiet"}), "angaben.seit"),
        (json!({"ausnahme": kurz.clone()}), "angaben.ausnahme.bis"),
        // The five years end with November 2026, so three more end on 01.12.2029.
        (json!({"ausnahme": mit(kurz.clone(), json!({"bis": "2029-12-02"}))}), "angaben.ausnahme.bis"),
        (json!({"ausnahme": mit(kurz.clone(), json!({"bis": "9999-12-31"}))}), "angaben.ausnahme.bis"),
        (json!({"seit": null, "ausnahme": kurz.clone()}), "angaben.ausnahme"),
        (json!({"ueberpruefung_am": "2026-11-20"}), "angaben.ueberpruefung_am"),
        (json!({"team_id": "gibtesnicht"}), "angaben.team_id"),
        (json!({"bereich_id": "gibtesnicht"}), "angaben.bereich_id"),
        (json!({"begruendung": "Verdacht gegen die Stelle"}), "angaben.begruendung"),
    ] {
        let fehler = k.anlegen(mit(eintrag(), angaben.clone())).unwrap_err();
        assert_eq!(fehler.felder[0].feld, feld, "{angaben}");
    }
    assert!(k.liste(json!({}), "nummer").is_empty());
    let drei_jahre = json!({"ausnahme": mit(kurz, json!({"bis": "2029-12-01"})), "bezeichnung": "Kasse"});
    k.anlegen(mit(eintrag(), drei_jahre)).unwrap();
    // Little exposed, nothing else is asked for; and the atlas may speak of the danger.
    let gering = json!({"grad": "gering", "merkmale": [], "analyse_am": null, "analyse": "", "sicherungen": [], "seit": null,
        "begruendung": "Gefahr der Bestechung ist hier klein"});
    let id = k.anlegen(mit(eintrag(), gering)).unwrap();
    let zurueck =
        k.tue(&k.alma, "schritt_zuruecknehmen", &id, json!({"grund": "War ein Irrtum"})).unwrap_err();
    assert!(zurueck.text.contains("erste Fassung"));
    let r = json!({"id": id, "version": 9, "angaben": eintrag(), "grund": "Neue Lage"});
    let fehler = k.t.aendern(&k.alma, "gefaehrdung.fassen", r).unwrap_err();
    assert_eq!((fehler.code, &fehler.stand.unwrap()["version"]), (Code::Konflikt, &json!(1)));
}

#[test]
fn listen_und_rechte() {
    let k = Ak::neu();
    let orte = k.t.organisation();
    let team = json!({"team_id": orte["Leistung 1"]});
    let erster = k.anlegen(mit(eintrag(), team)).unwrap();
    let zweiter = mit(eintrag(), json!({"bezeichnung": "Poststelle", "grad": "mittel", "seit": null}));
    let zweiter = k.anlegen(mit(zweiter, json!({"bereich_id": orte["Markt und Integration"]}))).unwrap();
    assert_eq!(k.liste(json!({"suche": "post"}), "bezeichnung")[0]["nummer"], "G-002");
    assert_eq!(k.liste(json!({"grade": ["besonders"]}), "grad")[0]["einheit"], "Leistung 1");
    assert_eq!(k.liste(json!({"bereich_id": orte["Leistungsgewährung"]}), "nummer").len(), 1);
    assert_eq!(k.liste(json!({"zu_bestaetigen": true, "staende": ["vorgeschlagen"]}), "nummer").len(), 2);
    assert_eq!(k.liste(json!({}), "grad")[0]["nummer"], "G-001");
    let haus = k.anlegen(mit(eintrag(), json!({"bezeichnung": "Vergabestelle"}))).unwrap();
    let r = || json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 9}});
    for (rolle, sieht) in [
        (Rolle::Qualitaetsmanagement, true),
        (Rolle::Bereichsleitung, true),
        (Rolle::Revision, true),
        (Rolle::Administration, false),
        (Rolle::Datenschutz, false),
        (Rolle::Kundenreaktionsmanagement, false),
    ] {
        let bereich = (rolle == Rolle::Bereichsleitung).then(|| orte["Leistungsgewährung"].as_str());
        let wer = k.t.person(&format!("{rolle:?}").to_lowercase(), &[rolle], bereich, &[]);
        let seite = k.t.lesen(&wer, "gefaehrdung.liste", r());
        assert_eq!(seite.is_ok(), sieht, "{rolle:?}");
        if rolle == Rolle::Bereichsleitung {
            // Hers, by its team; not that of the other area, and not that of the house.
            let seite = seite.unwrap();
            assert_eq!((&seite["gesamt"], &seite["zeilen"][0]["nummer"]), (&json!(1), &json!("G-001")));
            assert_eq!(k.t.lesen(&wer, "gefaehrdung.uebersicht", json!({})).unwrap()["bestehend"], 1);
            let lesen = |id: &str| k.t.lesen(&wer, "gefaehrdung.lesen", json!({"id": id}));
            lesen(&erster).unwrap();
            assert_eq!(lesen(&zweiter).unwrap_err().code, Code::NichtGefunden);
            assert_eq!(lesen(&haus).unwrap_err().code, Code::NichtGefunden);
        }
        let neu = k.t.aendern(&wer, "gefaehrdung.anlegen", json!({"angaben": eintrag()}));
        assert_eq!(neu.unwrap_err().code, Code::Recht, "{rolle:?}");
    }
    let datei = k.t.ordner.path().join("atlas.xlsx");
    let r = json!({"liste": r(), "ausgabe": {"datei": datei, "ueberschreiben": true, "spalten": []}});
    k.t.aendern(&k.gero, "gefaehrdung.exportieren", r).unwrap();
    assert!(std::fs::read(&datei).unwrap().starts_with(b"PK"));
}
