//! The answer to the person as a letter.

use crate::bericht::Bericht;
use crate::bericht::modell::{Block, Briefkopf, Briefschluss, Hauskopf, Listenart, Text};
use crate::fachaufsicht::pruefbericht::text::datum;
use chrono::{DateTime, FixedOffset, NaiveDate};

/// What the letter says.
#[derive(Clone, Debug)]
pub struct Antwortschreiben {
    /// Number of the Kundenreaktion; stands beside the address and at the foot of each page.
    pub nummer: String,
    /// Day of the letter.
    pub datum: NaiveDate,
    /// What it is about.
    pub betreff: String,
    /// Salutation with its comma; none if the text brings it.
    pub anrede: Option<String>,
    /// Paragraphs divided by blank lines; lines that begin with "- " are a list.
    pub text: String,
    /// Complimentary close.
    pub gruss: String,
    /// Function of who signs, not the name.
    pub unterzeichner: String,
}

/// Builds the letter. `erstellt` becomes the date of the file. The mark of the house ("Nur für den Dienstgebrauch")
/// is left out: this leaves the house. The room for the address is free; addresses are not stored.
#[must_use]
pub fn antwortbericht(haus: &Hauskopf, a: &Antwortschreiben, erstellt: DateTime<FixedOffset>) -> Bericht {
    let mut kopf = haus.kopf(
        format!("Antwortschreiben {}", a.nummer),
        einzeilig(&a.betreff),
        erstellt,
        format!("Unser Zeichen: {}", a.nummer),
    );
    kopf.vertraulichkeit = None;
    let mut bloecke = vec![Block::Briefkopf(Briefkopf {
        angaben: vec![("Unser Zeichen".to_owned(), a.nummer.clone()), ("Datum".to_owned(), datum(a.datum))],
        betreff: einzeilig(&a.betreff),
    })];
    let anrede = a.anrede.as_deref().map(str::trim).filter(|anrede| !anrede.is_empty());
    bloecke.extend(anrede.map(|anrede| Block::Absatz(Text::from(anrede))));
    bloecke.extend(textbloecke(&a.text));
    bloecke.push(Block::Briefschluss(Briefschluss {
        gruss: a.gruss.trim().to_owned(),
        unterzeichner: a.unterzeichner.trim().to_owned(),
    }));
    Bericht { kopf, bloecke, beilagen: Vec::new() }
}

/// Paragraphs and lists. A line break inside a paragraph stays one; an indented line goes on with its point.
fn textbloecke(text: &str) -> Vec<Block> {
    let mut alle = Vec::new();
    let mut absatz: Vec<String> = Vec::new();
    let mut punkte: Vec<String> = Vec::new();
    // One blank line more closes what is open.
    for zeile in text.lines().chain([""]) {
        let eingerueckt = zeile.starts_with([' ', '\t']);
        let inhalt = einzeilig(zeile);
        let punkt = inhalt.strip_prefix("- ").or_else(|| inhalt.strip_prefix("• "));
        if let Some(punkt) = punkt {
            absatz_schliessen(&mut absatz, &mut alle);
            punkte.push(punkt.trim_start().to_owned());
            continue;
        }
        match punkte.last_mut() {
            Some(letzter) if eingerueckt && !inhalt.is_empty() => {
                letzter.push(' ');
                letzter.push_str(&inhalt);
                continue;
            }
            Some(_) => {
                let fertig = std::mem::take(&mut punkte).into_iter().map(Text::from).collect();
                alle.push(Block::Liste(Listenart::Punkte, fertig));
            }
            None => {}
        }
        if inhalt.is_empty() {
            absatz_schliessen(&mut absatz, &mut alle);
        } else {
            absatz.push(inhalt);
        }
    }
    alle
}

fn absatz_schliessen(zeilen: &mut Vec<String>, alle: &mut Vec<Block>) {
    if !zeilen.is_empty() {
        alle.push(Block::Absatz(Text::from(std::mem::take(zeilen).join("\n"))));
    }
}

/// Without line breaks, tabs and double spaces, which a page cannot show.
fn einzeilig(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
