//! All SQL of the core, and the only place that knows the database engine.
//!
//! Aggregates read and write through two small handles, [`Lesen`] and [`Schreiben`]; each aggregate adds
//! its functions to them in a file of its own. Nothing outside `storage/` sees a connection, so a second
//! engine stays possible.

mod aufbewahrung;
mod benutzer;
mod berichte;
mod datenbank;
mod export;
mod fachaufsicht;
mod fehler;
mod haus;
mod importprofil;
mod katalog;
mod kundenreaktion;
mod massnahme;
mod migration;
mod organisation;
mod protokoll;
mod pruefliste;
mod siegel;
mod ursachen;
mod widerspruch;

pub use aufbewahrung::{Aufbewahrungsdauer, Loeschung};
pub use benutzer::Slotbindung;
pub use datenbank::Datenbank;
pub use export::{Ausgabe, AusgabeFilter, Ausgabesortierung};
pub use fachaufsicht::{
    AbgeschlossenePruefungen, AndereZiehung, Aufgabe, Aufgabenrechte, Ausschluss, Ausschlusszeile,
    BogenFilter, BogenZeile, Bogenrahmen, Bogensortierung, FeststellungFilter, FeststellungZeile,
    Feststellungssortierung, Frist, Grundgesamtheit, KorrekturFilter, KorrekturZeile, NeueEinheit,
    NeuerPrueffall, PruefungFilter, Pruefungssortierung, Pruefungszeile, Sicht, Textlaenge, Vorlagenkopf,
    Vorlagenverwendung, Ziehung, Ziehungseinheit,
};
pub use fehler::{StorageErgebnis, StorageFehler};
pub use importprofil::{Importprofil, Profil, Profilinhalt, Verfahrensprofil};
pub use kundenreaktion::{
    Beitragsart, ReaktionFilter, Reaktionsbeitrag, Reaktionsregelzeile, Reaktionssicht, Reaktionssortierung,
    Reaktionstexte, Reaktionsuebersicht, Reaktionszeile, Textbaustein, Uhrtage,
};
pub use massnahme::{
    MassnahmenFilter, Massnahmensicht, Massnahmensortierung, Massnahmenuebersicht, Massnahmenverweis,
    Massnahmenzeile,
};
pub use migration::SCHEMA_VERSION;
pub use protokoll::{GespeicherterEintrag, LetzterStand, ProtokollFilter};
pub use pruefliste::{
    DurchgangFilter, Durchgangssortierung, Durchgangszeile, Einheitsstand, Katalogfassung,
    Katalogfassungskopf, Listensicht, Listenuebersicht, Nachweis, Pruefkatalog,
};
pub use widerspruch::{
    Abwesenheit, Kalendereintrag, Registersicht, Suchtexte, VerfahrenFilter, Verfahrenssortierung,
    Verfahrenszeile, Wiedervorlage,
};

use rusqlite::{Connection, OptionalExtension, Params, Row};

/// The read handle: a consistent view of the database.
pub struct Lesen<'c> {
    conn: &'c Connection,
}

/// The write handle: one IMMEDIATE transaction. It reads as well, and sees its own changes.
pub struct Schreiben<'c> {
    lesen: Lesen<'c>,
}

impl<'c> std::ops::Deref for Schreiben<'c> {
    type Target = Lesen<'c>;
    fn deref(&self) -> &Self::Target {
        &self.lesen
    }
}

impl<'c> Lesen<'c> {
    pub(crate) fn neu(conn: &'c Connection) -> Self {
        Self { conn }
    }

    fn eine<T>(
        &self,
        sql: &str,
        params: impl Params,
        zeile: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> StorageErgebnis<Option<T>> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, zeile).optional()?)
    }

    fn alle<T>(
        &self,
        sql: &str,
        params: impl Params,
        zeile: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> StorageErgebnis<Vec<T>> {
        let mut anweisung = self.conn.prepare_cached(sql)?;
        let zeilen = anweisung.query_map(params, zeile)?.collect::<rusqlite::Result<_>>()?;
        Ok(zeilen)
    }

    fn zahl(&self, sql: &str, params: impl Params) -> StorageErgebnis<i64> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, |z| z.get(0))?)
    }
}

impl<'c> Schreiben<'c> {
    pub(crate) fn neu(conn: &'c Connection) -> Self {
        Self { lesen: Lesen::neu(conn) }
    }

    fn fuehre_aus(&self, sql: &str, params: impl Params) -> StorageErgebnis<usize> {
        Ok(self.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs an UPDATE that names id and expected version and must hit exactly one row.
    ///
    /// No hit means that the row is gone or has another version; the caller turns
    /// [`StorageFehler::Veraltet`] into the error `konflikt` with the present state.
    fn fuehre_aus_mit_version(&self, sql: &str, params: impl Params) -> StorageErgebnis<()> {
        match self.fuehre_aus(sql, params)? {
            1 => Ok(()),
            _ => Err(StorageFehler::Veraltet),
        }
    }
}

/// Reads a column that holds JSON. Storage wrote it itself, so a failure is damage, not input.
fn json_spalte<T: serde::de::DeserializeOwned>(zeile: &Row<'_>, spalte: &str) -> rusqlite::Result<T> {
    let text: String = zeile.get(spalte)?;
    serde_json::from_str(&text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
}

/// Writes a value as JSON text for a column.
fn als_json<T: serde::Serialize>(wert: &T) -> StorageErgebnis<String> {
    Ok(serde_json::to_string(wert)?)
}

/// Every word as a quoted beginning: nothing a person types is an operator of the search.
fn suchausdruck(text: &str) -> String {
    text.split(|z: char| !z.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| format!("\"{w}\"*"))
        .collect::<Vec<_>>()
        .join(" ")
}
