//! What a person may see of checks and their units, as one SQL condition.

use crate::storage::{StorageErgebnis, als_json};
use rusqlite::types::Value;
use rusqlite::{Params, params_from_iter};

/// How far a person sees. More includes less: an area includes her own teams and what she was given.
#[derive(Clone, Debug, Default)]
pub struct Sicht {
    /// The whole house.
    pub haus: bool,
    /// All checks of this area.
    pub bereich: Option<String>,
    /// Checks and units of these teams.
    pub teams: Vec<String>,
    /// What this person was given, and who she is.
    pub person: Option<String>,
}

impl Sicht {
    /// Condition on a check `p`; its parameters are ?1 to ?4, see [`Self::werte`].
    pub(in crate::storage) const PRUEFUNG: &'static str = "(?1 OR p.bereich_id = ?2
        OR EXISTS (SELECT 1 FROM json_each(p.teams) t WHERE t.value IN (SELECT value FROM json_each(?3)))
        OR EXISTS (SELECT 1 FROM prueffall z WHERE z.pruefung_id = p.id AND z.zugewiesen_an = ?4))";

    /// How far she reaches among drawn units `f` of a check `p`: which she counts, and whose numbers she may see; the same
    /// parameters.
    pub(in crate::storage) const REICHWEITE: &'static str = "(?1 OR p.bereich_id = ?2
        OR f.team_id IN (SELECT value FROM json_each(?3)) OR f.zugewiesen_an = ?4)";

    /// Condition on a drawn unit `f` of a check `p`, that is [`Self::REICHWEITE`] without what is hidden: while she checks a unit for the second time
    /// she sees nothing of the first: no sheet, no Feststellung, in no list.
    pub(in crate::storage) const PRUEFFALL: &'static str = "((?1 OR p.bereich_id = ?2
        OR f.team_id IN (SELECT value FROM json_each(?3)) OR f.zugewiesen_an = ?4)
        AND NOT (p.stand = 'gezogen' AND EXISTS (SELECT 1 FROM zweitbogen zb
                  WHERE zb.id = f.id AND zb.person = ?4 AND zb.stand <> 'abgeschlossen')))";

    /// Units that are hidden from a person, for `IN (…)`; `person` is the SQL of her id.
    pub(in crate::storage) fn verborgene(person: &str) -> String {
        format!(
            "(SELECT zb.id FROM zweitbogen zb JOIN pruefung zp ON zp.id = zb.pruefung_id
               WHERE zb.person = {person} AND zb.stand <> 'abgeschlossen' AND zp.stand = 'gezogen')"
        )
    }

    /// Values for ?1 to ?4.
    pub(in crate::storage) fn werte(&self) -> StorageErgebnis<(bool, Option<&str>, String, Option<&str>)> {
        Ok((self.haus, self.bereich.as_deref(), als_json(&self.teams)?, self.person.as_deref()))
    }
}

/// Parameters of a list over units: ?1 to ?4 what the person sees, ?5 to ?8 where she sees plain numbers,
/// from ?9 on the list's own.
pub(super) struct Listenwerte(Vec<Value>);

impl Listenwerte {
    pub(super) fn neu(sicht: &Sicht, klar: &Sicht) -> StorageErgebnis<Self> {
        let mut werte = Vec::with_capacity(20);
        for s in [sicht, klar] {
            werte.extend([
                s.haus.into(),
                s.bereich.clone().into(),
                als_json(&s.teams)?.into(),
                s.person.clone().into(),
            ]);
        }
        Ok(Self(werte))
    }

    /// The next parameter.
    pub(super) fn und(mut self, wert: impl Into<Value>) -> Self {
        self.0.push(wert.into());
        self
    }

    pub(super) fn parameter(&self) -> impl Params + '_ {
        params_from_iter(&self.0)
    }
}
