//! Opening the encrypted database, and the two ways into it.

use super::{Lesen, Schreiben, StorageErgebnis, StorageFehler, migration};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// An open house database: one connection that writes and one that reads.
///
/// With the write-ahead log a reader sees the last committed state while a long import writes.
pub struct Datenbank {
    schreiben: Mutex<Connection>,
    lesen: Mutex<Connection>,
}

impl Datenbank {
    /// Creates a new database file with the newest schema.
    pub fn anlegen(pfad: &Path, schluessel: &[u8; 32]) -> StorageErgebnis<Self> {
        let mut conn =
            verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        pragmas(&conn)?;
        migration::migriere(&mut conn)?;
        Self::aus(pfad, conn, schluessel)
    }

    /// Opens an existing file for reading and writing. It must have the newest schema (see [`Self::migriere`]).
    pub fn oeffnen(pfad: &Path, schluessel: &[u8; 32]) -> StorageErgebnis<Self> {
        let conn = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        pragmas(&conn)?;
        Self::aus(pfad, conn, schluessel)
    }

    /// Opens a damaged or foreign file without ever writing to it.
    pub fn oeffnen_nur_lesend(pfad: &Path, schluessel: &[u8; 32]) -> StorageErgebnis<Self> {
        let conn = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        conn.pragma_update(None, "query_only", true)?;
        let lesen = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        Ok(Self { schreiben: Mutex::new(conn), lesen: Mutex::new(lesen) })
    }

    fn aus(pfad: &Path, conn: Connection, schluessel: &[u8; 32]) -> StorageErgebnis<Self> {
        let lesen = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        pragmas(&lesen)?;
        lesen.pragma_update(None, "query_only", true)?;
        Ok(Self { schreiben: Mutex::new(conn), lesen: Mutex::new(lesen) })
    }

    /// Schema version of a file, after proving that it is a house of IKS and not from a newer version.
    pub fn schema_version(pfad: &Path, schluessel: &[u8; 32]) -> StorageErgebnis<i64> {
        let conn = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        migration::pruefe_kennung(&conn)
    }

    /// Brings a file to the newest schema. The caller has made a backup.
    pub fn migriere(pfad: &Path, schluessel: &[u8; 32]) -> StorageErgebnis<()> {
        let mut conn = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        pragmas(&conn)?;
        migration::migriere(&mut conn)
    }

    /// Reads in one transaction: every statement sees the same committed state.
    pub fn lies<T, E: From<StorageFehler>>(
        &self,
        f: impl FnOnce(&Lesen<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let conn = sperre(&self.lesen);
        let tx = conn.unchecked_transaction().map_err(StorageFehler::from)?;
        f(&Lesen::neu(&tx))
    }

    /// Writes in one IMMEDIATE transaction: all of it or nothing.
    pub fn schreibe<T, E: From<StorageFehler>>(
        &self,
        f: impl FnOnce(&Schreiben<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = sperre(&self.schreiben);
        let tx =
            conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StorageFehler::from)?;
        let ergebnis = f(&Schreiben::neu(&tx))?;
        tx.commit().map_err(StorageFehler::from)?;
        Ok(ergebnis)
    }

    /// From now on commits do not wait for the disk. For a house that is being made and can be made again.
    pub fn ohne_warten(&self) -> StorageErgebnis<()> {
        Ok(sperre(&self.schreiben).pragma_update(None, "synchronous", "OFF")?)
    }

    /// Every page is authenticated; names the first findings, empty when the file is whole.
    ///
    /// On a connection of its own, because a large file takes seconds and nobody should wait for it.
    pub fn pruefe_seiten(pfad: &Path, schluessel: &[u8; 32]) -> StorageErgebnis<Vec<String>> {
        let conn = verbinde(pfad, schluessel, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut funde = Vec::new();
        for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA quick_check(5)", "PRAGMA foreign_key_check"] {
            let mut anweisung = conn.prepare(pragma)?;
            let mut zeilen = anweisung.query([])?;
            while let Some(zeile) = zeilen.next()? {
                let text: String = zeile.get(0)?;
                if text != "ok" && funde.len() < 5 {
                    funde.push(text);
                }
            }
        }
        Ok(funde)
    }

    /// Writes an encrypted copy with the same key to a new file, consistent even while others read.
    pub fn kopiere_nach(&self, ziel: &Path) -> StorageErgebnis<()> {
        let conn = sperre(&self.lesen);
        // "query only" counts the new file as a write, so lift it for this one statement.
        conn.pragma_update(None, "query_only", false)?;
        let ergebnis = conn.execute("VACUUM INTO ?1", [ziel.to_string_lossy()]);
        conn.pragma_update(None, "query_only", true)?;
        ergebnis?;
        Ok(())
    }
}

fn sperre(conn: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    // A panic elsewhere leaves no half transaction behind: dropping it rolled back.
    conn.lock().unwrap_or_else(PoisonError::into_inner)
}

fn verbinde(pfad: &Path, schluessel: &[u8; 32], art: OpenFlags) -> StorageErgebnis<Connection> {
    let conn = Connection::open_with_flags(pfad, art | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher writes to standard error otherwise, and a log may hold page contents.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    let mut hex = Zeroizing::new(String::with_capacity(67));
    hex.push_str("x'");
    for byte in schluessel {
        hex.push_str(&format!("{byte:02x}"));
    }
    hex.push('\'');
    conn.pragma_update(None, "key", hex.as_str())?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(conn)
}

fn pragmas(conn: &Connection) -> StorageErgebnis<()> {
    // Readers go on while one writes, and a crash leaves the last commit.
    conn.pragma_update(None, "journal_mode", "WAL")?;
    // An acknowledged answer survives a power cut, not only a crash of the program.
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    // Deleted case numbers do not linger in free pages.
    conn.pragma_update(None, "secure_delete", true)?;
    // Sorting must not spill plain rows into temporary files.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -65_536)?;
    // A hostile schema (restored from elsewhere) may not run functions.
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

#[cfg(test)]
#[path = "datenbank_tests.rs"]
mod tests;
