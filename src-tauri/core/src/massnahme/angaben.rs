//! What is entered of a measure, and where it comes from.

use crate::aufzaehlung::aufzaehlung;
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::freitext::laenge;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// What kind of measure.
    Massnahmenart {
        /// Training.
        Schulung = "schulung", "Schulung";
        /// Working aid: a template, a checklist, a text block.
        Arbeitshilfe = "arbeitshilfe", "Arbeitshilfe";
        /// A course of work is changed.
        Prozess = "prozess", "Prozess";
        /// Reported to whoever runs the specialist application.
        ItMeldung = "it_meldung", "IT-Meldung";
        /// One case is put right.
        Einzelfallkorrektur = "einzelfallkorrektur", "Einzelfallkorrektur";
    }
}

aufzaehlung! {
    /// Kinds of origin.
    Herkunftsart {
        /// A Feststellung of a check.
        Feststellung = "feststellung", "Feststellung";
        /// A deviation of a Prüfliste.
        Abweichung = "abweichung", "Abweichung einer Prüfliste";
        /// A Kundenreaktion.
        Kundenreaktion = "kundenreaktion", "Kundenreaktion";
        /// A Widerspruch.
        Widerspruch = "widerspruch", "Widerspruch";
        /// A data breach.
        Datenschutzvorfall = "datenschutzvorfall", "Datenschutzvorfall";
        /// An entry of the Gefährdungsatlas.
        Gefaehrdung = "gefaehrdung", "Gefährdungsatlas";
        /// On its own.
        Eigen = "eigen", "ohne Anlass im Register";
    }
}

/// Where a measure comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "Massnahmenherkunft")]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Herkunft {
    /// A Feststellung of a check.
    Feststellung {
        /// Its id.
        id: String,
    },
    /// A deviation of a Prüfliste.
    Abweichung {
        /// Id of the run.
        durchgang_id: String,
        /// Id of the question.
        frage: String,
    },
    /// A Kundenreaktion.
    Kundenreaktion {
        /// Its id.
        id: String,
        /// Which of the measures that its own steps name, from 1; `None`: another one.
        massnahme: Option<u32>,
    },
    /// A Widerspruch, a review, a Klage.
    Widerspruch {
        /// Id of the procedure.
        id: String,
    },
    /// A data breach.
    Datenschutzvorfall {
        /// Its id.
        id: String,
    },
    /// An entry of the Gefährdungsatlas.
    Gefaehrdung {
        /// Its id.
        id: String,
    },
    /// On its own.
    Eigen {},
}

impl Herkunft {
    /// Which kind.
    #[must_use]
    pub fn art(&self) -> Herkunftsart {
        match self {
            Self::Feststellung { .. } => Herkunftsart::Feststellung,
            Self::Abweichung { .. } => Herkunftsart::Abweichung,
            Self::Kundenreaktion { .. } => Herkunftsart::Kundenreaktion,
            Self::Widerspruch { .. } => Herkunftsart::Widerspruch,
            Self::Datenschutzvorfall { .. } => Herkunftsart::Datenschutzvorfall,
            Self::Gefaehrdung { .. } => Herkunftsart::Gefaehrdung,
            Self::Eigen {} => Herkunftsart::Eigen,
        }
    }

    /// Id of the record it comes from; of a deviation the run.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Feststellung { id }
            | Self::Kundenreaktion { id, .. }
            | Self::Widerspruch { id }
            | Self::Datenschutzvorfall { id }
            | Self::Gefaehrdung { id } => Some(id),
            Self::Abweichung { durchgang_id, .. } => Some(durchgang_id),
            Self::Eigen {} => None,
        }
    }
}

/// What is entered of a measure. No names: who sees to it is a function.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Massnahmeninhalt {
    /// What, 5 to 300 characters.
    pub was: String,
    /// More about it, at most 2,000 characters.
    pub erlaeuterung: String,
    /// Kind.
    pub art: Massnahmenart,
    /// Function that sees to it.
    pub rolle: Rolle,
    /// Its team, if only that.
    pub team_id: Option<String>,
    /// Due day as entered first; moved by a step only.
    #[ts(type = "string")]
    pub faellig: NaiveDate,
}

impl Massnahmeninhalt {
    /// Trims the texts.
    ///
    /// # Errors
    /// `eingabe` with the fields as in the request (`angaben.was`).
    pub fn geprueft(self) -> Ergebnis<Self> {
        if matches!(self.rolle, Rolle::Administration | Rolle::Pruefkraft | Rolle::Revision) {
            return Err(Fehler::feld(
                "angaben.rolle",
                "Diese Rolle setzt keine Maßnahmen um. Bitte wählen Sie eine andere Funktion.",
            ));
        }
        Ok(Self {
            was: laenge("angaben.was", &self.was, 5, 300)?,
            erlaeuterung: laenge("angaben.erlaeuterung", &self.erlaeuterung, 0, 2_000)?,
            ..self
        })
    }
}
