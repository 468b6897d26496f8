//! Every step of a Datenschutzvorfall in every state, as a table; and random ways, none of which closes with an open
//! question.

use chrono::{NaiveDate, NaiveTime};
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::datenschutz::vorfall::{
    Benachrichtigungsausnahme, Datenkategorie, Meldung, Risiko, Verletzung, Vorfallinhalt, Vorfalllage,
    Vorfallschritt as S, Vorfallschrittart as A, Vorfallstand,
};
use proptest::prelude::*;

const TAG: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn uhr(stunde: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(stunde, 0, 0).unwrap()
}

fn inhalt(daten: &[Datenkategorie]) -> Vorfallinhalt {
    Vorfallinhalt {
        betreff: "Brief an falsche Anschrift".into(),
        hergang: "Ein Bescheid ging an eine frühere Anschrift.".into(),
        folgen: String::new(),
        verletzungen: vec![Verletzung::Vertraulichkeit],
        daten: daten.to_vec(),
        personen: Some(1),
        datensaetze: None,
        geschehen_am: None,
        kenntnis_am: TAG,
        kenntnis_um: uhr(8),
        kenntnis_durch: String::new(),
    }
}

fn bewerten(risiko: Risiko) -> S {
    S::Bewerten { risiko, begruendung: "nach Art und Zahl der Daten".into() }
}

fn schritt(was: A) -> S {
    let text = || "aus gutem Grund".to_owned();
    match was {
        A::Bewerten => bewerten(Risiko::Risiko),
        A::Melden => S::Melden { am: TAG, um: uhr(9), zeichen: String::new(), verspaetung: String::new() },
        A::NichtMelden => S::NichtMelden { begruendung: text() },
        A::AufsichtUnterrichten => S::AufsichtUnterrichten { am: TAG, stelle: "Landesamt".into() },
        A::Benachrichtigen => S::Benachrichtigen { am: TAG, wie: "mit einem Brief".into() },
        A::NichtBenachrichtigen => {
            S::NichtBenachrichtigen { ausnahme: Benachrichtigungsausnahme::Vorkehrungen, begruendung: text() }
        }
        A::MassnahmeAbleiten => S::MassnahmeAbleiten { was: text(), bis: None },
        A::Nachmelden => S::Nachmelden { am: TAG, was: text() },
        A::Abschliessen => S::Abschliessen { am: TAG },
        A::Wiederaufnehmen => S::Wiederaufnehmen { am: TAG, grund: text() },
        A::Berichtigen => S::Berichtigen { was: text(), begruendung: text() },
    }
}

fn gehen(angaben: &Vorfallinhalt, weg: &str) -> Vorfalllage {
    weg.split_whitespace().fold(Vorfalllage::default(), |l, wort| {
        let s = Risiko::aus(wort)
            .map_or_else(|| schritt(A::aus(wort).unwrap_or_else(|| panic!("{wort}"))), bewerten);
        l.nach(angaben, &s).unwrap_or_else(|e| panic!("{weg}: {wort}: {e}"))
    })
}

/// Way so far (a risk stands for its assessment), state, steps that fit.
const TAFEL: &[(&str, Vorfallstand, &str)] = &[
    ("", Vorfallstand::Erfasst, "bewerten melden aufsicht_unterrichten benachrichtigen massnahme_ableiten"),
    (
        "kein",
        Vorfallstand::Bewertet,
        "bewerten melden nicht_melden aufsicht_unterrichten benachrichtigen massnahme_ableiten",
    ),
    (
        "gering",
        Vorfallstand::Bewertet,
        "bewerten melden nicht_melden aufsicht_unterrichten benachrichtigen massnahme_ableiten",
    ),
    (
        "risiko",
        Vorfallstand::Bewertet,
        "bewerten melden aufsicht_unterrichten benachrichtigen massnahme_ableiten",
    ),
    (
        "hoch",
        Vorfallstand::Bewertet,
        "bewerten melden aufsicht_unterrichten benachrichtigen nicht_benachrichtigen massnahme_ableiten",
    ),
    (
        "gering nicht_melden",
        Vorfallstand::Bearbeitung,
        "bewerten melden aufsicht_unterrichten benachrichtigen massnahme_ableiten abschliessen",
    ),
    // A greater risk asks again for the report, and the clock runs on.
    (
        "gering nicht_melden risiko",
        Vorfallstand::Bewertet,
        "bewerten melden aufsicht_unterrichten benachrichtigen massnahme_ableiten",
    ),
    // Reported in haste, before anybody knew how great the risk is.
    (
        "melden",
        Vorfallstand::Bearbeitung,
        "bewerten aufsicht_unterrichten benachrichtigen massnahme_ableiten nachmelden",
    ),
    (
        "risiko melden",
        Vorfallstand::Bearbeitung,
        "bewerten aufsicht_unterrichten benachrichtigen massnahme_ableiten nachmelden",
    ),
    (
        "risiko melden aufsicht_unterrichten",
        Vorfallstand::Bearbeitung,
        "bewerten benachrichtigen massnahme_ableiten nachmelden abschliessen",
    ),
    (
        "hoch melden aufsicht_unterrichten",
        Vorfallstand::Bearbeitung,
        "bewerten benachrichtigen nicht_benachrichtigen massnahme_ableiten nachmelden",
    ),
    (
        "hoch melden aufsicht_unterrichten nicht_benachrichtigen",
        Vorfallstand::Bearbeitung,
        "bewerten benachrichtigen massnahme_ableiten nachmelden abschliessen",
    ),
    (
        "hoch melden aufsicht_unterrichten benachrichtigen",
        Vorfallstand::Bearbeitung,
        "bewerten massnahme_ableiten nachmelden abschliessen",
    ),
    ("gering nicht_melden abschliessen", Vorfallstand::Abgeschlossen, "wiederaufnehmen"),
    (
        "risiko melden aufsicht_unterrichten abschliessen wiederaufnehmen",
        Vorfallstand::Bearbeitung,
        "bewerten benachrichtigen massnahme_ableiten nachmelden abschliessen",
    ),
];

#[test]
fn jeder_schritt_in_jedem_stand() {
    let angaben = inhalt(&[Datenkategorie::Stammdaten]);
    for (weg, stand, erlaubt) in TAFEL {
        let lage = gehen(&angaben, weg);
        assert_eq!(lage.stand, *stand, "{weg}");
        let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
        // A correction is no step of the window: it fits always and moves nothing.
        assert_eq!(lage.nach(&angaben, &schritt(A::Berichtigen)).unwrap(), lage, "{weg}");
        for was in A::ALLE.iter().filter(|s| **s != A::Berichtigen) {
            let ergebnis = lage.nach(&angaben, &schritt(*was));
            assert_eq!(ergebnis.is_ok(), erlaubt.contains(&was.name()), "{weg}: {}", was.name());
        }
    }
    assert!(Vorfallstand::ALLE.iter().all(|s| TAFEL.iter().any(|(_, stand, _)| stand == s)));
}

#[test]
fn daten_von_beschaeftigten_allein_brauchen_keine_unterrichtung_der_aufsicht() {
    let lage = |daten: &[Datenkategorie]| gehen(&inhalt(daten), "risiko melden");
    let fehlt = |daten: &[Datenkategorie]| lage(daten).fehlt(&inhalt(daten)).join(" ");
    assert_eq!(fehlt(&[Datenkategorie::Beschaeftigte]), "");
    assert!(fehlt(&[Datenkategorie::Beschaeftigte, Datenkategorie::Bankdaten]).contains("§ 83a SGB X"));
}

#[test]
fn verspaetung_beginnt_nach_der_letzten_minute() {
    // Knowledge on Friday at 08:00: the hour until 09:00 is not counted, the end is Monday 09:00.
    let angaben = inhalt(&[Datenkategorie::Stammdaten]);
    let melden = |um: (u32, u32), verspaetung: &str| {
        let um = NaiveTime::from_hms_opt(um.0, um.1, 0).unwrap();
        let am = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Vorfalllage::default()
            .nach(&angaben, &S::Melden { am, um, zeichen: String::new(), verspaetung: verspaetung.into() })
    };
    assert!(!melden((9, 0), "").unwrap().verspaetet());
    // What is in time needs no reasons, and keeps none.
    assert!(!melden((9, 0), "Niemand war im Haus.").unwrap().verspaetet());
    let fehler = melden((9, 1), "").unwrap_err();
    assert_eq!(fehler.felder[0].feld, "schritt.verspaetung");
    assert!(fehler.text.contains("Montag, 23.11.2026, 09:00 Uhr"), "{}", fehler.text);
    assert!(melden((9, 1), "Niemand war im Haus.").unwrap().verspaetet());
    // Before the knowledge.
    let vorher = S::Melden { am: TAG, um: uhr(7), zeichen: String::new(), verspaetung: String::new() };
    assert_eq!(Vorfalllage::default().nach(&angaben, &vorher).unwrap_err().felder[0].feld, "schritt.um");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn kein_weg_schliesst_mit_einer_offenen_frage(
        wahl in proptest::collection::vec((0usize..100, proptest::sample::select(Risiko::ALLE)), 0..24),
        daten in proptest::sample::subsequence(Datenkategorie::ALLE.to_vec(), 1..4),
    ) {
        let angaben = inhalt(&daten);
        let mut l = Vorfalllage::default();
        for (n, risiko) in wahl {
            let moeglich = l.moeglich(&angaben);
            prop_assert!(!moeglich.is_empty());
            let was = moeglich[n % moeglich.len()];
            let s = if was == A::Bewerten { bewerten(risiko) } else { schritt(was) };
            l = l.nach(&angaben, &s).unwrap();
            prop_assert!(!l.naechster_schritt(&angaben).is_empty());
            prop_assert_eq!(l.stand.uhr_laeuft(), l.meldung.is_none());
            prop_assert_eq!(l.abschluss_am.is_some(), l.stand == Vorfallstand::Abgeschlossen);
            if matches!(l.meldung, Some(Meldung::Keine { .. })) {
                prop_assert!(!l.risiko().unwrap().meldepflichtig());
            }
            if l.stand == Vorfallstand::Abgeschlossen {
                prop_assert!(l.fehlt(&angaben).is_empty());
                prop_assert!(l.risiko() != Some(Risiko::Hoch) || l.betroffene.is_some());
            }
        }
    }
}
