//! Sites, areas, teams.

use super::Leer;
use super::haus::pruefe_text;
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::organisation::{Bereich, Gueltigkeit, Standort, Team};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

modul! {
    operationen OrganisationOperation {
        StandortSpeichern(StandortSpeichern) = "organisation.standort_speichern", "Standort anlegen oder ändern" => standort_speichern;
        BereichSpeichern(BereichSpeichern) = "organisation.bereich_speichern", "Bereich anlegen oder ändern" => bereich_speichern;
        TeamSpeichern(TeamSpeichern) = "organisation.team_speichern", "Team anlegen oder ändern" => team_speichern;
    }
    abfragen OrganisationAbfrage {
        Uebersicht(Leer) -> OrganisationUebersicht = "organisation.uebersicht", "Organisation ansehen" => uebersicht;
    }
}

/// Which record a request means: none for a new one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Bezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Creates a site, or changes it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StandortSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Name.
    pub name: String,
    /// Dates.
    pub gueltigkeit: Gueltigkeit,
}

/// Creates an area, or changes it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BereichSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Name.
    pub name: String,
    /// Dates.
    pub gueltigkeit: Gueltigkeit,
}

/// Creates a team, or changes it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TeamSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Name as in the lists of the specialist applications.
    pub name: String,
    /// Area.
    pub bereich_id: String,
    /// Site.
    pub standort_id: String,
    /// Fewer than five employees.
    pub unter_fuenf: bool,
    /// Dates.
    pub gueltigkeit: Gueltigkeit,
}

/// The whole organisation; small enough for one answer.
#[derive(Debug, Serialize, TS)]
pub struct OrganisationUebersicht {
    /// Sites.
    pub standorte: Vec<Standort>,
    /// Areas.
    pub bereiche: Vec<Bereich>,
    /// Teams.
    pub teams: Vec<Team>,
}

/// Id and version of a record that is to be saved.
pub(super) fn bezug_oder_neu(a: &Auftrag<'_>, bezug: Option<Bezug>) -> (String, i64, bool) {
    match bezug {
        Some(b) => (b.id, b.version, false),
        None => (a.neue_id(), 1, true),
    }
}

/// Refuses an end before the beginning.
pub(super) fn pruefe_gueltigkeit(g: Gueltigkeit) -> Ergebnis<Gueltigkeit> {
    if g.gueltig_bis.is_some_and(|bis| bis < g.gueltig_ab) {
        return Err(Fehler::feld("gueltigkeit.gueltig_bis", "Das Ende liegt vor dem Beginn."));
    }
    Ok(g)
}

fn standort_speichern(a: &Auftrag<'_>, anfrage: StandortSpeichern) -> Ergebnis<Aenderung> {
    let (id, version, neu) = bezug_oder_neu(a, anfrage.bezug);
    let s = Standort {
        id,
        version,
        name: pruefe_text("name", &anfrage.name, 2, 80)?,
        gueltigkeit: pruefe_gueltigkeit(anfrage.gueltigkeit)?,
    };
    if neu {
        a.s.standort_anlegen(&s, &a.salz())?;
    } else {
        oder_konflikt(a.s.standort_aendern(&s), "Der Standort", || {
            Ok(a.s.standorte()?.into_iter().find(|x| x.id == s.id))
        })?;
    }
    Ok(Aenderung::an(ObjektArt::STANDORT, s.id))
}

fn bereich_speichern(a: &Auftrag<'_>, anfrage: BereichSpeichern) -> Ergebnis<Aenderung> {
    let (id, version, neu) = bezug_oder_neu(a, anfrage.bezug);
    let b = Bereich {
        id,
        version,
        name: pruefe_text("name", &anfrage.name, 2, 80)?,
        gueltigkeit: pruefe_gueltigkeit(anfrage.gueltigkeit)?,
    };
    if neu {
        a.s.bereich_anlegen(&b, &a.salz())?;
    } else {
        oder_konflikt(a.s.bereich_aendern(&b), "Der Bereich", || {
            Ok(a.s.bereiche()?.into_iter().find(|x| x.id == b.id))
        })?;
    }
    Ok(Aenderung::an(ObjektArt::BEREICH, b.id))
}

fn team_speichern(a: &Auftrag<'_>, anfrage: TeamSpeichern) -> Ergebnis<Aenderung> {
    if !a.s.bereiche()?.iter().any(|b| b.id == anfrage.bereich_id) {
        return Err(Fehler::feld("bereich_id", "Bitte wählen Sie einen Bereich."));
    }
    if !a.s.standorte()?.iter().any(|s| s.id == anfrage.standort_id) {
        return Err(Fehler::feld("standort_id", "Bitte wählen Sie einen Standort."));
    }
    let (id, version, neu) = bezug_oder_neu(a, anfrage.bezug);
    let t = Team {
        id,
        version,
        name: pruefe_text("name", &anfrage.name, 2, 80)?,
        bereich_id: anfrage.bereich_id,
        standort_id: anfrage.standort_id,
        unter_fuenf: anfrage.unter_fuenf,
        gueltigkeit: pruefe_gueltigkeit(anfrage.gueltigkeit)?,
    };
    if neu {
        a.s.team_anlegen(&t, &a.salz())?;
    } else {
        oder_konflikt(a.s.team_aendern(&t), "Das Team", || a.s.team(&t.id))?;
    }
    Ok(Aenderung::an(ObjektArt::TEAM, t.id))
}

fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<OrganisationUebersicht> {
    Ok(OrganisationUebersicht { standorte: f.l.standorte()?, bereiche: f.l.bereiche()?, teams: f.l.teams()? })
}
