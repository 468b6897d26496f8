//! Which step fits where, and where it leads.

use super::lage::{
    Beurteilung, Reaktionsergebnis, Reaktionslage, Reaktionsmassnahme, Reaktionsstand, Wartegrund,
};
use super::schritt::{Reaktionsschritt, Reaktionsschrittart};
use super::{Reaktionsart, Reaktionspause};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Fehler;
use crate::freitext::laenge;
use chrono::NaiveDate;

impl Reaktionslage {
    /// Whether a step fits the state. Before the triage nothing fits but the triage.
    #[must_use]
    pub fn erlaubt(&self, art: Reaktionsart, schritt: Reaktionsschrittart) -> bool {
        use Reaktionsschrittart as S;
        use Reaktionsstand as T;
        let in_arbeit = matches!(self.stand, T::Offen | T::Wartet);
        let gesichtet = self.sichtung.is_some();
        match schritt {
            // Again, when something came in later: a letter may hide a Widerspruch as well as the first one.
            S::Sichten => self.stand != T::Erledigt,
            S::EingangBestaetigen => in_arbeit && self.bestaetigt_am.is_none() && !art.nur_abgabe(),
            S::Pausieren => self.stand == T::Offen && !art.nur_abgabe(),
            S::Fortsetzen => self.stand == T::Wartet,
            S::Beantworten | S::OhneAntwort => in_arbeit && !art.nur_abgabe(),
            S::Abgeben | S::Zusammenfuehren => in_arbeit,
            S::Beurteilen => {
                art.beurteilt() && (in_arbeit || self.stand == T::Beantwortet) && self.urteil().is_none()
            }
            S::BeurteilungBestaetigen | S::BeurteilungZurueckgeben => self.beurteilung_offen(),
            S::MassnahmeAbleiten => gesichtet && !art.nur_abgabe(),
            S::Nachfragen => {
                matches!(self.stand, T::Beantwortet | T::Erledigt)
                    && self.ergebnis == Some(Reaktionsergebnis::Beantwortet)
            }
            S::Abschliessen => {
                self.stand == T::Beantwortet && !self.beurteilung_fehlt(art) && !self.beurteilung_offen()
            }
            S::WiederOeffnen => {
                self.stand == T::Erledigt && self.ergebnis != Some(Reaktionsergebnis::Zusammengefuehrt)
            }
            // Also where the triage before it was taken back.
            S::Berichtigen => true,
        }
    }

    /// The state after a step that `von` takes.
    ///
    /// # Errors
    /// `regel` if it does not fit, `eingabe` for what it carries, `vier_augen` for agreeing with oneself.
    pub fn nach(&self, art: Reaktionsart, schritt: &Reaktionsschritt, von: &str) -> Result<Self, Fehler> {
        if !self.erlaubt(art, schritt.art()) {
            return Err(Fehler::regel(format!(
                "„{}“ passt nicht zum Stand „{}“. {}",
                schritt.art().titel(),
                self.stand.titel(),
                self.naechster_schritt(art)
            )));
        }
        let mut neu = self.clone();
        match schritt {
            Reaktionsschritt::Sichten { sichtung, .. } => {
                neu.rechtsbehelf |= sichtung.rechtsbehelf;
                neu.datenschutz |= sichtung.datenschutz;
                neu.sichtung = Some(sichtung.clone());
                if self.stand == Reaktionsstand::Eingegangen {
                    neu.stand = Reaktionsstand::Offen;
                }
            }
            Reaktionsschritt::EingangBestaetigen { am } => neu.bestaetigt_am = Some(*am),
            Reaktionsschritt::Pausieren { ab, grund, text, nachgetragen_am, .. } => {
                let text = laenge("schritt.text", text, 5, 300)?;
                neu.pausen.push(Reaktionspause {
                    ab: *ab,
                    bis: None,
                    grund: *grund,
                    nachgetragen_am: *nachgetragen_am,
                });
                neu.wartet_auf = Some(Wartegrund { grund: *grund, text });
                neu.stand = Reaktionsstand::Wartet;
            }
            Reaktionsschritt::Fortsetzen { am } => {
                neu.pause_beenden("schritt.am", *am)?;
                neu.stand = Reaktionsstand::Offen;
            }
            Reaktionsschritt::Beantworten { am, .. } => {
                neu.enden(Reaktionsergebnis::Beantwortet, *am)?;
                neu.stand = Reaktionsstand::Beantwortet;
            }
            Reaktionsschritt::OhneAntwort { am, grund } => {
                laenge("schritt.grund", grund, 5, 300)?;
                neu.enden(Reaktionsergebnis::OhneAntwort, *am)?;
                neu.stand = Reaktionsstand::Beantwortet;
            }
            Reaktionsschritt::Beurteilen { urteil, begruendung } => {
                neu.beurteilung = Some(Beurteilung {
                    urteil: *urteil,
                    begruendung: laenge("schritt.begruendung", begruendung, 5, 500)?,
                    von: von.to_owned(),
                    bestaetigt_von: None,
                });
                neu.zurueckgegeben = None;
            }
            Reaktionsschritt::BeurteilungBestaetigen {} => {
                if let Some(b) = &mut neu.beurteilung {
                    b.bestaetigt_von = Some(zweite_person(&b.von, von)?);
                }
            }
            Reaktionsschritt::BeurteilungZurueckgeben { grund } => {
                let grund = laenge("schritt.grund", grund, 5, 500)?;
                if let Some(b) = &neu.beurteilung {
                    zweite_person(&b.von, von)?;
                }
                neu.beurteilung = None;
                neu.zurueckgegeben = Some(grund);
            }
            Reaktionsschritt::Abgeben { am, an, zeichen } => {
                neu.abgegeben_an = Some(laenge("schritt.an", an, 3, 120)?);
                laenge("schritt.zeichen", zeichen, 0, 60)?;
                neu.enden(Reaktionsergebnis::Abgegeben, *am)?;
                neu.schliessen(*am);
            }
            Reaktionsschritt::Zusammenfuehren { am, mit } => {
                neu.zusammengefuehrt_mit = Some(mit.clone());
                neu.enden(Reaktionsergebnis::Zusammengefuehrt, *am)?;
                neu.schliessen(*am);
            }
            Reaktionsschritt::MassnahmeAbleiten { was, bis } => {
                neu.massnahmen
                    .push(Reaktionsmassnahme { was: laenge("schritt.was", was, 5, 300)?, bis: *bis });
            }
            Reaktionsschritt::Nachfragen { rueckmeldung, .. } => neu.rueckmeldung = Some(*rueckmeldung),
            Reaktionsschritt::Abschliessen { am } => {
                if neu.beantwortet_am.is_some_and(|tag| *am < tag) {
                    return Err(Fehler::feld(
                        "schritt.am",
                        "Der Abschluss kann nicht vor der Antwort liegen.",
                    ));
                }
                neu.schliessen(*am);
            }
            Reaktionsschritt::WiederOeffnen { am, grund } => {
                laenge("schritt.grund", grund, 5, 300)?;
                if neu.abschluss_am.is_some_and(|tag| *am < tag) {
                    return Err(Fehler::feld("schritt.am", "Dieser Tag liegt vor dem Abschluss."));
                }
                // What was said of the first answer does not hold for the second, and what is new must be looked
                // through again; measures stay.
                neu = Self {
                    uhr_ab: Some(*am),
                    datenschutz: neu.datenschutz,
                    massnahmen: neu.massnahmen,
                    ..Self::default()
                };
            }
            Reaktionsschritt::Berichtigen { begruendung, neu_beurteilen, .. } => {
                laenge("begruendung", begruendung, 5, 500)?;
                if *neu_beurteilen {
                    neu.beurteilung = None;
                }
            }
        }
        Ok(neu)
    }

    /// The clock of the answer stops; what the house waited for is no matter any more.
    fn enden(&mut self, ergebnis: Reaktionsergebnis, am: NaiveDate) -> Result<(), Fehler> {
        if self.stand == Reaktionsstand::Wartet {
            self.pause_beenden("schritt.am", am)?;
        }
        (self.ergebnis, self.beantwortet_am) = (Some(ergebnis), Some(am));
        Ok(())
    }

    fn schliessen(&mut self, am: NaiveDate) {
        // A proposal that nobody agreed to is none.
        if self.beurteilung_offen() {
            self.beurteilung = None;
        }
        (self.stand, self.abschluss_am) = (Reaktionsstand::Erledigt, Some(am));
    }

    fn pause_beenden(&mut self, feld: &str, am: NaiveDate) -> Result<(), Fehler> {
        self.wartet_auf = None;
        match self.pausen.last_mut() {
            Some(pause) if am < pause.ab => {
                Err(Fehler::feld(feld, "Dieser Tag liegt vor dem Beginn der Pause."))
            }
            Some(pause) => {
                pause.bis = Some(am);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

fn zweite_person(erste: &str, von: &str) -> Result<String, Fehler> {
    if erste == von {
        return Err(Fehler::vier_augen(
            "Sie haben die Beurteilung vorgeschlagen. Entscheiden muss eine andere Person.",
        ));
    }
    Ok(von.to_owned())
}
