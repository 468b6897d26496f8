//! One-sided bounds for the error rate of an unstratified sample.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::alpha::Alpha;
use super::binomial;
use super::bruch::Bruch;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::hypergeometrisch::Hypergeometrisch;
use super::prozent::Zehntelprozent;
use super::spezial::{beta_quantil_oben, beta_quantil_unten, gamma_quantil_oben, gamma_quantil_unten};

/// The distribution a plan or a bound rests on. The hypergeometric one is the default: populations are
/// small and drawn without replacement, and only it keeps the promised confidence without slack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Modell {
    /// With replacement, or from a very large population (Clopper and Pearson 1934).
    Binomial,
    /// The approximation for rare errors that the AICPA tables for amounts use.
    Poisson,
    /// Without replacement from this many cases.
    Hypergeometric {
        /// N.
        #[ts(type = "number")]
        population: u64,
    },
}

impl Modell {
    pub(super) fn population(self) -> Option<u64> {
        match self {
            Self::Hypergeometric { population } => Some(population),
            Self::Binomial | Self::Poisson => None,
        }
    }
}

/// A one-sided bound.
#[derive(Clone, Debug, PartialEq)]
pub struct Grenze {
    /// Erroneous cases in the population; only the hypergeometric model counts them.
    pub anzahl: Option<u64>,
    /// The rate as a fraction. The upper rate of Poisson may exceed 1.
    pub rate: f64,
    /// For display: rounded up (upper bound) or down (lower bound), never beyond 100 %.
    pub angezeigt: Zehntelprozent,
}

impl Grenze {
    fn gezaehlt(anzahl: u64, population: u64, angezeigt: Zehntelprozent) -> Self {
        Self { anzahl: Some(anzahl), rate: anzahl as f64 / population as f64, angezeigt }
    }
}

/// Upper bound at the given confidence.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `empty_sample`, `n_exceeds_population`, `k_exceeds_n`.
pub fn upper_bound(modell: Modell, n: u64, k: u64, konfidenz: &Dezimal) -> Result<Grenze, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    eingabe::stichprobe(modell.population(), n, k)?;
    let alpha = Alpha::aus_konfidenz(konfidenz);
    Ok(match modell {
        Modell::Hypergeometric { population } => {
            let anzahl = hoechstens(population, n, k, &alpha);
            Grenze::gezaehlt(anzahl, population, Zehntelprozent::aufgerundet(anzahl, population))
        }
        Modell::Binomial => {
            let rate = clopper_pearson_oben(n as f64, k as f64, &alpha);
            // On the grid of tenths a float may sit a hair above a true tie; whole numbers decide there.
            let angezeigt = Zehntelprozent::aufgerundet_f64(rate, |zehntel| {
                binomial::unten_gedeckt(n, &Bruch::from(&Zehntelprozent(zehntel).als_rate()), k, &alpha)
            });
            Grenze { anzahl: None, rate, angezeigt }
        }
        Modell::Poisson => {
            let rate = gamma_quantil_oben(alpha.wert, (k + 1) as f64) / n as f64;
            Grenze { anzahl: None, rate, angezeigt: Zehntelprozent::aufgerundet_f64(rate, |_| false) }
        }
    })
}

/// Lower bound at the given confidence.
///
/// # Errors
/// As [`upper_bound`].
pub fn lower_bound(modell: Modell, n: u64, k: u64, konfidenz: &Dezimal) -> Result<Grenze, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    eingabe::stichprobe(modell.population(), n, k)?;
    let alpha = Alpha::aus_konfidenz(konfidenz);
    let rate = match modell {
        Modell::Hypergeometric { population } => {
            let anzahl = mindestens(population, n, k, &alpha);
            return Ok(Grenze::gezaehlt(anzahl, population, Zehntelprozent::abgerundet(anzahl, population)));
        }
        Modell::Binomial => clopper_pearson_unten(n as f64, k as f64, &alpha),
        Modell::Poisson if k == 0 => 0.0,
        Modell::Poisson => gamma_quantil_unten(alpha.wert, k as f64) / n as f64,
    };
    Ok(Grenze { anzahl: None, rate, angezeigt: Zehntelprozent::abgerundet_f64(rate) })
}

/// K_U: the largest K with P(X ≤ k | K) > α. P falls in K, so bisection is exact. Inputs are checked.
pub(super) fn hoechstens(gesamt: u64, n: u64, k: u64, alpha: &Alpha) -> u64 {
    let moeglich = |fehlerhaft| !Hypergeometrisch { gesamt, fehlerhaft, n }.unten_gedeckt(k, alpha);
    letztes(k, gesamt - (n - k), moeglich)
}

/// K_L: the smallest K with P(X ≥ k | K) > α. Inputs are checked.
pub(super) fn mindestens(gesamt: u64, n: u64, k: u64, alpha: &Alpha) -> u64 {
    let (von, bis) = (k, gesamt - (n - k));
    let zu_klein = |fehlerhaft| Hypergeometrisch { gesamt, fehlerhaft, n }.oben_gedeckt(k, alpha);
    if zu_klein(von) { letztes(von, bis, zu_klein) + 1 } else { von }
}

/// The last value of `von..=bis` for which a property holds that holds at `von` and once lost stays lost.
pub(super) fn letztes(von: u64, bis: u64, gilt: impl Fn(u64) -> bool) -> u64 {
    let (mut von, mut bis) = (von, bis);
    while von < bis {
        let mitte = von + (bis - von).div_ceil(2);
        if gilt(mitte) {
            von = mitte;
        } else {
            bis = mitte - 1;
        }
    }
    von
}

/// Clopper-Pearson upper limit; n and k may be real (Korn-Graubard). k = 0 in closed form, because beta
/// quantiles lose the digits of a tiny α there.
pub(super) fn clopper_pearson_oben(n: f64, k: f64, alpha: &Alpha) -> f64 {
    if k >= n {
        1.0
    } else if k <= 0.0 {
        -(alpha.wert.ln() / n).exp_m1()
    } else {
        beta_quantil_oben(alpha.wert, k + 1.0, n - k)
    }
}

/// Clopper-Pearson lower limit; n and k may be real.
pub(super) fn clopper_pearson_unten(n: f64, k: f64, alpha: &Alpha) -> f64 {
    if k <= 0.0 {
        0.0
    } else if k >= n {
        (alpha.wert.ln() / n).exp()
    } else {
        beta_quantil_unten(alpha.wert, k, n - k + 1.0)
    }
}
