//! Dated catalogues that all modules share. Pure.

use crate::organisation::Gueltigkeit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Katalog {
    /// Subject areas, the common thread through Fachaufsicht, Widersprüche and Kundenreaktionen.
    Sachgebiet,
    /// Organisational causes; none points at a person.
    Ursache,
}

impl Katalog {
    /// Identifier in storage.
    pub fn name(self) -> &'static str {
        match self {
            Katalog::Sachgebiet => "sachgebiet",
            Katalog::Ursache => "ursache",
        }
    }
}

impl Katalog {
    /// The catalogue of that identifier.
    pub fn aus(name: &str) -> Option<Self> {
        [Katalog::Sachgebiet, Katalog::Ursache].into_iter().find(|k| k.name() == name)
    }
}

/// More causes than these cannot be told apart in practice, and the few show the pattern.
pub const HOECHSTENS_URSACHEN: usize = 6;

/// One entry with its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Katalogeintrag {
    /// UUIDv7.
    pub id: String,
    /// Catalogue.
    pub katalog: Katalog,
    /// Stable short name, the same over all years.
    pub kennung: String,
    /// What people read.
    pub titel: String,
    /// One or two sentences on what belongs here.
    pub erlaeuterung: String,
    /// Dates.
    #[serde(flatten)]
    pub gueltigkeit: Gueltigkeit,
    /// For optimistic locking.
    pub version: i64,
}
