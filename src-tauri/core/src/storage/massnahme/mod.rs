//! SQL of Maßnahmen, one file an aggregate.

mod liste;
mod register;
mod uebersicht;
mod wirkung;

pub use liste::{MassnahmenFilter, Massnahmensortierung, Massnahmenzeile};
pub use register::Massnahmenverweis;
pub use uebersicht::Massnahmenuebersicht;

use crate::benutzer::Rolle;
use crate::massnahme::Herkunftsart;
use rusqlite::types::Value;

/// What a person may see of the measures.
#[derive(Clone, Debug, Default)]
pub struct Massnahmensicht {
    /// The whole house.
    pub haus: bool,
    /// Measures for teams of this area, or from one.
    pub bereich: Option<String>,
    /// Measures for these teams, or from one.
    pub teams: Vec<String>,
    /// The person herself: what she entered.
    pub person: String,
    /// Measures that these functions see to; with a team only if it is hers.
    pub rollen: Vec<Rolle>,
    /// Measures from registers that the person keeps.
    pub register: Vec<Herkunftsart>,
}

impl Massnahmensicht {
    /// Condition on a measure `m`; its parameters are ?1 to ?6, see [`Self::werte`].
    pub(in crate::storage) const MASSNAHME: &'static str = "(?1 OR m.angelegt_von = ?4
        OR m.team_id IN (SELECT value FROM json_each(?3)) OR m.herkunft_team IN (SELECT value FROM json_each(?3))
        OR m.team_id IN (SELECT id FROM team WHERE bereich_id = ?2) OR m.herkunft_team IN (SELECT id FROM team WHERE bereich_id = ?2)
        OR (m.team_id IS NULL AND m.rolle IN (SELECT value FROM json_each(?5)))
        OR m.herkunft_art IN (SELECT value FROM json_each(?6)))";

    /// The measures that are the person's own to see to, that she entered, or that come from a register she keeps; the same parameters.
    pub(in crate::storage) const EIGENE: &'static str = "(m.angelegt_von = ?4
        OR (m.rolle IN (SELECT value FROM json_each(?5)) AND (m.team_id IS NULL OR m.team_id IN (SELECT value FROM json_each(?3))
            OR m.team_id IN (SELECT id FROM team WHERE bereich_id = ?2)))
        OR m.herkunft_art IN (SELECT value FROM json_each(?6)))";

    pub(in crate::storage) fn werte(&self) -> super::StorageErgebnis<Vec<Value>> {
        use crate::aufzaehlung::Aufzaehlung;
        Ok(vec![
            self.haus.into(),
            self.bereich.clone().into(),
            super::als_json(&self.teams)?.into(),
            self.person.clone().into(),
            super::als_json(&self.rollen)?.into(),
            super::als_json(&self.register.iter().map(|a| a.name()).collect::<Vec<_>>())?.into(),
        ])
    }
}
