//! A small reader of tagged PDF files: what stands in which marked content, and the structure tree.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Text of each marked content by page and number, and what is wrong with the marks themselves.
pub struct Inhalte {
    pub texte: BTreeMap<(ObjectId, i64), String>,
    /// Roles that the marks give, by page and number.
    pub rollen: BTreeMap<(ObjectId, i64), String>,
    pub fehler: Vec<String>,
}

pub fn inhalte(d: &Document) -> Inhalte {
    let mut aus = Inhalte { texte: BTreeMap::new(), rollen: BTreeMap::new(), fehler: Vec::new() };
    let karten = zeichenkarten(d);
    for (nummer, seite) in d.get_pages() {
        lies_seite(d, seite, nummer, &karten, &mut aus);
    }
    aus
}

/// What an open mark is.
enum Offen {
    Inhalt(i64),
    Artefakt,
    /// Replacement text for what is drawn inside.
    Ersatz(String),
}

fn lies_seite(
    d: &Document,
    seite: ObjectId,
    nummer: u32,
    karten: &BTreeMap<String, BTreeMap<u16, char>>,
    aus: &mut Inhalte,
) {
    let inhalt = Content::decode(&d.get_page_content(seite)).unwrap();
    let mut offen: Vec<Offen> = Vec::new();
    let mut karte = None;
    for op in inhalt.operations {
        match op.operator.as_str() {
            "BDC" => {
                let tag = name(&op.operands[0]);
                let dict = op.operands[1].as_dict().unwrap();
                let neu = if tag == "Artifact" {
                    Offen::Artefakt
                } else if let Ok(mcid) = dict.get(b"MCID").and_then(Object::as_i64) {
                    if aus.rollen.insert((seite, mcid), tag).is_some() {
                        aus.fehler.push(format!("Seite {nummer}: MCID {mcid} doppelt"));
                    }
                    aus.texte.entry((seite, mcid)).or_default();
                    Offen::Inhalt(mcid)
                } else {
                    Offen::Ersatz(zeichenkette(dict.get(b"ActualText").unwrap()))
                };
                let aussen_erlaubt = matches!(neu, Offen::Ersatz(_));
                if !offen.is_empty() && !aussen_erlaubt {
                    aus.fehler.push(format!("Seite {nummer}: Marke in einer Marke"));
                }
                offen.push(neu);
            }
            "EMC" => {
                if let Some(Offen::Ersatz(text)) = offen.pop() {
                    sage(&offen, seite, &text, aus);
                }
            }
            "Tf" => karte = karten.get(&name(&op.operands[0])),
            "Tj" | "TJ" => {
                let mut text = String::new();
                let teile = match &op.operands[0] {
                    Object::Array(teile) => teile.clone(),
                    anderes => vec![anderes.clone()],
                };
                for teil in teile {
                    let Object::String(bytes, _) = teil else { continue };
                    for paar in bytes.chunks(2) {
                        let code = u16::from_be_bytes([paar[0], paar[1]]);
                        text.push(*karte.unwrap().get(&code).unwrap_or(&'\u{fffd}'));
                    }
                }
                match offen.last() {
                    None => aus.fehler.push(format!("Seite {nummer}: „{text}“ ohne Marke")),
                    Some(Offen::Ersatz(_)) => {}
                    Some(_) => sage(&offen, seite, &text, aus),
                }
            }
            "S" | "f" | "f*" | "B" if offen.is_empty() => {
                aus.fehler.push(format!("Seite {nummer}: Zeichnung ohne Marke"));
            }
            _ => {}
        }
    }
    if !offen.is_empty() {
        aus.fehler.push(format!("Seite {nummer}: Marke nicht geschlossen"));
    }
}

fn sage(offen: &[Offen], seite: ObjectId, text: &str, aus: &mut Inhalte) {
    if let Some(Offen::Inhalt(mcid)) = offen.first() {
        aus.texte.entry((seite, *mcid)).or_default().push_str(text);
    }
}

/// Characters by code, from the ToUnicode map of each font.
fn zeichenkarten(d: &Document) -> BTreeMap<String, BTreeMap<u16, char>> {
    let seite = *d.get_pages().values().next().unwrap();
    let mut aus = BTreeMap::new();
    for (name, font) in d.get_page_fonts(seite).unwrap() {
        let strom = font.get_deref(b"ToUnicode", d).unwrap().as_stream().unwrap();
        let text = String::from_utf8(strom.decompressed_content().unwrap_or(strom.content.clone())).unwrap();
        let mut karte = BTreeMap::new();
        let zahl = |t: &str| u32::from_str_radix(t.trim_matches(['<', '>']), 16).unwrap();
        for zeile in text.lines() {
            let teile: Vec<&str> = zeile.split_whitespace().collect();
            match teile.as_slice() {
                [code, zeichen] if code.starts_with('<') => {
                    karte.insert(zahl(code) as u16, char::from_u32(zahl(zeichen)).unwrap());
                }
                [von, bis, zeichen] if von.starts_with('<') && zeichen.starts_with('<') => {
                    for i in 0..=zahl(bis) - zahl(von) {
                        karte.insert((zahl(von) + i) as u16, char::from_u32(zahl(zeichen) + i).unwrap());
                    }
                }
                _ => {}
            }
        }
        aus.insert(String::from_utf8(name).unwrap(), karte);
    }
    aus
}

pub fn name(o: &Object) -> String {
    String::from_utf8(o.as_name().unwrap().to_vec()).unwrap()
}

/// A text string: UTF-16 with its mark, or ASCII.
pub fn zeichenkette(o: &Object) -> String {
    let bytes = o.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(rest) => {
            let einheiten: Vec<u16> = rest.chunks(2).map(|p| u16::from_be_bytes([p[0], p[1]])).collect();
            String::from_utf16(&einheiten).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// An element of the structure tree, as found in the file.
#[derive(Clone, Debug)]
pub struct Element {
    pub id: ObjectId,
    pub rolle: String,
    pub kinder: Vec<Kind>,
    pub dict: Dictionary,
}

/// What an element contains.
#[derive(Clone, Debug)]
pub enum Kind {
    Element(Element),
    Inhalt(ObjectId, i64),
    Objekt(ObjectId),
}

pub fn baum(d: &Document) -> Element {
    let wurzel = d.catalog().unwrap().get_deref(b"StructTreeRoot", d).unwrap().as_dict().unwrap();
    element(d, wurzel.get(b"K").unwrap().as_reference().unwrap())
}

fn element(d: &Document, id: ObjectId) -> Element {
    let dict = d.get_dictionary(id).unwrap().clone();
    let seite = dict.get(b"Pg").and_then(Object::as_reference).ok();
    let kinder = match dict.get(b"K") {
        Err(_) => Vec::new(),
        Ok(Object::Array(liste)) => liste.iter().map(|k| kind(d, k, seite)).collect(),
        Ok(eins) => vec![kind(d, eins, seite)],
    };
    Element { id, rolle: name(dict.get(b"S").unwrap()), kinder, dict }
}

fn kind(d: &Document, k: &Object, seite: Option<ObjectId>) -> Kind {
    match k {
        Object::Integer(mcid) => Kind::Inhalt(seite.unwrap(), *mcid),
        Object::Reference(id) => Kind::Element(element(d, *id)),
        Object::Dictionary(dict) => match name(dict.get(b"Type").unwrap()).as_str() {
            "MCR" => Kind::Inhalt(
                dict.get(b"Pg").and_then(Object::as_reference).unwrap(),
                dict.get(b"MCID").and_then(Object::as_i64).unwrap(),
            ),
            _ => Kind::Objekt(dict.get(b"Obj").and_then(Object::as_reference).unwrap()),
        },
        anders => panic!("{anders:?}"),
    }
}

impl Element {
    /// This element and all in it, in reading order.
    pub fn alle(&self) -> Vec<&Element> {
        let mut aus = vec![self];
        for k in &self.kinder {
            if let Kind::Element(e) = k {
                aus.extend(e.alle());
            }
        }
        aus
    }
}
