//! The draw list as a PDF: printpdf writes pages and fonts, a pass over its document adds what it
//! leaves out, and we write the bytes ourselves because its `save` drops errors.

mod nachlauf;
mod schriftauszug;

use std::collections::BTreeMap;

use printpdf::{
    Color, FontId, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, TextItem, WindingOrder,
};

use super::fehler::BerichtFehler;
use super::modell::Kopf;
use super::schrift::{Schrift, Schriften};
use super::zeichnung::{Form, Grau, SEITE_B, SEITE_H, Seite, Zeichnung};

/// Writes a laid-out report.
///
/// # Errors
/// `Schreiben`, a defect of the program; `FehlendesZeichen` if the drawing was not made by layout.
pub fn schreibe(kopf: &Kopf, zeichnung: &Zeichnung, schriften: &Schriften) -> Result<Vec<u8>, BerichtFehler> {
    let mut dokument = PdfDocument::new(&kopf.titel);
    let auszuege = schriftauszug::auszuege(zeichnung, schriften)?;
    for (schrift, auszug) in auszuege {
        // Names of our own: printpdf counts its "random" ones over the whole process.
        dokument.resources.fonts.map.insert(kennung(schrift), PdfFont::new(auszug));
    }
    dokument.pages = zeichnung.seiten.iter().map(seite).collect();
    let mut warnungen = Vec::new();
    let roh = dokument.to_lopdf_document(
        &PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() },
        &mut warnungen,
    );
    if let Some(warnung) = warnungen.first() {
        return Err(BerichtFehler::Schreiben { grund: warnung.msg.clone() });
    }
    nachlauf::vollende(roh, kopf, zeichnung, schriften)
}

fn kennung(schrift: Schrift) -> FontId {
    FontId(format!("F{}", schrift.nummer()))
}

fn seite(seite: &Seite) -> PdfPage {
    let mut stift = Stift::default();
    for teil in &seite.teile {
        stift.ziehe(&teil.form);
    }
    let mut blatt = PdfPage::new(Mm(210.0), Mm(297.0), stift.ops);
    for rahmen in [&mut blatt.media_box, &mut blatt.trim_box, &mut blatt.crop_box] {
        (rahmen.width, rahmen.height) = (Pt(SEITE_B), Pt(SEITE_H));
    }
    blatt
}

/// Sets a colour or width only when it changes.
#[derive(Default)]
struct Stift {
    ops: Vec<Op>,
    fuellung: Option<Grau>,
    strich: Option<(Grau, i32, bool)>,
}

impl Stift {
    fn ziehe(&mut self, form: &Form) {
        match form {
            Form::Text { x, y, groesse, schrift, grau, text } => {
                self.fuelle(*grau);
                self.ops.extend([
                    Op::StartTextSection,
                    Op::SetFont { font: PdfFontHandle::External(kennung(*schrift)), size: Pt(*groesse) },
                    Op::SetTextCursor { pos: punkt(*x, *y) },
                    Op::ShowText { items: vec![TextItem::Text(text.clone())] },
                    Op::EndTextSection,
                ]);
            }
            Form::Linie { von, bis, staerke, grau, gestrichelt } => {
                self.striche(*grau, *staerke, *gestrichelt);
                let points = [von, bis].map(|p| LinePoint { p: punkt(p.0, p.1), bezier: false }).to_vec();
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Form::Rechteck { x, y, b, h, grau } => {
                self.fuelle(*grau);
                let ecke = punkt(*x, y + h);
                let rectangle = Rect {
                    x: ecke.x,
                    y: ecke.y,
                    width: Pt(gerundet(*b)),
                    height: Pt(gerundet(*h)),
                    mode: Some(PaintMode::Fill),
                    winding_order: Some(WindingOrder::NonZero),
                };
                self.ops.push(Op::DrawRectangle { rectangle });
            }
        }
    }

    fn fuelle(&mut self, grau: Grau) {
        if self.fuellung.replace(grau) != Some(grau) {
            self.ops.push(Op::SetFillColor { col: farbe(grau) });
        }
    }

    fn striche(&mut self, grau: Grau, staerke: f32, gestrichelt: bool) {
        #[expect(clippy::cast_possible_truncation, reason = "a width below ten points")]
        let neu = Some((grau, (staerke * 100.0).round() as i32, gestrichelt));
        if self.strich == neu {
            return;
        }
        self.ops.push(Op::SetOutlineColor { col: farbe(grau) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(gerundet(staerke)) });
        if self.strich.is_some_and(|s| s.2) != gestrichelt {
            let dash =
                if gestrichelt { LineDashPattern::new(0.0, &[4.0, 3.0]) } else { LineDashPattern::solid() };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
        self.strich = neu;
    }
}

fn farbe(grau: Grau) -> Color {
    Color::Greyscale(Greyscale { percent: grau.anteil(), icc_profile: None })
}

/// PDF counts from the lower edge.
fn punkt(x: f32, y: f32) -> Point {
    Point { x: Pt(gerundet(x)), y: Pt(gerundet(SEITE_H - y)) }
}

/// To hundredths of a point, which no printer resolves: shorter numbers in the file.
fn gerundet(wert: f32) -> f32 {
    (wert * 100.0).round() / 100.0
}

/// The characters a face is used for, with their glyphs.
type Benutzt = BTreeMap<char, u16>;
