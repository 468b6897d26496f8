//! Reads PNG files (ISO/IEC 15948) as far as a sign of a house needs: no interlace, 1 to 8 bits. And
//! writes them for the preview.

use std::io::{Read, Write};

use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::fehler::BerichtFehler;
use super::modell::Bild;

const ANFANG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// More points than a logo in print needs.
const HOECHSTENS: u64 = 4_000_000;

struct Kopf {
    breite: u32,
    hoehe: u32,
    bits: u8,
    art: u8,
}

/// `None` for everything that is no such file.
pub(super) fn lies(datei: &[u8]) -> Option<Bild> {
    let mut rest = datei.strip_prefix(ANFANG)?;
    let mut kopf = None;
    let (mut palette, mut durchsicht, mut gepackt) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let laenge = usize::try_from(zahl(rest.get(..4)?)?).ok()?;
        let (name, inhalt) = (rest.get(4..8)?, rest.get(8..8usize.checked_add(laenge)?)?);
        match name {
            b"IHDR" => kopf = Some(kopf_aus(inhalt)?),
            b"PLTE" => palette = inhalt.to_vec(),
            b"tRNS" => durchsicht = inhalt.to_vec(),
            b"IDAT" => gepackt.extend_from_slice(inhalt),
            b"IEND" => break,
            _ => {}
        }
        rest = rest.get(8 + laenge + 4..)?;
    }
    let kopf = kopf?;
    let zeilen = entpackt(&kopf, &gepackt)?;
    let mut punkte = Vec::new();
    for zeile in zeilen {
        farben(&kopf, &zeile, &palette, &durchsicht, &mut punkte)?;
    }
    Some(Bild { breite: kopf.breite, hoehe: kopf.hoehe, punkte })
}

fn zahl(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn kopf_aus(inhalt: &[u8]) -> Option<Kopf> {
    let (breite, hoehe) = (zahl(inhalt.get(..4)?)?, zahl(inhalt.get(4..8)?)?);
    let [bits, art, 0, 0, 0] = *inhalt.get(8..13)? else { return None };
    let erlaubt = match art {
        0 | 3 => [1, 2, 4, 8].contains(&bits),
        2 | 4 | 6 => bits == 8,
        _ => false,
    };
    let groesse = u64::from(breite) * u64::from(hoehe);
    (erlaubt && groesse > 0 && groesse <= HOECHSTENS).then_some(Kopf { breite, hoehe, bits, art })
}

fn kanaele(art: u8) -> usize {
    match art {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    }
}

/// Rows with their filters undone (clause 9).
fn entpackt(kopf: &Kopf, gepackt: &[u8]) -> Option<Vec<Vec<u8>>> {
    let breite = usize::try_from(kopf.breite).ok()?;
    let hoehe = usize::try_from(kopf.hoehe).ok()?;
    let je_punkt = kanaele(kopf.art);
    let je_zeile = (breite * je_punkt * usize::from(kopf.bits)).div_ceil(8);
    let gesamt = (je_zeile + 1) * hoehe;
    let mut roh = Vec::new();
    ZlibDecoder::new(gepackt).take(gesamt as u64).read_to_end(&mut roh).ok()?;
    if roh.len() != gesamt {
        return None;
    }
    let mut zeilen: Vec<Vec<u8>> = Vec::with_capacity(hoehe);
    let mut davor = vec![0; je_zeile];
    for stueck in roh.chunks_exact(je_zeile + 1) {
        let (filter, werte) = stueck.split_first()?;
        let mut zeile: Vec<u8> = Vec::with_capacity(je_zeile);
        for (i, wert) in werte.iter().enumerate() {
            let links = i.checked_sub(je_punkt).and_then(|j| zeile.get(j)).copied().unwrap_or(0);
            let oben = davor.get(i).copied().unwrap_or(0);
            let ecke = i.checked_sub(je_punkt).and_then(|j| davor.get(j)).copied().unwrap_or(0);
            let vorhersage = match filter {
                0 => 0,
                1 => links,
                2 => oben,
                3 => u8::midpoint(links, oben),
                4 => paeth(links, oben, ecke),
                _ => return None,
            };
            zeile.push(wert.wrapping_add(vorhersage));
        }
        davor.clone_from(&zeile);
        zeilen.push(zeile);
    }
    Some(zeilen)
}

fn paeth(links: u8, oben: u8, ecke: u8) -> u8 {
    let [l, o, e] = [links, oben, ecke].map(i16::from);
    let p = l + o - e;
    let (dl, d_o, de) = ((p - l).abs(), (p - o).abs(), (p - e).abs());
    if dl <= d_o && dl <= de {
        links
    } else if d_o <= de {
        oben
    } else {
        ecke
    }
}

/// Red, green and blue of a row, on white paper.
fn farben(kopf: &Kopf, zeile: &[u8], palette: &[u8], durchsicht: &[u8], aus: &mut Vec<u8>) -> Option<()> {
    let breite = usize::try_from(kopf.breite).ok()?;
    let auf_weiss = |wert: u8, deckung: u8| {
        let (w, d) = (u32::from(wert), u32::from(deckung));
        u8::try_from((w * d + 255 * (255 - d) + 127) / 255).unwrap_or(255)
    };
    for i in 0..breite {
        let (farbe, deckung) = match kopf.art {
            0 | 3 => {
                let bits = usize::from(kopf.bits);
                let byte = zeile.get(i * bits / 8)?;
                let stelle = 8 - bits - (i * bits) % 8;
                let groesster = u8::try_from((1u16 << bits) - 1).ok()?;
                let wert = (byte >> stelle) & groesster;
                if kopf.art == 0 {
                    let grau = u8::try_from(u16::from(wert) * 255 / u16::from(groesster)).ok()?;
                    ([grau; 3], 255)
                } else {
                    let n = usize::from(wert);
                    let farbe = palette.get(3 * n..3 * n + 3)?.try_into().ok()?;
                    (farbe, durchsicht.get(n).copied().unwrap_or(255))
                }
            }
            2 => (zeile.get(3 * i..3 * i + 3)?.try_into().ok()?, 255),
            4 => ([*zeile.get(2 * i)?; 3], *zeile.get(2 * i + 1)?),
            _ => (zeile.get(4 * i..4 * i + 3)?.try_into().ok()?, *zeile.get(4 * i + 3)?),
        };
        aus.extend(farbe.map(|f: u8| auf_weiss(f, deckung)));
    }
    Some(())
}

/// The picture as a file: 8 bits a channel, rows without filters.
pub(super) fn schreibe(bild: &Bild) -> Result<Vec<u8>, BerichtFehler> {
    let defekt = |e: std::io::Error| BerichtFehler::Schreiben { grund: e.to_string() };
    let mut kopf = Vec::from(bild.breite.to_be_bytes());
    kopf.extend(bild.hoehe.to_be_bytes());
    kopf.extend([8, 2, 0, 0, 0]);
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    for zeile in bild.punkte.chunks(3 * bild.breite as usize) {
        packer.write_all(&[0]).and_then(|()| packer.write_all(zeile)).map_err(defekt)?;
    }
    let gepackt = packer.finish().map_err(defekt)?;
    let mut datei = ANFANG.to_vec();
    for (name, inhalt) in [(b"IHDR", kopf), (b"IDAT", gepackt), (b"IEND", Vec::new())] {
        let laenge = u32::try_from(inhalt.len()).map_err(|_| BerichtFehler::Bild)?;
        datei.extend(laenge.to_be_bytes());
        datei.extend(name);
        let mut summe = Crc::new();
        summe.update(name);
        summe.update(&inhalt);
        datei.extend(inhalt);
        datei.extend(summe.sum().to_be_bytes());
    }
    Ok(datei)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geschriebenes_wird_wieder_gelesen() {
        let bild = lies(include_bytes!("../../../../tests/fixtures/logo.png")).unwrap();
        let datei = schreibe(&bild).unwrap();
        assert_eq!(lies(&datei).unwrap(), bild);
        // The end of every PNG file, whose checksum is known.
        assert!(datei.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82"));
    }
}
