//! Datenschutzvorfälle: what happened, until when it is reported, to whom, and what was done. Pure.
//!
//! A breach is what was entered ([`Vorfallinhalt`]) and the list of its steps. Its state ([`Vorfalllage`]) is
//! computed from both, and its clock from the moment of knowledge ([`crate::frist::datenpanne`]). It can be closed
//! only when every question that the law asks is answered.

mod angaben;
pub mod bericht;
mod lage;
mod schritt;
mod uebergang;
mod zeit;

pub use angaben::{Datenkategorie, Verletzung, Vorfallinhalt};
pub use lage::{
    Aufsichtsnachricht, Betroffenennachricht, Meldung, Vorfallbewertung, Vorfalllage, Vorfallstand,
};
pub use schritt::{Benachrichtigungsausnahme, Risiko, Vorfallschritt, Vorfallschrittart};
pub use zeit::{ortszeit, zeitpunkt};

use crate::fehler::Fehler;
use crate::frist::{Kurz, Pannenfrist, datenpanne};
use crate::schrittfolge::Registerschritt;
use chrono::Utc;
use serde::Serialize;
use ts_rs::TS;

/// Hours from the moment of knowledge to the report (Art. 33 Abs. 1 DSGVO). A proposal of the Commission of November
/// 2025 would make them 96 and only for high risk; it is no law, and a change will come with its day.
pub const MELDEFRIST_STUNDEN: u32 = 72;

/// A Datenschutzvorfall as the register keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Datenschutzvorfall {
    /// UUIDv7.
    pub id: String,
    /// Such as `DV-2026-001`; never given twice.
    pub nummer: String,
    /// What was entered.
    pub angaben: Vorfallinhalt,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Registerschritt<Vorfallschritt>>,
    /// Where it stands, computed from the steps.
    pub lage: Vorfalllage,
    /// The Kundenreaktion through which it became known.
    pub reaktion_id: Option<String>,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Vorfallinhalt {
    /// The moment of knowledge as people read it.
    #[must_use]
    pub fn kenntnis(&self) -> String {
        zeitpunkt("", self.kenntnis_am, self.kenntnis_um)
            .map_or_else(|_| Kurz(self.kenntnis_am).to_string(), |z| ortszeit(z.with_timezone(&Utc)))
    }

    /// The end of the clock with its reasons.
    ///
    /// # Errors
    /// A moment that does not exist or lies outside the tables, beside its field.
    pub fn uhr(&self) -> Result<Pannenfrist, Fehler> {
        let kenntnis = zeitpunkt("angaben.kenntnis_um", self.kenntnis_am, self.kenntnis_um)?;
        datenpanne(kenntnis, MELDEFRIST_STUNDEN)
            .map_err(|e| Fehler::feld("angaben.kenntnis_am", e.to_string()))
    }
}

/// The number of the `n`th breach of a year.
#[must_use]
pub fn vorfallnummer(jahr: i32, n: u32) -> String {
    format!("DV-{jahr}-{n:03}")
}
