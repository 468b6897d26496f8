//! Zuwendungen: benefits that were offered, and what two persons decided about them. Pure.
//!
//! Accepting is forbidden in principle (§ 71 BBG, § 42 BeamtStG, § 3 Abs. 2 TVöD); money is never accepted. Who gave and
//! who was offered stands in the file that the entry names, never here.

mod angaben;
mod lage;
mod schritt;

pub use angaben::{Geberart, Zuwendungsart, Zuwendungsinhalt, wertgrenze_hinweis};
pub use lage::{Zuwendungsentscheidung, Zuwendungslage, Zuwendungsstand};
pub use schritt::{Annahme, Zuwendungsschritt, Zuwendungsschrittart};

use crate::schrittfolge::Registerschritt;
use serde::Serialize;
use ts_rs::TS;

/// A Zuwendung as the register keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Zuwendung {
    /// UUIDv7.
    pub id: String,
    /// Such as `Z-2026-001`; never given twice.
    pub nummer: String,
    /// What was entered.
    pub angaben: Zuwendungsinhalt,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Registerschritt<Zuwendungsschritt>>,
    /// Where it stands, computed from the steps.
    pub lage: Zuwendungslage,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// The number of the `n`th Zuwendung of a year.
#[must_use]
pub fn zuwendungsnummer(jahr: i32, n: u32) -> String {
    format!("Z-{jahr}-{n:03}")
}
