//! Kundenreaktionen, successful Widersprüche and Feststellungen of Fachaufsicht side by side, by Sachgebiet,
//! organisational cause and quarter. Pure.
//!
//! The sources are never added: an Anliegen, a Widerspruch and a checked case are different things, and a case
//! may be in all three. What is small is hidden so that no table, nor another one of the same period with a
//! Sachgebiet or a cause chosen, gives it away (see [`crate::kleingruppen`]).

mod material;
mod quartal;
mod saetze;
mod schutz;
#[cfg(test)]
mod tests;

pub use material::{LetztePruefung, Material, Ursachenquelle, Ursachensicht, Ursachenzahl};
pub use quartal::Quartal;
pub use saetze::Pruefvorschlag;

use crate::aufzaehlung::Aufzaehlung;
use crate::katalog::Katalog;
use crate::stichprobe::Zehntelprozent;
use chrono::NaiveDate;
use schutz::{Achse, Schutz};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Quarters in one request at most.
pub const HOECHSTENS_QUARTALE: usize = 20;

/// What is looked at within a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Ursachenwahl {
    /// Kennung; `None`: all.
    pub sachgebiet: Option<String>,
    /// Kennung; `None`: all. It narrows the numerators only.
    pub ursache: Option<String>,
}

/// Everything that is compared about a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Ursachenvergleich {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// The sources, in the order of the fields of each row.
    pub quellen: Vec<Quellenangabe>,
    /// The whole choice.
    pub summe: Vec<Ursachenfeld>,
    /// By Sachgebiet.
    pub sachgebiete: Vec<Ursachenreihe>,
    /// Numerators by organisational cause.
    pub ursachen: Vec<Ursachenreihe>,
    /// By quarter; empty for a cause within a Sachgebiet.
    pub quartale: Vec<Quartalsreihe>,
    /// Sachgebiete for the next check, for the whole period whatever is chosen.
    pub vorschlaege: Vec<Pruefvorschlag>,
    /// How the proposals were found and ordered.
    pub vorschlagsregel: String,
    /// What a reader must know to read the figures rightly.
    pub hinweise: Vec<String>,
}

/// What a source counts, and whether the person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Quellenangabe {
    /// Source.
    pub quelle: Ursachenquelle,
    /// Its German name.
    pub titel: String,
    /// How far it is seen.
    pub sicht: Ursachensicht,
}

/// The figures of a source in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Ursachenfeld {
    /// Numerator and denominator; nothing if hidden or not seen.
    pub werte: Option<Ursachenwerte>,
    /// All Anliegen, judged or not; nothing for other sources, if hidden, or not seen.
    pub alle: Option<u64>,
    /// Something is there that is not shown.
    pub verborgen: bool,
}

/// Numerator, denominator and what they make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Ursachenwerte {
    /// Justified Anliegen, successful Widersprüche, Feststellungen.
    pub zaehler: u64,
    /// Judged Anliegen, settled Widersprüche, checked cases.
    pub nenner: u64,
    /// Numerator of a thousand; Feststellungen may be more than one a case. Nothing without a denominator and
    /// for hand-picked cases.
    pub rate: Option<Zehntelprozent>,
}

/// A row of a Sachgebiet or a cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Ursachenreihe {
    /// Kennung; empty: none was entered.
    pub kennung: String,
    /// What people read.
    pub titel: String,
    /// One a source.
    pub felder: Vec<Ursachenfeld>,
}

/// A row of a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Quartalsreihe {
    /// `2026-Q3`.
    pub quartal: String,
    /// `3. Quartal 2026`.
    pub titel: String,
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// One a source.
    pub felder: Vec<Ursachenfeld>,
}

/// Compares a period.
#[must_use]
pub fn vergleiche(m: &Material, wahl: &Ursachenwahl, heute: NaiveDate) -> Ursachenvergleich {
    let quartale = Quartal::folge(m.von, m.bis);
    let achsen = Achsen {
        sachgebiete: kennungen(m, |z| &z.sachgebiet),
        ursachen: kennungen(m, |z| &z.ursache),
        quartale: quartale.iter().map(|q| q.name()).collect(),
    };
    let schutz: Vec<Schutz<'_>> =
        Ursachenquelle::ALLE.iter().map(|quelle| Schutz::neu(m, *quelle, &achsen)).collect();
    let felder = |achse: Achse<'_>| schutz.iter().map(|s| s.feld(wahl, achse)).collect::<Vec<_>>();
    let reihen = |katalog, alle: &[String], gewaehlt: &Option<String>| {
        let mut reihen: Vec<Ursachenreihe> = alle
            .iter()
            .filter(|k| gewaehlt.as_ref().is_none_or(|g| g == *k))
            .map(|k| Ursachenreihe {
                kennung: k.clone(),
                titel: m.titel(katalog, k),
                felder: felder(if katalog == Katalog::Sachgebiet {
                    Achse::Sachgebiet(k)
                } else {
                    Achse::Ursache(k)
                }),
            })
            .filter(|r| r.felder.iter().any(|f| f.etwas(katalog)))
            .collect();
        // By name: an order by number would tell which of two hidden ones is larger.
        reihen.sort_by(|a, b| (a.kennung.is_empty(), &a.titel).cmp(&(b.kennung.is_empty(), &b.titel)));
        reihen
    };
    let eines = wahl.sachgebiet.is_none() || wahl.ursache.is_none();
    let sachgebiete = reihen(Katalog::Sachgebiet, &achsen.sachgebiete, &wahl.sachgebiet);
    let mut v = Ursachenvergleich {
        von: m.von.erster_tag(),
        bis: m.bis.letzter_tag(),
        quellen: Ursachenquelle::ALLE
            .iter()
            .zip(m.sicht)
            .map(|(quelle, sicht)| Quellenangabe { quelle: *quelle, titel: quelle.titel().to_owned(), sicht })
            .collect(),
        summe: felder(Achse::Summe),
        sachgebiete,
        ursachen: reihen(Katalog::Ursache, &achsen.ursachen, &wahl.ursache),
        quartale: quartale
            .iter()
            .filter(|_| eines)
            .map(|q| Quartalsreihe {
                quartal: q.name(),
                titel: q.titel(),
                von: q.erster_tag(),
                bis: q.letzter_tag(),
                felder: felder(Achse::Quartal(&q.name())),
            })
            .collect(),
        vorschlaege: saetze::vorschlaege(m, &schutz, &achsen.sachgebiete),
        vorschlagsregel: saetze::VORSCHLAGSREGEL.to_owned(),
        hinweise: Vec::new(),
    };
    v.hinweise = saetze::hinweise(m, &v, wahl, heute);
    v
}

impl Ursachenfeld {
    /// Whether a row says anything; the denominator of a cause is that of all causes.
    fn etwas(&self, katalog: Katalog) -> bool {
        let nenner = katalog == Katalog::Sachgebiet;
        self.verborgen
            || (nenner && self.alle.is_some_and(|n| n > 0))
            || self.werte.is_some_and(|w| w.zaehler > 0 || (nenner && w.nenner > 0))
    }
}

/// What rows and columns there are.
struct Achsen {
    sachgebiete: Vec<String>,
    ursachen: Vec<String>,
    quartale: Vec<String>,
}

fn kennungen(m: &Material, was: impl Fn(&Ursachenzahl) -> &String) -> Vec<String> {
    m.zahlen.iter().map(was).cloned().collect::<BTreeSet<_>>().into_iter().collect()
}
