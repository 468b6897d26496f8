//! Fassungen of the programme of a year.

use crate::aufzaehlung::Aufzaehlung;
use crate::pruefprogramm::{Programm, Programminhalt, Programmstand};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// A Fassung without its themes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Programmkopf {
    /// Id.
    pub id: String,
    /// Year.
    pub jahr: i32,
    /// 1, and one more with each change after a release.
    pub fassung: i64,
    /// Why it changes the one before.
    pub aenderung: String,
    /// State.
    pub stand: Programmstand,
    /// When it was released, UTC.
    pub freigegeben_am: Option<String>,
}

impl Lesen<'_> {
    /// All Fassungen, latest year and Fassung first.
    pub fn pruefprogramme(&self) -> StorageErgebnis<Vec<Programmkopf>> {
        self.alle(
            "SELECT id, jahr, fassung, aenderung, stand, freigegeben_am FROM pruefprogramm ORDER BY jahr DESC, fassung DESC",
            [],
            kopf,
        )
    }

    /// Where the effect check of a measure is planned: Fassung, month from 1, cases; earliest year and Fassung first.
    pub fn wirkungspruefungen_im_programm(
        &self,
        massnahme_id: &str,
    ) -> StorageErgebnis<Vec<(Programmkopf, u32, u64)>> {
        self.alle(
            "SELECT p.*, w.value ->> 'monat' AS monat, w.value ->> 'faelle' AS faelle
               FROM pruefprogramm p, json_each(p.zeilen) z, json_each(z.value, '$.wirkungspruefungen') w
              WHERE p.stand IN ('entwurf', 'vorgelegt', 'gueltig') AND w.value ->> 'massnahme_id' = ?1
              ORDER BY p.jahr, p.fassung",
            [massnahme_id],
            |z| Ok((kopf(z)?, z.get("monat")?, z.get("faelle")?)),
        )
    }

    /// One Fassung.
    pub fn pruefprogramm(&self, id: &str) -> StorageErgebnis<Option<Programm>> {
        self.eine("SELECT * FROM pruefprogramm WHERE id = ?1", [id], programm)
    }

    /// The Fassung of a year that holds.
    pub fn gueltiges_pruefprogramm(&self, jahr: i32) -> StorageErgebnis<Option<Programm>> {
        self.eine("SELECT * FROM pruefprogramm WHERE jahr = ?1 AND stand = 'gueltig'", [jahr], programm)
    }

    /// The Fassungen that hold, of all years up to that one, earliest first.
    pub fn gueltige_pruefprogramme(&self, bis: i32) -> StorageErgebnis<Vec<Programm>> {
        self.alle(
            "SELECT * FROM pruefprogramm WHERE jahr <= ?1 AND stand = 'gueltig' ORDER BY jahr",
            [bis],
            programm,
        )
    }

    /// The Fassung of a year that is being worked on.
    pub fn offenes_pruefprogramm(&self, jahr: i32) -> StorageErgebnis<Option<Programm>> {
        self.eine(
            "SELECT * FROM pruefprogramm WHERE jahr = ?1 AND stand IN ('entwurf', 'vorgelegt')",
            [jahr],
            programm,
        )
    }

    /// Highest Fassung of a year, 0 if there is none.
    pub fn letzte_programmfassung(&self, jahr: i32) -> StorageErgebnis<i64> {
        self.zahl("SELECT coalesce(max(fassung), 0) FROM pruefprogramm WHERE jahr = ?1", [jahr])
    }
}

impl Schreiben<'_> {
    /// New Fassung; its version is 1.
    pub fn pruefprogramm_anlegen(&self, p: &Programm, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO pruefprogramm (id, jahr, fassung, ersetzt, aenderung, zeilen, dsb_am, dsb_vermerk, stand, grund, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            params![
                p.id,
                p.jahr,
                p.fassung,
                p.ersetzt,
                p.aenderung,
                als_json(&p.inhalt.zeilen)?,
                p.inhalt.dsb_am,
                p.inhalt.dsb_vermerk,
                p.stand.name(),
                p.grund,
                p.angelegt_von,
                p.angelegt_am,
                salz
            ],
        )?;
        Ok(())
    }

    /// Changes a Fassung that still has the expected version.
    pub fn pruefprogramm_aendern(&self, p: &Programm) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefprogramm SET zeilen = ?3, dsb_am = ?4, dsb_vermerk = ?5, stand = ?6, grund = ?7, vorgelegt_von = ?8, vorgelegt_am = ?9,
                    freigegeben_von = ?10, freigegeben_am = ?11, geaendert_von = ?12, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                p.id,
                p.version,
                als_json(&p.inhalt.zeilen)?,
                p.inhalt.dsb_am,
                p.inhalt.dsb_vermerk,
                p.stand.name(),
                p.grund,
                p.vorgelegt_von,
                p.vorgelegt_am,
                p.freigegeben_von,
                p.freigegeben_am,
                p.geaendert_von
            ],
        )
    }
}

fn kopf(z: &Row<'_>) -> rusqlite::Result<Programmkopf> {
    Ok(Programmkopf {
        id: z.get("id")?,
        jahr: z.get("jahr")?,
        fassung: z.get("fassung")?,
        aenderung: z.get("aenderung")?,
        stand: wort(z, "stand")?,
        freigegeben_am: z.get("freigegeben_am")?,
    })
}

fn programm(z: &Row<'_>) -> rusqlite::Result<Programm> {
    Ok(Programm {
        id: z.get("id")?,
        jahr: z.get("jahr")?,
        fassung: z.get("fassung")?,
        ersetzt: z.get("ersetzt")?,
        aenderung: z.get("aenderung")?,
        inhalt: Programminhalt {
            zeilen: json_spalte(z, "zeilen")?,
            dsb_am: z.get("dsb_am")?,
            dsb_vermerk: z.get("dsb_vermerk")?,
        },
        stand: wort(z, "stand")?,
        grund: z.get("grund")?,
        geaendert_von: z.get("geaendert_von")?,
        vorgelegt_von: z.get("vorgelegt_von")?,
        vorgelegt_am: z.get("vorgelegt_am")?,
        freigegeben_von: z.get("freigegeben_von")?,
        freigegeben_am: z.get("freigegeben_am")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
