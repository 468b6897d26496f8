//! The steps of a request.

use crate::aufzaehlung::aufzaehlung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// How the house made sure who asks (Art. 12 Abs. 6 DSGVO).
    Identitaetsnachweis {
        /// Identity card at the desk.
        Ausweis = "ausweis", "Ausweis vor Ort";
        /// Questions about the file.
        Aktenabgleich = "aktenabgleich", "Abgleich mit der Akte";
        /// Letter to the known address.
        BekannteAnschrift = "bekannte_anschrift", "Antwort an die bekannte Anschrift";
        /// Signed in to the portal.
        Portal = "portal", "Anmeldung im Portal";
        /// A representative with a written power.
        Vollmacht = "vollmacht", "Vollmacht";
    }
}

aufzaehlung! {
    /// How a request ended.
    Anfrageergebnis {
        /// Done as asked.
        Erfuellt = "erfuellt", "erfüllt";
        /// In part, with reasons.
        Teilweise = "teilweise", "teilweise erfüllt";
        /// Refused, with reasons (Art. 12 Abs. 4 DSGVO).
        Abgelehnt = "abgelehnt", "abgelehnt";
        /// Handed to who is responsible.
        Abgegeben = "abgegeben", "abgegeben";
        /// Withdrawn by the person.
        Zurueckgezogen = "zurueckgezogen", "zurückgezogen";
    }
}

/// A step of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Anfrageschritt {
    /// The house knows who asks.
    IdentitaetPruefen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How.
        wie: Identitaetsnachweis,
    },
    /// Two months more; the person was told with reasons inside the first month (Art. 12 Abs. 3 Satz 2 and 3).
    Verlaengern {
        /// Day on which she was told.
        #[ts(type = "string")]
        unterrichtet_am: NaiveDate,
        /// Why: how complex, how many; 10 to 500 characters.
        grund: String,
    },
    /// Answered.
    Beantworten {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// `erfuellt`, `teilweise` or `abgelehnt`.
        ergebnis: Anfrageergebnis,
        /// Why not or not all, 10 to 500 characters then.
        grund: String,
    },
    /// Handed to who is responsible for the data.
    Abgeben {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// To whom, 3 to 120 characters.
        an: String,
    },
    /// The person withdrew it.
    Zurueckziehen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// Worked on again; the clock starts again only if the person had taken it back.
    Wiederaufnehmen {
        /// Day on which she came back.
        #[ts(type = "string")]
        am: NaiveDate,
        /// With what, 5 to 300 characters.
        grund: String,
    },
    /// The day of receipt was corrected; the clock follows.
    Berichtigen {
        /// What it says now, and what stood there before.
        was: String,
        /// Why, 5 to 500 characters.
        begruendung: String,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Anfrageschrittart {
        /// [`Anfrageschritt::IdentitaetPruefen`].
        IdentitaetPruefen = "identitaet_pruefen", "Identität prüfen";
        /// [`Anfrageschritt::Verlaengern`].
        Verlaengern = "verlaengern", "Frist verlängern";
        /// [`Anfrageschritt::Beantworten`].
        Beantworten = "beantworten", "Beantworten";
        /// [`Anfrageschritt::Abgeben`].
        Abgeben = "abgeben", "Abgeben";
        /// [`Anfrageschritt::Zurueckziehen`].
        Zurueckziehen = "zurueckziehen", "Rücknahme eintragen";
        /// [`Anfrageschritt::Wiederaufnehmen`].
        Wiederaufnehmen = "wiederaufnehmen", "Wieder aufnehmen";
        /// [`Anfrageschritt::Berichtigen`]; follows from changing what was entered, never a button.
        Berichtigen = "berichtigen", "Angaben berichtigen";
    }
}

impl Anfrageschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Anfrageschrittart {
        match self {
            Self::IdentitaetPruefen { .. } => Anfrageschrittart::IdentitaetPruefen,
            Self::Verlaengern { .. } => Anfrageschrittart::Verlaengern,
            Self::Beantworten { .. } => Anfrageschrittart::Beantworten,
            Self::Abgeben { .. } => Anfrageschrittart::Abgeben,
            Self::Zurueckziehen { .. } => Anfrageschrittart::Zurueckziehen,
            Self::Wiederaufnehmen { .. } => Anfrageschrittart::Wiederaufnehmen,
            Self::Berichtigen { .. } => Anfrageschrittart::Berichtigen,
        }
    }

    /// The day on which it happened, with the name of its field, where it has one.
    #[must_use]
    pub fn am(&self) -> Option<(&'static str, NaiveDate)> {
        Some(match *self {
            Self::IdentitaetPruefen { am, .. }
            | Self::Beantworten { am, .. }
            | Self::Abgeben { am, .. }
            | Self::Zurueckziehen { am }
            | Self::Wiederaufnehmen { am, .. } => ("schritt.am", am),
            Self::Verlaengern { unterrichtet_am, .. } => ("schritt.unterrichtet_am", unterrichtet_am),
            Self::Berichtigen { .. } => return None,
        })
    }

    /// What a person wrote into it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Verlaengern { grund, .. }
            | Self::Beantworten { grund, .. }
            | Self::Wiederaufnehmen { grund, .. } => grund,
            Self::Abgeben { an, .. } => an,
            Self::Berichtigen { begruendung, .. } => begruendung,
            Self::IdentitaetPruefen { .. } | Self::Zurueckziehen { .. } => "",
        }
    }
}
