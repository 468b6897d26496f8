//! Blocks of text for answers.

use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// A block of text with placeholders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Textbaustein {
    /// UUIDv7.
    pub id: String,
    /// Title.
    pub titel: String,
    /// When to use it.
    pub zweck: String,
    /// The text.
    pub text: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// All, by title.
    pub fn textbausteine(&self) -> StorageErgebnis<Vec<Textbaustein>> {
        self.alle("SELECT * FROM textbaustein ORDER BY titel COLLATE NOCASE, id", [], baustein)
    }

    /// One of that id.
    pub fn textbaustein(&self, id: &str) -> StorageErgebnis<Option<Textbaustein>> {
        self.eine("SELECT * FROM textbaustein WHERE id = ?1", [id], baustein)
    }
}

impl Schreiben<'_> {
    /// New; its version is 1.
    pub fn textbaustein_anlegen(&self, b: &Textbaustein, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO textbaustein (id, titel, zweck, text, salz) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![b.id, b.titel, b.zweck, b.text, salz],
        )?;
        Ok(())
    }

    /// Changes one that still has the expected version.
    pub fn textbaustein_aendern(&self, b: &Textbaustein) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE textbaustein SET titel = ?3, zweck = ?4, text = ?5, version = version + 1 WHERE id = ?1 AND version = ?2",
            params![b.id, b.version, b.titel, b.zweck, b.text],
        )
    }

    /// Deletes one.
    pub fn textbaustein_loeschen(&self, id: &str, version: i64) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM textbaustein WHERE id = ?1 AND version = ?2",
            params![id, version],
        )
    }
}

fn baustein(z: &Row<'_>) -> rusqlite::Result<Textbaustein> {
    Ok(Textbaustein {
        id: z.get("id")?,
        titel: z.get("titel")?,
        zweck: z.get("zweck")?,
        text: z.get("text")?,
        version: z.get("version")?,
    })
}
