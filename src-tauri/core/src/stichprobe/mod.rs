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
mod dezimal;
mod eingabe;
mod fehler;
mod fisher;
mod grenze;
mod hypergeometrisch;
mod intervall;
mod kennung;
mod planung;
mod satz;
mod schichten;
mod schichten_garantie;
mod spezial;

pub use aufteilung::{Aufteilung, Schichtgroesse, allocate, erweitern};
pub use auswahl::{GezogeneEinheit, Los, consistent_sample, schichtziehung, ticket, ziehreihenfolge};
pub use auswertung::{Auswertung, Befund, Urteil, auswerten, auswerten_geschichtet, urteil};
pub use dezimal::{Dezimal, KeineDezimalzahl};
pub use fehler::StichprobeFehler;
pub use fisher::{FisherTest, fisher};
pub use grenze::{Grenze, Modell, lower_bound, upper_bound};
pub use intervall::{Intervall, Intervallart, interval};
pub use kennung::{
    STELLEN_STARTWERT, kennung_normalisiert, population_hash, startwert_aus_haelften, startwert_haus,
    stratum_hash,
};
pub use planung::{
    Genauigkeit, Plan, Planungszeile, Planungsziel, discovery_probability, plan_attribute, plan_discovery,
    planungstabelle, precision_sample_size,
};
pub use satz::{
    Zehntelprozent, german_sentence, langer_satz, prozent, prozent_dezimal, quotensatz, satz_ohne_fehler,
    urteilssatz, zahl,
};
pub use schichten::{KornGraubard, Schicht, Schichtrate, stratified_rate, stratified_rate_korn_graubard};
pub use schichten_garantie::{
    Anzahlgrenze, stratified_guaranteed_lower, stratified_guaranteed_upper, stratified_zero_error_upper,
};
