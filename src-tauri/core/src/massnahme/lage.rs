//! Where a measure stands: computed from its steps, never stored as truth.

use super::schritt::{Massnahmeneintrag, Massnahmenschrittart};
use super::vorschlag::wirkungstag;
use super::wirkung::Wirkungsnachweis;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Fehler;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// State of a measure.
    Massnahmenstand {
        /// Entered.
        Offen = "offen", "offen";
        /// Being worked on.
        InUmsetzung = "in_umsetzung", "in Umsetzung";
        /// Done; whether it helped is open.
        Umgesetzt = "umgesetzt", "umgesetzt";
        /// A later check shows it.
        WirkungBelegt = "wirkung_belegt", "Wirkung belegt";
        /// A later check does not show it.
        WirkungNichtBelegt = "wirkung_nicht_belegt", "Wirkung nicht belegt";
        /// Done, and no check can show its effect.
        NichtMessbar = "nicht_messbar", "umgesetzt – Wirkung nicht messbar";
        /// Given up.
        Verworfen = "verworfen", "verworfen";
    }
}

impl Massnahmenstand {
    /// Nothing is left to do.
    #[must_use]
    pub fn abgeschlossen(self) -> bool {
        matches!(self, Self::WirkungBelegt | Self::NichtMessbar | Self::Verworfen)
    }

    /// Not done yet.
    #[must_use]
    pub fn zu_tun(self) -> bool {
        matches!(self, Self::Offen | Self::InUmsetzung)
    }
}

/// A due day that was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Massnahmenverschiebung")]
pub struct Verschiebung {
    /// The old day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// The new one.
    #[ts(type = "string")]
    pub auf: NaiveDate,
    /// Why.
    pub grund: String,
}

/// Where a measure stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Massnahmenlage {
    /// State.
    pub stand: Massnahmenstand,
    /// Due day as it is now.
    #[ts(type = "string")]
    pub faellig: NaiveDate,
    /// Due days that were moved, oldest first.
    pub verschiebungen: Vec<Verschiebung>,
    /// Work began.
    #[ts(type = "string | null")]
    pub begonnen_am: Option<NaiveDate>,
    /// Done.
    #[ts(type = "string | null")]
    pub umgesetzt_am: Option<NaiveDate>,
    /// The last note of doing.
    pub vermerk: Option<String>,
    /// What the last check on the effect counted.
    pub nachweis: Option<Wirkungsnachweis>,
    /// Why it was given up, or why no effect can be measured.
    pub grund: Option<String>,
    /// Nothing is left to do since.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

impl Massnahmenlage {
    /// At the start.
    #[must_use]
    pub fn neu(faellig: NaiveDate) -> Self {
        Self {
            stand: Massnahmenstand::Offen,
            faellig,
            verschiebungen: Vec::new(),
            begonnen_am: None,
            umgesetzt_am: None,
            vermerk: None,
            nachweis: None,
            grund: None,
            abschluss_am: None,
        }
    }

    /// Where the steps lead, without those taken back.
    ///
    /// # Errors
    /// As [`Self::nach`], for steps that could not have been taken.
    pub fn aus(faellig: NaiveDate, schritte: &[Massnahmeneintrag]) -> Result<Self, Fehler> {
        schritte
            .iter()
            .filter(|e| e.zurueckgenommen.is_none())
            .try_fold(Self::neu(faellig), |lage, e| lage.nach(&e.schritt))
    }

    /// The steps that fit now, in the order of the window.
    #[must_use]
    pub fn moeglich(&self) -> Vec<Massnahmenschrittart> {
        Massnahmenschrittart::ALLE.iter().copied().filter(|s| self.erlaubt(*s)).collect()
    }

    /// The due day has passed and it is not done.
    #[must_use]
    pub fn ueberfaellig(&self, heute: NaiveDate) -> bool {
        self.stand.zu_tun() && self.faellig < heute
    }

    /// The day by which something must happen next: the due day, or once done the day of the effect check.
    #[must_use]
    pub fn naechster_tag(&self) -> Option<NaiveDate> {
        match self.stand {
            Massnahmenstand::Offen | Massnahmenstand::InUmsetzung => Some(self.faellig),
            Massnahmenstand::Umgesetzt => Some(wirkungstag(self.umgesetzt_am.unwrap_or(self.faellig))),
            _ => None,
        }
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self, messbar: bool) -> &'static str {
        match self.stand {
            Massnahmenstand::Offen => "Mit der Umsetzung beginnen oder sie gleich als umgesetzt eintragen.",
            Massnahmenstand::InUmsetzung => "Umsetzen und eintragen, was getan wurde.",
            Massnahmenstand::Umgesetzt if messbar => {
                "Nach der Einlaufzeit prüfen und die Wirkung an der späteren Prüfung feststellen."
            }
            Massnahmenstand::Umgesetzt => {
                "Zu dieser Maßnahme gehört kein Prüfmerkmal: Bitte begründen, warum die Wirkung nicht messbar ist."
            }
            Massnahmenstand::WirkungNichtBelegt => {
                "Die Maßnahme weiterführen, nach einer weiteren Prüfung erneut feststellen oder sie verwerfen."
            }
            Massnahmenstand::WirkungBelegt => "Die Wirkung ist belegt; es ist nichts mehr zu tun.",
            Massnahmenstand::NichtMessbar => {
                "Die Maßnahme ist abgeschlossen; ihre Wirkung ist nicht messbar."
            }
            Massnahmenstand::Verworfen => "Die Maßnahme ist verworfen.",
        }
    }
}
