//! Reports: from typed content to the bytes of a PDF, in steps that know nothing of each other.
//!
//! [`modell`] says what a report contains and knows no paper. `layout` breaks it into lines and
//! pages, [`zeichnung`] is the result: a flat list of texts, lines, rectangles and pictures, each
//! marked with its element of the structure tree ([`struktur`]), which grows on the way. [`pdf`] and [`svg`] write that list and know no report. Whoever adds a
//! template touches the model only; whoever changes the file format touches `pdf` only.
//!
//! The same report always gives the same bytes: there is no clock and no randomness on the way, and
//! the dates in the file are those of the model.

pub mod fehler;
mod layout;
pub mod liste;
pub mod modell;
pub mod pdf;
mod png;
pub mod schrift;
pub mod struktur;
pub mod svg;
mod umriss;
mod unterschneidung;
mod vektor;
pub mod zeichnung;
pub mod ziehungsprotokoll;
mod zuletzt;

pub use fehler::BerichtFehler;
pub use modell::Bericht;
pub use zeichnung::{Lage, Zeichnung};
pub use zuletzt::{Gesetzt, Zuletzt};

use schrift::Schriften;

/// Lays out a report on A4 pages.
///
/// # Errors
/// Every [`BerichtFehler`] except `Schreiben`: a missing glyph, a column too narrow, a chart number
/// that is not finite, a table row with the wrong number of cells.
pub fn zeichne(bericht: &Bericht) -> Result<Zeichnung, BerichtFehler> {
    layout::setze(bericht, Lage::Hoch, Schriften::lade()?)
}

/// Whether a mark and a footer line of the house can stand on every page.
///
/// # Errors
/// `FehlendesZeichen`, or `Rand` if one is wider than its line.
pub fn pruefe_rand(vertraulichkeit: &str, hauszeile: &str) -> Result<(), BerichtFehler> {
    layout::rand::passt(vertraulichkeit, hauszeile, Schriften::lade()?)
}

/// Lays out a report as pictures, one a page, for the preview.
///
/// # Errors
/// As [`zeichne`].
pub fn als_svg(bericht: &Bericht) -> Result<Vec<String>, BerichtFehler> {
    svg::seiten(&zeichne(bericht)?, 0, usize::MAX)
}

/// Lays out a report and writes it as a PDF.
///
/// # Errors
/// As [`zeichne`], and `Schreiben` if the file could not be assembled.
pub fn als_pdf(bericht: &Bericht) -> Result<Vec<u8>, BerichtFehler> {
    als_pdf_in(bericht, Lage::Hoch)
}

/// Lays out a report on sheets that lie like that and writes it as a PDF.
///
/// # Errors
/// As [`als_pdf`].
pub fn als_pdf_in(bericht: &Bericht, lage: Lage) -> Result<Vec<u8>, BerichtFehler> {
    let schriften = Schriften::lade()?;
    let zeichnung = layout::setze(bericht, lage, schriften)?;
    pdf::schreibe(&bericht.kopf, &bericht.beilagen, &zeichnung, schriften)
}
