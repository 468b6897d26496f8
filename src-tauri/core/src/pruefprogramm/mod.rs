//! Prüfprogramm: which theme is checked in which team in which month of a year, and what became of it. Pure.
//!
//! A programme has Fassungen. One is agreed with the Datenschutz, presented by one person and released by another; a
//! change in the middle of the year is the next Fassung. Each theme of a month becomes one check over all its teams,
//! so that one import draws for all of them.

mod auswertung;
pub mod bericht;
mod plan;
mod schichtliste;
mod stand;
mod verlauf;
mod vorschlag;

pub use auswertung::{Jahresauswertung, Jahresmaterial, Monatsfaelle, jahresauswertung};
pub use plan::{
    MONATE, Programm, Programminhalt, Programmschritt, Programmstand, Programmzeile, Pruefende, Vorgabe,
    Wirkungspruefung, Zeilenschluessel, Zeilenteam, monatsgrenzen, programmnummer, pruefmonat_ab,
};
pub use schichtliste::{Schichtzeile, rechenanfragen, schichtzeilen};
pub use stand::{Monatsstand, Monatszelle, Zellenlage, zelle};
pub use verlauf::{Jahrespunkt, Jahresverlauf, Punktwerte, Verlaufsjahr, Verlaufsreihe, verlauf};
pub use vorschlag::{Arbeitsaufwand, Aufwandsantwort, Risikoangaben, Teamvorschlag, aufwand, verteile};
