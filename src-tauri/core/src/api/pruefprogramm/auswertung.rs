//! The year of a theme, read in the same few statements whatever its number of checks.

use super::ansicht::Namen;
use super::*;
use crate::api::fachaufsicht::auswertung::materialien;
use crate::fachaufsicht::pruefung::Auswahl;
use crate::pruefprogramm::{
    Jahresauswertung, Jahresmaterial, Monatsfaelle, Zeilenschluessel, jahresauswertung,
};
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
    }
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
        abgeschlossen: false,
    };
    jahresauswertung(&Jahresmaterial { jahr, pruefungen: teile, geplant, grundlage }).map_err(Fehler::intern)
}
