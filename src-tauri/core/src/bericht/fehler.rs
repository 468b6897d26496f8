//! Why a report could not be made, in sentences the person at the screen can act on.

/// Errors of layout and writing. They carry no case data: the section is a heading of the template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BerichtFehler {
    /// A character none of the embedded fonts can show; drawing an empty box instead would falsify
    /// the report without anyone noticing.
    #[error("{}", fehlendes_zeichen(*zeichen, abschnitt))]
    FehlendesZeichen {
        /// The character.
        zeichen: char,
        /// Heading under which it occurs; empty before the first heading.
        abschnitt: String,
    },
    /// A table has more columns than fit on the page.
    #[error("Die Spalte „{spalte}“ ist zu schmal für ihren Inhalt. Bitte wählen Sie weniger Spalten.")]
    SpalteZuSchmal {
        /// Header of the column.
        spalte: String,
    },
    /// A row does not have one cell for each column.
    #[error(
        "Eine Tabelle im Abschnitt „{abschnitt}“ hat {ist} statt {soll} Zellen in Zeile {zeile}. Bitte melden Sie das der Administration."
    )]
    Zellenzahl {
        /// Heading under which the table stands.
        abschnitt: String,
        /// Row, counted from 1.
        zeile: usize,
        /// Cells found.
        ist: usize,
        /// Columns of the table.
        soll: usize,
    },
    /// A number of a chart is not finite, negative, or its bounds are the wrong way round.
    #[error(
        "Das Diagramm „{titel}“ enthält eine Zahl, die sich nicht zeichnen lässt. Bitte melden Sie das der Administration."
    )]
    Diagrammzahl {
        /// Title of the chart.
        titel: String,
    },
    /// Something accessibility asks for is empty: title, alternative text, table column.
    #[error("Im Bericht fehlt: {was}. Bitte melden Sie das der Administration.")]
    Angabe {
        /// What is missing, in German.
        was: String,
    },
    /// A heading skips a level, which leaves a screen reader without its parent.
    #[error("Die Überschrift „{text}“ überspringt eine Ebene. Bitte melden Sie das der Administration.")]
    Gliederung {
        /// The heading.
        text: String,
    },
    /// A block that cannot be divided is taller than a page.
    #[error("Ein Teil des Abschnitts „{abschnitt}“ passt nicht auf eine Seite. Bitte kürzen Sie ihn.")]
    ZuHoch {
        /// Heading under which it stands.
        abschnitt: String,
    },
    /// A picture that cannot be read.
    #[error(
        "Das Bild kann nicht gelesen werden. Bitte speichern Sie es als PNG ohne Zeilensprung mit höchstens 8 Bit je Kanal."
    )]
    Bild,
    /// A sign of the house that cannot be drawn as it is.
    #[error("Das Logo {grund}.")]
    Logo {
        /// What it is or contains, and what to do; a sentence without its subject.
        grund: String,
    },
    /// A mark or a footer line that does not fit on its line.
    #[error("„{text}“ ist zu breit für den Seitenrand. Bitte kürzen Sie den Text.")]
    Rand {
        /// The text.
        text: String,
    },
    /// An embedded font is damaged, or the PDF could not be assembled: a defect of the program.
    #[error(
        "Der Bericht konnte nicht geschrieben werden. Bitte melden Sie das der Administration. ({grund})"
    )]
    Schreiben {
        /// Technical reason, without content of the report.
        grund: String,
    },
}

impl BerichtFehler {
    /// Adds the section to an error raised where only characters are known.
    pub(super) fn im_abschnitt(self, name: &str) -> Self {
        match self {
            Self::FehlendesZeichen { zeichen, .. } => {
                Self::FehlendesZeichen { zeichen, abschnitt: name.to_owned() }
            }
            Self::Zellenzahl { zeile, ist, soll, .. } => {
                Self::Zellenzahl { abschnitt: name.to_owned(), zeile, ist, soll }
            }
            andere => andere,
        }
    }
}

fn fehlendes_zeichen(zeichen: char, abschnitt: &str) -> String {
    let code = format!("U+{:04X}", u32::from(zeichen));
    // A control character would itself be invisible in the message.
    let zeichen = if zeichen.is_control() { code } else { format!("„{zeichen}“ ({code})") };
    let ort = if abschnitt.is_empty() { String::new() } else { format!(" im Abschnitt „{abschnitt}“") };
    format!("Das Zeichen {zeichen}{ort} lässt sich im Bericht nicht darstellen. Bitte ersetzen Sie es.")
}
