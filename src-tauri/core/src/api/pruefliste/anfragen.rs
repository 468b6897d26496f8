//! Requests of Prüflisten.

use crate::api::Blatt;
use crate::api::liste::Listenziel;
use crate::pruefliste::{Durchgangsrahmen, Listenantwort};
use crate::storage::{DurchgangFilter, Durchgangssortierung};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Plans a run.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgangAnlegen {
    /// Catalogue; its newest released version is taken.
    pub katalog_id: String,
    /// Where and when.
    pub rahmen: Durchgangsrahmen,
    /// Every question, also those whose interval has not passed.
    pub alle_fragen: bool,
}

/// Plans several runs at once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgaengePlanen {
    /// 1 to 100.
    pub durchgaenge: Vec<DurchgangAnlegen>,
}

/// Changes where and when, as long as nothing was presented; unit and catalogue stay.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgangAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Where and when.
    pub rahmen: Durchgangsrahmen,
}

/// Saves one answer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FrageBeantworten {
    /// Run.
    pub id: String,
    /// Kennung of the question.
    pub frage: String,
    /// Answer; none takes it back.
    pub wert: Option<Listenantwort>,
    /// Why, or what is to be seen; at most 2,000 characters.
    pub bemerkung: String,
    /// Expected version of this answer; 0 for the first.
    pub version: i64,
}

/// Adds evidence to a question.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NachweisAnlegen {
    /// Run.
    pub durchgang_id: String,
    /// Kennung of the question.
    pub frage: String,
    /// What it is and where it lies.
    pub bezeichnung: String,
    /// Day of the evidence itself.
    #[ts(type = "string")]
    pub datum: NaiveDate,
    /// Path of a file to attach, up to 25 MB; none: only where it is to be found.
    pub datei: Option<String>,
}

/// Withdraws evidence; the row stays with the reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NachweisEntfernen {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why.
    pub grund: String,
}

/// Destroys an attached file for good; two persons sign it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnhangVernichten {
    /// Evidence.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why.
    pub grund: String,
}

/// Writes an attached file to a place outside the house.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnhangSpeichern {
    /// Evidence that it belongs to.
    pub nachweis_id: String,
    /// Path with the ending of the attached file.
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
}

/// Which run, in which version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgangBezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// A step that needs a reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgangBegruendet {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why; 5 to 500 characters.
    pub grund: String,
}

/// The list of runs.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgaengeListe {
    /// What to leave out.
    pub filter: DurchgangFilter,
    /// Column.
    pub sortierung: Durchgangssortierung,
    /// Descending.
    pub absteigend: bool,
    /// Which page.
    pub blatt: Blatt,
}

/// The list of runs as a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgaengeExportieren {
    /// Filter and order; its page does not count.
    pub liste: DurchgaengeListe,
    /// Where to.
    pub ausgabe: Listenziel,
}

/// Which run.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DurchgangLesen {
    /// Id.
    pub id: String,
}

/// Which runs are due until a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanvorschlagLesen {
    /// Last day of the plan.
    #[ts(type = "string")]
    pub bis: NaiveDate,
}
