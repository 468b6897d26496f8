//! Which rows are in the register already, or stand in the list twice.

use super::super::Verfahrensart;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Where a procedure is known from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Herkunft {
    /// The register, by its number.
    Register(String),
    /// The list, by its line.
    Zeile(u64),
}

/// What tells procedures of one case number, one day of receipt and one kind apart. Several Widersprüche on one day
/// are common, one against each decision; where one side does not say which decision, they count as the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eintrag {
    /// Keyed pseudonym of the case number.
    pub pseudonym: String,
    /// Receipt.
    pub eingang: NaiveDate,
    /// Kind.
    pub art: Verfahrensart,
    /// Date of the challenged decision.
    pub bescheid_am: Option<NaiveDate>,
    /// Number in an earlier list.
    pub fruehere_nummer: Option<String>,
    /// Where it is known from.
    pub woher: Herkunft,
}

/// Decision, earlier number and place of a procedure; the rest is the key.
type Merkmale = (Option<NaiveDate>, Option<String>, Herkunft);

/// All procedures known so far.
#[derive(Default)]
pub struct Bestand {
    nach_fall: HashMap<(String, NaiveDate, Verfahrensart), Vec<Merkmale>>,
}

impl Bestand {
    /// Takes a procedure in, and names the one that it repeats.
    pub fn aufnehmen(&mut self, e: Eintrag) -> Option<Herkunft> {
        let gleiche = self.nach_fall.entry((e.pseudonym, e.eingang, e.art)).or_default();
        let wie_dieser = |(bescheid, nummer, _): &&Merkmale| {
            vereinbar(bescheid.as_ref(), e.bescheid_am.as_ref())
                && vereinbar(nummer.as_ref(), e.fruehere_nummer.as_ref())
        };
        let treffer = gleiche.iter().find(wie_dieser).map(|(_, _, woher)| woher.clone());
        if treffer.is_none() {
            gleiche.push((e.bescheid_am, e.fruehere_nummer, e.woher));
        }
        treffer
    }
}

fn vereinbar<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}
