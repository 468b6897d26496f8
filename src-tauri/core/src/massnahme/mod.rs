//! Maßnahmen: one register for the whole application. What changes, who sees to it, by when, and whether it
//! helped. Pure.
//!
//! A measure is what was entered ([`Massnahmeninhalt`]) and the list of its steps ([`Massnahmeneintrag`]); its
//! state ([`Massnahmenlage`]) is computed from them. "Wirkung belegt" is no one's word: it follows from a later
//! check on the same item ([`Wirkungsnachweis`]).

mod angaben;
pub mod bericht;
mod lage;
mod register;
mod schritt;
mod uebergang;
mod vorschlag;
mod wirkung;

pub use angaben::{Herkunft, Herkunftsart, Massnahmenart, Massnahmeninhalt};
pub use lage::{Massnahmenlage, Massnahmenstand, Verschiebung};
pub use register::{Massnahme, massnahmennummer};
pub use schritt::{Massnahmeneintrag, Massnahmenschritt, Massnahmenschrittart};
pub use vorschlag::{EINLAUFMONATE, HOECHSTER_UMFANG, Wirkungsumfang, Wirkungsvorschlag, wirkungstag};
pub use wirkung::{Frageantwort, Merkmalsergebnis, Wirkung, Wirkungsnachweis};
