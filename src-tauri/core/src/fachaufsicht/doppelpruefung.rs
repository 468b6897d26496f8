//! Blind double check: a drawn share of the units is checked by a second person who does not see the first sheet. Pure.
//!
//! It says whether the items are read the same way, not who is right: the result of the check stays that of the first
//! sheet, and nothing is computed for a single person.

use super::aufzaehlung;
use super::bogen::Antworten;
use super::thema::Antwortwert;
use crate::aufzaehlung::Aufzaehlung;
use crate::stichprobe::{Dezimal, Zehntelprozent, cohens_kappa, zahl};
use crate::vollzaehlung::je;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Cases that must differ before an item is named: one difference is a slip of one person.
const UNTERSCHIEDE: u64 = 2;
/// Agreement in per cent below which an item is named. Our choice.
const UEBEREINSTIMMUNG: u64 = 80;
/// Kappa in hundredths below which an item is named: "fair" at best (Landis and Koch 1977, Biometrics 33, 159-174).
const KAPPA: u64 = 40;
/// Below so many cases kappa says little. Our choice.
const WENIG: u64 = 10;

aufzaehlung! {
    /// State of a second sheet.
    ZweitStand {
        /// Nobody has begun it.
        Offen = "offen", "offen";
        /// Being checked.
        InArbeit = "in_arbeit", "in Arbeit";
        /// Final.
        Abgeschlossen = "abgeschlossen", "abgeschlossen";
    }
}

/// The second sheet of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Zweitbogen {
    /// Id of the unit.
    pub id: String,
    /// Check.
    pub pruefung_id: String,
    /// Who is to check it.
    pub person: Option<String>,
    /// Ids of those who had it and gave it back.
    pub fruehere: Vec<String>,
    /// State.
    pub stand: ZweitStand,
    /// Answers so far.
    pub antworten: Antworten,
    /// Answers of the first sheet when it was first closed, or when it was chosen for the double check.
    pub erstantworten: Option<Antworten>,
    /// Remark of the second person.
    pub bemerkung: String,
    /// When she stated that she does not know the first sheet, UTC.
    pub begonnen_am: Option<String>,
    /// When she closed it, UTC.
    pub abgeschlossen_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

impl Zweitbogen {
    /// Both sheets item by item, once both are closed.
    pub fn nebeneinander(&self) -> Vec<Doppelantwort> {
        let Some(erste) = self.erstantworten.as_ref().filter(|_| self.stand == ZweitStand::Abgeschlossen)
        else {
            return Vec::new();
        };
        let merkmale: BTreeSet<&String> = erste.keys().chain(self.antworten.keys()).collect();
        merkmale
            .into_iter()
            .map(|m| Doppelantwort {
                fall: self.id.clone(),
                merkmal: m.clone(),
                erste: erste.get(m).copied(),
                zweite: self.antworten.get(m).copied(),
            })
            .collect()
    }
}

/// One item of one case in both sheets; `None` where the item was not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doppelantwort {
    /// Id of the unit.
    pub fall: String,
    /// Kennung of the item.
    pub merkmal: String,
    /// First sheet.
    pub erste: Option<Antwortwert>,
    /// Second sheet.
    pub zweite: Option<Antwortwert>,
}

/// Two different answers to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Antwortpaar {
    /// One answer, the earlier in the order of the sheet.
    pub eine: Antwortwert,
    /// The other.
    pub andere: Antwortwert,
    /// In how many cases, whoever gave which.
    pub anzahl: u64,
}

/// How an item was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Merkmalsuebereinstimmung {
    /// Kennung.
    pub merkmal: String,
    /// Question.
    pub frage: String,
    /// Cases in which both answered it.
    pub verglichen: u64,
    /// Of these: the same answer.
    pub gleich: u64,
    /// Share of equal answers; none without cases.
    pub anteil: Option<Zehntelprozent>,
    /// Cohen's kappa to hundredths; none where chance explains everything.
    pub kappa: Option<Dezimal>,
    /// Both saw an error.
    pub fehler_beide: u64,
    /// Only the first sheet has an error.
    pub fehler_nur_erste: u64,
    /// Only the second sheet has an error.
    pub fehler_nur_zweite: u64,
    /// Cases in which only one of the two sheets asked it, after different answers to an earlier item.
    pub nur_einmal_gefragt: u64,
    /// The most frequent difference.
    pub haeufigstes: Option<Antwortpaar>,
    /// Why its wording should be cleared up; none: it is read the same way.
    pub klaeren: Option<String>,
}

/// The first and the second sheets of a check side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Uebereinstimmung {
    /// Cases with two finished sheets.
    pub faelle: u64,
    /// Answers that both gave.
    pub verglichen: u64,
    /// Of these: the same.
    pub gleich: u64,
    /// Share of equal answers; none without answers.
    pub anteil: Option<Zehntelprozent>,
    /// Items in the order of the sheet.
    pub zeilen: Vec<Merkmalsuebereinstimmung>,
    /// What must be known to read it.
    pub saetze: Vec<String>,
}

/// Lays the sheets side by side; `fragen`: kennung and question in the order of the sheet; `ohne_erste`: cases that only
/// the second person found possible to check.
pub fn vergleiche(
    fragen: &[(String, String)],
    antworten: &[Doppelantwort],
    ohne_erste: u64,
    teilweise_zaehlt: bool,
) -> Uebereinstimmung {
    let faelle = antworten.iter().map(|a| a.fall.as_str()).collect::<BTreeSet<_>>().len() as u64;
    let mut je_merkmal: BTreeMap<&str, Vec<&Doppelantwort>> = BTreeMap::new();
    for a in antworten {
        je_merkmal.entry(&a.merkmal).or_default().push(a);
    }
    let zeilen: Vec<Merkmalsuebereinstimmung> = fragen
        .iter()
        .map(|(kennung, frage)| {
            merkmal(
                kennung,
                frage,
                je_merkmal.get(kennung.as_str()).map_or(&[], Vec::as_slice),
                teilweise_zaehlt,
            )
        })
        .collect();
    let summe = |feld: fn(&Merkmalsuebereinstimmung) -> u64| zeilen.iter().map(feld).sum::<u64>();
    let (verglichen, gleich) = (summe(|z| z.verglichen), summe(|z| z.gleich));
    Uebereinstimmung {
        faelle,
        verglichen,
        gleich,
        anteil: (verglichen > 0).then(|| Zehntelprozent::gerundet(gleich, verglichen)),
        saetze: saetze(
            (faelle, verglichen, gleich),
            (summe(|z| z.nur_einmal_gefragt), ohne_erste),
            (summe(|z| z.fehler_beide), summe(|z| z.fehler_nur_erste), summe(|z| z.fehler_nur_zweite)),
            zeilen.iter().any(|z| z.kappa.is_some() && z.verglichen < WENIG) || (1..WENIG).contains(&faelle),
        ),
        zeilen,
    }
}

fn merkmal(
    kennung: &str,
    frage: &str,
    antworten: &[&Doppelantwort],
    teilweise_zaehlt: bool,
) -> Merkmalsuebereinstimmung {
    let paare: Vec<(Antwortwert, Antwortwert)> =
        antworten.iter().filter_map(|a| a.erste.zip(a.zweite)).collect();
    let fehler = |w: Antwortwert| w == Antwortwert::Nein || (teilweise_zaehlt && w == Antwortwert::Teilweise);
    let zaehle = |passt: &dyn Fn(Antwortwert, Antwortwert) -> bool| {
        paare.iter().filter(|(a, b)| passt(*a, *b)).count() as u64
    };
    let stelle = |w: Antwortwert| Antwortwert::ALLE.iter().position(|x| *x == w).unwrap_or(0);
    let mut tafel = vec![vec![0u64; Antwortwert::ALLE.len()]; Antwortwert::ALLE.len()];
    for (a, b) in &paare {
        tafel[stelle(*a)][stelle(*b)] += 1;
    }
    let verglichen = paare.len() as u64;
    let gleich = zaehle(&|a, b| a == b);
    let mut zeile = Merkmalsuebereinstimmung {
        merkmal: kennung.to_owned(),
        frage: frage.to_owned(),
        verglichen,
        gleich,
        anteil: (verglichen > 0).then(|| Zehntelprozent::gerundet(gleich, verglichen)),
        kappa: cohens_kappa(&tafel),
        fehler_beide: zaehle(&|a, b| fehler(a) && fehler(b)),
        fehler_nur_erste: zaehle(&|a, b| fehler(a) && !fehler(b)),
        fehler_nur_zweite: zaehle(&|a, b| !fehler(a) && fehler(b)),
        nur_einmal_gefragt: (antworten.len() - paare.len()) as u64,
        haeufigstes: haeufigstes(&paare),
        klaeren: None,
    };
    zeile.klaeren = klaeren(&zeile);
    zeile
}

/// The most frequent pair of different answers; of equally frequent ones the first in the order of the sheet.
fn haeufigstes(paare: &[(Antwortwert, Antwortwert)]) -> Option<Antwortpaar> {
    let mut zahlen: BTreeMap<(Antwortwert, Antwortwert), u64> = BTreeMap::new();
    for (a, b) in paare.iter().filter(|(a, b)| a != b) {
        *zahlen.entry((*a.min(b), *a.max(b))).or_default() += 1;
    }
    let hoechste = *zahlen.values().max()?;
    let ((eine, andere), anzahl) = zahlen.into_iter().find(|(_, n)| *n == hoechste)?;
    Some(Antwortpaar { eine, andere, anzahl })
}

/// Why an item should be reworded: it was read differently in at least two cases, and the answers agree in fewer than
/// four of five cases or hardly more often than by chance.
fn klaeren(z: &Merkmalsuebereinstimmung) -> Option<String> {
    let verschieden = z.verglichen - z.gleich;
    let selten = z.gleich * 100 < z.verglichen * UEBEREINSTIMMUNG;
    let zufall = z.kappa.as_ref().is_some_and(|k| *k < Dezimal::from(KAPPA).durch_zehn_hoch(2));
    let p = z.haeufigstes.as_ref().filter(|_| verschieden >= UNTERSCHIEDE && (selten || zufall))?;
    let frage = match (p.eine, p.andere) {
        (_, Antwortwert::NichtPruefbar) => "welche Unterlage für ein Urteil genügt",
        (_, Antwortwert::NichtAnwendbar) => "wann das Merkmal nicht anwendbar ist",
        (Antwortwert::Teilweise, _) | (_, Antwortwert::Teilweise) => "wo „teilweise“ beginnt",
        _ => "woran „ja“ zu erkennen ist",
    };
    Some(format!(
        "In {} von {} Fällen verschieden beantwortet, am häufigsten „{}“ und „{}“ ({}-mal). Bitte klären Sie im Wortlaut, {frage}.",
        zahl(verschieden),
        zahl(z.verglichen),
        p.eine.titel(),
        p.andere.titel(),
        zahl(p.anzahl)
    ))
}

fn saetze(
    (faelle, verglichen, gleich): (u64, u64, u64),
    (nur_einmal, ohne_erste): (u64, u64),
    (beide, erste, zweite): (u64, u64, u64),
    wenige: bool,
) -> Vec<String> {
    let mut s = vec![if faelle == 0 {
        "Noch gibt es keinen Fall mit zwei abgeschlossenen Prüfbögen.".to_owned()
    } else {
        format!(
            "{} Von {} {} überein.",
            je(faelle, "In 1 Fall liegen zwei Prüfbögen vor.", |n| format!(
                "In {n} Fällen liegen zwei Prüfbögen vor."
            )),
            je(verglichen, "1 Antwort, die beide gegeben haben,", |n| format!(
                "{n} Antworten, die beide gegeben haben,"
            )),
            je(gleich, "stimmt 1", |n| format!("stimmen {n}"))
        )
    }];
    if beide + erste + zweite > 0 {
        s.push(format!(
            "Einen Fehler sahen beide Prüfungen {}-mal, nur die erste {}-mal, nur die zweite {}-mal.",
            zahl(beide),
            zahl(erste),
            zahl(zweite)
        ));
    }
    if nur_einmal > 0 {
        s.push(je(
            nur_einmal,
            "1 Merkmal stellte sich nur in einer der beiden Prüfungen, weil ein früheres verschieden beantwortet war.",
            |n| format!("{n}-mal stellte sich ein Merkmal nur in einer der beiden Prüfungen, weil ein früheres verschieden beantwortet war."),
        ));
    }
    if ohne_erste > 0 {
        s.push(je(
            ohne_erste,
            "1 Fall meldete die erste Prüfung als nicht prüfbar; die zweite konnte ihn prüfen.",
            |n| {
                format!(
                    "{n} Fälle meldete die erste Prüfung als nicht prüfbar; die zweite konnte sie prüfen."
                )
            },
        ));
    }
    if faelle > 0 {
        s.push("Das Ergebnis der Prüfung beruht allein auf dem ersten Prüfbogen, auch wo er danach berichtigt wurde.".to_owned());
    }
    if wenige {
        s.push(format!(
            "Wo weniger als {WENIG} Fälle verglichen sind, sagt Kappa wenig; entscheidend sind die einzelnen Unterschiede."
        ));
    }
    s
}

#[cfg(test)]
#[path = "doppelpruefung_tests.rs"]
mod tests;
