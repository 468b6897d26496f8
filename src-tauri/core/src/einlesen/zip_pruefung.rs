//! Looks at a workbook's archive before it is opened: a workbook of 1 MB can hold 1 GB of zeros, and
//! the library behind it believes what the file says about itself.

use std::fs::File;
use std::io::{BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::fehler::EinleseFehler;

/// Most entries; Excel writes a few dozen.
const MAX_EINTRAEGE: usize = 5_000;
/// Most bytes after unpacking: a million rows of seven columns need about 400 MB.
const MAX_ENTPACKT: u64 = 1024 * 1024 * 1024;
/// Most bytes of the table of shared texts, which is held in memory.
const MAX_TEXTTABELLE: u64 = 256 * 1024 * 1024;
/// Most shared texts.
const MAX_TEXTE: u64 = 5_000_000;
/// Most bytes between two tags; a cell holds 32,767 characters.
const MAX_ZWISCHENRAUM: usize = 1024 * 1024;
/// Below this size the ratio says nothing.
const VERHAELTNIS_AB: u64 = 20 * 1024 * 1024;
/// Sheets that repeat themselves reach 60 to 1, archive bombs 1,000 to 1.
const MAX_VERHAELTNIS: u64 = 200;

fn packung(grund: &str) -> EinleseFehler {
    EinleseFehler::Packung { grund: grund.to_owned() }
}

/// Unpacks everything once and keeps nothing; sizes that the archive claims are not believed.
pub(super) fn pruefe(datei: &mut File) -> Result<(), EinleseFehler> {
    datei.rewind().map_err(EinleseFehler::Lesen)?;
    let mut archiv = ZipArchive::new(BufReader::new(datei)).map_err(aus_zip)?;
    if archiv.len() > MAX_EINTRAEGE {
        return Err(packung("zu viele Bestandteile"));
    }
    let mut puffer = vec![0u8; 64 * 1024];
    let mut gesamt = 0;
    for i in 0..archiv.len() {
        let mut eintrag = archiv.by_index(i).map_err(aus_zip)?;
        let name = eintrag.name().map_err(aus_zip)?.to_ascii_lowercase();
        // Only these are ever read; pictures and macros stay packed.
        if !(name.ends_with(".xml") || name.ends_with(".rels") || name.contains("sharedstrings")) {
            continue;
        }
        let gepackt = eintrag.compressed_size();
        let mut waechter = Waechter { texttabelle: name.contains("sharedstrings"), ..Waechter::default() };
        loop {
            let n = match eintrag.read(&mut puffer) {
                Ok(0) => break,
                Ok(n) => n,
                Err(e) => {
                    return Err(EinleseFehler::Beschaedigt { stelle: e.to_string() });
                }
            };
            gesamt += n as u64;
            waechter.sieh(&puffer[..n])?;
            if gesamt > MAX_ENTPACKT {
                return Err(packung("mehr als 1 GB nach dem Entpacken"));
            }
            if waechter.bytes > VERHAELTNIS_AB && waechter.bytes / gepackt.max(1) > MAX_VERHAELTNIS {
                return Err(packung("auf weniger als ein Zweihundertstel verdichtet"));
            }
        }
    }
    Ok(())
}

fn aus_zip(e: ZipError) -> EinleseFehler {
    match e {
        ZipError::Io(e) => EinleseFehler::Beschaedigt { stelle: e.to_string() },
        ZipError::UnsupportedArchive(m) if m == ZipError::PASSWORD_REQUIRED => EinleseFehler::AltesExcel,
        e => EinleseFehler::Beschaedigt { stelle: e.to_string() },
    }
}

/// What is watched in one XML part.
#[derive(Default)]
struct Waechter {
    texttabelle: bool,
    bytes: u64,
    seit_tag: usize,
    texte: u64,
    ende: Vec<u8>,
}

impl Waechter {
    fn sieh(&mut self, block: &[u8]) -> Result<(), EinleseFehler> {
        self.bytes += block.len() as u64;
        if block.contains(&0) {
            return Err(EinleseFehler::Beschaedigt { stelle: "NUL in XML".to_owned() });
        }
        let mut ab = 0;
        while let Some(i) = block[ab..].iter().position(|&b| b == b'<') {
            self.seit_tag += i;
            self.zwischenraum()?;
            self.seit_tag = 0;
            ab += i + 1;
        }
        self.seit_tag += block.len() - ab;
        self.zwischenraum()?;
        if self.texttabelle { self.sieh_texte(block) } else { Ok(()) }
    }

    fn zwischenraum(&self) -> Result<(), EinleseFehler> {
        if self.seit_tag > MAX_ZWISCHENRAUM {
            Err(packung("eine Zelle mit mehr als 1 MB Inhalt"))
        } else {
            Ok(())
        }
    }

    /// Counts shared texts, and reads the number that the table claims: the library reserves memory
    /// for it before it has seen one.
    fn sieh_texte(&mut self, block: &[u8]) -> Result<(), EinleseFehler> {
        const ANGABE: &[u8] = b"uniqueCount";
        let zu_viele = || packung("zu viele Texte");
        if self.bytes > MAX_TEXTTABELLE {
            return Err(zu_viele());
        }
        // The end of the last block in front, so that nothing is missed at a seam; 40 bytes hold the
        // attribute with its digits.
        let alt = std::mem::take(&mut self.ende);
        let text = [alt.as_slice(), block].concat();
        let mut ab = 0;
        while let Some(i) = text[ab..].iter().position(|b| matches!(b, b'<' | b':' | b'u')) {
            let stelle = &text[ab + i..];
            ab += i + 1;
            if (stelle.starts_with(b"<si") || stelle.starts_with(b":si")) && ab > alt.len() {
                self.texte += 1;
            } else if let Some(wert) = stelle.strip_prefix(ANGABE) {
                let ziffern = wert
                    .iter()
                    .take(24)
                    .skip_while(|b| !b.is_ascii_digit())
                    .take_while(|b| b.is_ascii_digit());
                let zahl =
                    ziffern.fold(0u64, |n, b| n.saturating_mul(10).saturating_add(u64::from(b - b'0')));
                // Written in any other way the number could hide behind blanks.
                let ueblich = wert.len() < 24 || wert.starts_with(b"=\"") || wert.starts_with(b"='");
                if zahl > MAX_TEXTE || !ueblich {
                    return Err(zu_viele());
                }
            }
        }
        self.ende = text[text.len().saturating_sub(40)..].to_vec();
        if self.texte > MAX_TEXTE { Err(zu_viele()) } else { Ok(()) }
    }
}
