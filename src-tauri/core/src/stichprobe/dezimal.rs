//! Exact decimals for rates and confidences.
//!
//! `0.07 * 100` is 7.000000000000001 in binary floats, so rounding up gives 8 and a printed table gets a
//! wrong cell. Rates are therefore whole numbers over a power of ten from the moment they are read.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use ts_rs::TS;

/// Longest text and largest power of ten that is read; covers every finite f64.
const GRENZE: usize = 400;

/// A decimal: a whole number over 10^`stellen`, always in lowest form, so equal values are equal structures.
///
/// In JSON it is a number; it is read through the shortest text of the f64, so `0.07` is exactly 7/100.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TS)]
#[ts(type = "number")]
pub struct Dezimal {
    zaehler: BigInt,
    stellen: u32,
}

/// The text or float is no finite decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Das ist keine gültige Dezimalzahl.")]
pub struct KeineDezimalzahl;

impl Dezimal {
    pub(super) fn neu(mut zaehler: BigInt, mut stellen: u32) -> Self {
        let zehn = BigInt::from(10);
        while stellen > 0 {
            let (q, r) = zaehler.div_rem(&zehn);
            if !r.is_zero() {
                break;
            }
            zaehler = q;
            stellen -= 1;
        }
        Self { zaehler, stellen }
    }

    /// Reads a float as the shortest decimal that denotes it.
    ///
    /// # Errors
    /// NaN and the infinities are no decimals; the caller names the parameter.
    pub fn aus_f64(wert: f64) -> Result<Self, KeineDezimalzahl> {
        if wert.is_finite() { format!("{wert:e}").parse() } else { Err(KeineDezimalzahl) }
    }

    /// Divided by 10^`stellen`: with 2, a percentage becomes a rate.
    #[must_use]
    pub fn durch_zehn_hoch(&self, stellen: u32) -> Self {
        Self::neu(self.zaehler.clone(), self.stellen + stellen)
    }

    /// The nearest float, for formulas that are not exact anyway.
    #[must_use]
    pub fn als_f64(&self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// Below 0?
    #[must_use]
    pub fn ist_negativ(&self) -> bool {
        self.zaehler.is_negative()
    }

    /// Exactly 0?
    #[must_use]
    pub fn ist_null(&self) -> bool {
        self.zaehler.is_zero()
    }

    /// Strictly between 0 and 1, as a confidence or a tolerable rate must be.
    #[must_use]
    pub fn ist_echter_anteil(&self) -> bool {
        self.zaehler.is_positive() && self.zaehler < self.nenner()
    }

    /// Smallest whole number not below `self * anzahl`; `None` if negative or beyond u64.
    #[must_use]
    pub fn mal_aufgerundet(&self, anzahl: u64) -> Option<u64> {
        (&self.zaehler * BigInt::from(anzahl)).div_ceil(&self.nenner()).to_u64()
    }

    /// `self * anzahl`, exactly.
    #[must_use]
    pub fn mal(&self, anzahl: u64) -> Self {
        Self::neu(&self.zaehler * BigInt::from(anzahl), self.stellen)
    }

    /// 1 - `self`.
    #[must_use]
    pub fn gegenteil(&self) -> Self {
        Self::neu(self.nenner() - &self.zaehler, self.stellen)
    }

    /// Compares the fraction `zaehler / nenner` with this decimal, exactly. `nenner` must not be 0.
    #[must_use]
    pub fn verglichen_mit_bruch(&self, zaehler: u64, nenner: u64) -> Ordering {
        (BigInt::from(zaehler) * self.nenner()).cmp(&(&self.zaehler * BigInt::from(nenner)))
    }

    /// The value as a count; `None` if negative, fractional or beyond u64.
    #[must_use]
    pub fn als_anzahl(&self) -> Option<u64> {
        if self.stellen == 0 { self.zaehler.to_u64() } else { None }
    }

    /// Decimal places in use.
    pub(super) fn stellen(&self) -> u32 {
        self.stellen
    }

    /// The value in units of 10^-`stellen`, of which it must not have more.
    pub(super) fn in_einheiten(&self, stellen: u32) -> BigInt {
        &self.zaehler * BigInt::from(10).pow(stellen.saturating_sub(self.stellen))
    }

    /// The numerator over [`Self::nenner`].
    pub(super) fn zaehler(&self) -> &BigInt {
        &self.zaehler
    }

    /// The power of ten below the numerator.
    pub(super) fn nenner(&self) -> BigInt {
        BigInt::from(10).pow(self.stellen)
    }
}

impl From<u64> for Dezimal {
    fn from(wert: u64) -> Self {
        Self { zaehler: wert.into(), stellen: 0 }
    }
}

impl Dezimal {
    /// Both numerators over the same power of ten.
    fn gleichnamig(&self, anderes: &Self) -> (BigInt, BigInt, u32) {
        let stellen = self.stellen.max(anderes.stellen);
        let auf = |d: &Self| {
            if d.stellen == stellen {
                d.zaehler.clone()
            } else {
                &d.zaehler * BigInt::from(10).pow(stellen - d.stellen)
            }
        };
        (auf(self), auf(anderes), stellen)
    }
}

impl Add for &Dezimal {
    type Output = Dezimal;
    fn add(self, anderes: Self) -> Dezimal {
        let (a, b, stellen) = self.gleichnamig(anderes);
        Dezimal::neu(a + b, stellen)
    }
}

impl Sub for &Dezimal {
    type Output = Dezimal;
    fn sub(self, anderes: Self) -> Dezimal {
        let (a, b, stellen) = self.gleichnamig(anderes);
        Dezimal::neu(a - b, stellen)
    }
}

impl Mul for &Dezimal {
    type Output = Dezimal;
    fn mul(self, anderes: Self) -> Dezimal {
        Dezimal::neu(&self.zaehler * &anderes.zaehler, self.stellen + anderes.stellen)
    }
}

impl FromStr for Dezimal {
    type Err = KeineDezimalzahl;

    /// Reads `0.95`, `95`, `-1`, `5e-2`. A decimal comma is the window's business, not accepted here.
    fn from_str(text: &str) -> Result<Self, KeineDezimalzahl> {
        if text.len() > GRENZE {
            return Err(KeineDezimalzahl);
        }
        let (mantisse, exponent) = match text.split_once(['e', 'E']) {
            Some((m, e)) => (m, e.parse::<i32>().map_err(|_| KeineDezimalzahl)?),
            None => (text, 0),
        };
        let (ganz, bruch) = mantisse.split_once('.').unwrap_or((mantisse, ""));
        let (minus, ganz) = match ganz.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, ganz),
        };
        let ziffern = format!("{ganz}{bruch}");
        if ziffern.is_empty()
            || !ziffern.bytes().all(|b| b.is_ascii_digit())
            || exponent.unsigned_abs() as usize > GRENZE
        {
            return Err(KeineDezimalzahl);
        }
        let betrag: BigInt = ziffern.parse().map_err(|_| KeineDezimalzahl)?;
        let zaehler = if minus { -betrag } else { betrag };
        let stellen = i32::try_from(bruch.len()).map_err(|_| KeineDezimalzahl)? - exponent;
        Ok(match u32::try_from(stellen) {
            Ok(s) => Self::neu(zaehler, s),
            Err(_) => Self::neu(zaehler * BigInt::from(10).pow(stellen.unsigned_abs()), 0),
        })
    }
}

impl fmt::Display for Dezimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.ist_negativ() { "-" } else { "" };
        let breite = self.stellen as usize + 1;
        let ziffern = format!("{:0>breite$}", self.zaehler.abs().to_string());
        let (ganz, bruch) = ziffern.split_at(ziffern.len() - self.stellen as usize);
        if bruch.is_empty() { write!(f, "{minus}{ganz}") } else { write!(f, "{minus}{ganz}.{bruch}") }
    }
}

impl Ord for Dezimal {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.zaehler * other.nenner()).cmp(&(&other.zaehler * self.nenner()))
    }
}

impl PartialOrd for Dezimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Dezimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.stellen, self.zaehler.to_i64()) {
            (0, Some(ganz)) => serializer.serialize_i64(ganz),
            _ => serializer.serialize_f64(self.als_f64()),
        }
    }
}

impl<'de> Deserialize<'de> for Dezimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Zahl;
        impl de::Visitor<'_> for Zahl {
            type Value = Dezimal;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("eine Zahl")
            }
            fn visit_f64<E: de::Error>(self, wert: f64) -> Result<Dezimal, E> {
                Dezimal::aus_f64(wert).map_err(E::custom)
            }
            fn visit_u64<E: de::Error>(self, wert: u64) -> Result<Dezimal, E> {
                Ok(wert.into())
            }
            fn visit_i64<E: de::Error>(self, wert: i64) -> Result<Dezimal, E> {
                Ok(Dezimal { zaehler: wert.into(), stellen: 0 })
            }
        }
        deserializer.deserialize_any(Zahl)
    }
}
