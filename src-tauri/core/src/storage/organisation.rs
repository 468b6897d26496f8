//! Sites, areas and teams.

use super::{Lesen, Schreiben, StorageErgebnis};
use crate::organisation::{Bereich, Gueltigkeit, Standort, Team};
use rusqlite::Row;

impl Lesen<'_> {
    /// All sites by name.
    pub fn standorte(&self) -> StorageErgebnis<Vec<Standort>> {
        self.alle("SELECT * FROM standort ORDER BY name, id", [], standort)
    }

    /// All areas by name.
    pub fn bereiche(&self) -> StorageErgebnis<Vec<Bereich>> {
        self.alle("SELECT * FROM bereich ORDER BY name, id", [], bereich)
    }

    /// All teams by name.
    pub fn teams(&self) -> StorageErgebnis<Vec<Team>> {
        self.alle("SELECT * FROM team ORDER BY name, id", [], team)
    }

    /// One team.
    pub fn team(&self, id: &str) -> StorageErgebnis<Option<Team>> {
        self.eine("SELECT * FROM team WHERE id = ?1", [id], team)
    }
}

impl Schreiben<'_> {
    /// New site; its version is 1.
    pub fn standort_anlegen(&self, s: &Standort, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO standort (id, name, gueltig_ab, gueltig_bis, salz) VALUES (?1, ?2, ?3, ?4, ?5)",
            (&s.id, &s.name, s.gueltigkeit.gueltig_ab, s.gueltigkeit.gueltig_bis, salz),
        )?;
        Ok(())
    }

    /// Changes a site that still has the expected version.
    pub fn standort_aendern(&self, s: &Standort) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE standort SET name = ?3, gueltig_ab = ?4, gueltig_bis = ?5, version = version + 1 WHERE id = ?1 AND version = ?2",
            (&s.id, s.version, &s.name, s.gueltigkeit.gueltig_ab, s.gueltigkeit.gueltig_bis),
        )
    }

    /// New area; its version is 1.
    pub fn bereich_anlegen(&self, b: &Bereich, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO bereich (id, name, gueltig_ab, gueltig_bis, salz) VALUES (?1, ?2, ?3, ?4, ?5)",
            (&b.id, &b.name, b.gueltigkeit.gueltig_ab, b.gueltigkeit.gueltig_bis, salz),
        )?;
        Ok(())
    }

    /// Changes an area that still has the expected version.
    pub fn bereich_aendern(&self, b: &Bereich) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE bereich SET name = ?3, gueltig_ab = ?4, gueltig_bis = ?5, version = version + 1 WHERE id = ?1 AND version = ?2",
            (&b.id, b.version, &b.name, b.gueltigkeit.gueltig_ab, b.gueltigkeit.gueltig_bis),
        )
    }

    /// New team; its version is 1.
    pub fn team_anlegen(&self, t: &Team, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO team (id, name, bereich_id, standort_id, unter_fuenf, gueltig_ab, gueltig_bis, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                &t.id,
                &t.name,
                &t.bereich_id,
                &t.standort_id,
                t.unter_fuenf,
                t.gueltigkeit.gueltig_ab,
                t.gueltigkeit.gueltig_bis,
                salz,
            ),
        )?;
        Ok(())
    }

    /// Changes a team that still has the expected version.
    pub fn team_aendern(&self, t: &Team) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE team SET name = ?3, bereich_id = ?4, standort_id = ?5, unter_fuenf = ?6, gueltig_ab = ?7, gueltig_bis = ?8,
                    version = version + 1
              WHERE id = ?1 AND version = ?2",
            (&t.id, t.version, &t.name, &t.bereich_id, &t.standort_id, t.unter_fuenf, t.gueltigkeit.gueltig_ab, t.gueltigkeit.gueltig_bis),
        )
    }
}

pub(super) fn gueltigkeit(z: &Row<'_>) -> rusqlite::Result<Gueltigkeit> {
    Ok(Gueltigkeit { gueltig_ab: z.get("gueltig_ab")?, gueltig_bis: z.get("gueltig_bis")? })
}

fn standort(z: &Row<'_>) -> rusqlite::Result<Standort> {
    Ok(Standort {
        id: z.get("id")?,
        name: z.get("name")?,
        gueltigkeit: gueltigkeit(z)?,
        version: z.get("version")?,
    })
}

fn bereich(z: &Row<'_>) -> rusqlite::Result<Bereich> {
    Ok(Bereich {
        id: z.get("id")?,
        name: z.get("name")?,
        gueltigkeit: gueltigkeit(z)?,
        version: z.get("version")?,
    })
}

fn team(z: &Row<'_>) -> rusqlite::Result<Team> {
    Ok(Team {
        id: z.get("id")?,
        name: z.get("name")?,
        bereich_id: z.get("bereich_id")?,
        standort_id: z.get("standort_id")?,
        unter_fuenf: z.get("unter_fuenf")?,
        gueltigkeit: gueltigkeit(z)?,
        version: z.get("version")?,
    })
}
