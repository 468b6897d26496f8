//! One row as both formats give it, without copying cells.

use std::borrow::Cow;

use super::werte;

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Feld<'a> {
    /// Nothing, or only blanks.
    Leer,
    /// Text, trimmed; the only kind that a CSV gives.
    Text(&'a str),
    /// A number cell of a workbook.
    Zahl(f64),
    /// A date cell of a workbook, as a serial of the 1900 system.
    Datum(f64),
    /// A truth cell of a workbook.
    Wahrheit(bool),
    /// An error cell of a workbook (`#NV`).
    Fehlerwert,
}

impl<'a> Feld<'a> {
    /// Trims; a cell of blanks is empty.
    pub fn aus_text(text: &'a str) -> Self {
        match text.trim() {
            "" => Self::Leer,
            t => Self::Text(t),
        }
    }

    /// Whether there is nothing.
    pub fn ist_leer(&self) -> bool {
        matches!(self, Self::Leer)
    }

    /// The cell as a person would read it in German Excel.
    pub fn anzeige(&self) -> Cow<'a, str> {
        match *self {
            Self::Leer => Cow::Borrowed(""),
            Self::Text(t) => Cow::Borrowed(t),
            Self::Zahl(z) => Cow::Owned(werte::zahl_text(z)),
            Self::Datum(s) => match werte::datum_aus_serie(s) {
                Ok(d) => Cow::Owned(d.format("%d.%m.%Y").to_string()),
                Err(_) => Cow::Owned(werte::zahl_text(s)),
            },
            Self::Wahrheit(true) => Cow::Borrowed("WAHR"),
            Self::Wahrheit(false) => Cow::Borrowed("FALSCH"),
            Self::Fehlerwert => Cow::Borrowed("#FEHLER"),
        }
    }
}

/// Owned cell of a workbook row; the text's memory is used again for the next row.
#[derive(Clone, Debug, Default)]
pub(super) struct Zelle {
    pub art: Zellinhalt,
    pub text: String,
}

/// What a [`Zelle`] holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Zellinhalt {
    #[default]
    Leer,
    Text,
    Zahl(f64),
    Datum(f64),
    Wahrheit(bool),
    Fehlerwert,
}

#[derive(Clone, Copy, Debug)]
enum Felder<'a> {
    Csv(&'a csv::StringRecord),
    Xlsx(&'a [Zelle]),
}

/// One row with its line in the file.
#[derive(Clone, Copy, Debug)]
pub struct Zeile<'a> {
    nr: u64,
    felder: Felder<'a>,
}

impl<'a> Zeile<'a> {
    pub(super) fn csv(nr: u64, satz: &'a csv::StringRecord) -> Self {
        Self { nr, felder: Felder::Csv(satz) }
    }

    pub(super) fn xlsx(nr: u64, zellen: &'a [Zelle]) -> Self {
        Self { nr, felder: Felder::Xlsx(zellen) }
    }

    /// Line in the file, counted from 1 (a CSV row with line breaks counts from its first line).
    pub fn nr(&self) -> u64 {
        self.nr
    }

    /// Number of cells in this row.
    pub fn breite(&self) -> usize {
        match self.felder {
            Felder::Csv(s) => s.len(),
            Felder::Xlsx(z) => z.len(),
        }
    }

    /// A cell; outside the row it is empty.
    pub fn feld(&self, spalte: usize) -> Feld<'a> {
        match self.felder {
            Felder::Csv(s) => s.get(spalte).map_or(Feld::Leer, Feld::aus_text),
            Felder::Xlsx(z) => z.get(spalte).map_or(Feld::Leer, |z| match z.art {
                Zellinhalt::Leer => Feld::Leer,
                Zellinhalt::Text => Feld::aus_text(&z.text),
                Zellinhalt::Zahl(v) => Feld::Zahl(v),
                Zellinhalt::Datum(v) => Feld::Datum(v),
                Zellinhalt::Wahrheit(v) => Feld::Wahrheit(v),
                Zellinhalt::Fehlerwert => Feld::Fehlerwert,
            }),
        }
    }

    /// Whether every cell is empty.
    pub fn ist_leer(&self) -> bool {
        (0..self.breite()).all(|i| self.feld(i).ist_leer())
    }

    /// Cells are tied to their column by position in a workbook, by counting separators in a CSV,
    /// so only in a CSV does a surplus cell mean that the row has slipped.
    pub(super) fn ist_verrutscht(&self, spalten: usize) -> bool {
        matches!(self.felder, Felder::Csv(_)) && (spalten..self.breite()).any(|i| !self.feld(i).ist_leer())
    }

    /// Whether cells are missing at the end of a CSV row, so that mapped columns cannot be trusted.
    pub(super) fn ist_verkuerzt(&self, letzte_spalte: usize) -> bool {
        matches!(self.felder, Felder::Csv(_)) && self.breite() <= letzte_spalte
    }
}
