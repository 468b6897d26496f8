//! Looks for words in what people write: case, umlauts, hyphens at the end of a line and spelling do not matter.
//!
//! A search says "look here" and nothing else: one hint too many costs a glance, one too few a deadline.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What is looked for: words that follow each other.
pub(super) struct Muster {
    /// What it means, as a sentence.
    pub grund: &'static str,
    /// So many other words may stand between two of them.
    pub luecke: usize,
    /// Words in their order, divided by spaces. `a|b` is either, `a*` begins so, `*a*` contains it.
    pub folge: &'static str,
}

/// Patterns as they are compared. Folding them costs more than a search, so each list is folded once.
pub(super) struct Suchliste(Vec<Folge>);

struct Folge {
    grund: &'static str,
    luecke: usize,
    woerter: Vec<Vec<Form>>,
}

impl Suchliste {
    pub(super) fn neu(muster: &[Muster]) -> Self {
        let folge = |m: &Muster| Folge {
            grund: m.grund,
            luecke: m.luecke,
            woerter: m.folge.split(' ').map(formen).collect(),
        };
        Self(muster.iter().map(folge).collect())
    }
}

/// A place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fund {
    /// What it means.
    pub grund: &'static str,
    /// The words as they stand in the text, with some of what stands around them.
    pub stelle: String,
}

/// Words of a hint so close to the last one of the same kind add nothing to it.
const NAHE: usize = 8;
/// Characters shown before and after the words that were found.
const UMFELD: usize = 30;
/// Characters shown altogether; only a text without spaces reaches them.
const HOECHSTENS: usize = 240;

/// All places, in the order of the text. `frei` finds what patterns cannot say: a reason for a single word.
pub(super) fn suche(text: &str, liste: &Suchliste, frei: impl Fn(&str) -> Option<&'static str>) -> Vec<Fund> {
    let woerter = woerter(text);
    let mut roh: Vec<(usize, usize, &'static str)> = Vec::new();
    let reihen = [zusammengezogen(text, &woerter), woerter];
    for wort in reihen.iter().flatten() {
        roh.extend(frei(&wort.text).map(|grund| (wort.nummer, wort.letzte, grund)));
    }
    for f in &liste.0 {
        for reihe in &reihen {
            for (i, erstes) in reihe.iter().enumerate() {
                let letztes = trifft(reihe, i, &f.woerter, f.luecke);
                roh.extend(letztes.map(|letztes| (erstes.nummer, letztes.letzte, f.grund)));
            }
        }
    }
    roh.sort_unstable();
    let mut alle: Vec<(usize, usize, &'static str)> = Vec::new();
    for (von, bis, grund) in roh {
        match alle.iter_mut().rfind(|(_, _, g)| *g == grund) {
            Some((_, letztes, _)) if von <= *letztes + NAHE => {}
            _ => alle.push((von, bis, grund)),
        }
    }
    let [_, einzeln] = &reihen;
    alle.into_iter()
        .filter_map(|(von, bis, grund)| {
            let stelle = stelle(text, einzeln.get(von)?.von, einzeln.get(bis)?.bis);
            Some(Fund { grund, stelle })
        })
        .collect()
}

/// A text as it is compared: small letters, without marks, "ae", "oe" and "ue" as the umlaut without its dots.
pub(super) fn gefaltet(text: &str) -> String {
    let mut neu = String::new();
    text.chars().for_each(|c| falte(c, &mut neu));
    neu
}

/// How many letters must be changed, left out, added or swapped so that the word begins with `soll`; both folded.
pub(super) fn abweichung(wort: &str, soll: &str) -> usize {
    let soll: Vec<char> = soll.chars().collect();
    // Longer words only lengthen the rest that is not compared.
    let wort: Vec<char> = wort.chars().take(soll.len() + 3).collect();
    let breite = soll.len() + 1;
    let mut zeilen: Vec<Vec<usize>> = vec![(0..breite).collect()];
    let mut beste = soll.len();
    for (i, c) in wort.iter().enumerate() {
        let mut neu = vec![i + 1; breite];
        for (j, s) in soll.iter().enumerate() {
            let vorher = &zeilen[i];
            let mut wert = (vorher[j] + usize::from(c != s)).min(vorher[j + 1] + 1).min(neu[j] + 1);
            if i > 0 && j > 0 && *c == soll[j - 1] && wort[i - 1] == *s {
                wert = wert.min(zeilen[i - 1][j - 1] + 1);
            }
            neu[j + 1] = wert;
        }
        beste = beste.min(neu[breite - 1]);
        zeilen.push(neu);
    }
    beste
}

/// A folded word with its place.
struct Wort {
    text: String,
    /// Its number in the text, and that of the last word drawn into it.
    nummer: usize,
    letzte: usize,
    /// Bytes of the text.
    von: usize,
    bis: usize,
}

fn falte(c: char, neu: &mut String) {
    // By way of the capitals, so that a text in capitals gives the same.
    for c in c.to_uppercase().flat_map(char::to_lowercase).nfkd() {
        let umlaut = c == 'e' && neu.ends_with(['a', 'o', 'u']);
        match c {
            'ß' => neu.push_str("ss"),
            // What is left of a dotted or stroked letter, and signs that only guide line breaks.
            _ if is_combining_mark(c) || umlaut => {}
            _ => neu.push(c),
        }
    }
}

fn unsichtbar(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') || is_combining_mark(c)
}

fn woerter(text: &str) -> Vec<Wort> {
    let mut alle: Vec<Wort> = Vec::new();
    let mut offen = false;
    for (von, c) in text.char_indices() {
        let bis = von + c.len_utf8();
        let teil = c.is_alphanumeric() || unsichtbar(c);
        match alle.last_mut() {
            Some(wort) if offen && teil => {
                if !unsichtbar(c) {
                    falte(c, &mut wort.text);
                }
                wort.bis = bis;
            }
            _ if c.is_alphanumeric() || c == '§' => {
                let mut neu = String::new();
                falte(c, &mut neu);
                let nummer = alle.len();
                alle.push(Wort { text: neu, nummer, letzte: nummer, von, bis });
                offen = c != '§';
            }
            _ => offen = false,
        }
    }
    alle
}

/// The same words, those drawn together that a hyphen divides ("Wider-\nspruch"), and letters set apart.
fn zusammengezogen(text: &str, woerter: &[Wort]) -> Vec<Wort> {
    let mut alle: Vec<Wort> = Vec::new();
    let mut davor = "";
    for wort in woerter {
        let einzeln = wort.text.chars().nth(1).is_none();
        match alle.last_mut() {
            Some(letztes)
                if trennt(text.get(letztes.bis..wort.von).unwrap_or_default())
                    || einzeln && davor.chars().nth(1).is_none() && davor != "§" && wort.text != "§" =>
            {
                // Once more through the folding, since "u" and "e" may meet at the seam.
                letztes.text = gefaltet(&format!("{}{}", letztes.text, wort.text));
                (letztes.letzte, letztes.bis) = (wort.letzte, wort.bis);
            }
            _ => alle.push(Wort { text: wort.text.clone(), ..*wort }),
        }
        davor = &wort.text;
    }
    alle
}

/// A hyphen right after the first word, then nothing but room.
fn trennt(dazwischen: &str) -> bool {
    let mut zeichen = dazwischen.chars();
    matches!(zeichen.next(), Some('-' | '\u{2010}' | '\u{2011}' | '¬')) && zeichen.all(char::is_whitespace)
}

/// A word that is looked for, folded.
enum Form {
    Ganz(String),
    Anfang(String),
    Mitte(String),
}

fn formen(wort: &str) -> Vec<Form> {
    let form = |f: &str| match (f.strip_prefix('*'), f.strip_suffix('*')) {
        (Some(mitte), _) => Form::Mitte(gefaltet(mitte.trim_end_matches('*'))),
        (None, Some(anfang)) => Form::Anfang(gefaltet(anfang)),
        (None, None) => Form::Ganz(gefaltet(f)),
    };
    wort.split('|').map(form).collect()
}

/// The last word if the words follow each other from `i` on.
fn trifft<'a>(reihe: &'a [Wort], i: usize, folge: &[Vec<Form>], luecke: usize) -> Option<&'a Wort> {
    let (erstes, rest) = folge.split_first()?;
    let hier = reihe.get(i)?;
    let wort = &hier.text;
    let passt = erstes.iter().any(|form| match form {
        Form::Ganz(f) => wort == f,
        Form::Anfang(f) => wort.starts_with(f.as_str()),
        Form::Mitte(f) => wort.contains(f.as_str()),
    });
    match (passt, rest.is_empty()) {
        (false, _) => None,
        (true, true) => Some(hier),
        (true, false) => (i + 1..=i + 1 + luecke).find_map(|j| trifft(reihe, j, rest, luecke)),
    }
}

/// The bytes of the text with what stands around them, to whole words, on one line.
fn stelle(text: &str, von: usize, bis: usize) -> String {
    let vor = text.get(..von).unwrap_or_default();
    let nach = text.get(bis..).unwrap_or_default();
    let ab = vor.char_indices().rev().nth(UMFELD).map_or(0, |(i, _)| {
        let rest = vor.get(i..).unwrap_or_default();
        i + rest.find(char::is_whitespace).unwrap_or(rest.len())
    });
    let ende = nach.char_indices().nth(UMFELD).map_or(text.len(), |(i, _)| {
        let rest = nach.get(..i).unwrap_or_default();
        bis + rest.rfind(char::is_whitespace).unwrap_or(0)
    });
    let ganz = text.get(ab..ende).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let kurz: String = ganz.chars().take(HOECHSTENS).collect();
    let abgeschnitten = kurz.len() < ganz.len() || ende < text.len();
    format!("{}{kurz}{}", if ab > 0 { "… " } else { "" }, if abgeschnitten { " …" } else { "" })
}
