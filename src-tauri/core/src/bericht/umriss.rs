//! Outlines of the embedded faces, for pictures: they show the report's own letters wherever they are
//! looked at, without a font having to be there.

use std::fmt::Write;

use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::fehler::BerichtFehler;
use super::schrift::{Schrift, schadhaft};

/// The faces, open for reading. Opening them only reads their tables of contents.
pub(super) struct Umrisse {
    gesichter: Vec<Face<'static>>,
}

impl Umrisse {
    pub(super) fn oeffne() -> Result<Self, BerichtFehler> {
        let gesichter = Schrift::ALLE
            .iter()
            .map(|s| Face::parse(s.datei(), 0).map_err(|_| schadhaft(*s)))
            .collect::<Result<_, _>>()?;
        Ok(Self { gesichter })
    }

    /// Path data of a glyph in thousandths of the type size, upwards; empty for a space.
    pub(super) fn pfad(&self, schrift: Schrift, glyphe: u16) -> String {
        let mut pfad = Pfad::default();
        if let Some(face) = self.gesichter.get(schrift.nummer()) {
            // A glyph without an outline leaves the path empty, which is what it looks like.
            let _ = face.outline_glyph(GlyphId(glyphe), &mut pfad);
        }
        pfad.0
    }
}

#[derive(Default)]
struct Pfad(String);

impl Pfad {
    fn und(&mut self, befehl: char, werte: &[f32]) {
        self.0.push(befehl);
        for (i, wert) in werte.iter().enumerate() {
            let luecke = if i == 0 { "" } else { " " };
            // Writing into a String cannot fail.
            let _ = write!(self.0, "{luecke}{wert}");
        }
    }
}

impl OutlineBuilder for Pfad {
    fn move_to(&mut self, x: f32, y: f32) {
        self.und('M', &[x, y]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.und('L', &[x, y]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.und('Q', &[x1, y1, x, y]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.und('C', &[x1, y1, x2, y2, x, y]);
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}
