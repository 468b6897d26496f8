//! Rows of a worksheet, streamed cell by cell.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Reader, SheetType, SheetVisible, Xlsx};
use sha2::{Digest, Sha256};

use super::fehler::EinleseFehler;
use super::zeichensatz::hex;
use super::zeile::{Zeile, Zelle, Zellinhalt};
use super::{Leseoptionen, MAX_SPALTEN, zip_pruefung};

/// Most cells read from a sheet, empty ones included.
const MAX_ZELLEN: u64 = 60_000_000;
/// Days between the two date systems of Excel.
const TAGE_1904: f64 = 1462.0;

/// An opened workbook and the sheet to read.
pub(super) struct XlsxQuelle {
    mappe: Xlsx<BufReader<File>>,
    /// Names of the worksheets that are not hidden, in their order.
    pub blaetter: Vec<String>,
    /// The sheet read.
    pub blatt: String,
    sha256: String,
}

impl XlsxQuelle {
    /// Checks the archive, then opens it and chooses the sheet: the one named, else the first visible
    /// one with a table in it.
    pub(super) fn oeffne(mut datei: File, optionen: &Leseoptionen) -> Result<Self, EinleseFehler> {
        zip_pruefung::pruefe(&mut datei)?;
        let sha256 = sha256(&mut datei)?;
        datei.rewind().map_err(EinleseFehler::Lesen)?;
        let mappe = ohne_absturz(|| Xlsx::new(BufReader::new(datei)))?;
        let alle: Vec<_> =
            mappe.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet).cloned().collect();
        let blaetter: Vec<String> =
            alle.iter().filter(|s| s.visible == SheetVisible::Visible).map(|s| s.name.clone()).collect();
        let mut quelle = Self { mappe, blaetter, blatt: String::new(), sha256 };
        quelle.blatt = match &optionen.blatt {
            Some(name) if alle.iter().any(|s| s.name == *name) => name.clone(),
            Some(name) => {
                return Err(EinleseFehler::BlattFehlt { blatt: name.chars().take(40).collect() });
            }
            None => quelle.erstes_mit_tabelle()?,
        };
        Ok(quelle)
    }

    /// Notes and covers have one filled column; a table has rows with two.
    fn erstes_mit_tabelle(&mut self) -> Result<String, EinleseFehler> {
        for name in self.blaetter.clone() {
            self.blatt = name;
            let (mut gesehen, mut breit) = (0, 0);
            self.durchlaufe(&mut |z| {
                gesehen += 1;
                breit += u32::from((0..z.breite()).filter(|&i| !z.feld(i).ist_leer()).nth(1).is_some());
                if gesehen >= 40 || breit >= 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
            if breit >= 2 {
                return Ok(self.blatt.clone());
            }
        }
        self.blaetter.first().cloned().ok_or(EinleseFehler::KeinBlatt)
    }

    /// Gives every row that is not empty, from the start; the SHA-256 of the file if all were taken.
    pub(super) fn durchlaufe(
        &mut self,
        nimm: &mut dyn FnMut(Zeile<'_>) -> ControlFlow<()>,
    ) -> Result<Option<String>, EinleseFehler> {
        let mut leser = ohne_absturz(|| self.mappe.worksheet_cells_reader(&self.blatt))?;
        let mut reihe: Vec<Zelle> = Vec::new();
        let mut nr = 0u32;
        let mut zellen = 0u64;
        while let Some(zelle) = ohne_absturz(|| leser.next_cell())? {
            zellen += 1;
            if zellen > MAX_ZELLEN {
                return Err(EinleseFehler::Packung { grund: "zu viele Zellen".to_owned() });
            }
            let (zeile, spalte) = zelle.get_position();
            if zeile < nr || zeile >= 1 << 20 {
                return Err(EinleseFehler::Beschaedigt { stelle: "Zeilenfolge".to_owned() });
            }
            if zeile > nr {
                if abgeben(nr, &reihe, nimm).is_break() {
                    return Ok(None);
                }
                reihe.iter_mut().for_each(|z| z.art = Zellinhalt::Leer);
                nr = zeile;
            }
            let wert = zelle.get_value();
            if matches!(wert, DataRef::Empty) {
                continue;
            }
            // In range of usize on every platform Tauri runs on.
            let spalte = spalte as usize;
            if spalte >= MAX_SPALTEN {
                return Err(EinleseFehler::ZuVieleSpalten { zeile: u64::from(nr) + 1 });
            }
            if reihe.len() <= spalte {
                reihe.resize_with(spalte + 1, Zelle::default);
            }
            if let Some(ziel) = reihe.get_mut(spalte) {
                uebernimm(wert, ziel);
            }
        }
        if abgeben(nr, &reihe, nimm).is_break() {
            return Ok(None);
        }
        Ok(Some(self.sha256.clone()))
    }
}

fn abgeben(nr: u32, reihe: &[Zelle], nimm: &mut dyn FnMut(Zeile<'_>) -> ControlFlow<()>) -> ControlFlow<()> {
    let zeile = Zeile::xlsx(u64::from(nr) + 1, reihe);
    if zeile.ist_leer() { ControlFlow::Continue(()) } else { nimm(zeile) }
}

fn uebernimm(wert: &DataRef<'_>, ziel: &mut Zelle) {
    let mut text = |t: &str| {
        ziel.text.clear();
        ziel.text.push_str(t);
        Zellinhalt::Text
    };
    ziel.art = match wert {
        DataRef::Empty => Zellinhalt::Leer,
        // Whole numbers of a workbook are f64 anyway.
        DataRef::Int(i) => Zellinhalt::Zahl(*i as f64),
        DataRef::Float(f) => Zellinhalt::Zahl(*f),
        DataRef::String(t) | DataRef::DateTimeIso(t) | DataRef::DurationIso(t) => text(t),
        DataRef::SharedString(t) => text(t),
        DataRef::Bool(b) => Zellinhalt::Wahrheit(*b),
        DataRef::DateTime(d) if d.is_duration() => Zellinhalt::Zahl(d.as_f64()),
        DataRef::DateTime(d) => Zellinhalt::Datum(serie_1900(d)),
        DataRef::Error(_) => Zellinhalt::Fehlerwert,
    };
}

/// The serial in the 1900 system. The library does not say which one a date is in, but compares it.
fn serie_1900(d: &ExcelDateTime) -> f64 {
    let wert = d.as_f64();
    let ist_1904 = *d == ExcelDateTime::new(wert, ExcelDateTimeType::DateTime, true);
    if ist_1904 { wert + TAGE_1904 } else { wert }
}

/// The library panics on some forged workbooks (cell references beyond u32, numbers it cannot read);
/// for the person that is a damaged file like any other. The sentences of its errors can quote cells,
/// so only their kind is kept.
fn ohne_absturz<T, E: std::fmt::Debug>(tu: impl FnOnce() -> Result<T, E>) -> Result<T, EinleseFehler> {
    let stelle = match catch_unwind(AssertUnwindSafe(tu)) {
        Ok(Ok(t)) => return Ok(t),
        Ok(Err(e)) => format!("{e:?}").chars().take_while(char::is_ascii_alphanumeric).collect(),
        Err(_) => "Absturz beim Lesen".to_owned(),
    };
    Err(EinleseFehler::Beschaedigt { stelle })
}

fn sha256(datei: &mut File) -> Result<String, EinleseFehler> {
    datei.rewind().map_err(EinleseFehler::Lesen)?;
    let mut hash = Sha256::new();
    let mut puffer = vec![0u8; 64 * 1024];
    loop {
        match datei.read(&mut puffer).map_err(EinleseFehler::Lesen)? {
            0 => return Ok(hex(&hash.finalize())),
            n => hash.update(&puffer[..n]),
        }
    }
}
