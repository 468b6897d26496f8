//! Where a request stands: computed from its steps, never stored as truth.

use super::angaben::{Anfrageart, Anfrageinhalt};
use super::schritt::{Anfrageergebnis, Anfrageschritt, Anfrageschrittart, Identitaetsnachweis};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Fehler;
use crate::schrittfolge::{Registerschritt, geltende};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// State of a request.
    Anfragestand {
        /// Nobody has made sure who asks.
        Eingegangen = "eingegangen", "Identität zu prüfen";
        /// Being worked on.
        Bearbeitung = "bearbeitung", "in Bearbeitung";
        /// Answered, handed on or withdrawn.
        Erledigt = "erledigt", "erledigt";
    }
}

/// Who asks is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Identitaet {
    /// Since.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// How.
    pub wie: Identitaetsnachweis,
}

/// Two months more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Fristverlaengerung {
    /// The person was told on.
    #[ts(type = "string")]
    pub unterrichtet_am: NaiveDate,
    /// Why.
    pub grund: String,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Anfrageabschluss {
    /// Day.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// How.
    pub ergebnis: Anfrageergebnis,
    /// Why, or to whom; may be empty.
    pub grund: String,
}

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Anfragelage {
    /// State.
    pub stand: Anfragestand,
    /// From when the clock runs, if not from the receipt: the person had taken it back and returned.
    #[ts(type = "string | null")]
    pub uhr_ab: Option<NaiveDate>,
    /// Who asks is known.
    pub identitaet: Option<Identitaet>,
    /// Two months more.
    pub verlaengerung: Option<Fristverlaengerung>,
    /// How it ended.
    pub abschluss: Option<Anfrageabschluss>,
}

impl Default for Anfragelage {
    fn default() -> Self {
        Self {
            stand: Anfragestand::Eingegangen,
            uhr_ab: None,
            identitaet: None,
            verlaengerung: None,
            abschluss: None,
        }
    }
}

impl Anfragelage {
    /// Where the steps lead, without those taken back.
    ///
    /// # Errors
    /// As [`Self::nach`], for steps that could not have been taken.
    pub fn aus(
        angaben: &Anfrageinhalt,
        schritte: &[Registerschritt<Anfrageschritt>],
    ) -> Result<Self, Fehler> {
        geltende(schritte).try_fold(Self::default(), |lage, e| lage.nach(angaben, &e.schritt))
    }

    /// The steps that fit now, in the order of the window.
    #[must_use]
    pub fn moeglich(&self) -> Vec<Anfrageschrittart> {
        // A correction fits always, but nobody is asked for one.
        let knopf = |s: &Anfrageschrittart| *s != Anfrageschrittart::Berichtigen;
        Anfrageschrittart::ALLE.iter().copied().filter(knopf).filter(|s| self.erlaubt(*s)).collect()
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self, art: Anfrageart) -> &'static str {
        match self.stand {
            Anfragestand::Eingegangen if art.gesetzliche_frist() => {
                "Die Identität prüfen; eine Auskunft an die falsche Person wäre selbst ein Datenschutzvorfall (Art. 12 Abs. 6 DSGVO)."
            }
            Anfragestand::Eingegangen | Anfragestand::Bearbeitung if self.verlaengerung.is_some() => {
                "Die Anfrage beantworten."
            }
            Anfragestand::Eingegangen | Anfragestand::Bearbeitung => {
                "Die Anfrage beantworten, oder die Person innerhalb des ersten Monats über eine Verlängerung unterrichten."
            }
            Anfragestand::Erledigt => "Die Anfrage ist erledigt.",
        }
    }
}
