//! Requests that all registers share.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which entry.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EintragLesen {
    /// Id.
    pub id: String,
}

/// Which entry, in the state that the person saw.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EintragBezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Takes the last step back, or gives a proposal back; it stays visible.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EintragZurueck {
    /// Which entry.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// Another entry, by id and number.
#[derive(Debug, Serialize, TS)]
pub struct Eintragsverweis {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
}

impl From<(String, String)> for Eintragsverweis {
    fn from((id, nummer): (String, String)) -> Self {
        Self { id, nummer }
    }
}
