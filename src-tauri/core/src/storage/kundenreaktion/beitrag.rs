//! What was written to a ticket.

use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// For whom it was written.
    Beitragsart {
        /// For the house only.
        Notiz = "notiz", "Notiz";
        /// To the person, before the answer.
        Zwischennachricht = "zwischennachricht", "Zwischennachricht";
        /// The answer.
        Antwort = "antwort", "Antwort";
    }
}

/// A note, or a text to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsbeitrag {
    /// UUIDv7.
    pub id: String,
    /// Ticket.
    pub reaktion_id: String,
    /// For whom.
    pub art: Beitragsart,
    /// The text.
    pub text: String,
    /// Who wrote it (user id).
    pub von: String,
    /// When (UTC).
    pub am: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// All of a ticket, oldest first.
    pub fn reaktionsbeitraege(&self, reaktion_id: &str) -> StorageErgebnis<Vec<Reaktionsbeitrag>> {
        self.alle(
            "SELECT * FROM reaktionsbeitrag WHERE reaktion_id = ?1 ORDER BY am, id",
            [reaktion_id],
            beitrag,
        )
    }
}

impl Schreiben<'_> {
    /// New; its version is 1. What was written stays as it is.
    pub fn reaktionsbeitrag_anlegen(&self, b: &Reaktionsbeitrag, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO reaktionsbeitrag (id, reaktion_id, art, text, von, am, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![b.id, b.reaktion_id, b.art.name(), b.text, b.von, b.am, salz],
        )?;
        Ok(())
    }

    /// All of a ticket go with its contact; returns their ids.
    pub fn reaktionsbeitraege_entfernen(&self, reaktion_id: &str) -> StorageErgebnis<Vec<String>> {
        let ids = self.alle(
            "SELECT id FROM reaktionsbeitrag WHERE reaktion_id = ?1 ORDER BY am, id",
            [reaktion_id],
            |z| z.get(0),
        )?;
        self.fuehre_aus("DELETE FROM reaktionsbeitrag WHERE reaktion_id = ?1", [reaktion_id])?;
        Ok(ids)
    }
}

fn beitrag(z: &Row<'_>) -> rusqlite::Result<Reaktionsbeitrag> {
    Ok(Reaktionsbeitrag {
        id: z.get("id")?,
        reaktion_id: z.get("reaktion_id")?,
        art: wort(z, "art")?,
        text: z.get("text")?,
        von: z.get("von")?,
        am: z.get("am")?,
        version: z.get("version")?,
    })
}
