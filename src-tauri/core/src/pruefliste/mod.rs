//! Prüflisten: catalogues of questions, runs in the house, its sites and teams, evidence, and what the answers say. Pure.

mod anhang;
pub mod bericht;
mod durchgang;
mod ergebnis;
mod katalog;
mod planung;
mod unterschied;

pub use anhang::{Anhang, MAX_ANHANG, pruefe_groesse, sicherer_name};
pub use durchgang::*;
pub use ergebnis::*;
pub use katalog::*;
pub use planung::*;
pub use unterschied::*;
