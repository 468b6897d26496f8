//! The small-group rules: which rows of a table may be shown, in every module.
//!
//! A team marked "unter 5 Beschäftigte" appears in its Bereich only. A cell below five cases is not shown,
//! nor a second one from which it could be computed with the total.

use std::collections::{BTreeMap, BTreeSet};

/// Cells with fewer cases are not shown.
pub const MINDESTENS: u64 = 5;

/// A team as far as the small-group rules need it.
#[derive(Clone, Debug)]
pub struct Teamangabe {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of its Bereich.
    pub bereich: String,
    /// Fewer than five employees.
    pub unter_fuenf: bool,
}

/// A row of teams that are shown together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gruppe {
    /// Name of the team, or of the Bereich with its merged teams.
    pub name: String,
    /// Ids; the empty text stands for "no team".
    pub teams: BTreeSet<String>,
    /// More than one team, or none that may stand alone.
    pub zusammengefasst: bool,
}

impl Gruppe {
    /// Whether the row must stay empty whatever its size: a merged row of a single team is that team.
    #[must_use]
    pub fn gesperrt(&self) -> bool {
        self.zusammengefasst && self.teams.len() == 1
    }
}

/// Puts the teams with their cases into rows; `faelle` is team id (empty: none) -> cases.
///
/// A marked team that would be alone in its Bereich's row takes the smallest other team of the Bereich with
/// it, because a row of one team is that team.
#[must_use]
pub fn gruppiere(faelle: &BTreeMap<String, u64>, teams: &[Teamangabe]) -> Vec<Gruppe> {
    let angabe = |id: &str| teams.iter().find(|t| t.id == id);
    let mut bereiche: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for id in faelle.keys() {
        if let Some(t) = angabe(id).filter(|t| t.unter_fuenf) {
            bereiche.entry(&t.bereich).or_default().insert(id.clone());
        }
    }
    for (bereich, mitglieder) in &mut bereiche {
        if mitglieder.len() == 1 {
            let kleinstes = faelle
                .iter()
                .filter(|(id, _)| angabe(id).is_some_and(|t| !t.unter_fuenf && t.bereich == *bereich))
                .min_by_key(|(id, n)| (**n, (*id).clone()));
            mitglieder.extend(kleinstes.map(|(id, _)| id.clone()));
        }
    }
    let mut gruppen: Vec<Gruppe> = faelle
        .keys()
        .filter(|id| !bereiche.values().any(|m| m.contains(*id)))
        .map(|id| Gruppe {
            name: match (id.as_str(), angabe(id)) {
                ("", _) => "ohne Team".to_owned(),
                (_, Some(t)) => t.name.clone(),
                (_, None) => "unbekanntes Team".to_owned(),
            },
            teams: BTreeSet::from([id.clone()]),
            zusammengefasst: false,
        })
        .collect();
    gruppen.sort_by(|a, b| a.name.cmp(&b.name));
    gruppen.extend(bereiche.into_iter().map(|(bereich, teams)| Gruppe {
        name: format!("{bereich} (zusammengefasst)"),
        teams,
        zusammengefasst: true,
    }));
    gruppen
}

/// Which cells must stay empty. `faelle` are the cases of each cell, `gesperrt` cells that must stay empty
/// whatever their size; the total of all is known to the reader.
///
/// Cells without a case say nothing about anyone and are shown.
#[must_use]
pub fn verdeckt(faelle: &[u64], gesperrt: &[bool]) -> Vec<bool> {
    let mut verdeckt: Vec<bool> =
        faelle.iter().zip(gesperrt).map(|(n, gesperrt)| *n > 0 && (*n < MINDESTENS || *gesperrt)).collect();
    loop {
        let offen: Vec<usize> = (0..faelle.len()).filter(|i| verdeckt[*i]).collect();
        let summe: u64 = offen.iter().map(|i| faelle[*i]).sum();
        // One hidden cell is the total less the shown ones; a few with less than five cases together are
        // again a cell below five.
        if offen.is_empty() || (offen.len() > 1 && summe >= MINDESTENS) {
            return verdeckt;
        }
        let naechste =
            (0..faelle.len()).filter(|i| !verdeckt[*i] && faelle[*i] > 0).min_by_key(|i| (faelle[*i], *i));
        match naechste {
            Some(i) => verdeckt[i] = true,
            None => return verdeckt,
        }
    }
}

/// Whether the hidden cells of a table whose total is known stay unknown: none, or two with five cases together.
/// Cells are cases and whether they are hidden.
#[cfg(test)]
pub(crate) fn bleibt_verborgen(zellen: &[(u64, bool)]) -> bool {
    let verdeckt: Vec<u64> = zellen.iter().filter(|(n, v)| *v && *n > 0).map(|(n, _)| *n).collect();
    let alle = zellen.iter().filter(|(n, _)| *n > 0).count();
    zellen.iter().all(|(n, v)| *v || *n == 0 || *n >= MINDESTENS)
        && (verdeckt.is_empty()
            || verdeckt.len() == alle
            || (verdeckt.len() > 1 && verdeckt.iter().sum::<u64>() >= MINDESTENS))
}
