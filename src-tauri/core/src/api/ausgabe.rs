//! Everything that left the house: the register, and the comparison of a given file with it.

use super::protokoll::tagesbeginn;
use super::register::modul;
use super::tuer::Frage;
use super::{Blatt, Seite};
use crate::audit::hex;
use crate::fachaufsicht::{Aufzaehlung, aufzaehlung};
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{Ausgabe, AusgabeFilter, Ausgabesortierung, Lesen};
use crate::umgebung::zeitstempel;
use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use ts_rs::TS;

modul! {
    operationen AusgabeOperation {}
    abfragen AusgabeAbfrage {
        Liste(AusgabeListe) -> Seite<Ausgabezeile> = "ausgabe.liste", "Ausgaben ansehen" => liste;
        PruefeDatei(AusgabePruefen) -> AusgabeBefund = "ausgabe.pruefe_datei", "Datei mit dem Ausgabenverzeichnis vergleichen" => pruefe_datei;
    }
}

/// Longest text to search for.
const SUCHE_HOECHSTENS: usize = 120;

/// One page of the register.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusgabeListe {
    /// Which rows.
    pub blatt: Blatt,
    /// Part of the title, or beginning of the hash.
    pub suche: Option<String>,
    /// Kind.
    pub art: Option<Ausgabeart>,
    /// First day.
    #[ts(type = "string | null")]
    pub von: Option<NaiveDate>,
    /// Last day.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// Column; `None` is newest first.
    pub sortierung: Option<Ausgabesortierung>,
    /// Largest or last first.
    #[serde(default)]
    pub absteigend: bool,
}

aufzaehlung! {
    /// Kinds of files that leave the house, as the register stores them.
    Ausgabeart {
        /// Audit report.
        Pruefbericht = "pruefbericht", "Prüfbericht";
        /// Figures of the Widersprüche.
        Widerspruchsbericht = "widerspruchsbericht", "Widerspruchsbericht";
        /// What happened to deadlines.
        Fristenbuch = "fristenbuch", "Fristenbuch";
        /// Extract of the audit chain.
        Protokollauszug = "protokollauszug", "Protokollauszug";
        /// Draw protocol for machines.
        Ziehungsprotokoll = "ziehungsprotokoll", "Ziehungsprotokoll (JSON)";
        /// Draw protocol for people.
        ZiehungsprotokollPdf = "ziehungsprotokoll_pdf", "Ziehungsprotokoll (PDF)";
        /// List of the pseudonyms.
        Ziehungsliste = "ziehungsliste", "Liste der Pseudonyme";
        /// Findings of an import.
        Importbefunde = "importbefunde", "Befunde der Einlesung";
    }
}

/// A file of the register with the sign of who handed it out.
#[derive(Debug, Serialize, TS)]
pub struct Ausgabezeile {
    /// The entry.
    #[serde(flatten)]
    pub ausgabe: Ausgabe,
    /// Sign of the person.
    pub zeichen: String,
}

/// Compares a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusgabePruefen {
    /// Path.
    pub datei: String,
}

/// Whether a file is one of ours, unchanged.
#[derive(Debug, Serialize, TS)]
pub struct AusgabeBefund {
    /// Hash of the given file.
    pub sha256: String,
    /// The entry of the register with that hash.
    pub ausgabe: Option<Ausgabezeile>,
}

fn liste(f: &Frage<'_>, r: AusgabeListe) -> Ergebnis<Seite<Ausgabezeile>> {
    let suche = r.suche.map(|s| s.trim().to_owned()).filter(|s| !s.is_empty());
    if suche.as_ref().is_some_and(|s| s.chars().count() > SUCHE_HOECHSTENS) {
        return Err(Fehler::feld(
            "suche",
            format!("Bitte suchen Sie mit höchstens {SUCHE_HOECHSTENS} Zeichen."),
        ));
    }
    let filter = AusgabeFilter {
        suche,
        art: r.art.map(|a| a.name().to_owned()),
        von: r.von.map(grenze),
        vor: r.bis.and_then(|tag| tag.succ_opt()).map(grenze),
    };
    let ordnung = r.sortierung.map_or((Ausgabesortierung::Zeit, true), |s| (s, r.absteigend));
    let (ausgaben, gesamt) = f.l.ausgaben(&filter, ordnung, (r.blatt.ab, r.blatt.anzahl()))?;
    Ok(Seite { zeilen: zeilen(f.l, ausgaben)?, gesamt })
}

fn zeilen(l: &Lesen<'_>, ausgaben: Vec<Ausgabe>) -> Ergebnis<Vec<Ausgabezeile>> {
    let zeichen: BTreeMap<String, String> =
        l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    Ok(ausgaben
        .into_iter()
        .map(|a| Ausgabezeile {
            zeichen: zeichen.get(&a.benutzer_id).cloned().unwrap_or_default(),
            ausgabe: a,
        })
        .collect())
}

/// Beginning of a day in Berlin as the register stores moments.
fn grenze(tag: NaiveDate) -> String {
    DateTime::from_timestamp_millis(tagesbeginn(tag)).map(zeitstempel).unwrap_or_default()
}

fn pruefe_datei(f: &Frage<'_>, anfrage: AusgabePruefen) -> Ergebnis<AusgabeBefund> {
    let sha256 = datei_hash(anfrage.datei.trim())
        .map_err(|e| Fehler::datei("Die Datei kann nicht gelesen werden. Bitte prüfen Sie den Pfad.", e))?;
    let ausgabe = zeilen(f.l, f.l.ausgabe_mit_hash(&sha256)?.into_iter().collect())?.pop();
    Ok(AusgabeBefund { ausgabe, sha256 })
}

fn datei_hash(pfad: &str) -> std::io::Result<String> {
    let mut datei = std::fs::File::open(pfad)?;
    // A device or pipe would never end.
    if !datei.metadata()?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut hasher = Sha256::new();
    let mut puffer = vec![0u8; 64 * 1024];
    loop {
        let n = datei.read(&mut puffer)?;
        if n == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&puffer[..n]);
    }
}
