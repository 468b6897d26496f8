//! SVG files for the sign of a house: read into filled areas, or refused with a sentence that says why.
//!
//! Only what the page will show exactly as drawn is taken. Everything else (text, pictures, gradients,
//! transparency, filters) is refused rather than left out, because a report must not carry half a sign.
//! A file is checked before it is expanded (`pruefung`), so that a hostile one costs no time.

mod pruefung;

use usvg::tiny_skia_path::{Path, PathSegment, Point, Transform};
use usvg::{FillRule, Group, ImageHrefResolver, Node, Options, Paint, PaintOrder, Tree};

use super::fehler::BerichtFehler;
use super::modell::{Flaeche, Vektorbild, Zug};

/// Points of all outlines together: more than a drawn sign needs, little enough for every first page.
const PUNKTE: usize = 60_000;
/// No part may lie further outside than this many times the size of the picture.
const WEIT: f32 = 20.0;
/// Widest and longest a sign is printed, in points; strokes become outlines precise to an eightieth of one.
const DRUCK: f32 = 180.0;

/// Reads a file.
///
/// # Errors
/// `Logo` with what cannot be drawn.
pub(super) fn lies(datei: &[u8]) -> Result<Vektorbild, BerichtFehler> {
    let text = std::str::from_utf8(datei).map_err(|_| nicht("ist nicht in UTF-8 gespeichert"))?;
    let dokument = pruefung::oeffne(text)?;
    let optionen = Options {
        // Nothing outside the file is ever opened.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let baum = Tree::from_xmltree(&dokument, &optionen).map_err(|_| pruefung::unlesbar())?;
    let (breite, hoehe) = (baum.size().width(), baum.size().height());
    let mut leser = Leser {
        bild: Vektorbild { breite, hoehe, flaechen: Vec::new() },
        feinheit: 20.0 * DRUCK / breite.max(hoehe),
        punkte: 0,
    };
    leser.gruppe(baum.root())?;
    if leser.bild.flaechen.is_empty() {
        return Err(nicht("zeigt keine Formen"));
    }
    Ok(leser.bild)
}

fn nicht(grund: &str) -> BerichtFehler {
    BerichtFehler::Logo { grund: grund.to_owned() }
}

struct Leser {
    bild: Vektorbild,
    /// Units of the outline of a stroke to one of the picture.
    feinheit: f32,
    punkte: usize,
}

impl Leser {
    fn gruppe(&mut self, gruppe: &Group) -> Result<(), BerichtFehler> {
        if gruppe.opacity().get() < 1.0 {
            return Err(nicht(pruefung::DURCHSCHEINEND));
        }
        if gruppe.blend_mode() != usvg::BlendMode::Normal {
            return Err(nicht("enthält Mischmodi; bitte die Farben zusammenführen"));
        }
        if !gruppe.filters().is_empty() {
            return Err(nicht(pruefung::FILTER));
        }
        if gruppe.mask().is_some() || !beschneidet_nichts(gruppe) {
            return Err(nicht("enthält beschnittene Formen; bitte die Formen zuschneiden"));
        }
        for knoten in gruppe.children() {
            match knoten {
                Node::Group(g) => self.gruppe(g)?,
                Node::Path(p) => self.pfad(p)?,
                Node::Image(_) => return Err(nicht(pruefung::BILD)),
                Node::Text(_) => return Err(nicht(pruefung::TEXT)),
            }
        }
        Ok(())
    }

    fn pfad(&mut self, pfad: &usvg::Path) -> Result<(), BerichtFehler> {
        if !pfad.is_visible() {
            return Ok(());
        }
        let lage = pfad.abs_transform();
        let fuellung = match pfad.fill() {
            Some(f) => farbe(f.paint(), f.opacity().get())?
                .map(|farbe| (farbe, f.rule() == FillRule::EvenOdd, pfad.data().clone())),
            None => None,
        };
        let strich = match pfad.stroke() {
            Some(s) => match farbe(s.paint(), s.opacity().get())? {
                Some(_) if s.dasharray().is_some() => {
                    return Err(nicht("enthält gestrichelte Linien; bitte in Pfade umwandeln"));
                }
                Some(farbe) => {
                    let massstab = usvg::tiny_skia_path::PathStroker::compute_resolution_scale(&lage);
                    pfad.data()
                        .stroke(&s.to_tiny_skia(), massstab * self.feinheit)
                        .map(|umriss| (farbe, false, umriss))
                }
                None => None,
            },
            None => None,
        };
        let beide = match pfad.paint_order() {
            PaintOrder::FillAndStroke => [fuellung, strich],
            PaintOrder::StrokeAndFill => [strich, fuellung],
        };
        for (farbe, gerade_ungerade, umriss) in beide.into_iter().flatten() {
            self.flaeche(farbe, gerade_ungerade, umriss, lage)?;
        }
        Ok(())
    }

    fn flaeche(
        &mut self,
        farbe: [u8; 3],
        gerade_ungerade: bool,
        umriss: Path,
        lage: Transform,
    ) -> Result<(), BerichtFehler> {
        self.punkte += umriss.points().len();
        if self.punkte > PUNKTE {
            return Err(nicht("ist zu umfangreich; bitte vereinfachen"));
        }
        let aussen = || nicht("enthält Formen weit außerhalb der Zeichenfläche");
        let umriss = umriss.transform(lage).ok_or_else(aussen)?;
        let grenze = WEIT * self.bild.breite.max(self.bild.hoehe);
        if umriss.points().iter().any(|p| p.x.abs() > grenze || p.y.abs() > grenze) {
            return Err(aussen());
        }
        self.bild.flaechen.push(Flaeche { farbe, gerade_ungerade, zuege: zuege(&umriss) });
        Ok(())
    }
}

/// A plain colour; `None` for one that covers nothing.
fn farbe(farbe: &Paint, deckung: f32) -> Result<Option<[u8; 3]>, BerichtFehler> {
    match farbe {
        Paint::LinearGradient(_) | Paint::RadialGradient(_) => Err(nicht(pruefung::VERLAUF)),
        Paint::Pattern(_) => Err(nicht(pruefung::MUSTER)),
        Paint::Color(_) if deckung <= 0.0 => Ok(None),
        Paint::Color(_) if deckung < 1.0 => Err(nicht(pruefung::DURCHSCHEINEND)),
        Paint::Color(f) => Ok(Some([f.red, f.green, f.blue])),
    }
}

/// Many programs put a frame of the picture's own size around everything; such a one changes nothing.
fn beschneidet_nichts(gruppe: &Group) -> bool {
    let Some(rahmen) = gruppe.clip_path() else { return true };
    let [Node::Path(pfad)] = rahmen.root().children() else { return false };
    let nur_gerade = pfad
        .data()
        .segments()
        .all(|s| matches!(s, PathSegment::MoveTo(_) | PathSegment::LineTo(_) | PathSegment::Close));
    let lage = gruppe.abs_transform().pre_concat(rahmen.transform()).pre_concat(pfad.abs_transform());
    let rechteck = pfad.data().points().len() <= 5 && nur_gerade && lage.kx == 0.0 && lage.ky == 0.0;
    let Some(innen) = pfad.data().clone().transform(lage).map(|p| p.bounds()) else { return false };
    let inhalt = gruppe.abs_stroke_bounding_box();
    let luft = 0.001 * innen.width().max(innen.height());
    rechteck
        && rahmen.clip_path().is_none()
        && innen.left() <= inhalt.left() + luft
        && innen.top() <= inhalt.top() + luft
        && innen.right() + luft >= inhalt.right()
        && innen.bottom() + luft >= inhalt.bottom()
}

fn zuege(pfad: &Path) -> Vec<Zug> {
    let mut zuege = Vec::with_capacity(pfad.verbs().len());
    let mut hier = Point::zero();
    for teil in pfad.segments() {
        match teil {
            PathSegment::MoveTo(p) => {
                zuege.push(Zug::Von((p.x, p.y)));
                hier = p;
            }
            PathSegment::LineTo(p) => {
                zuege.push(Zug::Gerade((p.x, p.y)));
                hier = p;
            }
            // PDF knows cubic curves only.
            PathSegment::QuadTo(c, p) => {
                let zwischen = |a: Point| (a.x + (c.x - a.x) * 2.0 / 3.0, a.y + (c.y - a.y) * 2.0 / 3.0);
                zuege.push(Zug::Bogen(zwischen(hier), zwischen(p), (p.x, p.y)));
                hier = p;
            }
            PathSegment::CubicTo(a, b, p) => {
                zuege.push(Zug::Bogen((a.x, a.y), (b.x, b.y), (p.x, p.y)));
                hier = p;
            }
            PathSegment::Close => zuege.push(Zug::Schluss),
        }
    }
    zuege
}
