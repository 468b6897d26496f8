//! Where a Datenschutzvorfall stands: computed from its steps, never stored as truth.

use super::angaben::Vorfallinhalt;
use super::schritt::{Benachrichtigungsausnahme, Risiko, Vorfallschritt, Vorfallschrittart};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Fehler;
use crate::schrittfolge::{Registerschritt, geltende};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// State of a breach.
    Vorfallstand {
        /// Nobody has said how great the risk is.
        Erfasst = "erfasst", "zu bewerten";
        /// Nobody has said whether it is reported.
        Bewertet = "bewertet", "Meldung zu entscheiden";
        /// Reported, or not to be reported; not yet closed.
        Bearbeitung = "bearbeitung", "in Bearbeitung";
        /// Closed.
        Abgeschlossen = "abgeschlossen", "abgeschlossen";
    }
}

impl Vorfallstand {
    /// The clock of Art. 33 runs.
    #[must_use]
    pub fn uhr_laeuft(self) -> bool {
        matches!(self, Self::Erfasst | Self::Bewertet)
    }
}

/// The risk and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Vorfallbewertung {
    /// How great.
    pub risiko: Risiko,
    /// Why.
    pub begruendung: String,
}

/// What the house decided on the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "art", rename_all = "snake_case")]
pub enum Meldung {
    /// Reported.
    Gemeldet {
        /// When, with its offset.
        #[ts(type = "string")]
        zeit: DateTime<FixedOffset>,
        /// Reference.
        zeichen: String,
        /// After the end of the clock; then with reasons.
        verspaetung: Option<String>,
    },
    /// Not to be reported.
    Keine {
        /// Why.
        begruendung: String,
    },
}

/// The notice of § 83a SGB X.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Aufsichtsnachricht {
    /// Day.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// Authority.
    pub stelle: String,
}

/// What the house decided on telling the persons concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "art", rename_all = "snake_case")]
pub enum Betroffenennachricht {
    /// They were told.
    Benachrichtigt {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How.
        wie: String,
    },
    /// They need not be.
    Ausnahme {
        /// By which exception.
        ausnahme: Benachrichtigungsausnahme,
        /// Why.
        begruendung: String,
    },
}

/// Where a breach stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Vorfalllage {
    /// State.
    pub stand: Vorfallstand,
    /// The risk, as it was last assessed.
    pub bewertung: Option<Vorfallbewertung>,
    /// The report to the BfDI.
    pub meldung: Option<Meldung>,
    /// The notice of § 83a SGB X.
    pub aufsicht: Option<Aufsichtsnachricht>,
    /// Telling the persons concerned.
    pub betroffene: Option<Betroffenennachricht>,
    /// Measures so far.
    pub massnahmen: u32,
    /// Later reports so far.
    pub nachmeldungen: u32,
    /// Day of the last closing.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

impl Default for Vorfalllage {
    fn default() -> Self {
        Self {
            stand: Vorfallstand::Erfasst,
            bewertung: None,
            meldung: None,
            aufsicht: None,
            betroffene: None,
            massnahmen: 0,
            nachmeldungen: 0,
            abschluss_am: None,
        }
    }
}

impl Vorfalllage {
    /// Where the steps lead, without those taken back.
    ///
    /// # Errors
    /// As [`Self::nach`], for steps that could not have been taken.
    pub fn aus(
        angaben: &Vorfallinhalt,
        schritte: &[Registerschritt<Vorfallschritt>],
    ) -> Result<Self, Fehler> {
        geltende(schritte).try_fold(Self::default(), |lage, e| lage.nach(angaben, &e.schritt))
    }

    /// The risk, as it was last assessed.
    #[must_use]
    pub fn risiko(&self) -> Option<Risiko> {
        self.bewertung.as_ref().map(|b| b.risiko)
    }

    /// When it was reported.
    #[must_use]
    pub fn gemeldet(&self) -> Option<DateTime<FixedOffset>> {
        match self.meldung {
            Some(Meldung::Gemeldet { zeit, .. }) => Some(zeit),
            _ => None,
        }
    }

    /// It was reported after the end of the clock.
    #[must_use]
    pub fn verspaetet(&self) -> bool {
        matches!(self.meldung, Some(Meldung::Gemeldet { verspaetung: Some(_), .. }))
    }

    /// The questions of the law that nobody has answered, in the order of the law. Empty: it may be closed.
    #[must_use]
    pub fn fehlt(&self, angaben: &Vorfallinhalt) -> Vec<&'static str> {
        let hoch = self.risiko() == Some(Risiko::Hoch);
        [
            (self.bewertung.is_none(), "das Risiko bewerten"),
            (
                self.meldung.is_none(),
                "die Meldung an den BfDI eintragen oder begründen, warum keine nötig ist (Art. 33 DSGVO)",
            ),
            (
                self.gemeldet().is_some() && angaben.sozialdaten() && self.aufsicht.is_none(),
                "die Unterrichtung der Rechts- oder Fachaufsichtsbehörde eintragen (§ 83a SGB X)",
            ),
            (
                hoch && self.betroffene.is_none(),
                "die Benachrichtigung der Betroffenen oder die Ausnahme davon eintragen (Art. 34 DSGVO)",
            ),
        ]
        .into_iter()
        .filter_map(|(fehlt, was)| fehlt.then_some(was))
        .collect()
    }

    /// The steps that fit now, in the order of the window.
    #[must_use]
    pub fn moeglich(&self, angaben: &Vorfallinhalt) -> Vec<Vorfallschrittart> {
        // A correction fits always, but nobody is asked for one.
        let knopf = |s: &Vorfallschrittart| *s != Vorfallschrittart::Berichtigen;
        Vorfallschrittart::ALLE.iter().copied().filter(knopf).filter(|s| self.erlaubt(angaben, *s)).collect()
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self, angaben: &Vorfallinhalt) -> String {
        match (self.stand, self.fehlt(angaben).first()) {
            (Vorfallstand::Abgeschlossen, _) => "Der Vorfall ist abgeschlossen.".to_owned(),
            (_, Some(was)) => format!("Bitte {was}."),
            (_, None) => "Alle Fragen sind beantwortet: Der Vorfall lässt sich abschließen.".to_owned(),
        }
    }
}
