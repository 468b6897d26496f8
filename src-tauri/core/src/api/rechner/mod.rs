//! The Rechner: sample size, error rate and deadline, for a person on the phone or before one of our reports.
//!
//! It calculates nothing itself. Each query reads its inputs, calls the functions of [`crate::stichprobe`] or
//! [`crate::frist`] that the reports and `iksctl rechne` call too, and puts the answer on a sheet of German
//! sentences that can be read out, copied and printed. Nothing is stored.

mod frist;
mod quote;
mod umfang;

use frist::RechnerFrist;
use quote::RechnerQuote;
use umfang::RechnerUmfang;

use super::register::modul;
use super::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Kurz;
use crate::stichprobe::{StichprobeFehler, Urteil};
use serde::Serialize;
use std::fmt::Write as _;
use ts_rs::TS;

modul! {
    operationen RechnerOperation {}
    abfragen RechnerAbfrage {
        Umfang(RechnerUmfang) -> Rechenblatt = "rechner.umfang", "Stichprobenumfang ausrechnen" => umfang::umfang;
        Quote(RechnerQuote) -> Rechenblatt = "rechner.quote", "Fehlerquote mit Obergrenze ausrechnen" => quote::quote;
        Frist(RechnerFrist) -> Rechenblatt = "rechner.frist", "Frist ausrechnen" => frist::frist;
    }
}

/// Largest population of a calculation, as in the planner of a check.
const HOECHSTENS: u64 = 1_000_000;

/// A finished calculation. Every text is German and ends as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Rechenblatt {
    /// What was calculated.
    pub titel: String,
    /// The inputs in words, so that a print or a copy stands for itself.
    pub eingaben: Vec<Angabe>,
    /// The answer in one sentence.
    pub satz: String,
    /// What belongs to it: the long form, the verdict.
    pub saetze: Vec<String>,
    /// The verdict, where a goal was given.
    pub urteil: Option<Urteil>,
    /// Named figures or dates, the decisive one first.
    pub werte: Vec<Angabe>,
    /// A table, if there is one.
    pub tafel: Option<Rechentafel>,
    /// How it was calculated, one sentence or two a step, each with its source.
    pub schritte: Vec<String>,
    /// What the answer does not say.
    pub hinweise: Vec<String>,
    /// Requests to `iksctl rechne`, one JSON line each, that give the same figures.
    pub nachrechnen: Vec<String>,
    /// House, day and version of the program.
    pub fuss: String,
    /// The whole sheet as plain text, to copy.
    pub text: String,
}

/// A name and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Angabe {
    /// Name.
    pub name: String,
    /// Value as text.
    pub wert: String,
}

/// A small table; the first column names the row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Rechentafel {
    /// Heading.
    pub titel: String,
    /// Headings of the columns.
    pub kopf: Vec<String>,
    /// Rows with as many cells.
    pub zeilen: Vec<Vec<String>>,
}

fn angabe(name: impl Into<String>, wert: impl Into<String>) -> Angabe {
    Angabe { name: name.into(), wert: wert.into() }
}

/// A refused field with the sentence of the mathematics.
fn abgelehnt(feld: &str, fehler: StichprobeFehler) -> Fehler {
    Fehler::feld(feld, fehler.to_string()).wegen(fehler)
}

/// "1 Fall", "2 Fälle".
fn anzahl(zahl: u64, einzahl: &str, mehrzahl: &str) -> String {
    format!("{} {}", crate::stichprobe::zahl(zahl), if zahl == 1 { einzahl } else { mehrzahl })
}

/// A probability with two places; what would round to 0 is "unter 0,01 %".
fn wahrscheinlich(p: f64) -> String {
    if p > 0.0 && p < 0.000_05 {
        "unter 0,01\u{a0}%".to_owned()
    } else {
        format!("{:.2}\u{a0}%", p * 100.0).replace('.', ",")
    }
}

impl Rechenblatt {
    /// Adds what only the house knows, and the text to copy.
    fn fertig(mut self, f: &Frage<'_>) -> Ergebnis<Self> {
        let haus = f.l.hausdaten()?;
        self.fuss = format!(
            "{}{}, berechnet am {} mit IKS {}",
            haus.name,
            if haus.demo { " (Demo)" } else { "" },
            Kurz(f.haus.umgebung().heute()),
            env!("CARGO_PKG_VERSION")
        );
        self.text = self.als_text();
        Ok(self)
    }

    fn als_text(&self) -> String {
        let mut text = format!("{}\n\n{}\n", self.titel, self.satz);
        for satz in &self.saetze {
            text.push_str(satz);
            text.push('\n');
        }
        let angaben = |liste: &[Angabe]| -> Vec<String> {
            liste.iter().map(|a| format!("{}: {}", a.name, a.wert)).collect()
        };
        abschnitt(&mut text, "Ergebnis", &angaben(&self.werte));
        if let Some(tafel) = &self.tafel {
            let zeilen: Vec<String> =
                [&tafel.kopf].into_iter().chain(&tafel.zeilen).map(|z| z.join("\t")).collect();
            abschnitt(&mut text, &tafel.titel, &zeilen);
        }
        abschnitt(&mut text, "Angaben", &angaben(&self.eingaben));
        let schritte: Vec<String> =
            self.schritte.iter().enumerate().map(|(i, s)| format!("{}. {s}", i + 1)).collect();
        abschnitt(&mut text, "Rechenweg", &schritte);
        abschnitt(&mut text, "Hinweise", &self.hinweise);
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{}\n", self.fuss);
        text
    }
}

fn abschnitt(text: &mut String, titel: &str, zeilen: &[String]) {
    if !zeilen.is_empty() {
        let _ = write!(text, "\n{titel}\n{}\n", zeilen.join("\n"));
    }
}
