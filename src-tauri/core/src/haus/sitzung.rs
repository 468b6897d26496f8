//! A signed-in person.

use crate::benutzer::{Benutzer, Rolle};

/// Who acts. Many Sitzungen may belong to one [`super::Haus`]; a Mitzeichnung is a short second one.
#[derive(Clone, Debug)]
pub struct Sitzung {
    benutzer: Benutzer,
}

impl Sitzung {
    pub(super) fn neu(benutzer: Benutzer) -> Self {
        Self { benutzer }
    }

    /// The person.
    pub fn benutzer(&self) -> &Benutzer {
        &self.benutzer
    }

    /// Id of the person.
    pub fn benutzer_id(&self) -> &str {
        &self.benutzer.id
    }

    /// Her roles.
    pub fn rollen(&self) -> &[Rolle] {
        &self.benutzer.rollen
    }

    /// Whether she has the role.
    pub fn hat(&self, rolle: Rolle) -> bool {
        self.benutzer.rollen.contains(&rolle)
    }

    /// Takes over what changed about the person herself (password set, roles).
    pub fn aktualisieren(&mut self, benutzer: Benutzer) {
        if benutzer.id == self.benutzer.id {
            self.benutzer = benutzer;
        }
    }
}
