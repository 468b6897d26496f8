//! The special functions against 25 digits from `scripts/referenzwerte.py`; see docs/adr/0004.

use super::hypergeometrisch::Hypergeometrisch;
use super::{binomial, spezial};

/// What the ADR promises for probabilities, relative, tails down to 10^-60 and N up to 10^7.
const WAHRSCHEINLICHKEIT: f64 = 1e-12;
/// For quantiles, relative; the worst case has 10^7 cases, 10^6 and fewer stay below 4·10^-13.
const QUANTIL: f64 = 2e-12;

fn rechne(funktion: &str, a: &[f64]) -> (f64, f64) {
    let hyper = || {
        let verteilung = Hypergeometrisch { gesamt: a[0] as u64, fehlerhaft: a[1] as u64, n: a[2] as u64 };
        verteilung.schwaenze(a[3] as u64)
    };
    match funktion {
        "binomial_punkt" => (spezial::ln_binomial(a[1], a[0], a[2], 1.0 - a[2]).exp(), WAHRSCHEINLICHKEIT),
        "binomial_unten" => (binomial::unten(a[0] as u64, a[2], 1.0 - a[2], a[1] as u64), WAHRSCHEINLICHKEIT),
        "hypergeometrisch_unten" => (hyper().0, WAHRSCHEINLICHKEIT),
        "hypergeometrisch_oben" => (hyper().1, WAHRSCHEINLICHKEIT),
        "gamma_oben" => (spezial::gamma(a[0], a[1]).1, WAHRSCHEINLICHKEIT),
        "gamma_unten" => (spezial::gamma(a[0], a[1]).0, WAHRSCHEINLICHKEIT),
        "beta_quantil_oben" => (spezial::beta_quantil_oben(a[0], a[1], a[2]), QUANTIL),
        "beta_quantil_unten" => (spezial::beta_quantil_unten(a[0], a[1], a[2]), QUANTIL),
        "gamma_quantil_oben" => (spezial::gamma_quantil_oben(a[0], a[1]), QUANTIL),
        "gamma_quantil_unten" => (spezial::gamma_quantil_unten(a[0], a[1]), QUANTIL),
        "normal_quantil_oben" => (spezial::normal_quantil_oben(a[0]), QUANTIL),
        "student_quantil_oben" => (spezial::student_quantil_oben(a[0], a[1]), QUANTIL),
        _ => panic!("{funktion}"),
    }
}

#[test]
fn genau_wie_versprochen() {
    let tabelle = include_str!("../../../../tests/fixtures/spezialfunktionen.csv");
    let (mut zeilen, mut schlechte) = (0, Vec::new());
    for zeile in tabelle.lines().skip(1) {
        let felder: Vec<&str> = zeile.split(';').collect();
        let argumente: Vec<f64> = felder[1].split(' ').map(|t| t.parse().unwrap()).collect();
        let soll: f64 = felder[2].parse().unwrap();
        let (ist, grenze) = rechne(felder[0], &argumente);
        let abstand = ((ist - soll) / soll).abs();
        if abstand.is_nan() || abstand > grenze {
            schlechte.push(format!("{zeile}: {ist:e}, relativ {abstand:.1e}"));
        }
        zeilen += 1;
    }
    assert!(schlechte.is_empty(), "{}", schlechte.join("\n"));
    assert!(zeilen > 100, "{zeilen}");
}
