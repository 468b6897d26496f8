//! Two-sided intervals for the error rate of an unstratified sample.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::alpha::Alpha;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::grenze::{clopper_pearson_oben, clopper_pearson_unten, hoechstens, mindestens};
use super::spezial::{beta_quantil_oben, beta_quantil_unten, normal_quantil_oben};

/// Which interval. Wilson and Jeffreys are approximate and for secondary display only; the Wald interval
/// is missing on purpose, it has no width at k = 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Intervallart {
    /// Exact, binomial.
    ClopperPearson,
    /// Exact, without replacement.
    Hypergeometric {
        /// N.
        #[ts(type = "number")]
        population: u64,
    },
    /// Score interval (Wilson 1927), clipped, exactly 0 at k = 0 and 1 at k = n.
    Wilson,
    /// Beta(k+½, n-k+½) quantiles, ends as above (Brown, Cai and DasGupta 2001).
    Jeffreys,
}

/// A two-sided interval; each side has α/2.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervall {
    /// Lower rate.
    pub unten: f64,
    /// Upper rate.
    pub oben: f64,
    /// Lower and upper number of erroneous cases; hypergeometric only.
    pub anzahlen: Option<(u64, u64)>,
}

/// The interval of the given kind.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `empty_sample`, `n_exceeds_population`, `k_exceeds_n`.
pub fn interval(
    art: Intervallart,
    n: u64,
    k: u64,
    konfidenz: &Dezimal,
) -> Result<Intervall, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    let population =
        if let Intervallart::Hypergeometric { population } = art { Some(population) } else { None };
    eingabe::stichprobe(population, n, k)?;
    let je_seite = Alpha::aus_konfidenz(konfidenz).geteilt(2);
    let (nf, kf) = (n as f64, k as f64);
    let (unten, oben) = match art {
        Intervallart::Hypergeometric { population } => {
            let anzahlen = (mindestens(population, n, k, &je_seite), hoechstens(population, n, k, &je_seite));
            let rate = |anzahl: u64| anzahl as f64 / population as f64;
            return Ok(Intervall {
                unten: rate(anzahlen.0),
                oben: rate(anzahlen.1),
                anzahlen: Some(anzahlen),
            });
        }
        Intervallart::ClopperPearson => {
            (clopper_pearson_unten(nf, kf, &je_seite), clopper_pearson_oben(nf, kf, &je_seite))
        }
        Intervallart::Wilson => wilson(nf, kf, normal_quantil_oben(je_seite.wert)),
        Intervallart::Jeffreys => (
            beta_quantil_unten(je_seite.wert, kf + 0.5, nf - kf + 0.5),
            beta_quantil_oben(je_seite.wert, kf + 0.5, nf - kf + 0.5),
        ),
    };
    Ok(Intervall {
        unten: if k == 0 { 0.0 } else { unten },
        oben: if k == n { 1.0 } else { oben },
        anzahlen: None,
    })
}

fn wilson(n: f64, k: f64, z: f64) -> (f64, f64) {
    let (p, z2) = (k / n, z * z);
    let mitte = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let breite = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    ((mitte - breite).max(0.0), (mitte + breite).min(1.0))
}
