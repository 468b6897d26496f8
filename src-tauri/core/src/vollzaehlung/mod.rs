//! What the evaluations of whole registers have in common: shares, months, days. Pure; a full count, so nothing here
//! has an interval.

pub mod bericht;

use crate::stichprobe::{Zehntelprozent, zahl};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A share of a full count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Anteil {
    /// Those that count.
    pub zaehler: u64,
    /// Of so many.
    pub nenner: u64,
}

impl Anteil {
    /// In tenths of a percent, half up; nothing of nothing.
    #[must_use]
    pub fn prozent(self) -> Option<Zehntelprozent> {
        (self.nenner > 0).then(|| Zehntelprozent::gerundet(self.zaehler, self.nenner))
    }

    /// Both counts together.
    #[must_use]
    pub fn dazu(self, andere: Self) -> Self {
        Self { zaehler: self.zaehler + andere.zaehler, nenner: self.nenner + andere.nenner }
    }

    /// Of the cases for which there is an answer, those where it is yes.
    pub fn aus(antworten: impl IntoIterator<Item = Option<bool>>) -> Self {
        antworten
            .into_iter()
            .flatten()
            .fold(Self::default(), |a, ja| a.dazu(Self { zaehler: ja.into(), nenner: 1 }))
    }
}

/// Zugang, Abgang and Bestand of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Bestandsmonat {
    /// `2026-11`.
    pub monat: String,
    /// Came in.
    pub zugang: u64,
    /// Went out.
    pub abgang: u64,
    /// Open at its end.
    pub bestand: u64,
}

/// The words for one, or those for several with the number.
pub(crate) fn je(n: u64, eins: &str, viele: impl Fn(String) -> String) -> String {
    if n == 1 { eins.to_owned() } else { viele(zahl(n)) }
}

/// `2026-11`.
#[must_use]
pub fn monat(tag: NaiveDate) -> String {
    format!("{:04}-{:02}", tag.year(), tag.month())
}

/// Every month of the period, also those in which nothing happened; the maps are month -> cases.
#[must_use]
pub fn bestandsmonate(
    (von, bis): (NaiveDate, NaiveDate),
    vorher: u64,
    zugang: &BTreeMap<String, u64>,
    abgang: &BTreeMap<String, u64>,
) -> Vec<Bestandsmonat> {
    let mut bestand = vorher;
    let mut zeilen = Vec::new();
    let (mut jahr, mut m) = (von.year(), von.month());
    while (jahr, m) <= (bis.year(), bis.month()) {
        let monat = format!("{jahr:04}-{m:02}");
        let [zu, ab] = [zugang, abgang].map(|z| z.get(&monat).copied().unwrap_or(0));
        // Nothing goes out that has not come in; a damaged register must not stop the report.
        bestand = (bestand + zu).saturating_sub(ab);
        zeilen.push(Bestandsmonat { monat, zugang: zu, abgang: ab, bestand });
        (jahr, m) = if m == 12 { (jahr + 1, 1) } else { (jahr, m + 1) };
    }
    zeilen
}

/// How many days cases took, by nearest rank: of n values in order, the one at place p·n rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Tagedauer {
    /// Cases.
    pub anzahl: u64,
    /// p = 0.5.
    pub median: u32,
    /// p = 0.9.
    pub neunzig: u32,
    /// The longest.
    pub laengste: u32,
}

impl Tagedauer {
    /// From days and how many cases took them, in any order; nothing without a case.
    #[must_use]
    pub fn aus(mut zahlen: Vec<(u32, u64)>) -> Option<Self> {
        zahlen.sort_unstable();
        let anzahl: u64 = zahlen.iter().map(|(_, n)| n).sum();
        let rang = |zehntel: u64| {
            let platz = (anzahl * zehntel).div_ceil(10);
            let mut gezaehlt = 0;
            zahlen.iter().find(|(_, n)| {
                gezaehlt += n;
                gezaehlt >= platz
            })
        };
        Some(Self { anzahl, median: rang(5)?.0, neunzig: rang(9)?.0, laengste: zahlen.last()?.0 })
    }
}
