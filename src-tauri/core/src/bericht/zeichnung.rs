//! The laid-out report: pages of texts, lines and rectangles with absolute places.
//!
//! Every part names the element of the structure tree it belongs to, or says that it is an artifact
//! (running header, repeated table header, rule). That is all a tagged file needs, so writing never
//! has to look at the model again.
//!
//! Places in points (1/72 inch) from the **upper** left corner of the page.

use std::sync::Arc;

use super::modell::{Bild, Vektorbild};
use super::schrift::Schrift;
use super::struktur::{Baum, Knoten};

/// Width of an upright A4 page.
pub const SEITE_B: f32 = 595.28;
/// Height of an upright A4 page.
pub const SEITE_H: f32 = 841.89;

/// How the sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lage {
    /// Upright, as reports are.
    #[default]
    Hoch,
    /// On its long side, for lists with many columns.
    Quer,
}

impl Lage {
    /// Width of the sheet.
    #[must_use]
    pub fn breite(self) -> f32 {
        if self == Self::Quer { SEITE_H } else { SEITE_B }
    }

    /// Height of the sheet.
    #[must_use]
    pub fn hoehe(self) -> f32 {
        if self == Self::Quer { SEITE_B } else { SEITE_H }
    }
}

/// A laid-out report.
#[derive(Clone, Debug, Default)]
pub struct Zeichnung {
    /// How its sheets lie.
    pub lage: Lage,
    /// Pages in order.
    pub seiten: Vec<Seite>,
    /// What the parts mean.
    pub baum: Baum,
    /// Headings with their places, for the outline.
    pub lesezeichen: Vec<Lesezeichen>,
    /// Where each footnote stands.
    pub fussnoten: Vec<Ort>,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Seite {
    /// Parts in reading order; headers and footers last.
    pub teile: Vec<Teil>,
}

/// Upper edge of something on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ort {
    /// Index of the page.
    pub seite: usize,
    /// Upper edge.
    pub y: f32,
}

/// A heading and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesezeichen {
    /// 1 to 3.
    pub stufe: u8,
    /// Text of the heading.
    pub text: String,
    /// Its element.
    pub knoten: Knoten,
    /// Where it stands.
    pub ort: Ort,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub struct Teil {
    /// What it means.
    pub marke: Marke,
    /// What it looks like.
    pub form: Form,
}

/// What a part means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marke {
    /// Not content: assistive technology skips it.
    Artefakt(Artefakt),
    /// Content of an element.
    Inhalt(Knoten),
}

/// Kinds of artifacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artefakt {
    /// Running header or footer.
    Seitenrand,
    /// Header row of a table repeated on a further page.
    Wiederholung,
    /// Rules and backgrounds.
    Schmuck,
}

/// What a part looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Text on one line.
    Text {
        /// Left end.
        x: f32,
        /// Base line.
        y: f32,
        /// Type size.
        groesse: f32,
        /// Face.
        schrift: Schrift,
        /// Colour.
        grau: Grau,
        /// The text; every character has a glyph in the face. U+00AD is a hyphen drawn at the end of
        /// a line, which is no part of the word.
        text: String,
        /// Width without a space at the end.
        breite: f32,
    },
    /// A straight line.
    Linie {
        /// Begin.
        von: (f32, f32),
        /// End.
        bis: (f32, f32),
        /// Width.
        staerke: f32,
        /// Colour.
        grau: Grau,
        /// Dashed instead of solid.
        gestrichelt: bool,
    },
    /// A picture.
    Bild {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        b: f32,
        /// Height.
        h: f32,
        /// What is on it.
        bild: Arc<Bild>,
    },
    /// A picture of areas, scaled to the given size.
    Vektorbild {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        b: f32,
        /// Height.
        h: f32,
        /// What is on it.
        bild: Arc<Vektorbild>,
    },
    /// A filled rectangle.
    Rechteck {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        b: f32,
        /// Height.
        h: f32,
        /// Colour.
        grau: Grau,
    },
}

/// Shade of grey: 0 is black, 100 is white. There is no other colour but that of the house's sign, because
/// reports are copied and printed in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grau(pub u8);

impl Grau {
    /// Text and strong rules.
    pub const SCHWARZ: Self = Self(0);
    /// Secondary text; contrast to white above 7:1.
    pub const NEBENTEXT: Self = Self(33);
    /// Bars of charts.
    pub const BALKEN: Self = Self(55);
    /// Thin rules.
    pub const LINIE: Self = Self(72);
    /// Grid of charts.
    pub const RASTER: Self = Self(85);
    /// Background of the summary box.
    pub const FLAECHE: Self = Self(95);

    /// 0.0 to 1.0.
    #[must_use]
    pub fn anteil(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Form {
    /// Left, upper, right and lower edge, for a text from ascender to descender.
    #[must_use]
    pub fn flaeche(&self) -> [f32; 4] {
        match self {
            Self::Text { x, y, groesse, breite, .. } => {
                [*x, y - groesse * 0.75, x + breite, y + groesse * 0.25]
            }
            Self::Linie { von, bis, .. } => {
                [von.0.min(bis.0), von.1.min(bis.1), von.0.max(bis.0), von.1.max(bis.1)]
            }
            Self::Rechteck { x, y, b, h, .. }
            | Self::Bild { x, y, b, h, .. }
            | Self::Vektorbild { x, y, b, h, .. } => [*x, *y, x + b, y + h],
        }
    }
}

impl Teil {
    /// Moves a part down.
    #[must_use]
    pub(super) fn verschoben(mut self, um: f32) -> Self {
        match &mut self.form {
            Form::Text { y, .. }
            | Form::Rechteck { y, .. }
            | Form::Bild { y, .. }
            | Form::Vektorbild { y, .. } => *y += um,
            Form::Linie { von, bis, .. } => {
                von.1 += um;
                bis.1 += um;
            }
        }
        self
    }

    /// A rule that means nothing.
    pub(super) fn linie(von: (f32, f32), bis: (f32, f32), staerke: f32, grau: Grau) -> Self {
        Self {
            marke: Marke::Artefakt(Artefakt::Schmuck),
            form: Form::Linie { von, bis, staerke, grau, gestrichelt: false },
        }
    }
}
