//! Heat maps: shades say where to look, the number in each field says what is there.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Ausrichtung, Waermezeile};
use super::super::zeichnung::{Form, Grau};
use super::diagramm::{LUECKE, NAMEN, Stift, zahl};
use super::stil::{FEIN, KLEIN, RAND, SATZ_B};
use super::streifen::Spur;

/// Least height of a row.
const FELD_H: f32 = 20.0;
/// The darkest shade, in hundredths from white: black text on it keeps a contrast above 7:1.
const DUNKEL: f64 = 38.0;

impl Stift<'_, '_> {
    /// Draws the grid and returns its height.
    pub(super) fn waermekarte(
        &mut self,
        spalten: &[String],
        zeilen: &[Waermezeile],
    ) -> Result<f32, BerichtFehler> {
        let namen_b = self.breiteste(zeilen.iter().map(|z| &z.name), NAMEN)?.min(SATZ_B * 0.3);
        let x0 = RAND + namen_b + LUECKE;
        let b = (RAND + SATZ_B - x0) / zahl(spalten.len().max(1));
        let feld = |i: usize| Spur { x: x0 + b * zahl(i) + 1.0, b: b - 2.0, ausrichtung: Ausrichtung::Mitte };
        let mut kopf_h = 0.0f32;
        for (i, spalte) in spalten.iter().enumerate() {
            kopf_h = kopf_h.max(self.text(spalte, feld(i), 0.0, KLEIN)?);
        }
        let groesste = zeilen.iter().flat_map(|z| &z.werte).flatten().map(|w| w.wert).fold(0.0, f64::max);
        let oben = kopf_h + 3.0;
        let mut kanten = vec![oben];
        let mut y = oben;
        for zeile in zeilen {
            let name_h = self.satz_hoehe(&zeile.name, namen_b)?;
            let hoehe = (name_h + 6.0).max(FELD_H);
            for (i, wert) in zeile.werte.iter().enumerate() {
                if let Some(w) = wert {
                    let grau = schattiert(w.wert, groesste);
                    self.form(Form::Rechteck { x: x0 + b * zahl(i), y, b, h: hoehe, grau });
                }
                let text = wert.as_ref().map_or("–", |w| w.text.as_str());
                self.text(text, feld(i), y + (hoehe - NAMEN.zeile) / 2.0, NAMEN)?;
            }
            self.text(&zeile.name, Spur::links(RAND, namen_b), y + (hoehe - name_h) / 2.0, NAMEN)?;
            y += hoehe;
            kanten.push(y);
        }
        for kante in kanten {
            self.linie((x0, kante), (RAND + SATZ_B, kante), FEIN, Grau::BALKEN);
        }
        for i in 0..=spalten.len() {
            let x = x0 + b * zahl(i);
            self.linie((x, oben), (x, y), FEIN, Grau::BALKEN);
        }
        Ok(y)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn schattiert(wert: f64, groesste: f64) -> Grau {
    let anteil = if groesste > 0.0 { (wert / groesste).clamp(0.0, 1.0) } else { 0.0 };
    Grau((100.0 - DUNKEL * anteil).round() as u8)
}
