//! Lists for Excel: UTF-8 with byte order mark, semicolons, CRLF, and no cell that Excel would run.

use std::borrow::Cow;
use std::io::{self, Write};

/// Writes rows one by one.
pub struct CsvAusgabe<W: Write> {
    ziel: csv::Writer<W>,
}

impl<W: Write> CsvAusgabe<W> {
    /// Starts the file with the byte order mark, without which Excel reads Windows-1252.
    ///
    /// # Errors
    /// Of the writer.
    pub fn neu(mut ziel: W) -> io::Result<Self> {
        ziel.write_all(b"\xEF\xBB\xBF")?;
        let ziel = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(ziel);
        Ok(Self { ziel })
    }

    /// Writes one row.
    ///
    /// # Errors
    /// Of the writer.
    pub fn zeile<T: AsRef<str>>(&mut self, zellen: impl IntoIterator<Item = T>) -> io::Result<()> {
        for zelle in zellen {
            self.ziel.write_field(entschaerft(zelle.as_ref()).as_bytes())?;
        }
        self.ziel.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Writes what is buffered and gives the writer back.
    ///
    /// # Errors
    /// Of the writer.
    pub fn ende(self) -> io::Result<W> {
        self.ziel.into_inner().map_err(|e| io::Error::new(e.error().kind(), e.to_string()))
    }
}

/// A cell that Excel cannot take for a formula: what begins with `=`, `+`, `-`, `@`, a tabulator or a
/// line end gets an apostrophe in front, except plain negative numbers (`-1.194,55`). NUL is dropped.
pub fn entschaerft(zelle: &str) -> Cow<'_, str> {
    let zelle = if zelle.contains('\0') { Cow::Owned(zelle.replace('\0', "")) } else { Cow::Borrowed(zelle) };
    // Excel skips blanks in front, and takes the full-width signs for the narrow ones.
    let sichtbar = zelle.trim_start_matches([' ', '\u{A0}']);
    let gefaehrlich = sichtbar.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if gefaehrlich && !ist_negative_zahl(&zelle) { Cow::Owned(format!("'{zelle}")) } else { zelle }
}

fn ist_negative_zahl(zelle: &str) -> bool {
    let Some(betrag) = zelle.strip_prefix('-') else {
        return false;
    };
    let zahl = betrag.strip_suffix('€').map_or(betrag, |b| b.trim_end_matches([' ', '\u{A0}']));
    zahl.starts_with(|c: char| c.is_ascii_digit())
        && zahl.ends_with(|c: char| c.is_ascii_digit())
        && zahl.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
}
