//! A programme with everything around it: themes, teams, months, planned against done.

use super::freigabe::anteil;
use super::*;
use crate::api::widerspruch::Personenzeichen;
use crate::aufzaehlung::Aufzaehlung;
use crate::fachaufsicht::pruefung::Stand;
use crate::pruefprogramm::{
    MONATE, Monatsstand, Monatszelle, Programmschritt, Programmstand, Zeilenschluessel, Zellenlage,
    programmnummer, zelle,
};
use crate::storage::{Programmausfall, Teamstand};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A programme with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct ProgrammDetail {
    /// The Fassung; themes and teams as far as the person sees them.
    pub programm: Programm,
    /// `Prüfprogramm 2026, Fassung 2`.
    pub titel: String,
    /// Themes in the order of area and title.
    pub zeilen: Vec<Programmzeilenstand>,
    /// Month by month over all themes that the person sees.
    pub monate: Vec<Monatssumme>,
    /// Recorded reasons that hold.
    pub ausfaelle: Vec<Programmausfall>,
    /// What is missing before it can be presented.
    pub luecken: Vec<String>,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Programmschritt>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// The person may make checks of months.
    pub darf_anlegen: bool,
    /// The person may record why something was not done.
    pub darf_ausfall: bool,
    /// All Fassungen of this year, newest first.
    pub fassungen: Vec<Programmkopf>,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

/// A theme of a programme.
#[derive(Debug, Serialize, TS)]
pub struct Programmzeilenstand {
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Title of the theme.
    pub thema: String,
    /// Name of the area.
    pub bereich: String,
    /// Teams in the order of their names.
    pub teams: Vec<Programmteamstand>,
    /// The check of each month that has one.
    pub pruefungen: Vec<Monatspruefung>,
}

/// A team of a theme.
#[derive(Debug, Serialize, TS)]
pub struct Programmteamstand {
    /// Team.
    pub team_id: String,
    /// Its name.
    pub name: String,
    /// January to December.
    pub monate: Vec<Monatszelle>,
}

/// The check of a month.
#[derive(Debug, Serialize, TS)]
pub struct Monatspruefung {
    /// From 1.
    pub monat: u32,
    /// Id.
    pub id: String,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Its state.
    pub stand: Stand,
    /// Teams that it is for.
    pub teams: Vec<String>,
}

/// A month over all themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Monatssumme {
    /// Planned.
    pub geplant: u64,
    /// Drawn.
    pub gezogen: u64,
    /// Checked, or found not to be checkable.
    pub geprueft: u64,
    /// Teams that are late.
    pub ueberfaellig: u64,
}

pub(super) fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Programmkopf>> {
    let plant = rechte::darf(f.sitzung, "pruefprogramm.speichern")
        || rechte::darf(f.sitzung, "pruefprogramm.freigeben");
    let mut koepfe = f.l.pruefprogramme()?;
    // Drafts are the business of those who plan and release.
    koepfe.retain(|k| plant || matches!(k.stand, Programmstand::Gueltig | Programmstand::Ersetzt));
    Ok(koepfe)
}

pub(super) fn lesen(f: &Frage<'_>, r: ProgrammLesen) -> Ergebnis<ProgrammDetail> {
    let fassungen = liste(f, Leer {})?;
    if !fassungen.iter().any(|k| k.id == r.id) {
        return Err(Fehler::nicht_gefunden(WAS));
    }
    let p = laden(f.l, &r.id)?;
    let sicht = Programmsicht::neu(f.sitzung, f.umfang);
    let zeilen = zeilenstaende(f.l, &p, &sicht, f.haus.umgebung().heute())?;
    let luecken = if p.stand == Programmstand::Entwurf { p.inhalt.luecken() } else { Vec::new() };
    let moeglich = moeglich(f, &p);
    let ausfaelle = ausfaelle(f.l, p.jahr, &sicht)?;
    let mut programm = p;
    programm.inhalt.zeilen =
        std::mem::take(&mut programm.inhalt.zeilen).into_iter().filter_map(|z| sicht.zeile(z)).collect();
    let gueltig = programm.stand == Programmstand::Gueltig;
    Ok(ProgrammDetail {
        titel: programmnummer(programm.jahr, programm.fassung),
        monate: monatssummen(&zeilen),
        naechster_schritt: naechster_schritt(&programm, &zeilen, &luecken),
        darf_anlegen: gueltig && rechte::darf(f.sitzung, "pruefprogramm.pruefung_anlegen"),
        darf_ausfall: gueltig && rechte::darf(f.sitzung, "pruefprogramm.ausfall_erfassen"),
        fassungen: fassungen.into_iter().filter(|k| k.jahr == programm.jahr).collect(),
        personen: f
            .l
            .alle_benutzer()?
            .into_iter()
            .map(|b| Personenzeichen { id: b.id, zeichen: b.zeichen, name: b.anzeigename })
            .collect(),
        programm,
        zeilen,
        ausfaelle,
        luecken,
        moeglich,
    })
}

/// What of a year waits, team by team and month by month.
#[derive(Debug, Serialize, TS)]
pub struct Programmlage {
    /// Year.
    pub jahr: i32,
    /// `Prüfprogramm 2026, Fassung 2`.
    pub titel: String,
    /// Months that are over without a check, or with fewer cases, and without a reason.
    pub ohne_grund: Monatszahl,
    /// Sheets that should be done.
    pub verspaetet: Monatszahl,
    /// To be drawn this month.
    pub zu_ziehen: Monatszahl,
}

/// How often, and where first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Monatszahl {
    /// Teams of months.
    pub anzahl: u64,
    /// The first such month, from 1.
    pub monat: Option<u32>,
}

impl Monatszahl {
    fn zaehle(zellen: &[(u32, &Monatszelle)], passt: impl Fn(&Monatszelle) -> bool) -> Self {
        let monate = || zellen.iter().filter(|(_, z)| passt(z)).map(|(m, _)| *m);
        Self { anzahl: monate().count() as u64, monat: monate().min() }
    }
}

/// The running year, and the one before while something of it is left: December falls due in January.
pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Programmlage>> {
    let heute = f.haus.umgebung().heute();
    let heuer = heute.year();
    let sicht = Programmsicht::neu(f.sitzung, f.umfang);
    let mut lagen = Vec::new();
    for jahr in [heuer - 1, heuer] {
        let Some(p) = f.l.gueltiges_pruefprogramm(jahr)? else { continue };
        let zeilen = zeilenstaende(f.l, &p, &sicht, heute)?;
        if zeilen.is_empty() {
            continue;
        }
        let zellen: Vec<(u32, &Monatszelle)> =
            zeilen.iter().flat_map(|z| &z.teams).flat_map(|t| (1..).zip(&t.monate)).collect();
        let lage = Programmlage {
            jahr,
            titel: programmnummer(p.jahr, p.fassung),
            ohne_grund: Monatszahl::zaehle(&zellen, |z| {
                z.ueberfaellig && matches!(z.stand, Monatsstand::Versaeumt | Monatsstand::Weniger)
            }),
            verspaetet: Monatszahl::zaehle(&zellen, |z| z.ueberfaellig && z.stand == Monatsstand::InArbeit),
            zu_ziehen: Monatszahl::zaehle(&zellen, |z| z.stand == Monatsstand::Faellig),
        };
        if jahr == heuer || lage.ohne_grund.anzahl + lage.verspaetet.anzahl > 0 {
            lagen.push(lage);
        }
    }
    Ok(lagen)
}

fn ausfaelle(l: &Lesen<'_>, jahr: i32, sicht: &Programmsicht) -> Ergebnis<Vec<Programmausfall>> {
    let bereich_von: BTreeMap<String, String> =
        l.teams()?.into_iter().map(|t| (t.id, t.bereich_id)).collect();
    let mut alle = l.programmausfaelle(jahr)?;
    alle.retain(|x| bereich_von.get(&x.team_id).is_some_and(|b| sicht.team(b, &x.team_id)));
    Ok(alle)
}

/// Planned against done, theme by theme and team by team: five statements, whatever the year.
pub(super) fn zeilenstaende(
    l: &Lesen<'_>,
    p: &Programm,
    sicht: &Programmsicht,
    heute: NaiveDate,
) -> Ergebnis<Vec<Programmzeilenstand>> {
    let namen = Namen::lesen(l)?;
    let staende = l.programmstaende(p.jahr)?;
    let vorgaben: BTreeMap<String, Vec<String>> = l
        .programmpruefungen(p.jahr, None)?
        .into_iter()
        .map(|g| (g.id, g.vorgaben.into_iter().map(|v| v.team_id).collect()))
        .collect();
    let ausfaelle = l.programmausfaelle(p.jahr)?;
    let mut zeilen: Vec<Programmzeilenstand> = p
        .inhalt
        .zeilen
        .iter()
        .cloned()
        .filter_map(|z| {
            // Over all teams of the line: a person may see one of those that share a stratum.
            let gemeinsam = gemeinsam_erreicht(&z, &namen.kleine, &staende, &ausfaelle);
            Some((sicht.zeile(z)?, gemeinsam))
        })
        .map(|(z, gemeinsam)| {
            zeilenstand(p.jahr, z, &namen, &staende, &vorgaben, &ausfaelle, &gemeinsam, heute)
        })
        .collect();
    zeilen.sort_by(|a, b| (&a.bereich, &a.thema).cmp(&(&b.bereich, &b.thema)));
    Ok(zeilen)
}

/// Small teams are drawn from one stratum: which of them a case falls to is chance. Their months in which all of
/// them together have what was planned.
fn gemeinsam_erreicht(
    z: &Programmzeile,
    kleine: &BTreeSet<String>,
    staende: &[Teamstand],
    ausfaelle: &[Programmausfall],
) -> BTreeSet<(String, u32)> {
    let teams: Vec<_> = z.teams.iter().filter(|t| kleine.contains(&t.team_id)).collect();
    let mut erreicht = BTreeSet::new();
    for monat in (1..).take(MONATE) {
        let faellt_aus =
            |team: &str| ausfaelle.iter().any(|x| x.betrifft(monat, &z.schluessel.thema_id, team));
        let geplante: Vec<_> = teams.iter().filter(|t| t.im(monat) > 0 && !faellt_aus(&t.team_id)).collect();
        let geplant: u64 = geplante.iter().map(|t| u64::from(t.im(monat))).sum();
        let gezogen: u64 = staende
            .iter()
            .filter(|s| s.schluessel == z.schluessel && s.monat == monat)
            .filter(|s| s.team_id.as_ref().is_some_and(|id| kleine.contains(id)))
            .map(|s| s.gezogen)
            .sum();
        if geplante.len() > 1 && gezogen >= geplant {
            erreicht.extend(geplante.iter().map(|t| (t.team_id.clone(), monat)));
        }
    }
    erreicht
}

#[allow(clippy::too_many_arguments, reason = "everything that was read for a year")]
fn zeilenstand(
    jahr: i32,
    z: Programmzeile,
    namen: &Namen,
    staende: &[Teamstand],
    vorgaben: &BTreeMap<String, Vec<String>>,
    ausfaelle: &[Programmausfall],
    gemeinsam: &BTreeSet<(String, u32)>,
    heute: NaiveDate,
) -> Programmzeilenstand {
    let eigene: Vec<&Teamstand> = staende.iter().filter(|s| s.schluessel == z.schluessel).collect();
    let mut pruefungen: Vec<Monatspruefung> = Vec::new();
    for s in &eigene {
        if pruefungen.last().is_none_or(|p| p.id != s.pruefung_id) {
            pruefungen.push(Monatspruefung {
                monat: s.monat,
                id: s.pruefung_id.clone(),
                nummer: s.nummer.clone(),
                stand: s.stand,
                teams: vorgaben.get(&s.pruefung_id).cloned().unwrap_or_default(),
            });
        }
    }
    let zellen = |team_id: &str, geplant: &dyn Fn(u32) -> u16| -> Vec<Monatszelle> {
        (1..)
            .take(MONATE)
            .map(|monat| {
                let mut lage = Zellenlage { geplant: u64::from(geplant(monat)), ..Zellenlage::default() };
                for s in eigene.iter().filter(|s| s.monat == monat && s.team_id.as_deref() == Some(team_id)) {
                    lage.gezogen += s.gezogen;
                    lage.offen += s.offen;
                }
                lage.ausgefallen =
                    ausfaelle.iter().any(|x| x.betrifft(monat, &z.schluessel.thema_id, team_id));
                lage.gemeinsam_erreicht = gemeinsam.contains(&(team_id.to_owned(), monat));
                zelle(jahr, monat, lage, heute)
            })
            .collect()
    };
    let mut teams: Vec<Programmteamstand> = z
        .teams
        .iter()
        .map(|t| Programmteamstand {
            team_id: t.team_id.clone(),
            name: namen.team(&t.team_id),
            monate: zellen(&t.team_id, &|monat| t.im(monat)),
        })
        .collect();
    teams.sort_by(|a, b| a.name.cmp(&b.name));
    Programmzeilenstand {
        thema: namen.thema(&z.schluessel.thema_id),
        bereich: namen.bereich(&z.schluessel.bereich_id),
        schluessel: z.schluessel,
        teams,
        pruefungen,
    }
}

/// Names of themes, areas and teams by id.
pub(super) struct Namen {
    themen: BTreeMap<String, String>,
    bereiche: BTreeMap<String, String>,
    teams: BTreeMap<String, String>,
    /// Teams with fewer than five employees.
    kleine: BTreeSet<String>,
}

impl Namen {
    pub fn lesen(l: &Lesen<'_>) -> Ergebnis<Self> {
        let teams = l.teams()?;
        Ok(Self {
            kleine: teams.iter().filter(|t| t.unter_fuenf).map(|t| t.id.clone()).collect(),
            themen: l.pruefthemen()?.into_iter().map(|t| (t.id, t.titel)).collect(),
            bereiche: l.bereiche()?.into_iter().map(|b| (b.id, b.name)).collect(),
            teams: teams.into_iter().map(|t| (t.id, t.name)).collect(),
        })
    }

    pub fn thema(&self, id: &str) -> String {
        self.themen.get(id).cloned().unwrap_or_default()
    }

    pub fn bereich(&self, id: &str) -> String {
        self.bereiche.get(id).cloned().unwrap_or_default()
    }

    pub fn team(&self, id: &str) -> String {
        self.teams.get(id).cloned().unwrap_or_default()
    }
}

fn monatssummen(zeilen: &[Programmzeilenstand]) -> Vec<Monatssumme> {
    let mut summen = vec![Monatssumme::default(); MONATE];
    for team in zeilen.iter().flat_map(|z| &z.teams) {
        for (summe, z) in summen.iter_mut().zip(&team.monate) {
            summe.geplant += z.geplant;
            summe.gezogen += z.gezogen;
            summe.geprueft += z.geprueft;
            summe.ueberfaellig += u64::from(z.ueberfaellig);
        }
    }
    summen
}

fn naechster_schritt(p: &Programm, zeilen: &[Programmzeilenstand], luecken: &[String]) -> String {
    match p.stand {
        Programmstand::Entwurf => match luecken.first() {
            Some(satz) => satz.clone(),
            None => "Das Prüfprogramm ist vollständig und kann zur Freigabe vorgelegt werden.".to_owned(),
        },
        Programmstand::Vorgelegt => "Eine zweite Person gibt das Prüfprogramm frei.".to_owned(),
        Programmstand::Gueltig => {
            let zellen = || zeilen.iter().flat_map(|z| &z.teams).flat_map(|t| &t.monate);
            let ohne_grund = zellen()
                .filter(|z| matches!(z.stand, Monatsstand::Versaeumt | Monatsstand::Weniger))
                .count() as u64;
            let zu_ziehen = zellen().filter(|z| z.stand == Monatsstand::Faellig).count() as u64;
            match (ohne_grund, zu_ziehen) {
                (0, 0) => "Zurzeit ist nichts zu veranlassen.".to_owned(),
                (0, n) => {
                    crate::vollzaehlung::je(n, "In diesem Monat ist für 1 Team noch zu ziehen.", |n| {
                        format!("In diesem Monat ist für {n} Teams noch zu ziehen.")
                    })
                }
                (n, _) => crate::vollzaehlung::je(
                    n,
                    "Für einen vergangenen Monat fehlt die Prüfung eines Teams oder der Grund, warum sie ausfiel.",
                    |n| {
                        format!(
                            "Für vergangene Monate fehlt {n}-mal die Prüfung eines Teams oder der Grund, warum sie ausfiel."
                        )
                    },
                ),
            }
        }
        Programmstand::Ersetzt => "Eine neuere Fassung gilt.".to_owned(),
        Programmstand::Verworfen => "Dieser Entwurf wurde verworfen.".to_owned(),
    }
}

fn moeglich(f: &Frage<'_>, p: &Programm) -> Vec<Programmschritt> {
    use Programmschritt as S;
    let ich = f.sitzung.benutzer_id();
    let zweite = anteil(p, ich).is_none();
    S::ALLE
        .iter()
        .copied()
        .filter(|s| p.stand.erlaubt(*s))
        .filter(|s| {
            let passt = match s {
                S::Zurueckziehen => p.vorgelegt_von.as_deref() == Some(ich),
                S::Zurueckgeben | S::Freigeben => zweite,
                _ => true,
            };
            passt && rechte::darf(f.sitzung, &format!("pruefprogramm.{}", s.name()))
        })
        .collect()
}
