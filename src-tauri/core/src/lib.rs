//! The core of IKS: domain rules, use cases, storage. It knows no window, no clock and no randomness.
//!
//! Start reading at [`api`]: the two doors and the lists of operations and queries behind them.

#![deny(missing_docs)]

pub mod api;
pub mod audit;
pub mod aufbewahrung;
pub mod aufzaehlung;
pub mod benutzer;
pub mod bericht;
pub mod datenschutz;
pub mod demo;
pub mod einlesen;
pub mod fachaufsicht;
pub mod fehler;
mod feldpruefung;
pub mod freitext;
pub mod frist;
pub mod haus;
pub mod katalog;
mod kleingruppen;
pub mod korruption;
pub mod kundenreaktion;
pub mod listenausgabe;
pub mod massnahme;
pub mod organisation;
pub mod pruefliste;
pub mod pruefprogramm;
pub mod rechne;
pub mod schrittfolge;
pub mod stichprobe;
mod storage;
pub mod umgebung;
pub mod ursachen;
pub mod vollzaehlung;
pub mod widerspruch;
