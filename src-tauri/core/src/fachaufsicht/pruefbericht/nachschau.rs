//! Chapter 4: a Nachschau beside the check that it follows.

use super::daten::{BerichtNachschau, Berichtsdaten};
use super::text::{liste, zahl};
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::nachschau::{Korrekturzeile, Merkmalsseite, Stichprobenvergleich};

/// Nothing for a check that follows none.
pub fn bloecke(d: &Berichtsdaten) -> Vec<Block> {
    let Some(n) = &d.nachschau else { return Vec::new() };
    let nummer = if d.verlauf.is_some() { "4.7" } else { "4.6" };
    let mut b =
        vec![Block::Ueberschrift(Stufe::Zwei, format!("{nummer} Neben der ersten Prüfung {}", n.erste))];
    if !n.saetze.is_empty() {
        b.push(liste(n.saetze.iter().cloned()));
    }
    if let Some(v) = &n.stichprobe {
        b.push(Block::Tabelle(merkmale(d, n, v)));
        let (dort, hier) = &v.sicherheiten;
        b.push(Block::Absatz(
            format!(
                "Höchstens: einseitige Obergrenze der Quote ({}: {dort}, {}: {hier} Sicherheit), nur bei einfacher Zufallsauswahl; nicht prüfbare Fälle zählen darin als Fehler.",
                n.erste, d.nummer
            )
            .into(),
        ));
    }
    if !n.korrekturen.is_empty() {
        b.push(Block::Tabelle(korrekturen(&n.korrekturen)));
    }
    b
}

fn anteil(m: Option<&Merkmalsseite>) -> String {
    m.map_or_else(
        || "–".to_owned(),
        |m| match m.quote {
            Some(quote) => format!("{} von {} ({quote})", zahl(m.fehler), zahl(m.beurteilt)),
            None => format!("{} von {}", zahl(m.fehler), zahl(m.beurteilt)),
        },
    )
}

fn hoechstens(m: Option<&Merkmalsseite>) -> String {
    m.and_then(|m| m.hoechstens).map_or_else(|| "–".to_owned(), |h| h.to_string())
}

fn merkmale(d: &Berichtsdaten, n: &BerichtNachschau, v: &Stichprobenvergleich) -> Tabelle {
    Tabelle {
        beschriftung: Some("Fehler je Merkmal in beiden Prüfungen".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Merkmal", 3.6),
            Spalte::rechts(n.erste.as_str(), 1.9),
            Spalte::rechts("Höchstens", 1.1),
            Spalte::rechts(d.nummer.as_str(), 1.9),
            Spalte::rechts("Höchstens", 1.1),
            Spalte::links("Vergleich", 1.9),
        ],
        zeilen: v
            .zeilen
            .iter()
            .map(|z| {
                [
                    z.frage.clone(),
                    anteil(z.erste.as_ref()),
                    hoechstens(z.erste.as_ref()),
                    anteil(z.nachschau.as_ref()),
                    hoechstens(z.nachschau.as_ref()),
                    z.urteil.titel().to_owned(),
                ]
                .into_iter()
                .collect()
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }
}

fn korrekturen(zeilen: &[Korrekturzeile]) -> Tabelle {
    Tabelle {
        beschriftung: Some("Was aus den Korrekturen wurde, je Merkmal".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Merkmal", 4.4),
            Spalte::rechts("Verlangt", 1.2),
            Spalte::rechts("Behoben", 1.2),
            Spalte::rechts("Weiterhin fehlerhaft", 1.5),
            Spalte::rechts("Offen oder nicht geklärt", 1.6),
            Spalte::rechts("Neu fehlerhaft", 1.4),
        ],
        zeilen: zeilen
            .iter()
            .map(|z| {
                [
                    z.frage.clone(),
                    zahl(z.verlangt),
                    zahl(z.behoben),
                    zahl(z.weiterhin),
                    zahl(z.offen),
                    zahl(z.neu),
                ]
                .into_iter()
                .collect()
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }
}
