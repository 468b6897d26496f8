//! What waits, in numbers, for the start page.

use super::Listensicht;
use crate::storage::{Lesen, StorageErgebnis};
use chrono::{Days, NaiveDate};
use rusqlite::params_from_iter;
use serde::Serialize;
use ts_rs::TS;

/// Days before the due day from which a run is remembered.
const ERINNERUNG: Days = Days::new(28);

/// Open runs in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Listenuebersicht {
    /// Planned, at work or presented.
    pub offen: u32,
    /// Due within four weeks.
    pub bald_faellig: u32,
    /// The due day has passed.
    pub ueberfaellig: u32,
    /// Presented, and this person may release them.
    pub zur_freigabe: u32,
    /// The day until which `bald_faellig` counts, for the link to the list.
    #[ts(type = "string | null")]
    pub bald_bis: Option<NaiveDate>,
}

impl Lesen<'_> {
    /// Open runs within the sight of the person, counted on that day.
    pub fn listenuebersicht(
        &self,
        sicht: &Listensicht,
        (heute, person): (NaiveDate, &str),
    ) -> StorageErgebnis<Listenuebersicht> {
        let bald_bis = heute.checked_add_days(ERINNERUNG).unwrap_or(heute);
        let mut werte = sicht.werte()?;
        werte.extend([heute.to_string().into(), bald_bis.to_string().into(), person.to_owned().into()]);
        let zeile = self.eine(
            &format!(
                "SELECT count(*) AS offen, coalesce(sum(d.faellig_am BETWEEN ?6 AND ?7), 0) AS bald, coalesce(sum(d.faellig_am < ?6), 0) AS ueberfaellig,
                        coalesce(sum({}), 0) AS freigabe
                   FROM durchgang d JOIN pruefkatalog k ON k.id = d.katalog_id
                  WHERE {} AND d.stand IN ('geplant', 'in_arbeit', 'vorgelegt')",
                Listensicht::unbeteiligt("?8"),
                Listensicht::DURCHGANG
            ),
            params_from_iter(werte),
            |z| {
                Ok(Listenuebersicht {
                    offen: z.get("offen")?,
                    bald_faellig: z.get("bald")?,
                    ueberfaellig: z.get("ueberfaellig")?,
                    zur_freigabe: z.get("freigabe")?,
                    bald_bis: Some(bald_bis),
                })
            },
        )?;
        Ok(zeile.unwrap_or_default())
    }
}
