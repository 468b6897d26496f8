//! The trend: the same figures year by year.

use super::tafeln::berechtigt;
use super::{Reaktionsmaterial, Reaktionszahl, TRENDJAHRE, anzahl, dauer};
use crate::vollzaehlung::Anteil;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// A calendar year. Shares and days are those of the reactions that came in during it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsjahr {
    /// The year.
    pub jahr: i32,
    /// First receipt of all, if the house began in this year, later than in January: it is no whole year.
    #[ts(type = "string | null")]
    pub ab: Option<NaiveDate>,
    /// Last day counted, if the year is not counted to its end.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// Came in.
    pub zugang: u64,
    /// Closed.
    pub abgang: u64,
    /// Open at its end, or after the last day counted.
    pub bestand: u64,
    /// Answered in time of those due.
    pub in_zeit: Anteil,
    /// Half of the answers had come after so many days, pauses apart.
    pub median: Option<u32>,
    /// Nine of ten.
    pub neunzig: Option<u32>,
    /// Justified, in whole or in part, of those judged.
    pub berechtigt: Anteil,
    /// With a Rechtsbehelf in them.
    pub rechtsbehelfe: u64,
    /// Measures derived.
    pub massnahmen: u64,
}

impl Reaktionsjahr {
    /// `2026`, or `2026 (Teil)` if it is not counted from its beginning, or not to its end.
    #[must_use]
    pub fn name(&self) -> String {
        if self.ab.is_none() && self.bis.is_none() {
            self.jahr.to_string()
        } else {
            format!("{} (Teil)", self.jahr)
        }
    }
}

/// Ten years that end with the period; those before the first reaction are left out.
pub(super) fn jahre(m: &Reaktionsmaterial) -> Vec<Reaktionsjahr> {
    let letztes = m.bis.year();
    let beginn = m.reaktionen.iter().map(|r| r.eingang).min();
    let erstes = beginn.map_or(letztes, |tag| tag.year());
    (erstes.max(letztes - TRENDJAHRE + 1)..=letztes)
        .map(|jahr| {
            let im_jahr = |tag: NaiveDate| tag.year() == jahr && tag <= m.bis;
            let zahlen: Vec<&Reaktionszahl> = m.reaktionen.iter().filter(|r| im_jahr(r.eingang)).collect();
            let dauer = dauer(&zahlen, |r| r.pausentage);
            Reaktionsjahr {
                jahr,
                ab: beginn.filter(|tag| tag.year() == jahr && tag.month() > 1),
                bis: Some(m.bis).filter(|bis| bis.year() == jahr && (bis.month(), bis.day()) != (12, 31)),
                zugang: zahlen.len() as u64,
                abgang: anzahl(m.reaktionen.iter(), |r| r.abschluss_am.is_some_and(im_jahr)),
                bestand: anzahl(m.reaktionen.iter(), |r| {
                    let bis_dann = |tag: NaiveDate| tag.year() <= jahr && tag <= m.bis;
                    bis_dann(r.eingang) && !r.abschluss_am.is_some_and(bis_dann)
                }),
                in_zeit: Anteil::aus(zahlen.iter().map(|r| r.antwort(m.stand).in_zeit())),
                median: dauer.map(|d| d.median),
                neunzig: dauer.map(|d| d.neunzig),
                berechtigt: Anteil::aus(zahlen.iter().map(|r| berechtigt(r))),
                rechtsbehelfe: anzahl(zahlen.iter().copied(), |r| r.rechtsbehelf),
                massnahmen: zahlen.iter().map(|r| u64::from(r.massnahmen)).sum(),
            }
        })
        .collect()
}
