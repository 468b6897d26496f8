//! The tables of a kind of procedure.

use super::Entscheidungszahl;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::kleingruppen::{Teamangabe, gruppiere, verdeckt, verdeckte_gruppen};
use crate::stichprobe::Zehntelprozent;
use crate::vollzaehlung::Anteil;
use crate::widerspruch::{BaKategorie, Stattgabegrund, Verfahrensart, Verfahrensergebnis};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A row of results in our words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Ergebniszeile {
    /// Result.
    pub ergebnis: Verfahrensergebnis,
    /// In German.
    pub titel: String,
    /// Procedures.
    pub anzahl: u64,
}

/// A row of results in the categories of the federal statistics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BaZeile {
    /// Category.
    pub kategorie: BaKategorie,
    /// In German.
    pub titel: String,
    /// Procedures.
    pub anzahl: u64,
    /// Our results in it.
    pub ergebnisse: Vec<Verfahrensergebnis>,
}

/// Success of a Sachgebiet or of teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Erfolgszeile {
    /// What people read.
    pub titel: String,
    /// Several teams together (small-group rule).
    pub zusammengefasst: bool,
    /// Successful of the decided; nothing if the row must stay empty.
    pub werte: Option<Anteil>,
    /// The rate in tenths of a percent.
    pub quote: Option<Zehntelprozent>,
}

aufzaehlung! {
    /// The split that internal control looks at.
    Grundgruppe {
        /// The house erred.
        Behoerde = "behoerde", "Fehler der Behörde";
        /// Papers or facts came only in the procedure.
        Nachgereicht = "nachgereicht", "nachgereicht oder neu vorgetragen";
        /// A changed law, something else, or nothing was noted.
        Sonstige = "sonstige", "geänderte Rechtslage, Sonstiges, ohne Angabe";
    }
}

/// Successful procedures of a group of reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Grundzeile {
    /// Group.
    pub gruppe: Grundgruppe,
    /// In German.
    pub titel: String,
    /// Procedures; nothing if the row must stay empty.
    pub anzahl: Option<u64>,
    /// The reasons in it.
    pub gruende: Vec<Ursachenzeile>,
}

/// Successful procedures of a reason or cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Ursachenzeile {
    /// In German.
    pub titel: String,
    /// Procedures; nothing if the row must stay empty.
    pub anzahl: Option<u64>,
}

/// What is written where nobody entered anything.
const OHNE_ANGABE: &str = "ohne Angabe";

pub(super) fn ergebnisse(zahlen: &[&Entscheidungszahl]) -> Vec<Ergebniszeile> {
    Verfahrensergebnis::ALLE
        .iter()
        .map(|ergebnis| Ergebniszeile {
            ergebnis: *ergebnis,
            titel: ergebnis.titel().to_owned(),
            anzahl: zahlen.iter().filter(|z| z.ergebnis == *ergebnis).map(|z| z.anzahl).sum(),
        })
        .filter(|z| z.anzahl > 0)
        .collect()
}

/// All categories of the kind, also those without a procedure: the table is compared with the published one.
pub(super) fn ba(zahlen: &[&Entscheidungszahl], art: Verfahrensart) -> Vec<BaZeile> {
    let gericht = art.gerichtlich();
    BaKategorie::ALLE
        .iter()
        .map(|kategorie| {
            let ergebnisse: Vec<Verfahrensergebnis> = Verfahrensergebnis::ALLE
                .iter()
                .copied()
                .filter(|e| e.ba_kategorie(gericht) == *kategorie)
                .filter(|e| kommt_vor(*e, gericht) || zahlen.iter().any(|z| z.ergebnis == *e))
                .collect();
            BaZeile {
                kategorie: *kategorie,
                titel: kategorie.titel().to_owned(),
                anzahl: zahlen.iter().filter(|z| ergebnisse.contains(&z.ergebnis)).map(|z| z.anzahl).sum(),
                ergebnisse,
            }
        })
        .filter(|z| !z.ergebnisse.is_empty())
        .collect()
}

/// Whether a procedure of that kind can end like that.
fn kommt_vor(ergebnis: Verfahrensergebnis, gericht: bool) -> bool {
    use Verfahrensergebnis as E;
    match ergebnis {
        E::KlageAbgewiesen | E::Anerkenntnis | E::Vergleich => gericht,
        E::Abhilfe | E::Teilabhilfe | E::Zurueckgewiesen | E::Verworfen | E::Erledigt86 | E::Abgegeben => {
            !gericht
        }
        E::Stattgegeben | E::TeilweiseStattgegeben | E::Zuruecknahme | E::Sonstiges => true,
    }
}

pub(super) fn quote(zahlen: &[&Entscheidungszahl]) -> Anteil {
    zahlen.iter().map(|z| einzeln(z)).fold(Anteil::default(), Anteil::dazu)
}

fn einzeln(z: &Entscheidungszahl) -> Anteil {
    Anteil { zaehler: if z.ergebnis.erfolgreich() { z.anzahl } else { 0 }, nenner: z.anzahl }
}

fn je<'a>(
    zahlen: &[&'a Entscheidungszahl],
    nach: impl Fn(&'a Entscheidungszahl) -> &'a str,
) -> BTreeMap<&'a str, Anteil> {
    let mut summen: BTreeMap<&str, Anteil> = BTreeMap::new();
    for z in zahlen {
        let summe = summen.entry(nach(z)).or_default();
        *summe = summe.dazu(einzeln(z));
    }
    summen
}

pub(super) fn sachgebiete(
    zahlen: &[&Entscheidungszahl],
    katalog: &BTreeMap<String, String>,
) -> Vec<Erfolgszeile> {
    let mut zeilen: Vec<(String, bool, Anteil)> = je(zahlen, |z| &z.sachgebiet)
        .into_iter()
        .map(|(kennung, quote)| (titel(kennung, katalog), false, quote))
        .collect();
    zeilen.sort_by(|a, b| a.0.cmp(&b.0));
    let faelle: Vec<u64> = zeilen.iter().map(|(_, _, q)| q.nenner).collect();
    erfolgszeilen(zeilen, &verdeckt(&faelle, &vec![false; faelle.len()]))
}

pub(super) fn teams(zahlen: &[&Entscheidungszahl], teams: &[Teamangabe]) -> Vec<Erfolgszeile> {
    let je_team = je(zahlen, |z| &z.team);
    let faelle = je_team.iter().map(|(id, quote)| ((*id).to_owned(), quote.nenner)).collect();
    let gruppen = gruppiere(&faelle, teams);
    let quoten: Vec<Anteil> = gruppen
        .iter()
        .map(|g| {
            let summe = g.teams.iter().filter_map(|t| je_team.get(t.as_str()));
            summe.fold(Anteil::default(), |a, b| a.dazu(*b))
        })
        .collect();
    let verdeckt = verdeckte_gruppen(&gruppen, &quoten.iter().map(|q| q.nenner).collect::<Vec<_>>());
    let zeilen = gruppen.into_iter().zip(quoten).map(|(g, q)| (g.name, g.zusammengefasst, q)).collect();
    erfolgszeilen(zeilen, &verdeckt)
}

fn erfolgszeilen(zeilen: Vec<(String, bool, Anteil)>, verdeckt: &[bool]) -> Vec<Erfolgszeile> {
    zeilen
        .into_iter()
        .zip(verdeckt)
        .map(|((titel, zusammengefasst, quote), verdeckt)| {
            let werte = (!verdeckt).then_some(quote);
            Erfolgszeile { titel, zusammengefasst, werte, quote: werte.and_then(Anteil::prozent) }
        })
        .collect()
}

impl Grundgruppe {
    fn von(grund: Option<Stattgabegrund>) -> Self {
        match grund {
            Some(Stattgabegrund::Nachgereicht) => Self::Nachgereicht,
            Some(grund) if grund.behoerdlicher_fehler() => Self::Behoerde,
            _ => Self::Sonstige,
        }
    }
}

/// Groups of reasons with their reasons. The group's number is known where it is shown, so its reasons hide
/// for themselves; those of a hidden group are all hidden.
pub(super) fn gruende(zahlen: &[&Entscheidungszahl]) -> Vec<Grundzeile> {
    let mut je_grund: BTreeMap<Option<Stattgabegrund>, u64> = BTreeMap::new();
    for z in zahlen.iter().filter(|z| z.ergebnis.erfolgreich()) {
        *je_grund.entry(z.grund).or_default() += z.anzahl;
    }
    let gruppen: Vec<(Grundgruppe, Vec<(String, u64)>)> = Grundgruppe::ALLE
        .iter()
        .map(|gruppe| {
            let gruende = je_grund
                .iter()
                .filter(|(grund, _)| Grundgruppe::von(**grund) == *gruppe)
                .map(|(grund, n)| (grund.map_or(OHNE_ANGABE, Aufzaehlung::titel).to_owned(), *n))
                .collect();
            (*gruppe, gruende)
        })
        .collect();
    let summen: Vec<u64> = gruppen.iter().map(|(_, g)| g.iter().map(|(_, n)| n).sum()).collect();
    let verdeckte = verdeckt(&summen, &vec![false; summen.len()]);
    gruppen
        .into_iter()
        .zip(summen)
        .zip(verdeckte)
        .map(|(((gruppe, gruende), summe), verdeckt)| Grundzeile {
            gruppe,
            titel: gruppe.titel().to_owned(),
            anzahl: (!verdeckt).then_some(summe),
            gruende: zaehlzeilen(gruende, verdeckt),
        })
        .collect()
}

pub(super) fn ursachen(
    zahlen: &[&Entscheidungszahl],
    katalog: &BTreeMap<String, String>,
) -> Vec<Ursachenzeile> {
    let erfolgreiche: Vec<&Entscheidungszahl> =
        zahlen.iter().copied().filter(|z| z.ergebnis.erfolgreich()).collect();
    let mut zeilen: Vec<(String, u64)> = je(&erfolgreiche, |z| &z.ursache)
        .into_iter()
        .map(|(kennung, q)| {
            let name =
                if kennung.is_empty() { "keine festgestellt".to_owned() } else { titel(kennung, katalog) };
            (name, q.nenner)
        })
        .collect();
    zeilen.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    zaehlzeilen(zeilen, false)
}

fn zaehlzeilen(zeilen: Vec<(String, u64)>, alle_verdeckt: bool) -> Vec<Ursachenzeile> {
    let faelle: Vec<u64> = zeilen.iter().map(|(_, n)| *n).collect();
    let verdeckt = verdeckt(&faelle, &vec![alle_verdeckt; faelle.len()]);
    let mut zeilen: Vec<Ursachenzeile> = zeilen
        .into_iter()
        .zip(verdeckt)
        .map(|((titel, n), verdeckt)| Ursachenzeile { titel, anzahl: (!verdeckt).then_some(n) })
        .collect();
    // By number, the hidden ones last and by name: their order must not tell which is larger.
    zeilen.sort_by(|a, b| b.anzahl.cmp(&a.anzahl).then_with(|| a.titel.cmp(&b.titel)));
    zeilen
}

fn titel(kennung: &str, katalog: &BTreeMap<String, String>) -> String {
    katalog.get(kennung).cloned().unwrap_or_else(|| kennung.to_owned())
}
