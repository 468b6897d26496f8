//! The rate of a theme and of its teams over the years, each year as its own evaluation gives it.
//!
//! A description side by side, as of single checks ([`crate::fachaufsicht::auswertung::Verlauf`]): no trend, no test
//! between the years (`stichprobe.md` 11). What a year's evaluation does not show of a team is not shown here either.

use super::auswertung::{Jahresauswertung, Jahresmaterial, VERGLEICHBAR_AB, anders_geplant};
use crate::fachaufsicht::auswertung::saetze::{
    ANDERE_FASSUNG, ANDERE_FESTLEGUNG, ANDERE_SICHERHEIT, OHNE_REGEL, UNGEKLAERT_IM_INTERVALL,
    grenzen_je_team, verschieden_gross,
};
use crate::fachaufsicht::auswertung::{Grundlage, Gruppenzeile, MINDESTENS};
use crate::stichprobe::{Zehntelprozent, prozent_dezimal, zahl};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// A theme over the years.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Jahresverlauf {
    /// What held in each year, earliest first.
    pub jahre: Vec<Verlaufsjahr>,
    /// The year that the others are compared with: the last one with a draw.
    pub bezug: i32,
    /// All teams together first, then the teams by name, merged ones last; each has a point for every year.
    pub reihen: Vec<Verlaufsreihe>,
    /// What must be known to read them side by side.
    pub hinweise: Vec<String>,
}

/// A year with its evaluation.
type Jahr = (Jahresmaterial, Jahresauswertung);

/// What held in a year.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Verlaufsjahr {
    /// Year.
    pub jahr: i32,
    /// Confidence of each bound as text.
    pub sicherheit: String,
    /// Goal as text, e.g. "10 %".
    pub ziel: Option<String>,
    /// Goal in tenths of a percent, for charts.
    pub ziel_zehntel: Option<f64>,
    /// Something of the year is still open.
    pub vorlaeufig: bool,
}

/// The points of all teams together, or of one row of teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Verlaufsreihe {
    /// Name.
    pub name: String,
    /// All teams together.
    pub gesamt: bool,
    /// Several teams together (small-group rule).
    pub zusammengefasst: bool,
    /// One for every year.
    pub punkte: Vec<Jahrespunkt>,
}

/// A year of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Jahrespunkt {
    /// Year.
    pub jahr: i32,
    /// Counts; none where there are none, or where they must stay hidden.
    pub werte: Option<Punktwerte>,
    /// Point estimate in tenths of a percent.
    pub quote: Option<Zehntelprozent>,
    /// Lower bound, rounded down; the evaluation of a year has one for all teams together only.
    pub unten: Option<Zehntelprozent>,
    /// Upper bound, rounded up.
    pub oben: Option<Zehntelprozent>,
    /// Upper bound by Korn-Graubard, approximate; for all teams together.
    pub naeherung: Option<Zehntelprozent>,
    /// Every unit was drawn: no bounds.
    pub vollpruefung: bool,
    /// Why there is no rate, or no bound.
    pub anmerkung: Option<String>,
}

/// Counts of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Punktwerte {
    /// N; none for teams that share a stratum with others.
    pub grundgesamtheit: Option<u64>,
    /// Drawn.
    pub gezogen: u64,
    /// Erroneous by the definition of that year.
    pub fehlerhaft: u64,
    /// Unresolved: an error in the upper bound only.
    pub ungeklaert: u64,
}

impl Jahresverlauf {
    /// Years with a rate for all teams together.
    #[must_use]
    pub fn ausgewertet(&self) -> usize {
        self.reihen.first().map_or(0, |r| r.punkte.iter().filter(|p| p.quote.is_some()).count())
    }
}

/// Puts the years of a theme side by side; each with its evaluation, earliest first. `aeltere` is how many older ones
/// were not read.
#[must_use]
pub fn verlauf(jahre: &[Jahr], aeltere: usize) -> Jahresverlauf {
    let alle = Verlaufsreihe {
        name: "Alle Teams zusammen".to_owned(),
        gesamt: true,
        zusammengefasst: false,
        punkte: jahre.iter().map(|(m, a)| ganzes(m.jahr, a)).collect(),
    };
    let reihen: Vec<Verlaufsreihe> = std::iter::once(alle).chain(teamreihen(jahre)).collect();
    let bezug = bezug(jahre);
    Jahresverlauf {
        hinweise: bezug.map(|b| hinweise(jahre, b, &reihen, aeltere)).unwrap_or_default(),
        bezug: bezug.map_or(0, |(m, _)| m.jahr),
        jahre: angaben(jahre),
        reihen,
    }
}

fn bezug(jahre: &[Jahr]) -> Option<&Jahr> {
    jahre.iter().rfind(|(_, a)| a.auswertung.is_some()).or(jahre.last())
}

fn angaben(jahre: &[Jahr]) -> Vec<Verlaufsjahr> {
    jahre
        .iter()
        .map(|(m, a)| Verlaufsjahr {
            jahr: m.jahr,
            sicherheit: prozent_dezimal(&m.grundlage.konfidenz),
            ziel: m.grundlage.ziel.as_ref().map(prozent_dezimal),
            ziel_zehntel: m.grundlage.ziel.as_ref().map(|z| z.als_f64() * 1000.0),
            vorlaeufig: a.auswertung.as_ref().is_none_or(|a| a.vorlaeufig),
        })
        .collect()
}

fn ohne(jahr: i32, werte: Option<Punktwerte>, anmerkung: &str) -> Jahrespunkt {
    Jahrespunkt {
        jahr,
        werte,
        quote: None,
        unten: None,
        oben: None,
        naeherung: None,
        vollpruefung: false,
        anmerkung: Some(anmerkung.to_owned()),
    }
}

const NICHTS_GEZOGEN: &str = "nichts gezogen";
const NOCH_OFFEN: &str = "noch Fälle offen";

fn zu_wenige() -> String {
    format!("weniger als {MINDESTENS} Fälle")
}

fn ganzes(jahr: i32, a: &Jahresauswertung) -> Jahrespunkt {
    let Some(a) = a.auswertung.as_ref().filter(|a| a.zahlen.gezogen > 0) else {
        return ohne(jahr, None, NICHTS_GEZOGEN);
    };
    let z = a.zahlen;
    let werte = Some(Punktwerte {
        grundgesamtheit: Some(z.grundgesamtheit),
        gezogen: z.gezogen,
        fehlerhaft: z.fehlerhaft,
        ungeklaert: z.ungeklaert,
    });
    let Some(rate) = &a.rate else { return ohne(jahr, werte, "aus einer Schicht nichts gezogen") };
    match rate.quote {
        None => ohne(jahr, werte, NOCH_OFFEN),
        Some(_) if z.gezogen < MINDESTENS => ohne(jahr, werte, &zu_wenige()),
        Some(quote) => Jahrespunkt {
            jahr,
            werte,
            quote: Some(quote),
            // Rounding may carry the estimate a tenth past a very narrow interval.
            unten: (!rate.vollpruefung).then(|| rate.quote_mindestens.min(quote)),
            oben: (!rate.vollpruefung).then(|| rate.quote_hoechstens.max(quote)),
            naeherung: rate.naeherung_hoechstens,
            vollpruefung: rate.vollpruefung,
            anmerkung: rate.vollpruefung.then(|| "Vollprüfung".to_owned()),
        },
    }
}

/// The row of a team in one year: exactly what the table of that year's evaluation shows.
fn teampunkt(jahr: i32, zeile: Option<&Gruppenzeile>) -> Jahrespunkt {
    let Some(zeile) = zeile else { return ohne(jahr, None, NICHTS_GEZOGEN) };
    let Some(w) = zeile.werte else { return ohne(jahr, None, "* kleine Gruppe") };
    let werte = Some(Punktwerte {
        grundgesamtheit: w.grundgesamtheit,
        gezogen: w.gezogen,
        fehlerhaft: w.fehlerhaft,
        ungeklaert: w.ungeklaert,
    });
    let Some(quote) = w.quote else { return ohne(jahr, werte, NOCH_OFFEN) };
    if w.gezogen < MINDESTENS {
        return ohne(jahr, werte, &zu_wenige());
    }
    let vollpruefung = w.grundgesamtheit == Some(w.gezogen);
    let oben = w.quote_hoechstens.filter(|_| !vollpruefung).map(|o| o.max(quote));
    Jahrespunkt {
        jahr,
        werte,
        quote: Some(quote),
        unten: None,
        oben,
        naeherung: None,
        vollpruefung,
        anmerkung: match (vollpruefung, oben) {
            (true, _) => Some("Vollprüfung".to_owned()),
            (false, None) => Some("teilt Schichten mit anderen, ohne Obergrenze".to_owned()),
            _ => None,
        },
    }
}

fn gruppen(a: &Jahresauswertung) -> &[Gruppenzeile] {
    a.auswertung.as_ref().map_or(&[], |a| &a.gruppen)
}

/// Teams by name; those that a year shows only together come last, under one name for all years.
fn teamreihen(jahre: &[Jahr]) -> Vec<Verlaufsreihe> {
    let namen: BTreeSet<(bool, &str)> =
        jahre.iter().flat_map(|(_, a)| gruppen(a)).map(|g| (g.zusammengefasst, g.name.as_str())).collect();
    namen
        .into_iter()
        .map(|(zusammengefasst, name)| Verlaufsreihe {
            name: name.to_owned(),
            gesamt: false,
            zusammengefasst,
            punkte: jahre
                .iter()
                .map(|(m, a)| teampunkt(m.jahr, gruppen(a).iter().find(|g| g.name == name)))
                .collect(),
        })
        .collect()
}

fn hinweise(jahre: &[Jahr], bezug: &Jahr, reihen: &[Verlaufsreihe], aeltere: usize) -> Vec<String> {
    let mut h = vec![
        "Jede Quote ist die der Auswertung ihres Jahres und gilt für die Grundgesamtheit dieses Jahres. Überschneiden sich die Intervalle zweier Jahre, lässt sich daraus keine Veränderung ableiten; ein Test zwischen den Jahren wird hier nicht gerechnet."
            .to_owned(),
        format!(
            "Unter- und Obergrenze gelten je für sich. Die Auswertung eines Jahres nennt je Team nur die Obergrenze. {}",
            grenzen_je_team(&prozent_dezimal(&bezug.0.grundlage.konfidenz))
        ),
    ];
    if reihen.iter().flat_map(|r| &r.punkte).any(|p| p.naeherung.is_some()) {
        h.push("Die gezeichnete Obergrenze ist die garantierte; bei vielen kleinen Schichten mit Fehlern ist sie weit. Die Näherung (Korn-Graubard) steht in der Tabelle.".to_owned());
    }
    h.extend(verschieden_gross(
        reihen.iter().take(1).flat_map(|r| &r.punkte).filter_map(|p| p.werte?.grundgesamtheit),
    ));
    h.extend(wenige(reihen));
    h.extend(nicht_vergleichbar(jahre, bezug));
    if reihen
        .iter()
        .flat_map(|r| &r.punkte)
        .any(|p| p.quote.is_some() && p.werte.is_some_and(|w| w.ungeklaert > 0))
    {
        h.push(UNGEKLAERT_IM_INTERVALL.to_owned());
    }
    match aeltere {
        0 => {}
        1 => h.push("Ein älteres Jahr ist nicht gezeigt.".to_owned()),
        n => h.push(format!("{} ältere Jahre sind nicht gezeigt.", zahl(n as u64))),
    }
    h
}

/// That points rest on few cases.
fn wenige(reihen: &[Verlaufsreihe]) -> Option<String> {
    let mit_quote = || reihen.iter().flat_map(|r| &r.punkte).filter(|p| p.quote.is_some());
    let klein = mit_quote()
        .filter(|p| !p.vollpruefung && p.werte.is_some_and(|w| w.gezogen < VERGLEICHBAR_AB))
        .count() as u64;
    (klein > 0).then(|| {
        format!(
            "Bei {} von {} Punkten sind es weniger als {VERGLEICHBAR_AB} Fälle: zu wenig für einen Vergleich von Jahren oder Teams.",
            zahl(klein),
            zahl(mit_quote().count() as u64)
        )
    })
}

/// Why years are not to be compared with that one, or only with care.
fn nicht_vergleichbar(jahre: &[Jahr], bezug: &Jahr) -> Vec<String> {
    let definition = |g: &Grundlage| (g.fehlerdefinition, g.teilweise_zaehlt);
    let boegen = |m: &Jahresmaterial| m.gezogene().iter().map(|p| p.bogen).collect::<BTreeSet<i64>>();
    let teams = |a: &Jahresauswertung| {
        gruppen(a).iter().flat_map(|g| g.teams.iter().cloned()).collect::<BTreeSet<String>>()
    };
    let kleine =
        |a: &Jahresauswertung| gruppen(a).iter().find(|g| g.zusammengefasst).map(|g| g.teams.clone());
    let welche = |trifft: &dyn Fn(&Jahr) -> bool| -> Vec<String> {
        let gezogen = jahre.iter().filter(|(_, a)| a.auswertung.is_some());
        gezogen.filter(|j| trifft(j)).map(|(m, _)| m.jahr.to_string()).collect()
    };
    let (g, jahr) = (&bezug.0.grundlage, bezug.0.jahr);
    let gezeigt: BTreeSet<i32> = jahre.iter().map(|(m, _)| m.jahr).collect();
    let ende = gezeigt.last().copied().unwrap_or_default();
    let luecken: Vec<String> = gezeigt
        .first()
        .map_or(0..0, |erstes| *erstes..ende)
        .filter(|j| !gezeigt.contains(j))
        .map(|j| j.to_string())
        .collect();
    [
        (welche(&|(m, _)| definition(&m.grundlage) != definition(g)), ANDERE_FESTLEGUNG.to_owned()),
        (welche(&|(m, _)| boegen(m) != boegen(&bezug.0)), ANDERE_FASSUNG.to_owned()),
        (welche(&|(m, _)| m.grundlage.ziel != g.ziel), format!("Anderes Ziel als {jahr}")),
        (welche(&|(m, _)| m.grundlage.konfidenz != g.konfidenz), ANDERE_SICHERHEIT.to_owned()),
        (welche(&|(_, a)| teams(a) != teams(&bezug.1)), format!("Andere Teams als {jahr}")),
        (
            welche(&|(_, a)| kleine(a).is_some_and(|k| kleine(&bezug.1).is_some_and(|l| k != l))),
            format!("Andere kleine Teams zusammengefasst als {jahr}"),
        ),
        (
            welche(&|(m, _)| {
                m.gezogene().iter().any(|p| anders_geplant(&m.grundlage, &p.material.grundlage))
            }),
            "Im Jahr galten verschiedene Ziele, Sicherheiten oder Festlegungen, was ein Fehler ist"
                .to_owned(),
        ),
        (
            welche(&|(m, _)| m.gezogene().iter().any(|p| p.material.grundlage.erweiterung_ohne_regel)),
            OHNE_REGEL.to_owned(),
        ),
        (
            welche(&|(_, a)| a.auswertung.as_ref().is_some_and(|a| a.vorlaeufig)),
            "Noch nicht abgeschlossen, die Quote ist vorläufig".to_owned(),
        ),
        (luecken, "Nicht im Prüfprogramm".to_owned()),
    ]
    .into_iter()
    .filter(|(jahre, _)| !jahre.is_empty())
    .map(|(jahre, satz)| format!("{satz}: {}.", jahre.join(", ")))
    .collect()
}

#[cfg(test)]
#[path = "verlauf_tests.rs"]
mod tests;
