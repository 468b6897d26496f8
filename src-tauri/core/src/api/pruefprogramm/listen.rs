//! What of a programme leaves the house: planned against done, the strata of a theme's year, and the same as requests
//! to `iksctl rechne`.

use super::auswertung::auswerten;
use super::*;
use crate::api::ausgabe::Ausgabeart;
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_schreiben};
use crate::api::liste::{Listenangaben, Listenziel, exportieren, ja, plan};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Code;
use crate::listenausgabe::{Plan, Zelle, filtersatz};
use crate::pruefprogramm::{Monatszelle, Programmstand, Schichtzeile, rechenanfragen, schichtzeilen};
use crate::stichprobe::{Dezimal, Zehntelprozent, prozent_dezimal, zahl};
use crate::vollzaehlung::je;
use serde::Deserialize;
use ts_rs::TS;

/// Writes planned against done of a Fassung to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammExportieren {
    /// Fassung.
    pub programm: ProgrammLesen,
    /// The file.
    pub ausgabe: Listenziel,
}

/// Writes the strata of a theme's year to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SchichtenExportieren {
    /// The year of a theme.
    pub frage: JahrAuswerten,
    /// The file.
    pub ausgabe: Listenziel,
}

/// Writes the strata of a theme's year as requests to `iksctl rechne`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RechneExportieren {
    /// The year of a theme.
    pub frage: JahrAuswerten,
    /// Path that ends in `.jsonl`.
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
}

/// A team in a month of a theme.
struct Planzeile {
    bereich: String,
    thema: String,
    team: String,
    monat: String,
    zelle: Monatszelle,
    /// Before the release there is only the plan.
    nur_plan: bool,
    grund: Option<String>,
    pruefung: Option<String>,
}

impl Planzeile {
    fn getan(&self, n: u64) -> Zelle {
        if self.nur_plan { Zelle::Leer } else { n.into() }
    }
}

const PLANZEILEN: &[Plan<Planzeile>] = plan! { Planzeile {
    "bereich", "Bereich", Text, |z| z.bereich.as_str().into();
    "thema", "Prüfthema", Langtext, |z| z.thema.as_str().into();
    "team", "Team", Text, |z| z.team.as_str().into();
    "monat", "Monat", Text, |z| z.monat.as_str().into();
    "geplant", "Geplant", Zahl, |z| z.zelle.geplant.into();
    "gezogen", "Gezogen", Zahl, |z| z.getan(z.zelle.gezogen);
    "geprueft", "Geprüft", Zahl, |z| z.getan(z.zelle.geprueft);
    "stand", "Stand", Text, |z| if z.nur_plan { Zelle::Leer } else { z.zelle.stand.titel().into() };
    "ueberfaellig", "Überfällig", Text, |z| ja(z.zelle.ueberfaellig && !z.nur_plan);
    "grund", "Grund, wenn nicht geprüft", Langtext, |z| z.grund.clone().into();
    "pruefung", "Prüfung", Text, |z| z.pruefung.clone().into();
} };

const SCHICHTZEILEN: &[Plan<Schichtzeile>] = plan! { Schichtzeile {
    "monat", "Monat", Zahl, |z| z.herkunft.as_ref().map(|(monat, _)| u64::from(*monat)).into();
    "pruefung", "Prüfung", Text, |z| z.herkunft.as_ref().map(|(_, nummer)| nummer.clone()).into();
    "schicht", "Schicht", Text, |z| z.schicht.as_str().into();
    "grundgesamtheit", "Grundgesamtheit", Zahl, |z| z.befund.grundgesamtheit.into();
    "gezogen", "Gezogen", Zahl, |z| z.befund.n.into();
    "fehlerhaft", "Fehlerhaft", Zahl, |z| z.befund.fehler.into();
    "ungeklaert", "Ungeklärt", Zahl, |z| z.befund.ungeklaert.into();
    "quote", "Quote", Prozent, |z| anteil(z.quote);
    "mindestens", "Untergrenze", Prozent, |z| anteil(z.mindestens);
    "hoechstens", "Obergrenze", Prozent, |z| anteil(z.hoechstens);
} };

fn anteil(p: Option<Zehntelprozent>) -> Zelle {
    p.map_or(Zelle::Leer, |p| Zelle::Prozent(p.0 as f64 / 1000.0))
}

/// The door's question for what is read on the way to a file: as far as the person reads it on her screen.
fn frage<'a>(a: &'a Auftrag<'_>, umfang: Umfang) -> Frage<'a> {
    Frage { l: a.s, haus: a.haus, sitzung: a.sitzung, umfang }
}

pub(super) fn programm_exportieren(a: &Auftrag<'_>, r: ProgrammExportieren) -> Ergebnis<Aenderung> {
    let (_, umfang) = rechte::verlange(a.sitzung, "pruefprogramm.lesen")?;
    let d = ansicht::lesen(&frage(a, umfang), r.programm)?;
    let angaben = Listenangaben {
        abfrage: "pruefprogramm.lesen",
        titel: "Prüfprogramm: geplant und geprüft",
        filter: filtersatz(&[("Fassung", Some(d.titel.clone()))]),
    };
    exportieren(a, &r.ausgabe, angaben, PLANZEILEN, |_, _| {
        let zeilen = planzeilen(&d);
        let gesamt = zeilen.len() as u64;
        Ok((zeilen, gesamt))
    })
}

fn planzeilen(d: &ProgrammDetail) -> Vec<Planzeile> {
    use Programmstand as S;
    let nur_plan = !matches!(d.programm.stand, S::Gueltig | S::Ersetzt);
    let mut zeilen = Vec::new();
    for z in &d.zeilen {
        for t in &z.teams {
            for (monat, zelle) in (1..).zip(&t.monate).filter(|(_, c)| c.geplant + c.gezogen > 0) {
                let ausfall =
                    d.ausfaelle.iter().find(|x| x.betrifft(monat, &z.schluessel.thema_id, &t.team_id));
                let pruefung = z.pruefungen.iter().find(|p| p.monat == monat && p.teams.contains(&t.team_id));
                zeilen.push(Planzeile {
                    bereich: z.bereich.clone(),
                    thema: z.thema.clone(),
                    team: t.name.clone(),
                    monat: format!("{monat:02}/{}", d.programm.jahr),
                    zelle: *zelle,
                    nur_plan,
                    grund: ausfall.filter(|_| !nur_plan).map(|x| x.grund.clone()),
                    pruefung: pruefung.filter(|_| !nur_plan).map(|p| p.nummer.clone()),
                });
            }
        }
    }
    zeilen
}

/// The year of a theme for whoever sees its strata, with its confidence.
fn mit_schichten(a: &Auftrag<'_>, r: JahrAuswerten) -> Ergebnis<(Programmauswertung, Dezimal)> {
    let (_, umfang) = rechte::verlange(a.sitzung, "pruefprogramm.auswertung")?;
    let d = auswerten(&frage(a, umfang), r)?;
    if d.ohne_schichten {
        return Err(Fehler::neu(
            Code::Recht,
            "Die einzelnen Schichten sieht nur, wer Ziehungsprotokolle ausgeben darf.",
        ));
    }
    let programm = gueltiges(a.s, d.jahr)?;
    let zeile = programm.inhalt.zeile(&d.schluessel);
    let konfidenz = zeile.map(|z| z.konfidenz.clone());
    Ok((d, konfidenz.ok_or_else(|| Fehler::nicht_gefunden(WAS))?))
}

pub(super) fn schichten_exportieren(a: &Auftrag<'_>, r: SchichtenExportieren) -> Ergebnis<Aenderung> {
    let (d, konfidenz) = mit_schichten(a, r.frage)?;
    let angaben = Listenangaben {
        abfrage: "pruefprogramm.auswertung",
        titel: "Prüfprogramm: Schichten eines Jahres",
        filter: filtersatz(&[
            ("Jahr", Some(d.jahr.to_string())),
            ("Prüfthema", Some(d.thema.clone())),
            ("Bereich", Some(d.bereich.clone())),
            ("Schichten", Some(zahl(d.auswertung.schichten.len() as u64))),
            ("Grenzen", Some(format!("je Zeile mit {} Sicherheit, einseitig", prozent_dezimal(&konfidenz)))),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, SCHICHTZEILEN, |_, _| {
        let zeilen = schichtzeilen(&d.auswertung, &konfidenz).map_err(Fehler::intern)?;
        let gesamt = zeilen.len() as u64;
        Ok((zeilen, gesamt))
    })
}

pub(super) fn rechne_exportieren(a: &Auftrag<'_>, r: RechneExportieren) -> Ergebnis<Aenderung> {
    let (d, konfidenz) = mit_schichten(a, r.frage)?;
    let anfragen = rechenanfragen(&d.auswertung, &konfidenz);
    if anfragen.is_empty() {
        return Err(Fehler::regel("Für dieses Jahr gibt es noch keine Quote, die sich nachrechnen ließe."));
    }
    let pfad = zu_schreiben(a.haus, &r.datei, "jsonl", r.ueberschreiben)?;
    let inhalt: String = anfragen.iter().map(|zeile| format!("{zeile}\n")).collect();
    let angaben = Ausgabeangaben {
        art: Ausgabeart::Rechenanfragen,
        objekt: "pruefprogramm.auswertung",
        titel: &format!("Prüfprogramm {}, {} ({}): Anfragen an iksctl rechne", d.jahr, d.thema, d.bereich),
        kopf: None,
    };
    let id = ausgeben(a, &pfad, inhalt.as_bytes(), &angaben)?;
    let zeilen = je(anfragen.len() as u64, "1 Anfrage", |n| format!("{n} Anfragen"));
    Ok(Aenderung::an(ObjektArt::EXPORT, id).mit_hinweis(format!(
        "Die Datei ist geschrieben: {zeilen} über {} Schichten.",
        zahl(d.auswertung.schichten.len() as u64)
    )))
}
