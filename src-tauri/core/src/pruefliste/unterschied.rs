//! What a new version of a catalogue changes, question by question.

use super::katalog::{Kapitel, Kontrollfrage, fragen};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// One question that is not the same in both versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Katalogunterschied {
    /// Kennung of the question.
    pub kennung: String,
    /// The question as it reads in the newer version, or in the older one if it is gone.
    pub frage: String,
    /// What happened to it.
    pub art: Unterschiedsart,
    /// Which fields changed, with both texts.
    pub felder: Vec<Feldunterschied>,
}

/// What happened to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unterschiedsart {
    /// Only in the newer version.
    Neu,
    /// In both, with other content.
    Geaendert,
    /// Only in the older version.
    Entfallen,
}

/// One field with both texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Feldunterschied {
    /// Label of the field.
    pub feld: String,
    /// In the older version.
    pub vorher: String,
    /// In the newer one.
    pub nachher: String,
}

/// Fields that say what is asked and what counts. The others only say where a question stands, how much it weighs and
/// when it comes again.
const SINN: [&str; 5] = ["Frage", "Quelle", "Erläuterung", "Nachweis", "Betrifft"];

impl Katalogunterschied {
    /// What may make an answer given before say something else now; empty: it still says the same.
    pub fn sinn(&self) -> impl Iterator<Item = &Feldunterschied> {
        self.felder.iter().filter(|f| SINN.contains(&f.feld.as_str()))
    }
}

/// Differences in the order of the newer version, those that are gone at the end.
pub fn unterschiede(alt: &[Kapitel], neu: &[Kapitel]) -> Vec<Katalogunterschied> {
    let (alte, neue) = (nach_kennung(alt), nach_kennung(neu));
    let in_neuer = fragen(neu).filter_map(|n| match alte.get(n.kennung.as_str()) {
        None => Some(eintrag(n, Unterschiedsart::Neu, Vec::new())),
        Some((kapitel, a)) => {
            let kapitel_neu = neue.get(n.kennung.as_str()).map_or("", |x| x.0);
            let felder = felder((*kapitel, *a), (kapitel_neu, n));
            (!felder.is_empty()).then(|| eintrag(n, Unterschiedsart::Geaendert, felder))
        }
    });
    let entfallen = fragen(alt)
        .filter(|a| !neue.contains_key(a.kennung.as_str()))
        .map(|a| eintrag(a, Unterschiedsart::Entfallen, Vec::new()));
    in_neuer.chain(entfallen).collect()
}

fn eintrag(f: &Kontrollfrage, art: Unterschiedsart, felder: Vec<Feldunterschied>) -> Katalogunterschied {
    Katalogunterschied { kennung: f.kennung.clone(), frage: f.frage.clone(), art, felder }
}

fn nach_kennung(kapitel: &[Kapitel]) -> BTreeMap<&str, (&str, &Kontrollfrage)> {
    kapitel
        .iter()
        .flat_map(|k| k.fragen.iter().map(|f| (f.kennung.as_str(), (k.titel.as_str(), f))))
        .collect()
}

fn felder(
    (kapitel_alt, a): (&str, &Kontrollfrage),
    (kapitel_neu, n): (&str, &Kontrollfrage),
) -> Vec<Feldunterschied> {
    let bedingung = |f: &Kontrollfrage| {
        f.wenn.as_ref().map_or(String::new(), |w| {
            let antworten: Vec<&str> =
                w.antwort.iter().map(|x| crate::aufzaehlung::Aufzaehlung::titel(*x)).collect();
            format!("{}: {}", w.frage, antworten.join(", "))
        })
    };
    let pflicht = |f: &Kontrollfrage| if f.nachweis_pflicht { "ja" } else { "nein" }.to_owned();
    [
        ("Kapitel", kapitel_alt.to_owned(), kapitel_neu.to_owned()),
        ("Frage", a.frage.clone(), n.frage.clone()),
        ("Quelle", a.quelle.clone(), n.quelle.clone()),
        ("Erläuterung", a.erlaeuterung.clone(), n.erlaeuterung.clone()),
        ("Nachweis", a.nachweis.clone(), n.nachweis.clone()),
        ("Nachweis erforderlich", pflicht(a), pflicht(n)),
        ("Gewicht", a.gewicht.to_string(), n.gewicht.to_string()),
        ("Turnus in Monaten", a.turnus_monate.to_string(), n.turnus_monate.to_string()),
        ("Betrifft", a.betrifft.clone(), n.betrifft.clone()),
        ("Bedingung", bedingung(a), bedingung(n)),
    ]
    .into_iter()
    .filter(|(_, vorher, nachher)| vorher != nachher)
    .map(|(feld, vorher, nachher)| Feldunterschied { feld: feld.to_owned(), vorher, nachher })
    .collect()
}
