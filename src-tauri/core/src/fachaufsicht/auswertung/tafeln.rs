//! The tables of an evaluation: by team, by item, by Sachgebiet and cause.

use super::einstufung::{Einstufung, Faelle};
use super::grundlage::{Abweichungsart, Fall, Fallstand, Kern};
use super::gruppen::{Gruppe, gruppiere, verdeckt, verdeckte_gruppen};
use super::{Material, Merkmalszahl, befunde};
use crate::fachaufsicht::pruefung::Auswahl;
use crate::stichprobe::{Befund, StichprobeFehler, Zehntelprozent, auswerten, auswerten_geschichtet};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A row by team, or by merged teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gruppenzeile {
    /// Name.
    pub name: String,
    /// Several teams together (small-group rule).
    pub zusammengefasst: bool,
    /// Ids of the teams, for those who see their own teams only.
    #[serde(skip)]
    #[ts(skip)]
    pub teams: BTreeSet<String>,
    /// Nothing if the row must stay empty.
    pub werte: Option<Gruppenwerte>,
}

/// Figures of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gruppenwerte {
    /// N, for strata.
    pub grundgesamtheit: Option<u64>,
    /// Drawn.
    pub gezogen: u64,
    /// Erroneous by the fixed definition.
    pub fehlerhaft: u64,
    /// Unresolved.
    pub ungeklaert: u64,
    /// Rate in tenths of a percent; none while units of the row are open.
    pub quote: Option<Zehntelprozent>,
    /// Upper bound of the row, for strata; tenths of a percent.
    pub quote_hoechstens: Option<Zehntelprozent>,
}

/// A row by item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Merkmalszeile {
    /// Section of the sheet.
    pub abschnitt: String,
    /// Id, the same over all versions.
    pub kennung: String,
    /// Question.
    pub frage: String,
    /// Answers "ja".
    pub ja: u64,
    /// Answers "nein".
    pub nein: u64,
    /// Answers "teilweise".
    pub teilweise: u64,
    /// Answers "nicht anwendbar".
    pub nicht_anwendbar: u64,
    /// Answers "nicht prüfbar".
    pub nicht_pruefbar: u64,
    /// Files with this item wrong by the fixed rule about "teilweise"; withdrawn ones not counted.
    pub fehlerhaft: u64,
    /// Files in which the item was judged (ja, nein, teilweise).
    pub beurteilt: u64,
    /// `fehlerhaft` of `beurteilt` in tenths of a percent: a description, no estimate for all.
    pub quote: Option<Zehntelprozent>,
}

/// How many Feststellungen fall on a catalogue entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Haeufung {
    /// Title of the entry.
    pub titel: String,
    /// Files concerned; nothing if the row must stay empty.
    pub faelle: Option<u64>,
    /// Feststellungen; nothing if the row must stay empty.
    pub feststellungen: Option<u64>,
}

pub(super) fn gruppen(m: &Material, faelle: &Faelle<'_>) -> Result<Vec<Gruppenzeile>, StichprobeFehler> {
    let g = &m.grundlage;
    let mut je_team: BTreeMap<String, u64> = BTreeMap::new();
    for fall in &m.faelle {
        *je_team.entry(fall.team.clone().unwrap_or_default()).or_default() += 1;
    }
    let gruppen = gruppiere(&je_team, &m.teams);
    let anzahlen: Vec<u64> =
        gruppen.iter().map(|gr| gr.teams.iter().filter_map(|t| je_team.get(t)).sum()).collect();
    let verdeckt = verdeckte_gruppen(&gruppen, &anzahlen);
    let schichtbefunde =
        if g.geschichtet && g.auswahl == Auswahl::Zufall { befunde(g, faelle) } else { Vec::new() };
    // A stratum belongs to the teams of its units; several small teams of an area may share one.
    let mut schicht_teams: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for f in &m.faelle {
        schicht_teams.entry(&f.schicht).or_default().insert(f.team.as_deref().unwrap_or_default());
    }
    gruppen
        .into_iter()
        .zip(verdeckt)
        .map(|(gruppe, verdeckt)| {
            let werte = if verdeckt {
                None
            } else {
                let eigene: Vec<Befund> = schichtbefunde
                    .iter()
                    .filter(|(name, _)| {
                        schicht_teams
                            .get(name.as_str())
                            .is_some_and(|teams| teams.iter().all(|t| gruppe.teams.contains(*t)))
                    })
                    .map(|(_, b)| *b)
                    .collect();
                Some(gruppenwerte(m, faelle, &gruppe, &eigene)?)
            };
            Ok(Gruppenzeile {
                name: gruppe.name,
                zusammengefasst: gruppe.zusammengefasst,
                teams: gruppe.teams,
                werte,
            })
        })
        .collect()
}

fn gruppenwerte(
    m: &Material,
    faelle: &Faelle<'_>,
    gruppe: &Gruppe,
    schichten: &[Befund],
) -> Result<Gruppenwerte, StichprobeFehler> {
    let g = &m.grundlage;
    let (mut n, mut fehler, mut ungeklaert, mut offen) = (0, 0, 0, false);
    for (fall, einstufung) in faelle.eingestuft(g.fehlerdefinition) {
        if !gruppe.teams.contains(fall.team.as_deref().unwrap_or_default()) {
            continue;
        }
        n += 1;
        offen |= fall.stand == Fallstand::Offen;
        match einstufung {
            Einstufung::InOrdnung => {}
            Einstufung::Fehlerhaft => fehler += 1,
            Einstufung::Ungeklaert(_) => ungeklaert += 1,
        }
    }
    let auswertung = match schichten {
        [] => None,
        [eine] => Some(auswerten(eine, &g.konfidenz, None)?),
        mehrere => Some(auswerten_geschichtet(mehrere, &g.konfidenz, None)?),
    };
    let einfach = (n > 0).then(|| Zehntelprozent::gerundet(fehler, n));
    Ok(Gruppenwerte {
        grundgesamtheit: auswertung.as_ref().map(|a| a.grundgesamtheit),
        gezogen: n,
        fehlerhaft: fehler,
        ungeklaert,
        quote: if offen { None } else { auswertung.as_ref().map(|a| a.quote).or(einfach) },
        quote_hoechstens: auswertung.map(|a| a.quote_hoechstens),
    })
}

pub(super) fn merkmale(m: &Material) -> Vec<Merkmalszeile> {
    let mut je: BTreeMap<&str, Vec<&Merkmalszahl>> = BTreeMap::new();
    for z in &m.merkmale {
        je.entry(&z.merkmal).or_default().push(z);
    }
    let leer = Vec::new();
    m.fragen
        .iter()
        .map(|(abschnitt, kennung, frage)| {
            let teams = je.get(kennung.as_str()).unwrap_or(&leer);
            let summe = |wert: &dyn Fn(&Merkmalszahl) -> u64| teams.iter().map(|z| wert(z)).sum::<u64>();
            let fehlerhaft = summe(&|z| z.fehlerhaft(m.grundlage.teilweise_zaehlt));
            let beurteilt = summe(&Merkmalszahl::beurteilt);
            Merkmalszeile {
                abschnitt: abschnitt.clone(),
                kennung: kennung.clone(),
                frage: frage.clone(),
                ja: summe(&|z| z.ja),
                nein: summe(&|z| z.nein),
                teilweise: summe(&|z| z.teilweise),
                nicht_anwendbar: summe(&|z| z.nicht_anwendbar),
                nicht_pruefbar: summe(&|z| z.nicht_pruefbar),
                fehlerhaft,
                beurteilt,
                quote: (beurteilt > 0).then(|| Zehntelprozent::gerundet(fehlerhaft, beurteilt)),
            }
        })
        .collect()
}

pub(super) fn gepruefter_betrag(faelle: &[Fall]) -> Option<i64> {
    let betraege: Vec<i64> =
        faelle.iter().filter(|f| f.stand == Fallstand::Geprueft).filter_map(|f| f.betrag_cent).collect();
    (!betraege.is_empty()).then(|| betraege.iter().fold(0i64, |s, b| s.saturating_add(*b)))
}

/// Feststellungen by a catalogue entry, most frequent first; what must stay hidden is hidden.
///
/// The same file can stand in several rows, so the total of files is no sum of the rows; the total of
/// Feststellungen is, and the hiding rests on the files of each row.
pub(super) fn haeufung(m: &Material, schluessel: impl Fn(&Kern) -> &String) -> Vec<Haeufung> {
    let mut je: BTreeMap<&str, (BTreeSet<i64>, u64)> = BTreeMap::new();
    for a in &m.abweichungen {
        let Some(kern) = a.feststellung.as_ref().filter(|k| !k.zurueckgenommen) else {
            continue;
        };
        if a.art == Abweichungsart::NichtPruefbar {
            continue;
        }
        let (faelle, anzahl) = je.entry(schluessel(kern)).or_default();
        faelle.insert(a.position);
        *anzahl += 1;
    }
    let mut zeilen: Vec<(String, u64, u64)> = je
        .into_iter()
        .map(|(kennung, (faelle, anzahl))| {
            let titel = m.katalog.get(kennung).cloned().unwrap_or_else(|| kennung.to_owned());
            (titel, faelle.len() as u64, anzahl)
        })
        .collect();
    zeilen.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
    let faelle: Vec<u64> = zeilen.iter().map(|z| z.1).collect();
    let verdeckt = verdeckt(&faelle, &vec![false; faelle.len()]);
    zeilen
        .into_iter()
        .zip(verdeckt)
        .map(|((titel, faelle, anzahl), verdeckt)| Haeufung {
            titel,
            faelle: (!verdeckt).then_some(faelle),
            feststellungen: (!verdeckt).then_some(anzahl),
        })
        .collect()
}
