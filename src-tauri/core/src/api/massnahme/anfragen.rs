//! Requests of Maßnahmen.

use crate::api::Blatt;
use crate::api::liste::Listenziel;
use crate::massnahme::{Herkunft, Massnahmeninhalt, Massnahmenschritt};
use crate::storage::{MassnahmenFilter, Massnahmensortierung};
use serde::Deserialize;
use ts_rs::TS;

/// A new measure.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmeAnlegen {
    /// Where it comes from.
    pub herkunft: Herkunft,
    /// What was entered.
    pub angaben: Massnahmeninhalt,
}

/// Changes what was entered; the due day only by a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmeAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What was entered.
    pub angaben: Massnahmeninhalt,
}

/// Takes a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmeSchritt {
    /// Which measure.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Massnahmenschritt,
}

/// Judges the effect by a later check; the counts are read, not entered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WirkungFeststellen {
    /// Which measure.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Id of the later check, or of the later run of the Prüfliste.
    pub spaetere_id: String,
}

/// Takes the last step back; it stays visible.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmeSchrittZuruecknehmen {
    /// Which measure.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// One page of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmenListe {
    /// What to leave out.
    pub filter: MassnahmenFilter,
    /// By what to sort.
    pub sortierung: Massnahmensortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Writes the list as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmenExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: MassnahmenListe,
    /// The file.
    pub ausgabe: Listenziel,
}

/// Which measure.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MassnahmeLesen {
    /// Id.
    pub id: String,
}

/// Which origin.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HerkunftFrage {
    /// The record.
    pub herkunft: Herkunft,
}
