//! A sheet with everything that its rules need, and who may do what with it.

use super::doppelpruefung::nicht_zweite;
use super::sicht;
use crate::api::rechte::{self, Umfang};
use crate::api::tuer::Auftrag;
use crate::benutzer::Rolle;
use crate::fachaufsicht::bogen::{Antwort, Antworten, BogenStand, Prueffall};
use crate::fachaufsicht::feststellung::Feststellung;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::{Bogenrahmen, Lesen, Sicht};

/// A sheet at work.
pub(super) struct Bogen {
    pub fall: Prueffall,
    pub rahmen: Bogenrahmen,
    pub antworten: Vec<Antwort>,
    pub feststellungen: Vec<Feststellung>,
}

impl Bogen {
    /// The sheet of that id within the person's scope; outside it looks as if it did not exist.
    pub fn laden(l: &Lesen<'_>, sitzung: &Sitzung, umfang: Umfang, id: &str) -> Ergebnis<Self> {
        let fall = l
            .prueffall(&sicht(sitzung, umfang), id)?
            .ok_or_else(|| Fehler::nicht_gefunden("Der Prüffall"))?;
        let rahmen =
            l.bogenrahmen(&fall.pruefung_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfung"))?;
        Ok(Self {
            antworten: l.antworten(&fall.id)?,
            feststellungen: l.feststellungen_des_bogens(&fall.id)?,
            fall,
            rahmen,
        })
    }

    /// The sheet, if this person may change its answers now.
    pub fn zum_bearbeiten(a: &Auftrag<'_>, id: &str) -> Ergebnis<Self> {
        let bogen = Self::laden(a.s, a.sitzung, a.umfang, id)?;
        if !bogen.darf_pruefen(a.sitzung) {
            return Err(Fehler::neu(
                Code::Recht,
                "Dieser Prüffall ist Ihnen nicht zugewiesen. Das Qualitätsmanagement kann ihn zuweisen.",
            ));
        }
        bogen.laufend()?;
        nicht_zweite(a.s, id, a.sitzung.benutzer_id())?;
        if a.s.hat_berichtigt(id, a.sitzung.benutzer_id())? {
            return Err(Fehler::vier_augen(
                "Sie haben die Berichtigung dieses Falls gemeldet. Ob sie stimmt, prüft eine andere Person.",
            ));
        }
        if !bogen.fall.stand.bearbeitbar() {
            return Err(Fehler::regel(match bogen.fall.stand {
                BogenStand::Geprueft => {
                    "Der Prüfbogen ist abgeschlossen und wartet auf die Gegenprüfung. Öffnen Sie ihn zuerst wieder."
                }
                _ => "Der Prüfbogen ist abgeschlossen und lässt sich nicht mehr ändern.",
            }));
        }
        Ok(bogen)
    }

    /// Refused once the check has ended.
    pub fn laufend(&self) -> Ergebnis<()> {
        if self.rahmen.laeuft {
            Ok(())
        } else {
            Err(Fehler::regel("Die Prüfung ist beendet; ihre Prüfbögen lassen sich nicht mehr ändern."))
        }
    }

    /// What she was given; what nobody was given, the own team's Teamleitung and the QM.
    pub fn darf_pruefen(&self, sitzung: &Sitzung) -> bool {
        match &self.fall.zugewiesen_an {
            Some(id) => {
                id == sitzung.benutzer_id()
                    && [Rolle::Qualitaetsmanagement, Rolle::Pruefkraft, Rolle::Teamleitung]
                        .iter()
                        .any(|r| sitzung.hat(*r))
            }
            None => sitzung.hat(Rolle::Qualitaetsmanagement) || leitet(sitzung, self.fall.team_id.as_deref()),
        }
    }

    /// Whether the person had a hand in the sheet and can therefore not be the second one.
    pub fn beteiligt(&self, sitzung: &Sitzung) -> bool {
        let ich = sitzung.benutzer_id();
        self.fall.geprueft_von.as_deref() == Some(ich)
            || self.antworten.iter().any(|x| x.von == ich)
            || self.feststellungen.iter().any(|x| x.erfasst_von == ich)
    }

    /// Whether her right to that operation reaches this unit.
    pub fn reicht(&self, sitzung: &Sitzung, operation: &str) -> bool {
        rechte::verlange(sitzung, operation).is_ok_and(|(_, umfang)| {
            let s = sicht(sitzung, umfang);
            s.haus
                || s.bereich.as_deref() == Some(&self.rahmen.bereich_id)
                || self.fall.team_id.as_ref().is_some_and(|team| s.teams.contains(team))
                || (s.person.is_some() && s.person == self.fall.zugewiesen_an)
        })
    }

    /// Answers by item.
    pub fn werte(&self) -> Antworten {
        self.antworten.iter().map(|x| (x.merkmal.clone(), x.wert)).collect()
    }

    /// Whether the item has a Feststellung.
    pub fn hat_feststellung(&self, merkmal: &str) -> bool {
        self.feststellungen.iter().any(|x| x.merkmal == merkmal)
    }
}

/// Whether the person is Teamleitung of that team.
pub(super) fn leitet(sitzung: &Sitzung, team_id: Option<&str>) -> bool {
    sitzung.hat(Rolle::Teamleitung)
        && team_id.is_some_and(|team| sitzung.benutzer().teams.iter().any(|t| t == team))
}

/// Whose plain numbers and display columns she sees: checking roles and the team's Teamleitung.
///
/// Management, Revision and Datenschutz read pseudonyms, however far their right reaches.
pub(super) fn klarsicht(sitzung: &Sitzung) -> Sicht {
    let b = sitzung.benutzer();
    let prueft =
        [Rolle::Qualitaetsmanagement, Rolle::Pruefkraft, Rolle::Teamleitung].iter().any(|r| sitzung.hat(*r));
    Sicht {
        haus: sitzung.hat(Rolle::Qualitaetsmanagement),
        // The Bereichsleitung counter-checks and decides, and has to open the file for that.
        bereich: b.bereich_id.clone().filter(|_| sitzung.hat(Rolle::Bereichsleitung)),
        teams: if sitzung.hat(Rolle::Teamleitung) { b.teams.clone() } else { Vec::new() },
        person: prueft.then(|| b.id.clone()),
    }
}
