//! Charts from plain numbers: bars with a bound, and rates with their interval.
//!
//! Everything a mark shows also stands beside it as a number, so the chart can be read without
//! guessing lengths; shapes differ, not colours.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Ausrichtung, Balken, Diagramm, Diagrammart, Messpunkt, Ziel};
use super::super::struktur::{Knoten, Rolle};
use super::super::zeichnung::{Form, Grau, Marke, Teil};
use super::achse::Achse;
use super::satz::{Satz, einzeilig};
use super::stil::{BESCHRIFTUNG, FEIN, KLEIN, RAND, SATZ_B, SATZ_H, STARK, Stil};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde};

pub(super) const NAMEN: Stil = Stil::neu(9.0, 11.5);
/// Between a label and the plot.
pub(super) const LUECKE: f32 = 8.0;
/// Height of a bar.
const BALKEN_H: f32 = 9.0;
/// Height of the plot of rates.
const VERLAUF_H: f32 = 150.0;

pub(super) fn diagramm(d: &Diagramm, satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    let achse = Achse::fuer(d)?;
    let ganz = Spur::links(RAND, SATZ_B);
    let gruppe = satz.knoten(Knoten::WURZEL, Rolle::Gruppe);
    let titel = satz.block(gruppe, Rolle::Beschriftung, &d.titel, ganz, BESCHRIFTUNG)?;
    let alternativtext = d.alternativtext.text().to_owned();
    let knoten = satz.knoten(gruppe, Rolle::Abbildung { alternativtext });
    let mut stift = Stift { knoten, satz, teile: Vec::new() };
    let hoehe = match &d.inhalt {
        Diagrammart::Balken(balken) => stift.balken(balken, d.ziel.as_ref(), &achse)?,
        Diagrammart::Verlauf(punkte) => stift.verlauf(punkte, d.ziel.as_ref(), &achse)?,
        Diagrammart::Waermekarte { spalten, zeilen } => {
            if zeilen.iter().any(|z| z.werte.len() != spalten.len()) {
                return Err(BerichtFehler::Diagrammzahl { titel: d.titel.clone() });
            }
            stift.waermekarte(spalten, zeilen)?
        }
    };
    let bild = Streifen { vor: 6.0, hoehe, teile: stift.teile, ..Streifen::default() };
    let mut legende = satz.block(gruppe, Rolle::Absatz, &d.legende, ganz, KLEIN)?;
    legende.vor = 6.0;
    let ganzes = verbinde(vec![titel, bild, legende]);
    if ganzes.hoehe > SATZ_H {
        return Err(BerichtFehler::ZuHoch { abschnitt: d.titel.clone() });
    }
    Ok(mit_abstand(vec![ganzes], 8.0, 14.0))
}

/// Draws the parts of one chart.
pub(super) struct Stift<'a, 's> {
    knoten: Knoten,
    satz: &'a mut Satz<'s>,
    teile: Vec<Teil>,
}

impl Stift<'_, '_> {
    fn balken(
        &mut self,
        balken: &[Balken],
        ziel: Option<&Ziel>,
        achse: &Achse,
    ) -> Result<f32, BerichtFehler> {
        let namen_b = self.breiteste(balken.iter().map(|b| &b.name), NAMEN)?.min(SATZ_B * 0.33);
        let texte_b = self.breiteste(balken.iter().map(|b| &b.text), NAMEN)?.min(SATZ_B * 0.3);
        let x0 = RAND + namen_b + LUECKE;
        let x1 = RAND + SATZ_B - texte_b - LUECKE - 12.0;
        let x = |wert: f64| x0 + (x1 - x0) * achse.anteil(wert);
        let oben = if ziel.is_some() { KLEIN.zeile + 3.0 } else { 0.0 };
        let raster_ab = self.teile.len();
        let mut y = oben + 3.0;
        for b in balken {
            let name = self.text(&b.name, Spur::links(RAND, namen_b), y, NAMEN)?;
            let wert = self.text(
                &b.text,
                Spur { x: x1 + LUECKE + 12.0, b: texte_b, ausrichtung: Ausrichtung::Rechts },
                y,
                NAMEN,
            )?;
            let hoehe = name.max(wert).max(NAMEN.zeile);
            let mitte = y + hoehe / 2.0;
            self.form(Form::Rechteck {
                x: x0,
                y: mitte - BALKEN_H / 2.0,
                b: x(b.wert) - x0,
                h: BALKEN_H,
                grau: Grau::BALKEN,
            });
            if let Some(s) = b.schranke {
                self.linie((x(b.wert), mitte), (x(s), mitte), STARK, Grau::SCHWARZ);
                self.linie((x(s), mitte - 4.0), (x(s), mitte + 4.0), STARK, Grau::SCHWARZ);
            }
            y += hoehe + 6.0;
        }
        let balken_und_zahlen = self.teile.split_off(raster_ab);
        for (anteil, _) in achse.marken() {
            let x = x0 + (x1 - x0) * anteil;
            self.linie((x, oben), (x, y), FEIN, Grau::RASTER);
        }
        // The grid lies under the bars.
        self.teile.extend(balken_und_zahlen);
        for (anteil, text) in achse.marken() {
            self.text(&text, mittig(x0 + (x1 - x0) * anteil), y + 2.0, KLEIN)?;
        }
        self.linie((x0, oben), (x0, y), STARK, Grau::SCHWARZ);
        if let Some(ziel) = ziel {
            self.gestrichelt((x(ziel.wert), oben - 2.0), (x(ziel.wert), y));
            let breite = self.satz.breite(&ziel.text, KLEIN)?;
            let links = (x(ziel.wert) - breite / 2.0).clamp(x0, (RAND + SATZ_B - breite).max(x0));
            self.text(&ziel.text, Spur::links(links, breite + 1.0), 0.0, KLEIN)?;
        }
        Ok(y + 2.0 + KLEIN.zeile)
    }

    fn verlauf(
        &mut self,
        punkte: &[Messpunkt],
        ziel: Option<&Ziel>,
        achse: &Achse,
    ) -> Result<f32, BerichtFehler> {
        let skala_b = self.breiteste(achse.marken().map(|m| m.1).collect::<Vec<_>>().iter(), KLEIN)?;
        let x0 = RAND + skala_b + LUECKE;
        let ziel_b = match ziel {
            Some(z) => self.breiteste([&z.text].into_iter(), KLEIN)?.min(SATZ_B * 0.2) + LUECKE,
            None => 0.0,
        };
        let x1 = RAND + SATZ_B - ziel_b;
        let oben = 4.0;
        let y = |anteil: f32| oben + VERLAUF_H * (1.0 - anteil);
        for (anteil, text) in achse.marken() {
            self.linie((x0, y(anteil)), (x1, y(anteil)), FEIN, Grau::RASTER);
            let spur = Spur { x: RAND, b: skala_b + 0.5, ausrichtung: Ausrichtung::Rechts };
            self.text(&text, spur, y(anteil) - KLEIN.zeile / 2.0, KLEIN)?;
        }
        self.linie((x0, y(0.0)), (x1, y(0.0)), STARK, Grau::SCHWARZ);
        if let Some(ziel) = ziel {
            let hoehe = y(achse.anteil(ziel.wert));
            self.gestrichelt((x0, hoehe), (x1, hoehe));
            self.text(
                &ziel.text,
                Spur::links(x1 + LUECKE, ziel_b - LUECKE + 1.0),
                hoehe - KLEIN.zeile / 2.0,
                KLEIN,
            )?;
        }
        let abstand = (x1 - x0) / zahl(punkte.len().max(1));
        let mut unten = 0.0f32;
        for (i, p) in punkte.iter().enumerate() {
            let x = x0 + abstand * (zahl(i) + 0.5);
            let mitte = y(achse.anteil(p.wert));
            if let Some((unten, oben)) = p.intervall {
                let [von, bis] = [unten, oben].map(|w| y(achse.anteil(w)));
                self.linie((x, von), (x, bis), STARK, Grau::SCHWARZ);
                for ende in [von, bis] {
                    self.linie((x - 4.0, ende), (x + 4.0, ende), STARK, Grau::SCHWARZ);
                }
            }
            self.form(Form::Rechteck { x: x - 3.0, y: mitte - 3.0, b: 6.0, h: 6.0, grau: Grau::SCHWARZ });
            let spur = Spur { x: x - abstand / 2.0 + 2.0, b: abstand - 4.0, ausrichtung: Ausrichtung::Mitte };
            let name = self.text(&p.name, spur, y(0.0) + 4.0, NAMEN)?;
            let text = self.text(&p.text, spur, y(0.0) + 4.0 + name, KLEIN)?;
            unten = unten.max(name + text);
        }
        Ok(oben + VERLAUF_H + 4.0 + unten)
    }

    pub(super) fn breiteste<'t>(
        &self,
        texte: impl Iterator<Item = &'t String>,
        stil: Stil,
    ) -> Result<f32, BerichtFehler> {
        let mut breite = 0.0f32;
        for text in texte {
            breite = breite.max(self.satz.breite(text, stil)?);
        }
        Ok(breite + 0.1)
    }

    /// Draws a text and returns its height.
    pub(super) fn text(
        &mut self,
        text: &str,
        spur: Spur,
        oben: f32,
        stil: Stil,
    ) -> Result<f32, BerichtFehler> {
        let satz = verbinde(self.satz.zeilen(&text.into(), spur, stil, self.knoten)?);
        self.teile.extend(satz.teile.into_iter().map(|t| t.verschoben(oben)));
        Ok(satz.hoehe)
    }

    /// Height a label needs.
    pub(super) fn satz_hoehe(&self, text: &str, breite: f32) -> Result<f32, BerichtFehler> {
        let zeilen = einzeilig(text, NAMEN, breite, self.satz.schriften)?.len();
        Ok(zahl(zeilen.max(1)) * NAMEN.zeile)
    }

    pub(super) fn form(&mut self, form: Form) {
        self.teile.push(Teil { marke: Marke::Inhalt(self.knoten), form });
    }

    pub(super) fn linie(&mut self, von: (f32, f32), bis: (f32, f32), staerke: f32, grau: Grau) {
        self.form(Form::Linie { von, bis, staerke, grau, gestrichelt: false });
    }

    fn gestrichelt(&mut self, von: (f32, f32), bis: (f32, f32)) {
        self.form(Form::Linie { von, bis, staerke: STARK, grau: Grau::SCHWARZ, gestrichelt: true });
    }
}

fn mittig(x: f32) -> Spur {
    Spur { x: x - 40.0, b: 80.0, ausrichtung: Ausrichtung::Mitte }
}

#[expect(clippy::cast_precision_loss, reason = "points of a chart")]
pub(super) fn zahl(n: usize) -> f32 {
    n as f32
}
