//! Checks that came from a programme, and how far each team of them is.

use crate::aufzaehlung::Aufzaehlung;
use crate::fachaufsicht::pruefung::Stand;
use crate::pruefprogramm::{Pruefende, Vorgabe, Zeilenschluessel};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use rusqlite::{Row, params};

/// The check that a theme became in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programmpruefung {
    /// Id of the check.
    pub id: String,
    /// The Fassung that held then.
    pub programm_id: String,
    /// Year.
    pub jahr: i32,
    /// From 1.
    pub monat: u32,
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Numbers of the teams.
    pub vorgaben: Vec<Vorgabe>,
    /// Who checks.
    pub pruefende: Pruefende,
}

/// A check of a programme that was drawn and then given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AufgegebenePruefung {
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Month, from 1.
    pub monat: u32,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Why it was given up.
    pub grund: String,
    /// Drawn.
    pub gezogen: u64,
    /// Of these: checked.
    pub geprueft: u64,
    /// Of these: with a Feststellung that was not withdrawn.
    pub mit_feststellung: u64,
}

/// How far a team is in a check of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teamstand {
    /// Check.
    pub pruefung_id: String,
    /// Its number.
    pub nummer: String,
    /// Its state.
    pub stand: Stand,
    /// Year.
    pub jahr: i32,
    /// Month, from 1.
    pub monat: u32,
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Team; none before the draw.
    pub team_id: Option<String>,
    /// Drawn.
    pub gezogen: u64,
    /// Of these: not checked yet.
    pub offen: u64,
}

impl Lesen<'_> {
    /// Where a check stands in a programme; none for one of its own.
    pub fn programmpruefung(&self, pruefung_id: &str) -> StorageErgebnis<Option<Programmpruefung>> {
        self.eine("SELECT * FROM programmpruefung WHERE id = ?1", [pruefung_id], programmpruefung)
    }

    /// The checks of a year that were not given up, by month; of one theme or of all.
    pub fn programmpruefungen(
        &self,
        jahr: i32,
        schluessel: Option<&Zeilenschluessel>,
    ) -> StorageErgebnis<Vec<Programmpruefung>> {
        self.programmpruefungen_von(&[jahr], schluessel)
    }

    /// The same of several years, in one statement.
    pub fn programmpruefungen_von(
        &self,
        jahre: &[i32],
        schluessel: Option<&Zeilenschluessel>,
    ) -> StorageErgebnis<Vec<Programmpruefung>> {
        self.alle(
            "SELECT g.* FROM programmpruefung g JOIN pruefung p ON p.id = g.id
              WHERE g.jahr IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR g.thema_id = ?2 AND g.bereich_id = ?3)
                AND p.stand <> 'nicht_durchgefuehrt'
              ORDER BY g.jahr, g.monat, p.nummer",
            params![als_json(&jahre)?, schluessel.map(|s| &s.thema_id), schluessel.map(|s| &s.bereich_id)],
            programmpruefung,
        )
    }

    /// Checks of a theme, or of all, that were drawn and then given up, by month: whoever reads the year has to know
    /// of them (`stichprobe.md` 8.5).
    pub fn aufgegebene_pruefungen(
        &self,
        jahr: i32,
        schluessel: Option<&Zeilenschluessel>,
    ) -> StorageErgebnis<Vec<AufgegebenePruefung>> {
        self.alle(
            "SELECT g.thema_id, g.bereich_id, g.monat, p.nummer, p.grund, count(f.id) AS gezogen,
                    count(f.id) FILTER (WHERE f.stand IN ('geprueft', 'bestaetigt')) AS geprueft,
                    count(f.id) FILTER (WHERE EXISTS (SELECT 1 FROM feststellung x WHERE x.prueffall_id = f.id AND x.stand <> 'zurueckgenommen')) AS mit_feststellung
               FROM programmpruefung g JOIN pruefung p ON p.id = g.id JOIN prueffall f ON f.pruefung_id = g.id
              WHERE g.jahr = ?1 AND (?2 IS NULL OR g.thema_id = ?2 AND g.bereich_id = ?3) AND p.stand = 'nicht_durchgefuehrt'
              GROUP BY g.id ORDER BY g.monat, p.nummer",
            params![jahr, schluessel.map(|s| &s.thema_id), schluessel.map(|s| &s.bereich_id)],
            |z| {
                Ok(AufgegebenePruefung {
                    schluessel: schluessel_von(z)?,
                    monat: z.get("monat")?,
                    nummer: z.get("nummer")?,
                    grund: z.get("grund")?,
                    gezogen: z.get("gezogen")?,
                    geprueft: z.get("geprueft")?,
                    mit_feststellung: z.get("mit_feststellung")?,
                })
            },
        )
    }

    /// How far the checks of a year are, team by team: one statement, whatever their number.
    pub fn programmstaende(&self, jahr: i32) -> StorageErgebnis<Vec<Teamstand>> {
        self.programmstaende_von(&[jahr])
    }

    /// The same of several years, in one statement.
    pub fn programmstaende_von(&self, jahre: &[i32]) -> StorageErgebnis<Vec<Teamstand>> {
        self.alle(
            "SELECT g.id, g.jahr, g.monat, g.thema_id, g.bereich_id, p.nummer, p.stand, f.team_id, count(f.id) AS gezogen,
                    count(f.id) FILTER (WHERE f.stand NOT IN ('geprueft', 'bestaetigt', 'nicht_pruefbar')) AS offen
               FROM programmpruefung g JOIN pruefung p ON p.id = g.id LEFT JOIN prueffall f ON f.pruefung_id = g.id
              WHERE g.jahr IN (SELECT value FROM json_each(?1)) AND p.stand <> 'nicht_durchgefuehrt'
              GROUP BY g.id, f.team_id ORDER BY g.jahr, g.monat, p.nummer, f.team_id",
            [als_json(&jahre)?],
            |z| {
                Ok(Teamstand {
                    pruefung_id: z.get("id")?,
                    nummer: z.get("nummer")?,
                    stand: wort(z, "stand")?,
                    jahr: z.get("jahr")?,
                    monat: z.get("monat")?,
                    schluessel: schluessel_von(z)?,
                    team_id: z.get("team_id")?,
                    gezogen: z.get("gezogen")?,
                    offen: z.get("offen")?,
                })
            },
        )
    }
}

impl Schreiben<'_> {
    /// Records where a check comes from.
    pub fn programmpruefung_anlegen(&self, g: &Programmpruefung, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO programmpruefung (id, programm_id, jahr, monat, thema_id, bereich_id, vorgaben, pruefende, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                g.id,
                g.programm_id,
                g.jahr,
                g.monat,
                g.schluessel.thema_id,
                g.schluessel.bereich_id,
                als_json(&g.vorgaben)?,
                g.pruefende.name(),
                salz
            ],
        )?;
        Ok(())
    }
}

fn schluessel_von(z: &Row<'_>) -> rusqlite::Result<Zeilenschluessel> {
    Ok(Zeilenschluessel { thema_id: z.get("thema_id")?, bereich_id: z.get("bereich_id")? })
}

fn programmpruefung(z: &Row<'_>) -> rusqlite::Result<Programmpruefung> {
    Ok(Programmpruefung {
        id: z.get("id")?,
        programm_id: z.get("programm_id")?,
        jahr: z.get("jahr")?,
        monat: z.get("monat")?,
        schluessel: schluessel_von(z)?,
        vorgaben: json_spalte(z, "vorgaben")?,
        pruefende: wort(z, "pruefende")?,
    })
}
