//! How a sample is divided among strata.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;

/// By which weight a sample is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Aufteilung {
    /// By N_h.
    Proportional,
    /// By N_h · S_h (Neyman 1934); by N_h if every S_h is 0.
    Neyman,
    /// The same for every stratum that holds cases.
    Equal,
}

/// A stratum to draw from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schichtgroesse {
    /// N_h.
    pub grundgesamtheit: u64,
    /// S_h, for [`Aufteilung::Neyman`] only: for rates sqrt(p(1-p)) of last year, for Euro the last s.
    pub streuung: Option<Dezimal>,
}

/// Divides `gesamt` draws by largest remainder (Hare/Hamilton), with a minimum for every stratum that
/// holds cases (or all it holds) and never more than a stratum holds. The result always sums to `gesamt`.
///
/// # Errors
/// `invalid_stratum` (S missing or negative), `empty_population`, `empty_sample`, `n_exceeds_population`,
/// `minimum_not_feasible`.
pub fn allocate(
    art: Aufteilung,
    gesamt: u64,
    schichten: &[Schichtgroesse],
    minimum: u64,
) -> Result<Vec<u64>, StichprobeFehler> {
    aufteilen(art, gesamt, schichten, &vec![0; schichten.len()], minimum)
}

/// Divides an extended sample so that no stratum loses what it already had.
///
/// Largest remainder is not monotone: from 244 to 245 draws a stratum can lose one. What each stratum
/// already has is therefore its minimum, and the rest is filled up by largest remainder.
///
/// # Errors
/// As [`allocate`]; `length_mismatch` if `bisher` does not fit the strata; `n_exceeds_population` if a
/// stratum already has more than it holds; `minimum_not_feasible` if `gesamt` is below what was drawn.
pub fn erweitern(
    art: Aufteilung,
    bisher: &[u64],
    gesamt: u64,
    schichten: &[Schichtgroesse],
    minimum: u64,
) -> Result<Vec<u64>, StichprobeFehler> {
    if bisher.len() != schichten.len() {
        return Err(StichprobeFehler::LengthMismatch);
    }
    aufteilen(art, gesamt, schichten, bisher, minimum)
}

fn aufteilen(
    art: Aufteilung,
    gesamt: u64,
    schichten: &[Schichtgroesse],
    bisher: &[u64],
    minimum: u64,
) -> Result<Vec<u64>, StichprobeFehler> {
    let gewichte = gewichte(art, schichten)?;
    let groessen: Vec<u64> = schichten.iter().map(|s| s.grundgesamtheit).collect();
    let alle = summe(groessen.iter().copied())?;
    eingabe::stichprobe(Some(alle), gesamt, 0)?;
    if let Some((&n, &grundgesamtheit)) = bisher.iter().zip(&groessen).find(|(n, anzahl)| n > anzahl) {
        return Err(StichprobeFehler::NExceedsPopulation { n, grundgesamtheit });
    }
    let untergrenzen: Vec<u64> =
        groessen.iter().zip(bisher).map(|(&anzahl, &n)| n.max(minimum.min(anzahl))).collect();
    let noetig = summe(untergrenzen.iter().copied())?;
    if noetig > gesamt {
        return Err(StichprobeFehler::MinimumNotFeasible { noetig, n: gesamt });
    }
    Ok(mit_grenzen(gesamt, &gewichte, &groessen, &untergrenzen))
}

fn summe(mut zahlen: impl Iterator<Item = u64>) -> Result<u64, StichprobeFehler> {
    zahlen.try_fold(0_u64, u64::checked_add).ok_or(StichprobeFehler::InvalidCount)
}

/// The weights of the scheme as whole numbers over a common denominator.
fn gewichte(art: Aufteilung, schichten: &[Schichtgroesse]) -> Result<Vec<BigUint>, StichprobeFehler> {
    let groessen = || schichten.iter().map(|s| BigUint::from(s.grundgesamtheit)).collect::<Vec<_>>();
    Ok(match art {
        Aufteilung::Proportional => groessen(),
        Aufteilung::Equal => schichten.iter().map(|s| BigUint::from(s.grundgesamtheit.min(1))).collect(),
        Aufteilung::Neyman => {
            let streuungen: Vec<&Dezimal> = schichten
                .iter()
                .map(|s| {
                    s.streuung.as_ref().filter(|s| !s.ist_negativ()).ok_or(StichprobeFehler::InvalidStratum)
                })
                .collect::<Result<_, _>>()?;
            let nenner = streuungen.iter().map(|s| s.nenner()).max().unwrap_or_default();
            let gewichte: Vec<BigUint> = schichten
                .iter()
                .zip(streuungen)
                .map(|(s, streuung)| {
                    let auf_nenner: BigInt = streuung.zaehler() * (&nenner / streuung.nenner());
                    auf_nenner.into_parts().1 * s.grundgesamtheit
                })
                .collect();
            if gewichte.iter().all(Zero::is_zero) { groessen() } else { gewichte }
        }
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Offen,
    AmHoechstwert,
    AmMindestwert,
}

/// Allocates, fixes strata above their size and allocates the rest again; then fixes strata below their
/// minimum, releases those fixed at their size, and starts over until nothing changes.
fn mit_grenzen(gesamt: u64, gewichte: &[BigUint], groessen: &[u64], untergrenzen: &[u64]) -> Vec<u64> {
    let mut stand = vec![Stand::Offen; groessen.len()];
    loop {
        let n = verteilt(gesamt, gewichte, groessen, untergrenzen, &stand);
        let mut zu_gross = false;
        for h in 0..n.len() {
            if stand[h] == Stand::Offen && n[h] > groessen[h] {
                stand[h] = Stand::AmHoechstwert;
                zu_gross = true;
            }
        }
        if zu_gross {
            continue;
        }
        let mut zu_klein = false;
        for h in 0..n.len() {
            if stand[h] != Stand::AmMindestwert && n[h] < untergrenzen[h] {
                stand[h] = Stand::AmMindestwert;
                zu_klein = true;
            }
        }
        if !zu_klein {
            return n;
        }
        for s in &mut stand {
            if *s == Stand::AmHoechstwert {
                *s = Stand::Offen;
            }
        }
    }
}

/// Fixed strata at their value, the rest by largest remainder among the open ones.
fn verteilt(
    gesamt: u64,
    gewichte: &[BigUint],
    groessen: &[u64],
    untergrenzen: &[u64],
    stand: &[Stand],
) -> Vec<u64> {
    let mut n: Vec<u64> = (0..stand.len())
        .map(|h| match stand[h] {
            Stand::Offen => 0,
            Stand::AmHoechstwert => groessen[h],
            Stand::AmMindestwert => untergrenzen[h],
        })
        .collect();
    let rest = gesamt.saturating_sub(n.iter().sum());
    let offen: Vec<usize> =
        (0..stand.len()).filter(|&h| stand[h] == Stand::Offen && groessen[h] > 0).collect();
    let gewicht = |h: usize| gewichte[h].clone();
    let nach_groesse = |h: usize| BigUint::from(groessen[h]);
    // Only strata without weight are left: what remains is spread by size.
    let ohne_gewicht = offen.iter().all(|&h| gewichte[h].is_zero());
    let gewicht: &dyn Fn(usize) -> BigUint = if ohne_gewicht { &nach_groesse } else { &gewicht };
    let nenner: BigUint = offen.iter().map(|&h| gewicht(h)).sum();
    if nenner.is_zero() {
        return n;
    }
    let mut reste: Vec<(BigUint, BigUint, usize)> = Vec::with_capacity(offen.len());
    let mut vergeben = 0;
    for &h in &offen {
        let (ganz, rest) = (gewicht(h) * rest).div_rem(&nenner);
        n[h] = ganz.to_u64().unwrap_or(u64::MAX);
        vergeben += n[h];
        reste.push((rest, gewicht(h), h));
    }
    // Largest remainder first, then larger weight, then lower index.
    reste.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
    for (_, _, h) in reste.iter().take(usize::try_from(rest - vergeben).unwrap_or(0)) {
        n[*h] += 1;
    }
    n
}
