//! The draw list as SVG, one picture a page, for the preview in the window, which shows no PDF.
//!
//! Letters are outlines of the report's own faces at the places the layout gave them, so that a page
//! looks like the one in the PDF. A picture refers to nothing outside itself and holds no script; what
//! it says is read in the PDF, for outlines are no text.

use base64::prelude::{BASE64_STANDARD, Engine};
use std::collections::BTreeMap;
use std::fmt::Write;

use super::fehler::BerichtFehler;
use super::modell::{Bild, Vektorbild, Zug};
use super::png;
use super::schrift::{Schrift, Schriften};
use super::umriss::Umrisse;
use super::zeichnung::{Form, Grau, Lage, Zeichnung};

/// Draws pages from the given one (0 is the first); fewer, or none, where the report ends.
///
/// # Errors
/// `FehlendesZeichen` if the drawing was not made by layout; `Schreiben` if a face is damaged.
pub fn seiten(zeichnung: &Zeichnung, ab: usize, anzahl: usize) -> Result<Vec<String>, BerichtFehler> {
    let umrisse = Umrisse::oeffne()?;
    let schriften = Schriften::lade()?;
    let gesamt = zeichnung.seiten.len();
    zeichnung
        .seiten
        .iter()
        .enumerate()
        .skip(ab)
        .take(anzahl)
        .map(|(i, seite)| {
            let mut stift =
                Stift { schriften, umrisse: &umrisse, glyphen: BTreeMap::new(), inhalt: String::new() };
            for teil in &seite.teile {
                stift.ziehe(&teil.form)?;
            }
            Ok(stift.bild(i + 1, gesamt, zeichnung.lage))
        })
        .collect()
}

/// One page at work: each outline is stored once and placed as often as it occurs.
struct Stift<'a> {
    schriften: &'a Schriften,
    umrisse: &'a Umrisse,
    /// Path data by face and glyph.
    glyphen: BTreeMap<(usize, u16), String>,
    inhalt: String,
}

impl Stift<'_> {
    fn bild(self, seite: usize, gesamt: usize, lage: Lage) -> String {
        let (b, h) = (lage.breite(), lage.hoehe());
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {b} {h}\" width=\"{b}\" height=\"{h}\" \
             role=\"img\" aria-label=\"Seite {seite} von {gesamt}\"><defs>"
        );
        for ((schrift, glyphe), pfad) in self.glyphen {
            let _ = write!(svg, "<path id=\"g{schrift}-{glyphe}\" d=\"{pfad}\"/>");
        }
        let _ = write!(svg, "</defs><rect width=\"{b}\" height=\"{h}\" fill=\"#fff\"/>");
        svg.push_str(&self.inhalt);
        svg.push_str("</svg>");
        svg
    }

    fn ziehe(&mut self, form: &Form) -> Result<(), BerichtFehler> {
        // Writing into a String cannot fail.
        let _ = match form {
            Form::Text { x, y, groesse, schrift, grau, text, .. } => {
                return self.text((*x, *y), *groesse, *schrift, *grau, text);
            }
            Form::Linie { von, bis, staerke, grau, gestrichelt } => {
                let art = if *gestrichelt { " stroke-dasharray=\"4 3\"" } else { "" };
                write!(
                    self.inhalt,
                    "<line x1=\"{:.2}\" y1=\"{:.2}\" x2=\"{:.2}\" y2=\"{:.2}\" stroke-width=\"{staerke}\" stroke=\"{}\"{art}/>",
                    von.0,
                    von.1,
                    bis.0,
                    bis.1,
                    farbe(*grau)
                )
            }
            Form::Bild { x, y, b, h, bild } => {
                let adresse = adresse(bild)?;
                write!(
                    self.inhalt,
                    "<image x=\"{x:.2}\" y=\"{y:.2}\" width=\"{b:.2}\" height=\"{h:.2}\" preserveAspectRatio=\"none\" href=\"{adresse}\"/>"
                )
            }
            Form::Vektorbild { x, y, b, h, bild } => {
                // What lies outside its own picture is cut off, as in the PDF.
                write!(
                    self.inhalt,
                    "<svg x=\"{x:.2}\" y=\"{y:.2}\" width=\"{b:.2}\" height=\"{h:.2}\" viewBox=\"0 0 {} {}\" \
                     preserveAspectRatio=\"none\">{}</svg>",
                    bild.breite,
                    bild.hoehe,
                    flaechen(bild)
                )
            }
            Form::Rechteck { x, y, b, h, grau } => {
                write!(
                    self.inhalt,
                    "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{b:.2}\" height=\"{h:.2}\" fill=\"{}\"/>",
                    farbe(*grau)
                )
            }
        };
        Ok(())
    }

    /// A line of text: outlines in a row, in thousandths of the type size like the font's own measures.
    fn text(
        &mut self,
        (x, y): (f32, f32),
        groesse: f32,
        schrift: Schrift,
        grau: Grau,
        text: &str,
    ) -> Result<(), BerichtFehler> {
        let text = text.trim_end();
        if text.is_empty() {
            return Ok(());
        }
        let mass = groesse / 1000.0;
        let _ = write!(
            self.inhalt,
            "<g transform=\"matrix({mass:.6} 0 0 -{mass:.6} {x:.2} {y:.2})\" fill=\"{}\">",
            farbe(grau)
        );
        let mut stelle = 0;
        let mut davor = None;
        // A hyphen at the end of a line is drawn like any other.
        for zeichen in text.chars().map(|c| if c == '\u{ad}' { '-' } else { c }) {
            if let Some(links) = davor.replace(zeichen) {
                stelle += i32::from(self.schriften.unterschneidung(schrift, links, zeichen));
            }
            let glyphe = self.schriften.glyphe(schrift, zeichen)?;
            let umrisse = self.umrisse;
            let pfad = self
                .glyphen
                .entry((schrift.nummer(), glyphe.nummer))
                .or_insert_with(|| umrisse.pfad(schrift, glyphe.nummer));
            if !pfad.is_empty() {
                let _ = write!(
                    self.inhalt,
                    "<use href=\"#g{}-{}\" x=\"{stelle}\"/>",
                    schrift.nummer(),
                    glyphe.nummer
                );
            }
            stelle += i32::from(glyphe.breite);
        }
        self.inhalt.push_str("</g>");
        Ok(())
    }
}

fn farbe(grau: Grau) -> String {
    let stufe = u32::from(grau.0) * 255 / 100;
    format!("#{stufe:02x}{stufe:02x}{stufe:02x}")
}

/// A picture of areas on its own.
pub(super) fn einzeln(bild: &Vektorbild) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {b} {h}\" width=\"{b}\" height=\"{h}\">{}</svg>",
        flaechen(bild),
        b = bild.breite,
        h = bild.hoehe
    )
}

fn flaechen(bild: &Vektorbild) -> String {
    let mut svg = String::new();
    for f in &bild.flaechen {
        let [r, g, b] = f.farbe;
        let regel = if f.gerade_ungerade { " fill-rule=\"evenodd\"" } else { "" };
        let _ = write!(svg, "<path fill=\"#{r:02x}{g:02x}{b:02x}\"{regel} d=\"");
        for zug in &f.zuege {
            let _ = match zug {
                Zug::Von((x, y)) => write!(svg, "M{x} {y}"),
                Zug::Gerade((x, y)) => write!(svg, "L{x} {y}"),
                Zug::Bogen(a, b, c) => {
                    write!(svg, "C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, c.0, c.1)
                }
                Zug::Schluss => write!(svg, "Z"),
            };
        }
        svg.push_str("\"/>");
    }
    svg
}

/// The picture inside its own address, since a page loads nothing.
fn adresse(bild: &Bild) -> Result<String, BerichtFehler> {
    Ok(format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png::schreibe(bild)?)))
}
