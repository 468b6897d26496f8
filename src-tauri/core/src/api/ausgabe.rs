//! Everything that left the house: the register, and the comparison of a given file with it.

use super::liste::{self, Listenangaben, Listenziel};
use super::protokoll::tagesbeginn;
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage};
use super::{Blatt, Seite};
use crate::audit::hex;
use crate::fachaufsicht::{Aufzaehlung, aufzaehlung};
use crate::fehler::{Ergebnis, Fehler};
use crate::listenausgabe::{Plan, Zellart, Zelle, filtersatz};
use crate::storage::{Ausgabe, AusgabeFilter, Ausgabesortierung, Lesen};
use crate::umgebung::zeitstempel;
use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::Berlin;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use ts_rs::TS;

modul! {
    operationen AusgabeOperation {
        Exportieren(AusgabeExportieren) = "ausgabe.exportieren", "Verzeichnis der Ausgaben ausgeben" => exportieren;
    }
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

/// Writes the register as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusgabeExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: AusgabeListe,
    /// The file.
    pub ausgabe: Listenziel,
}

aufzaehlung! {
    /// Kinds of files that leave the house, as the register stores them.
    Ausgabeart {
        /// Audit report.
        Pruefbericht = "pruefbericht", "Prüfbericht";
        /// One drawn unit, for the file of the case.
        Pruefvermerk = "pruefvermerk", "Prüfvermerk";
        /// The drawn units of a team.
        Rueckmeldeliste = "rueckmeldeliste", "Rückmeldeliste";
        /// An empty check sheet.
        Blankobogen = "blankobogen", "Blanko-Prüfbogen";
        /// A year of the Prüfprogramm.
        Programmbericht = "programmbericht", "Jahresbericht des Prüfprogramms";
        /// Figures of the Widersprüche.
        Widerspruchsbericht = "widerspruchsbericht", "Widerspruchsbericht";
        /// What happened to deadlines.
        Fristenbuch = "fristenbuch", "Fristenbuch";
        /// Figures of the Kundenreaktionen.
        KrmBericht = "krm_bericht", "KRM-Bericht";
        /// A run of a Prüfliste.
        Prueflistenbericht = "prueflistenbericht", "Prüflistenbericht";
        /// A file that was attached as evidence.
        Anhang = "anhang", "Anhang";
        /// The Maßnahmenliste.
        Massnahmenliste = "massnahmenliste", "Maßnahmenliste";
        /// Register of breaches.
        Vorfallverzeichnis = "vorfallverzeichnis", "Verzeichnis der Datenschutzvorfälle";
        /// Extract of the audit chain.
        Protokollauszug = "protokollauszug", "Protokollauszug";
        /// Draw protocol for machines.
        Ziehungsprotokoll = "ziehungsprotokoll", "Ziehungsprotokoll (JSON)";
        /// Draw protocol for people.
        ZiehungsprotokollPdf = "ziehungsprotokoll_pdf", "Ziehungsprotokoll (PDF)";
        /// List of the pseudonyms.
        Ziehungsliste = "ziehungsliste", "Liste der Pseudonyme";
        /// Requests to `iksctl rechne`.
        Rechenanfragen = "rechenanfragen", "Anfragen an iksctl rechne";
        /// Findings of an import.
        Importbefunde = "importbefunde", "Befunde der Einlesung";
        /// A text to a customer as a letter.
        Antwortschreiben = "antwortschreiben", "Antwortschreiben";
        /// A list as it was filtered.
        Liste = "liste", "Liste";
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
    let filter = filter(r.suche, r.art, (r.von, r.bis))?;
    let ordnung = ordnung(r.sortierung, r.absteigend);
    let (ausgaben, gesamt) = f.l.ausgaben(&filter, ordnung, (r.blatt.ab, r.blatt.anzahl()))?;
    Ok(Seite { zeilen: zeilen(f.l, ausgaben)?, gesamt })
}

fn filter(
    suche: Option<String>,
    art: Option<Ausgabeart>,
    (von, bis): (Option<NaiveDate>, Option<NaiveDate>),
) -> Ergebnis<AusgabeFilter> {
    let suche = suche.map(|s| s.trim().to_owned()).filter(|s| !s.is_empty());
    if suche.as_ref().is_some_and(|s| s.chars().count() > SUCHE_HOECHSTENS) {
        return Err(Fehler::feld(
            "suche",
            format!("Bitte suchen Sie mit höchstens {SUCHE_HOECHSTENS} Zeichen."),
        ));
    }
    Ok(AusgabeFilter {
        suche,
        art: art.map(|a| a.name().to_owned()),
        von: von.map(grenze),
        vor: bis.and_then(|tag| tag.succ_opt()).map(grenze),
    })
}

/// Newest first unless a column is named.
fn ordnung(spalte: Option<Ausgabesortierung>, absteigend: bool) -> (Ausgabesortierung, bool) {
    spalte.map_or((Ausgabesortierung::Zeit, true), |s| (s, absteigend))
}

/// Columns of the register.
const SPALTEN: &[Plan<Ausgabezeile>] = &[
    Plan { name: "zeit", titel: "Zeit", art: Zellart::Zeitpunkt, wert: |z| zeitpunkt(&z.ausgabe.zeit) },
    Plan {
        name: "titel",
        titel: "Ausgabe",
        art: Zellart::Langtext,
        wert: |z| z.ausgabe.titel.as_str().into(),
    },
    Plan { name: "art", titel: "Art", art: Zellart::Text, wert: |z| art_titel(&z.ausgabe.art) },
    Plan { name: "zeichen", titel: "Von", art: Zellart::Text, wert: |z| z.zeichen.as_str().into() },
    Plan { name: "groesse", titel: "Größe (Byte)", art: Zellart::Zahl, wert: |z| z.ausgabe.bytes.into() },
    Plan {
        name: "sha256",
        titel: "Prüfsumme (SHA-256)",
        art: Zellart::Langtext,
        wert: |z| z.ausgabe.sha256.as_str().into(),
    },
    Plan {
        name: "kopf",
        titel: "Genannter Kopf der Kette",
        art: Zellart::Langtext,
        wert: |z| z.ausgabe.kopf.clone().into(),
    },
];

fn art_titel(name: &str) -> Zelle {
    Ausgabeart::aus(name).map_or(name, |a| a.titel()).into()
}

/// A stored moment (UTC) by the clock of Germany; a text that is none stays as it is.
pub(super) fn zeitpunkt(utc: &str) -> Zelle {
    DateTime::parse_from_rfc3339(utc)
        .map_or_else(|_| utc.into(), |z| Zelle::Zeitpunkt(z.with_timezone(&Berlin).naive_local()))
}

fn exportieren(
    a: &Auftrag<'_>,
    AusgabeExportieren { liste: r, ausgabe }: AusgabeExportieren,
) -> Ergebnis<Aenderung> {
    let tag = |t: NaiveDate| t.format("%d.%m.%Y").to_string();
    let angaben = Listenangaben {
        abfrage: "ausgabe.liste",
        titel: "Verzeichnis der Ausgaben",
        filter: filtersatz(&[
            ("Suche", r.suche.clone()),
            ("Art", r.art.map(|x| x.titel().to_owned())),
            ("Von", r.von.map(tag)),
            ("Bis", r.bis.map(tag)),
        ]),
    };
    let filter = filter(r.suche, r.art, (r.von, r.bis))?;
    let ordnung = ordnung(r.sortierung, r.absteigend);
    liste::exportieren(a, &ausgabe, angaben, SPALTEN, |_, hoechstens| {
        let (ausgaben, gesamt) = a.s.ausgaben(&filter, ordnung, (0, hoechstens))?;
        Ok((zeilen(a.s, ausgaben)?, gesamt))
    })
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
