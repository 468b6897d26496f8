//! The registers against corruption: offered benefits, and the areas at risk. No name of anyone, and no suspicion.

mod anfragen;
pub mod gefaehrdung;
mod gefaehrdungsliste;
pub mod zuwendung;
mod zuwendungsliste;

pub use anfragen::*;

use super::tuer::{Aenderung, Frage};
use super::widerspruch::Personenzeichen;
use crate::fehler::{Ergebnis, Fehler};
use crate::freitext;
use crate::korruption::verdacht::kein_verdacht;

/// Refuses texts that hint at a suspicion: it belongs elsewhere, and this register does not keep it.
fn ohne_verdacht<'a>(texte: impl IntoIterator<Item = (&'a str, &'a str)>) -> Ergebnis<()> {
    let fehler = texte.into_iter().filter_map(|(feld, text)| kein_verdacht(feld, text).err());
    let felder: Vec<_> = fehler.flat_map(|f| f.felder).collect();
    if felder.is_empty() { Ok(()) } else { Err(Fehler::felder(felder)) }
}

/// With a sentence for each text that seems to hold personal data.
fn gewarnt<'a>(aenderung: Aenderung, texte: impl IntoIterator<Item = &'a str>) -> Aenderung {
    texte.into_iter().filter_map(freitext::warnung).fold(aenderung, Aenderung::mit_hinweis)
}

/// Signs of all persons of the house, by id.
fn personen(f: &Frage<'_>) -> Ergebnis<Vec<Personenzeichen>> {
    let alle = f.l.alle_benutzer()?.into_iter();
    Ok(alle.map(|b| Personenzeichen { id: b.id, zeichen: b.zeichen, name: b.anzeigename }).collect())
}
