//! Sampling and statistics: how many files, which files, and what the result allows to say.
//!
//! Pure functions without clock, randomness or database. The window, the reports and `iksctl rechne`
//! all call them, so there is one implementation of every number that leaves the house.
//!
//! Conventions that hold everywhere here:
//! * N is the population, n the sample, k the erroneous cases in the sample, K those in the population;
//!   the confidence is γ and α = 1 - γ.
//! * Rates and confidences are exact decimals ([`Dezimal`]); counts are whole numbers. A comparison that
//!   could be a tie is decided with whole numbers, never by the last bit of a float.
//! * The upper bound is the largest K with P(X ≤ k | K) > α, the lower bound the smallest K with
//!   P(X ≥ k | K) > α. One-sided bounds use α, two-sided intervals α/2 on each side.
//! * Upper bounds are rounded up for display, lower bounds down, point estimates half up.
//! * Every function refuses what it cannot answer with a [`StichprobeFehler`], it never guesses.

mod alpha;
mod aufteilung;
mod auswahl;
mod auswertung;
mod binomial;
mod bruch;
mod dezimal;
mod eingabe;
mod fehler;
mod fisher;
mod geldeinheiten;
mod grenze;
mod hypergeometrisch;
mod intervall;
mod kappa;
mod kennung;
mod planung;
mod prozent;
#[cfg(test)]
mod referenz_tests;
mod satz;
mod schaetzer;
mod schichten;
mod schichten_garantie;
mod spezial;
mod stringer;
mod zaehlerfolge;
mod zweistufig;

pub use aufteilung::{Aufteilung, Schichtgroesse, allocate, erweitern};
pub use auswahl::{GezogeneEinheit, Los, consistent_sample, schichtziehung, ticket, ziehreihenfolge};
pub use auswertung::{Auswertung, Befund, Urteil, auswerten, auswerten_geschichtet, urteil};
pub use dezimal::{Dezimal, KeineDezimalzahl};
pub use fehler::StichprobeFehler;
pub use fisher::{
    FISHER_NIVEAU, FISHER_TRENNSCHAERFE, FisherTest, fisher, umfang_bei_halber_rate, umfang_ohne_fehler,
};
pub use geldeinheiten::{Geldmodell, HOECHSTE_TREFFER, mus_fixed_interval, mus_plan};
pub use grenze::{Grenze, Modell, lower_bound, upper_bound};
pub use intervall::{Intervall, Intervallart, interval};
pub use kappa::cohens_kappa;
pub use kennung::{
    STELLEN_STARTWERT, kennung_normalisiert, population_hash, startwert_aus_haelften, startwert_haus,
    stratum_hash,
};
pub use planung::{
    Genauigkeit, Plan, Planungszeile, Planungsziel, annahmewahrscheinlichkeit, discovery_probability,
    plan_attribute, plan_discovery, planungstabelle, precision_sample_size,
};
pub use prozent::{Zehntelprozent, prozent, prozent_dezimal, zahl};
pub use satz::{german_sentence, langer_satz, quotensatz, satz_ohne_fehler, urteilssatz};
pub use schaetzer::{
    Geldrahmen, Geldschaetzung, Geldsummen, Istwerte, Seiten, estimate_difference, estimate_mpu,
    estimate_ratio,
};
pub use schichten::{KornGraubard, Schicht, Schichtrate, stratified_rate, stratified_rate_korn_graubard};
pub use schichten_garantie::{
    Anzahlgrenze, stratified_guaranteed_lower, stratified_guaranteed_upper,
    stratified_guaranteed_upper_parts, stratified_zero_error_upper,
};
pub use stringer::{Geldgrenze, cell_bound, stringer_bound};
pub use zaehlerfolge::{HOECHSTE_ZAHLEN, mus_start_from_seed, sha256_counter, sha256_counter_digest};
pub use zweistufig::{ZweistufigerPlan, two_stage_acceptance, two_stage_plan};
