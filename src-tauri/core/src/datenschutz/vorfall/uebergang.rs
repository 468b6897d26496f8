//! Which step fits where, and where it leads.

use super::angaben::Vorfallinhalt;
use super::lage::{
    Aufsichtsnachricht, Betroffenennachricht, Meldung, Vorfallbewertung, Vorfalllage, Vorfallstand,
};
use super::schritt::{Risiko, Vorfallschritt, Vorfallschrittart};
use super::zeitpunkt;
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Fehler;
use crate::freitext::laenge;
use crate::frist::Uhrzeit;
use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Europe::Berlin;

impl Vorfalllage {
    /// Whether a step fits the state. No report can be entered or ruled out before the risk is assessed, but it may
    /// be reported before it is (a first report in haste is better than a late one).
    #[must_use]
    pub fn erlaubt(&self, angaben: &Vorfallinhalt, schritt: Vorfallschrittart) -> bool {
        use Vorfallschrittart as S;
        let offen = self.stand != Vorfallstand::Abgeschlossen;
        match schritt {
            S::Bewerten | S::MassnahmeAbleiten => offen,
            // Reported although no report was needed: more became known.
            S::Melden => offen && self.gemeldet().is_none(),
            S::NichtMelden => {
                offen && self.meldung.is_none() && self.risiko().is_some_and(|r| !r.meldepflichtig())
            }
            S::AufsichtUnterrichten => offen && self.aufsicht.is_none(),
            S::Benachrichtigen => {
                offen && !matches!(self.betroffene, Some(Betroffenennachricht::Benachrichtigt { .. }))
            }
            S::NichtBenachrichtigen => {
                offen && self.betroffene.is_none() && self.risiko() == Some(Risiko::Hoch)
            }
            S::Nachmelden => offen && self.gemeldet().is_some(),
            S::Abschliessen => offen && self.fehlt(angaben).is_empty(),
            S::Wiederaufnehmen => !offen,
            S::Berichtigen => true,
        }
    }

    /// The state after a step.
    ///
    /// # Errors
    /// `regel` if it does not fit, `eingabe` for what it carries.
    pub fn nach(&self, angaben: &Vorfallinhalt, schritt: &Vorfallschritt) -> Result<Self, Fehler> {
        if !self.erlaubt(angaben, schritt.art()) {
            return Err(self.unpassend(angaben, schritt.art()));
        }
        if let Some(am) = schritt.am() {
            nicht_vor_der_kenntnis(angaben, am)?;
        }
        let mut neu = self.clone();
        match schritt {
            Vorfallschritt::Bewerten { risiko, begruendung } => {
                let begruendung = laenge("schritt.begruendung", begruendung, 10, 1_000)?;
                neu.bewertung = Some(Vorfallbewertung { risiko: *risiko, begruendung });
                // What was ruled out by a smaller risk is asked again, and the clock runs on.
                if risiko.meldepflichtig() && matches!(neu.meldung, Some(Meldung::Keine { .. })) {
                    neu.meldung = None;
                }
            }
            Vorfallschritt::Melden { am, um, zeichen, verspaetung } => {
                let zeit = zeitpunkt("schritt.um", *am, *um)?;
                neu.meldung = Some(Meldung::Gemeldet {
                    zeit,
                    zeichen: laenge("schritt.zeichen", zeichen, 0, 60)?,
                    verspaetung: verspaetung_begruendet(angaben, zeit, verspaetung)?,
                });
            }
            Vorfallschritt::NichtMelden { begruendung } => {
                let begruendung = laenge("schritt.begruendung", begruendung, 10, 500)?;
                neu.meldung = Some(Meldung::Keine { begruendung });
            }
            Vorfallschritt::AufsichtUnterrichten { am, stelle } => {
                let stelle = laenge("schritt.stelle", stelle, 3, 120)?;
                neu.aufsicht = Some(Aufsichtsnachricht { am: *am, stelle });
            }
            Vorfallschritt::Benachrichtigen { am, wie } => {
                let wie = laenge("schritt.wie", wie, 3, 200)?;
                neu.betroffene = Some(Betroffenennachricht::Benachrichtigt { am: *am, wie });
            }
            Vorfallschritt::NichtBenachrichtigen { ausnahme, begruendung } => {
                let begruendung = laenge("schritt.begruendung", begruendung, 10, 500)?;
                neu.betroffene = Some(Betroffenennachricht::Ausnahme { ausnahme: *ausnahme, begruendung });
            }
            Vorfallschritt::MassnahmeAbleiten { was, .. } => {
                laenge("schritt.was", was, 5, 300)?;
                neu.massnahmen += 1;
            }
            Vorfallschritt::Nachmelden { am, was } => {
                laenge("schritt.was", was, 5, 500)?;
                if neu.gemeldet().is_some_and(|zeit| *am < zeit.date_naive()) {
                    return Err(Fehler::feld(
                        "schritt.am",
                        "Die Nachmeldung kann nicht vor der Meldung liegen.",
                    ));
                }
                neu.nachmeldungen += 1;
            }
            Vorfallschritt::Abschliessen { am } => {
                if let Some(letzter) = neu.letzter_tag().filter(|letzter| am < letzter) {
                    return Err(Fehler::feld(
                        "schritt.am",
                        format!(
                            "Der Abschluss kann nicht vor dem letzten Schritt vom {} liegen.",
                            crate::frist::Kurz(letzter)
                        ),
                    ));
                }
                neu.abschluss_am = Some(*am);
                neu.stand = Vorfallstand::Abgeschlossen;
                return Ok(neu);
            }
            Vorfallschritt::Wiederaufnehmen { am, grund } => {
                laenge("schritt.grund", grund, 5, 300)?;
                if neu.abschluss_am.is_some_and(|tag| *am < tag) {
                    return Err(Fehler::feld("schritt.am", "Dieser Tag liegt vor dem Abschluss."));
                }
                neu.abschluss_am = None;
            }
            Vorfallschritt::Berichtigen { begruendung, .. } => {
                laenge("begruendung", begruendung, 5, 500)?;
                return Ok(neu);
            }
        }
        neu.stand = match (&neu.bewertung, &neu.meldung) {
            (_, Some(_)) => Vorfallstand::Bearbeitung,
            (Some(_), None) => Vorfallstand::Bewertet,
            (None, None) => Vorfallstand::Erfasst,
        };
        Ok(neu)
    }

    fn unpassend(&self, angaben: &Vorfallinhalt, schritt: Vorfallschrittart) -> Fehler {
        if schritt == Vorfallschrittart::NichtMelden && self.risiko().is_some_and(Risiko::meldepflichtig) {
            return Fehler::regel(
                "Bei einem Risiko für die betroffenen Personen ist zu melden (Art. 33 Abs. 1 DSGVO). Ohne Meldung geht es nur bei keinem oder geringem Risiko.",
            );
        }
        Fehler::regel(format!(
            "„{}“ passt nicht zum Stand „{}“. {}",
            schritt.titel(),
            self.stand.titel(),
            self.naechster_schritt(angaben)
        ))
    }

    fn letzter_tag(&self) -> Option<NaiveDate> {
        let betroffene = match self.betroffene {
            Some(Betroffenennachricht::Benachrichtigt { am, .. }) => Some(am),
            _ => None,
        };
        [self.gemeldet().map(|z| z.date_naive()), self.aufsicht.as_ref().map(|a| a.am), betroffene]
            .into_iter()
            .flatten()
            .max()
    }
}

fn nicht_vor_der_kenntnis(angaben: &Vorfallinhalt, am: NaiveDate) -> Result<(), Fehler> {
    if am < angaben.kenntnis_am {
        return Err(Fehler::feld(
            "schritt.am",
            "Dieser Tag liegt vor der Kenntnis vom Vorfall. Bitte prüfen Sie das Datum.",
        ));
    }
    Ok(())
}

/// Reasons of a late report (Art. 33 Abs. 1 Satz 2 DSGVO); `None` when it is in time.
fn verspaetung_begruendet(
    angaben: &Vorfallinhalt,
    zeit: DateTime<FixedOffset>,
    begruendung: &str,
) -> Result<Option<String>, Fehler> {
    let kenntnis = zeitpunkt("angaben.kenntnis_um", angaben.kenntnis_am, angaben.kenntnis_um)?;
    if zeit < kenntnis {
        return Err(Fehler::feld(
            "schritt.um",
            "Die Meldung kann nicht vor der Kenntnis vom Vorfall liegen. Bitte prüfen Sie Tag und Uhrzeit.",
        ));
    }
    let ende = angaben.uhr()?.ende;
    if zeit <= ende {
        return Ok(None);
    }
    if begruendung.trim().is_empty() {
        return Err(Fehler::feld(
            "schritt.verspaetung",
            format!(
                "Die 72 Stunden endeten am {}. Bitte begründen Sie die Verzögerung (Art. 33 Abs. 1 Satz 2 DSGVO).",
                Uhrzeit(ende.with_timezone(&Berlin))
            ),
        ));
    }
    laenge("schritt.verspaetung", begruendung, 10, 500).map(Some)
}
