//! Where a Zuwendung stands, which step fits, and where it leads.

use super::angaben::{Zuwendungsart, Zuwendungsinhalt};
use super::schritt::{Annahme, Zuwendungsschritt, Zuwendungsschrittart};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Fehler;
use crate::freitext::laenge;
use crate::korruption::zweite_person;
use crate::schrittfolge::{Registerschritt, geltende};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// State of a Zuwendung.
    Zuwendungsstand {
        /// Nobody has proposed what to do.
        Angezeigt = "angezeigt", "zu entscheiden";
        /// A proposal waits for the second person.
        Vorgeschlagen = "vorgeschlagen", "wartet auf zweite Person";
        /// Decided by two, not yet carried out.
        Entschieden = "entschieden", "entschieden";
        /// Carried out.
        Abgeschlossen = "abgeschlossen", "abgeschlossen";
    }
}

/// What is proposed or decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Zuwendungsentscheidung {
    /// What.
    pub annahme: Annahme,
    /// Why.
    pub begruendung: String,
    /// Who proposed it (user id).
    pub von: String,
    /// The second person (user id), once she agreed.
    pub bestaetigt_von: Option<String>,
}

/// Where a Zuwendung stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Zuwendungslage {
    /// State.
    pub stand: Zuwendungsstand,
    /// What is proposed or decided.
    pub entscheidung: Option<Zuwendungsentscheidung>,
    /// Why the second person did not agree to the last proposal.
    pub zurueckgegeben: Option<String>,
    /// Carried out on.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

impl Default for Zuwendungslage {
    fn default() -> Self {
        Self {
            stand: Zuwendungsstand::Angezeigt,
            entscheidung: None,
            zurueckgegeben: None,
            abschluss_am: None,
        }
    }
}

impl Zuwendungslage {
    /// Where the steps lead, without those taken back.
    ///
    /// # Errors
    /// As [`Self::nach`], for steps that could not have been taken.
    pub fn aus(
        angaben: &Zuwendungsinhalt,
        schritte: &[Registerschritt<Zuwendungsschritt>],
    ) -> Result<Self, Fehler> {
        geltende(schritte).try_fold(Self::default(), |lage, e| lage.nach(angaben, &e.schritt, &e.von))
    }

    /// What two persons decided.
    #[must_use]
    pub fn entschieden(&self) -> Option<&Zuwendungsentscheidung> {
        self.entscheidung.as_ref().filter(|e| e.bestaetigt_von.is_some())
    }

    /// A proposal that waits for the second person.
    #[must_use]
    pub fn vorschlag(&self) -> Option<&Zuwendungsentscheidung> {
        self.entscheidung.as_ref().filter(|e| e.bestaetigt_von.is_none())
    }

    /// Whether a step fits the state.
    #[must_use]
    pub fn erlaubt(&self, schritt: Zuwendungsschrittart) -> bool {
        use Zuwendungsschrittart as S;
        use Zuwendungsstand as T;
        match schritt {
            // Another proposal takes the place of the first.
            S::Vorschlagen => matches!(self.stand, T::Angezeigt | T::Vorgeschlagen),
            S::Bestaetigen | S::Zurueckgeben => self.stand == T::Vorgeschlagen,
            S::Abschliessen => self.stand == T::Entschieden,
            S::Wiederaufnehmen => matches!(self.stand, T::Entschieden | T::Abgeschlossen),
        }
    }

    /// The steps that fit now, in the order of the window.
    #[must_use]
    pub fn moeglich(&self) -> Vec<Zuwendungsschrittart> {
        Zuwendungsschrittart::ALLE.iter().copied().filter(|s| self.erlaubt(*s)).collect()
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self) -> &'static str {
        match self.stand {
            Zuwendungsstand::Angezeigt => "Vorschlagen, was mit der Zuwendung geschieht.",
            Zuwendungsstand::Vorgeschlagen => {
                "Eine zweite Person bestätigt den Vorschlag oder gibt ihn zurück."
            }
            Zuwendungsstand::Entschieden => "Die Entscheidung ausführen und den Vorgang abschließen.",
            Zuwendungsstand::Abgeschlossen => "Die Zuwendung ist abgeschlossen.",
        }
    }

    /// The state after a step that `von` takes.
    ///
    /// # Errors
    /// `regel` if it does not fit or money would be accepted, `eingabe` for what it carries, `vier_augen` for agreeing
    /// with oneself.
    pub fn nach(
        &self,
        angaben: &Zuwendungsinhalt,
        schritt: &Zuwendungsschritt,
        von: &str,
    ) -> Result<Self, Fehler> {
        if !self.erlaubt(schritt.art()) {
            return Err(Fehler::regel(format!(
                "„{}“ passt nicht zum Stand „{}“. {}",
                schritt.art().titel(),
                self.stand.titel(),
                self.naechster_schritt()
            )));
        }
        let mut neu = self.clone();
        match schritt {
            Zuwendungsschritt::Vorschlagen { annahme, begruendung } => {
                if angaben.art == Zuwendungsart::Geld && *annahme == Annahme::Angenommen {
                    return Err(Fehler::regel(
                        "Geld und Gutscheine werden nie angenommen, auch nicht in kleinen Beträgen (§ 71 BBG, § 3 Abs. 2 TVöD). Bitte wählen Sie eine andere Entscheidung.",
                    ));
                }
                neu.entscheidung = Some(Zuwendungsentscheidung {
                    annahme: *annahme,
                    begruendung: laenge("schritt.begruendung", begruendung, 5, 500)?,
                    von: von.to_owned(),
                    bestaetigt_von: None,
                });
                neu.zurueckgegeben = None;
                neu.stand = Zuwendungsstand::Vorgeschlagen;
            }
            Zuwendungsschritt::Bestaetigen {} => {
                if let Some(e) = &mut neu.entscheidung {
                    e.bestaetigt_von = Some(zweite_person(&e.von, von)?);
                }
                neu.stand = Zuwendungsstand::Entschieden;
            }
            Zuwendungsschritt::Zurueckgeben { grund } => {
                let grund = laenge("schritt.grund", grund, 5, 500)?;
                if let Some(e) = &neu.entscheidung {
                    zweite_person(&e.von, von)?;
                }
                neu.entscheidung = None;
                neu.zurueckgegeben = Some(grund);
                neu.stand = Zuwendungsstand::Angezeigt;
            }
            Zuwendungsschritt::Abschliessen { am, vermerk } => {
                let annahme = neu.entscheidung.as_ref().map(|e| e.annahme);
                let weg = matches!(annahme, Some(Annahme::Zurueckgegeben | Annahme::Gespendet));
                if weg && vermerk.trim().is_empty() {
                    return Err(Fehler::feld(
                        "schritt.vermerk",
                        "Bitte geben Sie an, wie die Zuwendung zurück- oder weitergegeben wurde und wo der Nachweis liegt.",
                    ));
                }
                laenge("schritt.vermerk", vermerk, if weg { 5 } else { 0 }, 300)?;
                if *am < angaben.tag {
                    return Err(Fehler::feld("schritt.am", "Dieser Tag liegt vor der Zuwendung."));
                }
                neu.abschluss_am = Some(*am);
                neu.stand = Zuwendungsstand::Abgeschlossen;
            }
            Zuwendungsschritt::Wiederaufnehmen { grund } => {
                laenge("schritt.grund", grund, 5, 300)?;
                neu = Self::default();
            }
        }
        Ok(neu)
    }
}
