//! SQL of the registers of data protection, one file an aggregate.

mod anfrage;
mod anfrageliste;
mod vorfall;
mod vorfallliste;

pub use anfrageliste::{AnfrageFilter, Anfragesortierung, Anfrageuebersicht, Anfragezeile};
pub use vorfallliste::{VorfallFilter, Vorfallsortierung, Vorfalluebersicht, Vorfallzeile};

/// What a person may see of a register, and which rows of it.
#[derive(Clone, Debug)]
pub struct Registerblatt {
    /// `None`: all; else only what this person entered (user id).
    pub nur_von: Option<String>,
    /// First row, from 0.
    pub ab: u32,
    /// Rows wanted.
    pub anzahl: u32,
}
