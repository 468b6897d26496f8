//! Values as German offices write them: dates, amounts, identifiers.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::zeile::Feld;
use crate::stichprobe::zahl;

/// Largest amount in cents that JavaScript and f64 hold exactly.
const MAX_CENT: i64 = 1 << 53;

/// Why a cell is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatumFehler {
    /// Written like a date, but the day does not exist (31.02.) or lies outside 1900 to 2199.
    GibtEsNicht,
    /// Not written like a date.
    KeinDatum,
}

/// Reads `TT.MM.JJJJ`, `TT.MM.JJ` (00 to 49 is 20JJ), `JJJJ-MM-TT`, each with a time behind, and the
/// serials of a workbook. An empty cell is `KeinDatum`.
pub fn datum(feld: Feld<'_>) -> Result<NaiveDate, DatumFehler> {
    match feld {
        Feld::Text(t) => datum_aus_text(t),
        Feld::Datum(s) | Feld::Zahl(s) => datum_aus_serie(s),
        _ => Err(DatumFehler::KeinDatum),
    }
}

/// Serial of Excel's 1900 system; its invented 29.02.1900 (60) is refused.
pub(super) fn datum_aus_serie(serie: f64) -> Result<NaiveDate, DatumFehler> {
    let tag = serie.floor();
    if !(1.0..110_000.0).contains(&tag) || tag == 60.0 {
        return Err(DatumFehler::GibtEsNicht);
    }
    // In range, so the cast is exact.
    let tag = tag as u64;
    let ab_maerz_1900 = if tag > 60 { tag - 1 } else { tag };
    NaiveDate::from_ymd_opt(1899, 12, 31)
        .and_then(|d| d.checked_add_days(chrono::Days::new(ab_maerz_1900)))
        .filter(|d| d.year() <= 2199)
        .ok_or(DatumFehler::GibtEsNicht)
}

fn datum_aus_text(text: &str) -> Result<NaiveDate, DatumFehler> {
    let text = ohne_uhrzeit(text.trim());
    let b = text.as_bytes();
    let (jahr, monat, tag) = if let Some(erster) = b.iter().position(|&c| c == b'.') {
        let rest = &b[erster + 1..];
        let zweiter = rest.iter().position(|&c| c == b'.').ok_or(DatumFehler::KeinDatum)?;
        let tag = ziffern(&b[..erster], 1, 2)?;
        let monat = ziffern(&rest[..zweiter], 1, 2)?;
        let jahr_text = &rest[zweiter + 1..];
        let jahr = match jahr_text.len() {
            2 => match ziffern(jahr_text, 2, 2)? {
                j @ 0..=49 => 2000 + j,
                j => 1900 + j,
            },
            _ => ziffern(jahr_text, 4, 4)?,
        };
        (jahr, monat, tag)
    } else {
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return Err(DatumFehler::KeinDatum);
        }
        (ziffern(&b[..4], 4, 4)?, ziffern(&b[5..7], 2, 2)?, ziffern(&b[8..], 2, 2)?)
    };
    if !(1900..=2199).contains(&jahr) {
        return Err(DatumFehler::GibtEsNicht);
    }
    // Four digits fit.
    NaiveDate::from_ymd_opt(jahr as i32, monat, tag).ok_or(DatumFehler::GibtEsNicht)
}

/// Cuts `00:00`, `00:00:00` or `T00:00:00.000` behind a date.
fn ohne_uhrzeit(text: &str) -> &str {
    let Some(i) = text.find([' ', 'T']) else {
        return text;
    };
    let uhr = &text[i + 1..];
    let ist_uhr = uhr.contains(':')
        && uhr.bytes().all(|c| c.is_ascii_digit() || matches!(c, b':' | b'.' | b'Z' | b'+'));
    if ist_uhr { &text[..i] } else { text }
}

fn ziffern(b: &[u8], von: usize, bis: usize) -> Result<u32, DatumFehler> {
    if b.len() < von || b.len() > bis || !b.iter().all(u8::is_ascii_digit) {
        return Err(DatumFehler::KeinDatum);
    }
    Ok(b.iter().fold(0, |n, c| n * 10 + u32::from(c - b'0')))
}

/// Reads an amount as integer cents: `1.194,55`, `1194.55`, `1,194.55`, `1 194,55 €`, `12,50-`.
/// `1.194` is one thousand (German), `1,194` is refused, because it can be either. `None` if unreadable
/// or beyond 2^53 cents.
pub fn betrag_cent(feld: Feld<'_>) -> Option<i64> {
    match feld {
        Feld::Zahl(z) => {
            let cent = (z * 100.0).round();
            // In range, so the cast is exact.
            (cent.abs() < MAX_CENT as f64).then_some(cent as i64)
        }
        Feld::Text(t) => betrag_aus_text(t),
        _ => None,
    }
}

fn betrag_aus_text(text: &str) -> Option<i64> {
    // Short and without allocation: an amount has at most 40 signs.
    let mut puffer = [0u8; 40];
    let mut n = 0;
    let text = text.trim().trim_end_matches("EUR").trim_start_matches("EUR");
    for c in text.chars() {
        let b = match c {
            '€' | '\'' | '’' => continue,
            c if c.is_whitespace() => continue,
            '−' => b'-',
            '0'..='9' | '.' | ',' | '-' | '+' => c as u8,
            _ => return None,
        };
        *puffer.get_mut(n)? = b;
        n += 1;
    }
    let mut b = &puffer[..n];
    let mut negativ = false;
    if let [v @ (b'-' | b'+'), rest @ ..] = b {
        negativ = *v == b'-';
        b = rest;
    } else if let [rest @ .., b'-'] = b {
        negativ = true;
        b = rest;
    }
    let komma = b.contains(&b',');
    let punkt = b.iter().filter(|&&c| c == b'.').count();
    // A comma is decimal. A point is decimal before one, two or many digits; before exactly three it
    // groups thousands, unless commas group already (1,194.550).
    let (ganz, bruch, gruppe) = match b.iter().rposition(|&c| c == b',' || c == b'.') {
        Some(i) if i + 1 == b.len() => return None,
        Some(i) if b[i] == b',' => (&b[..i], &b[i + 1..], b'.'),
        Some(i) if punkt == 1 && (komma || b.len() - i != 4) => (&b[..i], &b[i + 1..], b','),
        _ => (b, &b[..0], b'.'),
    };
    let mut cent = gruppen(ganz, gruppe)?.checked_mul(100)?;
    let (zwei, rest) = bruch.split_at(bruch.len().min(2));
    if !rest.iter().all(|&c| c == b'0') || !zwei.iter().all(u8::is_ascii_digit) {
        return None;
    }
    cent = cent.checked_add(match *zwei {
        [] => 0,
        [z] => i64::from(z - b'0') * 10,
        [z, e, ..] => i64::from(z - b'0') * 10 + i64::from(e - b'0'),
    })?;
    (cent < MAX_CENT).then_some(if negativ { -cent } else { cent })
}

/// Whole part, in groups of three where the group sign occurs.
fn gruppen(b: &[u8], zeichen: u8) -> Option<i64> {
    let mut wert: i64 = 0;
    let mut erste = true;
    let mehrere = b.contains(&zeichen);
    for teil in b.split(|&c| c == zeichen) {
        let passt = match (mehrere, erste) {
            (false, _) => (1..=15).contains(&teil.len()),
            (true, true) => (1..=3).contains(&teil.len()),
            (true, false) => teil.len() == 3,
        };
        if !passt || !teil.iter().all(u8::is_ascii_digit) {
            return None;
        }
        for c in teil {
            wert = wert.checked_mul(10)?.checked_add(i64::from(c - b'0'))?;
        }
        erste = false;
    }
    Some(wert)
}

/// Normalises an identifier: Unicode NFC, outer blanks trimmed, inner runs of blanks to one. Signs
/// that cannot be seen (controls, zero width, byte order mark) count as nothing: they would make two
/// rows of one case look different.
pub fn bezeichner(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let unveraendert = text.bytes().all(|b| b.is_ascii_graphic())
        || (is_nfc_quick(text.chars()) == IsNormalized::Yes
            && !text.contains("  ")
            && text.chars().all(|c| c == ' ' || !(c.is_whitespace() || unsichtbar(c))));
    if unveraendert {
        return Cow::Borrowed(text);
    }
    let mut aus = String::with_capacity(text.len());
    let mut luecke = false;
    for c in text.nfc().filter(|&c| c.is_whitespace() || !unsichtbar(c)) {
        if c.is_whitespace() {
            luecke = !aus.is_empty();
        } else {
            if luecke {
                aus.push(' ');
                luecke = false;
            }
            aus.push(c);
        }
    }
    Cow::Owned(aus)
}

fn unsichtbar(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether Excel has turned a number into `9,3E+08`, after which its digits are lost.
pub(super) fn ist_wissenschaftlich(text: &str) -> bool {
    let Some((zahl, hoch)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let hoch = hoch.strip_prefix(['+', '-']);
    let ziffern = |t: &str| !t.is_empty() && t.bytes().all(|c| c.is_ascii_digit());
    hoch.is_some_and(ziffern)
        && match zahl.split_once([',', '.']) {
            Some((v, n)) => ziffern(v) && ziffern(n),
            None => ziffern(zahl),
        }
}

/// First words of total lines that reports of specialist applications append.
const SUMMENWOERTER: [&str; 9] = [
    "summe",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "insgesamt",
    "zwischensumme",
    "teilergebnis",
    "total",
    "anzahl",
];

/// Whether a cell opens a total line (`Summe`, `Gesamt:`, `Gesamtergebnis 4.920`).
pub(super) fn ist_summenwort(text: &str) -> bool {
    if !text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let wort = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    SUMMENWOERTER.iter().any(|s| s.eq_ignore_ascii_case(wort))
}

/// What kind of value a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wertart {
    Leer,
    Text,
    Zahl,
    Betrag,
    Datum,
    Nummer,
}

/// Guesses a kind from the form of one cell.
pub(super) fn wertart(feld: Feld<'_>) -> Wertart {
    match feld {
        Feld::Leer => Wertart::Leer,
        Feld::Datum(_) => Wertart::Datum,
        Feld::Zahl(z) if z.fract() != 0.0 => Wertart::Betrag,
        Feld::Zahl(z) if z.abs() >= 10_000_000.0 => Wertart::Nummer,
        Feld::Zahl(_) => Wertart::Zahl,
        Feld::Wahrheit(_) | Feld::Fehlerwert => Wertart::Text,
        Feld::Text(t) => {
            if !matches!(datum_aus_text(t), Err(DatumFehler::KeinDatum)) {
                return Wertart::Datum;
            }
            let ziffern = t.bytes().filter(u8::is_ascii_digit).count();
            if ziffern == t.len() {
                let nummer = ziffern >= 8 || (ziffern > 1 && t.starts_with('0'));
                return if nummer { Wertart::Nummer } else { Wertart::Zahl };
            }
            if betrag_aus_text(t).is_some() {
                return Wertart::Betrag;
            }
            let buchstaben = t.chars().filter(|c| c.is_alphabetic()).count();
            if ziffern >= 5 && ziffern > buchstaben { Wertart::Nummer } else { Wertart::Text }
        }
    }
}

/// A number as German text: no exponent, comma, no group signs.
pub(super) fn zahl_text(z: f64) -> String {
    if z.fract() == 0.0 && z.abs() < 1e15 {
        // Exact below 2^53.
        return (z as i64).to_string();
    }
    z.to_string().replace('.', ",")
}

/// Cents as `1.194,55 €` for sentences.
pub(super) fn euro_text(cent: i64) -> String {
    let betrag = cent.unsigned_abs();
    let vorzeichen = if cent < 0 { "-" } else { "" };
    format!("{vorzeichen}{},{:02}\u{A0}€", zahl(betrag / 100), betrag % 100)
}
