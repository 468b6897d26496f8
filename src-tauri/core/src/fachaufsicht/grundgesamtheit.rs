//! The population of a check: what is kept about its strata and teams, and a first guess of the mapping.

use crate::einlesen::{Anzeigespalte, Auswahleinheit, Leseoptionen, Spaltenart, Vorschau, Zuordnung};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the draw calls units whose list names no team.
pub const OHNE_TEAM: &str = "ohne Team";
/// Reason in the record of a population: the Prüfprogramm leaves that team out in this month.
pub const ANDERES_TEAM: &str = "Team in diesem Monat nicht vorgesehen";
/// Reason in the record of a population of a Prüfprogramm.
pub const TEAM_UNBEKANNT: &str = "Team unbekannt oder leer";
/// Most different teams of a list; beyond it, the column holds something else.
pub const MAX_TEAMS: usize = 200;
/// Most combinations of free strata.
pub const MAX_SCHICHTEN: usize = 1_000;

/// How a file was read: a second reading of the same file must give the same units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Leseweise {
    /// Reading options.
    pub optionen: Leseoptionen,
    /// Mapping.
    pub zuordnung: Zuordnung,
}

/// A team as the list writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Teamzeile {
    /// Text in the list, or [`OHNE_TEAM`].
    pub name: String,
    /// Team of the check with that name.
    pub team_id: Option<String>,
    /// Stratum of the draw; set when the population is sealed.
    pub schicht: String,
    /// Units.
    pub anzahl: u64,
}

/// A combination of free strata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Schichtzeile {
    /// Values joined by " / ".
    pub name: String,
    /// Units.
    pub anzahl: u64,
}

/// A line of the list that was not taken, or taken with a warning. Holds no cell value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Zeilenbefund {
    /// Line in the file.
    pub zeile: u64,
    /// Rejected; else taken with a warning.
    pub abgelehnt: bool,
    /// German sentence.
    pub text: String,
}

/// A mapping that fits most lists of the specialist applications, for the first look of a person. None if
/// no column looks like a number.
pub fn vorschlag(vorschau: &Vorschau, einheit: Auswahleinheit) -> Option<Zuordnung> {
    let klein = |name: &str| name.to_lowercase();
    let mit =
        |wort: &str| vorschau.spalten.iter().find(|s| klein(&s.name).contains(wort)).map(|s| s.name.clone());
    let nummern: Vec<&String> =
        vorschau.spalten.iter().filter(|s| s.art == Spaltenart::Nummer).map(|s| &s.name).collect();
    let nummer =
        nummern.iter().find(|n| klein(n).contains("bg")).or(nummern.first()).map(|n| (*n).clone())?;
    let schluessel = match einheit {
        Auswahleinheit::Fall => Vec::new(),
        _ => nummern.iter().filter(|n| ***n != nummer).take(1).map(|n| (*n).clone()).collect(),
    };
    let team = mit("team").filter(|t| *t != nummer);
    let betrag = vorschau.spalten.iter().find(|s| s.art == Spaltenart::Betrag).map(|s| s.name.clone());
    let anzeige = vorschau
        .spalten
        .iter()
        .filter(|s| matches!(s.art, Spaltenart::Text | Spaltenart::Datum))
        .filter(|s| Some(&s.name) != team.as_ref() && klein(&s.name).contains("bescheid"))
        .map(|s| Anzeigespalte { spalte: s.name.clone(), titel: s.name.clone() })
        .collect();
    Some(Zuordnung {
        auswahleinheit: einheit,
        nummer,
        schluessel,
        team,
        betrag,
        datum: None,
        schichten: Vec::new(),
        anzeige,
    })
}
