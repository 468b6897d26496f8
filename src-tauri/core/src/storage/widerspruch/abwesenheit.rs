//! Who is away, and who stands in.

use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// An absence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Abwesenheit {
    /// UUIDv7.
    pub id: String,
    /// Who is away (user id).
    pub benutzer_id: String,
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Who stands in (user id).
    pub vertretung_id: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// Absences that have not ended before that day, by their beginning.
    pub fn abwesenheiten(&self, ab: NaiveDate) -> StorageErgebnis<Vec<Abwesenheit>> {
        self.alle("SELECT * FROM abwesenheit WHERE bis >= ?1 ORDER BY von, id", [ab], abwesenheit)
    }

    /// One of that id.
    pub fn abwesenheit(&self, id: &str) -> StorageErgebnis<Option<Abwesenheit>> {
        self.eine("SELECT * FROM abwesenheit WHERE id = ?1", [id], abwesenheit)
    }
}

impl Schreiben<'_> {
    /// New; its version is 1.
    pub fn abwesenheit_anlegen(&self, a: &Abwesenheit, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO abwesenheit (id, benutzer_id, von, bis, vertretung_id, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![a.id, a.benutzer_id, a.von, a.bis, a.vertretung_id, salz],
        )?;
        Ok(())
    }

    /// Changes one that still has the expected version.
    pub fn abwesenheit_aendern(&self, a: &Abwesenheit) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE abwesenheit SET von = ?3, bis = ?4, vertretung_id = ?5, version = version + 1 WHERE id = ?1 AND version = ?2",
            params![a.id, a.version, a.von, a.bis, a.vertretung_id],
        )
    }

    /// Deletes one.
    pub fn abwesenheit_loeschen(&self, id: &str, version: i64) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM abwesenheit WHERE id = ?1 AND version = ?2",
            params![id, version],
        )
    }
}

fn abwesenheit(z: &Row<'_>) -> rusqlite::Result<Abwesenheit> {
    Ok(Abwesenheit {
        id: z.get("id")?,
        benutzer_id: z.get("benutzer_id")?,
        von: z.get("von")?,
        bis: z.get("bis")?,
        vertretung_id: z.get("vertretung_id")?,
        version: z.get("version")?,
    })
}
