//! Verifies what is too numerous to be sealed row by row: the units of each population against its hashes,
//! and plain numbers against the pseudonyms they stand beside.

use super::super::grundgesamtheit::pseudonymisierer;
use super::{Teilnehmende, einheiten_lesen, teilnehmende};
use crate::fehler::Ergebnis;
use crate::haus::Haus;
use crate::storage::{Grundgesamtheit, Lesen};
use std::collections::HashMap;

/// German sentences, one for each population or kind of number that does not agree.
pub(in crate::api) fn populationsbefunde(haus: &Haus, l: &Lesen<'_>) -> Ergebnis<Vec<String>> {
    let mut befunde = Vec::new();
    for (nummer, g) in l.grundgesamtheiten()? {
        // Until it is sealed the hash covers every unit, afterwards those that take part.
        let t =
            if g.versiegelt_am.is_some() { teilnehmende(l, &g)? } else { einheiten_lesen(l, &g, |_| true)? };
        if !hashes_stimmen(&g, &t) {
            befunde.push(format!(
                "Die Grundgesamtheit der Prüfung {nummer} wurde verändert: Der Hash ihrer Einheiten weicht ab."
            ));
        }
        let falsch = falsche_nummern(haus, l, &g)?;
        if falsch > 0 {
            befunde.push(format!(
                "Fallnummern der Prüfung {nummer} wurden verändert: Bei {falsch} passt die Nummer nicht zum Pseudonym."
            ));
        }
    }
    Ok(befunde)
}

fn hashes_stimmen(g: &Grundgesamtheit, t: &Teilnehmende) -> bool {
    t.liste.population_hash().as_deref() == Ok(g.population_hash.as_str())
        && g.schicht_hash.as_deref().is_none_or(|soll| t.liste.schicht_hash().as_deref() == Ok(soll))
}

/// Plain numbers of units and Prüffälle whose pseudonym is another one.
fn falsche_nummern(haus: &Haus, l: &Lesen<'_>, g: &Grundgesamtheit) -> Ergebnis<usize> {
    let pseudonym = pseudonymisierer(haus, g)?;
    let mut falsch = 0;
    if l.hat_klarnummern(g.nr)? {
        let mut bekannt = HashMap::new();
        l.einheiten_durchgehen(g.nr, |e| {
            bekannt.insert(e.lfd, e.pseudonym);
        })?;
        l.klarnummern_durchgehen(g.nr, |lfd, nummer| {
            falsch += usize::from(bekannt.get(&lfd) != Some(&pseudonym.bytes(nummer)));
        })?;
    }
    l.prueffallnummern_durchgehen(&g.pruefung_id, |soll, nummer| {
        falsch += usize::from(pseudonym.pseudonym(nummer) != soll);
    })?;
    Ok(falsch)
}
