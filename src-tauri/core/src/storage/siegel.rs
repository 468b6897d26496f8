//! The canonical state of a sealed row, from which its seal in the chain is computed.

use super::{Lesen, StorageErgebnis};
use crate::audit::{ObjektArt, laengenpraefix, siegel};
use rusqlite::types::ValueRef;

/// A row as the chain sees it.
pub(crate) struct Zeilenzustand {
    /// Optimistic locking version, if the table has one.
    pub version: i64,
    /// SHA-256(salt, canonical row).
    pub siegel: [u8; 32],
}

impl Lesen<'_> {
    /// State of one sealed row, `None` if it is gone.
    ///
    /// Canonical: the columns but `salz`, sorted by name, NULLs left out (so that a migration may add
    /// nullable columns), each as length-prefixed name, type letter and length-prefixed bytes.
    pub(crate) fn zeilenzustand(&self, art: ObjektArt, id: &str) -> StorageErgebnis<Option<Zeilenzustand>> {
        let mut anweisung = self.conn.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", art.name))?;
        let namen: Vec<String> = anweisung.column_names().map(str::to_owned).collect();
        let mut reihenfolge: Vec<usize> = (0..namen.len()).collect();
        reihenfolge.sort_by(|a, b| namen[*a].cmp(&namen[*b]));
        let mut zeilen = anweisung.query([id])?;
        let Some(zeile) = zeilen.next()? else {
            return Ok(None);
        };
        let mut kanonisch = Vec::with_capacity(512);
        let mut salz = Vec::new();
        let mut version = 0;
        for i in reihenfolge {
            let wert = zeile.get_ref(i)?;
            match (namen[i].as_str(), wert) {
                ("salz", ValueRef::Blob(bytes)) => salz = bytes.to_vec(),
                (_, ValueRef::Null) => {}
                (name, wert) => {
                    if let ("version", ValueRef::Integer(zahl)) = (name, wert) {
                        version = zahl;
                    }
                    spalte(&mut kanonisch, name, wert);
                }
            }
        }
        Ok(Some(Zeilenzustand { version, siegel: siegel(&salz, &kanonisch) }))
    }

    /// Ids of a sealed table that the chain does not know: rows written past the door.
    pub fn unbekannte_zeilen(&self, art: ObjektArt) -> StorageErgebnis<Vec<String>> {
        self.alle(
            &format!(
                "SELECT id FROM {} WHERE id NOT IN (SELECT objekt FROM protokoll WHERE art = ?1) ORDER BY id LIMIT 10",
                art.name
            ),
            [art.name],
            |z| z.get(0),
        )
    }
}

fn spalte(ziel: &mut Vec<u8>, name: &str, wert: ValueRef<'_>) {
    laengenpraefix(ziel, name.as_bytes());
    match wert {
        ValueRef::Null => ziel.push(b'n'),
        ValueRef::Integer(zahl) => {
            ziel.push(b'i');
            laengenpraefix(ziel, &zahl.to_be_bytes());
        }
        ValueRef::Real(zahl) => {
            ziel.push(b'r');
            laengenpraefix(ziel, &zahl.to_be_bytes());
        }
        ValueRef::Text(text) => {
            ziel.push(b't');
            laengenpraefix(ziel, text);
        }
        ValueRef::Blob(bytes) => {
            ziel.push(b'b');
            laengenpraefix(ziel, bytes);
        }
    }
}
