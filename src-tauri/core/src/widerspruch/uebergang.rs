//! The state machine: which step fits where, and what it leads to.

use super::lage::{Absendung, Gerichtsentscheidung, Kosten, Ruhe};
use super::schritt::{Bescheidergebnis, Gerichtsausgang, Stattgabe};
use super::{
    Schrittart, Verfahrensart, Verfahrensergebnis, Verfahrenslage, Verfahrensschritt, Verfahrensstand,
};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Fehler;
use crate::freitext::laenge;
use crate::frist::Bekanntgabe;
use chrono::NaiveDate;

/// Highest amount of costs, in cents: a typing error lies above.
const KOSTEN_HOECHSTENS: i64 = 10_000_000;

impl Verfahrenslage {
    /// Whether a step fits the state of a procedure of that kind.
    #[must_use]
    pub fn erlaubt(&self, art: Verfahrensart, schritt: Schrittart) -> bool {
        use Schrittart as S;
        use Verfahrensstand as T;
        let gericht = art.gerichtlich();
        let vor_der_entscheidung = matches!(
            self.stand,
            T::Eingegangen
                | T::Bestaetigt
                | T::Abhilfepruefung
                | T::TeilweiseAbgeholfen
                | T::NichtAbgeholfen
                | T::Entwurf
                | T::Zeichnung
                | T::Gezeichnet
        );
        let beim_gericht = matches!(self.stand, T::Eingegangen | T::Anhaengig);
        match schritt {
            S::EingangBestaetigen => !gericht && self.stand == T::Eingegangen,
            S::AbhilfePruefen => !gericht && matches!(self.stand, T::Eingegangen | T::Bestaetigt),
            S::Abhelfen | S::TeilweiseAbhelfen | S::NichtAbhelfen => self.stand == T::Abhilfepruefung,
            S::Entwerfen => matches!(self.stand, T::TeilweiseAbgeholfen | T::NichtAbgeholfen | T::Entwurf),
            S::Vorlegen => self.stand == T::Entwurf,
            S::Zeichnen | S::Zurueckgeben => self.stand == T::Zeichnung,
            S::Absenden => self.stand == T::Gezeichnet,
            S::KlageErheben => art == Verfahrensart::Widerspruch && self.stand == T::Abgesandt,
            S::KlageBeendet => self.stand == T::Klage,
            S::Erwidern => gericht && beim_gericht,
            S::GerichtEntscheidet => gericht && beim_gericht,
            S::RechtsmittelEinlegen => self.stand == T::Entschieden,
            S::Umsetzen => {
                self.umsetzung_offen() && !matches!(self.stand, T::Erledigt | T::Ruht | T::Anhaengig)
            }
            S::KostenFestsetzen => self.kosten.is_some(),
            S::Abschliessen => matches!(self.stand, T::Abgesandt | T::Entschieden) && !self.umsetzung_offen(),
            S::Zuruecknehmen => {
                self.stand == T::Ruht || if gericht { beim_gericht } else { vor_der_entscheidung }
            }
            S::ErledigtDurchBescheid => !gericht && (vor_der_entscheidung || self.stand == T::Ruht),
            S::Abgeben => {
                !gericht && matches!(self.stand, T::Eingegangen | T::Bestaetigt | T::Abhilfepruefung)
            }
            // A finished procedure enters the register as such, and only when it enters it.
            S::Uebernehmen => self.stand == T::Eingegangen,
            S::Ruhen => {
                if gericht {
                    beim_gericht
                } else {
                    vor_der_entscheidung
                }
            }
            S::Fortsetzen => self.stand == T::Ruht,
        }
    }

    /// The state after a step that `von` takes.
    ///
    /// # Errors
    /// `regel` if it does not fit, `eingabe` for what it carries, `vier_augen` for signing one's own draft.
    pub fn nach(&self, art: Verfahrensart, schritt: &Verfahrensschritt, von: &str) -> Result<Self, Fehler> {
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
            Verfahrensschritt::EingangBestaetigen { am } => {
                neu.stand = Verfahrensstand::Bestaetigt;
                neu.bestaetigt_am = Some(*am);
            }
            Verfahrensschritt::AbhilfePruefen { .. } => neu.stand = Verfahrensstand::Abhilfepruefung,
            Verfahrensschritt::Abhelfen { am, stattgabe, kosten } => {
                neu.kosten_setzen(art, kosten.as_ref())?;
                neu.gewaehren(stattgabe.clone());
                neu.beenden(Verfahrensstand::Abgeholfen, Verfahrensergebnis::Abhilfe, *am);
            }
            Verfahrensschritt::TeilweiseAbhelfen { stattgabe, .. } => {
                neu.gewaehren(stattgabe.clone());
                neu.stand = Verfahrensstand::TeilweiseAbgeholfen;
            }
            Verfahrensschritt::NichtAbhelfen { .. } => neu.stand = Verfahrensstand::NichtAbgeholfen,
            Verfahrensschritt::Entwerfen { ergebnis, stattgabe } => {
                let gewaehrt =
                    matches!(ergebnis, Bescheidergebnis::Stattgeben | Bescheidergebnis::TeilweiseStattgeben);
                if gewaehrt != stattgabe.is_some() {
                    return Err(Fehler::feld("schritt.stattgabe", GRUND_FEHLT));
                }
                neu.entwurf = Some(*ergebnis);
                neu.entworfen_von = Some(von.to_owned());
                if stattgabe.is_some() {
                    neu.stattgabe.clone_from(stattgabe);
                }
                neu.stand = Verfahrensstand::Entwurf;
            }
            Verfahrensschritt::Vorlegen {} => {
                neu.vorgelegt_von = Some(von.to_owned());
                neu.stand = Verfahrensstand::Zeichnung;
            }
            Verfahrensschritt::Zeichnen {} => {
                if self.vorgelegt_von.as_deref() == Some(von) {
                    return Err(selbst_gezeichnet());
                }
                neu.gezeichnet_von = Some(von.to_owned());
                neu.stand = Verfahrensstand::Gezeichnet;
            }
            Verfahrensschritt::Zurueckgeben { grund } => {
                laenge("schritt.grund", grund, 5, 500)?;
                neu.vorgelegt_von = None;
                neu.stand = Verfahrensstand::Entwurf;
            }
            Verfahrensschritt::Absenden { bekanntgabe, ausland, belehrung, kosten } => {
                neu.kosten_setzen(art, kosten.as_ref())?;
                neu.absendung =
                    Some(Absendung { bekanntgabe: *bekanntgabe, ausland: *ausland, belehrung: *belehrung });
                let entwurf = self.entwurf.unwrap_or(Bescheidergebnis::Zurueckweisen);
                let teilabhilfe = self.umzusetzen;
                let ergebnis = match entwurf {
                    Bescheidergebnis::Stattgeben => Verfahrensergebnis::Stattgegeben,
                    Bescheidergebnis::TeilweiseStattgeben => Verfahrensergebnis::TeilweiseStattgegeben,
                    _ if teilabhilfe => Verfahrensergebnis::Teilabhilfe,
                    Bescheidergebnis::Zurueckweisen => Verfahrensergebnis::Zurueckgewiesen,
                    Bescheidergebnis::VerwerfenVerfristet | Bescheidergebnis::VerwerfenSonst => {
                        Verfahrensergebnis::Verworfen
                    }
                };
                let am = abgang(bekanntgabe).ok_or_else(|| {
                    Fehler::feld("schritt.bekanntgabe", "Bitte geben Sie den Tag der Absendung an.")
                })?;
                neu.umzusetzen = self.umzusetzen || ergebnis.erfolgreich();
                neu.beenden(Verfahrensstand::Abgesandt, ergebnis, am);
            }
            Verfahrensschritt::KlageErheben { am } => {
                neu.klage_am = Some(*am);
                neu.stand = Verfahrensstand::Klage;
            }
            Verfahrensschritt::KlageBeendet { am } => {
                neu.schluss(if self.umsetzung_offen() { None } else { Some(*am) })
            }
            Verfahrensschritt::Erwidern { am } => {
                neu.erwidert_am = Some(*am);
                neu.stand = Verfahrensstand::Anhaengig;
            }
            Verfahrensschritt::GerichtEntscheidet {
                am,
                ausgang,
                zugestellt_am,
                rechtsmittel,
                stattgabe,
                kosten,
            } => {
                let ergebnis = match ausgang {
                    Gerichtsausgang::Abgewiesen => Verfahrensergebnis::KlageAbgewiesen,
                    Gerichtsausgang::Stattgegeben => Verfahrensergebnis::Stattgegeben,
                    Gerichtsausgang::TeilweiseStattgegeben => Verfahrensergebnis::TeilweiseStattgegeben,
                    Gerichtsausgang::Anerkenntnis => Verfahrensergebnis::Anerkenntnis,
                    Gerichtsausgang::Vergleich => Verfahrensergebnis::Vergleich,
                    Gerichtsausgang::Sonstiges => Verfahrensergebnis::Sonstiges,
                };
                if ergebnis.erfolgreich() != stattgabe.is_some() {
                    return Err(Fehler::feld("schritt.stattgabe", GRUND_FEHLT));
                }
                if rechtsmittel.is_some() && zugestellt_am.is_none() {
                    return Err(Fehler::feld(
                        "schritt.zugestellt_am",
                        "Bitte geben Sie den Tag der Zustellung an; von ihm läuft die Frist des Rechtsmittels.",
                    ));
                }
                if zugestellt_am.is_some_and(|tag| tag < *am) {
                    return Err(Fehler::feld(
                        "schritt.zugestellt_am",
                        "Die Zustellung kann nicht vor der Entscheidung liegen.",
                    ));
                }
                if let Some(kosten) = kosten {
                    neu.kosten = Some(kosten.geprueft()?);
                }
                neu.urteil =
                    Some(Gerichtsentscheidung { zugestellt_am: *zugestellt_am, rechtsmittel: *rechtsmittel });
                neu.stattgabe.clone_from(stattgabe);
                neu.umzusetzen = ergebnis.erfolgreich();
                neu.umgesetzt_am = None;
                neu.beenden(Verfahrensstand::Entschieden, ergebnis, *am);
            }
            Verfahrensschritt::RechtsmittelEinlegen { am, durch_haus } => {
                neu.rechtsmittel_am = durch_haus.then_some(*am);
                (neu.ergebnis, neu.entschieden_am, neu.stattgabe) = (None, None, None);
                (neu.umzusetzen, neu.umgesetzt_am) = (false, None);
                neu.stand = Verfahrensstand::Anhaengig;
            }
            Verfahrensschritt::Umsetzen { am } => {
                neu.umgesetzt_am = Some(*am);
                if matches!(self.stand, Verfahrensstand::Abgeholfen | Verfahrensstand::Umsetzung) {
                    neu.schluss(Some(*am));
                }
            }
            Verfahrensschritt::KostenFestsetzen { betrag_cent, .. } => {
                if let Some(kosten) = neu.kosten.as_mut() {
                    kosten.betrag_cent = Some(*betrag_cent);
                    kosten.geprueft()?;
                }
            }
            Verfahrensschritt::Abschliessen { am } => neu.schluss(Some(*am)),
            Verfahrensschritt::Zuruecknehmen { am } => neu.vorzeitig(Verfahrensergebnis::Zuruecknahme, *am),
            Verfahrensschritt::ErledigtDurchBescheid { am } => {
                neu.vorzeitig(Verfahrensergebnis::Erledigt86, *am)
            }
            Verfahrensschritt::Abgeben { am, an } => {
                neu.abgegeben_an = Some(laenge("schritt.an", an, 3, 120)?);
                neu.vorzeitig(Verfahrensergebnis::Abgegeben, *am);
            }
            Verfahrensschritt::Uebernehmen { am, ergebnis } => {
                neu.uebernommen = true;
                neu.beenden(Verfahrensstand::Erledigt, *ergebnis, *am);
                neu.schluss(Some(*am));
            }
            Verfahrensschritt::Ruhen { bis, grund } => {
                let grund = laenge("schritt.grund", grund, 5, 300)?;
                neu.ruhe = Some(Ruhe { bis: *bis, grund, davor: self.stand });
                neu.stand = Verfahrensstand::Ruht;
            }
            Verfahrensschritt::Fortsetzen { .. } => {
                neu.stand = self.ruhe.as_ref().map_or(Verfahrensstand::Eingegangen, |r| r.davor);
                neu.ruhe = None;
            }
        }
        Ok(neu)
    }

    fn gewaehren(&mut self, stattgabe: Stattgabe) {
        self.stattgabe = Some(stattgabe);
        self.umzusetzen = true;
    }

    fn beenden(&mut self, stand: Verfahrensstand, ergebnis: Verfahrensergebnis, am: NaiveDate) {
        (self.stand, self.ergebnis, self.entschieden_am) = (stand, Some(ergebnis), Some(am));
    }

    /// An end before the decision. What was already granted stays granted, and must be carried out.
    fn vorzeitig(&mut self, ergebnis: Verfahrensergebnis, am: NaiveDate) {
        let ergebnis = if self.umzusetzen { Verfahrensergebnis::Teilabhilfe } else { ergebnis };
        self.ruhe = None;
        self.beenden(Verfahrensstand::Umsetzung, ergebnis, am);
        self.schluss((!self.umsetzung_offen()).then_some(am));
    }

    /// Done, if there is a day for it; else what is left is to carry out what was granted.
    fn schluss(&mut self, am: Option<NaiveDate>) {
        self.stand = if am.is_some() { Verfahrensstand::Erledigt } else { Verfahrensstand::Umsetzung };
        self.abschluss_am = am;
    }

    /// § 63 SGB X asks for a decision on costs in each decision on a Widerspruch, and for none in a review.
    fn kosten_setzen(&mut self, art: Verfahrensart, kosten: Option<&Kosten>) -> Result<(), Fehler> {
        match (art, kosten) {
            (Verfahrensart::Widerspruch, None) => Err(Fehler::feld(
                "schritt.kosten",
                "Bitte entscheiden Sie über die Kosten; das gehört zu jeder Entscheidung über den Widerspruch (§ 63 SGB X).",
            )),
            (Verfahrensart::Ueberpruefung, Some(_)) => Err(Fehler::feld(
                "schritt.kosten",
                "Im Überprüfungsverfahren werden keine Kosten erstattet (§ 63 SGB X gilt nur für den Widerspruch).",
            )),
            (_, kosten) => {
                self.kosten = kosten.map(Kosten::geprueft).transpose()?;
                Ok(())
            }
        }
    }
}

/// Nobody signs her own draft.
pub(crate) fn selbst_gezeichnet() -> Fehler {
    Fehler::vier_augen(
        "Sie haben den Entwurf geschrieben oder vorgelegt. Zeichnen muss ihn eine andere Person.",
    )
}

const GRUND_FEHLT: &str =
    "Bitte geben Sie den Grund des Erfolgs an, wenn etwas gewährt wird, und sonst keinen.";

impl Kosten {
    fn geprueft(&self) -> Result<Self, Fehler> {
        if self.anteil_nenner == 0 || self.anteil_zaehler > self.anteil_nenner {
            return Err(Fehler::feld(
                "schritt.kosten.anteil_zaehler",
                "Der Anteil ist ein Bruch zwischen 0 und 1, zum Beispiel 1/2.",
            ));
        }
        if self.betrag_cent.is_some_and(|c| !(0..=KOSTEN_HOECHSTENS).contains(&c)) {
            return Err(Fehler::feld(
                "schritt.betrag_cent",
                "Der Betrag liegt zwischen 0 und 100.000 Euro. Bitte prüfen Sie ihn.",
            ));
        }
        Ok(self.clone())
    }
}

/// The day on which the decision left the house, or was handed over.
fn abgang(weg: &Bekanntgabe) -> Option<NaiveDate> {
    match *weg {
        Bekanntgabe::PostInland { aufgabe_zur_post, zugang, .. } => aufgabe_zur_post.or(zugang),
        Bekanntgabe::Elektronisch { absendung, .. } => Some(absendung),
        Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post, .. } => Some(aufgabe_zur_post),
        Bekanntgabe::Zustellung { datum } => Some(datum),
        Bekanntgabe::PostAusland { zugang } => Some(zugang),
    }
}
