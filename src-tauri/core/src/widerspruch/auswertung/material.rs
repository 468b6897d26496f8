//! What storage counts: few rows, however many procedures.

use crate::kleingruppen::Teamangabe;
use crate::widerspruch::{Stattgabegrund, Verfahrensart, Verfahrensergebnis};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The material of an evaluation, within the sight of a person.
#[derive(Clone, Debug)]
pub struct Material {
    /// First day.
    pub von: NaiveDate,
    /// Last day.
    pub bis: NaiveDate,
    /// Open before the first day.
    pub bestand_vorher: BTreeMap<Verfahrensart, u64>,
    /// Came in.
    pub zugang: Vec<Monatszahl>,
    /// Went out.
    pub abgang: Vec<Monatszahl>,
    /// What went out, by everything that is looked at.
    pub entscheidungen: Vec<Entscheidungszahl>,
    /// How long what went out had taken.
    pub dauern: Vec<Dauerzahl>,
    /// Teams with their areas.
    pub teams: Vec<Teamangabe>,
    /// German titles of catalogue entries by kennung.
    pub katalog: BTreeMap<String, String>,
}

/// Procedures of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monatszahl {
    /// Kind.
    pub art: Verfahrensart,
    /// `2026-11`.
    pub monat: String,
    /// How many.
    pub anzahl: u64,
}

/// Decided procedures with everything alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entscheidungszahl {
    /// Kind.
    pub art: Verfahrensart,
    /// Result.
    pub ergebnis: Verfahrensergebnis,
    /// Kennung of the catalogue.
    pub sachgebiet: String,
    /// Team; empty: none.
    pub team: String,
    /// Why it succeeded.
    pub grund: Option<Stattgabegrund>,
    /// Kennung of the organisational cause; empty: none.
    pub ursache: String,
    /// How many.
    pub anzahl: u64,
    /// Of these with a waiting period (§ 88 SGG).
    pub mit_wartefrist: u64,
    /// Of these decided on or before its end.
    pub fristgerecht: u64,
    /// With an amount of costs above zero.
    pub mit_kosten: u64,
    /// Sum of the amounts, in cents.
    pub kosten_cent: i64,
}

/// Decided procedures that took that many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dauerzahl {
    /// Kind.
    pub art: Verfahrensart,
    /// Days from receipt to decision.
    pub tage: u32,
    /// How many.
    pub anzahl: u64,
}
