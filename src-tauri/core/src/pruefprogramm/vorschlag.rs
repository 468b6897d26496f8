//! How many checks, and for whom: what a number of people can do, what that says, and where the risk lies.
//!
//! Proposals only: a person decides, and the reason stands in the programme. The points are a plain rule of this
//! program, no law and no published scale.

use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::{
    Aufteilung, Befund, Dezimal, Schichtgroesse, StichprobeFehler, Zehntelprozent, allocate, auswerten,
    prozent_dezimal, zahl,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the house can spend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Arbeitsaufwand {
    /// People who check.
    pub personen: u32,
    /// Minutes of each in a week.
    pub minuten_woche: u32,
    /// Working weeks of a year, without leave and illness.
    pub wochen: u32,
    /// Minutes for one case with everything that follows.
    pub minuten_je_fall: u32,
    /// Cases that could be checked in the year.
    pub grundgesamtheit: u64,
    /// Confidence, e.g. 0.95.
    pub konfidenz: Dezimal,
}

/// What that buys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Aufwandsantwort {
    /// Cases in the year.
    pub im_jahr: u64,
    /// Cases in a month, rounded down.
    pub im_monat: u64,
    /// `2 Personen mit je 6 Stunden in der Woche prüfen in 42 Wochen 1.008 Fälle, 84 im Monat.`
    pub satz: String,
    /// What the result would say, for several numbers of errors.
    pub aussagen: Vec<String>,
    /// What to bear in mind.
    pub hinweis: String,
}

/// Cases that the people can check, and what their result would say.
///
/// The bounds are those of a simple sample over the year ([`auswerten`]); strata make the guaranteed bound wider.
///
/// # Errors
/// `eingabe` with the field.
pub fn aufwand(a: &Arbeitsaufwand) -> Ergebnis<Aufwandsantwort> {
    let grenzen = [
        (a.personen, 1..=200, "personen", "Bitte geben Sie 1 bis 200 Personen an."),
        (
            a.minuten_woche,
            5..=2_400,
            "minuten_woche",
            "Bitte geben Sie höchstens 40 Stunden in der Woche an.",
        ),
        (a.wochen, 1..=52, "wochen", "Bitte geben Sie 1 bis 52 Wochen an."),
        (a.minuten_je_fall, 1..=2_400, "minuten_je_fall", "Bitte geben Sie 1 bis 2.400 Minuten je Fall an."),
    ];
    for (wert, erlaubt, feld, text) in grenzen {
        if !erlaubt.contains(&wert) {
            return Err(Fehler::feld(feld, text));
        }
    }
    if !(1..=10_000_000).contains(&a.grundgesamtheit) {
        return Err(Fehler::feld("grundgesamtheit", "Bitte geben Sie 1 bis 10.000.000 Fälle an."));
    }
    let minuten = u64::from(a.personen) * u64::from(a.minuten_woche) * u64::from(a.wochen);
    let moeglich = minuten / u64::from(a.minuten_je_fall);
    let im_jahr = moeglich.min(a.grundgesamtheit);
    if im_jahr == 0 {
        return Err(Fehler::feld("minuten_je_fall", "In dieser Zeit lässt sich kein Fall prüfen."));
    }
    let personen = match a.personen {
        1 => "1 Person mit".to_owned(),
        n => format!("{n} Personen mit je"),
    };
    let mut satz = format!(
        "{personen} {} in der Woche: in {} Wochen {}, im Monat {}.",
        stunden(a.minuten_woche),
        a.wochen,
        faelle(moeglich),
        zahl(moeglich / 12)
    );
    if moeglich > a.grundgesamtheit {
        satz.push_str(&format!(" Es gibt nur {}; alle lassen sich prüfen.", zahl(a.grundgesamtheit)));
    }
    Ok(Aufwandsantwort {
        im_jahr,
        im_monat: im_jahr / 12,
        satz,
        aussagen: aussagen(im_jahr, a.grundgesamtheit, &a.konfidenz)
            .map_err(|e| Fehler::feld("konfidenz", e.to_string()).wegen(e))?,
        hinweis: "Gerechnet als einfache Zufallsauswahl über das ganze Jahr. Nach Teams und Monaten geschichtet ist die garantierte Grenze weiter; je Team und Monat sind die Zahlen zu klein für eine Aussage.".to_owned(),
    })
}

fn faelle(n: u64) -> String {
    if n == 1 { "1 Fall".to_owned() } else { format!("{} Fälle", zahl(n)) }
}

/// `6 Stunden`, `1 Stunde`, `90 Minuten`.
fn stunden(minuten: u32) -> String {
    match (minuten / 60, minuten % 60) {
        (1, 0) => "1 Stunde".to_owned(),
        (n, 0) => format!("{n} Stunden"),
        _ => format!("{minuten} Minuten"),
    }
}

/// Errors in a hundred for which the answer is given.
const ANTEILE: [u64; 4] = [0, 2, 5, 10];

fn aussagen(n: u64, grundgesamtheit: u64, konfidenz: &Dezimal) -> Result<Vec<String>, StichprobeFehler> {
    let mut saetze: Vec<String> = Vec::new();
    let mut letzte = None;
    for anteil in ANTEILE {
        let fehler = (n * anteil).div_ceil(100);
        if letzte == Some(fehler) {
            continue;
        }
        letzte = Some(fehler);
        let befund = Befund { grundgesamtheit, n, fehler, ungeklaert: 0 };
        let a = auswerten(&befund, konfidenz, None)?;
        let wenn = match fehler {
            0 => "Ohne gefundenen Fehler".to_owned(),
            1 => format!("Mit 1 Fehler unter {}", faelle_dativ(n)),
            k => format!("Mit {} Fehlern unter {}", zahl(k), faelle_dativ(n)),
        };
        saetze.push(if a.vollpruefung {
            format!("{wenn}: genau {}, weil alle Fälle geprüft sind.", a.quote)
        } else {
            format!(
                "{wenn}: Fehlerquote {}, mit {} Sicherheit höchstens {}.",
                a.quote,
                prozent_dezimal(konfidenz),
                a.quote_hoechstens
            )
        });
    }
    Ok(saetze)
}

fn faelle_dativ(n: u64) -> String {
    if n == 1 { "1 Fall".to_owned() } else { format!("{} Fällen", zahl(n)) }
}

/// What is known of a team about one theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Risikoangaben {
    /// Team.
    pub team_id: String,
    /// Erroneous and checked cases of the theme in the last two years; none: never checked.
    pub letzte: Option<(u64, u64)>,
    /// Amounts of the cases in the last population, in cents.
    pub betrag_cent: i64,
    /// Justified complaints of the last twelve months.
    pub beschwerden: u64,
    /// Widersprüche of the last twelve months that were upheld in full or in part.
    pub stattgaben: u64,
}

/// The share of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Teamvorschlag {
    /// Team.
    pub team_id: String,
    /// Points of risk.
    pub punkte: u64,
    /// Where they come from, as sentences.
    pub gruende: Vec<String>,
    /// Checks in the year.
    pub anzahl: u64,
}

/// A team without any point still gets this weight: nobody is left out.
const GRUNDGEWICHT: u64 = 3;

/// Complaints and Widersprüche count from this number on.
const NENNENSWERT: u64 = 5;

/// Divides the checks of a year among teams by risk: each its basic weight and its points, at least `mindestens`.
///
/// # Errors
/// As [`allocate`]: too few checks for the least of each team.
pub fn verteile(
    gesamt: u64,
    mindestens: u64,
    teams: &[Risikoangaben],
) -> Result<Vec<Teamvorschlag>, StichprobeFehler> {
    let summen = Summen {
        teams: teams.len() as u64,
        betrag: teams.iter().map(|t| t.betrag_cent.max(0).unsigned_abs()).sum(),
        beschwerden: teams.iter().map(|t| t.beschwerden).sum(),
        stattgaben: teams.iter().map(|t| t.stattgaben).sum(),
    };
    let bewertet: Vec<(u64, Vec<String>)> = teams.iter().map(|t| punkte(t, &summen)).collect();
    // Weights as sizes far above any number of checks, so that no share meets a cap.
    let gewichte: Vec<Schichtgroesse> = bewertet
        .iter()
        .map(|(punkte, _)| Schichtgroesse {
            grundgesamtheit: (GRUNDGEWICHT + punkte) * 1_000_000,
            streuung: None,
        })
        .collect();
    let anzahlen = allocate(Aufteilung::Proportional, gesamt, &gewichte, mindestens)?;
    Ok(teams
        .iter()
        .zip(bewertet)
        .zip(anzahlen)
        .map(|((t, (punkte, gruende)), anzahl)| Teamvorschlag {
            team_id: t.team_id.clone(),
            punkte,
            gruende,
            anzahl,
        })
        .collect())
}

/// What all teams have together.
struct Summen {
    teams: u64,
    betrag: u64,
    beschwerden: u64,
    stattgaben: u64,
}

impl Summen {
    /// 1 above the mean of the teams, 2 from one and a half of it on.
    fn ueber_mittel(&self, wert: u64, summe: u64) -> u64 {
        let anteil = u128::from(wert) * u128::from(self.teams);
        let summe = u128::from(summe);
        u64::from(anteil > summe) + u64::from(summe > 0 && anteil * 2 >= summe * 3)
    }
}

fn punkte(t: &Risikoangaben, summen: &Summen) -> (u64, Vec<String>) {
    let mut gruende = Vec::new();
    let mut summe = 0;
    let mut werte = |punkte: u64, satz: String| {
        if punkte > 0 {
            summe += punkte;
            gruende.push(satz);
        }
    };
    match t.letzte {
        None | Some((_, 0)) => werte(2, "In den letzten zwei Jahren nicht geprüft.".to_owned()),
        Some((k, n)) => {
            let hundertstel = k * 100 / n;
            let p = match hundertstel {
                20.. => 3,
                10.. => 2,
                5.. => 1,
                _ => 0,
            };
            werte(
                p,
                format!(
                    "Zuletzt {} von {} Fällen fehlerhaft ({}).",
                    zahl(k),
                    zahl(n),
                    Zehntelprozent::gerundet(k, n)
                ),
            );
        }
    }
    let betrag = t.betrag_cent.max(0).unsigned_abs();
    werte(
        summen.ueber_mittel(betrag, summen.betrag),
        "Die Beträge liegen über dem Mittel der Teams.".to_owned(),
    );
    // A handful says nothing about a team.
    let wenige = |n: u64, punkte: u64| if n < NENNENSWERT { 0 } else { punkte };
    let mehr =
        |was: &str, n: u64| format!("{} {was} in zwölf Monaten, mehr als im Mittel der Teams.", zahl(n));
    werte(
        wenige(t.beschwerden, summen.ueber_mittel(t.beschwerden, summen.beschwerden)),
        mehr("berechtigte Beschwerden", t.beschwerden),
    );
    werte(
        wenige(t.stattgaben, summen.ueber_mittel(t.stattgaben, summen.stattgaben)),
        mehr("erfolgreiche Widersprüche", t.stattgaben),
    );
    (summe, gruende)
}

#[cfg(test)]
#[path = "vorschlag_tests.rs"]
mod tests;
