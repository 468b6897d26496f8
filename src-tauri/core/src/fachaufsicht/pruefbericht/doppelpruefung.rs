//! The blind double check in the report: how the items were read, by item and never by person.

use super::Berichtsdaten;
use super::text::{liste, zahl};
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle};
use crate::fachaufsicht::doppelpruefung::{Merkmalsuebereinstimmung, Uebereinstimmung};

/// Nothing without a double check.
pub fn bloecke(d: &Berichtsdaten) -> Vec<Block> {
    let Some(g) = &d.doppelpruefung else { return Vec::new() };
    let u = &g.uebereinstimmung;
    let nummer = 6 + u8::from(d.verlauf.is_some()) + u8::from(d.nachschau.is_some());
    let mut saetze = vec![format!(
        "Vorgesehen sind {}\u{a0}% jeder Ziehung, aufgerundet: {} von {} Fällen hat eine zweite Person geprüft, die nach eigener Erklärung den ersten Prüfbogen nicht kannte. Die Fälle bestimmt ein Schlüssel des Hauses, den niemand wählt.",
        g.anteil,
        zahl(g.abgeschlossen),
        zahl(g.anzahl)
    )];
    saetze.extend(u.saetze.iter().cloned());
    let mut b = vec![
        Block::Ueberschrift(Stufe::Zwei, format!("4.{nummer} Doppelprüfung")),
        liste(saetze),
        Block::Tabelle(merkmale(u)),
    ];
    let klaeren: Vec<String> =
        u.zeilen.iter().filter_map(|z| z.klaeren.as_ref().map(|k| format!("„{}“ {k}", z.frage))).collect();
    if !klaeren.is_empty() {
        b.push(Block::Absatz(
            "Diese Merkmale wurden verschieden gelesen; ihr Wortlaut ist zu klären:".into(),
        ));
        b.push(liste(klaeren));
    }
    b.push(Block::Absatz(
        "Kappa nach Cohen (1960): Anteil der Übereinstimmung, der über den Zufall hinausgeht; 1 ist volle Übereinstimmung, 0 entspricht dem Zufall. Ein Strich steht, wo beide immer dieselbe eine Antwort gaben oder nicht verglichen werden konnte."
            .into(),
    ));
    b
}

fn merkmale(u: &Uebereinstimmung) -> Tabelle {
    Tabelle {
        beschriftung: Some("Übereinstimmung je Merkmal".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Merkmal", 4.2),
            Spalte::rechts("Gleich", 1.6),
            Spalte::rechts("Kappa", 0.9),
            Spalte::rechts("Fehler in beiden", 1.2),
            Spalte::rechts("Nur in der ersten", 1.2),
            Spalte::rechts("Nur in der zweiten", 1.2),
        ],
        zeilen: u.zeilen.iter().map(|z| zeile(z).into_iter().collect()).collect(),
        eng: true,
        ..Tabelle::default()
    }
}

fn zeile(z: &Merkmalsuebereinstimmung) -> [String; 6] {
    let strich = || "–".to_owned();
    [
        z.frage.clone(),
        z.anteil.map_or_else(strich, |_| format!("{} von {}", zahl(z.gleich), zahl(z.verglichen))),
        z.kappa.as_ref().map_or_else(strich, |k| format!("{:.2}", k.als_f64()).replace('.', ",")),
        zahl(z.fehler_beide),
        zahl(z.fehler_nur_erste),
        zahl(z.fehler_nur_zweite),
    ]
}
