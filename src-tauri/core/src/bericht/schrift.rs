//! The embedded fonts and what layout needs to know of them: which characters they have and how
//! wide those are.
//!
//! Source Sans 3 (SIL Open Font License 1.1): static TrueType with 1000 units to the em, so that
//! the integer widths a PDF stores are exact.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fehler::BerichtFehler;
use super::unterschneidung::Unterschneidung;

/// One of the embedded faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Schrift {
    /// Regular.
    Normal,
    /// Semibold.
    Halbfett,
    /// Italic.
    Kursiv,
}

impl Schrift {
    /// All faces, in the order of [`Schrift::nummer`].
    pub const ALLE: [Self; 3] = [Self::Normal, Self::Halbfett, Self::Kursiv];

    /// 0 to 2; also names the font inside the PDF, so that no counter of the library does.
    #[must_use]
    pub fn nummer(self) -> usize {
        match self {
            Self::Normal => 0,
            Self::Halbfett => 1,
            Self::Kursiv => 2,
        }
    }

    /// PostScript name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Normal => "SourceSans3-Regular",
            Self::Halbfett => "SourceSans3-Semibold",
            Self::Kursiv => "SourceSans3-It",
        }
    }

    /// The font file.
    #[must_use]
    pub fn datei(self) -> &'static [u8] {
        match self {
            Self::Normal => include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
            Self::Halbfett => include_bytes!("../../assets/fonts/SourceSans3-Semibold.ttf"),
            Self::Kursiv => include_bytes!("../../assets/fonts/SourceSans3-It.ttf"),
        }
    }
}

/// A glyph of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphe {
    /// Index in the font file.
    pub nummer: u16,
    /// Advance in thousandths of the type size.
    pub breite: u16,
}

/// Measures of a face that a PDF wants, in thousandths of the type size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Masse {
    /// Ascender.
    pub ober: i16,
    /// Descender, negative.
    pub unter: i16,
    /// Height of capitals.
    pub versal: i16,
    /// Bounding box of all glyphs: x min, y min, x max, y max.
    pub rahmen: [i16; 4],
    /// Italic angle in degrees, negative to the right.
    pub neigung: f32,
    /// Weight class, 100 to 900.
    pub gewicht: u16,
}

struct Gesicht {
    /// The common characters, by code.
    haeufige: Vec<Option<Glyphe>>,
    /// All others.
    seltene: HashMap<char, Glyphe>,
    unterschneidung: Unterschneidung,
    masse: Masse,
}

/// Codes below this are found without a search.
const HAEUFIG: usize = 0x250;

impl Gesicht {
    fn glyphe(&self, zeichen: char) -> Option<Glyphe> {
        match self.haeufige.get(u32::from(zeichen) as usize) {
            Some(glyphe) => *glyphe,
            None => self.seltene.get(&zeichen).copied(),
        }
    }
}

/// The faces.
pub struct Schriften {
    gesichter: Vec<Gesicht>,
}

/// Reading the files takes longer than setting a short report, and they never change.
static SCHRIFTEN: LazyLock<Result<Schriften, BerichtFehler>> = LazyLock::new(|| {
    Ok(Schriften { gesichter: Schrift::ALLE.iter().map(|s| lies(*s)).collect::<Result<_, _>>()? })
});

impl Schriften {
    /// The embedded files, read once for all reports.
    ///
    /// # Errors
    /// `Schreiben` if one of them is damaged, which means the program is.
    pub fn lade() -> Result<&'static Self, BerichtFehler> {
        SCHRIFTEN.as_ref().map_err(Clone::clone)
    }

    /// The glyph of a character.
    ///
    /// # Errors
    /// `FehlendesZeichen`; never a replacement box.
    pub fn glyphe(&self, schrift: Schrift, zeichen: char) -> Result<Glyphe, BerichtFehler> {
        self.gesichter
            .get(schrift.nummer())
            .and_then(|g| g.glyphe(zeichen))
            .ok_or(BerichtFehler::FehlendesZeichen { zeichen, abschnitt: String::new() })
    }

    /// How much the second character moves towards the first (negative) or away from it, in
    /// thousandths of the type size.
    #[must_use]
    pub fn unterschneidung(&self, schrift: Schrift, links: char, rechts: char) -> i16 {
        self.gesichter.get(schrift.nummer()).map_or(0, |g| g.unterschneidung.zwischen(links, rechts))
    }

    /// Width of a text on one line in points.
    ///
    /// # Errors
    /// `FehlendesZeichen`.
    pub fn breite(&self, schrift: Schrift, groesse: f32, text: &str) -> Result<f32, BerichtFehler> {
        let mut summe = 0;
        let mut davor = None;
        for zeichen in text.chars() {
            if let Some(davor) = davor.replace(zeichen) {
                summe += i32::from(self.unterschneidung(schrift, davor, zeichen));
            }
            summe += i32::from(self.glyphe(schrift, zeichen)?.breite);
        }
        Ok(in_punkt(summe, groesse))
    }

    /// Measures of a face.
    ///
    /// # Errors
    /// Never for the faces of [`Schrift::ALLE`].
    pub fn masse(&self, schrift: Schrift) -> Result<Masse, BerichtFehler> {
        self.gesichter.get(schrift.nummer()).map(|g| g.masse).ok_or_else(|| schadhaft(schrift))
    }
}

/// Thousandths of the type size to points.
#[expect(clippy::cast_precision_loss, reason = "no line is a million ems wide")]
#[must_use]
pub fn in_punkt(tausendstel: i32, groesse: f32) -> f32 {
    tausendstel as f32 * groesse / 1000.0
}

fn lies(schrift: Schrift) -> Result<Gesicht, BerichtFehler> {
    let face = ttf_parser::Face::parse(schrift.datei(), 0).map_err(|_| schadhaft(schrift))?;
    if face.units_per_em() != 1000 {
        return Err(schadhaft(schrift));
    }
    let mut alle = HashMap::new();
    let tabellen = face
        .tables()
        .cmap
        .into_iter()
        .flat_map(|c| c.subtables)
        .filter(ttf_parser::cmap::Subtable::is_unicode);
    for tabelle in tabellen {
        tabelle.codepoints(|code| {
            let Some(zeichen) = char::from_u32(code) else {
                return;
            };
            let Some(id) = tabelle.glyph_index(code).filter(|id| id.0 != 0) else {
                return;
            };
            if let Some(breite) = face.glyph_hor_advance(id) {
                alle.entry(zeichen).or_insert(Glyphe { nummer: id.0, breite });
            }
        });
    }
    let rahmen = face.global_bounding_box();
    let masse = Masse {
        ober: face.ascender(),
        unter: face.descender(),
        versal: face.capital_height().unwrap_or(660),
        rahmen: [rahmen.x_min, rahmen.y_min, rahmen.x_max, rahmen.y_max],
        neigung: face.italic_angle(),
        gewicht: face.weight().to_number(),
    };
    let haeufige = (0..HAEUFIG)
        .map(|code| u32::try_from(code).ok().and_then(char::from_u32).and_then(|c| alle.remove(&c)))
        .collect();
    Ok(Gesicht { haeufige, seltene: alle, unterschneidung: Unterschneidung::lies(&face), masse })
}

pub(super) fn schadhaft(schrift: Schrift) -> BerichtFehler {
    BerichtFehler::Schreiben { grund: format!("Schrift {}", schrift.name()) }
}
