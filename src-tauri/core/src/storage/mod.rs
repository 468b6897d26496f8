//! All SQL of the core, and the only place that knows the database engine.
//!
//! Aggregates read and write through two small handles, [`Lesen`] and [`Schreiben`]; each aggregate adds
//! its functions to them in a file of its own. Nothing outside `storage/` sees a connection, so a second
//! engine stays possible.

mod aufbewahrung;
mod benutzer;
mod berichte;
mod datenbank;
mod datenschutz;
mod export;
mod fachaufsicht;
mod fehler;
mod haus;
mod importprofil;
mod katalog;
mod korruption;
mod kundenreaktion;
mod massnahme;
mod migration;
mod organisation;
mod protokoll;
mod pruefliste;
mod pruefprogramm;
mod siegel;
mod ursachen;
mod widerspruch;

pub use aufbewahrung::{Aufbewahrungsdauer, Loeschung};
pub use benutzer::Slotbindung;
pub use datenbank::Datenbank;
pub use datenschutz::{
    AnfrageFilter, Anfragesortierung, Anfrageuebersicht, Anfragezeile, Registerblatt, VorfallFilter,
    Vorfallsortierung, Vorfalluebersicht, Vorfallzeile,
};
pub use export::{Ausgabe, AusgabeFilter, Ausgabesortierung};
pub use fachaufsicht::{
    AbgeschlossenePruefungen, AndereZiehung, Aufgabe, Aufgabenrechte, Ausschluss, Ausschlusszeile,
    Bestaetigende, BogenFilter, BogenZeile, Bogenrahmen, Bogensortierung, Fallkopf, FeststellungFilter,
    FeststellungZeile, Feststellungssortierung, Frist, FruehereZiehung, Grundgesamtheit, Hinweiszeile,
    KorrekturFilter, KorrekturZeile, Korrekturlage, Korrekturseite, Korrektursortierung, Korrekturuebersicht,
    KorrigierterFall, Nachschaubefund, Nachschauliste, Nachschauverweis, NeueEinheit, NeuerPrueffall,
    PruefungFilter, Pruefungssortierung, Pruefungszeile, Sicht, Textlaenge, Vorlagenkopf, Vorlagenverwendung,
    Ziehung, Ziehungseinheit, Zweitbogenzeile,
};
pub use fehler::{StorageErgebnis, StorageFehler};
pub use importprofil::{Importprofil, Profil, Profilinhalt, Verfahrensprofil};
pub use korruption::{
    GefaehrdungFilter, Gefaehrdungssortierung, Gefaehrdungsuebersicht, Gefaehrdungszeile, ZuwendungFilter,
    Zuwendungssortierung, Zuwendungsuebersicht, Zuwendungszeile,
};
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
pub use pruefprogramm::{AufgegebenePruefung, Programmausfall, Programmkopf, Programmpruefung, Teamstand};
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

impl Lesen<'_> {
    /// The highest number of a register that begins so, as `K-2026-`; 0 if there is none.
    fn letzte_nummer(&self, tabelle: &'static str, beginn: &str) -> StorageErgebnis<u32> {
        let letzte: Option<String> = self.eine(
            // The sign after "-" is ".": a range, so that the index serves.
            &format!(
                "SELECT nummer FROM {tabelle} WHERE nummer >= ?1 || '-' AND nummer < ?1 || '.' ORDER BY length(nummer) DESC, nummer DESC LIMIT 1"
            ),
            [beginn.trim_end_matches('-')],
            |z| z.get(0),
        )?;
        Ok(letzte.and_then(|n| n.rsplit('-').next().and_then(|n| n.parse().ok())).unwrap_or(0))
    }
}

impl Schreiben<'_> {
    /// Replaces what a search index knows of a record.
    fn suchtext_schreiben(
        &self,
        tabelle: &'static str,
        index: &'static str,
        id: &str,
        text: &str,
    ) -> StorageErgebnis<()> {
        let nr = self.zahl(&format!("SELECT nr FROM {tabelle} WHERE id = ?1"), [id])?;
        self.fuehre_aus(&format!("DELETE FROM {index} WHERE rowid = ?1"), [nr])?;
        self.fuehre_aus(&format!("INSERT INTO {index} (rowid, text) VALUES (?1, ?2)"), (nr, text))?;
        Ok(())
    }
}

/// Every word as a quoted beginning: nothing a person types is an operator of the search.
fn suchausdruck(text: &str) -> String {
    text.split(|z: char| !z.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| format!("\"{w}\"*"))
        .collect::<Vec<_>>()
        .join(" ")
}
