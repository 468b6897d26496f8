//! Where a Kundenreaktion stands: computed from its steps, never stored as truth.

use super::schritt::{Reaktionseintrag, Reaktionsschrittart, Reaktionsurteil, Rueckmeldung, Sichtung};
use super::{Pausengrund, Reaktionsart, Reaktionspause};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Fehler;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// State of a ticket.
    Reaktionsstand {
        /// Received; nobody has looked whether it contains a Rechtsbehelf.
        Eingegangen = "eingegangen", "zu sichten";
        /// Being worked on.
        Offen = "offen", "in Bearbeitung";
        /// The house waits for someone.
        Wartet = "wartet", "pausiert";
        /// Answered, or ended without an answer; not yet closed.
        Beantwortet = "beantwortet", "beantwortet";
        /// Closed.
        Erledigt = "erledigt", "abgeschlossen";
    }
}

aufzaehlung! {
    /// How a ticket ended.
    Reaktionsergebnis {
        /// Answered.
        Beantwortet = "beantwortet", "beantwortet";
        /// Without an answer.
        OhneAntwort = "ohne_antwort", "ohne Antwort beendet";
        /// Handed on.
        Abgegeben = "abgegeben", "abgegeben";
        /// Goes on in another ticket.
        Zusammengefuehrt = "zusammengefuehrt", "zusammengeführt";
    }
}

/// A judgement of the first person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Beurteilung {
    /// How.
    pub urteil: Reaktionsurteil,
    /// Why.
    pub begruendung: String,
    /// Who (user id).
    pub von: String,
    /// The second person (user id), once she agreed.
    pub bestaetigt_von: Option<String>,
}

/// Something that changes because of a reaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reaktionsmassnahme {
    /// What.
    pub was: String,
    /// Until when.
    #[ts(type = "string")]
    pub bis: NaiveDate,
}

/// A pause that runs, with what the house waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Wartegrund {
    /// For whom.
    pub grund: Pausengrund,
    /// For what.
    pub text: String,
}

/// Where a ticket stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionslage {
    /// State.
    pub stand: Reaktionsstand,
    /// What the triage said.
    pub sichtung: Option<Sichtung>,
    /// A triage found a Rechtsbehelf since the ticket was opened; a later one that finds none does not undo that.
    pub rechtsbehelf: bool,
    /// A triage said that it touches data protection; only taking that triage back undoes it.
    pub datenschutz: bool,
    /// From when the clocks run, if not from the receipt: the person came back.
    #[ts(type = "string | null")]
    pub uhr_ab: Option<NaiveDate>,
    /// Receipt confirmed.
    #[ts(type = "string | null")]
    pub bestaetigt_am: Option<NaiveDate>,
    /// Pauses since the clocks run.
    pub pausen: Vec<Reaktionspause>,
    /// What the house waits for just now.
    pub wartet_auf: Option<Wartegrund>,
    /// The day that stops the clock of the answer.
    #[ts(type = "string | null")]
    pub beantwortet_am: Option<NaiveDate>,
    /// How it ended.
    pub ergebnis: Option<Reaktionsergebnis>,
    /// Judgement, proposed or agreed.
    pub beurteilung: Option<Beurteilung>,
    /// Why a second person gave the judgement back last.
    pub zurueckgegeben: Option<String>,
    /// To whom it was handed.
    pub abgegeben_an: Option<String>,
    /// The ticket in which it goes on (id).
    pub zusammengefuehrt_mit: Option<String>,
    /// What changes because of it.
    pub massnahmen: Vec<Reaktionsmassnahme>,
    /// Whether it helped.
    pub rueckmeldung: Option<Rueckmeldung>,
    /// Closed on.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

impl Default for Reaktionslage {
    fn default() -> Self {
        Self {
            stand: Reaktionsstand::Eingegangen,
            sichtung: None,
            rechtsbehelf: false,
            datenschutz: false,
            uhr_ab: None,
            bestaetigt_am: None,
            pausen: Vec::new(),
            wartet_auf: None,
            beantwortet_am: None,
            ergebnis: None,
            beurteilung: None,
            zurueckgegeben: None,
            abgegeben_an: None,
            zusammengefuehrt_mit: None,
            massnahmen: Vec::new(),
            rueckmeldung: None,
            abschluss_am: None,
        }
    }
}

impl Reaktionslage {
    /// Where the steps lead, without those taken back.
    ///
    /// # Errors
    /// As [`Self::nach`], for steps that could not have been taken.
    pub fn aus(art: Reaktionsart, schritte: &[Reaktionseintrag]) -> Result<Self, Fehler> {
        schritte
            .iter()
            .filter(|e| e.zurueckgenommen.is_none())
            .try_fold(Self::default(), |lage, e| lage.nach(art, &e.schritt, &e.von))
    }

    /// A pause was entered after it had moved a day that had passed.
    #[must_use]
    pub fn nachgetragen(&self) -> bool {
        self.pausen.iter().any(|p| p.nachgetragen_am.is_some())
    }

    /// The agreed judgement.
    #[must_use]
    pub fn urteil(&self) -> Option<Reaktionsurteil> {
        self.beurteilung.as_ref().filter(|b| b.bestaetigt_von.is_some()).map(|b| b.urteil)
    }

    /// A judgement waits for the second person.
    #[must_use]
    pub fn beurteilung_offen(&self) -> bool {
        self.beurteilung.as_ref().is_some_and(|b| b.bestaetigt_von.is_none())
    }

    /// Whether two persons must still agree before the ticket can be closed. A reaction that was nothing but a
    /// Rechtsbehelf is judged in its procedure.
    #[must_use]
    pub fn beurteilung_fehlt(&self, art: Reaktionsart) -> bool {
        let nur_rechtsbehelf = self.rechtsbehelf && self.ergebnis == Some(Reaktionsergebnis::OhneAntwort);
        art.beurteilt() && !nur_rechtsbehelf && self.urteil().is_none()
    }

    /// The steps that fit now, in the order of the window.
    #[must_use]
    pub fn moeglich(&self, art: Reaktionsart) -> Vec<Reaktionsschrittart> {
        // A correction fits always, but nobody is asked for one.
        let knopf = |s: &Reaktionsschrittart| *s != Reaktionsschrittart::Berichtigen;
        Reaktionsschrittart::ALLE.iter().copied().filter(knopf).filter(|s| self.erlaubt(art, *s)).collect()
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self, art: Reaktionsart) -> &'static str {
        match self.stand {
            Reaktionsstand::Eingegangen => {
                "Sichten: Enthält die Reaktion einen Widerspruch oder einen anderen Rechtsbehelf?"
            }
            Reaktionsstand::Offen if art.nur_abgabe() => {
                "An die zuständige Stelle abgeben und Tag und Zeichen eintragen."
            }
            Reaktionsstand::Offen if self.bestaetigt_am.is_none() => {
                "Den Eingang bestätigen oder gleich antworten."
            }
            Reaktionsstand::Offen => "Den Sachverhalt klären und antworten.",
            Reaktionsstand::Wartet => "Fortsetzen, sobald die Rückmeldung da ist.",
            Reaktionsstand::Beantwortet if self.beurteilung_offen() => {
                "Eine zweite Person bestätigt die Beurteilung oder gibt sie zurück."
            }
            Reaktionsstand::Beantwortet if self.beurteilung_fehlt(art) => {
                "Beurteilen, ob die Reaktion berechtigt war; eine zweite Person bestätigt das."
            }
            Reaktionsstand::Beantwortet => "Die Reaktion abschließen.",
            Reaktionsstand::Erledigt => "Die Reaktion ist abgeschlossen.",
        }
    }
}
