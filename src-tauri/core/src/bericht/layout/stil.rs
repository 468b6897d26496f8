//! The measures of the house style, all in points. One place, so that the pages stay of one kind.

use super::super::schrift::Schrift;
use super::super::zeichnung::{Grau, Lage, SEITE_B, SEITE_H};

/// 25 mm.
pub(super) const RAND: f32 = 70.87;
/// Width of the text on an upright page. Charts, tables of contents and lines to sign on keep it on every page.
pub(super) const SATZ_B: f32 = SEITE_B - 2.0 * RAND;
/// Upper edge of the text.
pub(super) const OBEN: f32 = RAND;
/// Height of the text on an upright page.
pub(super) const SATZ_H: f32 = SEITE_H - 2.0 * RAND;

impl Lage {
    /// Width of the text.
    pub(super) fn satz_b(self) -> f32 {
        self.breite() - 2.0 * RAND
    }

    /// Height of the text.
    pub(super) fn satz_h(self) -> f32 {
        self.unten() - OBEN
    }

    /// Lower edge of the text.
    pub(super) fn unten(self) -> f32 {
        self.hoehe() - RAND
    }
}

/// Thin rule.
pub(super) const FEIN: f32 = 0.4;
/// Strong rule.
pub(super) const STARK: f32 = 0.8;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stil {
    /// Type size.
    pub(super) groesse: f32,
    /// Distance of base lines.
    pub(super) zeile: f32,
    /// Colour.
    pub(super) grau: Grau,
    /// Everything emphasised, whatever the runs say.
    pub(super) fett: bool,
}

impl Stil {
    pub(super) const fn neu(groesse: f32, zeile: f32) -> Self {
        Self { groesse, zeile, grau: Grau::SCHWARZ, fett: false }
    }

    pub(super) const fn fett(self) -> Self {
        Self { fett: true, ..self }
    }

    pub(super) const fn neben(self) -> Self {
        Self { grau: Grau::NEBENTEXT, ..self }
    }

    pub(super) const fn schrift(self) -> Schrift {
        if self.fett { Schrift::Halbfett } else { Schrift::Normal }
    }

    /// From the top of a line to its base line: capitals stand in the middle.
    pub(super) fn grundlinie(self) -> f32 {
        self.zeile / 2.0 + self.groesse * 0.33
    }
}

/// Running text.
pub(super) const TEXT: Stil = Stil::neu(10.0, 14.0);
/// Running text of a letter.
pub(super) const BRIEF: Stil = Stil::neu(11.0, 15.5);
/// Tables.
pub(super) const TABELLE: Stil = Stil::neu(9.0, 12.0);
/// Narrow tables.
pub(super) const TABELLE_ENG: Stil = Stil::neu(8.0, 10.5);
/// Captions.
pub(super) const BESCHRIFTUNG: Stil = Stil::neu(9.0, 12.5).fett();
/// Labels in charts, headers and footers.
pub(super) const KLEIN: Stil = Stil::neu(8.0, 10.5).neben();
/// Notes at the foot of a page.
pub(super) const NOTE: Stil = Stil::neu(8.0, 10.5);
