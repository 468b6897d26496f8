//! The schema: numbered migrations, never edited once landed.

use super::{StorageErgebnis, StorageFehler};
use rusqlite::{Connection, TransactionBehavior};

/// "IKSH" as a number: marks the file as a house of IKS for tools that look at SQLite headers.
const APPLICATION_ID: i64 = 0x494B_5348;

const MIGRATIONEN: &[&str] = &[
    include_str!("../../../../migrations/0001_haus.sql"),
    include_str!("../../../../migrations/0002_fachaufsicht.sql"),
    include_str!("../../../../migrations/0003_berichtseinstellungen.sql"),
    include_str!("../../../../migrations/0004_widerspruch.sql"),
    include_str!("../../../../migrations/0005_entwurf_vier_augen.sql"),
    include_str!("../../../../migrations/0006_kundenreaktion.sql"),
    include_str!("../../../../migrations/0007_aufbewahrung.sql"),
    include_str!("../../../../migrations/0008_pruefliste.sql"),
    include_str!("../../../../migrations/0009_massnahme.sql"),
    include_str!("../../../../migrations/0010_register.sql"),
    include_str!("../../../../migrations/0011_pruefliste.sql"),
    include_str!("../../../../migrations/0012_pruefprogramm.sql"),
    include_str!("../../../../migrations/0013_nachschau.sql"),
    include_str!("../../../../migrations/0014_doppelpruefung.sql"),
];

/// Schema version of this program.
pub const SCHEMA_VERSION: i64 = MIGRATIONEN.len() as i64;

/// Version of the file's schema; refuses foreign and newer files.
pub(super) fn pruefe_kennung(conn: &Connection) -> StorageErgebnis<i64> {
    let kennung: i64 = conn.pragma_query_value(None, "application_id", |z| z.get(0))?;
    if kennung != APPLICATION_ID {
        return Err(StorageFehler::KeinHaus);
    }
    let vorhanden: i64 = conn.pragma_query_value(None, "user_version", |z| z.get(0))?;
    if vorhanden > SCHEMA_VERSION {
        return Err(StorageFehler::NeuereVersion { vorhanden, bekannt: SCHEMA_VERSION });
    }
    Ok(vorhanden)
}

/// Runs what is missing, each migration in a transaction of its own together with its number.
pub(super) fn migriere(conn: &mut Connection) -> StorageErgebnis<()> {
    let leer: bool = conn.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |z| z.get(0))?;
    let stand = if leer { 0 } else { pruefe_kennung(conn)? };
    for (nummer, sql) in (1i64..).zip(MIGRATIONEN).skip_while(|(nummer, _)| *nummer <= stand) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", nummer)?;
        if let Some(tabelle) = verwaist(&tx)? {
            return Err(StorageFehler::Verweis(tabelle));
        }
        tx.commit()?;
    }
    Ok(())
}

fn verwaist(conn: &Connection) -> StorageErgebnis<Option<String>> {
    let mut anweisung = conn.prepare("PRAGMA foreign_key_check")?;
    let mut zeilen = anweisung.query([])?;
    Ok(match zeilen.next()? {
        Some(zeile) => Some(zeile.get(0)?),
        None => None,
    })
}
