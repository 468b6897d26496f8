//! Planned double sampling: a second stage that was agreed before the first one was drawn.

use num_bigint::BigUint;

use super::alpha::Alpha;
use super::binomial;
use super::bruch::Bruch;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::grenze::Modell;
use super::planung::{HOECHSTENS, erstes};
use super::spezial::{gamma, ln_binomial, ln_poisson};

/// Longest number, in bits, that is formed for a tie.
const HOECHSTE_BITS: f64 = 1e6;
/// Most work: outcomes of the first stage times the length of a tail of the second.
const HOECHSTARBEIT: f64 = 1e9;

/// A rule of two stages: accept with at most `annahme1` errors among `n1`, reject from `ablehnung1` on; in
/// between draw `n2` more and accept with at most `annahme_gesamt` errors in both stages together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZweistufigerPlan {
    /// Cases of the first stage.
    pub n1: u64,
    /// Errors up to which the first stage suffices.
    pub annahme1: u64,
    /// Errors from which the first stage ends it.
    pub ablehnung1: u64,
    /// Cases of the second stage.
    pub n2: u64,
    /// Errors allowed in both stages together.
    pub annahme_gesamt: u64,
}

/// Smallest n per stage for the rule "accept at 0 errors; at exactly 1 draw as many again and accept if those
/// hold none" (Touw and Hoogduin 2011): P0 + P1·P0 ≤ α at the tolerable rate. That sum falls with n.
///
/// # Errors
/// `invalid_confidence`, `invalid_rate`; `infeasible` with the hypergeometric model, whose second stage has
/// no simple form, and above 10^12 cases.
pub fn two_stage_plan(
    modell: Modell,
    konfidenz: &Dezimal,
    tolerable: &Dezimal,
) -> Result<u64, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    eingabe::echter_anteil(tolerable)?;
    let alpha = Alpha::aus_konfidenz(konfidenz);
    let rate = Bruch::from(tolerable);
    let stufe = Stufe::neu(modell, &rate)?;
    erstes(1, HOECHSTENS, |n| {
        let keiner = stufe.punkt(n, 0);
        alpha.deckt(keiner + stufe.punkt(n, 1) * keiner, |a| match modell {
            Modell::Binomial => ganzzahlig_gedeckt(n, &rate, a),
            _ => None,
        })
    })
    .ok_or(StichprobeFehler::Infeasible)
}

/// Is q^n + n p q^(2n-1) ≤ α, in whole numbers? `None` if that would take too long.
fn ganzzahlig_gedeckt(n: u64, rate: &Bruch, alpha: &Alpha) -> Option<bool> {
    let (fehler, alle) = rate.betrag();
    if 2.0 * n as f64 * alle.bits() as f64 > HOECHSTE_BITS {
        return None;
    }
    let (gut, hoch) = (alle - fehler, u32::try_from(n).ok()?);
    let annahme: BigUint = gut.pow(hoch) * alle.pow(hoch) + gut.pow(2 * hoch - 1) * fehler * n;
    Some(alpha.deckt_bruch(&annahme, &alle.pow(2 * hoch)))
}

/// Probability that a two-stage plan accepts at a true rate, so that both risks of a rule can be shown:
/// P(X1 ≤ c1) + Σ P(X1 = x)·P(X2 ≤ c - x) over the outcomes that lead to the second stage.
///
/// # Errors
/// `invalid_rate` (below 0 or above 1), `empty_sample`, `invalid_count` unless the first stage rejects later
/// than it accepts; `infeasible` with the hypergeometric model and for counts that would take minutes.
pub fn two_stage_acceptance(
    modell: Modell,
    plan: &ZweistufigerPlan,
    wahre_rate: &Dezimal,
) -> Result<f64, StichprobeFehler> {
    if wahre_rate.ist_negativ() || *wahre_rate > Dezimal::from(1) {
        return Err(StichprobeFehler::InvalidRate);
    }
    if plan.n1 == 0 || plan.n2 == 0 {
        return Err(StichprobeFehler::EmptySample);
    }
    if plan.ablehnung1 <= plan.annahme1 {
        return Err(StichprobeFehler::InvalidCount);
    }
    let stufe = Stufe::neu(modell, &Bruch::from(wahre_rate))?;
    let bis = stufe.groesstes(plan.n1).min(plan.annahme_gesamt).min(plan.ablehnung1 - 1);
    let laenge = (plan.n1.max(plan.n2) as f64).sqrt();
    if bis.saturating_sub(plan.annahme1) as f64 * laenge > HOECHSTARBEIT {
        return Err(StichprobeFehler::Infeasible);
    }
    let zweite: f64 = (plan.annahme1.saturating_add(1)..=bis)
        .map(|x| stufe.punkt(plan.n1, x) * stufe.unten(plan.n2, plan.annahme_gesamt - x))
        .sum();
    Ok((stufe.unten(plan.n1, plan.annahme1) + zweite).min(1.0))
}

/// Errors in one stage at a fixed rate.
struct Stufe {
    poisson: bool,
    p: f64,
    q: f64,
}

impl Stufe {
    fn neu(modell: Modell, rate: &Bruch) -> Result<Self, StichprobeFehler> {
        let poisson = match modell {
            Modell::Binomial => false,
            Modell::Poisson => true,
            Modell::Hypergeometric { .. } => return Err(StichprobeFehler::Infeasible),
        };
        Ok(Self { poisson, p: rate.als_f64(), q: rate.gegenteil().als_f64() })
    }

    fn groesstes(&self, n: u64) -> u64 {
        if self.poisson { u64::MAX } else { n }
    }

    /// P(X = x).
    fn punkt(&self, n: u64, x: u64) -> f64 {
        if x > self.groesstes(n) {
            return 0.0;
        }
        if !self.poisson {
            return ln_binomial(x as f64, n as f64, self.p, self.q).exp();
        }
        let mittel = n as f64 * self.p;
        match x {
            0 => (-mittel).exp(),
            _ if mittel <= 0.0 => 0.0,
            _ => ln_poisson(x as f64, mittel).exp(),
        }
    }

    /// P(X ≤ x).
    fn unten(&self, n: u64, x: u64) -> f64 {
        if self.poisson {
            gamma(x as f64 + 1.0, n as f64 * self.p).1
        } else if self.p <= 0.0 || x >= n {
            1.0
        } else if self.q <= 0.0 {
            0.0
        } else {
            binomial::unten(n, self.p, self.q, x)
        }
    }
}
