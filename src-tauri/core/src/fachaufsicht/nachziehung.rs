//! The auditor's draw: from a plain list, without a house. What `iksctl ziehe` and `ziehung pruefe` do.

use super::ziehung::{ALGORITHMUS, GESAMT, Liste, plane, ziehe};
use crate::einlesen::{self, EinleseFehler, Leseoptionen};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::stichprobe::{StichprobeFehler, kennung_normalisiert};
use serde::Serialize;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

/// What to draw from a list.
#[derive(Clone, Copy, Debug)]
pub struct Nachziehauftrag<'a> {
    /// Seed, used exactly as it is.
    pub startwert: &'a str,
    /// Units to draw.
    pub anzahl: u64,
    /// Units that were drawn before under the same seed.
    pub ab: u64,
    /// Units that each stratum gives at least; only with strata.
    pub mindestens: u64,
}

/// One drawn unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Nachgezogen {
    /// Stratum; `gesamt` without strata.
    pub schicht: String,
    /// Place in the ticket order of the stratum, from 1.
    pub position: u64,
    /// Identifier, normalised.
    pub kennung: String,
}

/// A repeated draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Nachziehung {
    /// Drawn units by stratum, then position.
    pub einheiten: Vec<Nachgezogen>,
    /// Units in the list.
    pub anzahl_grundgesamtheit: u64,
    /// SHA-256 over the identifiers.
    pub population_hash: String,
    /// SHA-256 over identifier TAB stratum; none without strata.
    pub schicht_hash: Option<String>,
    /// Name and version of the rule.
    pub algorithmus: &'static str,
}

/// Reads identifiers and strata from the columns of a CSV or XLSX file. The header is row 1 or, where the
/// column is not found there, the row that looks like one.
///
/// # Errors
/// As [`einlesen::vorschau`]; a missing column; an empty identifier.
pub fn lies_liste(pfad: &Path, spalte: &str, schicht: Option<&str>) -> Ergebnis<Liste> {
    let (optionen, i, j) = finde_spalten(pfad, spalte, schicht)?;
    let mut kennungen = Vec::new();
    let mut schicht_von = Vec::new();
    let mut namen: Vec<String> = Vec::new();
    let mut nummern: HashMap<String, usize> = HashMap::new();
    let mut leer = None;
    einlesen::lesen(pfad, &optionen, &mut |zeile| {
        let kennung = kennung_normalisiert(&zeile.feld(i).anzeige());
        if kennung.is_empty() {
            leer = Some(zeile.nr());
            return ControlFlow::Break(());
        }
        let name = j.map_or_else(|| GESAMT.to_owned(), |j| kennung_normalisiert(&zeile.feld(j).anzeige()));
        let nummer = *nummern.entry(name).or_insert_with_key(|name| {
            namen.push(name.clone());
            namen.len() - 1
        });
        kennungen.push(kennung);
        schicht_von.push(nummer);
        ControlFlow::Continue(())
    })
    .map_err(aus_einlesen)?;
    if let Some(nr) = leer {
        return Err(Fehler::neu(
            Code::Eingabe,
            format!("Zeile {nr}: Die Spalte „{spalte}“ ist leer. Jede Einheit braucht eine Kennung."),
        ));
    }
    Ok(Liste::neu(kennungen, schicht_von, &namen))
}

fn finde_spalten(
    pfad: &Path,
    spalte: &str,
    schicht: Option<&str>,
) -> Ergebnis<(Leseoptionen, usize, Option<usize>)> {
    let erste_zeile = Leseoptionen { kopfzeile: Some(1), ..Leseoptionen::default() };
    let mut fehlt = spalte;
    for optionen in [erste_zeile, Leseoptionen::default()] {
        let vorschau = match einlesen::vorschau(pfad, &optionen) {
            Ok(vorschau) => vorschau,
            Err(EinleseFehler::KopfzeileLeer { .. }) => continue,
            Err(e) => return Err(aus_einlesen(e)),
        };
        let platz = |name: &str| vorschau.spalten.iter().position(|s| s.name.trim() == name.trim());
        match (platz(spalte), schicht.map(|s| (s, platz(s)))) {
            (Some(i), None) => return Ok((optionen, i, None)),
            (Some(i), Some((_, Some(j)))) => return Ok((optionen, i, Some(j))),
            (Some(_), Some((name, None))) => fehlt = name,
            (None, _) => {}
        }
    }
    Err(Fehler::neu(
        Code::Eingabe,
        format!("Die Spalte „{fehlt}“ gibt es in dieser Datei nicht. Bitte prüfen Sie die Kopfzeile."),
    ))
}

/// Repeats a draw.
///
/// # Errors
/// As [`plane`] and [`ziehe`].
pub fn nachziehen(
    liste: &Liste,
    auftrag: Nachziehauftrag<'_>,
    geschichtet: bool,
) -> Result<Nachziehung, StichprobeFehler> {
    let mindestens = if geschichtet { auftrag.mindestens } else { 0 };
    let bisher: Vec<u64> = match auftrag.ab {
        0 => Vec::new(),
        ab => plane(liste, &[], ab, mindestens)?.iter().map(|s| s.gezogen).collect(),
    };
    let aufteilung = plane(liste, &bisher, auftrag.anzahl, mindestens)?;
    let einheiten = ziehe(liste, auftrag.startwert, &aufteilung)?;
    Ok(Nachziehung {
        einheiten: einheiten
            .iter()
            .map(|e| Nachgezogen {
                schicht: liste.schicht(e.index).to_owned(),
                position: e.position,
                kennung: liste.kennungen[e.index].clone(),
            })
            .collect(),
        anzahl_grundgesamtheit: liste.kennungen.len() as u64,
        population_hash: liste.population_hash()?,
        schicht_hash: geschichtet.then(|| liste.schicht_hash()).transpose()?,
        algorithmus: ALGORITHMUS,
    })
}

/// A file that cannot be read, as the error of the doors.
pub fn aus_einlesen(fehler: EinleseFehler) -> Fehler {
    match fehler {
        EinleseFehler::Zuordnung { feld, ref text } => Fehler::feld(&format!("zuordnung.{feld}"), text),
        EinleseFehler::SpalteFehlt { .. } | EinleseFehler::ZuVieleSchichtwerte { .. } => {
            Fehler::feld("zuordnung", fehler.to_string())
        }
        fehler => Fehler::datei(fehler.to_string(), fehler),
    }
}
