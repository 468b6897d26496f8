//! Special functions behind the bounds, checked to 12 digits also for large counts (docs/adr/0004).
//!
//! Differences of log-gammas lose digits once N reaches 10^6. The probabilities are therefore built from
//! the saddle-point expansion of C. Loader, "Fast and Accurate Computation of Binomial Probabilities"
//! (2000): Stirling's error and the deviance instead of log-gammas. The incomplete beta and gamma
//! functions use the continued fractions of DLMF 8.17.22 and 8.9.2 by the modified Lentz method
//! (Thompson and Barnett 1986), and the series DLMF 8.7.1.

use statrs::function::{erf::erfc_inv, gamma::ln_gamma};

const LN_WURZEL_2PI: f64 = 0.918_938_533_204_672_8;
const WINZIG: f64 = 1e-300;
const GENAU: f64 = 1e-16;

/// Stirling's error: ln Γ(x+1) - (x+½) ln x + x - ½ ln 2π, for x > 0.
fn stirling_rest(x: f64) -> f64 {
    if x < 16.0 {
        return ln_gamma(x + 1.0) - (x + 0.5) * x.ln() + x - LN_WURZEL_2PI;
    }
    let q = 1.0 / (x * x);
    (1.0 / 12.0
        - (1.0 / 360.0
            - (1.0 / 1260.0 - (1.0 / 1680.0 - (1.0 / 1188.0 - 691.0 / 360_360.0 * q) * q) * q) * q)
            * q)
        / x
}

/// Deviance x ln(x/m) + m - x without cancellation near x = m (Loader 2000, section 3). `d` is x - m, which
/// the caller may know to more digits.
fn devianz(x: f64, m: f64, d: f64) -> f64 {
    if d.abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() - d;
    }
    let v = d / (x + m);
    let (v2, mut summe, mut glied, mut j) = (v * v, d * v, 2.0 * x * v, 1.0);
    loop {
        glied *= v2;
        j += 2.0;
        let neu = summe + glied / j;
        if neu == summe {
            return neu;
        }
        summe = neu;
    }
}

/// ln of Γ(n+1)/(Γ(x+1)Γ(n-x+1)) p^x q^(n-x), for real 0 ≤ x ≤ n; `q` is 1-p, passed to keep its digits.
pub(super) fn ln_binomial(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let rest = n - x;
    let ln = |a: f64, b: f64| if b < 0.1 { (-b).ln_1p() } else { a.ln() };
    if n <= 0.0 {
        return 0.0;
    }
    if x <= 0.0 {
        return if q > 0.0 { n * ln(q, p) } else { f64::NEG_INFINITY };
    }
    if rest <= 0.0 {
        return if p > 0.0 { n * ln(p, q) } else { f64::NEG_INFINITY };
    }
    if p <= 0.0 || q <= 0.0 {
        return f64::NEG_INFINITY;
    }
    // x - np = nq - rest; the smaller of the two products is the exacter one.
    let d = if p < q { x - n * p } else { n * q - rest };
    stirling_rest(n)
        - stirling_rest(x)
        - stirling_rest(rest)
        - devianz(x, n * p, d)
        - devianz(rest, n * q, -d)
        + 0.5 * (n / x / rest).ln()
        - LN_WURZEL_2PI
}

/// ln of m^x e^-m / Γ(x+1), for real x ≥ 0 and m > 0.
pub(super) fn ln_poisson(x: f64, m: f64) -> f64 {
    if x <= 0.0 { -m } else { -stirling_rest(x) - devianz(x, m, x - m) - 0.5 * x.ln() - LN_WURZEL_2PI }
}

/// Regularised incomplete beta: (I_x(a,b), 1 - I_x(a,b)), both without cancellation. a, b > 0.
fn beta(x: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x >= 1.0 {
        return (1.0, 0.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        let oben = beta_bruch(1.0 - x, x, b, a);
        (1.0 - oben, oben)
    } else {
        let unten = beta_bruch(x, 1.0 - x, a, b);
        (unten, 1.0 - unten)
    }
}

/// The continued fraction DLMF 8.17.22, for x below the mean.
fn beta_bruch(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let vorfaktor = (ln_binomial(a, a + b, x, y)).exp() * b / (a + b);
    let mut c = 1.0;
    let mut d = 1.0 / nicht_null(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    let mut m = 1.0;
    // The number of steps grows with the square root of a and b; the cap is never reached for real samples.
    while m < 1e7 {
        let gerade = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / nicht_null(1.0 + gerade * d);
        c = nicht_null(1.0 + gerade / c);
        h *= d * c;
        let ungerade = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / nicht_null(1.0 + ungerade * d);
        c = nicht_null(1.0 + ungerade / c);
        h *= d * c;
        if (d * c - 1.0).abs() < GENAU {
            break;
        }
        m += 1.0;
    }
    vorfaktor * h
}

fn nicht_null(x: f64) -> f64 {
    if x.abs() < WINZIG { WINZIG } else { x }
}

/// Regularised incomplete gamma (P(a,x), Q(a,x)), for a > 0; with a = k+1, Q is P(Poisson(x) ≤ k).
pub(super) fn gamma(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let vorfaktor = ln_poisson(a, x).exp();
    if x < a + 1.0 {
        let (mut glied, mut summe, mut j) = (1.0, 1.0, a);
        while glied > summe * GENAU {
            j += 1.0;
            glied *= x / j;
            summe += glied;
        }
        return (vorfaktor * summe, 1.0 - vorfaktor * summe);
    }
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / WINZIG;
    let mut d = 1.0 / nicht_null(b);
    let mut h = d;
    let mut j = 1.0;
    while j < 1e7 {
        let an = -j * (j - a);
        b += 2.0;
        d = 1.0 / nicht_null(an * d + b);
        c = nicht_null(b + an / c);
        h *= d * c;
        if (d * c - 1.0).abs() < GENAU {
            break;
        }
        j += 1.0;
    }
    (1.0 - vorfaktor * a * h, vorfaktor * a * h)
}

/// The x with 1 - I_x(a,b) = `oben` (upper quantile), 0 < `oben` < 1.
pub(super) fn beta_quantil_oben(oben: f64, a: f64, b: f64) -> f64 {
    wurzel(0.0, 1.0, |x| beta(x, a, b).1 > oben)
}

/// The x with I_x(a,b) = `unten` (lower quantile), 0 < `unten` < 1.
pub(super) fn beta_quantil_unten(unten: f64, a: f64, b: f64) -> f64 {
    wurzel(0.0, 1.0, |x| beta(x, a, b).0 < unten)
}

/// The x with Q(a, x) = `oben`: the upper quantile of the gamma distribution of shape a.
pub(super) fn gamma_quantil_oben(oben: f64, a: f64) -> f64 {
    let mut rechts = a + 1.0;
    while gamma(a, rechts).1 > oben {
        rechts *= 2.0;
    }
    wurzel(0.0, rechts, |x| gamma(a, x).1 > oben)
}

/// The x with P(a, x) = `unten`: the lower quantile of the gamma distribution of shape a.
pub(super) fn gamma_quantil_unten(unten: f64, a: f64) -> f64 {
    let mut rechts = a + 1.0;
    while gamma(a, rechts).0 < unten {
        rechts *= 2.0;
    }
    wurzel(0.0, rechts, |x| gamma(a, x).0 < unten)
}

/// Bisection down to neighbouring floats: `links_davon` holds left of the root.
fn wurzel(mut links: f64, mut rechts: f64, links_davon: impl Fn(f64) -> bool) -> f64 {
    loop {
        let mitte = links + (rechts - links) / 2.0;
        if mitte <= links || mitte >= rechts || rechts - links < rechts * 4.0 * f64::EPSILON {
            return mitte;
        }
        if links_davon(mitte) {
            links = mitte;
        } else {
            rechts = mitte;
        }
    }
}

/// The standard normal z that is exceeded with probability `oben`.
pub(super) fn normal_quantil_oben(oben: f64) -> f64 {
    std::f64::consts::SQRT_2 * erfc_inv(2.0 * oben)
}

/// The t of Student's distribution with `freiheit` degrees of freedom that is exceeded with probability
/// `oben`. t²/(f + t²) is beta distributed with ½ and f/2; the smaller of that share and its complement is
/// the one looked for, so that neither small nor large t lose digits.
pub(super) fn student_quantil_oben(oben: f64, freiheit: f64) -> f64 {
    if oben > 0.5 {
        return -student_quantil_oben(1.0 - oben, freiheit);
    }
    let beide = 2.0 * oben;
    let anteil = beta_quantil_oben(beide, 0.5, freiheit / 2.0);
    if anteil < 0.5 {
        return (freiheit * anteil / (1.0 - anteil)).sqrt();
    }
    let rest = beta_quantil_unten(beide, freiheit / 2.0, 0.5);
    (freiheit * (1.0 - rest) / rest).sqrt()
}
