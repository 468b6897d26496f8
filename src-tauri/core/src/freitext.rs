//! Finds what looks like personal data in free text, so that the window can warn. Pure.
//!
//! A warning, not a refusal: a file reference may look the same, and the person decides.

use crate::fehler::Fehler;

/// A text without outer blanks, refused beside its field if it is too short or too long.
pub(crate) fn laenge(feld: &str, text: &str, mindestens: usize, hoechstens: usize) -> Result<String, Fehler> {
    let text = text.trim();
    if (mindestens..=hoechstens).contains(&text.chars().count()) {
        Ok(text.to_owned())
    } else {
        Err(Fehler::feld(feld, format!("Bitte geben Sie {mindestens} bis {hoechstens} Zeichen ein.")))
    }
}

/// What a text seems to contain, as German nouns; empty when nothing was found.
pub fn auffaelligkeiten(text: &str) -> Vec<&'static str> {
    let mut funde = Vec::new();
    let woerter: Vec<&str> = text
        .split(|z: char| z.is_whitespace() || ",;()[]<>„“\"".contains(z))
        .map(|w| w.trim_matches(|z: char| ".:!?/".contains(z)))
        .filter(|w| !w.is_empty())
        .collect();
    if woerter.iter().any(|w| bg_nummer(w)) {
        funde.push("BG-Nummer");
    }
    if woerter.iter().any(|w| kundennummer(w)) {
        funde.push("Kundennummer");
    }
    if (0..woerter.len()).any(|i| iban(&woerter[i..])) {
        funde.push("IBAN");
    }
    if woerter.iter().any(|w| mailadresse(w)) {
        funde.push("E-Mail-Adresse");
    }
    funde
}

/// The warning for one field, or none.
pub fn warnung(text: &str) -> Option<String> {
    let funde = auffaelligkeiten(text);
    (!funde.is_empty()).then(|| {
        format!(
            "Der Text enthält vermutlich eine {}. Bitte prüfen Sie, ob das nötig ist; Berichte gehen ohne Klarnummern hinaus.",
            funde.join(" und eine ")
        )
    })
}

/// Five digits, "BG", seven digits; also with the spaces dropped by the split around slashes.
fn bg_nummer(wort: &str) -> bool {
    let bytes = wort.as_bytes();
    bytes.windows(14).any(|f| {
        f[..5].iter().all(u8::is_ascii_digit)
            && f[5..7].eq_ignore_ascii_case(b"BG")
            && f[7..].iter().all(u8::is_ascii_digit)
    })
}

/// Three digits, a letter, six digits.
fn kundennummer(wort: &str) -> bool {
    let b = wort.as_bytes();
    b.len() == 10
        && b[..3].iter().all(u8::is_ascii_digit)
        && b[3].is_ascii_alphabetic()
        && b[4..].iter().all(u8::is_ascii_digit)
}

/// Two letters and 13 to 32 characters more, in one word or in groups, with the right check digits.
fn iban(woerter: &[&str]) -> bool {
    let mut text = String::new();
    for wort in woerter {
        if !wort.bytes().all(|b| b.is_ascii_alphanumeric()) || text.len() + wort.len() > 34 {
            return false;
        }
        text.push_str(&wort.to_ascii_uppercase());
        if (15..=34).contains(&text.len()) && iban_stimmt(text.as_bytes()) {
            return true;
        }
    }
    false
}

/// ISO 13616: the rearranged number leaves 1 when divided by 97.
fn iban_stimmt(b: &[u8]) -> bool {
    let laender_und_pruefziffern =
        b[..2].iter().all(u8::is_ascii_alphabetic) && b[2..4].iter().all(u8::is_ascii_digit);
    if !laender_und_pruefziffern {
        return false;
    }
    let rest = b[4..].iter().chain(&b[..4]).fold(0u32, |rest, z| {
        if z.is_ascii_digit() {
            (rest * 10 + u32::from(z - b'0')) % 97
        } else {
            (rest * 100 + u32::from(z - b'A') + 10) % 97
        }
    });
    rest == 1
}

fn mailadresse(wort: &str) -> bool {
    wort.split_once('@').is_some_and(|(vorn, hinten)| {
        !vorn.is_empty()
            && hinten.split_once('.').is_some_and(|(name, endung)| !name.is_empty() && endung.len() >= 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findet_was_nach_personendaten_aussieht() {
        for (text, fund) in [
            ("siehe 12345BG0001234.", "BG-Nummer"),
            ("Akte/12345bg0001234/2", "BG-Nummer"),
            ("Kunde 123A456789 hat", "Kundennummer"),
            ("auf DE89 3704 0044 0532 0130 00 gezahlt", "IBAN"),
            ("auf DE89370400440532013000", "IBAN"),
            ("Mail an muster@example.org.", "E-Mail-Adresse"),
        ] {
            assert_eq!(auffaelligkeiten(text), [fund], "{text}");
        }
    }

    #[test]
    fn laesst_gewoehnlichen_text_in_ruhe() {
        for text in [
            "§ 11b Abs. 3 SGB II; Bescheid vom 03.11.2026 über 1.234,56 Euro",
            "DE89 3704 0044 0532 0130 01",
            "Az. 12345 BG 17",
            "Die Frist nach § 84 SGG @ Team",
        ] {
            assert!(auffaelligkeiten(text).is_empty(), "{text}");
        }
        assert!(warnung("alles gut").is_none());
    }
}
