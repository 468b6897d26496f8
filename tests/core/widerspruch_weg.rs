//! The way of a procedure: every step in every state, and what may never happen on any way.

use chrono::NaiveDate;
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::frist::{Bekanntgabe, Ort, Rechtsbehelfsbelehrung, Rechtsmittel};
use iks_core::organisation::Land;
use iks_core::widerspruch::{
    Bescheidergebnis, Friststand, Gerichtsausgang, Kosten, Schrittart, Stattgabe, Stattgabegrund,
    Verfahrensangaben, Verfahrensart, Verfahrenslage, Verfahrensschritt as S, Verfahrensstand, sollfristen,
};
use proptest::prelude::*;

fn tag(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

fn stattgabe() -> Stattgabe {
    Stattgabe { grund: Stattgabegrund::Sachverhalt, ursache: String::new() }
}

fn kosten(art: Verfahrensart) -> Option<Kosten> {
    (art == Verfahrensart::Widerspruch).then_some(Kosten {
        anteil_zaehler: 1,
        anteil_nenner: 2,
        zuziehung_notwendig: true,
        betrag_cent: None,
    })
}

fn post(n: u32) -> Bekanntgabe {
    Bekanntgabe::PostInland { aufgabe_zur_post: Some(tag(n)), vermerk: true, zugang: None }
}

/// A step of that kind with content that fits.
fn schritt(art: Verfahrensart, was: Schrittart) -> S {
    let am = tag(10);
    match was {
        Schrittart::EingangBestaetigen => S::EingangBestaetigen { am },
        Schrittart::AbhilfePruefen => S::AbhilfePruefen { am },
        Schrittart::Abhelfen => S::Abhelfen { am, stattgabe: stattgabe(), kosten: kosten(art) },
        Schrittart::TeilweiseAbhelfen => S::TeilweiseAbhelfen { am, stattgabe: stattgabe() },
        Schrittart::NichtAbhelfen => S::NichtAbhelfen { am },
        Schrittart::Entwerfen => S::Entwerfen { ergebnis: Bescheidergebnis::Zurueckweisen, stattgabe: None },
        Schrittart::Vorlegen => S::Vorlegen {},
        Schrittart::Zeichnen => S::Zeichnen {},
        Schrittart::Zurueckgeben => S::Zurueckgeben { grund: "Bitte ergänzen".into() },
        Schrittart::Absenden => S::Absenden {
            bekanntgabe: post(10),
            ausland: false,
            belehrung: Rechtsbehelfsbelehrung::Ordnungsgemaess,
            kosten: kosten(art),
        },
        Schrittart::KlageErheben => S::KlageErheben { am },
        Schrittart::KlageBeendet => S::KlageBeendet { am },
        Schrittart::Erwidern => S::Erwidern { am },
        Schrittart::GerichtEntscheidet => S::GerichtEntscheidet {
            am,
            ausgang: Gerichtsausgang::Stattgegeben,
            zugestellt_am: Some(am),
            rechtsmittel: Some(Rechtsmittel::Berufung),
            stattgabe: Some(stattgabe()),
            kosten: None,
        },
        Schrittart::RechtsmittelEinlegen => S::RechtsmittelEinlegen { am, durch_haus: true },
        Schrittart::Umsetzen => S::Umsetzen { am },
        Schrittart::KostenFestsetzen => S::KostenFestsetzen { am, betrag_cent: 12_345 },
        Schrittart::Abschliessen => S::Abschliessen { am },
        Schrittart::Zuruecknehmen => S::Zuruecknehmen { am },
        Schrittart::ErledigtDurchBescheid => S::ErledigtDurchBescheid { am },
        Schrittart::Abgeben => S::Abgeben { am, an: "Landratsamt".into() },
        Schrittart::Uebernehmen => {
            S::Uebernehmen { am, ergebnis: iks_core::widerspruch::Verfahrensergebnis::Zurueckgewiesen }
        }
        Schrittart::Ruhen => S::Ruhen { bis: tag(30), grund: "Musterverfahren".into() },
        Schrittart::Fortsetzen => S::Fortsetzen { am },
    }
}

/// The state after a way; the second person signs.
fn lage(art: Verfahrensart, weg: &str) -> Verfahrenslage {
    weg.split_whitespace().fold(Verfahrenslage::default(), |lage, name| {
        let was = Schrittart::aus(name).unwrap_or_else(|| panic!("{name}"));
        let von = if was == Schrittart::Zeichnen { "zweite" } else { "erste" };
        lage.nach(art, &schritt(art, was), von).unwrap_or_else(|e| panic!("{weg}: {name}: {e}"))
    })
}

const BIS_ABGESANDT: &str = "abhilfe_pruefen nicht_abhelfen entwerfen vorlegen zeichnen absenden";

/// Way, state it leads to, and all steps that fit there. Every other step must be refused.
const WIDERSPRUCH: &[(&str, Verfahrensstand, &str)] = &[
    (
        "",
        Verfahrensstand::Eingegangen,
        "eingang_bestaetigen abhilfe_pruefen zuruecknehmen erledigt_durch_bescheid abgeben uebernehmen ruhen",
    ),
    (
        "eingang_bestaetigen",
        Verfahrensstand::Bestaetigt,
        "abhilfe_pruefen zuruecknehmen erledigt_durch_bescheid abgeben ruhen",
    ),
    (
        "abhilfe_pruefen",
        Verfahrensstand::Abhilfepruefung,
        "abhelfen teilweise_abhelfen nicht_abhelfen zuruecknehmen erledigt_durch_bescheid abgeben ruhen",
    ),
    ("abhilfe_pruefen abhelfen", Verfahrensstand::Abgeholfen, "umsetzen kosten_festsetzen"),
    (
        "abhilfe_pruefen teilweise_abhelfen",
        Verfahrensstand::TeilweiseAbgeholfen,
        "entwerfen umsetzen zuruecknehmen erledigt_durch_bescheid ruhen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen",
        Verfahrensstand::NichtAbgeholfen,
        "entwerfen zuruecknehmen erledigt_durch_bescheid ruhen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen entwerfen",
        Verfahrensstand::Entwurf,
        "entwerfen vorlegen zuruecknehmen erledigt_durch_bescheid ruhen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen entwerfen vorlegen",
        Verfahrensstand::Zeichnung,
        "zeichnen zurueckgeben zuruecknehmen erledigt_durch_bescheid ruhen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen entwerfen vorlegen zurueckgeben",
        Verfahrensstand::Entwurf,
        "entwerfen vorlegen zuruecknehmen erledigt_durch_bescheid ruhen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen entwerfen vorlegen zeichnen",
        Verfahrensstand::Gezeichnet,
        "absenden zuruecknehmen erledigt_durch_bescheid ruhen",
    ),
    (BIS_ABGESANDT, Verfahrensstand::Abgesandt, "klage_erheben kosten_festsetzen abschliessen"),
    (
        "abhilfe_pruefen teilweise_abhelfen entwerfen vorlegen zeichnen absenden",
        Verfahrensstand::Abgesandt,
        "klage_erheben umsetzen kosten_festsetzen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen entwerfen vorlegen zeichnen absenden klage_erheben",
        Verfahrensstand::Klage,
        "klage_beendet kosten_festsetzen",
    ),
    (
        "abhilfe_pruefen nicht_abhelfen entwerfen vorlegen zeichnen absenden klage_erheben klage_beendet",
        Verfahrensstand::Erledigt,
        "kosten_festsetzen",
    ),
    ("abhilfe_pruefen teilweise_abhelfen zuruecknehmen", Verfahrensstand::Umsetzung, "umsetzen"),
    ("abhilfe_pruefen ruhen", Verfahrensstand::Ruht, "zuruecknehmen erledigt_durch_bescheid fortsetzen"),
    (
        "abhilfe_pruefen ruhen fortsetzen",
        Verfahrensstand::Abhilfepruefung,
        "abhelfen teilweise_abhelfen nicht_abhelfen zuruecknehmen erledigt_durch_bescheid abgeben ruhen",
    ),
    ("abgeben", Verfahrensstand::Erledigt, ""),
    ("erledigt_durch_bescheid", Verfahrensstand::Erledigt, ""),
    ("abhilfe_pruefen abhelfen umsetzen", Verfahrensstand::Erledigt, "kosten_festsetzen"),
];

const UEBERPRUEFUNG: &[(&str, Verfahrensstand, &str)] = &[
    (
        "",
        Verfahrensstand::Eingegangen,
        "eingang_bestaetigen abhilfe_pruefen zuruecknehmen erledigt_durch_bescheid abgeben uebernehmen ruhen",
    ),
    // No costs in a review (§ 63 SGB X), and the way against its decision is a new Widerspruch.
    ("abhilfe_pruefen abhelfen", Verfahrensstand::Abgeholfen, "umsetzen"),
    (BIS_ABGESANDT, Verfahrensstand::Abgesandt, "abschliessen"),
];

const KLAGE: &[(&str, Verfahrensstand, &str)] = &[
    ("", Verfahrensstand::Eingegangen, "erwidern gericht_entscheidet zuruecknehmen uebernehmen ruhen"),
    ("erwidern", Verfahrensstand::Anhaengig, "erwidern gericht_entscheidet zuruecknehmen ruhen"),
    ("erwidern gericht_entscheidet", Verfahrensstand::Entschieden, "rechtsmittel_einlegen umsetzen"),
    ("gericht_entscheidet umsetzen", Verfahrensstand::Entschieden, "rechtsmittel_einlegen abschliessen"),
    (
        "gericht_entscheidet rechtsmittel_einlegen",
        Verfahrensstand::Anhaengig,
        "erwidern gericht_entscheidet zuruecknehmen ruhen",
    ),
    ("erwidern ruhen", Verfahrensstand::Ruht, "zuruecknehmen fortsetzen"),
    ("gericht_entscheidet umsetzen abschliessen", Verfahrensstand::Erledigt, ""),
    ("zuruecknehmen", Verfahrensstand::Erledigt, ""),
];

#[test]
fn jeder_schritt_in_jedem_stand() {
    let tafeln = [
        (Verfahrensart::Widerspruch, WIDERSPRUCH),
        (Verfahrensart::Ueberpruefung, UEBERPRUEFUNG),
        (Verfahrensart::Klage, KLAGE),
        (Verfahrensart::Eilverfahren, KLAGE),
    ];
    for (art, tafel) in tafeln {
        for (weg, stand, erlaubt) in tafel {
            let lage = lage(art, weg);
            assert_eq!(lage.stand, *stand, "{art:?}: {weg}");
            let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
            for was in Schrittart::ALLE {
                let ergebnis = lage.nach(art, &schritt(art, *was), "dritte");
                assert_eq!(
                    ergebnis.is_ok(),
                    erlaubt.contains(&was.name()),
                    "{art:?} {weg}: {} gives {ergebnis:?}",
                    was.name()
                );
            }
        }
    }
    // Every state is reached by one of the tables.
    let erreicht = |stand| WIDERSPRUCH.iter().chain(KLAGE).any(|(_, s, _)| *s == stand);
    assert!(Verfahrensstand::ALLE.iter().all(|s| erreicht(*s)));
}

#[test]
fn ergebnis_folgt_entwurf_und_teilabhilfe() {
    use iks_core::widerspruch::Verfahrensergebnis as E;
    let art = Verfahrensart::Widerspruch;
    for (davor, entwurf, erwartet) in [
        ("nicht_abhelfen", Bescheidergebnis::Zurueckweisen, E::Zurueckgewiesen),
        ("nicht_abhelfen", Bescheidergebnis::Stattgeben, E::Stattgegeben),
        ("nicht_abhelfen", Bescheidergebnis::TeilweiseStattgeben, E::TeilweiseStattgegeben),
        ("nicht_abhelfen", Bescheidergebnis::VerwerfenSonst, E::Verworfen),
        ("teilweise_abhelfen", Bescheidergebnis::Zurueckweisen, E::Teilabhilfe),
        ("teilweise_abhelfen", Bescheidergebnis::VerwerfenSonst, E::Teilabhilfe),
    ] {
        let gewaehrt =
            matches!(entwurf, Bescheidergebnis::Stattgeben | Bescheidergebnis::TeilweiseStattgeben);
        let l = lage(art, &format!("abhilfe_pruefen {davor}"))
            .nach(art, &S::Entwerfen { ergebnis: entwurf, stattgabe: gewaehrt.then(stattgabe) }, "erste")
            .and_then(|l| l.nach(art, &S::Vorlegen {}, "erste"))
            .and_then(|l| l.nach(art, &S::Zeichnen {}, "zweite"))
            .and_then(|l| l.nach(art, &schritt(art, Schrittart::Absenden), "erste"))
            .unwrap();
        assert_eq!(l.ergebnis, Some(erwartet));
        assert_eq!(l.umsetzung_offen(), erwartet.erfolgreich());
    }
}

fn angaben() -> Verfahrensangaben {
    serde_json::from_value(crate::widerspruch::angaben()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// No way leaves a procedure without a next step, a result without its day, or a deadline without a state.
    #[test]
    fn kein_weg_endet_im_nichts(
        art in proptest::sample::select(Verfahrensart::ALLE),
        wahl in proptest::collection::vec(0usize..100, 0..24),
    ) {
        let ort = Ort::from(Land::TH);
        let mut l = Verfahrenslage::default();
        for n in wahl {
            let moeglich = l.moeglich(art);
            if moeglich.is_empty() {
                break;
            }
            let was = moeglich[n % moeglich.len()];
            let von = if was == Schrittart::Zeichnen { "zweite" } else { "erste" };
            l = l.nach(art, &schritt(art, was), von).unwrap();
            let weiter = l.moeglich(art).into_iter().any(|s| s != Schrittart::KostenFestsetzen);
            prop_assert_eq!(weiter, !l.erledigt(), "{:?}", l);
            prop_assert!(!l.naechster_schritt(art).is_empty());
            prop_assert_eq!(l.ergebnis.is_some(), l.entschieden_am.is_some());
            prop_assert_eq!(l.erledigt(), l.abschluss_am.is_some(), "{:?}", l);
            prop_assert!(!(l.erledigt() && l.umsetzung_offen()));
            let fristen = sollfristen(art, &angaben(), &l, &ort);
            for f in &fristen {
                prop_assert_eq!(f.stand == Friststand::Erledigt, f.erledigt_am.is_some());
                prop_assert!(!(l.erledigt() && f.stand == Friststand::Laufend), "{:?} runs on in {:?}", f, l);
            }
            let mut schluessel: Vec<_> = fristen.iter().map(|f| (f.art, f.bezug.clone())).collect();
            schluessel.sort();
            schluessel.dedup();
            prop_assert_eq!(schluessel.len(), fristen.len());
        }
    }
}
