//! What the house promises, from a day on.

use crate::kundenreaktion::Reaktionsregel;
use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// A promise as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsregelzeile {
    /// UUIDv7.
    pub id: String,
    /// The promise.
    #[serde(flatten)]
    pub regel: Reaktionsregel,
    /// Why it was made to count for days that had passed; empty: it was not.
    pub begruendung: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// All, oldest first; none: the promise that the program starts with.
    pub fn reaktionsregeln(&self) -> StorageErgebnis<Vec<Reaktionsregelzeile>> {
        self.alle("SELECT * FROM reaktionsregel ORDER BY gueltig_ab", [], regel)
    }

    /// One of that id.
    pub fn reaktionsregel(&self, id: &str) -> StorageErgebnis<Option<Reaktionsregelzeile>> {
        self.eine("SELECT * FROM reaktionsregel WHERE id = ?1", [id], regel)
    }
}

impl Schreiben<'_> {
    /// New; its version is 1.
    pub fn reaktionsregel_anlegen(&self, z: &Reaktionsregelzeile, salz: &[u8]) -> StorageErgebnis<()> {
        let r = &z.regel;
        self.fuehre_aus(
            "INSERT INTO reaktionsregel (id, gueltig_ab, bestaetigung_arbeitstage, antwort_kalendertage, begruendung, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![z.id, r.gueltig_ab, r.bestaetigung_arbeitstage, r.antwort_kalendertage, z.begruendung, salz],
        )?;
        Ok(())
    }

    /// Changes one that still has the expected version.
    pub fn reaktionsregel_aendern(&self, z: &Reaktionsregelzeile) -> StorageErgebnis<()> {
        let r = &z.regel;
        self.fuehre_aus_mit_version(
            "UPDATE reaktionsregel SET gueltig_ab = ?3, bestaetigung_arbeitstage = ?4, antwort_kalendertage = ?5, begruendung = ?6, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![z.id, z.version, r.gueltig_ab, r.bestaetigung_arbeitstage, r.antwort_kalendertage, z.begruendung],
        )
    }

    /// Deletes one.
    pub fn reaktionsregel_loeschen(&self, id: &str, version: i64) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM reaktionsregel WHERE id = ?1 AND version = ?2",
            params![id, version],
        )
    }
}

fn regel(z: &Row<'_>) -> rusqlite::Result<Reaktionsregelzeile> {
    Ok(Reaktionsregelzeile {
        id: z.get("id")?,
        regel: Reaktionsregel {
            gueltig_ab: z.get("gueltig_ab")?,
            bestaetigung_arbeitstage: z.get("bestaetigung_arbeitstage")?,
            antwort_kalendertage: z.get("antwort_kalendertage")?,
        },
        begruendung: z.get("begruendung")?,
        version: z.get("version")?,
    })
}
