//! From bytes to UTF-8 text: finding the encoding, and a stream that decodes, hashes and guards.

use std::fs::File;
use std::io::{self, Read, Seek};

use encoding_rs::{Decoder, DecoderResult};
use sha2::{Digest, Sha256};

use super::fehler::EinleseFehler;
use super::{MAX_SATZ_BYTE, Zeichensatz};

const BLOCK: usize = 64 * 1024;

/// Finds the encoding. Without a mark at the start the whole file is read once, because the first
/// umlaut may stand in the last row: valid UTF-8 is UTF-8, anything else is Windows-1252.
pub(super) fn erkenne(datei: &mut File) -> Result<Zeichensatz, EinleseFehler> {
    datei.rewind().map_err(EinleseFehler::Lesen)?;
    let mut puffer = vec![0u8; BLOCK];
    let mut rest = 0; // bytes of a character cut off at the end of the last block
    let mut erster = true;
    loop {
        let n = datei.read(&mut puffer[rest..]).map_err(EinleseFehler::Lesen)?;
        let block = &puffer[..rest + n];
        if erster {
            erster = false;
            match block {
                [0xEF, 0xBB, 0xBF, ..] => return Ok(Zeichensatz::Utf8),
                [0xFF, 0xFE, ..] => return Ok(Zeichensatz::Utf16Le),
                [0xFE, 0xFF, ..] => return Ok(Zeichensatz::Utf16Be),
                _ => {}
            }
            if let Some(utf16) = utf16_ohne_marke(block) {
                return Ok(utf16);
            }
        }
        if n == 0 {
            return Ok(if rest == 0 { Zeichensatz::Utf8 } else { Zeichensatz::Windows1252 });
        }
        match std::str::from_utf8(block) {
            Ok(_) => rest = 0,
            Err(e) if e.error_len().is_some() => return Ok(Zeichensatz::Windows1252),
            Err(e) => {
                let (ab, bis) = (e.valid_up_to(), block.len());
                puffer.copy_within(ab..bis, 0);
                rest = bis - ab;
            }
        }
    }
}

/// Latin text in UTF-16 has a zero in every second byte, and nowhere else.
fn utf16_ohne_marke(block: &[u8]) -> Option<Zeichensatz> {
    let probe = &block[..block.len().min(4096) & !1];
    let nullen = |ab: usize| probe.iter().skip(ab).step_by(2).filter(|&&b| b == 0).count();
    let (gerade, ungerade, paare) = (nullen(0), nullen(1), probe.len() / 2);
    if ungerade * 10 > paare * 7 && gerade == 0 {
        Some(Zeichensatz::Utf16Le)
    } else if gerade * 10 > paare * 7 && ungerade == 0 {
        Some(Zeichensatz::Utf16Be)
    } else {
        None
    }
}

/// Decoded text of a file: UTF-8 without byte order mark, lines ending in `\n`, also the last one.
///
/// Normalising line ends here makes line numbers exact: the CSV reader counts `\n`. Refused while
/// reading: NUL bytes, bytes foreign to the encoding, and more than [`MAX_SATZ_BYTE`] since the last
/// call of [`Textstrom::neuer_satz`], so that a line of 100 MB is never collected.
pub(super) struct Textstrom {
    datei: File,
    hash: Sha256,
    zeichensatz: Zeichensatz,
    decoder: Decoder,
    roh: Vec<u8>,
    text: Vec<u8>,
    ab: usize,
    nach_cr: bool,
    ohne_umbruch: bool,
    fertig: bool,
    zeilen: u64,
    seit_satz: u64,
    satz_zeile: u64,
}

impl Textstrom {
    /// From the start of the file.
    pub(super) fn neu(mut datei: File, zeichensatz: Zeichensatz) -> Result<Self, EinleseFehler> {
        datei.rewind().map_err(EinleseFehler::Lesen)?;
        let encoding = match zeichensatz {
            Zeichensatz::Utf8 => encoding_rs::UTF_8,
            Zeichensatz::Windows1252 => encoding_rs::WINDOWS_1252,
            Zeichensatz::Utf16Le => encoding_rs::UTF_16LE,
            Zeichensatz::Utf16Be => encoding_rs::UTF_16BE,
        };
        Ok(Self {
            datei,
            hash: Sha256::new(),
            zeichensatz,
            decoder: encoding.new_decoder_with_bom_removal(),
            roh: vec![0; BLOCK],
            // Windows-1252 needs up to three bytes a character.
            text: Vec::with_capacity(3 * BLOCK + 16),
            ab: 0,
            nach_cr: false,
            ohne_umbruch: false,
            fertig: false,
            zeilen: 0,
            seit_satz: 0,
            satz_zeile: 1,
        })
    }

    /// Starts the count for the next record; `zeile` is its line.
    pub(super) fn neuer_satz(&mut self, zeile: u64) {
        self.seit_satz = 0;
        self.satz_zeile = zeile;
    }

    /// SHA-256 of the raw bytes, once everything has been read.
    pub(super) fn sha256(&self) -> Option<String> {
        self.fertig.then(|| hex(&self.hash.clone().finalize()))
    }

    fn fuelle(&mut self) -> Result<(), EinleseFehler> {
        self.text.clear();
        self.ab = 0;
        let n = self.datei.read(&mut self.roh).map_err(EinleseFehler::Lesen)?;
        self.hash.update(&self.roh[..n]);
        self.text.resize(self.text.capacity(), 0);
        let (ergebnis, _, geschrieben) =
            self.decoder.decode_to_utf8_without_replacement(&self.roh[..n], &mut self.text, n == 0);
        self.text.truncate(geschrieben);
        if let DecoderResult::Malformed(..) = ergebnis {
            let zeile = 1 + self.zeilen + umbrueche(&self.text);
            return Err(EinleseFehler::Zeichensatz { zeile, zeichensatz: self.zeichensatz.bezeichnung() });
        }
        self.einheitliche_umbrueche();
        if let Some(i) = self.text.iter().position(|&b| b == 0) {
            return Err(EinleseFehler::NulZeichen { zeile: 1 + self.zeilen + umbrueche(&self.text[..i]) });
        }
        self.zeilen += umbrueche(&self.text);
        if let Some(&letztes) = self.text.last() {
            self.ohne_umbruch = letztes != b'\n';
        }
        if n == 0 {
            self.fertig = true;
            if self.ohne_umbruch {
                self.text.push(b'\n');
                self.ohne_umbruch = false;
            }
        }
        Ok(())
    }

    /// `\r\n` and a lone `\r` become `\n`, also across blocks.
    fn einheitliche_umbrueche(&mut self) {
        if self.nach_cr && self.text.first() == Some(&b'\n') {
            self.text.remove(0);
        }
        if let Some(&letztes) = self.text.last() {
            self.nach_cr = letztes == b'\r';
        }
        let Some(erstes) = self.text.iter().position(|&b| b == b'\r') else {
            return;
        };
        let (mut lesen, mut schreiben) = (erstes, erstes);
        while lesen < self.text.len() {
            let mut b = self.text[lesen];
            if b == b'\r' {
                b = b'\n';
                if self.text.get(lesen + 1) == Some(&b'\n') {
                    lesen += 1;
                }
            }
            self.text[schreiben] = b;
            lesen += 1;
            schreiben += 1;
        }
        self.text.truncate(schreiben);
    }
}

impl Read for Textstrom {
    fn read(&mut self, ziel: &mut [u8]) -> io::Result<usize> {
        // The reader's own buffer runs ahead of the record by at most one block.
        if self.seit_satz > MAX_SATZ_BYTE + 2 * BLOCK as u64 {
            return Err(io::Error::other(EinleseFehler::SatzZuLang { zeile: self.satz_zeile }));
        }
        while self.ab == self.text.len() && !self.fertig {
            self.fuelle().map_err(io::Error::other)?;
        }
        let n = ziel.len().min(self.text.len() - self.ab);
        ziel[..n].copy_from_slice(&self.text[self.ab..self.ab + n]);
        self.ab += n;
        self.seit_satz += n as u64;
        Ok(n)
    }
}

fn umbrueche(text: &[u8]) -> u64 {
    text.iter().map(|&b| u64::from(b == b'\n')).sum()
}

/// Lower-case hex, as every hash in IKS is written.
pub(super) fn hex(bytes: &[u8]) -> String {
    const ZIFFERN: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|n| char::from(ZIFFERN[usize::from(n)])).collect()
}

/// The first decoded part of a file, for finding the separator; cut at the last line end.
pub(super) fn anfang(datei: File, zeichensatz: Zeichensatz) -> Result<Vec<u8>, EinleseFehler> {
    let mut strom = Textstrom::neu(datei, zeichensatz)?;
    let mut text = vec![0u8; BLOCK];
    let mut n = 0;
    while n < text.len() {
        match strom.read(&mut text[n..]).map_err(EinleseFehler::aus_io)? {
            0 => break,
            m => n += m,
        }
    }
    text.truncate(n);
    if let Some(i) = text.iter().rposition(|&b| b == b'\n') {
        text.truncate(i + 1);
    }
    Ok(text)
}
