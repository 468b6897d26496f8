//! Rules of Fachaufsicht. Pure: no SQL, no clock, no randomness.

pub mod auswertung;
