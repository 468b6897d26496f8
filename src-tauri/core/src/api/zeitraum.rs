//! The period of an evaluation.

use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Kurz;
use crate::listenausgabe::filtersatz;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

/// Years in one request at most.
const HOECHSTENS_JAHRE: i32 = 15;

/// A period.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Auswertungszeitraum {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
}

/// A period that is one, and not too long.
pub(super) fn geprueft((von, bis): (NaiveDate, NaiveDate)) -> Ergebnis<(NaiveDate, NaiveDate)> {
    if bis < von {
        return Err(Fehler::feld("bis", "Der letzte Tag liegt vor dem ersten."));
    }
    if bis.year() - von.year() >= HOECHSTENS_JAHRE {
        return Err(Fehler::feld("bis", format!("Bitte wählen Sie höchstens {HOECHSTENS_JAHRE} Jahre.")));
    }
    Ok((von, bis))
}

/// The period as the head of a list names it.
pub(super) fn filter((von, bis): (NaiveDate, NaiveDate)) -> String {
    filtersatz(&[("Zeitraum", Some(format!("{} bis {}", Kurz(von), Kurz(bis))))])
}
