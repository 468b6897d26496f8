//! Answers of a run.

use crate::aufzaehlung::Aufzaehlung;
use crate::pruefliste::{Pruefantwort, pruefantwort_id};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json};
use rusqlite::{Row, params};

const LESE: &str = "SELECT a.*, z.katalogfassung_id AS zu_bestaetigen
    FROM pruefantwort a LEFT JOIN pruefantwort_zu_bestaetigen z ON z.antwort_id = a.id";

impl Lesen<'_> {
    /// Answers of one run by question.
    pub fn pruefantworten(&self, durchgang_id: &str) -> StorageErgebnis<Vec<Pruefantwort>> {
        self.alle(&format!("{LESE} WHERE a.durchgang_id = ?1 ORDER BY a.frage"), [durchgang_id], antwort)
    }

    /// Answers of several runs: run and answer.
    pub fn pruefantworten_von(&self, ids: &[&str]) -> StorageErgebnis<Vec<(String, Pruefantwort)>> {
        self.alle(
            &format!("{LESE} WHERE a.durchgang_id IN (SELECT value FROM json_each(?1)) ORDER BY a.durchgang_id, a.frage"),
            [als_json(&ids)?],
            |z| Ok((z.get("durchgang_id")?, antwort(z)?)),
        )
    }

    /// One answer.
    pub fn pruefantwort(&self, durchgang_id: &str, frage: &str) -> StorageErgebnis<Option<Pruefantwort>> {
        self.eine(&format!("{LESE} WHERE a.id = ?1"), [pruefantwort_id(durchgang_id, frage)], antwort)
    }
}

impl Schreiben<'_> {
    /// Writes an answer, which confirms it too; version 0 means that there is none yet.
    pub fn pruefantwort_speichern(
        &self,
        durchgang_id: &str,
        a: &Pruefantwort,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let id = pruefantwort_id(durchgang_id, &a.frage);
        self.fuehre_aus_mit_version(
            "INSERT INTO pruefantwort (id, durchgang_id, frage, wert, bemerkung, von, am, salz)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
              WHERE ?9 = 0 OR EXISTS (SELECT 1 FROM pruefantwort WHERE id = ?1 AND version = ?9)
             ON CONFLICT (id) DO UPDATE SET wert = ?4, bemerkung = ?5, von = ?6, am = ?7, version = version + 1 WHERE version = ?9",
            params![
                id,
                durchgang_id,
                a.frage,
                a.wert.name(),
                a.bemerkung,
                a.von,
                a.am,
                salz,
                a.version
            ],
        )?;
        self.fuehre_aus("DELETE FROM pruefantwort_zu_bestaetigen WHERE antwort_id = ?1", [&id])?;
        Ok(())
    }

    /// Marks answers whose question reads otherwise since; `fassung_id` is the version they were given to. One that
    /// waits already keeps the version it names.
    pub fn pruefantworten_zu_bestaetigen(
        &self,
        durchgang_id: &str,
        fragen: &[&str],
        fassung_id: &str,
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO pruefantwort_zu_bestaetigen (antwort_id, katalogfassung_id)
             SELECT a.id, ?3 FROM pruefantwort a
              WHERE a.durchgang_id = ?1 AND a.frage IN (SELECT value FROM json_each(?2))
             ON CONFLICT DO NOTHING",
            params![durchgang_id, als_json(&fragen)?, fassung_id],
        )?;
        Ok(())
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
        zu_bestaetigen: z.get("zu_bestaetigen")?,
        version: z.get("version")?,
    })
}
