//! The steps of an entry of the atlas.

use super::inhalt::Gefaehrdungsinhalt;
use crate::aufzaehlung::aufzaehlung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Gefaehrdungsschritt {
    /// A version is proposed.
    Fassen {
        /// What it says.
        angaben: Box<Gefaehrdungsinhalt>,
        /// Why it changes, 5 to 500 characters; empty for the first.
        grund: String,
    },
    /// A second person agrees to what waits: the version holds, or the entry is abolished.
    Bestaetigen {},
    /// A second person does not.
    Zurueckgeben {
        /// Why, 5 to 500 characters.
        grund: String,
    },
    /// Looked at again and found right as it is.
    Ueberpruefen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// When next.
        #[ts(type = "string")]
        naechste: NaiveDate,
        /// On what that rests, 5 to 500 characters.
        vermerk: String,
    },
    /// The post or area is no more: a second person agrees before an entry that holds is abolished.
    AufhebungVorschlagen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why, 5 to 500 characters.
        grund: String,
    },
    /// Abolished by one person: only where no version ever held.
    Aufheben {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why, 5 to 500 characters.
        grund: String,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Gefaehrdungsschrittart {
        /// [`Gefaehrdungsschritt::Fassen`].
        Fassen = "fassen", "Neue Fassung vorschlagen";
        /// [`Gefaehrdungsschritt::Bestaetigen`].
        Bestaetigen = "bestaetigen", "Vorschlag bestätigen";
        /// [`Gefaehrdungsschritt::Zurueckgeben`].
        Zurueckgeben = "zurueckgeben", "Vorschlag zurückgeben";
        /// [`Gefaehrdungsschritt::Ueberpruefen`].
        Ueberpruefen = "ueberpruefen", "Überprüfung eintragen";
        /// [`Gefaehrdungsschritt::AufhebungVorschlagen`].
        AufhebungVorschlagen = "aufhebung_vorschlagen", "Aufhebung vorschlagen";
        /// [`Gefaehrdungsschritt::Aufheben`].
        Aufheben = "aufheben", "Eintrag aufheben";
    }
}

impl Gefaehrdungsschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Gefaehrdungsschrittart {
        match self {
            Self::Fassen { .. } => Gefaehrdungsschrittart::Fassen,
            Self::Bestaetigen {} => Gefaehrdungsschrittart::Bestaetigen,
            Self::Zurueckgeben { .. } => Gefaehrdungsschrittart::Zurueckgeben,
            Self::Ueberpruefen { .. } => Gefaehrdungsschrittart::Ueberpruefen,
            Self::AufhebungVorschlagen { .. } => Gefaehrdungsschrittart::AufhebungVorschlagen,
            Self::Aufheben { .. } => Gefaehrdungsschrittart::Aufheben,
        }
    }

    /// What a person wrote into it, with the name of its field; without what a version says.
    #[must_use]
    pub fn text(&self) -> (&'static str, &str) {
        match self {
            Self::Fassen { grund, .. } | Self::Zurueckgeben { grund } => ("grund", grund),
            Self::Ueberpruefen { vermerk, .. } => ("schritt.vermerk", vermerk),
            Self::AufhebungVorschlagen { grund, .. } | Self::Aufheben { grund, .. } => {
                ("schritt.grund", grund)
            }
            Self::Bestaetigen {} => ("", ""),
        }
    }
}
