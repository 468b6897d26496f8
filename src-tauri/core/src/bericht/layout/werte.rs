//! Names and values below one another.

use super::super::fehler::BerichtFehler;
use super::super::modell::Text;
use super::super::schrift::Schriften;
use super::super::zeichnung::{Grau, Marke, Rolle, Teil};
use super::stil::{FEIN, RAND, SATZ_B, TEXT};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde, zeilen};

/// Width of the names.
const NAME_B: f32 = 118.0;
/// Between names and values.
const LUECKE: f32 = 8.0;
/// Above and below a line.
const POLSTER: f32 = 2.5;

pub(super) fn werte(
    paare: &[(String, Text)],
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let mut alle = Vec::new();
    for (i, (name, wert)) in paare.iter().enumerate() {
        let marke = |rolle| Marke::Inhalt { block, rolle };
        let links = zeilen(
            &name.as_str().into(),
            Spur::links(RAND, NAME_B),
            TEXT.neben(),
            marke(Rolle::Name(i)),
            schriften,
        )?;
        let x = NAME_B + LUECKE;
        let rechts = zeilen(wert, Spur::links(RAND + x, SATZ_B - x), TEXT, marke(Rolle::Wert(i)), schriften)?;
        let (links, rechts) = (verbinde(links), verbinde(rechts));
        let hoehe = links.hoehe.max(rechts.hoehe).max(TEXT.zeile) + 2.0 * POLSTER;
        let mut teile = Vec::new();
        if i == 0 {
            teile.push(Teil::linie((RAND, 0.0), (RAND + SATZ_B, 0.0), FEIN, Grau::LINIE));
        }
        teile.extend(links.teile.into_iter().chain(rechts.teile).map(|t| t.verschoben(POLSTER)));
        teile.push(Teil::linie((RAND, hoehe), (RAND + SATZ_B, hoehe), FEIN, Grau::LINIE));
        let haltet = paare.len() > 1 && (i == 0 || i + 2 == paare.len());
        alle.push(Streifen { hoehe, haltet, teile, ..Streifen::default() });
    }
    Ok(mit_abstand(alle, 4.0, 12.0))
}
