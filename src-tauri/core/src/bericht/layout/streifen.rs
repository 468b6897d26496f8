//! Strips: bands over the width of the text that cannot be divided between pages.

use std::rc::Rc;

use super::super::modell::Ausrichtung;
use super::super::struktur::Knoten;
use super::super::zeichnung::{Form, Marke, Teil};
use super::stil::Stil;
use super::umbruch::{HOCH, Stueck, Zeilenbild};

/// A band over the width of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Streifen {
    /// Space above, unless it is the first on a page; the larger of it and the one before counts.
    pub(super) vor: f32,
    /// Space below.
    pub(super) nach: f32,
    /// Height.
    pub(super) hoehe: f32,
    /// Stays on one page with the next strip.
    pub(super) haltet: bool,
    /// Begins a page.
    pub(super) neue_seite: bool,
    /// Parts; x from the left edge of the page, y from the top of the strip.
    pub(super) teile: Vec<Teil>,
    /// Header rows to repeat if this strip is the first on its page.
    pub(super) kopf: Option<Rc<Self>>,
    /// What has to know where this strip ends up.
    pub(super) anker: Option<Anker>,
    /// Notes that stand at the foot of the page this strip is on.
    pub(super) noten: Vec<Self>,
}

/// What has to know where a strip ends up.
#[derive(Clone, Debug)]
pub(super) enum Anker {
    /// A heading, for the outline and the table of contents.
    Ueberschrift { stufe: u8, text: String, knoten: Knoten },
    /// A footnote, by its number from 0.
    Fussnote(usize),
    /// An entry of the table of contents, which shows the page of a heading.
    Seitenzahl { ueberschrift: usize, knoten: Knoten, spur: Spur, oben: f32, stil: Stil },
}

/// Where lines go: left edge, width, and how they lie within it.
#[derive(Clone, Copy, Debug)]
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
pub(super) fn zeile<'a>(
    bild: &'a Zeilenbild,
    spur: Spur,
    oben: f32,
    stil: Stil,
    marke: impl Fn(&Stueck) -> Marke + 'a,
) -> impl Iterator<Item = Teil> + 'a {
    let frei = spur.b - bild.breite;
    let einzug = match spur.ausrichtung {
        Ausrichtung::Links => 0.0,
        Ausrichtung::Rechts => frei,
        Ausrichtung::Mitte => frei / 2.0,
    };
    bild.stuecke.iter().map(move |s| {
        let (groesse, hoeher) =
            if s.hoch { (stil.groesse * HOCH, stil.groesse * 0.35) } else { (stil.groesse, 0.0) };
        Teil {
            marke: marke(s),
            form: Form::Text {
                x: spur.x + einzug + s.x,
                y: oben + stil.grundlinie() - hoeher,
                groesse,
                schrift: s.schrift,
                grau: stil.grau,
                text: s.text.clone(),
                breite: s.breite,
            },
        }
    })
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
        ganzes.noten.extend(s.noten);
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
