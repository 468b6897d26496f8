//! SQL of Fachaufsicht, one file an aggregate.

mod einheit;
mod grundgesamtheit;
mod ziehung;

pub use einheit::{EinheitZeile, NeueEinheit};
pub use grundgesamtheit::{Ausschluss, Ausschlusszeile, Grundgesamtheit, Importprofil, Profilinhalt};
pub use ziehung::{AndereZiehung, NeuerPrueffall, Pruefungsrahmen, Ziehung, Ziehungseinheit};
