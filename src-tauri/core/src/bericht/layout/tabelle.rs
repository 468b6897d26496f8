//! Tables: wrapping cells, cells over several columns and rows, rows in one piece, the header
//! repeated on each page.

use std::rc::Rc;

use super::super::fehler::BerichtFehler;
use super::super::modell::Tabelle;
use super::super::struktur::{Knoten, Richtung, Rolle, Umfang};
use super::super::zeichnung::{Grau, Lage, Teil};
use super::raster::{self, Reihe};
use super::satz::{Absatzbild, Satz};
use super::spalten::{self, POLSTER};
use super::stil::{BESCHRIFTUNG, FEIN, RAND, STARK, Stil, TABELLE, TABELLE_ENG};
use super::streifen::{Spur, Streifen, mit_abstand, zeile};
use super::tabellenkopf;

/// Above and below the text of a row.
pub(super) const LUFT: f32 = 3.0;

pub(super) fn tabelle(tabelle: &Tabelle, satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    if tabelle.spalten.is_empty() || tabelle.spalten.iter().any(|s| s.kopf.trim().is_empty()) {
        return Err(BerichtFehler::Angabe { was: "Kopf einer Tabellenspalte".to_owned() });
    }
    let reihen = raster::reihen(tabelle)?;
    let stil = if tabelle.eng { TABELLE_ENG } else { TABELLE };
    let spuren = spuren(tabelle, &reihen, stil, satz)?;
    let knoten = satz.knoten(Knoten::WURZEL, Rolle::Tabelle);
    let mut alle = Vec::new();
    if let Some(text) = &tabelle.beschriftung {
        let ganz = Spur::links(RAND, satz.lage.satz_b());
        let mut titel = satz.block(knoten, Rolle::Beschriftung, text, ganz, BESCHRIFTUNG)?;
        titel.haltet = true;
        alle.extend(mit_abstand(vec![titel], 8.0, 4.0));
    }
    let kopf = Rc::new(tabellenkopf::kopf(tabelle, &spuren, stil, knoten, satz)?);
    alle.push((*kopf).clone());
    let koerper = satz.knoten(knoten, Rolle::Tabellenkoerper);
    let platz = satz.lage.satz_h() - kopf.hoehe;
    let mut setzer = Setzer { tabelle, spuren, stil, koerper, platz, satz };
    let mut rest = reihen.as_slice();
    let mut nummer = 0;
    while !rest.is_empty() {
        let anzahl = rest.iter().position(|r| !r.haengt_zusammen()).map_or(rest.len(), |i| i + 1);
        let (gruppe, danach) = rest.split_at(anzahl);
        let mut streifen = setzer.gruppe(nummer, gruppe)?;
        for s in &mut streifen {
            s.kopf = Some(Rc::clone(&kopf));
        }
        nummer += anzahl;
        // Neither the first nor the last row stands alone on a page.
        if let Some(letzter) = streifen.last_mut() {
            letzter.haltet = reihen.len() > 1 && (nummer == 1 || nummer + 1 == reihen.len());
        }
        alle.append(&mut streifen);
        rest = danach;
    }
    let vor = if tabelle.beschriftung.is_some() { 8.0 } else { 4.0 };
    Ok(mit_abstand(alle, vor, 14.0))
}

fn spuren(
    tabelle: &Tabelle,
    reihen: &[Reihe<'_>],
    stil: Stil,
    satz: &Satz<'_>,
) -> Result<Vec<Spur>, BerichtFehler> {
    let mut x = RAND;
    let mut spuren = Vec::new();
    for (spalte, b) in tabelle.spalten.iter().zip(spalten::breiten(tabelle, reihen, stil, satz)?) {
        spuren.push(Spur { x: x + POLSTER, b: b - 2.0 * POLSTER, ausrichtung: spalte.ausrichtung });
        x += b;
    }
    Ok(spuren)
}

struct Setzer<'a, 's> {
    tabelle: &'a Tabelle,
    spuren: Vec<Spur>,
    stil: Stil,
    koerper: Knoten,
    /// Height a page has below the repeated header.
    platz: f32,
    satz: &'a mut Satz<'s>,
}

/// A cell whose text is broken into lines.
struct Zellbild {
    bild: Absatzbild,
    spur: Spur,
    zeilen: usize,
}

impl Setzer<'_, '_> {
    /// Rows that cells over several rows hold together.
    fn gruppe(&mut self, ab: usize, reihen: &[Reihe<'_>]) -> Result<Vec<Streifen>, BerichtFehler> {
        let mut bilder = Vec::new();
        for (i, reihe) in reihen.iter().enumerate() {
            bilder.push(self.bilder(ab + i, reihe)?);
        }
        if let ([reihe], [zellen]) = (reihen, bilder.as_mut_slice()) {
            return Ok(self.geteilt(ab, reihe, zellen));
        }
        let hoehen = self.hoehen(&bilder);
        if hoehen.iter().sum::<f32>() > self.platz {
            return Err(BerichtFehler::ZuHoch { abschnitt: String::new() });
        }
        let mut alle = Vec::new();
        for (i, ((reihe, zellen), hoehe)) in reihen.iter().zip(&mut bilder).zip(hoehen).enumerate() {
            let mut streifen = Streifen { hoehe, haltet: i + 1 < reihen.len(), ..Streifen::default() };
            for z in zellen {
                self.lege(z, 0, usize::MAX, &mut streifen);
            }
            self.regeln(ab + i, reihe, &mut streifen, true, true);
            alle.push(streifen);
        }
        Ok(alle)
    }

    fn bilder(&mut self, nummer: usize, reihe: &Reihe<'_>) -> Result<Vec<Zellbild>, BerichtFehler> {
        let knoten = self.satz.knoten(self.koerper, Rolle::Zeile);
        let stil = self.stil_von(nummer);
        let mut bilder = Vec::with_capacity(reihe.felder.len());
        for f in &reihe.felder {
            let umfang = Umfang { spalten: f.zelle.spalten, zeilen: f.zelle.zeilen };
            let rolle = match self.tabelle.zeilenkopf {
                Some(spalte) if (f.spalte..f.spalte + f.zelle.spalten).contains(&spalte) => {
                    Rolle::Kopfzelle { richtung: Richtung::Zeile, umfang }
                }
                _ => Rolle::Zelle(umfang),
            };
            let zelle = self.satz.knoten(knoten, rolle);
            let spur = self.spur(f.spalte, f.zelle.spalten);
            let bild = self.satz.absatz(&f.zelle.text, spur.b, stil, zelle)?;
            bilder.push(Zellbild { bild, spur, zeilen: f.zelle.zeilen });
        }
        Ok(bilder)
    }

    fn stil_von(&self, nummer: usize) -> Stil {
        if self.summe(nummer) { self.stil.fett() } else { self.stil }
    }

    fn summe(&self, nummer: usize) -> bool {
        self.tabelle.zeilen.get(nummer).is_some_and(|z| z.summe)
    }

    /// The columns a cell covers, as one.
    fn spur(&self, spalte: usize, anzahl: usize) -> Spur {
        match (self.spuren.get(spalte), self.spuren.get(spalte + anzahl.max(1) - 1)) {
            (Some(erste), Some(letzte)) => Spur { b: letzte.x + letzte.b - erste.x, ..*erste },
            _ => Spur::links(RAND, self.satz.lage.satz_b()),
        }
    }

    fn hoehe(&self, zeilen: usize) -> f32 {
        zahl(zeilen.max(1)) * self.stil.zeile + 2.0 * LUFT
    }

    /// Heights of rows; the last row a tall cell covers grows until the cell fits.
    fn hoehen(&self, bilder: &[Vec<Zellbild>]) -> Vec<f32> {
        let einfache = |zellen: &[Zellbild]| {
            zellen.iter().filter(|z| z.zeilen <= 1).map(|z| z.bild.zeilen.len()).max().unwrap_or(0)
        };
        let mut hoehen: Vec<f32> = bilder.iter().map(|zellen| self.hoehe(einfache(zellen))).collect();
        for (i, z) in bilder.iter().enumerate().flat_map(|(i, zellen)| zellen.iter().map(move |z| (i, z))) {
            let Some(zeilen) = hoehen.get_mut(i..i + z.zeilen.max(1)) else { continue };
            let fehlt = self.hoehe(z.bild.zeilen.len()) - zeilen.iter().sum::<f32>();
            if let Some(letzte) = zeilen.last_mut().filter(|_| fehlt > 0.0) {
                *letzte += fehlt;
            }
        }
        hoehen
    }

    /// A row is one strip, or several if it is taller than what a page has room for.
    fn geteilt(&self, nummer: usize, reihe: &Reihe<'_>, zellen: &mut [Zellbild]) -> Vec<Streifen> {
        let je_stueck = hoechstens_zeilen(self.platz, self.stil);
        let gesamt = zellen.iter().map(|z| z.bild.zeilen.len()).max().unwrap_or(0).max(1);
        let mut alle = Vec::new();
        for beginn in (0..gesamt).step_by(je_stueck) {
            let anzahl = je_stueck.min(gesamt - beginn);
            let mut streifen = Streifen { hoehe: self.hoehe(anzahl), ..Streifen::default() };
            for z in zellen.iter_mut() {
                self.lege(z, beginn, anzahl, &mut streifen);
            }
            self.regeln(nummer, reihe, &mut streifen, beginn == 0, beginn + anzahl == gesamt);
            alle.push(streifen);
        }
        alle
    }

    /// Draws some lines of a cell.
    fn lege(&self, zelle: &mut Zellbild, ab: usize, anzahl: usize, streifen: &mut Streifen) {
        let stil = self.stil;
        for i in (ab..zelle.bild.zeilen.len()).take(anzahl) {
            streifen.noten.append(&mut zelle.bild.noten(i));
            let oben = LUFT + zahl(i - ab) * stil.zeile;
            let bild = &zelle.bild;
            streifen.teile.extend(zeile(&bild.zeilen[i], zelle.spur, oben, stil, |s| bild.marke(s)));
        }
    }

    /// Rules above a total and below each row, except where a cell goes on.
    fn regeln(&self, nummer: usize, reihe: &Reihe<'_>, streifen: &mut Streifen, oben: bool, unten: bool) {
        if oben && self.summe(nummer) {
            streifen.teile.insert(0, waagrecht(self.satz.lage, 0.0, STARK, Grau::SCHWARZ));
        }
        if !unten {
            return;
        }
        let letzte = nummer + 1 == self.tabelle.zeilen.len();
        let (staerke, grau) = if letzte { (STARK, Grau::SCHWARZ) } else { (FEIN, Grau::LINIE) };
        if !reihe.haengt_zusammen() {
            streifen.teile.push(waagrecht(self.satz.lage, streifen.hoehe, staerke, grau));
            return;
        }
        let y = streifen.hoehe;
        for (spur, offen) in self.spuren.iter().zip(&reihe.offen) {
            if !offen {
                let (von, bis) = (spur.x - POLSTER, spur.x + spur.b + POLSTER);
                streifen.teile.push(Teil::linie((von, y), (bis, y), staerke, grau));
            }
        }
    }
}

/// A rule over the width of the text.
pub(super) fn waagrecht(lage: Lage, y: f32, staerke: f32, grau: Grau) -> Teil {
    Teil::linie((RAND, y), (RAND + lage.satz_b(), y), staerke, grau)
}

#[expect(clippy::cast_precision_loss, reason = "lines of a page")]
fn zahl(n: usize) -> f32 {
    n as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines of a page, at least one")]
fn hoechstens_zeilen(platz: f32, stil: Stil) -> usize {
    ((platz - 2.0 * LUFT) / stil.zeile).max(1.0) as usize
}
