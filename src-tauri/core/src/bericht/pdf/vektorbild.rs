//! A picture of areas as path operators, in the colours of the file's own colour space.

use printpdf::{DictItem, Op};

use super::super::modell::{Vektorbild, Zug};
use super::super::zeichnung::SEITE_H;
use super::gerundet;

/// Draws it at a place and in a size, cut off at its own edges. The state of the page stays as it was.
pub(super) fn zeichne(ops: &mut Vec<Op>, (x, y): (f32, f32), (b, h): (f32, f32), bild: &Vektorbild) {
    let (quer, hoch) = (b / bild.breite, h / bild.hoehe);
    // PDF counts from the lower edge.
    let ort = |p: (f32, f32)| [x + p.0 * quer, SEITE_H - y - p.1 * hoch];
    ops.push(Op::SaveGraphicsState);
    ops.push(zahlen("re", &[x, SEITE_H - y - h, b, h]));
    ops.push(zahlen("W", &[]));
    ops.push(zahlen("n", &[]));
    for f in &bild.flaechen {
        // Thousandths keep every one of 256 steps apart.
        let anteile = f.farbe.map(|a| DictItem::Real((f32::from(a) / 0.255).round() / 1000.0));
        ops.push(Op::Unknown { key: "rg".to_owned(), value: anteile.to_vec() });
        for zug in &f.zuege {
            ops.push(match zug {
                Zug::Von(p) => zahlen("m", &ort(*p)),
                Zug::Gerade(p) => zahlen("l", &ort(*p)),
                Zug::Bogen(a, b, c) => zahlen("c", [ort(*a), ort(*b), ort(*c)].as_flattened()),
                Zug::Schluss => zahlen("h", &[]),
            });
        }
        ops.push(zahlen(if f.gerade_ungerade { "f*" } else { "f" }, &[]));
    }
    ops.push(Op::RestoreGraphicsState);
}

fn zahlen(operator: &str, werte: &[f32]) -> Op {
    let value = werte.iter().map(|w| DictItem::Real(gerundet(*w))).collect();
    Op::Unknown { key: operator.to_owned(), value }
}
