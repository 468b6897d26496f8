//! What a report contains. No paper, no font, no PDF: a template builds this and nothing else.
//!
//! What accessibility needs (title, language, header cells, alternative texts) is demanded by the
//! types, so that no template can forget it.

mod beilage;
mod bild;
mod brief;
mod diagramm;
mod tabelle;
mod text;

pub use beilage::{Beilage, Beilagenart, Bezug};
pub use bild::{Alternativtext, Bild, Flaeche, Logo, Logoart, Logobild, Vektorbild, Zug};
pub use brief::{Briefkopf, Briefschluss};
pub use diagramm::{Balken, Diagramm, Diagrammart, Messpunkt, Waermewert, Waermezeile, Ziel};
pub use tabelle::{Ausrichtung, Spalte, Spaltengruppe, Tabelle, Zeile, Zelle};
pub use text::{Lauf, Schnitt, Text};

use chrono::{DateTime, FixedOffset};

/// A whole report.
#[derive(Clone, Debug)]
pub struct Bericht {
    /// What describes the document.
    pub kopf: Kopf,
    /// Content in reading order.
    pub bloecke: Vec<Block>,
    /// Files that travel inside the report, for those who recalculate. A report with some must list
    /// them in a [`Block::Beilagen`].
    pub beilagen: Vec<Beilage>,
}

/// What describes the document as a whole.
#[derive(Clone, Debug)]
pub struct Kopf {
    /// Title, shown by the viewer instead of the file name.
    pub titel: String,
    /// One line: what the report is about.
    pub gegenstand: String,
    /// Language of the text.
    pub sprache: Sprache,
    /// Name of the house: left in the header, and author of the file.
    pub haus: String,
    /// Date of the document, given by the caller; it becomes the date of the file.
    pub erstellt: DateTime<FixedOffset>,
    /// Mark such as "Nur für den Dienstgebrauch", right in the header of every page.
    pub vertraulichkeit: Option<String>,
    /// Left in the footer, for instance "Prüfbericht FA-2026-001 · Version 1".
    pub fusszeile: String,
    /// Line of the house below it, for instance its address; may be empty.
    pub hauszeile: String,
    /// Sign of the house, at the head of the title page.
    pub logo: Option<Logo>,
}

/// What every report of a house carries, whatever it is about.
#[derive(Clone, Debug)]
pub struct Hauskopf {
    /// Name of the house.
    pub haus: String,
    /// Mark on every page.
    pub vertraulichkeit: Option<String>,
    /// Line in the footer of every page; may be empty.
    pub hauszeile: String,
    /// Sign of the house.
    pub logo: Option<Logo>,
}

impl Hauskopf {
    /// The head of one report of the house.
    #[must_use]
    pub fn kopf(
        &self,
        titel: String,
        gegenstand: String,
        erstellt: DateTime<FixedOffset>,
        fusszeile: String,
    ) -> Kopf {
        Kopf {
            titel,
            gegenstand,
            sprache: Sprache::Deutsch,
            haus: self.haus.clone(),
            erstellt,
            vertraulichkeit: self.vertraulichkeit.clone(),
            fusszeile,
            hauszeile: self.hauszeile.clone(),
            logo: self.logo.clone(),
        }
    }
}

/// Language of a report. All reports are German today; the type keeps it from being forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sprache {
    /// German as written in Germany.
    #[default]
    Deutsch,
}

impl Sprache {
    /// BCP 47 code.
    #[must_use]
    pub fn kennung(self) -> &'static str {
        match self {
            Self::Deutsch => "de-DE",
        }
    }
}

/// One piece of content.
#[derive(Clone, Debug)]
pub enum Block {
    /// The head of the first page. No running header is drawn on a page that carries it.
    Titelblatt(Titelblatt),
    /// The head of a letter.
    Briefkopf(Briefkopf),
    /// The end of a letter.
    Briefschluss(Briefschluss),
    /// Table of contents: the headings with their pages.
    Inhaltsverzeichnis {
        /// Stands above; it is no heading itself.
        titel: String,
        /// Deepest level that is listed.
        bis: Stufe,
    },
    /// A heading.
    Ueberschrift(Stufe, String),
    /// A paragraph.
    Absatz(Text),
    /// The summary box: what a reader must know who reads nothing else.
    Kasten {
        /// Heading of the box, for instance "Ergebnis".
        titel: String,
        /// One paragraph for each sentence.
        saetze: Vec<Text>,
    },
    /// A list.
    Liste(Listenart, Vec<Text>),
    /// Names and values, such as source, period, control total.
    Werte(Vec<(String, Text)>),
    /// A table.
    Tabelle(Tabelle),
    /// A chart.
    Diagramm(Diagramm),
    /// The files inside the report, each with its size and SHA-256.
    Beilagen,
    /// The next block begins a page.
    Seitenumbruch,
    /// Lines to sign on, two in a row.
    Unterschriften(Vec<Unterschrift>),
}

/// The head of the first page.
#[derive(Clone, Debug)]
pub struct Titelblatt {
    /// Kind of report, above the title.
    pub art: String,
    /// Title.
    pub titel: String,
    /// Line below the title.
    pub untertitel: String,
}

/// Level of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stufe {
    /// Chapter.
    Eins,
    /// Section.
    Zwei,
    /// Sub-section.
    Drei,
}

impl Stufe {
    /// 1 to 3.
    #[must_use]
    pub fn zahl(self) -> u8 {
        match self {
            Self::Eins => 1,
            Self::Zwei => 2,
            Self::Drei => 3,
        }
    }
}

/// How a list is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listenart {
    /// Bullets.
    Punkte,
    /// 1. 2. 3.
    Nummern,
}

/// A line to sign on.
#[derive(Clone, Debug)]
pub struct Unterschrift {
    /// Name below the line; empty if it is to be filled in by hand.
    pub name: String,
    /// Function, for instance "Qualitätsmanagement".
    pub funktion: String,
}
