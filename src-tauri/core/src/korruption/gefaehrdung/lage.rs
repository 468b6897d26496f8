//! Where an entry of the atlas stands, which step fits, and where it leads.

use super::inhalt::Gefaehrdungsinhalt;
use super::schritt::{Gefaehrdungsschritt, Gefaehrdungsschrittart};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Fehler;
use crate::freitext::laenge;
use crate::korruption::zweite_person;
use crate::schrittfolge::{Registerschritt, geltende};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// State of an entry.
    Gefaehrdungsstand {
        /// A version or an abolition waits for the second person; an older version may hold meanwhile.
        Vorgeschlagen = "vorgeschlagen", "wartet auf zweite Person";
        /// The first version was given back; none holds.
        Zurueckgegeben = "zurueckgegeben", "zurückgegeben";
        /// A version holds.
        Gueltig = "gueltig", "gültig";
        /// Post or area are no more.
        Aufgehoben = "aufgehoben", "aufgehoben";
    }
}

/// A version of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gefaehrdungsfassung {
    /// 1, 2, 3 …; versions that were given back keep none.
    pub nummer: u32,
    /// What it says.
    pub angaben: Gefaehrdungsinhalt,
    /// Why it changed; empty for the first.
    pub grund: String,
    /// Who proposed it (user id).
    pub von: String,
    /// The second person (user id), once she agreed.
    pub bestaetigt_von: Option<String>,
}

/// That an entry is to be abolished, or was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gefaehrdungsaufhebung {
    /// No more since.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// Why.
    pub grund: String,
    /// Who proposed it (user id).
    pub von: String,
    /// The second person (user id), once she agreed.
    pub bestaetigt_von: Option<String>,
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gefaehrdungslage {
    /// State.
    pub stand: Gefaehrdungsstand,
    /// The version that holds, and those before it, newest first.
    pub fassungen: Vec<Gefaehrdungsfassung>,
    /// The version that waits.
    pub vorschlag: Option<Gefaehrdungsfassung>,
    /// The version that was given back last, and why.
    pub zurueckgegeben: Option<Gefaehrdungsfassung>,
    /// Why it was given back.
    pub rueckgabegrund: Option<String>,
    /// Day by which it is looked at again: of the version, or of the last look.
    #[ts(type = "string | null")]
    pub ueberpruefung_am: Option<NaiveDate>,
    /// The abolition that waits, or that holds by two.
    pub aufhebung: Option<Gefaehrdungsaufhebung>,
    /// Why the abolition that was proposed last was given back.
    pub aufhebung_rueckgabegrund: Option<String>,
    /// No more since.
    #[ts(type = "string | null")]
    pub aufgehoben_am: Option<NaiveDate>,
}

impl Default for Gefaehrdungslage {
    fn default() -> Self {
        Self {
            stand: Gefaehrdungsstand::Zurueckgegeben,
            fassungen: Vec::new(),
            vorschlag: None,
            zurueckgegeben: None,
            rueckgabegrund: None,
            ueberpruefung_am: None,
            aufhebung: None,
            aufhebung_rueckgabegrund: None,
            aufgehoben_am: None,
        }
    }
}

impl Gefaehrdungslage {
    /// Where the steps lead, without those taken back.
    ///
    /// # Errors
    /// As [`Self::nach`], for steps that could not have been taken.
    pub fn aus(schritte: &[Registerschritt<Gefaehrdungsschritt>]) -> Result<Self, Fehler> {
        geltende(schritte).try_fold(Self::default(), |lage, e| match e.schritt {
            // Until it took two, one person abolished entries that held; those stay as they were entered.
            Gefaehrdungsschritt::Aufheben { .. } if lage.ruhig() => lage.danach(&e.schritt, &e.von),
            _ => lage.nach(&e.schritt, &e.von),
        })
    }

    /// The version that holds.
    #[must_use]
    pub fn gueltig(&self) -> Option<&Gefaehrdungsfassung> {
        self.fassungen.first()
    }

    /// What the entry says: the version that holds, else the one that waits or was given back.
    #[must_use]
    pub fn angaben(&self) -> Option<&Gefaehrdungsinhalt> {
        [self.gueltig(), self.vorschlag.as_ref(), self.zurueckgegeben.as_ref()]
            .into_iter()
            .flatten()
            .map(|f| &f.angaben)
            .next()
    }

    /// The abolition that waits.
    #[must_use]
    pub fn aufhebung_wartet(&self) -> Option<&Gefaehrdungsaufhebung> {
        self.aufhebung.as_ref().filter(|a| a.bestaetigt_von.is_none())
    }

    /// Who proposed what waits for the second person (user id).
    #[must_use]
    pub fn wartet_von(&self) -> Option<&str> {
        let fassung = self.vorschlag.as_ref().map(|f| f.von.as_str());
        fassung.or_else(|| self.aufhebung_wartet().map(|a| a.von.as_str()))
    }

    /// Who proposed and who agreed to what holds (user ids): the abolition, else the version.
    #[must_use]
    pub fn zwei(&self) -> Option<(&str, &str)> {
        let aufhebung = self.aufhebung.as_ref().map(|a| (a.von.as_str(), a.bestaetigt_von.as_deref()));
        let fassung = self.gueltig().map(|f| (f.von.as_str(), f.bestaetigt_von.as_deref()));
        let zwei = aufhebung.filter(|(_, zweite)| zweite.is_some()).or(fassung);
        zwei.and_then(|(erste, zweite)| Some((erste, zweite?)))
    }

    /// There is the entry, and nothing waits.
    fn ruhig(&self) -> bool {
        self.aufgehoben_am.is_none() && self.wartet_von().is_none() && self.angaben().is_some()
    }

    /// Whether a step fits the state.
    #[must_use]
    pub fn erlaubt(&self, schritt: Gefaehrdungsschrittart) -> bool {
        use Gefaehrdungsschrittart as S;
        let gilt = self.gueltig().is_some();
        match schritt {
            // Another version takes the place of the one that waits; what was abolished may come back.
            S::Fassen => self.aufhebung_wartet().is_none(),
            S::Bestaetigen | S::Zurueckgeben => self.wartet_von().is_some(),
            S::Ueberpruefen | S::AufhebungVorschlagen => gilt && self.ruhig(),
            S::Aufheben => !gilt && self.ruhig(),
        }
    }

    /// The steps that fit now, in the order of the window.
    #[must_use]
    pub fn moeglich(&self) -> Vec<Gefaehrdungsschrittart> {
        Gefaehrdungsschrittart::ALLE.iter().copied().filter(|s| self.erlaubt(*s)).collect()
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self) -> &'static str {
        match self.stand {
            Gefaehrdungsstand::Vorgeschlagen if self.aufhebung_wartet().is_some() => {
                "Eine zweite Person bestätigt die Aufhebung oder gibt sie zurück."
            }
            Gefaehrdungsstand::Vorgeschlagen => {
                "Eine zweite Person bestätigt die Fassung oder gibt sie zurück."
            }
            Gefaehrdungsstand::Zurueckgegeben => "Eine neue Fassung vorschlagen.",
            Gefaehrdungsstand::Gueltig => "Zum vorgemerkten Tag überprüfen, ob der Eintrag noch zutrifft.",
            Gefaehrdungsstand::Aufgehoben => "Der Eintrag ist aufgehoben.",
        }
    }

    /// The state after a step that `von` takes.
    ///
    /// # Errors
    /// `regel` if it does not fit, `eingabe` for what it carries, `vier_augen` for agreeing with oneself.
    pub fn nach(&self, schritt: &Gefaehrdungsschritt, von: &str) -> Result<Self, Fehler> {
        if !self.erlaubt(schritt.art()) {
            return Err(Fehler::regel(format!(
                "„{}“ passt nicht zum Stand „{}“. {}",
                schritt.art().titel(),
                self.stand.titel(),
                self.naechster_schritt()
            )));
        }
        self.danach(schritt, von)
    }

    fn danach(&self, schritt: &Gefaehrdungsschritt, von: &str) -> Result<Self, Fehler> {
        let mut neu = self.clone();
        match schritt {
            Gefaehrdungsschritt::Fassen { angaben, grund } => {
                let erste = self.fassungen.is_empty();
                let grund = laenge("grund", grund, if erste { 0 } else { 5 }, 500)?;
                neu.vorschlag = Some(Gefaehrdungsfassung {
                    nummer: u32::try_from(self.fassungen.len()).unwrap_or(u32::MAX).saturating_add(1),
                    angaben: (**angaben).clone(),
                    grund,
                    von: von.to_owned(),
                    bestaetigt_von: None,
                });
                (neu.zurueckgegeben, neu.rueckgabegrund) = (None, None);
                neu.aufhebung_rueckgabegrund = None;
            }
            Gefaehrdungsschritt::Bestaetigen {} => {
                if let Some(aufhebung) = neu.aufhebung.as_mut().filter(|a| a.bestaetigt_von.is_none()) {
                    aufhebung.bestaetigt_von = Some(zweite_person(&aufhebung.von, von)?);
                    neu.aufgehoben_am = Some(aufhebung.am);
                } else if let Some(mut fassung) = neu.vorschlag.take() {
                    fassung.bestaetigt_von = Some(zweite_person(&fassung.von, von)?);
                    neu.ueberpruefung_am = Some(fassung.angaben.ueberpruefung_am);
                    neu.fassungen.insert(0, fassung);
                    (neu.aufhebung, neu.aufgehoben_am) = (None, None);
                }
            }
            Gefaehrdungsschritt::Zurueckgeben { grund } => {
                let grund = laenge("grund", grund, 5, 500)?;
                if let Some(aufhebung) = self.aufhebung_wartet() {
                    zweite_person(&aufhebung.von, von)?;
                    (neu.aufhebung, neu.aufhebung_rueckgabegrund) = (None, Some(grund));
                } else if let Some(fassung) = neu.vorschlag.take() {
                    zweite_person(&fassung.von, von)?;
                    (neu.zurueckgegeben, neu.rueckgabegrund) = (Some(fassung), Some(grund));
                }
            }
            Gefaehrdungsschritt::Ueberpruefen { am, naechste, vermerk } => {
                laenge("schritt.vermerk", vermerk, 5, 500)?;
                if naechste <= am {
                    return Err(Fehler::feld(
                        "schritt.naechste",
                        "Die nächste Überprüfung liegt nicht nach dieser. Bitte prüfen Sie den Tag.",
                    ));
                }
                neu.ueberpruefung_am = Some(*naechste);
                neu.aufhebung_rueckgabegrund = None;
            }
            Gefaehrdungsschritt::AufhebungVorschlagen { am, grund } => {
                neu.aufhebung = Some(Gefaehrdungsaufhebung {
                    am: *am,
                    grund: laenge("schritt.grund", grund, 5, 500)?,
                    von: von.to_owned(),
                    bestaetigt_von: None,
                });
                neu.aufhebung_rueckgabegrund = None;
            }
            Gefaehrdungsschritt::Aufheben { am, grund } => {
                laenge("schritt.grund", grund, 5, 500)?;
                neu.aufgehoben_am = Some(*am);
            }
        }
        neu.stand = if neu.wartet_von().is_some() {
            Gefaehrdungsstand::Vorgeschlagen
        } else if neu.aufgehoben_am.is_some() {
            Gefaehrdungsstand::Aufgehoben
        } else if neu.gueltig().is_some() {
            Gefaehrdungsstand::Gueltig
        } else {
            Gefaehrdungsstand::Zurueckgegeben
        };
        Ok(neu)
    }
}
