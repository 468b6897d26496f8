//! The registers of data protection: breaches, and the requests of persons concerned.

pub mod anfrage;
mod anfrageansicht;
mod anfrageliste;
mod anfragen;
pub mod vorfall;
mod vorfallansicht;
mod vorfallliste;

pub use anfrageansicht::AnfrageDetail;
pub use anfragen::*;
pub use vorfallansicht::VorfallDetail;

use super::rechte::Umfang;
use super::tuer::{Aenderung, Frage};
use super::widerspruch::Personenzeichen;
use crate::fehler::Ergebnis;
use crate::freitext;
use crate::haus::Sitzung;

/// Whose entries a scope shows: all, or only those the person entered.
pub(super) fn nur_von(sitzung: &Sitzung, umfang: Umfang) -> Option<String> {
    (umfang < Umfang::Haus).then(|| sitzung.benutzer_id().to_owned())
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
