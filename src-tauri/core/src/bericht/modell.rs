//! What a report contains. No paper, no font, no PDF: a template builds this and nothing else.
//!
//! What accessibility needs (title, language, header cells, alternative texts) is demanded by the
//! types, so that no template can forget it.

use chrono::{DateTime, FixedOffset};

use super::fehler::BerichtFehler;

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

/// A file inside the report.
#[derive(Clone, Debug)]
pub struct Beilage {
    /// Name without a folder, for instance "FA-2026-001-einheiten.csv".
    pub name: String,
    /// One line: what it contains. It is read aloud.
    pub beschreibung: String,
    /// Kind of file.
    pub art: Beilagenart,
    /// What it is to the report.
    pub bezug: Bezug,
    /// Content.
    pub inhalt: Vec<u8>,
}

/// Kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beilagenart {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// Plain text, UTF-8.
    Text,
}

/// What a file is to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bezug {
    /// The report was made from it.
    Quelle,
    /// The rows behind a table or chart.
    Daten,
    /// Helps to understand or recalculate.
    Ergaenzung,
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

/// Running text; a line feed inside is a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Lauf>);

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lauf {
    /// Text in one style.
    Schrift(String, Schnitt),
    /// Text that leads to an address outside the report, such as a paragraph on the internet.
    Verweis {
        /// What is read.
        text: String,
        /// URI.
        adresse: String,
    },
    /// A number that leads to a note at the foot of the page. Notes count through the report.
    Fussnote(Box<Text>),
}

/// Style of a stretch of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Schnitt {
    /// Upright.
    #[default]
    Normal,
    /// Emphasised.
    Fett,
    /// Quoted or named.
    Kursiv,
}

impl Text {
    /// Adds upright text.
    #[must_use]
    pub fn und(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Normal))
    }

    /// Adds emphasised text.
    #[must_use]
    pub fn fett(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Fett))
    }

    /// Adds italic text.
    #[must_use]
    pub fn kursiv(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Kursiv))
    }

    /// Adds a link to an address.
    #[must_use]
    pub fn verweis(self, text: impl Into<String>, adresse: impl Into<String>) -> Self {
        self.mit(Lauf::Verweis { text: text.into(), adresse: adresse.into() })
    }

    /// Adds a note.
    #[must_use]
    pub fn fussnote(self, note: impl Into<Self>) -> Self {
        self.mit(Lauf::Fussnote(Box::new(note.into())))
    }

    fn mit(mut self, lauf: Lauf) -> Self {
        self.0.push(lauf);
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().und(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().und(text)
    }
}

/// A table. Its header is repeated on every page it reaches.
#[derive(Clone, Debug, Default)]
pub struct Tabelle {
    /// Stands above and names the content.
    pub beschriftung: Option<String>,
    /// Headers over several columns, above those of the columns; empty for none.
    pub gruppen: Vec<Spaltengruppe>,
    /// Columns with their headers.
    pub spalten: Vec<Spalte>,
    /// Column whose cells name their row, so that a screen reader repeats them.
    pub zeilenkopf: Option<usize>,
    /// Rows; their cells fill the columns, counting spans.
    pub zeilen: Vec<Zeile>,
    /// Smaller type, for many columns or very long tables.
    pub eng: bool,
}

/// A header over several columns.
#[derive(Clone, Debug)]
pub struct Spaltengruppe {
    /// Header; empty over columns that belong to no group.
    pub kopf: String,
    /// How many columns, at least 1.
    pub spalten: usize,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Spalte {
    /// Header.
    pub kopf: String,
    /// Share of the width relative to the other columns; a column is widened at the cost of the
    /// others where its longest word would not fit.
    pub breite: f32,
    /// Alignment of header and cells.
    pub ausrichtung: Ausrichtung,
}

impl Spalte {
    /// A column of text.
    #[must_use]
    pub fn links(kopf: &str, breite: f32) -> Self {
        Self { kopf: kopf.to_owned(), breite, ausrichtung: Ausrichtung::Links }
    }

    /// A column of numbers.
    #[must_use]
    pub fn rechts(kopf: &str, breite: f32) -> Self {
        Self { kopf: kopf.to_owned(), breite, ausrichtung: Ausrichtung::Rechts }
    }

    /// A column of short marks.
    #[must_use]
    pub fn mitte(kopf: &str, breite: f32) -> Self {
        Self { kopf: kopf.to_owned(), breite, ausrichtung: Ausrichtung::Mitte }
    }
}

/// Alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ausrichtung {
    /// Text.
    Links,
    /// Numbers.
    Rechts,
    /// Short marks.
    Mitte,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Zeile {
    /// Cells from left to right, without those that a cell above covers.
    pub zellen: Vec<Zelle>,
    /// A total: emphasised and set off by a rule.
    pub summe: bool,
}

impl<T: Into<Zelle>> FromIterator<T> for Zeile {
    fn from_iter<I: IntoIterator<Item = T>>(zellen: I) -> Self {
        Self { zellen: zellen.into_iter().map(Into::into).collect(), summe: false }
    }
}

/// A cell, which may cover several columns and rows.
#[derive(Clone, Debug)]
pub struct Zelle {
    /// Content.
    pub text: Text,
    /// Columns it covers, at least 1.
    pub spalten: usize,
    /// Rows it covers, at least 1. Such rows stay on one page.
    pub zeilen: usize,
}

impl Zelle {
    /// A cell over several columns and rows.
    #[must_use]
    pub fn ueber(text: impl Into<Text>, spalten: usize, zeilen: usize) -> Self {
        Self { text: text.into(), spalten, zeilen }
    }
}

impl<T: Into<Text>> From<T> for Zelle {
    fn from(text: T) -> Self {
        Self::ueber(text, 1, 1)
    }
}

/// Text that stands for a picture where the picture cannot be seen. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternativtext(String);

impl Alternativtext {
    /// # Errors
    /// `Angabe` if the text is blank.
    pub fn neu(text: impl Into<String>) -> Result<Self, BerichtFehler> {
        let text = text.into();
        if text.trim().is_empty() {
            return Err(BerichtFehler::Angabe { was: "Alternativtext eines Diagramms".to_owned() });
        }
        Ok(Self(text))
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// A chart, drawn as vectors from plain numbers and readable in black and white.
#[derive(Clone, Debug)]
pub struct Diagramm {
    /// Stands above.
    pub titel: String,
    /// Read aloud instead of the picture.
    pub alternativtext: Alternativtext,
    /// Unit behind the numbers of the axis, for instance "%".
    pub einheit: String,
    /// Line below that explains the marks; may be empty.
    pub legende: String,
    /// A value to compare with, drawn dashed.
    pub ziel: Option<Ziel>,
    /// The numbers.
    pub inhalt: Diagrammart,
}

/// A value to compare with.
#[derive(Clone, Debug)]
pub struct Ziel {
    /// In units of the axis.
    pub wert: f64,
    /// Label, for instance "Ziel 5 %".
    pub text: String,
}

/// Kinds of charts. All numbers in units of the axis, zero or above.
#[derive(Clone, Debug)]
pub enum Diagrammart {
    /// Horizontal bars with an optional bound.
    Balken(Vec<Balken>),
    /// Rates with an interval, from left to right.
    Verlauf(Vec<Messpunkt>),
    /// A grid of numbers, shaded from white (zero) to grey (the largest).
    Waermekarte {
        /// Labels above the columns.
        spalten: Vec<String>,
        /// Rows with as many fields as there are columns.
        zeilen: Vec<Waermezeile>,
    },
}

/// A row of a heat map.
#[derive(Clone, Debug)]
pub struct Waermezeile {
    /// Label on the left.
    pub name: String,
    /// Numbers; `None` where there is none, for instance in a small group.
    pub werte: Vec<Option<Waermewert>>,
}

/// A field of a heat map.
#[derive(Clone, Debug)]
pub struct Waermewert {
    /// What is shaded.
    pub wert: f64,
    /// What is written in the field, for instance "5,0 %".
    pub text: String,
}

/// A bar.
#[derive(Clone, Debug)]
pub struct Balken {
    /// Label on the left.
    pub name: String,
    /// Length.
    pub wert: f64,
    /// Upper bound, drawn as a thin line beyond the bar.
    pub schranke: Option<f64>,
    /// Numbers on the right, for instance "3 von 60".
    pub text: String,
}

/// A rate with its interval.
#[derive(Clone, Debug)]
pub struct Messpunkt {
    /// Label below.
    pub name: String,
    /// Rate.
    pub wert: f64,
    /// Lower end of the interval.
    pub unten: f64,
    /// Upper end of the interval.
    pub oben: f64,
    /// Numbers below the label, for instance "3 von 60".
    pub text: String,
}

/// A line to sign on.
#[derive(Clone, Debug)]
pub struct Unterschrift {
    /// Name below the line; empty if it is to be filled in by hand.
    pub name: String,
    /// Function, for instance "Qualitätsmanagement".
    pub funktion: String,
}
