//! What a password must be.

use crate::fehler::{Ergebnis, Fehler};
use serde::Serialize;
use ts_rs::TS;

/// Characters a password needs at least (BSI: long before complex).
pub const MINDESTLAENGE: usize = 12;
const HOECHSTLAENGE: usize = 200;

/// Strength as the meter shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Passwortstaerke {
    /// 0 (guessed at once) to 4 (very strong), after zxcvbn.
    pub stufe: u8,
    /// German sentence beside the meter.
    pub hinweis: String,
    /// Whether the house accepts it.
    pub ausreichend: bool,
}

/// Estimates a password; `woerter` are words that an attacker would try first (names of the person, the house).
pub fn staerke(passwort: &str, woerter: &[&str]) -> Passwortstaerke {
    let zeichen = passwort.chars().count();
    let kurz: String = passwort.chars().take(100).collect();
    let stufe = u8::from(zxcvbn::zxcvbn(&kurz, woerter).score());
    let (hinweis, ausreichend) = if zeichen < MINDESTLAENGE {
        (format!("Noch {} Zeichen bis zur Mindestlänge von {MINDESTLAENGE}.", MINDESTLAENGE - zeichen), false)
    } else if zeichen > HOECHSTLAENGE {
        (format!("Höchstens {HOECHSTLAENGE} Zeichen."), false)
    } else {
        match stufe {
            0 => (
                "Dieses Passwort ist sehr leicht zu erraten. Bitte wählen Sie ein anderes.".to_owned(),
                false,
            ),
            1 | 2 => (
                "Ausreichend, aber leicht zu erraten. Mehrere zufällige Wörter sind besser.".to_owned(),
                true,
            ),
            3 => ("Gutes Passwort.".to_owned(), true),
            _ => ("Sehr gutes Passwort.".to_owned(), true),
        }
    };
    Passwortstaerke { stufe, hinweis, ausreichend }
}

/// Refuses a password that the house does not accept.
pub fn pruefe_passwort(feld: &str, passwort: &str, woerter: &[&str]) -> Ergebnis<()> {
    let urteil = staerke(passwort, woerter);
    if urteil.ausreichend {
        return Ok(());
    }
    let text = if passwort.chars().count() < MINDESTLAENGE {
        format!("Das Passwort braucht mindestens {MINDESTLAENGE} Zeichen.")
    } else {
        urteil.hinweis
    };
    Err(Fehler::feld(feld, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kurz_und_erratbar_wird_abgelehnt() {
        assert!(pruefe_passwort("passwort", "Kurz-1!", &[]).is_err());
        assert!(pruefe_passwort("passwort", "aaaaaaaaaaaaaaaa", &[]).is_err());
        assert!(pruefe_passwort("passwort", "Demo-Musterkreis-2026", &["demo"]).is_ok());
    }
}
