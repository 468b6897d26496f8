//! Chapter 4: results in sentences, tables and charts.

use super::daten::Berichtsdaten;
use super::text::{anteil, euro, paar, tabelle_oder, zahl};
use super::{doppelpruefung, karte, nachschau, verlauf};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{
    Alternativtext, Balken, Block, Diagramm, Diagrammart, Spalte, Stufe, Tabelle, Text, Zeile, Ziel,
};
use crate::fachaufsicht::auswertung::{
    Betragssumme, Gruppenwerte, Gruppenzeile, Haeufung, Merkmalszeile, Pruefungsauswertung,
};
use crate::stichprobe::Zehntelprozent;

pub fn bloecke(d: &Berichtsdaten) -> Result<Vec<Block>, BerichtFehler> {
    let a = &d.auswertung;
    let mut b = vec![
        Block::Ueberschrift(Stufe::Eins, "4 Ergebnis".to_owned()),
        Block::Ueberschrift(Stufe::Zwei, "4.1 Fehlerhafte Einheiten".to_owned()),
    ];
    b.extend(a.saetze.iter().map(|s| Block::Absatz(Text::from(s.as_str()))));
    b.push(werte(a));
    b.push(definitionen(d));
    let titel = if a.geschichtet { "4.2 Schichten" } else { "4.2 Teams" };
    b.push(Block::Ueberschrift(Stufe::Zwei, titel.to_owned()));
    b.extend(teams(a)?);
    b.extend(merkmale(d)?);
    b.extend(karte::bloecke(d)?);
    b.extend(betraege(d));
    b.push(Block::Ueberschrift(Stufe::Zwei, "4.5 Sachgebiete und Ursachen".to_owned()));
    b.push(haeufung("Feststellungen nach Sachgebiet", "Sachgebiet", &a.sachgebiete));
    b.push(haeufung("Feststellungen nach organisatorischer Ursache", "Ursache", &a.ursachen));
    b.extend(verlauf::bloecke(d)?);
    b.extend(nachschau::bloecke(d));
    b.extend(doppelpruefung::bloecke(d));
    Ok(b)
}

/// Counts, rate and bounds.
pub(crate) fn werte(a: &Pruefungsauswertung) -> Block {
    let z = &a.zahlen;
    let mut werte = vec![
        paar("Grundgesamtheit", zahl(z.grundgesamtheit)),
        paar("Gezogen", zahl(z.gezogen)),
        paar("Geprüft", zahl(z.geprueft)),
        paar("Fehlerhaft", zahl(z.fehlerhaft)),
        paar("Ungeklärt (nur in der Obergrenze)", zahl(z.ungeklaert)),
    ];
    if let Some(r) = &a.rate {
        if let Some(quote) = r.quote {
            werte.push(paar("Fehlerquote", quote.to_string()));
        }
        if !r.vollpruefung || r.hoechstens != r.mindestens {
            let sicherheit = if r.vollpruefung {
                String::new()
            } else {
                format!(" (einseitig, {} Sicherheit)", r.sicherheit)
            };
            werte.push(paar(
                "Obergrenze",
                format!("{} Einheiten, {}{sicherheit}", zahl(r.hoechstens), r.quote_hoechstens),
            ));
            werte.push(paar(
                "Untergrenze",
                format!("{} Einheiten, {}{sicherheit}", zahl(r.mindestens), r.quote_mindestens),
            ));
        }
        if let Some(n) = r.naeherung_hoechstens {
            werte.push(paar("Obergrenze näherungsweise (Korn-Graubard)", n.to_string()));
        }
    }
    Block::Werte(werte)
}

fn definitionen(d: &Berichtsdaten) -> Block {
    Block::Tabelle(Tabelle {
        beschriftung: Some("Dieselben Einheiten nach allen drei Definitionen".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Fehlerhaft bei", 3.4),
            Spalte::links("Rolle", 1.6),
            Spalte::rechts("Fehlerhaft", 1.8),
            Spalte::rechts("Ungeklärt", 1.0),
        ],
        zeilen: d
            .auswertung
            .definitionen
            .iter()
            .map(|z| {
                let mut zeile: Zeile = [
                    z.titel.clone(),
                    if z.festgelegt { "festgelegt" } else { "nur Beschreibung" }.to_owned(),
                    if d.auswertung.zahlen.offen > 0 {
                        zahl(z.fehlerhaft)
                    } else {
                        anteil(z.fehlerhaft, z.gezogen)
                    },
                    zahl(z.ungeklaert),
                ]
                .into_iter()
                .collect();
                zeile.summe = z.festgelegt;
                zeile
            })
            .collect(),
        ..Tabelle::default()
    })
}

/// The table of the teams, and their chart.
pub(crate) fn teams(a: &Pruefungsauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let mut spalten = vec![Spalte::links("Team", 3.0)];
    if a.geschichtet {
        spalten.push(Spalte::rechts("Grundgesamtheit", 1.6));
    }
    spalten.extend([
        Spalte::rechts("Gezogen", 1.1),
        Spalte::rechts("Fehlerhaft", 1.2),
        Spalte::rechts("Ungeklärt", 1.2),
        Spalte::rechts("Quote", 1.0),
    ]);
    if a.geschichtet {
        spalten.push(Spalte::rechts("Obergrenze", 1.3));
    }
    let zelle = |p: Option<Zehntelprozent>| p.map_or_else(|| "–".to_owned(), |p| p.to_string());
    let zeilen = a
        .gruppen
        .iter()
        .map(|g| {
            let mut zellen = vec![g.name.clone()];
            match &g.werte {
                None => zellen.extend(vec!["*".to_owned(); spalten.len() - 1]),
                Some(w) => {
                    if a.geschichtet {
                        zellen.push(w.grundgesamtheit.map_or_else(|| "–".to_owned(), zahl));
                    }
                    zellen.extend([zahl(w.gezogen), zahl(w.fehlerhaft), zahl(w.ungeklaert), zelle(w.quote)]);
                    if a.geschichtet {
                        zellen.push(zelle(w.quote_hoechstens));
                    }
                }
            }
            zellen.into_iter().collect()
        })
        .collect();
    let mut b = vec![tabelle_oder(
        Tabelle {
            beschriftung: Some("Ergebnis je Team („*“: nicht gezeigt, kleine Gruppe)".to_owned()),
            zeilenkopf: Some(0),
            spalten,
            zeilen,
            ..Tabelle::default()
        },
        "Keine Angaben je Team.",
    )];
    let sichtbar: Vec<(&Gruppenzeile, Gruppenwerte)> =
        a.gruppen.iter().filter_map(|g| Some((g, g.werte?))).filter(|(_, w)| w.quote.is_some()).collect();
    if sichtbar.len() > 1 {
        b.push(Block::Diagramm(gruppendiagramm(a, &sichtbar)?));
    }
    Ok(b)
}

fn gruppendiagramm(
    a: &Pruefungsauswertung,
    zeilen: &[(&Gruppenzeile, Gruppenwerte)],
) -> Result<Diagramm, BerichtFehler> {
    let prozent = |p: Option<Zehntelprozent>| p.map_or(0.0, Zehntelprozent::als_prozent);
    let beschreibung: Vec<String> = zeilen
        .iter()
        .map(|(g, w)| {
            format!(
                "{}: {} von {} fehlerhaft{}",
                g.name,
                w.fehlerhaft,
                w.gezogen,
                w.quote_hoechstens.map_or_else(String::new, |h| format!(", höchstens {h}"))
            )
        })
        .collect();
    let legende = if a.geschichtet {
        format!(
            "Balken: Fehlerquote der Stichprobe. Strich: Obergrenze je Team bei {} Sicherheit.",
            a.rate.as_ref().map_or("", |r| r.sicherheit.as_str())
        )
    } else {
        "Balken: Fehlerquote der geprüften Einheiten, ohne Hochrechnung je Team.".to_owned()
    };
    Ok(Diagramm {
        titel: "Fehlerquote je Team".to_owned(),
        alternativtext: Alternativtext::neu(format!("Balken je Team. {}.", beschreibung.join("; ")))?,
        einheit: "%".to_owned(),
        legende,
        ziel: a.rate.as_ref().and_then(|r| {
            Some(Ziel { wert: r.ziel_zehntel? / 10.0, text: format!("Ziel {}", r.ziel.clone()?) })
        }),
        inhalt: Diagrammart::Balken(
            zeilen
                .iter()
                .map(|(g, w)| Balken {
                    name: g.name.clone(),
                    wert: prozent(w.quote),
                    schranke: w.quote_hoechstens.map(Zehntelprozent::als_prozent),
                    text: format!("{} von {}", w.fehlerhaft, w.gezogen),
                })
                .collect(),
        ),
    })
}

/// Most frequent items in the chart.
const HAEUFIGSTE: usize = 8;

fn merkmale(d: &Berichtsdaten) -> Result<Vec<Block>, BerichtFehler> {
    let zeilen = &d.auswertung.merkmale;
    let mut b = vec![
        Block::Ueberschrift(Stufe::Zwei, "4.3 Merkmale".to_owned()),
        Block::Absatz(
            "Gezählt sind Einheiten, bei denen das Merkmal beurteilt wurde (ja, nein, teilweise). Die Anteile beschreiben die geprüften Einheiten; daraus folgt keine Quote für alle."
                .into(),
        ),
    ];
    let mut haeufig: Vec<&Merkmalszeile> = zeilen.iter().filter(|m| m.fehlerhaft > 0).collect();
    haeufig.sort_by(|x, y| y.fehlerhaft.cmp(&x.fehlerhaft).then_with(|| x.kennung.cmp(&y.kennung)));
    haeufig.truncate(HAEUFIGSTE);
    if haeufig.len() > 1 {
        let beschreibung: Vec<String> = haeufig
            .iter()
            .map(|m| format!("{}: {} von {}", nummer(zeilen, m), m.fehlerhaft, m.beurteilt))
            .collect();
        b.push(Block::Diagramm(Diagramm {
            titel: "Merkmale mit den meisten Abweichungen".to_owned(),
            alternativtext: Alternativtext::neu(format!("Balken je Merkmal. {}.", beschreibung.join("; ")))?,
            einheit: "%".to_owned(),
            legende:
                "Balken: Anteil der beurteilten Einheiten mit Abweichung. Die Nummern stehen in der Tabelle."
                    .to_owned(),
            ziel: None,
            inhalt: Diagrammart::Balken(
                haeufig
                    .iter()
                    .map(|m| Balken {
                        name: format!("Merkmal {}", nummer(zeilen, m)),
                        wert: m.quote.map_or(0.0, Zehntelprozent::als_prozent),
                        schranke: None,
                        text: format!("{} von {}", m.fehlerhaft, m.beurteilt),
                    })
                    .collect(),
            ),
        }));
    }
    b.push(tabelle_oder(
        Tabelle {
            beschriftung: Some("Antworten je Merkmal".to_owned()),
            zeilenkopf: Some(1),
            spalten: vec![
                Spalte::rechts("Nr.", 0.6),
                Spalte::links("Merkmal", 4.6),
                Spalte::rechts("ja", 0.7),
                Spalte::rechts("nein", 0.7),
                Spalte::rechts("teilw.", 0.8),
                Spalte::rechts("n. anw.", 0.8),
                Spalte::rechts("n. prüfb.", 0.9),
                Spalte::rechts("Abweichung", 2.0),
            ],
            zeilen: zeilen
                .iter()
                .enumerate()
                .map(|(i, m)| {
                    [
                        (i + 1).to_string(),
                        m.frage.clone(),
                        zahl(m.ja),
                        zahl(m.nein),
                        zahl(m.teilweise),
                        zahl(m.nicht_anwendbar),
                        zahl(m.nicht_pruefbar),
                        anteil(m.fehlerhaft, m.beurteilt),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Noch keine Antworten.",
    ));
    Ok(b)
}

/// Number of an item in the table and in the annex.
fn nummer(alle: &[Merkmalszeile], m: &Merkmalszeile) -> usize {
    alle.iter().position(|x| x.kennung == m.kennung).map_or(0, |i| i + 1)
}

fn betraege(d: &Berichtsdaten) -> Vec<Block> {
    let s = &d.auswertung.betraege;
    let zeile = |name: &str, b: &Betragssumme, wert: fn(&Betragssumme) -> (i64, i64)| -> Zeile {
        let (bund, kommune) = wert(b);
        [name.to_owned(), euro(bund), euro(kommune)].into_iter().collect()
    };
    let mut zeilen = Vec::new();
    for (richtung, b) in [("Überzahlung", &s.ueberzahlung), ("Unterzahlung", &s.unterzahlung)] {
        zeilen.push(zeile(&format!("{richtung}, einmalig"), b, |b| {
            (b.bund_einmalig_cent, b.kommune_einmalig_cent)
        }));
        zeilen.push(zeile(&format!("{richtung}, je Monat"), b, |b| {
            (b.bund_monatlich_cent, b.kommune_monatlich_cent)
        }));
        let mut gesamt = zeile(&format!("{richtung} im genannten Zeitraum"), b, |b| {
            (b.bund_gesamt_cent, b.kommune_gesamt_cent)
        });
        gesamt.summe = true;
        zeilen.push(gesamt);
    }
    let mut b = vec![
        Block::Ueberschrift(Stufe::Zwei, "4.4 Beträge".to_owned()),
        Block::Absatz(Text::from(format!(
            "Feststellungen mit Überzahlung: {}, mit Unterzahlung: {}, mit nicht bezifferbarer Wirkung: {}. Über- und Unterzahlung sowie Bund und Kommune werden nicht gegeneinander aufgerechnet; eine Hochrechnung in Euro findet nicht statt.{}",
            zahl(s.ueberzahlung.anzahl),
            zahl(s.unterzahlung.anzahl),
            zahl(s.nicht_bezifferbar),
            s.geprueft_cent.map_or_else(String::new, |c| format!(
                " Die geprüften Einheiten haben zusammen einen Betrag von {}.",
                euro(c)
            ))
        ))),
        Block::Tabelle(Tabelle {
            beschriftung: Some("Beträge der Feststellungen".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Wirkung", 3.0),
                Spalte::rechts("Bund", 1.5),
                Spalte::rechts("Kommune", 1.5),
            ],
            zeilen,
            ..Tabelle::default()
        }),
    ];
    let ohne = s.ueberzahlung.ohne_zeitraum + s.unterzahlung.ohne_zeitraum;
    if ohne > 0 {
        b.push(Block::Absatz(Text::from(format!(
            "{} monatliche Beträge ohne Zeitraum fehlen in den Summen.",
            zahl(ohne)
        ))));
    }
    b
}

fn haeufung(beschriftung: &str, spalte: &str, zeilen: &[Haeufung]) -> Block {
    let zelle = |n: Option<u64>| n.map_or_else(|| "*".to_owned(), zahl);
    tabelle_oder(
        Tabelle {
            beschriftung: Some(format!("{beschriftung} („*“: nicht gezeigt, kleine Gruppe)")),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links(spalte, 4.0),
                Spalte::rechts("Einheiten", 1.2),
                Spalte::rechts("Feststellungen", 1.5),
            ],
            zeilen: zeilen
                .iter()
                .map(|z| [z.titel.clone(), zelle(z.faelle), zelle(z.feststellungen)].into_iter().collect())
                .collect(),
            ..Tabelle::default()
        },
        "Keine Feststellungen.",
    )
}
