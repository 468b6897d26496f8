//! The draw list as SVG, one picture a page, for the preview in the window, which shows no PDF.
//!
//! Texts carry the length the layout measured, so that lines end where they end in the PDF even
//! with another font of the window.

use std::fmt::Write;

use super::schrift::Schrift;
use super::zeichnung::{Form, Grau, SEITE_B, SEITE_H, Zeichnung};

/// Draws each page as a picture of its own. Purely vectors and text: no script, no reference.
#[must_use]
pub fn seiten(zeichnung: &Zeichnung) -> Vec<String> {
    let anzahl = zeichnung.seiten.len();
    zeichnung
        .seiten
        .iter()
        .enumerate()
        .map(|(i, seite)| {
            let mut svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SEITE_B} {SEITE_H}\" role=\"img\" aria-label=\"Seite {} von {anzahl}\">\
                 <rect width=\"{SEITE_B}\" height=\"{SEITE_H}\" fill=\"#fff\"/>",
                i + 1
            );
            for teil in &seite.teile {
                form(&mut svg, &teil.form);
            }
            svg.push_str("</svg>");
            svg
        })
        .collect()
}

fn form(svg: &mut String, form: &Form) {
    // Writing into a String cannot fail.
    let _ = match form {
        Form::Text { x, y, groesse, schrift, grau, text, breite } => {
            let art = match schrift {
                Schrift::Normal => "",
                Schrift::Halbfett => " font-weight=\"600\"",
                Schrift::Kursiv => " font-style=\"italic\"",
            };
            let text = text.trim_end();
            if text.is_empty() {
                return;
            }
            write!(
                svg,
                "<text x=\"{x:.2}\" y=\"{y:.2}\" font-family=\"'Source Sans 3',sans-serif\" font-size=\"{groesse}\" \
                 textLength=\"{breite:.2}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{art} xml:space=\"preserve\">{}</text>",
                farbe(*grau),
                maskiert(text)
            )
        }
        Form::Linie { von, bis, staerke, grau, gestrichelt } => {
            let art = if *gestrichelt { " stroke-dasharray=\"4 3\"" } else { "" };
            write!(
                svg,
                "<line x1=\"{:.2}\" y1=\"{:.2}\" x2=\"{:.2}\" y2=\"{:.2}\" stroke-width=\"{staerke}\" stroke=\"{}\"{art}/>",
                von.0,
                von.1,
                bis.0,
                bis.1,
                farbe(*grau)
            )
        }
        // The window loads no data from a picture's own address; its place is enough for a preview.
        Form::Bild { x, y, b, h, .. } => {
            write!(
                svg,
                "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{b:.2}\" height=\"{h:.2}\" fill=\"none\" stroke=\"#888\"/>"
            )
        }
        Form::Rechteck { x, y, b, h, grau } => {
            write!(
                svg,
                "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{b:.2}\" height=\"{h:.2}\" fill=\"{}\"/>",
                farbe(*grau)
            )
        }
    };
}

fn farbe(grau: Grau) -> String {
    let stufe = u32::from(grau.0) * 255 / 100;
    format!("#{stufe:02x}{stufe:02x}{stufe:02x}")
}

fn maskiert(text: &str) -> String {
    text.replace('\u{ad}', "-").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
