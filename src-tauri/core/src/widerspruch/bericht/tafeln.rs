//! The chapter of one kind of procedure: tables and charts.

use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle, Text};
use crate::fachaufsicht::pruefbericht::text::{anteil, euro, paar, summe, tabelle_oder, zahl};
use crate::vollzaehlung::Anteil;
use crate::vollzaehlung::bericht::{VERDECKT, anteilsbalken, bestand};
use crate::widerspruch::auswertung::{Artauswertung, Erfolgszeile, Ursachenzeile};

pub(super) fn teil(nummer: usize, t: &Artauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, format!("{nummer} {}", t.titel))];
    let mut abschnitt = 0;
    let mut titel = |text: &str| {
        abschnitt += 1;
        Block::Ueberschrift(Stufe::Zwei, format!("{nummer}.{abschnitt} {text}"))
    };
    b.push(titel("Zugang, Abgang und Bestand"));
    b.extend(bestand(&t.titel, t.bestand_vorher, &t.monate)?);
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
    let sichtbar: Vec<(&str, Anteil)> =
        zeilen.iter().filter_map(|z| Some((z.titel.as_str(), z.werte?))).collect();
    b.extend(anteilsbalken(
        &format!("{}: Erfolg je {spalte}", t.titel),
        &format!("Balken je {spalte}"),
        "Balken: Anteil der erledigten Verfahren mit ganzem oder teilweisem Erfolg (Vollzählung).",
        &sichtbar,
    )?);
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

/// The titles of some results, for the legend.
pub(super) fn titel<T: Aufzaehlung>(alle: &[T]) -> String {
    alle.iter().map(|e| e.titel()).collect::<Vec<_>>().join(", ")
}
