//! The place whose holidays count, and its working days.

use super::{FristFehler, feiertag, tag};
use crate::organisation::{Hausdaten, Land, OrtsFeiertage};
use chrono::{Datelike, NaiveDate, Weekday};

/// The place where a period must be kept: the seat of the Jobcenter or of the court, not where the other
/// side lives (§ 64 Abs. 3 SGG).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ort {
    /// Land whose law of holidays applies.
    pub land: Land,
    /// Holidays of the municipality. They only ever add days, and only where the Land's law knows them.
    pub oertlich: OrtsFeiertage,
}

impl From<Land> for Ort {
    fn from(land: Land) -> Self {
        Self { land, oertlich: OrtsFeiertage::default() }
    }
}

impl From<&Hausdaten> for Ort {
    fn from(haus: &Hausdaten) -> Self {
        Self { land: haus.land, oertlich: haus.feiertage.clone() }
    }
}

impl Ort {
    /// Whether a period can end on that day: Monday to Friday and no statutory holiday. 24.12. and 31.12.
    /// are working days.
    #[must_use]
    pub fn ist_arbeitstag(&self, tag: NaiveDate) -> bool {
        !ist_wochenende(tag) && feiertag(self, tag).is_none()
    }

    /// The day itself or the next working day after it. Errors: `DateTooLate`.
    pub fn naechster_arbeitstag(&self, tag: NaiveDate) -> Result<NaiveDate, FristFehler> {
        let mut tag = tag;
        while !self.ist_arbeitstag(tag) {
            tag = tag::tage_danach(tag, 1)?;
        }
        Ok(tag)
    }

    /// The day itself or the last working day before it. Errors: `DateBeforeLaw`.
    pub fn letzter_arbeitstag(&self, tag: NaiveDate) -> Result<NaiveDate, FristFehler> {
        let mut tag = tag;
        while !self.ist_arbeitstag(tag) {
            tag = tag.pred_opt().ok_or(FristFehler::DateBeforeLaw)?;
        }
        Ok(tag)
    }
}

pub(super) fn ist_wochenende(tag: NaiveDate) -> bool {
    matches!(tag.weekday(), Weekday::Sat | Weekday::Sun)
}
