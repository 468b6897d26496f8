//! The hypergeometric distribution: errors among n cases drawn without replacement.

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::alpha::Alpha;
use super::spezial::ln_binomial;

/// Longest whole-number work for a tie: terms times bits. Far above every real sample.
const HOECHSTARBEIT: f64 = 2e9;

/// X ~ Hyp(N, K, n): N cases, K of them erroneous, n drawn. K ≤ N and n ≤ N.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hypergeometrisch {
    pub(super) gesamt: u64,
    pub(super) fehlerhaft: u64,
    pub(super) n: u64,
}

impl Hypergeometrisch {
    fn kleinstes(&self) -> u64 {
        (self.n + self.fehlerhaft).saturating_sub(self.gesamt)
    }

    fn groesstes(&self) -> u64 {
        self.n.min(self.fehlerhaft)
    }

    /// P(X = x), as a product of three binomials (Loader 2000, section 5), so that large N lose no digits.
    pub(super) fn punkt(&self, x: u64) -> f64 {
        if x < self.kleinstes() || x > self.groesstes() {
            return 0.0;
        }
        let (gesamt, fehlerhaft, n, x) =
            (self.gesamt as f64, self.fehlerhaft as f64, self.n as f64, x as f64);
        let p = n / gesamt;
        let q = (self.gesamt - self.n) as f64 / gesamt;
        if q <= 0.0 {
            return 1.0;
        }
        (ln_binomial(x, fehlerhaft, p, q) + ln_binomial(n - x, gesamt - fehlerhaft, p, q)
            - ln_binomial(n, gesamt, p, q))
        .exp()
    }

    /// (P(X ≤ x), P(X > x)). The smaller tail is summed from its large end, the other is its complement.
    pub(super) fn schwaenze(&self, x: u64) -> (f64, f64) {
        if x < self.kleinstes() {
            return (0.0, 1.0);
        }
        if x >= self.groesstes() {
            return (1.0, 0.0);
        }
        if (x as f64) * (self.gesamt as f64) < (self.n as f64) * (self.fehlerhaft as f64) {
            let unten = self.punkt(x) * self.summe_abwaerts(x);
            (unten.min(1.0), (1.0 - unten).max(0.0))
        } else {
            let oben = self.punkt(x + 1) * self.summe_aufwaerts(x + 1);
            ((1.0 - oben).max(0.0), oben.min(1.0))
        }
    }

    /// Σ P(X = i)/P(X = x) for i ≤ x.
    fn summe_abwaerts(&self, x: u64) -> f64 {
        let gut = self.gesamt - self.fehlerhaft;
        let (mut summe, mut glied, mut i) = (1.0, 1.0, x);
        while i > self.kleinstes() && glied > summe * 1e-18 {
            glied *= i as f64 * (gut + i - self.n) as f64
                / ((self.fehlerhaft - i + 1) as f64 * (self.n - i + 1) as f64);
            summe += glied;
            i -= 1;
        }
        summe
    }

    /// Σ P(X = i)/P(X = x) for i ≥ x.
    fn summe_aufwaerts(&self, x: u64) -> f64 {
        let gut = self.gesamt - self.fehlerhaft;
        let (mut summe, mut glied, mut i) = (1.0, 1.0, x);
        while i < self.groesstes() && glied > summe * 1e-18 {
            glied *= (self.fehlerhaft - i) as f64 * (self.n - i) as f64
                / ((i + 1) as f64 * (gut + i + 1 - self.n) as f64);
            summe += glied;
            i += 1;
        }
        summe
    }

    /// Is P(X ≤ x) ≤ α? Exact at a tie.
    pub(super) fn unten_gedeckt(&self, x: u64, alpha: &Alpha) -> bool {
        alpha.deckt(self.schwaenze(x).0, |a| {
            let (summe, alle) = self.ganzzahlig(self.kleinstes(), x.min(self.groesstes()))?;
            Some(a.deckt_bruch(&summe, &alle))
        })
    }

    /// Is P(X ≥ x) ≤ α? Exact at a tie.
    pub(super) fn oben_gedeckt(&self, x: u64, alpha: &Alpha) -> bool {
        let p = if x == 0 { 1.0 } else { self.schwaenze(x - 1).1 };
        alpha.deckt(p, |a| {
            let (summe, alle) = self.ganzzahlig(x.max(self.kleinstes()), self.groesstes())?;
            Some(a.deckt_bruch(&summe, &alle))
        })
    }

    /// Σ C(K,i) C(N-K,n-i) over `von..=bis` and C(N,n), in whole numbers; `None` if that would take too long.
    fn ganzzahlig(&self, von: u64, bis: u64) -> Option<(BigUint, BigUint)> {
        if von > bis {
            return Some((BigUint::zero(), BigUint::one()));
        }
        let bits = self.n.min(self.gesamt - self.n) as f64 * (self.gesamt as f64).log2();
        let schritte = bis as f64 - von as f64 + 4.0 * self.n.min(self.gesamt - self.n) as f64;
        if bits * schritte > HOECHSTARBEIT {
            return None;
        }
        let gut = self.gesamt - self.fehlerhaft;
        let mut glied = auswahlen(self.fehlerhaft, von) * auswahlen(gut, self.n - von);
        let mut summe = glied.clone();
        for i in von..bis {
            glied = glied * (self.fehlerhaft - i) * (self.n - i) / (i + 1) / (gut + i + 1 - self.n);
            summe += &glied;
        }
        Some((summe, auswahlen(self.gesamt, self.n)))
    }
}

/// The binomial coefficient, exactly.
pub(super) fn auswahlen(n: u64, k: u64) -> BigUint {
    if k > n {
        return BigUint::zero();
    }
    let k = k.min(n - k);
    (0..k).fold(BigUint::one(), |produkt, i| produkt * (n - i) / (i + 1))
}
