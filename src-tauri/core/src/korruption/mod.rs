//! Prevention of corruption: offered benefits and the areas at risk. No names, and no suspicion. Pure.

pub mod gefaehrdung;
pub mod verdacht;
pub mod zuwendung;

use crate::fehler::Fehler;

/// The person who agrees is not the one who proposed.
fn zweite_person(erste: &str, von: &str) -> Result<String, Fehler> {
    if erste == von {
        return Err(Fehler::vier_augen("Sie haben das vorgeschlagen. Entscheiden muss eine andere Person."));
    }
    Ok(von.to_owned())
}
