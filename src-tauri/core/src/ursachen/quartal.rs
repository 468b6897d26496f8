//! Quarters of the calendar year.

use crate::umgebung::tagesbeginn_utc;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A quarter, on the wire `2026-Q3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quartal {
    jahr: i32,
    /// 1 to 4.
    nummer: u32,
}

impl Quartal {
    /// The quarter of a day.
    #[must_use]
    pub fn von(tag: NaiveDate) -> Self {
        Self { jahr: tag.year(), nummer: tag.month0() / 3 + 1 }
    }

    /// Reads `2026-Q3`; years from 2000 to 2999.
    #[must_use]
    pub fn aus(text: &str) -> Option<Self> {
        let (jahr, nummer) = text.split_once("-Q")?;
        let ziffern = |t: &str, laenge| t.len() == laenge && t.bytes().all(|b| b.is_ascii_digit());
        if !ziffern(jahr, 4) || !ziffern(nummer, 1) {
            return None;
        }
        let q = Self { jahr: jahr.parse().ok()?, nummer: nummer.parse().ok()? };
        ((2000..3000).contains(&q.jahr) && (1..=4).contains(&q.nummer)).then_some(q)
    }

    /// `2026-Q3`.
    #[must_use]
    pub fn name(self) -> String {
        format!("{:04}-Q{}", self.jahr, self.nummer)
    }

    /// `3. Quartal 2026`.
    #[must_use]
    pub fn titel(self) -> String {
        format!("{}. Quartal {}", self.nummer, self.jahr)
    }

    /// The next one.
    #[must_use]
    pub fn naechstes(self) -> Self {
        if self.nummer == 4 {
            Self { jahr: self.jahr + 1, nummer: 1 }
        } else {
            Self { nummer: self.nummer + 1, ..self }
        }
    }

    /// Its first day.
    #[must_use]
    pub fn erster_tag(self) -> NaiveDate {
        // A quarter always has one: the month is 1, 4, 7 or 10.
        NaiveDate::from_ymd_opt(self.jahr, self.nummer * 3 - 2, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn letzter_tag(self) -> NaiveDate {
        self.naechstes().erster_tag().pred_opt().unwrap_or_default()
    }

    /// Its first moment by the clock in Germany, as storage writes moments.
    #[must_use]
    pub fn beginn_utc(self) -> String {
        tagesbeginn_utc(self.erster_tag())
    }

    /// All from one to another, both included; none if they are the wrong way round.
    #[must_use]
    pub fn folge(von: Self, bis: Self) -> Vec<Self> {
        std::iter::successors(Some(von), |q| Some(q.naechstes())).take_while(|q| *q <= bis).collect()
    }
}

impl Serialize for Quartal {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for Quartal {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::aus(&text).ok_or_else(|| serde::de::Error::custom("no quarter"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grenzen_und_folge() {
        let q = |t: &str| Quartal::aus(t).unwrap();
        let tag = |t: &str| t.parse::<NaiveDate>().unwrap();
        assert_eq!(Quartal::von(tag("2026-03-31")), q("2026-Q1"));
        assert_eq!(Quartal::von(tag("2026-04-01")), q("2026-Q2"));
        assert_eq!(
            (q("2024-Q1").letzter_tag(), q("2026-Q4").letzter_tag()),
            (tag("2024-03-31"), tag("2026-12-31"))
        );
        assert_eq!(Quartal::folge(q("2025-Q4"), q("2026-Q2")), [q("2025-Q4"), q("2026-Q1"), q("2026-Q2")]);
        assert!(Quartal::folge(q("2026-Q2"), q("2026-Q1")).is_empty());
        for falsch in ["2026-Q5", "2026-Q0", "2026-3", "26-Q1", "2026-Q10", "+026-Q1", ""] {
            assert_eq!(Quartal::aus(falsch), None, "{falsch}");
        }
        // Summer time: midnight in Germany is 22 o'clock of the day before in UTC; in winter 23.
        assert_eq!(q("2026-Q3").beginn_utc(), "2026-06-30T22:00:00.000Z");
        assert_eq!(q("2027-Q1").beginn_utc(), "2026-12-31T23:00:00.000Z");
    }
}
