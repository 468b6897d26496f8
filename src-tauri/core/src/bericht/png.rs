//! PNG files for the sign of a house: read as red, green and blue on white paper, and written for the
//! preview.

use std::io::Cursor;

use png::{ColorType, Decoder, Encoder, Limits, Transformations};

use super::fehler::BerichtFehler;
use super::modell::Bild;

/// More points than a logo in print needs; what claims to be larger is refused before it is unpacked.
const HOECHSTENS: u64 = 4_000_000;

/// `None` for everything that is no such file.
pub(super) fn lies(datei: &[u8]) -> Option<Bild> {
    let mut leser = Decoder::new_with_limits(Cursor::new(datei), Limits { bytes: 64 * 1024 * 1024 });
    leser.set_transformations(Transformations::normalize_to_color8());
    let mut leser = leser.read_info().ok()?;
    let (breite, hoehe) = leser.info().size();
    let anzahl = u64::from(breite) * u64::from(hoehe);
    if anzahl == 0 || anzahl > HOECHSTENS {
        return None;
    }
    let mut roh = vec![0; leser.output_buffer_size()?];
    let bild = leser.next_frame(&mut roh).ok()?;
    let werte = roh.get(..bild.buffer_size())?;
    let punkte = match bild.color_type {
        ColorType::Grayscale => werte.iter().flat_map(|&grau| [grau; 3]).collect(),
        ColorType::Rgb => werte.to_vec(),
        ColorType::GrayscaleAlpha => werte
            .as_chunks::<2>()
            .0
            .iter()
            .flat_map(|&[grau, deckung]| auf_weiss([grau; 3], deckung))
            .collect(),
        ColorType::Rgba => werte
            .as_chunks::<4>()
            .0
            .iter()
            .flat_map(|&[r, g, b, deckung]| auf_weiss([r, g, b], deckung))
            .collect(),
        // Palettes are resolved by the reader.
        ColorType::Indexed => return None,
    };
    Some(Bild { breite, hoehe, punkte })
}

fn auf_weiss(farbe: [u8; 3], deckung: u8) -> [u8; 3] {
    farbe.map(|wert| {
        let (w, d) = (u32::from(wert), u32::from(deckung));
        u8::try_from((w * d + 255 * (255 - d) + 127) / 255).unwrap_or(255)
    })
}

/// The picture as a file.
pub(super) fn schreibe(bild: &Bild) -> Result<Vec<u8>, BerichtFehler> {
    let mut datei = Vec::new();
    let mut schreiber = Encoder::new(&mut datei, bild.breite, bild.hoehe);
    schreiber.set_color(ColorType::Rgb);
    schreiber
        .write_header()
        .and_then(|mut s| s.write_image_data(&bild.punkte))
        .map_err(|e| BerichtFehler::Schreiben { grund: e.to_string() })?;
    Ok(datei)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geschriebenes_wird_wieder_gelesen() {
        let bild = lies(include_bytes!("../../../../tests/fixtures/logo.png")).unwrap();
        assert_eq!(lies(&schreibe(&bild).unwrap()).unwrap(), bild);
    }
}
