//! SQL of Prüflisten, one file an aggregate.

mod antwort;
mod durchgang;
mod katalog;
mod liste;
mod nachweis;
mod uebersicht;

pub use durchgang::Einheitsstand;
pub use katalog::{Katalogfassung, Katalogfassungskopf, Pruefkatalog};
pub use liste::{DurchgangFilter, Durchgangssortierung, Durchgangszeile};
pub use nachweis::Nachweis;
pub use uebersicht::Listenuebersicht;

use crate::benutzer::Rolle;
use crate::pruefliste::Pruefgebiet;
use rusqlite::types::Value;

/// What a person may see of the runs.
#[derive(Clone, Debug, Default)]
pub struct Listensicht {
    /// The whole house.
    pub haus: bool,
    /// Runs of teams of this area.
    pub bereich: Option<String>,
    /// Runs of these teams.
    pub teams: Vec<String>,
    /// All runs of these kinds.
    pub gebiete: Vec<Pruefgebiet>,
    /// Runs of house and sites for which one of these functions is responsible.
    pub rollen: Vec<Rolle>,
}

impl Listensicht {
    /// Condition on a run `d` of a catalogue `k`; its parameters are ?1 to ?5, see [`Self::werte`].
    pub(in crate::storage) const DURCHGANG: &'static str = "(?1 OR k.gebiet IN (SELECT value FROM json_each(?4))
        OR d.ebene = 'team' AND (d.einheit_id IN (SELECT value FROM json_each(?3)) OR d.einheit_id IN (SELECT id FROM team WHERE bereich_id = ?2))
        OR d.ebene <> 'team' AND d.rolle IN (SELECT value FROM json_each(?5)))";

    /// Condition that a person had no part in a run `d` that waits for release; see `api::pruefliste::freigabe`.
    pub(in crate::storage) fn unbeteiligt(person: &str) -> String {
        format!(
            "(d.stand = 'vorgelegt' AND d.vorgelegt_von <> {person} AND (d.ersetzt IS NULL OR d.angelegt_von <> {person})
            AND NOT EXISTS (SELECT 1 FROM pruefantwort a WHERE a.durchgang_id = d.id AND a.von = {person})
            AND NOT EXISTS (SELECT 1 FROM nachweis n WHERE n.durchgang_id = d.id AND n.erfasst_von = {person} AND n.entfernt_grund IS NULL))"
        )
    }

    pub(in crate::storage) fn werte(&self) -> super::StorageErgebnis<Vec<Value>> {
        Ok(vec![
            self.haus.into(),
            self.bereich.clone().into(),
            super::als_json(&self.teams)?.into(),
            super::als_json(&self.gebiete)?.into(),
            super::als_json(&self.rollen)?.into(),
        ])
    }
}
