//! Which step fits where, and where it leads.

use super::lage::{Massnahmenlage, Massnahmenstand, Verschiebung};
use super::schritt::{Massnahmenschritt, Massnahmenschrittart};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Fehler;
use crate::freitext::laenge;
use chrono::NaiveDate;

impl Massnahmenlage {
    /// Whether a step fits the state.
    ///
    /// What a check did not show cannot be called "not measurable" afterwards.
    #[must_use]
    pub fn erlaubt(&self, schritt: Massnahmenschrittart) -> bool {
        use Massnahmenschrittart as S;
        use Massnahmenstand as T;
        match schritt {
            S::Beginnen => self.stand == T::Offen,
            S::Vermerken => !self.stand.abgeschlossen(),
            S::Verschieben | S::Umsetzen => self.stand.zu_tun(),
            S::WirkungFeststellen => matches!(self.stand, T::Umgesetzt | T::WirkungNichtBelegt),
            S::NichtMessbar => self.stand == T::Umgesetzt,
            S::Weiterfuehren => self.stand == T::WirkungNichtBelegt,
            S::Verwerfen => self.stand.zu_tun() || self.stand == T::WirkungNichtBelegt,
        }
    }

    /// The state after a step.
    ///
    /// # Errors
    /// `regel` if it does not fit, `eingabe` for what it carries.
    pub fn nach(&self, schritt: &Massnahmenschritt) -> Result<Self, Fehler> {
        if !self.erlaubt(schritt.art()) {
            return Err(Fehler::regel(format!(
                "„{}“ passt nicht zum Stand „{}“. {}",
                schritt.art().titel(),
                self.stand.titel(),
                self.naechster_schritt(true)
            )));
        }
        let mut neu = self.clone();
        match schritt {
            Massnahmenschritt::Beginnen { am } => {
                (neu.stand, neu.begonnen_am) = (Massnahmenstand::InUmsetzung, Some(*am));
            }
            Massnahmenschritt::Vermerken { text } => {
                neu.vermerk = Some(laenge("schritt.text", text, 3, 1_000)?);
            }
            Massnahmenschritt::Verschieben { bis, grund } => neu.verschieben(*bis, grund)?,
            Massnahmenschritt::Umsetzen { am, vermerk } => {
                neu.vermerk = Some(laenge("schritt.vermerk", vermerk, 5, 1_000)?);
                if self.begonnen_am.is_some_and(|tag| *am < tag) {
                    return Err(Fehler::feld("schritt.am", "Dieser Tag liegt vor dem Beginn der Umsetzung."));
                }
                (neu.stand, neu.umgesetzt_am) = (Massnahmenstand::Umgesetzt, Some(*am));
            }
            Massnahmenschritt::WirkungFeststellen { am, nachweis } => {
                if self.nachweis.as_ref().is_some_and(|n| n.spaetere_id() == nachweis.spaetere_id()) {
                    return Err(Fehler::regel("Diese Prüfung ist für diese Maßnahme schon ausgewertet."));
                }
                self.nicht_vor_der_umsetzung(*am)?;
                let belegt = nachweis.wirkung().map_err(Fehler::intern)?.belegt;
                neu.nachweis = Some(nachweis.clone());
                if belegt {
                    neu.abschliessen(Massnahmenstand::WirkungBelegt, *am);
                } else {
                    neu.stand = Massnahmenstand::WirkungNichtBelegt;
                }
            }
            Massnahmenschritt::NichtMessbar { am, grund } => {
                self.nicht_vor_der_umsetzung(*am)?;
                neu.grund = Some(laenge("schritt.grund", grund, 5, 500)?);
                neu.abschliessen(Massnahmenstand::NichtMessbar, *am);
            }
            Massnahmenschritt::Weiterfuehren { bis, grund } => {
                neu.verschieben(*bis, grund)?;
                // The check that showed nothing stays: it cannot be used again for what is done next.
                (neu.stand, neu.umgesetzt_am) = (Massnahmenstand::InUmsetzung, None);
            }
            Massnahmenschritt::Verwerfen { am, grund } => {
                neu.grund = Some(laenge("schritt.grund", grund, 5, 500)?);
                neu.abschliessen(Massnahmenstand::Verworfen, *am);
            }
        }
        Ok(neu)
    }

    fn verschieben(&mut self, bis: NaiveDate, grund: &str) -> Result<(), Fehler> {
        let grund = laenge("schritt.grund", grund, 5, 300)?;
        if bis == self.faellig {
            return Err(Fehler::feld("schritt.bis", "An diesem Tag ist die Maßnahme schon fällig."));
        }
        self.verschiebungen.push(Verschiebung { von: self.faellig, auf: bis, grund });
        self.faellig = bis;
        Ok(())
    }

    fn nicht_vor_der_umsetzung(&self, am: NaiveDate) -> Result<(), Fehler> {
        match self.umgesetzt_am {
            Some(tag) if am < tag => Err(Fehler::feld("schritt.am", "Dieser Tag liegt vor der Umsetzung.")),
            _ => Ok(()),
        }
    }

    fn abschliessen(&mut self, stand: Massnahmenstand, am: NaiveDate) {
        (self.stand, self.abschluss_am) = (stand, Some(am));
    }
}
