//! Next dates over all checks that a person may see.

use super::Sicht;
use crate::storage::{Lesen, StorageErgebnis};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A date with what is due, counted by check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Frist {
    /// Day.
    #[ts(type = "string")]
    pub datum: NaiveDate,
    /// What, e.g. "Stellungnahme".
    pub was: String,
    /// How many.
    pub anzahl: u64,
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub pruefung_nummer: String,
    /// The day has passed.
    pub ueberfaellig: bool,
}

impl Lesen<'_> {
    /// The next dates, the earliest first, passed ones included.
    pub fn naechste_fristen(&self, sicht: &Sicht, heute: NaiveDate) -> StorageErgebnis<Vec<Frist>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.alle(
            &format!(
                "SELECT datum, was, count(*) AS anzahl, pruefung_id, nummer FROM (
                   SELECT x.stellungnahme_bis AS datum, 'Stellungnahme' AS was, p.id AS pruefung_id, p.nummer
                     FROM feststellung x JOIN prueffall f ON f.id = x.prueffall_id JOIN pruefung p ON p.id = f.pruefung_id
                    WHERE {sicht} AND x.stand = 'zur_stellungnahme' AND x.stellungnahme_bis IS NOT NULL
                   UNION ALL
                   SELECT k.faellig_am, 'Korrektur', p.id, p.nummer
                     FROM korrektur k JOIN feststellung x ON x.id = k.feststellung_id
                     JOIN prueffall f ON f.id = x.prueffall_id JOIN pruefung p ON p.id = f.pruefung_id
                    WHERE {sicht} AND k.erledigt_am IS NULL AND x.stand <> 'zurueckgenommen')
                  GROUP BY datum, was, pruefung_id ORDER BY datum, nummer, was LIMIT 12",
                sicht = Sicht::PRUEFFALL
            ),
            (haus, bereich, teams, person),
            |z| {
                let datum: NaiveDate = z.get("datum")?;
                Ok(Frist {
                    datum,
                    was: z.get("was")?,
                    anzahl: z.get("anzahl")?,
                    pruefung_id: z.get("pruefung_id")?,
                    pruefung_nummer: z.get("nummer")?,
                    ueberfaellig: datum < heute,
                })
            },
        )
    }
}
