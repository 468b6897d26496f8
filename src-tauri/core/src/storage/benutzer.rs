//! Users and what they set up for themselves.

use super::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use crate::benutzer::Benutzer;
use rusqlite::Row;

/// Binding of a user to her key slot.
pub struct Slotbindung {
    /// SHA-256 of the slot file.
    pub hash: Vec<u8>,
    /// Counts up with each new password.
    pub version: i64,
}

impl Lesen<'_> {
    /// All users by display name.
    pub fn alle_benutzer(&self) -> StorageErgebnis<Vec<Benutzer>> {
        self.alle("SELECT * FROM benutzer ORDER BY anzeigename, id", [], benutzer)
    }

    /// One user by id.
    pub fn benutzer(&self, id: &str) -> StorageErgebnis<Option<Benutzer>> {
        self.eine("SELECT * FROM benutzer WHERE id = ?1", [id], benutzer)
    }

    /// One user by normalised name.
    pub fn benutzer_mit_namen(&self, benutzername: &str) -> StorageErgebnis<Option<Benutzer>> {
        self.eine("SELECT * FROM benutzer WHERE benutzername = ?1", [benutzername], benutzer)
    }

    /// Which slot file opens for this user.
    pub fn slotbindung(&self, id: &str) -> StorageErgebnis<Option<Slotbindung>> {
        self.eine("SELECT slot_hash, slot_version FROM benutzer WHERE id = ?1", [id], |z| {
            Ok(Slotbindung { hash: z.get(0)?, version: z.get(1)? })
        })
    }

    /// Saved views of a user (filters, theme) as (key, JSON).
    pub fn ansichten(&self, benutzer_id: &str) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            "SELECT schluessel, wert FROM ansicht WHERE benutzer_id = ?1 ORDER BY schluessel",
            [benutzer_id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }
}

impl Schreiben<'_> {
    /// New user with the binding to her slot; version 1.
    pub fn benutzer_anlegen(&self, b: &Benutzer, slot: &Slotbindung, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO benutzer (id, benutzername, anzeigename, zeichen, rollen, bereich_id, teams, aktiv, passwort_wechseln,
                                   slot_hash, slot_version, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            (
                &b.id,
                &b.benutzername,
                &b.anzeigename,
                &b.zeichen,
                als_json(&b.rollen)?,
                &b.bereich_id,
                als_json(&b.teams)?,
                b.aktiv,
                b.passwort_wechseln,
                &slot.hash,
                slot.version,
                salz,
            ),
        )?;
        Ok(())
    }

    /// Changes a user that still has the expected version; name and sign stay for ever.
    pub fn benutzer_aendern(&self, b: &Benutzer) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE benutzer SET anzeigename = ?3, rollen = ?4, bereich_id = ?5, teams = ?6, aktiv = ?7, version = version + 1
              WHERE id = ?1 AND version = ?2",
            (&b.id, b.version, &b.anzeigename, als_json(&b.rollen)?, &b.bereich_id, als_json(&b.teams)?, b.aktiv),
        )
    }

    /// Binds a user to a new slot file (new password).
    pub fn slot_binden(&self, id: &str, slot: &Slotbindung, passwort_wechseln: bool) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "UPDATE benutzer SET slot_hash = ?2, slot_version = ?3, passwort_wechseln = ?4, version = version + 1 WHERE id = ?1",
            (id, &slot.hash, slot.version, passwort_wechseln),
        )?;
        Ok(())
    }

    /// Keeps a view of a user.
    pub fn ansicht_speichern(&self, benutzer_id: &str, schluessel: &str, wert: &str) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO ansicht (benutzer_id, schluessel, wert) VALUES (?1, ?2, ?3)
             ON CONFLICT (benutzer_id, schluessel) DO UPDATE SET wert = excluded.wert",
            (benutzer_id, schluessel, wert),
        )?;
        Ok(())
    }
}

fn benutzer(z: &Row<'_>) -> rusqlite::Result<Benutzer> {
    Ok(Benutzer {
        id: z.get("id")?,
        benutzername: z.get("benutzername")?,
        anzeigename: z.get("anzeigename")?,
        zeichen: z.get("zeichen")?,
        rollen: json_spalte(z, "rollen")?,
        bereich_id: z.get("bereich_id")?,
        teams: json_spalte(z, "teams")?,
        aktiv: z.get("aktiv")?,
        passwort_wechseln: z.get("passwort_wechseln")?,
        version: z.get("version")?,
    })
}
