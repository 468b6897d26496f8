//! Reading of population lists (CSV and XLSX) and the rule that turns them into selection units.
//!
//! Two layers. The first reads any list: encoding, separator, header row, values, with limits against
//! hostile files; every file is streamed, nothing but a row is held in memory. The second
//! (`grundgesamtheit`) applies a mapping chosen by a person and returns units and rejects.
//! No database and no clock here: a caller gives a path and takes the rows.

mod csv_quelle;
mod datei;
mod ergebnis;
mod export;
mod fehler;
mod grundgesamtheit;
mod kontrolle;
mod kopf;
mod liste_csv;
mod liste_xlsx;
mod vorschau;
mod werte;
mod xlsx_quelle;
mod zeichensatz;
mod zeile;
mod zeilenregel;
mod zip_pruefung;
mod zuordnung;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use datei::lesen_mit_kopf;
pub use datei::{Lesebericht, lesen};
pub use ergebnis::{
    Abbruch, Abweisung, Abweisungsgrund, Einheit, Grundanzahl, Importergebnis, MAX_EINZELHEITEN,
    Zeilenhinweis,
};
pub use export::{CsvAusgabe, entschaerft};
pub use fehler::EinleseFehler;
pub use grundgesamtheit::pruefe;
pub use kontrolle::{Abgleich, Abgleichszeile, Kontrollvorgabe, abgleich};
pub(crate) use kopf::Kopf;
pub use liste_csv::als_csv;
pub use liste_xlsx::{MAX_ZELLTEXT, als_xlsx};
pub use vorschau::{Spalte, Spaltenart, Vorschau, Vorschauzeile, vorschau};
pub use werte::{DatumFehler, betrag_cent, bezeichner, datum};
pub use zeile::{Feld, Zeile};
pub(crate) use zeilenregel::{fallnummer, ist_summenzeile, nicht_verrutscht, nummer_als_zahl};
pub use zuordnung::{Anzeigespalte, Auswahleinheit, Datumsspalte, MAX_SCHICHTWERTE, Zuordnung};

/// Most data rows of one population; beyond it the file is refused.
pub const MAX_ZEILEN: u64 = 1_000_000;
/// Most columns; a specialist application's list has a few dozen.
pub const MAX_SPALTEN: usize = 500;
/// Most bytes of one CSV record (after decoding).
pub const MAX_SATZ_BYTE: u64 = 1024 * 1024;
/// Most bytes of a file, before anything is read.
pub const MAX_DATEI_BYTE: u64 = 2 * 1024 * 1024 * 1024;

/// What the content of the file is, whatever its ending says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dateiformat {
    /// Text with a separator.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
}

/// Encodings that German specialist applications and Excel write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Zeichensatz {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// Windows-1252 (Excel's "CSV" on a German desktop).
    Windows1252,
    /// UTF-16, little endian (Excel's "Unicode-Text").
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
}

impl Zeichensatz {
    /// German label.
    pub fn bezeichnung(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16Le => "UTF-16 (LE)",
            Self::Utf16Be => "UTF-16 (BE)",
        }
    }
}

/// What stands between two cells of a CSV row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trennzeichen {
    /// `;`
    Semikolon,
    /// `,`
    Komma,
    /// Tabulator
    Tabulator,
    /// `|`
    Strich,
}

impl Trennzeichen {
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Semikolon => b';',
            Self::Komma => b',',
            Self::Tabulator => b'\t',
            Self::Strich => b'|',
        }
    }
}

/// What a person (or a saved profile) fixed about the file; what is `None` is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Leseoptionen {
    /// Encoding, CSV only.
    pub zeichensatz: Option<Zeichensatz>,
    /// Separator, CSV only.
    pub trennzeichen: Option<Trennzeichen>,
    /// Sheet by name, XLSX only.
    pub blatt: Option<String>,
    /// Line of the header row in the file, counted from 1.
    pub kopfzeile: Option<u32>,
}
