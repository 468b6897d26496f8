//! Rows of a CSV file, one record at a time.

use std::fs::File;
use std::ops::ControlFlow;

use super::fehler::EinleseFehler;
use super::zeichensatz::{self, Textstrom};
use super::zeile::Zeile;
use super::{Leseoptionen, MAX_SPALTEN, Trennzeichen, Zeichensatz};

/// More line breaks inside one record than any cell has: a quotation mark is open.
const MAX_UMBRUECHE: u64 = 100;

/// A CSV file with everything known that reading needs.
pub(super) struct CsvQuelle {
    datei: File,
    pub zeichensatz: Zeichensatz,
    pub trennzeichen: Trennzeichen,
}

impl CsvQuelle {
    /// Finds what the options leave open.
    pub(super) fn oeffne(mut datei: File, optionen: &Leseoptionen) -> Result<Self, EinleseFehler> {
        let zeichensatz = match optionen.zeichensatz {
            Some(z) => z,
            None => zeichensatz::erkenne(&mut datei)?,
        };
        let trennzeichen = match optionen.trennzeichen {
            Some(t) => t,
            None => trennzeichen(&zeichensatz::anfang(kopie(&datei)?, zeichensatz)?),
        };
        Ok(Self { datei, zeichensatz, trennzeichen })
    }

    /// Gives every row that is not empty, from the start; the SHA-256 of the file if all were taken.
    pub(super) fn durchlaufe(
        &mut self,
        nimm: &mut dyn FnMut(Zeile<'_>) -> ControlFlow<()>,
    ) -> Result<Option<String>, EinleseFehler> {
        let strom = Textstrom::neu(kopie(&self.datei)?, self.zeichensatz)?;
        let mut leser = leser(self.trennzeichen).buffer_capacity(64 * 1024).from_reader(strom);
        let mut satz = csv::StringRecord::new();
        loop {
            let vorher = leser.position().line();
            leser.get_mut().neuer_satz(vorher);
            if !leser.read_record(&mut satz).map_err(|e| aus_csv(e, vorher))? {
                return Ok(leser.get_ref().sha256());
            }
            let nachher = leser.position().line();
            let zeile = erste_zeile(&satz, vorher, nachher)?;
            if satz.len() > MAX_SPALTEN {
                return Err(EinleseFehler::ZuVieleSpalten { zeile });
            }
            let zeile = Zeile::csv(zeile, &satz);
            if !zeile.ist_leer() && nimm(zeile).is_break() {
                return Ok(None);
            }
        }
    }
}

/// A second handle on the same open file, so that a file replaced meanwhile is not mixed in.
fn kopie(datei: &File) -> Result<File, EinleseFehler> {
    datei.try_clone().map_err(EinleseFehler::Lesen)
}

fn leser(trennzeichen: Trennzeichen) -> csv::ReaderBuilder {
    let mut b = csv::ReaderBuilder::new();
    b.has_headers(false)
        .flexible(true)
        .delimiter(trennzeichen.byte())
        .terminator(csv::Terminator::Any(b'\n'));
    b
}

/// The reader counts blank lines before a record to it; this takes them off again. Every line ends
/// in `\n` here, so a field that ends in one at the very end was never closed.
fn erste_zeile(satz: &csv::StringRecord, vorher: u64, nachher: u64) -> Result<u64, EinleseFehler> {
    if nachher == vorher + 1 {
        return Ok(vorher);
    }
    let innen = satz.as_slice().bytes().filter(|&b| b == b'\n').count() as u64;
    if satz.iter().next_back().is_some_and(|f| f.ends_with('\n')) {
        // The last line end belongs to the cell, so none was counted behind it.
        return Err(EinleseFehler::AnfuehrungOffen { zeile: nachher.saturating_sub(innen).max(vorher) });
    }
    let anfang = nachher.saturating_sub(innen + 1).max(vorher);
    if innen > MAX_UMBRUECHE {
        return Err(EinleseFehler::AnfuehrungOffen { zeile: anfang });
    }
    Ok(anfang)
}

fn aus_csv(e: csv::Error, zeile: u64) -> EinleseFehler {
    match e.into_kind() {
        csv::ErrorKind::Io(e) => EinleseFehler::aus_io(e),
        // The stream is UTF-8 and rows may be uneven, so nothing else can happen; if it does, it is text.
        _ => EinleseFehler::Zeichensatz { zeile, zeichensatz: Zeichensatz::Utf8.bezeichnung() },
    }
}

/// Finds the separator: the one that cuts most rows into the same number of cells, two or more.
/// The comma comes last, because German amounts contain it.
fn trennzeichen(anfang: &[u8]) -> Trennzeichen {
    if let Some(t) = excel_angabe(anfang) {
        return t;
    }
    let wertung = |t: Trennzeichen| {
        let mut anzahl = vec![0usize; MAX_SPALTEN + 1];
        let mut zeilen = 0;
        for satz in leser(t).from_reader(anfang).into_byte_records().take(200).map_while(Result::ok) {
            if !satz.iter().all(|f| f.iter().all(u8::is_ascii_whitespace)) {
                zeilen += 1;
                anzahl[satz.len().min(MAX_SPALTEN)] += 1;
            }
        }
        let (breite, haeufig) = anzahl.iter().enumerate().skip(2).max_by_key(|&(_, n)| n).unwrap_or((0, &0));
        let traegt = *haeufig > 0 && haeufig * 2 >= zeilen;
        if traegt { haeufig * (breite - 1) } else { 0 }
    };
    [Trennzeichen::Strich, Trennzeichen::Tabulator, Trennzeichen::Semikolon]
        .into_iter()
        .map(|t| (wertung(t), t))
        .max_by_key(|&(w, _)| w)
        .filter(|&(w, _)| w > 0)
        .map(|(_, t)| t)
        .unwrap_or(if wertung(Trennzeichen::Komma) > 0 {
            Trennzeichen::Komma
        } else {
            Trennzeichen::Semikolon
        })
}

/// Excel's own hint in the first line, `sep=;`.
pub(super) fn excel_angabe(anfang: &[u8]) -> Option<Trennzeichen> {
    match anfang.strip_prefix(b"sep=")?.first()? {
        b';' => Some(Trennzeichen::Semikolon),
        b',' => Some(Trennzeichen::Komma),
        b'\t' => Some(Trennzeichen::Tabulator),
        b'|' => Some(Trennzeichen::Strich),
        _ => None,
    }
}
