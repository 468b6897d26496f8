//! Statistics of the register.

use super::sicht;
use crate::api::rechte::Umfang;
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::Lesen;
use crate::widerspruch::auswertung::{Widerspruchsauswertung, werte_aus};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Years in one request at most.
const HOECHSTENS_JAHRE: i32 = 15;

/// A period.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WiderspruchAuswertungFrage {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
}

/// The statistics of a period.
#[derive(Debug, Serialize, TS)]
pub struct WiderspruchAuswertungAntwort {
    /// Everything that is computed.
    pub auswertung: Widerspruchsauswertung,
    /// Only procedures of the person's own area or teams are counted.
    pub nur_eigene: bool,
}

pub(super) fn lesen(f: &Frage<'_>, r: WiderspruchAuswertungFrage) -> Ergebnis<WiderspruchAuswertungAntwort> {
    Ok(WiderspruchAuswertungAntwort {
        auswertung: auswertung(f.l, f.sitzung, f.umfang, (r.von, r.bis))?,
        nur_eigene: f.umfang < Umfang::Haus,
    })
}

/// The figures as a person may see them.
pub(in crate::api) fn auswertung(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    (von, bis): (NaiveDate, NaiveDate),
) -> Ergebnis<Widerspruchsauswertung> {
    if bis < von {
        return Err(Fehler::feld("bis", "Der letzte Tag liegt vor dem ersten."));
    }
    if bis.year() - von.year() >= HOECHSTENS_JAHRE {
        return Err(Fehler::feld("bis", format!("Bitte wählen Sie höchstens {HOECHSTENS_JAHRE} Jahre.")));
    }
    Ok(werte_aus(&l.widerspruch_material(&sicht(sitzung, umfang), von, bis)?))
}
