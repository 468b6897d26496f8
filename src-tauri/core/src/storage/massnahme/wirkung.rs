//! What finished checks counted at one item.

use crate::massnahme::Merkmalsergebnis;
use crate::storage::fachaufsicht::nachschau::KORRIGIERTE;
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::{Row, params};

/// Later checks that are shown with a measure.
const HOECHSTENS: u32 = 20;

/// Counts of the item ?2 in a check `p`; "teilweise" is an error if ?3. Of a later check the units of those teams that
/// the first check ?1 was about: what happens in other teams says nothing about the measure.
const ZAEHLE: &str = "p.id, p.nummer,
    EXISTS (SELECT 1 FROM pruefung e, json_each(e.teams) j WHERE e.id = ?1 AND j.value NOT IN (SELECT value FROM json_each(p.teams))) AS teams_fehlen, p.zeitraum_von, p.zeitraum_bis, p.auswahl,
    EXISTS (SELECT 1 FROM ziehung g WHERE g.pruefung_id = p.id AND g.ergebnis_hash IS NOT NULL AND g.schichtung = 'team') AS geschichtet,
    count(a.id) FILTER (WHERE a.wert IN ('ja', 'nein', 'teilweise')) AS beurteilt,
    count(a.id) FILTER (WHERE a.wert = 'nicht_pruefbar') AS nicht_pruefbar,
    count(a.id) FILTER (WHERE (a.wert = 'nein' OR a.wert = 'teilweise' AND ?3) AND x.stand IS NOT 'zurueckgenommen') AS fehler";

const VON: &str = "FROM pruefung p
    LEFT JOIN prueffall f ON f.pruefung_id = p.id AND f.stand IN ('geprueft', 'bestaetigt')
         AND (f.team_id IS NULL OR f.team_id IN (SELECT j.value FROM pruefung e, json_each(e.teams) j WHERE e.id = ?1))
    LEFT JOIN antwort a ON a.prueffall_id = f.id AND a.merkmal = ?2
    LEFT JOIN feststellung x ON x.prueffall_id = f.id AND x.merkmal = a.merkmal";

/// Finished checks `p` of the theme and Bereich of the check ?1 whose period begins after its own.
fn spaeter() -> String {
    format!("p.stand = 'abgeschlossen' AND EXISTS (
    SELECT 1 FROM pruefung e WHERE e.id = ?1 AND p.thema_id = e.thema_id AND p.bereich_id = e.bereich_id AND p.zeitraum_von > e.zeitraum_von)
    AND NOT {KORRIGIERTE}")
}

impl Lesen<'_> {
    /// Id of the check that a Feststellung belongs to.
    pub fn pruefung_zu_feststellung(&self, id: &str) -> StorageErgebnis<Option<String>> {
        self.eine("SELECT pruefung_id FROM feststellung WHERE id = ?1", [id], |z| z.get(0))
    }

    /// What a check counted at an item, in the teams of the first check; that is the same check for its own result.
    pub fn merkmalsergebnis(
        &self,
        (erste_id, pruefung_id): (&str, &str),
        merkmal: &str,
        teilweise_zaehlt: bool,
    ) -> StorageErgebnis<Option<Merkmalsergebnis>> {
        self.eine(
            &format!("SELECT {ZAEHLE} {VON} WHERE p.id = ?4 GROUP BY p.id"),
            params![erste_id, merkmal, teilweise_zaehlt, pruefung_id],
            ergebnis,
        )
    }

    /// What later finished checks of the same theme and Bereich counted at the item, and how many more there are:
    /// those whose period begins after that of the check. Nearest to `tag` first, the day of doing; risk-based ones and
    /// those that begin before it behind all others, because they cannot show what was done.
    pub fn spaetere_merkmalsergebnisse(
        &self,
        pruefung_id: &str,
        merkmal: &str,
        teilweise_zaehlt: bool,
        tag: NaiveDate,
    ) -> StorageErgebnis<(Vec<Merkmalsergebnis>, u32)> {
        let ergebnisse = self.alle(
            &format!(
                "SELECT {ZAEHLE} {VON}
                  WHERE {}
                  GROUP BY p.id ORDER BY p.auswahl = 'bewusst' OR p.zeitraum_von < ?4, abs(julianday(p.zeitraum_von) - julianday(?4)), p.nummer LIMIT {HOECHSTENS}",
                spaeter()
            ),
            params![pruefung_id, merkmal, teilweise_zaehlt, tag],
            ergebnis,
        )?;
        let alle =
            self.zahl(&format!("SELECT count(*) FROM pruefung p WHERE {}", spaeter()), [pruefung_id])?;
        let gezeigt = u32::try_from(ergebnisse.len()).unwrap_or(u32::MAX);
        Ok((ergebnisse, u32::try_from(alle).unwrap_or(u32::MAX).saturating_sub(gezeigt)))
    }
}

fn ergebnis(z: &Row<'_>) -> rusqlite::Result<Merkmalsergebnis> {
    Ok(Merkmalsergebnis {
        pruefung_id: z.get("id")?,
        nummer: z.get("nummer")?,
        von: z.get("zeitraum_von")?,
        bis: z.get("zeitraum_bis")?,
        auswahl: wort(z, "auswahl")?,
        geschichtet: z.get("geschichtet")?,
        teams_fehlen: z.get("teams_fehlen")?,
        fehler: z.get("fehler")?,
        beurteilt: z.get("beurteilt")?,
        nicht_pruefbar: z.get("nicht_pruefbar")?,
    })
}
