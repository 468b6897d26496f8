//! Requests and answers about Feststellungen and corrections.

use super::bogen_anfragen::Verlauf;
use crate::api::Blatt;
use crate::api::organisation::Bezug;
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::feststellung::{
    Art, Entscheidung, Entscheidungsergebnis, Fassung, Feststellung, FeststellungInhalt, FeststellungStand,
    Korrektur, Schwere, Stellungnahme, StellungnahmeAntwort, Wirkung,
};
use crate::storage::{AbgeschlossenePruefungen, Feststellungssortierung, Korrekturlage, Korrektursortierung};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes a Feststellung, or changes it while the sheet is being worked on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Sheet.
    pub prueffall_id: String,
    /// Kennung of the item.
    pub merkmal: String,
    /// What it says.
    pub inhalt: FeststellungInhalt,
}

/// Which Feststellung.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungBezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Opens the Stellungnahme, or gives it another date.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZurStellungnahme {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Last day; none: as many days from today as the check lays down.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
}

/// The answer of the Teamleitung.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StellungnahmeAbgeben {
    /// Feststellung.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Answer.
    pub antwort: StellungnahmeAntwort,
    /// Reasons; needed unless accepted. At most 4,000 characters.
    pub text: String,
    /// Where it was taken from, if the QM enters it for the Teamleitung (mail of …, talk on …).
    pub uebertragen_aus: Option<String>,
}

/// Decides what is disputed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungEntscheiden {
    /// Feststellung.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Outcome.
    pub ergebnis: Entscheidungsergebnis,
    /// Reasons; 10 to 4,000 characters.
    pub grund: String,
    /// The new wording, for "geändert" only.
    pub inhalt: Option<FeststellungInhalt>,
}

/// Makes Feststellungen final: all or none.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Feststellen {
    /// Feststellungen with expected versions; at most 500.
    pub feststellungen: Vec<Bezug>,
}

/// Corrects a final Feststellung; the earlier wording is kept.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungBerichtigen {
    /// Feststellung.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why; 10 to 2,000 characters.
    pub grund: String,
    /// The new wording.
    pub inhalt: FeststellungInhalt,
}

/// One page of the Feststellungen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungListeAnfrage {
    /// None: of all checks.
    pub pruefung_id: Option<String>,
    /// Which rows.
    pub blatt: Blatt,
    /// None: by check and number.
    pub sortierung: Option<Feststellungssortierung>,
    /// From high to low.
    pub absteigend: bool,
    /// Empty: all.
    pub staende: Vec<FeststellungStand>,
    /// Team.
    pub team_id: Option<String>,
    /// Kind of error.
    pub art: Option<Art>,
    /// Gravity.
    pub schwere: Option<Schwere>,
    /// Kennung of the catalogue.
    pub sachgebiet: Option<String>,
    /// Kennung of the catalogue.
    pub ursache: Option<String>,
    /// Only those whose date has passed without an answer.
    pub nur_ueberfaellig: bool,
    /// Only of finished checks.
    pub abgeschlossene: Option<AbgeschlossenePruefungen>,
}

/// Which Feststellung to read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungLesen {
    /// Id.
    pub id: String,
}

/// What the person may do with this Feststellung now.
#[derive(Debug, Serialize, TS)]
#[allow(clippy::struct_excessive_bools)] // one for each button
pub struct FeststellungDarf {
    /// Answer as Teamleitung.
    pub stellungnahme: bool,
    /// Enter the answer for the Teamleitung.
    pub uebertragen: bool,
    /// Set another date for the answer.
    pub frist: bool,
    /// Decide.
    pub entscheiden: bool,
    /// Make final.
    pub feststellen: bool,
    /// Correct the final wording.
    pub berichtigen: bool,
    /// Report the correction of the case as done.
    pub erledigen: bool,
    /// Confirm or give back the correction.
    pub korrektur_bestaetigen: bool,
}

/// A Feststellung with everything on its page.
#[derive(Debug, Serialize, TS)]
pub struct FeststellungDetail {
    /// The Feststellung.
    pub feststellung: Feststellung,
    /// `FA-2026-001`.
    pub pruefung_nummer: String,
    /// Title of the theme.
    pub thema: String,
    /// Question of the item.
    pub frage: String,
    /// Its legal basis.
    pub rechtsgrundlage: String,
    /// Place in the draw.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// When the check lost its numbers by the rule of retention; nothing is corrected after that.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Name of the team.
    pub team: Option<String>,
    /// Stable sign of the person who wrote it.
    pub erfasst_von: String,
    /// The date has passed without an answer.
    pub ueberfaellig: bool,
    /// Answer of the Teamleitung.
    pub stellungnahme: Option<Stellungnahme>,
    /// Decision.
    pub entscheidung: Option<Entscheidung>,
    /// Correction of the case.
    pub korrektur: Option<Korrektur>,
    /// Earlier wordings.
    pub fassungen: Vec<Fassung>,
    /// History of the sheet and its Feststellungen.
    pub verlauf: Vec<Verlauf>,
    /// What she may do.
    pub darf: FeststellungDarf,
}

/// One page of the corrections.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KorrekturListeAnfrage {
    /// None: of all checks.
    pub pruefung_id: Option<String>,
    /// Which rows.
    pub blatt: Blatt,
    /// None: earliest due first.
    pub sortierung: Option<Korrektursortierung>,
    /// From high to low.
    pub absteigend: bool,
    /// None: wherever they stand.
    pub lage: Option<Korrekturlage>,
    /// Team.
    pub team_id: Option<String>,
    /// Whether too much or too little was paid.
    pub wirkung: Option<Wirkung>,
    /// Number of a check, beginning of a pseudonym, part of a visible number or of the text.
    pub suche: Option<String>,
}

/// The case has been corrected.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KorrekturErledigen {
    /// Correction.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// When.
    #[ts(type = "string")]
    pub erledigt_am: NaiveDate,
    /// What was done; at most 1,000 characters.
    pub vermerk: String,
}

/// Another person has seen the corrections: all are confirmed, or none.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KorrekturBestaetigen {
    /// Corrections with expected versions; at most 500.
    pub korrekturen: Vec<Bezug>,
}

/// The correction is not right yet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KorrekturZurueckgeben {
    /// Correction.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why; 10 to 1,000 characters.
    pub grund: String,
}
