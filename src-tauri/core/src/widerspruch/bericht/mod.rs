//! Reports of the register: from figures and events to content. Pure; no name, no case number, persons as signs.

mod fristenbuch;
mod grundlagen;
mod tafeln;

pub use fristenbuch::{Fristenbuchdaten, Fristenbucheintrag, fristenbuchbericht};

use super::auswertung::{Artauswertung, Widerspruchsauswertung};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Bericht, Block, Hauskopf, Stufe, Text, Titelblatt};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{datum, gruppen, liste, paar, zeitpunkt};

/// What the Widerspruchsbericht is made of.
#[derive(Clone, Debug)]
pub struct Widerspruchsberichtdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// The figures.
    pub auswertung: Widerspruchsauswertung,
    /// Only procedures about teams of the person's area are counted.
    pub nur_eigene: bool,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// Builds the Widerspruchsbericht.
///
/// # Errors
/// A chart without alternative text, which the code below always gives.
pub fn widerspruchsbericht(d: &Widerspruchsberichtdaten) -> Result<Bericht, BerichtFehler> {
    let a = &d.auswertung;
    let zeitraum = format!("{} bis {}", datum(a.von), datum(a.bis));
    let mut bloecke = deckblatt(d, &zeitraum);
    bloecke.push(Block::Seitenumbruch);
    bloecke.push(Block::Inhaltsverzeichnis { titel: "Inhalt".to_owned(), bis: Stufe::Zwei });
    bloecke.push(Block::Seitenumbruch);
    let gezeigte: Vec<&Artauswertung> = a.teile.iter().filter(|t| t.bestand_vorher + t.zugang > 0).collect();
    for (nummer, teil) in (1..).zip(&gezeigte) {
        bloecke.extend(tafeln::teil(nummer, teil)?);
    }
    bloecke.extend(grundlagen::bloecke(gezeigte.len() + 1, a));
    Ok(Bericht {
        kopf: d.haus.kopf(
            format!("Widerspruchsbericht {zeitraum}"),
            format!("Widersprüche, Überprüfungsanträge und Klagen vom {zeitraum}"),
            d.kopf.zeit,
            format!("Widerspruchsbericht · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke,
        beilagen: Vec::new(),
    })
}

fn deckblatt(d: &Widerspruchsberichtdaten, zeitraum: &str) -> Vec<Block> {
    vec![
        Block::Titelblatt(Titelblatt {
            art: "Widerspruchsbericht".to_owned(),
            titel: d.haus.haus.clone(),
            untertitel: zeitraum.to_owned(),
        }),
        Block::Werte(vec![
            paar("Zeitraum", zeitraum),
            paar(
                "Umfang",
                if d.nur_eigene { "Verfahren zu Teams des eigenen Bereichs" } else { "ganzes Haus" },
            ),
            paar("Zählweise", "Vollzählung des Registers"),
            paar("Stand des Berichts", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit))),
            paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
        ]),
        Block::Kasten {
            titel: "Ergebnis".to_owned(),
            saetze: d.auswertung.saetze.iter().map(|s| Text::from(s.as_str())).collect(),
        },
        Block::Ueberschrift(Stufe::Eins, "Zum Lesen der Zahlen".to_owned()),
        liste(d.auswertung.hinweise.iter().cloned()),
        Block::Absatz(Text::from(
            "Der Bericht enthält keine Namen und keine Fallnummern. Gezählt wird nach Teams, nie nach einzelnen Beschäftigten.",
        )),
    ]
}
