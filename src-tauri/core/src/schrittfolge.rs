//! A list of steps as it was entered: the shape that the registers share. Pure.
//!
//! The list is the truth and the state is computed from it. A step that was taken back stays in the list, with who
//! and why, and no longer counts.

use crate::fehler::Fehler;
use crate::widerspruch::Zuruecknahme;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step with who entered it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Registerschritt<S> {
    /// The step.
    pub schritt: S,
    /// Who entered it (user id).
    pub von: String,
    /// When it was entered (UTC).
    pub eingetragen_am: String,
    /// Taken back.
    pub zurueckgenommen: Option<Zuruecknahme>,
}

impl<S> Registerschritt<S> {
    /// A step that counts.
    #[must_use]
    pub fn neu(schritt: S, von: &str, eingetragen_am: String) -> Self {
        Self { schritt, von: von.to_owned(), eingetragen_am, zurueckgenommen: None }
    }
}

/// The steps that count, oldest first.
pub fn geltende<S>(schritte: &[Registerschritt<S>]) -> impl Iterator<Item = &Registerschritt<S>> {
    schritte.iter().filter(|e| e.zurueckgenommen.is_none())
}

/// The last step that counts and that can be taken back at all: a correction is undone by another one.
///
/// # Errors
/// `regel` if there is none.
pub fn letzter<S>(
    schritte: &mut [Registerschritt<S>],
    ruecknehmbar: impl Fn(&S) -> bool,
) -> Result<&mut Registerschritt<S>, Fehler> {
    let letzter = schritte.iter_mut().rev().find(|e| e.zurueckgenommen.is_none() && ruecknehmbar(&e.schritt));
    letzter.ok_or_else(|| Fehler::regel("Es gibt keinen Schritt, der sich zurücknehmen lässt."))
}

/// Takes that step back.
///
/// # Errors
/// As [`letzter`].
pub fn letzten_zuruecknehmen<S>(
    schritte: &mut [Registerschritt<S>],
    zuruecknahme: Zuruecknahme,
    ruecknehmbar: impl Fn(&S) -> bool,
) -> Result<(), Fehler> {
    letzter(schritte, ruecknehmbar)?.zurueckgenommen = Some(zuruecknahme);
    Ok(())
}
