//! What the module hands out as a document. Pure.

mod antwort;
mod krm;

pub use antwort::{Antwortschreiben, antwortbericht};
pub use krm::{KrmBerichtdaten, krm_bericht};
