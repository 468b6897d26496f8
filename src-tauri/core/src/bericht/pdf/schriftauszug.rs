//! Only the glyphs a report uses go into its file.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use printpdf::{FontMetrics, ParsedFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::super::fehler::BerichtFehler;
use super::super::schrift::{Schrift, Schriften};
use super::super::zeichnung::{Form, Zeichnung};
use super::Benutzt;

/// A subset of each face in use.
pub(super) fn auszuege(
    zeichnung: &Zeichnung,
    schriften: &Schriften,
) -> Result<Vec<(Schrift, ParsedFont)>, BerichtFehler> {
    let mut benutzt: BTreeMap<Schrift, Benutzt> = BTreeMap::new();
    for teil in zeichnung.seiten.iter().flat_map(|s| &s.teile) {
        if let Form::Text { schrift, text, .. } = &teil.form {
            let menge = benutzt.entry(*schrift).or_default();
            // A hyphen at the end of a line is drawn like any other.
            for zeichen in text.chars().map(|c| if c == '\u{ad}' { '-' } else { c }) {
                if let Entry::Vacant(leer) = menge.entry(zeichen) {
                    leer.insert(schriften.glyphe(*schrift, zeichen)?.nummer);
                }
            }
        }
    }
    benutzt.into_iter().map(|(schrift, menge)| Ok((schrift, auszug(schrift, &menge, schriften)?))).collect()
}

fn auszug(schrift: Schrift, menge: &Benutzt, schriften: &Schriften) -> Result<ParsedFont, BerichtFehler> {
    let mut zuordnung = GlyphRemapper::new();
    for nummer in menge.values() {
        zuordnung.remap(*nummer);
    }
    let datei = subsetter::subset(schrift.datei(), 0, &zuordnung)
        .map_err(|f| BerichtFehler::Schreiben { grund: f.to_string() })?;
    let mut codes = BTreeMap::new();
    let mut breiten = BTreeMap::new();
    for (zeichen, alt) in menge {
        let neu = zuordnung.get(*alt).unwrap_or_default();
        codes.insert(u32::from(*zeichen), neu);
        breiten.insert(neu, schriften.glyphe(schrift, *zeichen)?.breite);
    }
    let masse = schriften.masse(schrift)?;
    let metrik = FontMetrics { ascent: masse.ober, descent: masse.unter };
    let name = format!("{}+{}", kuerzel(menge), schrift.name());
    let mut font = ParsedFont::with_glyph_data(datei, 0, Some(name), codes, breiten, 1000, metrik);
    let [x_min, y_min, x_max, y_max] = masse.rahmen;
    font.pdf_font_metrics = PdfFontMetricsStub {
        x_min,
        y_min,
        x_max,
        y_max,
        us_weight_class: masse.gewicht,
        ..font.pdf_font_metrics
    };
    if masse.neigung != 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "an angle of a few degrees")]
        let lauf = (1000.0 * (-masse.neigung).to_radians().tan()) as i16;
        (font.pdf_font_metrics.caret_slope_rise, font.pdf_font_metrics.caret_slope_run) = (1000, lauf);
    }
    Ok(font)
}

/// Six capitals that name the subset, as PDF asks for; the same glyphs give the same letters.
fn kuerzel(menge: &Benutzt) -> String {
    let mut hash = Sha256::new();
    for zeichen in menge.keys() {
        hash.update(u32::from(*zeichen).to_be_bytes());
    }
    hash.finalize().iter().take(6).map(|b| char::from(b'A' + b % 26)).collect()
}
