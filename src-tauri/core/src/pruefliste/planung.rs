//! When a catalogue is due again in a unit, and which of its questions.

use super::katalog::{Kapitel, fragen};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Last day of the period in which each question was last answered in a unit.
pub type LetzteAntworten = BTreeMap<String, NaiveDate>;

/// The day from which a question is due again: its interval after the end of the period in which it was last
/// answered; at once if it never was.
fn wieder_ab(turnus_monate: u16, zuletzt: NaiveDate) -> NaiveDate {
    zuletzt.checked_add_months(Months::new(turnus_monate.into())).unwrap_or(NaiveDate::MAX)
}

/// Kennungen of the questions that are due in a run over a period that ends on that day. A condition comes along with
/// the question that hangs on it, else nobody could tell whether it applies.
pub fn faellige_fragen(kapitel: &[Kapitel], zuletzt: &LetzteAntworten, bis: NaiveDate) -> BTreeSet<String> {
    let mut faellig: BTreeSet<String> = fragen(kapitel)
        .filter(|f| zuletzt.get(&f.kennung).is_none_or(|tag| wieder_ab(f.turnus_monate, *tag) <= bis))
        .map(|f| f.kennung.clone())
        .collect();
    let bedingungen: BTreeMap<&str, &str> = fragen(kapitel)
        .filter_map(|f| f.wenn.as_ref().map(|w| (f.kennung.as_str(), w.frage.as_str())))
        .collect();
    // A condition stands further up, so one pass from the end carries a chain of them along.
    for f in fragen(kapitel).collect::<Vec<_>>().into_iter().rev() {
        if faellig.contains(&f.kennung)
            && let Some(bedingung) = bedingungen.get(f.kennung.as_str())
        {
            faellig.insert((*bedingung).to_owned());
        }
    }
    faellig
}

/// The day by which the next run of a catalogue should end its period: the first day on which one of its questions is
/// due again. None if the unit never had a run.
pub fn naechster_stichtag(kapitel: &[Kapitel], zuletzt: &LetzteAntworten) -> Option<NaiveDate> {
    fragen(kapitel).filter_map(|f| zuletzt.get(&f.kennung).map(|tag| wieder_ab(f.turnus_monate, *tag))).min()
}
