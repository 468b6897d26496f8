//! Proposals: what working time allows, and where the risk lies.

use super::ansicht::Namen;
use super::*;
use crate::pruefprogramm::{aufwand, verteile};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// The proposed share of a team.
#[derive(Debug, Serialize, TS)]
pub struct Teamvorschlagszeile {
    /// Team.
    pub team_id: String,
    /// Its name.
    pub name: String,
    /// Points of risk.
    pub punkte: u64,
    /// Where they come from, as sentences.
    pub gruende: Vec<String>,
    /// Checks in the year.
    pub anzahl: u64,
}

pub(super) fn aufwand_abfrage(_: &Frage<'_>, r: AufwandFrage) -> Ergebnis<Aufwandsantwort> {
    aufwand(&r.aufwand)
}

pub(super) fn vorschlag(f: &Frage<'_>, r: VorschlagFrage) -> Ergebnis<Vec<Teamvorschlagszeile>> {
    let teams: BTreeSet<String> = r.teams.into_iter().collect();
    let im_bereich: BTreeSet<String> =
        f.l.teams()?.into_iter().filter(|t| t.bereich_id == r.schluessel.bereich_id).map(|t| t.id).collect();
    if teams.is_empty() || !teams.is_subset(&im_bereich) {
        return Err(Fehler::feld("teams", "Bitte wählen Sie mindestens ein Team des Bereichs."));
    }
    let thema =
        f.l.pruefthema(&r.schluessel.thema_id)?.ok_or_else(|| Fehler::nicht_gefunden("Das Prüfthema"))?;
    let angaben = f.l.risikoangaben(&thema, &teams, f.haus.umgebung().heute())?;
    let namen = Namen::lesen(f.l)?;
    Ok(verteile(r.gesamt, r.mindestens, &angaben)
        .map_err(|e| Fehler::feld("gesamt", e.to_string()).wegen(e))?
        .into_iter()
        .map(|t| Teamvorschlagszeile {
            name: namen.team(&t.team_id),
            team_id: t.team_id,
            punkte: t.punkte,
            gruende: t.gruende,
            anzahl: t.anzahl,
        })
        .collect())
}
