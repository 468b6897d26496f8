//! Requests of persons concerned: every step in every state, random ways; then through the two doors: the month, the
//! extension, who sees the person, her removal by rule.

use crate::fixture::Testhaus;
use crate::kundenreaktion::{kontakt, reaktion};
use crate::widerspruch::mit;
use chrono::{NaiveDate, TimeZone, Utc};
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::benutzer::Rolle;
use iks_core::datenschutz::anfrage::{
    Anfrageart, Anfrageergebnis, Anfrageinhalt, Anfragelage, Anfrageschritt as S, Anfrageschrittart as A,
    Anfragestand, Identitaetsnachweis,
};
use iks_core::fehler::{Code, Fehler};
use iks_core::frist::Ort;
use iks_core::haus::Sitzung;
use iks_core::kundenreaktion::Kanal;
use iks_core::organisation::Land;
use proptest::prelude::*;
use serde_json::{Value, json};

const TAG: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn inhalt(art: Anfrageart) -> Anfrageinhalt {
    Anfrageinhalt {
        art,
        kanal: Kanal::Schriftlich,
        eingang: TAG,
        betreff: "Auskunft über alles".into(),
        vermerk: String::new(),
    }
}

fn schritt(was: A) -> S {
    let text = || "aus gutem Grund".to_owned();
    match was {
        A::IdentitaetPruefen => S::IdentitaetPruefen { am: TAG, wie: Identitaetsnachweis::Ausweis },
        A::Verlaengern => S::Verlaengern { unterrichtet_am: TAG, grund: text() },
        A::Beantworten => S::Beantworten { am: TAG, ergebnis: Anfrageergebnis::Abgelehnt, grund: text() },
        A::Abgeben => S::Abgeben { am: TAG, an: "Agentur für Arbeit".into() },
        A::Zurueckziehen => S::Zurueckziehen { am: TAG },
        A::Wiederaufnehmen => S::Wiederaufnehmen { am: TAG, grund: text() },
        A::Berichtigen => S::Berichtigen { was: text(), begruendung: text() },
    }
}

fn gehen(angaben: &Anfrageinhalt, weg: &str) -> Anfragelage {
    weg.split_whitespace().fold(Anfragelage::default(), |l, wort| {
        l.nach(angaben, &schritt(A::aus(wort).unwrap())).unwrap_or_else(|e| panic!("{weg}: {wort}: {e}"))
    })
}

const OFFEN: &str = "identitaet_pruefen verlaengern beantworten abgeben zurueckziehen";

/// Way so far, state, steps that fit.
const TAFEL: &[(&str, Anfragestand, &str)] = &[
    ("", Anfragestand::Eingegangen, OFFEN),
    ("verlaengern", Anfragestand::Eingegangen, "identitaet_pruefen beantworten abgeben zurueckziehen"),
    ("identitaet_pruefen", Anfragestand::Bearbeitung, "verlaengern beantworten abgeben zurueckziehen"),
    ("identitaet_pruefen verlaengern", Anfragestand::Bearbeitung, "beantworten abgeben zurueckziehen"),
    ("identitaet_pruefen beantworten", Anfragestand::Erledigt, "wiederaufnehmen"),
    ("beantworten", Anfragestand::Erledigt, "wiederaufnehmen"),
    ("abgeben", Anfragestand::Erledigt, "wiederaufnehmen"),
    ("zurueckziehen", Anfragestand::Erledigt, "wiederaufnehmen"),
    ("abgeben wiederaufnehmen", Anfragestand::Eingegangen, OFFEN),
    // Who asks is still known, and the extension still counts.
    (
        "identitaet_pruefen verlaengern beantworten wiederaufnehmen",
        Anfragestand::Bearbeitung,
        "beantworten abgeben zurueckziehen",
    ),
    // Taken back and asked anew: another month, which may be extended anew.
    (
        "identitaet_pruefen verlaengern zurueckziehen wiederaufnehmen",
        Anfragestand::Bearbeitung,
        "verlaengern beantworten abgeben zurueckziehen",
    ),
];

#[test]
fn jeder_schritt_in_jedem_stand() {
    for art in Anfrageart::ALLE {
        for (weg, stand, erlaubt) in TAFEL {
            let lage = gehen(&inhalt(*art), weg);
            assert_eq!(lage.stand, *stand, "{weg}");
            let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
            // A correction is no step of the window: it fits always and moves nothing.
            assert_eq!(lage.nach(&inhalt(*art), &schritt(A::Berichtigen)).unwrap(), lage, "{weg}");
            for was in A::ALLE.iter().filter(|s| **s != A::Berichtigen) {
                let ergebnis = lage.nach(&inhalt(*art), &schritt(*was));
                assert_eq!(ergebnis.is_ok(), erlaubt.contains(&was.name()), "{weg}: {}", was.name());
            }
        }
    }
    assert!(Anfragestand::ALLE.iter().all(|s| TAFEL.iter().any(|(_, stand, _)| stand == s)));
}

#[test]
fn nur_nach_einer_ruecknahme_beginnt_die_frist_neu() {
    let angaben = inhalt(Anfrageart::Auskunft);
    let spaeter = TAG + chrono::Months::new(2);
    for (weg, uhr_ab, verlaengert) in [
        ("identitaet_pruefen beantworten", None, false),
        ("abgeben", None, false),
        ("verlaengern beantworten", None, true),
        ("zurueckziehen", Some(spaeter), false),
        ("verlaengern zurueckziehen", Some(spaeter), false),
        // An answer after a new beginning: that month goes on.
        ("zurueckziehen wiederaufnehmen beantworten", Some(TAG), false),
    ] {
        let wieder = S::Wiederaufnehmen { am: spaeter, grund: "Eine Kopie fehlt".into() };
        let lage = gehen(&angaben, weg).nach(&angaben, &wieder).unwrap();
        assert_eq!((lage.uhr_ab, lage.verlaengerung.is_some()), (uhr_ab, verlaengert), "{weg}");
        assert!(lage.abschluss.is_none() && lage.stand != Anfragestand::Erledigt, "{weg}");
    }
}

#[test]
fn nichts_geht_an_eine_person_die_niemand_kennt() {
    let antwort = |ergebnis| S::Beantworten { am: TAG, ergebnis, grund: "aus gutem Grund".into() };
    for art in Anfrageart::ALLE {
        for ergebnis in [Anfrageergebnis::Erfuellt, Anfrageergebnis::Teilweise] {
            let offen = Anfragelage::default().nach(&inhalt(*art), &antwort(ergebnis));
            assert_eq!(offen.is_ok(), *art == Anfrageart::Beschwerde, "{art:?}");
            let bekannt = gehen(&inhalt(*art), "identitaet_pruefen").nach(&inhalt(*art), &antwort(ergebnis));
            assert!(bekannt.is_ok());
        }
    }
    for ergebnis in [Anfrageergebnis::Abgegeben, Anfrageergebnis::Zurueckgezogen] {
        let fehler =
            Anfragelage::default().nach(&inhalt(Anfrageart::Auskunft), &antwort(ergebnis)).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "schritt.ergebnis");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn kein_weg_endet_im_nichts(wahl in proptest::collection::vec(0usize..100, 0..20), art in proptest::sample::select(Anfrageart::ALLE)) {
        let (angaben, ort) = (inhalt(art), Ort::from(Land::TH));
        let mut l = Anfragelage::default();
        for n in wahl {
            let moeglich = l.moeglich();
            prop_assert!(!moeglich.is_empty());
            l = l.nach(&angaben, &schritt(moeglich[n % moeglich.len()])).unwrap();
            prop_assert!(!l.naechster_schritt(art).is_empty());
            prop_assert_eq!(l.abschluss.is_some(), l.stand == Anfragestand::Erledigt);
            prop_assert!(l.identitaet.is_some() || l.stand != Anfragestand::Bearbeitung);
            prop_assert!(l.verlaengerung_rechtzeitig(&angaben, &ort).is_ok());
        }
    }
}

pub fn anfrage() -> Value {
    json!({"art": "auskunft", "kanal": "schriftlich", "eingang": "2026-11-18", "betreff": "Auskunft über gespeicherte Daten", "vermerk": ""})
}

pub fn person() -> Value {
    json!({"name": "Erika Beispiel", "kontakt": "Musterweg 1", "fallnummer": ""})
}

struct Dsb {
    t: Testhaus,
    dora: Sitzung,
    karla: Sitzung,
}

impl Dsb {
    fn neu() -> Self {
        let t = Testhaus::neu();
        let dora = t.person("dora", &[Rolle::Datenschutz], None, &[]);
        let karla = t.person("karla", &[Rolle::Kundenreaktionsmanagement], None, &[]);
        Self { t, dora, karla }
    }

    fn anlegen(&self, wer: &Sitzung, angaben: Value, klar: Value) -> Result<String, Fehler> {
        let r = json!({"angaben": angaben, "klar": klar, "aus_reaktion": null});
        self.t.aendern(wer, "betroffenenanfrage.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "betroffenenanfrage.lesen", json!({"id": id})).unwrap()
    }

    fn schritt(&self, id: &str, schritt: Value) -> Result<Vec<String>, Fehler> {
        let version = self.lesen(&self.dora, id)["anfrage"]["version"].clone();
        let r = json!({"id": id, "version": version, "schritt": schritt});
        self.t.aendern(&self.dora, "betroffenenanfrage.schritt", r).map(|g| g.hinweise)
    }

    fn liste(&self, wer: &Sitzung, filter: Value) -> Vec<Value> {
        let r = json!({"filter": filter, "sortierung": "dringlichkeit", "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
        let seite = self.t.lesen(wer, "betroffenenanfrage.liste", r).unwrap();
        assert_eq!(seite["gesamt"], seite["zeilen"].as_array().unwrap().len());
        seite["zeilen"].as_array().unwrap().clone()
    }

    fn heute(&self, tag: &str) {
        let tag: NaiveDate = tag.parse().unwrap();
        self.t.umgebung.stelle(Utc.from_utc_datetime(&tag.and_hms_opt(8, 0, 0).unwrap()));
    }
}

#[test]
fn der_monat_der_quellen_und_seine_verlaengerung() {
    let d = Dsb::neu();
    // fachliches 5.1: Saturday 31.01.2026 to Monday 02.03., Thursday 20.08.2026 to Monday 21.09.
    for (eingang, ende, drei) in
        [("2026-01-31", "2026-03-02", "2026-04-30"), ("2026-08-20", "2026-09-21", "2026-11-20")]
    {
        d.heute(eingang);
        let id = d.anlegen(&d.dora, mit(anfrage(), json!({"eingang": eingang})), person()).unwrap();
        let k = d.lesen(&d.dora, &id);
        assert_eq!((&k["uhr"]["fristende"], &k["verlaengerung_bis"]), (&json!(ende), &json!(ende)));
        let verlaengern =
            |am: &str| json!({"art": "verlaengern", "unterrichtet_am": am, "grund": "sehr viele Akten"});
        d.heute("2026-11-25");
        let zu_spaet = (ende.parse::<NaiveDate>().unwrap() + chrono::Days::new(1)).to_string();
        let fehler = d.schritt(&id, verlaengern(&zu_spaet)).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "schritt.unterrichtet_am");
        assert!(fehler.text.contains("innerhalb des ersten Monats"), "{}", fehler.text);
        assert!(d.lesen(&d.dora, &id)["ueberfaellig"].as_bool().unwrap());
        d.schritt(&id, verlaengern(ende)).unwrap();
        assert_eq!(d.lesen(&d.dora, &id)["uhr"]["fristende"], drei);
        assert_eq!(d.schritt(&id, verlaengern(ende)).unwrap_err().code, Code::Regel);
    }
    // A receipt that is moved so that the extension came too late is refused.
    let id = d.liste(&d.dora, json!({}))[0]["id"].as_str().unwrap().to_owned();
    let version = d.lesen(&d.dora, &id)["anfrage"]["version"].clone();
    let r = json!({"id": id, "version": version, "angaben": mit(anfrage(), json!({"eingang": "2026-01-01"})), "klar": person(), "begruendung": "Stempel der Poststelle"});
    assert_eq!(
        d.t.aendern(&d.dora, "betroffenenanfrage.aendern", r).unwrap_err().felder[0].feld,
        "angaben.eingang"
    );
    let beschwerde = mit(anfrage(), json!({"art": "beschwerde"}));
    let id = d.anlegen(&d.dora, beschwerde, person()).unwrap();
    assert!(d.lesen(&d.dora, &id)["uhr"]["schritte"][0].as_str().unwrap().contains("nicht unmittelbar"));
    d.t.protokoll_stimmt();
}

#[test]
fn wer_fragt_sieht_nur_der_datenschutz() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.karla, anfrage(), person()).unwrap();
    let fremde = d.anlegen(&d.dora, mit(anfrage(), json!({"art": "loeschung"})), person()).unwrap();
    let k = d.lesen(&d.dora, &id);
    assert_eq!(
        (&k["anfrage"]["nummer"], &k["klar"]["name"]),
        (&json!("BA-2026-001"), &json!("Erika Beispiel"))
    );
    assert_eq!(k["dieselbe_person"][0]["nummer"], "BA-2026-002");
    assert_eq!(k["anfrage"]["pseudonym"].as_str().unwrap().len(), 64);
    // Who entered it no longer sees the person, and not the requests of others.
    let k = d.lesen(&d.karla, &id);
    assert_eq!((&k["klar"], &k["dieselbe_person"], &k["moeglich"]), (&Value::Null, &json!([]), &json!([])));
    let fehler = d.t.lesen(&d.karla, "betroffenenanfrage.lesen", json!({"id": fremde})).unwrap_err();
    assert_eq!(fehler.code, Code::NichtGefunden);
    let gf = d.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let zeilen = |wer: &Sitzung, suche: &str| d.liste(wer, json!({"suche": suche}));
    assert_eq!(
        (zeilen(&d.dora, "erika").len(), zeilen(&gf, "erika").len(), zeilen(&gf, "auskunft").len()),
        (2, 0, 2)
    );
    assert_eq!(
        (&zeilen(&gf, "")[0]["name"], &zeilen(&gf, "")[0]["wiederholungen"]),
        (&Value::Null, &json!(0))
    );
    assert_eq!(
        (&zeilen(&d.dora, "")[0]["name"], &zeilen(&d.dora, "")[0]["wiederholungen"]),
        (&json!("Erika Beispiel"), &json!(1))
    );
    // The Geschäftsführung stands in, also to take it back; the name stays with the Datenschutz.
    let schritt = |wer: &Sitzung| {
        let version = d.lesen(&d.dora, &id)["anfrage"]["version"].clone();
        let r =
            json!({"id": id, "version": version, "schritt": {"art": "zurueckziehen", "am": "2026-11-20"}});
        d.t.aendern(wer, "betroffenenanfrage.schritt", r)
    };
    assert_eq!(schritt(&d.karla).unwrap_err().code, Code::Recht);
    schritt(&gf).unwrap();
    let k = d.lesen(&gf, &id);
    assert_eq!((&k["klar"], &k["anfrage"]["lage"]["stand"]), (&Value::Null, &json!("erledigt")));
    assert_eq!(k["darf_zuruecknehmen"], true);
    let r = json!({"id": id, "version": k["anfrage"]["version"], "grund": "Sie fragt doch weiter"});
    d.t.aendern(&gf, "betroffenenanfrage.schritt_zuruecknehmen", r).unwrap();
    let qm = d.t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
    assert_eq!(d.t.lesen(&qm, "betroffenenanfrage.uebersicht", json!({})).unwrap_err().code, Code::Recht);
    let datei = d.t.ordner.path().join("anfragen.csv");
    let liste =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 5}});
    let r = json!({"liste": liste, "ausgabe": {"datei": datei, "ueberschreiben": true, "spalten": []}});
    d.t.aendern(&d.dora, "betroffenenanfrage.exportieren", r).unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    assert!(
        text.contains("BA-2026-001;Auskunft (Art. 15 DSGVO, § 83 SGB X);schriftlich;18.11.2026"),
        "{text}"
    );
    assert!(!text.contains("Erika") && !text.contains("Musterweg"), "{text}");
}

#[test]
fn vom_eingang_bis_zur_antwort_und_wieder_auf() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.dora, anfrage(), person()).unwrap();
    let antwort = |ergebnis: &str, grund: &str| json!({"art": "beantworten", "am": "2026-11-20", "ergebnis": ergebnis, "grund": grund});
    assert_eq!(d.schritt(&id, antwort("erfuellt", "")).unwrap_err().code, Code::Regel);
    for (schritt, feld) in [
        (json!({"art": "identitaet_pruefen", "am": "2026-11-21", "wie": "ausweis"}), "schritt.am"),
        (json!({"art": "identitaet_pruefen", "am": "2026-11-17", "wie": "ausweis"}), "schritt.am"),
        (antwort("abgelehnt", ""), "schritt.grund"),
        (json!({"art": "abgeben", "am": "2026-11-20", "an": ""}), "schritt.an"),
    ] {
        assert_eq!(d.schritt(&id, schritt.clone()).unwrap_err().felder[0].feld, feld, "{schritt}");
    }
    d.schritt(&id, json!({"art": "identitaet_pruefen", "am": "2026-11-20", "wie": "ausweis"})).unwrap();
    d.schritt(&id, antwort("erfuellt", "")).unwrap();
    let u = d.t.lesen(&d.dora, "betroffenenanfrage.uebersicht", json!({})).unwrap();
    assert_eq!(
        u,
        json!({"offen": 0, "identitaet_offen": 0, "bald": 0, "ueberfaellig": 0, "naechste_frist": null})
    );
    d.heute("2026-12-01");
    d.schritt(&id, json!({"art": "wiederaufnehmen", "am": "2026-12-01", "grund": "Eine Kopie fehlt"}))
        .unwrap();
    let k = d.lesen(&d.dora, &id);
    // The house owes it since the same day.
    assert_eq!(
        (&k["uhr"]["fristende"], &k["anfrage"]["lage"]["stand"], &k["ueberfaellig"]),
        (&json!("2026-12-18"), &json!("bearbeitung"), &json!(false))
    );
    let zeile = || d.liste(&d.dora, json!({}))[0].clone();
    let u = || d.t.lesen(&d.dora, "betroffenenanfrage.uebersicht", json!({})).unwrap();
    assert_eq!((&zeile()["frist_bis"], &u()["naechste_frist"]), (&json!("2026-12-18"), &json!("2026-12-18")));
    d.heute("2026-12-19");
    assert_eq!(d.lesen(&d.dora, &id)["ueberfaellig"], true);
    assert_eq!((&zeile()["ueberfaellig"], &u()["ueberfaellig"]), (&json!(true), &json!(1)));
    d.schritt(&id, json!({"art": "zurueckziehen", "am": "2026-12-01"})).unwrap();
    d.schritt(&id, json!({"art": "wiederaufnehmen", "am": "2026-12-01", "grund": "Sie fragt doch"})).unwrap();
    let k = d.lesen(&d.dora, &id);
    // Asked anew: another month, and 01.01.2027 is a holiday before a weekend.
    assert_eq!((&k["uhr"]["fristende"], &k["ueberfaellig"]), (&json!("2027-01-04"), &json!(false)));
    assert_eq!((&zeile()["frist_bis"], &u()["ueberfaellig"]), (&json!("2027-01-04"), &json!(0)));
    for _ in 0..2 {
        let version = d.lesen(&d.dora, &id)["anfrage"]["version"].clone();
        let r = json!({"id": id, "version": version, "grund": "War eine andere Person"});
        d.t.aendern(&d.dora, "betroffenenanfrage.schritt_zuruecknehmen", r).unwrap();
    }
    let k = d.lesen(&d.dora, &id);
    let version = k["anfrage"]["version"].clone();
    let zurueck = |version: Value| json!({"id": id, "version": version, "grund": "War eine andere Person"});
    d.t.aendern(&d.dora, "betroffenenanfrage.schritt_zuruecknehmen", zurueck(version.clone())).unwrap();
    assert_eq!(d.lesen(&d.dora, &id)["anfrage"]["lage"]["abschluss"]["ergebnis"], "erfuellt");
    let fehler =
        d.t.aendern(&d.dora, "betroffenenanfrage.schritt_zuruecknehmen", zurueck(version)).unwrap_err();
    assert_eq!((fehler.code, &fehler.stand.unwrap()["version"]), (Code::Konflikt, &json!(9)));
}

/// The three months of an extension go on when the house takes up again what it had answered.
#[test]
fn eine_verlaengerung_gilt_nach_der_antwort_weiter() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.dora, anfrage(), person()).unwrap();
    let verlaengern =
        json!({"art": "verlaengern", "unterrichtet_am": "2026-11-20", "grund": "sehr viele Akten"});
    d.schritt(&id, verlaengern).unwrap();
    d.schritt(&id, json!({"art": "identitaet_pruefen", "am": "2026-11-20", "wie": "ausweis"})).unwrap();
    d.schritt(&id, json!({"art": "beantworten", "am": "2026-11-20", "ergebnis": "erfuellt", "grund": ""}))
        .unwrap();
    d.heute("2027-01-11");
    d.schritt(&id, json!({"art": "wiederaufnehmen", "am": "2027-01-11", "grund": "Eine Kopie fehlt"}))
        .unwrap();
    let zeile = d.liste(&d.dora, json!({}))[0].clone();
    assert_eq!(
        (&d.lesen(&d.dora, &id)["uhr"]["fristende"], &zeile["frist_bis"], &zeile["ueberfaellig"]),
        (&json!("2027-02-18"), &json!("2027-02-18"), &json!(false))
    );
}

#[test]
fn der_eingang_wird_nur_mit_begruendung_und_sichtbar_geaendert() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.dora, anfrage(), person()).unwrap();
    let aendern = |mehr: Value, begruendung: &str| {
        let version = d.lesen(&d.dora, &id)["anfrage"]["version"].clone();
        let r = json!({"id": id, "version": version, "angaben": mit(anfrage(), mehr), "klar": person(), "begruendung": begruendung});
        d.t.aendern(&d.dora, "betroffenenanfrage.aendern", r)
    };
    aendern(json!({"vermerk": "kam mit der Post"}), "").unwrap();
    let spaeter = json!({"eingang": "2026-11-20"});
    assert_eq!(aendern(spaeter.clone(), "").unwrap_err().felder[0].feld, "begruendung");
    assert_eq!(d.lesen(&d.dora, &id)["uhr"]["fristende"], "2026-12-18");
    aendern(spaeter, "Stempel der Poststelle").unwrap();
    let k = d.lesen(&d.dora, &id);
    assert_eq!(k["uhr"]["fristende"], "2026-12-21");
    assert_eq!(
        k["anfrage"]["schritte"][0]["schritt"],
        json!({"art": "berichtigen", "was": "Eingang 20.11.2026 statt 18.11.2026", "begruendung": "Stempel der Poststelle"})
    );
    assert_eq!(k["darf_zuruecknehmen"], false);
    let von_hand = json!({"art": "berichtigen", "was": "nichts", "begruendung": "nur so da"});
    assert_eq!(d.schritt(&id, von_hand).unwrap_err().code, Code::Regel);
}

#[test]
fn nach_drei_jahren_gehen_die_klardaten_und_die_anfrage_bleibt() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.dora, anfrage(), person()).unwrap();
    let offen = d.anlegen(&d.dora, anfrage(), person()).unwrap();
    d.schritt(&id, json!({"art": "zurueckziehen", "am": "2026-11-20"})).unwrap();
    let uebersicht = || {
        let u = d.t.lesen(&d.t.admin, "aufbewahrung.uebersicht", json!({})).unwrap();
        u["regeln"].as_array().unwrap().iter().find(|r| r["art"] == "betroffenenanfrage").unwrap().clone()
    };
    d.heute("2029-11-20");
    assert_eq!((&uebersicht()["jahre"], &uebersicht()["faellig"]), (&json!(3), &json!(0)));
    d.heute("2029-11-21");
    assert_eq!(uebersicht()["faellig"], 1);
    let r = json!({"art": "betroffenenanfrage", "stichtag": "2026-11-21", "anzahl": 1});
    let op = Operation::aus_json("aufbewahrung.entfernen", r).unwrap();
    api::aendern_viele(&d.t.haus, &d.t.admin, Some(&d.dora), vec![op], &Fortschritt::default()).unwrap();
    let k = d.lesen(&d.dora, &id);
    assert_eq!(
        (&k["klar"], &k["entfernt_am"], &k["moeglich"]),
        (&Value::Null, &json!("2029-11-21"), &json!([]))
    );
    assert_eq!(d.lesen(&d.dora, &offen)["klar"]["name"], "Erika Beispiel");
    assert_eq!(d.liste(&d.dora, json!({"suche": "Erika"})).len(), 1);
    let fehler = d
        .schritt(&id, json!({"art": "wiederaufnehmen", "am": "2029-11-21", "grund": "Noch eine Frage"}))
        .unwrap_err();
    assert!(fehler.text.contains("Aufbewahrungsregel"));
    d.t.protokoll_stimmt();
}

#[test]
fn aus_einer_kundenreaktion_und_mit_neuen_feiertagen() {
    let d = Dsb::neu();
    let sichtung = json!({"sichtung": {"rechtsbehelf": false, "begruendung": "", "datenschutz": true}, "widerspruch": null});
    let r = json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": sichtung});
    let ticket = d.t.aendern(&d.karla, "kundenreaktion.anlegen", r).unwrap().objekte[0].id.clone();
    let eingang = mit(anfrage(), json!({"eingang": "2026-11-02"}));
    let r = json!({"angaben": eingang, "klar": person(), "aus_reaktion": ticket});
    let id = d.t.aendern(&d.dora, "betroffenenanfrage.anlegen", r.clone()).unwrap().objekte[0].id.clone();
    assert_eq!(
        d.t.aendern(&d.dora, "betroffenenanfrage.anlegen", r).unwrap_err().felder[0].feld,
        "aus_reaktion"
    );
    let k = d.t.lesen(&d.karla, "kundenreaktion.lesen", json!({"id": ticket})).unwrap();
    assert_eq!(k["betroffenenanfrage"]["nummer"], "BA-2026-001");
    assert_eq!(d.lesen(&d.dora, &id)["reaktion"]["nummer"], "K-2026-0001");
    // A municipal holiday on the last day moves it, and the list shows the same as the page.
    let feiertage = json!({"fronleichnam": false, "mariae_himmelfahrt": false, "friedensfest": false, "weitere": ["2026-12-02"]});
    let r = json!({"version": 1, "name": "Jobcenter Musterkreis", "land": "TH", "sperre_minuten": 10, "feiertage": feiertage});
    d.t.aendern(&d.t.admin, "haus.speichern", r).unwrap();
    assert_eq!(d.lesen(&d.dora, &id)["uhr"]["fristende"], "2026-12-03");
    assert_eq!(d.liste(&d.dora, json!({}))[0]["frist_bis"], "2026-12-03");
    d.t.protokoll_stimmt();
}
