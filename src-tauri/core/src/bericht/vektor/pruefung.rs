//! Looks at an SVG file before anything in it is expanded: what it may contain, how large it is, and how
//! large it would become.

use std::collections::HashMap;

use usvg::roxmltree::{Document, Node, ParsingOptions};

use super::super::fehler::BerichtFehler;
use super::nicht;

/// Nodes of the file, texts and comments included.
const KNOTEN: u32 = 20_000;
/// Elements once every `use` is replaced by what it points to.
const ELEMENTE: u64 = 10_000;
/// Bytes of attributes once every `use` is replaced.
const BYTES: u64 = 2 * 1024 * 1024;
/// Bytes of style rules times elements, because each rule is compared with each element.
const STIL: u64 = 4 * 1024 * 1024;
/// Elements within elements, `use` included.
const TIEFE: u32 = 40;

pub(super) const TEXT: &str = "enthält Text; bitte in Pfade umwandeln";
pub(super) const BILD: &str = "enthält ein Bild aus Punkten; bitte als PNG hinterlegen";
pub(super) const VERLAUF: &str = "enthält Farbverläufe; bitte einfarbige Flächen verwenden";
pub(super) const MUSTER: &str = "enthält Muster; bitte einfarbige Flächen verwenden";
pub(super) const FILTER: &str = "enthält Filter; bitte entfernen";
pub(super) const DURCHSCHEINEND: &str = "enthält durchscheinende Farben; bitte deckende verwenden";
const AUSSEN: &str = "verweist nach außen; bitte alles in die Datei aufnehmen";
const ZU_GROSS: &str = "ist zu umfangreich; bitte vereinfachen";

pub(super) fn unlesbar() -> BerichtFehler {
    nicht("ist kein lesbares SVG")
}

/// Opens a file that can be expanded safely.
pub(super) fn oeffne(text: &str) -> Result<Document<'_>, BerichtFehler> {
    // A document type is harmless; entities of its own can double ten times over.
    if text.contains("<!ENTITY") {
        return Err(nicht("enthält Entitäten; bitte als einfaches SVG speichern"));
    }
    let optionen = ParsingOptions { allow_dtd: true, nodes_limit: KNOTEN, ..ParsingOptions::default() };
    let dokument = Document::parse_with_options(text, optionen).map_err(|fehler| match fehler {
        usvg::roxmltree::Error::NodesLimitReached => nicht(ZU_GROSS),
        _ => unlesbar(),
    })?;
    if dokument.root_element().tag_name().name() != "svg" {
        return Err(unlesbar());
    }
    let ziele = ziele(&dokument);
    let regeln = stil(&dokument, &ziele)?;
    for element in dokument.descendants().filter(Node::is_element) {
        erlaubt(element, &ziele)?;
    }
    let mut umfang = Umfang { ziele: &ziele, bekannt: HashMap::new() };
    let ganzes = umfang.von(dokument.root_element(), 0)?;
    let vergleiche = ganzes.elemente.saturating_mul(regeln);
    if vergleiche > STIL || ganzes.elemente > ELEMENTE || ganzes.bytes > BYTES || ganzes.tiefe > TIEFE {
        return Err(nicht(ZU_GROSS));
    }
    Ok(dokument)
}

type Ziele<'a> = HashMap<&'a str, Node<'a, 'a>>;

/// The first element of each name is the one that is meant.
fn ziele<'a>(dokument: &'a Document<'a>) -> Ziele<'a> {
    let mut ziele = HashMap::new();
    for element in dokument.descendants() {
        if let Some(id) = element.attribute("id") {
            ziele.entry(id).or_insert(element);
        }
    }
    ziele
}

/// Style rules colour things and do nothing else; their length in bytes.
fn stil(dokument: &Document<'_>, ziele: &Ziele<'_>) -> Result<u64, BerichtFehler> {
    let mut laenge = 0;
    for text in dokument
        .descendants()
        .filter(|n| n.tag_name().name() == "style")
        .flat_map(|n| n.descendants().filter(Node::is_text))
        .filter_map(|n| n.text())
    {
        laenge += text.len() as u64;
        if text.contains('@') {
            return Err(nicht("enthält Stilregeln mit @; bitte als einfaches SVG speichern"));
        }
        verweise(text, ziele)?;
    }
    Ok(laenge)
}

/// Whether an element is one that is drawn or means nothing for the picture.
fn erlaubt(element: Node<'_, '_>, ziele: &Ziele<'_>) -> Result<(), BerichtFehler> {
    // What drawing programs note for themselves lies in name spaces of their own and is never drawn.
    if !matches!(element.tag_name().namespace(), None | Some("http://www.w3.org/2000/svg")) {
        return Ok(());
    }
    let name = element.tag_name().name();
    match name {
        "svg" | "g" | "a" | "defs" | "symbol" | "use" | "path" | "rect" | "circle" | "ellipse" | "line"
        | "polyline" | "polygon" | "title" | "desc" | "metadata" | "style" | "view" => {}
        // They lie about unused in many files; whoever points to one is refused.
        "linearGradient" | "radialGradient" | "stop" | "pattern" | "filter" | "mask" | "marker" => {}
        "clipPath" => rahmen(element)?,
        "text" | "tspan" | "textPath" | "tref" => return Err(nicht(TEXT)),
        "image" | "feImage" => return Err(nicht(BILD)),
        "script" => return Err(nicht("enthält ein Skript; bitte entfernen")),
        "foreignObject" => return Err(nicht("enthält fremde Inhalte; bitte entfernen")),
        "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" => {
            return Err(nicht("enthält Bewegung; bitte entfernen"));
        }
        _ if name.starts_with("fe") => {}
        _ => return Err(nicht("enthält Elemente, die sich nicht zeichnen lassen")),
    }
    for merkmal in element.attributes() {
        let wert = merkmal.value();
        match merkmal.name() {
            "href" if !wert.trim_start().starts_with('#') && !wert.is_empty() => return Err(nicht(AUSSEN)),
            "clip-path" if zum_rahmen(wert, ziele) => {}
            // Gradients of gradients: only reached by who points to one, which is refused already.
            _ => verweise(wert, ziele)?,
        }
    }
    Ok(())
}

/// A frame is one plain rectangle that cannot itself be framed: then it costs the same for everyone in it.
fn rahmen(element: Node<'_, '_>) -> Result<(), BerichtFehler> {
    let zu_viel = || nicht("enthält beschnittene Formen; bitte die Formen zuschneiden");
    let schlicht = |n: Node<'_, '_>, namen: &[&str]| n.attributes().all(|a| namen.contains(&a.name()));
    let kinder: Vec<_> = element.children().filter(Node::is_element).collect();
    let [rechteck] = kinder.as_slice() else { return Err(zu_viel()) };
    let gut = schlicht(element, &["id", "clipPathUnits", "transform"])
        && rechteck.tag_name().name() == "rect"
        && !rechteck.has_children()
        && schlicht(*rechteck, &["id", "x", "y", "width", "height", "fill", "transform"]);
    if gut { Ok(()) } else { Err(zu_viel()) }
}

fn zum_rahmen(wert: &str, ziele: &Ziele<'_>) -> bool {
    wert.trim()
        .strip_prefix("url(#")
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|id| ziele.get(id))
        .is_some_and(|ziel| ziel.tag_name().name() == "clipPath")
}

/// Refuses a value that points to something, by the name of what it points to.
fn verweise(wert: &str, ziele: &Ziele<'_>) -> Result<(), BerichtFehler> {
    let klein = wert.to_ascii_lowercase();
    let Some(ab) = klein.find("url(") else { return Ok(()) };
    let name: String = wert
        .get(ab + 4..)
        .unwrap_or_default()
        .chars()
        .take_while(|c| *c != ')')
        .filter(|c| !matches!(c, '\'' | '"' | ' '))
        .collect();
    let Some(id) = name.strip_prefix('#') else { return Err(nicht(AUSSEN)) };
    Err(nicht(match ziele.get(id).map(|ziel| ziel.tag_name().name()) {
        Some("linearGradient" | "radialGradient") => VERLAUF,
        Some("pattern") => MUSTER,
        Some("filter") => FILTER,
        Some("marker") => "enthält Linienenden (Marker); bitte in Pfade umwandeln",
        Some("mask" | "clipPath") => "enthält beschnittene Formen; bitte die Formen zuschneiden",
        _ => "enthält Verweise, die sich nicht zeichnen lassen",
    }))
}

/// How much an element becomes.
#[derive(Clone, Copy, Default)]
struct Mass {
    elemente: u64,
    bytes: u64,
    tiefe: u32,
}

/// Counts each element once, however often it is used.
struct Umfang<'a> {
    ziele: &'a Ziele<'a>,
    bekannt: HashMap<usize, Mass>,
}

impl<'a> Umfang<'a> {
    fn von(&mut self, element: Node<'a, 'a>, tiefe: u32) -> Result<Mass, BerichtFehler> {
        // Also ends what uses itself.
        if tiefe > TIEFE {
            return Err(nicht(ZU_GROSS));
        }
        let nummer = element.id().get_usize();
        if let Some(mass) = self.bekannt.get(&nummer) {
            return Ok(*mass);
        }
        let eigene: usize = element.attributes().map(|a| a.value().len()).sum();
        let mut mass = Mass { elemente: 1, bytes: eigene as u64, tiefe: 0 };
        let benutzt = element
            .attributes()
            .filter(|a| a.name() == "href" && element.tag_name().name() == "use")
            .filter_map(|a| self.ziele.get(a.value().trim().trim_start_matches('#')).copied());
        for teil in element.children().filter(Node::is_element).chain(benutzt.collect::<Vec<_>>()) {
            let teil = self.von(teil, tiefe + 1)?;
            mass.elemente = mass.elemente.saturating_add(teil.elemente);
            mass.bytes = mass.bytes.saturating_add(teil.bytes);
            mass.tiefe = mass.tiefe.max(teil.tiefe + 1);
        }
        self.bekannt.insert(nummer, mass);
        Ok(mass)
    }
}
