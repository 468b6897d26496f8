//! Tables: wrapping cells, rows in one piece, the header repeated on each page.

use std::rc::Rc;

use super::super::fehler::BerichtFehler;
use super::super::modell::{Tabelle, Text, Zeile};
use super::super::schrift::Schriften;
use super::super::zeichnung::{Grau, Marke, Rolle, Teil};
use super::spalten::{self, POLSTER};
use super::stil::{BESCHRIFTUNG, FEIN, RAND, SATZ_B, SATZ_H, STARK, Stil, TABELLE, TABELLE_ENG};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde, zeile, zeilen};
use super::umbruch::{Zeilenbild, breche};

/// Above and below the text of a row.
const LUFT: f32 = 3.0;

pub(super) fn tabelle(
    tabelle: &Tabelle,
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    if tabelle.spalten.is_empty() || tabelle.spalten.iter().any(|s| s.kopf.trim().is_empty()) {
        return Err(BerichtFehler::Angabe { was: "Kopf einer Tabellenspalte".to_owned() });
    }
    for (i, zeile) in tabelle.zeilen.iter().enumerate() {
        let (ist, soll) = (zeile.zellen.len(), tabelle.spalten.len());
        if ist != soll {
            return Err(BerichtFehler::Zellenzahl { abschnitt: String::new(), zeile: i + 1, ist, soll });
        }
    }
    let stil = if tabelle.eng { TABELLE_ENG } else { TABELLE };
    let raster = Raster { spuren: spuren(tabelle, stil, schriften)?, stil, block, schriften };
    let mut alle = Vec::new();
    if let Some(text) = &tabelle.beschriftung {
        let marke = Marke::Inhalt { block, rolle: Rolle::Beschriftung };
        let mut titel = verbinde(zeilen(
            &text.as_str().into(),
            Spur::links(RAND, SATZ_B),
            BESCHRIFTUNG,
            marke,
            schriften,
        )?);
        titel.haltet = true;
        alle.extend(mit_abstand(vec![titel], 8.0, 4.0));
    }
    let kopf = Rc::new(raster.kopf(tabelle)?);
    alle.push((*kopf).clone());
    let anzahl = tabelle.zeilen.len();
    for (i, zeile) in tabelle.zeilen.iter().enumerate() {
        let mut teile = raster.zeile(i, zeile, SATZ_H - kopf.hoehe, i + 1 == anzahl)?;
        for s in &mut teile {
            s.kopf = Some(Rc::clone(&kopf));
        }
        // Neither the first nor the last row stands alone on a page.
        if let Some(letzter) = teile.last_mut() {
            letzter.haltet = anzahl > 1 && (i == 0 || i + 2 == anzahl);
        }
        alle.append(&mut teile);
    }
    let vor = if tabelle.beschriftung.is_some() { 8.0 } else { 4.0 };
    Ok(mit_abstand(alle, vor, 14.0))
}

fn spuren(tabelle: &Tabelle, stil: Stil, schriften: &Schriften) -> Result<Vec<Spur>, BerichtFehler> {
    let mut x = RAND;
    let mut spuren = Vec::new();
    for (spalte, b) in tabelle.spalten.iter().zip(spalten::breiten(tabelle, stil, schriften)?) {
        spuren.push(Spur { x: x + POLSTER, b: b - 2.0 * POLSTER, ausrichtung: spalte.ausrichtung });
        x += b;
    }
    Ok(spuren)
}

struct Raster<'a> {
    spuren: Vec<Spur>,
    stil: Stil,
    block: usize,
    schriften: &'a Schriften,
}

impl Raster<'_> {
    fn kopf(&self, tabelle: &Tabelle) -> Result<Streifen, BerichtFehler> {
        let stil = self.stil.fett();
        let texte: Vec<Text> = tabelle.spalten.iter().map(|s| s.kopf.as_str().into()).collect();
        let bilder = self.brich(&texte, stil)?;
        let hoehe = hoechste(&bilder) * stil.zeile + 2.0 * LUFT;
        let mut streifen = Streifen { hoehe, haltet: true, ..Streifen::default() };
        streifen.teile.push(waagrecht(0.0, STARK, Grau::SCHWARZ));
        for (i, (bild, spur)) in bilder.iter().zip(&self.spuren).enumerate() {
            let marke = Marke::Inhalt { block: self.block, rolle: Rolle::Kopfzelle(i) };
            // Headers stand on the rule, so that one of two lines does not look like a row.
            let oben = hoehe - LUFT - zahl(bild.len()) * stil.zeile;
            streifen.teile.extend(untereinander(bild, *spur, oben, stil, marke));
        }
        streifen.teile.push(waagrecht(hoehe, STARK, Grau::SCHWARZ));
        Ok(streifen)
    }

    /// A row is one strip, or several if it is taller than what a page has room for.
    fn zeile(
        &self,
        nummer: usize,
        zeile: &Zeile,
        platz: f32,
        letzte: bool,
    ) -> Result<Vec<Streifen>, BerichtFehler> {
        let stil = if zeile.summe { self.stil.fett() } else { self.stil };
        let bilder = self.brich(&zeile.zellen, stil)?;
        let je_stueck = hoechstens_zeilen(platz, stil);
        let gesamt = bilder.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut alle = Vec::new();
        for beginn in (0..gesamt).step_by(je_stueck) {
            let anzahl = je_stueck.min(gesamt - beginn);
            let hoehe = zahl(anzahl) * stil.zeile + 2.0 * LUFT;
            let mut streifen = Streifen { hoehe, ..Streifen::default() };
            if zeile.summe && beginn == 0 {
                streifen.teile.push(waagrecht(0.0, STARK, Grau::SCHWARZ));
            }
            for (i, (bild, spur)) in bilder.iter().zip(&self.spuren).enumerate() {
                let marke =
                    Marke::Inhalt { block: self.block, rolle: Rolle::Zelle { zeile: nummer, spalte: i } };
                let stueck = bild.get(beginn..).unwrap_or(&[]);
                let stueck = stueck.get(..anzahl).unwrap_or(stueck);
                streifen.teile.extend(untereinander(stueck, *spur, LUFT, stil, marke));
            }
            let (staerke, grau) = if letzte { (STARK, Grau::SCHWARZ) } else { (FEIN, Grau::LINIE) };
            if beginn + anzahl == gesamt {
                streifen.teile.push(waagrecht(hoehe, staerke, grau));
            }
            alle.push(streifen);
        }
        Ok(alle)
    }

    fn brich(&self, texte: &[Text], stil: Stil) -> Result<Vec<Vec<Zeilenbild>>, BerichtFehler> {
        texte
            .iter()
            .zip(&self.spuren)
            .map(|(text, spur)| breche(text, stil, spur.b, self.schriften))
            .collect()
    }
}

fn untereinander(
    bilder: &[Zeilenbild],
    spur: Spur,
    oben: f32,
    stil: Stil,
    marke: Marke,
) -> impl Iterator<Item = Teil> {
    bilder
        .iter()
        .enumerate()
        .flat_map(move |(i, bild)| zeile(bild, spur, oben + zahl(i) * stil.zeile, stil, marke))
}

fn waagrecht(y: f32, staerke: f32, grau: Grau) -> Teil {
    Teil::linie((RAND, y), (RAND + SATZ_B, y), staerke, grau)
}

fn hoechste(bilder: &[Vec<Zeilenbild>]) -> f32 {
    zahl(bilder.iter().map(Vec::len).max().unwrap_or(0).max(1))
}

#[expect(clippy::cast_precision_loss, reason = "lines of a page")]
fn zahl(n: usize) -> f32 {
    n as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines of a page, at least one")]
fn hoechstens_zeilen(platz: f32, stil: Stil) -> usize {
    ((platz - 2.0 * LUFT) / stil.zeile).max(1.0) as usize
}
