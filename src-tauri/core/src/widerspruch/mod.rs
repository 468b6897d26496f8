//! Widersprüche, reviews under § 44 SGB X, actions before the social courts and interim relief: what a
//! procedure is, which way it goes, which deadlines follow from it, and how they are confirmed. Pure.
//!
//! A procedure is what was entered ([`Verfahrensangaben`]) and the list of its steps ([`Schritteintrag`]). Its state
//! ([`Verfahrenslage`]) is computed from the steps, so a step can be taken back and everything follows; deadlines are
//! computed from both ([`sollfristen`]).

mod angaben;
pub mod auswertung;
pub mod bericht;
pub mod einlesen;
mod ergebnis;
mod frist;
mod hinweise;
mod kontrolle;
mod lage;
mod schritt;
mod sollfrist;
mod uebergang;
mod verfahren;

pub(crate) use angaben::oder_felder;
pub use angaben::{
    Adressat, AufschiebendeWirkung, Eingangsform, Klarangaben, Verfahrensangaben, Verfahrensart,
};
pub use ergebnis::{BaKategorie, Stattgabegrund, Verfahrensergebnis};
pub(crate) use frist::Wer;
pub use frist::{Berechnung, Ereignis, Fristart, Fristereignis, Friststand, Verfahrensfrist, Warnung};
pub use hinweise::{Briefentwurf, briefe, hinweise};
pub use kontrolle::{Gegenkontrolle, Kontrolle, Uebersteuerung};
pub use lage::{Absendung, Gerichtsentscheidung, Kosten, Ruhe, Verfahrenslage, Verfahrensstand};
pub use schritt::{
    Bescheidergebnis, Gerichtsausgang, Schrittart, Schritteintrag, Stattgabe, Verfahrensschritt, Zuruecknahme,
};
pub use sollfrist::{Sollfrist, sollfristen};
pub(crate) use uebergang::selbst_gezeichnet;
pub use verfahren::{Verfahren, nummer};
