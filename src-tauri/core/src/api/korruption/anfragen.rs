//! Requests of the registers against corruption.

use crate::api::Blatt;
use crate::api::liste::Listenziel;
use crate::korruption::gefaehrdung::{Gefaehrdungsinhalt, Gefaehrdungsschritt};
use crate::korruption::zuwendung::{Zuwendungsinhalt, Zuwendungsschritt};
use crate::storage::{GefaehrdungFilter, Gefaehrdungssortierung, ZuwendungFilter, Zuwendungssortierung};
use serde::Deserialize;
use ts_rs::TS;

/// A new Zuwendung.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZuwendungAnlegen {
    /// What was offered.
    pub angaben: Zuwendungsinhalt,
}

/// Changes what was entered, as long as nothing is decided.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZuwendungAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What was offered.
    pub angaben: Zuwendungsinhalt,
}

/// Takes a step of the first person: `vorschlagen`, `abschliessen`, `wiederaufnehmen`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZuwendungSchritt {
    /// Which Zuwendung.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Zuwendungsschritt,
}

/// Which page of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZuwendungenListe {
    /// What to leave out.
    pub filter: ZuwendungFilter,
    /// Order.
    pub sortierung: Zuwendungssortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Writes the list as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZuwendungenExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: ZuwendungenListe,
    /// The file.
    pub ausgabe: Listenziel,
}

/// A new entry of the atlas: its first version, for the second person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GefaehrdungAnlegen {
    /// What it says.
    pub angaben: Gefaehrdungsinhalt,
}

/// Proposes another version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GefaehrdungFassen {
    /// Which entry.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What it says.
    pub angaben: Gefaehrdungsinhalt,
    /// Why it changes, 5 to 500 characters; may be empty as long as no version holds.
    pub grund: String,
}

/// Takes a step of the first person: `ueberpruefen`, `aufhebung_vorschlagen`, `aufheben`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GefaehrdungSchritt {
    /// Which entry.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Gefaehrdungsschritt,
}

/// Which page of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GefaehrdungenListe {
    /// What to leave out.
    pub filter: GefaehrdungFilter,
    /// Order.
    pub sortierung: Gefaehrdungssortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Writes the list as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GefaehrdungenExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: GefaehrdungenListe,
    /// The file.
    pub ausgabe: Listenziel,
}
