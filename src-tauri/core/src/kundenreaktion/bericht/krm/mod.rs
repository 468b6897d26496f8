//! The KRM-Bericht: from figures to content. Pure; no name, no case number, no text of a reaction.

mod grundlagen;
mod tafeln;

use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Bericht, Block, Hauskopf, Stufe, Text, Titelblatt};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{datum, gruppen, liste, paar, zeitpunkt};
use crate::kundenreaktion::auswertung::Reaktionsauswertung;

/// What the KRM-Bericht is made of.
#[derive(Clone, Debug)]
pub struct KrmBerichtdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// The figures.
    pub auswertung: Reaktionsauswertung,
    /// Only reactions about teams of the person's area are counted.
    pub nur_eigene: bool,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// Builds the KRM-Bericht.
///
/// # Errors
/// A chart without alternative text, which the code below always gives.
pub fn krm_bericht(d: &KrmBerichtdaten) -> Result<Bericht, BerichtFehler> {
    let a = &d.auswertung;
    let zeitraum = format!("{} bis {}", datum(a.von), datum(a.bis));
    let mut bloecke = deckblatt(d, &zeitraum);
    bloecke.push(Block::Seitenumbruch);
    bloecke.push(Block::Inhaltsverzeichnis { titel: "Inhalt".to_owned(), bis: Stufe::Zwei });
    bloecke.push(Block::Seitenumbruch);
    bloecke.extend(tafeln::kapitel(a)?);
    bloecke.extend(grundlagen::bloecke(a));
    Ok(Bericht {
        kopf: d.haus.kopf(
            format!("KRM-Bericht {zeitraum}"),
            format!("Kundenreaktionen vom {zeitraum}"),
            d.kopf.zeit,
            format!("KRM-Bericht · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke,
        beilagen: Vec::new(),
    })
}

fn deckblatt(d: &KrmBerichtdaten, zeitraum: &str) -> Vec<Block> {
    let a = &d.auswertung;
    vec![
        Block::Titelblatt(Titelblatt {
            art: "KRM-Bericht".to_owned(),
            titel: d.haus.haus.clone(),
            untertitel: zeitraum.to_owned(),
        }),
        Block::Werte(vec![
            paar("Zeitraum", zeitraum),
            paar(
                "Umfang",
                if d.nur_eigene {
                    "Reaktionen zu den eigenen Teams oder in deren Zuständigkeit"
                } else {
                    "ganzes Haus"
                },
            ),
            paar("Zählweise", "Vollzählung, alle Kanäle"),
            paar("Stand des Berichts", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit))),
            paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
        ]),
        Block::Kasten {
            titel: "Ergebnis".to_owned(),
            saetze: a.saetze.iter().map(|s| Text::from(s.as_str())).collect(),
        },
        Block::Ueberschrift(Stufe::Eins, "Zum Lesen der Zahlen".to_owned()),
        liste(a.hinweise.iter().cloned()),
        Block::Absatz(Text::from(
            "Der Bericht enthält keine Namen, keine Fallnummern und keinen Text einer Reaktion. Gezählt wird nach Teams, nie nach einzelnen Beschäftigten.",
        )),
    ]
}
