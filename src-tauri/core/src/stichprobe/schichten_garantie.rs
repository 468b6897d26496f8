//! Bounds over strata that keep the promised confidence. The verdict rests on these.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use num_bigint::BigUint;
use num_traits::One;

use super::alpha::Alpha;
use super::dezimal::Dezimal;
use super::fehler::StichprobeFehler;
use super::grenze::{hoechstens, mindestens};
use super::schichten::{Schicht, pruefe};

/// Longest product that is formed in whole numbers for a tie.
const HOECHSTE_FAKTOREN: u64 = 20_000;

/// A bound as a number of erroneous cases out of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anzahlgrenze {
    /// Erroneous cases.
    pub anzahl: u64,
    /// N over all strata.
    pub gesamt: u64,
}

impl Anzahlgrenze {
    /// The bound as a fraction of all cases.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.anzahl as f64 / self.gesamt as f64
    }
}

/// The next error a stratum could hide, with the factor (N-n-K)/(N-K) it costs in probability.
struct Naechster {
    schicht: Schicht,
    versteckt: u64,
}

impl Naechster {
    fn faktor(&self) -> (u64, u64) {
        let offen = self.schicht.grundgesamtheit - self.versteckt;
        (offen - self.schicht.n, offen)
    }
}

impl Ord for Naechster {
    fn cmp(&self, andere: &Self) -> Ordering {
        let ((a, b), (c, d)) = (self.faktor(), andere.faktor());
        (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b)))
    }
}
impl PartialOrd for Naechster {
    fn partial_cmp(&self, andere: &Self) -> Option<Ordering> {
        Some(self.cmp(andere))
    }
}
impl PartialEq for Naechster {
    fn eq(&self, andere: &Self) -> bool {
        self.cmp(andere) == Ordering::Equal
    }
}
impl Eq for Naechster {}

/// No error found: the largest ΣK_h with Π P(X_h = 0 | K_h) > α, over all placements of the errors.
/// The cost of each further error in a stratum grows, so always taking the cheapest one is optimal.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `stratum_without_sample`, `n_exceeds_population`,
/// `k_exceeds_n`; `infeasible` if an error was found.
pub fn stratified_zero_error_upper(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
) -> Result<Anzahlgrenze, StichprobeFehler> {
    let gesamt = pruefe(schichten, konfidenz)?;
    if schichten.iter().any(|s| s.k > 0) {
        return Err(StichprobeFehler::Infeasible);
    }
    let alpha = Alpha::aus_konfidenz(konfidenz);
    let mut offen: BinaryHeap<_> =
        schichten.iter().filter(|s| s.n > 0).map(|&schicht| Naechster { schicht, versteckt: 0 }).collect();
    let (mut anzahl, mut ln_p) = (0, 0.0);
    while let Some(mut naechster) = offen.pop() {
        let (uebrig, von) = naechster.faktor();
        if uebrig == 0 {
            break;
        }
        ln_p += (-(naechster.schicht.n as f64) / von as f64).ln_1p();
        naechster.versteckt += 1;
        offen.push(naechster);
        if alpha.deckt(f64::exp(ln_p), |a| ganzzahlig_gedeckt(&offen, a)) {
            break;
        }
        anzahl += 1;
    }
    Ok(Anzahlgrenze { anzahl, gesamt })
}

/// Is Π C(N_h-K_h, n_h)/C(N_h, n_h) ≤ α, in whole numbers? `None` if that would take too long.
fn ganzzahlig_gedeckt(stand: &BinaryHeap<Naechster>, alpha: &Alpha) -> Option<bool> {
    // Each quotient has a short form with K_h factors and one with n_h factors; the shorter one serves.
    if stand.iter().map(|s| s.versteckt.min(s.schicht.n)).sum::<u64>() > HOECHSTE_FAKTOREN {
        return None;
    }
    let (mut zaehler, mut nenner) = (BigUint::one(), BigUint::one());
    for s in stand {
        let (kurz, lang) = (s.versteckt.min(s.schicht.n), s.versteckt.max(s.schicht.n));
        for j in 0..kurz {
            zaehler *= (s.schicht.grundgesamtheit - lang) - j;
            nenner *= s.schicht.grundgesamtheit - j;
        }
    }
    Some(alpha.deckt_bruch(&zaehler, &nenner))
}

/// Guaranteed upper bound: the sum of each stratum's exact bound at 1-α/L (Bonferroni over the L strata
/// with 0 < n_h < N_h; a full count adds its own k_h). Without any error the smaller exact worst case.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `stratum_without_sample`, `n_exceeds_population`, `k_exceeds_n`.
pub fn stratified_guaranteed_upper(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
) -> Result<Anzahlgrenze, StichprobeFehler> {
    if schichten.iter().all(|s| s.k == 0) {
        return stratified_zero_error_upper(schichten, konfidenz);
    }
    let grenze = summe(schichten, konfidenz, hoechstens)?;
    Ok(Anzahlgrenze { anzahl: grenze.anzahl.min(grenze.gesamt), ..grenze })
}

/// The addends of [`stratified_guaranteed_upper`] where an error was found, one a stratum, so that the sum can
/// be followed. A stratum without cases adds 0.
///
/// # Errors
/// As [`stratified_guaranteed_upper`].
pub fn stratified_guaranteed_upper_parts(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
) -> Result<Vec<u64>, StichprobeFehler> {
    pruefe(schichten, konfidenz)?;
    Ok(summanden(schichten, konfidenz, hoechstens))
}

/// Guaranteed lower bound, the mirror image of [`stratified_guaranteed_upper`]; "verfehlt" rests on it.
///
/// # Errors
/// As [`stratified_guaranteed_upper`].
pub fn stratified_guaranteed_lower(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
) -> Result<Anzahlgrenze, StichprobeFehler> {
    summe(schichten, konfidenz, mindestens)
}

fn summe(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
    grenze: fn(u64, u64, u64, &Alpha) -> u64,
) -> Result<Anzahlgrenze, StichprobeFehler> {
    let gesamt = pruefe(schichten, konfidenz)?;
    Ok(Anzahlgrenze { anzahl: summanden(schichten, konfidenz, grenze).iter().sum(), gesamt })
}

/// Inputs are checked.
fn summanden(
    schichten: &[Schicht],
    konfidenz: &Dezimal,
    grenze: fn(u64, u64, u64, &Alpha) -> u64,
) -> Vec<u64> {
    let teile = schichten.iter().filter(|s| s.n > 0 && !s.vollpruefung()).count() as u64;
    let alpha = Alpha::aus_konfidenz(konfidenz).geteilt(teile.max(1));
    schichten
        .iter()
        .map(|s| if s.vollpruefung() { s.k } else { grenze(s.grundgesamtheit, s.n, s.k, &alpha) })
        .collect()
}
