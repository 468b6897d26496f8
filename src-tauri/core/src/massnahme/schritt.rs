//! The steps of a measure.

use super::wirkung::Wirkungsnachweis;
use crate::aufzaehlung::aufzaehlung;
use crate::widerspruch::Zuruecknahme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Massnahmenschritt {
    /// Work on it begins.
    Beginnen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// A note of doing.
    Vermerken {
        /// What was done, 3 to 1,000 characters.
        text: String,
    },
    /// Another due day.
    Verschieben {
        /// The new one.
        #[ts(type = "string")]
        bis: NaiveDate,
        /// Why, 5 to 300 characters.
        grund: String,
    },
    /// Done.
    Umsetzen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// What was done, 5 to 1,000 characters.
        vermerk: String,
    },
    /// What a later check says of the effect.
    WirkungFeststellen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// The counts it rests on.
        nachweis: Wirkungsnachweis,
    },
    /// Done, but no check can show its effect.
    NichtMessbar {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why, 5 to 500 characters.
        grund: String,
    },
    /// No effect was shown; work goes on.
    Weiterfuehren {
        /// New due day.
        #[ts(type = "string")]
        bis: NaiveDate,
        /// What is done differently now, 5 to 300 characters.
        grund: String,
    },
    /// Given up.
    Verwerfen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why, 5 to 500 characters.
        grund: String,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Massnahmenschrittart {
        /// [`Massnahmenschritt::Beginnen`].
        Beginnen = "beginnen", "Umsetzung beginnen";
        /// [`Massnahmenschritt::Vermerken`].
        Vermerken = "vermerken", "Vermerk eintragen";
        /// [`Massnahmenschritt::Verschieben`].
        Verschieben = "verschieben", "Fälligkeit verschieben";
        /// [`Massnahmenschritt::Umsetzen`].
        Umsetzen = "umsetzen", "Als umgesetzt eintragen";
        /// [`Massnahmenschritt::WirkungFeststellen`].
        WirkungFeststellen = "wirkung_feststellen", "Wirkung feststellen";
        /// [`Massnahmenschritt::NichtMessbar`].
        NichtMessbar = "nicht_messbar", "Wirkung ist nicht messbar";
        /// [`Massnahmenschritt::Weiterfuehren`].
        Weiterfuehren = "weiterfuehren", "Weiterführen";
        /// [`Massnahmenschritt::Verwerfen`].
        Verwerfen = "verwerfen", "Verwerfen";
    }
}

impl Massnahmenschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Massnahmenschrittart {
        match self {
            Self::Beginnen { .. } => Massnahmenschrittart::Beginnen,
            Self::Vermerken { .. } => Massnahmenschrittart::Vermerken,
            Self::Verschieben { .. } => Massnahmenschrittart::Verschieben,
            Self::Umsetzen { .. } => Massnahmenschrittart::Umsetzen,
            Self::WirkungFeststellen { .. } => Massnahmenschrittart::WirkungFeststellen,
            Self::NichtMessbar { .. } => Massnahmenschrittart::NichtMessbar,
            Self::Weiterfuehren { .. } => Massnahmenschrittart::Weiterfuehren,
            Self::Verwerfen { .. } => Massnahmenschrittart::Verwerfen,
        }
    }

    /// The day on which it happened, where it has one.
    #[must_use]
    pub fn am(&self) -> Option<NaiveDate> {
        match *self {
            Self::Beginnen { am }
            | Self::Umsetzen { am, .. }
            | Self::WirkungFeststellen { am, .. }
            | Self::NichtMessbar { am, .. }
            | Self::Verwerfen { am, .. } => Some(am),
            Self::Vermerken { .. } | Self::Verschieben { .. } | Self::Weiterfuehren { .. } => None,
        }
    }

    /// The due day that it sets.
    #[must_use]
    pub fn bis(&self) -> Option<NaiveDate> {
        match *self {
            Self::Verschieben { bis, .. } | Self::Weiterfuehren { bis, .. } => Some(bis),
            _ => None,
        }
    }

    /// What a person typed, with the name of its field in the request.
    #[must_use]
    pub fn freier_text(&self) -> (&'static str, &str) {
        match self {
            Self::Vermerken { text } => ("schritt.text", text),
            Self::Umsetzen { vermerk, .. } => ("schritt.vermerk", vermerk),
            Self::Verschieben { grund, .. }
            | Self::NichtMessbar { grund, .. }
            | Self::Weiterfuehren { grund, .. }
            | Self::Verwerfen { grund, .. } => ("schritt.grund", grund),
            Self::Beginnen { .. } | Self::WirkungFeststellen { .. } => ("", ""),
        }
    }
}

/// A step as it was entered. One that was taken back stays, with who and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Massnahmeneintrag {
    /// The step.
    pub schritt: Massnahmenschritt,
    /// Who entered it (user id).
    pub von: String,
    /// When it was entered (UTC).
    pub eingetragen_am: String,
    /// Taken back.
    pub zurueckgenommen: Option<Zuruecknahme>,
}
