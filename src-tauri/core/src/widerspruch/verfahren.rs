//! A procedure as the register keeps it.

use super::{Schritteintrag, Verfahrensangaben, Verfahrensart, Verfahrenslage};
use serde::Serialize;
use ts_rs::TS;

/// A procedure. Its plain case number and names lie apart, for the Widerspruchsstelle only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Verfahren {
    /// UUIDv7.
    pub id: String,
    /// Such as `W-2026-0001`; never given twice.
    pub nummer: String,
    /// Kind.
    pub art: Verfahrensart,
    /// What was entered.
    pub angaben: Verfahrensangaben,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Schritteintrag>,
    /// Where it stands, computed from the steps.
    pub lage: Verfahrenslage,
    /// Keyed pseudonym of the case number, 64 hex digits.
    pub pseudonym: String,
    /// Who of the Widerspruchsstelle keeps it (user id).
    pub zustaendig: Option<String>,
    /// The procedure it comes from: the Widerspruch of a Klage.
    pub vorgaenger_id: Option<String>,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// The number of the `n`th procedure of a year.
#[must_use]
pub fn nummer(jahr: i32, n: u32) -> String {
    format!("W-{jahr}-{n:04}")
}
