//! Statutory holidays: how a row of the table becomes a day.

use super::feiertage_daten::TABELLE;
use super::{FristFehler, Ort, tag};
use crate::organisation::Land;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;
use ts_rs::TS;

/// A statutory holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Feiertag {
    /// Day.
    #[ts(type = "string")]
    pub datum: NaiveDate,
    /// Usual German name.
    pub name: &'static str,
}

/// Name of a day that the house entered itself.
const WEITERER: &str = "Weiterer Feiertag";

/// One row of the law: a day that is a holiday in some Länder from one year to another.
pub(super) struct Regel {
    pub(super) name: &'static str,
    pub(super) am: Am,
    pub(super) laender: Laender,
    /// First and last year, both included.
    pub(super) jahre: (i32, i32),
    pub(super) wenn: Bedingung,
}

/// On which day of the year.
#[derive(Clone, Copy)]
pub(super) enum Am {
    /// Day and month.
    Fest(u32, u32),
    /// Days after Easter Sunday.
    Ostern(i64),
    /// Wednesday before 23 November.
    BussUndBettag,
}

/// In which municipalities.
#[derive(Clone, Copy)]
pub(super) enum Bedingung {
    /// All of the Land.
    Ueberall,
    /// Where the house says so.
    Fronleichnam,
    /// Where the house says so.
    MariaeHimmelfahrt,
    /// Where the house says so.
    Friedensfest,
}

/// A set of Länder, one bit each.
#[derive(Clone, Copy)]
pub(super) struct Laender(u16);

impl Laender {
    pub(super) const ALLE: Self = Self(u16::MAX);

    pub(super) const fn in_(laender: &[Land]) -> Self {
        let mut menge = 0;
        let mut i = 0;
        while i < laender.len() {
            menge |= 1 << laender[i] as u16;
            i += 1;
        }
        Self(menge)
    }

    pub(super) const fn ausser(laender: &[Land]) -> Self {
        Self(!Self::in_(laender).0)
    }

    const fn hat(self, land: Land) -> bool {
        self.0 >> land as u16 & 1 == 1
    }
}

impl Regel {
    fn gilt(&self, ort: &Ort, jahr: i32) -> bool {
        self.laender.hat(ort.land)
            && self.jahre.0 <= jahr
            && jahr <= self.jahre.1
            && match self.wenn {
                Bedingung::Ueberall => true,
                Bedingung::Fronleichnam => ort.oertlich.fronleichnam,
                Bedingung::MariaeHimmelfahrt => ort.oertlich.mariae_himmelfahrt,
                Bedingung::Friedensfest => ort.oertlich.friedensfest,
            }
    }

    fn tag(&self, jahr: i32, ostern: NaiveDate) -> Option<NaiveDate> {
        match self.am {
            Am::Fest(tag, monat) => NaiveDate::from_ymd_opt(jahr, monat, tag),
            Am::Ostern(tage) => ostern.checked_add_signed(chrono::TimeDelta::days(tage)),
            Am::BussUndBettag => (16..=22)
                .filter_map(|tag| NaiveDate::from_ymd_opt(jahr, 11, tag))
                .find(|tag| tag.weekday() == Weekday::Wed),
        }
    }
}

/// Every statutory holiday of that year at that place, in date order. In 2008 two fell on 1 May: then the
/// day is there twice, once by each name. Errors: `DateBeforeLaw` and `DateTooLate` by the year.
pub fn feiertage(ort: &Ort, jahr: i32) -> Result<Vec<Feiertag>, FristFehler> {
    let neujahr = NaiveDate::from_ymd_opt(jahr, 1, 1).ok_or(FristFehler::DateTooLate)?;
    tag::im_bereich(neujahr)?;
    let ostern = ostersonntag(jahr).ok_or(FristFehler::InvalidDate)?;
    let mut tage: Vec<Feiertag> = TABELLE
        .iter()
        .filter(|regel| regel.gilt(ort, jahr))
        .filter_map(|regel| Some(Feiertag { datum: regel.tag(jahr, ostern)?, name: regel.name }))
        .collect();
    let mut weitere: Vec<NaiveDate> =
        ort.oertlich.weitere.iter().copied().filter(|tag| tag.year() == jahr).collect();
    weitere.sort_unstable();
    weitere.dedup();
    weitere.retain(|tag| tage.iter().all(|f| f.datum != *tag));
    tage.extend(weitere.into_iter().map(|datum| Feiertag { datum, name: WEITERER }));
    tage.sort_by_key(|f| f.datum);
    Ok(tage)
}

/// Name of the holiday on that day, if it is one. Looks at each row once and computes Easter once, without
/// building the year: a million periods ask this a few million times.
#[must_use]
pub fn feiertag(ort: &Ort, tag: NaiveDate) -> Option<&'static str> {
    let (jahr, monat, im_monat) = (tag.year(), tag.month(), tag.day());
    let nach_ostern = ostersonntag(jahr).map(|ostern| (tag - ostern).num_days());
    let faellt_auf = |am: Am| match am {
        Am::Fest(t, m) => (t, m) == (im_monat, monat),
        Am::Ostern(tage) => nach_ostern == Some(tage),
        Am::BussUndBettag => monat == 11 && (16..=22).contains(&im_monat) && tag.weekday() == Weekday::Wed,
    };
    TABELLE
        .iter()
        .find(|regel| faellt_auf(regel.am) && regel.gilt(ort, jahr))
        .map(|regel| regel.name)
        .or_else(|| ort.oertlich.weitere.contains(&tag).then_some(WEITERER))
}

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm published in Nature 14 (1876) 487, as
/// given by J. Meeus, Astronomical Algorithms (2nd ed. 1998), chapter 8. `None` only beyond chrono's years.
fn ostersonntag(jahr: i32) -> Option<NaiveDate> {
    let a = jahr.rem_euclid(19);
    let (b, c) = (jahr.div_euclid(100), jahr.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let p = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(jahr, u32::try_from(p / 31).ok()?, u32::try_from(p % 31 + 1).ok()?)
}
