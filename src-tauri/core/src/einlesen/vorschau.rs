//! What the import page shows before anything is taken.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::datei::{Inhalt, Quelle};
use super::fehler::EinleseFehler;
use super::werte::{Wertart, ist_wissenschaftlich, wertart};
use super::zeile::{Feld, Zeile};
use super::{Dateiformat, Leseoptionen, Trennzeichen, Zeichensatz};

/// Rows shown.
const GEZEIGT: usize = 20;
/// Rows from which kinds and numbers of values are guessed.
const STICHPROBE: u64 = 2_000;
/// Examples per column.
const BEISPIELE: usize = 3;
/// Longest cell shown.
const MAX_ZEICHEN: usize = 200;

/// Guessed kind of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Spaltenart {
    /// Identifier such as a BG-Nummer.
    Nummer,
    /// Anything else.
    Text,
    /// Dates.
    Datum,
    /// Amounts with cents or a Euro sign.
    Betrag,
    /// Whole numbers.
    Zahl,
}

/// One column of the file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Spalte {
    /// Name in the header, made unique.
    pub name: String,
    /// Guessed kind.
    pub art: Spaltenart,
    /// First different values.
    pub beispiele: Vec<String>,
    /// Different values within the rows looked at.
    pub verschiedene: u32,
    /// Empty cells within the rows looked at.
    pub leere: u32,
}

/// One data row as shown.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Vorschauzeile {
    /// Line in the file.
    pub nr: u64,
    /// Cells in the order of the columns.
    pub zellen: Vec<String>,
}

/// Everything the page needs to let a person map the columns.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Vorschau {
    /// Format by content.
    pub format: Dateiformat,
    /// Encoding, CSV only.
    pub zeichensatz: Option<Zeichensatz>,
    /// Separator, CSV only.
    pub trennzeichen: Option<Trennzeichen>,
    /// Sheet read, XLSX only.
    pub blatt: Option<String>,
    /// Visible sheets, XLSX only.
    pub blaetter: Vec<String>,
    /// Line of the header row.
    pub kopfzeile: u64,
    /// Columns.
    pub spalten: Vec<Spalte>,
    /// First rows.
    pub zeilen: Vec<Vorschauzeile>,
    /// Data rows in the whole file.
    pub zeilen_gesamt: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// German sentences about what to look at.
    pub hinweise: Vec<String>,
}

/// Reads the whole file once and keeps its beginning.
///
/// # Errors
/// As [`super::lesen`].
pub fn vorschau(pfad: &Path, optionen: &Leseoptionen) -> Result<Vorschau, EinleseFehler> {
    let mut quelle = Quelle::oeffne(pfad, optionen)?;
    let namen = quelle.kopf.spalten.clone();
    let mut proben: Vec<Spaltenprobe> = namen.iter().map(|_| Spaltenprobe::default()).collect();
    let mut zeilen = Vec::with_capacity(GEZEIGT);
    let mut gesehen = 0;
    let mut ueberzaehlig = false;
    let bericht = quelle.daten(&mut |z| {
        gesehen += 1;
        if gesehen <= STICHPROBE {
            proben.iter_mut().enumerate().for_each(|(i, p)| p.sieh(z.feld(i)));
            ueberzaehlig |= (namen.len()..z.breite()).any(|i| !z.feld(i).ist_leer());
        }
        if zeilen.len() < GEZEIGT {
            zeilen.push(gezeigt(z, namen.len()));
        }
        ControlFlow::Continue(())
    })?;
    let mut hinweise = hinweise_zur_datei(&quelle, gesehen, ueberzaehlig);
    let spalten: Vec<Spalte> =
        namen.into_iter().zip(proben).map(|(n, p)| p.spalte(n, &mut hinweise)).collect();
    let (format, zeichensatz, trennzeichen, blatt, blaetter) = match quelle.inhalt {
        Inhalt::Csv(q) => (Dateiformat::Csv, Some(q.zeichensatz), Some(q.trennzeichen), None, Vec::new()),
        Inhalt::Xlsx(q) => (Dateiformat::Xlsx, None, None, Some(q.blatt), q.blaetter),
    };
    Ok(Vorschau {
        format,
        zeichensatz,
        trennzeichen,
        blatt,
        blaetter,
        kopfzeile: bericht.kopfzeile,
        spalten,
        zeilen,
        zeilen_gesamt: bericht.zeilen,
        sha256: bericht.sha256.unwrap_or_default(),
        hinweise,
    })
}

fn gezeigt(zeile: Zeile<'_>, spalten: usize) -> Vorschauzeile {
    let zellen = (0..spalten).map(|i| zeile.feld(i).anzeige().chars().take(MAX_ZEICHEN).collect()).collect();
    Vorschauzeile { nr: zeile.nr(), zellen }
}

fn hinweise_zur_datei(quelle: &Quelle, gesehen: u64, ueberzaehlig: bool) -> Vec<String> {
    let mut aus = Vec::new();
    if quelle.endung_taeuscht {
        aus.push(match quelle.inhalt {
            Inhalt::Csv(_) => "Die Endung verspricht eine Excel-Datei, der Inhalt ist Text. Die Datei wurde als CSV gelesen.",
            Inhalt::Xlsx(_) => "Die Endung verspricht Text, der Inhalt ist eine Excel-Datei. Sie wurde als XLSX gelesen.",
        }
        .to_owned());
    }
    if let Inhalt::Xlsx(q) = &quelle.inhalt
        && q.blaetter.len() > 1
    {
        aus.push(format!("Die Datei hat {} Tabellenblätter. Gelesen wird „{}“.", q.blaetter.len(), q.blatt));
    }
    if quelle.kopf.ohne_namen {
        aus.push("In der Kopfzeile fehlen Spaltennamen. Bitte prüfen Sie, ob die richtige Zeile als Kopfzeile gilt.".to_owned());
    }
    if ueberzaehlig {
        aus.push(
            "Es gibt Zeilen mit mehr Spalten als die Kopfzeile. Bitte prüfen Sie Trennzeichen und Kopfzeile."
                .to_owned(),
        );
    }
    if gesehen == 0 {
        aus.push("Unter der Kopfzeile stehen keine Daten.".to_owned());
    }
    aus
}

/// What is learned about a column while rows pass.
#[derive(Default)]
struct Spaltenprobe {
    arten: [u32; 5],
    werte: HashSet<String>,
    beispiele: Vec<String>,
    leere: u32,
    zahlzellen: u32,
    wissenschaftlich: bool,
    ziffernlaengen: HashSet<usize>,
    nur_ziffern: bool,
}

impl Spaltenprobe {
    fn sieh(&mut self, feld: Feld<'_>) {
        let platz = match wertart(feld) {
            Wertart::Leer => {
                self.leere += 1;
                return;
            }
            Wertart::Text => 0,
            Wertart::Zahl => 1,
            Wertart::Betrag => 2,
            Wertart::Datum => 3,
            Wertart::Nummer => 4,
        };
        if let Some(n) = self.arten.get_mut(platz) {
            *n += 1;
        }
        self.zahlzellen += u32::from(matches!(feld, Feld::Zahl(_)));
        let text = feld.anzeige();
        self.wissenschaftlich |= matches!(feld, Feld::Text(t) if ist_wissenschaftlich(t));
        let ziffern = text.bytes().all(|b| b.is_ascii_digit());
        self.nur_ziffern = ziffern && (self.nur_ziffern || self.werte.is_empty());
        self.ziffernlaengen.insert(text.len());
        if !self.werte.contains(text.as_ref()) {
            let kurz: String = text.chars().take(MAX_ZEICHEN).collect();
            if self.beispiele.len() < BEISPIELE {
                self.beispiele.push(kurz.clone());
            }
            self.werte.insert(kurz);
        }
    }

    fn spalte(self, name: String, hinweise: &mut Vec<String>) -> Spalte {
        let art = self.art(&name);
        if self.wissenschaftlich {
            hinweise.push(format!(
                "Spalte „{name}“: Excel hat Nummern in die Form 9,3E+08 gebracht, ihre Ziffern sind verloren. Bitte formatieren Sie die Spalte als Text und exportieren Sie neu."
            ));
        }
        if art == Spaltenart::Nummer
            && (self.zahlzellen > 0 || (self.nur_ziffern && self.ziffernlaengen.len() > 1))
        {
            hinweise.push(format!(
                "Spalte „{name}“: Die Nummern sind als Zahlen gespeichert oder verschieden lang. Führende Nullen können verloren sein."
            ));
        }
        let klein = name.to_lowercase();
        if ["bearbeiter", "sachbearbeit", "mitarbeiter", "vermittler"].iter().any(|w| klein.contains(w)) {
            hinweise.push(format!(
                "Spalte „{name}“ nennt vermutlich Beschäftigte. Bitte ordnen Sie sie nicht zu; ausgewertet wird nach Teams."
            ));
        }
        Spalte {
            art,
            beispiele: self.beispiele,
            verschiedene: u32::try_from(self.werte.len()).unwrap_or(u32::MAX),
            leere: self.leere,
            name,
        }
    }

    /// Nine tenths of the filled cells decide; a number column mixes with nothing.
    fn art(&self, name: &str) -> Spaltenart {
        let [text, zahl, betrag, datum, nummer] = self.arten;
        let gefuellt = text + zahl + betrag + datum + nummer;
        let klein = name.to_lowercase();
        let meist = |n: u32| gefuellt > 0 && n * 10 >= gefuellt * 9;
        let geld = ["€", "eur", "betrag", "leistung mtl"].iter().any(|w| klein.contains(w));
        let heisst_nummer =
            ["nummer", "-nr", "nr.", "aktenzeichen", "kennzeichen"].iter().any(|w| klein.contains(w));
        if meist(datum) {
            Spaltenart::Datum
        } else if meist(nummer) || (heisst_nummer && gefuellt > 0) {
            Spaltenart::Nummer
        } else if meist(betrag + zahl) && (betrag > 0 || geld) {
            Spaltenart::Betrag
        } else if meist(zahl) {
            Spaltenart::Zahl
        } else {
            Spaltenart::Text
        }
    }
}
