//! Euro estimates from a simple random sample of cases (Cochran 1977, §§ 2.5-2.9, 6.3 and 6.7).
//!
//! Book b, audited a, difference d = b - a. The variances come from sums of squares, where floats would
//! cancel: means of some 10^5 € with differences of cents lose every digit. All sums are therefore exact, and
//! only the finished variance is rounded.

use super::alpha::Alpha;
use super::bruch::Bruch;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::spezial::student_quantil_oben;

/// One-sided or two-sided t quantile behind the precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seiten {
    /// 1 - α.
    Eine,
    /// 1 - α/2.
    Zwei,
}

/// What is estimated from, beside the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geldrahmen {
    /// Cases in the population, N.
    pub faelle: u64,
    /// Confidence of the half width.
    pub konfidenz: Dezimal,
    /// Which quantile.
    pub seiten: Seiten,
    /// Multiplies the precision by sqrt(1 - n/N); without it the sample counts as drawn with replacement.
    pub endlichkeitskorrektur: bool,
}

/// A sample of amounts as its exact sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geldsummen {
    /// Cases in the sample.
    pub n: u64,
    /// Σ b.
    pub buch: Dezimal,
    /// Σ a.
    pub ist: Dezimal,
    /// Σ b².
    pub buch_quadrat: Dezimal,
    /// Σ a².
    pub ist_quadrat: Dezimal,
    /// Σ a·b.
    pub buch_ist: Dezimal,
}

impl Geldsummen {
    /// The sums of two lists that belong together.
    ///
    /// # Errors
    /// `length_mismatch`.
    pub fn aus_listen(buch: &[Dezimal], ist: &[Dezimal]) -> Result<Self, StichprobeFehler> {
        if buch.len() != ist.len() {
            return Err(StichprobeFehler::LengthMismatch);
        }
        Ok(Self {
            n: buch.len() as u64,
            buch: summe(buch.iter().cloned()),
            ist: summe(ist.iter().cloned()),
            buch_quadrat: summe(buch.iter().map(|b| b * b)),
            ist_quadrat: summe(ist.iter().map(|a| a * a)),
            buch_ist: summe(buch.iter().zip(ist).map(|(b, a)| b * a)),
        })
    }
}

fn summe(werte: impl Iterator<Item = Dezimal>) -> Dezimal {
    werte.fold(Dezimal::from(0), |summe, wert| &summe + &wert)
}

/// The sample of a mean-per-unit estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Istwerte {
    /// Σ a and Σ a² of n cases.
    Summen {
        /// Cases in the sample.
        n: u64,
        /// Σ a.
        ist: Dezimal,
        /// Σ a².
        ist_quadrat: Dezimal,
    },
    /// Mean and standard deviation (with n - 1) of n cases.
    Kennzahlen {
        /// Cases in the sample.
        n: u64,
        /// Mean of a.
        mittel: Dezimal,
        /// Standard deviation of a.
        streuung: Dezimal,
    },
}

impl Istwerte {
    /// The sums of a list.
    #[must_use]
    pub fn aus_liste(ist: &[Dezimal]) -> Self {
        Self::Summen {
            n: ist.len() as u64,
            ist: summe(ist.iter().cloned()),
            ist_quadrat: summe(ist.iter().map(|a| a * a)),
        }
    }
}

/// An estimate in Euro.
#[derive(Clone, Debug, PartialEq)]
pub struct Geldschaetzung {
    /// What the population should amount to.
    pub ist_summe: f64,
    /// Book value less that; positive if too much was paid. Missing without a book value.
    pub fehler_summe: Option<f64>,
    /// Half width of the t interval around either.
    pub genauigkeit: f64,
}

/// Difference estimate: N times the mean difference.
///
/// # Errors
/// `invalid_confidence`, `empty_population`, `empty_sample`, `n_exceeds_population`, `sample_too_small`;
/// `infeasible` for sums that no sample can have, or results beyond floats.
pub fn estimate_difference(
    rahmen: &Geldrahmen,
    buchwert: &Dezimal,
    s: &Geldsummen,
) -> Result<Geldschaetzung, StichprobeFehler> {
    rahmen.pruefe(s.n)?;
    let differenz = &s.buch - &s.ist;
    let quadrate = &(&s.buch_quadrat - &s.buch_ist.mal(2)) + &s.ist_quadrat;
    let fehler = differenz.mal(rahmen.faelle);
    fertig(
        &(&buchwert.mal(s.n) - &fehler),
        Some(&fehler),
        &Dezimal::from(s.n),
        rahmen.genauigkeit(s.n, &streuung(&quadrate, &differenz, s.n), &s.groesse())?,
    )
}

/// Ratio estimate: the audited share of the sampled book values times the book value. Slightly biased for
/// fewer than 30 cases.
///
/// # Errors
/// As [`estimate_difference`]; `zero_book_sum`.
pub fn estimate_ratio(
    rahmen: &Geldrahmen,
    buchwert: &Dezimal,
    s: &Geldsummen,
) -> Result<Geldschaetzung, StichprobeFehler> {
    rahmen.pruefe(s.n)?;
    if s.buch.ist_null() {
        return Err(StichprobeFehler::ZeroBookSum);
    }
    // Σ(a - r b)² with r = A/B is (B²Σa² - 2AB Σab + A²Σb²)/B²; its mean is 0, so nothing is subtracted.
    let (a, b) = (&s.ist, &s.buch);
    let bb = b * b;
    let zaehler =
        &(&(&bb * &s.ist_quadrat) - &(&(a * b) * &s.buch_ist).mal(2)) + &(&(a * a) * &s.buch_quadrat);
    let streuung = Streuung { zaehler, nenner: bb.mal(s.n - 1) };
    fertig(
        &(a * buchwert),
        Some(&(&(b - a) * buchwert)),
        b,
        rahmen.genauigkeit(s.n, &streuung, &s.groesse())?,
    )
}

/// Mean-per-unit estimate: N times the mean audited value. Of little use for small errors; meant for lists
/// without book values.
///
/// # Errors
/// As [`estimate_difference`]; `negative_value` for a negative standard deviation.
pub fn estimate_mpu(
    rahmen: &Geldrahmen,
    buchwert: Option<&Dezimal>,
    istwerte: &Istwerte,
) -> Result<Geldschaetzung, StichprobeFehler> {
    let (n, ist, streuung, groesse) = match istwerte {
        Istwerte::Summen { n, ist, ist_quadrat } => {
            rahmen.pruefe(*n)?;
            (*n, ist.clone(), streuung(ist_quadrat, ist, *n), ist_quadrat.clone())
        }
        Istwerte::Kennzahlen { n, mittel, streuung } => {
            rahmen.pruefe(*n)?;
            if streuung.ist_negativ() {
                return Err(StichprobeFehler::NegativeValue);
            }
            let quadrat = streuung * streuung;
            (*n, mittel.mal(*n), Streuung { zaehler: quadrat.clone(), nenner: Dezimal::from(1) }, quadrat)
        }
    };
    let ist_summe = ist.mal(rahmen.faelle);
    let fehler = buchwert.map(|wert| &wert.mal(n) - &ist_summe);
    fertig(&ist_summe, fehler.as_ref(), &Dezimal::from(n), rahmen.genauigkeit(n, &streuung, &groesse)?)
}

/// A sample variance as an exact fraction.
struct Streuung {
    zaehler: Dezimal,
    nenner: Dezimal,
}

/// (Σx² - (Σx)²/n)/(n-1).
fn streuung(quadrate: &Dezimal, summe: &Dezimal, n: u64) -> Streuung {
    Streuung { zaehler: &quadrate.mal(n) - &(summe * summe), nenner: Dezimal::from(n).mal(n - 1) }
}

impl Geldsummen {
    /// The size of the squares behind a variance, against which a rounding error is small.
    fn groesse(&self) -> Dezimal {
        &self.buch_quadrat + &self.ist_quadrat
    }
}

impl Geldrahmen {
    fn pruefe(&self, n: u64) -> Result<(), StichprobeFehler> {
        eingabe::konfidenz(&self.konfidenz)?;
        eingabe::stichprobe(Some(self.faelle), n, 0)?;
        if n < 2 { Err(StichprobeFehler::SampleTooSmall) } else { Ok(()) }
    }

    /// N · t · s/√n · f. `groesse` is the sum of the squares that went into the variance: whoever computed
    /// the sums with floats may end a hair below 0, which is 0; further below they contradict each other.
    fn genauigkeit(&self, n: u64, s2: &Streuung, groesse: &Dezimal) -> Result<f64, StichprobeFehler> {
        let frei = if self.endlichkeitskorrektur { self.faelle - n } else { self.faelle };
        let varianz = Bruch::quotient(&s2.zaehler.mal(self.faelle).mal(frei), &s2.nenner.mal(n))
            .ok_or(StichprobeFehler::Infeasible)?;
        if varianz.ist_negativ() {
            let relativ =
                Bruch::quotient(&s2.zaehler, &(&s2.nenner * groesse)).ok_or(StichprobeFehler::Infeasible)?;
            return if relativ.als_f64() > -1e-9 { Ok(0.0) } else { Err(StichprobeFehler::Infeasible) };
        }
        let alpha = Alpha::aus_konfidenz(&self.konfidenz);
        let oben = match self.seiten {
            Seiten::Eine => alpha.wert,
            Seiten::Zwei => alpha.geteilt(2).wert,
        };
        Ok(student_quantil_oben(oben, (n - 1) as f64) * varianz.wurzel())
    }
}

/// Both sums over their common divisor, rounded once.
fn fertig(
    ist: &Dezimal,
    fehler: Option<&Dezimal>,
    nenner: &Dezimal,
    genauigkeit: f64,
) -> Result<Geldschaetzung, StichprobeFehler> {
    let wert = |zaehler| Bruch::quotient(zaehler, nenner).map_or(f64::NAN, |b| b.als_f64());
    let schaetzung = Geldschaetzung { ist_summe: wert(ist), fehler_summe: fehler.map(wert), genauigkeit };
    let endlich = schaetzung.ist_summe.is_finite()
        && schaetzung.fehler_summe.is_none_or(f64::is_finite)
        && genauigkeit.is_finite();
    if endlich { Ok(schaetzung) } else { Err(StichprobeFehler::Infeasible) }
}
