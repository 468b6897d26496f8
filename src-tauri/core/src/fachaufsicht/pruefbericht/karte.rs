//! Chapter 4: items by teams, as a chart and as a table of the same numbers.

use super::daten::Berichtsdaten;
use super::text::{liste, zahl};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{
    Alternativtext, Block, Diagramm, Diagrammart, Spalte, Tabelle, Waermewert, Waermezeile,
};
use crate::fachaufsicht::auswertung::{Kartenfeld, Kartenzeile, Merkmalskarte};
use crate::stichprobe::Zehntelprozent;

/// Teams beside each other on a page.
const SPALTEN: usize = 7;

pub fn bloecke(d: &Berichtsdaten) -> Result<Vec<Block>, BerichtFehler> {
    let karte = &d.auswertung.karte;
    if karte.zeilen.is_empty() {
        return Ok(karte.hinweise.iter().map(|h| Block::Absatz(h.as_str().into())).collect());
    }
    let teile = teile(karte);
    let mut b = Vec::new();
    for teil in &teile {
        b.push(Block::Diagramm(diagramm(teil)?));
    }
    b.push(liste(karte.hinweise.iter().cloned()));
    b.extend(teile.iter().map(|teil| Block::Tabelle(tabelle(teil))));
    Ok(b)
}

/// The same rows for as many teams at a time as a page is wide.
fn teile(karte: &Merkmalskarte) -> Vec<Merkmalskarte> {
    let anfaenge = (0..karte.spalten.len()).step_by(SPALTEN);
    anfaenge
        .map(|ab| Merkmalskarte {
            spalten: karte.spalten.iter().skip(ab).take(SPALTEN).cloned().collect(),
            zeilen: karte
                .zeilen
                .iter()
                .map(|z| Kartenzeile {
                    felder: z.felder.iter().skip(ab).take(SPALTEN).copied().collect(),
                    ..z.clone()
                })
                .collect(),
            ..Merkmalskarte::default()
        })
        .collect()
}

fn prozent(f: &Kartenfeld) -> f64 {
    f.quote.map_or(0.0, Zehntelprozent::als_prozent)
}

fn diagramm(karte: &Merkmalskarte) -> Result<Diagramm, BerichtFehler> {
    Ok(Diagramm {
        titel: "Abweichungen nach Merkmalen und Teams".to_owned(),
        alternativtext: Alternativtext::neu(alternativtext(karte))?,
        einheit: "%".to_owned(),
        legende: "In jeder Zelle: Einheiten mit Abweichung von beurteilten Einheiten. Je dunkler, desto höher ihr Anteil. Die Nummern der Merkmale stehen in den Tabellen."
            .to_owned(),
        ziel: None,
        inhalt: Diagrammart::Waermekarte {
            spalten: karte.spalten.iter().map(|s| s.name.clone()).collect(),
            zeilen: karte
                .zeilen
                .iter()
                .map(|z| Waermezeile {
                    name: format!("Merkmal {}", z.nummer),
                    werte: z
                        .felder
                        .iter()
                        .map(|f| {
                            f.as_ref().map(|f| Waermewert {
                                wert: prozent(f),
                                text: format!("{} von {}", zahl(f.fehlerhaft), zahl(f.beurteilt)),
                            })
                        })
                        .collect(),
                })
                .collect(),
        },
    })
}

/// The fields with the highest share; all numbers stand in the table below.
fn alternativtext(karte: &Merkmalskarte) -> String {
    let mut felder: Vec<(u32, &str, &Kartenfeld)> = karte
        .zeilen
        .iter()
        .flat_map(|z| {
            z.felder
                .iter()
                .zip(&karte.spalten)
                .filter_map(|(f, s)| Some((z.nummer, s.name.as_str(), f.as_ref()?)))
        })
        .filter(|(_, _, f)| f.fehlerhaft > 0)
        .collect();
    felder.sort_by(|a, b| b.2.quote.cmp(&a.2.quote).then_with(|| a.0.cmp(&b.0)));
    let hoechste: Vec<String> = felder
        .iter()
        .take(3)
        .map(|(nr, team, f)| format!("Merkmal {nr}, {team}: {} von {}", f.fehlerhaft, f.beurteilt))
        .collect();
    format!(
        "Karte mit {} Merkmalen und {} Teams. Höchste Anteile: {}. Alle Zahlen stehen in der Tabelle darunter.",
        karte.zeilen.len(),
        karte.spalten.len(),
        if hoechste.is_empty() { "keine Abweichung gezeigt".to_owned() } else { hoechste.join("; ") }
    )
}

fn tabelle(karte: &Merkmalskarte) -> Tabelle {
    let mut spalten = vec![Spalte::rechts("Nr.", 0.6), Spalte::links("Merkmal", 3.6)];
    spalten.extend(karte.spalten.iter().map(|s| Spalte::rechts(&s.name, 1.3)));
    Tabelle {
        beschriftung: Some("Daten der Karte: Abweichungen von beurteilten Einheiten".to_owned()),
        zeilenkopf: Some(1),
        spalten,
        zeilen: karte
            .zeilen
            .iter()
            .map(|z| {
                [z.nummer.to_string(), z.frage.clone()]
                    .into_iter()
                    .chain(z.felder.iter().map(|f| match f {
                        None => "–".to_owned(),
                        Some(f) => match f.quote {
                            None => format!("{} von {}", zahl(f.fehlerhaft), zahl(f.beurteilt)),
                            Some(q) => {
                                format!("{} von {} ({q})", zahl(f.fehlerhaft), zahl(f.beurteilt))
                            }
                        },
                    }))
                    .collect()
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }
}
