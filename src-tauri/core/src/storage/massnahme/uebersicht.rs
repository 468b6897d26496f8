//! What waits, in numbers, for the start page.

use super::Massnahmensicht;
use crate::storage::{Lesen, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::params_from_iter;
use serde::Serialize;
use ts_rs::TS;

/// Measures in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Massnahmenuebersicht {
    /// Not done, and the due day has passed.
    pub ueberfaellig: u32,
    /// Not done, and due within two weeks.
    pub bald_faellig: u32,
    /// Done, and the day of the effect check has come.
    pub wirkung_zu_pruefen: u32,
    /// A later check did not show an effect.
    pub nicht_belegt: u32,
    /// Something is left to do.
    pub offen: u32,
}

impl Lesen<'_> {
    /// Measures within the sight of the person, counted on that day.
    pub fn massnahmenuebersicht(
        &self,
        sicht: &Massnahmensicht,
        heute: NaiveDate,
    ) -> StorageErgebnis<Massnahmenuebersicht> {
        let werte = sicht.werte()?.into_iter().chain([heute.to_string().into()]);
        let zeile = self.eine(
            &format!(
                "SELECT count(*) AS offen,
                        coalesce(sum(m.stand IN ('offen', 'in_umsetzung') AND m.faellig < ?7), 0) AS ueberfaellig,
                        coalesce(sum(m.stand IN ('offen', 'in_umsetzung') AND m.faellig BETWEEN ?7 AND date(?7, '+14 days')), 0) AS bald,
                        coalesce(sum(m.stand = 'umgesetzt' AND m.naechster_tag <= ?7), 0) AS wirkung,
                        coalesce(sum(m.stand = 'wirkung_nicht_belegt'), 0) AS nicht_belegt
                   FROM massnahme m WHERE {} AND m.abschluss_am IS NULL",
                Massnahmensicht::MASSNAHME
            ),
            params_from_iter(werte),
            |z| {
                Ok(Massnahmenuebersicht {
                    ueberfaellig: z.get("ueberfaellig")?,
                    bald_faellig: z.get("bald")?,
                    wirkung_zu_pruefen: z.get("wirkung")?,
                    nicht_belegt: z.get("nicht_belegt")?,
                    offen: z.get("offen")?,
                })
            },
        )?;
        Ok(zeile.unwrap_or_default())
    }
}
