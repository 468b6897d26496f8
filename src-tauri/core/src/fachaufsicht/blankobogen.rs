//! The empty check sheet, to be filled in by hand where there is no desk with the program, such as on a visit to a
//! Träger. Pure.
//!
//! It asks for no names: who checked stands as a sign, who was there as a function, as in the program itself.

use super::Aufzaehlung;
use super::pruefbericht::BerichtKopf;
use super::pruefbericht::text::{datum, paar};
use super::thema::{Abschnitt, Antwortwert, Bogenvorlage, Merkmal, Pruefthema};
use crate::bericht::modell::{
    Bericht, Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt, Unterschrift, Zeile, Zelle,
};
use chrono::NaiveDate;

/// Room to write: a cell without any content would be missing from what a screen reader reads as a table.
const LEER: &str = "\u{a0}";
/// A box to tick.
const KAESTCHEN: &str = "☐";

/// What the empty sheet is made of.
#[derive(Clone, Debug)]
pub struct Blankodaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// The head of the chain.
    pub kopf: BerichtKopf,
    /// The theme.
    pub thema: Pruefthema,
    /// The version of its sheet.
    pub vorlage: Bogenvorlage,
    /// Number, first and last day of the check it is for; none: to be filled in.
    pub pruefung: Option<(String, NaiveDate, NaiveDate)>,
}

/// Builds the empty sheet.
pub fn blankobogen(d: &Blankodaten) -> Bericht {
    let wofuer = d.pruefung.as_ref().map_or_else(
        || format!("{}, Fassung {}", d.thema.titel, d.vorlage.nummer),
        |(nummer, ..)| format!("{nummer}: {}", d.thema.titel),
    );
    let mut bloecke = kopffelder(d);
    for a in &d.vorlage.abschnitte {
        bloecke.push(Block::Tabelle(abschnitt(d, a)));
    }
    bloecke.extend(schluss());
    Bericht {
        kopf: d.haus.kopf(
            format!("Prüfbogen {wofuer}"),
            "Leerer Prüfbogen zum Ausfüllen von Hand".to_owned(),
            d.kopf.zeit,
            format!(
                "Prüfbogen {} · Fassung {} · Rechtsstand {}",
                d.thema.kennung,
                d.vorlage.nummer,
                datum(d.vorlage.rechtsstand)
            ),
        ),
        bloecke,
        beilagen: Vec::new(),
    }
}

fn leer(name: &str) -> (String, Text) {
    paar(name, LEER)
}

fn kopffelder(d: &Blankodaten) -> Vec<Block> {
    let v = &d.vorlage;
    let mut werte = vec![paar(
        "Prüfbogen",
        format!(
            "Fassung {}, Rechtsstand {}{}",
            v.nummer,
            datum(v.rechtsstand),
            if v.freigegeben_von.is_some() { "" } else { ", ungeprüft" }
        ),
    )];
    match &d.pruefung {
        Some((nummer, von, bis)) => {
            werte.push(paar("Prüfung", nummer.clone()));
            werte.push(paar("Prüfzeitraum", format!("{} bis {}", datum(*von), datum(*bis))));
        }
        None => werte.extend([leer("Prüfung"), leer("Prüfzeitraum")]),
    }
    werte.extend(
        [
            "Laufende Nummer des Falls",
            "Träger und Ort",
            "Team",
            "Datum der Prüfung",
            "Geprüft von (Zeichen)",
            "Zweite Person (Zeichen)",
            "Anwesend (Funktionen)",
        ]
        .map(leer),
    );
    let mut bloecke = vec![
        Block::Titelblatt(Titelblatt {
            art: "Prüfbogen zum Ausfüllen".to_owned(),
            titel: d.thema.titel.clone(),
            untertitel: format!("Fachaufsicht · {}", d.thema.auswahleinheit.titel()),
        }),
        Block::Werte(werte),
    ];
    if !v.einleitung.is_empty() {
        bloecke.push(Block::Absatz(Text::from(v.einleitung.as_str())));
    }
    bloecke.push(Block::Absatz(Text::from(
        "Je Merkmal bitte genau ein Kästchen ankreuzen. Zu „nein“ und „teilweise“ gehört eine Bemerkung: was, seit wann, welcher Betrag. Bitte keine Namen, Gesundheits- oder Bankdaten eintragen.",
    )));
    bloecke
}

fn abschnitt(d: &Blankodaten, a: &Abschnitt) -> Tabelle {
    let mut spalten = vec![Spalte::rechts("Nr.", 0.5), Spalte::links("Merkmal", 5.0)];
    spalten.extend(Antwortwert::ALLE.iter().map(|w| Spalte::mitte(w.titel(), 0.9)));
    Tabelle {
        beschriftung: Some(a.titel.clone()),
        zeilenkopf: Some(0),
        spalten,
        zeilen: a.merkmale.iter().flat_map(|m| merkmal(d, m)).collect(),
        ..Tabelle::default()
    }
}

/// Two rows that stay together: the question with its boxes, and room to write.
fn merkmal(d: &Blankodaten, m: &Merkmal) -> [Zeile; 2] {
    let stelle = |kennung: &str| d.vorlage.merkmale().position(|x| x.kennung == kennung).map_or(0, |i| i + 1);
    let mut text = Text::default().fett(m.frage.as_str());
    if m.entscheidend {
        text = text.und(" (entscheidend)");
    }
    if let Some(w) = &m.wenn {
        let worte: Vec<&str> = w.antwort.iter().map(|x| x.titel()).collect();
        text = text.kursiv(format!(
            "\nnur wenn Nr. {} mit {} beantwortet ist",
            stelle(&w.merkmal),
            worte.join(" oder ")
        ));
    }
    for (vorn, inhalt) in [("", &m.rechtsgrundlage), ("Soll: ", &m.soll), ("Hinweis: ", &m.hinweis)] {
        if !inhalt.is_empty() {
            text = text.und(format!("\n{vorn}{inhalt}"));
        }
    }
    let nummer = stelle(&m.kennung);
    let mut erste = vec![Zelle::ueber(nummer.to_string(), 1, 2), Zelle::from(text)];
    erste.extend(Antwortwert::ALLE.iter().map(|_| Zelle::from(KAESTCHEN)));
    let schreiben = Zelle::ueber("Bemerkung:\n ", 1 + Antwortwert::ALLE.len(), 1);
    [Zeile { zellen: erste, summe: false }, Zeile { zellen: vec![schreiben], summe: false }]
}

fn schluss() -> Vec<Block> {
    vec![
        Block::Ueberschrift(Stufe::Eins, "Sonstiges".to_owned()),
        Block::Werte(
            ["Bemerkung", "Unterlagen, die fehlten"]
                .map(|name| paar(name, format!("{LEER}\n{LEER}\n{LEER}")))
                .to_vec(),
        ),
        Block::Absatz(Text::from(
            "Die Antworten werden danach im Programm in den Prüfbogen des Falls übertragen; erst dort zählen sie. Dieses Blatt ist dann nach den Regeln des Hauses zu vernichten oder zur Akte zu nehmen.",
        )),
        Block::Unterschriften(
            ["Geprüft", "Zur Kenntnis genommen"]
                .map(|funktion| Unterschrift { name: String::new(), funktion: funktion.to_owned() })
                .to_vec(),
        ),
    ]
}
