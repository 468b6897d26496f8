//! Do two teams differ? Fisher's exact test, for few errors.

use super::fehler::StichprobeFehler;
use super::hypergeometrisch::Hypergeometrisch;
use super::{binomial, eingabe};

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

/// Level below which a decrease counts as shown.
pub const FISHER_NIVEAU: f64 = 0.05;
/// Probability with which a planned check shall show a decrease that is there.
pub const FISHER_TRENNSCHAERFE: f64 = 0.8;

/// Smallest later sample whose test against `k1` of `n1` would fall below [`FISHER_NIVEAU`] if it held no error
/// at all; `None` beyond `hoechstens`, and where the first sample held none.
///
/// # Errors
/// As [`fisher`].
pub fn umfang_ohne_fehler(n1: u64, k1: u64, hoechstens: u64) -> Result<Option<u64>, StichprobeFehler> {
    eingabe::stichprobe(None, n1, k1)?;
    let reicht = |n: u64| Ok(fisher(n1, k1, n, 0)?.erste_schlechter < FISHER_NIVEAU);
    if k1 == 0 || hoechstens == 0 || !reicht(hoechstens)? {
        return Ok(None);
    }
    // A larger sample without an error is never weaker evidence, so halving finds the smallest.
    let (mut zu_klein, mut genug) = (0, hoechstens);
    while genug - zu_klein > 1 {
        let mitte = zu_klein + (genug - zu_klein) / 2;
        if reicht(mitte)? {
            genug = mitte;
        } else {
            zu_klein = mitte;
        }
    }
    Ok(Some(genug))
}

/// Smallest later sample that shows, with a probability of at least [`FISHER_TRENNSCHAERFE`], that half of the
/// first rate is less than the first rate; errors taken as binomial. `None` beyond `hoechstens`.
///
/// # Errors
/// As [`fisher`].
pub fn umfang_bei_halber_rate(n1: u64, k1: u64, hoechstens: u64) -> Result<Option<u64>, StichprobeFehler> {
    eingabe::stichprobe(None, n1, k1)?;
    if k1 == 0 {
        return Ok(None);
    }
    let rate = k1 as f64 / (2.0 * n1 as f64);
    // Errors that a sample of n may hold and still be significant: grows with n, so it is carried along.
    let mut erlaubt: Option<u64> = None;
    for n in 1..=hoechstens {
        loop {
            let naechste = erlaubt.map_or(0, |c| c + 1);
            if naechste > n || fisher(n1, k1, n, naechste)?.erste_schlechter >= FISHER_NIVEAU {
                break;
            }
            erlaubt = Some(naechste);
        }
        if erlaubt.is_some_and(|c| binomial::unten(n, rate, 1.0 - rate, c) >= FISHER_TRENNSCHAERFE) {
            return Ok(Some(n));
        }
    }
    Ok(None)
}
