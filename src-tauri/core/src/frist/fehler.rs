//! Why a deadline was refused.

/// A refusal. [`FristFehler::code`] is the closed word for programs, `Display` the German sentence for
/// people, which says the way out. Neither repeats what was entered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FristFehler {
    /// No date, or a day that does not exist.
    #[error(
        "Dieses Datum gibt es nicht. Bitte geben Sie einen Tag als JJJJ-MM-TT an, zum Beispiel 2026-01-31."
    )]
    InvalidDate,
    /// A point in time without its offset: in the hour of the clock change it would be ambiguous.
    #[error(
        "Der Zeitpunkt ist nicht lesbar. Bitte geben Sie Tag, Uhrzeit und Abstand zur Weltzeit an, zum Beispiel 2026-11-20T16:30:00+01:00."
    )]
    InvalidTime,
    /// Received before it was posted or sent.
    #[error(
        "Der Zugang liegt vor der Aufgabe zur Post oder der Absendung. Bitte prüfen Sie die beiden Tage."
    )]
    ReceiptBeforePosting,
    /// The date, or the end of the period, lies after the year 9999.
    #[error("Das Datum oder das Ende der Frist liegt nach dem Jahr 9999. Bitte prüfen Sie Ihre Angaben.")]
    DateTooLate,
    /// A place that is none of the sixteen Länder.
    #[error(
        "Dieses Land gibt es nicht. Bitte geben Sie eines der 16 Kürzel an, zum Beispiel TH für Thüringen."
    )]
    InvalidPlace,
    /// A posted letter without a note of posting and without a day of receipt.
    #[error(
        "Ohne Vermerk über die Aufgabe zur Post gilt der Bescheid an keinem bestimmten Tag als bekannt gegeben. Bitte geben Sie den Tag des Zugangs an oder weisen Sie die Aufgabe zur Post nach."
    )]
    FictionWithoutProof,
    /// An input that is needed is not there.
    #[error("Die Angabe „{feld}“ fehlt. Bitte ergänzen Sie diese.")]
    MissingInput {
        /// Its name in the interface.
        feld: &'static str,
    },
    /// A date before 1990-01-01: the holidays and the law before are not in the tables.
    #[error("Vor dem 01.01.1990 wird nicht gerechnet. Bitte prüfen Sie das Jahr.")]
    DateBeforeLaw,
}

impl FristFehler {
    /// The closed word of `iksctl rechne`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidDate | Self::InvalidTime | Self::ReceiptBeforePosting | Self::DateTooLate => {
                "invalid_date"
            }
            Self::InvalidPlace => "invalid_place",
            Self::FictionWithoutProof => "fiction_without_proof",
            Self::MissingInput { .. } => "missing_input",
            Self::DateBeforeLaw => "date_before_law",
        }
    }
}
