//! How long plain data stay: the kinds of records with their rule, and which records are due. Pure.
//!
//! No law sets these times for a register of Widersprüche, so the house decides; the program proposes.

use crate::aufzaehlung::aufzaehlung;
use chrono::{Months, NaiveDate};
use std::collections::HashMap;

aufzaehlung! {
    /// Kinds of records with a retention of their own. A new module adds its line here and to [`Aufbewahrungsart::regel`].
    Aufbewahrungsart {
        /// Widersprüche, reviews, Klagen and interim relief.
        Widerspruch = "widerspruch", "Widersprüche, Überprüfungsanträge und Klagen";
    }
}

aufzaehlung! {
    /// Why a record whose own time is over stays.
    Haltegrund {
        /// It is linked to one that is still open: a Klage, for instance.
        Offen = "offen", "Ein verbundenes Verfahren ist noch offen";
        /// It is linked to one whose time is not over.
        Spaeter = "spaeter", "Ein verbundenes Verfahren wurde später abgeschlossen";
        /// Someone still wants to look at it.
        Wiedervorlage = "wiedervorlage", "Eine Wiedervorlage ist noch offen";
    }
}

/// The rule of one kind, in words that people read.
#[derive(Clone, Copy, Debug)]
pub struct Aufbewahrungsregel {
    /// Years that the program proposes.
    pub jahre: u32,
    /// From when they count, and why so many.
    pub warum: &'static str,
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
                warum: "Ab dem Abschluss, bei einer Klage ab deren Ende. Eine gesetzliche Frist für das Register gibt es nicht; zehn Jahre entsprechen der üblichen Aufbewahrung von Leistungsakten nach ihrer Schließung.",
                entfernt: "Fallnummer, Namen und Aktenzeichen, auch aus der Suche.",
                bleibt: "Das Verfahren mit Pseudonym, Daten, Schritten, Ergebnis und freien Texten, damit Statistik und Fristenbuch vollständig sind.",
            },
        }
    }
}

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
    /// The record it comes from.
    pub vorgaenger: Option<String>,
    /// When it ended; `None` while it is open.
    pub ende: Option<NaiveDate>,
    /// Its plain data are still there.
    pub klar: bool,
    /// Someone still wants to look at it.
    pub wiedervorlage: bool,
}

/// Which records are due, and how many are held back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faelligkeit {
    /// Ids, in the order given.
    pub faellig: Vec<String>,
    /// Records whose own time is over, by the first reason that holds them.
    pub gehalten: Vec<(Haltegrund, u64)>,
}

#[derive(Clone, Copy, Default)]
struct Verbund {
    offen: bool,
    spaeter: bool,
    wiedervorlage: bool,
}

/// What is due before this cut-off day. Linked records are kept and removed together, because a litigation is
/// not over before its last procedure is.
#[must_use]
pub fn faelligkeit(vorgaenge: &[Vorgang], stichtag: NaiveDate) -> Faelligkeit {
    let wurzel = verbunden(vorgaenge);
    let mut verbund = vec![Verbund::default(); vorgaenge.len()];
    for (v, w) in vorgaenge.iter().zip(&wurzel) {
        if let Some(x) = verbund.get_mut(*w) {
            x.offen |= v.ende.is_none();
            x.spaeter |= v.ende.is_some_and(|tag| tag >= stichtag);
            x.wiedervorlage |= v.wiedervorlage;
        }
    }
    let mut ergebnis = Faelligkeit::default();
    let mut gehalten = [(Haltegrund::Offen, 0), (Haltegrund::Spaeter, 0), (Haltegrund::Wiedervorlage, 0)];
    for (v, w) in vorgaenge.iter().zip(&wurzel) {
        if !v.klar || v.ende.is_none_or(|tag| tag >= stichtag) {
            continue;
        }
        let x = verbund.get(*w).copied().unwrap_or_default();
        let grund = [x.offen, x.spaeter, x.wiedervorlage].into_iter().position(|haelt| haelt);
        match grund.and_then(|i| gehalten.get_mut(i)) {
            Some((_, anzahl)) => *anzahl += 1,
            None => ergebnis.faellig.push(v.id.clone()),
        }
    }
    ergebnis.gehalten = gehalten.into_iter().filter(|(_, anzahl)| *anzahl > 0).collect();
    ergebnis
}

/// For each record the index of the one that stands for all that are linked with it, both ways and over any
/// number of steps.
fn verbunden(vorgaenge: &[Vorgang]) -> Vec<usize> {
    let stelle: HashMap<&str, usize> =
        vorgaenge.iter().enumerate().map(|(i, v)| (v.id.as_str(), i)).collect();
    let mut eltern: Vec<usize> = (0..vorgaenge.len()).collect();
    for (i, v) in vorgaenge.iter().enumerate() {
        let Some(j) = v.vorgaenger.as_deref().and_then(|id| stelle.get(id)) else { continue };
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

    fn v(id: &str, vorgaenger: &str, ende: &str) -> Vorgang {
        Vorgang {
            id: id.into(),
            vorgaenger: Some(vorgaenger.to_owned()).filter(|x| !x.is_empty()),
            ende: ende.parse().ok(),
            klar: true,
            wiedervorlage: false,
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
        vorgaenge[1].wiedervorlage = true;
        vorgaenge[2].klar = false;
        let f = faelligkeit(&vorgaenge, grenze);
        assert_eq!((f.faellig.len(), f.gehalten), (0, vec![(Haltegrund::Wiedervorlage, 2)]));
        // A predecessor that is not in the list links nothing.
        assert_eq!(faelligkeit(&[v("a", "fehlt", "2010-01-01")], grenze).faellig, ["a"]);
    }
}
