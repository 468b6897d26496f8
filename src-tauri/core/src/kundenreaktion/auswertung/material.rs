//! What storage hands over: one row a ticket, without any text.

use crate::kleingruppen::Teamangabe;
use crate::kundenreaktion::{
    Anliegen, Kanal, Reaktionsart, Reaktionsergebnis, Reaktionsurteil, Rueckmeldung,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The material of an evaluation, within the sight of a person.
#[derive(Clone, Debug)]
pub struct Reaktionsmaterial {
    /// First day.
    pub von: NaiveDate,
    /// Last day.
    pub bis: NaiveDate,
    /// The day on which it is decided what is overdue.
    pub stand: NaiveDate,
    /// All tickets that came in until the last day and were not closed before period and trend.
    pub reaktionen: Vec<Reaktionszahl>,
    /// Teams with their areas.
    pub teams: Vec<Teamangabe>,
    /// Ids of the teams that get a row; `None`: all.
    pub eigene_teams: Option<BTreeSet<String>>,
    /// German titles of catalogue entries by kennung.
    pub katalog: BTreeMap<String, String>,
}

/// A ticket as far as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaktionszahl {
    /// Kind.
    pub art: Reaktionsart,
    /// Channel.
    pub kanal: Kanal,
    /// Receipt.
    pub eingang: NaiveDate,
    /// Last day for the confirmation.
    pub bestaetigung_bis: Option<NaiveDate>,
    /// Receipt confirmed.
    pub bestaetigt_am: Option<NaiveDate>,
    /// Last day for the answer; none while the clock rests.
    pub antwort_bis: Option<NaiveDate>,
    /// The day that stopped the clock.
    pub beantwortet_am: Option<NaiveDate>,
    /// Days that did not count.
    pub pausentage: u32,
    /// A pause was entered after it had moved a day that had passed.
    pub nachgetragen: bool,
    /// How it ended.
    pub ergebnis: Option<Reaktionsergebnis>,
    /// Judgement that two agreed on.
    pub urteil: Option<Reaktionsurteil>,
    /// Keyed pseudonym; none: anonymous.
    pub pseudonym: Option<String>,
    /// A procedure was found in it.
    pub rechtsbehelf: bool,
    /// Measures derived from it.
    pub massnahmen: u32,
    /// Whether it helped.
    pub rueckmeldung: Option<Rueckmeldung>,
    /// Closed.
    pub abschluss_am: Option<NaiveDate>,
    /// Up to three.
    pub anliegen: Vec<Anliegen>,
}
