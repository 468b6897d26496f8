//! Running text.

/// Running text; a line feed inside is a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Lauf>);

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lauf {
    /// Text in one style.
    Schrift(String, Schnitt),
    /// Text that leads to an address outside the report, such as a paragraph on the internet.
    Verweis {
        /// What is read.
        text: String,
        /// URI.
        adresse: String,
    },
    /// A number that leads to a note at the foot of the page. Notes count through the report.
    Fussnote(Box<Text>),
}

/// Style of a stretch of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Schnitt {
    /// Upright.
    #[default]
    Normal,
    /// Emphasised.
    Fett,
    /// Quoted or named.
    Kursiv,
    /// To be typed or copied as it stands, such as a command: never hyphenated.
    Wortgetreu,
}

impl Text {
    /// Adds upright text.
    #[must_use]
    pub fn und(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Normal))
    }

    /// Adds emphasised text.
    #[must_use]
    pub fn fett(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Fett))
    }

    /// Adds italic text.
    #[must_use]
    pub fn kursiv(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Kursiv))
    }

    /// Adds text to be copied as it stands.
    #[must_use]
    pub fn wortgetreu(self, text: impl Into<String>) -> Self {
        self.mit(Lauf::Schrift(text.into(), Schnitt::Wortgetreu))
    }

    /// Adds a link to an address.
    #[must_use]
    pub fn verweis(self, text: impl Into<String>, adresse: impl Into<String>) -> Self {
        self.mit(Lauf::Verweis { text: text.into(), adresse: adresse.into() })
    }

    /// Adds a note.
    #[must_use]
    pub fn fussnote(self, note: impl Into<Self>) -> Self {
        self.mit(Lauf::Fussnote(Box::new(note.into())))
    }

    fn mit(mut self, lauf: Lauf) -> Self {
        self.0.push(lauf);
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().und(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().und(text)
    }
}
