//! Requests and answers about the blind double check.

use super::bogen_anfragen::Anzeigewert;
use crate::api::organisation::Bezug;
use crate::fachaufsicht::doppelpruefung::{Uebereinstimmung, ZweitStand};
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::thema::{Abschnitt, Antwortwert};
use crate::storage::Zweitbogenzeile;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Chooses the units that are checked twice. Called again it adds units, after an extension or with a higher share.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DoppelpruefungEinrichten {
    /// Check.
    pub pruefung_id: String,
    /// Per cent of the units of each draw, rounded up; not below an earlier share.
    pub anteil: u8,
    /// Id of the person who is to check them; none: nobody yet.
    pub an: Option<String>,
}

/// Gives second sheets to a person, or takes them back. What was answered in one is dropped when it changes hands, and
/// nobody gets one again. Of several, those that the person must not have are left as they are.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZweitboegenZuweisen {
    /// Second sheets with expected versions; at most 500.
    pub faelle: Vec<Bezug>,
    /// Id of the person; none: nobody.
    pub an: Option<String>,
}

/// Saves one answer of the second sheet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZweitbogenAntworten {
    /// Unit.
    pub id: String,
    /// Kennung of the item.
    pub merkmal: String,
    /// Answer; none takes it back.
    pub wert: Option<Antwortwert>,
    /// Expected version of the sheet.
    pub version: i64,
}

/// One item that the two sheets of a case answer differently.
#[derive(Debug, Serialize, TS)]
pub struct Fallunterschied {
    /// Id of the unit.
    pub prueffall_id: String,
    /// Place over all draws of the check.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// Kennung of the item.
    pub merkmal: String,
    /// Question.
    pub frage: String,
    /// First sheet; none: not asked there.
    pub erste: Option<Antwortwert>,
    /// Second sheet; none: not asked there.
    pub zweite: Option<Antwortwert>,
}

/// The double check of a check.
#[derive(Debug, Serialize, TS)]
pub struct Doppelpruefungslage {
    /// Share in per cent; none: there is no double check.
    pub anteil: Option<u8>,
    /// Drawn units without a second sheet that the share would take now, after an extension of the draw.
    pub fehlende: u64,
    /// Second sheets.
    pub anzahl: u64,
    /// Of these: closed.
    pub abgeschlossen: u64,
    /// One by one, for those who give them to people.
    pub boegen: Vec<Zweitbogenzeile>,
    /// Both sheets side by side, by item; none without a double check.
    pub uebereinstimmung: Option<Uebereinstimmung>,
    /// Where they differ, case by case, for the same people.
    pub unterschiede: Vec<Fallunterschied>,
    /// May set a share and give the sheets to people now.
    pub einrichten: bool,
}

/// A second sheet with everything on its page, and nothing of the first.
#[derive(Debug, Serialize, TS)]
pub struct ZweitbogenDetail {
    /// Id of the unit.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub pruefung_nummer: String,
    /// Title of the theme.
    pub thema: String,
    /// First day of the period.
    #[ts(type = "string")]
    pub zeitraum_von: NaiveDate,
    /// Last day of the period.
    #[ts(type = "string")]
    pub zeitraum_bis: NaiveDate,
    /// Place over all draws of the check.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fallnummer: Fallnummer,
    /// Name of the team.
    pub team: Option<String>,
    /// Amount of the list, cents.
    pub betrag_cent: Option<i64>,
    /// Display columns.
    pub anzeige: Vec<Anzeigewert>,
    /// What the checker reads first.
    pub einleitung: String,
    /// Sections with items.
    pub abschnitte: Vec<Abschnitt>,
    /// Kennungen of the items that apply after the present answers.
    pub gelten: Vec<String>,
    /// State.
    pub stand: ZweitStand,
    /// Answers by item.
    pub antworten: BTreeMap<String, Antwortwert>,
    /// Items without an answer.
    pub offen: u64,
    /// Remark.
    pub bemerkung: String,
    /// She may begin it, or go on.
    pub pruefen: bool,
    /// The next unit of the check that she is to check for the second time.
    pub naechster: Option<String>,
}
