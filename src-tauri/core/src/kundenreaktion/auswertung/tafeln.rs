//! Tables: kinds and channels of reactions, subjects, causes and teams of Anliegen.

use super::{Reaktionsmaterial, Reaktionszahl};
use crate::aufzaehlung::Aufzaehlung;
use crate::kleingruppen::{Teamangabe, gruppiere, verdeckt, verdeckt_je_bereich, verdeckte_gruppen};
use crate::kundenreaktion::{Anliegen, Anliegenart, Reaktionsurteil};
use crate::vollzaehlung::Anteil;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A row: reactions or Anliegen of one kind, as its table says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsgruppe {
    /// What people read.
    pub titel: String,
    /// Several teams together (small-group rule).
    pub zusammengefasst: bool,
    /// How many; nothing if the row must stay empty.
    pub anzahl: Option<u64>,
    /// Answered in time of those due; nothing if it must stay empty.
    pub in_zeit: Option<Anteil>,
    /// Justified, in whole or in part, of those judged; nothing if it must stay empty.
    pub berechtigt: Option<Anteil>,
}

/// A table of Anliegen under the small-group rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Anliegentafel {
    /// Its rows.
    pub zeilen: Vec<Reaktionsgruppe>,
    /// Anliegen that belong into no row, for instance without a team. They are no group of people, so they are
    /// told as they are, and the rows protect each other without them.
    pub daneben: Vec<Restzeile>,
}

/// Anliegen that belong into no row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Restzeile {
    /// Why, in German.
    pub titel: String,
    /// Anliegen.
    pub anzahl: u64,
}

#[derive(Clone, Copy, Default)]
struct Werte {
    anzahl: u64,
    in_zeit: Anteil,
    berechtigt: Anteil,
}

impl Werte {
    fn von(r: &Reaktionszahl, stand: NaiveDate) -> Self {
        Self {
            anzahl: 1,
            in_zeit: Anteil::aus([r.antwort(stand).in_zeit()]),
            berechtigt: Anteil::aus([berechtigt(r)]),
        }
    }

    fn dazu(self, andere: Self) -> Self {
        Self {
            anzahl: self.anzahl + andere.anzahl,
            in_zeit: self.in_zeit.dazu(andere.in_zeit),
            berechtigt: self.berechtigt.dazu(andere.berechtigt),
        }
    }
}

/// In whole or in part; nothing without a judgement of two.
pub(super) fn berechtigt(r: &Reaktionszahl) -> Option<bool> {
    r.urteil.map(|u| u != Reaktionsurteil::Unberechtigt)
}

/// Reactions by a word of a closed list; only those that occur.
pub(super) fn nach<T: Aufzaehlung + PartialEq>(
    zahlen: &[&Reaktionszahl],
    m: &Reaktionsmaterial,
    wort: impl Fn(&Reaktionszahl) -> T,
) -> Vec<Reaktionsgruppe> {
    je_wort(m, zahlen.iter().map(|r| (wort(r), Werte::von(r, m.stand))))
}

/// Anliegen by category.
pub(super) fn anliegenarten(zahlen: &[&Reaktionszahl], m: &Reaktionsmaterial) -> Vec<Reaktionsgruppe> {
    je_wort::<Anliegenart>(m, anliegen(zahlen, m.stand).map(|(a, w)| (a.art, w)))
}

/// How many came of a kind or by a channel says nothing about a team and is told; a share of few does.
fn je_wort<T: Aufzaehlung + PartialEq>(
    m: &Reaktionsmaterial,
    faelle: impl Iterator<Item = (T, Werte)>,
) -> Vec<Reaktionsgruppe> {
    let faelle: Vec<(T, Werte)> = faelle.collect();
    let zeilen: Vec<(&str, Werte)> = T::ALLE
        .iter()
        .map(|wort| {
            let eigene = faelle.iter().filter(|(w, _)| w == wort);
            (wort.titel(), eigene.fold(Werte::default(), |summe, (_, w)| summe.dazu(*w)))
        })
        .filter(|(_, w)| w.anzahl > 0)
        .collect();
    let gesperrt = vec![nur_ein_kleines_team(m); zeilen.len()];
    let spalte = |wert: &dyn Fn(&Werte) -> Anteil| {
        verdeckt(&zeilen.iter().map(|(_, w)| wert(w).nenner).collect::<Vec<_>>(), &gesperrt)
    };
    let (in_zeit, berechtigt) = (spalte(&|w| w.in_zeit), spalte(&|w| w.berechtigt));
    zeilen
        .into_iter()
        .enumerate()
        .map(|(i, (titel, w))| Reaktionsgruppe {
            titel: titel.to_owned(),
            zusammengefasst: false,
            anzahl: Some(w.anzahl),
            in_zeit: (!in_zeit[i]).then_some(w.in_zeit),
            berechtigt: (!berechtigt[i]).then_some(w.berechtigt),
        })
        .collect()
}

/// Whether the person sees one team with fewer than five people and nothing else: each row would be about them.
pub(super) fn nur_ein_kleines_team(m: &Reaktionsmaterial) -> bool {
    let klein = |id: &String| m.teams.iter().any(|t: &Teamangabe| t.id == *id && t.unter_fuenf);
    m.eigene_teams.as_ref().is_some_and(|eigene| eigene.len() == 1 && eigene.iter().all(klein))
}

/// Each Anliegen with what its reaction came to.
fn anliegen<'a>(
    zahlen: &'a [&Reaktionszahl],
    stand: NaiveDate,
) -> impl Iterator<Item = (&'a Anliegen, Werte)> {
    zahlen.iter().flat_map(move |r| {
        let werte = Werte::von(r, stand);
        r.anliegen.iter().map(move |a| (a, werte))
    })
}

/// Sums by a key; those without one are counted apart.
fn je<'a>(
    zahlen: &'a [&Reaktionszahl],
    stand: NaiveDate,
    schluessel: impl Fn(&'a Anliegen) -> Option<&'a String>,
) -> (BTreeMap<&'a str, Werte>, u64) {
    let mut summen: BTreeMap<&str, Werte> = BTreeMap::new();
    let mut ohne = 0;
    for (a, w) in anliegen(zahlen, stand) {
        match schluessel(a) {
            Some(name) => {
                let summe = summen.entry(name.as_str()).or_default();
                *summe = summe.dazu(w);
            }
            None => ohne += 1,
        }
    }
    (summen, ohne)
}

fn daneben(titel: &str, anzahl: u64) -> Option<Restzeile> {
    (anzahl > 0).then(|| Restzeile { titel: titel.to_owned(), anzahl })
}

/// Anliegen by an entry of the catalogue.
pub(super) fn katalog<'a>(
    zahlen: &'a [&Reaktionszahl],
    m: &Reaktionsmaterial,
    ohne: &str,
    kennung: impl Fn(&'a Anliegen) -> Option<&'a String>,
) -> Anliegentafel {
    let (summen, rest) = je(zahlen, m.stand, kennung);
    let titel = |kennung: &str| m.katalog.get(kennung).cloned().unwrap_or_else(|| kennung.to_owned());
    let zeilen: Vec<(String, bool, Werte)> = summen.into_iter().map(|(k, w)| (titel(k), false, w)).collect();
    let gesperrt = vec![nur_ein_kleines_team(m); zeilen.len()];
    let faelle: Vec<u64> = zeilen.iter().map(|(_, _, w)| w.anzahl).collect();
    Anliegentafel {
        zeilen: geschuetzt(zeilen, &verdeckt(&faelle, &gesperrt), verdeckt),
        daneben: daneben(ohne, rest).into_iter().collect(),
    }
}

/// Anliegen by the team they are about.
pub(super) fn teams(zahlen: &[&Reaktionszahl], m: &Reaktionsmaterial) -> Anliegentafel {
    let (mut summen, ohne) = je(zahlen, m.stand, |a| a.team_id.as_ref());
    let mut andere = 0;
    if let Some(eigene) = &m.eigene_teams {
        // Who sees a part of the house sees a part only of what is about the other teams: no row of theirs is true.
        summen.retain(|team, w| {
            let eigen = eigene.contains(*team);
            andere += if eigen { 0 } else { w.anzahl };
            eigen
        });
    }
    let faelle = summen.iter().map(|(id, w)| ((*id).to_owned(), w.anzahl)).collect();
    let gruppen = gruppiere(&faelle, &m.teams);
    let werte: Vec<Werte> = gruppen
        .iter()
        .map(|g| {
            let eigene = g.teams.iter().filter_map(|t| summen.get(t.as_str()));
            eigene.fold(Werte::default(), |summe, w| summe.dazu(*w))
        })
        .collect();
    let zeile = verdeckte_gruppen(&gruppen, &werte.iter().map(|w| w.anzahl).collect::<Vec<_>>());
    let bereiche: Vec<&str> = gruppen.iter().map(|g| g.bereich.as_str()).collect();
    let zeilen = gruppen.iter().zip(werte).map(|(g, w)| (g.name.clone(), g.zusammengefasst, w)).collect();
    let zeilen =
        geschuetzt(zeilen, &zeile, |faelle, gesperrt| verdeckt_je_bereich(&bereiche, faelle, gesperrt));
    Anliegentafel {
        zeilen,
        daneben: [daneben("ohne Team", ohne), daneben("zu Teams anderer Bereiche", andere)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// Rows by number with the small-group rules on each column: a share of few says as much as a row of few, and its
/// column has a total of its own from which it could be computed.
fn geschuetzt(
    zeilen: Vec<(String, bool, Werte)>,
    zeile: &[bool],
    verberge: impl Fn(&[u64], &[bool]) -> Vec<bool>,
) -> Vec<Reaktionsgruppe> {
    let spalte = |wert: &dyn Fn(&Werte) -> Anteil| {
        let faelle: Vec<u64> = zeilen.iter().map(|(_, _, w)| wert(w).nenner).collect();
        verberge(&faelle, zeile)
    };
    let (in_zeit, berechtigt) = (spalte(&|w| w.in_zeit), spalte(&|w| w.berechtigt));
    let mut fertig: Vec<Reaktionsgruppe> = zeilen
        .into_iter()
        .enumerate()
        .map(|(i, (titel, zusammengefasst, w))| {
            let offen = |verdeckt: &[bool]| !zeile[i] && !verdeckt[i];
            Reaktionsgruppe {
                titel,
                zusammengefasst,
                anzahl: (!zeile[i]).then_some(w.anzahl),
                in_zeit: offen(&in_zeit).then_some(w.in_zeit),
                berechtigt: offen(&berechtigt).then_some(w.berechtigt),
            }
        })
        .collect();
    // The hidden ones last and by name: their order must not tell which is larger.
    fertig.sort_by(|a, b| b.anzahl.cmp(&a.anzahl).then_with(|| a.titel.cmp(&b.titel)));
    fertig
}
