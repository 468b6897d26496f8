//! A measure as the register keeps it.

use super::{Herkunft, Massnahmeneintrag, Massnahmeninhalt, Massnahmenlage};
use serde::Serialize;
use ts_rs::TS;

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Massnahme {
    /// UUIDv7.
    pub id: String,
    /// Such as `M-2026-001`; never given twice.
    pub nummer: String,
    /// Where it comes from.
    pub herkunft: Herkunft,
    /// What exactly there: the item of a Feststellung, the question of a Prüfliste; else empty.
    pub herkunft_stelle: String,
    /// Team that the origin is about, if it names one.
    pub herkunft_team: Option<String>,
    /// What was entered.
    pub angaben: Massnahmeninhalt,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Massnahmeneintrag>,
    /// Where it stands, computed from the steps.
    pub lage: Massnahmenlage,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// The number of the `n`th measure of a year.
#[must_use]
pub fn massnahmennummer(jahr: i32, n: u32) -> String {
    format!("M-{jahr}-{n:03}")
}
