//! What an evaluation starts from: what was fixed before the draw, the drawn units, their deviations.

use crate::fachaufsicht::feststellung::{Schwere, Wirkung};
use crate::fachaufsicht::pruefung::{Auswahl, Fehlerdefinition};
use crate::stichprobe::Dezimal;

/// What was fixed before the draw.
#[derive(Clone, Debug)]
pub struct Grundlage {
    /// How the units were selected.
    pub auswahl: Auswahl,
    /// What counts as an error.
    pub fehlerdefinition: Fehlerdefinition,
    /// Whether the answer "teilweise" counts.
    pub teilweise_zaehlt: bool,
    /// Tolerable rate.
    pub ziel: Option<Dezimal>,
    /// Confidence.
    pub konfidenz: Dezimal,
    /// Whether the draw was stratified by team.
    pub geschichtet: bool,
    /// Sizes of the strata after exclusions; one entry for a simple draw.
    pub schichten: Vec<Schichtgroesse>,
    /// Dative plural of what was drawn ("Akten", "Bescheiden").
    pub einheiten: String,
    /// Decisive items: "nicht prüfbar" leaves the unit unresolved.
    pub entscheidend: Vec<String>,
    /// An extension was drawn without a rule fixed beforehand (`stichprobe.md` 7).
    pub erweiterung_ohne_regel: bool,
    /// What was fixed before the draw on extending it.
    pub regel: Option<Erweiterungsregel>,
    /// No draw is still to come, and the check is closed.
    pub abgeschlossen: bool,
}

/// A rule on extending the draw, fixed before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erweiterungsregel {
    /// As it stands in the plan.
    pub text: String,
    /// Units were drawn by it.
    pub angewandt: bool,
    /// Units of each stage, if it is the rule of two stages of the planner and the draws followed it.
    pub je_stufe: Option<u64>,
}

/// A stratum of the population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schichtgroesse {
    /// Name as in the draw.
    pub name: String,
    /// N after exclusions.
    pub anzahl: u64,
}

/// State of a drawn unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallstand {
    /// Not yet checked, or returned to the checker.
    Offen,
    /// Checked; perhaps confirmed.
    Geprueft,
    /// Missing file or the like.
    NichtPruefbar,
}

/// A drawn unit.
#[derive(Clone, Debug)]
pub struct Fall {
    /// Key: position over all draws of the check.
    pub position: i64,
    /// Stratum as in the draw.
    pub schicht: String,
    /// Team, if the population named one.
    pub team: Option<String>,
    /// State.
    pub stand: Fallstand,
    /// Amount of the unit in cents.
    pub betrag_cent: Option<i64>,
}

/// An answer that is not a plain yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abweichungsart {
    /// "nein".
    Nein,
    /// "teilweise".
    Teilweise,
    /// "nicht prüfbar".
    NichtPruefbar,
}

/// An answer "nein", "teilweise" or "nicht prüfbar", with its Feststellung.
#[derive(Clone, Debug)]
pub struct Abweichung {
    /// Unit.
    pub position: i64,
    /// Item.
    pub merkmal: String,
    /// Answer.
    pub art: Abweichungsart,
    /// The Feststellung, once entered.
    pub feststellung: Option<Kern>,
}

/// What the evaluation needs of a Feststellung.
#[derive(Clone, Debug)]
pub struct Kern {
    /// Withdrawn by a decision: counts nowhere.
    pub zurueckgenommen: bool,
    /// Neither acknowledged nor decided yet; may still change the result.
    pub ungeklaert: bool,
    /// Severity.
    pub schwere: Schwere,
    /// Effect.
    pub wirkung: Wirkung,
    /// Share of the Bund, cents, once or a month.
    pub bund_cent: i64,
    /// Share of the Kommune, cents, once or a month.
    pub kommune_cent: i64,
    /// The amounts are per month.
    pub monatlich: bool,
    /// Calendar months that the period touches, if one was given.
    pub monate: Option<i64>,
    /// Catalogue entry.
    pub sachgebiet: String,
    /// Catalogue entry.
    pub ursache: String,
}

/// Answers to one item over the checked units of one team.
#[derive(Clone, Debug)]
pub struct Merkmalszahl {
    /// Id of the item.
    pub merkmal: String,
    /// Team of the units, if the population named one.
    pub team: Option<String>,
    /// Answers.
    pub ja: u64,
    /// Answers.
    pub nein: u64,
    /// Answers.
    pub teilweise: u64,
    /// Answers.
    pub nicht_anwendbar: u64,
    /// Answers.
    pub nicht_pruefbar: u64,
    /// Those of `nein` whose Feststellung was withdrawn.
    pub nein_zurueckgenommen: u64,
    /// Those of `teilweise` whose Feststellung was withdrawn.
    pub teilweise_zurueckgenommen: u64,
}
