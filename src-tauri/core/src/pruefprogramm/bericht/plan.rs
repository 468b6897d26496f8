//! Chapters 1 to 3: what was fixed, planned against done, what was not done.

use super::{Berichtsthema, Programmberichtdaten, eins, zwei};
use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::modell::{Block, Spalte, Tabelle, Zeile};
use crate::fachaufsicht::pruefbericht::text::{moment, summe, tabelle_oder, zahl};
use crate::frist::Monat;
use crate::pruefprogramm::{MONATE, Monatsstand, Monatszelle, monatsgrenzen};
use crate::stichprobe::prozent_dezimal;

pub(super) fn bloecke(d: &Programmberichtdaten) -> Vec<Block> {
    let mut b = vec![
        eins(1, "Programm"),
        zwei(1, 1, "Themen"),
        themen(d),
        zwei(1, 2, "Ergebnisse im Überblick"),
        ueberblick(d),
        zwei(1, 3, "Fassungen"),
        fassungen(d),
        eins(2, "Geplant und geprüft"),
        Block::Absatz(
            "In jedem Feld stehen geprüfte und geplante Fälle, zum Beispiel 12/15. „–“: nichts vorgesehen und nichts geprüft."
                .into(),
        ),
        zwei(2, 1, "Je Thema und Monat"),
        monatstafel(
            "Alle Themen, geprüft/geplant je Monat",
            "Thema",
            d.themen.iter().map(|t| (format!("{}, {}", t.titel, t.bereich), thema_je_monat(t))),
        ),
    ];
    for (i, t) in (2..).zip(&d.themen) {
        b.push(zwei(2, i, &format!("Je Team: {}, {}", t.titel, t.bereich)));
        b.push(monatstafel(
            "Geprüft/geplant je Team und Monat",
            "Team",
            t.teams.iter().map(|(name, monate)| (name.clone(), monate.iter().map(paar).collect())),
        ));
    }
    b.extend([
        eins(3, "Nicht oder nicht wie geplant geprüft"),
        zwei(3, 1, "Mit eingetragenem Grund"),
        gruende(d),
        zwei(3, 2, "Ohne Grund"),
        fehlende(d),
    ]);
    b
}

fn themen(d: &Programmberichtdaten) -> Block {
    Block::Tabelle(Tabelle {
        beschriftung: Some("Was vor der Ziehung festgelegt war".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Thema", 2.4),
            Spalte::links("Bereich", 1.8),
            Spalte::links("Geprüft von", 1.8),
            Spalte::links("Fehlerhaft bei", 1.8),
            Spalte::rechts("Ziel", 0.8),
            Spalte::rechts("Sicherheit", 1.0),
            Spalte::rechts("Fälle", 0.8),
        ],
        zeilen: d
            .themen
            .iter()
            .map(|t| {
                let z = &t.zeile;
                let teilweise = if z.teilweise_zaehlt {
                    "„teilweise“ zählt mit"
                } else {
                    "„teilweise“ zählt nicht"
                };
                [
                    t.titel.clone(),
                    t.bereich.clone(),
                    z.pruefende.titel().to_owned(),
                    format!("{}; {teilweise}", z.fehlerdefinition.titel()),
                    z.ziel.as_ref().map_or_else(|| "–".to_owned(), prozent_dezimal),
                    prozent_dezimal(&z.konfidenz),
                    zahl(z.summe()),
                ]
                .into_iter()
                .collect()
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    })
}

fn ueberblick(d: &Programmberichtdaten) -> Block {
    Block::Tabelle(Tabelle {
        beschriftung: Some("Jedes Thema in einer Zeile; die Sätze dazu stehen in seinem Kapitel".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Thema", 2.2),
            Spalte::links("Bereich", 1.6),
            Spalte::links("Ergebnis des Jahres", 5.4),
        ],
        zeilen: d
            .themen
            .iter()
            .map(|t| {
                let ergebnis = match &t.auswertung.auswertung {
                    None => "Es wurde nicht gezogen.".to_owned(),
                    Some(a) if a.vorlaeufig && !a.kurz.starts_with("Vorläufig") => {
                        format!("Vorläufig: {}", a.kurz)
                    }
                    Some(a) => a.kurz.clone(),
                };
                [t.titel.clone(), t.bereich.clone(), ergebnis].into_iter().collect()
            })
            .collect(),
        ..Tabelle::default()
    })
}

fn fassungen(d: &Programmberichtdaten) -> Block {
    Block::Tabelle(Tabelle {
        beschriftung: Some("Freigegebene Fassungen des Jahres".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::rechts("Fassung", 1.0),
            Spalte::links("Freigegeben", 2.2),
            Spalte::links("Was sich änderte", 5.0),
        ],
        zeilen: d
            .fassungen
            .iter()
            .map(|f| {
                [
                    f.fassung.to_string(),
                    f.freigegeben_am.as_deref().map(moment).unwrap_or_default(),
                    if f.aenderung.is_empty() { "erste Fassung".to_owned() } else { f.aenderung.clone() },
                ]
                .into_iter()
                .collect()
            })
            .collect(),
        ..Tabelle::default()
    })
}

type Paar = (u64, u64);

/// Checked and planned.
fn paar(z: &Monatszelle) -> Paar {
    (z.geprueft, z.geplant)
}

fn addiert(alle: impl Iterator<Item = Paar>) -> Paar {
    alle.fold((0, 0), |(a, b), (c, d)| (a + c, b + d))
}

fn thema_je_monat(t: &Berichtsthema) -> Vec<Paar> {
    (0..MONATE).map(|m| addiert(t.teams.iter().filter_map(|(_, monate)| monate.get(m)).map(paar))).collect()
}

fn monatstafel(beschriftung: &str, kopf: &str, zeilen: impl Iterator<Item = (String, Vec<Paar>)>) -> Block {
    let zeilen: Vec<(String, Vec<Paar>)> = zeilen.collect();
    let text = |(geprueft, geplant): Paar| match (geprueft, geplant) {
        (0, 0) => "–".to_owned(),
        _ => format!("{}/{}", zahl(geprueft), zahl(geplant)),
    };
    let reihe = |name: &str, paare: &[Paar]| -> Vec<String> {
        let gesamt = addiert(paare.iter().copied());
        std::iter::once(name.to_owned()).chain(paare.iter().chain([&gesamt]).map(|p| text(*p))).collect()
    };
    let mut fertig: Vec<Zeile> = zeilen.iter().map(|(n, p)| reihe(n, p).into_iter().collect()).collect();
    if zeilen.len() > 1 {
        let je_monat: Vec<Paar> =
            (0..MONATE).map(|m| addiert(zeilen.iter().filter_map(|(_, p)| p.get(m)).copied())).collect();
        fertig.push(summe(reihe("zusammen", &je_monat)));
    }
    let monate = (1..).take(MONATE).map(|m| Spalte::rechts(&kurz(m), 0.8));
    tabelle_oder(
        Tabelle {
            beschriftung: Some(beschriftung.to_owned()),
            zeilenkopf: Some(0),
            spalten: std::iter::once(Spalte::links(kopf, 2.4))
                .chain(monate)
                .chain([Spalte::rechts("Summe", 1.1)])
                .collect(),
            zeilen: fertig,
            eng: true,
            ..Tabelle::default()
        },
        "Es ist nichts vorgesehen.",
    )
}

/// "Mär".
fn kurz(monat: u32) -> String {
    Monat(monatsgrenzen(2000, monat).0).to_string().chars().take(3).collect()
}

/// "März 2026".
pub(super) fn monatsname(d: &Programmberichtdaten, monat: u32) -> String {
    Monat(monatsgrenzen(d.programm.jahr, monat).0).to_string()
}

fn gruende(d: &Programmberichtdaten) -> Block {
    tabelle_oder(
        Tabelle {
            beschriftung: Some("Gründe, warum nicht oder nicht wie geplant geprüft wurde".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Monat", 1.5),
                Spalte::links("Thema", 2.2),
                Spalte::links("Team", 1.8),
                Spalte::links("Grund", 3.6),
                Spalte::links("Eingetragen", 2.4),
            ],
            zeilen: d
                .ausfaelle
                .iter()
                .map(|x| {
                    [
                        monatsname(d, x.monat),
                        x.thema.clone(),
                        x.team.clone(),
                        x.grund.clone(),
                        format!("{}\n{}", x.von, moment(&x.am)),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Es ist kein Grund eingetragen.",
    )
}

/// A team in a month that is over, without a check or with fewer cases, and without a reason: theme, team, month, cell.
pub(super) fn ohne_grund(d: &Programmberichtdaten) -> Vec<(&Berichtsthema, &str, u32, Monatszelle)> {
    let mut alle: Vec<_> = d
        .themen
        .iter()
        .flat_map(|t| t.teams.iter().map(move |(team, monate)| (t, team, monate)))
        .flat_map(|(t, team, monate)| (1..).zip(monate).map(move |(m, z)| (t, team.as_str(), m, *z)))
        .filter(|(.., z)| z.ueberfaellig && matches!(z.stand, Monatsstand::Versaeumt | Monatsstand::Weniger))
        .collect();
    alle.sort_by_key(|(.., monat, _)| *monat);
    alle
}

fn fehlende(d: &Programmberichtdaten) -> Block {
    tabelle_oder(
        Tabelle {
            beschriftung: Some(
                "Vergangene Monate ohne Prüfung oder mit weniger Fällen, ohne Grund".to_owned(),
            ),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Monat", 1.5),
                Spalte::links("Thema", 2.6),
                Spalte::links("Team", 2.2),
                Spalte::rechts("Geplant", 1.0),
                Spalte::rechts("Geprüft", 1.0),
                Spalte::links("Stand", 2.2),
            ],
            zeilen: ohne_grund(d)
                .into_iter()
                .map(|(t, team, monat, z)| {
                    [
                        monatsname(d, monat),
                        t.titel.clone(),
                        team.to_owned(),
                        zahl(z.geplant),
                        zahl(z.geprueft),
                        z.stand.titel().to_owned(),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Jeder vergangene Monat ist geprüft, oder der Grund ist eingetragen.",
    )
}
