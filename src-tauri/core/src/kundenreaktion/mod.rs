//! Kundenreaktionen: praise, complaints, criticism and suggestions, what may be hidden in them, by when they are
//! answered, and with which words. Pure.
//!
//! A ticket is what was entered ([`Reaktionsinhalt`]) and the list of its steps ([`Reaktionseintrag`]). Its state
//! ([`Reaktionslage`]) is computed from the steps, and its clocks ([`Reaktionsuhr`]) from receipt, pauses, the promises
//! of the house and its holidays. Before the triage no step fits but the triage.

mod angaben;
pub mod auswertung;
pub mod bericht;
mod lage;
mod reaktion;
mod rechtsbehelf;
mod schritt;
mod textbaustein;
mod textbaustein_daten;
mod uebergang;
mod uhr;
mod wortsuche;

pub use angaben::{
    Anliegen, Anliegenart, HOECHSTENS_ANLIEGEN, Kanal, Reaktionsart, Reaktionsinhalt, Reaktionsklar,
};
pub use lage::{
    Beurteilung, Reaktionsergebnis, Reaktionslage, Reaktionsmassnahme, Reaktionsrunde, Reaktionsstand,
    Wartegrund,
};
pub use reaktion::{Kundenreaktion, reaktionsnummer};
pub use rechtsbehelf::{
    Datenschutzhinweis, Rechtsbehelfshinweis, datenschutzhinweise, rechtsbehelfshinweise,
};
pub use schritt::{
    Antwortweg, Reaktionseintrag, Reaktionsschritt, Reaktionsschrittart, Reaktionsurteil, Rueckmeldung,
    Sichtung,
};
pub use textbaustein::{
    Eingesetzt, Platzhalter, Textvorlage, Textzweck, einsetzen, platzhalter_pruefen, textvorlagen,
};
pub use uhr::{
    Eskalationsstufe, Pausengrund, Reaktionspause, Reaktionsregel, Reaktionsuhr, Stufentag, reaktionsuhr,
};
