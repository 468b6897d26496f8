//! The mapping of columns to meanings, saved as a profile per source system.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fehler::EinleseFehler;

/// Most different values of a stratum column; beyond, it is no stratum.
pub const MAX_SCHICHTWERTE: usize = 50;
const MAX_SCHLUESSEL: usize = 5;
const MAX_SCHICHTEN: usize = 5;
const MAX_ANZEIGE: usize = 20;
const MAX_NAME: usize = 200;
const MAX_TITEL: usize = 80;

/// What one drawn unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Auswahleinheit {
    /// A case (Bedarfsgemeinschaft); several rows of one case are duplicates.
    Fall,
    /// A decision; its key is the case number and the number of the decision.
    Bescheid,
    /// A payment.
    Zahlung,
    /// A measure at a provider.
    Massnahme,
}

impl Auswahleinheit {
    /// German label.
    pub fn bezeichnung(self) -> &'static str {
        match self {
            Self::Fall => "Fall",
            Self::Bescheid => "Bescheid",
            Self::Zahlung => "Zahlung",
            Self::Massnahme => "Maßnahme",
        }
    }
}

/// The column that limits the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Datumsspalte {
    /// Column by name.
    pub spalte: String,
    /// First day taken.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub von: Option<NaiveDate>,
    /// Last day taken.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
}

impl Datumsspalte {
    /// Only with a first or last day does the column decide about a row.
    pub fn grenzt_ein(&self) -> bool {
        self.von.is_some() || self.bis.is_some()
    }
}

/// A column that the checker needs to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Anzeigespalte {
    /// Column by name.
    pub spalte: String,
    /// Heading shown in IKS.
    pub titel: String,
}

/// Which columns mean what. A column that is not named here is never given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Zuordnung {
    /// What a unit is.
    pub auswahleinheit: Auswahleinheit,
    /// Column with the number.
    pub nummer: String,
    /// Further columns that together with the number identify a unit.
    #[serde(default)]
    pub schluessel: Vec<String>,
    /// Column with the team.
    #[serde(default)]
    pub team: Option<String>,
    /// Column with the amount.
    #[serde(default)]
    pub betrag: Option<String>,
    /// Column with the date.
    #[serde(default)]
    pub datum: Option<Datumsspalte>,
    /// Free strata, each with at most [`MAX_SCHICHTWERTE`] values.
    #[serde(default)]
    pub schichten: Vec<String>,
    /// Columns shown with a drawn unit.
    #[serde(default)]
    pub anzeige: Vec<Anzeigespalte>,
}

impl Zuordnung {
    /// Checks lengths and contradictions; whether the columns exist shows only with a file.
    ///
    /// # Errors
    /// [`EinleseFehler::Zuordnung`] with the field.
    pub fn pruefe(&self) -> Result<(), EinleseFehler> {
        let fehler = |feld, text: &str| Err(EinleseFehler::Zuordnung { feld, text: text.to_owned() });
        if self.nummer.trim().is_empty() {
            return fehler("nummer", "Bitte wählen Sie die Spalte mit der Nummer.");
        }
        if self.schluessel.len() > MAX_SCHLUESSEL {
            return fehler("schluessel", "Bitte wählen Sie höchstens 5 weitere Schlüsselspalten.");
        }
        if self.schichten.len() > MAX_SCHICHTEN {
            return fehler("schichten", "Bitte wählen Sie höchstens 5 Schichten.");
        }
        if self.anzeige.len() > MAX_ANZEIGE {
            return fehler("anzeige", "Bitte wählen Sie höchstens 20 Anzeigespalten.");
        }
        if self.spaltennamen().any(|n| n.chars().count() > MAX_NAME || n.trim().is_empty()) {
            return fehler("spalten", "Ein Spaltenname ist leer oder länger als 200 Zeichen.");
        }
        if self.anzeige.iter().any(|a| a.titel.trim().is_empty() || a.titel.chars().count() > MAX_TITEL) {
            return fehler(
                "anzeige",
                "Bitte geben Sie jeder Anzeigespalte einen Titel mit höchstens 80 Zeichen.",
            );
        }
        let mut gesehen = HashSet::new();
        if !std::iter::once(&self.nummer).chain(&self.schluessel).all(|n| gesehen.insert(n)) {
            return fehler("schluessel", "Eine Spalte kommt im Schlüssel doppelt vor.");
        }
        let mut gesehen = HashSet::new();
        if !self.schichten.iter().all(|n| gesehen.insert(n)) {
            return fehler("schichten", "Eine Spalte kommt in den Schichten doppelt vor.");
        }
        if let Some(Datumsspalte { von: Some(von), bis: Some(bis), .. }) = &self.datum
            && von > bis
        {
            return fehler("datum", "Der Zeitraum beginnt nach seinem Ende.");
        }
        Ok(())
    }

    fn spaltennamen(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.nummer)
            .chain(&self.schluessel)
            .chain(&self.team)
            .chain(&self.betrag)
            .chain(self.datum.iter().map(|d| &d.spalte))
            .chain(&self.schichten)
            .chain(self.anzeige.iter().map(|a| &a.spalte))
    }
}
