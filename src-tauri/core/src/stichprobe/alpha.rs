//! The error probability α as an exact fraction, and the one place where a probability is compared with it.

use num_bigint::BigUint;

use super::dezimal::Dezimal;

/// Floats are trusted outside this relative distance from α; inside, whole numbers decide.
const NAHE: f64 = 1e-10;
/// Slack where whole numbers would be too long: an exact tie counts as sufficient.
const SPIEL: f64 = 1e-12;

/// α = 1 - γ, possibly divided among several statements (two sides, or strata by Bonferroni).
/// A fraction and not a decimal, because α/3 has no finite decimal.
#[derive(Clone, Debug)]
pub(super) struct Alpha {
    pub(super) zaehler: BigUint,
    pub(super) nenner: BigUint,
    /// The nearest float.
    pub(super) wert: f64,
}

impl Alpha {
    /// From a confidence that has been checked to lie strictly between 0 and 1.
    pub(super) fn aus_konfidenz(konfidenz: &Dezimal) -> Self {
        let nenner = konfidenz.nenner();
        let (_, zaehler) = (&nenner - konfidenz.zaehler()).into_parts();
        let (_, nenner) = nenner.into_parts();
        Self { wert: anteil(&zaehler, &nenner), zaehler, nenner }
    }

    /// α divided among `teile` statements.
    pub(super) fn geteilt(&self, teile: u64) -> Self {
        Self { zaehler: self.zaehler.clone(), nenner: &self.nenner * teile, wert: self.wert / teile as f64 }
    }

    /// Is the probability `p` at most α? `exakt` is asked only near a tie and may decline (`None`) when
    /// its whole numbers would be too long.
    pub(super) fn deckt(&self, p: f64, exakt: impl FnOnce(&Self) -> Option<bool>) -> bool {
        if (p - self.wert).abs() > self.wert * NAHE {
            return p < self.wert;
        }
        exakt(self).unwrap_or(p <= self.wert * (1.0 + SPIEL))
    }

    /// Is the fraction `zaehler / nenner` at most α, exactly?
    pub(super) fn deckt_bruch(&self, zaehler: &BigUint, nenner: &BigUint) -> bool {
        zaehler * &self.nenner <= &self.zaehler * nenner
    }
}

/// Nearest float of a fraction below 1 whose denominator is a power of ten: through the shortest text, so
/// that 5/100 is the float 0.05.
fn anteil(zaehler: &BigUint, zehnerpotenz: &BigUint) -> f64 {
    let stellen = zehnerpotenz.to_string().len() - 1;
    format!("{zaehler}e-{stellen}").parse().unwrap_or(f64::NAN)
}
