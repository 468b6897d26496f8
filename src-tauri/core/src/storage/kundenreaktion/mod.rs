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
    /// Contact and account of the person who wrote.
    pub klar: bool,
}

impl Reaktionssicht {
    /// Condition on a ticket `k`; its parameters are ?1 to ?5, see [`Self::werte`].
    pub(in crate::storage) const REAKTION: &'static str = "(?1 OR k.angelegt_von = ?4 OR k.zustaendig = ?4 OR (?5 AND k.datenschutz = 1)
        OR k.zustaendig_team IN (SELECT value FROM json_each(?3)) OR k.zustaendig_team IN (SELECT id FROM team WHERE bereich_id = ?2)
        OR EXISTS (SELECT 1 FROM kundenreaktion_anliegen a WHERE a.reaktion_id = k.id
                    AND (a.team_id IN (SELECT value FROM json_each(?3)) OR a.team_id IN (SELECT id FROM team WHERE bereich_id = ?2))))";

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
