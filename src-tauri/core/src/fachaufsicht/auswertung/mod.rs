//! From the drawn units with their answers and Feststellungen to what may be said about all of them.
//!
//! Pure. Window, report and command line print the same sentences from here.

mod betraege;
mod einstufung;
mod grundlage;
#[cfg(test)]
mod karte_tests;
pub mod kartenschutz;
mod merkmalskarte;
pub mod saetze;
mod tafeln;
#[cfg(test)]
mod tests;
mod verlauf;
#[cfg(test)]
mod verlauf_tests;

use crate::fachaufsicht::zweistufig;

pub use crate::kleingruppen::{MINDESTENS, Teamangabe};
pub use betraege::{Betraege, Betragssumme};
pub use einstufung::{Einstufung, Faelle, Grund};
pub use grundlage::{
    Abweichung, Abweichungsart, Erweiterungsregel, Fall, Fallstand, Grundlage, Kern, Merkmalszahl,
    Schichtgroesse,
};
pub use merkmalskarte::{Kartenfeld, Kartenspalte, Kartenzeile, Merkmalskarte};
pub use tafeln::{Gruppenwerte, Gruppenzeile, Haeufung, Merkmalszeile};
pub use verlauf::{Vergleich, Verlauf, Verlaufspunkt};

use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::pruefung::{Auswahl, Fehlerdefinition};
use crate::kleingruppen as gruppen;
use crate::stichprobe::{
    Befund, Dezimal, Schicht, StichprobeFehler, Urteil, Zehntelprozent, auswerten, auswerten_geschichtet,
    prozent_dezimal, stratified_rate_korn_graubard,
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Everything that is computed about a check.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Pruefungsauswertung {
    /// Units are still open: nothing here is final.
    pub vorlaeufig: bool,
    /// How the units were selected.
    pub auswahl: Auswahl,
    /// One line for the top: rate with bound.
    pub kurz: String,
    /// The result in sentences; the last one is the verdict, if a goal was set.
    pub saetze: Vec<String>,
    /// What a reader must know to read the figures rightly.
    pub hinweise: Vec<String>,
    /// Counts by the fixed definition.
    pub zahlen: Zahlen,
    /// Rate and bounds; none for a purposive selection, or before the draw.
    pub rate: Option<Rate>,
    /// The fixed definition in words.
    pub definition: String,
    /// The same units under all three definitions.
    pub definitionen: Vec<Definitionszeile>,
    /// Whether the rows are the strata of the draw, with sizes and bounds.
    pub geschichtet: bool,
    /// Rows by team (small-group rules applied).
    pub gruppen: Vec<Gruppenzeile>,
    /// Rows by item.
    pub merkmale: Vec<Merkmalszeile>,
    /// Items by team (small-group rules applied).
    pub karte: Merkmalskarte,
    /// Amounts.
    pub betraege: Betraege,
    /// Feststellungen by Sachgebiet (small-group rules applied).
    pub sachgebiete: Vec<Haeufung>,
    /// Feststellungen by cause (small-group rules applied).
    pub ursachen: Vec<Haeufung>,
}

/// Counts of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Auswertungszahlen")]
pub struct Zahlen {
    /// N.
    pub grundgesamtheit: u64,
    /// Drawn or selected.
    pub gezogen: u64,
    /// Checked: neither open nor without a file.
    pub geprueft: u64,
    /// Erroneous by the fixed definition.
    pub fehlerhaft: u64,
    /// All unresolved ones, the next four together.
    pub ungeklaert: u64,
    /// Not checked yet.
    pub offen: u64,
    /// Missing file or the like.
    pub nicht_pruefbar: u64,
    /// A decisive item could not be checked.
    pub merkmal_nicht_pruefbar: u64,
    /// The deviation is not described, or its effect could not be put into figures.
    pub wirkung_unbekannt: u64,
    /// Feststellungen on which the last word is not spoken.
    pub strittig: u64,
}

/// Rate and bounds of a sample or a full count.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "Auswertungsrate")]
pub struct Rate {
    /// Every unit was drawn.
    pub vollpruefung: bool,
    /// Point estimate in tenths of a percent, half up; none while the check runs.
    pub quote: Option<Zehntelprozent>,
    /// At most so many erroneous units.
    pub hoechstens: u64,
    /// At least so many.
    pub mindestens: u64,
    /// Upper bound in tenths of a percent, rounded up.
    pub quote_hoechstens: Zehntelprozent,
    /// Lower bound in tenths of a percent, rounded down.
    pub quote_mindestens: Zehntelprozent,
    /// Korn-Graubard, one-sided, tenths of a percent, rounded up: approximate.
    pub naeherung_hoechstens: Option<Zehntelprozent>,
    /// Confidence as text, e.g. "95 %".
    pub sicherheit: String,
    /// Goal as text, e.g. "10 %".
    pub ziel: Option<String>,
    /// Goal in tenths of a percent, for charts.
    pub ziel_zehntel: Option<f64>,
    /// Verdict, if a goal was set.
    pub urteil: Option<Urteil>,
}

/// One definition and what it finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Definitionszeile {
    /// Which.
    pub art: Fehlerdefinition,
    /// In words.
    pub titel: String,
    /// The one that was fixed; the others only describe.
    pub festgelegt: bool,
    /// Erroneous units.
    pub fehlerhaft: u64,
    /// Unresolved units.
    pub ungeklaert: u64,
    /// Drawn units.
    pub gezogen: u64,
}

/// The material of an evaluation.
#[derive(Clone, Debug)]
pub struct Material {
    /// What was fixed before the draw.
    pub grundlage: Grundlage,
    /// Drawn units.
    pub faelle: Vec<Fall>,
    /// Their deviations.
    pub abweichungen: Vec<Abweichung>,
    /// Answers by item and team.
    pub merkmale: Vec<Merkmalszahl>,
    /// Question of each item in the order of the sheet: (section, id, question).
    pub fragen: Vec<(String, String, String)>,
    /// Teams of the house.
    pub teams: Vec<Teamangabe>,
    /// German titles of catalogue entries.
    pub katalog: BTreeMap<String, String>,
}

/// Evaluates a check at any moment of its life.
///
/// # Errors
/// [`StichprobeFehler`] for parameters no sample can have (confidence 0, goal above 1): the window refuses
/// them, so they mean damage.
pub fn werte_aus(m: &Material) -> Result<Pruefungsauswertung, StichprobeFehler> {
    let g = &m.grundlage;
    let faelle = Faelle::neu(g, &m.faelle, &m.abweichungen);
    let zahlen = zaehle(m, &faelle);
    let befunde = befunde(g, &faelle);
    let vorlaeufig = zahlen.offen > 0 || !g.abgeschlossen;
    let rate = rate(g, &befunde, &zahlen)?;
    let gruppen = tafeln::gruppen(m, &faelle)?;
    let merkmale = tafeln::merkmale(m);
    let mut hinweise = saetze::hinweise(g, &zahlen, rate.as_ref());
    if gruppen.iter().any(|z| z.werte.is_none()) {
        hinweise.push(format!(
            "In Zeilen mit weniger als {MINDESTENS} Fällen steht ein *, ebenso in einer weiteren, aus der sie sich errechnen ließe."
        ));
    }
    Ok(Pruefungsauswertung {
        vorlaeufig,
        auswahl: g.auswahl,
        kurz: saetze::kurz(g, &zahlen, rate.as_ref()),
        saetze: saetze::saetze(g, &zahlen, &befunde, rate.as_ref())?,
        hinweise,
        zahlen,
        rate,
        definition: saetze::definition(g),
        definitionen: Fehlerdefinition::ALLE.iter().map(|art| definitionszeile(g, &faelle, *art)).collect(),
        geschichtet: g.geschichtet && g.auswahl == Auswahl::Zufall,
        karte: merkmalskarte::karte(m, &gruppen, &merkmale),
        gruppen,
        merkmale,
        betraege: Betraege::aus(
            m.abweichungen.iter().filter_map(|a| a.feststellung.as_ref()),
            tafeln::gepruefter_betrag(&m.faelle),
        ),
        sachgebiete: tafeln::haeufung(m, |k| &k.sachgebiet),
        ursachen: tafeln::haeufung(m, |k| &k.ursache),
    })
}

/// The counts by stratum under the fixed definition; one entry without a name for a simple draw.
#[must_use]
pub fn schichtbefunde(m: &Material) -> Vec<(String, Befund)> {
    befunde(&m.grundlage, &Faelle::neu(&m.grundlage, &m.faelle, &m.abweichungen))
}

fn zaehle(m: &Material, faelle: &Faelle<'_>) -> Zahlen {
    let g = &m.grundlage;
    let mut z = Zahlen {
        grundgesamtheit: g.schichten.iter().map(|s| s.anzahl).sum(),
        gezogen: m.faelle.len() as u64,
        geprueft: m.faelle.iter().filter(|f| f.stand == Fallstand::Geprueft).count() as u64,
        strittig: m
            .abweichungen
            .iter()
            .filter_map(|a| a.feststellung.as_ref())
            .filter(|f| f.ungeklaert && !f.zurueckgenommen)
            .count() as u64,
        ..Zahlen::default()
    };
    for (_, einstufung) in faelle.eingestuft(g.fehlerdefinition) {
        match einstufung {
            Einstufung::InOrdnung => {}
            Einstufung::Fehlerhaft => z.fehlerhaft += 1,
            Einstufung::Ungeklaert(grund) => {
                z.ungeklaert += 1;
                match grund {
                    Grund::Offen => z.offen += 1,
                    Grund::NichtPruefbar => z.nicht_pruefbar += 1,
                    Grund::MerkmalNichtPruefbar => z.merkmal_nicht_pruefbar += 1,
                    Grund::WirkungUnbekannt => z.wirkung_unbekannt += 1,
                }
            }
        }
    }
    z
}

/// The counts by stratum; one entry for a simple draw.
fn befunde(g: &Grundlage, faelle: &Faelle<'_>) -> Vec<(String, Befund)> {
    let mut je_schicht: BTreeMap<&str, (u64, u64, u64)> = BTreeMap::new();
    for (fall, einstufung) in faelle.eingestuft(g.fehlerdefinition) {
        let schicht = if g.geschichtet { fall.schicht.as_str() } else { "" };
        let (n, fehler, ungeklaert) = je_schicht.entry(schicht).or_default();
        *n += 1;
        match einstufung {
            Einstufung::InOrdnung => {}
            Einstufung::Fehlerhaft => *fehler += 1,
            Einstufung::Ungeklaert(_) => *ungeklaert += 1,
        }
    }
    let befund = |grundgesamtheit, schicht: &str| {
        let (n, fehler, ungeklaert) = je_schicht.get(schicht).copied().unwrap_or_default();
        Befund { grundgesamtheit, n, fehler, ungeklaert }
    };
    if g.geschichtet {
        g.schichten.iter().map(|s| (s.name.clone(), befund(s.anzahl, &s.name))).collect()
    } else {
        vec![(String::new(), befund(g.schichten.iter().map(|s| s.anzahl).sum(), ""))]
    }
}

fn rate(
    g: &Grundlage,
    befunde: &[(String, Befund)],
    zahlen: &Zahlen,
) -> Result<Option<Rate>, StichprobeFehler> {
    if g.auswahl == Auswahl::Bewusst || zahlen.gezogen == 0 {
        return Ok(None);
    }
    let nur: Vec<Befund> = befunde.iter().map(|(_, b)| *b).collect();
    // A stratum of which nothing was drawn leaves its part of the population without any statement.
    if nur.iter().any(|b| b.grundgesamtheit > 0 && b.n == 0) {
        return Ok(None);
    }
    let auswertung = match nur.as_slice() {
        [eine] => auswerten(eine, &g.konfidenz, g.ziel.as_ref())?,
        alle => auswerten_geschichtet(alle, &g.konfidenz, g.ziel.as_ref())?,
    };
    let naeherung = if nur.len() > 1 && !auswertung.vollpruefung && zahlen.offen == 0 {
        korn_graubard(&nur, &g.konfidenz)?
    } else {
        None
    };
    Ok(Some(Rate {
        vollpruefung: auswertung.vollpruefung,
        quote: (zahlen.offen == 0).then_some(auswertung.quote),
        hoechstens: auswertung.hoechstens,
        mindestens: auswertung.mindestens,
        quote_hoechstens: auswertung.quote_hoechstens,
        quote_mindestens: auswertung.quote_mindestens,
        naeherung_hoechstens: naeherung,
        sicherheit: prozent_dezimal(&g.konfidenz),
        ziel: g.ziel.as_ref().map(prozent_dezimal),
        ziel_zehntel: g.ziel.as_ref().map(|z| z.als_f64() * 1000.0),
        urteil: auswertung.urteil.map(|u| nach_regel(g, zahlen, u)),
    }))
}

/// The verdict, where two stages were fixed before the draw: the bound is that of all units at once, and must not show
/// what the rule does not (`stichprobe.md` 7). What the rule accepts, the bound shows as well.
fn nach_regel(g: &Grundlage, zahlen: &Zahlen, urteil: Urteil) -> Urteil {
    let zugelassen = match &g.regel {
        Some(r) if r.je_stufe.is_some() => u64::from(r.angewandt),
        // Extended in another way than the rule allows: it accepts without an error only, which needs no extension.
        Some(r) if g.erweiterung_ohne_regel && zweistufig::je_stufe(&r.text).is_some() => 0,
        _ => u64::MAX,
    };
    if urteil == Urteil::Belegt && zahlen.fehlerhaft + zahlen.ungeklaert > zugelassen {
        Urteil::NichtBelegt
    } else {
        urteil
    }
}

/// The displayed approximation; none where it does not exist (no error at all, or nothing but errors).
fn korn_graubard(
    befunde: &[Befund],
    konfidenz: &Dezimal,
) -> Result<Option<Zehntelprozent>, StichprobeFehler> {
    // As in every upper bound, what is unresolved counts as an error.
    let schichten: Vec<Schicht> = befunde.iter().map(Befund::vorsichtig).collect();
    match stratified_rate_korn_graubard(&schichten, konfidenz) {
        Ok(kg) => Ok(Some(Zehntelprozent::aufgerundet_f64(kg.oben_einseitig, |_| false))),
        // A stratum with a single unit of several has no variance: no approximation, the guaranteed bound stands.
        Err(StichprobeFehler::Infeasible | StichprobeFehler::StratumVarianceUndefined) => Ok(None),
        Err(fehler) => Err(fehler),
    }
}

fn definitionszeile(g: &Grundlage, faelle: &Faelle<'_>, art: Fehlerdefinition) -> Definitionszeile {
    let mut zeile = Definitionszeile {
        art,
        titel: saetze::fehlerhaft_bei(art).to_owned(),
        festgelegt: art == g.fehlerdefinition,
        fehlerhaft: 0,
        ungeklaert: 0,
        gezogen: 0,
    };
    for (_, einstufung) in faelle.eingestuft(art) {
        zeile.gezogen += 1;
        match einstufung {
            Einstufung::InOrdnung => {}
            Einstufung::Fehlerhaft => zeile.fehlerhaft += 1,
            Einstufung::Ungeklaert(_) => zeile.ungeklaert += 1,
        }
    }
    zeile
}
