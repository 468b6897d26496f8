//! Charts and tables that the reports about registers share.

use super::{Anteil, Bestandsmonat};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Alternativtext, Balken, Block, Diagramm, Diagrammart, Spalte, Tabelle};
use crate::fachaufsicht::pruefbericht::text::{summe, zahl};
use crate::stichprobe::Zehntelprozent;

/// What stands where a small group is not shown.
pub const VERDECKT: &str = "*";
/// Bars of a chart over time at most; longer periods show the ends of quarters, then of years.
const BALKEN: usize = 24;
/// A smaller Bestand needs no chart.
const AB_BESTAND: u64 = 5;

/// `11/2026` from `2026-11`.
#[must_use]
pub fn monatsname(monat: &str) -> String {
    match monat.split_once('-') {
        Some((jahr, m)) => format!("{m}/{jahr}"),
        None => monat.to_owned(),
    }
}

/// Zugang, Abgang and Bestand: a chart of the Bestand, where there is enough of it, and a table of the months.
///
/// # Errors
/// A chart without alternative text, which the code below always gives.
pub fn bestand(titel: &str, vorher: u64, monate: &[Bestandsmonat]) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = Vec::new();
    let punkte = balkenmonate(monate);
    if punkte.len() > 1 && monate.iter().any(|m| m.bestand >= AB_BESTAND) {
        let balken = punkte
            .iter()
            .map(|m| Balken {
                name: monatsname(&m.monat),
                wert: m.bestand as f64,
                schranke: None,
                text: zahl(m.bestand),
            })
            .collect();
        b.push(diagramm(
            format!("Offene {titel} am Monatsende"),
            "Balken je Monat",
            ("", "Balken: Bestand am letzten Tag des Monats."),
            balken,
        )?);
    }
    let mut zeilen =
        vec![["Anfang".to_owned(), String::new(), String::new(), zahl(vorher)].into_iter().collect()];
    zeilen.extend(monate.iter().map(|m| {
        [monatsname(&m.monat), zahl(m.zugang), zahl(m.abgang), zahl(m.bestand)].into_iter().collect()
    }));
    zeilen.push(summe(vec![
        "zusammen".to_owned(),
        zahl(monate.iter().map(|m| m.zugang).sum()),
        zahl(monate.iter().map(|m| m.abgang).sum()),
        zahl(monate.last().map_or(vorher, |m| m.bestand)),
    ]));
    b.push(Block::Tabelle(Tabelle {
        beschriftung: Some("Bestand = Bestand zuvor + Zugang − Abgang".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Monat", 2.0),
            Spalte::rechts("Zugang", 1.2),
            Spalte::rechts("Abgang", 1.2),
            Spalte::rechts("Bestand am Ende", 1.6),
        ],
        zeilen,
        eng: monate.len() > 12,
        ..Tabelle::default()
    }));
    Ok(b)
}

/// Shares as bars; nothing for fewer than two. `je` says what a bar is.
///
/// # Errors
/// As [`bestand`].
pub fn anteilsbalken(
    titel: &str,
    je: &str,
    legende: &str,
    zeilen: &[(&str, Anteil)],
) -> Result<Option<Block>, BerichtFehler> {
    if zeilen.len() < 2 {
        return Ok(None);
    }
    let balken = zeilen
        .iter()
        .map(|(name, a)| Balken {
            name: (*name).to_owned(),
            wert: a.prozent().map_or(0.0, Zehntelprozent::als_prozent),
            schranke: None,
            text: format!("{} von {}", zahl(a.zaehler), zahl(a.nenner)),
        })
        .collect();
    diagramm(titel.to_owned(), je, ("%", legende), balken).map(Some)
}

/// Counts as bars; nothing for fewer than two. `je` says what a bar is.
///
/// # Errors
/// As [`bestand`].
pub fn zaehlbalken(
    titel: &str,
    je: &str,
    legende: &str,
    zeilen: &[(&str, u64)],
) -> Result<Option<Block>, BerichtFehler> {
    if zeilen.len() < 2 {
        return Ok(None);
    }
    let balken = zeilen
        .iter()
        .map(|(name, n)| Balken { name: (*name).to_owned(), wert: *n as f64, schranke: None, text: zahl(*n) })
        .collect();
    diagramm(titel.to_owned(), je, ("", legende), balken).map(Some)
}

/// Whoever cannot see the bars hears the same figures.
fn diagramm(
    titel: String,
    je: &str,
    (einheit, legende): (&str, &str),
    balken: Vec<Balken>,
) -> Result<Block, BerichtFehler> {
    let werte: Vec<String> = balken.iter().map(|b| format!("{}: {}", b.name, b.text)).collect();
    Ok(Block::Diagramm(Diagramm {
        titel,
        alternativtext: Alternativtext::neu(format!("{je}. {}.", werte.join("; ")))?,
        einheit: einheit.to_owned(),
        legende: legende.to_owned(),
        ziel: None,
        inhalt: Diagrammart::Balken(balken),
    }))
}

/// All months, or the last ones of quarters or years, so that the bars stay readable.
fn balkenmonate(monate: &[Bestandsmonat]) -> Vec<&Bestandsmonat> {
    let letzter = |m: &Bestandsmonat, je: u32| {
        m.monat.get(5..).and_then(|n| n.parse::<u32>().ok()).is_some_and(|n| n % je == 0)
    };
    [1, 3, 12]
        .into_iter()
        .map(|je| monate.iter().filter(|m| letzter(m, je)).collect::<Vec<_>>())
        .find(|auswahl| auswahl.len() <= BALKEN)
        .unwrap_or_default()
}
