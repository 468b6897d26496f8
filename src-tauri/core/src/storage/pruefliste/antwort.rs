//! Answers of a run.

use crate::aufzaehlung::Aufzaehlung;
use crate::pruefliste::{Pruefantwort, pruefantwort_id};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json};
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// Answers of one run by question.
    pub fn pruefantworten(&self, durchgang_id: &str) -> StorageErgebnis<Vec<Pruefantwort>> {
        self.alle(
            "SELECT * FROM pruefantwort WHERE durchgang_id = ?1 ORDER BY frage",
            [durchgang_id],
            antwort,
        )
    }

    /// Answers of several runs: run and answer.
    pub fn pruefantworten_von(&self, ids: &[&str]) -> StorageErgebnis<Vec<(String, Pruefantwort)>> {
        self.alle(
            "SELECT * FROM pruefantwort WHERE durchgang_id IN (SELECT value FROM json_each(?1)) ORDER BY durchgang_id, frage",
            [als_json(&ids)?],
            |z| Ok((z.get("durchgang_id")?, antwort(z)?)),
        )
    }

    /// One answer.
    pub fn pruefantwort(&self, durchgang_id: &str, frage: &str) -> StorageErgebnis<Option<Pruefantwort>> {
        self.eine("SELECT * FROM pruefantwort WHERE id = ?1", [pruefantwort_id(durchgang_id, frage)], antwort)
    }
}

impl Schreiben<'_> {
    /// Writes an answer; version 0 means that there is none yet.
    pub fn pruefantwort_speichern(
        &self,
        durchgang_id: &str,
        a: &Pruefantwort,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "INSERT INTO pruefantwort (id, durchgang_id, frage, wert, bemerkung, von, am, salz)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
              WHERE ?9 = 0 OR EXISTS (SELECT 1 FROM pruefantwort WHERE id = ?1 AND version = ?9)
             ON CONFLICT (id) DO UPDATE SET wert = ?4, bemerkung = ?5, von = ?6, am = ?7, version = version + 1 WHERE version = ?9",
            params![
                pruefantwort_id(durchgang_id, &a.frage),
                durchgang_id,
                a.frage,
                a.wert.name(),
                a.bemerkung,
                a.von,
                a.am,
                salz,
                a.version
            ],
        )
    }

    /// Takes an answer away: the question is open again.
    pub fn pruefantwort_loeschen(
        &self,
        durchgang_id: &str,
        frage: &str,
        version: i64,
    ) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM pruefantwort WHERE id = ?1 AND version = ?2",
            (pruefantwort_id(durchgang_id, frage), version),
        )
    }
}

fn antwort(z: &Row<'_>) -> rusqlite::Result<Pruefantwort> {
    Ok(Pruefantwort {
        frage: z.get("frage")?,
        wert: wort(z, "wert")?,
        bemerkung: z.get("bemerkung")?,
        von: z.get("von")?,
        am: z.get("am")?,
        version: z.get("version")?,
    })
}
