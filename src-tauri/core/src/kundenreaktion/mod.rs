//! Kundenreaktionen: praise, complaints, criticism and suggestions, by when they are answered, and with which words.
//! Pure.

mod uhr;

pub use uhr::{
    Eskalationsstufe, Pausengrund, Reaktionspause, Reaktionsregel, Reaktionsuhr, Stufentag, reaktionsuhr,
};
