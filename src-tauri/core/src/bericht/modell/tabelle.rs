//! Tables.

use super::Text;

/// A table. Its header is repeated on every page it reaches.
#[derive(Clone, Debug, Default)]
pub struct Tabelle {
    /// Stands above and names the content.
    pub beschriftung: Option<String>,
    /// Headers over several columns, above those of the columns; empty for none.
    pub gruppen: Vec<Spaltengruppe>,
    /// Columns with their headers.
    pub spalten: Vec<Spalte>,
    /// Column whose cells name their row, so that a screen reader repeats them.
    pub zeilenkopf: Option<usize>,
    /// Rows; their cells fill the columns, counting spans.
    pub zeilen: Vec<Zeile>,
    /// Smaller type, for many columns or very long tables.
    pub eng: bool,
}

/// A header over several columns.
#[derive(Clone, Debug)]
pub struct Spaltengruppe {
    /// Header; empty over columns that belong to no group.
    pub kopf: String,
    /// How many columns, at least 1.
    pub spalten: usize,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Spalte {
    /// Header.
    pub kopf: String,
    /// Share of the width relative to the other columns; a column is widened at the cost of the
    /// others where its longest word would not fit.
    pub breite: f32,
    /// Alignment of header and cells.
    pub ausrichtung: Ausrichtung,
}

impl Spalte {
    /// A column of text.
    #[must_use]
    pub fn links(kopf: &str, breite: f32) -> Self {
        Self { kopf: kopf.to_owned(), breite, ausrichtung: Ausrichtung::Links }
    }

    /// A column of numbers.
    #[must_use]
    pub fn rechts(kopf: &str, breite: f32) -> Self {
        Self { kopf: kopf.to_owned(), breite, ausrichtung: Ausrichtung::Rechts }
    }

    /// A column of short marks.
    #[must_use]
    pub fn mitte(kopf: &str, breite: f32) -> Self {
        Self { kopf: kopf.to_owned(), breite, ausrichtung: Ausrichtung::Mitte }
    }
}

/// Alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ausrichtung {
    /// Text.
    Links,
    /// Numbers.
    Rechts,
    /// Short marks.
    Mitte,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Zeile {
    /// Cells from left to right, without those that a cell above covers.
    pub zellen: Vec<Zelle>,
    /// A total: emphasised and set off by a rule.
    pub summe: bool,
}

impl<T: Into<Zelle>> FromIterator<T> for Zeile {
    fn from_iter<I: IntoIterator<Item = T>>(zellen: I) -> Self {
        Self { zellen: zellen.into_iter().map(Into::into).collect(), summe: false }
    }
}

/// A cell, which may cover several columns and rows.
#[derive(Clone, Debug)]
pub struct Zelle {
    /// Content.
    pub text: Text,
    /// Columns it covers, at least 1.
    pub spalten: usize,
    /// Rows it covers, at least 1. Such rows stay on one page.
    pub zeilen: usize,
}

impl Zelle {
    /// A cell over several columns and rows.
    #[must_use]
    pub fn ueber(text: impl Into<Text>, spalten: usize, zeilen: usize) -> Self {
        Self { text: text.into(), spalten, zeilen }
    }
}

impl<T: Into<Text>> From<T> for Zelle {
    fn from(text: T) -> Self {
        Self::ueber(text, 1, 1)
    }
}
