//! SQL of Widersprüche, one file an aggregate.

mod abwesenheit;
mod auswertung;
mod frist;
mod kalender;
mod liste;
mod verfahren;
mod wiedervorlage;

pub use abwesenheit::Abwesenheit;
pub use kalender::Kalendereintrag;
pub use liste::{VerfahrenFilter, Verfahrenssortierung, Verfahrenszeile};
pub use verfahren::Suchtexte;
pub use wiedervorlage::Wiedervorlage;

/// What a person may see of the register.
#[derive(Clone, Debug, Default)]
pub struct Registersicht {
    /// The whole house.
    pub haus: bool,
    /// Procedures about teams of this area.
    pub bereich: Option<String>,
    /// Procedures about these teams.
    pub teams: Vec<String>,
    /// Plain numbers and names.
    pub klar: bool,
    /// The person herself, and whether she may control deadlines: what she is to find herself is kept from her.
    pub person: String,
    /// See above.
    pub gegenpruefung: bool,
}

impl Registersicht {
    /// Condition on a procedure `v`; its parameters are ?1 to ?3, see [`Self::werte`].
    pub(in crate::storage) const VERFAHREN: &'static str =
        "(?1 OR v.team_id IN (SELECT id FROM team WHERE bereich_id = ?2)
        OR v.team_id IN (SELECT value FROM json_each(?3)))";

    pub(in crate::storage) fn werte(&self) -> super::StorageErgebnis<[rusqlite::types::Value; 3]> {
        Ok([self.haus.into(), self.bereich.clone().into(), super::als_json(&self.teams)?.into()])
    }

    /// SQL for "the day of deadline `f` is kept from her", with her id as the given parameter.
    fn verdeckt(&self, person: &str) -> String {
        if self.gegenpruefung {
            format!(
                "(f.doppelt = 1 AND f.kontrolle = 'unbestaetigt' AND f.stand <> 'gegenstandslos' AND f.eingetragen_von <> {person} AND f.tag IS NOT NULL)"
            )
        } else {
            // Never true, but it names the parameter, which SQLite demands of each.
            format!("({person} IS NULL)")
        }
    }
}
