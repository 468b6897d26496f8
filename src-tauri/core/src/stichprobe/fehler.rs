//! Why a calculation was refused.

/// A refusal. [`StichprobeFehler::code`] is the closed word for programs, `Display` the German sentence
/// for people. Neither ever names an identifier, because identifiers are case numbers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StichprobeFehler {
    /// Confidence not strictly between 0 and 1.
    #[error("Die Sicherheit muss größer als 0 % und kleiner als 100 % sein.")]
    InvalidConfidence,
    /// A rate outside its range.
    #[error(
        "Die Quote muss zwischen 0 % und 100 % liegen; die Zielquote muss größer als 0 % und kleiner als 100 % sein."
    )]
    InvalidRate,
    /// The expected rate is not below the tolerable one: no sample can show the goal.
    #[error("Die erwartete Fehlerquote muss kleiner sein als die Zielquote.")]
    ExpectedNotBelowTolerable,
    /// Nothing to draw from.
    #[error("Die Grundgesamtheit ist leer.")]
    EmptyPopulation,
    /// Nothing was drawn.
    #[error("Die Stichprobe ist leer.")]
    EmptySample,
    /// More is asked for than there is.
    #[error("Die Stichprobe ({n}) ist größer als die Grundgesamtheit ({grundgesamtheit}).")]
    NExceedsPopulation {
        /// Sample asked for.
        n: u64,
        /// What the population (or stratum) holds.
        grundgesamtheit: u64,
    },
    /// More errors than checked cases.
    #[error("Die Zahl der Fehler ({k}) ist größer als die Stichprobe ({n}).")]
    KExceedsN {
        /// Errors named.
        k: u64,
        /// Sample.
        n: u64,
    },
    /// A count that is negative, fractional or larger than the population.
    #[error(
        "Eine Anzahl ist ungültig. Bitte geben Sie eine ganze Zahl ab 0 an, höchstens die Grundgesamtheit und höchstens 1.000.000.000.000."
    )]
    InvalidCount,
    /// The minima of the strata do not fit into the sample.
    #[error(
        "Die Stichprobe ist zu klein: zusammen brauchen die Schichten mindestens {noetig}, vorgesehen sind {n}."
    )]
    MinimumNotFeasible {
        /// Sum of the minima.
        noetig: u64,
        /// Sample asked for.
        n: u64,
    },
    /// A stratum with an unusable size or deviation.
    #[error(
        "Die Angaben zu einer Schicht sind ungültig: Größe und Streuung dürfen nicht negativ sein oder fehlen."
    )]
    InvalidStratum,
    /// A stratum that holds cases, none of which was drawn.
    #[error(
        "Aus einer Schicht wurde nichts gezogen. Ohne Stichprobe aus jeder Schicht ist keine Hochrechnung möglich."
    )]
    StratumWithoutSample,
    /// One case from a larger stratum shows no variance.
    #[error(
        "Aus einer Schicht wurde nur ein Fall gezogen. Für die Streuung braucht jede Schicht mindestens zwei."
    )]
    StratumVarianceUndefined,
    /// A book value below 0.
    #[error("Werte unter 0 sind hier nicht zulässig. Bitte prüfen Sie diese gesondert.")]
    NegativeValue,
    /// The start of a systematic selection outside its interval.
    #[error("Der Startpunkt muss größer als 0 und höchstens so groß wie das Intervall sein.")]
    StartOutsideInterval,
    /// Fewer than two cases for an estimate that needs a standard deviation.
    #[error("Die Stichprobe ist zu klein. Für eine Schätzung mit Streuung sind mindestens zwei Fälle nötig.")]
    SampleTooSmall,
    /// Two lists that belong together differ in length.
    #[error("Die beiden Listen sind verschieden lang.")]
    LengthMismatch,
    /// A ratio to a sum of 0.
    #[error("Die Summe der Buchwerte ist 0. Ein Verhältnis lässt sich daraus nicht bilden.")]
    ZeroBookSum,
    /// An identifier occurs twice.
    #[error("Eine Kennung kommt mehrfach vor. Jede Kennung darf in der Grundgesamtheit nur einmal stehen.")]
    DuplicateIds,
    /// No seed.
    #[error("Der Startwert fehlt.")]
    EmptySeed,
    /// A seed of the house that is not 20 digits.
    #[error("Der Startwert muss aus genau 20 Ziffern bestehen, je Hälfte 10.")]
    InvalidSeed,
    /// More hits or numbers than are listed.
    #[error(
        "Das ergibt mehr als 1.000.000 Treffer. Bitte wählen Sie ein größeres Intervall oder eine kleinere Anzahl."
    )]
    TooManyHits,
    /// The question has no answer.
    #[error("Mit diesen Angaben gibt es keine Lösung.")]
    Infeasible,
}

impl StichprobeFehler {
    /// The closed word of `iksctl rechne`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidConfidence => "invalid_confidence",
            Self::InvalidRate => "invalid_rate",
            Self::ExpectedNotBelowTolerable => "expected_not_below_tolerable",
            Self::EmptyPopulation => "empty_population",
            Self::EmptySample => "empty_sample",
            Self::NExceedsPopulation { .. } => "n_exceeds_population",
            Self::KExceedsN { .. } => "k_exceeds_n",
            Self::InvalidCount => "invalid_count",
            Self::MinimumNotFeasible { .. } => "minimum_not_feasible",
            Self::InvalidStratum => "invalid_stratum",
            Self::StratumWithoutSample => "stratum_without_sample",
            Self::StratumVarianceUndefined => "stratum_variance_undefined",
            Self::NegativeValue => "negative_value",
            Self::StartOutsideInterval => "start_outside_interval",
            Self::SampleTooSmall => "sample_too_small",
            Self::LengthMismatch => "length_mismatch",
            Self::ZeroBookSum => "zero_book_sum",
            Self::DuplicateIds => "duplicate_ids",
            Self::EmptySeed => "empty_seed",
            Self::InvalidSeed => "invalid_seed",
            Self::TooManyHits | Self::Infeasible => "infeasible",
        }
    }
}
