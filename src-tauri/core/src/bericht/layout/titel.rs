//! The head of the first page and the lines to sign on.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Ausrichtung, Kopf, Titelblatt, Unterschrift};
use super::super::schrift::Schriften;
use super::super::zeichnung::{Grau, Marke, Rolle, Teil};
use super::stil::{FEIN, KLEIN, RAND, SATZ_B, STARK, Stil, TEXT};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde, zeilen};

pub(super) fn blatt(
    kopf: &Kopf,
    blatt: &Titelblatt,
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let ganz = Spur::links(RAND, SATZ_B);
    let satz = |text: &str, spur, stil, nummer| {
        let marke = Marke::Inhalt { block, rolle: Rolle::Titel(nummer) };
        Ok::<_, BerichtFehler>(verbinde(zeilen(&text.into(), spur, stil, marke, schriften)?))
    };
    let rechts = Spur { x: RAND + SATZ_B * 0.55, b: SATZ_B * 0.45, ausrichtung: Ausrichtung::Rechts };
    let haus = satz(&kopf.haus, Spur::links(RAND, SATZ_B * 0.55), Stil::neu(11.0, 15.0).fett(), 0)?;
    let mark = satz(kopf.vertraulichkeit.as_deref().unwrap_or(""), rechts, TEXT.fett(), 1)?;
    let hoehe = haus.hoehe.max(mark.hoehe) + 6.0;
    let mut oben = Streifen { hoehe, haltet: true, ..Streifen::default() };
    oben.teile.extend(haus.teile.into_iter().chain(mark.teile));
    oben.teile.push(Teil::linie((RAND, hoehe), (RAND + SATZ_B, hoehe), STARK, Grau::SCHWARZ));
    let mut alle = vec![oben];
    let zeilen = [
        (blatt.art.as_str(), Stil::neu(12.0, 16.0).neben(), 92.0, 4.0),
        (blatt.titel.as_str(), Stil::neu(24.0, 29.0).fett(), 0.0, 6.0),
        (blatt.untertitel.as_str(), Stil::neu(12.5, 17.0), 0.0, 30.0),
    ];
    for (i, (text, stil, vor, nach)) in zeilen.into_iter().enumerate() {
        let mut neu = satz(text, ganz, stil, i + 2)?;
        neu.haltet = i < 2;
        alle.extend(mit_abstand(vec![neu], vor, nach));
    }
    Ok(alle)
}

/// Width of a line to sign on.
const LINIE_B: f32 = 206.0;

pub(super) fn unterschriften(
    felder: &[Unterschrift],
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let mut alle = Vec::new();
    for (reihe, paar) in felder.chunks(2).enumerate() {
        let mut streifen = Streifen { vor: 46.0, ..Streifen::default() };
        for (i, feld) in paar.iter().enumerate() {
            let x = if i == 0 { RAND } else { RAND + SATZ_B - LINIE_B };
            let marke = Marke::Inhalt { block, rolle: Rolle::Unterschrift(reihe * 2 + i) };
            let spur = Spur::links(x, LINIE_B);
            let mut texte = Vec::new();
            if !feld.name.is_empty() {
                texte.extend(zeilen(&feld.name.as_str().into(), spur, TEXT, marke, schriften)?);
            }
            texte.extend(zeilen(&feld.funktion.as_str().into(), spur, TEXT.neben(), marke, schriften)?);
            texte.extend(zeilen(&"Datum, Unterschrift".into(), spur, KLEIN, marke, schriften)?);
            let text = verbinde(texte);
            streifen.teile.push(Teil::linie((x, 0.0), (x + LINIE_B, 0.0), FEIN, Grau::SCHWARZ));
            streifen.teile.extend(text.teile.into_iter().map(|t| t.verschoben(4.0)));
            streifen.hoehe = streifen.hoehe.max(text.hoehe + 4.0);
        }
        alle.push(streifen);
    }
    if let Some(letzter) = alle.last_mut() {
        letzter.nach = 12.0;
    }
    Ok(alle)
}
