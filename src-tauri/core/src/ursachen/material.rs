//! What storage counts: few rows, however many records.

use super::Quartal;
use crate::aufzaehlung::aufzaehlung;
use crate::katalog::Katalog;
use std::collections::BTreeMap;

aufzaehlung! {
    /// Where figures come from. They are never added: each counts something else.
    Ursachenquelle {
        /// Anliegen in Kundenreaktionen.
        Kundenreaktion = "kundenreaktion", "Kundenreaktionen";
        /// Settled Widersprüche.
        Widerspruch = "widerspruch", "Widersprüche";
        /// Finished checks of a random sample or of all units.
        Zufallspruefung = "zufallspruefung", "Fachaufsicht (Zufallsauswahl und Vollprüfung)";
        /// Finished checks of hand-picked units; their rate says nothing about the whole.
        BewusstePruefung = "bewusste_pruefung", "Fachaufsicht (bewusste Auswahl)";
    }
}

/// Records with everything alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ursachenzahl {
    /// Source.
    pub quelle: Ursachenquelle,
    /// Quarter of the answer, of the decision, of the end of the check.
    pub quartal: Quartal,
    /// Kennung; empty: none.
    pub sachgebiet: String,
    /// Kennung; empty: none. Only the numerator has one.
    pub ursache: String,
    /// Justified Anliegen, successful Widersprüche, Feststellungen.
    pub zaehler: u64,
    /// Judged Anliegen, settled Widersprüche, checked cases.
    pub nenner: u64,
    /// All Anliegen; as the denominator for the other sources.
    pub alle: u64,
}

/// When a Sachgebiet was checked last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetztePruefung {
    /// Kennung.
    pub sachgebiet: String,
    /// End of the last finished check, UTC.
    pub zuletzt: Option<String>,
    /// A check is planned or under way.
    pub laeuft: bool,
}

/// How far a person sees a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Ursachensicht {
    /// Not at all.
    Keine,
    /// Her teams.
    Teams,
    /// Her area.
    Bereich,
    /// The whole house.
    Haus,
}

impl Ursachensicht {
    /// Whose figures these are, in a bracket.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Keine | Self::Haus => "Haus",
            Self::Bereich => "Bereich",
            Self::Teams => "eigene Teams",
        }
    }
}

/// The material of a comparison, each source within the sight of a person.
#[derive(Clone, Debug)]
pub struct Material {
    /// First quarter.
    pub von: Quartal,
    /// Last quarter.
    pub bis: Quartal,
    /// How far each source is seen, in the order of [`Ursachenquelle`].
    pub sicht: [Ursachensicht; 4],
    /// The only team that is seen is too small to be shown alone.
    pub kleines_team: bool,
    /// Counts.
    pub zahlen: Vec<Ursachenzahl>,
    /// Checks by Sachgebiet, over all years.
    pub pruefungen: Vec<LetztePruefung>,
    /// Titles of the catalogues.
    pub katalog: BTreeMap<(Katalog, String), String>,
}

impl Material {
    pub(super) fn titel(&self, katalog: Katalog, kennung: &str) -> String {
        match (katalog, kennung) {
            (Katalog::Sachgebiet, "") => "ohne Sachgebiet".to_owned(),
            (Katalog::Ursache, "") => "keine festgestellt".to_owned(),
            _ => self
                .katalog
                .get(&(katalog, kennung.to_owned()))
                .cloned()
                .unwrap_or_else(|| kennung.to_owned()),
        }
    }
}
