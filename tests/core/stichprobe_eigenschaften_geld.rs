//! What must hold for all inputs: amounts, two-stage plans, strata together, numbers from a counter.

use iks_core::stichprobe::{
    Dezimal, Geldmodell, Geldrahmen, Geldsummen, Intervallart, Modell, Planungsziel, Schicht, Seiten,
    ZweistufigerPlan, cell_bound, estimate_difference, estimate_ratio, interval, mus_fixed_interval,
    mus_plan, mus_start_from_seed, plan_attribute, sha256_counter, stratified_guaranteed_lower,
    stratified_guaranteed_upper, stringer_bound, two_stage_acceptance, two_stage_plan, upper_bound,
};
use proptest::prelude::*;

use super::stichprobe_eigenschaften::auswahlen;

fn dez(text: &str) -> Dezimal {
    text.parse().unwrap()
}

fn promille(zahl: u64) -> Dezimal {
    Dezimal::from(zahl).durch_zehn_hoch(3)
}

/// All outcomes k of strata (N, n), each stratum counting from 0 to n.
fn ausgaenge(schichten: &[(u64, u64)]) -> Vec<Vec<u64>> {
    schichten.iter().fold(vec![vec![]], |bisher, &(_, n)| {
        bisher.iter().flat_map(|k| (0..=n).map(move |i| [k.as_slice(), &[i]].concat())).collect()
    })
}

/// Full enumeration in whole numbers: wherever the errors lie, the samples whose guaranteed bounds do not
/// hold them are at most α of all samples, above and below.
#[test]
fn ueberdeckung_ueber_schichten() {
    let faelle: [&[(u64, u64)]; 6] = [
        &[(30, 5), (30, 9)],
        &[(50, 10), (10, 3)],
        &[(58, 12), (2, 1)],
        &[(20, 1), (20, 1)],
        &[(12, 3), (10, 2), (8, 4)],
        &[(20, 4), (15, 6), (3, 3)],
    ];
    for (konfidenz, hundertstel) in [(dez("0.95"), 5_u128), (dez("0.8"), 20)] {
        for schichten in faelle {
            let mit = |k: &[u64]| -> Vec<Schicht> {
                schichten
                    .iter()
                    .zip(k)
                    .map(|(&(grundgesamtheit, n), &k)| Schicht { grundgesamtheit, n, k })
                    .collect()
            };
            let grenzen: Vec<_> = ausgaenge(schichten)
                .into_iter()
                .map(|k| {
                    let oben = stratified_guaranteed_upper(&mit(&k), &konfidenz).unwrap().anzahl;
                    let unten = stratified_guaranteed_lower(&mit(&k), &konfidenz).unwrap().anzahl;
                    (k, unten, oben)
                })
                .collect();
            let alle: u128 = schichten.iter().map(|&(gesamt, n)| auswahlen(gesamt, n)).product();
            let voll: Vec<(u64, u64)> = schichten.iter().map(|&(gesamt, _)| (0, gesamt)).collect();
            for wahr in ausgaenge(&voll) {
                let summe: u64 = wahr.iter().sum();
                let (mut zu_tief, mut zu_hoch) = (0, 0);
                for (k, unten, oben) in &grenzen {
                    if *oben >= summe && *unten <= summe {
                        continue;
                    }
                    let gewicht: u128 = schichten
                        .iter()
                        .zip(k)
                        .zip(&wahr)
                        .map(|((&(gesamt, n), &k), &wahr)| {
                            auswahlen(wahr, k) * auswahlen(gesamt - wahr, n - k)
                        })
                        .product();
                    if *oben < summe {
                        zu_tief += gewicht;
                    } else {
                        zu_hoch += gewicht;
                    }
                }
                assert!(zu_tief * 100 <= alle * hundertstel, "oben {schichten:?} {wahr:?} {konfidenz}");
                assert!(zu_hoch * 100 <= alle * hundertstel, "unten {schichten:?} {wahr:?} {konfidenz}");
            }
        }
    }
}

/// Two-sided: the interval misses at most α, both sides together.
#[test]
fn ueberdeckung_zweiseitig() {
    for gesamt in [20, 60] {
        for n in [1, 5, gesamt / 2, gesamt - 1] {
            let art = Intervallart::Hypergeometric { population: gesamt };
            let grenzen: Vec<_> =
                (0..=n).map(|k| interval(art, n, k, &dez("0.9")).unwrap().anzahlen.unwrap()).collect();
            for wahr in 0..=gesamt {
                let daneben: u128 = (0..=n)
                    .filter(|&k| !(grenzen[k as usize].0..=grenzen[k as usize].1).contains(&wahr))
                    .map(|k| auswahlen(wahr, k) * auswahlen(gesamt - wahr, n - k))
                    .sum();
                assert!(daneben * 10 <= auswahlen(gesamt, n), "N={gesamt} n={n} K={wahr}");
            }
        }
    }
}

fn modell() -> impl Strategy<Value = Geldmodell> {
    prop::sample::select(vec![Geldmodell::Binomial, Geldmodell::Poisson, Geldmodell::Hypergeometric])
}

fn cent() -> impl Strategy<Value = Dezimal> {
    (0_u64..2_000_000).prop_map(|cent| Dezimal::from(cent).durch_zehn_hoch(2))
}

/// Book and audited amounts of a few cases.
fn betraege() -> impl Strategy<Value = Vec<(Dezimal, Dezimal)>> {
    prop::collection::vec((cent(), cent()), 2..12)
}

fn summen(paare: &[(Dezimal, Dezimal)], dazu: &Dezimal) -> Geldsummen {
    let (buch, ist): (Vec<_>, Vec<_>) = paare.iter().map(|(b, a)| (b + dazu, a + dazu)).unzip();
    Geldsummen::aus_listen(&buch, &ist).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn volle_abweichungen_sind_die_fehlergrenze(modell in modell(), n in 1_u64..120, k in 0_u64..8, g in 600_u64..999) {
        let k = k.min(n);
        let (g, wert) = (promille(g), Dezimal::from(5000));
        let abweichungen = vec![Dezimal::from(1); k as usize];
        let verteilung = match modell {
            Geldmodell::Binomial => Modell::Binomial,
            Geldmodell::Poisson => Modell::Poisson,
            Geldmodell::Hypergeometric => Modell::Hypergeometric { population: 5000 },
        };
        let rate = upper_bound(verteilung, n, k, &g).unwrap().rate;
        let stringer = stringer_bound(modell, &g, n, &abweichungen, Some(&wert)).unwrap();
        prop_assert!((stringer.oben - rate).abs() < 1e-12, "{} {}", stringer.oben, rate);
        prop_assert!(stringer.hochgerechnet <= stringer.oben);
    }

    /// More taint never lowers a bound, and both bounds lie between no error and full errors.
    #[test]
    fn schranken_steigen_mit_den_abweichungen(
        modell in modell(), n in 8_u64..120, taints in prop::collection::vec(0_u64..=1000, 1..8), mehr in 0_u64..1000, g in 800_u64..999,
    ) {
        let (g, wert) = (promille(g), Dezimal::from(5000));
        let liste = |werte: &[u64]| werte.iter().map(|t| promille(*t)).collect::<Vec<_>>();
        let mut groesser = taints.clone();
        groesser[0] = (groesser[0] + mehr).min(1000);
        for schranke in [stringer_bound, cell_bound] {
            let oben = |werte: &[u64]| schranke(modell, &g, n, &liste(werte), Some(&wert)).unwrap().oben;
            prop_assert!(oben(&groesser) >= oben(&taints) - 1e-12);
            prop_assert!(oben(&taints) >= oben(&[]) - 1e-12);
            prop_assert!(oben(&taints) <= oben(&vec![1000; taints.len()]) + 1e-12);
        }
    }

    /// As counted off by hand, with every amount of at least one interval hit as often as it must be.
    #[test]
    fn intervall_trifft_grosse_betraege(werte in prop::collection::vec(0_u64..500, 1..30), intervall in 1_u64..200, anteil in 0_u64..200) {
        let start = 1 + anteil % intervall;
        let dezimal: Vec<Dezimal> = werte.iter().map(|w| Dezimal::from(*w).durch_zehn_hoch(2)).collect();
        let teil = |cent: u64| Dezimal::from(cent).durch_zehn_hoch(2);
        let treffer = mus_fixed_interval(&dezimal, &teil(intervall), &teil(start)).unwrap();
        let gesamt: u64 = werte.iter().sum();
        let mut von_hand = Vec::new();
        for punkt in (start..=gesamt).step_by(intervall as usize) {
            let mut summe = 0;
            von_hand.push(werte.iter().position(|w| { summe += w; summe >= punkt }).unwrap());
        }
        prop_assert_eq!(&treffer, &von_hand);
        for (i, wert) in werte.iter().enumerate() {
            let mal = treffer.iter().filter(|&&t| t == i).count() as u64;
            prop_assert!(mal >= wert / intervall && mal <= wert.div_ceil(intervall));
        }
    }

    /// A plan in Euro is the plan of the rates, where these are decimals.
    #[test]
    fn geldplan_ist_der_plan_der_quoten(modell in modell(), te in 5_u64..300, ee in 0_u64..100, g in 500_u64..990) {
        prop_assume!(ee * 2 < te);
        let (g, wert) = (promille(g), Dezimal::from(20_000));
        let ziel = Planungsziel::ErwarteteRate(promille(ee));
        let verteilung = match modell {
            Geldmodell::Binomial => Modell::Binomial,
            Geldmodell::Poisson => Modell::Poisson,
            Geldmodell::Hypergeometric => Modell::Hypergeometric { population: 20_000 },
        };
        let plan = plan_attribute(verteilung, &g, &promille(te), &ziel).unwrap();
        let geldplan = mus_plan(modell, &g, &wert, &Dezimal::from(te * 20), &Dezimal::from(ee * 20));
        prop_assert_eq!(geldplan.unwrap(), plan.n);
    }

    /// The planned n keeps the risk, one less does not; a higher rate is never accepted more often.
    #[test]
    fn zweistufiger_plan_ist_der_kleinste(poisson in any::<bool>(), te in 10_u64..300, g in 500_u64..995) {
        let modell = if poisson { Modell::Poisson } else { Modell::Binomial };
        let n = two_stage_plan(modell, &promille(g), &promille(te)).unwrap();
        let annahme = |n, rate| {
            let plan = ZweistufigerPlan { n1: n, annahme1: 0, ablehnung1: 2, n2: n, annahme_gesamt: 1 };
            two_stage_acceptance(modell, &plan, &promille(rate)).unwrap()
        };
        let alpha = 1.0 - g as f64 / 1000.0;
        prop_assert!(annahme(n, te) <= alpha + 1e-12);
        prop_assert!(n == 1 || annahme(n - 1, te) > alpha - 1e-12);
        prop_assert!(annahme(n, te + 1) <= annahme(n, te));
    }

    /// Shifting both amounts of every case changes no difference; all amounts tenfold, all results tenfold.
    #[test]
    fn schaetzer_verschieben_und_strecken(paare in betraege(), dazu in cent(), faelle in 20_u64..1000, g in 600_u64..999) {
        let rahmen = Geldrahmen { faelle, konfidenz: promille(g), seiten: Seiten::Zwei, endlichkeitskorrektur: true };
        let wert = Dezimal::from(1_000_000);
        let null = Dezimal::from(0);
        let schaetzung = estimate_difference(&rahmen, &wert, &summen(&paare, &null)).unwrap();
        prop_assert_eq!(&schaetzung, &estimate_difference(&rahmen, &wert, &summen(&paare, &dazu)).unwrap());
        let zehnfach: Vec<_> = paare.iter().map(|(b, a)| (b.mal(10), a.mal(10))).collect();
        let gestreckt = estimate_ratio(&rahmen, &wert.mal(10), &summen(&zehnfach, &null));
        prop_assume!(gestreckt.is_ok());
        let (klein, gross) = (estimate_ratio(&rahmen, &wert, &summen(&paare, &null)).unwrap(), gestreckt.unwrap());
        prop_assert!((klein.genauigkeit * 10.0 - gross.genauigkeit).abs() <= gross.genauigkeit * 1e-12);
        prop_assert!((klein.ist_summe * 10.0 - gross.ist_summe).abs() <= gross.ist_summe.abs() * 1e-12);
    }

    #[test]
    fn zahlen_liegen_im_bereich(startwert in "[0-9]{1,20}", gesamt in 1_u64..u64::MAX, ab in 0_u64..1_000_000) {
        let zahlen = sha256_counter(&startwert, gesamt, 5, ab).unwrap();
        prop_assert!(zahlen.iter().all(|z| (1..=gesamt).contains(z)));
        prop_assert_eq!(&zahlen[1..], &sha256_counter(&startwert, gesamt, 4, ab + 1).unwrap()[..]);
        prop_assert!((1..=gesamt).contains(&mus_start_from_seed(&startwert, gesamt).unwrap()));
    }

    /// Decimals add and multiply exactly.
    #[test]
    fn dezimale_rechnen_genau(a in -1_000_000_000_i64..1_000_000_000, b in -1_000_000_000_i64..1_000_000_000, s in 0_u32..6, t in 0_u32..6) {
        let (x, y) = (dez(&format!("{a}e-{s}")), dez(&format!("{b}e-{t}")));
        let gemeinsam = |i: i64, stellen: u32| i128::from(i) * 10_i128.pow(6 - stellen);
        prop_assert_eq!(&x + &y, dez(&format!("{}e-6", gemeinsam(a, s) + gemeinsam(b, t))));
        prop_assert_eq!(&x - &y, dez(&format!("{}e-6", gemeinsam(a, s) - gemeinsam(b, t))));
        prop_assert_eq!(&x * &y, dez(&format!("{}e-{}", i128::from(a) * i128::from(b), s + t)));
    }
}
