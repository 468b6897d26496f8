//! Opening a list: what kind of file it is, its header, and its data rows one by one.

use std::fs::File;
use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::path::Path;

use super::csv_quelle::CsvQuelle;
use super::fehler::EinleseFehler;
use super::kopf::{self, KOPF_PROBE, Kopf, Probe};
use super::xlsx_quelle::XlsxQuelle;
use super::zeile::Zeile;
use super::{Dateiformat, Leseoptionen, MAX_DATEI_BYTE, MAX_ZEILEN};

/// Endings of lists; `.xls` because applications give that name to text and to XLSX.
const ENDUNGEN: [&str; 7] = ["csv", "txt", "tsv", "tab", "xlsx", "xlsm", "xls"];

/// What a full reading showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesebericht {
    /// Data rows given out (rows below the header that are not empty).
    pub zeilen: u64,
    /// Line of the header row.
    pub kopfzeile: u64,
    /// SHA-256 of the file, lower-case hex; `None` if the reading was stopped.
    pub sha256: Option<String>,
}

/// Either source behind one face.
pub(super) enum Inhalt {
    Csv(CsvQuelle),
    Xlsx(Box<XlsxQuelle>),
}

/// An opened list with its header.
pub(super) struct Quelle {
    pub inhalt: Inhalt,
    pub kopf: Kopf,
    /// The ending promises the other format.
    pub endung_taeuscht: bool,
}

impl Quelle {
    pub(super) fn oeffne(pfad: &Path, optionen: &Leseoptionen) -> Result<Self, EinleseFehler> {
        let endung = pfad.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        if !ENDUNGEN.contains(&endung.as_str()) {
            return Err(EinleseFehler::Endung);
        }
        // Looked at before opening: opening a pipe would wait for ever.
        let meta = std::fs::metadata(pfad).map_err(EinleseFehler::oeffnen)?;
        if !meta.is_file() {
            return Err(EinleseFehler::KeineDatei);
        }
        match meta.len() {
            0 => return Err(EinleseFehler::Leer),
            n if n > MAX_DATEI_BYTE => return Err(EinleseFehler::ZuGross),
            _ => {}
        }
        let mut datei = File::open(pfad).map_err(EinleseFehler::oeffnen)?;
        let format = erkenne(&mut datei)?;
        let mut inhalt = match format {
            Dateiformat::Csv => Inhalt::Csv(CsvQuelle::oeffne(datei, optionen)?),
            Dateiformat::Xlsx => Inhalt::Xlsx(Box::new(XlsxQuelle::oeffne(datei, optionen)?)),
        };
        let kopf = suche_kopf(&mut inhalt, optionen.kopfzeile)?;
        let xlsx_endung = endung.starts_with("xls");
        Ok(Self { inhalt, kopf, endung_taeuscht: xlsx_endung != (format == Dateiformat::Xlsx) })
    }

    /// Streams the data rows. More than [`MAX_ZEILEN`] is an error, because a population cut short
    /// would look like a whole one.
    pub(super) fn daten(
        &mut self,
        nimm: &mut dyn FnMut(Zeile<'_>) -> ControlFlow<()>,
    ) -> Result<Lesebericht, EinleseFehler> {
        let kopfzeile = self.kopf.zeile;
        let mut zeilen = 0;
        let sha256 = durchlaufe(&mut self.inhalt, &mut |z| {
            if z.nr() <= kopfzeile {
                return ControlFlow::Continue(());
            }
            zeilen += 1;
            if zeilen > MAX_ZEILEN {
                return ControlFlow::Break(());
            }
            nimm(z)
        })?;
        if zeilen > MAX_ZEILEN {
            return Err(EinleseFehler::ZuVieleZeilen);
        }
        Ok(Lesebericht { zeilen, kopfzeile, sha256 })
    }
}

fn durchlaufe(
    inhalt: &mut Inhalt,
    nimm: &mut dyn FnMut(Zeile<'_>) -> ControlFlow<()>,
) -> Result<Option<String>, EinleseFehler> {
    match inhalt {
        Inhalt::Csv(q) => q.durchlaufe(nimm),
        Inhalt::Xlsx(q) => q.durchlaufe(nimm),
    }
}

fn suche_kopf(inhalt: &mut Inhalt, vorgabe: Option<u32>) -> Result<Kopf, EinleseFehler> {
    let mut proben = Vec::new();
    durchlaufe(inhalt, &mut |z| {
        match vorgabe {
            // A row given by hand may stand further down; nothing else is kept.
            Some(v) if z.nr() < u64::from(v) => return ControlFlow::Continue(()),
            _ => proben.push(Probe::aus(z)),
        }
        if proben.len() >= KOPF_PROBE || vorgabe.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    if proben.is_empty() && vorgabe.is_none() {
        return Err(EinleseFehler::Leer);
    }
    kopf::finde(&proben, vorgabe)
}

/// Goes by the first bytes, not by the ending.
fn erkenne(datei: &mut File) -> Result<Dateiformat, EinleseFehler> {
    let mut anfang = Vec::with_capacity(512);
    datei.by_ref().take(512).read_to_end(&mut anfang).map_err(EinleseFehler::Lesen)?;
    datei.rewind().map_err(EinleseFehler::Lesen)?;
    let text = String::from_utf8_lossy(&anfang)
        .trim_start_matches(['\u{FEFF}', ' ', '\r', '\n', '\t'])
        .to_ascii_lowercase();
    match anfang.as_slice() {
        [b'P', b'K', 3 | 5 | 7, ..] => Ok(Dateiformat::Xlsx),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(EinleseFehler::AltesExcel),
        [b'%', b'P', b'D', b'F', ..] => Err(EinleseFehler::FremderInhalt { was: "ein PDF" }),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => {
            Err(EinleseFehler::FremderInhalt { was: "ein Bild" })
        }
        _ if text.starts_with("<!doctype html")
            || text.starts_with("<html")
            || text.starts_with("<table") =>
        {
            Err(EinleseFehler::FremderInhalt { was: "eine Webseite" })
        }
        _ if text.starts_with("<?xml") => Err(EinleseFehler::FremderInhalt { was: "XML" }),
        _ => Ok(Dateiformat::Csv),
    }
}

/// Streams the data rows of a file to `nimm` until it breaks.
///
/// # Errors
/// Every kind of [`EinleseFehler`] except those of a mapping; rows already given out before the error
/// must not be kept by the caller.
pub fn lesen(
    pfad: &Path,
    optionen: &Leseoptionen,
    nimm: &mut dyn FnMut(Zeile<'_>) -> ControlFlow<()>,
) -> Result<Lesebericht, EinleseFehler> {
    Quelle::oeffne(pfad, optionen)?.daten(nimm)
}

/// Streams the data rows of a file to `nimm` until it breaks, with a rule that is made from the header.
///
/// # Errors
/// As [`lesen`], and what `regel` refuses.
pub(crate) fn lesen_mit_kopf<R>(
    pfad: &Path,
    optionen: &Leseoptionen,
    regel: impl FnOnce(&Kopf) -> Result<R, EinleseFehler>,
    mut nimm: impl FnMut(&mut R, Zeile<'_>) -> ControlFlow<()>,
) -> Result<(R, Lesebericht), EinleseFehler> {
    let mut quelle = Quelle::oeffne(pfad, optionen)?;
    let mut regel = regel(&quelle.kopf)?;
    let bericht = quelle.daten(&mut |zeile| nimm(&mut regel, zeile))?;
    if bericht.zeilen == 0 {
        return Err(EinleseFehler::KeineDaten { kopfzeile: bericht.kopfzeile });
    }
    Ok((regel, bericht))
}
