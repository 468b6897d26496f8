//! Do two teams differ? Fisher's exact test, for few errors.

use super::eingabe;
use super::fehler::StichprobeFehler;
use super::hypergeometrisch::Hypergeometrisch;

/// Relative slack for "as likely as": tables that tie exactly differ in the last bits of a float.
const SPIEL: f64 = 1e-7;

/// p-values of Fisher's exact test (Fisher 1935).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FisherTest {
    /// Sum over all tables that are at most as likely as the observed one.
    pub zweiseitig: f64,
    /// P(the first group has as many errors as observed, or more).
    pub erste_schlechter: f64,
    /// P(the first group has as many errors as observed, or fewer).
    pub erste_besser: f64,
}

/// Compares `k1` errors among `n1` cases with `k2` among `n2`, given the total of errors.
///
/// # Errors
/// `empty_sample`, `k_exceeds_n`, `invalid_count` (sums beyond u64).
pub fn fisher(n1: u64, k1: u64, n2: u64, k2: u64) -> Result<FisherTest, StichprobeFehler> {
    eingabe::stichprobe(None, n1, k1)?;
    eingabe::stichprobe(None, n2, k2)?;
    let gesamt = n1.checked_add(n2).ok_or(StichprobeFehler::InvalidCount)?;
    let verteilung = Hypergeometrisch { gesamt, fehlerhaft: k1 + k2, n: n1 };
    let schwelle = verteilung.punkt(k1) * (1.0 + SPIEL);
    let zweiseitig: f64 = (0..=n1.min(k1 + k2)).map(|x| verteilung.punkt(x)).filter(|&p| p <= schwelle).sum();
    let oben = if k1 == 0 { 1.0 } else { verteilung.schwaenze(k1 - 1).1 };
    Ok(FisherTest {
        zweiseitig: zweiseitig.min(1.0),
        erste_schlechter: oben,
        erste_besser: verteilung.schwaenze(k1).0,
    })
}
