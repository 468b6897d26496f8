//! Files inside a report.

/// A file inside the report.
#[derive(Clone, Debug)]
pub struct Beilage {
    /// Name without a folder, for instance "FA-2026-001-einheiten.csv".
    pub name: String,
    /// One line: what it contains. It is read aloud.
    pub beschreibung: String,
    /// Kind of file.
    pub art: Beilagenart,
    /// What it is to the report.
    pub bezug: Bezug,
    /// Content.
    pub inhalt: Vec<u8>,
}

/// Kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beilagenart {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// Plain text, UTF-8.
    Text,
}

/// What a file is to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bezug {
    /// The report was made from it.
    Quelle,
    /// The rows behind a table or chart.
    Daten,
    /// Helps to understand or recalculate.
    Ergaenzung,
}
