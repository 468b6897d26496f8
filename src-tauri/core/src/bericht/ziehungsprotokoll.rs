//! Template: the protocol of a draw on paper, with the commands that repeat it.

use super::modell::{Bericht, Block, Hauskopf, Listenart, Spalte, Stufe, Tabelle, Text, Titelblatt, Zeile};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::pruefung::{Auswahl, Schichtung};
use crate::fachaufsicht::ziehungsprotokoll::{Protokoll, befehle};
use crate::storage::AndereZiehung;
use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Europe::Berlin;

/// What the protocol itself does not hold.
pub struct Angaben<'a> {
    /// Name of the JSON file.
    pub json: &'a str,
    /// Name of the list.
    pub csv: &'a str,
    /// SHA-256 of the JSON file.
    pub sha256_json: &'a str,
    /// SHA-256 of the list.
    pub sha256_csv: &'a str,
    /// Head of the chain.
    pub kopf: &'a str,
    /// What every report of the house carries.
    pub haus: &'a Hauskopf,
    /// Now.
    pub erstellt: DateTime<FixedOffset>,
    /// Reasons of exclusions with their numbers.
    pub ausschlussgruende: &'a [(String, u64)],
    /// Other draws that a reader must know of.
    pub andere: &'a [AndereZiehung],
}

/// Builds the report.
pub fn bericht(p: &Protokoll, a: &Angaben<'_>) -> Bericht {
    let titel = format!("Ziehungsprotokoll {}", p.pruefung);
    let mut bloecke = vec![
        Block::Titelblatt(Titelblatt {
            art: "Ziehungsprotokoll".to_owned(),
            titel: format!("{} · Ziehung {}", p.pruefung, p.ziehung),
            untertitel: format!("{} · {} bis {}", p.thema, tag(&p.zeitraum_von), tag(&p.zeitraum_bis)),
        }),
        Block::Kasten { titel: "Ergebnis".to_owned(), saetze: vec![ergebnis(p).into()] },
    ];
    grundgesamtheit(p, a, &mut bloecke);
    ziehung(p, &mut bloecke);
    wiederholen(p, a, &mut bloecke);
    andere(a.andere, &mut bloecke);
    einheiten(p, &mut bloecke);
    Bericht {
        kopf: a.haus.kopf(titel.clone(), p.thema.clone(), a.erstellt, titel),
        bloecke,
        beilagen: Vec::new(),
    }
}

fn ergebnis(p: &Protokoll) -> String {
    let aus = format!("{} von {} Einheiten", p.anzahl, p.anzahl_grundgesamtheit);
    match p.art {
        Auswahl::Zufall if p.ab == 0 => format!("Als Stichprobe wurden {aus} zufällig gezogen."),
        Auswahl::Zufall => format!(
            "Als Erweiterung wurden weitere {aus} zufällig gezogen, zusätzlich zu {} früheren. {}",
            p.ab,
            if p.regel_vorab {
                "Die Regel dafür stand vor der ersten Ziehung fest."
            } else {
                "Die Erweiterung war nicht vorab festgelegt; sie verbessert die Schätzung, ist aber kein Nachweis mit der geplanten Sicherheit."
            }
        ),
        Auswahl::Bewusst => format!("Bewusst ausgewählt wurden {aus}. Das Ergebnis ist nicht hochrechenbar."),
        Auswahl::Voll => {
            format!("Es werden alle {} Einheiten geprüft (Vollprüfung).", p.anzahl_grundgesamtheit)
        }
    }
}

fn werte<'a>(zeilen: impl IntoIterator<Item = (&'a str, String)>) -> Block {
    Block::Werte(
        zeilen
            .into_iter()
            .filter(|(_, wert)| !wert.is_empty())
            .map(|(name, wert)| (name.to_owned(), Text::from(wert)))
            .collect(),
    )
}

fn grundgesamtheit(p: &Protokoll, a: &Angaben<'_>, bloecke: &mut Vec<Block>) {
    let h = &p.herkunft;
    bloecke.push(Block::Ueberschrift(Stufe::Eins, "Grundgesamtheit".to_owned()));
    bloecke.push(werte([
        ("Quelle", h.quellsystem.clone()),
        ("Abfrage", h.abfrage.clone()),
        ("Auszug vom", tag(&h.auszug_am)),
        ("Zeilen der Datei", h.zeilen_gelesen.to_string()),
        ("Davon keine Einheit", h.abgelehnt.to_string()),
        ("Ausgeschlossen", h.ausgeschlossen.to_string()),
        ("Nehmen teil", p.anzahl_grundgesamtheit.to_string()),
        ("SHA-256 der Datei", h.datei_sha256.clone()),
        ("Versiegelt", zeitpunkt(&p.versiegelt_am)),
        ("Hash der Grundgesamtheit", p.population_hash.clone()),
        ("Hash der Schichten", p.schicht_hash.clone()),
    ]));
    bloecke
        .push(Block::Liste(Listenart::Punkte, h.abgleich.iter().map(|s| Text::from(s.as_str())).collect()));
    if !a.ausschlussgruende.is_empty() {
        bloecke.push(Block::Tabelle(Tabelle {
            beschriftung: Some("Ausschlüsse".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![Spalte::links("Grund", 4.0), Spalte::rechts("Einheiten", 1.0)],
            zeilen: a
                .ausschlussgruende
                .iter()
                .map(|(grund, n)| Zeile::from_iter([grund.clone(), n.to_string()]))
                .collect(),
            ..Tabelle::default()
        }));
    }
}

fn ziehung(p: &Protokoll, bloecke: &mut Vec<Block>) {
    let startwert_von = match (p.startwert_erzeugt, p.startwert_von.as_slice()) {
        (true, [wer]) => format!("vom Programm erzeugt, ausgelöst durch {wer}"),
        (false, [erste, zweite]) => format!("erste Hälfte {erste}, zweite Hälfte {zweite}"),
        _ => String::new(),
    };
    bloecke.push(Block::Ueberschrift(Stufe::Eins, "Ziehung".to_owned()));
    bloecke.push(werte([
        ("Auswahl", p.art.titel().to_owned()),
        ("Schichtung", p.schichtung.titel().to_owned()),
        (
            "Mindestens je Schicht",
            if p.schichtung == Schichtung::Keine { String::new() } else { p.mindestens.to_string() },
        ),
        ("Startwert", p.startwert.clone().unwrap_or_default()),
        ("Startwert von", startwert_von),
        ("Verfahren", p.algorithmus.clone()),
        ("Gezogen", format!("{} durch {}", zeitpunkt(&p.gezogen_am), p.gezogen_von)),
        ("Begründung", p.begruendung.clone()),
        ("Hash des Ergebnisses", p.ergebnis_hash.clone()),
    ]));
    bloecke.push(Block::Tabelle(Tabelle {
        beschriftung: Some("Aufteilung".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Schicht", 3.0),
            Spalte::rechts("Einheiten", 1.0),
            Spalte::rechts("vorher gezogen", 1.0),
            Spalte::rechts("jetzt gezogen", 1.0),
        ],
        zeilen: p
            .aufteilung
            .iter()
            .map(|s| {
                Zeile::from_iter([
                    s.schicht.clone(),
                    s.grundgesamtheit.to_string(),
                    s.bisher.to_string(),
                    s.neu().to_string(),
                ])
            })
            .collect(),
        ..Tabelle::default()
    }));
}

fn wiederholen(p: &Protokoll, a: &Angaben<'_>, bloecke: &mut Vec<Block>) {
    bloecke.push(Block::Ueberschrift(Stufe::Eins, "So lässt sich die Ziehung wiederholen".to_owned()));
    bloecke.push(Block::Absatz(
        "Gebraucht werden nur die beiden Dateien, die mit diesem Protokoll übergeben wurden. Sie enthalten Pseudonyme, keine Fallnummern; auch Pseudonyme sind personenbezogene Daten.".into(),
    ));
    bloecke.push(werte([
        ("Protokoll", a.json.to_owned()),
        ("SHA-256", a.sha256_json.to_owned()),
        ("Liste", a.csv.to_owned()),
        ("SHA-256 der Liste", a.sha256_csv.to_owned()),
        ("Kopf des Protokolls im Haus", a.kopf.to_owned()),
    ]));
    for (was, befehl) in befehle(p, a.json, a.csv) {
        bloecke.push(Block::Absatz(Text::default().fett(format!("{was}:\n")).wortgetreu(befehl)));
    }
}

fn andere(andere: &[AndereZiehung], bloecke: &mut Vec<Block>) {
    bloecke.push(Block::Ueberschrift(Stufe::Eins, "Weitere Ziehungen".to_owned()));
    if andere.is_empty() {
        bloecke.push(Block::Absatz(
            "Weitere Ziehungen aus derselben Liste oder zu Thema und Zeitraum dieser Prüfung gibt es in diesem Haus nicht.".into(),
        ));
        return;
    }
    bloecke.push(Block::Tabelle(Tabelle {
        beschriftung: Some(
            "Ziehungen aus derselben Liste oder zu Thema und Zeitraum dieser Prüfung".to_owned(),
        ),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Prüfung", 2.0),
            Spalte::links("Bezug", 2.0),
            Spalte::links("Stand", 2.0),
            Spalte::rechts("Gezogen", 1.0),
            Spalte::rechts("Geprüft", 1.0),
            Spalte::rechts("Mit Feststellung", 1.2),
        ],
        zeilen: andere
            .iter()
            .map(|z| {
                Zeile::from_iter([
                    format!("{} Ziehung {}", z.pruefung, z.nummer),
                    if z.gleiche_liste {
                        "dieselbe Liste".to_owned()
                    } else {
                        "Thema und Zeitraum".to_owned()
                    },
                    z.stand.titel().to_owned(),
                    if z.gezogen_am.is_some() { z.anzahl.to_string() } else { "–".to_owned() },
                    z.geprueft.to_string(),
                    z.mit_feststellung.to_string(),
                ])
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }));
}

fn einheiten(p: &Protokoll, bloecke: &mut Vec<Block>) {
    bloecke.push(Block::Ueberschrift(Stufe::Eins, "Gezogene Einheiten".to_owned()));
    bloecke.push(Block::Tabelle(Tabelle {
        beschriftung: None,
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::rechts("Nr.", 0.5),
            Spalte::links("Schicht", 1.6),
            Spalte::rechts("Position", 0.8),
            Spalte::links("Pseudonym", 5.0),
        ],
        zeilen: p
            .einheiten
            .iter()
            .zip(p.ab + 1..)
            .map(|(e, nr)| {
                Zeile::from_iter([
                    nr.to_string(),
                    e.schicht.clone(),
                    e.position.to_string(),
                    e.pseudonym.clone(),
                ])
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }));
}

fn tag(text: &str) -> String {
    text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), |t| t.format("%d.%m.%Y").to_string())
}

fn zeitpunkt(text: &str) -> String {
    DateTime::parse_from_rfc3339(text).map_or_else(
        |_| text.to_owned(),
        |t| t.with_timezone(&Berlin).format("%d.%m.%Y, %H:%M Uhr").to_string(),
    )
}
