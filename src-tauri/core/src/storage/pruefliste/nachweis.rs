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

/// Condition: the attached file `a` belongs to a run whose files were removed by the rule.
const NACH_REGEL_ENTFERNT: &str = "a.id IN (SELECT n.anhang_id FROM entfernt e JOIN nachweis n ON n.durchgang_id = e.objekt WHERE n.anhang_id IS NOT NULL)";

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
    /// missing; new evidence has taken its place. One that was removed by the rule is missed no more.
    pub fn anhaenge(&self) -> StorageErgebnis<Vec<Anhang>> {
        self.alle(
            &format!(
                "SELECT * FROM anhang a WHERE id IN (SELECT anhang_id FROM nachweis WHERE entfernt_grund IS NULL)
                    AND NOT {NACH_REGEL_ENTFERNT} ORDER BY id"
            ),
            [],
            anhang,
        )
    }

    /// All attached files that were removed by the rule.
    pub fn entfernte_anhaenge(&self) -> StorageErgebnis<Vec<Anhang>> {
        self.alle(&format!("SELECT * FROM anhang a WHERE {NACH_REGEL_ENTFERNT} ORDER BY id"), [], anhang)
    }

    /// All files that were ever attached in a run, also to evidence that was withdrawn.
    pub fn anhaenge_des_durchgangs(&self, durchgang_id: &str) -> StorageErgebnis<Vec<Anhang>> {
        self.alle(
            "SELECT * FROM anhang WHERE id IN (SELECT anhang_id FROM nachweis WHERE durchgang_id = ?1) ORDER BY id",
            [durchgang_id],
            anhang,
        )
    }

    /// Files of withdrawn evidence: id of the run and of the file. They may still lie there.
    pub fn zurueckgezogene_anhaenge(&self) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            "SELECT durchgang_id, anhang_id FROM nachweis
              WHERE anhang_id IS NOT NULL AND entfernt_grund IS NOT NULL
                AND durchgang_id NOT IN (SELECT objekt FROM entfernt) ORDER BY id",
            [],
            |z| Ok((z.get(0)?, z.get(1)?)),
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

fn anhang(z: &Row<'_>) -> rusqlite::Result<Anhang> {
    Ok(Anhang { id: z.get("id")?, name: z.get("name")?, bytes: z.get("bytes")?, sha256: z.get("sha256")? })
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
