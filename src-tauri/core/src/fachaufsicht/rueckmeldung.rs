//! The Rückmeldeliste: what a check found in the cases of one team, and what the team has to do by when. Pure.
//!
//! Only what was released reaches the team: a case whose sheet is still open stands there without Feststellungen.
//! The list counts, it prints no rate: some dozen cases of one team say nothing about all of its cases, and what
//! the draw says stands in the evaluation with its bounds.

use super::Aufzaehlung;
use super::bogen::BogenStand;
use super::fallnummer::Fallnummer;
use super::feststellung::{Art, FeststellungStand, KorrekturStand, Schwere, Wirkung};
use super::pruefbericht::BerichtKopf;
use super::pruefbericht::text::{datum, euro, gruppen, paar, tabelle_oder, zahl, zeitpunkt};
use super::pruefvermerk::INTERN;
use crate::bericht::modell::{Bericht, Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt, Zeile};
use crate::vollzaehlung::je;
use chrono::NaiveDate;

/// What the Rückmeldeliste is made of, whatever it is written to.
#[derive(Clone, Debug)]
pub struct Rueckmeldung {
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub pruefung: String,
    /// State of the check in words.
    pub stand: &'static str,
    /// Title of the theme.
    pub thema: String,
    /// First and last day of the period.
    pub zeitraum: (NaiveDate, NaiveDate),
    /// Name of the team.
    pub team: String,
    /// The day on which dates are judged.
    pub heute: NaiveDate,
    /// Drawn units of the team by place.
    pub faelle: Vec<Rueckmeldefall>,
}

/// A drawn unit.
#[derive(Clone, Debug)]
pub struct Rueckmeldefall {
    /// Place over all draws of the check.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// State of its sheet.
    pub stand: BogenStand,
    /// Released Feststellungen that stand, by number.
    pub feststellungen: Vec<Rueckmeldefeststellung>,
    /// Feststellungen that were withdrawn.
    pub zurueckgenommen: u64,
}

/// A Feststellung as the team needs it.
#[derive(Clone, Debug)]
pub struct Rueckmeldefeststellung {
    /// 1, 2, 3 … within the check.
    pub nummer: i64,
    /// Number of the item on the sheet and its question.
    pub frage: (usize, String),
    /// What was found.
    pub text: String,
    /// Kind of error.
    pub art: Art,
    /// Gravity.
    pub schwere: Schwere,
    /// Effect.
    pub wirkung: Wirkung,
    /// Amount of Bund and Kommune together, cents.
    pub betrag_cent: i64,
    /// State.
    pub stand: FeststellungStand,
    /// Last day for the answer, while one is awaited.
    pub stellungnahme_bis: Option<NaiveDate>,
    /// Correction: due, state, late.
    pub korrektur: Option<(NaiveDate, KorrekturStand, bool)>,
}

impl Rueckmeldefeststellung {
    /// Kind, gravity and effect in words.
    pub fn einordnung(&self) -> String {
        let mut text = format!("{}, {}", self.art.titel(), self.schwere.titel());
        match self.wirkung {
            Wirkung::Ohne => {}
            Wirkung::NichtBezifferbar => text.push_str("; Betrag nicht bezifferbar"),
            geld => text.push_str(&format!("; {} {}", geld.titel(), euro(self.betrag_cent))),
        }
        text
    }

    /// The last day for an answer that is still awaited.
    pub fn antwort_bis(&self) -> Option<NaiveDate> {
        self.stellungnahme_bis.filter(|_| self.stand == FeststellungStand::ZurStellungnahme)
    }

    /// When the case is to be corrected, as long as that is open.
    pub fn korrigieren_bis(&self) -> Option<NaiveDate> {
        self.korrektur.filter(|(_, stand, _)| *stand == KorrekturStand::Offen).map(|(bis, ..)| bis)
    }

    fn korrektur(&self) -> String {
        match self.korrektur {
            None => "–".to_owned(),
            Some((bis, KorrekturStand::Offen, spaet)) => {
                format!("bis {}{}", datum(bis), if spaet { ", überfällig" } else { "" })
            }
            Some((_, stand, _)) => stand.titel().to_owned(),
        }
    }
}

impl Rueckmeldefall {
    /// What came out, in a few words.
    pub fn ergebnis(&self) -> String {
        match self.stand {
            BogenStand::NichtPruefbar => "nicht prüfbar".to_owned(),
            BogenStand::Bestaetigt if self.feststellungen.is_empty() => "ohne Feststellung".to_owned(),
            BogenStand::Bestaetigt => {
                je(self.feststellungen.len() as u64, "1 Feststellung", |n| format!("{n} Feststellungen"))
            }
            _ => "noch in Prüfung".to_owned(),
        }
    }

    fn name(&self) -> String {
        self.fall.klar().unwrap_or_else(|| self.fall.pseudonym()).to_owned()
    }
}

impl Rueckmeldung {
    /// Whether a case or a Feststellung is still to come to its end.
    pub fn vorlaeufig(&self) -> bool {
        self.faelle.iter().any(|f| !f.stand.fertig())
            || self.feststellungen().any(|(_, x)| !x.stand.endgueltig())
    }

    fn feststellungen(&self) -> impl Iterator<Item = (&Rueckmeldefall, &Rueckmeldefeststellung)> {
        self.faelle.iter().flat_map(|f| f.feststellungen.iter().map(move |x| (f, x)))
    }

    fn mit_nummern(&self) -> bool {
        self.faelle.iter().any(|f| f.fall.klar().is_some())
    }

    fn anzahl(&self, was: impl Fn(&Rueckmeldefall) -> bool) -> u64 {
        self.faelle.iter().filter(|f| was(f)).count() as u64
    }
}

/// Builds the Rückmeldeliste as a report.
pub fn rueckmeldeliste(d: &Rueckmeldung, haus: &Hauskopf, stand: &BerichtKopf) -> Bericht {
    let titel = format!("Rückmeldeliste {} · {}", d.pruefung, d.team);
    let mut kopf = haus.kopf(
        titel.clone(),
        format!("{}, {} bis {}", d.thema, datum(d.zeitraum.0), datum(d.zeitraum.1)),
        stand.zeit,
        format!(
            "{titel}{} · Protokolleintrag {}",
            if d.vorlaeufig() { " (vorläufig)" } else { "" },
            stand.folge
        ),
    );
    kopf.vertraulichkeit = Some(INTERN.to_owned());
    let mut bloecke = angaben(d);
    bloecke.push(faelle(d));
    bloecke.extend(feststellungen(d));
    bloecke.extend(zusammenfassung(d));
    bloecke.extend(herkunft(d, stand));
    Bericht { kopf, bloecke, beilagen: Vec::new() }
}

fn angaben(d: &Rueckmeldung) -> Vec<Block> {
    vec![
        Block::Titelblatt(Titelblatt {
            art: if d.vorlaeufig() { "Rückmeldeliste (vorläufig)" } else { "Rückmeldeliste" }.to_owned(),
            titel: d.thema.clone(),
            untertitel: format!("Fachaufsicht {} · {}", d.pruefung, d.team),
        }),
        Block::Werte(vec![
            paar("Team", Text::default().fett(d.team.as_str())),
            paar("Prüfung", format!("{} ({})", d.pruefung, d.stand)),
            paar("Prüfzeitraum", format!("{} bis {}", datum(d.zeitraum.0), datum(d.zeitraum.1))),
            paar("Gezogene Fälle", format!("{} dieses Teams", zahl(d.faelle.len() as u64))),
        ]),
        Block::Kasten {
            titel: "Was zu tun ist".to_owned(),
            saetze: zu_tun(d).into_iter().map(Text::from).collect(),
        },
        Block::Ueberschrift(Stufe::Eins, "1 Fälle".to_owned()),
    ]
}

fn zu_tun(d: &Rueckmeldung) -> Vec<String> {
    let mut s = Vec::new();
    let antworten: Vec<NaiveDate> = d.feststellungen().filter_map(|(_, x)| x.antwort_bis()).collect();
    if let Some(erste) = antworten.iter().min() {
        s.push(format!(
            "Stellung zu nehmen ist zu {}, zuerst bis {}. Keine Antwort ist ein Stand, keine Zustimmung.",
            je(antworten.len() as u64, "1 Feststellung", |n| format!("{n} Feststellungen")),
            datum(*erste)
        ));
    }
    let korrekturen: Vec<NaiveDate> = d.feststellungen().filter_map(|(_, x)| x.korrigieren_bis()).collect();
    if let Some(erste) = korrekturen.iter().min() {
        let spaet = korrekturen.iter().filter(|bis| **bis < d.heute).count() as u64;
        s.push(format!(
            "{} zu erledigen, zuerst bis {}{}.",
            je(korrekturen.len() as u64, "1 Korrektur ist", |n| format!("{n} Korrekturen sind")),
            datum(*erste),
            match spaet {
                0 => String::new(),
                n => format!("; überfällig: {}", zahl(n)),
            }
        ));
    }
    let offen = d.anzahl(|f| !f.stand.fertig());
    if offen > 0 {
        s.push(format!(
            "{} noch in Prüfung; die Liste ist vorläufig.",
            je(offen, "1 Fall ist", |n| format!("{n} Fälle sind"))
        ));
    }
    if s.is_empty() {
        s.push("Für das Team ist nichts offen.".to_owned());
    }
    s
}

fn faelle(d: &Rueckmeldung) -> Block {
    let erster = |tage: Vec<NaiveDate>| tage.into_iter().min().map_or_else(|| "–".to_owned(), datum);
    tabelle_oder(
        Tabelle {
            beschriftung: Some("Alle gezogenen Fälle des Teams".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::rechts("Nr.", 0.6),
                Spalte::links(if d.mit_nummern() { "Fall" } else { "Fall (Pseudonym)" }, 2.4),
                Spalte::links("Ergebnis", 2.0),
                Spalte::links("Stellungnahme bis", 1.6),
                Spalte::links("Korrektur bis", 1.6),
            ],
            zeilen: d
                .faelle
                .iter()
                .map(|f| {
                    [
                        f.position.to_string(),
                        f.name(),
                        f.ergebnis(),
                        erster(
                            f.feststellungen.iter().filter_map(Rueckmeldefeststellung::antwort_bis).collect(),
                        ),
                        erster(
                            f.feststellungen
                                .iter()
                                .filter_map(Rueckmeldefeststellung::korrigieren_bis)
                                .collect(),
                        ),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            ..Tabelle::default()
        },
        "Von diesem Team wurde kein Fall gezogen.",
    )
}

fn feststellungen(d: &Rueckmeldung) -> Vec<Block> {
    let zeilen: Vec<Zeile> = d
        .feststellungen()
        .map(|(f, x)| {
            let stand = match x.antwort_bis() {
                Some(bis) => format!("{} bis {}", x.stand.titel(), datum(bis)),
                None => x.stand.titel().to_owned(),
            };
            [
                Text::from(x.nummer.to_string()),
                Text::from(format!("{}\n{}", f.position, f.name())),
                Text::default().kursiv(format!("{}. {}", x.frage.0, x.frage.1)).und(format!("\n{}", x.text)),
                Text::from(x.einordnung()),
                Text::from(stand),
                Text::from(x.korrektur()),
            ]
            .into_iter()
            .collect()
        })
        .collect();
    vec![
        Block::Ueberschrift(Stufe::Eins, "2 Feststellungen".to_owned()),
        tabelle_oder(
            Tabelle {
                beschriftung: Some("Merkmal (kursiv) und was festgestellt wurde".to_owned()),
                zeilenkopf: Some(0),
                spalten: vec![
                    Spalte::rechts("Nr.", 0.5),
                    Spalte::links("Fall", 1.8),
                    Spalte::links("Merkmal und Feststellung", 4.2),
                    Spalte::links("Einordnung", 1.7),
                    Spalte::links("Stand", 1.5),
                    Spalte::links("Korrektur", 1.3),
                ],
                zeilen,
                eng: true,
                ..Tabelle::default()
            },
            "Für dieses Team gibt es keine freigegebene Feststellung.",
        ),
    ]
}

fn zusammenfassung(d: &Rueckmeldung) -> Vec<Block> {
    let mut zeilen: Vec<(String, u64)> = vec![
        ("Gezogene Fälle".to_owned(), d.faelle.len() as u64),
        (
            "davon mit Feststellung".to_owned(),
            d.anzahl(|f| f.stand == BogenStand::Bestaetigt && !f.feststellungen.is_empty()),
        ),
        (
            "davon ohne Feststellung".to_owned(),
            d.anzahl(|f| f.stand == BogenStand::Bestaetigt && f.feststellungen.is_empty()),
        ),
        ("davon nicht prüfbar".to_owned(), d.anzahl(|f| f.stand == BogenStand::NichtPruefbar)),
        ("davon noch in Prüfung".to_owned(), d.anzahl(|f| !f.stand.fertig())),
        ("Feststellungen".to_owned(), d.feststellungen().count() as u64),
    ];
    for art in Art::ALLE {
        zeilen.push((
            format!("davon {}", art.titel()),
            d.feststellungen().filter(|(_, x)| x.art == *art).count() as u64,
        ));
    }
    zeilen.push((
        "Zurückgenommene Feststellungen".to_owned(),
        d.faelle.iter().map(|f| f.zurueckgenommen).sum(),
    ));
    for stand in KorrekturStand::ALLE {
        zeilen.push((
            format!("Korrekturen, {}", stand.titel()),
            d.feststellungen().filter(|(_, x)| x.korrektur.is_some_and(|(_, s, _)| s == *stand)).count()
                as u64,
        ));
    }
    let ueberschriften = ["Gezogene Fälle", "Feststellungen"];
    vec![
        Block::Ueberschrift(Stufe::Eins, "3 Anzahlen".to_owned()),
        Block::Tabelle(Tabelle {
            beschriftung: None,
            zeilenkopf: Some(0),
            spalten: vec![Spalte::links("Was", 4.0), Spalte::rechts("Anzahl", 1.0)],
            // A kind that did not occur is left out; the first lines stand even at nought.
            zeilen: zeilen
                .into_iter()
                .filter(|(was, n)| *n > 0 || ueberschriften.contains(&was.as_str()))
                .map(|(was, n)| [was, zahl(n)].into_iter().collect())
                .collect(),
            ..Tabelle::default()
        }),
        Block::Absatz(Text::from(
            "Die Anzahlen beschreiben nur die gezogenen Fälle. Eine Fehlerquote des Teams lässt sich daraus nicht ablesen; was die Stichprobe über alle Fälle sagt, steht mit seinen Grenzen im Prüfbericht.",
        )),
    ]
}

fn herkunft(d: &Rueckmeldung, stand: &BerichtKopf) -> Vec<Block> {
    vec![
        Block::Werte(vec![
            paar("Stand der Liste", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(stand.zeit))),
            paar("Kopf der Kette", Text::default().fett(gruppen(&stand.hash))),
        ]),
        Block::Absatz(Text::from(if d.mit_nummern() {
            "Die Liste nennt Fallnummern. Sie ist für die Teamleitung und die prüfenden Rollen bestimmt und nicht für die Weitergabe nach außen."
        } else {
            "Die Liste nennt keine Fallnummern; die Fälle stehen mit den ersten zehn Zeichen ihres Pseudonyms. Pseudonyme sind weiterhin personenbezogene Daten."
        })),
    ]
}
