//! Deadlines of procedures.

use super::Registersicht;
use crate::aufzaehlung::Aufzaehlung;
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use crate::widerspruch::{Gegenkontrolle, Verfahrensfrist};
use rusqlite::{Row, params, params_from_iter};

impl Lesen<'_> {
    /// All deadlines of a procedure, by day; those without one first.
    pub fn fristen(&self, verfahren_id: &str) -> StorageErgebnis<Vec<Verfahrensfrist>> {
        self.alle(
            "SELECT f.* FROM frist f WHERE f.verfahren_id = ?1 ORDER BY f.tag, f.id",
            [verfahren_id],
            frist,
        )
    }

    /// One deadline.
    pub fn frist(&self, id: &str) -> StorageErgebnis<Option<Verfahrensfrist>> {
        self.eine("SELECT f.* FROM frist f WHERE f.id = ?1", [id], frist)
    }

    /// Deadlines with an event in a period (UTC, the second moment excluded), with number and kind of their
    /// procedure. Deadlines change rarely after they are done, so the index on the last change cuts off
    /// what is older.
    pub fn fristen_mit_ereignis(
        &self,
        sicht: &Registersicht,
        von: &str,
        vor: &str,
    ) -> StorageErgebnis<Vec<(Verfahrensfrist, String)>> {
        let werte = sicht.werte()?.into_iter().chain([von.to_owned().into(), vor.to_owned().into()]);
        self.alle(
            &format!(
                "SELECT f.*, v.nummer AS verfahrensnummer FROM frist f JOIN verfahren v ON v.id = f.verfahren_id
                  WHERE f.geaendert_am >= ?4 AND {}
                    AND EXISTS (SELECT 1 FROM json_each(f.verlauf) e
                                 WHERE json_extract(e.value, '$.am') >= ?4 AND json_extract(e.value, '$.am') < ?5)
                  ORDER BY v.nr, f.id",
                Registersicht::VERFAHREN
            ),
            params_from_iter(werte),
            |z| Ok((frist(z)?, z.get("verfahrensnummer")?)),
        )
    }
}

impl Schreiben<'_> {
    /// New deadline; its version is 1.
    pub fn frist_anlegen(&self, f: &Verfahrensfrist, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO frist (id, verfahren_id, art, bezug, bezeichnung, quelle, berechnung, tag, stand, erledigt_am, doppelt,
                                kontrolle, eingetragen_von, verlauf, geaendert_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            params![
                f.id,
                f.verfahren_id,
                f.art.name(),
                f.bezug,
                f.bezeichnung,
                f.quelle,
                als_json(&f.berechnung)?,
                f.tag,
                f.stand.name(),
                f.erledigt_am,
                f.doppelt,
                f.kontrolle.name(),
                f.eingetragen_von,
                als_json(&f.verlauf)?,
                geaendert_am(f),
                salz,
            ],
        )?;
        Ok(())
    }

    /// Changes a deadline that still has the expected version.
    pub fn frist_aendern(&self, f: &Verfahrensfrist) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE frist SET bezeichnung = ?3, quelle = ?4, berechnung = ?5, tag = ?6, stand = ?7, erledigt_am = ?8, doppelt = ?9,
                    kontrolle = ?10, eingetragen_von = ?11, erste = ?12, zweite = ?13, zweite_von = ?14, uebersteuerung = ?15,
                    verlauf = ?16, geaendert_am = ?17, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                f.id,
                f.version,
                f.bezeichnung,
                f.quelle,
                als_json(&f.berechnung)?,
                f.tag,
                f.stand.name(),
                f.erledigt_am,
                f.doppelt,
                f.kontrolle.name(),
                f.eingetragen_von,
                f.erste.as_ref().map(als_json).transpose()?,
                f.zweite.as_ref().map(als_json).transpose()?,
                f.zweite.as_ref().map(|z: &Gegenkontrolle| z.von.as_str()),
                f.uebersteuerung.as_ref().map(als_json).transpose()?,
                als_json(&f.verlauf)?,
                geaendert_am(f),
            ],
        )
    }
}

fn geaendert_am(f: &Verfahrensfrist) -> &str {
    f.verlauf.last().map_or("", |e| e.am.as_str())
}

pub(super) fn frist(z: &Row<'_>) -> rusqlite::Result<Verfahrensfrist> {
    Ok(Verfahrensfrist {
        id: z.get("id")?,
        verfahren_id: z.get("verfahren_id")?,
        art: wort(z, "art")?,
        bezug: z.get("bezug")?,
        bezeichnung: z.get("bezeichnung")?,
        quelle: z.get("quelle")?,
        berechnung: json_spalte(z, "berechnung")?,
        tag: z.get("tag")?,
        stand: wort(z, "stand")?,
        erledigt_am: z.get("erledigt_am")?,
        doppelt: z.get("doppelt")?,
        kontrolle: wort(z, "kontrolle")?,
        eingetragen_von: z.get("eingetragen_von")?,
        erste: json_oder_null(z, "erste")?,
        zweite: json_oder_null(z, "zweite")?,
        uebersteuerung: json_oder_null(z, "uebersteuerung")?,
        verlauf: json_spalte(z, "verlauf")?,
        version: z.get("version")?,
    })
}

fn json_oder_null<T: serde::de::DeserializeOwned>(z: &Row<'_>, spalte: &str) -> rusqlite::Result<Option<T>> {
    match z.get_ref(spalte)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => json_spalte(z, spalte).map(Some),
    }
}
