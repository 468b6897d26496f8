//! The chapter of one kind of procedure: tables and charts.

use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{
    Alternativtext, Balken, Block, Diagramm, Diagrammart, Spalte, Stufe, Tabelle, Text,
};
use crate::fachaufsicht::pruefbericht::text::{anteil, euro, paar, summe, tabelle_oder, zahl};
use crate::stichprobe::Zehntelprozent;
use crate::widerspruch::auswertung::{
    Artauswertung, Bestandsmonat, Erfolgsquote, Erfolgszeile, Ursachenzeile,
};

/// Bars of a chart over time at most; longer periods show the ends of quarters, then of years.
const BALKEN: usize = 24;
/// A smaller Bestand needs no chart.
const AB_BESTAND: u64 = 5;
/// What stands where a small group is not shown.
const VERDECKT: &str = "*";

pub(super) fn teil(nummer: usize, t: &Artauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, format!("{nummer} {}", t.titel))];
    let mut abschnitt = 0;
    let mut titel = |text: &str| {
        abschnitt += 1;
        Block::Ueberschrift(Stufe::Zwei, format!("{nummer}.{abschnitt} {text}"))
    };
    b.push(titel("Zugang, Abgang und Bestand"));
    b.extend(bestand(t)?);
    b.push(titel("Ergebnisse"));
    b.extend(ergebnisse(t));
    // A table of nothing but hidden rows says nothing.
    if t.sachgebiete.iter().any(|z| z.werte.is_some()) {
        b.push(titel("Erfolg nach Sachgebiet"));
        b.extend(erfolg(t, "Sachgebiet", &t.sachgebiete)?);
    }
    if t.teams.iter().any(|z| z.werte.is_some()) {
        b.push(titel("Erfolg nach Team"));
        b.extend(erfolg(t, "Team", &t.teams)?);
    }
    if t.gruende.iter().any(|g| g.anzahl.is_some_and(|n| n > 0))
        || t.ursachen.iter().any(|z| z.anzahl.is_some())
    {
        b.push(titel("Gründe des Erfolgs"));
        b.extend(gruende(t));
    }
    if t.abgang > 0 {
        b.push(titel("Dauer und Kosten"));
        b.push(dauer_und_kosten(t));
    }
    Ok(b)
}

fn bestand(t: &Artauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let mut zeilen = vec![
        [String::from("Anfang"), String::new(), String::new(), zahl(t.bestand_vorher)].into_iter().collect(),
    ];
    zeilen.extend(
        t.monate.iter().map(|m| {
            [monat(&m.monat), zahl(m.zugang), zahl(m.abgang), zahl(m.bestand)].into_iter().collect()
        }),
    );
    zeilen.push(summe(vec!["zusammen".to_owned(), zahl(t.zugang), zahl(t.abgang), zahl(t.bestand)]));
    let mut b = Vec::new();
    let punkte = balkenmonate(&t.monate);
    if punkte.len() > 1 && t.monate.iter().any(|m| m.bestand >= AB_BESTAND) {
        let beschreibung: Vec<String> =
            punkte.iter().map(|m| format!("{}: {}", monat(&m.monat), zahl(m.bestand))).collect();
        b.push(Block::Diagramm(Diagramm {
            titel: format!("Offene {} am Monatsende", t.titel),
            alternativtext: Alternativtext::neu(format!("Balken je Monat. {}.", beschreibung.join("; ")))?,
            einheit: String::new(),
            legende: "Balken: Bestand am letzten Tag des Monats.".to_owned(),
            ziel: None,
            inhalt: Diagrammart::Balken(
                punkte
                    .iter()
                    .map(|m| Balken {
                        name: monat(&m.monat),
                        wert: m.bestand as f64,
                        schranke: None,
                        text: zahl(m.bestand),
                    })
                    .collect(),
            ),
        }));
    }
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
        eng: t.monate.len() > 12,
        ..Tabelle::default()
    }));
    Ok(b)
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

fn ergebnisse(t: &Artauswertung) -> Vec<Block> {
    let zeile = |titel: &str, n: u64| [titel.to_owned(), anteil(n, t.abgang)].into_iter().collect();
    let tabelle = |beschriftung: &str, mut zeilen: Vec<_>| {
        if t.abgang > 0 {
            zeilen.push(summe(vec!["zusammen".to_owned(), zahl(t.abgang)]));
        }
        tabelle_oder(
            Tabelle {
                beschriftung: Some(beschriftung.to_owned()),
                zeilenkopf: Some(0),
                spalten: vec![Spalte::links("Ergebnis", 4.0), Spalte::rechts("Verfahren", 2.4)],
                zeilen,
                ..Tabelle::default()
            },
            "Im Zeitraum wurde nichts erledigt.",
        )
    };
    if t.abgang == 0 {
        return vec![tabelle("", Vec::new())];
    }
    vec![
        Block::Absatz(Text::from(format!(
            "Ganz oder teilweise Erfolg: {}.",
            anteil(t.erfolg.zaehler, t.erfolg.nenner)
        ))),
        tabelle(
            "Erledigte Verfahren nach Ergebnis",
            t.ergebnisse.iter().map(|z| zeile(&z.titel, z.anzahl)).collect(),
        ),
        tabelle(
            "Dieselben Verfahren nach den Kategorien der Statistik der Bundesagentur",
            t.ba.iter().map(|z| zeile(&z.titel, z.anzahl)).collect(),
        ),
    ]
}

fn erfolg(t: &Artauswertung, spalte: &str, zeilen: &[Erfolgszeile]) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = Vec::new();
    let sichtbar: Vec<(&Erfolgszeile, Erfolgsquote)> =
        zeilen.iter().filter_map(|z| Some((z, z.werte?))).collect();
    if sichtbar.len() > 1 {
        let beschreibung: Vec<String> =
            sichtbar.iter().map(|(z, w)| format!("{}: {} von {}", z.titel, w.zaehler, w.nenner)).collect();
        b.push(Block::Diagramm(Diagramm {
            titel: format!("{}: Erfolg je {spalte}", t.titel),
            alternativtext: Alternativtext::neu(format!("Balken je {spalte}. {}.", beschreibung.join("; ")))?,
            einheit: "%".to_owned(),
            legende:
                "Balken: Anteil der erledigten Verfahren mit ganzem oder teilweisem Erfolg (Vollzählung)."
                    .to_owned(),
            ziel: None,
            inhalt: Diagrammart::Balken(
                sichtbar
                    .iter()
                    .map(|(z, w)| Balken {
                        name: z.titel.clone(),
                        wert: z.quote.map_or(0.0, Zehntelprozent::als_prozent),
                        schranke: None,
                        text: format!("{} von {}", w.zaehler, w.nenner),
                    })
                    .collect(),
            ),
        }));
    }
    let zelle = |text: Option<String>| text.unwrap_or_else(|| VERDECKT.to_owned());
    b.push(tabelle_oder(
        Tabelle {
            beschriftung: Some(format!("Erfolg je {spalte} („*“: nicht gezeigt, kleine Gruppe)")),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links(spalte, 3.6),
                Spalte::rechts("Erfolgreich", 1.2),
                Spalte::rechts("Erledigt", 1.2),
                Spalte::rechts("Anteil", 1.2),
            ],
            zeilen: zeilen
                .iter()
                .map(|z| {
                    [
                        z.titel.clone(),
                        zelle(z.werte.map(|w| zahl(w.zaehler))),
                        zelle(z.werte.map(|w| zahl(w.nenner))),
                        zelle(z.quote.map(|q| q.to_string())),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            ..Tabelle::default()
        },
        "Keine Angaben.",
    ));
    Ok(b)
}

fn gruende(t: &Artauswertung) -> Vec<Block> {
    let zelle = |n: Option<u64>| n.map_or_else(|| VERDECKT.to_owned(), zahl);
    let tabelle = |beschriftung: &str, spalte: &str, zeilen| {
        tabelle_oder(
            Tabelle {
                beschriftung: Some(format!("{beschriftung} („*“: nicht gezeigt, kleine Gruppe)")),
                zeilenkopf: Some(0),
                spalten: vec![Spalte::links(spalte, 4.6), Spalte::rechts("Erfolgreiche Verfahren", 1.8)],
                zeilen,
                ..Tabelle::default()
            },
            "Kein Verfahren hatte Erfolg.",
        )
    };
    let mut zeilen = Vec::new();
    for g in t.gruende.iter().filter(|g| !g.gruende.is_empty()) {
        zeilen.extend(g.gruende.iter().map(|z| [z.titel.clone(), zelle(z.anzahl)].into_iter().collect()));
        zeilen.push(summe(vec![g.titel.clone(), zelle(g.anzahl)]));
    }
    let ursache = |z: &Ursachenzeile| [z.titel.clone(), zelle(z.anzahl)].into_iter().collect();
    vec![
        tabelle("Warum Rechtsbehelfe Erfolg hatten", "Grund", zeilen),
        tabelle("Organisatorische Ursache", "Ursache", t.ursachen.iter().map(ursache).collect()),
    ]
}

fn dauer_und_kosten(t: &Artauswertung) -> Block {
    let tage = |n: u32| format!("{} Tage", zahl(u64::from(n)));
    let mut werte = Vec::new();
    if let Some(d) = t.dauer {
        werte.push(paar("Dauer vom Eingang bis zur Entscheidung, Median", tage(d.median)));
        werte.push(paar("Neun von zehn nach höchstens", tage(d.neunzig)));
        werte.push(paar("Längste Dauer", tage(d.laengste)));
    }
    if let Some(q) = t.fristgerecht.filter(|q| q.nenner > 0) {
        werte.push(paar("Innerhalb der Wartefrist (§ 88 SGG)", anteil(q.zaehler, q.nenner)));
    }
    werte.push(paar("Verfahren mit festgesetzten Kosten", zahl(t.kosten.anzahl)));
    werte.push(paar("Kosten zusammen", euro(t.kosten.summe_cent)));
    Block::Werte(werte)
}

/// `11/2026` from `2026-11`.
fn monat(name: &str) -> String {
    match name.split_once('-') {
        Some((jahr, monat)) => format!("{monat}/{jahr}"),
        None => name.to_owned(),
    }
}

/// The titles of some results, for the legend.
pub(super) fn titel<T: Aufzaehlung>(alle: &[T]) -> String {
    alle.iter().map(|e| e.titel()).collect::<Vec<_>>().join(", ")
}
