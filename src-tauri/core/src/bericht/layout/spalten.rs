//! How wide the columns of a table become.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Tabelle, Text};
use super::raster::Reihe;
use super::satz::Satz;
use super::stil::Stil;
use super::umbruch::laengstes_wort;

/// Left and right of a cell's text.
pub(super) const POLSTER: f32 = 4.0;
/// Narrower than this, not even two characters and a hyphen fit.
const MINDESTENS: f32 = 16.0;

/// Widths in points that add up to the width of the text. The relative widths of the model hold
/// unless the longest word of a column would not fit; then the other columns give way as far as
/// their own longest words allow. What still does not fit is divided within the word.
pub(super) fn breiten(
    tabelle: &Tabelle,
    reihen: &[Reihe<'_>],
    stil: Stil,
    satz: &Satz<'_>,
) -> Result<Vec<f32>, BerichtFehler> {
    let satz_b = satz.lage.satz_b();
    let gesamt: f32 = tabelle.spalten.iter().map(|s| s.breite.max(0.01)).sum();
    let mut breiten: Vec<f32> =
        tabelle.spalten.iter().map(|s| s.breite.max(0.01) / gesamt * satz_b).collect();
    let mut bedarf = vec![0.0f32; breiten.len()];
    let wort = |text: &Text, stil: Stil| laengstes_wort(&satz.faeden(text, stil), stil, satz.schriften);
    for (spalte, b) in tabelle.spalten.iter().zip(&mut bedarf) {
        *b = wort(&spalte.kopf.as_str().into(), stil.fett())?;
    }
    for (zeile, reihe) in tabelle.zeilen.iter().zip(reihen) {
        let stil = if zeile.summe { stil.fett() } else { stil };
        for feld in reihe.felder.iter().filter(|f| f.zelle.spalten == 1) {
            if let Some(b) = bedarf.get_mut(feld.spalte) {
                *b = b.max(wort(&feld.zelle.text, stil)?);
            }
        }
    }
    for b in &mut bedarf {
        // One very long word may not push everything else aside.
        *b = (*b + 0.1).max(MINDESTENS + 0.1) + 2.0 * POLSTER;
        *b = b.min(satz_b * 0.4);
    }
    gleiche_aus(&mut breiten, &bedarf);
    for (spalte, b) in tabelle.spalten.iter().zip(&breiten) {
        if b - 2.0 * POLSTER < MINDESTENS {
            return Err(BerichtFehler::SpalteZuSchmal { spalte: spalte.kopf.clone() });
        }
    }
    Ok(breiten)
}

fn gleiche_aus(breiten: &mut [f32], bedarf: &[f32]) {
    let fehlt: f32 = breiten.iter().zip(bedarf).map(|(b, n)| (n - b).max(0.0)).sum();
    let spiel: f32 = breiten.iter().zip(bedarf).map(|(b, n)| (b - n).max(0.0)).sum();
    if fehlt <= 0.0 {
        return;
    }
    // With too little room, every need is met by the same share.
    let gewaehrt = (spiel / fehlt).min(1.0);
    let abgabe = if spiel > 0.0 { (fehlt / spiel).min(1.0) } else { 0.0 };
    for (b, n) in breiten.iter_mut().zip(bedarf) {
        *b += (n - *b).max(0.0) * gewaehrt - (*b - n).max(0.0) * abgabe;
    }
}
