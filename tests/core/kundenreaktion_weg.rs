//! Every step of a Kundenreaktion in every state, as a table; and random ways, none of which ends in nothing.

use chrono::NaiveDate;
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::kundenreaktion::{
    Antwortweg, Pausengrund, Reaktionsart, Reaktionsergebnis, Reaktionslage, Reaktionsschritt as S,
    Reaktionsschrittart, Reaktionsstand, Reaktionsurteil, Rueckmeldung, Sichtung,
};
use proptest::prelude::*;

const TAG: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn sichten(rechtsbehelf: bool) -> S {
    S::Sichten {
        sichtung: Sichtung { rechtsbehelf, begruendung: String::new(), datenschutz: false },
        verfahren: None,
        notizen: 0,
    }
}

fn schritt(was: Reaktionsschrittart) -> S {
    use Reaktionsschrittart as A;
    let text = || "aus gutem Grund".to_owned();
    match was {
        A::Sichten => sichten(false),
        A::EingangBestaetigen => S::EingangBestaetigen { am: TAG },
        A::Beantworten => S::Beantworten { am: TAG, weg: Antwortweg::Brief },
        A::OhneAntwort => S::OhneAntwort { am: TAG, grund: text() },
        A::Pausieren => S::Pausieren {
            ab: TAG,
            grund: Pausengrund::Kunde,
            text: text(),
            begruendung: String::new(),
            nachgetragen_am: None,
        },
        A::Fortsetzen => S::Fortsetzen { am: TAG },
        A::Beurteilen => S::Beurteilen { urteil: Reaktionsurteil::Teilweise, begruendung: text() },
        A::BeurteilungBestaetigen => S::BeurteilungBestaetigen {},
        A::BeurteilungZurueckgeben => S::BeurteilungZurueckgeben { grund: text() },
        A::Abgeben => S::Abgeben { am: TAG, an: "Landratsamt".into(), zeichen: String::new() },
        A::Zusammenfuehren => S::Zusammenfuehren { am: TAG, mit: "andere".into() },
        A::MassnahmeAbleiten => S::MassnahmeAbleiten { was: text(), bis: TAG },
        A::Nachfragen => S::Nachfragen { am: TAG, rueckmeldung: Rueckmeldung::Geholfen },
        A::Abschliessen => S::Abschliessen { am: TAG },
        A::WiederOeffnen => S::WiederOeffnen { am: TAG, grund: text() },
        A::Berichtigen => S::Berichtigen { was: text(), begruendung: text(), neu_beurteilen: true },
    }
}

/// Who takes it: the second of two where two are needed.
fn von(was: Reaktionsschrittart) -> &'static str {
    match was {
        Reaktionsschrittart::BeurteilungBestaetigen | Reaktionsschrittart::BeurteilungZurueckgeben => {
            "zweite"
        }
        _ => "erste",
    }
}

fn lage(art: Reaktionsart, weg: &str) -> Reaktionslage {
    weg.split_whitespace().fold(Reaktionslage::default(), |l, wort| {
        if wort == "rechtsbehelf" {
            return l.nach(art, &sichten(true), "erste").unwrap();
        }
        let was = Reaktionsschrittart::aus(wort).unwrap_or_else(|| panic!("{wort}"));
        l.nach(art, &schritt(was), von(was)).unwrap_or_else(|e| panic!("{weg}: {wort}: {e}"))
    })
}

/// Way so far, state, steps that fit.
type Zeile = (&'static str, Reaktionsstand, &'static str);

const BESCHWERDE: &[Zeile] = &[
    ("", Reaktionsstand::Eingegangen, "sichten"),
    (
        "sichten",
        Reaktionsstand::Offen,
        "sichten eingang_bestaetigen beantworten ohne_antwort pausieren beurteilen abgeben zusammenfuehren massnahme_ableiten",
    ),
    (
        "rechtsbehelf",
        Reaktionsstand::Offen,
        "sichten eingang_bestaetigen beantworten ohne_antwort pausieren beurteilen abgeben zusammenfuehren massnahme_ableiten",
    ),
    (
        "sichten eingang_bestaetigen",
        Reaktionsstand::Offen,
        "sichten beantworten ohne_antwort pausieren beurteilen abgeben zusammenfuehren massnahme_ableiten",
    ),
    (
        "sichten pausieren",
        Reaktionsstand::Wartet,
        "sichten eingang_bestaetigen beantworten ohne_antwort fortsetzen beurteilen abgeben zusammenfuehren massnahme_ableiten",
    ),
    (
        "sichten pausieren fortsetzen",
        Reaktionsstand::Offen,
        "sichten eingang_bestaetigen beantworten ohne_antwort pausieren beurteilen abgeben zusammenfuehren massnahme_ableiten",
    ),
    ("sichten beantworten", Reaktionsstand::Beantwortet, "sichten beurteilen massnahme_ableiten nachfragen"),
    (
        "sichten pausieren beantworten",
        Reaktionsstand::Beantwortet,
        "sichten beurteilen massnahme_ableiten nachfragen",
    ),
    ("sichten ohne_antwort", Reaktionsstand::Beantwortet, "sichten beurteilen massnahme_ableiten"),
    // Nothing but a Rechtsbehelf: judged in its procedure.
    (
        "rechtsbehelf ohne_antwort",
        Reaktionsstand::Beantwortet,
        "sichten beurteilen massnahme_ableiten abschliessen",
    ),
    // Another letter is looked through; the Rechtsbehelf found before stays found.
    (
        "rechtsbehelf sichten ohne_antwort",
        Reaktionsstand::Beantwortet,
        "sichten beurteilen massnahme_ableiten abschliessen",
    ),
    // A correction takes a judgement away that was made of something else.
    (
        "sichten beantworten beurteilen beurteilung_bestaetigen berichtigen",
        Reaktionsstand::Beantwortet,
        "sichten beurteilen massnahme_ableiten nachfragen",
    ),
    (
        "sichten beantworten beurteilen",
        Reaktionsstand::Beantwortet,
        "sichten beurteilen beurteilung_bestaetigen beurteilung_zurueckgeben massnahme_ableiten nachfragen",
    ),
    (
        "sichten beantworten beurteilen beurteilung_zurueckgeben",
        Reaktionsstand::Beantwortet,
        "sichten beurteilen massnahme_ableiten nachfragen",
    ),
    (
        "sichten beurteilen beurteilung_bestaetigen beantworten",
        Reaktionsstand::Beantwortet,
        "sichten massnahme_ableiten nachfragen abschliessen",
    ),
    (
        "sichten beantworten beurteilen beurteilung_bestaetigen abschliessen",
        Reaktionsstand::Erledigt,
        "massnahme_ableiten nachfragen wieder_oeffnen",
    ),
    (
        "sichten beantworten beurteilen beurteilung_bestaetigen abschliessen wieder_oeffnen",
        Reaktionsstand::Eingegangen,
        "sichten",
    ),
    ("sichten abgeben", Reaktionsstand::Erledigt, "massnahme_ableiten wieder_oeffnen"),
    ("sichten zusammenfuehren", Reaktionsstand::Erledigt, "massnahme_ableiten"),
];

const LOB: &[Zeile] = &[
    ("", Reaktionsstand::Eingegangen, "sichten"),
    (
        "sichten",
        Reaktionsstand::Offen,
        "sichten eingang_bestaetigen beantworten ohne_antwort pausieren abgeben zusammenfuehren massnahme_ableiten",
    ),
    (
        "sichten beantworten",
        Reaktionsstand::Beantwortet,
        "sichten massnahme_ableiten nachfragen abschliessen",
    ),
    ("sichten ohne_antwort abschliessen", Reaktionsstand::Erledigt, "massnahme_ableiten wieder_oeffnen"),
];

const DIENSTAUFSICHT: &[Zeile] = &[
    ("", Reaktionsstand::Eingegangen, "sichten"),
    ("sichten", Reaktionsstand::Offen, "sichten abgeben zusammenfuehren"),
    ("sichten abgeben", Reaktionsstand::Erledigt, "wieder_oeffnen"),
];

#[test]
fn jeder_schritt_in_jedem_stand() {
    let tafel = |art: Reaktionsart| match art {
        _ if art.nur_abgabe() => DIENSTAUFSICHT,
        _ if art.beurteilt() => BESCHWERDE,
        _ => LOB,
    };
    for art in Reaktionsart::ALLE {
        for (weg, stand, erlaubt) in tafel(*art) {
            let lage = lage(*art, weg);
            assert_eq!(lage.stand, *stand, "{art:?}: {weg}");
            let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
            // A correction is no step of the window: it fits always.
            let schritte =
                Reaktionsschrittart::ALLE.iter().filter(|s| **s != Reaktionsschrittart::Berichtigen);
            for was in schritte {
                let ergebnis = lage.nach(*art, &schritt(*was), "zweite");
                // Her own proposal nobody confirms: "zweite" did not make it.
                assert_eq!(ergebnis.is_ok(), erlaubt.contains(&was.name()), "{art:?} {weg}: {}", was.name());
            }
        }
    }
    assert!(Reaktionsstand::ALLE.iter().all(|s| BESCHWERDE.iter().any(|(_, stand, _)| stand == s)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// No way leaves a ticket without a next step, an answer without its day, or a judgement of one person alone.
    #[test]
    fn kein_weg_endet_im_nichts(
        art in proptest::sample::select(Reaktionsart::ALLE),
        wahl in proptest::collection::vec((0usize..100, any::<bool>()), 0..24),
    ) {
        let mut l = Reaktionslage::default();
        for (n, rechtsbehelf) in wahl {
            let moeglich = l.moeglich(art);
            // Only what goes on in another ticket has no way on of its own.
            let weiter = moeglich.iter().any(|s| *s != Reaktionsschrittart::MassnahmeAbleiten);
            prop_assert_eq!(weiter, l.ergebnis != Some(Reaktionsergebnis::Zusammengefuehrt), "{:?}", l);
            let Some(was) = moeglich.get(n % moeglich.len().max(1)) else { break };
            let naechster = if *was == Reaktionsschrittart::Sichten { sichten(rechtsbehelf) } else { schritt(*was) };
            l = l.nach(art, &naechster, von(*was)).unwrap();
            prop_assert!(!l.naechster_schritt(art).is_empty());
            prop_assert_eq!(l.sichtung.is_none(), l.stand == Reaktionsstand::Eingegangen);
            prop_assert_eq!(l.ergebnis.is_some(), l.beantwortet_am.is_some());
            prop_assert_eq!(l.abschluss_am.is_some(), l.stand == Reaktionsstand::Erledigt);
            prop_assert_eq!(l.wartet_auf.is_some(), l.stand == Reaktionsstand::Wartet);
            let laufende = l.pausen.iter().filter(|p| p.bis.is_none()).count();
            prop_assert_eq!(laufende, usize::from(l.stand == Reaktionsstand::Wartet));
            if l.urteil().is_some() {
                let b = l.beurteilung.as_ref().unwrap();
                prop_assert!(b.bestaetigt_von.as_ref() != Some(&b.von));
            }
            // A closed ticket needs no judgement any more, and none waits.
            if l.ergebnis == Some(Reaktionsergebnis::Beantwortet) && l.stand == Reaktionsstand::Erledigt {
                prop_assert!(!l.beurteilung_fehlt(art) && !l.beurteilung_offen());
            }
        }
    }
}
