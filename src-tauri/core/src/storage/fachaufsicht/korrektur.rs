//! Corrections of cases.

use super::Sicht;
use crate::fachaufsicht::feststellung::{Feststellung, Korrektur};
use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// The correction that belongs to a Feststellung.
    pub fn korrektur_zu(&self, feststellung_id: &str) -> StorageErgebnis<Option<Korrektur>> {
        self.eine("SELECT * FROM korrektur WHERE feststellung_id = ?1", [feststellung_id], korrektur)
    }

    /// A correction within the sight of the person, with the id of its Feststellung.
    pub fn korrektur(&self, sicht: &Sicht, id: &str) -> StorageErgebnis<Option<(Korrektur, String)>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.eine(
            &format!(
                "SELECT c.* FROM korrektur c JOIN feststellung x ON x.id = c.feststellung_id
                   JOIN prueffall f ON f.id = x.prueffall_id JOIN pruefung p ON p.id = f.pruefung_id
                  WHERE {} AND c.id = ?5",
                Sicht::PRUEFFALL
            ),
            (haus, bereich, teams, person, id),
            |z| Ok((korrektur(z)?, z.get("feststellung_id")?)),
        )
    }
}

impl Schreiben<'_> {
    /// New correction; its version is 1.
    pub fn korrektur_anlegen(
        &self,
        id: &str,
        x: &Feststellung,
        team_id: Option<&str>,
        faellig_am: NaiveDate,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO korrektur (id, feststellung_id, pruefung_id, team_id, faellig_am, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, x.id, x.pruefung_id, team_id, faellig_am, salz],
        )?;
        Ok(())
    }

    /// Changes a correction that still has the expected version.
    pub fn korrektur_aendern(&self, k: &Korrektur) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE korrektur SET faellig_am = ?3, erledigt_am = ?4, erledigt_von = ?5, vermerk = ?6, bestaetigt_am = ?7,
                    bestaetigt_von = ?8, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                k.id,
                k.version,
                k.faellig_am,
                k.erledigt_am,
                k.erledigt_von,
                k.vermerk,
                k.bestaetigt_am,
                k.bestaetigt_von
            ],
        )
    }

    /// Deletes a correction that is not needed any more.
    pub fn korrektur_loeschen(&self, id: &str, version: i64) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM korrektur WHERE id = ?1 AND version = ?2",
            params![id, version],
        )
    }
}

fn korrektur(z: &Row<'_>) -> rusqlite::Result<Korrektur> {
    Ok(Korrektur {
        id: z.get("id")?,
        faellig_am: z.get("faellig_am")?,
        erledigt_am: z.get("erledigt_am")?,
        erledigt_von: z.get("erledigt_von")?,
        vermerk: z.get("vermerk")?,
        bestaetigt_am: z.get("bestaetigt_am")?,
        bestaetigt_von: z.get("bestaetigt_von")?,
        version: z.get("version")?,
    })
}
