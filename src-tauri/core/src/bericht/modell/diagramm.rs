//! Charts.

use super::Alternativtext;

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
    /// Rates with their intervals, from left to right.
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

/// A rate with its interval, if it has one.
#[derive(Clone, Debug)]
pub struct Messpunkt {
    /// Label below.
    pub name: String,
    /// Rate.
    pub wert: f64,
    /// Lower and upper end of the interval; none for a full count.
    pub intervall: Option<(f64, f64)>,
    /// Numbers below the label, for instance "3 von 60".
    pub text: String,
}
