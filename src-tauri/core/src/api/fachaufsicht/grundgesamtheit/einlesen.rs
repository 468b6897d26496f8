//! The import itself: file, validation, pseudonyms, rows.

use super::super::pruefung_laden;
use crate::api::datei::zu_lesen;
use crate::api::haus::pruefe_text;
use crate::api::organisation::Bezug;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::audit::{ObjektArt, hex};
use crate::einlesen::{Abbruch, Einheit, Importergebnis, Kontrollvorgabe, pruefe};
use crate::fachaufsicht::grundgesamtheit::{
    ANDERES_TEAM, Leseweise, MAX_SCHICHTEN, MAX_TEAMS, OHNE_TEAM, Schichtzeile, TEAM_UNBEKANNT, Teamzeile,
    Zeilenbefund,
};
use crate::fachaufsicht::nachziehung::aus_einlesen;
use crate::fachaufsicht::pruefung::{Pruefung, Uebergang};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Haus;
use crate::haus::schluessel::Pseudonymisierer;
use crate::storage::{Grundgesamtheit, NeueEinheit};
use chrono::NaiveDate;
use serde::Deserialize;
use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;
use std::path::Path;
use ts_rs::TS;

/// Purpose of the sub-key for the pseudonyms of one population, before its id.
const ZWECK: &str = "ziehung:";
/// Purpose of the sub-key by which the house recognises a list it has seen.
pub(super) const ZWECK_LISTE: &str = "grundgesamtheit";

/// Imports a list into an open check; replaces an earlier import as long as nothing is sealed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Einlesen {
    /// Check with its expected version.
    pub pruefung: Bezug,
    /// Path.
    pub datei: String,
    /// Reading options and mapping.
    pub leseweise: Leseweise,
    /// Specialist application.
    pub quellsystem: String,
    /// Query in it.
    pub abfrage: String,
    /// Day of the extraction.
    #[ts(type = "string")]
    pub auszug_am: NaiveDate,
    /// What the source system names.
    pub kontrolle: Kontrollvorgabe,
    /// Why a difference is acceptable; may be empty.
    pub kontroll_vermerk: String,
    /// Rows that the preview counted, for the bar; none if unknown.
    pub zeilen_erwartet: Option<u64>,
}

/// Numbers given to texts as they come, with how often each came.
pub(super) struct Verzeichnis {
    platz: HashMap<String, usize>,
    pub(super) zeilen: Vec<(String, u64)>,
    hoechstens: usize,
}

impl Verzeichnis {
    pub(super) fn neu(hoechstens: usize) -> Self {
        Self { platz: HashMap::new(), zeilen: Vec::new(), hoechstens }
    }

    pub(super) fn nimm(&mut self, text: &str) -> Option<usize> {
        let i = match self.platz.get(text) {
            Some(i) => *i,
            None if self.zeilen.len() >= self.hoechstens => return None,
            None => {
                self.platz.insert(text.to_owned(), self.zeilen.len());
                self.zeilen.push((text.to_owned(), 0));
                self.zeilen.len() - 1
            }
        };
        self.zeilen[i].1 += 1;
        Some(i)
    }
}

pub(super) fn einlesen(a: &Auftrag<'_>, anfrage: Einlesen) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.pruefung.id)?;
    let stand = p.stand.nach(Uebergang::Einlesen)?;
    oder_konflikt(a.s.pruefung_stand(&p.id, anfrage.pruefung.version, stand), "Die Prüfung", || {
        a.s.pruefung(&p.id)
    })?;
    if a.s.nachschauliste(&p.id)?.is_some() {
        return Err(Fehler::regel(
            "Die Fälle dieser Nachschau kommen aus der ersten Prüfung und lassen sich nicht gegen eine Liste tauschen.",
        ));
    }
    let mut g = neue(a, &p, &anfrage)?;
    let pfad = zu_lesen(a.haus, &anfrage.datei)?;
    let mut aenderung = Aenderung::an(ObjektArt::PRUEFUNG, &p.id).und(ObjektArt::GRUNDGESAMTHEIT, &g.id);
    let ausschluesse = a.s.ausgeschlossene(&p.id)?;
    if !ausschluesse.is_empty() {
        a.s.ausschluesse_loeschen(&p.id)?;
        aenderung = aenderung.mit_hinweis(format!(
            "Die {} Ausschlüsse der vorigen Liste sind aufgehoben. Bitte tragen Sie sie bei Bedarf neu ein.",
            ausschluesse.len()
        ));
        for (id, _) in ausschluesse {
            aenderung = aenderung.und(ObjektArt::AUSSCHLUSS, id);
        }
    }
    a.s.einheiten_loeschen(g.nr)?;
    a.fortschritt.beginne("Liste wird eingelesen", anfrage.zeilen_erwartet.unwrap_or(0));
    let namen: HashMap<String, String> =
        a.s.teams()?.into_iter().filter(|t| p.plan.teams.contains(&t.id)).map(|t| (t.name, t.id)).collect();
    let im_haus: BTreeSet<String> = a.s.teams()?.into_iter().map(|t| t.name).collect();
    let nur_teams = a.s.programmpruefung(&p.id)?.is_some();
    if nur_teams && g.leseweise.zuordnung.team.is_none() {
        return Err(Fehler::feld(
            "zuordnung.team",
            "Das Prüfprogramm sieht Fälle je Team vor. Bitte ordnen Sie die Spalte mit dem Team zu.",
        ));
    }
    let fremd = Fremdes::neu(nur_teams.then_some((&namen, &im_haus)));
    let ergebnis = uebernehmen(a, &mut g, &pfad, &fremd)?;
    for team in &mut g.teams {
        team.team_id = namen.get(&team.name).cloned();
    }
    let befunde = befunde(&ergebnis);
    eintragen(&mut g, ergebnis);
    fremd.abziehen(&mut g);
    a.s.grundgesamtheit_speichern(&g, &befunde, &a.salz())?;
    Ok([fremde_teams(&g), fremd.hinweis()].into_iter().flatten().fold(aenderung, Aenderung::mit_hinweis))
}

/// The record before the file is read; a re-import keeps id, key and with them the pseudonyms.
fn neue(a: &Auftrag<'_>, p: &Pruefung, anfrage: &Einlesen) -> Ergebnis<Grundgesamtheit> {
    let heute = a.haus.umgebung().heute();
    if anfrage.auszug_am > heute {
        return Err(Fehler::feld("auszug_am", "Der Tag des Auszugs liegt in der Zukunft."));
    }
    let (id, nr, version) = match a.s.grundgesamtheit(&p.id)? {
        Some(alt) => (alt.id, alt.nr, alt.version),
        None => (a.neue_id(), a.s.naechste_grundgesamtheit_nr()?, 1),
    };
    let titel = &anfrage.leseweise.zuordnung.anzeige;
    Ok(Grundgesamtheit {
        id,
        nr,
        pruefung_id: p.id.clone(),
        quellsystem: pruefe_text("quellsystem", &anfrage.quellsystem, 2, 120)?,
        abfrage: pruefe_text("abfrage", &anfrage.abfrage, 2, 500)?,
        auszug_am: anfrage.auszug_am,
        datei_sha256: String::new(),
        listenkennung: String::new(),
        anzeige_titel: titel.iter().map(|s| s.titel.clone()).collect(),
        leseweise: anfrage.leseweise.clone(),
        zeilen_gelesen: 0,
        uebernommen: 0,
        gewarnt: 0,
        abgelehnt: 0,
        gruende: Vec::new(),
        hinweise: Vec::new(),
        summe_cent: None,
        kontroll_anzahl: anfrage.kontrolle.anzahl,
        kontroll_cent: anfrage.kontrolle.summe_cent,
        kontroll_vermerk: pruefe_text("kontroll_vermerk", &anfrage.kontroll_vermerk, 0, 1_000)?,
        schichten: Vec::new(),
        teams: Vec::new(),
        population_hash: String::new(),
        schicht_hash: None,
        anzahl: None,
        ausgeschlossen: None,
        eingelesen_von: a.sitzung.benutzer_id().to_owned(),
        eingelesen_am: a.haus.umgebung().zeitstempel(),
        versiegelt_von: None,
        versiegelt_am: None,
        version,
    })
}

/// Units of teams that a check of a Prüfprogramm leaves out: the list of a month serves all, the check takes its own.
/// What names no team of the house is no other team, but a mistake that somebody has to see.
struct Fremdes<'n> {
    eigene: Option<(&'n HashMap<String, String>, &'n BTreeSet<String>)>,
    andere: Cell<u64>,
    unbekannt: Cell<u64>,
    summe_cent: Cell<i64>,
}

impl<'n> Fremdes<'n> {
    fn neu(eigene: Option<(&'n HashMap<String, String>, &'n BTreeSet<String>)>) -> Self {
        Self { eigene, andere: Cell::new(0), unbekannt: Cell::new(0), summe_cent: Cell::new(0) }
    }

    fn ist_es(&self, e: &Einheit) -> bool {
        let Some((eigene, im_haus)) = self.eigene else { return false };
        let team = e.team.as_deref().unwrap_or_default();
        if eigene.contains_key(team) {
            return false;
        }
        let zaehler = if im_haus.contains(team) { &self.andere } else { &self.unbekannt };
        zaehler.set(zaehler.get() + 1);
        self.summe_cent.set(self.summe_cent.get().saturating_add(e.betrag_cent.unwrap_or(0)));
        true
    }

    /// They were read as units and are none of this check.
    fn abziehen(&self, g: &mut Grundgesamtheit) {
        let n = self.andere.get() + self.unbekannt.get();
        g.uebernommen = g.uebernommen.saturating_sub(n);
        g.abgelehnt += n;
        g.summe_cent = g.summe_cent.map(|s| s.saturating_sub(self.summe_cent.get()));
        for (grund, anzahl) in [(ANDERES_TEAM, &self.andere), (TEAM_UNBEKANNT, &self.unbekannt)] {
            if anzahl.get() > 0 {
                g.gruende.push((grund.to_owned(), anzahl.get()));
            }
        }
    }

    fn hinweis(&self) -> Option<String> {
        (self.unbekannt.get() > 0).then(|| {
            crate::vollzaehlung::je(
                self.unbekannt.get(),
                "1 Zeile nennt kein Team des Hauses und ist nicht übernommen. Bitte prüfen Sie die Schreibweise; sonst fehlt ein Fall in der Grundgesamtheit.",
                |n| format!("{n} Zeilen nennen kein Team des Hauses und sind nicht übernommen. Bitte prüfen Sie die Schreibweise; sonst fehlen diese Fälle in der Grundgesamtheit."),
            )
        })
    }
}

/// Streams the file into the rows of the population.
fn uebernehmen(
    a: &Auftrag<'_>,
    g: &mut Grundgesamtheit,
    pfad: &Path,
    fremd: &Fremdes<'_>,
) -> Ergebnis<Importergebnis> {
    let pseudonym = pseudonymisierer(a.haus, g)?;
    let liste = Pseudonymisierer::neu(a.haus.schluessel(), ZWECK_LISTE)?;
    let mut schreiber = a.s.einheiten_schreiber(g.nr)?;
    let mut teams = Verzeichnis::neu(MAX_TEAMS);
    let mut schichten = Verzeichnis::neu(MAX_SCHICHTEN);
    let mut pseudonyme: Vec<[u8; 32]> = Vec::new();
    // XOR of keyed hashes: the same set of numbers gives the same value in any order.
    let mut listenkennung = [0u8; 32];
    let ergebnis = pruefe(
        pfad,
        &g.leseweise.optionen,
        &g.leseweise.zuordnung,
        &mut |e: Einheit| -> Ergebnis<()> {
            if fremd.ist_es(&e) {
                return Ok(());
            }
            let team = teams
                .nimm(e.team.as_deref().unwrap_or(OHNE_TEAM))
                .ok_or_else(|| zu_viele("zuordnung.team", "Teams", MAX_TEAMS))?;
            let schicht = schichten
                .nimm(&e.schichten.join(" / "))
                .ok_or_else(|| zu_viele("zuordnung.schichten", "Schichten", MAX_SCHICHTEN))?;
            let bytes = pseudonym.bytes(&e.schluessel);
            for (k, b) in listenkennung.iter_mut().zip(liste.bytes(&e.schluessel)) {
                *k ^= b;
            }
            pseudonyme.push(bytes);
            schreiber.schreibe(&NeueEinheit {
                pseudonym: &bytes,
                schicht,
                team,
                betrag_cent: e.betrag_cent,
                nummer: &e.schluessel,
                anzeige: &serde_json::to_string(&e.anzeige).map_err(Fehler::intern)?,
            })?;
            Ok(())
        },
        &|gelesen| a.fortschritt.melde(gelesen).is_err(),
    )
    .map_err(|e| match e {
        Abbruch::Einlesen(e) => aus_einlesen(e),
        Abbruch::Senke(e) => e,
        Abbruch::Abgebrochen => {
            Fehler::neu(Code::Abgebrochen, "Der Import wurde abgebrochen. Es wurde nichts übernommen.")
        }
    })?;
    a.fortschritt.beginne("Liste wird geprüft", 0);
    if pseudonyme.is_empty() {
        return Err(Fehler::neu(
            Code::Eingabe,
            "Aus dieser Liste wurde keine Zeile übernommen. Bitte prüfen Sie die Zuordnung der Spalten.",
        ));
    }
    g.population_hash = population_hash(&pseudonyme)?;
    g.listenkennung = hex(&listenkennung);
    g.teams = teams
        .zeilen
        .into_iter()
        .map(|(name, anzahl)| Teamzeile { name, team_id: None, schicht: String::new(), anzahl })
        .collect();
    g.schichten = schichten.zeilen.into_iter().map(|(name, anzahl)| Schichtzeile { name, anzahl }).collect();
    Ok(ergebnis)
}

pub(super) fn population_hash(pseudonyme: &[[u8; 32]]) -> Ergebnis<String> {
    let texte: Vec<String> = pseudonyme.iter().map(|b| hex(b)).collect();
    crate::stichprobe::population_hash(&texte).map_err(|e| Fehler::regel(e.to_string()))
}

fn zu_viele(feld: &str, was: &str, hoechstens: usize) -> Fehler {
    Fehler::feld(
        feld,
        format!(
            "Die gewählte Spalte nennt mehr als {hoechstens} verschiedene {was}. Bitte wählen Sie eine andere Spalte."
        ),
    )
}

fn befunde(e: &Importergebnis) -> Vec<Zeilenbefund> {
    let abgelehnt = e.abweisungen.iter().map(|a| (a.zeile, true, &a.text));
    let gewarnt = e.warnungen.iter().map(|w| (w.zeile, false, &w.text));
    abgelehnt
        .chain(gewarnt)
        .map(|(zeile, abgelehnt, text)| Zeilenbefund { zeile, abgelehnt, text: text.clone() })
        .collect()
}

fn eintragen(g: &mut Grundgesamtheit, e: Importergebnis) {
    g.datei_sha256 = e.sha256;
    g.zeilen_gelesen = e.gelesen;
    g.uebernommen = e.uebernommen;
    g.gewarnt = e.gewarnt;
    g.abgelehnt = e.abgewiesen;
    g.gruende = e.gruende.iter().map(|g| (g.bezeichnung.to_owned(), g.anzahl)).collect();
    g.hinweise = e.hinweise;
    g.summe_cent = g.leseweise.zuordnung.betrag.is_some().then_some(e.summe_cent);
}

/// Units of teams that the check does not name would be drawn and then belong to nobody.
fn fremde_teams(g: &Grundgesamtheit) -> Option<String> {
    let fremde: Vec<&Teamzeile> = g.teams.iter().filter(|t| t.team_id.is_none()).collect();
    if g.leseweise.zuordnung.team.is_none() || fremde.is_empty() {
        return None;
    }
    let namen: Vec<String> = fremde.iter().take(10).map(|t| format!("„{}“ ({})", t.name, t.anzahl)).collect();
    Some(format!(
        "Diese Angaben in der Teamspalte sind kein Team dieser Prüfung: {}. Die Fälle gehören trotzdem zur Grundgesamtheit.",
        namen.join(", ")
    ))
}

/// Makes the pseudonyms of one population.
pub(in crate::api::fachaufsicht) fn pseudonymisierer(
    haus: &Haus,
    g: &Grundgesamtheit,
) -> Ergebnis<Pseudonymisierer> {
    pseudonymisierer_von(haus, &g.id)
}

/// The same by the id of the population.
pub(in crate::api::fachaufsicht) fn pseudonymisierer_von(
    haus: &Haus,
    id: &str,
) -> Ergebnis<Pseudonymisierer> {
    Pseudonymisierer::neu(haus.schluessel(), &format!("{ZWECK}{id}"))
}

/// Reads a file again as the population was read and gives pseudonym, number and display columns of each
/// unit to `nimm`; for recognising a list.
pub(in crate::api::fachaufsicht) fn pseudonyme_lesen(
    haus: &Haus,
    g: &Grundgesamtheit,
    datei: &str,
    mut nimm: impl FnMut([u8; 32], Einheit),
) -> Ergebnis<()> {
    let pfad = zu_lesen(haus, datei)?;
    let pseudonym = pseudonymisierer(haus, g)?;
    let nur_teams =
        g.gruende.iter().any(|(grund, _)| [ANDERES_TEAM, TEAM_UNBEKANNT].contains(&grund.as_str()));
    let senke = &mut |e: Einheit| -> Result<(), Infallible> {
        if nur_teams && !g.teams.iter().any(|t| e.team.as_deref() == Some(t.name.as_str())) {
            return Ok(());
        }
        nimm(pseudonym.bytes(&e.schluessel), e);
        Ok(())
    };
    match pruefe(&pfad, &g.leseweise.optionen, &g.leseweise.zuordnung, senke, &|_| false) {
        Ok(_) => Ok(()),
        Err(Abbruch::Einlesen(e)) => Err(aus_einlesen(e)),
        Err(e) => Err(Fehler::intern(e.to_string())),
    }
}
