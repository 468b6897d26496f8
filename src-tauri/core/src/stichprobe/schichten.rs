//! The error rate over strata: estimate, z interval and Korn-Graubard interval (both approximate).

use num_bigint::BigUint;
use num_traits::{One, ToPrimitive, Zero};

use super::alpha::Alpha;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::grenze::{clopper_pearson_oben, clopper_pearson_unten};
use super::prozent::Zehntelprozent;
use super::spezial::normal_quantil_oben;

/// One stratum: N, n, k. A stratum without cases is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schicht {
    /// N of the stratum.
    pub grundgesamtheit: u64,
    /// n drawn from it.
    pub n: u64,
    /// k erroneous among them.
    pub k: u64,
}

impl Schicht {
    pub(super) fn vollpruefung(&self) -> bool {
        self.n == self.grundgesamtheit
    }
}

/// Estimate over strata with its z interval (Cochran 1977, § 5.10), clipped to 0…1.
#[derive(Clone, Debug, PartialEq)]
pub struct Schichtrate {
    /// Σ W_h k_h/n_h.
    pub rate: f64,
    /// The same, half up, from whole numbers.
    pub angezeigt: Zehntelprozent,
    /// Standard error; 0 with no or only errors, where the interval must not be shown.
    pub se: f64,
    /// Two-sided lower limit.
    pub unten: f64,
    /// Two-sided upper limit.
    pub oben: f64,
    /// One-sided upper limit at the same confidence.
    pub oben_einseitig: f64,
}

/// Korn-Graubard (1998) interval: Clopper-Pearson with the effective sample size p(1-p)/V.
#[derive(Clone, Debug, PartialEq)]
pub struct KornGraubard {
    /// Effective sample size, real, not capped at n.
    pub n_eff: f64,
    /// Two-sided lower limit.
    pub unten: f64,
    /// Two-sided upper limit.
    pub oben: f64,
    /// One-sided upper limit at the same confidence.
    pub oben_einseitig: f64,
}

/// Confidence and strata in the order in which failures are reported; returns N.
pub(super) fn pruefe(schichten: &[Schicht], konfidenz: &Dezimal) -> Result<u64, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    let gesamt = schichten
        .iter()
        .try_fold(0_u64, |summe, s| summe.checked_add(s.grundgesamtheit))
        .ok_or(StichprobeFehler::InvalidCount)?;
    eingabe::grundgesamtheit(gesamt)?;
    if schichten.iter().any(|s| s.grundgesamtheit > 0 && s.n == 0) {
        return Err(StichprobeFehler::StratumWithoutSample);
    }
    if let Some(s) = schichten.iter().find(|s| s.n > s.grundgesamtheit) {
        return Err(StichprobeFehler::NExceedsPopulation { n: s.n, grundgesamtheit: s.grundgesamtheit });
    }
    if let Some(s) = schichten.iter().find(|s| s.k > s.n) {
        return Err(StichprobeFehler::KExceedsN { k: s.k, n: s.n });
    }
    Ok(gesamt)
}

/// Σ N_h k_h/n_h as a fraction over Π n_h: the projected number of errors, exactly.
fn hochgerechnet(schichten: &[Schicht]) -> (BigUint, BigUint) {
    let besetzt = || schichten.iter().filter(|s| s.n > 0);
    let nenner = besetzt().fold(BigUint::one(), |produkt, s| produkt * s.n);
    let zaehler = besetzt().fold(BigUint::zero(), |summe, s| summe + &nenner / s.n * s.grundgesamtheit * s.k);
    (zaehler, nenner)
}

/// Projected rate, half up to a tenth of a percent, from whole numbers. Inputs are checked.
pub(super) fn rate_angezeigt(schichten: &[Schicht], gesamt: u64) -> Zehntelprozent {
    let (zaehler, nenner) = hochgerechnet(schichten);
    let nenner = nenner * gesamt;
    Zehntelprozent(((zaehler * 2000_u32 + &nenner) / (nenner * 2_u32)).to_u64().unwrap_or(1000))
}

/// Estimate and variance V = Σ W_h² (1-n_h/N_h) p_h(1-p_h)/(n_h-1).
fn schaetzung(schichten: &[Schicht], konfidenz: &Dezimal) -> Result<(u64, f64, f64), StichprobeFehler> {
    let gesamt = pruefe(schichten, konfidenz)?;
    if schichten.iter().any(|s| s.n == 1 && !s.vollpruefung()) {
        return Err(StichprobeFehler::StratumVarianceUndefined);
    }
    let (mut rate, mut varianz) = (0.0, 0.0);
    for s in schichten.iter().filter(|s| s.n > 0) {
        let (anzahl, n) = (s.grundgesamtheit as f64, s.n as f64);
        let (gewicht, p) = (anzahl / gesamt as f64, s.k as f64 / n);
        rate += gewicht * p;
        if !s.vollpruefung() {
            varianz += gewicht * gewicht * (1.0 - n / anzahl) * p * (1.0 - p) / (n - 1.0);
        }
    }
    Ok((gesamt, rate, varianz))
}

/// Stratified error rate with its z interval.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `stratum_without_sample`, `n_exceeds_population`,
/// `k_exceeds_n`, `stratum_variance_undefined`.
pub fn stratified_rate(schichten: &[Schicht], konfidenz: &Dezimal) -> Result<Schichtrate, StichprobeFehler> {
    let (gesamt, rate, varianz) = schaetzung(schichten, konfidenz)?;
    let alpha = Alpha::aus_konfidenz(konfidenz);
    let se = varianz.sqrt();
    let breite = normal_quantil_oben(alpha.geteilt(2).wert) * se;
    Ok(Schichtrate {
        rate,
        angezeigt: rate_angezeigt(schichten, gesamt),
        se,
        unten: (rate - breite).clamp(0.0, 1.0),
        oben: (rate + breite).clamp(0.0, 1.0),
        oben_einseitig: (rate + normal_quantil_oben(alpha.wert) * se).clamp(0.0, 1.0),
    })
}

/// Korn-Graubard interval; approximate, the one to display.
///
/// # Errors
/// As [`stratified_rate`]; `infeasible` unless 0 < rate < 1 and V > 0.
pub fn stratified_rate_korn_graubard(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
) -> Result<KornGraubard, StichprobeFehler> {
    let (_, rate, varianz) = schaetzung(schichten, konfidenz)?;
    let gemischt = schichten.iter().any(|s| s.k > 0) && schichten.iter().any(|s| s.k < s.n);
    if !gemischt || varianz <= 0.0 {
        return Err(StichprobeFehler::Infeasible);
    }
    let alpha = Alpha::aus_konfidenz(konfidenz);
    let je_seite = alpha.geteilt(2);
    let n_eff = rate * (1.0 - rate) / varianz;
    let x = rate * n_eff;
    Ok(KornGraubard {
        n_eff,
        unten: clopper_pearson_unten(n_eff, x, &je_seite),
        oben: clopper_pearson_oben(n_eff, x, &je_seite),
        oben_einseitig: clopper_pearson_oben(n_eff, x, &alpha),
    })
}
