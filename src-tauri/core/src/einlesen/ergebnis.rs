//! What an import gives: units one by one, and at the end what was taken and what was not.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::fehler::EinleseFehler;

/// Rejected and warned rows listed one by one; beyond, they are only counted.
pub const MAX_EINZELHEITEN: usize = 10_000;

/// A unit taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Einheit {
    /// Line in the file.
    pub zeile: u64,
    /// Normalised identifier: number and key columns, joined by " / ".
    pub schluessel: String,
    /// Team, if mapped and filled.
    pub team: Option<String>,
    /// Amount in cents, if mapped and readable.
    pub betrag_cent: Option<i64>,
    /// Date, if mapped and readable.
    pub datum: Option<NaiveDate>,
    /// Values of the strata, in the order of the mapping.
    pub schichten: Vec<String>,
    /// Values of the display columns, in the order of the mapping.
    pub anzeige: Vec<String>,
}

/// Why a row is not part of the population.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Abweisungsgrund {
    /// No number.
    OhneNummer,
    /// Same identifier as an earlier row.
    Dublette,
    /// Total line of the report.
    Summenzeile,
    /// The limiting date is missing or does not exist.
    DatumUnlesbar,
    /// Outside the period.
    AusserhalbZeitraum,
    /// A further key column is empty.
    SchluesselLeer,
    /// The number has lost digits in Excel, is an error value or far too long.
    NummerUnbrauchbar,
    /// Surplus or missing separators: cells may stand in the wrong column.
    SpaltenVerrutscht,
}

impl Abweisungsgrund {
    /// German label for counts.
    pub fn bezeichnung(self) -> &'static str {
        match self {
            Self::OhneNummer => "Nummer fehlt",
            Self::Dublette => "Dublette",
            Self::Summenzeile => "Summenzeile",
            Self::DatumUnlesbar => "Datum fehlt oder unmöglich",
            Self::AusserhalbZeitraum => "außerhalb des Zeitraums",
            Self::SchluesselLeer => "Schlüsselspalte leer",
            Self::NummerUnbrauchbar => "Nummer unbrauchbar",
            Self::SpaltenVerrutscht => "Spalten verrutscht",
        }
    }
}

/// A rejected row. No cell value, so that the list may be handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Abweisung {
    /// Line in the file.
    pub zeile: u64,
    /// Closed reason.
    pub grund: Abweisungsgrund,
    /// German sentence.
    pub text: String,
}

/// A row taken with a warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Zeilenhinweis {
    /// Line in the file.
    pub zeile: u64,
    /// German sentence.
    pub text: String,
}

/// Rejected rows of one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Grundanzahl {
    /// Reason.
    pub grund: Abweisungsgrund,
    /// German label.
    pub bezeichnung: &'static str,
    /// Rows.
    pub anzahl: u64,
}

/// What an import did; `gelesen = uebernommen + abgewiesen`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Importergebnis {
    /// Data rows below the header, empty ones not counted.
    pub gelesen: u64,
    /// Units taken.
    pub uebernommen: u64,
    /// Of these, rows with a warning.
    pub gewarnt: u64,
    /// Rows rejected.
    pub abgewiesen: u64,
    /// Rejected by reason; reasons that did not occur are left out.
    pub gruende: Vec<Grundanzahl>,
    /// First rejected rows, at most [`MAX_EINZELHEITEN`].
    pub abweisungen: Vec<Abweisung>,
    /// First warned rows, at most [`MAX_EINZELHEITEN`].
    pub warnungen: Vec<Zeilenhinweis>,
    /// Sum of the amounts taken, in cents; 0 without an amount column.
    pub summe_cent: i64,
    /// Amount in the list's own total line, in cents, as an offer for the control total.
    pub summenzeile_cent: Option<i64>,
    /// German sentences about the file as a whole.
    pub hinweise: Vec<String>,
    /// Line of the header row.
    pub kopfzeile: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

impl Importergebnis {
    /// Rows rejected for one reason.
    pub fn anzahl(&self, grund: Abweisungsgrund) -> u64 {
        self.gruende.iter().find(|g| g.grund == grund).map_or(0, |g| g.anzahl)
    }
}

/// Why an import stopped; nothing of it may be kept then.
#[derive(Debug, thiserror::Error)]
pub enum Abbruch<E: std::error::Error + 'static> {
    /// The file or the mapping.
    #[error(transparent)]
    Einlesen(#[from] EinleseFehler),
    /// The taker of the units.
    #[error("Die gelesenen Zeilen konnten nicht gespeichert werden.")]
    Senke(#[source] E),
    /// The person.
    #[error("Der Import wurde abgebrochen. Es wurde nichts übernommen.")]
    Abgebrochen,
}
