//! What a finished sample allows to say: rate, bounds, verdict.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::alpha::Alpha;
use super::dezimal::Dezimal;
use super::eingabe;
use super::fehler::StichprobeFehler;
use super::grenze::{hoechstens, mindestens};
use super::prozent::Zehntelprozent;
use super::schichten::{Schicht, pruefe, rate_angezeigt};
use super::schichten_garantie::{stratified_guaranteed_lower, stratified_guaranteed_upper};

/// The counts of a sample, or of one stratum of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Befund {
    /// N.
    pub grundgesamtheit: u64,
    /// n, including the unresolved cases.
    pub n: u64,
    /// Erroneous cases by the definition fixed before the draw.
    pub fehler: u64,
    /// Missing files, unchecked units and a decisive "nicht prüfbar". They count as errors in the upper
    /// bound only, never in the rate or the lower bound (ISA 530.11).
    pub ungeklaert: u64,
}

impl Befund {
    /// As a stratum without the unresolved cases (rate, lower bound).
    #[must_use]
    pub fn sicher(&self) -> Schicht {
        Schicht { grundgesamtheit: self.grundgesamtheit, n: self.n, k: self.fehler }
    }

    /// As a stratum with the unresolved cases as errors (upper bound).
    #[must_use]
    pub fn vorsichtig(&self) -> Schicht {
        Schicht { k: self.fehler.saturating_add(self.ungeklaert), ..self.sicher() }
    }
}

/// Whether "error rate below the goal" is shown. "Nicht belegt" does not mean "bad".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urteil {
    /// Even the upper bound is below the goal.
    Belegt,
    /// The sample decides neither way.
    NichtBelegt,
    /// Even the lower bound is above the goal.
    Verfehlt,
}

/// The result of a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auswertung {
    /// Every case was checked: no sampling error, no interval.
    pub vollpruefung: bool,
    /// N.
    pub grundgesamtheit: u64,
    /// Point estimate, half up.
    pub quote: Zehntelprozent,
    /// At most so many erroneous cases in the population, with the given confidence.
    pub hoechstens: u64,
    /// At least so many, with the same confidence (one-sided too).
    pub mindestens: u64,
    /// `hoechstens` as a rate, rounded up.
    pub quote_hoechstens: Zehntelprozent,
    /// `mindestens` as a rate, rounded down.
    pub quote_mindestens: Zehntelprozent,
    /// Verdict, if a goal was set.
    pub urteil: Option<Urteil>,
}

/// Verdict from whole numbers: bounds out of `gesamt` (at least 1) against the goal rate.
#[must_use]
pub fn urteil(mindestens: u64, hoechstens: u64, gesamt: u64, ziel: &Dezimal) -> Urteil {
    if ziel.verglichen_mit_bruch(hoechstens, gesamt).is_lt() {
        Urteil::Belegt
    } else if ziel.verglichen_mit_bruch(mindestens, gesamt).is_gt() {
        Urteil::Verfehlt
    } else {
        Urteil::NichtBelegt
    }
}

/// Evaluates an unstratified sample with the exact hypergeometric bounds.
///
/// # Errors
/// `invalid_confidence`, `invalid_rate` (goal), `empty_population`, `empty_sample`,
/// `n_exceeds_population`, `k_exceeds_n`.
pub fn auswerten(
    befund: &Befund,
    konfidenz: &Dezimal,
    ziel: Option<&Dezimal>,
) -> Result<Auswertung, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    ziel.map_or(Ok(()), eingabe::echter_anteil)?;
    let (sicher, vorsichtig) = (befund.sicher(), befund.vorsichtig());
    eingabe::stichprobe(Some(befund.grundgesamtheit), befund.n, vorsichtig.k)?;
    let alpha = Alpha::aus_konfidenz(konfidenz);
    let gesamt = befund.grundgesamtheit;
    Ok(Auswertung::neu(
        sicher.vollpruefung(),
        gesamt,
        Zehntelprozent::gerundet(sicher.k, sicher.n),
        (
            mindestens(gesamt, sicher.n, sicher.k, &alpha),
            hoechstens(gesamt, vorsichtig.n, vorsichtig.k, &alpha),
        ),
        ziel,
    ))
}

/// Evaluates a stratified sample with the guaranteed bounds.
///
/// # Errors
/// `invalid_confidence`, `invalid_rate` (goal), `empty_population`, `stratum_without_sample`,
/// `n_exceeds_population`, `k_exceeds_n`.
pub fn auswerten_geschichtet(
    befunde: &[Befund],
    konfidenz: &Dezimal,
    ziel: Option<&Dezimal>,
) -> Result<Auswertung, StichprobeFehler> {
    eingabe::konfidenz(konfidenz)?;
    ziel.map_or(Ok(()), eingabe::echter_anteil)?;
    let sicher: Vec<Schicht> = befunde.iter().map(Befund::sicher).collect();
    let vorsichtig: Vec<Schicht> = befunde.iter().map(Befund::vorsichtig).collect();
    let gesamt = pruefe(&vorsichtig, konfidenz)?;
    Ok(Auswertung::neu(
        sicher.iter().all(Schicht::vollpruefung),
        gesamt,
        rate_angezeigt(&sicher, gesamt),
        (
            stratified_guaranteed_lower(&sicher, konfidenz)?.anzahl,
            stratified_guaranteed_upper(&vorsichtig, konfidenz)?.anzahl,
        ),
        ziel,
    ))
}

impl Auswertung {
    fn neu(
        vollpruefung: bool,
        gesamt: u64,
        quote: Zehntelprozent,
        grenzen: (u64, u64),
        ziel: Option<&Dezimal>,
    ) -> Self {
        let (mindestens, hoechstens) = grenzen;
        Self {
            vollpruefung,
            grundgesamtheit: gesamt,
            quote,
            hoechstens,
            mindestens,
            quote_hoechstens: Zehntelprozent::aufgerundet(hoechstens, gesamt),
            quote_mindestens: Zehntelprozent::abgerundet(mindestens, gesamt),
            urteil: ziel.map(|ziel| urteil(mindestens, hoechstens, gesamt, ziel)),
        }
    }
}
