//! Which columns and rows the cells of a table cover.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Tabelle, Zelle};

/// A cell with its place.
pub(super) struct Feld<'a> {
    pub(super) zelle: &'a Zelle,
    /// First column.
    pub(super) spalte: usize,
}

/// A row with its cells.
pub(super) struct Reihe<'a> {
    pub(super) felder: Vec<Feld<'a>>,
    /// For each column whether a cell goes on in the next row.
    pub(super) offen: Vec<bool>,
}

impl Reihe<'_> {
    /// Whether the next row belongs to this one.
    pub(super) fn haengt_zusammen(&self) -> bool {
        self.offen.contains(&true)
    }
}

/// Places all cells.
///
/// # Errors
/// `Zellenzahl` if they do not fill the columns exactly, or reach below the last row.
pub(super) fn reihen(tabelle: &Tabelle) -> Result<Vec<Reihe<'_>>, BerichtFehler> {
    let soll = tabelle.spalten.len();
    let mut von_oben = vec![0usize; soll];
    let mut reihen = Vec::with_capacity(tabelle.zeilen.len());
    for (i, zeile) in tabelle.zeilen.iter().enumerate() {
        let falsch = |ist| BerichtFehler::Zellenzahl { abschnitt: String::new(), zeile: i + 1, ist, soll };
        let belegt = von_oben.iter().filter(|n| **n > 0).count();
        let ist = belegt + zeile.zellen.iter().map(|z| z.spalten).sum::<usize>();
        let mut frei: Vec<bool> = von_oben.iter().map(|n| *n == 0).collect();
        for n in &mut von_oben {
            *n = n.saturating_sub(1);
        }
        let mut felder = Vec::with_capacity(zeile.zellen.len());
        for zelle in &zeile.zellen {
            let spalte = frei.iter().position(|f| *f).ok_or_else(|| falsch(ist))?;
            let bis = spalte + zelle.spalten;
            let platz = frei.get_mut(spalte..bis).filter(|p| !p.is_empty() && p.iter().all(|f| *f));
            platz.ok_or_else(|| falsch(ist))?.fill(false);
            von_oben[spalte..bis].fill(zelle.zeilen.max(1) - 1);
            felder.push(Feld { zelle, spalte });
        }
        if frei.contains(&true) || ist != soll {
            return Err(falsch(ist));
        }
        let offen: Vec<bool> = von_oben.iter().map(|n| *n > 0).collect();
        if i + 1 == tabelle.zeilen.len() && offen.contains(&true) {
            return Err(falsch(soll + 1));
        }
        reihen.push(Reihe { felder, offen });
    }
    Ok(reihen)
}
