//! Error rates in plain German.
//!
//! Absolute numbers first: managers understand cases, not rates. Never a bare percentage, never "Ziel
//! erreicht" from a point estimate. Percentages are computed from whole numbers wherever counts are known.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

use super::auswertung::{Auswertung, Befund, Urteil, auswerten};
use super::dezimal::Dezimal;
use super::fehler::StichprobeFehler;

/// Width of a float's noise on the grid of tenths of a percent.
const RAUSCHEN: f64 = 1e-9;

/// A percentage with one decimal place, as shown: 134 is "13,4 %".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[ts(type = "number")]
pub struct Zehntelprozent(pub u64);

impl Zehntelprozent {
    const ALLES: u64 = 1000;

    /// Point estimate: half up. `von` must not be 0.
    #[must_use]
    pub fn gerundet(anzahl: u64, von: u64) -> Self {
        Self::ganz((u128::from(anzahl) * 2000 + u128::from(von)) / (2 * u128::from(von)))
    }

    /// Upper bound: up. `von` must not be 0.
    #[must_use]
    pub fn aufgerundet(anzahl: u64, von: u64) -> Self {
        Self::ganz((u128::from(anzahl) * 1000).div_ceil(u128::from(von)))
    }

    /// Lower bound: down. `von` must not be 0.
    #[must_use]
    pub fn abgerundet(anzahl: u64, von: u64) -> Self {
        Self::ganz(u128::from(anzahl) * 1000 / u128::from(von))
    }

    /// Upper bound that is no quotient of counts: up, at most 100 %. Where the float lies on the grid within
    /// its noise, `erreicht` decides whether the bound is at most that many tenths.
    #[must_use]
    pub fn aufgerundet_f64(rate: f64, erreicht: impl FnOnce(u64) -> bool) -> Self {
        let zehntel = (rate * 1000.0).clamp(0.0, 1000.0);
        let raster = zehntel.round();
        let auf = if (zehntel - raster).abs() < RAUSCHEN {
            raster as u64 + u64::from(!erreicht(raster as u64))
        } else {
            zehntel.ceil() as u64
        };
        Self(auf.min(Self::ALLES))
    }

    /// Lower bound that is no quotient of counts: down.
    #[must_use]
    pub fn abgerundet_f64(rate: f64) -> Self {
        Self((rate.clamp(0.0, 1.0) * 1000.0 + RAUSCHEN).floor() as u64)
    }

    /// The percentage as a number, as `iksctl rechne` prints it: 134 becomes 13.4.
    #[must_use]
    pub fn als_prozent(self) -> f64 {
        self.0 as f64 / 10.0
    }

    pub(super) fn als_rate(self) -> Dezimal {
        Dezimal::from(self.0).durch_zehn_hoch(3)
    }

    fn ganz(zehntel: u128) -> Self {
        Self(u64::try_from(zehntel).unwrap_or(u64::MAX))
    }
}

impl fmt::Display for Zehntelprozent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}\u{a0}%", self.0 / 10, self.0 % 10)
    }
}

/// Point estimate as text: 8 of 100 is "8,0 %". `von` must not be 0.
#[must_use]
pub fn prozent(anzahl: u64, von: u64) -> String {
    Zehntelprozent::gerundet(anzahl, von).to_string()
}

/// A given rate as text, with as many places as it has: 0.95 is "95 %", 0.975 is "97,5 %".
#[must_use]
pub fn prozent_dezimal(rate: &Dezimal) -> String {
    format!("{}\u{a0}%", rate.mal(100).to_string().replace('.', ","))
}

/// A count with dots between thousands.
#[must_use]
pub fn zahl(anzahl: u64) -> String {
    let ziffern = anzahl.to_string();
    let mut text = String::with_capacity(ziffern.len() + ziffern.len() / 3);
    for (i, ziffer) in ziffern.chars().enumerate() {
        if i > 0 && (ziffern.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(ziffer);
    }
    text
}

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
