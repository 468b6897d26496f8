//! Rules of Fachaufsicht. Pure: no SQL, no clock, no randomness.

pub mod grundgesamtheit;
pub mod nachziehung;
pub mod ziehung;
pub mod ziehungsprotokoll;
