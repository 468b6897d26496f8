//! Fachaufsicht: from the theme to the report, one file a step.

pub mod auswertung;
pub mod bogen;
pub mod feststellung;
pub mod grundgesamtheit;
pub mod pruefung;
pub mod thema;
pub mod ziehung;
