//! SQL of the Prüfprogramm, one file an aggregate.

mod ausfall;
mod programm;
mod pruefung;
mod risiko;

pub use ausfall::Programmausfall;
pub use programm::Programmkopf;
pub use pruefung::{AufgegebenePruefung, Programmpruefung, Teamstand};
