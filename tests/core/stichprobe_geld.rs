//! Sampling in Euro, two-stage plans and numbers from a counter, with values whose source is named.

use iks_core::stichprobe::{
    Dezimal, Geldmodell, Geldrahmen, Geldschaetzung, Geldsummen, Istwerte, Modell, Seiten, StichprobeFehler,
    ZweistufigerPlan, cell_bound, estimate_difference, estimate_mpu, estimate_ratio, mus_fixed_interval,
    mus_plan, mus_start_from_seed, sha256_counter, sha256_counter_digest, stringer_bound,
    two_stage_acceptance, two_stage_plan, upper_bound,
};

const STARTWERT: &str = "51703389210466257814";

fn dez(text: &str) -> Dezimal {
    text.parse().unwrap()
}

fn liste(werte: &[&str]) -> Vec<Dezimal> {
    werte.iter().map(|text| dez(text)).collect()
}

fn nahe(ist: f64, soll: f64, relativ: f64) {
    assert!((ist - soll).abs() <= relativ * soll.abs(), "{ist} statt {soll}");
}

/// Touw and Hoogduin (2011), p. 129: 49 + 49 at 90 % and 5 %; the others recomputed with scipy.
#[test]
fn zweistufiger_plan() {
    let plan = |modell, konfidenz, tolerabel| two_stage_plan(modell, &dez(konfidenz), &dez(tolerabel));
    assert_eq!(plan(Modell::Binomial, "0.9", "0.05"), Ok(49));
    assert_eq!(plan(Modell::Binomial, "0.95", "0.08"), Ok(38));
    assert_eq!(plan(Modell::Poisson, "0.95", "0.08"), Ok(40));
    assert_eq!(plan(Modell::Poisson, "0.9", "0.05"), Ok(50));
    // One case: 0.5 + 0.5 · 0.5 is exactly 0.75.
    assert_eq!(plan(Modell::Binomial, "0.25", "0.5"), Ok(1));
    assert_eq!(plan(Modell::Binomial, "0.2500000000000000000001", "0.5"), Ok(2));
    assert_eq!(plan(Modell::Binomial, "1", "0.5").unwrap_err().code(), "invalid_confidence");
    assert_eq!(plan(Modell::Binomial, "0.9", "1").unwrap_err().code(), "invalid_rate");
    assert_eq!(
        plan(Modell::Hypergeometric { population: 50 }, "0.9", "0.1"),
        Err(StichprobeFehler::Infeasible)
    );
}

#[test]
fn annahmewahrscheinlichkeit() {
    let plan = ZweistufigerPlan { n1: 38, annahme1: 0, ablehnung1: 2, n2: 38, annahme_gesamt: 1 };
    let p =
        |modell, plan: &ZweistufigerPlan, rate: &str| two_stage_acceptance(modell, plan, &dez(rate)).unwrap();
    // By hand: q^38 + 38 p q^37 · q^38.
    let q: f64 = 0.92;
    nahe(p(Modell::Binomial, &plan, "0.08"), q.powi(38) + 38.0 * 0.08 * q.powi(75), 1e-13);
    assert!(p(Modell::Binomial, &plan, "0.08") <= 0.05);
    let m: f64 = 38.0 * 0.02;
    nahe(p(Modell::Poisson, &plan, "0.02"), (-m).exp() + m * (-2.0 * m).exp(), 1e-13);
    for modell in [Modell::Binomial, Modell::Poisson] {
        assert_eq!(p(modell, &plan, "0"), 1.0);
    }
    assert_eq!(p(Modell::Binomial, &plan, "1"), 0.0);
    // A larger rule, all outcomes added up with scipy: 1 to 4 errors among 80 lead to the second stage.
    let gross = ZweistufigerPlan { n1: 80, annahme1: 1, ablehnung1: 5, n2: 120, annahme_gesamt: 6 };
    nahe(p(Modell::Binomial, &gross, "0.03"), GROSS_BINOMIAL, 1e-12);
    nahe(p(Modell::Poisson, &gross, "0.03"), GROSS_POISSON, 1e-12);
    // Rejecting at once leaves the first stage alone; a total below the first allows nothing more.
    let einstufig = ZweistufigerPlan { n1: 45, annahme1: 1, ablehnung1: 2, n2: 1, annahme_gesamt: 0 };
    nahe(p(Modell::Binomial, &einstufig, "0.05"), 0.95_f64.powi(44) * (0.95 + 45.0 * 0.05), 1e-13);
    let code = |plan: &ZweistufigerPlan, rate: &str| {
        two_stage_acceptance(Modell::Binomial, plan, &dez(rate)).unwrap_err().code()
    };
    assert_eq!(code(&plan, "1.1"), "invalid_rate");
    assert_eq!(code(&plan, "-0.1"), "invalid_rate");
    assert_eq!(code(&ZweistufigerPlan { n2: 0, ..plan }, "0.1"), "empty_sample");
    assert_eq!(code(&ZweistufigerPlan { ablehnung1: 0, ..plan }, "0.1"), "invalid_count");
    // Bounded work: neither the counts nor the outcomes make it run away.
    let riesig = ZweistufigerPlan {
        n1: 1 << 52,
        annahme1: 5,
        ablehnung1: u64::MAX,
        n2: 1 << 52,
        annahme_gesamt: u64::MAX,
    };
    assert_eq!(code(&riesig, "0.5"), "infeasible");
}

/// Recomputed with scipy 1.17: binom and poisson, pmf times cdf.
const GROSS_BINOMIAL: f64 = 0.637_702_012_529_371_4;
const GROSS_POISSON: f64 = 0.638_665_086_043_604_2;

/// FSaudit (Hoogduin and Boersma), `test-DAfA.R` and `test-musHyper.R`: 299 of 12 million (no error expected)
/// and 29 of 1 000 001. The rest recomputed with scipy.
#[test]
fn plan_in_geldeinheiten() {
    let plan = |modell, buchwert, tolerabel, erwartet| {
        mus_plan(modell, &dez("0.95"), &dez(buchwert), &dez(tolerabel), &dez(erwartet)).unwrap()
    };
    assert_eq!(plan(Geldmodell::Hypergeometric, "12000000", "120000", "0"), 299);
    assert_eq!(plan(Geldmodell::Hypergeometric, "1000001", "100000", "0"), 29);
    assert_eq!(plan(Geldmodell::Binomial, "12000000", "120000", "0"), 299);
    // 1/3 and 1/12 of the book value are no decimals: c = ceil(n/12).
    assert_eq!(plan(Geldmodell::Binomial, "3", "1", "0.25"), 17);
    assert_eq!(plan(Geldmodell::Poisson, "900000.50", "45000.025", "9000.01"), 93);
    // A full count where nothing smaller shows it: 1 of 10 units.
    assert_eq!(plan(Geldmodell::Hypergeometric, "10", "1", "0"), 10);
    let code = |modell, konfidenz, buchwert, tolerabel, erwartet| {
        mus_plan(modell, &dez(konfidenz), &dez(buchwert), &dez(tolerabel), &dez(erwartet)).unwrap_err().code()
    };
    assert_eq!(code(Geldmodell::Poisson, "0", "0", "0", "0"), "invalid_confidence");
    assert_eq!(code(Geldmodell::Poisson, "0.9", "0", "0", "0"), "invalid_rate");
    assert_eq!(code(Geldmodell::Poisson, "0.9", "5", "5", "0"), "invalid_rate");
    assert_eq!(code(Geldmodell::Poisson, "0.9", "5", "1", "-1"), "invalid_rate");
    assert_eq!(code(Geldmodell::Poisson, "0.9", "5", "1", "1"), "expected_not_below_tolerable");
    assert_eq!(code(Geldmodell::Poisson, "0.9", "0", "1", "0.5"), "empty_population");
    assert_eq!(code(Geldmodell::Poisson, "0.9", "-3", "1", "0.5"), "empty_population");
    assert_eq!(code(Geldmodell::Hypergeometric, "0.9", "5.5", "1", "0.5"), "invalid_count");
}

/// Touw and Hoogduin (2011), p. 34: ten items, interval 9, start 2 hits A, C, D, G and I.
#[test]
fn festes_intervall() {
    let werte = liste(&["7", "3", "4", "9", "0", "1", "8", "2", "6", "5"]);
    let ziehe = |werte: &[Dezimal], intervall, start| mus_fixed_interval(werte, &dez(intervall), &dez(start));
    assert_eq!(ziehe(&werte, "9", "2"), Ok(vec![0, 2, 3, 6, 8]));
    // A hit on the very last unit of an item belongs to it, the next unit to the next one.
    assert_eq!(ziehe(&liste(&["0.1", "0.2"]), "0.3", "0.1"), Ok(vec![0]));
    assert_eq!(ziehe(&liste(&["0.1", "0.2"]), "0.3", "0.3"), Ok(vec![1]));
    // 0.1 + 0.2 exceeds 0.3 in binary floats; here it does not.
    assert_eq!(ziehe(&liste(&["0.1", "0.2", "5"]), "5", "0.3"), Ok(vec![1, 2]));
    assert_eq!(ziehe(&liste(&["0", "0"]), "1", "1"), Ok(vec![]));
    assert_eq!(ziehe(&liste(&["1"]), "10", "5"), Ok(vec![]));
    let code = |werte: &[&str], intervall, start| ziehe(&liste(werte), intervall, start).unwrap_err().code();
    assert_eq!(code(&[], "1", "1"), "empty_population");
    assert_eq!(code(&["1", "-0.01"], "1", "1"), "negative_value");
    for (intervall, start) in [("1", "0"), ("1", "1.01"), ("1", "-1"), ("0", "0"), ("-5", "1")] {
        assert_eq!(code(&["1"], intervall, start), "start_outside_interval");
    }
    // A tiny interval is refused before any memory is taken.
    assert_eq!(ziehe(&liste(&["1e300"]), "1e-300", "1e-300"), Err(StichprobeFehler::TooManyHits));
    assert_eq!(ziehe(&liste(&["1000000"]), "1", "1").unwrap().len(), 1_000_000);
    assert_eq!(code(&["1000000", "1"], "1", "1"), "infeasible");
}

/// Touw and Hoogduin (2011), p. 138, 143 and 144 (binomial), and FSaudit `test-MusEval.R` (checked there
/// against CaseWare IDEA): whole Euro, rounded up stage by stage, so a few Euro of slack.
#[test]
fn stringer() {
    let oben = |modell, n, taints: &[&str], wert: &str| {
        let wert = dez(wert);
        let grenze = stringer_bound(modell, &dez("0.95"), n, &liste(taints), Some(&wert)).unwrap().mal(&wert);
        (grenze.grundgenauigkeit, grenze.hochgerechnet, grenze.oben)
    };
    let buch = |taints: &[&str]| {
        stringer_bound(Geldmodell::Binomial, &dez("0.95"), 145, &liste(taints), None).unwrap()
    };
    nahe(buch(&["1", "0.20000072", "0.03999931"]).hochgerechnet, 0.008_551_724, 2e-7);
    nahe(buch(&["1", "0.20000072", "0.03999931"]).oben, 0.034_786_56, 2e-7);
    nahe(buch(&["0.09887", "1"]).oben, 0.033_333_48, 2e-7);
    nahe(buch(&["0.5", "0.19887", "0.4"]).oben, 0.032_519_36, 2e-7);
    let drei = ["1", "0.2", "0.04"];
    for (modell, basis, soll) in [
        (Geldmodell::Hypergeometric, 276_050.0, 469_616.48),
        (Geldmodell::Binomial, 276_052.0, 469_619.52),
        (Geldmodell::Poisson, 278_914.0, 475_998.28),
    ] {
        let (grund, projiziert, grenze) = oben(modell, 145, &drei, "13500000");
        assert!((grund - basis).abs() <= 1.0 && (grenze - soll).abs() <= 4.0, "{modell:?} {grund} {grenze}");
        nahe(projiziert, 13_500_000.0 * 1.24 / 145.0, 1e-12);
    }
    let (_, projiziert, grenze) = oben(Geldmodell::Hypergeometric, 31, &["1"; 5], "7360816");
    nahe(projiziert, 1_187_228.39, 1e-8);
    assert!((grenze - 2_279_226.0).abs() <= 6.0, "{grenze}");
    let (_, _, grenze) = oben(Geldmodell::Hypergeometric, 31, &["1"], "7360816");
    assert!((grenze - 1_060_621.0).abs() <= 2.0, "{grenze}");
}

/// FSaudit `test-DAfA.R`: 13.5 million, 145 hits, the same three taints.
#[test]
fn zellenschranke() {
    let wert = dez("13500000");
    let taints = liste(&["0.2", "1", "0.04"]);
    let grenze =
        cell_bound(Geldmodell::Hypergeometric, &dez("0.95"), 145, &taints, Some(&wert)).unwrap().mal(&wert);
    assert!((grenze.grundgenauigkeit - 276_050.0).abs() <= 1.0);
    nahe(grenze.hochgerechnet, 115_448.28, 1e-7);
    assert!((grenze.oben - 458_351.83).abs() <= 2.0, "{}", grenze.oben);
}

#[test]
fn abweichungen_werden_begrenzt() {
    let grenze = |taints: &[&str]| {
        stringer_bound(Geldmodell::Binomial, &dez("0.9"), 60, &liste(taints), None).unwrap()
    };
    assert_eq!(grenze(&["0.5", "3", "-1", "0"]), grenze(&["1", "0.5"]));
    assert_eq!(grenze(&["-0.5"]), grenze(&[]));
    // All taints 1: the bound of the errors themselves.
    let fuenf = grenze(&["1"; 5]).oben;
    nahe(fuenf, upper_bound(Modell::Binomial, 60, 5, &dez("0.9")).unwrap().rate, 1e-12);
    let code = |modell, n, taints: &[&str], wert: Option<&str>| {
        let wert = wert.map(dez);
        stringer_bound(modell, &dez("0.9"), n, &liste(taints), wert.as_ref()).unwrap_err().code()
    };
    assert_eq!(code(Geldmodell::Binomial, 0, &["1"], Some("0")), "empty_population");
    assert_eq!(code(Geldmodell::Binomial, 0, &["1"], Some("9.5")), "empty_sample");
    assert_eq!(code(Geldmodell::Binomial, 1, &["1", "0"], None), "k_exceeds_n");
    assert_eq!(code(Geldmodell::Hypergeometric, 1, &[], None), "empty_population");
    assert_eq!(code(Geldmodell::Hypergeometric, 1, &[], Some("9.5")), "invalid_count");
    assert_eq!(code(Geldmodell::Hypergeometric, 10, &[], Some("9")), "n_exceeds_population");
}

fn rahmen(faelle: u64) -> Geldrahmen {
    Geldrahmen { faelle, konfidenz: dez("0.95"), seiten: Seiten::Zwei, endlichkeitskorrektur: true }
}

/// FSaudit `test-dafa-cvs.R` (sections 4.1, 4.3 and 4.4): 400 of 3 500 stock items, book value 7 360 816. The
/// sums of squares are printed to ten digits, so the differences between them hold about six.
#[test]
fn schaetzer_der_lagerpruefung() {
    let summen = Geldsummen {
        n: 400,
        buch: dez("863201.37"),
        ist: dez("864212.48"),
        buch_quadrat: dez("3586086982"),
        ist_quadrat: dez("3649977984"),
        buch_ist: dez("3550437464"),
    };
    let wert = dez("7360816");
    let differenz = estimate_difference(&rahmen(3500), &wert, &summen).unwrap();
    nahe(differenz.ist_summe, 7_369_663.0, 1e-6);
    nahe(differenz.fehler_summe.unwrap(), 3500.0 * -1011.11 / 400.0, 1e-12);
    nahe(differenz.genauigkeit, 188_467.44, 1e-5);
    let verhaeltnis = estimate_ratio(&rahmen(3500), &wert, &summen).unwrap();
    nahe(verhaeltnis.ist_summe, 7_369_438.0, 1e-6);
    nahe(verhaeltnis.genauigkeit, 188_530.0, 1e-5);
    let istwerte = Istwerte::Summen { n: 400, ist: summen.ist.clone(), ist_quadrat: summen.ist_quadrat };
    let mittelwert = estimate_mpu(&rahmen(3500), None, &istwerte).unwrap();
    nahe(mittelwert.ist_summe, 7_561_859.0, 1e-6);
    nahe(mittelwert.genauigkeit, 684_415.0, 1e-6);
    assert_eq!(mittelwert.fehler_summe, None);
    let kennzahlen = Istwerte::Kennzahlen { n: 400, mittel: dez("2160.53"), streuung: dez("2113.82") };
    let mit_buchwert = estimate_mpu(&rahmen(3500), Some(&wert), &kennzahlen).unwrap();
    nahe(mit_buchwert.genauigkeit, 684_415.0, 1e-5);
    nahe(mit_buchwert.fehler_summe.unwrap(), 7_360_816.0 - 3500.0 * 2160.53, 1e-9);
}

/// Differences of cents between amounts of ten digits: floats would lose the whole variance. Recomputed
/// with mpmath: the differences are 0, 0.01 and 0.03, so s² = 0.0007/3.
#[test]
fn kleine_unterschiede_grosser_betraege() {
    let buch = liste(&["9999999999.99", "8888888888.88", "7777777777.77"]);
    let ist = liste(&["9999999999.99", "8888888888.87", "7777777777.74"]);
    let summen = Geldsummen::aus_listen(&buch, &ist).unwrap();
    let ohne = Geldrahmen { endlichkeitskorrektur: false, ..rahmen(1000) };
    let t = 4.302_652_729_749_464;
    let erwartet = 1000.0 * t * (0.0007_f64 / 3.0 / 3.0).sqrt();
    nahe(estimate_difference(&ohne, &dez("0"), &summen).unwrap().genauigkeit, erwartet, 1e-12);
    // A full count has no sampling error.
    let voll = estimate_difference(&rahmen(3), &dez("26666666666.64"), &summen).unwrap();
    assert_eq!((voll.genauigkeit, voll.fehler_summe), (0.0, Some(0.04)));
    assert_eq!(voll.ist_summe, 26_666_666_666.6);
}

#[test]
fn eine_seite_und_zwei() {
    let werte = Istwerte::Kennzahlen { n: 11, mittel: dez("0"), streuung: dez("1") };
    let t = |konfidenz, seiten| {
        let rahmen =
            Geldrahmen { faelle: 11, konfidenz: dez(konfidenz), seiten, endlichkeitskorrektur: false };
        estimate_mpu(&rahmen, None, &werte).unwrap().genauigkeit / 11_f64.sqrt()
    };
    nahe(t("0.95", Seiten::Eine), t("0.9", Seiten::Zwei), 1e-14);
    // Below one half the one-sided quantile is negative, and at one half it is 0.
    nahe(t("0.3", Seiten::Eine), -t("0.7", Seiten::Eine), 1e-13);
    assert!(t("0.5", Seiten::Eine).abs() < 1e-12);
}

#[test]
fn ablehnungen_der_schaetzer() {
    let summen = |n, buch: &str, quadrat: &str| Geldsummen {
        n,
        buch: dez(buch),
        ist: dez("10"),
        buch_quadrat: dez(quadrat),
        ist_quadrat: dez("50"),
        buch_ist: dez("50"),
    };
    let code = |rahmen: &Geldrahmen, s: &Geldsummen| {
        let codes = [
            estimate_difference(rahmen, &dez("100"), s).unwrap_err().code(),
            estimate_ratio(rahmen, &dez("100"), s).unwrap_err().code(),
        ];
        assert_eq!(codes[0], codes[1]);
        codes[0]
    };
    let gut = summen(2, "10", "50");
    assert_eq!(
        code(&Geldrahmen { konfidenz: dez("1"), ..rahmen(0) }, &summen(0, "0", "0")),
        "invalid_confidence"
    );
    assert_eq!(code(&rahmen(0), &summen(0, "0", "0")), "empty_population");
    assert_eq!(code(&rahmen(5), &summen(0, "0", "0")), "empty_sample");
    assert_eq!(code(&rahmen(1), &gut), "n_exceeds_population");
    assert_eq!(code(&rahmen(5), &summen(1, "0", "0")), "sample_too_small");
    // No sample has these squares: 2 · 40 is below 10².
    assert_eq!(code(&rahmen(5), &summen(2, "10", "40")), "infeasible");
    assert_eq!(
        estimate_ratio(&rahmen(5), &dez("100"), &summen(2, "0", "50")).unwrap_err().code(),
        "zero_book_sum"
    );
    assert_eq!(Geldsummen::aus_listen(&liste(&["1"]), &[]).unwrap_err().code(), "length_mismatch");
    // A hair below 0 is the rounding of whoever added up the squares with floats.
    let gerundet = estimate_difference(&rahmen(5), &dez("100"), &summen(2, "10", "49.99999999999")).unwrap();
    assert_eq!(gerundet, Geldschaetzung { ist_summe: 100.0, fehler_summe: Some(0.0), genauigkeit: 0.0 });
    let negativ = Istwerte::Kennzahlen { n: 2, mittel: dez("1"), streuung: dez("-1") };
    assert_eq!(estimate_mpu(&rahmen(5), None, &negativ).unwrap_err().code(), "negative_value");
    let riesig = Istwerte::aus_liste(&liste(&["1e308", "-1e308"]));
    assert_eq!(estimate_mpu(&rahmen(5_000_000), None, &riesig).unwrap_err().code(), "infeasible");
}

/// Numbers of P. B. Stark's page and of `cryptorandom`'s documentation, and more recomputed with hashlib.
#[test]
fn zahlen_aus_dem_zaehler() {
    assert_eq!(sha256_counter(STARTWERT, 850, 5, 1), Ok(vec![425, 383, 418, 676, 733]));
    assert_eq!(sha256_counter(STARTWERT, 850, 2, 4), Ok(vec![676, 733]));
    let digest = sha256_counter_digest("12345678901234567890", 1).unwrap();
    assert!(digest.starts_with("4da594a8") && digest.ends_with("1fd1"), "{digest}");
    assert_eq!(mus_start_from_seed(STARTWERT, 850), Ok(425));
    assert_eq!(mus_start_from_seed(STARTWERT, 1), Ok(1));
    // Numbers repeat, the count may exceed the total.
    assert_eq!(sha256_counter(STARTWERT, 1, 3, 1), Ok(vec![1, 1, 1]));
    let code = |ergebnis: Result<Vec<u64>, StichprobeFehler>| ergebnis.unwrap_err().code();
    assert_eq!(code(sha256_counter("", 0, 0, 1)), "empty_seed");
    assert_eq!(code(sha256_counter("1", 0, 0, 1)), "empty_population");
    assert_eq!(code(sha256_counter("1", 5, 0, 1)), "empty_sample");
    assert_eq!(code(sha256_counter("1", 5, 1_000_001, 1)), "infeasible");
    assert_eq!(code(sha256_counter("1", 5, 2, u64::MAX)), "invalid_count");
    assert_eq!(mus_start_from_seed("1", 0).unwrap_err().code(), "empty_population");
    assert_eq!(sha256_counter_digest("", 1).unwrap_err().code(), "empty_seed");
}
