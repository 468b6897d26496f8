//! Chapter 7 (persons), the annexes: Prüfpfad and check sheet.

use super::daten::{BerichtZiehung, Berichtsdaten};
use super::text::{datum, gruppen, moment_millis, paar, tabelle_oder, zahl};
use crate::bericht::modell::{Block, Listenart, Spalte, Stufe, Tabelle, Text, Unterschrift};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::pruefung::{Auswahl, Schichtung};

pub fn bloecke(d: &Berichtsdaten) -> Vec<Block> {
    let mut b = vec![
        Block::Ueberschrift(Stufe::Eins, "7 Beteiligte".to_owned()),
        Block::Absatz(
            "Jedes Zeichen steht für genau eine Person. Startwert, Prüfung und Gegenprüfung sowie Entscheidung verlangen verschiedene Personen; das Programm und die Datenbank weisen dieselbe ab."
                .into(),
        ),
        tabelle_oder(
            Tabelle {
                beschriftung: None,
                zeilenkopf: Some(0),
                spalten: vec![
                    Spalte::links("Aufgabe", 4.0),
                    Spalte::links("Zeichen", 1.5),
                    Spalte::rechts("Anzahl", 1.0),
                ],
                zeilen: d
                    .beteiligte
                    .iter()
                    .map(|x| [x.aufgabe.clone(), x.zeichen.clone(), zahl(x.anzahl)].into_iter().collect())
                    .collect(),
                ..Tabelle::default()
            },
            "Noch niemand.",
        ),
    ];
    // The names stay open: the report shows signs, and who signs is decided on paper.
    b.push(Block::Unterschriften(
        ["Aufgestellt: Qualitätsmanagement", "Zur Kenntnis genommen: Leitung"]
            .map(|funktion| Unterschrift { name: String::new(), funktion: funktion.to_owned() })
            .to_vec(),
    ));
    b.extend(pruefpfad(d));
    b.extend(pruefbogen(d));
    b
}

fn pruefpfad(d: &Berichtsdaten) -> Vec<Block> {
    let mut b = vec![
        Block::Ueberschrift(Stufe::Eins, "Anhang A: Prüfpfad".to_owned()),
        Block::Werte(vec![
            paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
            paar("Eintrag", zahl(d.kopf.folge)),
            paar("Zeit des Eintrags", super::zeitpunkt(d.kopf.zeit)),
        ]),
        Block::Absatz(
            "Der Kopf ist die Prüfsumme des letzten Eintrags im Protokoll, der keine Ausgabe ist. Er legt alle Einträge davor fest: Wer einen davon ändert, kommt nicht mehr auf diesen Wert. So lässt es sich nachprüfen:"
                .into(),
        ),
        Block::Liste(
            Listenart::Punkte,
            vec![
                Text::from("Ist dieser Kopf in der Kette, und stimmt sie: ")
                    .wortgetreu(format!("iksctl protokoll pruefe --daten ORDNER --kopf {}", d.kopf.hash)),
                "Ist diese Datei unverändert: Seite „Berichte“, „Datei prüfen“; dort steht ihre Prüfsumme (SHA-256).".into(),
            ],
        ),
    ];
    let mut befehle: Vec<String> = Vec::new();
    for z in d.ziehungen.iter().filter(|z| z.ergebnis_hash.is_some()) {
        befehle.push(format!(
            "Ziehung {}: iksctl ziehung pruefe --protokoll {n}.json --datei {n}-liste.csv",
            z.nummer,
            n = datei(d, z)
        ));
        befehle.extend(ziehbefehl(d, z));
    }
    if !befehle.is_empty() {
        b.push(Block::Absatz(
            "Die Ziehung wiederholt jede Person ohne Datenbank und ohne Klarnummern, mit dem Ziehungsprotokoll (JSON) und der Liste der Pseudonyme (CSV):"
                .into(),
        ));
        let punkte = befehle.into_iter().map(|b| Text::default().wortgetreu(b)).collect();
        b.push(Block::Liste(Listenart::Punkte, punkte));
    }
    b.push(tabelle_oder(
        Tabelle {
            beschriftung: Some("Einträge zu Prüfung, Grundgesamtheit und Ziehung".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::rechts("Eintrag", 1.0),
                Spalte::links("Zeit", 2.2),
                Spalte::links("Vorgang", 4.0),
                Spalte::links("Zeichen", 1.0),
            ],
            zeilen: d
                .pfad
                .iter()
                .map(|p| {
                    [zahl(p.folge), moment_millis(p.zeit), p.vorgang.clone(), p.zeichen.clone()]
                        .into_iter()
                        .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Keine Einträge.",
    ));
    b
}

fn datei(d: &Berichtsdaten, z: &BerichtZiehung) -> String {
    ziehungsdatei(&d.nummer, z.nummer)
}

/// Stem of the files of a draw.
pub(super) fn ziehungsdatei(pruefung: &str, ziehung: u32) -> String {
    format!("{pruefung}-ziehung-{ziehung}")
}

/// The command that repeats a draw from the list; with two draws before, the allocation depends on both.
fn ziehbefehl(d: &Berichtsdaten, z: &BerichtZiehung) -> Option<String> {
    let startwert = z.startwert.as_ref()?;
    if z.art != Auswahl::Zufall || z.nummer > 2 {
        return None;
    }
    let mut befehl = format!(
        "Ziehung {} wiederholen: iksctl ziehe --datei {}-liste.csv --spalte pseudonym --startwert {startwert} --anzahl {}",
        z.nummer,
        datei(d, z),
        z.anzahl
    );
    if z.ab > 0 {
        befehl.push_str(&format!(" --ab {}", z.ab));
    }
    if z.schichtung == Schichtung::Team {
        befehl.push_str(&format!(" --schicht schicht --mindestens {}", z.mindestens));
    }
    Some(befehl)
}

fn pruefbogen(d: &Berichtsdaten) -> Vec<Block> {
    let mut b = vec![
        Block::Seitenumbruch,
        Block::Ueberschrift(Stufe::Eins, "Anhang B: Prüfbogen".to_owned()),
        Block::Absatz(Text::from(format!(
            "{}, Fassung {}, Rechtsstand {}{}. {}",
            d.thema,
            d.bogen_nummer,
            datum(d.rechtsstand),
            if d.bogen_freigegeben { "" } else { ", ungeprüft" },
            d.einleitung
        ))),
    ];
    let mut nummer = 0;
    for a in &d.abschnitte {
        b.push(Block::Tabelle(Tabelle {
            beschriftung: Some(a.titel.clone()),
            zeilenkopf: Some(1),
            spalten: vec![
                Spalte::rechts("Nr.", 0.6),
                Spalte::links("Frage", 3.4),
                Spalte::links("Rechtsgrundlage", 2.0),
                Spalte::links("Soll", 3.4),
            ],
            zeilen: a
                .merkmale
                .iter()
                .map(|m| {
                    nummer += 1;
                    let mut frage = m.frage.clone();
                    if m.entscheidend {
                        frage.push_str(" (entscheidend)");
                    }
                    if let Some(w) = &m.wenn {
                        let worte: Vec<&str> = w.antwort.iter().map(|x| x.titel()).collect();
                        let bezug = d
                            .abschnitte
                            .iter()
                            .flat_map(|a| &a.merkmale)
                            .position(|x| x.kennung == w.merkmal)
                            .map_or(0, |i| i + 1);
                        frage.push_str(&format!(" (nur wenn Nr. {bezug}: {})", worte.join(" oder ")));
                    }
                    [nummer.to_string(), frage, m.rechtsgrundlage.clone(), m.soll.clone()]
                        .into_iter()
                        .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        }));
    }
    b
}
