//! A list that leaves the house, before it has a format: title, what was filtered, typed columns, rows. Pure.
//!
//! A module describes each list once by its [`Plan`]s, next to its storage rows; the writers for CSV, XLSX
//! and PDF know no module. Everything a reader needs to judge the list travels with it ([`Angaben`]): which
//! filter, how many rows, which columns were left out, and which head of the chain it belongs to.

use crate::stichprobe::zahl;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

/// Kind of a column; decides alignment, width and how a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zellart {
    /// A word or a number that nobody adds up (`FA-2026-001`).
    Text,
    /// Running text of any length.
    Langtext,
    /// A whole number.
    Zahl,
    /// A calendar day.
    Datum,
    /// A moment in Germany, to the minute.
    Zeitpunkt,
    /// Euro.
    Betrag,
    /// A share.
    Prozent,
}

impl Zellart {
    /// Numbers stand on the right.
    pub fn ist_zahl(self) -> bool {
        matches!(self, Self::Zahl | Self::Betrag | Self::Prozent)
    }
}

/// One cell. A cell that does not fit the kind of its column is written as what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Zelle {
    /// Nothing is known, or it does not apply.
    Leer,
    /// Text.
    Text(String),
    /// Whole number, at most 2^53.
    Zahl(i64),
    /// Day.
    Datum(NaiveDate),
    /// Moment by the clock of Germany.
    Zeitpunkt(NaiveDateTime),
    /// Cents, negative where money goes back.
    Betrag(i64),
    /// Share from 0 to 1.
    Prozent(f64),
}

impl From<&str> for Zelle {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Leer } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Zelle {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<NaiveDate> for Zelle {
    fn from(tag: NaiveDate) -> Self {
        Self::Datum(tag)
    }
}

impl From<u64> for Zelle {
    fn from(n: u64) -> Self {
        Self::Zahl(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Zelle {
    fn from(n: i64) -> Self {
        Self::Zahl(n)
    }
}

impl<T: Into<Zelle>> From<Option<T>> for Zelle {
    fn from(wert: Option<T>) -> Self {
        wert.map_or(Self::Leer, Into::into)
    }
}

/// How one column of a list comes from a row `T`.
pub struct Plan<T> {
    /// What the window calls the column; several plans may share a name and are chosen together.
    pub name: &'static str,
    /// Header; unique within a list.
    pub titel: &'static str,
    /// Kind.
    pub art: Zellart,
    /// The cell.
    pub wert: fn(&T) -> Zelle,
}

/// A column of a list that is about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listenspalte {
    /// Header.
    pub titel: &'static str,
    /// Kind.
    pub art: Zellart,
}

/// A list that is about to be written.
#[derive(Clone, Debug)]
pub struct Liste {
    /// What it is a list of, e.g. `Prüfungen`.
    pub titel: String,
    /// Columns in the order of the plan.
    pub spalten: Vec<Listenspalte>,
    /// Rows; each has as many cells as there are columns.
    pub zeilen: Vec<Vec<Zelle>>,
    /// What stands beside it.
    pub angaben: Angaben,
}

/// What a reader needs to judge a list.
#[derive(Clone, Debug)]
pub struct Angaben {
    /// Name of the house.
    pub haus: String,
    /// How far the exporting person sees, in words.
    pub umfang: String,
    /// The filters as a sentence, see [`filtersatz`].
    pub filter: String,
    /// Titles of the columns that were left out.
    pub weggelassen: Vec<&'static str>,
    /// Moment of the export.
    pub erstellt: DateTime<FixedOffset>,
    /// Head of the chain, hexadecimal.
    pub kopf: String,
}

impl Angaben {
    /// Names and values as every format prints them.
    pub fn paare(&self, titel: &str, zeilen: usize) -> Vec<(&'static str, String)> {
        let mut paare = vec![
            ("Liste", titel.to_owned()),
            ("Haus", self.haus.clone()),
            ("Filter", self.filter.clone()),
            ("Sichtbereich", self.umfang.clone()),
            ("Anzahl Zeilen", zahl(zeilen as u64)),
        ];
        if !self.weggelassen.is_empty() {
            paare.push(("Weggelassene Spalten", self.weggelassen.join(", ")));
        }
        paare.push(("Ausgegeben am", self.erstellt.format("%d.%m.%Y, %H:%M Uhr").to_string()));
        paare.push(("Kopf der Kette", self.kopf.clone()));
        paare
    }
}

/// The columns of a plan that were chosen.
pub struct Spaltenwahl<'a, T> {
    /// Chosen ones in the order of the plan.
    pub gewaehlt: Vec<&'a Plan<T>>,
    /// Titles of the others.
    pub weggelassen: Vec<&'static str>,
}

/// Chooses columns by the names that the window uses; none means all.
///
/// # Errors
/// The first name that the plan does not know.
pub fn waehle<'a, T>(plan: &'a [Plan<T>], namen: &[String]) -> Result<Spaltenwahl<'a, T>, String> {
    if let Some(fremd) = namen.iter().find(|n| !plan.iter().any(|p| p.name == n.as_str())) {
        return Err(fremd.clone());
    }
    let (gewaehlt, rest): (Vec<&Plan<T>>, Vec<&Plan<T>>) =
        plan.iter().partition(|p| namen.is_empty() || namen.iter().any(|n| n == p.name));
    Ok(Spaltenwahl { gewaehlt, weggelassen: rest.into_iter().map(|p| p.titel).collect() })
}

/// The filters that are set as a sentence: `Stand: gezogen · Jahr: 2026`.
pub fn filtersatz(filter: &[(&str, Option<String>)]) -> String {
    let teile: Vec<String> = filter
        .iter()
        .filter_map(|(name, wert)| Some((name, wert.as_deref()?.trim())))
        .filter(|(_, wert)| !wert.is_empty())
        .map(|(name, wert)| format!("{name}: {wert}"))
        .collect();
    if teile.is_empty() { "kein Filter gesetzt".to_owned() } else { teile.join(" · ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> [Plan<i64>; 3] {
        let p = |name, titel| Plan { name, titel, art: Zellart::Zahl, wert: |n: &i64| Zelle::Zahl(*n) };
        [p("a", "A"), p("zeit", "von"), p("zeit", "bis")]
    }

    #[test]
    fn wahl_haelt_die_ordnung_des_plans_und_nennt_was_fehlt() {
        let plan = plan();
        let titel = |namen: &[&str]| {
            let namen: Vec<String> = namen.iter().map(|n| (*n).to_owned()).collect();
            waehle(&plan, &namen)
                .map(|w| (w.gewaehlt.iter().map(|p| p.titel).collect::<Vec<_>>(), w.weggelassen))
        };
        assert_eq!(titel(&[]), Ok((vec!["A", "von", "bis"], vec![])));
        assert_eq!(titel(&["zeit"]), Ok((vec!["von", "bis"], vec!["A"])));
        assert_eq!(titel(&["zeit", "a"]), Ok((vec!["A", "von", "bis"], vec![])));
        assert_eq!(titel(&["a", "b"]), Err("b".to_owned()));
    }

    #[test]
    fn filtersatz_nennt_nur_was_gesetzt_ist() {
        assert_eq!(filtersatz(&[("Stand", None), ("Suche", Some("  ".into()))]), "kein Filter gesetzt");
        assert_eq!(
            filtersatz(&[("Stand", Some("gezogen".into())), ("Team", None), ("Jahr", Some("2026".into()))]),
            "Stand: gezogen · Jahr: 2026"
        );
    }
}
