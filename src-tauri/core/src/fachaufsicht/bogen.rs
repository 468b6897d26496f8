//! The check sheet: which items apply, when it is complete, who looks at it a second time. Pure.

use super::aufzaehlung;
use super::feststellung::{Schwere, Wirkung};
use super::thema::{Abschnitt, Antwortwert, gefragte};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use ts_rs::TS;

aufzaehlung! {
    /// State of a sheet.
    BogenStand {
        /// Nothing entered yet.
        Offen = "offen", "offen";
        /// Being checked.
        InArbeit = "in_arbeit", "in Arbeit";
        /// Complete, waits for the Gegenprüfung.
        Geprueft = "geprueft", "zur Gegenprüfung";
        /// Returned by the Gegenprüfung with a reason.
        Zurueckgegeben = "zurueckgegeben", "zurückgegeben";
        /// Released, with or without Gegenprüfung.
        Bestaetigt = "bestaetigt", "bestätigt";
        /// The unit could not be checked at all.
        NichtPruefbar = "nicht_pruefbar", "nicht prüfbar";
    }
}

aufzaehlung! {
    /// Why a sheet needs a second person.
    Gegenpruefung {
        /// It does not.
        Keine = "keine", "keine";
        /// A Feststellung with money.
        Betrag = "betrag", "wegen Betrag";
        /// A serious Feststellung.
        Schwere = "schwere", "wegen Schwere";
        /// Drawn.
        Auswahl = "auswahl", "ausgewählt";
    }
}

/// A drawn unit with its sheet, without the plain number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Prueffall {
    /// UUIDv7.
    pub id: String,
    /// Check.
    pub pruefung_id: String,
    /// Draw.
    pub ziehung_id: String,
    /// Place over all draws of the check, from 1.
    pub position: i64,
    /// 64 hex digits.
    pub pseudonym: String,
    /// Stratum.
    pub schicht: String,
    /// Team.
    pub team_id: Option<String>,
    /// Amount of the list, cents.
    pub betrag_cent: Option<i64>,
    /// Who is to check it.
    pub zugewiesen_an: Option<String>,
    /// State.
    pub stand: BogenStand,
    /// Remark of the checker.
    pub bemerkung: String,
    /// Why it could not be checked at all.
    pub nicht_pruefbar_grund: String,
    /// Who closed the sheet.
    pub geprueft_von: Option<String>,
    /// When, UTC.
    pub geprueft_am: Option<String>,
    /// Why it needs a second person.
    pub gegenpruefung: Gegenpruefung,
    /// Who confirmed or returned it.
    pub gegengeprueft_von: Option<String>,
    /// When, UTC.
    pub gegengeprueft_am: Option<String>,
    /// Why it was returned.
    pub rueckgabe_grund: String,
    /// For optimistic locking.
    pub version: i64,
}

/// A saved answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Antwort {
    /// Kennung of the item.
    pub merkmal: String,
    /// Answer.
    pub wert: Antwortwert,
    /// Set by "restliche offene auf Ja".
    pub sammel: bool,
    /// Id of the person who gave it.
    pub von: String,
    /// For optimistic locking; 0 before the first.
    pub version: i64,
}

/// Id of an answer in storage and chain.
pub fn antwort_id(prueffall_id: &str, merkmal: &str) -> String {
    format!("{prueffall_id}/{merkmal}")
}

impl BogenStand {
    /// Whether the checker may change answers and Feststellungen.
    pub fn bearbeitbar(self) -> bool {
        matches!(self, Self::Offen | Self::InArbeit | Self::Zurueckgegeben)
    }

    /// Whether nothing more is to come before the check can end.
    pub fn fertig(self) -> bool {
        matches!(self, Self::Bestaetigt | Self::NichtPruefbar)
    }
}

/// Answers by kennung of the item.
pub type Antworten = BTreeMap<String, Antwortwert>;

/// What a sheet lacks before it can be closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Luecke {
    /// Kennung of the item.
    pub merkmal: String,
    /// What is to be done there.
    pub art: Lueckenart,
}

aufzaehlung! {
    /// Kind of a gap.
    Lueckenart {
        /// No answer yet.
        Antwort = "antwort", "Antwort fehlt";
        /// The answer needs a Feststellung.
        Feststellung = "feststellung", "Feststellung fehlt";
        /// A Feststellung does not fit the answer.
        Ueberzaehlig = "ueberzaehlig", "Feststellung passt nicht zur Antwort";
    }
}

/// Whether an answer must be explained by a Feststellung: a "nein" always, a "teilweise" where the check
/// counts it as an error.
pub fn braucht_feststellung(wert: Antwortwert, teilweise_zaehlt: bool) -> bool {
    match wert {
        Antwortwert::Nein => true,
        Antwortwert::Teilweise => teilweise_zaehlt,
        _ => false,
    }
}

/// Whether an answer may have a Feststellung at all.
pub fn darf_feststellung(wert: Antwortwert) -> bool {
    matches!(wert, Antwortwert::Nein | Antwortwert::Teilweise)
}

/// Everything that is still open, in order of the sheet. `mit_feststellung`: items that have one.
pub fn luecken(
    abschnitte: &[Abschnitt],
    antworten: &Antworten,
    mit_feststellung: &[&str],
    teilweise_zaehlt: bool,
) -> Vec<Luecke> {
    let gelten: Vec<&str> = gefragte(abschnitte, antworten).iter().map(|m| m.kennung.as_str()).collect();
    let mut offen = Vec::new();
    for m in abschnitte.iter().flat_map(|a| &a.merkmale) {
        let hat = mit_feststellung.contains(&m.kennung.as_str());
        let wert = antworten.get(&m.kennung).filter(|_| gelten.contains(&m.kennung.as_str()));
        let art = match wert {
            None if gelten.contains(&m.kennung.as_str()) => Some(Lueckenart::Antwort),
            Some(wert) if !hat && braucht_feststellung(*wert, teilweise_zaehlt) => {
                Some(Lueckenart::Feststellung)
            }
            Some(wert) if hat && !darf_feststellung(*wert) => Some(Lueckenart::Ueberzaehlig),
            None if hat => Some(Lueckenart::Ueberzaehlig),
            _ => None,
        };
        offen.extend(art.map(|art| Luecke { merkmal: m.kennung.clone(), art }));
    }
    offen
}

/// Whether a closed sheet needs a second person, and why.
///
/// Money (also money that cannot be put into figures) and "schwerwiegend" always; else the drawn share.
pub fn gegenpruefung(feststellungen: &[(Wirkung, Schwere)], ausgewaehlt: bool) -> Gegenpruefung {
    if feststellungen.iter().any(|(w, _)| *w != Wirkung::Ohne) {
        Gegenpruefung::Betrag
    } else if feststellungen.iter().any(|(_, s)| *s == Schwere::Schwerwiegend) {
        Gegenpruefung::Schwere
    } else if ausgewaehlt {
        Gegenpruefung::Auswahl
    } else {
        Gegenpruefung::Keine
    }
}

/// Whether a unit belongs to the share of its draw that is looked at twice.
///
/// The units of the draw are put in the order of SHA-256(key, pseudonym) and the first `anteil` per cent,
/// rounded up, are taken. The key is secret to the house, so nobody can choose or foresee which they are.
pub fn ausgewaehlt(schluessel: &[u8], pseudonym: &str, ziehung: &[String], anteil: u8) -> bool {
    let rang = |p: &str| -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(schluessel);
        hasher.update(p.as_bytes());
        hasher.finalize().into()
    };
    let eigener = rang(pseudonym);
    let davor = ziehung.iter().filter(|p| (rang(p), p.as_str()) < (eigener, pseudonym)).count();
    davor < (ziehung.len() * usize::from(anteil.min(100))).div_ceil(100)
}

#[cfg(test)]
mod tests;
