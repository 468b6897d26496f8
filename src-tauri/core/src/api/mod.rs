//! The use cases of IKS: two doors, one matrix, and the desk that holds the state between sign-in and
//! sign-out. Carriers (window, command line, HTTP) call nothing else.

mod arbeitsplatz;
mod aufbewahrung;
mod ausgabe;
mod befehl;
mod benutzer;
mod berichte;
mod berichtsart;
mod bindings;
mod datei;
mod datenschutz;
mod fachaufsicht;
mod fortschritt;
mod haus;
mod katalog;
mod korruption;
pub mod kundenreaktion;
mod liste;
pub mod massnahme;
mod organisation;
pub mod protokoll;
pub mod pruefliste;
pub mod pruefprogramm;
mod rechner;
mod rechte;
mod register;
mod registeranfragen;
mod sicherung;
mod tuer;
mod ursachen;
mod widerspruch;
mod zeitraum;

pub use arbeitsplatz::{Arbeitsplatz, EinrichtenAnfrage, Mitzeichnung, Person, Zustand, ZustandArt};
pub use befehl::rufe;
pub use bindings::typescript;
pub use fortschritt::{Fortschritt, FortschrittStand};
pub use rechte::{Umfang, umfang};
pub use register::{Abfrage, Eintrag, Operation};
pub use tuer::{Geaendert, Objekt, aendern, aendern_viele, lesen};

pub(crate) use benutzer::passwort_setzen;
pub(crate) use haus::erstausstattung;
pub(crate) use tuer::vorgang;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Version of the database schema that this program writes.
pub fn schema_version() -> i64 {
    crate::storage::SCHEMA_VERSION
}

/// A request without parameters.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Leer {}

/// One page of a longer list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Seite<T> {
    /// The rows of this page.
    pub zeilen: Vec<T>,
    /// How many rows there are in all.
    pub gesamt: u64,
}

/// Which page of a list.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Blatt {
    /// First row, from 0.
    pub ab: u32,
    /// Rows wanted; at most 500.
    pub anzahl: u32,
}

impl Blatt {
    /// Rows wanted, bounded.
    pub fn anzahl(self) -> u32 {
        self.anzahl.clamp(1, 500)
    }
}
