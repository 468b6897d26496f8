//! Gefährdungsatlas: Dienstposten and work areas at risk of corruption, how exposed, and what guards them
//! (Richtlinie der Bundesregierung zur Korruptionsprävention of 30.07.2004, Nr. 2 to 4). Pure.
//!
//! An entry is a list of steps; its versions lie in them. A version is proposed by one person and holds when a second
//! one agrees; a correction is a new version with a reason. What held is abolished in the same way, by two. No name of
//! anyone: an entry speaks of a post, not of who holds it.

mod inhalt;
mod lage;
mod schritt;

pub use inhalt::{
    Gefaehrdungsgrad, Gefaehrdungsinhalt, Gefaehrdungsmerkmal, Gefaehrdungsort, ROTATION_JAHRE, Rotation,
    Rotationsausnahme, Sicherung, monat,
};
pub use lage::{Gefaehrdungsaufhebung, Gefaehrdungsfassung, Gefaehrdungslage, Gefaehrdungsstand};
pub use schritt::{Gefaehrdungsschritt, Gefaehrdungsschrittart};

use crate::schrittfolge::Registerschritt;
use serde::Serialize;
use ts_rs::TS;

/// An entry of the atlas as the register keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gefaehrdung {
    /// UUIDv7.
    pub id: String,
    /// Such as `G-001`; never given twice.
    pub nummer: String,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Registerschritt<Gefaehrdungsschritt>>,
    /// Where it stands, computed from the steps.
    pub lage: Gefaehrdungslage,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// The number of the `n`th entry.
#[must_use]
pub fn gefaehrdungsnummer(n: u32) -> String {
    format!("G-{n:03}")
}
