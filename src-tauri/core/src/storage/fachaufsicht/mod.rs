//! SQL of Fachaufsicht, one file an aggregate.

mod auswertung;
mod bogenliste;
mod doppelpruefung;
mod einheit;
mod feststellung;
mod feststellungsliste;
mod frist;
mod grundgesamtheit;
mod hinweis;
mod korrektur;
mod korrekturliste;
pub(in crate::storage) mod nachschau;
mod pruefbericht;
mod prueffall;
mod pruefung;
mod schon_geprueft;
mod sicht;
mod thema;
mod ziehung;

pub use bogenliste::{Aufgabe, Aufgabenrechte, BogenFilter, BogenZeile, Bogensortierung};
pub use doppelpruefung::Zweitbogenzeile;
pub use einheit::NeueEinheit;
pub use feststellungsliste::{
    AbgeschlossenePruefungen, FeststellungFilter, FeststellungZeile, Feststellungssortierung, Textlaenge,
};
pub use frist::Frist;
pub use grundgesamtheit::{Ausschluss, Ausschlusszeile, Grundgesamtheit};
pub use hinweis::Hinweiszeile;
pub use korrekturliste::{
    Bestaetigende, KorrekturFilter, KorrekturZeile, Korrekturlage, Korrekturseite, Korrektursortierung,
    Korrekturuebersicht,
};
pub use nachschau::{KorrigierterFall, Nachschaubefund, Nachschauliste, Nachschauverweis};
pub use prueffall::{Bogenrahmen, Fallkopf};
pub use pruefung::{PruefungFilter, Pruefungssortierung, Pruefungszeile};
pub use schon_geprueft::FruehereZiehung;
pub use sicht::Sicht;
pub use thema::{Vorlagenkopf, Vorlagenverwendung};
pub use ziehung::{AndereZiehung, NeuerPrueffall, Ziehung, Ziehungseinheit};

use crate::fachaufsicht::Aufzaehlung;
use rusqlite::Row;

/// Reads a column that holds a word of a closed list. Storage wrote it itself, so a failure is damage.
pub(super) fn wort<T: Aufzaehlung>(z: &Row<'_>, spalte: &str) -> rusqlite::Result<T> {
    let name: String = z.get(spalte)?;
    T::aus(&name).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(
            0,
            rusqlite::types::Type::Text,
            format!("unknown word in {spalte}").into(),
        )
    })
}

/// The same where the column may be empty.
pub(super) fn wort_oder_nichts<T: Aufzaehlung>(z: &Row<'_>, spalte: &str) -> rusqlite::Result<Option<T>> {
    match z.get_ref(spalte)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => wort(z, spalte).map(Some),
    }
}

/// Reads a column that holds a value as text (a decimal).
pub(super) fn aus_text<T>(z: &Row<'_>, spalte: &str) -> rusqlite::Result<Option<T>>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = z.get(spalte)?;
    text.map(|t| {
        t.parse().map_err(|e: T::Err| {
            rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
        })
    })
    .transpose()
}

#[cfg(test)]
mod tests;
