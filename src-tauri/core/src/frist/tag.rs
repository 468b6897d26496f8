//! Single days: how they are read, how far they may move, and how they are written in a sentence.

use super::FristFehler;
use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate};
use std::fmt;

/// The first day the tables of this module know.
pub const ERSTER_TAG: NaiveDate = match NaiveDate::from_ymd_opt(1990, 1, 1) {
    Some(tag) => tag,
    None => NaiveDate::MIN,
};

/// The last year that has four digits; everything written or printed assumes them.
pub(super) const LETZTES_JAHR: i32 = 9999;

/// Reads `YYYY-MM-DD` and nothing else. Errors: `InvalidDate`, and those of the range.
pub fn tag_lesen(text: &str) -> Result<NaiveDate, FristFehler> {
    let ziffern = |bereich: std::ops::Range<usize>| {
        let teil = text.get(bereich)?;
        teil.bytes().all(|b| b.is_ascii_digit()).then(|| teil.parse::<u32>().ok()).flatten()
    };
    let striche = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let tag = match (striche, ziffern(0..4), ziffern(5..7), ziffern(8..10)) {
        (true, Some(jahr), Some(monat), Some(tag)) => {
            i32::try_from(jahr).ok().and_then(|jahr| NaiveDate::from_ymd_opt(jahr, monat, tag))
        }
        _ => None,
    };
    im_bereich(tag.ok_or(FristFehler::InvalidDate)?)
}

/// Reads a point in time of RFC 3339 with its offset. Errors: `InvalidTime`.
pub fn zeitpunkt_lesen(text: &str) -> Result<DateTime<FixedOffset>, FristFehler> {
    DateTime::parse_from_rfc3339(text).map_err(|_| FristFehler::InvalidTime)
}

/// The day itself, if the tables reach it. Errors: `DateBeforeLaw`, `DateTooLate`.
pub(super) fn im_bereich(tag: NaiveDate) -> Result<NaiveDate, FristFehler> {
    if tag < ERSTER_TAG {
        return Err(FristFehler::DateBeforeLaw);
    }
    nicht_zu_spaet(Some(tag))
}

/// So many calendar days later. Errors: `DateTooLate`.
pub(crate) fn tage_danach(tag: NaiveDate, tage: u64) -> Result<NaiveDate, FristFehler> {
    nicht_zu_spaet(tag.checked_add_days(Days::new(tage)))
}

/// So many months later: the day with the same number, or the last of the month where that number is
/// missing (§ 64 Abs. 2 SGG). Errors: `DateTooLate`.
pub(super) fn monate_danach(tag: NaiveDate, monate: u32) -> Result<NaiveDate, FristFehler> {
    nicht_zu_spaet(tag.checked_add_months(Months::new(monate)))
}

fn nicht_zu_spaet(tag: Option<NaiveDate>) -> Result<NaiveDate, FristFehler> {
    tag.filter(|tag| tag.year() <= LETZTES_JAHR).ok_or(FristFehler::DateTooLate)
}

/// A day as a caseworker reads it: "Freitag, 31.01.2025".
pub struct Lang(pub NaiveDate);

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const WOCHENTAGE: [&str; 7] =
            ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
        let wochentag = WOCHENTAGE[self.0.weekday().num_days_from_monday() as usize % 7];
        write!(f, "{wochentag}, {}", Kurz(self.0))
    }
}

/// A day without its weekday: "31.01.2025".
pub struct Kurz(pub NaiveDate);

impl fmt::Display for Kurz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}.{:02}.{:04}", self.0.day(), self.0.month(), self.0.year())
    }
}

/// A month in a sentence: "Februar 2025".
pub struct Monat(pub NaiveDate);

impl fmt::Display for Monat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MONATE: [&str; 12] = [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ];
        write!(f, "{} {:04}", MONATE[self.0.month0() as usize % 12], self.0.year())
    }
}
