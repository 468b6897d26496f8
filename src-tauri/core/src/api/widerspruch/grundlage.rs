//! What entering a procedure needs of the house: read once, however many are entered.

use super::*;
use crate::api::haus::pruefe_text;
use crate::fehler::Feldfehler;
use crate::haus::Haus;
use crate::haus::schluessel::Pseudonymisierer;
use crate::katalog::{Katalog, Katalogeintrag};
use crate::organisation::Team;
use crate::widerspruch::{Klarangaben, Verfahrensangaben, Verfahrensart, nummer, oder_felder};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Purpose of the pseudonyms of this module: they cannot be joined with those of a draw.
const ZWECK: &str = "pseudonym/widerspruch";

/// Makes the pseudonyms of the register.
pub(super) fn pseudonymisierer(haus: &Haus) -> Ergebnis<Pseudonymisierer> {
    Pseudonymisierer::neu(haus.schluessel(), ZWECK)
}

/// Holidays, catalogue, teams, key and clock.
pub(super) struct Grundlage {
    pub ort: Ort,
    pub katalog: Vec<Katalogeintrag>,
    pub teams: Vec<Team>,
    pub heute: NaiveDate,
    pseudonym: Pseudonymisierer,
}

impl Grundlage {
    pub(super) fn lesen(l: &Lesen<'_>, haus: &Haus) -> Ergebnis<Self> {
        Ok(Self {
            ort: ort(l)?,
            katalog: l.katalogeintraege()?,
            teams: l.teams()?,
            heute: haus.umgebung().heute(),
            pseudonym: pseudonymisierer(haus)?,
        })
    }

    /// Keyed pseudonym of a case number.
    pub(super) fn pseudonym(&self, fallnummer: &str) -> String {
        self.pseudonym.pseudonym(fallnummer)
    }

    /// The entry of the catalogue that a procedure names.
    pub(super) fn sachgebiet(&self, kennung: &str) -> Option<&Katalogeintrag> {
        self.katalog.iter().find(|k| k.katalog == Katalog::Sachgebiet && k.kennung == kennung)
    }

    /// Refuses what cannot be right, field by field.
    pub(super) fn angaben(&self, art: Verfahrensart, w: Verfahrensangaben) -> Ergebnis<Verfahrensangaben> {
        self.pruefen(art, w, true)
    }

    /// The same for what another place found out so far: how the decision reached the person may be missing.
    pub(super) fn vorlaeufige_angaben(
        &self,
        art: Verfahrensart,
        w: Verfahrensangaben,
    ) -> Ergebnis<Verfahrensangaben> {
        self.pruefen(art, w, false)
    }

    fn pruefen(
        &self,
        art: Verfahrensart,
        w: Verfahrensangaben,
        vollstaendig: bool,
    ) -> Ergebnis<Verfahrensangaben> {
        let w = Verfahrensangaben {
            gegenstand: pruefe_text("angaben.gegenstand", &w.gegenstand, 3, 200)?,
            andere_stelle: pruefe_text("angaben.andere_stelle", &w.andere_stelle, 0, 120)?,
            vermerk: pruefe_text("angaben.vermerk", &w.vermerk, 0, 2000)?,
            ..w
        };
        let mut befunde = w.befunde(art, self.heute);
        if !vollstaendig && w.bekanntgabe.is_none() {
            befunde.retain(|b| b.feld != "angaben.bekanntgabe");
        }
        let mut fehlt = |feld: &str, text: &str| {
            befunde.push(Feldfehler { feld: format!("angaben.{feld}"), text: text.to_owned() });
        };
        if self.sachgebiet(&w.sachgebiet).is_none() {
            fehlt("sachgebiet", "Bitte wählen Sie ein Sachgebiet.");
        }
        if w.team_id.as_ref().is_some_and(|id| !self.teams.iter().any(|t| t.id == *id)) {
            fehlt("team_id", "Dieses Team gibt es nicht.");
        }
        oder_felder(befunde)?;
        Ok(w)
    }
}

/// Refuses plain numbers and names that are missing or too long.
pub(super) fn klar_geprueft(k: Klarangaben) -> Ergebnis<Klarangaben> {
    Ok(Klarangaben {
        fallnummer: pruefe_text("klar.fallnummer", &k.fallnummer, 1, 40)?,
        name: pruefe_text("klar.name", &k.name, 0, 120)?,
        az_gericht: pruefe_text("klar.az_gericht", &k.az_gericht, 0, 60)?,
        vertretung: pruefe_text("klar.vertretung", &k.vertretung, 0, 120)?,
        az_vertretung: pruefe_text("klar.az_vertretung", &k.az_vertretung, 0, 60)?,
    })
}

/// Gives the numbers of new procedures, year by year; asks the register once for each year.
#[derive(Default)]
pub(super) struct Nummernkreis {
    letzte: HashMap<i32, u32>,
}

impl Nummernkreis {
    pub(super) fn naechste(&mut self, l: &Lesen<'_>, jahr: i32) -> Ergebnis<String> {
        let letzte = match self.letzte.get(&jahr) {
            Some(n) => *n,
            None => l.letzte_verfahrensnummer(jahr)?,
        };
        self.letzte.insert(jahr, letzte + 1);
        Ok(nummer(jahr, letzte + 1))
    }
}
