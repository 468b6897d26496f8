//! The checks that all functions share, in the order in which failures are reported.

use super::dezimal::Dezimal;
use super::fehler::StichprobeFehler;

/// Confidence strictly between 0 and 1.
pub(super) fn konfidenz(wert: &Dezimal) -> Result<(), StichprobeFehler> {
    if wert.ist_echter_anteil() { Ok(()) } else { Err(StichprobeFehler::InvalidConfidence) }
}

/// Tolerable rate (or any rate that must lie strictly between 0 and 1).
pub(super) fn echter_anteil(wert: &Dezimal) -> Result<(), StichprobeFehler> {
    if wert.ist_echter_anteil() { Ok(()) } else { Err(StichprobeFehler::InvalidRate) }
}

/// Largest count that is calculated with. No register and no sum in cents comes near it, and tails of
/// larger populations would be summed over more terms than anyone waits for.
pub(super) const HOECHSTENS: u64 = 1_000_000_000_000;

/// A population of at least one.
pub(super) fn grundgesamtheit(anzahl: u64) -> Result<(), StichprobeFehler> {
    match anzahl {
        0 => Err(StichprobeFehler::EmptyPopulation),
        1..=HOECHSTENS => Ok(()),
        _ => Err(StichprobeFehler::InvalidCount),
    }
}

/// Sample and errors against each other and, where there is one, against the population.
pub(super) fn stichprobe(population: Option<u64>, n: u64, k: u64) -> Result<(), StichprobeFehler> {
    if let Some(anzahl) = population {
        grundgesamtheit(anzahl)?;
    }
    match n {
        0 => return Err(StichprobeFehler::EmptySample),
        1..=HOECHSTENS => {}
        _ => return Err(StichprobeFehler::InvalidCount),
    }
    if let Some(grundgesamtheit) = population.filter(|&anzahl| n > anzahl) {
        return Err(StichprobeFehler::NExceedsPopulation { n, grundgesamtheit });
    }
    if k > n {
        return Err(StichprobeFehler::KExceedsN { k, n });
    }
    Ok(())
}
