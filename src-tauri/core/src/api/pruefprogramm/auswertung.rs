//! The year of a theme, read in the same few statements whatever its number of checks.

use super::ansicht::Namen;
use super::*;
use crate::api::fachaufsicht::auswertung::materialien;
use crate::fachaufsicht::pruefung::Auswahl;
use crate::pruefprogramm::{
    Jahresauswertung, Jahresmaterial, Monatsfaelle, Zeilenschluessel, jahresauswertung,
};
use crate::stichprobe::zahl;
use crate::storage::AufgegebenePruefung;
use serde::Serialize;
use std::collections::BTreeMap;
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
    if !sicht.haus && sicht.bereich.as_deref() != Some(r.schluessel.bereich_id.as_str()) {
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
        auswertung.schichten.clear();
        // A month may have had one team only.
        auswertung.monate.iter_mut().for_each(|m| m.fehlerhaft = None);
    }
    auswertung.hinweise.extend(f.l.aufgegebene_pruefungen(r.jahr, &r.schluessel)?.iter().map(aufgegeben));
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

/// A draw that was given up, as a sentence.
fn aufgegeben(p: &AufgegebenePruefung) -> String {
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
    let pruefungen = l.programmpruefungen(jahr, Some(&zeile.schluessel))?;
    let monat_von: BTreeMap<&str, u32> = pruefungen.iter().map(|g| (g.id.as_str(), g.monat)).collect();
    let ids: Vec<&str> = monat_von.keys().copied().collect();
    let mut teile: Vec<Monatsfaelle> = materialien(l, &ids)?
        .into_iter()
        .map(|(p, bogen, material)| Monatsfaelle {
            monat: monat_von.get(p.id.as_str()).copied().unwrap_or_default(),
            nummer: p.nummer,
            bogen,
            material,
        })
        .collect();
    teile.sort_by(|a, b| (a.monat, &a.nummer).cmp(&(b.monat, &b.nummer)));
    let geplant = (1..=12).map(|m| zeile.vorgaben(m).iter().map(|v| u64::from(v.anzahl)).sum()).collect();
    let offen = ohne_ziehung_und_grund(l, jahr, zeile)?;
    let einheiten = teile.first().map(|t| t.material.grundlage.einheiten.clone()).unwrap_or_default();
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
    jahresauswertung(&Jahresmaterial { jahr, pruefungen: teile, geplant, offen, grundlage })
        .map_err(Fehler::intern)
}

/// Teams and months that are planned and neither drawn nor explained: until there are none the year is not over.
fn ohne_ziehung_und_grund(l: &Lesen<'_>, jahr: i32, zeile: &Programmzeile) -> Ergebnis<u64> {
    let staende = l.programmstaende(jahr)?;
    let ausfaelle = l.programmausfaelle(jahr)?;
    let gezogen = |monat: u32, team: &str| {
        staende.iter().any(|s| {
            s.schluessel == zeile.schluessel && s.monat == monat && s.team_id.as_deref() == Some(team)
        })
    };
    let erklaert = |monat: u32, team: &str| {
        ausfaelle.iter().any(|x| x.betrifft(monat, &zeile.schluessel.thema_id, team))
    };
    Ok((1..=12)
        .flat_map(|monat| zeile.vorgaben(monat).into_iter().map(move |v| (monat, v.team_id)))
        .filter(|(monat, team)| !gezogen(*monat, team) && !erklaert(*monat, team))
        .count() as u64)
}
