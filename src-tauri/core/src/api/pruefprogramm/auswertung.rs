//! The year of a theme, read in the same few statements whatever its number of checks.

use super::ansicht::Namen;
use super::*;
use crate::api::fachaufsicht::auswertung::materialien;
use crate::fachaufsicht::pruefung::Auswahl;
use crate::pruefprogramm::{
    Jahresauswertung, Jahresmaterial, Monatsfaelle, Zeilenschluessel, jahresauswertung,
};
use crate::stichprobe::zahl;
use crate::storage::{AufgegebenePruefung, Programmausfall, Teamstand};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The year of a theme.
#[derive(Debug, Serialize, TS)]
pub struct Programmauswertung {
    /// Year.
    pub jahr: i32,
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Title of the theme.
    pub thema: String,
    /// Name of the area.
    pub bereich: String,
    /// Everything that is computed.
    pub auswertung: Jahresauswertung,
    /// Reasons why teams were not checked: month, name of the team, reason.
    pub ausfaelle: Vec<Ausfallzeile>,
    /// The strata are left out for this person: with the rows of the teams they would give small groups back.
    pub ohne_schichten: bool,
}

/// Why a team was not checked.
#[derive(Debug, Serialize, TS)]
pub struct Ausfallzeile {
    /// From 1.
    pub monat: u32,
    /// Name of the team.
    pub team: String,
    /// Why.
    pub grund: String,
}

pub(super) fn auswerten(f: &Frage<'_>, r: JahrAuswerten) -> Ergebnis<Programmauswertung> {
    let sicht = Programmsicht::neu(f.sitzung, f.umfang);
    let fehlt = || Fehler::nicht_gefunden("Dieses Thema im Prüfprogramm");
    if !sicht.ganzer_bereich(&r.schluessel.bereich_id) {
        return Err(fehlt());
    }
    let programm = gueltiges(f.l, r.jahr)?;
    let zeile = programm.inhalt.zeile(&r.schluessel).ok_or_else(fehlt)?;
    let mut auswertung = jahr(f.l, r.jahr, zeile)?;
    let namen = Namen::lesen(f.l)?;
    let ausfaelle = f
        .l
        .programmausfaelle(r.jahr)?
        .into_iter()
        .filter(|x| x.thema_id == r.schluessel.thema_id && zeile.teams.iter().any(|t| t.team_id == x.team_id))
        .map(|x| Ausfallzeile { monat: x.monat, team: namen.team(&x.team_id), grund: x.grund })
        .collect();
    let ohne_schichten = !rechte::darf(f.sitzung, "ziehung.protokoll_exportieren");
    if ohne_schichten {
        schichten_weg(&mut auswertung);
    }
    auswertung
        .hinweise
        .extend(f.l.aufgegebene_pruefungen(r.jahr, Some(&r.schluessel))?.iter().map(aufgegeben));
    Ok(Programmauswertung {
        jahr: r.jahr,
        thema: namen.thema(&r.schluessel.thema_id),
        bereich: namen.bereich(&r.schluessel.bereich_id),
        schluessel: r.schluessel,
        auswertung,
        ausfaelle,
        ohne_schichten,
    })
}

/// Takes out what would tell single strata.
pub(super) fn schichten_weg(a: &mut Jahresauswertung) {
    a.schichten.clear();
    // A month may have had one team only.
    a.monate.iter_mut().for_each(|m| m.fehlerhaft = None);
}

/// A draw that was given up, as a sentence.
pub(super) fn aufgegeben(p: &AufgegebenePruefung) -> String {
    format!(
        "Gezogen und dann nicht durchgeführt, deshalb nicht mitgezählt: {} ({}. Monat, {} gezogen, {} geprüft, {} mit Feststellung). Grund: {}",
        p.nummer,
        p.monat,
        zahl(p.gezogen),
        zahl(p.geprueft),
        zahl(p.mit_feststellung),
        p.grund
    )
}

/// Evaluates the checks of a theme in a year.
pub(super) fn jahr(l: &Lesen<'_>, jahr: i32, zeile: &Programmzeile) -> Ergebnis<Jahresauswertung> {
    let mut jahre = jahre(l, &[(jahr, zeile)], true)?;
    jahre.pop().map(|(_, a)| a).ok_or_else(|| Fehler::intern("a year without its evaluation"))
}

/// Themes in their years with what they are made of, in the same few statements whatever their number; in the order
/// in which they are asked for; with the tables by item, or without.
pub(super) fn jahre(
    l: &Lesen<'_>,
    zeilen: &[(i32, &Programmzeile)],
    mit_merkmalen: bool,
) -> Ergebnis<Vec<(Jahresmaterial, Jahresauswertung)>> {
    let jahre: BTreeSet<i32> = zeilen.iter().map(|(jahr, _)| *jahr).collect();
    let jahre: Vec<i32> = jahre.into_iter().collect();
    let mut faelle = monatsfaelle(l, &jahre, zeilen, mit_merkmalen)?;
    let lage =
        Jahreslage { staende: l.programmstaende_von(&jahre)?, ausfaelle: l.programmausfaelle_von(&jahre)? };
    let materialien: Vec<Jahresmaterial> = zeilen
        .iter()
        .map(|(jahr, zeile)| {
            let teile = faelle.remove(&(*jahr, zeile.schluessel.clone())).unwrap_or_default();
            jahresmaterial(*jahr, zeile, teile, lage.offen(*jahr, zeile))
        })
        .collect();
    let auswertungen = nebeneinander(&materialien)?;
    Ok(materialien.into_iter().zip(auswertungen).collect())
}

/// Each year on a thread of its own: the bounds over its strata are what takes the time, and no year needs another.
fn nebeneinander(materialien: &[Jahresmaterial]) -> Ergebnis<Vec<Jahresauswertung>> {
    std::thread::scope(|s| {
        let laeufe: Vec<_> = materialien.iter().map(|m| s.spawn(|| jahresauswertung(m))).collect();
        laeufe
            .into_iter()
            .map(|lauf| {
                lauf.join()
                    .map_err(|_| Fehler::intern("a year's evaluation ended early"))?
                    .map_err(Fehler::intern)
            })
            .collect()
    })
}

/// The checks of these themes by year and theme, each by month.
fn monatsfaelle(
    l: &Lesen<'_>,
    jahre: &[i32],
    zeilen: &[(i32, &Programmzeile)],
    mit_merkmalen: bool,
) -> Ergebnis<BTreeMap<(i32, Zeilenschluessel), Vec<Monatsfaelle>>> {
    let einer = zeilen.first().map(|(_, z)| &z.schluessel);
    let einer = einer.filter(|s| zeilen.iter().all(|(_, z)| z.schluessel == **s));
    let stellen: BTreeMap<String, (i32, Zeilenschluessel, u32)> = l
        .programmpruefungen_von(jahre, einer)?
        .into_iter()
        .filter(|g| zeilen.iter().any(|(jahr, z)| (*jahr, &z.schluessel) == (g.jahr, &g.schluessel)))
        .map(|g| (g.id, (g.jahr, g.schluessel, g.monat)))
        .collect();
    let ids: Vec<&str> = stellen.keys().map(String::as_str).collect();
    let mut je: BTreeMap<(i32, Zeilenschluessel), Vec<Monatsfaelle>> = BTreeMap::new();
    for (p, bogen, material) in materialien(l, &ids, mit_merkmalen)? {
        if let Some((jahr, schluessel, monat)) = stellen.get(&p.id) {
            let teil = Monatsfaelle { monat: *monat, nummer: p.nummer, bogen, material };
            je.entry((*jahr, schluessel.clone())).or_default().push(teil);
        }
    }
    for teile in je.values_mut() {
        teile.sort_by(|a, b| (a.monat, &a.nummer).cmp(&(b.monat, &b.nummer)));
    }
    Ok(je)
}

fn jahresmaterial(
    jahr: i32,
    zeile: &Programmzeile,
    pruefungen: Vec<Monatsfaelle>,
    offen: u64,
) -> Jahresmaterial {
    let geplant = (1..=12).map(|m| zeile.vorgaben(m).iter().map(|v| u64::from(v.anzahl)).sum()).collect();
    let einheiten = pruefungen.first().map(|t| t.material.grundlage.einheiten.clone()).unwrap_or_default();
    let grundlage = crate::fachaufsicht::auswertung::Grundlage {
        auswahl: Auswahl::Zufall,
        fehlerdefinition: zeile.fehlerdefinition,
        teilweise_zaehlt: zeile.teilweise_zaehlt,
        ziel: zeile.ziel.clone(),
        konfidenz: zeile.konfidenz.clone(),
        geschichtet: true,
        schichten: Vec::new(),
        einheiten,
        entscheidend: Vec::new(),
        erweiterung_ohne_regel: false,
        regel: None,
        abgeschlossen: false,
    };
    Jahresmaterial { jahr, pruefungen, geplant, offen, grundlage }
}

/// What was drawn and what was explained in some years.
struct Jahreslage {
    staende: Vec<Teamstand>,
    ausfaelle: Vec<Programmausfall>,
}

impl Jahreslage {
    /// Teams and months that are planned and neither drawn nor explained: until there are none the year is not over.
    fn offen(&self, jahr: i32, zeile: &Programmzeile) -> u64 {
        let gezogen = |monat: u32, team: &str| {
            self.staende.iter().any(|s| {
                s.jahr == jahr
                    && s.schluessel == zeile.schluessel
                    && s.monat == monat
                    && s.team_id.as_deref() == Some(team)
            })
        };
        let erklaert = |monat: u32, team: &str| {
            let betrifft = |x: &Programmausfall| x.betrifft(monat, &zeile.schluessel.thema_id, team);
            self.ausfaelle.iter().any(|x| x.jahr == jahr && betrifft(x))
        };
        (1..=12)
            .flat_map(|monat| zeile.vorgaben(monat).into_iter().map(move |v| (monat, v.team_id)))
            .filter(|(monat, team)| !gezogen(*monat, team) && !erklaert(*monat, team))
            .count() as u64
    }
}
