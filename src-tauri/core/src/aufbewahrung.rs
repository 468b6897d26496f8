//! How long plain data stay: the kinds of records with their rule, and which records are due. Pure.
//!
//! No law sets these times, so the house decides; the program proposes.

use crate::aufzaehlung::aufzaehlung;
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, HashMap, HashSet};

aufzaehlung! {
    /// Kinds of records with a retention of their own. A new module adds its line here and to [`Aufbewahrungsart::regel`].
    Aufbewahrungsart {
        /// Widersprüche, reviews, Klagen and interim relief.
        Widerspruch = "widerspruch", "Widersprüche, Überprüfungsanträge und Klagen";
        /// Reactions of customers.
        Kundenreaktion = "kundenreaktion", "Kundenreaktionen";
        /// Requests of persons concerned.
        Betroffenenanfrage = "betroffenenanfrage", "Betroffenenanfragen";
        /// Checks of the Fachaufsicht: numbers and display columns of the drawn units.
        Fachaufsicht = "fachaufsicht", "Fachaufsicht: Fallbezug der Prüfungen";
        /// Runs of Prüflisten: the files attached to their evidence.
        Pruefliste = "pruefliste", "Prüflisten: angehängte Dateien";
    }
}

aufzaehlung! {
    /// Why a record whose own time is over stays.
    Haltegrund {
        /// It is linked to one that is still open: a Klage, for instance.
        Offen = "offen", "Ein verbundener Vorgang ist noch offen";
        /// It is linked to one whose time is not over.
        Spaeter = "spaeter", "Ein verbundener Vorgang ist noch nicht fällig";
        /// Someone still wants to look at it.
        Wiedervorlage = "wiedervorlage", "Eine Wiedervorlage ist noch offen";
        /// What was promised because of it is not yet to be done.
        Massnahme = "massnahme", "Der Tag einer Maßnahme ist noch nicht vorbei";
        /// The case may still have to be opened for it.
        Feststellung = "feststellung", "Eine Feststellung oder die Korrektur eines Falls ist noch offen";
        /// A measure of the register that comes from it has not ended.
        MassnahmeOffen = "massnahme_offen", "Eine Maßnahme daraus ist noch offen";
    }
}

/// The rule of one kind, in words that people read.
#[derive(Clone, Copy, Debug)]
pub struct Aufbewahrungsregel {
    /// Years that the program proposes.
    pub jahre: u32,
    /// From when they count.
    pub beginn: &'static str,
    /// Why so many, as it goes on after the number: "weil …".
    pub warum: &'static str,
    /// In a word, what goes: "Klardaten" von 3 Vorgängen.
    pub was: &'static str,
    /// What goes when they are over.
    pub entfernt: &'static str,
    /// What stays.
    pub bleibt: &'static str,
}

impl Aufbewahrungsart {
    /// Its rule.
    #[must_use]
    pub fn regel(self) -> Aufbewahrungsregel {
        match self {
            Self::Widerspruch => Aufbewahrungsregel {
                jahre: 10,
                beginn: "Mit dem Abschluss, bei einer Klage mit deren Ende.",
                warum: "weil es für das Register keine gesetzliche Frist gibt und Leistungsakten nach ihrer Schließung üblicherweise so lange aufbewahrt werden.",
                was: "Klardaten",
                entfernt: "Fallnummer, Namen und Aktenzeichen, auch aus der Suche.",
                bleibt: "Das Verfahren mit Pseudonym, Daten, Schritten, Ergebnis und freien Texten, damit Statistik und Fristenbuch vollständig sind.",
            },
            Self::Kundenreaktion => Aufbewahrungsregel {
                jahre: 3,
                beginn: "Mit dem Abschluss. Entstand daraus ein Widerspruch, wird nicht vor diesem entfernt.",
                warum: "weil es keine gesetzliche Frist gibt und so lange Zeit für Rückfragen bleibt.",
                was: "Klardaten",
                entfernt: "Name, Kontakt, Fallnummer und Schilderung, auch aus der Suche, dazu alle Notizen und Texte an die Person.",
                bleibt: "Die Reaktion mit Betreff, Pseudonym, Daten, Schritten und Ergebnis für die Statistik, auch mit den freien Texten der Schritte: Gründe von Pausen und Beurteilungen, Maßnahmen, an wen abgegeben wurde.",
            },
            Self::Betroffenenanfrage => Aufbewahrungsregel {
                jahre: 3,
                beginn: "Mit der Antwort.",
                warum: "weil es keine gesetzliche Frist gibt und Ansprüche aus dem Umgang mit der Anfrage so lange nicht verjähren (§§ 195, 199 BGB).",
                was: "Klardaten",
                entfernt: "Name, Kontakt und Fallnummer, auch aus der Suche.",
                bleibt: "Die Anfrage mit Betreff, Vermerk, Pseudonym, Daten, Schritten und Ergebnis als Nachweis (Art. 5 Abs. 2 DSGVO).",
            },
            Self::Fachaufsicht => Aufbewahrungsregel {
                jahre: 3,
                beginn: "Mit dem Abschluss der Prüfung, auch wenn sie nicht durchgeführt wurde. Gibt es dazu eine Nachschau, wird nicht entfernt, bevor auch deren Zeit vorbei ist.",
                warum: "weil es keine gesetzliche Frist gibt und so lange nachgefragt, korrigiert und nachgeschaut wird.",
                was: "Fallbezug",
                entfernt: "Nummern der gezogenen Fälle, Bescheide, Zahlungen oder Maßnahmen und ihre Anzeigespalten; nach der Nummer findet sie danach auch die Suche nicht mehr.",
                bleibt: "Die Prüfung mit Ziehung und Ziehungsprotokoll, Prüfbögen, Antworten, Feststellungen, Beträgen und Ergebnis unter dem Pseudonym, damit Ziehung, Bericht und Verlauf nachprüfbar bleiben.",
            },
            Self::Pruefliste => Aufbewahrungsregel {
                jahre: 10,
                beginn: "Mit der Freigabe des Durchgangs, bei einer Berichtigung mit der Freigabe der letzten Fassung; ein nicht durchgeführter mit dem Tag, an dem er entfiel. Durchgänge ohne Dateien zählen nicht.",
                warum: "weil es keine gesetzliche Frist gibt und ein Nachweis so lange verlangt werden kann, wie vergleichbare Unterlagen üblicherweise aufbewahrt werden.",
                was: "Angehängte Dateien",
                entfernt: "Die angehängten Dateien, auch die zurückgezogener Nachweise. Sie werden vernichtet.",
                bleibt: "Der Durchgang mit Fragen, Antworten, Bemerkungen, Nachweisen und Ergebnis; von jeder Datei Name, Größe und Prüfsumme.",
            },
        }
    }
}

/// A register from which nothing is removed, and why.
#[derive(Clone, Copy, Debug)]
pub struct Bleibendes {
    /// Its German name.
    pub titel: &'static str,
    /// Why there is nothing to remove, and why it stays.
    pub warum: &'static str,
}

/// What stays without an end: registers that hold nobody's plain data by design, and whose rows are never deleted.
pub const BLEIBENDES: [Bleibendes; 5] = [
    Bleibendes {
        titel: "Prüfprogramme",
        warum: "Sie nennen Themen, Teams, Zahlen und Gründe von Ausfällen, keine Fälle und keine Namen, und belegen, was geprüft wurde (Art. 5 Abs. 2 DSGVO).",
    },
    Bleibendes {
        titel: "Datenschutzvorfälle",
        warum: "Sie enthalten Arten und Zahlen, keine Namen und Nummern, und sind der Nachweis nach Art. 33 Abs. 5 und Art. 5 Abs. 2 DSGVO.",
    },
    Bleibendes {
        titel: "Maßnahmen",
        warum: "Sie nennen eine zuständige Funktion, keine betroffene Person und keinen Fall, und belegen, was abgestellt wurde und ob es gewirkt hat (Art. 5 Abs. 2 DSGVO).",
    },
    Bleibendes {
        titel: "Zuwendungen und Gefährdungsatlas",
        warum: "Sie enthalten keine Namen und belegen die Korruptionsprävention.",
    },
    Bleibendes {
        titel: "Protokoll",
        warum: "Es enthält keine Inhalte und belegt, wer wann was geändert hat (Art. 5 Abs. 2, Art. 32 DSGVO).",
    },
];

/// Fewest and most years that a house may set.
pub const JAHRE: std::ops::RangeInclusive<u32> = 1..=30;

/// The day before which a record must have ended to be due.
///
/// The time ends with the last day itself (§ 26 Abs. 1 SGB X, § 188 Abs. 2 BGB): what ended on 23.11.2016 is due
/// on 24.11.2026 after ten years.
#[must_use]
pub fn stichtag(heute: NaiveDate, jahre: u32) -> NaiveDate {
    heute.checked_sub_months(Months::new(jahre.saturating_mul(12))).unwrap_or(NaiveDate::MIN)
}

/// A record as far as its retention is concerned.
#[derive(Clone, Debug)]
pub struct Vorgang {
    /// Id.
    pub id: String,
    /// The record of the same kind it comes from, or in which it goes on.
    pub verbunden_mit: Option<String>,
    /// The records that it must not leave before: of another kind, or later ones that refer to it.
    pub nicht_vor: Vec<String>,
    /// When it ended; `None` while it is open.
    pub ende: Option<NaiveDate>,
    /// Its plain data are still there.
    pub klar: bool,
    /// What else holds it.
    pub gehalten: Vec<Haltegrund>,
}

/// Which records are due, and how many are held back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faelligkeit {
    /// Ids, in the order given.
    pub faellig: Vec<String>,
    /// Records whose own time is over, by the first reason that holds them.
    pub gehalten: Vec<(Haltegrund, u64)>,
}

/// What is due before this cut-off day. Linked records are kept and removed together, because a litigation is
/// not over before its last procedure is.
#[must_use]
pub fn faelligkeit(vorgaenge: &[Vorgang], stichtag: NaiveDate) -> Faelligkeit {
    let wurzel = verbunden(vorgaenge);
    let mut verbund: Vec<Vec<Haltegrund>> = vec![Vec::new(); vorgaenge.len()];
    for (v, w) in vorgaenge.iter().zip(&wurzel) {
        if let Some(gruende) = verbund.get_mut(*w) {
            gruende.extend(&v.gehalten);
            match v.ende {
                None => gruende.push(Haltegrund::Offen),
                Some(tag) if tag >= stichtag => gruende.push(Haltegrund::Spaeter),
                Some(_) => {}
            }
        }
    }
    let mut ergebnis = Faelligkeit::default();
    let mut gehalten: BTreeMap<Haltegrund, u64> = BTreeMap::new();
    for (v, w) in vorgaenge.iter().zip(&wurzel) {
        if !v.klar || v.ende.is_none_or(|tag| tag >= stichtag) {
            continue;
        }
        match verbund.get(*w).and_then(|gruende| gruende.iter().min()) {
            Some(grund) => *gehalten.entry(*grund).or_default() += 1,
            None => ergebnis.faellig.push(v.id.clone()),
        }
    }
    ergebnis.gehalten = gehalten.into_iter().collect();
    ergebnis
}

/// Holds the records that must not leave before another one: as long as that is open, or not due by its own rule
/// on its own cut-off day. One step only: what holds the other one for the sake of a third does not count, else a
/// check that is looked at again year after year would never end.
pub fn halten(vorgaenge: &mut [Vorgang], andere: &[Vorgang], stichtag: NaiveDate) {
    let faellig = faelligkeit(andere, stichtag).faellig;
    let faellig: HashSet<&str> = faellig.iter().map(String::as_str).collect();
    let gruende: HashMap<&str, Haltegrund> = andere
        .iter()
        // One that is open holds even before it has plain data of its own.
        .filter(|a| a.ende.is_none() || a.klar && !faellig.contains(a.id.as_str()))
        .map(|a| (a.id.as_str(), if a.ende.is_none() { Haltegrund::Offen } else { Haltegrund::Spaeter }))
        .collect();
    for v in vorgaenge {
        v.gehalten.extend(v.nicht_vor.iter().filter_map(|id| gruende.get(id.as_str())));
    }
}

/// For each record the index of the one that stands for all that are linked with it, both ways and over any
/// number of steps.
fn verbunden(vorgaenge: &[Vorgang]) -> Vec<usize> {
    let stelle: HashMap<&str, usize> =
        vorgaenge.iter().enumerate().map(|(i, v)| (v.id.as_str(), i)).collect();
    let mut eltern: Vec<usize> = (0..vorgaenge.len()).collect();
    for (i, v) in vorgaenge.iter().enumerate() {
        let Some(j) = v.verbunden_mit.as_deref().and_then(|id| stelle.get(id)) else { continue };
        let (a, b) = (oberstes(&mut eltern, i), oberstes(&mut eltern, *j));
        if let Some(e) = eltern.get_mut(a) {
            *e = b;
        }
    }
    (0..vorgaenge.len()).map(|i| oberstes(&mut eltern, i)).collect()
}

fn oberstes(eltern: &mut [usize], mut i: usize) -> usize {
    while let Some(e) = eltern.get(i).copied().filter(|e| *e != i) {
        let ueber = eltern.get(e).copied().unwrap_or(e);
        if let Some(x) = eltern.get_mut(i) {
            *x = ueber;
        }
        i = ueber;
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn v(id: &str, verbunden_mit: &str, ende: &str) -> Vorgang {
        Vorgang {
            id: id.into(),
            verbunden_mit: Some(verbunden_mit.to_owned()).filter(|x| !x.is_empty()),
            nicht_vor: Vec::new(),
            ende: ende.parse().ok(),
            klar: true,
            gehalten: vec![],
        }
    }

    #[test]
    fn die_zeit_endet_mit_dem_letzten_tag() {
        assert_eq!(stichtag(tag("2026-11-24"), 10), tag("2016-11-24"));
        let ende = [v("a", "", "2016-11-23")];
        assert!(faelligkeit(&ende, stichtag(tag("2026-11-23"), 10)).faellig.is_empty());
        assert_eq!(faelligkeit(&ende, stichtag(tag("2026-11-24"), 10)).faellig, ["a"]);
        // From a leap day the time runs one day longer, never shorter.
        let schalttag = [v("a", "", "2016-02-29")];
        assert!(faelligkeit(&schalttag, stichtag(tag("2026-02-28"), 10)).faellig.is_empty());
        assert_eq!(faelligkeit(&schalttag, stichtag(tag("2026-03-01"), 10)).faellig, ["a"]);
    }

    #[test]
    fn verbundenes_bleibt_zusammen() {
        let grenze = tag("2016-11-23");
        let alt = "2010-01-01";
        // A Widerspruch, its Klage, and a review that came from the Klage and is still open.
        let kette = [v("w", "", alt), v("k", "w", alt), v("u", "k", ""), v("x", "", alt)];
        let f = faelligkeit(&kette, grenze);
        assert_eq!((f.faellig, f.gehalten), (vec!["x".to_owned()], vec![(Haltegrund::Offen, 2)]));
        // The other way round, and through a common predecessor.
        let kette = [v("k1", "w", alt), v("k2", "w", "2020-01-01"), v("w", "", alt)];
        let f = faelligkeit(&kette, grenze);
        assert_eq!((f.faellig.len(), f.gehalten), (0, vec![(Haltegrund::Spaeter, 2)]));
        // All over: all go together.
        assert_eq!(faelligkeit(&[v("w", "", alt), v("k", "w", alt)], grenze).faellig, ["w", "k"]);
    }

    #[test]
    fn eine_wiedervorlage_haelt_und_entferntes_zaehlt_nicht() {
        let grenze = tag("2016-11-23");
        let mut vorgaenge = [v("a", "", "2010-01-01"), v("b", "a", "2010-01-01"), v("c", "", "2010-01-01")];
        vorgaenge[1].gehalten = vec![Haltegrund::Wiedervorlage];
        vorgaenge[2].klar = false;
        let f = faelligkeit(&vorgaenge, grenze);
        assert_eq!((f.faellig.len(), f.gehalten), (0, vec![(Haltegrund::Wiedervorlage, 2)]));
        // A predecessor that is not in the list links nothing.
        assert_eq!(faelligkeit(&[v("a", "fehlt", "2010-01-01")], grenze).faellig, ["a"]);
    }

    #[test]
    fn der_erste_grund_zaehlt_und_gilt_fuer_alle_verbundenen() {
        let grenze = tag("2016-11-23");
        let mut vorgaenge = [v("a", "b", "2010-01-01"), v("b", "", "2010-01-01"), v("c", "", "2010-01-01")];
        vorgaenge[0].gehalten = vec![Haltegrund::Massnahme, Haltegrund::Spaeter];
        vorgaenge[2].gehalten = vec![Haltegrund::Massnahme];
        let f = faelligkeit(&vorgaenge, grenze);
        assert_eq!(f.gehalten, [(Haltegrund::Spaeter, 2), (Haltegrund::Massnahme, 1)]);
    }

    #[test]
    fn eine_andere_art_haelt_bis_sie_selbst_faellig_ist() {
        let grenze = tag("2016-11-23");
        // Open; closed too late; due, but held by an open one; due; removed already.
        let mut andere = [
            v("offen", "", ""),
            v("spaet", "", "2020-01-01"),
            v("gehalten", "offen", "2010-01-01"),
            v("faellig", "", "2010-01-01"),
            v("entfernt", "", "2010-01-01"),
        ];
        andere[4].klar = false;
        let mut vorgaenge =
            andere.clone().map(|a| Vorgang { nicht_vor: vec![a.id], ..v("x", "", "2010-01-01") });
        halten(&mut vorgaenge, &andere, grenze);
        let gruende = vorgaenge.map(|v| v.gehalten.first().copied());
        assert_eq!(
            gruende,
            [Some(Haltegrund::Offen), Some(Haltegrund::Spaeter), Some(Haltegrund::Spaeter), None, None]
        );
    }
}
