//! Percentages and counts as they are shown: point estimates half up, upper bounds up, lower bounds down.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

use super::dezimal::Dezimal;

/// Width of a float's noise on the grid of tenths of a percent.
const RAUSCHEN: f64 = 1e-9;

/// A percentage with one decimal place, as shown: 134 is "13,4 %".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[ts(type = "number")]
pub struct Zehntelprozent(pub u64);

impl Zehntelprozent {
    const ALLES: u64 = 1000;

    /// Point estimate: half up. `von` must not be 0.
    #[must_use]
    pub fn gerundet(anzahl: u64, von: u64) -> Self {
        Self::ganz((u128::from(anzahl) * 2000 + u128::from(von)) / (2 * u128::from(von)))
    }

    /// Upper bound: up. `von` must not be 0.
    #[must_use]
    pub fn aufgerundet(anzahl: u64, von: u64) -> Self {
        Self::ganz((u128::from(anzahl) * 1000).div_ceil(u128::from(von)))
    }

    /// Lower bound: down. `von` must not be 0.
    #[must_use]
    pub fn abgerundet(anzahl: u64, von: u64) -> Self {
        Self::ganz(u128::from(anzahl) * 1000 / u128::from(von))
    }

    /// Upper bound that is no quotient of counts: up, at most 100 %. Where the float lies on the grid within
    /// its noise, `erreicht` decides whether the bound is at most that many tenths.
    #[must_use]
    pub fn aufgerundet_f64(rate: f64, erreicht: impl FnOnce(u64) -> bool) -> Self {
        let zehntel = (rate * 1000.0).clamp(0.0, 1000.0);
        let raster = zehntel.round();
        let auf = if (zehntel - raster).abs() < RAUSCHEN {
            raster as u64 + u64::from(!erreicht(raster as u64))
        } else {
            zehntel.ceil() as u64
        };
        Self(auf.min(Self::ALLES))
    }

    /// Lower bound that is no quotient of counts: down.
    #[must_use]
    pub fn abgerundet_f64(rate: f64) -> Self {
        Self((rate.clamp(0.0, 1.0) * 1000.0 + RAUSCHEN).floor() as u64)
    }

    /// The percentage as a number, as `iksctl rechne` prints it: 134 becomes 13.4.
    #[must_use]
    pub fn als_prozent(self) -> f64 {
        self.0 as f64 / 10.0
    }

    pub(super) fn als_rate(self) -> Dezimal {
        Dezimal::from(self.0).durch_zehn_hoch(3)
    }

    fn ganz(zehntel: u128) -> Self {
        Self(u64::try_from(zehntel).unwrap_or(u64::MAX))
    }
}

impl fmt::Display for Zehntelprozent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}\u{a0}%", self.0 / 10, self.0 % 10)
    }
}

/// Point estimate as text: 8 of 100 is "8,0 %". `von` must not be 0.
#[must_use]
pub fn prozent(anzahl: u64, von: u64) -> String {
    Zehntelprozent::gerundet(anzahl, von).to_string()
}

/// A given rate as text, with as many places as it has: 0.95 is "95 %", 0.975 is "97,5 %".
#[must_use]
pub fn prozent_dezimal(rate: &Dezimal) -> String {
    format!("{}\u{a0}%", rate.mal(100).to_string().replace('.', ","))
}

/// A count with dots between thousands.
#[must_use]
pub fn zahl(anzahl: u64) -> String {
    let ziffern = anzahl.to_string();
    let mut text = String::with_capacity(ziffern.len() + ziffern.len() / 3);
    for (i, ziffer) in ziffern.chars().enumerate() {
        if i > 0 && (ziffern.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(ziffer);
    }
    text
}
