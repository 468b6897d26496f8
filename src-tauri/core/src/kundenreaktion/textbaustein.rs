//! Text blocks for letters: which placeholders there are, and what becomes of them.

use super::textbaustein_daten::VORLAGEN;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use std::collections::BTreeMap;

aufzaehlung! {
    /// What is filled in. In a text it stands in braces, `{anrede}`, in small or capital letters.
    Platzhalter {
        /// Salutation with the name, such as "Sehr geehrte Frau Muster"; the comma stands in the text.
        Anrede = "anrede", "Anrede";
        /// Name of the person.
        Name = "name", "Name";
        /// Number of the Kundenreaktion.
        Nummer = "nummer", "Nummer";
        /// Day of receipt.
        Eingang = "eingang", "Tag des Eingangs";
        /// Way it came in, such as "E-Mail".
        Kanal = "kanal", "Kanal";
        /// What it is about, in a few words.
        Anliegen = "anliegen", "Anliegen";
        /// Last day for the answer.
        AntwortBis = "antwort_bis", "Antwort bis";
        /// Name of the house.
        Haus = "haus", "Name des Hauses";
        /// Team that answers.
        Team = "team", "Team";
        /// Day of the letter.
        Heute = "heute", "Tag des Schreibens";
    }
}

aufzaehlung! {
    /// What a text block is for.
    Textzweck {
        /// That the letter has come.
        Eingangsbestaetigung = "eingangsbestaetigung", "Eingangsbestätigung";
        /// That the answer takes longer.
        Zwischennachricht = "zwischennachricht", "Zwischennachricht";
        /// Answer to a complaint that is right.
        Berechtigt = "berechtigt", "Antwort auf eine berechtigte Beschwerde";
        /// Answer to a complaint that is not.
        Unberechtigt = "unberechtigt", "Antwort auf eine unberechtigte Beschwerde";
        /// Thanks for praise.
        Dank = "dank", "Dank für Lob";
        /// That the letter goes on as a Widerspruch.
        Weiterleitung = "weiterleitung", "Weiterleitung als Widerspruch";
        /// Anything else.
        Sonstiges = "sonstiges", "Sonstiges Schreiben";
    }
}

/// A text block that comes with the program; the house makes its own from it. It begins with the salutation and
/// has no complimentary close, since the letter brings one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Textvorlage {
    /// What it is for.
    pub zweck: Textzweck,
    /// Name in the list.
    pub titel: &'static str,
    /// Paragraphs divided by blank lines.
    pub text: &'static str,
}

/// The text blocks of the program, one for each purpose but the last.
#[must_use]
pub fn textvorlagen() -> &'static [Textvorlage] {
    VORLAGEN
}

/// A text with its placeholders filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eingesetzt {
    /// The text; what has no value stands as "[Name]" in it.
    pub text: String,
    /// What has no value, each once, in the order of the text.
    pub offen: Vec<Platzhalter>,
}

/// Whether every brace of a text is a placeholder.
///
/// # Errors
/// What is none, as it stands in the text, each once: an unknown word, a brace that is not closed or not opened.
pub fn platzhalter_pruefen(text: &str) -> Result<(), Vec<String>> {
    let mut falsch: Vec<String> = Vec::new();
    for stueck in stuecke(text) {
        if let Stueck::Falsch(s) = stueck
            && !falsch.iter().any(|f| f == s)
        {
            falsch.push(s.to_owned());
        }
    }
    if falsch.is_empty() { Ok(()) } else { Err(falsch) }
}

/// Fills the placeholders in. Braces that are none stay as they are, and so do those inside a value. A value of
/// nothing but spaces is none.
#[must_use]
pub fn einsetzen(text: &str, werte: &BTreeMap<Platzhalter, String>) -> Eingesetzt {
    let mut e = Eingesetzt { text: String::new(), offen: Vec::new() };
    for stueck in stuecke(text) {
        match stueck {
            Stueck::Text(s) | Stueck::Falsch(s) => e.text.push_str(s),
            Stueck::Platzhalter(p) => match werte.get(&p).filter(|w| !w.trim().is_empty()) {
                Some(wert) => e.text.push_str(wert),
                None => {
                    e.text.push_str(&format!("[{}]", p.titel()));
                    if !e.offen.contains(&p) {
                        e.offen.push(p);
                    }
                }
            },
        }
    }
    e
}

/// A stretch of a text.
enum Stueck<'a> {
    Text(&'a str),
    Platzhalter(Platzhalter),
    Falsch(&'a str),
}

/// Longest stretch that is quoted from a brace that is not closed.
const ZITAT: usize = 20;

/// The whole text in stretches; put together they are it again.
fn stuecke(text: &str) -> Vec<Stueck<'_>> {
    let mut alle = Vec::new();
    let mut rest = text;
    while let Some(i) = rest.find(['{', '}']) {
        let (davor, ab) = rest.split_at(i);
        alle.push(Stueck::Text(davor));
        let innen = ab.get(1..).unwrap_or_default();
        let laenge = match innen.find(['{', '}', '\n']) {
            _ if ab.starts_with('}') => 1,
            Some(ende) if innen.get(ende..).is_some_and(|s| s.starts_with('}')) => ende + 2,
            // Not closed: what follows is read on, but shown so that it is found.
            ende => {
                1 + ende
                    .unwrap_or(innen.len())
                    .min(innen.char_indices().nth(ZITAT).map_or(innen.len(), |(i, _)| i))
            }
        };
        let (stueck, danach) = ab.split_at(laenge);
        let name = stueck.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
        let bekannt = name.and_then(|n| Platzhalter::aus(&n.trim().to_lowercase()));
        alle.push(bekannt.map_or(Stueck::Falsch(stueck), Stueck::Platzhalter));
        rest = danach;
    }
    alle.push(Stueck::Text(rest));
    alle
}
