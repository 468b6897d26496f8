//! The calendar of deadlines and Wiedervorlagen, and what waits for a second person.

use super::sicht;
use crate::api::Leer;
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::{Ort, feiertage};
use crate::storage::Kalendereintrag;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days in one request at most.
const HOECHSTENS_TAGE: i64 = 400;
/// Controls shown at most.
const HOECHSTENS_KONTROLLEN: u32 = 500;

/// A range of days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KalenderFrage {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Leave out what is done.
    pub nur_offene: bool,
}

/// The calendar of a range of days.
#[derive(Debug, Serialize, TS)]
pub struct Kalenderantwort {
    /// Deadlines and Wiedervorlagen by day; those kept from the person come first, without a day.
    pub eintraege: Vec<Kalendereintrag>,
    /// Holidays of the house in the range.
    pub feiertage: Vec<Feiertagsangabe>,
}

/// A holiday.
#[derive(Debug, Serialize, TS)]
pub struct Feiertagsangabe {
    /// Day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Name.
    pub name: String,
}

pub(super) fn kalender(f: &Frage<'_>, r: KalenderFrage) -> Ergebnis<Kalenderantwort> {
    if r.bis < r.von || (r.bis - r.von).num_days() > HOECHSTENS_TAGE {
        return Err(Fehler::feld("bis", "Bitte wählen Sie einen Zeitraum von höchstens einem Jahr."));
    }
    let ort = Ort::from(&f.l.hausdaten()?);
    let eintraege = f.l.kalender(&sicht(f.sitzung, f.umfang), r.von, r.bis, r.nur_offene)?;
    let feiertage = (r.von.year()..=r.bis.year())
        .filter_map(|jahr| feiertage(&ort, jahr).ok())
        .flatten()
        .filter(|t| (r.von..=r.bis).contains(&t.datum))
        .map(|t| Feiertagsangabe { tag: t.datum, name: t.name.to_owned() })
        .collect();
    Ok(Kalenderantwort { eintraege, feiertage })
}

pub(super) fn kontrollen(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Kalendereintrag>> {
    Ok(f.l.offene_kontrollen(&sicht(f.sitzung, f.umfang), HOECHSTENS_KONTROLLEN)?)
}
