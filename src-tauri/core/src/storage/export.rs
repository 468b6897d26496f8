//! The register of everything that left the house.

use super::{Lesen, Schreiben, StorageErgebnis};
use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

/// One file that was handed out.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Ausgabe {
    /// UUIDv7.
    pub id: String,
    /// Kind, e.g. `pruefbericht`.
    pub art: String,
    /// Id of the object it is about.
    pub objekt: String,
    /// What people read in the list.
    pub titel: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: i64,
    /// Head of the chain that it printed, hexadecimal.
    pub kopf: Option<String>,
    /// UTC.
    pub zeit: String,
    /// Id of the person who exported.
    pub benutzer_id: String,
}

impl Lesen<'_> {
    /// Newest first.
    pub fn ausgaben(&self, ab: u32, anzahl: u32) -> StorageErgebnis<Vec<Ausgabe>> {
        self.alle(
            "SELECT * FROM export ORDER BY zeit DESC, id DESC LIMIT ?1 OFFSET ?2",
            (anzahl, ab),
            ausgabe,
        )
    }

    /// How many there are.
    pub fn anzahl_ausgaben(&self) -> StorageErgebnis<i64> {
        self.zahl("SELECT count(*) FROM export", [])
    }

    /// The export with this hash, if a given file is one of ours.
    pub fn ausgabe_mit_hash(&self, sha256: &str) -> StorageErgebnis<Option<Ausgabe>> {
        self.eine("SELECT * FROM export WHERE sha256 = ?1 ORDER BY zeit DESC LIMIT 1", [sha256], ausgabe)
    }
}

impl Schreiben<'_> {
    /// Registers a file.
    pub fn ausgabe_anlegen(&self, a: &Ausgabe, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO export (id, art, objekt, titel, sha256, bytes, kopf, zeit, benutzer_id, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (&a.id, &a.art, &a.objekt, &a.titel, &a.sha256, a.bytes, &a.kopf, &a.zeit, &a.benutzer_id, salz),
        )?;
        Ok(())
    }
}

fn ausgabe(z: &Row<'_>) -> rusqlite::Result<Ausgabe> {
    Ok(Ausgabe {
        id: z.get("id")?,
        art: z.get("art")?,
        objekt: z.get("objekt")?,
        titel: z.get("titel")?,
        sha256: z.get("sha256")?,
        bytes: z.get("bytes")?,
        kopf: z.get("kopf")?,
        zeit: z.get("zeit")?,
        benutzer_id: z.get("benutzer_id")?,
    })
}
