//! The yearly report of the programme, for an auditor or the Geschäftsführung: what was planned, what was done, what
//! was not and why, and the result of each theme beside the years before. Pure; no case and no name, persons by sign.

mod plan;
mod thema;
mod verlauf;

use super::{Jahresauswertung, Jahresverlauf, Programm, Programmzeile};
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Bericht, Block, Hauskopf, Stufe, Text, Titelblatt};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{datum, gruppen, liste, moment, paar, zahl, zeitpunkt};
use crate::kleingruppen::MINDESTENS;
use crate::pruefprogramm::Monatszelle;
use crate::vollzaehlung::je;

/// What the report is made of.
#[derive(Clone, Debug)]
pub struct Programmberichtdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// The Fassung that holds.
    pub programm: Programm,
    /// Sign of who presented it.
    pub vorgelegt_von: String,
    /// Sign of who released it.
    pub freigegeben_von: String,
    /// All released Fassungen of the year, first one first.
    pub fassungen: Vec<Berichtsfassung>,
    /// Themes in the order of area and title, as far as the person sees them.
    pub themen: Vec<Berichtsthema>,
    /// Recorded reasons, by month.
    pub ausfaelle: Vec<Berichtsausfall>,
    /// Only themes of the person's area.
    pub nur_eigene: bool,
    /// Single strata are left out: with the rows of the teams they would give small groups back.
    pub ohne_schichten: bool,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// A Fassung of the year.
#[derive(Clone, Debug)]
pub struct Berichtsfassung {
    /// From 1.
    pub fassung: i64,
    /// When it was released, UTC.
    pub freigegeben_am: Option<String>,
    /// Why it changed the one before.
    pub aenderung: String,
}

/// A theme of the year.
#[derive(Clone, Debug)]
pub struct Berichtsthema {
    /// Title.
    pub titel: String,
    /// Name of the area.
    pub bereich: String,
    /// What was fixed.
    pub zeile: Programmzeile,
    /// Teams by name with January to December.
    pub teams: Vec<(String, Vec<Monatszelle>)>,
    /// The year's evaluation, as far as the person sees it.
    pub auswertung: Jahresauswertung,
    /// The years up to this one.
    pub verlauf: Jahresverlauf,
}

/// Why a team was not checked, or not as often as planned.
#[derive(Clone, Debug)]
pub struct Berichtsausfall {
    /// Month, from 1.
    pub monat: u32,
    /// Title of the theme.
    pub thema: String,
    /// Name of the team.
    pub team: String,
    /// Why.
    pub grund: String,
    /// Sign of who recorded it.
    pub von: String,
    /// When, UTC.
    pub am: String,
}

/// Chapters before those of the themes.
const ERSTES_THEMA: usize = 4;

/// Builds the report. What is overdue is decided on the day of the last entry of the chain, so that the same register
/// always gives the same report.
///
/// # Errors
/// A chart without alternative text, which the code below always gives.
pub fn programmbericht(d: &Programmberichtdaten) -> Result<Bericht, BerichtFehler> {
    let jahr = d.programm.jahr;
    let mut bloecke = deckblatt(d);
    bloecke.push(Block::Seitenumbruch);
    bloecke.push(Block::Inhaltsverzeichnis { titel: "Inhalt".to_owned(), bis: Stufe::Zwei });
    bloecke.push(Block::Seitenumbruch);
    bloecke.extend(plan::bloecke(d));
    for (nummer, thema) in (ERSTES_THEMA..).zip(&d.themen) {
        bloecke.extend(thema::bloecke(d, nummer, thema)?);
    }
    bloecke.extend(grundlagen(ERSTES_THEMA + d.themen.len()));
    Ok(Bericht {
        kopf: d.haus.kopf(
            format!("Jahresbericht des Prüfprogramms {jahr}"),
            format!("Fachaufsicht, Prüfprogramm {jahr}, Fassung {}", d.programm.fassung),
            d.kopf.zeit,
            format!("Prüfprogramm {jahr} · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke,
        beilagen: Vec::new(),
    })
}

fn eins(nummer: usize, titel: &str) -> Block {
    Block::Ueberschrift(Stufe::Eins, format!("{nummer} {titel}"))
}

fn zwei(nummer: usize, teil: usize, titel: &str) -> Block {
    Block::Ueberschrift(Stufe::Zwei, format!("{nummer}.{teil} {titel}"))
}

fn deckblatt(d: &Programmberichtdaten) -> Vec<Block> {
    let p = &d.programm;
    let wer = |zeichen: &str, am: &Option<String>| match am {
        Some(am) => format!("{zeichen}, {}", moment(am)),
        None => "–".to_owned(),
    };
    let mut werte = vec![
        paar("Jahr", p.jahr.to_string()),
        paar("Fassung", format!("{} (gültig)", p.fassung)),
        paar(
            "Mit dem Datenschutz abgestimmt",
            p.inhalt.dsb_am.map_or_else(|| "–".to_owned(), |tag| format!("am {}", datum(tag))),
        ),
    ];
    if !p.inhalt.dsb_vermerk.is_empty() {
        werte.push(paar("Vermerk zur Abstimmung", p.inhalt.dsb_vermerk.as_str()));
    }
    werte.extend([
        paar("Vorgelegt", wer(&d.vorgelegt_von, &p.vorgelegt_am)),
        paar("Freigegeben", wer(&d.freigegeben_von, &p.freigegeben_am)),
        paar("Umfang", if d.nur_eigene { "Themen des eigenen Bereichs" } else { "ganzes Haus" }),
        paar(
            "Schichten",
            if d.ohne_schichten {
                "nicht enthalten"
            } else {
                "enthalten: Mit ihnen lassen sich die Zeilen kleiner Teams errechnen. Nur an prüfende Stellen geben."
            },
        ),
        paar("Stand des Berichts", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit))),
        paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
    ]);
    vec![
        Block::Titelblatt(Titelblatt {
            art: "Jahresbericht des Prüfprogramms".to_owned(),
            titel: d.haus.haus.clone(),
            untertitel: p.jahr.to_string(),
        }),
        Block::Werte(werte),
        Block::Kasten {
            titel: "Ergebnis".to_owned(),
            saetze: ergebnis(d).iter().map(|s| Text::from(s.as_str())).collect(),
        },
    ]
}

/// What a reader must know who reads nothing else.
fn ergebnis(d: &Programmberichtdaten) -> Vec<String> {
    let zellen = || d.themen.iter().flat_map(|t| &t.teams).flat_map(|(_, monate)| monate);
    let themen = je(d.themen.len() as u64, "1 Thema", |n| format!("{n} Themen"));
    let vorgesehen = je(d.themen.len() as u64, "ist", |_| "sind".to_owned());
    let ohne_grund = plan::ohne_grund(d).len() as u64;
    let ausgewertet = d.themen.iter().filter(|t| fertig(t)).count() as u64;
    vec![
        format!(
            "{themen} {vorgesehen} im Prüfprogramm vorgesehen. Geplant waren {} Fälle, gezogen wurden {}, geprüft {}.",
            zahl(zellen().map(|z| z.geplant).sum()),
            zahl(zellen().map(|z| z.gezogen).sum()),
            zahl(zellen().map(|z| z.geprueft).sum())
        ),
        format!(
            "Nicht oder nicht wie geplant geprüft: {}-mal ein Team in einem Monat mit eingetragenem Grund, {}-mal ohne Grund.",
            zahl(d.ausfaelle.len() as u64),
            zahl(ohne_grund)
        ),
        format!(
            "Abgeschlossen ist die Auswertung bei {} von {themen}; die Quoten mit ihren Grenzen stehen im Überblick (1.2) und in den Kapiteln der Themen.",
            zahl(ausgewertet)
        ),
    ]
}

fn fertig(t: &Berichtsthema) -> bool {
    t.auswertung.auswertung.as_ref().is_some_and(|a| !a.vorlaeufig)
}

fn grundlagen(nummer: usize) -> Vec<Block> {
    vec![
        eins(nummer, "Grundlagen"),
        liste([
            "Geplant ist, was die gültige Fassung vorsieht. Geprüft ist ein Fall, dessen Prüfbogen abgeschlossen oder der nicht prüfbar ist.".to_owned(),
            "Ein Thema eines Monats ist eine Prüfung mit einer Ziehung; jedes Team eines Monats ist darin eine Schicht. Das Jahr eines Themas fasst alle Schichten zusammen, gewichtet nach ihrer Größe.".to_owned(),
            "Die garantierte Grenze hält die zugesagte Sicherheit immer ein; das Urteil stützt sich nur auf sie. Die Näherung (Korn-Graubard) ist enger und nicht garantiert.".to_owned(),
            "Ein Urteil gibt es erst, wenn alle geplanten Monate gezogen sind oder ein Grund eingetragen ist, und nur, wenn Ziel, Sicherheit und Festlegung im ganzen Jahr dieselben waren.".to_owned(),
            format!("Ein Team mit weniger als {MINDESTENS} Beschäftigten steht bei den Ergebnissen nur mit anderen zusammen. In Zeilen mit weniger als {MINDESTENS} Fällen steht ein „*“, ebenso in einer weiteren, aus der sie sich errechnen ließe."),
            "Personen erscheinen mit ihrem Zeichen. Fallnummern und Namen enthält der Bericht nicht.".to_owned(),
        ]),
    ]
}
