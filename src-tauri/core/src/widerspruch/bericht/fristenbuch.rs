//! The Fristenbuch of a period, as a report.

use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::Bericht;
use crate::bericht::modell::{Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{datum, gruppen, liste, moment, paar, tabelle_oder, zahl};
use crate::widerspruch::{Ereignis, Fristart};
use chrono::NaiveDate;

/// One event.
#[derive(Clone, Debug)]
pub struct Fristenbucheintrag {
    /// When it was entered (UTC).
    pub am: String,
    /// Sign of the person.
    pub zeichen: String,
    /// Number of the procedure.
    pub nummer: String,
    /// Kind of deadline.
    pub art: Fristart,
    /// What it is about.
    pub bezeichnung: String,
    /// What happened.
    pub ereignis: Ereignis,
    /// The day before.
    pub tag_alt: Option<NaiveDate>,
    /// The day after.
    pub tag_neu: Option<NaiveDate>,
    /// Why.
    pub grund: String,
    /// A second person is still to find the day herself.
    pub verdeckt: bool,
}

/// The whole book.
#[derive(Clone, Debug)]
pub struct Fristenbuchdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// First day.
    pub von: NaiveDate,
    /// Last day.
    pub bis: NaiveDate,
    /// Events of the period, oldest first.
    pub zeilen: Vec<Fristenbucheintrag>,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// Builds the report.
#[must_use]
pub fn fristenbuchbericht(d: &Fristenbuchdaten) -> Bericht {
    let zeitraum = format!("{} bis {}", datum(d.von), datum(d.bis));
    let abweichend = d.zeilen.iter().filter(|z| z.ereignis == Ereignis::Abweichend).count();
    Bericht {
        kopf: d.haus.kopf(
            format!("Fristenbuch {zeitraum}"),
            format!("Eingetragene, geänderte, bestätigte und erledigte Fristen vom {zeitraum}"),
            d.kopf.zeit,
            format!("Fristenbuch · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke: vec![
            Block::Titelblatt(Titelblatt {
                art: "Fristenbuch".to_owned(),
                titel: d.haus.haus.clone(),
                untertitel: zeitraum,
            }),
            Block::Werte(vec![
                paar("Einträge im Zeitraum", zahl(d.zeilen.len() as u64)),
                paar("Davon abweichend geprüft", zahl(abweichend as u64)),
                paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
                paar("Eintrag des Kopfs", zahl(d.kopf.folge)),
            ]),
            liste([
                "Personen stehen mit ihrem Zeichen, Verfahren mit ihrer Nummer. Das Fristenbuch enthält keine Namen und keine Fallnummern.".to_owned(),
                "Der Tag einer Frist, die eine zweite Person noch selbst ermitteln soll, steht nicht darin („verdeckt“): Wer sie prüft, könnte ihn sonst hier lesen.".to_owned(),
            ]),
            Block::Ueberschrift(Stufe::Eins, "Einträge".to_owned()),
            tabelle_oder(
                Tabelle {
                    beschriftung: None,
                    zeilenkopf: Some(1),
                    spalten: vec![
                        Spalte::links("Zeit", 1.8),
                        Spalte::links("Verfahren", 1.5),
                        Spalte::links("Frist", 2.6),
                        Spalte::links("Was geschah", 1.8),
                        Spalte::links("Tag", 1.4),
                        Spalte::links("Zeichen", 0.9),
                    ],
                    zeilen: d.zeilen.iter().map(|z| zeile(z).into_iter().collect()).collect(),
                    eng: true,
                    ..Tabelle::default()
                },
                "In diesem Zeitraum gibt es keine Einträge.",
            ),
        ],
        beilagen: Vec::new(),
    }
}

fn zeile(z: &Fristenbucheintrag) -> [String; 6] {
    let frist = if z.bezeichnung.is_empty() {
        z.art.titel().to_owned()
    } else {
        format!("{}: {}", z.art.titel(), z.bezeichnung)
    };
    let geschehen = if z.grund.is_empty() {
        z.ereignis.titel().to_owned()
    } else {
        format!("{} ({})", z.ereignis.titel(), z.grund)
    };
    let tag = match (z.tag_alt, z.tag_neu) {
        (Some(alt), Some(neu)) if alt != neu => format!("{} statt {}", datum(neu), datum(alt)),
        (_, Some(tag)) | (Some(tag), None) => datum(tag),
        (None, None) if z.verdeckt => "verdeckt".to_owned(),
        (None, None) => "–".to_owned(),
    };
    [moment(&z.am), z.nummer.clone(), frist, geschehen, tag, z.zeichen.clone()]
}
