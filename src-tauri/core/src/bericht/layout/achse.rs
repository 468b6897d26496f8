//! The axis of a chart: round steps from zero to above the largest number.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Diagramm, Diagrammart};

/// An axis from zero.
pub(super) struct Achse {
    /// Distance of the marks.
    schritt: f64,
    /// Number of steps.
    schritte: u32,
    einheit: String,
}

impl Achse {
    /// Fits the axis to all numbers of a chart.
    pub(super) fn fuer(diagramm: &Diagramm) -> Result<Self, BerichtFehler> {
        let mut zahlen: Vec<f64> = diagramm.ziel.iter().map(|z| z.wert).collect();
        let mut geordnet = true;
        match &diagramm.inhalt {
            Diagrammart::Balken(balken) => {
                for b in balken {
                    zahlen.push(b.wert);
                    zahlen.extend(b.schranke);
                    geordnet &= b.schranke.is_none_or(|s| s >= b.wert);
                }
            }
            Diagrammart::Waermekarte { zeilen, .. } => {
                zahlen.extend(zeilen.iter().flat_map(|z| &z.werte).flatten().map(|w| w.wert));
            }
            Diagrammart::Verlauf(punkte) => {
                for p in punkte {
                    zahlen.push(p.wert);
                    zahlen.extend(p.intervall.iter().flat_map(|(unten, oben)| [*unten, *oben]));
                    geordnet &= p.intervall.is_none_or(|(unten, oben)| unten <= p.wert && p.wert <= oben);
                }
            }
        }
        if !geordnet || zahlen.iter().any(|z| !z.is_finite() || *z < 0.0 || *z > 1e12) {
            return Err(BerichtFehler::Diagrammzahl { titel: diagramm.titel.clone() });
        }
        let groesste = match zahlen.into_iter().fold(0.0, f64::max) {
            0.0 => 1.0,
            g => g.max(1e-6),
        };
        let zehner = 10f64.powf((groesste / 5.0).log10().floor());
        let schritt = [1.0, 2.0, 2.5, 5.0, 10.0]
            .into_iter()
            .map(|f| f * zehner)
            .find(|s| groesste / s <= 5.0)
            .unwrap_or(zehner * 10.0);
        let schritte = (1..=5).find(|n| f64::from(*n) * schritt >= groesste - schritt * 1e-9).unwrap_or(5);
        Ok(Self { schritt, schritte, einheit: diagramm.einheit.clone() })
    }

    /// Share of the axis, 0 to 1.
    #[expect(clippy::cast_possible_truncation, reason = "a share for drawing")]
    pub(super) fn anteil(&self, wert: f64) -> f32 {
        (wert / (self.schritt * f64::from(self.schritte))) as f32
    }

    /// Marks with their labels.
    pub(super) fn marken(&self) -> impl Iterator<Item = (f32, String)> {
        let stellen = if self.schritt >= 1.0 && self.schritt.fract().abs() < 1e-9 {
            0
        } else {
            nachkommastellen(self.schritt)
        };
        (0..=self.schritte).map(move |n| {
            let wert = f64::from(n) * self.schritt;
            let zahl = format!("{wert:.stellen$}").replace('.', ",");
            let text = if self.einheit.is_empty() { zahl } else { format!("{zahl}\u{a0}{}", self.einheit) };
            (self.anteil(wert), text)
        })
    }
}

fn nachkommastellen(schritt: f64) -> usize {
    (1..6)
        .find(|n| {
            let gedehnt = schritt * 10f64.powi(i32::try_from(*n).unwrap_or(6));
            (gedehnt - gedehnt.round()).abs() < 1e-6
        })
        .unwrap_or(6)
}
