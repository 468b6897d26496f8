//! A ticket as the register keeps it.

use super::{
    Eskalationsstufe, Reaktionseintrag, Reaktionsinhalt, Reaktionslage, Reaktionsregel, Reaktionsschritt,
    Reaktionsstand, Reaktionsuhr, reaktionsuhr,
};
use crate::frist::{FristFehler, Ort};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

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
        let ab = self.lage.uhr_ab.unwrap_or(self.angaben.eingang);
        reaktionsuhr(ab, self.angaben.art.sofort(), &self.lage.pausen, regeln, ort)
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
            Reaktionsstand::Offen if self.lage.bestaetigt_am.is_none() => {
                Some(uhr.antwort_bis.map_or(uhr.bestaetigung_bis, |tag| tag.min(uhr.bestaetigung_bis)))
            }
            Reaktionsstand::Offen => uhr.antwort_bis,
            Reaktionsstand::Wartet | Reaktionsstand::Beantwortet | Reaktionsstand::Erledigt => None,
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
