//! Sampling: what must hold for all inputs, not only for the worked examples.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use iks_core::stichprobe::{
    Aufteilung, Dezimal, Modell, Planungsziel, Schicht, Schichtgroesse, allocate, consistent_sample,
    erweitern, lower_bound, plan_attribute, schichtziehung, stratified_guaranteed_upper,
    stratified_zero_error_upper, ticket, upper_bound, ziehreihenfolge,
};
use proptest::prelude::*;

fn dez(text: &str) -> Dezimal {
    text.parse().unwrap()
}

fn konfidenz(promille: u32) -> Dezimal {
    Dezimal::from(u64::from(promille)).durch_zehn_hoch(3)
}

fn oben(population: u64, n: u64, k: u64, konfidenz: &Dezimal) -> u64 {
    upper_bound(Modell::Hypergeometric { population }, n, k, konfidenz).unwrap().anzahl.unwrap()
}

fn unten(population: u64, n: u64, k: u64, konfidenz: &Dezimal) -> u64 {
    lower_bound(Modell::Hypergeometric { population }, n, k, konfidenz).unwrap().anzahl.unwrap()
}

/// C(n, k) for n ≤ 60 fits a u128.
pub fn auswahlen(n: u64, k: u64) -> u128 {
    if k > n { 0 } else { (0..u128::from(k)).fold(1, |produkt, i| produkt * (u128::from(n) - i) / (i + 1)) }
}

/// Full enumeration in whole numbers: for every true K, the samples whose upper bound lies below K are at
/// most α of all samples. The lower bound likewise.
#[test]
fn ueberdeckung_bis_60() {
    for (konfidenz, hundertstel) in [(dez("0.95"), 5_u128), (dez("0.8"), 20)] {
        for gesamt in [1, 2, 7, 20, 41, 60] {
            for n in [1, 2, gesamt / 3, gesamt / 2, gesamt - 1, gesamt]
                .into_iter()
                .filter(|&n| n >= 1 && n <= gesamt)
            {
                let obere: Vec<u64> = (0..=n).map(|k| oben(gesamt, n, k, &konfidenz)).collect();
                let untere: Vec<u64> = (0..=n).map(|k| unten(gesamt, n, k, &konfidenz)).collect();
                for wahr in 0..=gesamt {
                    let gewicht = |k: u64| auswahlen(wahr, k) * auswahlen(gesamt - wahr, n - k);
                    let verfehlt = |daneben: &dyn Fn(usize) -> bool| {
                        (0..=n).filter(|&k| daneben(k as usize)).map(gewicht).sum::<u128>() * 100
                    };
                    let erlaubt = auswahlen(gesamt, n) * hundertstel;
                    assert!(verfehlt(&|k| obere[k] < wahr) <= erlaubt, "oben N={gesamt} n={n} K={wahr}");
                    assert!(verfehlt(&|k| untere[k] > wahr) <= erlaubt, "unten N={gesamt} n={n} K={wahr}");
                }
            }
        }
    }
}

/// The definition itself, in whole numbers: K_U is the largest K with P(X ≤ k) > α.
#[test]
fn obergrenze_nach_definition() {
    for gesamt in [5, 23, 60] {
        for n in 1..=gesamt {
            for k in 0..=n.min(6) {
                let groesser = |wahr: u64| {
                    let summe: u128 =
                        (0..=k).map(|i| auswahlen(wahr, i) * auswahlen(gesamt - wahr, n - i)).sum();
                    summe * 20 > auswahlen(gesamt, n)
                };
                let soll = (k..=gesamt - (n - k)).filter(|&wahr| groesser(wahr)).max().unwrap();
                assert_eq!(oben(gesamt, n, k, &dez("0.95")), soll, "N={gesamt} n={n} k={k}");
            }
        }
    }
}

/// Over a large population, hashed in parts side by side, the fast key orders as the text of the tickets
/// does, and every case has its own ticket once.
#[test]
fn viele_kennungen() {
    let startwert = "51703389210466257814";
    let ids: Vec<String> = (0..120_000).map(|i| format!("09403BG{i:07}")).collect();
    let reihenfolge = ziehreihenfolge(startwert, &ids).unwrap();
    let stichprobe = || reihenfolge.iter().take(500).chain(reihenfolge.iter().skip(500).step_by(50));
    let tickets: Vec<String> = stichprobe().map(|los| los.ticket()).collect();
    assert!(tickets.is_sorted());
    assert!(
        stichprobe().zip(&tickets).all(|(los, text)| ticket(startwert, &ids[los.index]).unwrap() == *text)
    );
    let mut plaetze: Vec<usize> = reihenfolge.iter().map(|los| los.index).collect();
    plaetze.sort_unstable();
    assert!(plaetze.into_iter().eq(0..ids.len()));
}

fn stichprobe() -> impl Strategy<Value = (u64, u64, u64)> {
    (1_u64..5000)
        .prop_flat_map(|gesamt| (Just(gesamt), 1..=gesamt))
        .prop_flat_map(|(gesamt, n)| (Just(gesamt), Just(n), 0..=n))
}

fn groessen() -> impl Strategy<Value = Vec<Schichtgroesse>> {
    prop::collection::vec((0_u64..2000, 0_u64..1000), 1..8).prop_map(|liste| {
        liste
            .into_iter()
            .map(|(grundgesamtheit, s)| Schichtgroesse {
                grundgesamtheit,
                streuung: Some(Dezimal::from(s).durch_zehn_hoch(3)),
            })
            .collect()
    })
}

fn art() -> impl Strategy<Value = Aufteilung> {
    prop::sample::select(vec![Aufteilung::Proportional, Aufteilung::Neyman, Aufteilung::Equal])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn grenzen_steigen_mit_fehlern_und_sicherheit((gesamt, n, k) in stichprobe(), g in 500_u32..998) {
        let (sicher, sicherer) = (konfidenz(g), konfidenz(g + 1));
        let (o, u) = (oben(gesamt, n, k, &sicher), unten(gesamt, n, k, &sicher));
        prop_assert!(k <= u && u <= o && o <= gesamt - (n - k));
        prop_assert!(oben(gesamt, n, k, &sicherer) >= o);
        prop_assert!(unten(gesamt, n, k, &sicherer) <= u);
        if k < n {
            prop_assert!(oben(gesamt, n, k + 1, &sicher) >= o);
            prop_assert!(unten(gesamt, n, k + 1, &sicher) >= u);
        }
    }

    /// Holds in the tail (Uhlmann 1966; Anderson and Samuels 1967), not at a confidence near one half.
    #[test]
    fn hypergeometrisch_hoechstens_clopper_pearson_hoechstens_poisson((gesamt, n, k) in stichprobe(), g in 800_u32..999) {
        let g = konfidenz(g);
        let binomial = upper_bound(Modell::Binomial, n, k, &g).unwrap();
        let poisson = upper_bound(Modell::Poisson, n, k, &g).unwrap();
        prop_assert!(oben(gesamt, n, k, &g) as f64 / gesamt as f64 <= binomial.rate + 1e-12);
        prop_assert!(binomial.rate <= poisson.rate + 1e-12);
        prop_assert!(binomial.angezeigt.als_prozent() >= binomial.rate * 100.0 - 1e-6);
    }

    #[test]
    fn plan_und_grenze_sagen_dasselbe(gesamt in 1_u64..3000, c in 0_u64..4, te in 1_u32..300, g in 800_u32..999) {
        let (te, g) = (konfidenz(te), konfidenz(g));
        let modell = Modell::Hypergeometric { population: gesamt };
        let n = plan_attribute(modell, &g, &te, &Planungsziel::ErlaubteFehler(c)).unwrap().n;
        let belegt = |n: u64| n > c && te.verglichen_mit_bruch(oben(gesamt, n, c, &g), gesamt).is_lt();
        prop_assert!(n == gesamt || belegt(n));
        prop_assert!(n <= 1 || !belegt(n - 1));
    }

    #[test]
    fn eine_schicht_ist_keine_schichtung((gesamt, n, k) in stichprobe(), g in 500_u32..999) {
        let g = konfidenz(g);
        let ohne = [Schicht { grundgesamtheit: gesamt, n, k: 0 }];
        prop_assert_eq!(stratified_zero_error_upper(&ohne, &g).unwrap().anzahl, oben(gesamt, n, 0, &g));
        let mit = [Schicht { grundgesamtheit: gesamt, n, k }];
        prop_assert_eq!(stratified_guaranteed_upper(&mit, &g).unwrap().anzahl, oben(gesamt, n, k, &g));
    }

    #[test]
    fn aufteilung_ergibt_n(groessen in groessen(), art in art(), anteil in 0.0_f64..=1.0, minimum in 0_u64..8) {
        let alle: u64 = groessen.iter().map(|s| s.grundgesamtheit).sum();
        let noetig: u64 = groessen.iter().map(|s| s.grundgesamtheit.min(minimum)).sum();
        prop_assume!(alle > 0);
        let gesamt = (noetig + ((alle - noetig) as f64 * anteil) as u64).max(1);
        let n = allocate(art, gesamt, &groessen, minimum).unwrap();
        prop_assert_eq!(n.iter().sum::<u64>(), gesamt);
        for (n, s) in n.iter().zip(&groessen) {
            prop_assert!(*n <= s.grundgesamtheit && *n >= minimum.min(s.grundgesamtheit));
        }
    }

    #[test]
    fn erweiterung_senkt_keine_schicht(
        groessen in groessen(), art in art(), neue_art in art(), erst in 1_u64..400, mehr in 0_u64..60, minimum in 0_u64..4,
    ) {
        let alle: u64 = groessen.iter().map(|s| s.grundgesamtheit).sum();
        let noetig: u64 = groessen.iter().map(|s| s.grundgesamtheit.min(minimum)).sum();
        prop_assume!(alle > 0);
        let erst = erst.max(noetig).min(alle);
        let gesamt = (erst + mehr).min(alle);
        let bisher = allocate(art, erst, &groessen, minimum).unwrap();
        let n = erweitern(neue_art, &bisher, gesamt, &groessen, minimum).unwrap();
        prop_assert_eq!(n.iter().sum::<u64>(), gesamt);
        for ((n, bisher), s) in n.iter().zip(&bisher).zip(&groessen) {
            prop_assert!(n >= bisher && *n <= s.grundgesamtheit);
        }
        // Without growth nothing changes.
        prop_assert_eq!(erweitern(neue_art, &bisher, erst, &groessen, minimum).unwrap(), bisher);
    }

    #[test]
    fn stichprobe_ist_anfang_der_groesseren(
        startwert in "[0-9]{1,20}", ids in prop::collection::hash_set("[a-zA-Z0-9äöü/ ]{1,12}", 2..30), schichtzahl in 1_usize..4,
    ) {
        let ids: Vec<String> = ids.into_iter().collect();
        let n = ids.len() as u64;
        for anzahl in 1..n {
            let klein = consistent_sample(&startwert, &ids, anzahl, 0).unwrap();
            let gross = consistent_sample(&startwert, &ids, anzahl + 1, 0).unwrap();
            prop_assert_eq!(&klein[..], &gross[..klein.len()]);
            prop_assert_eq!(&consistent_sample(&startwert, &ids, 1, anzahl).unwrap()[0], &gross[anzahl as usize]);
        }
        let reihenfolge = ziehreihenfolge(&startwert, &ids).unwrap();
        let schicht_von: Vec<usize> = ids.iter().map(|id| id.len() % schichtzahl).collect();
        let groesse: Vec<u64> = (0..schichtzahl).map(|h| schicht_von.iter().filter(|&&s| s == h).count() as u64).collect();
        let ab = vec![0; schichtzahl];
        let alle = schichtziehung(&reihenfolge, &schicht_von, &ab, &groesse).unwrap();
        prop_assert_eq!(alle.len(), ids.len());
        for h in 0..schichtzahl {
            let mut je_schicht = ab.clone();
            je_schicht[h] = groesse[h] / 2;
            let halb = schichtziehung(&reihenfolge, &schicht_von, &ab, &je_schicht).unwrap();
            let ganz: Vec<_> = alle.iter().filter(|e| e.schicht == h).copied().collect();
            prop_assert_eq!(&halb[..], &ganz[..halb.len()]);
            prop_assert!(ganz.windows(2).all(|p| p[0].gesamtposition < p[1].gesamtposition));
        }
    }
}
