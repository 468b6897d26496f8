//! From the rows of an earlier list to procedures of the register: which columns mean what, what the words in
//! them mean, and which rows are in the register already. Pure; nothing in a list is guessed silently.

mod bestand;
mod worte;
mod zeile;

use super::{Klarangaben, Verfahrensangaben, Verfahrensart, Verfahrensergebnis};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::einlesen::{Leseoptionen, Vorschau};
use crate::fehler::Fehler;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

pub use bestand::{Bestand, Eintrag, Herkunft};
pub use worte::{Wortfeld, Wortschatz, Wortzuordnung};
pub(crate) use zeile::{Listenregel, satz_zum_feld};

/// Most rows of one list; beyond, it is to be divided.
pub const MAX_ZEILEN: u64 = 20_000;
/// Most words that a person may give a meaning.
const MAX_WORTE: usize = 500;
const MAX_NAME: usize = 200;
/// How the note of a procedure begins that had a number in the list.
const FRUEHERE_NUMMER: &str = "Frühere Nummer: ";

aufzaehlung! {
    /// What a column of the list can mean.
    Verfahrensfeld {
        /// Number of the Bedarfsgemeinschaft; needed.
        Fallnummer = "fallnummer", "Fallnummer";
        /// Receipt in the house; needed.
        Eingang = "eingang", "Eingang";
        /// The challenged decision in words.
        Gegenstand = "gegenstand", "Gegenstand";
        /// Name of the person.
        Name = "name", "Name";
        /// Kind of procedure.
        Art = "art", "Art";
        /// Date of the decision.
        BescheidAm = "bescheid_am", "Bescheid vom";
        /// Day of posting.
        AufgabeZurPost = "aufgabe_zur_post", "Aufgabe zur Post";
        /// Subject of the shared catalogue.
        Sachgebiet = "sachgebiet", "Sachgebiet";
        /// Team whose decision is challenged.
        Team = "team", "Team";
        /// How it ended.
        Ergebnis = "ergebnis", "Ergebnis";
        /// When it ended.
        EntschiedenAm = "entschieden_am", "Entschieden am";
        /// Reference of the court.
        AzGericht = "az_gericht", "Aktenzeichen des Gerichts";
        /// Who acts for the person.
        Vertretung = "vertretung", "Vertretung";
        /// Note.
        Vermerk = "vermerk", "Vermerk";
        /// Number in the earlier list.
        FruehereNummer = "fruehere_nummer", "Frühere Nummer";
    }
}

/// Which columns mean what, and what holds for all rows alike. A column that is not named here is not stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Verfahrenszuordnung {
    /// Column by name, for each field that the list has.
    pub spalten: BTreeMap<Verfahrensfeld, String>,
    /// Kind of rows that name none.
    pub standard_art: Verfahrensart,
    /// Subject (kennung) of rows that name none; empty: such rows are rejected.
    pub standard_sachgebiet: String,
    /// The files prove the day of posting. Without it the fiction does not start (BSG B 4 AS 37/08 R).
    pub vermerk_vorhanden: bool,
    /// The decisions had a complete instruction, with the electronic form (BSG B 7 AS 10/22 R).
    pub belehrung_vollstaendig: bool,
    /// What a person said about words that are not ours.
    pub worte: Vec<Wortzuordnung>,
}

/// How a list is read; saved as a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Verfahrensleseweise {
    /// Reading options.
    pub optionen: Leseoptionen,
    /// Mapping.
    pub zuordnung: Verfahrenszuordnung,
}

/// A row as a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listenverfahren {
    /// Kind.
    pub art: Verfahrensart,
    /// What every reader of the register may see.
    pub angaben: Verfahrensangaben,
    /// What only the Widerspruchsstelle sees.
    pub klar: Klarangaben,
    /// Its number in the list.
    pub fruehere_nummer: Option<String>,
    /// How and when it ended.
    pub ergebnis: Option<(Verfahrensergebnis, NaiveDate)>,
}

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ablehnung {
    /// German sentence.
    pub text: String,
    /// Words of the row that have no meaning yet.
    pub worte: Vec<(Wortfeld, String)>,
}

impl Ablehnung {
    pub(crate) fn neu(text: impl Into<String>) -> Self {
        Self { text: text.into(), worte: Vec::new() }
    }
}

impl Verfahrenszuordnung {
    /// Checks lengths and contradictions; whether the columns exist shows only with a file.
    ///
    /// # Errors
    /// `eingabe` with the field.
    pub fn pruefe(&self) -> Result<(), Fehler> {
        let hat = |feld| self.spalten.contains_key(&feld);
        let fehler = |feld: Verfahrensfeld, text: &str| Err(Fehler::feld(feld.name(), text));
        if !hat(Verfahrensfeld::Fallnummer) {
            return fehler(Verfahrensfeld::Fallnummer, "Bitte wählen Sie die Spalte mit der Fallnummer.");
        }
        if !hat(Verfahrensfeld::Eingang) {
            return fehler(Verfahrensfeld::Eingang, "Bitte wählen Sie die Spalte mit dem Eingang.");
        }
        if hat(Verfahrensfeld::Ergebnis) != hat(Verfahrensfeld::EntschiedenAm) {
            return fehler(
                Verfahrensfeld::EntschiedenAm,
                "Erledigte Verfahren brauchen Ergebnis und Tag. Bitte ordnen Sie beide Spalten zu oder keine.",
            );
        }
        if self.spalten.values().any(|n| n.trim().is_empty() || n.chars().count() > MAX_NAME) {
            return Err(Fehler::feld("spalten", "Ein Spaltenname ist leer oder länger als 200 Zeichen."));
        }
        let lang =
            |w: &Wortzuordnung| w.wort.chars().count() > MAX_NAME || w.bedeutung.chars().count() > MAX_NAME;
        if self.worte.len() > MAX_WORTE || self.worte.iter().any(lang) {
            return Err(Fehler::feld("worte", "Es sind höchstens 500 Wörter mit je 200 Zeichen möglich."));
        }
        Ok(())
    }
}

/// Words in the titles of columns, for a first guess; the first that fits wins.
const TITEL: &[(Verfahrensfeld, &[&str])] = &[
    (
        Verfahrensfeld::Fallnummer,
        &["bg-nummer", "bg-nr", "bgnr", "bg nr", "fallnummer", "fall-nr", "bedarfsgemeinschaft"],
    ),
    (Verfahrensfeld::AzGericht, &["az sg", "gericht", "az. sg", "s-az"]),
    (
        Verfahrensfeld::FruehereNummer,
        &[
            "w-nummer",
            "w-nr",
            "lfd.",
            "registernummer",
            "widerspruchsnummer",
            "vorgangsnummer",
            "aktenzeichen",
        ],
    ),
    (Verfahrensfeld::AufgabeZurPost, &["aufgabe zur post", "postaufgabe", "abgang", "absendung"]),
    (Verfahrensfeld::BescheidAm, &["bescheid vom", "bescheiddatum", "datum des bescheid", "bescheid am"]),
    (
        Verfahrensfeld::EntschiedenAm,
        &[
            "entschieden am",
            "erledigt am",
            "entscheidung vom",
            "erledigung am",
            "erledigungsdatum",
            "abschluss",
        ],
    ),
    (Verfahrensfeld::Eingang, &["eingang", "eingegangen"]),
    (Verfahrensfeld::Ergebnis, &["ergebnis", "ausgang", "erledigungsart"]),
    (Verfahrensfeld::Sachgebiet, &["sachgebiet", "rechtsgebiet"]),
    (Verfahrensfeld::Team, &["team"]),
    (Verfahrensfeld::Vertretung, &["vertret", "bevollmächtigt", "anwalt", "kanzlei"]),
    (Verfahrensfeld::Gegenstand, &["gegenstand", "streitgegenstand", "bescheidart", "betreff"]),
    (Verfahrensfeld::Vermerk, &["vermerk", "bemerkung", "notiz"]),
    (Verfahrensfeld::Art, &["verfahrensart", "art"]),
    (Verfahrensfeld::Name, &["name", "widerspruchsführer"]),
];

/// Columns that look like a field by their title, for the first look of a person.
#[must_use]
pub fn vorschlag(vorschau: &Vorschau) -> BTreeMap<Verfahrensfeld, String> {
    let mut aus: BTreeMap<Verfahrensfeld, String> = BTreeMap::new();
    for (feld, worte) in TITEL {
        let frei = |name: &str| !aus.values().any(|n| n == name);
        let treffer = worte.iter().find_map(|wort| {
            // Three letters are part of too many words.
            let passt = |name: &str| {
                let name = name.to_lowercase();
                if wort.len() < 4 { name == *wort } else { name.contains(wort) }
            };
            vorschau.spalten.iter().map(|s| &s.name).find(|n| passt(n) && frei(n))
        });
        if let Some(name) = treffer.cloned() {
            aus.insert(*feld, name);
        }
    }
    // Result and day go together.
    if aus.contains_key(&Verfahrensfeld::Ergebnis) != aus.contains_key(&Verfahrensfeld::EntschiedenAm) {
        aus.remove(&Verfahrensfeld::Ergebnis);
        aus.remove(&Verfahrensfeld::EntschiedenAm);
    }
    aus
}

/// The number that a procedure had in an earlier list, as its note says it.
#[must_use]
pub fn fruehere_nummer(vermerk: &str) -> Option<&str> {
    let rest = vermerk.lines().find_map(|z| z.strip_prefix(FRUEHERE_NUMMER))?.trim();
    (!rest.is_empty()).then_some(rest)
}
