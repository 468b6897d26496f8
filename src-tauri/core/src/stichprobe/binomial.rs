//! The binomial distribution: errors among n cases from a very large population.

use num_bigint::BigUint;
use num_traits::Zero;

use super::alpha::Alpha;
use super::bruch::Bruch;
use super::spezial::ln_binomial;

/// Longest whole-number work for a tie: terms times bits.
const HOECHSTARBEIT: f64 = 2e9;
/// Terms below this share of the sum no longer count.
const GENAU: f64 = 1e-18;

/// P(X ≤ x) for n cases with error rate p = 1 - q. The tail on x's side of the mean is summed from its large
/// end, which stays exact where p is tiny and n in the billions.
pub(super) fn unten(n: u64, p: f64, q: f64, x: u64) -> f64 {
    if x >= n {
        return 1.0;
    }
    let punkt = |i: u64| ln_binomial(i as f64, n as f64, p, q).exp();
    let (mut summe, mut glied) = (1.0, 1.0);
    if (x as f64) < n as f64 * p {
        let mut i = x;
        while i > 0 && glied > summe * GENAU {
            glied *= i as f64 * q / ((n - i + 1) as f64 * p);
            summe += glied;
            i -= 1;
        }
        (punkt(x) * summe).min(1.0)
    } else {
        let mut i = x + 1;
        while i < n && glied > summe * GENAU {
            glied *= (n - i) as f64 * p / ((i + 1) as f64 * q);
            summe += glied;
            i += 1;
        }
        (1.0 - punkt(x + 1) * summe).max(0.0)
    }
}

/// Is P(X ≤ x | rate) ≤ α? Exact at a tie. The rate must lie in [0, 1].
pub(super) fn unten_gedeckt(n: u64, rate: &Bruch, x: u64, alpha: &Alpha) -> bool {
    alpha.deckt(unten(n, rate.als_f64(), rate.gegenteil().als_f64(), x), |a| {
        let (summe, alle) = ganzzahlig(n, rate, x)?;
        Some(a.deckt_bruch(&summe, &alle))
    })
}

/// Σ_{i≤x} C(n,i) z^i (d-z)^(n-i) and d^n for the rate z/d; `None` if that would take too long.
fn ganzzahlig(n: u64, rate: &Bruch, x: u64) -> Option<(BigUint, BigUint)> {
    let (zaehler, nenner) = rate.betrag();
    if zaehler >= nenner {
        return None;
    }
    if n as f64 * nenner.bits() as f64 * (x as f64 + 8.0) > HOECHSTARBEIT {
        return None;
    }
    let hoch = u32::try_from(n).ok()?;
    let gegen = nenner - zaehler;
    let mut glied = gegen.pow(hoch);
    let mut summe = BigUint::zero();
    for i in 0..=x.min(n) {
        summe += &glied;
        glied = glied * (n - i) / (i + 1) * zaehler / &gegen;
    }
    Some((summe, nenner.pow(hoch)))
}
