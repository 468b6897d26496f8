//! Fractions of whole numbers, for values that are no finite decimal: a share of a book value, a variance.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::dezimal::Dezimal;

/// Bits kept before rounding to a float: its 53, and enough more for one rounding only.
const BITS: i64 = 66;

/// A fraction in lowest form with a denominator above 0. It is rounded once, when it leaves as a float.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bruch {
    zaehler: BigInt,
    nenner: BigInt,
}

impl Bruch {
    /// The quotient of two decimals; `None` if the divisor is 0.
    pub(super) fn quotient(zaehler: &Dezimal, nenner: &Dezimal) -> Option<Self> {
        if nenner.ist_null() {
            return None;
        }
        let (mut oben, mut unten) =
            (zaehler.zaehler() * nenner.nenner(), nenner.zaehler() * zaehler.nenner());
        if unten.is_negative() {
            (oben, unten) = (-oben, -unten);
        }
        let teiler = oben.gcd(&unten);
        Some(if teiler.is_one() {
            Self { zaehler: oben, nenner: unten }
        } else {
            Self { zaehler: oben / &teiler, nenner: unten / teiler }
        })
    }

    pub(super) fn ist_null(&self) -> bool {
        self.zaehler.is_zero()
    }

    pub(super) fn ist_negativ(&self) -> bool {
        self.zaehler.is_negative()
    }

    /// 1 - `self`.
    pub(super) fn gegenteil(&self) -> Self {
        Self { zaehler: &self.nenner - &self.zaehler, nenner: self.nenner.clone() }
    }

    /// Smallest whole number not below `self * anzahl`; `None` if negative or beyond u64.
    pub(super) fn mal_aufgerundet(&self, anzahl: u64) -> Option<u64> {
        (&self.zaehler * BigInt::from(anzahl)).div_ceil(&self.nenner).to_u64()
    }

    /// Numerator and denominator of a fraction that is not negative.
    pub(super) fn betrag(&self) -> (&BigUint, &BigUint) {
        (self.zaehler.magnitude(), self.nenner.magnitude())
    }

    /// The nearest float; infinite beyond the range of floats.
    pub(super) fn als_f64(&self) -> f64 {
        let (mantisse, exponent) = self.zerlegt();
        let wert = mal_zweierpotenz(mantisse, exponent);
        if self.zaehler.sign() == Sign::Minus { -wert } else { wert }
    }

    /// The square root of a fraction that is not negative, also where the square has no float.
    pub(super) fn wurzel(&self) -> f64 {
        let (mantisse, exponent) = self.zerlegt();
        mal_zweierpotenz(mantisse.sqrt(), exponent / 2)
    }

    /// The absolute value as m · 2^e with an even e, so that a root can be taken of both.
    fn zerlegt(&self) -> (f64, i64) {
        let (oben, unten) = self.betrag();
        let schub = BITS - (oben.bits() as i64 - unten.bits() as i64);
        let schub = schub + (schub & 1);
        let (quotient, rest) =
            if schub >= 0 { (oben << schub).div_rem(unten) } else { oben.div_rem(&(unten << -schub)) };
        // A set last bit stands for the digits cut off, so that the float is rounded to the right side.
        let quotient = if rest.is_zero() { quotient } else { quotient | BigUint::one() };
        (quotient.to_f64().unwrap_or(f64::INFINITY), -schub)
    }
}

impl From<&Dezimal> for Bruch {
    fn from(wert: &Dezimal) -> Self {
        let nenner = wert.nenner();
        let teiler = wert.zaehler().gcd(&nenner);
        Self { zaehler: wert.zaehler() / &teiler, nenner: nenner / teiler }
    }
}

/// x · 2^e in steps, because 2^e alone may have no float.
fn mal_zweierpotenz(x: f64, e: i64) -> f64 {
    let (mut wert, mut rest) = (x, e.clamp(-5000, 5000) as i32);
    while rest != 0 {
        let schritt = rest.clamp(-1000, 1000);
        wert *= 2.0_f64.powi(schritt);
        rest -= schritt;
    }
    wert
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bruch(oben: &str, unten: &str) -> Bruch {
        Bruch::quotient(&oben.parse().unwrap(), &unten.parse().unwrap()).unwrap()
    }

    #[test]
    fn rundet_wie_die_division_der_floats() {
        for (a, b) in [(1_u64, 3_u64), (2, 3), (10, 7), (1, 10), (123_456_789, 1000), (5, 5), (0, 7)] {
            let wert = bruch(&a.to_string(), &b.to_string());
            assert_eq!(wert.als_f64(), a as f64 / b as f64, "{a}/{b}");
            assert_eq!(wert.wurzel(), (a as f64 / b as f64).sqrt(), "{a}/{b}");
        }
        assert_eq!(bruch("-0.1", "-0.3").als_f64(), 1.0 / 3.0);
        assert_eq!(bruch("-1", "8").als_f64(), -0.125);
        assert!(Bruch::quotient(&Dezimal::from(1), &Dezimal::from(0)).is_none());
    }

    /// The square of 10^200 has no float, its root has one.
    #[test]
    fn wurzel_ueber_den_bereich_der_floats() {
        assert_eq!(bruch("1e400", "1").wurzel(), 1e200);
        assert_eq!(bruch("1", "1e400").wurzel(), 1e-200);
        assert_eq!(bruch("1e400", "1").als_f64(), f64::INFINITY);
        assert_eq!(bruch("5e-324", "1").als_f64(), 5e-324);
    }

    #[test]
    fn gekuerzt_und_aufgerundet() {
        assert_eq!(bruch("45000", "900000"), Bruch::from(&"0.05".parse::<Dezimal>().unwrap()));
        assert_eq!(bruch("7", "100").mal_aufgerundet(100), Some(7));
        assert_eq!(bruch("1", "3").mal_aufgerundet(4), Some(2));
        assert_eq!(bruch("1", "3").gegenteil(), bruch("2", "3"));
    }
}
