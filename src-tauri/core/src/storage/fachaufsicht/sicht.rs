//! What a person may see of checks and their units, as one SQL condition.

use crate::storage::{StorageErgebnis, als_json};

/// How far a person sees. More includes less: an area includes her own teams and what she was given.
#[derive(Clone, Debug, Default)]
pub struct Sicht {
    /// The whole house.
    pub haus: bool,
    /// All checks of this area.
    pub bereich: Option<String>,
    /// Checks and units of these teams.
    pub teams: Vec<String>,
    /// What this person was given.
    pub person: Option<String>,
}

impl Sicht {
    /// Condition on a check `p`; its parameters are ?1 to ?4, see [`Self::werte`].
    pub(super) const PRUEFUNG: &'static str = "(?1 OR p.bereich_id = ?2
        OR EXISTS (SELECT 1 FROM json_each(p.teams) t WHERE t.value IN (SELECT value FROM json_each(?3)))
        OR EXISTS (SELECT 1 FROM prueffall z WHERE z.pruefung_id = p.id AND z.zugewiesen_an = ?4))";

    /// Condition on a drawn unit `f` of a check `p`; the same parameters.
    pub(super) const PRUEFFALL: &'static str = "(?1 OR p.bereich_id = ?2
        OR f.team_id IN (SELECT value FROM json_each(?3)) OR f.zugewiesen_an = ?4)";

    /// Values for ?1 to ?4.
    pub(super) fn werte(&self) -> StorageErgebnis<(bool, Option<&str>, String, Option<&str>)> {
        Ok((self.haus, self.bereich.as_deref(), als_json(&self.teams)?, self.person.as_deref()))
    }
}
