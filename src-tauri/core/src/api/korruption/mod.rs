//! The registers against corruption: offered benefits, and the areas at risk. No name of anyone, and no suspicion.

mod anfragen;
pub mod gefaehrdung;
mod gefaehrdungsliste;
pub mod zuwendung;
mod zuwendungsliste;

pub use anfragen::*;

use super::rechte::{self, Umfang};
use super::tuer::{Aenderung, Frage};
use super::widerspruch::Personenzeichen;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::freitext;
use crate::haus::Sitzung;
use crate::korruption::verdacht::kein_verdacht;
use crate::schrittfolge::{Registerschritt, geltende};
use crate::storage::Lesen;

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

/// What a step is in a decision by two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rang {
    /// Asks the second person.
    Vorschlag,
    /// Her decision.
    Zweite,
    /// Needs nobody else.
    Allein,
}

/// Whether the last step may be taken back: what the second person decided, only by herself; a step of another only by
/// who keeps the register.
fn letzten_pruefen<S>(
    (l, sitzung): (&Lesen<'_>, &Sitzung),
    (operation, umfang): (&str, Umfang),
    schritte: &[Registerschritt<S>],
    rang: impl Fn(&S) -> Rang,
) -> Ergebnis<()> {
    let Some(letzter) = geltende(schritte).last() else { return Ok(()) };
    let ich = sitzung.benutzer_id();
    if rang(&letzter.schritt) == Rang::Zweite {
        let vorgeschlagen = geltende(schritte).any(|e| rang(&e.schritt) == Rang::Vorschlag && e.von == ich);
        return rechte::zweite_person_selbst(l, sitzung, operation, &letzter.von, vorgeschlagen);
    }
    if umfang < Umfang::Haus && letzter.von != ich {
        return Err(Fehler::neu(
            Code::Recht,
            "Diesen Schritt nimmt die Ansprechperson für Korruptionsprävention zurück.",
        ));
    }
    Ok(())
}

/// The area that a person is kept to in the atlas; `None`: the whole house. Without an area she sees nothing.
fn nur_bereich(sitzung: &Sitzung, umfang: Umfang) -> Option<String> {
    (umfang < Umfang::Haus).then(|| sitzung.benutzer().bereich_id.clone().unwrap_or_default())
}
