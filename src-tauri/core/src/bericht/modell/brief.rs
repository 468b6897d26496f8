//! What a letter has and a report has not.

/// The head of a letter: house and sign on top, room for the address, and what it is about. It is the first block;
/// no running header is drawn on its page, and the running text is set larger than in a report.
#[derive(Clone, Debug)]
pub struct Briefkopf {
    /// Names and values beside the room for the address, such as number and date.
    pub angaben: Vec<(String, String)>,
    /// What it is about; the heading of the document.
    pub betreff: String,
}

/// The end of a letter, with room to sign. It never stands alone on a page.
#[derive(Clone, Debug)]
pub struct Briefschluss {
    /// Complimentary close, such as "Mit freundlichen Grüßen".
    pub gruss: String,
    /// Below the room to sign: a function, not a name.
    pub unterzeichner: String,
}
