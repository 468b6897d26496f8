//! What is known of teams about a theme: the material of the proposal.

use crate::fachaufsicht::thema::Pruefthema;
use crate::pruefprogramm::Risikoangaben;
use crate::storage::fachaufsicht::nachschau::KORRIGIERTE;
use crate::storage::{Lesen, StorageErgebnis, als_json};
use chrono::{Months, NaiveDate};
use rusqlite::params;
use std::collections::BTreeSet;

impl Lesen<'_> {
    /// Errors (of random and full checks), amounts, justified complaints and upheld Widersprüche by team. A case with a deviation that nobody
    /// withdrew is an error; the amounts are those of the latest list of the theme; Widersprüche are those of the
    /// theme's Sachgebiet.
    pub fn risikoangaben(
        &self,
        thema: &Pruefthema,
        teams: &BTreeSet<String>,
        heute: NaiveDate,
    ) -> StorageErgebnis<Vec<Risikoangaben>> {
        let vor = |monate| heute.checked_sub_months(Months::new(monate)).unwrap_or(NaiveDate::MIN);
        self.alle(
            &format!("SELECT t.id,
                    (SELECT count(*) FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
                      WHERE f.team_id = t.id AND p.thema_id = ?2 AND p.zeitraum_bis >= ?3 AND p.auswahl <> 'bewusst' AND NOT {KORRIGIERTE} AND f.stand IN ('geprueft', 'bestaetigt')) AS geprueft,
                    (SELECT count(*) FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
                      WHERE f.team_id = t.id AND p.thema_id = ?2 AND p.zeitraum_bis >= ?3 AND p.auswahl <> 'bewusst' AND NOT {KORRIGIERTE} AND f.stand IN ('geprueft', 'bestaetigt')
                        AND EXISTS (SELECT 1 FROM feststellung x WHERE x.prueffall_id = f.id AND x.stand <> 'zurueckgenommen')) AS fehlerhaft,
                    coalesce((SELECT sum(e.betrag_cent) FROM einheit e, json_each(g.teams) j
                      WHERE e.gg = g.nr AND j.value ->> 'team_id' = t.id AND e.team = j.key), 0) AS betrag_cent,
                    (SELECT count(*) FROM kundenreaktion k
                      WHERE k.zustaendig_team = t.id AND k.eingang >= ?4 AND k.urteil IN ('berechtigt', 'teilweise')) AS beschwerden,
                    (SELECT count(*) FROM verfahren v
                      WHERE v.team_id = t.id AND v.art = 'widerspruch' AND v.sachgebiet = ?5 AND v.entschieden_am >= ?4
                        AND v.ergebnis IN ('abhilfe', 'teilabhilfe', 'stattgegeben', 'teilweise_stattgegeben')) AS stattgaben
               FROM team t
               LEFT JOIN grundgesamtheit g ON g.id = (SELECT g2.id FROM grundgesamtheit g2 JOIN pruefung p ON p.id = g2.pruefung_id
                      WHERE p.thema_id = ?2 AND p.bereich_id = t.bereich_id AND g2.versiegelt_am IS NOT NULL AND NOT {KORRIGIERTE}
                      ORDER BY p.zeitraum_bis DESC, p.nummer DESC LIMIT 1)
              WHERE t.id IN (SELECT value FROM json_each(?1)) ORDER BY t.name, t.id"),
            params![als_json(teams)?, thema.id, vor(24), vor(12), thema.sachgebiet],
            |z| {
                let (fehlerhaft, geprueft): (u64, u64) = (z.get("fehlerhaft")?, z.get("geprueft")?);
                Ok(Risikoangaben {
                    team_id: z.get("id")?,
                    letzte: (geprueft > 0).then_some((fehlerhaft, geprueft)),
                    betrag_cent: z.get("betrag_cent")?,
                    beschwerden: z.get("beschwerden")?,
                    stattgaben: z.get("stattgaben")?,
                })
            },
        )
    }
}
