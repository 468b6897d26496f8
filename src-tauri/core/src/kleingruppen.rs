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
    /// Name of the Bereich of its teams; empty: none is known.
    pub bereich: String,
}

impl Gruppe {
    /// Whether the row must stay empty whatever its size: a merged row of a single team is that team.
    #[must_use]
    pub fn gesperrt(&self) -> bool {
        self.zusammengefasst && self.teams.len() == 1
    }
}

/// Which rows must stay empty.
#[must_use]
pub fn verdeckte_gruppen(gruppen: &[Gruppe], faelle: &[u64]) -> Vec<bool> {
    let bereiche: Vec<&str> = gruppen.iter().map(|g| g.bereich.as_str()).collect();
    let gesperrt: Vec<bool> = gruppen.iter().map(Gruppe::gesperrt).collect();
    verdeckt_je_bereich(&bereiche, faelle, &gesperrt)
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
            bereich: angabe(id).map_or_else(String::new, |t| t.bereich.clone()),
        })
        .collect();
    gruppen.sort_by(|a, b| a.name.cmp(&b.name));
    gruppen.extend(bereiche.into_iter().map(|(bereich, teams)| Gruppe {
        name: format!("{bereich} (kleine Teams zusammen)"),
        teams,
        zusammengefasst: true,
        bereich: bereich.to_owned(),
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

/// The same for rows of teams. Each Bereich hides for itself first: its own report has a total of its own, and with
/// the report of the house beside it a row that only one of the two hides could be computed. `bereiche` names the
/// Bereich of each row.
#[must_use]
pub fn verdeckt_je_bereich(bereiche: &[&str], faelle: &[u64], gesperrt: &[bool]) -> Vec<bool> {
    let mut zeilen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, bereich) in bereiche.iter().enumerate() {
        zeilen.entry(bereich).or_default().push(i);
    }
    let mut alle = gesperrt.to_vec();
    for eigene in zeilen.values() {
        let faelle: Vec<u64> = eigene.iter().map(|i| faelle[*i]).collect();
        let gesperrt: Vec<bool> = eigene.iter().map(|i| gesperrt[*i]).collect();
        for (i, verdeckt) in eigene.iter().zip(verdeckt(&faelle, &gesperrt)) {
            alle[*i] |= verdeckt;
        }
    }
    verdeckt(faelle, &alle)
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

/// The same in a table of which rows, columns and all sums at the edge are known: no hidden cell can be computed
/// from them. `gesperrt` cells stay empty whatever their size.
///
/// A cell can be computed exactly if no closed path of hidden cells, by turns along a row and along a column,
/// leads through it. Cells without a case are shown unless nothing else closes such a path.
#[must_use]
pub fn verdeckt_tafel(faelle: &[Vec<u64>], gesperrt: &[Vec<bool>]) -> Vec<Vec<bool>> {
    let mut tafel = Tafel {
        verdeckt: faelle
            .iter()
            .zip(gesperrt)
            .map(|(zeile, sperre)| {
                zeile.iter().zip(sperre).map(|(n, s)| *n > 0 && (*n < MINDESTENS || *s)).collect()
            })
            .collect(),
        faelle,
    };
    let mut hoffnungslos = BTreeSet::new();
    while let Some(noch) = tafel.zu_wenig().or_else(|| tafel.schliessend(&mut hoffnungslos)) {
        tafel.verdeckt[noch.0][noch.1] = true;
    }
    tafel.verdeckt
}

struct Tafel<'a> {
    faelle: &'a [Vec<u64>],
    verdeckt: Vec<Vec<bool>>,
}

type Stelle = (usize, usize);

impl Tafel<'_> {
    fn stellen(&self) -> impl Iterator<Item = Stelle> + '_ {
        self.faelle.iter().enumerate().flat_map(|(z, zeile)| (0..zeile.len()).map(move |s| (z, s)))
    }

    /// A further cell of a row or column that hides a single cell, or some with less than five cases together.
    fn zu_wenig(&self) -> Option<Stelle> {
        let (hoehe, breite) = (self.faelle.len(), self.faelle.first().map_or(0, Vec::len));
        let zeilen = (0..hoehe).map(|z| (0..breite).map(|s| (z, s)).collect::<Vec<_>>());
        let spalten = (0..breite).map(|s| (0..hoehe).map(|z| (z, s)).collect());
        zeilen.chain(spalten).find_map(|linie| {
            let (verdeckt, offen): (Vec<Stelle>, Vec<Stelle>) =
                linie.into_iter().partition(|(z, s)| self.verdeckt[*z][*s]);
            let summe: u64 = verdeckt.iter().map(|(z, s)| self.faelle[*z][*s]).sum();
            if verdeckt.is_empty() || (verdeckt.len() > 1 && summe >= MINDESTENS) {
                return None;
            }
            // A cell without a case hides a lone one, but makes a small sum no larger.
            offen
                .into_iter()
                .filter(|(z, s)| verdeckt.len() == 1 || self.faelle[*z][*s] > 0)
                .min_by_key(|stelle| self.rang(*stelle))
        })
    }

    /// Which cell to hide first: the smallest, those without a case last.
    fn rang(&self, (z, s): Stelle) -> (bool, u64, Stelle) {
        (self.faelle[z][s] == 0, self.faelle[z][s], (z, s))
    }

    /// A further cell that closes a path through one that could be computed.
    fn schliessend(&self, hoffnungslos: &mut BTreeSet<Stelle>) -> Option<Stelle> {
        for stelle in self.stellen().filter(|(z, s)| self.verdeckt[*z][*s]) {
            let (zeilen, spalten) = self.verbunden((Some(stelle.0), None), stelle);
            if spalten.contains(&stelle.1) || hoffnungslos.contains(&stelle) {
                continue;
            }
            let (andere_zeilen, andere_spalten) = self.verbunden((None, Some(stelle.1)), stelle);
            // What is reached from its row and from its column lie apart; a cell that joins them closes the path.
            let naechste = self
                .stellen()
                .filter(|(z, s)| !self.verdeckt[*z][*s])
                .filter(|(z, s)| {
                    (zeilen.contains(z) && andere_spalten.contains(s))
                        || (andere_zeilen.contains(z) && spalten.contains(s))
                })
                .min_by_key(|stelle| self.rang(*stelle));
            if naechste.is_some() {
                return naechste;
            }
            hoffnungslos.insert(stelle);
        }
        None
    }

    /// Rows and columns that hidden cells connect with a row or a column, without the cell `ohne`.
    fn verbunden(
        &self,
        (zeile, spalte): (Option<usize>, Option<usize>),
        ohne: Stelle,
    ) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let (mut zeilen, mut spalten): (BTreeSet<usize>, BTreeSet<usize>) =
            (zeile.into_iter().collect(), spalte.into_iter().collect());
        loop {
            let vorher = zeilen.len() + spalten.len();
            for (z, s) in self.stellen().filter(|x| self.verdeckt[x.0][x.1] && *x != ohne) {
                if zeilen.contains(&z) || spalten.contains(&s) {
                    zeilen.insert(z);
                    spalten.insert(s);
                }
            }
            if zeilen.len() + spalten.len() == vorher {
                return (zeilen, spalten);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frei(faelle: &[Vec<u64>]) -> Vec<Vec<bool>> {
        faelle.iter().map(|z| vec![false; z.len()]).collect()
    }

    /// Whether a reader who knows rows, columns and sums can compute a hidden cell: elimination over the
    /// equations of rows and columns, each hidden cell an unknown.
    fn berechenbar(faelle: &[Vec<u64>], verdeckt: &[Vec<bool>]) -> Vec<Stelle> {
        let stellen: Vec<Stelle> = (0..faelle.len())
            .flat_map(|z| (0..faelle[0].len()).map(move |s| (z, s)))
            .filter(|(z, s)| verdeckt[*z][*s])
            .collect();
        let mut zeilen: Vec<Vec<f64>> = (0..faelle.len())
            .map(|z| stellen.iter().map(|x| f64::from(u8::from(x.0 == z))).collect())
            .chain(
                (0..faelle[0].len()).map(|s| stellen.iter().map(|x| f64::from(u8::from(x.1 == s))).collect()),
            )
            .collect();
        let mut rang = 0;
        for i in 0..stellen.len() {
            let Some(p) = (rang..zeilen.len()).find(|z| zeilen[*z][i].abs() > 1e-9) else { continue };
            zeilen.swap(rang, p);
            let kopf = zeilen[rang].clone();
            for (n, zeile) in zeilen.iter_mut().enumerate() {
                let mal = zeile[i] / kopf[i];
                if n != rang && mal.abs() > 1e-9 {
                    zeile.iter_mut().zip(&kopf).for_each(|(a, b)| *a -= mal * b);
                }
            }
            rang += 1;
        }
        zeilen
            .iter()
            .filter_map(|z| {
                let nicht_null: Vec<usize> = (0..z.len()).filter(|i| z[*i].abs() > 1e-9).collect();
                (nicht_null.len() == 1).then(|| stellen[nicht_null[0]])
            })
            .collect()
    }

    #[test]
    fn was_eine_zelle_aus_zeile_und_spalte_verriete_bleibt_mit_leer() {
        let faelle = vec![vec![3, 20, 30], vec![10, 9, 40], vec![50, 60, 70]];
        let v = verdeckt_tafel(&faelle, &frei(&faelle));
        assert_eq!(v, [[true, true, false], [true, true, false], [false, false, false]]);
        // Nothing small, nothing hidden.
        let gross = vec![vec![5, 0], vec![7, 9]];
        assert_eq!(verdeckt_tafel(&gross, &frei(&gross)), frei(&gross));
    }

    #[test]
    fn haus_und_bereich_verbergen_dieselben_zeilen() {
        let bereiche = ["Leistung", "Leistung", "Leistung", "Markt", "Markt"];
        let faelle = [3, 20, 30, 6, 40];
        let haus = verdeckt_je_bereich(&bereiche, &faelle, &[false; 5]);
        // Without the Bereich the smallest row of the house, 6, would be hidden, and Leistung's report names 20.
        assert_eq!(haus, [true, true, false, false, false]);
        assert_eq!(verdeckt(&faelle[..3], &[false; 3]), haus[..3]);
        assert_eq!(verdeckt(&faelle[3..], &[false; 2]), haus[3..]);
        // A Bereich of one small team is its total; the house at least says no more than that.
        assert_eq!(verdeckt_je_bereich(&["A", "B", "B"], &[2, 9, 8], &[false; 3]), [true, false, true]);
    }

    #[test]
    fn keine_verdeckte_zelle_ist_zu_berechnen() {
        // A plain sequence of pseudo-random tables; the check solves the equations in another way.
        let mut stand = 7u64;
        let mut wuerfel = |bis: u64| {
            stand = stand.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (stand >> 33) % bis
        };
        for runde in 0..400 {
            let (zeilen, spalten) = (2 + wuerfel(6) as usize, 2 + wuerfel(8) as usize);
            let faelle: Vec<Vec<u64>> =
                (0..zeilen).map(|_| (0..spalten).map(|_| wuerfel(14)).collect()).collect();
            let v = verdeckt_tafel(&faelle, &frei(&faelle));
            assert_eq!(berechenbar(&faelle, &v), Vec::new(), "{runde}: {faelle:?} {v:?}");
            for (z, s) in (0..zeilen).flat_map(|z| (0..spalten).map(move |s| (z, s))) {
                assert!(v[z][s] || faelle[z][s] == 0 || faelle[z][s] >= MINDESTENS, "{runde}");
            }
        }
    }
}
