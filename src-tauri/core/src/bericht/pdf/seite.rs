//! One page: its parts as operators, bracketed by what they mean.

use std::collections::BTreeMap;

use printpdf::{
    Color, CurTransMat, DictItem, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode,
    PdfFontHandle, PdfPage, Point, Pt, Rect, TextItem, WindingOrder,
};

use super::super::schrift::{Schrift, Schriften};
use super::super::struktur::{Baum, Knoten};
use super::super::zeichnung::{Artefakt, Form, Grau, Lage, Marke, Seite};
use super::bilder::{self, Bilder};
use super::{gerundet, schriftname, struktur, vektorbild};

/// The page, and the elements of its marked contents by number (MCID).
pub(super) fn schreibe(
    seite: &Seite,
    lage: Lage,
    baum: &Baum,
    schriften: &Schriften,
    bilder: &mut Bilder,
) -> (PdfPage, Vec<Knoten>) {
    let mut stift = Stift {
        hoehe: lage.hoehe(),
        schriften,
        bilder,
        ops: Vec::new(),
        fuellung: None,
        strich: None,
        schrift: None,
        inhalte: Vec::new(),
    };
    let mut marke = None;
    for teil in &seite.teile {
        if marke != Some(teil.marke) {
            if marke.is_some() {
                stift.ops.push(Op::EndMarkedContent);
            }
            stift.beginne(teil.marke, baum);
            marke = Some(teil.marke);
        }
        stift.ziehe(&teil.form);
    }
    if marke.is_some() {
        stift.ops.push(Op::EndMarkedContent);
    }
    let mut blatt = PdfPage::new(Mm::from(Pt(lage.breite())), Mm::from(Pt(lage.hoehe())), stift.ops);
    for rahmen in [&mut blatt.media_box, &mut blatt.trim_box, &mut blatt.crop_box] {
        (rahmen.width, rahmen.height) = (Pt(lage.breite()), Pt(lage.hoehe()));
    }
    (blatt, stift.inhalte)
}

/// Sets a colour, width or face only when it changes.
struct Stift<'a> {
    /// Height of the sheet.
    hoehe: f32,
    schriften: &'a Schriften,
    bilder: &'a mut Bilder,
    ops: Vec<Op>,
    fuellung: Option<Grau>,
    strich: Option<(Grau, i32, bool)>,
    schrift: Option<(Schrift, i32)>,
    inhalte: Vec<Knoten>,
}

impl Stift<'_> {
    fn beginne(&mut self, marke: Marke, baum: &Baum) {
        let (tag, schluessel, wert) = match marke {
            Marke::Inhalt(knoten) => {
                let mcid = i64::try_from(self.inhalte.len()).unwrap_or(i64::MAX);
                self.inhalte.push(knoten);
                (struktur::name(&baum.element(knoten).rolle), "MCID", DictItem::Int(mcid))
            }
            Marke::Artefakt(art) => {
                let art: &[u8] = match art {
                    Artefakt::Seitenrand | Artefakt::Wiederholung => b"Pagination",
                    Artefakt::Schmuck => b"Layout",
                };
                ("Artifact", "Type", DictItem::Name(art.to_vec()))
            }
        };
        self.eigenschaft(tag, schluessel, wert);
    }

    fn eigenschaft(&mut self, tag: &str, schluessel: &str, wert: DictItem) {
        let map = BTreeMap::from([(schluessel.to_owned(), wert)]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
    }

    /// PDF counts from the lower edge.
    fn punkt(&self, x: f32, y: f32) -> Point {
        Point { x: Pt(gerundet(x)), y: Pt(gerundet(self.hoehe - y)) }
    }

    fn ziehe(&mut self, form: &Form) {
        match form {
            Form::Text { x, y, groesse, schrift, grau, text, .. } => {
                self.fuelle(*grau);
                self.ops.push(Op::StartTextSection);
                let neu = Some((*schrift, hundertstel(*groesse)));
                if self.schrift != neu {
                    self.schrift = neu;
                    let font = PdfFontHandle::External(schriftname(*schrift));
                    self.ops.push(Op::SetFont { font, size: Pt(gerundet(*groesse)) });
                }
                self.ops.push(Op::SetTextCursor { pos: self.punkt(*x, *y) });
                self.text(*schrift, text);
                self.ops.push(Op::EndTextSection);
            }
            Form::Linie { von, bis, staerke, grau, gestrichelt } => {
                self.striche(*grau, *staerke, *gestrichelt);
                let points =
                    [von, bis].map(|p| LinePoint { p: self.punkt(p.0, p.1), bezier: false }).to_vec();
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Form::Bild { x, y, b, h, bild } => {
                let nummer = self.bilder.stelle(bild);
                let ecke = self.punkt(*x, y + h);
                self.ops.extend([
                    Op::SaveGraphicsState,
                    Op::SetTransformationMatrix {
                        matrix: CurTransMat::Raw([gerundet(*b), 0.0, 0.0, gerundet(*h), ecke.x.0, ecke.y.0]),
                    },
                    Op::Unknown { key: "Do".to_owned(), value: vec![DictItem::Name(bilder::name(nummer))] },
                    Op::RestoreGraphicsState,
                ]);
            }
            Form::Vektorbild { x, y, b, h, bild } => {
                vektorbild::zeichne(&mut self.ops, (*x, *y), (*b, *h), bild)
            }
            Form::Rechteck { x, y, b, h, grau } => {
                self.fuelle(*grau);
                let ecke = self.punkt(*x, y + h);
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

    fn text(&mut self, schrift: Schrift, text: &str) {
        let Some(wort) = text.strip_suffix('\u{ad}') else {
            self.zeige(schrift, text);
            return;
        };
        self.zeige(schrift, wort);
        // A hyphen at the end of a line is drawn like any other; only its replacement text says that
        // it is no part of the word (ISO 32000-1, 14.8.2.2.3).
        let ersatz = DictItem::String { data: vec![0xFE, 0xFF, 0x00, 0xAD], literal: false };
        self.eigenschaft("Span", "ActualText", ersatz);
        self.zeige(schrift, "-");
        self.ops.push(Op::EndMarkedContent);
    }

    /// Shows a text with the distances its pairs of characters ask for.
    fn zeige(&mut self, schrift: Schrift, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut items = Vec::new();
        let mut stueck = String::new();
        let mut davor = None;
        for zeichen in text.chars() {
            if let Some(links) = davor.replace(zeichen) {
                let um = self.schriften.unterschneidung(schrift, links, zeichen);
                if um != 0 {
                    items.push(TextItem::Text(std::mem::take(&mut stueck)));
                    // PDF counts towards the left.
                    items.push(TextItem::Offset(-f32::from(um)));
                }
            }
            stueck.push(zeichen);
        }
        items.push(TextItem::Text(stueck));
        self.ops.push(Op::ShowText { items });
    }

    fn fuelle(&mut self, grau: Grau) {
        if self.fuellung.replace(grau) != Some(grau) {
            self.ops.push(Op::SetFillColor { col: farbe(grau) });
        }
    }

    fn striche(&mut self, grau: Grau, staerke: f32, gestrichelt: bool) {
        let neu = Some((grau, hundertstel(staerke), gestrichelt));
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

#[expect(clippy::cast_possible_truncation, reason = "a size or width of a few points")]
fn hundertstel(punkt: f32) -> i32 {
    (punkt * 100.0).round() as i32
}
