//! The register of everything that left the house.

use super::{Lesen, Schreiben, StorageErgebnis};
use crate::fachaufsicht::aufzaehlung;
use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the register is sorted.
    Ausgabesortierung {
        /// When it was handed out.
        Zeit = "zeit", "Zeit";
        /// Title.
        Titel = "titel", "Ausgabe";
        /// Kind.
        Art = "art", "Art";
        /// Size.
        Groesse = "groesse", "Größe";
    }
}

/// Filter of the register; `None` means all.
#[derive(Default)]
pub struct AusgabeFilter {
    /// Part of the title, or beginning of the hash.
    pub suche: Option<String>,
    /// Kind.
    pub art: Option<String>,
    /// First moment, UTC.
    pub von: Option<String>,
    /// Moment after the last one, UTC.
    pub vor: Option<String>,
}

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
    /// One page of the register, and how many files the filter matches.
    pub fn ausgaben(
        &self,
        filter: &AusgabeFilter,
        (sortierung, absteigend): (Ausgabesortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Ausgabe>, u64)> {
        const WO: &str =
            "WHERE (?1 IS NULL OR instr(lower(titel), lower(?1)) > 0 OR instr(sha256, lower(?1)) = 1)
               AND (?2 IS NULL OR art = ?2) AND (?3 IS NULL OR zeit >= ?3) AND (?4 IS NULL OR zeit < ?4)";
        let AusgabeFilter { suche, art, von, vor } = filter;
        let gesamt = self.zahl(&format!("SELECT count(*) FROM export {WO}"), (suche, art, von, vor))?;
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Ausgabesortierung::Zeit => "zeit",
            Ausgabesortierung::Titel => "titel COLLATE NOCASE",
            Ausgabesortierung::Art => "art",
            Ausgabesortierung::Groesse => "bytes",
        };
        let zeilen = self.alle(
            &format!(
                "SELECT * FROM export {WO} ORDER BY {spalte} {richtung}, zeit DESC, id DESC LIMIT ?5 OFFSET ?6"
            ),
            (suche, art, von, vor, anzahl, ab),
            ausgabe,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
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
