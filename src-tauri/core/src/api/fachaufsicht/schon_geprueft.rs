//! "Schon geprüft?": in which checks a case was drawn. The numbers are turned into the pseudonyms of each draw and
//! compared; nothing of the question is stored.

use super::bogen_kontext::klarsicht;
use super::grundgesamtheit::pseudonymisierer_von;
use super::sicht;
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::kennung_normalisiert;
use crate::storage::FruehereZiehung;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use ts_rs::TS;

/// Most numbers in one question.
const HOECHSTENS: usize = 200;

/// Asks for case numbers.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SchonGeprueft {
    /// As the specialist application writes them; where a check names its cases by several columns, also joined by
    /// " / ".
    pub nummern: Vec<String>,
}

/// What is known of each number.
#[derive(Debug, Serialize, TS)]
pub struct SchonGeprueftAntwort {
    /// One for each number, in the order of the question; empty ones left out.
    pub zeilen: Vec<SchonGeprueftZeile>,
    /// What must be known to read the answer rightly.
    pub hinweise: Vec<String>,
}

/// The checks of one number.
#[derive(Debug, Serialize, TS)]
pub struct SchonGeprueftZeile {
    /// As it was asked.
    pub nummer: String,
    /// Latest period first; empty: in none that the person sees.
    pub ziehungen: Vec<FruehereZiehung>,
}

pub(super) fn schon_geprueft(f: &Frage<'_>, r: SchonGeprueft) -> Ergebnis<SchonGeprueftAntwort> {
    let mut gesehen = BTreeSet::new();
    let nummern: Vec<String> = r
        .nummern
        .iter()
        .map(|n| kennung_normalisiert(n))
        .filter(|n| !n.is_empty() && gesehen.insert(n.clone()))
        .collect();
    if nummern.is_empty() || nummern.len() > HOECHSTENS {
        return Err(Fehler::feld("nummern", format!("Bitte geben Sie 1 bis {HOECHSTENS} Nummern an.")));
    }
    if nummern.iter().any(|n| n.chars().count() > 200) {
        return Err(Fehler::feld("nummern", "Eine Nummer hat höchstens 200 Zeichen."));
    }
    let faelle = f.l.vergleichsfaelle(&sicht(f.sitzung, f.umfang), &klarsicht(f.sitzung))?;
    let mut je_nummer: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut gesucht: HashMap<String, usize> = HashMap::new();
    let mut bisher = "";
    for fall in &faelle {
        if fall.grundgesamtheit_id != bisher {
            bisher = &fall.grundgesamtheit_id;
            let pseudonym = pseudonymisierer_von(f.haus, bisher)?;
            gesucht = nummern.iter().enumerate().map(|(i, n)| (pseudonym.pseudonym(n), i)).collect();
        }
        // A number alone finds a case that is named by several columns only while its plain number is there.
        let am_anfang = || {
            let (erste, _) = fall.nummer.as_deref()?.split_once(" / ")?;
            nummern.iter().position(|n| n == erste)
        };
        if let Some(i) = gesucht.get(&fall.pseudonym).copied().or_else(am_anfang) {
            je_nummer.entry(i).or_default().insert(&fall.id);
        }
    }
    let alle: Vec<&str> = je_nummer.values().flatten().copied().collect();
    let ziehungen = f.l.fruehere_ziehungen(&klarsicht(f.sitzung), &alle)?;
    let zeilen = nummern
        .into_iter()
        .enumerate()
        .map(|(i, nummer)| SchonGeprueftZeile {
            nummer,
            ziehungen: ziehungen
                .iter()
                .filter(|z| je_nummer.get(&i).is_some_and(|ids| ids.contains(z.prueffall_id.as_str())))
                .cloned()
                .collect(),
        })
        .collect();
    Ok(SchonGeprueftAntwort { zeilen, hinweise: hinweise(faelle.iter().any(|x| x.nummer.is_none())) })
}

fn hinweise(ohne_klarnummern: bool) -> Vec<String> {
    let mut h = vec![
        "Gefunden werden gezogene Fälle, die Sie sehen dürfen und deren Fallbezug nicht entfernt ist. Ihre Eingabe wird nicht gespeichert."
            .to_owned(),
    ];
    if ohne_klarnummern {
        h.push("Wo Fälle aus mehreren Angaben bestehen (etwa Nummer und Bescheidnummer) und die Klarnummern fehlen, hilft nur die vollständige Kennung, verbunden mit „ / “.".to_owned());
    }
    h
}
