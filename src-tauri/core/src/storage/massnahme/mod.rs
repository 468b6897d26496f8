//! SQL of Maßnahmen, one file an aggregate.

mod liste;
mod register;
mod uebersicht;
mod wirkung;

pub use liste::{MassnahmenFilter, Massnahmensortierung, Massnahmenzeile};
pub use register::Massnahmenverweis;
pub use uebersicht::Massnahmenuebersicht;

use super::{Lesen, StorageErgebnis};
use crate::aufzaehlung::Aufzaehlung;
use crate::benutzer::Rolle;
use crate::massnahme::Herkunftsart;
use crate::pruefliste::Pruefgebiet;
use rusqlite::types::Value;

/// What a person may see of the measures.
#[derive(Clone, Debug, Default)]
pub struct Massnahmensicht {
    /// The whole house.
    pub haus: bool,
    /// The whole house with what the prevention of corruption keeps to itself.
    pub vertraulich: bool,
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
    /// The same of Prüflisten: measures from deviations in lists of these kinds.
    pub gebiete: Vec<Pruefgebiet>,
}

/// Kind of the Prüfliste that a measure `m` comes from.
macro_rules! gebiet {
    () => {
        "(SELECT k.gebiet FROM durchgang d JOIN pruefkatalog k ON k.id = d.katalog_id WHERE d.id = m.herkunft_id)"
    };
}

/// It says where the house is open to corruption. Whoever works there must not learn it from the list of measures.
macro_rules! vertraulich {
    () => {
        concat!(
            "(m.herkunft_art = 'gefaehrdung' OR m.herkunft_art = 'abweichung' AND ",
            gebiet!(),
            " = 'korruption')"
        )
    };
}

/// Entered by the person, or from a register that she keeps. A kind of Prüfliste stands as 'abweichung/korruption'.
macro_rules! von_ihr {
    () => {
        concat!(
            "m.angelegt_von = ?4 OR m.herkunft_art IN (SELECT value FROM json_each(?6))
             OR m.herkunft_art = 'abweichung' AND 'abweichung/' || ",
            gebiet!(),
            " IN (SELECT value FROM json_each(?6))"
        )
    };
}

/// Hers to see to: her function, and her team or no team.
macro_rules! fuer_sie {
    () => {
        "m.rolle IN (SELECT value FROM json_each(?5)) AND (m.team_id IS NULL OR m.team_id IN (SELECT value FROM json_each(?3))
            OR m.team_id IN (SELECT id FROM team WHERE bereich_id = ?2))"
    };
}

/// From a Feststellung of a unit that she checks for the second time: it would tell her what the first check found.
macro_rules! verborgen {
    () => {
        "m.id IN (SELECT hm.id FROM zweitbogen zb JOIN pruefung hp ON hp.id = zb.pruefung_id
            JOIN feststellung hx ON hx.prueffall_id = zb.id
            JOIN massnahme hm ON hm.herkunft_art = 'feststellung' AND hm.herkunft_id = hx.id
           WHERE zb.person = ?4 AND zb.stand <> 'abgeschlossen' AND hp.stand = 'gezogen')"
    };
}

impl Massnahmensicht {
    /// Condition on a measure `m`; its parameters are ?1 to ?6, see [`Self::werte`].
    pub(in crate::storage) const MASSNAHME: &'static str = concat!(
        "(NOT (",
        verborgen!(),
        ") AND (",
        von_ihr!(),
        " OR (?1 = 2 OR NOT ",
        vertraulich!(),
        ") AND (?1 <> 0 OR m.team_id IN (SELECT value FROM json_each(?3)) OR m.herkunft_team IN (SELECT value FROM json_each(?3))
            OR m.team_id IN (SELECT id FROM team WHERE bereich_id = ?2) OR m.herkunft_team IN (SELECT id FROM team WHERE bereich_id = ?2)
            OR (m.team_id IS NULL AND m.rolle IN (SELECT value FROM json_each(?5))))))"
    );

    /// The measures that are the person's own to see to, that she entered, or that come from a register she keeps; the same parameters.
    pub(in crate::storage) const EIGENE: &'static str = concat!(
        "(NOT (",
        verborgen!(),
        ") AND (",
        von_ihr!(),
        " OR (?1 = 2 OR NOT ",
        vertraulich!(),
        ") AND ",
        fuer_sie!(),
        "))"
    );

    /// The measures that the person may change; the same parameters: hers, and those of the Teamleitungen of her area.
    /// Nobody closes what was found about her own team, only because it was found there.
    pub(in crate::storage) const AENDERBAR: &'static str = concat!(
        "(",
        von_ihr!(),
        " OR (?1 = 2 OR NOT ",
        vertraulich!(),
        ") AND (?1 <> 0 OR ",
        fuer_sie!(),
        " OR m.rolle = 'teamleitung' AND m.team_id IN (SELECT id FROM team WHERE bereich_id = ?2)))"
    );

    pub(in crate::storage) fn werte(&self) -> StorageErgebnis<Vec<Value>> {
        let register = self.register.iter().map(|a| a.name().to_owned());
        let abweichung = Herkunftsart::Abweichung.name();
        let gebiete = self.gebiete.iter().map(|g| format!("{abweichung}/{}", g.name()));
        Ok(vec![
            (i64::from(self.haus) + i64::from(self.haus && self.vertraulich)).into(),
            self.bereich.clone().into(),
            super::als_json(&self.teams)?.into(),
            self.person.clone().into(),
            super::als_json(&self.rollen)?.into(),
            super::als_json(&register.chain(gebiete).collect::<Vec<_>>())?.into(),
        ])
    }
}

impl Lesen<'_> {
    /// Whether a measure says where the house is open to corruption.
    pub fn massnahme_vertraulich(&self, id: &str) -> StorageErgebnis<bool> {
        let sql = concat!("SELECT count(*) FROM massnahme m WHERE m.id = ?1 AND ", vertraulich!());
        Ok(self.zahl(sql, [id])? > 0)
    }
}
