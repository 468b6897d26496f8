//! Monetary-unit sampling: every Euro of the book value has the same chance, so large amounts are surely hit.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::alpha::Alpha;
use super::bruch::Bruch;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::grenze::Modell;
use super::planung::{Erlaubt, kleinstes_n};

/// Most hits that are listed; a real plan has a few thousand at most.
pub const HOECHSTE_TREFFER: u64 = 1_000_000;

/// Which distribution a calculation in Euro rests on. The hypergeometric one counts the units of the book
/// value, which therefore must be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Geldmodell {
    /// Hits with replacement; the default.
    Binomial,
    /// The approximation of the AICPA tables.
    Poisson,
    /// Hits without replacement among the units of the book value.
    Hypergeometric,
}

impl Geldmodell {
    /// The model for a book value.
    pub(super) fn modell(self, buchwert: Option<&Dezimal>) -> Result<Modell, StichprobeFehler> {
        Ok(match self {
            Self::Binomial => Modell::Binomial,
            Self::Poisson => Modell::Poisson,
            Self::Hypergeometric => {
                let population = buchwert.ok_or(StichprobeFehler::EmptyPopulation)?.als_anzahl();
                Modell::Hypergeometric { population: population.ok_or(StichprobeFehler::InvalidCount)? }
            }
        })
    }
}

/// Number of hits that shows "misstatement below `tolerable`" if no more than `erwartet` is found. Poisson
/// keeps the fractional expected taint (AICPA Audit Sampling 2017, table C-1); the others allow
/// c = ceil(erwartet / buchwert · n) errors. All three amounts are in one unit.
///
/// # Errors
/// `invalid_confidence`; `invalid_rate` unless 0 < tolerable < book value and 0 ≤ expected;
/// `expected_not_below_tolerable`; `empty_population` for a book value ≤ 0; `invalid_count` for a fractional
/// one with the hypergeometric model; `infeasible` as for a plan of cases.
pub fn mus_plan(
    modell: Geldmodell,
    konfidenz: &Dezimal,
    buchwert: &Dezimal,
    tolerable: &Dezimal,
    erwartet: &Dezimal,
) -> Result<u64, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    let null = Dezimal::from(0);
    let leer = *buchwert <= null;
    if *tolerable <= null || (!leer && tolerable >= buchwert) || erwartet.ist_negativ() {
        return Err(StichprobeFehler::InvalidRate);
    }
    if erwartet >= tolerable {
        return Err(StichprobeFehler::ExpectedNotBelowTolerable);
    }
    let anteil = |betrag| Bruch::quotient(betrag, buchwert).ok_or(StichprobeFehler::EmptyPopulation);
    let (ziel, erwartet) = (anteil(tolerable)?, anteil(erwartet)?);
    if leer {
        return Err(StichprobeFehler::EmptyPopulation);
    }
    let alpha = Alpha::aus_konfidenz(konfidenz);
    kleinstes_n(modell.modell(Some(buchwert))?, &alpha, &ziel, &Erlaubt::Rate(erwartet))
}

/// Fixed-interval selection: the item in which each of `start`, `start + intervall`, … falls, by its place in
/// the list, once for each hit. Item i holds the hits above the sum of the items before it, up to that sum
/// plus its own value, so a value of 0 is never hit and one of at least `intervall` surely is. Exact for
/// amounts with any number of decimals.
///
/// # Errors
/// `empty_population` (no items), `negative_value`, `start_outside_interval` (also for an interval ≤ 0),
/// `infeasible` for more than [`HOECHSTE_TREFFER`] hits.
pub fn mus_fixed_interval(
    werte: &[Dezimal],
    intervall: &Dezimal,
    start: &Dezimal,
) -> Result<Vec<usize>, StichprobeFehler> {
    if werte.is_empty() {
        return Err(StichprobeFehler::EmptyPopulation);
    }
    if werte.iter().any(Dezimal::ist_negativ) {
        return Err(StichprobeFehler::NegativeValue);
    }
    if *start <= Dezimal::from(0) || start > intervall {
        return Err(StichprobeFehler::StartOutsideInterval);
    }
    // All amounts as whole numbers of the smallest unit in use.
    let stellen = werte.iter().chain([intervall, start]).map(Dezimal::stellen).max().unwrap_or(0);
    let (schritt, start) = (intervall.in_einheiten(stellen), start.in_einheiten(stellen));
    let treffer_bis = |summe: &BigInt| {
        let rest = summe - &start;
        if rest.is_negative() { BigInt::zero() } else { rest.div_floor(&schritt) + BigInt::one() }
    };
    let (mut summe, mut bisher) = (BigInt::zero(), BigInt::zero());
    let mut treffer = Vec::new();
    for (platz, wert) in werte.iter().enumerate() {
        summe += wert.in_einheiten(stellen);
        let neu = treffer_bis(&summe);
        let anzahl = (&neu - &bisher)
            .to_usize()
            .filter(|&anzahl| anzahl as u64 <= HOECHSTE_TREFFER - treffer.len() as u64)
            .ok_or(StichprobeFehler::TooManyHits)?;
        treffer.extend(std::iter::repeat_n(platz, anzahl));
        bisher = neu;
    }
    Ok(treffer)
}
