//! Chapters 5 and 6: Feststellungen with answers and decisions, open corrections.

use super::daten::{BerichtFeststellung, Berichtsdaten};
use super::text::{datum, kurz, moment, paar, tabelle_oder, text_danach, wirkung, zahl};
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle, Text};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::feststellung::FeststellungStand;

pub fn bloecke(d: &Berichtsdaten) -> Vec<Block> {
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, "5 Feststellungen".to_owned())];
    if d.feststellungen.is_empty() {
        b.push(Block::Absatz("Es gibt keine Feststellungen.".into()));
    } else {
        let stand: Vec<String> = FeststellungStand::ALLE
            .iter()
            .filter_map(|s| {
                let n = d.feststellungen.iter().filter(|f| f.stand == *s).count();
                (n > 0).then(|| format!("{}: {n}", s.titel()))
            })
            .collect();
        b.push(Block::Absatz(Text::from(format!(
            "Anzahl: {}; nach Stand: {}. Keine Antwort der Teamleitung ist ein Stand, keine Zustimmung.",
            zahl(d.feststellungen.len() as u64),
            stand.join("; ")
        ))));
    }
    for f in &d.feststellungen {
        b.extend(feststellung(d, f));
    }
    b.push(Block::Ueberschrift(Stufe::Eins, "6 Offene Korrekturen".to_owned()));
    b.push(tabelle_oder(
        Tabelle {
            beschriftung: Some(
                "Berichtigungen in den geprüften Fällen, die noch nicht bestätigt sind".to_owned(),
            ),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::rechts("Feststellung", 1.2),
                Spalte::links("Pseudonym", 1.6),
                Spalte::links("Fällig am", 1.3),
                Spalte::links("Stand", 3.0),
            ],
            zeilen: d
                .korrekturen
                .iter()
                .map(|k| {
                    [
                        k.feststellung.to_string(),
                        kurz(&k.pseudonym).to_owned(),
                        datum(k.faellig_am),
                        match k.erledigt_am {
                            Some(tag) => format!("erledigt am {}, noch nicht bestätigt", datum(tag)),
                            None if k.faellig_am < d.kopf.zeit.date_naive() => "offen, überfällig".to_owned(),
                            None => "offen".to_owned(),
                        },
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            ..Tabelle::default()
        },
        "Keine Korrektur ist offen.",
    ));
    b
}

fn feststellung(d: &Berichtsdaten, f: &BerichtFeststellung) -> Vec<Block> {
    let titel = |kennung: &str| d.katalog.get(kennung).cloned().unwrap_or_else(|| kennung.to_owned());
    let frage = d
        .abschnitte
        .iter()
        .flat_map(|a| &a.merkmale)
        .enumerate()
        .find(|(_, m)| m.kennung == f.merkmal)
        .map_or_else(|| f.merkmal.clone(), |(i, m)| format!("{}. {}", i + 1, m.frage));
    let mut werte = vec![
        paar("Merkmal", frage),
        paar(
            "Einordnung",
            format!(
                "{}, {}; {}; Ursache: {}",
                f.art.titel(),
                f.schwere.titel(),
                titel(&f.sachgebiet),
                titel(&f.ursache)
            ),
        ),
        paar(
            "Wirkung",
            wirkung(
                f.wirkung,
                (f.bund_cent, f.kommune_cent),
                f.haeufigkeit,
                (f.zeitraum_von, f.zeitraum_bis),
            ),
        ),
        paar("Stand", stand(f)),
        paar(
            "Stellungnahme",
            match &f.stellungnahme {
                None => "keine Antwort".to_owned(),
                Some(s) => format!(
                    "{} ({}, {}{}){}",
                    s.antwort.titel(),
                    s.von,
                    moment(&s.am),
                    if s.uebertragen_aus.is_empty() {
                        String::new()
                    } else {
                        format!("; übertragen aus: {}", s.uebertragen_aus)
                    },
                    text_danach(&s.text)
                ),
            },
        ),
    ];
    if let Some(e) = &f.entscheidung {
        werte.push(paar(
            "Entscheidung",
            format!("{} ({}, {}){}", e.ergebnis.titel(), e.von, moment(&e.am), text_danach(&e.grund)),
        ));
    }
    werte.push(paar(
        "Geprüft, gegengeprüft",
        format!(
            "{}, {}",
            f.geprueft_von.as_deref().unwrap_or("–"),
            f.gegengeprueft_von.as_deref().unwrap_or("–")
        ),
    ));
    if f.fassungen > 0 {
        werte.push(paar("Frühere Fassungen", format!("{} (im Haus einsehbar)", zahl(f.fassungen))));
    }
    vec![
        Block::Ueberschrift(
            Stufe::Zwei,
            format!("Feststellung {} · Pseudonym {}", f.nummer, kurz(&f.pseudonym)),
        ),
        Block::Absatz(Text::from(f.text.as_str())),
        Block::Werte(werte),
    ]
}

fn stand(f: &BerichtFeststellung) -> String {
    match (f.stand, f.stellungnahme_bis) {
        (FeststellungStand::ZurStellungnahme, Some(bis)) => {
            format!("{}, Frist {}", f.stand.titel(), datum(bis))
        }
        _ => f.stand.titel().to_owned(),
    }
}
