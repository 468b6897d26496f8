//! Organisation and users of the demo house.

use super::{Bau, PASSWORT};
use crate::api::{self, Geaendert, Operation};
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::{Einrichtung, Sitzung};
use crate::organisation::{Land, OrtsFeiertage};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Vorlage {
    haus: String,
    standorte: Vec<Ort>,
    bereiche: Vec<Ort>,
    teams: Vec<Teamvorlage>,
}

#[derive(Deserialize)]
struct Ort {
    kennung: String,
    name: String,
    gueltig_ab: String,
}

#[derive(Deserialize)]
struct Teamvorlage {
    kennung: String,
    name: String,
    standort: String,
    bereich: String,
    unter_fuenf: bool,
    gueltig_ab: String,
}

/// Name for signing in, full name, role, teams and area by kennung.
type Demobenutzer = (&'static str, &'static str, Rolle, &'static [&'static str], Option<&'static str>);

#[rustfmt::skip]
const BENUTZER: &[Demobenutzer] = &[
    ("qm",           "Quirin Maßmann",    Rolle::Qualitaetsmanagement,      &[], None),
    ("pruefer",      "Petra Rüfer",       Rolle::Pruefkraft,                &[], None),
    ("tl1",          "Tabea Lindner",     Rolle::Teamleitung,               &["leistung-1"], None),
    ("tl2",          "Till Lorenz",       Rolle::Teamleitung,               &["markt-und-integration-1"], None),
    ("bl",           "Britta Lehnert",    Rolle::Bereichsleitung,           &[], Some("leistungsgewaehrung")),
    ("widerspruch",  "Wiebke Sprung",     Rolle::Widerspruchsstelle,        &[], None),
    ("widerspruch2", "Wolfram Spruch",    Rolle::Widerspruchsstelle,        &[], None),
    ("krm",          "Karla Reimann",     Rolle::Kundenreaktionsmanagement, &[], None),
    ("dsb",          "Dörte Schutzbier",  Rolle::Datenschutz,               &[], None),
    ("akp",          "Anton Kaplan",      Rolle::Korruptionspraevention,    &[], None),
    ("gf",           "Gesa Fuhrmann",     Rolle::Geschaeftsfuehrung,        &[], None),
    ("revision",     "Rolf Evers",        Rolle::Revision,                  &[], None),
];

/// Ids by kennung, and the signed-in users by name.
pub(super) struct Struktur {
    pub(super) bereiche: BTreeMap<String, String>,
    pub(super) teams: BTreeMap<String, String>,
}

/// The empty house.
pub(super) fn einrichtung() -> Einrichtung {
    Einrichtung {
        name: vorlage().map(|v| v.haus).unwrap_or_default(),
        land: Land::TH,
        feiertage: OrtsFeiertage::default(),
        benutzername: "admin".to_owned(),
        anzeigename: "Anke Damm".to_owned(),
        passwort: PASSWORT.to_owned().into(),
        rollen: vec![Rolle::Administration],
        demo: true,
    }
}

fn vorlage() -> Ergebnis<Vorlage> {
    serde_json::from_str(include_str!("../../daten/organisation_demo.json")).map_err(Fehler::intern)
}

/// Creates sites, areas, teams and the demo users.
pub(super) fn anlegen(bau: &Bau) -> Ergebnis<(Struktur, Vec<(String, String)>)> {
    let v = vorlage()?;
    let gueltig = |ab: &str| json!({"gueltig_ab": ab, "gueltig_bis": null});
    let mut standorte = BTreeMap::new();
    for o in &v.standorte {
        let g = bau.aendern(
            &bau.admin,
            "organisation.standort_speichern",
            json!({"bezug": null, "name": o.name, "gueltigkeit": gueltig(&o.gueltig_ab)}),
        )?;
        standorte.insert(o.kennung.clone(), erste_id(&g)?);
    }
    let mut bereiche = BTreeMap::new();
    for o in &v.bereiche {
        let g = bau.aendern(
            &bau.admin,
            "organisation.bereich_speichern",
            json!({"bezug": null, "name": o.name, "gueltigkeit": gueltig(&o.gueltig_ab)}),
        )?;
        bereiche.insert(o.kennung.clone(), erste_id(&g)?);
    }
    let mut teams = BTreeMap::new();
    for t in &v.teams {
        let g = bau.aendern(
            &bau.admin,
            "organisation.team_speichern",
            json!({"bezug": null, "name": t.name, "bereich_id": finde(&bereiche, &t.bereich)?, "standort_id": finde(&standorte, &t.standort)?,
                   "unter_fuenf": t.unter_fuenf, "gueltigkeit": gueltig(&t.gueltig_ab)}),
        )?;
        teams.insert(t.kennung.clone(), erste_id(&g)?);
    }
    let struktur = Struktur { bereiche, teams };
    let mut benutzer = vec![("admin".to_owned(), Rolle::Administration.titel().to_owned())];
    for (name, anzeigename, rolle, teams, bereich) in BENUTZER {
        let teams = teams.iter().map(|t| finde(&struktur.teams, t)).collect::<Ergebnis<Vec<_>>>()?;
        let bereich_id = bereich.map(|b| finde(&struktur.bereiche, b)).transpose()?;
        let op = json!({"benutzername": name, "anzeigename": anzeigename, "rollen": [rolle], "bereich_id": bereich_id, "teams": teams, "passwort": PASSWORT});
        bau.aendern(&bau.admin, "benutzer.anlegen", op)?;
        benutzer.push(((*name).to_owned(), rolle.titel().to_owned()));
    }
    Ok((struktur, benutzer))
}

pub(super) fn finde(ids: &BTreeMap<String, String>, kennung: &str) -> Ergebnis<String> {
    ids.get(kennung).cloned().ok_or_else(|| Fehler::intern(format!("demo data: {kennung}")))
}

pub(super) fn erste_id(g: &Geaendert) -> Ergebnis<String> {
    g.objekte.first().map(|o| o.id.clone()).ok_or_else(|| Fehler::intern("demo data: nothing was made"))
}

impl Bau {
    pub(super) fn aendern(&self, wer: &Sitzung, name: &str, daten: Value) -> Ergebnis<Geaendert> {
        api::aendern(&self.haus, wer, Operation::aus_json(name, daten)?)
    }
}

impl Struktur {
    pub(super) fn team(&self, kennung: &str) -> Ergebnis<String> {
        finde(&self.teams, kennung)
    }

    pub(super) fn bereich(&self, kennung: &str) -> Ergebnis<String> {
        finde(&self.bereiche, kennung)
    }
}
