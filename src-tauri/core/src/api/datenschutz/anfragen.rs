//! Requests of the registers of data protection.

use crate::api::Blatt;
use crate::api::liste::Listenziel;
use crate::datenschutz::anfrage::{Anfrageinhalt, Anfrageklar, Anfrageschritt};
use crate::datenschutz::vorfall::{Vorfallinhalt, Vorfallschritt};
use crate::storage::{AnfrageFilter, Anfragesortierung, VorfallFilter, Vorfallsortierung};
use serde::Deserialize;
use ts_rs::TS;

/// A new breach.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorfallAnlegen {
    /// What happened.
    pub angaben: Vorfallinhalt,
    /// The Kundenreaktion through which it became known; it must touch data protection.
    pub aus_reaktion: Option<String>,
}

/// Changes what was entered; the clock follows.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorfallAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What happened.
    pub angaben: Vorfallinhalt,
    /// Why the moment of knowledge is another one, 5 to 500 characters then; stays visible.
    pub begruendung: String,
}

/// Takes a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorfallSchritt {
    /// Which breach.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Vorfallschritt,
}

/// Which page of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorfaelleListe {
    /// What to leave out.
    pub filter: VorfallFilter,
    /// Order.
    pub sortierung: Vorfallsortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Writes the list as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorfaelleExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: VorfaelleListe,
    /// The file.
    pub ausgabe: Listenziel,
}

/// A new request.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnfrageAnlegen {
    /// What every reader of the request may see.
    pub angaben: Anfrageinhalt,
    /// Who asks.
    pub klar: Anfrageklar,
    /// The Kundenreaktion in which it came; it must touch data protection.
    pub aus_reaktion: Option<String>,
}

/// Changes what was entered; the clock follows.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnfrageAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What every reader of the request may see.
    pub angaben: Anfrageinhalt,
    /// Who asks.
    pub klar: Anfrageklar,
    /// Why the day of receipt is another one, 5 to 500 characters then; stays visible.
    pub begruendung: String,
}

/// Takes a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnfrageSchritt {
    /// Which request.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Anfrageschritt,
}

/// Which page of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnfragenListe {
    /// What to leave out.
    pub filter: AnfrageFilter,
    /// Order.
    pub sortierung: Anfragesortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Writes the list as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnfragenExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: AnfragenListe,
    /// The file.
    pub ausgabe: Listenziel,
}
