//! What the independent checker does not look at: that the way from the pages to the structure and
//! back agrees, and that the file says what the model says.

use super::lesen::{Element, Inhalte, Kind, baum, inhalte, name, zeichenkette};
use super::modelltext::{SEITENZAHL, dicht, texte};
use iks_core::bericht::Bericht;
use iks_core::bericht::modell::Block;
use lopdf::{Document, Object, ObjectId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Everything that is wrong with a file made from this report; each begins with its rule.
pub fn befunde(bytes: &[u8], bericht: &Bericht) -> Vec<String> {
    let d = Document::load_mem(bytes).unwrap();
    let inhalte = inhalte(&d);
    let baum = baum(&d);
    let mut aus: Vec<String> = inhalte.fehler.iter().map(|f| format!("Marken: {f}")).collect();
    aus.extend(rueckweg(&d, &baum, &inhalte));
    aus.extend(gelesen(&baum, &inhalte, bericht));
    aus.extend(ueberschriften(&d, &baum, &inhalte, bericht));
    aus.extend(metadaten(&d, bericht));
    aus.extend(kennung(bytes, &d));
    aus
}

/// Every marked content is in exactly one element, and the tree of parents says which.
fn rueckweg(d: &Document, baum: &Element, inhalte: &Inhalte) -> Vec<String> {
    let mut aus = Vec::new();
    let mut vorwaerts: BTreeMap<(ObjectId, i64), &Element> = BTreeMap::new();
    let mut objekte: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
    for e in baum.alle() {
        for k in &e.kinder {
            match k {
                Kind::Inhalt(seite, mcid) => {
                    if vorwaerts.insert((*seite, *mcid), e).is_some() {
                        aus.push(format!("Rückweg: {mcid} in zwei Elementen"));
                    }
                }
                Kind::Objekt(id) => {
                    objekte.insert(*id, e.id);
                }
                Kind::Element(kind) => {
                    if kind.dict.get(b"P").and_then(Object::as_reference).ok() != Some(e.id) {
                        aus.push(format!("Rückweg: {} kennt sein Elternelement nicht", kind.rolle));
                    }
                }
            }
        }
    }
    for (stelle, rolle) in &inhalte.rollen {
        match vorwaerts.get(stelle) {
            None => aus.push(format!("Rückweg: {} in keinem Element", stelle.1)),
            Some(e) if e.rolle != *rolle => aus.push(format!("Rückweg: {} statt {rolle}", e.rolle)),
            Some(_) => {}
        }
    }
    if vorwaerts.len() != inhalte.rollen.len() {
        aus.push("Rückweg: Element ohne gezeichneten Inhalt".into());
    }
    let wurzel = d.catalog().unwrap().get_deref(b"StructTreeRoot", d).unwrap().as_dict().unwrap();
    let nums = wurzel.get_deref(b"ParentTree", d).unwrap().as_dict().unwrap().get(b"Nums").unwrap();
    let eltern: BTreeMap<i64, &Object> =
        nums.as_array().unwrap().chunks(2).map(|p| (p[0].as_i64().unwrap(), &p[1])).collect();
    let mut schluessel = Vec::new();
    for seite in d.get_pages().into_values() {
        let dict = d.get_dictionary(seite).unwrap();
        let n = dict.get(b"StructParents").and_then(Object::as_i64).unwrap_or(-1);
        schluessel.push(n);
        let liste: Vec<ObjectId> = eltern
            .get(&n)
            .and_then(|o| d.get_object(o.as_reference().unwrap()).unwrap().as_array().ok())
            .map(|l| l.iter().map(|o| o.as_reference().unwrap()).collect())
            .unwrap_or_default();
        let soll: Vec<ObjectId> =
            vorwaerts.iter().filter(|((s, _), _)| *s == seite).map(|(_, e)| e.id).collect();
        if liste != soll {
            aus.push(format!("Rückweg: ParentTree der Seite {n} stimmt nicht"));
        }
        for a in dict.get(b"Annots").and_then(Object::as_array).into_iter().flatten() {
            let id = a.as_reference().unwrap();
            let n = d.get_dictionary(id).unwrap().get(b"StructParent").and_then(Object::as_i64).unwrap_or(-1);
            schluessel.push(n);
            let e = eltern.get(&n).and_then(|o| o.as_reference().ok());
            if e.is_none() || objekte.get(&id) != e.as_ref() {
                aus.push(format!("Rückweg: Verweis {n} ohne Element"));
            }
        }
    }
    let anzahl = schluessel.len();
    schluessel.sort_unstable();
    schluessel.dedup();
    if schluessel.len() != anzahl {
        aus.push("Rückweg: Schlüssel doppelt".into());
    }
    aus
}

/// The text in the order of the structure is the text of the model.
fn gelesen(baum: &Element, inhalte: &Inhalte, bericht: &Bericht) -> Vec<String> {
    let mut text = String::new();
    lies(baum, inhalte, &mut text);
    let ist = dicht(&text);
    let soll = dicht(&texte(bericht).concat());
    if ist == soll {
        return Vec::new();
    }
    let gleich = ist.chars().zip(soll.chars()).take_while(|(a, b)| a == b).count();
    let ab = |t: &str| t.chars().skip(gleich.saturating_sub(10)).take(60).collect::<String>();
    vec![format!("Lesefolge: „{}“ statt „{}“", ab(&ist), ab(&soll))]
}

fn lies(e: &Element, inhalte: &Inhalte, text: &mut String) {
    if let Ok(alt) = e.dict.get(b"Alt") {
        text.push_str(&zeichenkette(alt));
        return;
    }
    if e.rolle == "TOCI" {
        // The number at the end is checked with the pages.
        text.push_str(eintrag(e, inhalte).0.trim());
        text.push_str(SEITENZAHL);
        return;
    }
    for k in &e.kinder {
        match k {
            Kind::Element(kind) => lies(kind, inhalte, text),
            Kind::Inhalt(seite, mcid) => {
                text.push_str(inhalte.texte.get(&(*seite, *mcid)).map_or("", String::as_str));
            }
            Kind::Objekt(_) => {}
        }
    }
}

fn ganzer(e: &Element, inhalte: &Inhalte) -> String {
    let mut text = String::new();
    for e in e.alle() {
        for k in &e.kinder {
            if let Kind::Inhalt(seite, mcid) = k {
                text.push_str(inhalte.texte.get(&(*seite, *mcid)).map_or("", String::as_str));
            }
        }
    }
    text
}

/// Text and page number of an entry of the table of contents.
fn eintrag(e: &Element, inhalte: &Inhalte) -> (String, usize) {
    let text = ganzer(e, inhalte);
    let stelle = text.rfind(' ').map_or(0, |i| i + 1);
    (text[..stelle].to_owned(), text[stelle..].parse().unwrap_or(0))
}

/// Headings of structure, outline and contents are those of the model, on the pages where they stand.
fn ueberschriften(d: &Document, baum: &Element, inhalte: &Inhalte, bericht: &Bericht) -> Vec<String> {
    let mut aus = Vec::new();
    let soll: Vec<(usize, String, u8)> = bericht
        .bloecke
        .iter()
        .filter_map(|b| match b {
            Block::Ueberschrift(s, t) => Some((usize::from(s.zahl()), dicht(t), s.zahl())),
            Block::Briefkopf(b) => Some((1, dicht(&b.betreff), 1)),
            _ => None,
        })
        .collect();
    let seiten: BTreeMap<ObjectId, usize> =
        d.get_pages().into_iter().map(|(n, id)| (id, n as usize)).collect();
    let gefunden: Vec<&Element> =
        baum.alle().into_iter().filter(|e| ["H1", "H2", "H3"].contains(&e.rolle.as_str())).collect();
    let ist: Vec<(usize, String)> =
        gefunden.iter().map(|e| (e.rolle[1..].parse().unwrap(), dicht(&ganzer(e, inhalte)))).collect();
    if ist != soll.iter().map(|(n, t, _)| (*n, t.clone())).collect::<Vec<_>>() {
        aus.push(format!("Überschriften: {ist:?} statt {soll:?}"));
    }
    let seite_von = |e: &Element| match e.kinder.first() {
        Some(Kind::Inhalt(seite, _)) => seiten[seite],
        _ => 0,
    };
    if soll.is_empty() {
        return aus;
    }
    let lesezeichen: Vec<(usize, String, usize)> = match d.get_toc() {
        Ok(toc) => toc.toc.into_iter().map(|e| (e.level, dicht(&e.title), e.page)).collect(),
        Err(f) => {
            aus.push(format!("Lesezeichen: {f}"));
            Vec::new()
        }
    };
    let erwartet: Vec<(usize, String, usize)> =
        gefunden.iter().zip(&ist).map(|(e, (n, t))| (*n, t.clone(), seite_von(e))).collect();
    if lesezeichen != erwartet {
        aus.push(format!("Lesezeichen: {lesezeichen:?} statt {erwartet:?}"));
    }
    aus.extend(lesezeichen_elemente(d, &gefunden));
    let verzeichnis: Vec<(String, usize)> = baum
        .alle()
        .into_iter()
        .filter(|e| e.rolle == "TOCI")
        .map(|e| {
            let (text, seite) = eintrag(e, inhalte);
            (dicht(&text), seite)
        })
        .collect();
    let tiefe = bericht.bloecke.iter().find_map(|b| match b {
        Block::Inhaltsverzeichnis { bis, .. } => Some(usize::from(bis.zahl())),
        _ => None,
    });
    let erwartet: Vec<(String, usize)> = erwartet
        .into_iter()
        .filter(|(n, ..)| tiefe.is_some_and(|t| *n <= t))
        .map(|(_, t, seite)| (t, seite))
        .collect();
    if verzeichnis != erwartet {
        aus.push(format!("Verzeichnis: {verzeichnis:?} statt {erwartet:?}"));
    }
    aus
}

/// Each bookmark names the element of its heading.
fn lesezeichen_elemente(d: &Document, gefunden: &[&Element]) -> Vec<String> {
    let mut offen: Vec<ObjectId> = Vec::new();
    let mut elemente = Vec::new();
    if let Ok(o) = d.catalog().unwrap().get_deref(b"Outlines", d).and_then(Object::as_dict) {
        offen.extend(o.get(b"First").and_then(Object::as_reference));
    }
    while let Some(id) = offen.pop() {
        let dict = d.get_dictionary(id).unwrap();
        elemente.push(dict.get(b"SE").and_then(Object::as_reference).unwrap_or((0, 0)));
        offen.extend(dict.get(b"Next").and_then(Object::as_reference));
        offen.extend(dict.get(b"First").and_then(Object::as_reference));
    }
    if elemente == gefunden.iter().map(|e| e.id).collect::<Vec<_>>() {
        Vec::new()
    } else {
        vec!["Lesezeichen: Elemente stimmen nicht".into()]
    }
}

/// The information dictionary, the metadata and the model say the same.
fn metadaten(d: &Document, bericht: &Bericht) -> Vec<String> {
    let kopf = &bericht.kopf;
    let mut aus = Vec::new();
    let info = d.trailer.get_deref(b"Info", d).unwrap().as_dict().unwrap();
    let strom = d.catalog().unwrap().get_deref(b"Metadata", d).unwrap().as_stream().unwrap();
    let xmp = String::from_utf8(strom.content.clone()).unwrap();
    let wert = |feld: &str| {
        let innen = xmp.split(&format!("<{feld}>")).nth(1)?.split(&format!("</{feld}>")).next()?;
        let text =
            innen.split("<rdf:li").nth(1).map_or(innen, |li| li.split(['>', '<']).nth(1).unwrap_or(""));
        Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    };
    let datum = kopf.erstellt.format("D:%Y%m%d%H%M%S%z").to_string();
    let xmp_datum = kopf.erstellt.to_rfc3339();
    for (schluessel, feld, soll) in [
        ("Title", "dc:title", &kopf.titel),
        ("Subject", "dc:description", &kopf.gegenstand),
        ("Author", "dc:creator", &kopf.haus),
        ("Creator", "xmp:CreatorTool", &"IKS".to_owned()),
        ("Producer", "pdf:Producer", &"IKS".to_owned()),
        ("CreationDate", "xmp:CreateDate", &datum),
        ("ModDate", "xmp:ModifyDate", &datum),
    ] {
        let ist = info.get(schluessel.as_bytes()).map(zeichenkette).unwrap_or_default().replace('\'', "");
        let im_xmp = wert(feld).unwrap_or_default();
        let soll_xmp = if feld.ends_with("Date") { &xmp_datum } else { soll };
        if ist != *soll || im_xmp != *soll_xmp {
            aus.push(format!("Metadaten: {schluessel} „{ist}“, „{im_xmp}“ statt „{soll}“"));
        }
    }
    let katalog = d.catalog().unwrap();
    let sprache = katalog.get(b"Lang").map(zeichenkette).unwrap_or_default();
    if sprache != "de-DE" || wert("dc:language").as_deref() != Some("de-DE") {
        aus.push(format!("Metadaten: Sprache „{sprache}“"));
    }
    for seite in d.get_pages().into_values() {
        let dict = d.get_dictionary(seite).unwrap();
        if dict.get(b"Tabs").map(name).unwrap_or_default() != "S" {
            aus.push("Metadaten: Tabulatorfolge".into());
        }
    }
    aus
}

/// The identifier is the hash of everything before the cross-reference stream.
fn kennung(bytes: &[u8], d: &Document) -> Vec<String> {
    let ende = String::from_utf8_lossy(&bytes[bytes.len() - 40..]).into_owned();
    let beginn: usize =
        ende.split("startxref\n").nth(1).and_then(|t| t.lines().next()?.parse().ok()).unwrap_or(0);
    let soll = Sha256::digest(&bytes[..beginn])[..16].to_vec();
    let ist = d.trailer.get(b"ID").and_then(Object::as_array).unwrap();
    if ist.iter().all(|k| k.as_str().ok() == Some(soll.as_slice())) {
        Vec::new()
    } else {
        vec!["Kennung: nicht der Hash des Inhalts".into()]
    }
}
