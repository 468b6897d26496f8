//! Bounds for the misstatement of a monetary-unit sample, from the taint of each hit.

use super::alpha::Alpha;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::geldeinheiten::Geldmodell;
use super::grenze::{Modell, clopper_pearson_oben, hoechstens};
use super::spezial::gamma_quantil_oben;

/// Result of a monetary-unit sample, as rates of the book value.
#[derive(Clone, Debug, PartialEq)]
pub struct Geldgrenze {
    /// The bound if no error had been found.
    pub grundgenauigkeit: f64,
    /// Mean taint.
    pub hochgerechnet: f64,
    /// Upper bound; with Poisson it may exceed 1.
    pub oben: f64,
}

impl Geldgrenze {
    /// The same in the unit of the book value.
    #[must_use]
    pub fn mal(&self, buchwert: &Dezimal) -> Self {
        let wert = buchwert.als_f64();
        Self {
            grundgenauigkeit: self.grundgenauigkeit * wert,
            hochgerechnet: self.hochgerechnet * wert,
            oben: self.oben * wert,
        }
    }
}

/// Stringer bound (1963): p(0) + Σ (p(j) - p(j-1))·t(j), with the attribute bounds p(j) for j errors in n and
/// the taints t sorted from the largest. Only overstatements count, at most their whole value. Conservative
/// in practice, without a general proof; meant for fewer than about 20 errors.
///
/// # Errors
/// `invalid_confidence`, `empty_population` (book value missing for the hypergeometric model, or ≤ 0),
/// `invalid_count` (fractional book value with that model), `empty_sample`, `n_exceeds_population`,
/// `k_exceeds_n` (more taints than hits).
pub fn stringer_bound(
    modell: Geldmodell,
    konfidenz: &Dezimal,
    n: u64,
    abweichungen: &[Dezimal],
    buchwert: Option<&Dezimal>,
) -> Result<Geldgrenze, StichprobeFehler> {
    let fall = Fall::neu(modell, konfidenz, n, abweichungen, buchwert)?;
    let grundgenauigkeit = fall.attributgrenze(0);
    let (mut oben, mut vorige) = (grundgenauigkeit, grundgenauigkeit);
    for (j, t) in fall.abweichungen.iter().enumerate() {
        let grenze = fall.attributgrenze(j as u64 + 1);
        oben += (grenze - vorige) * t;
        vorige = grenze;
    }
    Ok(fall.ergebnis(grundgenauigkeit, oben))
}

/// Cell bound (Leslie, Teitlebaum and Anderson 1979): U(0) = p(0), then the larger of U(m-1) + t(m)/n and
/// p(m) times the mean of the m largest taints.
///
/// # Errors
/// As [`stringer_bound`].
pub fn cell_bound(
    modell: Geldmodell,
    konfidenz: &Dezimal,
    n: u64,
    abweichungen: &[Dezimal],
    buchwert: Option<&Dezimal>,
) -> Result<Geldgrenze, StichprobeFehler> {
    let fall = Fall::neu(modell, konfidenz, n, abweichungen, buchwert)?;
    let grundgenauigkeit = fall.attributgrenze(0);
    let (mut oben, mut summe) = (grundgenauigkeit, 0.0);
    for (j, t) in fall.abweichungen.iter().enumerate() {
        summe += t;
        let m = j as u64 + 1;
        oben = f64::max(oben + t / n as f64, fall.attributgrenze(m) * summe / m as f64);
    }
    Ok(fall.ergebnis(grundgenauigkeit, oben))
}

/// A checked evaluation.
struct Fall {
    modell: Modell,
    alpha: Alpha,
    n: u64,
    /// Positive taints, at most 1, from the largest.
    abweichungen: Vec<f64>,
    /// Mean taint.
    mittel: f64,
}

impl Fall {
    fn neu(
        modell: Geldmodell,
        konfidenz: &Dezimal,
        n: u64,
        abweichungen: &[Dezimal],
        buchwert: Option<&Dezimal>,
    ) -> Result<Self, StichprobeFehler> {
        eingabe::konfidenz(konfidenz)?;
        let (null, eins) = (Dezimal::from(0), Dezimal::from(1));
        if buchwert.is_some_and(|wert| *wert <= null) {
            return Err(StichprobeFehler::EmptyPopulation);
        }
        let modell = modell.modell(buchwert)?;
        eingabe::stichprobe(modell.population(), n, abweichungen.len() as u64)?;
        let mut positive: Vec<&Dezimal> =
            abweichungen.iter().filter(|t| **t > null).map(|t| t.min(&eins)).collect();
        positive.sort_unstable_by(|a, b| b.cmp(a));
        let summe = positive.iter().fold(null, |summe, t| &summe + t);
        Ok(Self {
            modell,
            alpha: Alpha::aus_konfidenz(konfidenz),
            n,
            abweichungen: positive.iter().map(|t| t.als_f64()).collect(),
            mittel: summe.als_f64() / n as f64,
        })
    }

    /// Upper bound of the rate with k errors, inputs checked; k ≤ n.
    fn attributgrenze(&self, k: u64) -> f64 {
        match self.modell {
            Modell::Binomial => clopper_pearson_oben(self.n as f64, k as f64, &self.alpha),
            Modell::Poisson => gamma_quantil_oben(self.alpha.wert, k as f64 + 1.0) / self.n as f64,
            Modell::Hypergeometric { population } => {
                hoechstens(population, self.n, k, &self.alpha) as f64 / population as f64
            }
        }
    }

    fn ergebnis(&self, grundgenauigkeit: f64, oben: f64) -> Geldgrenze {
        Geldgrenze { grundgenauigkeit, hochgerechnet: self.mittel, oben }
    }
}
