//! Every step of a measure in every state, as a table; random ways; what a later check proves, and how large it must
//! be.

use chrono::{Days, NaiveDate};
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::fachaufsicht::pruefung::Auswahl;
use iks_core::massnahme::{
    Frageantwort, HOECHSTER_UMFANG, Massnahmenlage, Massnahmenschritt as S, Massnahmenschrittart,
    Massnahmenstand, Merkmalsergebnis, Wirkungsnachweis, Wirkungsvorschlag, wirkungstag,
};
use iks_core::stichprobe::{Urteil, fisher, umfang_bei_halber_rate, umfang_ohne_fehler};
use proptest::prelude::*;

const TAG: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn tag(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A check of 100 cases with so many errors at the item.
fn zaehlung(nummer: &str, von: &str, fehler: u64, beurteilt: u64) -> Merkmalsergebnis {
    Merkmalsergebnis {
        pruefung_id: nummer.into(),
        nummer: nummer.into(),
        von: tag(von),
        bis: tag(von) + Days::new(89),
        auswahl: Auswahl::Zufall,
        geschichtet: false,
        teams_fehlen: false,
        fehler,
        beurteilt,
        nicht_pruefbar: 0,
    }
}

fn nachweis(nummer: &str, belegt: bool) -> Wirkungsnachweis {
    Wirkungsnachweis::Pruefung {
        erste: zaehlung("FA-2025-001", "2025-01-01", 20, 100),
        spaetere: zaehlung(nummer, "2026-04-01", if belegt { 2 } else { 18 }, 100),
        urteil: None,
    }
}

/// The word of a step; "belegt" and "anders" are results of WirkungFeststellen.
fn schritt(wort: &str, n: u64) -> S {
    let grund = || "aus gutem Grund".to_owned();
    let bis = TAG + Days::new(100 + n);
    match wort {
        "belegt" => S::WirkungFeststellen { am: TAG, nachweis: nachweis("FA-2026-900", true) },
        "beginnen" => S::Beginnen { am: TAG },
        "vermerken" => S::Vermerken { text: grund() },
        "verschieben" => S::Verschieben { bis, grund: grund() },
        "umsetzen" => S::Umsetzen { am: TAG, vermerk: grund() },
        "wirkung_feststellen" => {
            S::WirkungFeststellen { am: TAG, nachweis: nachweis(&format!("FA-2026-{n:03}"), false) }
        }
        "nicht_messbar" => S::NichtMessbar { am: TAG, grund: grund() },
        "weiterfuehren" => S::Weiterfuehren { bis, grund: grund() },
        "verwerfen" => S::Verwerfen { am: TAG, grund: grund() },
        _ => panic!("{wort}"),
    }
}

fn lage(weg: &str) -> Massnahmenlage {
    weg.split_whitespace().zip(1..).fold(Massnahmenlage::neu(TAG), |l, (wort, n)| {
        l.nach(&schritt(wort, n)).unwrap_or_else(|e| panic!("{weg}: {wort}: {e}"))
    })
}

/// Way so far, state, steps that fit.
const TAFEL: &[(&str, Massnahmenstand, &str)] = &[
    ("", Massnahmenstand::Offen, "beginnen vermerken verschieben umsetzen verwerfen"),
    ("vermerken verschieben", Massnahmenstand::Offen, "beginnen vermerken verschieben umsetzen verwerfen"),
    ("beginnen", Massnahmenstand::InUmsetzung, "vermerken verschieben umsetzen verwerfen"),
    ("umsetzen", Massnahmenstand::Umgesetzt, "vermerken wirkung_feststellen nicht_messbar"),
    (
        "beginnen verschieben umsetzen",
        Massnahmenstand::Umgesetzt,
        "vermerken wirkung_feststellen nicht_messbar",
    ),
    ("umsetzen belegt", Massnahmenstand::WirkungBelegt, ""),
    // What a check did not show cannot be called "not measurable" afterwards.
    (
        "umsetzen wirkung_feststellen",
        Massnahmenstand::WirkungNichtBelegt,
        "vermerken wirkung_feststellen weiterfuehren verwerfen",
    ),
    ("umsetzen wirkung_feststellen belegt", Massnahmenstand::WirkungBelegt, ""),
    (
        "umsetzen wirkung_feststellen weiterfuehren",
        Massnahmenstand::InUmsetzung,
        "vermerken verschieben umsetzen verwerfen",
    ),
    ("umsetzen wirkung_feststellen verwerfen", Massnahmenstand::Verworfen, ""),
    ("umsetzen nicht_messbar", Massnahmenstand::NichtMessbar, ""),
    ("verwerfen", Massnahmenstand::Verworfen, ""),
];

#[test]
fn jeder_schritt_in_jedem_stand() {
    for (weg, stand, erlaubt) in TAFEL {
        let lage = lage(weg);
        assert_eq!(lage.stand, *stand, "{weg}");
        let erlaubt: Vec<&str> = erlaubt.split_whitespace().collect();
        for was in Massnahmenschrittart::ALLE {
            let ergebnis = lage.nach(&schritt(was.name(), 99));
            assert_eq!(ergebnis.is_ok(), erlaubt.contains(&was.name()), "{weg}: {}", was.name());
        }
        let moeglich: Vec<&str> = lage.moeglich().iter().map(|s| s.name()).collect();
        assert_eq!(moeglich, erlaubt, "{weg}");
    }
    assert!(Massnahmenstand::ALLE.iter().all(|s| TAFEL.iter().any(|(_, stand, _)| stand == s)));
}

#[test]
fn alte_tage_bleiben_und_derselbe_tag_ist_keine_verschiebung() {
    let l = lage("verschieben beginnen verschieben");
    let tage: Vec<_> = l.verschiebungen.iter().map(|v| (v.von, v.auf)).collect();
    assert_eq!(tage, [(TAG, TAG + Days::new(101)), (TAG + Days::new(101), TAG + Days::new(103))]);
    let gleich = S::Verschieben { bis: l.faellig, grund: "noch einmal".into() };
    assert_eq!(l.nach(&gleich).unwrap_err().felder[0].feld, "schritt.bis");
    let ohne_grund = S::Verschieben { bis: TAG, grund: "   ".into() };
    assert_eq!(l.nach(&ohne_grund).unwrap_err().felder[0].feld, "schritt.grund");
    // The same check does not count twice, and nothing is done before it began.
    let l = lage("umsetzen wirkung_feststellen");
    let noch_einmal = S::WirkungFeststellen { am: TAG, nachweis: nachweis("FA-2026-002", true) };
    assert!(l.nach(&noch_einmal).unwrap_err().text.contains("schon ausgewertet"));
    let frueher = S::Umsetzen { am: TAG - Days::new(1), vermerk: "aus gutem Grund".into() };
    assert_eq!(lage("beginnen").nach(&frueher).unwrap_err().felder[0].feld, "schritt.am");
}

#[test]
fn wirkung_am_merkmal() {
    let wirkung = |erste: &Merkmalsergebnis, spaetere: &Merkmalsergebnis, urteil| {
        Wirkungsnachweis::Pruefung { erste: erste.clone(), spaetere: spaetere.clone(), urteil }
            .wirkung()
            .unwrap()
    };
    let erste = zaehlung("FA-2025-001", "2025-01-01", 12, 60);
    let gut = wirkung(&erste, &zaehlung("FA-2026-001", "2026-01-01", 2, 60), None);
    let p = fisher(60, 12, 60, 2).unwrap().erste_schlechter;
    assert!(gut.belegt && gut.p == Some(p) && p < 0.01);
    assert!(gut.saetze[0].contains("12 Fehler in 60 Fällen (20,0\u{a0}%)"), "{:?}", gut.saetze);
    // A decrease that may be chance, and none at all.
    let zufall = wirkung(&erste, &zaehlung("FA-2026-001", "2026-01-01", 8, 60), None);
    assert!(!zufall.belegt && zufall.saetze[1].contains("Zufall"));
    let mehr = wirkung(&erste, &zaehlung("FA-2026-001", "2026-01-01", 13, 60), Some(Urteil::Belegt));
    assert!(!mehr.belegt && mehr.saetze[1].contains("nicht seltener"));
    // The verdict of the later check counts where the rate fell.
    assert!(wirkung(&erste, &zaehlung("FA-2026-001", "2026-01-01", 8, 60), Some(Urteil::Belegt)).belegt);
    for urteil in [Urteil::NichtBelegt, Urteil::Verfehlt] {
        assert!(!wirkung(&erste, &zaehlung("FA-2026-001", "2026-01-01", 8, 60), Some(urteil)).belegt);
    }
    // What could not be judged counts against the effect.
    let mut unklar = zaehlung("FA-2026-001", "2026-01-01", 2, 60);
    unklar.nicht_pruefbar = 9;
    let w = wirkung(&erste, &unklar, None);
    assert!(!w.belegt && w.saetze.iter().any(|s| s.contains("9 der späteren")));
    // Risk-based selections prove nothing; the first one leaves the verdict of the later check.
    let bewusst = |m: &Merkmalsergebnis| Merkmalsergebnis { auswahl: Auswahl::Bewusst, ..m.clone() };
    let spaetere = zaehlung("FA-2026-001", "2026-01-01", 0, 60);
    let w = wirkung(&erste, &bewusst(&spaetere), Some(Urteil::Belegt));
    assert!(!w.belegt && w.p.is_none());
    assert!(!wirkung(&bewusst(&erste), &spaetere, None).belegt);
    assert!(wirkung(&bewusst(&erste), &spaetere, Some(Urteil::Belegt)).belegt);
}

#[test]
fn was_eine_spaetere_pruefung_hindert() {
    let erste = zaehlung("FA-2025-001", "2025-10-01", 12, 60);
    let umgesetzt = tag("2026-02-01");
    let gut = zaehlung("FA-2026-002", "2026-02-01", 2, 60);
    assert_eq!(gut.hindernis(&erste, umgesetzt), None);
    let andere = Merkmalsergebnis { teams_fehlen: true, ..gut.clone() };
    assert!(andere.hindernis(&erste, umgesetzt).unwrap().contains("nicht alle Teams"));
    let grund = |m: &Merkmalsergebnis| m.hindernis(&erste, umgesetzt).unwrap_or_default();
    assert!(grund(&Merkmalsergebnis { auswahl: Auswahl::Bewusst, ..gut.clone() }).contains("Bewusste"));
    assert!(grund(&zaehlung("FA-2025-002", "2025-12-29", 2, 60)).contains("nicht nach dem der ersten"));
    assert!(grund(&zaehlung("FA-2026-001", "2026-01-31", 2, 60)).contains("vor der Umsetzung am 01.02.2026"));
    assert!(grund(&zaehlung("FA-2026-002", "2026-02-01", 0, 4)).contains("weniger als 5"));
}

#[test]
fn wirkung_an_der_frage() {
    let antwort = |bezeichnung: &str, erfuellt| Frageantwort {
        durchgang_id: bezeichnung.into(),
        bezeichnung: bezeichnung.into(),
        erfuellt,
        antwort: String::new(),
    };
    for erfuellt in [true, false] {
        let n = Wirkungsnachweis::Durchgang {
            erste: antwort("Datenschutz 2025", false),
            spaetere: antwort("Datenschutz 2026", erfuellt),
        };
        assert_eq!(n.wirkung().unwrap().belegt, erfuellt);
        assert_eq!(n.spaetere_bezeichnung(), "Datenschutz 2026");
    }
}

/// Published one-sided values.
#[test]
fn fisher_gegen_veroeffentlichte_werte() {
    let nahe = |ist: f64, soll: f64, stellen: f64| assert!((ist - soll).abs() < stellen, "{ist} {soll}");
    // Fisher (1962), convictions of like-sex twins of criminals, as in the manual of R, `fisher.test`:
    // 2 of 17 dizygotic and 10 of 13 monozygotic twins convicted, alternative "less": p = 0.0004652.
    nahe(fisher(17, 2, 13, 10).unwrap().erste_besser, 0.000_465_2, 5e-8);
    // Wikipedia, "Fisher's exact test": 1 of 12 men, 9 of 12 women studying; two-tailed 0.002759456, one-tailed
    // 0.001379728.
    let t = fisher(12, 1, 12, 9).unwrap();
    nahe(t.zweiseitig, 0.002_759_456, 5e-10);
    nahe(t.erste_besser, 0.001_379_728, 5e-10);
    nahe(fisher(12, 9, 12, 1).unwrap().erste_schlechter, 0.001_379_728, 5e-10);
}

#[test]
fn vorschlag_nennt_tag_und_umfang() {
    assert_eq!(wirkungstag(tag("2026-11-30")), tag("2027-02-28"));
    let v = Wirkungsvorschlag::neu(&zaehlung("FA-2025-001", "2025-01-01", 12, 60), TAG).unwrap();
    assert_eq!(v.ab, tag("2027-02-20"));
    let (ohne, halb) = (v.ohne_fehler.unwrap(), v.halbe_quote.unwrap());
    assert!(ohne < halb && halb <= HOECHSTER_UMFANG, "{ohne} {halb}");
    assert!(v.saetze.iter().any(|s| s.contains("80 %")) && v.saetze[0].contains("20.02.2027"));
    // One error in a hundred: no check that anyone does by hand.
    let v = Wirkungsvorschlag::neu(&zaehlung("FA-2025-001", "2025-01-01", 1, 100), TAG).unwrap();
    assert_eq!((v.ohne_fehler, v.halbe_quote), (None, None));
    let mut bewusst = zaehlung("FA-2025-001", "2025-01-01", 12, 60);
    bewusst.auswahl = Auswahl::Bewusst;
    let v = Wirkungsvorschlag::neu(&bewusst, TAG).unwrap();
    assert!(v.ohne_fehler.is_none() && v.saetze[1].contains("bewusste Auswahl"));
}

/// Power of a later sample of n by hand: the chance that half the rate gives few enough errors.
fn trennschaerfe(n1: u64, k1: u64, n: u64) -> f64 {
    let p = k1 as f64 / (2.0 * n1 as f64);
    let mut summe = 0.0;
    let mut punkt = (1.0 - p).powi(i32::try_from(n).unwrap());
    for x in 0..=n {
        if fisher(n1, k1, n, x).unwrap().erste_schlechter >= 0.05 {
            break;
        }
        summe += punkt;
        punkt *= (n - x) as f64 / (x + 1) as f64 * p / (1.0 - p);
    }
    summe
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The proposed sizes do what the sentence says, and one case fewer does not.
    #[test]
    fn vorgeschlagene_umfaenge_genuegen_gerade(n1 in 20u64..120, promille in 60u64..500) {
        let k1 = (n1 * promille / 1000).max(1);
        if let Some(n) = umfang_ohne_fehler(n1, k1, 1_000).unwrap() {
            prop_assert!(fisher(n1, k1, n, 0).unwrap().erste_schlechter < 0.05);
            prop_assert!(n == 1 || fisher(n1, k1, n - 1, 0).unwrap().erste_schlechter >= 0.05);
        } else {
            prop_assert!(fisher(n1, k1, 1_000, 0).unwrap().erste_schlechter >= 0.05);
        }
        if let Some(n) = umfang_bei_halber_rate(n1, k1, 400).unwrap() {
            prop_assert!(trennschaerfe(n1, k1, n) >= 0.8 - 1e-9);
            prop_assert!(n == 1 || trennschaerfe(n1, k1, n - 1) < 0.8 + 1e-9);
            // Whoever can show a half can show nothing at all with no more cases.
            prop_assert!(umfang_ohne_fehler(n1, k1, 1_000).unwrap().is_some_and(|ohne| ohne <= n));
        }
    }

    /// The one-sided values are a distribution: swapping the groups swaps the sides, and more errors in the second
    /// never make the first look worse.
    #[test]
    fn fisher_ist_eine_verteilung(n1 in 1u64..60, n2 in 1u64..60, a in 0u64..60, b in 0u64..60) {
        let (k1, k2) = (a.min(n1), b.min(n2));
        let t = fisher(n1, k1, n2, k2).unwrap();
        let u = fisher(n2, k2, n1, k1).unwrap();
        prop_assert!((t.erste_schlechter - u.erste_besser).abs() < 1e-9);
        prop_assert!(t.erste_schlechter + t.erste_besser >= 1.0 - 1e-9);
        if k2 < n2 {
            prop_assert!(fisher(n1, k1, n2, k2 + 1).unwrap().erste_schlechter >= t.erste_schlechter - 1e-9);
        }
    }

    /// No way ends in a state without its day, its reason or its proof.
    #[test]
    fn kein_weg_endet_im_nichts(wahl in proptest::collection::vec((0usize..100, any::<bool>()), 0..20)) {
        let mut l = Massnahmenlage::neu(TAG);
        for ((i, belegt), n) in wahl.into_iter().zip(3u64..) {
            let moeglich = l.moeglich();
            prop_assert_eq!(moeglich.is_empty(), l.stand.abgeschlossen());
            let Some(was) = moeglich.get(i % moeglich.len().max(1)) else { break };
            let wort = if belegt && was.name() == "wirkung_feststellen" { "belegt" } else { was.name() };
            l = l.nach(&schritt(wort, n)).unwrap();
            prop_assert!(!l.naechster_schritt(true).is_empty());
            prop_assert_eq!(l.abschluss_am.is_some(), l.stand.abgeschlossen());
            prop_assert_eq!(l.grund.is_some(), matches!(l.stand, Massnahmenstand::NichtMessbar | Massnahmenstand::Verworfen));
            if l.stand == Massnahmenstand::WirkungBelegt {
                prop_assert!(l.nachweis.as_ref().is_some_and(|n| n.wirkung().unwrap().belegt));
            }
            prop_assert_eq!(l.naechster_tag().is_some(), l.stand.zu_tun() || l.stand == Massnahmenstand::Umgesetzt);
            prop_assert_eq!(l.verschiebungen.last().map_or(TAG, |v| v.auf), l.faellig);
        }
    }
}
