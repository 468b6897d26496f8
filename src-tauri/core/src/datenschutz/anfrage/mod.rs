//! Requests of persons concerned (Art. 15 to 22 DSGVO): who asks, until when the house answers, and how. Pure.
//!
//! A request is what was entered ([`Anfrageinhalt`]) and the list of its steps. Its clock is the month of Art. 12
//! Abs. 3 DSGVO, three months once the person was told of the extension in time ([`crate::frist::betroffenenanfrage`]).

mod angaben;
mod lage;
mod schritt;
mod uebergang;

pub use angaben::{Anfrageart, Anfrageinhalt, Anfrageklar};
pub use lage::{Anfrageabschluss, Anfragelage, Anfragestand, Fristverlaengerung, Identitaet};
pub use schritt::{Anfrageergebnis, Anfrageschritt, Anfrageschrittart, Identitaetsnachweis};

use crate::fehler::Fehler;
use crate::frist::{Monatsfrist, Ort, betroffenenanfrage};
use crate::schrittfolge::Registerschritt;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A request as the register keeps it. Who asks lies apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Betroffenenanfrage {
    /// UUIDv7.
    pub id: String,
    /// Such as `BA-2026-001`; never given twice.
    pub nummer: String,
    /// What was entered.
    pub angaben: Anfrageinhalt,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Registerschritt<Anfrageschritt>>,
    /// Where it stands, computed from the steps.
    pub lage: Anfragelage,
    /// Keyed pseudonym of the case number or the name, 64 hex digits.
    pub pseudonym: String,
    /// The Kundenreaktion in which it came.
    pub reaktion_id: Option<String>,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Anfrageinhalt {
    /// The clock from a day of receipt.
    ///
    /// # Errors
    /// A day outside the tables, beside its field.
    pub fn uhr(&self, ab: NaiveDate, verlaengert: bool, ort: &Ort) -> Result<Monatsfrist, Fehler> {
        let mut frist = betroffenenanfrage(ab, verlaengert, ort)
            .map_err(|e| Fehler::feld("angaben.eingang", e.to_string()))?;
        if !self.art.gesetzliche_frist() {
            frist.schritte.insert(
                0,
                "Für Beschwerden gilt die Frist des Art. 12 Abs. 3 DSGVO nicht unmittelbar. Das Haus legt sie auch hier zugrunde."
                    .to_owned(),
            );
        }
        Ok(frist)
    }
}

impl Betroffenenanfrage {
    /// Its clock as it runs.
    ///
    /// # Errors
    /// A day outside the tables.
    pub fn uhr(&self, ort: &Ort) -> Result<Monatsfrist, Fehler> {
        self.angaben.uhr(self.uhr_ab(), self.lage.verlaengerung.is_some(), ort)
    }

    /// From which day the clock runs: the receipt, or the day on which the person came back to it.
    #[must_use]
    pub fn uhr_ab(&self) -> NaiveDate {
        self.lage.uhr_ab.unwrap_or(self.angaben.eingang)
    }
}

/// The number of the `n`th request of a year.
#[must_use]
pub fn anfragenummer(jahr: i32, n: u32) -> String {
    format!("BA-{jahr}-{n:03}")
}
