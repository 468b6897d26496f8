//! A ticket as the register keeps it.

use super::uhr::ohne_bereichsleitung;
use super::{
    Eskalationsstufe, Reaktionseintrag, Reaktionsergebnis, Reaktionsinhalt, Reaktionslage, Reaktionsregel,
    Reaktionsschritt, Reaktionsstand, Reaktionsuhr, reaktionsuhr,
};
use crate::frist::{FristFehler, Kurz, Ort};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// Days after the answer by which a ticket should be closed: time enough to judge it by two.
const ABSCHLIESSEN: u64 = 14;

/// A Kundenreaktion. Contact and account of the person lie apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Kundenreaktion {
    /// UUIDv7.
    pub id: String,
    /// Such as `K-2026-0001`; never given twice.
    pub nummer: String,
    /// What was entered.
    pub angaben: Reaktionsinhalt,
    /// All steps, in order; those that were taken back stay.
    pub schritte: Vec<Reaktionseintrag>,
    /// Where it stands, computed from the steps.
    pub lage: Reaktionslage,
    /// Keyed pseudonym of the case number or the name, 64 hex digits; `None`: anonymous.
    pub pseudonym: Option<String>,
    /// Team that works on it; `None`: the Kundenreaktionsmanagement.
    pub zustaendig_team: Option<String>,
    /// Person who works on it (user id).
    pub zustaendig: Option<String>,
    /// The first Widerspruch that was found in it; all are in [`Self::verfahren`].
    pub verfahren_id: Option<String>,
    /// Who entered it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Kundenreaktion {
    /// Its clocks by the promises and the holidays of the house.
    ///
    /// # Errors
    /// Days outside the range of the holiday tables.
    pub fn uhr(&self, regeln: &[Reaktionsregel], ort: &Ort) -> Result<Reaktionsuhr, FristFehler> {
        let sofort = self.angaben.art.sofort();
        let ab = |tag: Option<NaiveDate>| tag.unwrap_or(self.angaben.eingang);
        let mut uhr = reaktionsuhr(ab(self.lage.uhr_ab), sofort, &self.lage.pausen, regeln, ort)?;
        if !self.angaben.antwort_zugesagt() {
            uhr.erwuenscht = false;
            uhr.stufen.retain(|s| {
                s.stufe == Eskalationsstufe::Team || sofort && s.stufe == Eskalationsstufe::Geschaeftsfuehrung
            });
            uhr.schritte = vec![format!(
                "Die Person wünscht keine Antwort: Es gibt keine zugesagten Tage{}.",
                if sofort {
                    "; die Geschäftsführung ist wegen der Art des Eingangs sofort beteiligt"
                } else {
                    " und keine Eskalation"
                }
            )];
            return Ok(uhr);
        }
        if !self.hat_bereich() {
            ohne_bereichsleitung(&mut uhr);
        }
        for runde in &self.lage.frueher {
            let damals = reaktionsuhr(ab(runde.uhr_ab), sofort, &runde.pausen, regeln, ort)?;
            uhr.pausentage += damals.pausentage;
            // Who is competent elsewhere answers there.
            let zugesagt =
                matches!(runde.ergebnis, Reaktionsergebnis::Beantwortet | Reaktionsergebnis::OhneAntwort);
            if let Some(tag) = damals.antwort_bis.filter(|tag| zugesagt && *tag < runde.beantwortet_am) {
                uhr.frueher_verspaetet = true;
                uhr.schritte.push(format!(
                    "Schon vor der Rückkehr der Person kam die Antwort zu spät: am {} statt bis {}. Das bleibt so gezählt.",
                    Kurz(runde.beantwortet_am),
                    Kurz(tag)
                ));
            }
        }
        Ok(uhr)
    }

    /// A team is named, so that a Bereichsleitung sees it.
    fn hat_bereich(&self) -> bool {
        self.zustaendig_team.is_some() || self.angaben.anliegen.iter().any(|a| a.team_id.is_some())
    }

    /// Ids of all procedures that were found in it, in the order of the triages.
    pub fn verfahren(&self) -> impl Iterator<Item = &str> {
        self.schritte.iter().filter_map(|e| match &e.schritt {
            Reaktionsschritt::Sichten { verfahren, .. } => verfahren.as_deref(),
            _ => None,
        })
    }

    /// Somebody judged its text, whether that was taken back or not: from then on the text stays.
    #[must_use]
    pub fn je_gesichtet(&self) -> bool {
        self.schritte.iter().any(|e| matches!(e.schritt, Reaktionsschritt::Sichten { .. }))
    }

    /// The day by which something must happen next; `None` while the clock rests or nothing is left to do.
    #[must_use]
    pub fn naechster_tag(&self, uhr: &Reaktionsuhr) -> Option<NaiveDate> {
        match self.lage.stand {
            Reaktionsstand::Eingegangen => Some(self.angaben.eingang),
            // Without a wish for an answer nothing is promised, but nothing is forgotten either.
            Reaktionsstand::Offen if uhr.erwuenscht && self.lage.bestaetigt_am.is_none() => {
                Some(uhr.antwort_bis.map_or(uhr.bestaetigung_bis, |tag| tag.min(uhr.bestaetigung_bis)))
            }
            Reaktionsstand::Offen => uhr.antwort_bis,
            // A pause spares the answer, not the confirmation, and does not last for ever.
            Reaktionsstand::Wartet => {
                let nachfragen = self.lage.wartet_auf.as_ref().and_then(|w| w.nachfragen_am);
                let bestaetigen =
                    (uhr.erwuenscht && self.lage.bestaetigt_am.is_none()).then_some(uhr.bestaetigung_bis);
                bestaetigen.into_iter().chain(nachfragen).min()
            }
            // Answered and forgotten, its plain data would stay for ever.
            Reaktionsstand::Beantwortet => {
                self.lage.beantwortet_am.and_then(|tag| tag.checked_add_days(Days::new(ABSCHLIESSEN)))
            }
            Reaktionsstand::Erledigt => None,
        }
    }

    /// How far it has gone up, if it still is in work.
    #[must_use]
    pub fn stufe(&self, uhr: &Reaktionsuhr, heute: NaiveDate) -> Option<Eskalationsstufe> {
        self.lage.beantwortet_am.is_none().then(|| uhr.stufe(heute))
    }
}

/// The number of the `n`th reaction of a year.
#[must_use]
pub fn reaktionsnummer(jahr: i32, n: u32) -> String {
    format!("K-{jahr}-{n:04}")
}
