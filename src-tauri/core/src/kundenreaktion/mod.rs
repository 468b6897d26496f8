//! Kundenreaktionen: praise, complaints, criticism and suggestions, by when they are answered, and with which words.
//! Pure.

mod rechtsbehelf;
mod uhr;
mod wortsuche;

pub use rechtsbehelf::{
    Datenschutzhinweis, Rechtsbehelfshinweis, datenschutzhinweise, rechtsbehelfshinweise,
};
pub use uhr::{
    Eskalationsstufe, Pausengrund, Reaktionspause, Reaktionsregel, Reaktionsuhr, Stufentag, reaktionsuhr,
};
