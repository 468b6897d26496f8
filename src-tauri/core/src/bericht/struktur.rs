//! The structure of a report as assistive technology reads it: what the pages cannot show.
//!
//! Layout grows this tree while it places texts; every drawn part names the element it belongs to.
//! An element has children or content, never both, so that reading order is the order of the tree
//! and, within one element, the order of drawing. Roles are those of PDF 1.7 (ISO 32000-1, 14.8.4),
//! named for what they mean here.

/// An element, by its number in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Knoten(u32);

impl Knoten {
    /// The document itself.
    pub const WURZEL: Self = Self(0);

    /// Index into [`Baum::elemente`].
    #[must_use]
    pub fn nummer(self) -> usize {
        self.0 as usize
    }
}

/// The tree. Element 0 is the document.
#[derive(Clone, Debug)]
pub struct Baum {
    elemente: Vec<Element>,
}

/// An element.
#[derive(Clone, Debug)]
pub struct Element {
    /// What it is.
    pub rolle: Rolle,
    /// The element it is in; the document is in itself.
    pub eltern: Knoten,
    /// Elements in it, in reading order.
    pub kinder: Vec<Knoten>,
}

/// What an element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rolle {
    /// The whole report.
    Dokument,
    /// A group that belongs together, such as the summary box or a chart with its caption.
    Gruppe,
    /// A heading of level 1 to 3.
    Ueberschrift(u8),
    /// A paragraph.
    Absatz,
    /// A stretch of a paragraph that also has other children.
    Spanne,
    /// A link; its area is where its parts are drawn.
    Verweis {
        /// Where it leads.
        ziel: Ziel,
        /// Says where it leads, for those who do not see the page.
        text: String,
    },
    /// A number or text that leads elsewhere in the report.
    Bezug,
    /// A note at the foot of a page.
    Fussnote,
    /// A list.
    Liste(Zaehlung),
    /// An item of a list.
    Punkt,
    /// Bullet or number of an item or a note.
    Kennung,
    /// Text of an item.
    Punkttext,
    /// Table of contents.
    Verzeichnis,
    /// An entry of it.
    Eintrag,
    /// A table.
    Tabelle,
    /// Its header rows.
    Tabellenkopf,
    /// Its other rows.
    Tabellenkoerper,
    /// A row.
    Zeile,
    /// A cell that names others.
    Kopfzelle {
        /// What it names.
        richtung: Richtung,
        /// Columns and rows it covers.
        umfang: Umfang,
    },
    /// A cell.
    Zelle(Umfang),
    /// Caption of a table or chart.
    Beschriftung,
    /// A picture; its text is read instead of its parts.
    Abbildung {
        /// Alternative text, never empty.
        alternativtext: String,
    },
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ziel {
    /// Outside, by URI.
    Adresse(String),
    /// A heading, by its number in [`super::Zeichnung::lesezeichen`].
    Ueberschrift(usize),
    /// A note, by its number in [`super::Zeichnung::fussnoten`].
    Fussnote(usize),
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zaehlung {
    /// By bullets.
    Punkte,
    /// 1. 2. 3.
    Nummern,
}

/// What a header cell names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Richtung {
    /// The cells below it.
    Spalte,
    /// The cells beside it.
    Zeile,
}

/// Columns and rows a cell covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Umfang {
    /// At least 1.
    pub spalten: usize,
    /// At least 1.
    pub zeilen: usize,
}

impl Umfang {
    /// One column and one row.
    pub const EINS: Self = Self { spalten: 1, zeilen: 1 };
}

impl Default for Baum {
    fn default() -> Self {
        Self {
            elemente: vec![Element { rolle: Rolle::Dokument, eltern: Knoten::WURZEL, kinder: Vec::new() }],
        }
    }
}

impl Baum {
    /// Adds an element behind the others in `eltern`.
    pub(super) fn neu(&mut self, eltern: Knoten, rolle: Rolle) -> Knoten {
        // More than four thousand million elements would not fit into memory.
        let knoten = Knoten(u32::try_from(self.elemente.len()).unwrap_or(u32::MAX));
        self.elemente.push(Element { rolle, eltern, kinder: Vec::new() });
        if let Some(e) = self.elemente.get_mut(eltern.nummer()) {
            e.kinder.push(knoten);
        }
        knoten
    }

    /// All elements; an element stands behind the one it is in.
    #[must_use]
    pub fn elemente(&self) -> &[Element] {
        &self.elemente
    }

    /// An element; the document for a number that is not of this tree.
    #[must_use]
    pub fn element(&self, knoten: Knoten) -> &Element {
        self.elemente.get(knoten.nummer()).unwrap_or(&self.elemente[0])
    }

    /// The nearest element of that kind: the given one or one it is in.
    #[must_use]
    pub fn in_einem(&self, knoten: Knoten, art: impl Fn(&Rolle) -> bool) -> Option<Knoten> {
        let mut k = knoten;
        loop {
            if art(&self.element(k).rolle) {
                return Some(k);
            }
            if k == Knoten::WURZEL {
                return None;
            }
            k = self.element(k).eltern;
        }
    }
}
