//! Strips: bands over the width of the text that cannot be divided between pages.

use std::rc::Rc;

use super::super::fehler::BerichtFehler;
use super::super::modell::{Ausrichtung, Text};
use super::super::schrift::Schriften;
use super::super::zeichnung::{Form, Marke, Teil};
use super::stil::Stil;
use super::umbruch::{self, Zeilenbild};

/// A band of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Streifen {
    /// Space before; the larger of it and `nach` of the strip above counts, none at the top.
    pub(super) vor: f32,
    /// Space after.
    pub(super) nach: f32,
    /// Height.
    pub(super) hoehe: f32,
    /// Stays on one page with the next strip.
    pub(super) haltet: bool,
    /// Begins a page.
    pub(super) neue_seite: bool,
    /// Parts; x from the left edge of the page, y from the top of the strip.
    pub(super) teile: Vec<Teil>,
    /// Header row to repeat if this strip is the first on its page.
    pub(super) kopf: Option<Rc<Self>>,
    /// Level and text, if this is a heading.
    pub(super) lesezeichen: Option<(u8, String)>,
}

/// Where lines go: left edge, width, and how they lie within it.
#[derive(Clone, Copy)]
pub(super) struct Spur {
    pub(super) x: f32,
    pub(super) b: f32,
    pub(super) ausrichtung: Ausrichtung,
}

impl Spur {
    pub(super) fn links(x: f32, b: f32) -> Self {
        Self { x, b, ausrichtung: Ausrichtung::Links }
    }
}

/// The parts of one line whose upper edge is at `oben`.
pub(super) fn zeile(
    bild: &Zeilenbild,
    spur: Spur,
    oben: f32,
    stil: Stil,
    marke: Marke,
) -> impl Iterator<Item = Teil> {
    let frei = spur.b - bild.breite;
    let einzug = match spur.ausrichtung {
        Ausrichtung::Links => 0.0,
        Ausrichtung::Rechts => frei,
        Ausrichtung::Mitte => frei / 2.0,
    };
    bild.stuecke.iter().map(move |s| Teil {
        marke,
        form: Form::Text {
            x: spur.x + einzug + s.x,
            y: oben + stil.grundlinie(),
            groesse: stil.groesse,
            schrift: s.schrift,
            grau: stil.grau,
            text: s.text.clone(),
        },
    })
}

/// A text as strips of one line each. First and last two lines stay together, so that no line of a
/// paragraph stands alone on a page.
pub(super) fn zeilen(
    text: &Text,
    spur: Spur,
    stil: Stil,
    marke: Marke,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let bilder = umbruch::breche(text, stil, spur.b, schriften)?;
    let anzahl = bilder.len();
    Ok(bilder
        .iter()
        .enumerate()
        .map(|(i, bild)| Streifen {
            hoehe: stil.zeile,
            haltet: anzahl > 1 && (i == 0 || i + 2 == anzahl),
            teile: zeile(bild, spur, 0.0, stil, marke).collect(),
            ..Streifen::default()
        })
        .collect())
}

/// Puts strips below one another into one that cannot be divided.
pub(super) fn verbinde(streifen: Vec<Streifen>) -> Streifen {
    let mut ganzes = Streifen::default();
    for (i, s) in streifen.into_iter().enumerate() {
        let abstand = if i == 0 { 0.0 } else { ganzes.nach.max(s.vor) };
        if i == 0 {
            ganzes.vor = s.vor;
        }
        let oben = ganzes.hoehe + abstand;
        ganzes.teile.extend(s.teile.into_iter().map(|t| t.verschoben(oben)));
        ganzes.hoehe = oben + s.hoehe;
        ganzes.nach = s.nach;
    }
    ganzes
}

/// Sets the space around a group of strips.
pub(super) fn mit_abstand(mut streifen: Vec<Streifen>, vor: f32, nach: f32) -> Vec<Streifen> {
    if let Some(erster) = streifen.first_mut() {
        erster.vor = vor;
    }
    if let Some(letzter) = streifen.last_mut() {
        letzter.nach = nach;
    }
    streifen
}
