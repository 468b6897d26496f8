//! Pictures, and the text that stands for them.

use super::super::fehler::BerichtFehler;
use super::super::png;

/// Text that stands for a picture where the picture cannot be seen. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternativtext(String);

impl Alternativtext {
    /// # Errors
    /// `Angabe` if the text is blank.
    pub fn neu(text: impl Into<String>) -> Result<Self, BerichtFehler> {
        let text = text.into();
        if text.trim().is_empty() {
            return Err(BerichtFehler::Angabe { was: "Alternativtext eines Bildes".to_owned() });
        }
        Ok(Self(text))
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// The sign of the house.
#[derive(Clone, Debug)]
pub struct Logo {
    /// The picture.
    pub bild: Bild,
    /// Read aloud instead.
    pub alternativtext: Alternativtext,
}

/// A picture of grey or coloured points, without transparency: what a PNG file leaves clear is white
/// like the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bild {
    /// Points in a row.
    pub(in super::super) breite: u32,
    /// Rows.
    pub(in super::super) hoehe: u32,
    /// Red, green and blue of each point, row by row.
    pub(in super::super) punkte: Vec<u8>,
}

impl Bild {
    /// Reads a PNG file.
    ///
    /// # Errors
    /// `Bild` if it is none, is damaged or has more than 4,000,000 points.
    pub fn png(datei: &[u8]) -> Result<Self, BerichtFehler> {
        png::lies(datei).ok_or(BerichtFehler::Bild)
    }

    /// Points in a row.
    #[must_use]
    pub fn breite(&self) -> u32 {
        self.breite
    }

    /// Rows.
    #[must_use]
    pub fn hoehe(&self) -> u32 {
        self.hoehe
    }

    /// Red, green and blue of a point; `None` outside.
    #[must_use]
    pub fn punkt(&self, x: u32, y: u32) -> Option<[u8; 3]> {
        if x >= self.breite {
            return None;
        }
        let ab = 3 * (y as usize * self.breite as usize + x as usize);
        self.punkte.get(ab..ab + 3)?.try_into().ok()
    }
}
