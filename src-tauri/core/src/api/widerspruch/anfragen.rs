//! Requests of the register.

use crate::api::Blatt;
use crate::storage::{VerfahrenFilter, Verfahrenssortierung};
use crate::widerspruch::{Klarangaben, Verfahrensangaben, Verfahrensart, Verfahrensschritt};
use serde::Deserialize;
use ts_rs::TS;

/// A new procedure.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenAnlegen {
    /// Kind.
    pub art: Verfahrensart,
    /// What every reader of the register may see.
    pub angaben: Verfahrensangaben,
    /// What only the Widerspruchsstelle sees.
    pub klar: Klarangaben,
    /// The procedure it comes from.
    pub vorgaenger_id: Option<String>,
}

/// Changes what was entered; deadlines follow.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What every reader of the register may see.
    pub angaben: Verfahrensangaben,
    /// What only the Widerspruchsstelle sees.
    pub klar: Klarangaben,
}

/// Gives a procedure to a person of the Widerspruchsstelle.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenZuweisen {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Who (user id); `None`: nobody in particular.
    pub zustaendig: Option<String>,
}

/// Takes a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SchrittEintragen {
    /// Which procedure.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Verfahrensschritt,
}

/// Signs the draft of another person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenZeichnen {
    /// Which procedure.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Gives the draft of another person back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ZeichnungZurueckgeben {
    /// Which procedure.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// Takes the last step back; it stays visible.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SchrittZuruecknehmen {
    /// Which procedure.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// One page of the register.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenListe {
    /// What to leave out.
    pub filter: VerfahrenFilter,
    /// By what to sort.
    pub sortierung: Verfahrenssortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Which procedure.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenLesen {
    /// Id.
    pub id: String,
}

/// Deadlines before anything is saved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristenBerechnen {
    /// Kind.
    pub art: Verfahrensart,
    /// As typed so far.
    pub angaben: Verfahrensangaben,
}
