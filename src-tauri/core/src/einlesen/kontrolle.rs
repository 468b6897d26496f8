//! Reconciling an import with the control total that the source system printed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ergebnis::Importergebnis;
use super::werte::euro_text;
use crate::stichprobe::zahl;

/// What the person read off the source system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Kontrollvorgabe {
    /// Number of units.
    pub anzahl: Option<u64>,
    /// Sum in cents.
    pub summe_cent: Option<i64>,
}

/// One compared figure; amounts in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Abgleichszeile {
    /// As the source system says.
    pub soll: i64,
    /// As taken.
    pub ist: i64,
    /// `ist` less `soll`.
    pub differenz: i64,
}

/// Outcome of the reconciliation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Abgleich {
    /// Numbers, if one was given.
    pub anzahl: Option<Abgleichszeile>,
    /// Sums in cents, if one was given.
    pub summe_cent: Option<Abgleichszeile>,
    /// Whether everything given agrees; `false` also if nothing was given.
    pub stimmt: bool,
    /// German sentences for page and report.
    pub saetze: Vec<String>,
}

/// Compares what was taken with the control total.
pub fn abgleich(ergebnis: &Importergebnis, vorgabe: &Kontrollvorgabe) -> Abgleich {
    let vergleiche = |soll: i64, ist: i64| Abgleichszeile { soll, ist, differenz: ist.saturating_sub(soll) };
    let ganz = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let anzahl = vorgabe.anzahl.map(|soll| vergleiche(ganz(soll), ganz(ergebnis.uebernommen)));
    let summe_cent = vorgabe.summe_cent.map(|soll| vergleiche(soll, ergebnis.summe_cent));
    let mut saetze = Vec::new();
    if let (Some(a), Some(soll)) = (anzahl, vorgabe.anzahl) {
        saetze.push(if a.differenz == 0 {
            format!("Die Anzahl stimmt überein: {}.", zahl(soll))
        } else if soll == ergebnis.gelesen {
            format!(
                "Das Quellsystem nennt {}, übernommen wurden {}. Die Differenz sind die {} abgewiesenen Zeilen.",
                zahl(soll),
                zahl(ergebnis.uebernommen),
                zahl(ergebnis.abgewiesen)
            )
        } else {
            format!(
                "Das Quellsystem nennt {}, übernommen wurden {}. Bitte klären Sie die Differenz von {}.",
                zahl(soll),
                zahl(ergebnis.uebernommen),
                zahl(a.differenz.unsigned_abs())
            )
        });
    }
    if let Some(s) = summe_cent {
        saetze.push(if s.differenz == 0 {
            format!("Die Summe stimmt überein: {}.", euro_text(s.soll))
        } else {
            format!(
                "Das Quellsystem nennt {}, die übernommenen Zeilen ergeben {}. Die Differenz beträgt {}.",
                euro_text(s.soll),
                euro_text(s.ist),
                euro_text(s.differenz)
            )
        });
    }
    if saetze.is_empty() {
        saetze.push("Es wurde keine Kontrollsumme angegeben. Die Vollständigkeit der Liste ist damit nicht abgeglichen.".to_owned());
    }
    let gleich = |z: Option<Abgleichszeile>| z.is_none_or(|z| z.differenz == 0);
    let stimmt = (anzahl.is_some() || summe_cent.is_some()) && gleich(anzahl) && gleich(summe_cent);
    Abgleich { anzahl, summe_cent, stimmt, saetze }
}
