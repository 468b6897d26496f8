//! Why a team was not checked in a month.

use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json};
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// A recorded reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Programmausfall {
    /// UUIDv7.
    pub id: String,
    /// Year.
    pub jahr: i32,
    /// From 1.
    pub monat: u32,
    /// Theme.
    pub thema_id: String,
    /// Team.
    pub team_id: String,
    /// Why.
    pub grund: String,
    /// Who recorded it (user id).
    pub erfasst_von: String,
    /// When, UTC.
    pub erfasst_am: String,
    /// Who withdrew it (user id).
    pub aufgehoben_von: Option<String>,
    /// When, UTC.
    pub aufgehoben_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

impl Programmausfall {
    /// Whether it is about this team in that month (the year is that of the list it was read with).
    pub fn betrifft(&self, monat: u32, thema_id: &str, team_id: &str) -> bool {
        (self.monat, self.thema_id.as_str(), self.team_id.as_str()) == (monat, thema_id, team_id)
    }
}

impl Lesen<'_> {
    /// The reasons of a year that hold, by month.
    pub fn programmausfaelle(&self, jahr: i32) -> StorageErgebnis<Vec<Programmausfall>> {
        self.programmausfaelle_von(&[jahr])
    }

    /// The same of several years, in one statement.
    pub fn programmausfaelle_von(&self, jahre: &[i32]) -> StorageErgebnis<Vec<Programmausfall>> {
        self.alle(
            "SELECT * FROM programmausfall WHERE jahr IN (SELECT value FROM json_each(?1)) AND aufgehoben_am IS NULL
              ORDER BY jahr, monat, thema_id, team_id",
            [als_json(&jahre)?],
            ausfall,
        )
    }

    /// One reason.
    pub fn programmausfall(&self, id: &str) -> StorageErgebnis<Option<Programmausfall>> {
        self.eine("SELECT * FROM programmausfall WHERE id = ?1", [id], ausfall)
    }
}

impl Schreiben<'_> {
    /// Records a reason; its version is 1.
    pub fn programmausfall_anlegen(&self, a: &Programmausfall, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO programmausfall (id, jahr, monat, thema_id, team_id, grund, erfasst_von, erfasst_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                a.id,
                a.jahr,
                a.monat,
                a.thema_id,
                a.team_id,
                a.grund,
                a.erfasst_von,
                a.erfasst_am,
                salz
            ],
        )?;
        Ok(())
    }

    /// Withdraws a reason that still has the expected version.
    pub fn programmausfall_aufheben(
        &self,
        (id, version): (&str, i64),
        von: &str,
        am: &str,
    ) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE programmausfall SET aufgehoben_von = ?3, aufgehoben_am = ?4, version = version + 1
              WHERE id = ?1 AND version = ?2 AND aufgehoben_am IS NULL",
            params![id, version, von, am],
        )
    }
}

fn ausfall(z: &Row<'_>) -> rusqlite::Result<Programmausfall> {
    Ok(Programmausfall {
        id: z.get("id")?,
        jahr: z.get("jahr")?,
        monat: z.get("monat")?,
        thema_id: z.get("thema_id")?,
        team_id: z.get("team_id")?,
        grund: z.get("grund")?,
        erfasst_von: z.get("erfasst_von")?,
        erfasst_am: z.get("erfasst_am")?,
        aufgehoben_von: z.get("aufgehoben_von")?,
        aufgehoben_am: z.get("aufgehoben_am")?,
        version: z.get("version")?,
    })
}
