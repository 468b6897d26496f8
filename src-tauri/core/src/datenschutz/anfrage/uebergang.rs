//! Which step fits where, and where it leads.

use super::angaben::Anfrageinhalt;
use super::lage::{Anfrageabschluss, Anfragelage, Anfragestand, Fristverlaengerung, Identitaet};
use super::schritt::{Anfrageergebnis, Anfrageschritt, Anfrageschrittart};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Fehler;
use crate::freitext::laenge;
use crate::frist::{Kurz, Ort};
use chrono::NaiveDate;

impl Anfragelage {
    /// Whether a step fits the state.
    #[must_use]
    pub fn erlaubt(&self, schritt: Anfrageschrittart) -> bool {
        use Anfrageschrittart as S;
        let offen = self.stand != Anfragestand::Erledigt;
        match schritt {
            S::IdentitaetPruefen => offen && self.identitaet.is_none(),
            S::Verlaengern => offen && self.verlaengerung.is_none(),
            S::Beantworten | S::Abgeben | S::Zurueckziehen => offen,
            S::Wiederaufnehmen => !offen,
            S::Berichtigen => true,
        }
    }

    /// The state after a step.
    ///
    /// # Errors
    /// `regel` if it does not fit, `eingabe` for what it carries. Whether an extension was told in time is another
    /// question ([`Self::verlaengerung_rechtzeitig`]), because its answer hangs on the holidays of the place.
    pub fn nach(&self, angaben: &Anfrageinhalt, schritt: &Anfrageschritt) -> Result<Self, Fehler> {
        if !self.erlaubt(schritt.art()) {
            return Err(Fehler::regel(format!(
                "„{}“ passt nicht zum Stand „{}“. {}",
                schritt.art().titel(),
                self.stand.titel(),
                self.naechster_schritt(angaben.art)
            )));
        }
        let ab = self.uhr_ab.unwrap_or(angaben.eingang);
        if let Some((feld, _)) = schritt.am().filter(|(_, am)| *am < ab) {
            return Err(Fehler::feld(feld, "Dieser Tag liegt vor dem Eingang. Bitte prüfen Sie das Datum."));
        }
        let mut neu = self.clone();
        match schritt {
            Anfrageschritt::IdentitaetPruefen { am, wie } => {
                neu.identitaet = Some(Identitaet { am: *am, wie: *wie });
                neu.stand = Anfragestand::Bearbeitung;
            }
            Anfrageschritt::Verlaengern { unterrichtet_am, grund } => {
                let grund = laenge("schritt.grund", grund, 10, 500)?;
                neu.verlaengerung = Some(Fristverlaengerung { unterrichtet_am: *unterrichtet_am, grund });
            }
            Anfrageschritt::Beantworten { am, ergebnis, grund } => {
                neu.enden(*am, *ergebnis, self.antwort(angaben, *ergebnis, grund)?);
            }
            Anfrageschritt::Abgeben { am, an } => {
                neu.enden(*am, Anfrageergebnis::Abgegeben, laenge("schritt.an", an, 3, 120)?);
            }
            Anfrageschritt::Zurueckziehen { am } => {
                neu.enden(*am, Anfrageergebnis::Zurueckgezogen, String::new());
            }
            Anfrageschritt::Wiederaufnehmen { am, grund } => {
                laenge("schritt.grund", grund, 5, 300)?;
                if neu.abschluss.as_ref().is_some_and(|ende| *am < ende.am) {
                    return Err(Fehler::feld("schritt.am", "Dieser Tag liegt vor dem Abschluss."));
                }
                // Who took it back and returns asks anew, with a month and an extension of its own. After an answer the
                // house only goes on, and what it owes is due since the same day. Who asks is still known.
                let ende = neu.abschluss.take();
                if ende.is_some_and(|ende| ende.ergebnis == Anfrageergebnis::Zurueckgezogen) {
                    neu = Self { uhr_ab: Some(*am), identitaet: neu.identitaet, ..Self::default() };
                }
                neu.stand = if neu.identitaet.is_some() {
                    Anfragestand::Bearbeitung
                } else {
                    Anfragestand::Eingegangen
                };
            }
            Anfrageschritt::Berichtigen { begruendung, .. } => {
                laenge("begruendung", begruendung, 5, 500)?;
            }
        }
        Ok(neu)
    }

    /// Whether the person was told of an extension inside the first month; without one there is nothing to tell.
    ///
    /// # Errors
    /// `eingabe` with the last day on which she could have been told.
    pub fn verlaengerung_rechtzeitig(&self, angaben: &Anfrageinhalt, ort: &Ort) -> Result<(), Fehler> {
        let ab = self.uhr_ab.unwrap_or(angaben.eingang);
        let Some(verlaengerung) = &self.verlaengerung else { return Ok(()) };
        let erster_monat = angaben.uhr(ab, false, ort)?.fristende;
        if verlaengerung.unterrichtet_am <= erster_monat {
            return Ok(());
        }
        Err(Fehler::feld(
            "schritt.unterrichtet_am",
            format!(
                "Über eine Verlängerung muss die Person innerhalb des ersten Monats unterrichtet werden, also bis {} (Art. 12 Abs. 3 Satz 3 DSGVO). Danach ist sie nicht mehr möglich.",
                Kurz(erster_monat)
            ),
        ))
    }

    /// The reasons of an answer: needed where not all was done.
    fn antwort(
        &self,
        angaben: &Anfrageinhalt,
        ergebnis: Anfrageergebnis,
        grund: &str,
    ) -> Result<String, Fehler> {
        match ergebnis {
            Anfrageergebnis::Abgegeben | Anfrageergebnis::Zurueckgezogen => {
                Err(Fehler::feld("schritt.ergebnis", "Dafür gibt es einen eigenen Schritt."))
            }
            // Nothing about a person goes to someone who may be another.
            Anfrageergebnis::Erfuellt | Anfrageergebnis::Teilweise
                if angaben.art.gesetzliche_frist() && self.identitaet.is_none() =>
            {
                Err(Fehler::regel(
                    "Bitte tragen Sie zuerst ein, wie die Identität geprüft wurde (Art. 12 Abs. 6 DSGVO).",
                ))
            }
            Anfrageergebnis::Erfuellt => laenge("schritt.grund", grund, 0, 500),
            Anfrageergebnis::Teilweise | Anfrageergebnis::Abgelehnt => {
                if grund.trim().is_empty() {
                    return Err(Fehler::feld(
                        "schritt.grund",
                        "Bitte begründen Sie, was nicht erfüllt wird; die Person erfährt die Gründe (Art. 12 Abs. 4 DSGVO).",
                    ));
                }
                laenge("schritt.grund", grund, 10, 500)
            }
        }
    }

    fn enden(&mut self, am: NaiveDate, ergebnis: Anfrageergebnis, grund: String) {
        self.abschluss = Some(Anfrageabschluss { am, ergebnis, grund });
        self.stand = Anfragestand::Erledigt;
    }
}
