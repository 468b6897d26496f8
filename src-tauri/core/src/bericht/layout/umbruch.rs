//! Breaking text into lines by the widths of its characters.
//!
//! Greedy, ragged right. Breaks at spaces, soft hyphens, after hyphens and slashes between letters,
//! and at syllables where a line would stay too short; never between a paragraph sign, an amount or
//! an abbreviation and its number, because "§" at the end of a line makes legal text hard to read.

use unicode_normalization::UnicodeNormalization;

use super::super::fehler::BerichtFehler;
use super::super::modell::{Lauf, Schnitt, Text};
use super::super::schrift::{Schrift, Schriften, in_punkt};
use super::silben;
use super::stil::Stil;

/// Size of a raised number relative to the text.
pub(super) const HOCH: f32 = 0.7;
/// A line that keeps less than this many hundredths of its width free is not filled with a divided
/// word.
const FREI: i32 = 12;
/// The same in a narrow column, where a divided word would end nearly every line.
const FREI_ENG: i32 = 40;
/// Columns below this width are narrow, in thousandths of the type size.
const ENG: i32 = 25_000;
/// Lines in a row that may end in a hyphen.
const STRICHE: usize = 2;

/// A stretch of text in one face that belongs to one element.
#[derive(Clone, Debug)]
pub(super) struct Faden {
    pub(super) text: String,
    pub(super) schrift: Schrift,
    /// Small and raised.
    pub(super) hoch: bool,
    /// Never hyphenated.
    pub(super) fest: bool,
}

/// Splits a text into its stretches, one for each run; footnotes become raised numbers from `note`.
pub(super) fn faeden(text: &Text, stil: Stil, mut note: usize) -> Vec<Faden> {
    let faden = |text: &str, schrift| Faden { text: text.to_owned(), schrift, hoch: false, fest: false };
    text.0
        .iter()
        .map(|lauf| match lauf {
            Lauf::Schrift(text, schnitt) if stil.fett && *schnitt != Schnitt::Wortgetreu => {
                faden(text, Schrift::Halbfett)
            }
            Lauf::Schrift(text, Schnitt::Wortgetreu) => Faden { fest: true, ..faden(text, Schrift::Normal) },
            Lauf::Schrift(text, Schnitt::Normal) => faden(text, Schrift::Normal),
            Lauf::Schrift(text, Schnitt::Fett) => faden(text, Schrift::Halbfett),
            Lauf::Schrift(text, Schnitt::Kursiv) => faden(text, Schrift::Kursiv),
            Lauf::Verweis { text, .. } => faden(text, stil.schrift()),
            Lauf::Fussnote(_) => {
                note += 1;
                Faden { hoch: true, ..faden(&note.to_string(), stil.schrift()) }
            }
        })
        .collect()
}

/// Part of a line in one face that belongs to one stretch.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stueck {
    /// Number of the stretch.
    pub(super) faden: usize,
    pub(super) schrift: Schrift,
    pub(super) hoch: bool,
    pub(super) text: String,
    /// From the left end of the line.
    pub(super) x: f32,
    /// Without a space at the end of the line.
    pub(super) breite: f32,
}

/// A line; `breite` without the space at its end, which is kept for text extraction.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Zeilenbild {
    pub(super) stuecke: Vec<Stueck>,
    pub(super) breite: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bruch {
    /// No break after this character.
    Nie,
    /// A space: it ends the line unseen.
    Leer,
    /// A break after this character leaves it on the line.
    Danach,
    /// Invisible; a break here shows a hyphen.
    Weich,
    /// Invisible; a break here shows nothing.
    Unsichtbar,
    /// A line feed.
    Hart,
}

#[derive(Clone, Copy)]
struct Zeichen {
    c: char,
    /// Thousandths of the type size, like all widths here.
    breite: i32,
    /// Distance to the character before it, which a line that begins here does not have.
    vor: i32,
    schrift: Schrift,
    faden: u32,
    hoch: bool,
    fest: bool,
    bruch: Bruch,
}

impl Zeichen {
    fn sichtbar(&self) -> bool {
        matches!(self.bruch, Bruch::Nie | Bruch::Danach | Bruch::Leer)
    }
}

/// Breaks a text into lines not wider than `breite` points.
pub(super) fn breche(
    faeden: &[Faden],
    stil: Stil,
    breite: f32,
    schriften: &Schriften,
) -> Result<Vec<Zeilenbild>, BerichtFehler> {
    let zeichen = zerlege(faeden, schriften)?;
    let hoechstens = in_tausendstel(breite, stil.groesse);
    let mut zeilen = Vec::new();
    let mut start = 0;
    let mut striche = 0;
    while start < zeichen.len() {
        let schnitt = naechste(&zeichen, start, hoechstens, striche, schriften)?;
        zeilen.push(bild(&zeichen[start..schnitt.ende], schnitt.strich, schnitt.leer, stil, schriften)?);
        start = schnitt.weiter;
        striche = if schnitt.strich { striche + 1 } else { 0 };
    }
    Ok(zeilen)
}

/// The widest part of a text that cannot be broken, in points.
pub(super) fn laengstes_wort(
    faeden: &[Faden],
    stil: Stil,
    schriften: &Schriften,
) -> Result<f32, BerichtFehler> {
    let (mut wort, mut laengstes) = (0, 0);
    for z in zerlege(faeden, schriften)? {
        match z.bruch {
            Bruch::Nie => wort += z.vor + z.breite,
            Bruch::Danach => {
                laengstes = laengstes.max(wort + z.vor + z.breite);
                wort = 0;
            }
            _ => wort = 0,
        }
        laengstes = laengstes.max(wort);
    }
    Ok(in_punkt(laengstes, stil.groesse))
}

#[derive(Clone, Copy)]
struct Linienende {
    ende: usize,
    weiter: usize,
    strich: bool,
    leer: bool,
}

impl Linienende {
    fn bei(ende: usize) -> Self {
        Self { ende, weiter: ende, strich: false, leer: false }
    }
}

fn naechste(
    zeichen: &[Zeichen],
    start: usize,
    hoechstens: i32,
    striche: usize,
    schriften: &Schriften,
) -> Result<Linienende, BerichtFehler> {
    let mut breite = 0;
    let mut moeglich: Option<(Linienende, i32)> = None;
    for (i, z) in zeichen.iter().enumerate().skip(start) {
        match z.bruch {
            Bruch::Hart => return Ok(Linienende { weiter: i + 1, ..Linienende::bei(i) }),
            Bruch::Leer => {
                moeglich = Some((Linienende { weiter: i + 1, leer: true, ..Linienende::bei(i) }, breite));
                breite += z.breite + vor(z, i, start);
                continue;
            }
            Bruch::Weich => {
                if breite + strich_breite(z, schriften)? <= hoechstens {
                    let ende = Linienende { weiter: i + 1, strich: true, ..Linienende::bei(i) };
                    moeglich = Some((ende, breite));
                }
                continue;
            }
            Bruch::Unsichtbar => {
                moeglich = Some((Linienende { weiter: i + 1, ..Linienende::bei(i) }, breite));
                continue;
            }
            Bruch::Nie | Bruch::Danach => {}
        }
        if breite + z.breite + vor(z, i, start) > hoechstens && i > start {
            let wort_ab = moeglich.map_or(start, |m| m.0.weiter);
            let bisher = moeglich.filter(|m| m.0.ende > start);
            // A short line looks better than a divided word, unless it is very short.
            let frei = if hoechstens < ENG { FREI_ENG } else { FREI };
            let lohnt = bisher.is_none_or(|(_, b)| (hoechstens - b) * 100 > hoechstens * frei);
            // Nor does a part of a compound that has its hyphen already.
            let zusammengesetzt = bisher.is_some_and(|(m, _)| !m.leer && zeichen[m.ende - 1].c == '-');
            if lohnt && !zusammengesetzt && (striche < STRICHE || bisher.is_none()) {
                let genug = if bisher.is_some() { silben::FLIESSEND } else { silben::EINGEENGT };
                if let Some(ende) = trennung(zeichen, start, wort_ab, hoechstens, genug, schriften)? {
                    return Ok(ende);
                }
            }
            return match bisher {
                Some((ende, _)) => Ok(ende),
                None => notbruch(zeichen, start, i, hoechstens, schriften),
            };
        }
        breite += z.breite + vor(z, i, start);
        if z.bruch == Bruch::Danach {
            moeglich = Some((Linienende::bei(i + 1), breite));
        }
    }
    Ok(Linienende::bei(zeichen.len()))
}

fn vor(z: &Zeichen, i: usize, start: usize) -> i32 {
    if i == start { 0 } else { z.vor }
}

fn laenge(zeichen: &[Zeichen], von: usize, bis: usize) -> i32 {
    zeichen.iter().enumerate().take(bis).skip(von).map(|(i, z)| z.breite + vor(z, i, von)).sum()
}

/// The last syllable of the word from `wort_ab` that still fits on the line, with its hyphen.
fn trennung(
    zeichen: &[Zeichen],
    start: usize,
    wort_ab: usize,
    hoechstens: i32,
    mindestens: (usize, usize),
    schriften: &Schriften,
) -> Result<Option<Linienende>, BerichtFehler> {
    let rest = zeichen.get(wort_ab..).unwrap_or(&[]);
    // Brackets and quotation marks before the word are no part of it.
    let davor = rest.iter().take_while(|z| z.bruch == Bruch::Nie && !z.c.is_alphanumeric()).count();
    let ab = wort_ab + davor;
    let wort: String = rest
        .iter()
        .skip(davor)
        .take_while(|z| z.bruch == Bruch::Nie && z.c.is_alphabetic())
        .map(|z| z.c)
        .collect();
    let danach = zeichen.get(ab + wort.chars().count());
    let fest = rest.first().is_some_and(|z| z.fest);
    if fest || danach.is_some_and(|z| z.c.is_alphanumeric() || z.bruch == Bruch::Weich) {
        return Ok(None);
    }
    let mut bestes = None;
    for stelle in silben::stellen(&wort, mindestens) {
        let bis = ab + stelle;
        let Some(letztes) = bis.checked_sub(1).and_then(|i| zeichen.get(i)) else { break };
        if laenge(zeichen, start, bis) + strich_breite(letztes, schriften)? > hoechstens {
            break;
        }
        bestes = Some(Linienende { strich: true, ..Linienende::bei(bis) });
    }
    Ok(bestes)
}

/// A word that is wider than the line and has no syllable to be divided at. Numbers and hashes are
/// cut without a mark, so that what is copied is what is meant; words with a hyphen.
fn notbruch(
    zeichen: &[Zeichen],
    start: usize,
    ueber: usize,
    hoechstens: i32,
    schriften: &Schriften,
) -> Result<Linienende, BerichtFehler> {
    let wort = zeichen.iter().skip(start).take_while(|z| z.bruch == Bruch::Nie);
    if wort.clone().any(|z| z.fest || !z.c.is_alphabetic() && !".,;:!?()„“\"'".contains(z.c)) {
        return Ok(Linienende::bei(ueber));
    }
    let mut breite = zeichen.get(start).map_or(Ok(0), |z| strich_breite(z, schriften))?;
    let mut k = start + 1;
    for (i, z) in zeichen.iter().enumerate().take(ueber).skip(start) {
        breite += z.breite + vor(z, i, start);
        if breite > hoechstens {
            break;
        }
        k = i + 1;
    }
    Ok(Linienende { strich: true, ..Linienende::bei(k) })
}

fn strich_breite(nach: &Zeichen, schriften: &Schriften) -> Result<i32, BerichtFehler> {
    Ok(i32::from(schriften.glyphe(nach.schrift, STRICH)?.breite))
}

/// Drawn as a hyphen, read as nothing.
const STRICH: char = '\u{ad}';

fn bild(
    zeichen: &[Zeichen],
    strich: bool,
    leer: bool,
    stil: Stil,
    schriften: &Schriften,
) -> Result<Zeilenbild, BerichtFehler> {
    // Spaces at the end take no room: numbers aligned right must stand below one another.
    let ende =
        zeichen.iter().rposition(|z| matches!(z.bruch, Bruch::Nie | Bruch::Danach)).map_or(0, |i| i + 1);
    let mut stuecke: Vec<Stueck> = Vec::new();
    let mut von = 0;
    let mut breite = 0;
    let mut letztes = None;
    for (i, z) in zeichen[..ende].iter().enumerate().filter(|(_, z)| z.sichtbar()) {
        let faden = z.faden as usize;
        breite += vor(z, i, 0);
        match stuecke.last_mut().filter(|s| s.faden == faden) {
            Some(stueck) => stueck.text.push(z.c),
            None => {
                von = breite;
                stuecke.push(Stueck {
                    faden,
                    schrift: z.schrift,
                    hoch: z.hoch,
                    text: z.c.into(),
                    x: in_punkt(breite, stil.groesse),
                    breite: 0.0,
                });
            }
        }
        breite += z.breite;
        letztes = Some(z);
        if let Some(s) = stuecke.last_mut() {
            s.breite = in_punkt(breite - von, stil.groesse);
        }
    }
    if let (Some(s), Some(z)) = (stuecke.last_mut(), letztes) {
        if strich {
            s.text.push(STRICH);
            breite += strich_breite(z, schriften)?;
            s.breite = in_punkt(breite - von, stil.groesse);
        }
        if leer {
            s.text.push(' ');
        }
    }
    Ok(Zeilenbild { stuecke, breite: in_punkt(breite, stil.groesse) })
}

fn zerlege(faeden: &[Faden], schriften: &Schriften) -> Result<Vec<Zeichen>, BerichtFehler> {
    let roh: Vec<(char, u32)> = faeden
        .iter()
        .zip(0..)
        // Composed, because texts from other systems may carry "u" and two dots apart.
        .flat_map(|(f, nr)| f.text.nfc().filter(|c| !matches!(c, '\r' | '\u{feff}')).map(move |c| (c, nr)))
        .collect();
    let mut alle: Vec<Zeichen> = Vec::with_capacity(roh.len());
    let mut davor: Option<Zeichen> = None;
    for (i, (c, nr)) in roh.iter().enumerate() {
        let Some(faden) = faeden.get(*nr as usize) else { continue };
        let mut z = eines(&roh, i, *c, *nr, faden, schriften)?;
        if z.sichtbar() {
            if let Some(d) = davor.filter(|d| d.faden == z.faden) {
                z.vor = i32::from(schriften.unterschneidung(z.schrift, d.c, z.c));
                if z.hoch {
                    z.vor = 0;
                }
            }
            davor = Some(z);
        }
        alle.push(z);
    }
    Ok(alle)
}

fn eines(
    roh: &[(char, u32)],
    i: usize,
    c: char,
    nr: u32,
    faden: &Faden,
    schriften: &Schriften,
) -> Result<Zeichen, BerichtFehler> {
    let (c, bruch) = match c {
        '\n' => (c, Bruch::Hart),
        '\u{ad}' => (c, Bruch::Weich),
        '\u{200b}' => (c, Bruch::Unsichtbar),
        ' ' | '\t' if untrennbar(roh, i) => (' ', Bruch::Nie),
        ' ' | '\t' => (' ', Bruch::Leer),
        // Drawn as their plain forms, so that extracted text can be searched.
        '\u{a0}' | '\u{202f}' | '\u{2009}' => (' ', Bruch::Nie),
        '\u{2011}' => ('-', Bruch::Nie),
        '-' | '–' | '/' if zwischen_buchstaben(roh, i) => (c, Bruch::Danach),
        _ => (c, Bruch::Nie),
    };
    let mut breite = match bruch {
        Bruch::Hart | Bruch::Weich | Bruch::Unsichtbar => 0,
        _ => i32::from(schriften.glyphe(faden.schrift, c)?.breite),
    };
    if faden.hoch {
        breite = verkleinert(breite);
    }
    Ok(Zeichen {
        c,
        breite,
        vor: 0,
        schrift: faden.schrift,
        faden: nr,
        hoch: faden.hoch,
        fest: faden.fest,
        bruch,
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the width of a digit")]
fn verkleinert(breite: i32) -> i32 {
    (breite as f32 * HOCH).round() as i32
}

fn zwischen_buchstaben(roh: &[(char, u32)], i: usize) -> bool {
    let davor = i.checked_sub(1).and_then(|j| roh.get(j)).is_some_and(|z| z.0.is_alphabetic());
    davor && roh.get(i + 1).is_some_and(|z| z.0.is_alphabetic())
}

fn untrennbar(roh: &[(char, u32)], i: usize) -> bool {
    if roh.get(i + 1).is_some_and(|z| matches!(z.0, '%' | '€')) {
        return true;
    }
    let vorn = &roh[..i];
    vorn.last().is_some_and(|z| z.0 == '§')
        || ["Abs.", "Nr.", "Art."].iter().any(|kuerzel| endet(vorn, kuerzel))
            && roh.get(i + 1).is_some_and(|z| z.0.is_numeric())
}

fn endet(vorn: &[(char, u32)], kuerzel: &str) -> bool {
    let mut rueckwaerts = vorn.iter().rev();
    kuerzel.chars().rev().all(|k| rueckwaerts.next().is_some_and(|z| z.0 == k))
        && !rueckwaerts.next().is_some_and(|z| z.0.is_alphabetic())
}

#[expect(clippy::cast_possible_truncation, reason = "widths of a page are small")]
fn in_tausendstel(punkt: f32, groesse: f32) -> i32 {
    // A hundredth of a point of tolerance: a text exactly as wide as its column must not break.
    ((punkt + 0.01).max(0.0) * 1000.0 / groesse) as i32
}

#[cfg(test)]
mod tests;
