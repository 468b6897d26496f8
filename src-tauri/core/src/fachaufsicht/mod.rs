//! Rules of Fachaufsicht. Pure: no SQL, no clock, no randomness.

pub mod auswertung;
pub mod blankobogen;
pub mod bogen;
pub mod doppelpruefung;
pub mod fallnummer;
pub mod feststellung;
pub mod grundgesamtheit;
pub mod hinweis;
pub mod nachschau;
pub mod nachziehung;
pub mod planung;
mod planungsworte;
pub mod pruefbericht;
pub mod pruefung;
pub mod pruefvermerk;
pub mod rueckmeldung;
pub mod thema;
pub mod ziehung;
pub mod ziehungsprotokoll;
pub mod zweistufig;

pub use crate::aufzaehlung::Aufzaehlung;
pub(crate) use crate::aufzaehlung::aufzaehlung;
