//! The header rows of a table: headers of columns, and above them headers over several columns.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Ausrichtung, Tabelle};
use super::super::struktur::{Knoten, Richtung, Rolle, Umfang};
use super::super::zeichnung::{Grau, Teil};
use super::satz::Satz;
use super::spalten::POLSTER;
use super::stil::{FEIN, STARK, Stil};
use super::streifen::{Spur, Streifen, verbinde};
use super::tabelle::{LUFT, waagrecht};

/// Draws the header and adds it to the tree.
pub(super) fn kopf(
    tabelle: &Tabelle,
    spuren: &[Spur],
    stil: Stil,
    eltern: Knoten,
    satz: &mut Satz<'_>,
) -> Result<Streifen, BerichtFehler> {
    let stil = stil.fett();
    let thead = satz.knoten(eltern, Rolle::Tabellenkopf);
    let mut oben = None;
    let mut gruppe_von: Vec<bool> = vec![false; spuren.len()];
    let mut streifen = Streifen { haltet: true, ..Streifen::default() };
    streifen.teile.push(waagrecht(satz.lage, 0.0, STARK, Grau::SCHWARZ));
    let mut spalten: Vec<(usize, Knoten)> = Vec::new();
    if !tabelle.gruppen.is_empty() {
        let reihe = satz.knoten(thead, Rolle::Zeile);
        let hoehe =
            gruppen(tabelle, spuren, stil, reihe, satz, &mut streifen, &mut gruppe_von, &mut spalten)?;
        oben = Some(hoehe);
    }
    let reihe = satz.knoten(thead, Rolle::Zeile);
    let umfang = Umfang::EINS;
    for (i, _) in tabelle.spalten.iter().enumerate().filter(|(i, _)| oben.is_none() || gruppe_von[*i]) {
        spalten.push((i, satz.knoten(reihe, Rolle::Kopfzelle { richtung: Richtung::Spalte, umfang })));
    }
    let mut texte = Vec::new();
    for (i, knoten) in spalten {
        let (Some(spur), Some(spalte)) = (spuren.get(i), tabelle.spalten.get(i)) else { continue };
        texte.push(verbinde(satz.zeilen(&spalte.kopf.as_str().into(), *spur, stil, knoten)?));
    }
    let hoehe = texte.iter().map(|t| t.hoehe).fold(stil.zeile, f32::max) + 2.0 * LUFT + oben.unwrap_or(0.0);
    for text in texte {
        // Headers stand on the rule, so that one of two lines does not look like a row.
        let y = hoehe - LUFT - text.hoehe;
        streifen.teile.extend(text.teile.into_iter().map(|t| t.verschoben(y)));
    }
    streifen.teile.push(waagrecht(satz.lage, hoehe, STARK, Grau::SCHWARZ));
    streifen.hoehe = hoehe;
    Ok(streifen)
}

/// The upper row; columns without a group get a header cell over both rows. Returns its height.
#[allow(clippy::too_many_arguments, reason = "one step of `kopf`")]
fn gruppen(
    tabelle: &Tabelle,
    spuren: &[Spur],
    stil: Stil,
    reihe: Knoten,
    satz: &mut Satz<'_>,
    streifen: &mut Streifen,
    gruppe_von: &mut [bool],
    spalten: &mut Vec<(usize, Knoten)>,
) -> Result<f32, BerichtFehler> {
    let mut ab = 0;
    let mut bilder = Vec::new();
    for g in &tabelle.gruppen {
        let bis = ab + g.spalten.max(1);
        let (Some(erste), Some(letzte)) = (spuren.get(ab), spuren.get(bis - 1)) else {
            return Err(BerichtFehler::Angabe { was: "Spalten einer Kopfgruppe".to_owned() });
        };
        if g.kopf.trim().is_empty() {
            let umfang = Umfang { spalten: 1, zeilen: 2 };
            for i in ab..bis {
                let rolle = Rolle::Kopfzelle { richtung: Richtung::Spalte, umfang };
                spalten.push((i, satz.knoten(reihe, rolle)));
            }
        } else {
            gruppe_von[ab..bis].fill(true);
            let umfang = Umfang { spalten: g.spalten.max(1), zeilen: 1 };
            let rolle = Rolle::Kopfzelle { richtung: Richtung::Spalte, umfang };
            let spur = Spur { x: erste.x, b: letzte.x + letzte.b - erste.x, ausrichtung: Ausrichtung::Mitte };
            bilder.push((satz.block(reihe, rolle, &g.kopf, spur, stil)?, spur));
        }
        ab = bis;
    }
    if ab != spuren.len() {
        return Err(BerichtFehler::Angabe { was: "Spalten einer Kopfgruppe".to_owned() });
    }
    let hoehe = bilder.iter().map(|(b, _)| b.hoehe).fold(0.0, f32::max) + 2.0 * LUFT;
    for (bild, spur) in bilder {
        let y = hoehe - LUFT - bild.hoehe;
        streifen.teile.extend(bild.teile.into_iter().map(|t| t.verschoben(y)));
        let (von, bis) = (spur.x - POLSTER * 0.5, spur.x + spur.b + POLSTER * 0.5);
        streifen.teile.push(Teil::linie((von, hoehe), (bis, hoehe), FEIN, Grau::SCHWARZ));
    }
    Ok(hoehe)
}
