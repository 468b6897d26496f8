//! Pictures, and the text that stands for them.

use std::sync::Arc;

use base64::prelude::{BASE64_STANDARD, Engine};

use super::super::fehler::BerichtFehler;
use super::super::{png, svg, vektor};

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
    pub bild: Logobild,
    /// Read aloud instead.
    pub alternativtext: Alternativtext,
}

/// Kinds of files that a sign may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Logoart {
    /// Points.
    Png,
    /// Outlines.
    Svg,
}

impl Logoart {
    /// What a file is by its content, whatever its name says.
    #[must_use]
    pub fn erkenne(datei: &[u8]) -> Option<Self> {
        if datei.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        // The element may stand behind long comments; reading it properly is left to who draws it.
        datei.windows(4).any(|w| w == b"<svg").then_some(Self::Svg)
    }

    /// How it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn aus(name: &str) -> Option<Self> {
        [Self::Png, Self::Svg].into_iter().find(|art| art.name() == name)
    }
}

/// What a sign looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Logobild {
    /// As points.
    Punkte(Arc<Bild>),
    /// As areas.
    Flaechen(Arc<Vektorbild>),
}

impl Logobild {
    /// Reads a file of that kind.
    ///
    /// # Errors
    /// `Bild` for a PNG that cannot be read, `Logo` for an SVG that cannot be drawn as it is.
    pub fn lies(art: Logoart, datei: &[u8]) -> Result<Self, BerichtFehler> {
        Ok(match art {
            Logoart::Png => Self::Punkte(Arc::new(Bild::png(datei)?)),
            Logoart::Svg => Self::Flaechen(Arc::new(vektor::lies(datei)?)),
        })
    }

    /// The picture inside an address of its own, as reports draw it.
    ///
    /// # Errors
    /// `Schreiben`, a defect of the program.
    pub fn adresse(&self) -> Result<String, BerichtFehler> {
        let (art, datei) = match self {
            Self::Punkte(bild) => ("png", png::schreibe(bild)?),
            Self::Flaechen(bild) => ("svg+xml", svg::einzeln(bild).into_bytes()),
        };
        Ok(format!("data:image/{art};base64,{}", BASE64_STANDARD.encode(datei)))
    }

    /// Width by height, in units of its own.
    #[must_use]
    pub(in super::super) fn verhaeltnis(&self) -> f32 {
        match self {
            Self::Punkte(bild) => punkte(bild.breite) / punkte(bild.hoehe),
            Self::Flaechen(bild) => bild.breite / bild.hoehe,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "points of a picture")]
fn punkte(n: u32) -> f32 {
    n as f32
}

/// A picture of plain areas, without transparency, on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Vektorbild {
    /// Width, in units of its own.
    pub breite: f32,
    /// Height.
    pub hoehe: f32,
    /// Areas from the lowest to the uppermost; what lies outside width and height is not seen.
    pub flaechen: Vec<Flaeche>,
}

/// An area of one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaeche {
    /// Red, green and blue.
    pub farbe: [u8; 3],
    /// What is surrounded twice is a hole.
    pub gerade_ungerade: bool,
    /// Its outline.
    pub zuege: Vec<Zug>,
}

/// A stroke of an outline, from the upper left corner in units of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zug {
    /// Begins a part.
    Von((f32, f32)),
    /// Straight to a point.
    Gerade((f32, f32)),
    /// Curved to the last point, drawn by the first two.
    Bogen((f32, f32), (f32, f32), (f32, f32)),
    /// Back to where the part began.
    Schluss,
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
