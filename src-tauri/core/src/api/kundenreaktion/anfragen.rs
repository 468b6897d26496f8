//! Requests of Kundenreaktionen.

use super::WiderspruchAusReaktion;
use crate::api::Blatt;
use crate::api::liste::Listenziel;
use crate::kundenreaktion::{Reaktionsinhalt, Reaktionsklar, Reaktionsregel, Reaktionsschritt, Sichtung};
use crate::storage::{ReaktionFilter, Reaktionssortierung};
use serde::Deserialize;
use ts_rs::TS;

/// A new ticket.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionAnlegen {
    /// What every reader of the ticket may see.
    pub angaben: Reaktionsinhalt,
    /// Contact and account.
    pub klar: Reaktionsklar,
    /// Triage at once; `None`: later.
    pub sichtung: Option<Sichtungsantwort>,
}

/// The triage with what follows from it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sichtungsantwort {
    /// Its answers.
    pub sichtung: Sichtung,
    /// The procedure to open; needed if it contains a Rechtsbehelf, else none.
    pub widerspruch: Option<WiderspruchAusReaktion>,
}

/// Changes what was entered; the clocks follow.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What every reader of the ticket may see.
    pub angaben: Reaktionsinhalt,
    /// Contact and account.
    pub klar: Reaktionsklar,
    /// Why, 5 to 500 characters; needed where receipt, kind or Anliegen change after the triage, or where a hint at a
    /// Rechtsbehelf disappears.
    #[serde(default)]
    pub begruendung: String,
}

/// One ticket of several.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionBezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Gives tickets to a team, to a person, or back to the Kundenreaktionsmanagement.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionenZuweisen {
    /// Which, 1 to 500.
    pub reaktionen: Vec<ReaktionBezug>,
    /// Team; `None`: the Kundenreaktionsmanagement.
    pub team_id: Option<String>,
    /// Person (user id).
    pub person_id: Option<String>,
}

/// The triage of a ticket.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionSichten {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The answers.
    pub antwort: Sichtungsantwort,
}

/// Takes a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionSchritt {
    /// Which ticket.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The step with what it needs.
    pub schritt: Reaktionsschritt,
    /// The text that went to the person: needed for an answer, possible for a confirmation of receipt.
    pub text: Option<String>,
}

/// Agrees to the judgement of another person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeurteilungBestaetigen {
    /// Which ticket.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Gives the judgement of another person back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeurteilungZurueckgeben {
    /// Which ticket.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// Takes the last step back; it stays visible.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionSchrittZuruecknehmen {
    /// Which ticket.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// A note for the house.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionNotieren {
    /// Which ticket.
    pub id: String,
    /// The note, 3 to 5,000 characters.
    pub text: String,
}

/// Writes a text to the person as a letter.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AntwortAusgeben {
    /// Which ticket.
    pub id: String,
    /// Which text.
    pub beitrag_id: String,
    /// Function of who signs, 3 to 120 characters; no name.
    pub unterzeichner: String,
    /// Path, ending in `.pdf`.
    pub datei: String,
    /// An existing file may be replaced.
    pub ueberschreiben: bool,
}

/// One page of the queue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionenListe {
    /// What to leave out.
    pub filter: ReaktionFilter,
    /// By what to sort.
    pub sortierung: Reaktionssortierung,
    /// Last or highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// Writes the queue as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionenExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: ReaktionenListe,
    /// The file.
    pub ausgabe: Listenziel,
}

/// Which ticket.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionLesen {
    /// Id.
    pub id: String,
}

/// A text to look through before it is saved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HinweiseSuchen {
    /// Subject line, line break, account; at most 10,200 characters.
    pub text: String,
}

/// A new promise, or another one from the same day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionsregelSpeichern {
    /// Id and expected version; `None` for a new one.
    pub bezug: Option<ReaktionsregelLoeschen>,
    /// The promise.
    pub regel: Reaktionsregel,
    /// Why it counts for days that have passed, 5 to 500 characters; else it is not kept.
    #[serde(default)]
    pub begruendung: String,
}

/// Which promise.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionsregelLoeschen {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// A new block of text, or another wording.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TextbausteinSpeichern {
    /// Id and expected version; `None` for a new one.
    pub bezug: Option<TextbausteinLoeschen>,
    /// Title, 3 to 80 characters.
    pub titel: String,
    /// When to use it, at most 200 characters.
    pub zweck: String,
    /// The text, 10 to 5,000 characters.
    pub text: String,
}

/// Which block of text.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TextbausteinLoeschen {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// A block of text with the words of a ticket.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BausteinEinsetzen {
    /// Which ticket.
    pub id: String,
    /// Which block.
    pub baustein_id: String,
}
