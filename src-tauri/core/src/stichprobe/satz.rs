//! Error rates in plain German.
//!
//! Absolute numbers first: managers understand cases, not rates. Never a bare percentage, never "Ziel
//! erreicht" from a point estimate. Percentages are computed from whole numbers wherever counts are known.

use super::auswertung::{Auswertung, Befund, Urteil, auswerten};
use super::dezimal::Dezimal;
use super::fehler::StichprobeFehler;
use super::prozent::{prozent_dezimal, zahl};

/// The standard sentence of a sample: "Fehlerquote 8,0 %, mit 95 % Sicherheit höchstens 13,4 %"; of a full
/// count "Fehlerquote 7,5 % (Vollprüfung, kein Stichprobenfehler)".
///
/// # Errors
/// As [`auswerten`].
pub fn german_sentence(
    grundgesamtheit: u64,
    n: u64,
    k: u64,
    konfidenz: &Dezimal,
) -> Result<String, StichprobeFehler> {
    let befund = Befund { grundgesamtheit, n, fehler: k, ungeklaert: 0 };
    Ok(quotensatz(&auswerten(&befund, konfidenz, None)?, konfidenz))
}

/// The standard sentence of any result. With unresolved cases even a full count has an upper value.
#[must_use]
pub fn quotensatz(auswertung: &Auswertung, konfidenz: &Dezimal) -> String {
    let Auswertung { quote, quote_hoechstens, .. } = auswertung;
    match (auswertung.vollpruefung, auswertung.hoechstens == auswertung.mindestens) {
        (true, true) => format!("Fehlerquote {quote} (Vollprüfung, kein Stichprobenfehler)"),
        (true, false) => {
            format!("Fehlerquote {quote}, höchstens {quote_hoechstens} (Vollprüfung, kein Stichprobenfehler)")
        }
        (false, _) => {
            format!(
                "Fehlerquote {quote}, mit {} Sicherheit höchstens {quote_hoechstens}",
                prozent_dezimal(konfidenz)
            )
        }
    }
}

/// The screen's sentence when no error was found.
#[must_use]
pub fn satz_ohne_fehler(auswertung: &Auswertung, konfidenz: &Dezimal) -> String {
    let hoechstens = auswertung.quote_hoechstens;
    match (auswertung.vollpruefung, auswertung.hoechstens) {
        (true, 0) => "Kein Fehler gefunden (Vollprüfung, kein Stichprobenfehler).".to_owned(),
        (true, _) => format!("Kein Fehler gefunden. Mit den ungeklärten Fällen höchstens {hoechstens}."),
        (false, _) => format!(
            "Kein Fehler gefunden. Das heißt nicht null Fehler: mit {} Sicherheit höchstens {hoechstens}.",
            prozent_dezimal(konfidenz)
        ),
    }
}

/// The long form for reports. `einheiten` is the dative plural of what was drawn ("Akten", "Bescheiden").
///
/// # Errors
/// As [`auswerten`].
pub fn langer_satz(
    befund: &Befund,
    einheiten: &str,
    konfidenz: &Dezimal,
) -> Result<String, StichprobeFehler> {
    let ergebnis = auswerten(befund, konfidenz, None)?;
    let alle = zahl(befund.grundgesamtheit);
    let mut saetze = vec![
        match (ergebnis.vollpruefung, befund.n) {
            (true, _) => {
                format!("Von {alle} {einheiten} wurden alle geprüft (Vollprüfung, kein Stichprobenfehler).")
            }
            (false, 1) => format!("Von {alle} {einheiten} wurde 1 zufällig ausgewählt und geprüft."),
            (false, n) => {
                format!("Von {alle} {einheiten} wurden {} zufällig ausgewählt und geprüft.", zahl(n))
            }
        },
        match befund.fehler {
            0 => "Es wurde kein Fehler gefunden (0,0\u{a0}%).".to_owned(),
            1 => format!("1 war fehlerhaft ({}).", ergebnis.quote),
            k => format!("{} waren fehlerhaft ({}).", zahl(k), ergebnis.quote),
        },
    ];
    match befund.ungeklaert {
        0 => {}
        1 => saetze.push("1 ist ungeklärt und zählt in der Obergrenze als fehlerhaft.".to_owned()),
        u => saetze.push(format!("{} sind ungeklärt und zählen in der Obergrenze als fehlerhaft.", zahl(u))),
    }
    if !ergebnis.vollpruefung || befund.ungeklaert > 0 {
        let sicherheit = if ergebnis.vollpruefung {
            String::new()
        } else {
            format!("mit {} Sicherheit ", prozent_dezimal(konfidenz))
        };
        let hoechstens = zahl(ergebnis.hoechstens);
        let verb = if ergebnis.hoechstens == 1 { "ist" } else { "sind" };
        saetze.push(format!(
            "In allen {alle} {einheiten} {verb} {sicherheit}höchstens {hoechstens} fehlerhaft ({hoechstens} von {alle}, aufgerundet {}).",
            ergebnis.quote_hoechstens
        ));
    }
    Ok(saetze.join(" "))
}

/// The verdict about a goal.
#[must_use]
pub fn urteilssatz(urteil: Urteil, ziel: &Dezimal) -> String {
    let wort = match urteil {
        Urteil::Belegt => "belegt",
        Urteil::NichtBelegt => "nicht belegt",
        Urteil::Verfehlt => "verfehlt",
    };
    format!("Das Ziel (unter {}) ist damit {wort}.", prozent_dezimal(ziel))
}
