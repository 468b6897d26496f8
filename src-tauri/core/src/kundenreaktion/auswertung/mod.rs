//! From the tickets of a register to what may be said about a period. Pure; a full count, so no share has an interval.
//!
//! Counted are the reactions that came in during the period, as they stand today; only Zugang, Abgang and Bestand
//! look at what happened in it. Every reaction that came in is in exactly one class of a promise, so nothing that is
//! late can be left out.

mod jahre;
mod material;
mod saetze;
mod tafeln;
#[cfg(test)]
mod tests;
mod zusage;

pub use jahre::Reaktionsjahr;
pub use material::{Reaktionsmaterial, Reaktionszahl};
pub use tafeln::{Anliegentafel, Reaktionsgruppe, Restzeile};
pub use zusage::{Abseits, Zusage};

use super::{Reaktionsurteil, Rueckmeldung};
use crate::aufzaehlung::Aufzaehlung;
use crate::kleingruppen::MINDESTENS;
use crate::vollzaehlung::{Anteil, Bestandsmonat, Tagedauer, bestandsmonate, monat};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Years of the trend.
pub const TRENDJAHRE: i32 = 10;

/// Everything that is computed about a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsauswertung {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// The day on which it was decided what is overdue.
    #[ts(type = "string")]
    pub stand: NaiveDate,
    /// Sentences for the top.
    pub saetze: Vec<String>,
    /// What a reader must know to read the figures rightly.
    pub hinweise: Vec<String>,
    /// What is not among the figures.
    pub nicht_gezaehlt: Vec<String>,
    /// Open before the first day.
    pub bestand_vorher: u64,
    /// Reactions that came in.
    pub zugang: u64,
    /// Reactions that were closed.
    pub abgang: u64,
    /// Open after the last day.
    pub bestand: u64,
    /// Month by month; a month of which the period holds only a part counts that part.
    pub monate: Vec<Bestandsmonat>,
    /// Anliegen of the reactions that came in.
    pub anliegen: u64,
    /// Whether the receipt was confirmed as promised.
    pub bestaetigung: Zusage,
    /// Whether the answer came as promised.
    pub antwort: Zusage,
    /// Those in no share of the two.
    pub abseits: Abseits,
    /// Days from receipt to answer without pauses; nothing without an answer.
    pub dauer: Option<Tagedauer>,
    /// The same with pauses.
    pub dauer_mit_pausen: Option<Tagedauer>,
    /// Pauses of those that were answered.
    pub pausen: Pausenzahl,
    /// Reactions by kind.
    pub arten: Vec<Reaktionsgruppe>,
    /// Reactions by channel.
    pub kanaele: Vec<Reaktionsgruppe>,
    /// Anliegen by category.
    pub anliegenarten: Vec<Reaktionsgruppe>,
    /// Anliegen by Sachgebiet (small-group rules applied).
    pub sachgebiete: Anliegentafel,
    /// Anliegen by organisational cause (small-group rules applied).
    pub ursachen: Anliegentafel,
    /// Anliegen by the team they are about (small-group rules applied).
    pub teams: Anliegentafel,
    /// Judgements.
    pub urteile: Urteilszahl,
    /// Persons with more than one reaction in the period; nothing if there are too few to be told.
    pub wiederholer: Option<u64>,
    /// Reactions without name and number: they belong to nobody.
    pub anonym: u64,
    /// Reactions in which a Rechtsbehelf was found.
    pub rechtsbehelfe: u64,
    /// What changed.
    pub massnahmen: Massnahmenzahl,
    /// Whether it helped.
    pub rueckmeldung: Rueckmeldezahl,
    /// Year by year, ten at most, from the first one with a reaction.
    pub jahre: Vec<Reaktionsjahr>,
}

/// Pauses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Pausenzahl {
    /// Answered reactions with days that did not count.
    pub reaktionen: u64,
    /// These days together.
    pub tage: u64,
    /// Reactions, answered or not, with a pause that was entered after it had moved a day that had passed.
    pub nachgetragen: u64,
}

/// Judgements of two persons about reactions that are judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Urteilszahl {
    /// Each judgement, also those that did not occur.
    pub zeilen: Vec<Urteilszeile>,
    /// All judged.
    pub beurteilt: u64,
    /// Of a kind that is judged, and not judged, or not yet.
    pub ohne_urteil: u64,
}

/// One judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Urteilszeile {
    /// Which.
    pub urteil: Reaktionsurteil,
    /// In German.
    pub titel: String,
    /// Reactions.
    pub anzahl: u64,
}

/// Measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Massnahmenzahl {
    /// Reactions with at least one.
    pub reaktionen: u64,
    /// Measures.
    pub massnahmen: u64,
}

/// What persons said when asked whether it helped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Rueckmeldezahl {
    /// It did, of those who said something.
    pub geholfen: Anteil,
    /// Asked, and no answer.
    pub ohne_antwort: u64,
    /// Answered reactions: so many could have been asked.
    pub beantwortet: u64,
}

/// Evaluates a period.
#[must_use]
pub fn werte_aus(m: &Reaktionsmaterial) -> Reaktionsauswertung {
    let zeitraum = |tag: NaiveDate| m.von <= tag && tag <= m.bis;
    let zahlen: Vec<&Reaktionszahl> = m.reaktionen.iter().filter(|r| zeitraum(r.eingang)).collect();
    let bestand_vorher =
        anzahl(m.reaktionen.iter(), |r| r.eingang < m.von && r.abschluss_am.is_none_or(|am| am >= m.von));
    let je_monat = |tag: &dyn Fn(&Reaktionszahl) -> Option<NaiveDate>| {
        let mut je: BTreeMap<String, u64> = BTreeMap::new();
        for am in m.reaktionen.iter().filter_map(tag).filter(|am| zeitraum(*am)) {
            *je.entry(monat(am)).or_default() += 1;
        }
        je
    };
    let monate = bestandsmonate(
        (m.von, m.bis),
        bestand_vorher,
        &je_monat(&|r| Some(r.eingang)),
        &je_monat(&|r| r.abschluss_am),
    );
    let (antwort, abseits) = zusage::zusage(zahlen.iter().map(|r| r.antwort(m.stand)));
    let (bestaetigung, _) = zusage::zusage(zahlen.iter().map(|r| r.bestaetigung(m.stand)));
    let mut a = Reaktionsauswertung {
        von: m.von,
        bis: m.bis,
        stand: m.stand,
        saetze: Vec::new(),
        hinweise: Vec::new(),
        nicht_gezaehlt: Vec::new(),
        bestand_vorher,
        zugang: zahlen.len() as u64,
        abgang: monate.iter().map(|z| z.abgang).sum(),
        bestand: monate.last().map_or(bestand_vorher, |z| z.bestand),
        monate,
        anliegen: zahlen.iter().map(|r| r.anliegen.len() as u64).sum(),
        bestaetigung,
        antwort,
        abseits,
        dauer: dauer(&zahlen, |r| r.pausentage),
        dauer_mit_pausen: dauer(&zahlen, |_| 0),
        pausen: pausen(&zahlen),
        arten: tafeln::nach(&zahlen, m, |r| r.art),
        kanaele: tafeln::nach(&zahlen, m, |r| r.kanal),
        anliegenarten: tafeln::anliegenarten(&zahlen, m),
        sachgebiete: tafeln::katalog(&zahlen, m, "ohne Sachgebiet", |a| a.sachgebiet.as_ref()),
        ursachen: tafeln::katalog(&zahlen, m, "ohne festgestellte Ursache", |a| a.ursache.as_ref()),
        teams: tafeln::teams(&zahlen, m),
        urteile: urteile(&zahlen),
        wiederholer: wiederholer(&zahlen),
        anonym: anzahl(zahlen.iter().copied(), |r| r.pseudonym.is_none()),
        rechtsbehelfe: anzahl(zahlen.iter().copied(), |r| r.rechtsbehelf),
        massnahmen: Massnahmenzahl {
            reaktionen: anzahl(zahlen.iter().copied(), |r| r.massnahmen > 0),
            massnahmen: zahlen.iter().map(|r| u64::from(r.massnahmen)).sum(),
        },
        rueckmeldung: rueckmeldung(&zahlen),
        jahre: jahre::jahre(m),
    };
    a.saetze = saetze::saetze(&a);
    a.hinweise = saetze::hinweise(&a, m.eigene_teams.is_some(), tafeln::nur_ein_kleines_team(m));
    a.nicht_gezaehlt = saetze::nicht_gezaehlt(&a);
    a
}

fn anzahl<'a>(
    zahlen: impl Iterator<Item = &'a Reaktionszahl>,
    gehoert: impl Fn(&Reaktionszahl) -> bool,
) -> u64 {
    zahlen.filter(|r| gehoert(r)).count() as u64
}

fn dauer(zahlen: &[&Reaktionszahl], abzug: impl Fn(&Reaktionszahl) -> u32) -> Option<Tagedauer> {
    Tagedauer::aus(zahlen.iter().filter_map(|r| Some((r.tage()?.saturating_sub(abzug(r)), 1))).collect())
}

fn pausen(zahlen: &[&Reaktionszahl]) -> Pausenzahl {
    let nachgetragen = anzahl(zahlen.iter().copied(), |r| r.nachgetragen);
    let pausen = Pausenzahl { nachgetragen, ..Pausenzahl::default() };
    zahlen.iter().filter(|r| r.pausentage > 0 && r.tage().is_some()).fold(pausen, |p, r| Pausenzahl {
        reaktionen: p.reaktionen + 1,
        tage: p.tage + u64::from(r.pausentage),
        ..p
    })
}

fn urteile(zahlen: &[&Reaktionszahl]) -> Urteilszahl {
    let zeilen: Vec<Urteilszeile> = Reaktionsurteil::ALLE
        .iter()
        .map(|urteil| Urteilszeile {
            urteil: *urteil,
            titel: urteil.titel().to_owned(),
            anzahl: anzahl(zahlen.iter().copied(), |r| r.urteil == Some(*urteil)),
        })
        .collect();
    Urteilszahl {
        beurteilt: zeilen.iter().map(|z| z.anzahl).sum(),
        ohne_urteil: anzahl(zahlen.iter().copied(), |r| r.art.beurteilt() && r.urteil.is_none()),
        zeilen,
    }
}

/// A duplicate that was merged is no second reaction.
fn wiederholer(zahlen: &[&Reaktionszahl]) -> Option<u64> {
    let mut je_person: BTreeMap<&str, u64> = BTreeMap::new();
    for r in zahlen.iter().filter(|r| r.ergebnis != Some(super::Reaktionsergebnis::Zusammengefuehrt)) {
        if let Some(person) = &r.pseudonym {
            *je_person.entry(person).or_default() += 1;
        }
    }
    let personen = je_person.values().filter(|n| **n > 1).count() as u64;
    (personen == 0 || personen >= MINDESTENS).then_some(personen)
}

fn rueckmeldung(zahlen: &[&Reaktionszahl]) -> Rueckmeldezahl {
    let gesagt = |r: &&Reaktionszahl| match r.rueckmeldung {
        Some(Rueckmeldung::Geholfen) => Some(true),
        Some(Rueckmeldung::NichtGeholfen) => Some(false),
        Some(Rueckmeldung::OhneAntwort) | None => None,
    };
    Rueckmeldezahl {
        geholfen: Anteil::aus(zahlen.iter().map(gesagt)),
        ohne_antwort: anzahl(zahlen.iter().copied(), |r| r.rueckmeldung == Some(Rueckmeldung::OhneAntwort)),
        beantwortet: anzahl(zahlen.iter().copied(), |r| r.tage().is_some()),
    }
}
