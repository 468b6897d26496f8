//! Which cases are drawn: Rivest's consistent sampler.
//!
//! R. L. Rivest, "Consistent Sampling with Replacement" (arXiv:1808.10016), used without replacement, and
//! the reference `consistent_sampler` (MIT licence, github.com/ron-rivest/consistent_sampler). The place of
//! a case depends on seed and identifier only, so the order of the rows does not matter, an extension is
//! the next tickets of the same seed, and the order within a stratum is the global order filtered.

use std::cmp::Ordering;
use std::panic::resume_unwind;
use std::thread;

use num_bigint::BigUint;
use sha2::{Digest, Sha256};

use super::fehler::StichprobeFehler;
use super::kennung::{hex, nfc};

/// Digits of a ticket that fit into a machine word; every ticket has at least 64.
const STELLEN_PRAEFIX: u32 = 19;
/// Fewest identifiers for which a thread of its own pays.
const JE_FADEN: usize = 50_000;
/// Shortest ticket: shorter numbers are padded with zeros on the left before the digits are reversed.
const STELLEN_TICKET: usize = 64;

/// A case with its ticket.
///
/// The ticket is compared as text. Its first 19 digits are the last 19 of the hash as a decimal number, so
/// one machine word decides nearly always, and the text is built only if those are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Los {
    /// Place of the case in the list that was given.
    pub index: usize,
    praefix: u64,
    digest: [u8; 32],
}

impl Los {
    fn neu(index: usize, digest: [u8; 32]) -> Self {
        Self { index, praefix: praefix(&digest), digest }
    }

    /// The ticket: "0." and the digits of the hash in reverse order.
    #[must_use]
    pub fn ticket(&self) -> String {
        let ziffern = BigUint::from_bytes_be(&self.digest).to_string();
        let nullen = STELLEN_TICKET.saturating_sub(ziffern.len());
        let mut text = String::with_capacity(ziffern.len() + nullen + 2);
        text.push_str("0.");
        text.extend(ziffern.chars().rev());
        text.extend(std::iter::repeat_n('0', nullen));
        text
    }

    /// The order of the tickets as text.
    fn vergleich(&self, anderes: &Self) -> Ordering {
        self.praefix.cmp(&anderes.praefix).then_with(|| {
            if self.digest == anderes.digest { Ordering::Equal } else { self.ticket().cmp(&anderes.ticket()) }
        })
    }
}

/// The first 19 digits of the ticket as a number: hash mod 10^19 with its digits reversed.
fn praefix(digest: &[u8; 32]) -> u64 {
    let modul = 10_u128.pow(STELLEN_PRAEFIX);
    let rest = digest.chunks_exact(8).fold(0_u128, |rest, acht| {
        let wort = acht.iter().fold(0_u64, |wort, &b| wort << 8 | u64::from(b));
        ((rest << 64) | u128::from(wort)) % modul
    });
    // Below 10^19, which a u64 holds.
    let (mut rest, mut umgekehrt) = (rest as u64, 0_u64);
    for _ in 0..STELLEN_PRAEFIX {
        umgekehrt = umgekehrt * 10 + rest % 10;
        rest /= 10;
    }
    umgekehrt
}

/// Gives tickets under one seed: SHA-256(lowercase hex SHA-256(seed) ‖ identifier).
struct Trommel(Sha256);

impl Trommel {
    fn neu(startwert: &str) -> Result<Self, StichprobeFehler> {
        if startwert.is_empty() {
            return Err(StichprobeFehler::EmptySeed);
        }
        let seed_hash = hex(&Sha256::digest(nfc(startwert).as_bytes()));
        Ok(Self(Sha256::new_with_prefix(seed_hash)))
    }

    fn los(&self, index: usize, kennung: &str) -> Los {
        let hash = self.0.clone().chain_update(nfc(kennung).as_bytes());
        Los::neu(index, hash.finalize().into())
    }

    /// The tickets in their order. Parts are hashed and sorted side by side; a stable sort then only merges
    /// the sorted parts, so the result does not depend on how many there were.
    fn lose<S: AsRef<str> + Sync>(&self, kennungen: &[S]) -> Vec<Los> {
        let sortiert = |ab: usize, teil: &[S]| {
            let mut lose: Vec<Los> =
                teil.iter().enumerate().map(|(i, k)| self.los(ab + i, k.as_ref())).collect();
            lose.sort_unstable_by(Los::vergleich);
            lose
        };
        let faeden = thread::available_parallelism().map_or(1, usize::from).min(kennungen.len() / JE_FADEN);
        if faeden < 2 {
            return sortiert(0, kennungen);
        }
        let je_faden = kennungen.len().div_ceil(faeden);
        let mut lose = thread::scope(|bereich| {
            let teile: Vec<_> = kennungen
                .chunks(je_faden)
                .enumerate()
                .map(|(i, teil)| bereich.spawn(move || sortiert(i * je_faden, teil)))
                .collect();
            let mut lose = Vec::with_capacity(kennungen.len());
            for teil in teile {
                lose.append(&mut teil.join().unwrap_or_else(|grund| resume_unwind(grund)));
            }
            lose
        });
        lose.sort_by(Los::vergleich);
        lose
    }
}

/// The ticket of one identifier. Both texts are used as they are, in NFC, without trimming.
///
/// # Errors
/// `empty_seed`.
pub fn ticket(startwert: &str, kennung: &str) -> Result<String, StichprobeFehler> {
    Ok(Trommel::neu(startwert)?.los(0, kennung).ticket())
}

/// All cases in the order of their tickets.
///
/// # Errors
/// `empty_seed`, `empty_population`, `duplicate_ids` (after NFC).
pub fn ziehreihenfolge<S: AsRef<str> + Sync>(
    startwert: &str,
    kennungen: &[S],
) -> Result<Vec<Los>, StichprobeFehler> {
    let trommel = Trommel::neu(startwert)?;
    if kennungen.is_empty() {
        return Err(StichprobeFehler::EmptyPopulation);
    }
    // Equal tickets mean equal identifiers, which are refused: no order by identifier is needed.
    let lose = trommel.lose(kennungen);
    if lose.windows(2).any(|paar| paar[0].digest == paar[1].digest) {
        return Err(StichprobeFehler::DuplicateIds);
    }
    Ok(lose)
}

/// The identifiers (in NFC) at positions `ab + 1 … ab + anzahl` of the ticket order.
///
/// # Errors
/// `empty_seed`, `empty_population`, `duplicate_ids`, `empty_sample`, `n_exceeds_population`.
pub fn consistent_sample<S: AsRef<str> + Sync>(
    startwert: &str,
    kennungen: &[S],
    anzahl: u64,
    ab: u64,
) -> Result<Vec<String>, StichprobeFehler> {
    let lose = ziehreihenfolge(startwert, kennungen)?;
    if anzahl == 0 {
        return Err(StichprobeFehler::EmptySample);
    }
    let grundgesamtheit = lose.len() as u64;
    let n = ab.saturating_add(anzahl);
    if n > grundgesamtheit {
        return Err(StichprobeFehler::NExceedsPopulation { n, grundgesamtheit });
    }
    Ok(lose[ab as usize..n as usize]
        .iter()
        .map(|los| nfc(kennungen[los.index].as_ref()).into_owned())
        .collect())
}

/// A drawn case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GezogeneEinheit {
    /// Place of the case in the list that was given.
    pub index: usize,
    /// Its stratum.
    pub schicht: usize,
    /// Position in the ticket order of its stratum, from 1.
    pub position: u64,
    /// Position in the ticket order of all cases, from 1.
    pub gesamtposition: u64,
}

/// Draws from each stratum the positions `bisher[h] + 1 … je_schicht[h]` of its ticket order.
/// `schicht_von[i]` is the stratum of case i. The result is ordered by stratum, then position.
///
/// # Errors
/// `length_mismatch` if the lists do not fit together, `invalid_stratum` for an unknown stratum,
/// `n_exceeds_population` if a stratum holds fewer cases than it shall give.
pub fn schichtziehung(
    reihenfolge: &[Los],
    schicht_von: &[usize],
    bisher: &[u64],
    je_schicht: &[u64],
) -> Result<Vec<GezogeneEinheit>, StichprobeFehler> {
    if reihenfolge.len() != schicht_von.len() || bisher.len() != je_schicht.len() {
        return Err(StichprobeFehler::LengthMismatch);
    }
    let mut gesehen = vec![0_u64; je_schicht.len()];
    let mut gezogen = Vec::new();
    for (platz, los) in reihenfolge.iter().enumerate() {
        let schicht = *schicht_von.get(los.index).ok_or(StichprobeFehler::LengthMismatch)?;
        let position = gesehen.get_mut(schicht).ok_or(StichprobeFehler::InvalidStratum)?;
        *position += 1;
        if *position > bisher[schicht] && *position <= je_schicht[schicht] {
            gezogen.push(GezogeneEinheit {
                index: los.index,
                schicht,
                position: *position,
                gesamtposition: platz as u64 + 1,
            });
        }
    }
    if let Some((&n, &grundgesamtheit)) = je_schicht.iter().zip(&gesehen).find(|(n, anzahl)| n > anzahl) {
        return Err(StichprobeFehler::NExceedsPopulation { n, grundgesamtheit });
    }
    gezogen.sort_unstable_by_key(|e| (e.schicht, e.position));
    Ok(gezogen)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Equal prefixes hardly ever occur with real hashes; here they are made.
    #[test]
    fn praefix_ordnet_wie_der_text() {
        let mut digests: Vec<[u8; 32]> =
            (0_u32..2000).map(|i| Sha256::digest(i.to_be_bytes()).into()).collect();
        // Numbers that agree in their last 19 to 40 decimal digits, and short ones that need padding.
        let zehn = BigUint::from(10_u32);
        for stellen in [0_u32, 1, 5, 18, 19, 20, 30, 40, 60, 63, 64, 65, 70, 76] {
            for faktor in 1_u32..4 {
                let zahl = zehn.pow(stellen) * faktor + 7_u32;
                let mut bytes = [0; 32];
                let roh = zahl.to_bytes_be();
                bytes[32 - roh.len()..].copy_from_slice(&roh);
                digests.push(bytes);
            }
        }
        let mut nach_schluessel: Vec<Los> =
            digests.iter().enumerate().map(|(i, d)| Los::neu(i, *d)).collect();
        let mut nach_text = nach_schluessel.clone();
        nach_schluessel.sort_by(Los::vergleich);
        nach_text.sort_by_key(Los::ticket);
        let tickets = |lose: &[Los]| lose.iter().map(Los::ticket).collect::<Vec<_>>();
        assert_eq!(tickets(&nach_schluessel), tickets(&nach_text));
        for los in &nach_text {
            assert_eq!(los.ticket()[2..21], format!("{:019}", los.praefix));
        }
    }

    #[test]
    fn veroeffentlichter_pruefwert() {
        let los = Los::neu(0, Sha256::digest("abc").into());
        assert!(los.ticket().starts_with("0.56998071861792858926"), "{}", los.ticket());
        assert!(los.ticket().ends_with("348"));
    }

    #[test]
    fn kurze_zahlen_werden_aufgefuellt() {
        let mut digest = [0; 32];
        digest[31] = 42;
        assert_eq!(Los::neu(0, digest).ticket(), format!("0.24{}", "0".repeat(62)));
    }
}
