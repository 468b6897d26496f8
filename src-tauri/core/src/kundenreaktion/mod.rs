//! Kundenreaktionen: praise, complaints, criticism and suggestions, by when they are answered, and with which words.
//! Pure.

pub mod bericht;
mod rechtsbehelf;
mod textbaustein;
mod textbaustein_daten;
mod uhr;
mod wortsuche;

pub use rechtsbehelf::{
    Datenschutzhinweis, Rechtsbehelfshinweis, datenschutzhinweise, rechtsbehelfshinweise,
};
pub use textbaustein::{
    Eingesetzt, Platzhalter, Textvorlage, Textzweck, einsetzen, platzhalter_pruefen, textvorlagen,
};
pub use uhr::{
    Eskalationsstufe, Pausengrund, Reaktionspause, Reaktionsregel, Reaktionsuhr, Stufentag, reaktionsuhr,
};
