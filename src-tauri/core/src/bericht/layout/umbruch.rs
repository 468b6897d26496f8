//! Breaking text into lines by the widths of its characters.
//!
//! Greedy, ragged right. Breaks at spaces, soft hyphens, after hyphens and slashes between letters;
//! never between a paragraph sign, an amount or an abbreviation and its number, because "§" at the
//! end of a line makes legal text hard to read.

use unicode_normalization::UnicodeNormalization;

use super::super::fehler::BerichtFehler;
use super::super::modell::{Schnitt, Text};
use super::super::schrift::{Schrift, Schriften, in_punkt};
use super::silben;
use super::stil::Stil;

/// Stretch of a line in one face.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stueck {
    pub(super) schrift: Schrift,
    pub(super) text: String,
    /// From the left end of the line.
    pub(super) x: f32,
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
    breite: u32,
    schrift: Schrift,
    bruch: Bruch,
}

/// Breaks a text into lines not wider than `breite` points.
pub(super) fn breche(
    text: &Text,
    stil: Stil,
    breite: f32,
    schriften: &Schriften,
) -> Result<Vec<Zeilenbild>, BerichtFehler> {
    let zeichen = zerlege(text, stil, schriften)?;
    let hoechstens = in_tausendstel(breite, stil.groesse);
    let mut zeilen = Vec::new();
    let mut start = 0;
    while start < zeichen.len() {
        let schnitt = naechste(&zeichen, start, hoechstens, schriften)?;
        zeilen.push(bild(&zeichen[start..schnitt.ende], schnitt.strich, schnitt.leer, stil, schriften)?);
        start = schnitt.weiter;
    }
    Ok(zeilen)
}

/// The widest part of a text that cannot be broken, in points.
pub(super) fn laengstes_wort(text: &Text, stil: Stil, schriften: &Schriften) -> Result<f32, BerichtFehler> {
    let (mut wort, mut laengstes) = (0, 0);
    for z in zerlege(text, stil, schriften)? {
        match z.bruch {
            Bruch::Nie => wort += z.breite,
            Bruch::Danach => {
                laengstes = laengstes.max(wort + z.breite);
                wort = 0;
            }
            _ => wort = 0,
        }
        laengstes = laengstes.max(wort);
    }
    Ok(in_punkt(laengstes, stil.groesse))
}

struct Linienende {
    ende: usize,
    weiter: usize,
    strich: bool,
    leer: bool,
}

fn naechste(
    zeichen: &[Zeichen],
    start: usize,
    hoechstens: u32,
    schriften: &Schriften,
) -> Result<Linienende, BerichtFehler> {
    let mut breite = 0;
    let mut moeglich: Option<Linienende> = None;
    for (i, z) in zeichen.iter().enumerate().skip(start) {
        match z.bruch {
            Bruch::Hart => {
                return Ok(Linienende { ende: i, weiter: i + 1, strich: false, leer: false });
            }
            Bruch::Leer => {
                moeglich = Some(Linienende { ende: i, weiter: i + 1, strich: false, leer: true });
                breite += z.breite;
                continue;
            }
            Bruch::Weich => {
                if breite + strich_breite(z.schrift, schriften)? <= hoechstens {
                    moeglich = Some(Linienende { ende: i, weiter: i + 1, strich: true, leer: false });
                }
                continue;
            }
            Bruch::Unsichtbar => {
                moeglich = Some(Linienende { ende: i, weiter: i + 1, strich: false, leer: false });
                continue;
            }
            Bruch::Nie | Bruch::Danach => {}
        }
        if breite + z.breite > hoechstens && i > start {
            return match moeglich {
                Some(m) if m.ende > start => Ok(m),
                _ => notbruch(zeichen, start, i, hoechstens, schriften),
            };
        }
        breite += z.breite;
        if z.bruch == Bruch::Danach {
            moeglich = Some(Linienende { ende: i + 1, weiter: i + 1, strich: false, leer: false });
        }
    }
    Ok(Linienende { ende: zeichen.len(), weiter: zeichen.len(), strich: false, leer: false })
}

/// A word that is wider than the line. Numbers and hashes are cut without a mark, so that what is
/// copied is what is meant; words are cut at a syllable with a hyphen.
fn notbruch(
    zeichen: &[Zeichen],
    start: usize,
    ueber: usize,
    hoechstens: u32,
    schriften: &Schriften,
) -> Result<Linienende, BerichtFehler> {
    let rest = &zeichen[start..];
    let bis = rest.iter().position(|z| z.bruch != Bruch::Nie).unwrap_or(rest.len());
    let wort: Vec<char> = rest.iter().take(bis).map(|z| z.c).collect();
    let passt = ueber - start;
    if wort.iter().any(|c| !c.is_alphabetic() && !".,;:!?()„“\"'".contains(*c)) {
        return Ok(Linienende { ende: ueber, weiter: ueber, strich: false, leer: false });
    }
    let strich = strich_breite(rest.first().map_or(Schrift::Normal, |z| z.schrift), schriften)?;
    let mut breite = strich;
    let mut stelle = None;
    let mut hart = 1;
    for k in 1..=passt {
        breite += rest.get(k - 1).map_or(0, |z| z.breite);
        if breite > hoechstens {
            break;
        }
        hart = k;
        if silben::trennbar(&wort, k) {
            stelle = Some(k);
        }
    }
    let k = start + stelle.unwrap_or(hart);
    Ok(Linienende { ende: k, weiter: k, strich: true, leer: false })
}

fn strich_breite(schrift: Schrift, schriften: &Schriften) -> Result<u32, BerichtFehler> {
    Ok(u32::from(schriften.glyphe(schrift, '-')?.breite))
}

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
    let zeichen = &zeichen[..ende];
    let mut stuecke: Vec<Stueck> = Vec::new();
    let mut breite = 0;
    for z in zeichen.iter().filter(|z| !matches!(z.bruch, Bruch::Weich | Bruch::Unsichtbar)) {
        match stuecke.last_mut().filter(|s| s.schrift == z.schrift) {
            Some(stueck) => stueck.text.push(z.c),
            None => stuecke.push(Stueck {
                schrift: z.schrift,
                text: z.c.into(),
                x: in_punkt(breite, stil.groesse),
            }),
        }
        breite += z.breite;
    }
    if let Some(letztes) = stuecke.last_mut() {
        if strich {
            letztes.text.push('-');
            breite += strich_breite(letztes.schrift, schriften)?;
        }
        if leer {
            letztes.text.push(' ');
        }
    }
    Ok(Zeilenbild { stuecke, breite: in_punkt(breite, stil.groesse) })
}

fn zerlege(text: &Text, stil: Stil, schriften: &Schriften) -> Result<Vec<Zeichen>, BerichtFehler> {
    let roh: Vec<(char, Schrift)> = text
        .0
        .iter()
        .flat_map(|lauf| {
            let schrift = match lauf.schnitt {
                _ if stil.fett => Schrift::Halbfett,
                Schnitt::Normal => Schrift::Normal,
                Schnitt::Fett => Schrift::Halbfett,
                Schnitt::Kursiv => Schrift::Kursiv,
            };
            // Composed, because texts from other systems may carry "u" and two dots apart.
            lauf.text.nfc().filter(|c| !matches!(c, '\r' | '\u{feff}')).map(move |c| (c, schrift))
        })
        .collect();
    roh.iter().enumerate().map(|(i, (c, schrift))| eines(&roh, i, *c, *schrift, schriften)).collect()
}

fn eines(
    roh: &[(char, Schrift)],
    i: usize,
    c: char,
    schrift: Schrift,
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
    let breite = match bruch {
        Bruch::Hart | Bruch::Weich | Bruch::Unsichtbar => 0,
        _ => u32::from(schriften.glyphe(schrift, c)?.breite),
    };
    Ok(Zeichen { c, breite, schrift, bruch })
}

fn zwischen_buchstaben(roh: &[(char, Schrift)], i: usize) -> bool {
    let davor = i.checked_sub(1).and_then(|j| roh.get(j)).is_some_and(|z| z.0.is_alphabetic());
    davor && roh.get(i + 1).is_some_and(|z| z.0.is_alphabetic())
}

fn untrennbar(roh: &[(char, Schrift)], i: usize) -> bool {
    if roh.get(i + 1).is_some_and(|z| matches!(z.0, '%' | '€')) {
        return true;
    }
    let vorn = &roh[..i];
    vorn.last().is_some_and(|z| z.0 == '§')
        || ["Abs.", "Nr.", "Art."].iter().any(|kuerzel| endet(vorn, kuerzel))
            && roh.get(i + 1).is_some_and(|z| z.0.is_numeric())
}

fn endet(vorn: &[(char, Schrift)], kuerzel: &str) -> bool {
    let mut rueckwaerts = vorn.iter().rev();
    kuerzel.chars().rev().all(|k| rueckwaerts.next().is_some_and(|z| z.0 == k))
        && !rueckwaerts.next().is_some_and(|z| z.0.is_alphabetic())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "widths of a page are small and positive"
)]
fn in_tausendstel(punkt: f32, groesse: f32) -> u32 {
    // A hundredth of a point of tolerance: a text exactly as wide as its column must not break.
    ((punkt + 0.01).max(0.0) * 1000.0 / groesse) as u32
}

#[cfg(test)]
mod tests;
