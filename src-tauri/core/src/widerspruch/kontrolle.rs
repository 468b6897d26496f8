//! How a deadline is confirmed. Those whose missing is dear, and a Widerspruchsfrist that was missed, need two
//! persons who find the same day, each for herself; all others need one confirmation. Nothing here blocks
//! the work: a deadline nobody confirmed stays visible as such.

use super::frist::{Berechnung, Ereignis, Friststand, Verfahrensfrist, Wer};
use crate::aufzaehlung::aufzaehlung;
use crate::fehler::Fehler;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Whether a second person agrees.
    Kontrolle {
        /// Nobody has yet.
        Unbestaetigt = "unbestaetigt", "unbestätigt";
        /// She does.
        Bestaetigt = "bestaetigt", "bestätigt";
        /// She found another day; both give their reasons until they agree.
        Abweichend = "abweichend", "abweichend";
    }
}

/// A person's own day for a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gegenkontrolle {
    /// Who (user id).
    pub von: String,
    /// When (UTC).
    pub am: String,
    /// Her day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Why it differs; empty until she gives a reason.
    pub grund: String,
}

/// A day that replaces the computed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Uebersteuerung {
    /// The day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Why.
    pub grund: String,
    /// Who proposes it (user id).
    pub von: String,
    /// Who agreed (user id); `None` while it waits.
    pub gezeichnet_von: Option<String>,
}

impl Verfahrensfrist {
    /// Whether its day is kept from that person, so that she can find it for herself.
    #[must_use]
    pub fn verdeckt_fuer(&self, person: &str, darf_gegenpruefen: bool) -> bool {
        self.doppelt
            && self.kontrolle == Kontrolle::Unbestaetigt
            && self.stand != Friststand::Gegenstandslos
            && darf_gegenpruefen
            && self.eingetragen_von != person
            && self.berechnung.tag().is_some()
    }

    /// One confirmation by another person.
    pub(crate) fn bestaetigen(&mut self, wer: Wer<'_>) -> Result<(), Fehler> {
        if self.doppelt {
            return Err(Fehler::regel(
                "Diese Frist wird doppelt geprüft: Bitte geben Sie den Tag an, den Sie selbst ermittelt haben.",
            ));
        }
        self.andere_person(wer)?;
        self.offen()?;
        self.kontrolle = Kontrolle::Bestaetigt;
        self.ereignis(wer, Ereignis::Bestaetigt, self.tag, "");
        Ok(())
    }

    /// The second person's own day. Equal confirms; different is shown until both agree, and the earlier
    /// day counts meanwhile.
    pub(crate) fn gegenpruefen(&mut self, tag: NaiveDate, wer: Wer<'_>) -> Result<(), Fehler> {
        self.andere_person(wer)?;
        self.offen()?;
        let gegen = Gegenkontrolle { von: wer.von.into(), am: wer.zeit.into(), tag, grund: String::new() };
        let alt = self.tag;
        self.zweite = Some(gegen);
        if self.berechnung.tag() == Some(tag) {
            self.kontrolle = Kontrolle::Bestaetigt;
            self.ereignis(wer, Ereignis::Bestaetigt, alt, "");
        } else {
            self.kontrolle = Kontrolle::Abweichend;
            self.frueherer_tag();
            self.ereignis(wer, Ereignis::Abweichend, alt, "");
        }
        Ok(())
    }

    /// One of the two gives her reason, and the day she holds to or now agrees to.
    pub(crate) fn klaeren(&mut self, tag: NaiveDate, grund: &str, wer: Wer<'_>) -> Result<(), Fehler> {
        if self.kontrolle != Kontrolle::Abweichend {
            return Err(Fehler::regel("Diese Frist hat keine offene Abweichung."));
        }
        let antwort =
            Gegenkontrolle { von: wer.von.into(), am: wer.zeit.into(), tag, grund: grund.to_owned() };
        if self.eingetragen_von == wer.von {
            self.erste = Some(antwort);
        } else if self.zweite.as_ref().is_some_and(|z| z.von == wer.von) {
            self.zweite = Some(antwort);
        } else {
            return Err(Fehler::vier_augen(
                "Die Abweichung klären die beiden Personen, die den Tag ermittelt haben.",
            ));
        }
        let alt = self.tag;
        match (&self.erste, &self.zweite) {
            (Some(a), Some(b)) if a.tag == b.tag && !a.grund.is_empty() && !b.grund.is_empty() => {
                if self.berechnung.tag() != Some(a.tag) {
                    self.uebersteuerung = Some(Uebersteuerung {
                        tag: a.tag,
                        grund: a.grund.clone(),
                        von: a.von.clone(),
                        gezeichnet_von: Some(b.von.clone()),
                    });
                }
                self.tag = Some(a.tag);
                self.kontrolle = Kontrolle::Bestaetigt;
                self.ereignis(wer, Ereignis::Geklaert, alt, grund);
            }
            _ => {
                self.frueherer_tag();
                self.ereignis(wer, Ereignis::Begruendet, alt, grund);
            }
        }
        Ok(())
    }

    /// Proposes another day than the computed one; the computed one counts until a second person agrees. A day that
    /// two persons must find is found first: agreeing to a proposal is no way around it.
    pub(crate) fn uebersteuern(&mut self, tag: NaiveDate, grund: &str, wer: Wer<'_>) -> Result<(), Fehler> {
        self.laeuft()?;
        if self.art.von_hand() {
            return Err(Fehler::regel("Diese Frist ist von Hand eingetragen. Bitte ändern Sie ihren Tag."));
        }
        if self.doppelt && self.kontrolle != Kontrolle::Bestaetigt {
            return Err(Fehler::regel(
                "Bitte lassen Sie diese Frist zuerst gegenprüfen. Danach lässt sich ein anderer Tag vorschlagen.",
            ));
        }
        if self.tag == Some(tag) {
            return Err(Fehler::feld("tag", "Dieser Tag gilt schon."));
        }
        self.uebersteuerung =
            Some(Uebersteuerung { tag, grund: grund.to_owned(), von: wer.von.into(), gezeichnet_von: None });
        self.ereignis(wer, Ereignis::UebersteuerungVorgeschlagen, self.tag, grund);
        Ok(())
    }

    /// The second person agrees to another day, or not.
    pub(crate) fn uebersteuerung_entscheiden(
        &mut self,
        zustimmen: bool,
        grund: &str,
        wer: Wer<'_>,
    ) -> Result<(), Fehler> {
        let Some(vorschlag) = self.uebersteuerung.as_mut().filter(|u| u.gezeichnet_von.is_none()) else {
            return Err(Fehler::regel("Für diese Frist ist kein anderer Tag vorgeschlagen."));
        };
        if vorschlag.von == wer.von {
            return Err(Fehler::vier_augen(
                "Sie haben den anderen Tag selbst vorgeschlagen. Zustimmen muss eine andere Person.",
            ));
        }
        let alt = self.tag;
        if zustimmen {
            vorschlag.gezeichnet_von = Some(wer.von.to_owned());
            self.tag = Some(vorschlag.tag);
            self.kontrolle = Kontrolle::Bestaetigt;
            self.ereignis(wer, Ereignis::Uebersteuert, alt, grund);
        } else {
            self.uebersteuerung = None;
            self.ereignis(wer, Ereignis::UebersteuerungAbgelehnt, alt, grund);
        }
        Ok(())
    }

    /// Another day for a deadline that was entered by hand; it needs a new control.
    pub(crate) fn aendern(&mut self, tag: NaiveDate, grund: &str, wer: Wer<'_>) -> Result<(), Fehler> {
        self.laeuft()?;
        if !self.art.von_hand() {
            return Err(Fehler::regel(
                "Diese Frist folgt aus dem Verfahren. Bitte ändern Sie dessen Angaben, oder schlagen Sie einen anderen Tag vor.",
            ));
        }
        self.tag_setzen(Berechnung::Gesetzt { tag }, Ereignis::Geaendert, grund, wer);
        Ok(())
    }

    /// Done by hand, or running again.
    pub(crate) fn von_hand_erledigen(&mut self, am: Option<NaiveDate>, wer: Wer<'_>) -> Result<(), Fehler> {
        if !self.art.von_hand() {
            return Err(Fehler::regel(
                "Diese Frist erledigt sich durch einen Schritt des Verfahrens. Bitte tragen Sie ihn dort ein.",
            ));
        }
        let stand = if am.is_some() { Friststand::Erledigt } else { Friststand::Laufend };
        if stand == self.stand {
            return Err(Fehler::regel(format!(
                "Diese Frist ist schon {}.",
                if am.is_some() { "erledigt" } else { "offen" }
            )));
        }
        self.stand_setzen(stand, am, wer);
        Ok(())
    }

    /// Until both agree, the earlier of the days counts.
    fn frueherer_tag(&mut self) {
        self.tag = [
            self.erste.as_ref().map_or_else(|| self.berechnung.tag(), |e| Some(e.tag)),
            self.zweite.as_ref().map(|z| z.tag),
        ]
        .into_iter()
        .flatten()
        .min();
    }

    fn andere_person(&self, wer: Wer<'_>) -> Result<(), Fehler> {
        if self.eingetragen_von == wer.von {
            return Err(Fehler::vier_augen(
                "Sie haben diese Frist selbst eingetragen. Prüfen muss sie eine andere Person.",
            ));
        }
        Ok(())
    }

    /// Not yet confirmed, and there is a day to confirm.
    fn offen(&self) -> Result<(), Fehler> {
        if self.berechnung.tag().is_none() {
            return Err(Fehler::regel(
                "Diese Frist ist nicht berechenbar. Bitte ergänzen Sie zuerst die Angaben.",
            ));
        }
        match self.kontrolle {
            _ if self.stand == Friststand::Gegenstandslos => {
                Err(Fehler::regel("Diese Frist ist gegenstandslos geworden."))
            }
            Kontrolle::Unbestaetigt => Ok(()),
            Kontrolle::Bestaetigt => Err(Fehler::regel("Diese Frist ist schon bestätigt.")),
            Kontrolle::Abweichend => Err(Fehler::regel(
                "Zu dieser Frist gibt es eine offene Abweichung. Bitte klären Sie zuerst diese.",
            )),
        }
    }

    fn laeuft(&self) -> Result<(), Fehler> {
        if self.stand == Friststand::Laufend {
            Ok(())
        } else {
            Err(Fehler::regel("Diese Frist läuft nicht mehr."))
        }
    }
}
