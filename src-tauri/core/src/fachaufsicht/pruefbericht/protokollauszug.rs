//! Extract of the audit chain over a period, as a report.

use super::daten::BerichtKopf;
use super::text::{datum, gruppen, moment_millis, paar, tabelle_oder, zahl};
use crate::bericht::Bericht;
use crate::bericht::modell::{Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt};
use chrono::NaiveDate;

/// One entry.
#[derive(Clone, Debug)]
pub struct Auszugszeile {
    /// Number.
    pub folge: u64,
    /// UTC milliseconds.
    pub zeit: i64,
    /// German label of the operation.
    pub vorgang: String,
    /// Kind of the object in German.
    pub gegenstand: String,
    /// Sign.
    pub zeichen: String,
    /// Hash, hexadecimal.
    pub hash: String,
}

/// The whole extract.
#[derive(Clone, Debug)]
pub struct Protokollauszug {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// First day.
    pub von: NaiveDate,
    /// Last day.
    pub bis: NaiveDate,
    /// Entries of the period, oldest first.
    pub zeilen: Vec<Auszugszeile>,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// Builds the report.
#[must_use]
pub fn protokollauszug(d: &Protokollauszug) -> Bericht {
    let zeitraum = format!("{} bis {}", datum(d.von), datum(d.bis));
    Bericht {
        beilagen: Vec::new(),
        kopf: d.haus.kopf(
            format!("Protokollauszug {zeitraum}"),
            format!("Einträge des Protokolls vom {zeitraum}"),
            d.kopf.zeit,
            format!("Protokollauszug · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke: vec![
            Block::Titelblatt(Titelblatt {
                art: "Auszug aus dem Protokoll".to_owned(),
                titel: d.haus.haus.clone(),
                untertitel: zeitraum,
            }),
            Block::Werte(vec![
                paar("Einträge im Zeitraum", zahl(d.zeilen.len() as u64)),
                paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
                paar("Eintrag des Kopfs", zahl(d.kopf.folge)),
            ]),
            Block::Absatz(
                Text::from("Das Protokoll enthält keine Namen, Nummern und Texte. Nachprüfen: ")
                    .wortgetreu(format!("iksctl protokoll pruefe --daten ORDNER --kopf {}", d.kopf.hash)),
            ),
            Block::Ueberschrift(Stufe::Eins, "Einträge".to_owned()),
            tabelle_oder(
                Tabelle {
                    beschriftung: None,
                    zeilenkopf: Some(0),
                    spalten: vec![
                        Spalte::rechts("Nr.", 0.8),
                        Spalte::links("Zeit", 2.0),
                        Spalte::links("Vorgang", 3.6),
                        Spalte::links("Gegenstand", 1.8),
                        Spalte::links("Zeichen", 0.9),
                        Spalte::links("Prüfsumme (Anfang)", 1.8),
                    ],
                    zeilen: d
                        .zeilen
                        .iter()
                        .map(|z| {
                            [
                                zahl(z.folge),
                                moment_millis(z.zeit),
                                z.vorgang.clone(),
                                z.gegenstand.clone(),
                                z.zeichen.clone(),
                                z.hash.chars().take(16).collect(),
                            ]
                            .into_iter()
                            .collect()
                        })
                        .collect(),
                    eng: true,
                    ..Tabelle::default()
                },
                "In diesem Zeitraum gibt es keine Einträge.",
            ),
        ],
    }
}
