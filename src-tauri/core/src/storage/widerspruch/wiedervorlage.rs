//! Wiedervorlagen.

use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// Something to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Wiedervorlage {
    /// UUIDv7.
    pub id: String,
    /// Procedure.
    pub verfahren_id: String,
    /// Day.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// What to look at.
    pub betreff: String,
    /// For whom (user id); `None`: the Widerspruchsstelle.
    pub fuer: Option<String>,
    /// Who set it (user id).
    pub angelegt_von: String,
    /// When (UTC).
    pub angelegt_am: String,
    /// Who did it (user id).
    pub erledigt_von: Option<String>,
    /// When (UTC).
    pub erledigt_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// All of a procedure: open ones first, by day.
    pub fn wiedervorlagen(&self, verfahren_id: &str) -> StorageErgebnis<Vec<Wiedervorlage>> {
        self.alle(
            "SELECT * FROM wiedervorlage WHERE verfahren_id = ?1 ORDER BY erledigt_am IS NOT NULL, am, id",
            [verfahren_id],
            wiedervorlage,
        )
    }

    /// One of that id.
    pub fn wiedervorlage(&self, id: &str) -> StorageErgebnis<Option<Wiedervorlage>> {
        self.eine("SELECT * FROM wiedervorlage WHERE id = ?1", [id], wiedervorlage)
    }
}

impl Schreiben<'_> {
    /// New; its version is 1.
    pub fn wiedervorlage_anlegen(&self, w: &Wiedervorlage, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO wiedervorlage (id, verfahren_id, am, betreff, fuer, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![w.id, w.verfahren_id, w.am, w.betreff, w.fuer, w.angelegt_von, w.angelegt_am, salz],
        )?;
        Ok(())
    }

    /// Changes one that still has the expected version.
    pub fn wiedervorlage_aendern(&self, w: &Wiedervorlage) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE wiedervorlage SET am = ?3, betreff = ?4, fuer = ?5, erledigt_von = ?6, erledigt_am = ?7, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![w.id, w.version, w.am, w.betreff, w.fuer, w.erledigt_von, w.erledigt_am],
        )
    }
}

fn wiedervorlage(z: &Row<'_>) -> rusqlite::Result<Wiedervorlage> {
    Ok(Wiedervorlage {
        id: z.get("id")?,
        verfahren_id: z.get("verfahren_id")?,
        am: z.get("am")?,
        betreff: z.get("betreff")?,
        fuer: z.get("fuer")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        erledigt_von: z.get("erledigt_von")?,
        erledigt_am: z.get("erledigt_am")?,
        version: z.get("version")?,
    })
}
