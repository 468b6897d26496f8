//! Numbers from a seed and a counter, for the start of a monetary-unit selection.
//!
//! x_i = SHA-256(seed ‖ "," ‖ i) as a whole number (R. L. Rivest's `sampler.py`, 2011; P. B. Stark's page
//! "Pseudo-Random Number Generator using SHA-256"). Cases are drawn with tickets instead, because these
//! numbers depend on how the list is numbered.

use num_bigint::BigUint;
use num_traits::ToPrimitive;
use sha2::{Digest, Sha256};

use super::fehler::StichprobeFehler;
use super::kennung::{hex, nfc};

/// Most numbers given at once.
pub const HOECHSTE_ZAHLEN: u64 = 1_000_000;

/// SHA-256 with the seed and the comma taken in, so that each number costs its own digits only.
struct Zaehlerfolge(Sha256);

impl Zaehlerfolge {
    fn neu(startwert: &str) -> Result<Self, StichprobeFehler> {
        if startwert.is_empty() {
            return Err(StichprobeFehler::EmptySeed);
        }
        Ok(Self(Sha256::new_with_prefix(nfc(startwert).as_bytes()).chain_update(b",")))
    }

    fn digest(&self, zaehler: u64) -> [u8; 32] {
        self.0.clone().chain_update(zaehler.to_string()).finalize().into()
    }

    fn zahl(&self, zaehler: u64) -> BigUint {
        BigUint::from_bytes_be(&self.digest(zaehler))
    }
}

/// The hash of one counter, lowercase hex.
///
/// # Errors
/// `empty_seed`.
pub fn sha256_counter_digest(startwert: &str, zaehler: u64) -> Result<String, StichprobeFehler> {
    Ok(hex(&Zaehlerfolge::neu(startwert)?.digest(zaehler)))
}

/// 1 + x_i mod `gesamt` for i = `ab`, `ab` + 1, …: the published variant, with repetitions and without
/// rejection, so that published draws can be repeated.
///
/// # Errors
/// `empty_seed`, `empty_population`, `empty_sample`, `invalid_count` (a counter beyond u64), `infeasible` for
/// more than [`HOECHSTE_ZAHLEN`].
pub fn sha256_counter(
    startwert: &str,
    gesamt: u64,
    anzahl: u64,
    ab: u64,
) -> Result<Vec<u64>, StichprobeFehler> {
    let folge = Zaehlerfolge::neu(startwert)?;
    match (gesamt, anzahl) {
        (0, _) => return Err(StichprobeFehler::EmptyPopulation),
        (_, 0) => return Err(StichprobeFehler::EmptySample),
        (_, anzahl) if anzahl > HOECHSTE_ZAHLEN => return Err(StichprobeFehler::TooManyHits),
        _ => {}
    }
    let bis = ab.checked_add(anzahl - 1).ok_or(StichprobeFehler::InvalidCount)?;
    Ok((ab..=bis).map(|i| 1 + rest(&folge.zahl(i), gesamt)).collect())
}

/// Start in cents of a fixed-interval selection: 1 + x_i mod I for the first i ≥ 1 with
/// x_i < ⌊2^256/I⌋·I, so that every cent of the interval has the same chance.
///
/// # Errors
/// `empty_seed`, `empty_population` for an interval of 0.
pub fn mus_start_from_seed(startwert: &str, intervall_cent: u64) -> Result<u64, StichprobeFehler> {
    let folge = Zaehlerfolge::neu(startwert)?;
    if intervall_cent == 0 {
        return Err(StichprobeFehler::EmptyPopulation);
    }
    let alle = BigUint::from(1_u8) << 256;
    let grenze = &alle - &alle % intervall_cent;
    // With an interval below 2^64 a number is rejected once in 2^192 times.
    (1..)
        .map(|i| folge.zahl(i))
        .find(|x| *x < grenze)
        .map(|x| 1 + rest(&x, intervall_cent))
        .ok_or(StichprobeFehler::Infeasible)
}

/// x mod m, which fits where m did.
fn rest(x: &BigUint, m: u64) -> u64 {
    (x % m).to_u64().unwrap_or_default()
}
