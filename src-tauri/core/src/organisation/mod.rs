//! Sites, areas and teams with their dates; what the reports of the house carry. Pure.

mod berichte;

pub use berichte::{Berichtseinstellungen, Logodatei};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From when to when something applies; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Gueltigkeit {
    /// First day.
    #[ts(type = "string")]
    pub gueltig_ab: NaiveDate,
    /// Last day.
    #[ts(type = "string | null")]
    pub gueltig_bis: Option<NaiveDate>,
}

impl Gueltigkeit {
    /// Whether it applies on that day.
    pub fn gilt_am(&self, tag: NaiveDate) -> bool {
        self.gueltig_ab <= tag && self.gueltig_bis.is_none_or(|bis| tag <= bis)
    }
}

/// A site of the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Standort {
    /// UUIDv7.
    pub id: String,
    /// Name.
    pub name: String,
    /// Dates.
    #[serde(flatten)]
    pub gueltigkeit: Gueltigkeit,
    /// For optimistic locking.
    pub version: i64,
}

/// An area (Leistungsgewährung, Markt und Integration …).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Bereich {
    /// UUIDv7.
    pub id: String,
    /// Name.
    pub name: String,
    /// Dates.
    #[serde(flatten)]
    pub gueltigkeit: Gueltigkeit,
    /// For optimistic locking.
    pub version: i64,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Team {
    /// UUIDv7.
    pub id: String,
    /// Name as in the lists of the specialist applications.
    pub name: String,
    /// Area it belongs to.
    pub bereich_id: String,
    /// Site it sits at.
    pub standort_id: String,
    /// Fewer than five employees: results are merged into the area, so that nobody can be singled out.
    pub unter_fuenf: bool,
    /// Dates.
    #[serde(flatten)]
    pub gueltigkeit: Gueltigkeit,
    /// For optimistic locking.
    pub version: i64,
}

/// One of the sixteen Länder, by its usual code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[allow(missing_docs)] // the codes of the Länder speak for themselves
pub enum Land {
    BW,
    BY,
    BE,
    BB,
    HB,
    HH,
    HE,
    MV,
    NI,
    NW,
    RP,
    SL,
    SN,
    ST,
    SH,
    TH,
}

impl Land {
    /// All of them, in the order of their codes' usual list.
    pub const ALLE: [Land; 16] = [
        Land::BW,
        Land::BY,
        Land::BE,
        Land::BB,
        Land::HB,
        Land::HH,
        Land::HE,
        Land::MV,
        Land::NI,
        Land::NW,
        Land::RP,
        Land::SL,
        Land::SN,
        Land::ST,
        Land::SH,
        Land::TH,
    ];

    /// The Land of that code.
    pub fn aus(kennung: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|land| format!("{land:?}") == kennung)
    }

    /// Its German name, as it stands in a printed sentence ("in Thüringen").
    pub fn name(self) -> &'static str {
        match self {
            Land::BW => "Baden-Württemberg",
            Land::BY => "Bayern",
            Land::BE => "Berlin",
            Land::BB => "Brandenburg",
            Land::HB => "Bremen",
            Land::HH => "Hamburg",
            Land::HE => "Hessen",
            Land::MV => "Mecklenburg-Vorpommern",
            Land::NI => "Niedersachsen",
            Land::NW => "Nordrhein-Westfalen",
            Land::RP => "Rheinland-Pfalz",
            Land::SL => "Saarland",
            Land::SN => "Sachsen",
            Land::ST => "Sachsen-Anhalt",
            Land::SH => "Schleswig-Holstein",
            Land::TH => "Thüringen",
        }
    }
}

/// Holidays of the municipality beyond those of the Land, and one-off free days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct OrtsFeiertage {
    /// Fronleichnam (TH, SN: only in some municipalities).
    pub fronleichnam: bool,
    /// Mariä Himmelfahrt (BY: predominantly catholic municipalities).
    pub mariae_himmelfahrt: bool,
    /// Augsburger Friedensfest (city of Augsburg).
    pub friedensfest: bool,
    /// One-off statutory days.
    #[ts(type = "string[]")]
    pub weitere: Vec<NaiveDate>,
}

/// Settings of the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hausdaten {
    /// Name, printed on every report.
    pub name: String,
    /// Land whose holidays count.
    pub land: Land,
    /// Municipal holidays.
    pub feiertage: OrtsFeiertage,
    /// Minutes without input until the window locks.
    pub sperre_minuten: u8,
    /// Demo data, clearly marked everywhere.
    pub demo: bool,
    /// For optimistic locking.
    pub version: i64,
}
