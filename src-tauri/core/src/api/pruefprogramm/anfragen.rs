//! Requests of the Prüfprogramm.

use crate::massnahme::Wirkungsumfang;
use crate::pruefprogramm::{Arbeitsaufwand, Programminhalt, Zeilenschluessel};
use serde::Deserialize;
use ts_rs::TS;

/// Begins the programme of a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammAnlegen {
    /// Year.
    pub jahr: i32,
    /// Copies themes and numbers of the programme of that year.
    pub aus_jahr: Option<i32>,
}

/// A Fassung in its expected version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammBezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// A Fassung in its expected version, with a reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammBegruendet {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why.
    pub grund: String,
}

/// Changes a draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammSpeichern {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Everything that is entered.
    pub inhalt: Programminhalt,
}

/// Takes the effect check of a measure into a draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WirkungspruefungVormerken {
    /// The measure.
    pub massnahme_id: String,
    /// Which of the two sizes that its page proposes.
    pub umfang: Wirkungsumfang,
}

/// Which Fassung.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammLesen {
    /// Id.
    pub id: String,
}

/// Makes the check of a theme in a month.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MonatspruefungAnlegen {
    /// Year.
    pub jahr: i32,
    /// From 1.
    pub monat: u32,
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
}

/// Records why teams were not checked in a month, or not as often as planned.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusfallErfassen {
    /// Year.
    pub jahr: i32,
    /// From 1.
    pub monat: u32,
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Teams, at least one.
    pub teams: Vec<String>,
    /// Why.
    pub grund: String,
}

/// Withdraws a recorded reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusfallAufheben {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// The year of a theme.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JahrAuswerten {
    /// Year.
    pub jahr: i32,
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
}

/// A theme over the years.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerlaufFrage {
    /// The last year.
    pub jahr: i32,
    /// Theme and area; none, or one that the year does not have: the first of the year.
    pub schluessel: Option<Zeilenschluessel>,
}

/// What working time allows.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AufwandFrage {
    /// What the house can spend.
    pub aufwand: Arbeitsaufwand,
}

/// How to divide checks among the teams of an area.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorschlagFrage {
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Teams, at least one.
    pub teams: Vec<String>,
    /// Checks in the year.
    pub gesamt: u64,
    /// Least checks of a team.
    pub mindestens: u64,
}
