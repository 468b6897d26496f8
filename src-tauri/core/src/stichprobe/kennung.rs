//! Identifiers, hashes over a population, and seeds.

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::fehler::StichprobeFehler;

/// Digits of a seed of the house: two halves of ten, entered by two people.
pub const STELLEN_STARTWERT: usize = 20;

/// Unicode NFC, so that "ä" and "a + diaeresis" are one identifier and one seed.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// An identifier as it counts: Unicode NFC, outer blanks trimmed, inner runs of blanks to one space.
/// Any Unicode white space is a blank, because tables from other programs bring tabs and U+00A0.
#[must_use]
pub fn kennung_normalisiert(text: &str) -> String {
    let mut ergebnis = String::with_capacity(text.len());
    for wort in nfc(text).split_whitespace() {
        if !ergebnis.is_empty() {
            ergebnis.push(' ');
        }
        ergebnis.push_str(wort);
    }
    ergebnis
}

/// SHA-256 (lowercase hex) over all identifiers in NFC, sorted by UTF-8 bytes, each followed by "\n".
///
/// # Errors
/// `empty_population`, `duplicate_ids`.
pub fn population_hash<S: AsRef<str>>(kennungen: &[S]) -> Result<String, StichprobeFehler> {
    zeilen_hash(kennungen.iter().map(|k| nfc(k.as_ref())).collect(), |a, b| a == b)
}

/// As [`population_hash`], over `identifier TAB stratum`; says who was in which stratum.
///
/// # Errors
/// `empty_population`, `duplicate_ids` (also for one identifier in two strata).
pub fn stratum_hash<S: AsRef<str>, T: AsRef<str>>(paare: &[(S, T)]) -> Result<String, StichprobeFehler> {
    let zeilen = paare.iter().map(|(kennung, schicht)| {
        Cow::Owned(format!("{}\t{}", nfc(kennung.as_ref()), nfc(schicht.as_ref())))
    });
    let kennung = |zeile: &str| zeile.split('\t').next().unwrap_or_default().to_owned();
    zeilen_hash(zeilen.collect(), |a, b| kennung(a) == kennung(b))
}

fn zeilen_hash(
    mut zeilen: Vec<Cow<'_, str>>,
    doppelt: impl Fn(&str, &str) -> bool,
) -> Result<String, StichprobeFehler> {
    if zeilen.is_empty() {
        return Err(StichprobeFehler::EmptyPopulation);
    }
    zeilen.sort_unstable();
    if zeilen.windows(2).any(|paar| doppelt(&paar[0], &paar[1])) {
        return Err(StichprobeFehler::DuplicateIds);
    }
    let mut hash = Sha256::new();
    for zeile in &zeilen {
        hash.update(zeile.as_bytes());
        hash.update(b"\n");
    }
    Ok(hex(&hash.finalize()))
}

/// Lowercase hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    const ZIFFERN: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|z| char::from(ZIFFERN[usize::from(z)])).collect()
}

/// Accepts a seed of the house: exactly 20 digits (ten-sided dice, public lottery or system random numbers).
/// The auditor's tool takes any text that is not empty; the house does not, so that nobody picks a word.
///
/// # Errors
/// `empty_seed`, `invalid_seed`.
pub fn startwert_haus(text: &str) -> Result<&str, StichprobeFehler> {
    match text {
        "" => Err(StichprobeFehler::EmptySeed),
        _ if text.len() == STELLEN_STARTWERT && text.bytes().all(|b| b.is_ascii_digit()) => Ok(text),
        _ => Err(StichprobeFehler::InvalidSeed),
    }
}

/// Joins the halves that two people entered, ten digits each.
///
/// # Errors
/// `empty_seed` if a half is missing, `invalid_seed` if one is not ten digits.
pub fn startwert_aus_haelften(erste: &str, zweite: &str) -> Result<String, StichprobeFehler> {
    if erste.is_empty() || zweite.is_empty() {
        return Err(StichprobeFehler::EmptySeed);
    }
    if erste.len() != STELLEN_STARTWERT / 2 {
        return Err(StichprobeFehler::InvalidSeed);
    }
    let ganz = format!("{erste}{zweite}");
    startwert_haus(&ganz)?;
    Ok(ganz)
}
