//! Sampling: the worked examples of the reference, and values whose source is named.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use iks_core::stichprobe::{
    Auswertung, Befund, Dezimal, Genauigkeit, Intervallart, Modell, Planungsziel, Schicht, StichprobeFehler,
    Urteil, Zehntelprozent, auswerten, auswerten_geschichtet, discovery_probability, fisher, german_sentence,
    interval, langer_satz, lower_bound, plan_attribute, plan_discovery, planungstabelle,
    precision_sample_size, prozent_dezimal, quotensatz, satz_ohne_fehler, stratified_guaranteed_lower,
    stratified_guaranteed_upper, stratified_rate, stratified_rate_korn_graubard, stratified_zero_error_upper,
    upper_bound, urteil, urteilssatz,
};

fn dez(text: &str) -> Dezimal {
    text.parse().unwrap()
}

#[test]
fn dezimal_ist_exakt() {
    let sieben = Dezimal::aus_f64(0.07).unwrap();
    assert_eq!(sieben.mal_aufgerundet(100), Some(7));
    assert_eq!(sieben, dez("7e-2"));
    assert_eq!(sieben, dez("0.0700"));
    assert!(dez("0.1") < dez("0.1000000000000000000001"));
    assert_eq!(dez("-1.50").to_string(), "-1.5");
    assert_eq!(Dezimal::aus_f64(1e-7).unwrap().to_string(), "0.0000001");
    assert_eq!(dez("12e3").to_string(), "12000");
    for falsch in ["", ".", "1,5", "NaN", "1e", "1e999", "0x1", "--1", " 1"] {
        assert!(falsch.parse::<Dezimal>().is_err(), "{falsch}");
    }
    assert!(Dezimal::aus_f64(f64::NAN).is_err());
    let liste: Vec<Dezimal> = serde_json::from_str("[0.95, 1, 0, 5e-2, -1]").unwrap();
    assert_eq!(serde_json::to_string(&liste).unwrap(), "[0.95,1,0,0.05,-1]");
    assert!(serde_json::from_str::<Dezimal>("\"NaN\"").is_err());
}

/// AICPA Audit Sampling (2017), table A-2 (95 %), GAO FAM 450, and exact ties that count as sufficient.
#[test]
fn plan_binomial() {
    let plan = |konfidenz, te, ee| {
        plan_attribute(Modell::Binomial, &dez(konfidenz), &dez(te), &Planungsziel::ErwarteteRate(dez(ee)))
            .unwrap()
    };
    let n =
        |konfidenz, te, ee| (plan(konfidenz, te, ee).n, plan(konfidenz, te, ee).erlaubte_fehler.to_string());
    assert_eq!(n("0.95", "0.05", "0"), (59, "0".into()));
    assert_eq!(n("0.95", "0.05", "0.01"), (93, "1".into()));
    assert_eq!(n("0.9", "0.05", "0"), (45, "0".into()));
    // ln 0.05 / ln(1 - 10^-9) is 2 995 732 272.06: no digits may be lost with large n.
    assert_eq!(n("0.95", "0.000000001", "0").0, 2_995_732_273);
    // 0.5^3 is exactly 0.125.
    assert_eq!(n("0.875", "0.5", "0"), (3, "0".into()));
}

#[test]
fn plan_poisson_behaelt_den_bruch() {
    let ziel = Planungsziel::ErwarteteRate(dez("0.04"));
    let plan = plan_attribute(Modell::Poisson, &dez("0.95"), &dez("0.1"), &ziel).unwrap();
    assert_eq!((plan.n, plan.erlaubte_fehler.to_string()), (81, "3.24".into()));
}

#[test]
fn plan_vollzaehlung_wenn_nichts_kleineres_reicht() {
    let modell = Modell::Hypergeometric { population: 20 };
    let ziel = Planungsziel::ErlaubteFehler(3);
    let plan = plan_attribute(modell, &dez("0.95"), &dez("0.05"), &ziel).unwrap();
    assert_eq!((plan.n, plan.erlaubte_fehler), (20, Dezimal::from(3)));
}

/// Scanning from 1 is the definition; the fixed-point search must find the same n.
#[test]
fn plan_findet_das_erste_n() {
    let (konfidenz, tolerable, erwartet) = (dez("0.95"), dez("0.06"), dez("0.02"));
    let population = 900;
    let modell = Modell::Hypergeometric { population };
    let plan = plan_attribute(modell, &konfidenz, &tolerable, &Planungsziel::ErwarteteRate(erwartet.clone()))
        .unwrap();
    let k_t = tolerable.mal_aufgerundet(population).unwrap();
    let reicht = |n: u64| {
        let c = erwartet.mal_aufgerundet(n).unwrap();
        c < n && upper_bound(modell, n, c, &konfidenz).unwrap().anzahl.unwrap() < k_t
    };
    assert_eq!((1..=population).find(|&n| reicht(n)), Some(plan.n));
}

#[test]
fn planungstabelle_zeigt_das_risiko() {
    let zeilen = planungstabelle(1_000_000, &dez("0.9"), &dez("0.05"), &dez("0.02")).unwrap();
    let n: Vec<_> = zeilen.iter().map(|z| (z.erlaubte_fehler, z.n)).collect();
    assert_eq!(n, [(0, 45), (1, 77), (2, 105), (3, 132)]);
    // "n = 45 fails about 60 % of the time"
    assert!((zeilen[0].risiko - 0.597).abs() < 0.001, "{}", zeilen[0].risiko);
    assert!(zeilen.windows(2).all(|paar| paar[1].risiko < paar[0].risiko));
}

#[test]
fn entdeckung() {
    assert_eq!(discovery_probability(800, 0, 10).unwrap(), 0.0);
    assert_eq!(discovery_probability(800, 8, 793).unwrap(), 1.0);
    assert!(discovery_probability(800, 8, 248).unwrap() < 0.95);
    assert!(discovery_probability(800, 8, 249).unwrap() >= 0.95);
    assert_eq!(plan_discovery(800, 0, &dez("0.95")), Err(StichprobeFehler::Infeasible));
    assert_eq!(plan_discovery(800, 801, &dez("0.95")), Err(StichprobeFehler::InvalidCount));
}

#[test]
fn genauigkeit_rundet_ein_ganzes_ergebnis_nicht_auf() {
    // z = 2, p = 50 %, e = 5 points: exactly 400.
    let n = precision_sample_size(&dez("0.5"), &dez("0.05"), None, &Genauigkeit::Z(dez("2")));
    assert_eq!(n, Ok(400));
}

#[test]
fn grenzen_am_rand() {
    let hyper = |population, n, k| {
        let modell = Modell::Hypergeometric { population };
        let grenze = |g: iks_core::stichprobe::Grenze| g.anzahl.unwrap();
        let konfidenz = dez("0.95");
        (
            grenze(lower_bound(modell, n, k, &konfidenz).unwrap()),
            grenze(upper_bound(modell, n, k, &konfidenz).unwrap()),
        )
    };
    assert_eq!(hyper(80, 80, 6), (6, 6));
    assert_eq!(hyper(80, 10, 10).1, 80);
    assert_eq!(hyper(80, 10, 0).0, 0);
    // Found with hypergeom.cdf and hypergeom.sf of scipy 1.17.
    assert_eq!(hyper(1_000_000, 300, 12), (23_242, 64_000));
    // A tiny α with no error: 1 - α^(1/n).
    let oben = upper_bound(Modell::Binomial, 100, 0, &dez("0.999999999999")).unwrap();
    assert!((oben.rate - 0.241_422_5).abs() < 1e-7, "{}", oben.rate);
    // 1 - 0.875 is exactly 12.5 %, which must not be shown as 12.6 %.
    assert_eq!(upper_bound(Modell::Binomial, 1, 0, &dez("0.125")).unwrap().angezeigt, Zehntelprozent(125));
    let poisson = upper_bound(Modell::Poisson, 2, 0, &dez("0.95")).unwrap();
    assert!(poisson.rate > 1.49 && poisson.angezeigt == Zehntelprozent(1000));
}

/// C(18,1)/C(20,1) is exactly 0.9: with α = 0.9 the tie counts as covered, so K = 2 is outside.
#[test]
fn gleichstand_entscheidet_die_ganze_zahl() {
    let oben = |konfidenz| {
        upper_bound(Modell::Hypergeometric { population: 20 }, 1, 0, &dez(konfidenz)).unwrap().anzahl.unwrap()
    };
    assert_eq!(oben("0.1"), 1);
    assert_eq!(oben("0.1000000000000001"), 2);
    assert_eq!(oben("0.0999999999999999"), 1);
}

/// Newcombe (1998), table I: 81 of 263 and 15 of 148, 95 %.
#[test]
fn intervalle_nach_newcombe() {
    let paar = |art, n, k| {
        let i = interval(art, n, k, &dez("0.95")).unwrap();
        (format!("{:.4}", i.unten), format!("{:.4}", i.oben))
    };
    assert_eq!(paar(Intervallart::Wilson, 263, 81), ("0.2553".into(), "0.3662".into()));
    assert_eq!(paar(Intervallart::ClopperPearson, 263, 81), ("0.2527".into(), "0.3676".into()));
    assert_eq!(paar(Intervallart::Wilson, 148, 15), ("0.0624".into(), "0.1605".into()));
    assert_eq!(paar(Intervallart::ClopperPearson, 148, 15), ("0.0578".into(), "0.1617".into()));
    assert_eq!(paar(Intervallart::Jeffreys, 10, 0).0, "0.0000");
    assert_eq!(paar(Intervallart::Wilson, 10, 10).1, "1.0000");
}

#[test]
fn geschichtet_garantiert() {
    let schichten = [
        Schicht { grundgesamtheit: 800, n: 50, k: 4 },
        Schicht { grundgesamtheit: 200, n: 25, k: 5 },
        Schicht { grundgesamtheit: 0, n: 0, k: 0 },
    ];
    let konfidenz = dez("0.9");
    assert_eq!(stratified_guaranteed_upper(&schichten, &konfidenz).unwrap().anzahl, 136 + 73);
    let korn_graubard = stratified_rate_korn_graubard(&schichten, &konfidenz).unwrap();
    assert!(
        korn_graubard.unten < 0.104
            && korn_graubard.oben > 0.104
            && korn_graubard.oben_einseitig < korn_graubard.oben
    );
    assert_eq!(stratified_rate(&schichten, &konfidenz).unwrap().angezeigt, Zehntelprozent(104));
    let ohne: Vec<Schicht> = schichten.iter().map(|s| Schicht { k: 0, ..*s }).collect();
    assert_eq!(
        stratified_guaranteed_upper(&ohne, &konfidenz),
        stratified_zero_error_upper(&ohne, &konfidenz)
    );
    assert_eq!(stratified_guaranteed_lower(&ohne, &konfidenz).unwrap().anzahl, 0);
    assert_eq!(stratified_rate_korn_graubard(&ohne, &konfidenz), Err(StichprobeFehler::Infeasible));
    assert_eq!(stratified_zero_error_upper(&schichten, &konfidenz), Err(StichprobeFehler::Infeasible));
    // Full counts add their own errors and do not share α.
    let mit_vollzaehlung = [Schicht { grundgesamtheit: 30, n: 30, k: 2 }, schichten[0]];
    let allein =
        upper_bound(Modell::Hypergeometric { population: 800 }, 50, 4, &konfidenz).unwrap().anzahl.unwrap();
    assert_eq!(stratified_guaranteed_upper(&mit_vollzaehlung, &konfidenz).unwrap().anzahl, 2 + allein);
}

#[test]
fn ablehnungen_in_der_reihenfolge_der_referenz() {
    let code =
        |ergebnis: Result<iks_core::stichprobe::Grenze, StichprobeFehler>| ergebnis.unwrap_err().code();
    let hyper = |population, n, k, konfidenz| {
        code(upper_bound(Modell::Hypergeometric { population }, n, k, &dez(konfidenz)))
    };
    assert_eq!(hyper(0, 0, 9, "1"), "invalid_confidence");
    assert_eq!(hyper(0, 0, 9, "0.9"), "empty_population");
    assert_eq!(hyper(5, 0, 9, "0.9"), "empty_sample");
    assert_eq!(hyper(5, 6, 9, "0.9"), "n_exceeds_population");
    assert_eq!(hyper(5, 5, 9, "0.9"), "k_exceeds_n");
    let satz =
        upper_bound(Modell::Hypergeometric { population: 600 }, 700, 1, &dez("0.9")).unwrap_err().to_string();
    assert_eq!(satz, "Die Stichprobe (700) ist größer als die Grundgesamtheit (600).");
    let plan = |te, ee: &str| {
        let ziel = Planungsziel::ErwarteteRate(dez(ee));
        plan_attribute(Modell::Hypergeometric { population: 0 }, &dez("0.9"), &dez(te), &ziel)
            .unwrap_err()
            .code()
    };
    assert_eq!(plan("1", "0"), "invalid_rate");
    assert_eq!(plan("0.05", "-0.01"), "invalid_rate");
    assert_eq!(plan("0.05", "0.05"), "expected_not_below_tolerable");
    assert_eq!(plan("0.05", "0.04"), "empty_population");
    let geschichtet = |schichten: &[(u64, u64, u64)]| {
        let schichten: Vec<_> =
            schichten.iter().map(|&(grundgesamtheit, n, k)| Schicht { grundgesamtheit, n, k }).collect();
        stratified_rate(&schichten, &dez("0.9")).unwrap_err().code()
    };
    assert_eq!(geschichtet(&[(0, 0, 0)]), "empty_population");
    assert_eq!(geschichtet(&[(10, 5, 0), (5, 0, 0)]), "stratum_without_sample");
    assert_eq!(geschichtet(&[(10, 11, 0)]), "n_exceeds_population");
    assert_eq!(geschichtet(&[(10, 5, 6)]), "k_exceeds_n");
    assert_eq!(geschichtet(&[(10, 1, 0)]), "stratum_variance_undefined");
}

fn befund(grundgesamtheit: u64, n: u64, fehler: u64, ungeklaert: u64) -> Befund {
    Befund { grundgesamtheit, n, fehler, ungeklaert }
}

#[test]
fn saetze() {
    let konfidenz = dez("0.95");
    let satz = |gesamt, n, k| german_sentence(gesamt, n, k, &konfidenz).unwrap().replace('\u{a0}', "~");
    assert_eq!(satz(40, 40, 3), "Fehlerquote 7,5~% (Vollprüfung, kein Stichprobenfehler)");
    assert!(satz(600, 100, 0).starts_with("Fehlerquote 0,0~%, mit 95~% Sicherheit höchstens "));
    assert_eq!(prozent_dezimal(&dez("0.975")), "97,5\u{a0}%");
    let lang = |b| langer_satz(&b, "Akten", &konfidenz).unwrap().replace('\u{a0}', "~");
    assert_eq!(
        lang(befund(600, 100, 8, 0)),
        "Von 600 Akten wurden 100 zufällig ausgewählt und geprüft. 8 waren fehlerhaft (8,0~%). In allen 600 Akten sind \
         mit 95~% Sicherheit höchstens 80 fehlerhaft (80 von 600, aufgerundet 13,4~%)."
    );
    assert_eq!(
        lang(befund(1450, 1450, 1, 0)),
        "Von 1.450 Akten wurden alle geprüft (Vollprüfung, kein Stichprobenfehler). 1 war fehlerhaft (0,1~%)."
    );
    assert!(
        lang(befund(600, 100, 8, 2))
            .contains("2 sind ungeklärt und zählen in der Obergrenze als fehlerhaft.")
    );
    let ohne = auswerten(&befund(600, 100, 0, 0), &konfidenz, None).unwrap();
    assert_eq!(
        satz_ohne_fehler(&ohne, &konfidenz).replace('\u{a0}', "~"),
        "Kein Fehler gefunden. Das heißt nicht null Fehler: mit 95~% Sicherheit höchstens 2,7~%."
    );
    let ziel = dez("0.1");
    assert_eq!(urteilssatz(Urteil::NichtBelegt, &ziel), "Das Ziel (unter 10\u{a0}%) ist damit nicht belegt.");
}

/// Half up from whole numbers: 1 of 16 is 6.25 %, 9 of 160 is 5.625 %; bounds up and down.
#[test]
fn prozente_werden_ehrlich_gerundet() {
    assert_eq!(Zehntelprozent::gerundet(1, 16).to_string(), "6,3\u{a0}%");
    assert_eq!(Zehntelprozent::gerundet(9, 160), Zehntelprozent(56));
    assert_eq!(Zehntelprozent::aufgerundet(1, 1_000_000), Zehntelprozent(1));
    assert_eq!(Zehntelprozent::abgerundet(999_999, 1_000_000), Zehntelprozent(999));
    assert_eq!(Zehntelprozent::aufgerundet(7, 100), Zehntelprozent(70));
    assert_eq!(Zehntelprozent::aufgerundet_f64(0.07, |_| true), Zehntelprozent(70));
    assert_eq!(Zehntelprozent::abgerundet_f64(0.29), Zehntelprozent(290));
}

#[test]
fn urteil_ruht_auf_den_grenzen() {
    let konfidenz = dez("0.95");
    let mit_ziel = |b: Befund, ziel: &str| auswerten(&b, &konfidenz, Some(&dez(ziel))).unwrap();
    assert_eq!(mit_ziel(befund(600, 100, 8, 0), "0.1").urteil, Some(Urteil::NichtBelegt));
    assert_eq!(mit_ziel(befund(600, 100, 8, 0), "0.134").urteil, Some(Urteil::Belegt));
    assert_eq!(mit_ziel(befund(600, 100, 40, 0), "0.1").urteil, Some(Urteil::Verfehlt));
    // A bound of exactly the goal is not below it.
    assert_eq!(urteil(0, 60, 600, &dez("0.1")), Urteil::NichtBelegt);
    assert_eq!(urteil(0, 59, 600, &dez("0.1")), Urteil::Belegt);
    assert_eq!(urteil(60, 90, 600, &dez("0.1")), Urteil::NichtBelegt);
    assert_eq!(urteil(61, 90, 600, &dez("0.1")), Urteil::Verfehlt);
    // Unresolved cases raise the upper bound only.
    let (ohne, mit) = (mit_ziel(befund(600, 100, 8, 0), "0.1"), mit_ziel(befund(600, 100, 8, 3), "0.1"));
    assert_eq!((ohne.quote, ohne.mindestens), (mit.quote, mit.mindestens));
    assert!(mit.hoechstens > ohne.hoechstens);
    assert_eq!(auswerten(&befund(600, 10, 8, 3), &konfidenz, None).unwrap_err().code(), "k_exceeds_n");
}

#[test]
fn auswertung_ueber_schichten() {
    let konfidenz = dez("0.9");
    let Auswertung { hoechstens, quote, vollpruefung, .. } =
        auswerten_geschichtet(&[befund(800, 50, 4, 0), befund(200, 25, 5, 0)], &konfidenz, None).unwrap();
    assert_eq!((hoechstens, quote, vollpruefung), (209, Zehntelprozent(104), false));
    let voll =
        auswerten_geschichtet(&[befund(30, 30, 1, 1), befund(10, 10, 0, 0)], &konfidenz, Some(&dez("0.04")))
            .unwrap();
    assert_eq!((voll.mindestens, voll.hoechstens, voll.urteil), (1, 2, Some(Urteil::NichtBelegt)));
    assert!(quotensatz(&voll, &konfidenz).contains("höchstens 5,0"));
}

/// Fisher's tea tasting: 3 of 4 against 1 of 4.
#[test]
fn fisher_teeprobe() {
    let test = fisher(4, 3, 4, 1).unwrap();
    assert!((test.zweiseitig - 34.0 / 70.0).abs() < 1e-12);
    assert!((test.erste_schlechter - 17.0 / 70.0).abs() < 1e-12);
    assert!((test.erste_besser - 69.0 / 70.0).abs() < 1e-12);
}
