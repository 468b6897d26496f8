//! A population taken from another check: the cases that were to be corrected there.

use super::einlesen::{Verzeichnis, ZWECK_LISTE, population_hash, pseudonymisierer_von};
use crate::api::tuer::Auftrag;
use crate::audit::hex;
use crate::fachaufsicht::grundgesamtheit::{MAX_TEAMS, OHNE_TEAM, Schichtzeile, Teamzeile};
use crate::fachaufsicht::pruefung::Pruefung;
use crate::fachaufsicht::ziehung::ergebnis_hash;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::schluessel::Pseudonymisierer;
use crate::storage::{Grundgesamtheit, KorrigierterFall, NeueEinheit};

/// Writes the population of a Nachschau from the corrected cases of the first check, in their order, under pseudonyms
/// of its own; returns its id. What stands for the checksum of a file is that of their pseudonyms in the first check,
/// each followed by \n, so that it can be computed from the list of that check.
pub(in crate::api::fachaufsicht) fn population_aus(
    a: &Auftrag<'_>,
    p: &Pruefung,
    erste: &Pruefung,
    liste_der_ersten: &Grundgesamtheit,
    faelle: &[KorrigierterFall],
) -> Ergebnis<String> {
    let (id, nr) = (a.neue_id(), a.s.naechste_grundgesamtheit_nr()?);
    let pseudonym = pseudonymisierer_von(a.haus, &id)?;
    let wiedererkannt = Pseudonymisierer::neu(a.haus.schluessel(), ZWECK_LISTE)?;
    let mut schreiber = a.s.einheiten_schreiber(nr)?;
    let mut teams = Verzeichnis::neu(MAX_TEAMS);
    let mut team_ids = Vec::new();
    let mut listenkennung = [0u8; 32];
    let mut pseudonyme = Vec::with_capacity(faelle.len());
    for fall in faelle {
        let nummer = fall.nummer.as_deref().ok_or_else(|| Fehler::intern("corrected case without number"))?;
        let team = teams
            .nimm(fall.team.as_deref().unwrap_or(OHNE_TEAM))
            .ok_or_else(|| Fehler::intern("more teams than a list may have"))?;
        if team == team_ids.len() {
            team_ids.push(fall.team_id.clone());
        }
        let bytes = pseudonym.bytes(nummer);
        for (k, b) in listenkennung.iter_mut().zip(wiedererkannt.bytes(nummer)) {
            *k ^= b;
        }
        schreiber.schreibe(&NeueEinheit {
            pseudonym: &bytes,
            schicht: 0,
            team,
            betrag_cent: fall.betrag_cent,
            nummer,
            anzeige: fall.anzeige.as_deref().unwrap_or("[]"),
        })?;
        pseudonyme.push(bytes);
    }
    let anzahl = faelle.len() as u64;
    let mit_betrag = faelle.iter().any(|x| x.betrag_cent.is_some());
    let g = Grundgesamtheit {
        id,
        nr,
        pruefung_id: p.id.clone(),
        quellsystem: format!("Prüfung {}", erste.nummer),
        abfrage:
            "Fälle mit Korrektur, in der Reihenfolge der ersten Ziehung; Prüfsumme über ihre Pseudonyme dort"
                .to_owned(),
        auszug_am: a.haus.umgebung().heute(),
        datei_sha256: ergebnis_hash(faelle.iter().map(|x| x.pseudonym.as_str())),
        listenkennung: hex(&listenkennung),
        leseweise: liste_der_ersten.leseweise.clone(),
        zeilen_gelesen: anzahl,
        uebernommen: anzahl,
        gewarnt: 0,
        abgelehnt: 0,
        gruende: Vec::new(),
        hinweise: Vec::new(),
        summe_cent: mit_betrag
            .then(|| faelle.iter().filter_map(|x| x.betrag_cent).fold(0i64, i64::saturating_add)),
        kontroll_anzahl: None,
        kontroll_cent: None,
        kontroll_vermerk: String::new(),
        schichten: vec![Schichtzeile { name: String::new(), anzahl }],
        teams: teams
            .zeilen
            .into_iter()
            .zip(team_ids)
            .map(|((name, anzahl), team_id)| Teamzeile { name, team_id, schicht: String::new(), anzahl })
            .collect(),
        anzeige_titel: liste_der_ersten.anzeige_titel.clone(),
        population_hash: population_hash(&pseudonyme)?,
        schicht_hash: None,
        anzahl: None,
        ausgeschlossen: None,
        eingelesen_von: a.sitzung.benutzer_id().to_owned(),
        eingelesen_am: a.haus.umgebung().zeitstempel(),
        versiegelt_von: None,
        versiegelt_am: None,
        version: 1,
    };
    drop(schreiber);
    a.s.grundgesamtheit_speichern(&g, &[], &a.salz())?;
    Ok(g.id)
}
