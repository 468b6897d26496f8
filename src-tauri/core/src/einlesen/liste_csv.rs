//! A list as CSV: the table first, so that filters and formulas reach it; what it is follows below.

use super::export::CsvAusgabe;
use crate::listenausgabe::{Liste, Zelle};
use std::io;

/// Rows between two calls of `melde`.
pub(super) const SCHRITT: usize = 500;

/// Writes a list; `melde` is told the rows done and ends the work by its error.
///
/// Amounts carry no sign of the currency and no points, so that every program reads them as numbers.
///
/// # Errors
/// Those of `melde`; `schreibfehler` turns those of the writer into the same type.
pub fn als_csv<E>(
    liste: &Liste,
    melde: &mut dyn FnMut(u64) -> Result<(), E>,
    schreibfehler: fn(io::Error) -> E,
) -> Result<Vec<u8>, E> {
    let mut csv = CsvAusgabe::neu(Vec::new()).map_err(schreibfehler)?;
    csv.zeile(liste.spalten.iter().map(|s| s.titel)).map_err(schreibfehler)?;
    for (i, zeile) in liste.zeilen.iter().enumerate() {
        if i.is_multiple_of(SCHRITT) {
            melde(i as u64)?;
        }
        csv.zeile(zeile.iter().map(text)).map_err(schreibfehler)?;
    }
    csv.zeile([""]).map_err(schreibfehler)?;
    for (name, wert) in liste.angaben.paare(&liste.titel, liste.zeilen.len()) {
        csv.zeile([name, &wert]).map_err(schreibfehler)?;
    }
    csv.ende().map_err(schreibfehler)
}

fn text(zelle: &Zelle) -> String {
    match zelle {
        Zelle::Leer => String::new(),
        Zelle::Text(t) => t.clone(),
        Zelle::Zahl(n) => n.to_string(),
        Zelle::Datum(t) => t.format("%d.%m.%Y").to_string(),
        Zelle::Zeitpunkt(z) => z.format("%d.%m.%Y %H:%M").to_string(),
        Zelle::Betrag(cent) => {
            let vorzeichen = if *cent < 0 { "-" } else { "" };
            let cent = cent.unsigned_abs();
            format!("{vorzeichen}{},{:02}", cent / 100, cent % 100)
        }
        Zelle::Prozent(p) => format!("{:.1} %", p * 100.0).replace('.', ","),
    }
}
