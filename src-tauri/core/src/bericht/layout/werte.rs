//! Names and values below one another: a table whose rows are named by their first cell.

use super::super::fehler::BerichtFehler;
use super::super::modell::Text;
use super::super::struktur::{Knoten, Richtung, Rolle, Umfang};
use super::super::zeichnung::{Grau, Teil};
use super::satz::Satz;
use super::stil::{FEIN, RAND, TEXT};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde};

/// Width of the names.
const NAME_B: f32 = 118.0;
/// Between names and values.
const LUECKE: f32 = 8.0;
/// Above and below a line.
const POLSTER: f32 = 2.5;

pub(super) fn werte(paare: &[(String, Text)], satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    if paare.is_empty() {
        return Ok(Vec::new());
    }
    let satz_b = satz.lage.satz_b();
    let tabelle = satz.knoten(Knoten::WURZEL, Rolle::Tabelle);
    let koerper = satz.knoten(tabelle, Rolle::Tabellenkoerper);
    let mut alle = Vec::new();
    for (i, (name, wert)) in paare.iter().enumerate() {
        let zeile = satz.knoten(koerper, Rolle::Zeile);
        let kopf = Rolle::Kopfzelle { richtung: Richtung::Zeile, umfang: Umfang::EINS };
        let links = satz.block(zeile, kopf, name, Spur::links(RAND, NAME_B), TEXT.neben())?;
        let zelle = satz.knoten(zeile, Rolle::Zelle(Umfang::EINS));
        let x = NAME_B + LUECKE;
        let rechts = verbinde(satz.zeilen(wert, Spur::links(RAND + x, satz_b - x), TEXT, zelle)?);
        let hoehe = links.hoehe.max(rechts.hoehe).max(TEXT.zeile) + 2.0 * POLSTER;
        let mut teile = Vec::new();
        if i == 0 {
            teile.push(Teil::linie((RAND, 0.0), (RAND + satz_b, 0.0), FEIN, Grau::LINIE));
        }
        teile.extend(links.teile.into_iter().chain(rechts.teile).map(|t| t.verschoben(POLSTER)));
        teile.push(Teil::linie((RAND, hoehe), (RAND + satz_b, hoehe), FEIN, Grau::LINIE));
        let haltet = paare.len() > 1 && (i == 0 || i + 2 == paare.len());
        alle.push(Streifen { hoehe, haltet, teile, noten: rechts.noten, ..Streifen::default() });
    }
    Ok(mit_abstand(alle, 4.0, 12.0))
}
