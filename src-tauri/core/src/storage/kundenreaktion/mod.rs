//! SQL of Kundenreaktionen, one file an aggregate.

mod auswertung;
mod beitrag;
mod liste;
mod reaktion;
mod regel;
mod textbaustein;
mod uebersicht;

pub use beitrag::{Beitragsart, Reaktionsbeitrag};
pub use liste::{ReaktionFilter, Reaktionssortierung, Reaktionszeile};
pub use reaktion::{Reaktionstexte, Uhrtage};
pub use regel::Reaktionsregelzeile;
pub use textbaustein::Textbaustein;
pub use uebersicht::Reaktionsuebersicht;

use rusqlite::types::Value;

/// What a person may see of the tickets.
#[derive(Clone, Debug, Default)]
pub struct Reaktionssicht {
    /// The whole house.
    pub haus: bool,
    /// Tickets about teams of this area, or given to one.
    pub bereich: Option<String>,
    /// Tickets about these teams, or given to one.
    pub teams: Vec<String>,
    /// The person herself: what she entered or was given.
    pub person: String,
    /// Tickets that touch data protection.
    pub datenschutz: bool,
    /// To change them: what the person entered counts only until it is given to somebody.
    pub aendern: bool,
    /// Where contact and account of the person who wrote are seen; `None`: nowhere.
    pub klar: Option<Box<Self>>,
}

impl Reaktionssicht {
    /// Condition on a ticket `k`; its parameters are ?1 to ?5, see [`Self::werte`].
    pub(in crate::storage) fn wo(&self) -> String {
        self.wo_ab(1)
    }

    /// The same with parameters from another number on.
    pub(in crate::storage) fn wo_ab(&self, erster: usize) -> String {
        let [haus, bereich, teams, person, datenschutz] = [0, 1, 2, 3, 4].map(|i| erster + i);
        let frei = if self.aendern { " AND k.zustaendig IS NULL AND k.zustaendig_team IS NULL" } else { "" };
        format!(
            "(?{haus} OR (k.angelegt_von = ?{person}{frei}) OR k.zustaendig = ?{person} OR (?{datenschutz} AND k.datenschutz = 1)
            OR k.zustaendig_team IN (SELECT value FROM json_each(?{teams})) OR k.zustaendig_team IN (SELECT id FROM team WHERE bereich_id = ?{bereich})
            OR EXISTS (SELECT 1 FROM kundenreaktion_anliegen a WHERE a.reaktion_id = k.id
                        AND (a.team_id IN (SELECT value FROM json_each(?{teams})) OR a.team_id IN (SELECT id FROM team WHERE bereich_id = ?{bereich}))))"
        )
    }

    pub(in crate::storage) fn werte(&self) -> super::StorageErgebnis<Vec<Value>> {
        Ok(vec![
            self.haus.into(),
            self.bereich.clone().into(),
            super::als_json(&self.teams)?.into(),
            self.person.clone().into(),
            self.datenschutz.into(),
        ])
    }
}
