//! Tests of the core against real encrypted databases and real files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that fails should stop at once

mod absturz;
mod ausgaben;
mod auswertung;
mod bericht;
mod bindings;
mod bogen;
mod einlesen;
mod feiertage;
mod feststellung;
mod fixture;
mod frist;
mod frist_eigenschaften;
mod gezogen;
mod grundgesamtheit;
mod haus;
mod listen;
mod pruefbericht;
mod pruefung;
mod rechne;
mod rechne_beliebig;
mod rechne_fristen;
mod rechne_geld;
mod rechner;
mod rechte;
mod schema;
mod stichprobe;
mod stichprobe_auswahl;
mod stichprobe_eigenschaften;
mod stichprobe_eigenschaften_geld;
mod stichprobe_geld;
mod stichprobe_tabellen;
mod stichprobe_tabellen_daten;
mod thema;
mod widerspruch;
mod ziehung;
