//! Requests and answers about sheets.

use crate::api::Blatt;
use crate::api::organisation::Bezug;
use crate::fachaufsicht::bogen::{Antwort, BogenStand, Gegenpruefung, Luecke, Prueffall};
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::feststellung::Feststellung;
use crate::fachaufsicht::thema::{Abschnitt, Antwortwert};
use crate::storage::{BogenZeile, Bogensortierung};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Gives units to a person, or takes them back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoegenZuweisen {
    /// Units with expected versions; at most 500.
    pub faelle: Vec<Bezug>,
    /// Id of the person; none: nobody.
    pub an: Option<String>,
}

/// Saves one answer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenAntworten {
    /// Unit.
    pub id: String,
    /// Kennung of the item.
    pub merkmal: String,
    /// Answer; none takes it back.
    pub wert: Option<Antwortwert>,
    /// Expected version of this answer; 0 for the first.
    pub version: i64,
}

/// Answers what is still open in one section with "ja".
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestlicheAufJa {
    /// Unit.
    pub id: String,
    /// Section, from 0.
    pub abschnitt: u32,
}

/// Saves the remark of the checker.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenBemerkung {
    /// Unit.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// At most 2,000 characters.
    pub text: String,
}

/// The whole unit cannot be checked (file missing).
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenNichtPruefbar {
    /// Unit.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why; 10 to 500 characters.
    pub grund: String,
}

/// Which sheet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenBezug {
    /// Unit.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Confirms sheets as second person: all or none.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoegenBestaetigen {
    /// Units with expected versions; at most 500.
    pub faelle: Vec<Bezug>,
}

/// Returns a sheet to its checker.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenZurueckgeben {
    /// Unit.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why; 10 to 2,000 characters.
    pub grund: String,
}

/// One page of the units of a check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenListeAnfrage {
    /// Check.
    pub pruefung_id: String,
    /// Which rows.
    pub blatt: Blatt,
    /// None: by place.
    pub sortierung: Option<Bogensortierung>,
    /// From high to low.
    pub absteigend: bool,
    /// Empty: all.
    pub staende: Vec<BogenStand>,
    /// Team.
    pub team_id: Option<String>,
    /// Id of the person who is to check.
    pub zugewiesen_an: Option<String>,
    /// Only units that nobody was given.
    pub nicht_zugewiesen: bool,
    /// Only units with Feststellungen.
    pub nur_mit_feststellung: bool,
    /// Place, beginning of the pseudonym, or part of a visible number.
    pub suche: Option<String>,
}

/// How many units are in a state.
#[derive(Debug, Serialize, TS)]
pub struct StandAnzahl {
    /// State.
    pub stand: BogenStand,
    /// How many.
    pub anzahl: u64,
}

/// The list of units.
#[derive(Debug, Serialize, TS)]
pub struct BogenListe {
    /// Rows of this page.
    pub zeilen: Vec<BogenZeile>,
    /// Rows in all that the filter matches.
    pub gesamt: u64,
    /// States over the whole check.
    pub staende: Vec<StandAnzahl>,
}

/// Which sheet to read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BogenLesen {
    /// Unit.
    pub id: String,
}

/// State of a unit, without the parts that only storage needs.
#[derive(Debug, Serialize, TS)]
pub struct Fallstand {
    /// Id.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Check.
    pub pruefung_id: String,
    /// Place over all draws of the check.
    pub position: i64,
    /// 64 hex digits.
    pub pseudonym: String,
    /// Amount of the list, cents.
    pub betrag_cent: Option<i64>,
    /// State.
    pub stand: BogenStand,
    /// Id of the person who is to check.
    pub zugewiesen_an: Option<String>,
    /// Remark of the checker.
    pub bemerkung: String,
    /// Why it could not be checked at all.
    pub nicht_pruefbar_grund: String,
    /// When the sheet was closed, UTC.
    pub geprueft_am: Option<String>,
    /// Why it needs a second person.
    pub gegenpruefung: Gegenpruefung,
    /// When the second person acted, UTC.
    pub gegengeprueft_am: Option<String>,
    /// Why it was last returned.
    pub rueckgabe_grund: String,
}

impl Fallstand {
    pub(super) fn aus(f: Prueffall) -> Self {
        Self {
            id: f.id,
            version: f.version,
            pruefung_id: f.pruefung_id,
            position: f.position,
            pseudonym: f.pseudonym,
            betrag_cent: f.betrag_cent,
            stand: f.stand,
            zugewiesen_an: f.zugewiesen_an,
            bemerkung: f.bemerkung,
            nicht_pruefbar_grund: f.nicht_pruefbar_grund,
            geprueft_am: f.geprueft_am,
            gegenpruefung: f.gegenpruefung,
            gegengeprueft_am: f.gegengeprueft_am,
            rueckgabe_grund: f.rueckgabe_grund,
        }
    }
}

/// One display column of a unit.
#[derive(Debug, Serialize, TS)]
pub struct Anzeigewert {
    /// Title of the column.
    pub titel: String,
    /// Value.
    pub wert: String,
}

/// One step in the history.
#[derive(Debug, Serialize, TS)]
pub struct Verlauf {
    /// UTC milliseconds.
    pub zeit: i64,
    /// What was done.
    pub titel: String,
    /// Stable sign of the person.
    pub person: String,
}

/// What the person may do with this sheet now.
#[derive(Debug, Serialize, TS)]
#[allow(clippy::struct_excessive_bools)] // one for each button
pub struct BogenDarf {
    /// Answer, write Feststellungen, close.
    pub pruefen: bool,
    /// Open again what she closed.
    pub wieder_oeffnen: bool,
    /// Confirm or return as second person.
    pub gegenpruefen: bool,
    /// She had a hand in it herself: a second person may sign in a dialog.
    pub mitzeichnen: bool,
    /// Give it to someone.
    pub zuweisen: bool,
    /// She is Teamleitung of the unit's team.
    pub leitet: bool,
}

/// One sheet with everything on its page.
#[derive(Debug, Serialize, TS)]
pub struct BogenDetail {
    /// The unit.
    pub fall: Fallstand,
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
    /// Day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What the checker reads first.
    pub einleitung: String,
    /// "restliche offene auf Ja" is allowed.
    pub restliche_auf_ja: bool,
    /// "teilweise" counts as an error.
    pub teilweise_zaehlt: bool,
    /// Number, or short pseudonym.
    pub fallnummer: Fallnummer,
    /// When the check lost its numbers and display columns by the rule of retention.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Name of the team.
    pub team: Option<String>,
    /// Stratum.
    pub schicht: String,
    /// Display columns, empty where they may not be shown.
    pub anzeige: Vec<Anzeigewert>,
    /// Stable sign of the person who is to check.
    pub zugewiesen: Option<String>,
    /// Stable sign of the person who closed the sheet.
    pub geprueft_von: Option<String>,
    /// Stable sign of the second person.
    pub gegengeprueft_von: Option<String>,
    /// Sections with items.
    pub abschnitte: Vec<Abschnitt>,
    /// Kennungen of the items that apply after the present answers.
    pub gelten: Vec<String>,
    /// Saved answers.
    pub antworten: Vec<Antwort>,
    /// Feststellungen by number.
    pub feststellungen: Vec<Feststellung>,
    /// What is missing before the sheet can be closed.
    pub offen: Vec<Luecke>,
    /// What happened, oldest first.
    pub verlauf: Vec<Verlauf>,
    /// What she may do.
    pub darf: BogenDarf,
    /// Unit before this one.
    pub vorheriger: Option<String>,
    /// Unit after this one.
    pub naechster: Option<String>,
    /// Units that she sees.
    pub anzahl: u64,
}
