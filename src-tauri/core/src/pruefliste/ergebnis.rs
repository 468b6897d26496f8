//! What a run says: fulfilled of applicable, never of all; by chapter and weight; against the run before.

use super::durchgang::Listenantworten;
use super::katalog::{Kapitel, Kontrollfrage, Listenantwort, gestellte};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::frist::Kurz;
use crate::vollzaehlung::{Anteil, je};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Counts over some questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Listenzahlen {
    /// Asked and not answered.
    pub offen: u64,
    /// As it should be.
    pub erfuellt: u64,
    /// Partly.
    pub teilweise: u64,
    /// Not.
    pub nicht_erfuellt: u64,
    /// The question did not arise.
    pub nicht_anwendbar: u64,
    /// Sum of the weights of the applicable questions.
    pub gewicht_anwendbar: u64,
    /// Sum of the weights of the fulfilled ones; a partly fulfilled one adds nothing.
    pub gewicht_erfuellt: u64,
}

impl Listenzahlen {
    /// Answered and applicable.
    pub fn anwendbar(self) -> u64 {
        self.erfuellt + self.teilweise + self.nicht_erfuellt
    }

    /// Fulfilled of applicable.
    pub fn anteil(self) -> Anteil {
        Anteil { zaehler: self.erfuellt, nenner: self.anwendbar() }
    }

    /// The same by weights.
    pub fn gewichtet(self) -> Anteil {
        Anteil { zaehler: self.gewicht_erfuellt, nenner: self.gewicht_anwendbar }
    }

    fn zaehle(&mut self, f: &Kontrollfrage, wert: Option<Listenantwort>) {
        let gewicht = u64::from(f.gewicht);
        match wert {
            None => self.offen += 1,
            Some(Listenantwort::NichtAnwendbar) => self.nicht_anwendbar += 1,
            Some(Listenantwort::Erfuellt) => {
                self.erfuellt += 1;
                self.gewicht_erfuellt += gewicht;
                self.gewicht_anwendbar += gewicht;
            }
            Some(Listenantwort::Teilweise) => {
                self.teilweise += 1;
                self.gewicht_anwendbar += gewicht;
            }
            Some(Listenantwort::NichtErfuellt) => {
                self.nicht_erfuellt += 1;
                self.gewicht_anwendbar += gewicht;
            }
        }
    }
}

/// A row of the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Listenergebniszeile {
    /// Chapter, or weight.
    pub titel: String,
    /// Its counts.
    pub zahlen: Listenzahlen,
    /// Fulfilled of applicable.
    pub anteil: Anteil,
}

/// The result of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Listenergebnis {
    /// Over all asked questions.
    pub zahlen: Listenzahlen,
    /// Fulfilled of applicable.
    pub anteil: Anteil,
    /// The same by weights.
    pub gewichtet: Anteil,
    /// Chapters with asked questions, in their order.
    pub kapitel: Vec<Listenergebniszeile>,
    /// Weights from 3 down to 1.
    pub gewichte: Vec<Listenergebniszeile>,
}

/// Label of a weight.
pub fn gewicht_titel(gewicht: u8) -> &'static str {
    match gewicht {
        3 => "wesentlich",
        2 => "wichtig",
        _ => "ergänzend",
    }
}

/// The result of the answers of a run.
pub fn listenergebnis(
    kapitel: &[Kapitel],
    umfang: &BTreeSet<String>,
    antworten: &Listenantworten,
) -> Listenergebnis {
    let gestellt: BTreeSet<&str> =
        gestellte(kapitel, umfang, antworten).iter().map(|f| f.kennung.as_str()).collect();
    let zeile = |titel: &str, zahlen: Listenzahlen| Listenergebniszeile {
        titel: titel.to_owned(),
        anteil: zahlen.anteil(),
        zahlen,
    };
    let mut gesamt = Listenzahlen::default();
    let mut nach_gewicht = [Listenzahlen::default(); 3];
    let mut nach_kapitel = Vec::new();
    for k in kapitel {
        let mut zahlen = Listenzahlen::default();
        let mut gefragt = false;
        for f in k.fragen.iter().filter(|f| gestellt.contains(f.kennung.as_str())) {
            let wert = antworten.get(&f.kennung).copied();
            gefragt = true;
            zahlen.zaehle(f, wert);
            gesamt.zaehle(f, wert);
            nach_gewicht[usize::from(f.gewicht.clamp(1, 3)) - 1].zaehle(f, wert);
        }
        if gefragt {
            nach_kapitel.push(zeile(&k.titel, zahlen));
        }
    }
    Listenergebnis {
        zahlen: gesamt,
        anteil: gesamt.anteil(),
        gewichtet: gesamt.gewichtet(),
        kapitel: nach_kapitel,
        gewichte: [3u8, 2, 1]
            .into_iter()
            .map(|g| zeile(gewicht_titel(g), nach_gewicht[usize::from(g) - 1]))
            .filter(|z| z.zahlen != Listenzahlen::default())
            .collect(),
    }
}

aufzaehlung! {
    /// What became of a question since the run before.
    Veraenderung {
        /// Better than before.
        Verbessert = "verbessert", "verbessert";
        /// Worse than before.
        Verschlechtert = "verschlechtert", "verschlechtert";
        /// A deviation as before.
        UnveraendertOffen = "unveraendert_offen", "unverändert abweichend";
        /// In order as before.
        UnveraendertErfuellt = "unveraendert_erfuellt", "unverändert erfüllt";
        /// Not asked, not applicable or not answered in one of the two.
        NichtVergleichbar = "nicht_vergleichbar", "nicht vergleichbar";
    }
}

/// A question in two runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Fragenvergleich {
    /// Kennung.
    pub frage: String,
    /// Answer of the run before.
    pub vorher: Option<Listenantwort>,
    /// Answer of this run.
    pub jetzt: Option<Listenantwort>,
    /// What became of it.
    pub veraenderung: Veraenderung,
    /// The wording is another one than before, so the comparison has to be read with care.
    pub anderer_wortlaut: bool,
    /// A deviation since the end of this day's run, if it is one now.
    #[ts(type = "string | null")]
    pub offen_seit: Option<NaiveDate>,
}

/// What an earlier run of the same catalogue in the same unit answered; oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FruehererDurchgang {
    /// Last day of its period.
    pub bis: NaiveDate,
    /// Wording of its questions.
    pub wortlaut: BTreeMap<String, String>,
    /// Its answers.
    pub antworten: Listenantworten,
}

/// Each asked question beside the last earlier run that answered it, and since when a deviation is open.
pub fn fragenvergleich(
    kapitel: &[Kapitel],
    umfang: &BTreeSet<String>,
    antworten: &Listenantworten,
    bis: NaiveDate,
    frueher: &[FruehererDurchgang],
) -> Vec<Fragenvergleich> {
    gestellte(kapitel, umfang, antworten)
        .into_iter()
        .map(|f| {
            // A question with a longer interval was not asked in every run: the last answer is what it had.
            let vorheriger = frueher.iter().rev().find(|d| d.antworten.contains_key(&f.kennung));
            let vorher = vorheriger.and_then(|d| d.antworten.get(&f.kennung)).copied();
            let jetzt = antworten.get(&f.kennung).copied();
            let abweichend = jetzt.is_some_and(Listenantwort::ist_abweichung);
            Fragenvergleich {
                veraenderung: veraenderung(vorher, jetzt),
                anderer_wortlaut: vorheriger
                    .and_then(|d| d.wortlaut.get(&f.kennung))
                    .is_some_and(|alt| *alt != f.frage),
                offen_seit: abweichend.then(|| offen_seit(&f.kennung, bis, frueher)),
                frage: f.kennung.clone(),
                vorher,
                jetzt,
            }
        })
        .collect()
}

fn veraenderung(vorher: Option<Listenantwort>, jetzt: Option<Listenantwort>) -> Veraenderung {
    let rang = |a: Listenantwort| match a {
        Listenantwort::Erfuellt => Some(2u8),
        Listenantwort::Teilweise => Some(1),
        Listenantwort::NichtErfuellt => Some(0),
        Listenantwort::NichtAnwendbar => None,
    };
    match (vorher.and_then(rang), jetzt.and_then(rang)) {
        (Some(v), Some(j)) if j > v => Veraenderung::Verbessert,
        (Some(v), Some(j)) if j < v => Veraenderung::Verschlechtert,
        (Some(2), Some(2)) => Veraenderung::UnveraendertErfuellt,
        (Some(_), Some(_)) => Veraenderung::UnveraendertOffen,
        _ => Veraenderung::NichtVergleichbar,
    }
}

/// End of the first run of the unbroken line of deviations that reaches to now.
fn offen_seit(frage: &str, bis: NaiveDate, frueher: &[FruehererDurchgang]) -> NaiveDate {
    frueher
        .iter()
        .rev()
        .filter_map(|d| d.antworten.get(frage).map(|a| (d.bis, *a)))
        .take_while(|(_, a)| a.ist_abweichung())
        .last()
        .map_or(bis, |(tag, _)| tag)
}

/// What the result says, in sentences that window and report print alike.
pub fn ergebnissaetze(e: &Listenergebnis, vergleich: &[Fragenvergleich]) -> Vec<String> {
    let mut saetze = Vec::new();
    let z = e.zahlen;
    match e.anteil.prozent() {
        None => saetze.push("Es ist noch keine anwendbare Frage beantwortet.".to_owned()),
        Some(p) => saetze.push(format!(
            "{} von {} anwendbaren Fragen sind erfüllt ({}), {} teilweise und {} nicht.",
            z.erfuellt,
            z.anwendbar(),
            p,
            z.teilweise,
            z.nicht_erfuellt
        )),
    }
    if z.nicht_anwendbar > 0 {
        saetze.push(je(z.nicht_anwendbar, "Eine Frage ist nicht anwendbar und zählt nicht mit.", |n| {
            format!("{n} Fragen sind nicht anwendbar und zählen nicht mit.")
        }));
    }
    if z.offen > 0 {
        saetze.push(je(z.offen, "Eine Frage ist noch offen.", |n| format!("{n} Fragen sind noch offen.")));
    }
    if let (Some(p), true) = (e.gewichtet.prozent(), z.anwendbar() > 0) {
        saetze.push(format!(
            "Nach Gewicht sind {} von {} Punkten erreicht ({}).",
            e.gewichtet.zaehler, e.gewichtet.nenner, p
        ));
    }
    if let Some(wesentlich) = e.gewichte.iter().find(|g| g.titel == gewicht_titel(3)) {
        let ab = wesentlich.zahlen.teilweise + wesentlich.zahlen.nicht_erfuellt;
        if ab > 0 {
            saetze.push(je(ab, "Eine wesentliche Frage weicht ab.", |n| {
                format!("{n} wesentliche Fragen weichen ab.")
            }));
        }
    }
    saetze.extend(vergleichssatz(vergleich));
    saetze
}

fn vergleichssatz(vergleich: &[Fragenvergleich]) -> Vec<String> {
    let zaehle = |v| vergleich.iter().filter(|x| x.veraenderung == v).count();
    let vergleichbar = vergleich.len() - zaehle(Veraenderung::NichtVergleichbar);
    if vergleichbar == 0 {
        return Vec::new();
    }
    let mut saetze = vec![format!(
        "Gegenüber der letzten Antwort sind von {vergleichbar} vergleichbaren Fragen {} verbessert, {} verschlechtert und {} unverändert abweichend.",
        zaehle(Veraenderung::Verbessert),
        zaehle(Veraenderung::Verschlechtert),
        zaehle(Veraenderung::UnveraendertOffen)
    )];
    let aelteste = vergleich
        .iter()
        .filter(|v| v.vorher.is_some_and(Listenantwort::ist_abweichung))
        .filter_map(|v| v.offen_seit)
        .min();
    if let Some(tag) = aelteste {
        saetze.push(format!("Die älteste Abweichung besteht seit dem Durchgang bis {}.", Kurz(tag)));
    }
    saetze
}

/// Label of an answer, or "offen".
pub fn antwort_titel(wert: Option<Listenantwort>) -> &'static str {
    wert.map_or("offen", Aufzaehlung::titel)
}
