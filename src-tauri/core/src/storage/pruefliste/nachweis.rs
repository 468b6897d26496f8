//! Evidence and attached files.

use crate::pruefliste::Anhang;
use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// Evidence of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Nachweis {
    /// UUIDv7.
    pub id: String,
    /// Run.
    pub durchgang_id: String,
    /// Kennung of the question.
    pub frage: String,
    /// What it is and where it lies.
    pub bezeichnung: String,
    /// Day of the evidence itself.
    #[ts(type = "string")]
    pub datum: NaiveDate,
    /// The attached file.
    pub anhang: Option<Anhang>,
    /// Id of who entered it.
    pub erfasst_von: String,
    /// When, UTC.
    pub erfasst_am: String,
    /// Why it no longer counts; the row stays.
    pub entfernt_grund: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

const NACHWEIS: &str =
    "SELECT n.*, a.name, a.bytes, a.sha256 FROM nachweis n LEFT JOIN anhang a ON a.id = n.anhang_id";

impl Lesen<'_> {
    /// Evidence of one run in the order in which it was entered.
    pub fn nachweise(&self, durchgang_id: &str) -> StorageErgebnis<Vec<Nachweis>> {
        self.alle(
            &format!("{NACHWEIS} WHERE n.durchgang_id = ?1 ORDER BY n.frage, n.erfasst_am, n.id"),
            [durchgang_id],
            nachweis,
        )
    }

    /// One evidence.
    pub fn nachweis(&self, id: &str) -> StorageErgebnis<Option<Nachweis>> {
        self.eine(&format!("{NACHWEIS} WHERE n.id = ?1"), [id], nachweis)
    }

    /// All evidence that stands on one file, in every Fassung.
    pub fn nachweise_mit_anhang(&self, anhang_id: &str) -> StorageErgebnis<Vec<Nachweis>> {
        self.alle(&format!("{NACHWEIS} WHERE n.anhang_id = ?1 ORDER BY n.id"), [anhang_id], nachweis)
    }

    /// All attached files that some evidence still stands on: id, bytes and hash. That of withdrawn evidence may be
    /// missing; new evidence has taken its place.
    pub fn anhaenge(&self) -> StorageErgebnis<Vec<Anhang>> {
        self.alle(
            "SELECT * FROM anhang WHERE id IN (SELECT anhang_id FROM nachweis WHERE entfernt_grund IS NULL) ORDER BY id",
            [],
            |z| {
                Ok(Anhang {
                    id: z.get("id")?,
                    name: z.get("name")?,
                    bytes: z.get("bytes")?,
                    sha256: z.get("sha256")?,
                })
            },
        )
    }
}

impl Schreiben<'_> {
    /// New attached file; its content is written beside the database.
    pub fn anhang_anlegen(&self, a: &Anhang, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO anhang (id, name, bytes, sha256, salz) VALUES (?1, ?2, ?3, ?4, ?5)",
            (&a.id, &a.name, a.bytes, &a.sha256, salz),
        )?;
        Ok(())
    }

    /// New evidence; its version is 1.
    pub fn nachweis_anlegen(&self, n: &Nachweis, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO nachweis (id, durchgang_id, frage, bezeichnung, datum, anhang_id, erfasst_von, erfasst_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                n.id,
                n.durchgang_id,
                n.frage,
                n.bezeichnung,
                n.datum,
                n.anhang.as_ref().map(|a| &a.id),
                n.erfasst_von,
                n.erfasst_am,
                salz
            ],
        )?;
        Ok(())
    }

    /// Withdraws evidence that still has the expected version.
    pub fn nachweis_entfernen(&self, id: &str, version: i64, grund: &str) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE nachweis SET entfernt_grund = ?3, version = version + 1 WHERE id = ?1 AND version = ?2 AND entfernt_grund IS NULL",
            (id, version, grund),
        )
    }
}

fn nachweis(z: &Row<'_>) -> rusqlite::Result<Nachweis> {
    let anhang: Option<String> = z.get("anhang_id")?;
    Ok(Nachweis {
        id: z.get("id")?,
        durchgang_id: z.get("durchgang_id")?,
        frage: z.get("frage")?,
        bezeichnung: z.get("bezeichnung")?,
        datum: z.get("datum")?,
        anhang: match anhang {
            None => None,
            Some(id) => {
                Some(Anhang { id, name: z.get("name")?, bytes: z.get("bytes")?, sha256: z.get("sha256")? })
            }
        },
        erfasst_von: z.get("erfasst_von")?,
        erfasst_am: z.get("erfasst_am")?,
        entfernt_grund: z.get("entfernt_grund")?,
        version: z.get("version")?,
    })
}
