//! Chapter 4: the rates of this and earlier checks, as a chart and as a table of the same numbers.

use super::daten::Berichtsdaten;
use super::text::{liste, zahl};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{
    Alternativtext, Block, Diagramm, Diagrammart, Messpunkt, Spalte, Stufe, Tabelle, Ziel,
};
use crate::fachaufsicht::auswertung::{Verlauf, Verlaufspunkt};
use crate::stichprobe::Zehntelprozent;

/// Nothing while there are fewer than two points.
pub fn bloecke(d: &Berichtsdaten) -> Result<Vec<Block>, BerichtFehler> {
    let Some(verlauf) = &d.verlauf else { return Ok(Vec::new()) };
    Ok(vec![
        Block::Ueberschrift(Stufe::Zwei, "4.6 Quote im Verlauf".to_owned()),
        Block::Diagramm(diagramm(d, verlauf)?),
        Block::Absatz(
            "Abgeschlossene Prüfungen desselben Themas im selben Bereich, jede mit ihrer eigenen Quote."
                .into(),
        ),
        Block::Tabelle(tabelle(verlauf)),
        liste(verlauf.hinweise.iter().cloned()),
    ])
}

fn intervall(p: &Verlaufspunkt) -> String {
    match (p.unten, p.oben) {
        (Some(unten), Some(oben)) => format!("{unten} bis {oben} ({})", p.sicherheit),
        _ => "Vollprüfung".to_owned(),
    }
}

fn diagramm(d: &Berichtsdaten, verlauf: &Verlauf) -> Result<Diagramm, BerichtFehler> {
    let punkte = &verlauf.punkte;
    let beschreibung: Vec<String> = punkte
        .iter()
        .map(|p| format!("{}, {}: {}, {}", p.nummer, p.zeitraum, p.quote, intervall(p)))
        .collect();
    let mut legende = "Quadrat: Fehlerquote. Strich: zweiseitiges Intervall mit der Sicherheit, die für die Prüfung festgelegt war.".to_owned();
    if punkte.iter().any(|p| p.oben.is_none()) {
        legende.push_str(" Ohne Strich: Vollprüfung, kein Stichprobenfehler.");
    }
    let ziel =
        d.auswertung.rate.as_ref().and_then(|r| {
            Some(Ziel { wert: r.ziel_zehntel? / 10.0, text: format!("Ziel {}", r.ziel.clone()?) })
        });
    if ziel.is_some() {
        legende.push_str(" Gestrichelt: Ziel dieser Prüfung.");
    }
    Ok(Diagramm {
        titel: "Fehlerquote im Verlauf".to_owned(),
        alternativtext: Alternativtext::neu(format!(
            "Fehlerquote in {} Prüfungen. {}.",
            punkte.len(),
            beschreibung.join("; ")
        ))?,
        einheit: "%".to_owned(),
        legende,
        ziel,
        inhalt: Diagrammart::Verlauf(
            punkte
                .iter()
                .map(|p| Messpunkt {
                    name: p.zeitraum.clone(),
                    wert: p.quote.als_prozent(),
                    intervall: p
                        .unten
                        .zip(p.oben)
                        .map(|(u, o)| (Zehntelprozent::als_prozent(u), Zehntelprozent::als_prozent(o))),
                    text: format!("{} von {}", zahl(p.fehlerhaft), zahl(p.gezogen)),
                })
                .collect(),
        ),
    })
}

fn tabelle(verlauf: &Verlauf) -> Tabelle {
    Tabelle {
        beschriftung: Some("Daten des Verlaufs".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Prüfung", 1.5),
            Spalte::links("Zeitraum", 1.9),
            Spalte::rechts("Grund\u{ad}gesamtheit", 1.3),
            Spalte::rechts("Gezogen", 1.1),
            Spalte::rechts("Fehlerhaft", 1.2),
            Spalte::rechts("Ungeklärt", 1.2),
            Spalte::rechts("Quote", 1.0),
            Spalte::rechts("Intervall (Sicherheit)", 2.7),
        ],
        zeilen: verlauf
            .punkte
            .iter()
            .map(|p| {
                let mut zeile: crate::bericht::modell::Zeile = [
                    p.nummer.clone(),
                    p.zeitraum.clone(),
                    zahl(p.grundgesamtheit),
                    zahl(p.gezogen),
                    zahl(p.fehlerhaft),
                    zahl(p.ungeklaert),
                    p.quote.to_string(),
                    intervall(p),
                ]
                .into_iter()
                .collect();
                zeile.summe = p.diese;
                zeile
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }
}
