//! What waits, in numbers, for the start page.

use super::Reaktionssicht;
use crate::storage::{Lesen, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::params_from_iter;
use serde::Serialize;
use ts_rs::TS;

/// Open tickets in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsuebersicht {
    /// Nobody has looked at them.
    pub zu_sichten: u32,
    /// Something is due today, the triage among it.
    pub heute: u32,
    /// A day has passed, with those that nobody has looked at.
    pub ueberfaellig: u32,
    /// The clock rests.
    pub pausiert: u32,
    /// Gone up to the Kundenreaktionsmanagement or further.
    pub eskaliert: u32,
    /// Gone up to the Geschäftsführung.
    pub bei_geschaeftsfuehrung: u32,
    /// A judgement waits for a second person, and this person may be the second.
    pub beurteilung_offen: u32,
    /// Answered, or ended without an answer, and still to be closed.
    pub abzuschliessen: u32,
    /// Not closed.
    pub offen: u32,
}

impl Lesen<'_> {
    /// Open tickets within the sight of the person, counted on that day.
    pub fn reaktionsuebersicht(
        &self,
        sicht: &Reaktionssicht,
        heute: NaiveDate,
    ) -> StorageErgebnis<Reaktionsuebersicht> {
        let werte = sicht.werte()?.into_iter().chain([heute.to_string().into()]);
        let zeile = self.eine(
            &format!(
                "SELECT count(*) AS offen, coalesce(sum(k.stand = 'eingegangen'), 0) AS zu_sichten, coalesce(sum(k.naechster_tag = ?6), 0) AS heute,
                        coalesce(sum(k.naechster_tag < ?6), 0) AS ueberfaellig, coalesce(sum(k.stand = 'wartet'), 0) AS pausiert, coalesce(sum(k.stand = 'beantwortet'), 0) AS abzuschliessen,
                        coalesce(sum(k.beantwortet_am IS NULL AND (k.stufe_krm_ab <= ?6 OR k.stufe_gf_ab <= ?6)), 0) AS eskaliert,
                        coalesce(sum(k.beantwortet_am IS NULL AND k.stufe_gf_ab <= ?6), 0) AS bei_gf,
                        coalesce(sum(k.beurteilt_von IS NOT NULL AND k.beurteilung_bestaetigt_von IS NULL AND k.beurteilt_von <> ?4), 0) AS beurteilung
                   FROM kundenreaktion k WHERE {} AND k.abschluss_am IS NULL",
                sicht.wo()
            ),
            params_from_iter(werte),
            |z| {
                Ok(Reaktionsuebersicht {
                    zu_sichten: z.get("zu_sichten")?,
                    heute: z.get("heute")?,
                    ueberfaellig: z.get("ueberfaellig")?,
                    pausiert: z.get("pausiert")?,
                    eskaliert: z.get("eskaliert")?,
                    bei_geschaeftsfuehrung: z.get("bei_gf")?,
                    beurteilung_offen: z.get("beurteilung")?,
                    abzuschliessen: z.get("abzuschliessen")?,
                    offen: z.get("offen")?,
                })
            },
        )?;
        Ok(zeile.unwrap_or_default())
    }
}
