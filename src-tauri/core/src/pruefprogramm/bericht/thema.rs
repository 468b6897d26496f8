//! The chapter of a theme: its year as the page of the evaluation shows it, and the years before.

use super::plan::monatsname;
use super::{Berichtsthema, Programmberichtdaten, eins, verlauf, zwei};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Block, Spalte, Tabelle, Text, Zeile};
use crate::fachaufsicht::pruefbericht::ergebnis;
use crate::fachaufsicht::pruefbericht::text::{liste, summe, tabelle_oder, zahl};

pub(super) fn bloecke(
    d: &Programmberichtdaten,
    nummer: usize,
    t: &Berichtsthema,
) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = vec![eins(nummer, &format!("{}, {}", t.titel, t.bereich))];
    if !t.zeile.begruendung.is_empty() {
        b.push(Block::Absatz(format!("Warum dieses Thema: {}", t.zeile.begruendung).into()));
    }
    b.push(zwei(nummer, 1, "Ergebnis des Jahres"));
    match &t.auswertung.auswertung {
        None => b.push(Block::Absatz("Es wurde nicht gezogen; es gibt kein Ergebnis.".into())),
        Some(a) => {
            b.extend(a.saetze.iter().map(|s| Block::Absatz(Text::from(s.as_str()))));
            b.push(Block::Absatz(a.definition.as_str().into()));
            b.push(ergebnis::werte(a));
        }
    }
    if !t.auswertung.hinweise.is_empty() {
        b.push(liste(t.auswertung.hinweise.iter().cloned()));
    }
    b.push(zwei(nummer, 2, "Teams"));
    match &t.auswertung.auswertung {
        None => b.push(Block::Absatz("Keine Angaben je Team.".into())),
        Some(a) => {
            b.extend(ergebnis::teams(a)?);
            b.push(liste(a.hinweise.iter().cloned()));
        }
    }
    b.push(zwei(nummer, 3, "Monate"));
    b.push(Block::Absatz(
        "Ein Monat ist zu klein für einen Vergleich; deshalb stehen hier nur Anzahlen.".into(),
    ));
    b.push(monate(d, t));
    b.push(zwei(nummer, 4, "Schichten"));
    b.push(schichten(d, t));
    b.push(zwei(nummer, 5, "Verlauf über die Jahre"));
    b.extend(verlauf::bloecke(&t.verlauf)?);
    Ok(b)
}

fn monate(d: &Programmberichtdaten, t: &Berichtsthema) -> Block {
    let a = &t.auswertung;
    let gezeigte = || a.monate.iter().filter(|m| m.geplant > 0 || m.gezogen > 0);
    let mit_fehlern = gezeigte().all(|m| m.fehlerhaft.is_some());
    let fehler = |n: Option<u64>| n.filter(|_| mit_fehlern).map(zahl);
    let mut zeilen: Vec<Zeile> = gezeigte()
        .map(|m| {
            [monatsname(d, m.monat), zahl(m.geplant), zahl(m.gezogen), zahl(m.geprueft)]
                .into_iter()
                .chain(fehler(m.fehlerhaft))
                .collect()
        })
        .collect();
    if !zeilen.is_empty() {
        let fehlerhaft = gezeigte().map(|m| m.fehlerhaft).sum::<Option<u64>>();
        let zellen = ["zusammen".to_owned(), zahl(a.geplant), zahl(a.gezogen), zahl(a.geprueft)];
        zeilen.push(summe(zellen.into_iter().chain(fehler(fehlerhaft)).collect()));
    }
    let mut spalten = vec![
        Spalte::links("Monat", 2.4),
        Spalte::rechts("Geplant", 1.2),
        Spalte::rechts("Gezogen", 1.2),
        Spalte::rechts("Geprüft", 1.2),
    ];
    spalten.extend(mit_fehlern.then(|| Spalte::rechts("Fehlerhaft", 1.2)));
    tabelle_oder(
        Tabelle {
            beschriftung: Some("Geplant und geprüft je Monat, alle Teams zusammen".to_owned()),
            zeilenkopf: Some(0),
            spalten,
            zeilen,
            ..Tabelle::default()
        },
        "In keinem Monat ist etwas vorgesehen.",
    )
}

fn schichten(d: &Programmberichtdaten, t: &Berichtsthema) -> Block {
    if d.ohne_schichten {
        return Block::Absatz(
            "Die einzelnen Schichten stehen nur in Berichten von Personen, die auch die Ziehungsprotokolle ausgeben dürfen: Zusammen mit den Zeilen der Teams ließen sich aus ihnen kleine Gruppen errechnen."
                .into(),
        );
    }
    tabelle_oder(
        Tabelle {
            beschriftung: Some(
                "Schichten des Jahres; aus ihnen lässt sich die Quote mit „iksctl rechne“ nachrechnen"
                    .to_owned(),
            ),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Schicht", 2.4),
                Spalte::links("Monat", 1.7),
                Spalte::links("Prüfung", 1.6),
                Spalte::rechts("Grund\u{ad}gesamtheit", 1.3),
                Spalte::rechts("Gezogen", 1.0),
                Spalte::rechts("Fehlerhaft", 1.1),
                Spalte::rechts("Ungeklärt", 1.1),
            ],
            zeilen: t
                .auswertung
                .schichten
                .iter()
                .map(|s| {
                    [
                        s.schicht.clone(),
                        monatsname(d, s.monat),
                        s.nummer.clone(),
                        zahl(s.grundgesamtheit),
                        zahl(s.gezogen),
                        zahl(s.fehlerhaft),
                        zahl(s.ungeklaert),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Es wurde nicht gezogen.",
    )
}
