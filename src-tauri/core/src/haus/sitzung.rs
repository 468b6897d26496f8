//! A signed-in person.

use crate::benutzer::{Benutzer, Rolle};
use crate::fehler::{Code, Ergebnis, Fehler};

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

    /// The same person with the roles she has now; refused once she is deactivated.
    pub(crate) fn frisch(&self, jetzt: Option<Benutzer>) -> Ergebnis<Self> {
        jetzt.filter(|b| b.aktiv).map(Self::neu).ok_or_else(|| {
            Fehler::neu(
                Code::NichtAngemeldet,
                "Dieses Benutzerkonto ist deaktiviert. Bitte wenden Sie sich an die Administration.",
            )
        })
    }

    /// A person before she is stored: the first administrator of a new house seals her own row.
    pub(crate) fn fuer(benutzer: Benutzer) -> Self {
        Self::neu(benutzer)
    }

    /// Takes over what changed about the person herself (password set, roles).
    pub fn aktualisieren(&mut self, benutzer: Benutzer) {
        if benutzer.id == self.benutzer.id {
            self.benutzer = benutzer;
        }
    }
}
