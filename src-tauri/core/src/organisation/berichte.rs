//! What the reports of the house carry: mark, footer line, sign.

use crate::bericht::modell::Logoart;

/// Settings of the reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Berichtseinstellungen {
    /// Mark on every page; empty for none.
    pub vertraulichkeit: String,
    /// Line of the house in the footer; may be empty.
    pub fusszeile: String,
    /// Sign of the house.
    pub logo: Option<Logodatei>,
    /// For optimistic locking; 0 as long as nothing was ever changed.
    pub version: i64,
}

/// A sign as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logodatei {
    /// Kind.
    pub art: Logoart,
    /// The file.
    pub datei: Vec<u8>,
    /// Text that stands for it.
    pub alternativtext: String,
}

impl Default for Berichtseinstellungen {
    fn default() -> Self {
        Self {
            vertraulichkeit: "Nur für den Dienstgebrauch".to_owned(),
            fusszeile: String::new(),
            logo: None,
            version: 0,
        }
    }
}
