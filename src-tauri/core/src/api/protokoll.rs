//! The audit chain for people: browse, and verify.

use super::aufbewahrung::loeschbefunde;
use super::fachaufsicht::ziehung::populationsbefunde;
use super::register::modul;
use super::tuer::Frage;
use super::{Blatt, Seite};
use super::{datenschutz, kundenreaktion, widerspruch};
use crate::audit::{FORMAT, NULL_HASH, ObjektArt, VORGANG, aus_hex, hex};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Haus;
use crate::storage::{GespeicherterEintrag, Lesen, LetzterStand, ProtokollFilter};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Europe::Berlin;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

modul! {
    operationen ProtokollOperation {}
    abfragen ProtokollAbfrage {
        Seite(ProtokollSeite) -> Seite<ProtokollZeile> = "protokoll.seite", "Protokoll ansehen" => seite;
        Pruefe(ProtokollPruefen) -> Pruefergebnis = "protokoll.pruefe", "Protokoll prüfen" => pruefe_abfrage;
    }
}

/// Verifies the chain.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtokollPruefen {
    /// A head that a report printed: is it in the chain?
    pub kopf: Option<String>,
}

/// One page of the chain, newest first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtokollSeite {
    /// Which rows.
    pub blatt: Blatt,
    /// First day.
    #[ts(type = "string | null")]
    pub von: Option<NaiveDate>,
    /// Last day.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// Beginning of the operation's name, e.g. `organisation.`.
    pub operation: Option<String>,
    /// Id of the acting person.
    pub benutzer: Option<String>,
    /// Id of the object.
    pub objekt: Option<String>,
}

/// One entry as the page shows it.
#[derive(Debug, Serialize, TS)]
pub struct ProtokollZeile {
    /// Number in the chain.
    pub folge: u64,
    /// UTC.
    pub zeit: String,
    /// Name of the operation.
    pub operation: String,
    /// Its German label.
    pub titel: String,
    /// Kind of the object in German.
    pub art: String,
    /// Id of the object.
    pub objekt: String,
    /// Stable sign of the person, empty for the system.
    pub zeichen: String,
    /// Role in which she acted.
    pub rolle: String,
    /// Hash of the entry.
    pub hash: String,
}

/// What a verification of the chain found.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Pruefergebnis {
    /// Entries in the chain.
    pub eintraege: u64,
    /// Hash of the last one.
    pub kopf: String,
    /// Number of the entry whose hash was asked for; `None` if none was, or if it is not in the chain.
    pub gesuchte_folge: Option<u64>,
    /// German sentences, the first broken place first; empty when everything agrees.
    pub befunde: Vec<String>,
}

fn seite(f: &Frage<'_>, anfrage: ProtokollSeite) -> Ergebnis<Seite<ProtokollZeile>> {
    let filter = ProtokollFilter {
        von: anfrage.von.map(tagesbeginn),
        vor: anfrage.bis.and_then(|tag| tag.succ_opt()).map(tagesbeginn),
        operation: anfrage.operation.filter(|o| !o.is_empty()),
        benutzer: anfrage.benutzer.filter(|b| !b.is_empty()),
        objekt: anfrage.objekt.filter(|o| !o.is_empty()),
        unvoreingenommen: Some(f.sitzung.benutzer_id().to_owned()),
    };
    let (zeilen, gesamt) = f.l.protokoll_seite(&filter, anfrage.blatt.ab, anfrage.blatt.anzahl())?;
    let zeichen: BTreeMap<String, String> =
        f.l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    Ok(Seite { zeilen: zeilen.into_iter().map(|z| zeile(z, &zeichen)).collect(), gesamt })
}

fn zeile(g: GespeicherterEintrag, zeichen: &BTreeMap<String, String>) -> ProtokollZeile {
    let e = g.eintrag;
    ProtokollZeile {
        folge: e.folge,
        zeit: DateTime::from_timestamp_millis(e.zeit).map(crate::umgebung::zeitstempel).unwrap_or_default(),
        titel: titel(&e.operation),
        art: ObjektArt::aus(&e.art).map_or_else(String::new, |a| a.titel.to_owned()),
        zeichen: zeichen.get(&e.benutzer).cloned().unwrap_or_default(),
        operation: e.operation,
        objekt: e.objekt,
        rolle: e.rolle,
        hash: hex(&g.hash),
    }
}

/// German label of an operation in the chain.
pub(super) fn titel(operation: &str) -> String {
    if let Some(name) = operation.strip_prefix("abgelehnt:") {
        return format!("Abgelehnt: {}", titel(name));
    }
    let fest = match operation {
        "haus.einrichten" => "Haus einrichten",
        "haus.wiederherstellen" => "Passwort mit Wiederherstellungsschlüssel setzen",
        "sicherung.wiederherstellen" => "Sicherung wiederherstellen",
        _ => "",
    };
    if !fest.is_empty() {
        return fest.to_owned();
    }
    super::Operation::alle()
        .chain(super::Abfrage::alle())
        .find(|e| e.name == operation)
        .map_or_else(|| operation.to_owned(), |e| e.titel.to_owned())
}

/// Midnight in Germany as UTC milliseconds. It exists every day: changes of the clock fall into the night hours after.
pub(super) fn tagesbeginn(tag: NaiveDate) -> i64 {
    let mitternacht = tag.and_time(NaiveTime::MIN);
    Berlin
        .from_local_datetime(&mitternacht)
        .earliest()
        .map_or_else(|| mitternacht.and_utc().timestamp_millis(), |z| z.timestamp_millis())
}

fn pruefe_abfrage(f: &Frage<'_>, anfrage: ProtokollPruefen) -> Ergebnis<Pruefergebnis> {
    let mut ergebnis = pruefe_kette(f.haus, f.l, anfrage.kopf.as_deref())?;
    if f.haus.nur_lesen() {
        ergebnis.befunde.insert(
            0,
            "Die Datenbank ist beschädigt; bitte stellen Sie die letzte Sicherung wieder her.".to_owned(),
        );
    }
    Ok(ergebnis)
}

/// The same without attached files, and those alone: a backup that lost one is still a backup.
pub(crate) fn pruefe_ohne_anhaenge(haus: &Haus) -> Ergebnis<Pruefergebnis> {
    haus.db().lies(|l| pruefe_datenbank(haus, l, None))
}

pub(crate) fn pruefe_anhaenge(haus: &Haus) -> Ergebnis<Vec<String>> {
    haus.db().lies(|l| anhangbefunde(haus, l))
}

/// Attached files that are gone or no longer what was attached, and those that are there again.
fn anhangbefunde(haus: &Haus, l: &Lesen<'_>) -> Ergebnis<Vec<String>> {
    let mut befunde: Vec<String> =
        l.anhaenge()?.iter().filter_map(|a| haus.anhang_lesen(a).err()).map(|f| f.text).collect();
    befunde.extend(l.entfernte_anhaenge()?.iter().filter(|a| haus.anhang_vorhanden(&a.id)).map(|a| {
        format!("Der Anhang „{}“ liegt wieder im Datenordner, obwohl er nach der Aufbewahrungsregel entfernt wurde.", a.name)
    }));
    Ok(befunde)
}

/// Recomputes the chain, every sealed row and the hash of every population; with `kopf` also says whether that head is in it.
pub fn pruefe(haus: &Haus, kopf: Option<&str>) -> Ergebnis<Pruefergebnis> {
    haus.db().lies(|l| pruefe_kette(haus, l, kopf))
}

fn pruefe_kette(haus: &Haus, l: &Lesen<'_>, kopf: Option<&str>) -> Ergebnis<Pruefergebnis> {
    let mut ergebnis = pruefe_datenbank(haus, l, kopf)?;
    ergebnis.befunde.extend(anhangbefunde(haus, l)?);
    Ok(ergebnis)
}

fn pruefe_datenbank(haus: &Haus, l: &Lesen<'_>, kopf: Option<&str>) -> Ergebnis<Pruefergebnis> {
    let mut befunde = Vec::new();
    let mut folge = 0u64;
    let mut vorgaenger = NULL_HASH;
    l.protokoll_durchgehen(|g| {
        folge += 1;
        let stimmt = g.format == FORMAT
            && g.eintrag.folge == folge
            && g.eintrag.vorgaenger == vorgaenger
            && g.eintrag.hash() == g.hash;
        if !stimmt && befunde.is_empty() {
            befunde.push(format!("Eintrag {} des Protokolls ist verändert oder fehlt.", folge));
        }
        vorgaenger = g.hash;
    })?;
    befunde.extend(l.schema_befunde()?);
    for LetzterStand { art, objekt, zustand, folge: letzte } in l.protokoll_letzte_staende()? {
        if art == VORGANG {
            continue;
        }
        let Some(art) = ObjektArt::aus(&art) else {
            befunde.push(format!("Eintrag {letzte}: unbekannte Art."));
            continue;
        };
        let jetzt = l.zeilenzustand(art, &objekt)?.map_or(NULL_HASH, |z| z.siegel);
        if jetzt != zustand {
            let was = if jetzt == NULL_HASH { "fehlt" } else { "wurde am Protokoll vorbei verändert" };
            befunde.push(format!("{} {objekt} {was} (letzter Eintrag {letzte}).", art.titel));
        }
    }
    for art in ObjektArt::ALLE {
        for id in l.unbekannte_zeilen(*art)? {
            befunde.push(format!("{} {id} steht in der Datenbank, aber nicht im Protokoll.", art.titel));
        }
    }
    befunde.extend(populationsbefunde(haus, l)?);
    befunde.extend(widerspruch::nummernbefund(haus, l)?);
    befunde.extend(kundenreaktion::nummernbefund(haus, l)?);
    befunde.extend(datenschutz::anfrage::nummernbefund(haus, l)?);
    befunde.extend(loeschbefunde(l)?);
    let gesuchte_folge = match kopf {
        None => None,
        Some(text) => {
            let hash = aus_hex(&text.trim().to_lowercase()).filter(|h| h.len() == 32).ok_or_else(|| {
                Fehler::feld("kopf", "Ein Kopf besteht aus 64 Zeichen: Ziffern und Buchstaben a bis f.")
            })?;
            l.protokoll_folge_von(&hash)?
        }
    };
    Ok(Pruefergebnis { eintraege: folge, kopf: hex(&vorgaenger), gesuchte_folge, befunde })
}
