//! Drawn units beside case numbers that someone asks about.

use super::{Sicht, wort};
use crate::fachaufsicht::bogen::BogenStand;
use crate::storage::{Lesen, StorageErgebnis, als_json};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A drawn unit, as far as it is compared with a number.
pub struct Vergleichsfall {
    /// Id of the Prüffall.
    pub id: String,
    /// Population it was drawn from.
    pub grundgesamtheit_id: String,
    /// Pseudonym of the draw, 64 hex digits.
    pub pseudonym: String,
    /// Plain number, where the person may see it and it is still there.
    pub nummer: Option<String>,
}

/// A check in which a case was drawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FruehereZiehung {
    /// Id of the Prüffall.
    pub prueffall_id: String,
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Place in the check.
    pub position: i64,
    /// Title of the theme.
    pub thema: String,
    /// Name of the team; of its area, where the team has fewer than five employees and the person does not check it.
    pub team: Option<String>,
    /// First day of the period.
    #[ts(type = "string")]
    pub zeitraum_von: NaiveDate,
    /// Last day of the period.
    #[ts(type = "string")]
    pub zeitraum_bis: NaiveDate,
    /// State of the sheet.
    pub stand: BogenStand,
    /// Feststellungen that were not withdrawn.
    pub feststellungen: u64,
    /// Pseudonym of the draw, 64 hex digits.
    pub pseudonym: String,
}

impl Lesen<'_> {
    /// All drawn units that a person sees and whose check still has its case numbers; with the plain number where
    /// `klar` allows it. Where the numbers were removed by rule, a number must not find its record again.
    pub fn vergleichsfaelle(&self, sicht: &Sicht, klar: &Sicht) -> StorageErgebnis<Vec<Vergleichsfall>> {
        let klar_bedingung =
            Sicht::PRUEFFALL.replace("?1", "?5").replace("?2", "?6").replace("?3", "?7").replace("?4", "?8");
        self.alle(
            &format!(
                "SELECT f.id, g.id AS gg, f.pseudonym, CASE WHEN {klar_bedingung} THEN k.nummer END AS nummer
                   FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id JOIN grundgesamtheit g ON g.pruefung_id = p.id
                   LEFT JOIN prueffall_klar k ON k.prueffall_id = f.id
                  WHERE {} AND NOT EXISTS (SELECT 1 FROM entfernt e WHERE e.objekt = p.id) ORDER BY f.pruefung_id, f.position",
                Sicht::PRUEFFALL
            ),
            super::sicht::Listenwerte::neu(sicht, klar)?.parameter(),
            |z| {
                Ok(Vergleichsfall {
                    id: z.get("id")?,
                    grundgesamtheit_id: z.get("gg")?,
                    pseudonym: z.get("pseudonym")?,
                    nummer: z.get("nummer")?,
                })
            },
        )
    }

    /// What became of these units, latest period first.
    pub fn fruehere_ziehungen(&self, klar: &Sicht, faelle: &[&str]) -> StorageErgebnis<Vec<FruehereZiehung>> {
        let (haus, bereich, teams, person) = klar.werte()?;
        self.alle(
            &format!("SELECT f.id, f.pruefung_id, p.nummer, f.position, h.titel AS thema,
                    CASE WHEN t.unter_fuenf = 1 AND NOT coalesce({klar}, 0) THEN b.name ELSE t.name END AS team, p.zeitraum_von, p.zeitraum_bis, f.stand, f.pseudonym,
                    (SELECT count(*) FROM feststellung x WHERE x.prueffall_id = f.id AND x.stand <> 'zurueckgenommen') AS feststellungen
               FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id JOIN pruefthema h ON h.id = p.thema_id LEFT JOIN team t ON t.id = f.team_id
               LEFT JOIN bereich b ON b.id = t.bereich_id
              WHERE f.id IN (SELECT value FROM json_each(?5)) ORDER BY p.zeitraum_bis DESC, p.nummer DESC, f.position",
                klar = Sicht::PRUEFFALL
            ),
            (haus, bereich, teams, person, als_json(&faelle)?),
            |z| {
                Ok(FruehereZiehung {
                    prueffall_id: z.get("id")?,
                    pruefung_id: z.get("pruefung_id")?,
                    nummer: z.get("nummer")?,
                    position: z.get("position")?,
                    thema: z.get("thema")?,
                    team: z.get("team")?,
                    zeitraum_von: z.get("zeitraum_von")?,
                    zeitraum_bis: z.get("zeitraum_bis")?,
                    stand: wort(z, "stand")?,
                    feststellungen: z.get("feststellungen")?,
                    pseudonym: z.get("pseudonym")?,
                })
            },
        )
    }
}
