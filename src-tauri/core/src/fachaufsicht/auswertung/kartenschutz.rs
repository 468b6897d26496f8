//! Which cells of items by groups must stay empty, with all totals of the report known to the reader.
//!
//! The rule of the rows (`gruppen.rs`) leaves at least two cells of a row empty, with five cases together. That
//! is not enough here: the report also prints the errors of each item and the erroneous units of each team.
//! So a reader is assumed who knows every total and even the number of cases behind an empty cell. Whatever
//! such a reader could not already tell without the table must not become certain through it.

use super::gruppen::{MINDESTENS, verdeckt};

/// A cell as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feld {
    /// Units in which the item was judged.
    pub beurteilt: u64,
    /// Of these with the item wrong.
    pub fehlerhaft: u64,
}

/// A column as the table of teams shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spaltenwissen {
    /// The team's row is shown; else the whole column stays empty.
    pub gezeigt: bool,
    /// Erroneous units by the fixed definition.
    pub fehlerhaft: u64,
}

/// What is known of the whole table.
pub struct Tafelwissen<'a> {
    /// Rows of items that have at least one error; as many cells each as there are columns.
    pub reihen: &'a [Vec<Feld>],
    /// Rows that are to be shown; the others stay empty.
    pub angeboten: &'a [bool],
    /// Columns.
    pub spalten: &'a [Spaltenwissen],
    /// Every wrong item makes its unit erroneous, so no cell has more errors than its team erroneous units.
    pub jede_zaehlt: bool,
}

type Maske = Vec<Vec<bool>>;

impl Tafelwissen<'_> {
    /// The cells that stay empty; cells without a case say nothing and are never among them.
    #[must_use]
    pub fn verdecke(&self) -> Maske {
        let alles: Maske = self.reihen.iter().map(|r| r.iter().map(|f| f.beurteilt > 0).collect()).collect();
        let ohne_tafel = self.gewissheiten(&alles);
        let mut maske: Maske = self
            .reihen
            .iter()
            .zip(self.angeboten)
            .zip(&alles)
            .map(|((reihe, angeboten), alles)| {
                let gesperrt: Vec<bool> = self.spalten.iter().map(|s| !s.gezeigt).collect();
                if *angeboten { zeilenregel(reihe, &gesperrt) } else { alles.clone() }
            })
            .collect();
        // Each turn empties one cell more; with all of them empty nothing is certain that was not before.
        while let Some((i, j)) = self.verraten(&maske, &ohne_tafel) {
            let Some((i, j)) = self.in_der_reihe(&maske, i).or_else(|| self.in_der_spalte(&maske, j)) else {
                return alles;
            };
            if let (Some(zeile), Some(reihe)) = (maske.get_mut(i), self.reihen.get(i)) {
                if let Some(feld) = zeile.get_mut(j) {
                    *feld = true;
                }
                *zeile = zeilenregel(reihe, zeile);
            }
        }
        maske
    }

    /// A small cell whose errors are certain with the table and were not without it.
    fn verraten(&self, maske: &Maske, ohne_tafel: &Maske) -> Option<(usize, usize)> {
        let mit_tafel = self.gewissheiten(maske);
        self.zellen()
            .find(|(i, j, f)| {
                let klein = f.beurteilt < MINDESTENS || !self.spalten.get(*j).is_some_and(|s| s.gezeigt);
                klein && an(maske, *i, *j) && an(&mit_tafel, *i, *j) && !an(ohne_tafel, *i, *j)
            })
            .map(|(i, j, _)| (i, j))
    }

    /// The next cell of a row to be emptied: the smallest, but one with errors where the empty ones have none.
    fn in_der_reihe(&self, maske: &Maske, i: usize) -> Option<(usize, usize)> {
        let ohne_fehler = self.zellen().all(|(k, j, f)| k != i || f.fehlerhaft == 0 || !an(maske, k, j));
        self.zellen()
            .filter(|(k, j, f)| *k == i && f.beurteilt > 0 && !an(maske, *k, *j))
            .min_by_key(|(_, j, f)| (ohne_fehler && f.fehlerhaft == 0, f.beurteilt, *j))
            .map(|(k, j, _)| (k, j))
    }

    /// The same in a column.
    fn in_der_spalte(&self, maske: &Maske, j: usize) -> Option<(usize, usize)> {
        self.zellen()
            .filter(|(i, k, f)| *k == j && f.beurteilt > 0 && !an(maske, *i, *k))
            .min_by_key(|(i, _, f)| (f.fehlerhaft == 0, f.beurteilt, *i))
            .map(|(i, k, _)| (i, k))
    }

    fn zellen(&self) -> impl Iterator<Item = (usize, usize, Feld)> + '_ {
        self.reihen.iter().enumerate().flat_map(|(i, r)| r.iter().enumerate().map(move |(j, f)| (i, j, *f)))
    }

    /// Empty cells of which only one number of errors fits all totals, by narrowing bounds until they rest.
    fn gewissheiten(&self, maske: &Maske) -> Maske {
        let offen = |i: usize, j: usize, f: Feld| an(maske, i, j) && f.beurteilt > 0;
        let mut grenzen: Vec<Vec<(u64, u64)>> = self
            .reihen
            .iter()
            .enumerate()
            .map(|(i, r)| {
                r.iter()
                    .enumerate()
                    .map(
                        |(j, f)| {
                            if offen(i, j, *f) { (0, f.beurteilt) } else { (f.fehlerhaft, f.fehlerhaft) }
                        },
                    )
                    .collect()
            })
            .collect();
        let fehler: u64 = self.zellen().map(|(_, _, f)| f.fehlerhaft).sum();
        let einheiten: u64 = self.spalten.iter().map(|s| s.fehlerhaft).sum();
        let spielraum = fehler.saturating_sub(einheiten);
        loop {
            let vorher = grenzen.clone();
            for (i, reihe) in self.reihen.iter().enumerate() {
                let summe: u64 = reihe.iter().map(|f| f.fehlerhaft).sum();
                for j in 0..reihe.len() {
                    let andere = |oben: bool, welche: &dyn Fn(usize) -> bool| {
                        (0..reihe.len())
                            .filter(|k| *k != j && welche(*k))
                            .map(|k| ende(&grenzen, i, k, oben))
                            .sum::<u64>()
                    };
                    let unten = summe.saturating_sub(andere(true, &|_| true));
                    let mut oben = summe.saturating_sub(andere(false, &|_| true));
                    if self.jede_zaehlt {
                        let gruppe = andere(false, &|k| self.zusammen(k, j));
                        oben = oben.min(self.fehlerhafte(j).saturating_sub(gruppe));
                    }
                    enger(&mut grenzen, i, j, (unten, oben));
                }
            }
            for j in 0..self.spalten.len() {
                let gruppe = |oben: bool| -> u64 {
                    self.zellen()
                        .filter(|(_, k, _)| self.zusammen(*k, j))
                        .map(|(i, k, _)| ende(&grenzen, i, k, oben))
                        .sum()
                };
                let (unten, oben, f) = (gruppe(false), gruppe(true), self.fehlerhafte(j));
                for i in 0..self.reihen.len() {
                    let [andere_unten, andere_oben] = [(unten, false), (oben, true)]
                        .map(|(summe, welches)| summe.saturating_sub(ende(&grenzen, i, j, welches)));
                    // Every erroneous unit of the team has at least one wrong item; how many more wrong items
                    // than units there are in all is known.
                    let neu = (f.saturating_sub(andere_oben), (f + spielraum).saturating_sub(andere_unten));
                    enger(&mut grenzen, i, j, neu);
                }
            }
            if grenzen == vorher {
                break;
            }
        }
        grenzen.iter().map(|r| r.iter().map(|(unten, oben)| unten >= oben).collect()).collect()
    }

    /// Columns whose erroneous units the reader knows only together: all that are not shown.
    fn zusammen(&self, a: usize, b: usize) -> bool {
        let gezeigt = |j: usize| self.spalten.get(j).is_some_and(|s| s.gezeigt);
        a == b || (!gezeigt(a) && !gezeigt(b))
    }

    fn fehlerhafte(&self, j: usize) -> u64 {
        (0..self.spalten.len())
            .filter(|k| self.zusammen(*k, j))
            .filter_map(|k| self.spalten.get(k))
            .map(|s| s.fehlerhaft)
            .sum()
    }
}

/// The rule of `gruppen.rs` for one row.
fn zeilenregel(reihe: &[Feld], gesperrt: &[bool]) -> Vec<bool> {
    let faelle: Vec<u64> = reihe.iter().map(|f| f.beurteilt).collect();
    verdeckt(&faelle, gesperrt)
}

fn an(maske: &Maske, i: usize, j: usize) -> bool {
    maske.get(i).and_then(|z| z.get(j)).copied().unwrap_or(false)
}

fn ende(grenzen: &[Vec<(u64, u64)>], i: usize, j: usize, oben: bool) -> u64 {
    grenzen.get(i).and_then(|z| z.get(j)).map_or(0, |g| if oben { g.1 } else { g.0 })
}

fn enger(grenzen: &mut [Vec<(u64, u64)>], i: usize, j: usize, neu: (u64, u64)) {
    if let Some(g) = grenzen.get_mut(i).and_then(|z| z.get_mut(j)) {
        *g = (g.0.max(neu.0), g.1.min(neu.1));
    }
}
