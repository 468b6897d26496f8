//! The structure tree as PDF objects: elements, the tree from marked contents back to them, names of
//! notes. Written as bytes, since a long report has tens of thousands of elements.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::ObjectId;

use super::super::struktur::{Baum, Knoten, Richtung, Rolle, Umfang, Zaehlung};
use super::super::zeichnung::{Marke, Zeichnung};
use super::gerundet;
use super::schreiber::text_bytes;
use super::verweise::Flaeche;

/// Standard structure type (ISO 32000-1, 14.8.4).
pub(super) fn name(rolle: &Rolle) -> &'static str {
    match rolle {
        Rolle::Dokument => "Document",
        Rolle::Gruppe => "Div",
        Rolle::Ueberschrift(1) => "H1",
        Rolle::Ueberschrift(2) => "H2",
        Rolle::Ueberschrift(_) => "H3",
        Rolle::Absatz => "P",
        Rolle::Spanne => "Span",
        Rolle::Verweis { .. } => "Link",
        Rolle::Bezug => "Reference",
        Rolle::Fussnote => "Note",
        Rolle::Liste(_) => "L",
        Rolle::Punkt => "LI",
        Rolle::Kennung => "Lbl",
        Rolle::Punkttext => "LBody",
        Rolle::Verzeichnis => "TOC",
        Rolle::Eintrag => "TOCI",
        Rolle::Tabelle => "Table",
        Rolle::Tabellenkopf => "THead",
        Rolle::Tabellenkoerper => "TBody",
        Rolle::Zeile => "TR",
        Rolle::Kopfzelle { .. } => "TH",
        Rolle::Zelle(_) => "TD",
        Rolle::Beschriftung => "Caption",
        Rolle::Abbildung { .. } => "Figure",
    }
}

/// Where the objects of the tree are going to be.
#[derive(Clone, Copy)]
pub(super) struct Nummern {
    /// The root; elements follow in the order of the tree.
    pub(super) wurzel: u32,
}

impl Nummern {
    pub(super) fn element(self, knoten: Knoten) -> u32 {
        self.wurzel + 1 + u32::try_from(knoten.nummer()).unwrap_or(u32::MAX)
    }
}

/// What is drawn of an element.
#[derive(Default)]
struct Inhalt {
    /// Page and number of each marked content, in the order of drawing.
    stellen: Vec<(usize, usize)>,
    /// Annotations, if it is a link: page and object.
    verweise: Vec<(usize, ObjectId)>,
    /// What a picture covers: left, upper, right, lower edge.
    rahmen: Option<[f32; 4]>,
}

/// All objects of the tree by number, the root first.
pub(super) fn objekte(
    zeichnung: &Zeichnung,
    nummern: Nummern,
    seiten: &[ObjectId],
    inhalte: &[Vec<Knoten>],
    flaechen: &[Flaeche],
) -> BTreeMap<u32, Vec<u8>> {
    let baum = &zeichnung.baum;
    let gezeichnet = gezeichnet(zeichnung, inhalte, flaechen);
    let mut alle = BTreeMap::new();
    let mut noten: Vec<(String, u32)> = Vec::new();
    for (i, (element, inhalt)) in baum.elemente().iter().zip(&gezeichnet).enumerate() {
        let nummer = nummern.wurzel + 1 + u32::try_from(i).unwrap_or(u32::MAX);
        let mut aus = format!("<</S/{}", name(&element.rolle));
        let eltern = if i == 0 { nummern.wurzel } else { nummern.element(element.eltern) };
        let _ = write!(aus, "/P {eltern} 0 R");
        if element.kinder.is_empty() {
            kinder_aus_inhalt(&mut aus, inhalt, seiten);
        } else {
            aus.push_str("/K[");
            for k in &element.kinder {
                let _ = write!(aus, "{} 0 R ", nummern.element(*k));
            }
            aus.push(']');
        }
        let mut aus = aus.into_bytes();
        eigenschaften(&mut aus, &element.rolle, inhalt);
        if element.rolle == Rolle::Fussnote {
            let name = format!("note{:05}", noten.len() + 1);
            aus.extend(format!("/ID({name})").bytes());
            noten.push((name, nummer));
        }
        aus.extend(b">>");
        alle.insert(nummer, aus);
    }
    let frei = nummern.wurzel + 1 + u32::try_from(baum.elemente().len()).unwrap_or(u32::MAX);
    wurzel(&mut alle, nummern, frei, inhalte, flaechen, &noten);
    alle
}

fn gezeichnet(zeichnung: &Zeichnung, inhalte: &[Vec<Knoten>], flaechen: &[Flaeche]) -> Vec<Inhalt> {
    let hoehe = zeichnung.lage.hoehe();
    let mut alle: Vec<Inhalt> = Vec::new();
    alle.resize_with(zeichnung.baum.elemente().len(), Inhalt::default);
    for (seite, knoten) in inhalte.iter().enumerate() {
        for (mcid, k) in knoten.iter().enumerate() {
            if let Some(inhalt) = alle.get_mut(k.nummer()) {
                inhalt.stellen.push((seite, mcid));
            }
        }
    }
    for f in flaechen {
        if let Some(inhalt) = alle.get_mut(f.knoten.nummer()) {
            inhalt.verweise.push((f.seite, f.objekt));
        }
    }
    for teil in zeichnung.seiten.iter().flat_map(|s| &s.teile) {
        let Marke::Inhalt(k) = teil.marke else { continue };
        if !matches!(zeichnung.baum.element(k).rolle, Rolle::Abbildung { .. }) {
            continue;
        }
        if let Some(inhalt) = alle.get_mut(k.nummer()) {
            let [x0, y0, x1, y1] = teil.form.flaeche();
            let (y0, y1) = (hoehe - y1, hoehe - y0);
            inhalt.rahmen = Some(match inhalt.rahmen {
                None => [x0, y0, x1, y1],
                Some([a, b, c, d]) => [a.min(x0), b.min(y0), c.max(x1), d.max(y1)],
            });
        }
    }
    alle
}

fn kinder_aus_inhalt(aus: &mut String, inhalt: &Inhalt, seiten: &[ObjectId]) {
    let id = |seite: usize| seiten.get(seite).map_or(0, |id| id.0);
    let Some(erste) = inhalt.stellen.first().map(|s| s.0) else {
        return;
    };
    let _ = write!(aus, "/Pg {} 0 R", id(erste));
    if let ([(_, mcid)], true) = (inhalt.stellen.as_slice(), inhalt.verweise.is_empty()) {
        let _ = write!(aus, "/K {mcid}");
        return;
    }
    aus.push_str("/K[");
    for (seite, mcid) in &inhalt.stellen {
        let _ = if *seite == erste {
            write!(aus, "{mcid} ")
        } else {
            write!(aus, "<</Type/MCR/Pg {} 0 R/MCID {mcid}>>", id(*seite))
        };
    }
    for (seite, objekt) in &inhalt.verweise {
        let _ = write!(aus, "<</Type/OBJR/Obj {} 0 R/Pg {} 0 R>>", objekt.0, id(*seite));
    }
    aus.push(']');
}

fn eigenschaften(aus: &mut Vec<u8>, rolle: &Rolle, inhalt: &Inhalt) {
    match rolle {
        Rolle::Liste(zaehlung) => {
            let art = match zaehlung {
                Zaehlung::Punkte => "Disc",
                Zaehlung::Nummern => "Decimal",
            };
            aus.extend(format!("/A<</O/List/ListNumbering/{art}>>").bytes());
        }
        Rolle::Kopfzelle { richtung, umfang } => {
            let scope = match richtung {
                Richtung::Spalte => "/Scope/Column",
                Richtung::Zeile => "/Scope/Row",
            };
            aus.extend(format!("/A<</O/Table{scope}{}>>", spannen(*umfang)).bytes());
        }
        Rolle::Zelle(umfang) if *umfang != Umfang::EINS => {
            aus.extend(format!("/A<</O/Table{}>>", spannen(*umfang)).bytes());
        }
        Rolle::Abbildung { alternativtext } => {
            aus.extend(b"/Alt");
            aus.extend(text_bytes(alternativtext));
            if let Some([x0, y0, x1, y1]) = inhalt.rahmen {
                let [links, unten, rechts, oben] = [x0, y0, x1, y1].map(gerundet);
                let kasten = format!("/BBox[{links} {unten} {rechts} {oben}]");
                aus.extend(format!("/A<</O/Layout/Placement/Block{kasten}>>").bytes());
            }
        }
        _ => {}
    }
}

fn spannen(umfang: Umfang) -> String {
    let mut aus = String::new();
    if umfang.spalten > 1 {
        let _ = write!(aus, "/ColSpan {}", umfang.spalten);
    }
    if umfang.zeilen > 1 {
        let _ = write!(aus, "/RowSpan {}", umfang.zeilen);
    }
    aus
}

/// The root, and the tree that leads from a page and a number, or from an annotation, to its element.
fn wurzel(
    alle: &mut BTreeMap<u32, Vec<u8>>,
    nummern: Nummern,
    frei: u32,
    inhalte: &[Vec<Knoten>],
    flaechen: &[Flaeche],
    noten: &[(String, u32)],
) {
    let mut nums = String::from("<</Nums[");
    let mut nummer = frei;
    for (schluessel, knoten) in inhalte.iter().enumerate() {
        nummer += 1;
        let mut liste = String::from("[");
        for k in knoten {
            let _ = write!(liste, "{} 0 R ", nummern.element(*k));
        }
        liste.push(']');
        alle.insert(nummer, liste.into_bytes());
        let _ = write!(nums, "{schluessel} {nummer} 0 R ");
    }
    for f in flaechen {
        let _ = write!(nums, "{} {} 0 R ", f.schluessel, nummern.element(f.knoten));
    }
    nums.push_str("]>>");
    alle.insert(frei, nums.into_bytes());
    let mut wurzel = format!("<</Type/StructTreeRoot/K {} 0 R", nummern.element(Knoten::WURZEL));
    let naechster = inhalte.len() + flaechen.len();
    let _ = write!(wurzel, "/ParentTree {frei} 0 R/ParentTreeNextKey {naechster}");
    if let (Some(erste), Some(letzte)) = (noten.first(), noten.last()) {
        let _ = write!(wurzel, "/IDTree<</Kids[<</Limits[({})({})]/Names[", erste.0, letzte.0);
        for (name, nummer) in noten {
            let _ = write!(wurzel, "({name}){nummer} 0 R ");
        }
        wurzel.push_str("]>>]>>");
    }
    wurzel.push_str(">>");
    alle.insert(nummern.wurzel, wurzel.into_bytes());
}

/// How many objects [`objekte`] makes, so that none is numbered twice.
pub(super) fn anzahl(baum: &Baum, seiten: usize) -> usize {
    baum.elemente().len() + seiten + 2
}
