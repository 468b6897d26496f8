//! The steps of a Zuwendung.

use crate::aufzaehlung::aufzaehlung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// What is done with it.
    Annahme {
        /// Accepted; never for money.
        Angenommen = "angenommen", "angenommen";
        /// Not taken.
        Abgelehnt = "abgelehnt", "abgelehnt";
        /// Given back.
        Zurueckgegeben = "zurueckgegeben", "zurückgegeben";
        /// Given to a charitable purpose.
        Gespendet = "gespendet", "an karitativen Zweck gegeben";
    }
}

/// A step of a Zuwendung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Zuwendungsschritt {
    /// A first person proposes.
    Vorschlagen {
        /// What.
        annahme: Annahme,
        /// Why, 5 to 500 characters.
        begruendung: String,
    },
    /// A second person agrees.
    Bestaetigen {},
    /// A second person does not.
    Zurueckgeben {
        /// Why, 5 to 500 characters.
        grund: String,
    },
    /// Carried out.
    Abschliessen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How it was given back or away, 5 to 300 characters then; else it may be empty.
        vermerk: String,
    },
    /// Decided anew.
    Wiederaufnehmen {
        /// Why, 5 to 300 characters.
        grund: String,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Zuwendungsschrittart {
        /// [`Zuwendungsschritt::Vorschlagen`].
        Vorschlagen = "vorschlagen", "Entscheidung vorschlagen";
        /// [`Zuwendungsschritt::Bestaetigen`].
        Bestaetigen = "bestaetigen", "Entscheidung bestätigen";
        /// [`Zuwendungsschritt::Zurueckgeben`].
        Zurueckgeben = "zurueckgeben", "Entscheidung zurückgeben";
        /// [`Zuwendungsschritt::Abschliessen`].
        Abschliessen = "abschliessen", "Abschließen";
        /// [`Zuwendungsschritt::Wiederaufnehmen`].
        Wiederaufnehmen = "wiederaufnehmen", "Wieder aufnehmen";
    }
}

impl Zuwendungsschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Zuwendungsschrittart {
        match self {
            Self::Vorschlagen { .. } => Zuwendungsschrittart::Vorschlagen,
            Self::Bestaetigen {} => Zuwendungsschrittart::Bestaetigen,
            Self::Zurueckgeben { .. } => Zuwendungsschrittart::Zurueckgeben,
            Self::Abschliessen { .. } => Zuwendungsschrittart::Abschliessen,
            Self::Wiederaufnehmen { .. } => Zuwendungsschrittart::Wiederaufnehmen,
        }
    }

    /// What a person wrote into it, with the name of its field.
    #[must_use]
    pub fn text(&self) -> (&'static str, &str) {
        match self {
            Self::Vorschlagen { begruendung, .. } => ("schritt.begruendung", begruendung),
            Self::Zurueckgeben { grund } | Self::Wiederaufnehmen { grund } => ("schritt.grund", grund),
            Self::Abschliessen { vermerk, .. } => ("schritt.vermerk", vermerk),
            Self::Bestaetigen {} => ("", ""),
        }
    }
}
