//! What the module hands out as a document. Pure.

mod antwort;

pub use antwort::{Antwortschreiben, antwortbericht};
