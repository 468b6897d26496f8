//! How many cases to draw.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::alpha::Alpha;
use super::binomial;
use super::bruch::Bruch;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::grenze::{Modell, letztes};
use super::hypergeometrisch::Hypergeometrisch;
use super::spezial::{gamma, normal_quantil_oben};

/// Largest sample looked for without a population; beyond it a goal is called unreachable.
pub(super) const HOECHSTENS: u64 = 1_000_000_000_000;
/// The same with an expected rate close to the tolerable one, where the search takes many rounds.
const HOECHSTENS_ERWARTET: u64 = 10_000_000;

/// How many errors the sample may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Planungsziel {
    /// A fixed number c.
    ErlaubteFehler(u64),
    /// An expected rate; c = ceil(rate · n), for Poisson the real rate · n.
    ErwarteteRate(Dezimal),
}

/// A planned sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Cases to draw.
    pub n: u64,
    /// Errors up to which the goal counts as shown. Whole, except for Poisson with an expected rate.
    pub erlaubte_fehler: Dezimal,
}

/// Smallest sample that shows "error rate below `tolerable`" if no more than the allowed errors occur.
///
/// The first n is returned that a scan from 1 would find. For a fixed c the condition is monotone in n and
/// is bisected; with c = ceil(rate · n) the least fixed point of n = n_min(c(n)) is that same first n,
/// because both maps never fall. If no n below N works, a full count is required and n = N.
///
/// # Errors
/// `invalid_confidence`, `invalid_rate`, `expected_not_below_tolerable`, `empty_population`;
/// `infeasible` if more cases would be needed than are looked for (10^7 with an expected rate).
pub fn plan_attribute(
    modell: Modell,
    konfidenz: &Dezimal,
    tolerable: &Dezimal,
    ziel: &Planungsziel,
) -> Result<Plan, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    eingabe::echter_anteil(tolerable)?;
    if let Planungsziel::ErwarteteRate(rate) = ziel {
        if rate.ist_negativ() {
            return Err(StichprobeFehler::InvalidRate);
        }
        if rate >= tolerable {
            return Err(StichprobeFehler::ExpectedNotBelowTolerable);
        }
    }
    let alpha = Alpha::aus_konfidenz(konfidenz);
    if let Modell::Hypergeometric { population } = modell {
        eingabe::grundgesamtheit(population)?;
    }
    let tolerable = Bruch::from(tolerable);
    Ok(match ziel {
        Planungsziel::ErlaubteFehler(c) => Plan {
            n: kleinstes_n(modell, &alpha, &tolerable, &Erlaubt::Fest(*c))?,
            erlaubte_fehler: Dezimal::from(*c),
        },
        Planungsziel::ErwarteteRate(rate) => {
            let n = kleinstes_n(modell, &alpha, &tolerable, &Erlaubt::Rate(rate.into()))?;
            let erlaubte_fehler = match modell {
                Modell::Poisson => rate.mal(n),
                _ => rate.mal_aufgerundet(n).ok_or(StichprobeFehler::InvalidRate)?.into(),
            };
            Plan { n, erlaubte_fehler }
        }
    })
}

/// How many errors a sample of n may hold, with a rate that need not be a decimal.
pub(super) enum Erlaubt {
    Fest(u64),
    Rate(Bruch),
}

/// The search behind [`plan_attribute`], for checked inputs.
pub(super) fn kleinstes_n(
    modell: Modell,
    alpha: &Alpha,
    tolerable: &Bruch,
    erlaubt: &Erlaubt,
) -> Result<u64, StichprobeFehler> {
    let ende = match (modell, erlaubt) {
        (Modell::Hypergeometric { population }, _) => population,
        (_, Erlaubt::Rate(rate)) if !rate.ist_null() => HOECHSTENS_ERWARTET,
        _ => HOECHSTENS,
    };
    let reicht = reichweite(modell, tolerable, alpha)?;
    let gefunden = match erlaubt {
        Erlaubt::Fest(c) => erstes(c.saturating_add(1), ende, |n| reicht(n, *c as f64)),
        Erlaubt::Rate(rate) if modell == Modell::Poisson => {
            let rate = rate.als_f64();
            erstes(1, ende, |n| reicht(n, rate * n as f64))
        }
        Erlaubt::Rate(rate) => {
            let mut n = 1;
            loop {
                let c = rate.mal_aufgerundet(n).ok_or(StichprobeFehler::InvalidRate)?;
                match erstes(n.max(c + 1), ende, |n| reicht(n, c as f64)) {
                    Some(neu) if neu != n => n = neu,
                    ergebnis => break ergebnis,
                }
            }
        }
    };
    gefunden.or(modell.population()).ok_or(StichprobeFehler::Infeasible)
}

/// "Sufficient": P(X ≤ c) ≤ α at the tolerable rate, as a function of n and c.
fn reichweite<'a>(
    modell: Modell,
    tolerable: &'a Bruch,
    alpha: &'a Alpha,
) -> Result<Box<dyn Fn(u64, f64) -> bool + 'a>, StichprobeFehler> {
    Ok(match modell {
        Modell::Hypergeometric { population } => {
            let fehlerhaft = tolerable.mal_aufgerundet(population).ok_or(StichprobeFehler::InvalidRate)?;
            Box::new(move |n, c| {
                Hypergeometrisch { gesamt: population, fehlerhaft, n }.unten_gedeckt(c as u64, alpha)
            })
        }
        Modell::Binomial => Box::new(move |n, c| binomial::unten_gedeckt(n, tolerable, c as u64, alpha)),
        Modell::Poisson => {
            let rate = tolerable.als_f64();
            Box::new(move |n, c| alpha.deckt(gamma(c + 1.0, rate * n as f64).1, |_| None))
        }
    })
}

/// The first n of `von..=bis` with a property that once gained stays; doubles its step first, so that a
/// small answer costs little.
pub(super) fn erstes(von: u64, bis: u64, gilt: impl Fn(u64) -> bool) -> Option<u64> {
    if von > bis {
        return None;
    }
    if gilt(von) {
        return Some(von);
    }
    let (mut nein, mut schritt) = (von, 1);
    loop {
        if nein == bis {
            return None;
        }
        let probe = nein.saturating_add(schritt).min(bis);
        if gilt(probe) {
            return Some(letztes(nein, probe - 1, |n| !gilt(n)) + 1);
        }
        nein = probe;
        schritt *= 2;
    }
}

/// Discovery sampling: smallest n that finds at least one of `kritisch` cases with the given confidence.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `invalid_count` (more critical cases than cases),
/// `infeasible` (nothing to discover).
pub fn plan_discovery(gesamt: u64, kritisch: u64, konfidenz: &Dezimal) -> Result<u64, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    kritische(gesamt, kritisch)?;
    if kritisch == 0 {
        return Err(StichprobeFehler::Infeasible);
    }
    let alpha = Alpha::aus_konfidenz(konfidenz);
    erstes(1, gesamt, |n| Hypergeometrisch { gesamt, fehlerhaft: kritisch, n }.unten_gedeckt(0, &alpha))
        .ok_or(StichprobeFehler::Infeasible)
}

/// Probability that n cases contain at least one of `kritisch`.
///
/// # Errors
/// `empty_population`, `invalid_count`, `empty_sample`, `n_exceeds_population`.
pub fn discovery_probability(gesamt: u64, kritisch: u64, n: u64) -> Result<f64, StichprobeFehler> {
    kritische(gesamt, kritisch)?;
    eingabe::stichprobe(Some(gesamt), n, 0)?;
    Ok(Hypergeometrisch { gesamt, fehlerhaft: kritisch, n }.schwaenze(0).1)
}

/// P(X ≤ c) in a sample of n, if `fehlerhaft` of all cases are erroneous: how a plan or a bound is checked by
/// hand, for instance with HYPGEOM.VERT of a spreadsheet.
///
/// # Errors
/// As [`discovery_probability`].
pub fn annahmewahrscheinlichkeit(
    gesamt: u64,
    fehlerhaft: u64,
    n: u64,
    c: u64,
) -> Result<f64, StichprobeFehler> {
    kritische(gesamt, fehlerhaft)?;
    eingabe::stichprobe(Some(gesamt), n, 0)?;
    Ok(Hypergeometrisch { gesamt, fehlerhaft, n }.schwaenze(c).0)
}

fn kritische(gesamt: u64, kritisch: u64) -> Result<(), StichprobeFehler> {
    eingabe::grundgesamtheit(gesamt)?;
    if kritisch > gesamt { Err(StichprobeFehler::InvalidCount) } else { Ok(()) }
}

/// How sure a precision plan shall be: a two-sided confidence, or its z directly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Genauigkeit {
    /// Two-sided confidence.
    Konfidenz(Dezimal),
    /// The standard normal quantile, as tables print it.
    Z(Dezimal),
}

/// Sample size for an estimate of ± `halbe_breite` (Cochran 1977, § 4.4), rounded up once at the end.
/// It promises precision, not an upper bound.
///
/// # Errors
/// `invalid_confidence` (also for z ≤ 0), `invalid_rate` (rate or half width not strictly between 0 and 1),
/// `empty_population`.
pub fn precision_sample_size(
    rate: &Dezimal,
    halbe_breite: &Dezimal,
    population: Option<u64>,
    genauigkeit: &Genauigkeit,
) -> Result<u64, StichprobeFehler> {
    let z = match genauigkeit {
        Genauigkeit::Konfidenz(konfidenz) => {
            eingabe::konfidenz(konfidenz)?;
            Dezimal::aus_f64(normal_quantil_oben(Alpha::aus_konfidenz(konfidenz).geteilt(2).wert))
                .map_err(|_| StichprobeFehler::InvalidConfidence)?
        }
        Genauigkeit::Z(z) => z.clone(),
    };
    if z.ist_negativ() || z.ist_null() {
        return Err(StichprobeFehler::InvalidConfidence);
    }
    eingabe::echter_anteil(rate)?;
    eingabe::echter_anteil(halbe_breite)?;
    // n0 = z² p (1-p) / e² as one fraction, so that a whole result is not rounded up by float noise.
    let oben =
        z.zaehler().pow(2) * rate.zaehler() * (rate.nenner() - rate.zaehler()) * halbe_breite.nenner().pow(2);
    let unten = z.nenner().pow(2) * rate.nenner().pow(2) * halbe_breite.zaehler().pow(2);
    let n = match population {
        None => oben.div_ceil(&unten),
        Some(anzahl) => {
            eingabe::grundgesamtheit(anzahl)?;
            let anzahl = BigInt::from(anzahl);
            (&oben * &anzahl).div_ceil(&(&anzahl * &unten + &oben - &unten))
        }
    };
    n.to_u64().ok_or(StichprobeFehler::Infeasible)
}

/// One row of the table users negotiate with.
#[derive(Clone, Debug, PartialEq)]
pub struct Planungszeile {
    /// c.
    pub erlaubte_fehler: u64,
    /// Cases to draw; N if only a full count can show the goal with this c.
    pub n: u64,
    /// P(X > c) if the true rate is the expected one: the sample fails although the goal is met.
    pub risiko: f64,
}

/// n for c = 0, 1, 2, 3 (hypergeometric), with the risk of unnecessary rejection at a true rate. The true
/// rate stands for ceil(rate · N) erroneous cases, as the tolerable one does, so the risk is not understated.
///
/// # Errors
/// As [`plan_attribute`]; `invalid_rate` if the true rate is not in 0 ≤ rate < 1.
pub fn planungstabelle(
    population: u64,
    konfidenz: &Dezimal,
    tolerable: &Dezimal,
    wahre_rate: &Dezimal,
) -> Result<Vec<Planungszeile>, StichprobeFehler> {
    if !wahre_rate.ist_null() {
        eingabe::konfidenz(konfidenz)?;
        eingabe::echter_anteil(wahre_rate)?;
    }
    let modell = Modell::Hypergeometric { population };
    let fehlerhaft = wahre_rate.mal_aufgerundet(population).ok_or(StichprobeFehler::InvalidRate)?;
    (0..4)
        .map(|c| {
            let n = plan_attribute(modell, konfidenz, tolerable, &Planungsziel::ErlaubteFehler(c))?.n;
            let risiko = Hypergeometrisch { gesamt: population, fehlerhaft, n }.schwaenze(c).1;
            Ok(Planungszeile { erlaubte_fehler: c, n, risiko })
        })
        .collect()
}
