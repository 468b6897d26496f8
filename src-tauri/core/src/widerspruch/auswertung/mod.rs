//! From counted procedures to what may be said about a period. Pure; a full count, so no rate has an interval.
//!
//! Counted as the federal statistics "Widersprüche und Klagen SGB II" does: Zugang is the receipt, Abgang the day of
//! the decision, the withdrawal or the handing over, Bestand what has come in and has not gone out. Reviews
//! (§ 44 SGB X), actions and interim relief stand apart from Widersprüche.

mod material;
mod saetze;
mod tafeln;
#[cfg(test)]
mod tests;

pub use material::{Dauerzahl, Entscheidungszahl, Material, Monatszahl};
pub use tafeln::{BaZeile, Erfolgszeile, Ergebniszeile, Grundgruppe, Grundzeile, Ursachenzeile};

use super::Verfahrensart;
use crate::aufzaehlung::Aufzaehlung;
use crate::vollzaehlung::{Anteil, Bestandsmonat, Tagedauer, bestandsmonate};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Everything that is computed about a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Widerspruchsauswertung {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Three sentences for the top, about the Widersprüche.
    pub saetze: Vec<String>,
    /// What a reader must know to read the figures rightly.
    pub hinweise: Vec<String>,
    /// One part a kind of procedure, in the order of [`Verfahrensart`]; each is counted for itself.
    pub teile: Vec<Artauswertung>,
}

/// The figures of one kind of procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Artauswertung {
    /// Kind.
    pub art: Verfahrensart,
    /// Its German name in the plural.
    pub titel: String,
    /// Open before the first day.
    pub bestand_vorher: u64,
    /// Came in.
    pub zugang: u64,
    /// Decided, withdrawn, handed over.
    pub abgang: u64,
    /// Open after the last day.
    pub bestand: u64,
    /// Month by month; a month of which the period holds only a part counts that part.
    pub monate: Vec<Bestandsmonat>,
    /// Abgang in our finer words; only those that occur.
    pub ergebnisse: Vec<Ergebniszeile>,
    /// The same in the categories of the federal statistics.
    pub ba: Vec<BaZeile>,
    /// How many of the decided brought the person something.
    pub erfolg: Anteil,
    /// Success by Sachgebiet (small-group rules applied).
    pub sachgebiete: Vec<Erfolgszeile>,
    /// Success by team whose decision was challenged (small-group rules applied).
    pub teams: Vec<Erfolgszeile>,
    /// Why remedies succeeded (small-group rules applied).
    pub gruende: Vec<Grundzeile>,
    /// Organisational cause of the successful ones (small-group rules applied).
    pub ursachen: Vec<Ursachenzeile>,
    /// Days from receipt to decision; nothing without a decision.
    pub dauer: Option<Tagedauer>,
    /// Decided before an action for failure to act is admissible (§ 88 SGG); nothing for court procedures.
    pub fristgerecht: Option<Anteil>,
    /// Costs the house bears.
    pub kosten: Verfahrenskosten,
}

/// Costs that were set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Verfahrenskosten {
    /// Procedures decided in the period with an amount above zero.
    pub anzahl: u64,
    /// Sum in cents.
    pub summe_cent: i64,
}

impl Verfahrensart {
    /// German name in the plural.
    #[must_use]
    pub fn mehrzahl(self) -> &'static str {
        match self {
            Self::Widerspruch => "Widersprüche",
            Self::Ueberpruefung => "Überprüfungsanträge",
            Self::Klage => "Klagen",
            Self::Eilverfahren => "Verfahren des einstweiligen Rechtsschutzes",
        }
    }
}

/// Evaluates a period.
#[must_use]
pub fn werte_aus(m: &Material) -> Widerspruchsauswertung {
    let teile: Vec<Artauswertung> = Verfahrensart::ALLE.iter().map(|art| teil(m, *art)).collect();
    Widerspruchsauswertung {
        von: m.von,
        bis: m.bis,
        saetze: teile.first().map(saetze::saetze).unwrap_or_default(),
        hinweise: saetze::hinweise(&teile),
        teile,
    }
}

fn teil(m: &Material, art: Verfahrensart) -> Artauswertung {
    let zahlen: Vec<&Entscheidungszahl> = m.entscheidungen.iter().filter(|z| z.art == art).collect();
    let bestand_vorher = m.bestand_vorher.get(&art).copied().unwrap_or(0);
    let monate = monate(m, art, bestand_vorher);
    Artauswertung {
        art,
        titel: art.mehrzahl().to_owned(),
        bestand_vorher,
        zugang: monate.iter().map(|z| z.zugang).sum(),
        abgang: monate.iter().map(|z| z.abgang).sum(),
        bestand: monate.last().map_or(bestand_vorher, |z| z.bestand),
        monate,
        ergebnisse: tafeln::ergebnisse(&zahlen),
        ba: tafeln::ba(&zahlen, art),
        erfolg: tafeln::quote(&zahlen),
        sachgebiete: tafeln::sachgebiete(&zahlen, &m.katalog),
        teams: tafeln::teams(&zahlen, &m.teams),
        gruende: tafeln::gruende(&zahlen),
        ursachen: tafeln::ursachen(&zahlen, &m.katalog),
        dauer: Tagedauer::aus(m.dauern.iter().filter(|d| d.art == art).map(|d| (d.tage, d.anzahl)).collect()),
        fristgerecht: (!art.gerichtlich()).then(|| Anteil {
            zaehler: zahlen.iter().map(|z| z.fristgerecht).sum(),
            nenner: zahlen.iter().map(|z| z.mit_wartefrist).sum(),
        }),
        kosten: Verfahrenskosten {
            anzahl: zahlen.iter().map(|z| z.mit_kosten).sum(),
            summe_cent: zahlen.iter().fold(0, |summe, z| summe.saturating_add(z.kosten_cent)),
        },
    }
}

fn monate(m: &Material, art: Verfahrensart, bestand_vorher: u64) -> Vec<Bestandsmonat> {
    let je_monat = |zahlen: &[Monatszahl]| -> BTreeMap<String, u64> {
        zahlen.iter().filter(|z| z.art == art).map(|z| (z.monat.clone(), z.anzahl)).collect()
    };
    bestandsmonate((m.von, m.bis), bestand_vorher, &je_monat(&m.zugang), &je_monat(&m.abgang))
}
