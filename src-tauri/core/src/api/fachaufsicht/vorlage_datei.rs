//! A check sheet from a workbook: one row an item. The answer fills the editor; saving is another step.
//!
//! Columns by title, in any order: Abschnitt, Kennung, Frage (these three are needed), Rechtsgrundlage, Soll,
//! Hinweis, Entscheidend (ja/nein), Wenn Merkmal, Wenn Antwort (answers separated by commas). An empty
//! Abschnitt continues the one above.

use crate::api::tuer::Frage;
use crate::einlesen::{EinleseFehler, Leseoptionen, Zeile, lesen, vorschau};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::thema::{
    Abschnitt, Antwortwert, Bedingung, MAX_MERKMALE, Merkmal, pruefe_abschnitte,
};
use crate::fehler::{Ergebnis, Fehler};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::path::Path;
use ts_rs::TS;

/// Reads a sheet from a workbook for the editor.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorlageEinlesen {
    /// Path of an XLSX or CSV file.
    pub datei: String,
}

/// What was read.
#[derive(Debug, Serialize, TS)]
pub struct VorlageAusDatei {
    /// Sections with items, also where something is wrong.
    pub abschnitte: Vec<Abschnitt>,
    /// What is wrong, by line of the file.
    pub fehler: Vec<Zeilenfehler>,
}

/// Something wrong in a line.
#[derive(Debug, Serialize, TS)]
pub struct Zeilenfehler {
    /// Line in the file.
    pub zeile: u64,
    /// German sentence.
    pub text: String,
}

/// Titles of the columns, in the order of [`Spalten::titel`].
const SPALTEN: [&str; 9] = [
    "Abschnitt",
    "Kennung",
    "Frage",
    "Rechtsgrundlage",
    "Soll",
    "Hinweis",
    "Entscheidend",
    "Wenn Merkmal",
    "Wenn Antwort",
];
/// How many of them must be there.
const NOETIG: usize = 3;

pub(super) fn einlesen(_: &Frage<'_>, anfrage: VorlageEinlesen) -> Ergebnis<VorlageAusDatei> {
    let pfad = Path::new(anfrage.datei.trim());
    let optionen = Leseoptionen::default();
    let datei = |e: EinleseFehler| Fehler::feld("datei", e.to_string()).wegen(e);
    let kopf: Vec<String> = vorschau(pfad, &optionen)
        .map_err(datei)?
        .spalten
        .into_iter()
        .map(|s| s.name.to_lowercase())
        .collect();
    let stellen = SPALTEN.map(|titel| kopf.iter().position(|k| *k == titel.to_lowercase()));
    let fehlend: Vec<&str> = (0..NOETIG).filter(|i| stellen[*i].is_none()).map(|i| SPALTEN[i]).collect();
    if !fehlend.is_empty() {
        return Err(Fehler::feld(
            "datei",
            format!(
                "In der Datei fehlt: {}. Die Spalten heißen Abschnitt, Kennung, Frage, Rechtsgrundlage, Soll, Hinweis, Entscheidend, Wenn Merkmal und Wenn Antwort.",
                fehlend.join(", ")
            ),
        ));
    }
    let mut leser = Leser::default();
    lesen(pfad, &optionen, &mut |z| leser.zeile(&stellen, z)).map_err(datei)?;
    if leser.zu_viele {
        return Err(Fehler::feld("datei", format!("Die Datei hat mehr als {MAX_MERKMALE} Merkmale.")));
    }
    Ok(leser.fertig())
}

#[derive(Default)]
struct Leser {
    abschnitte: Vec<Abschnitt>,
    /// Line of each item, by section.
    zeilen: Vec<Vec<u64>>,
    fehler: Vec<Zeilenfehler>,
    merkmale: usize,
    zu_viele: bool,
}

impl Leser {
    fn zeile(&mut self, stellen: &[Option<usize>; 9], z: Zeile<'_>) -> ControlFlow<()> {
        if z.ist_leer() {
            return ControlFlow::Continue(());
        }
        self.merkmale += 1;
        if self.merkmale > MAX_MERKMALE {
            self.zu_viele = true;
            return ControlFlow::Break(());
        }
        let text = |i: usize| stellen[i].map_or(String::new(), |s| z.feld(s).anzeige().into_owned());
        let titel = text(0);
        let neu = self.abschnitte.last().is_none_or(|a| !titel.is_empty() && a.titel != titel);
        if neu {
            self.abschnitte.push(Abschnitt { titel, merkmale: Vec::new() });
            self.zeilen.push(Vec::new());
        }
        let merkmal = Merkmal {
            kennung: text(1),
            frage: text(2),
            rechtsgrundlage: text(3),
            soll: text(4),
            hinweis: text(5),
            entscheidend: self.entscheidend(z.nr(), &text(6)),
            wenn: self.bedingung(z.nr(), text(7), &text(8)),
        };
        if let (Some(a), Some(zeilen)) = (self.abschnitte.last_mut(), self.zeilen.last_mut()) {
            a.merkmale.push(merkmal);
            zeilen.push(z.nr());
        }
        ControlFlow::Continue(())
    }

    fn entscheidend(&mut self, zeile: u64, text: &str) -> bool {
        match text.to_lowercase().as_str() {
            "ja" | "x" | "1" | "wahr" => true,
            "" | "nein" | "0" | "falsch" => false,
            _ => {
                self.melde(zeile, "„Entscheidend“ ist „ja“ oder „nein“.");
                false
            }
        }
    }

    fn bedingung(&mut self, zeile: u64, merkmal: String, antworten: &str) -> Option<Bedingung> {
        if merkmal.is_empty() && antworten.is_empty() {
            return None;
        }
        let mut antwort = Vec::new();
        for wort in antworten.split([',', ';', '/']).map(str::trim).filter(|w| !w.is_empty()) {
            match Antwortwert::ALLE
                .iter()
                .find(|a| a.titel() == wort.to_lowercase() || a.name() == wort.to_lowercase())
            {
                Some(a) => antwort.push(*a),
                None => self.melde(
                    zeile,
                    "„Wenn Antwort“ kennt nur: ja, nein, teilweise, nicht anwendbar, nicht prüfbar.",
                ),
            }
        }
        Some(Bedingung { merkmal, antwort })
    }

    fn melde(&mut self, zeile: u64, text: &str) {
        self.fehler.push(Zeilenfehler { zeile, text: text.to_owned() });
    }

    /// Applies the rules of a sheet and turns their field paths into lines.
    fn fertig(mut self) -> VorlageAusDatei {
        match pruefe_abschnitte(self.abschnitte.clone()) {
            Ok(abschnitte) => self.abschnitte = abschnitte,
            Err(fehler) => {
                for feld in fehler.felder {
                    let zahlen: Vec<usize> = feld.feld.split('.').filter_map(|t| t.parse().ok()).collect();
                    let abschnitt = zahlen.first().and_then(|i| self.zeilen.get(*i));
                    let zeile = abschnitt
                        .and_then(|z| z.get(zahlen.get(1).copied().unwrap_or(0)))
                        .copied()
                        .unwrap_or(0);
                    let spalte = match feld.feld.rsplit('.').next() {
                        Some("titel") => "Abschnitt: ",
                        Some("frage") => "Frage: ",
                        Some("rechtsgrundlage") => "Rechtsgrundlage: ",
                        Some("soll") => "Soll: ",
                        Some("hinweis") => "Hinweis: ",
                        _ => "",
                    };
                    self.melde(zeile, &format!("{spalte}{}", feld.text));
                }
            }
        }
        self.fehler.sort_by_key(|f| f.zeile);
        VorlageAusDatei { abschnitte: self.abschnitte, fehler: self.fehler }
    }
}
