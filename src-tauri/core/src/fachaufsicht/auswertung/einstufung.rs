//! Is a unit erroneous? The fixed definition, and the other two as description (`stichprobe.md` 5.5).

use super::grundlage::{Abweichung, Abweichungsart, Fall, Fallstand, Grundlage};
use crate::fachaufsicht::feststellung::{Schwere, Wirkung};
use crate::fachaufsicht::pruefung::Fehlerdefinition;
use std::collections::{BTreeMap, BTreeSet};

/// Result of one unit under one definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Einstufung {
    /// No error.
    InOrdnung,
    /// Erroneous.
    Fehlerhaft,
    /// Counts as an error in the upper bound only.
    Ungeklaert(Grund),
}

/// Why a unit is unresolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grund {
    /// Not checked yet.
    Offen,
    /// Missing file.
    NichtPruefbar,
    /// A decisive item could not be checked.
    MerkmalNichtPruefbar,
    /// The deviation is not described, or its effect could not be put into figures.
    WirkungUnbekannt,
}

/// Units with their deviations, ready to be asked under each definition.
pub struct Faelle<'a> {
    faelle: &'a [Fall],
    abweichungen: BTreeMap<i64, Vec<&'a Abweichung>>,
    entscheidend: BTreeSet<&'a str>,
    teilweise_zaehlt: bool,
}

impl<'a> Faelle<'a> {
    /// Joins units and deviations.
    #[must_use]
    pub fn neu(grundlage: &'a Grundlage, faelle: &'a [Fall], abweichungen: &'a [Abweichung]) -> Self {
        let mut je_fall: BTreeMap<i64, Vec<&Abweichung>> = BTreeMap::new();
        for a in abweichungen {
            je_fall.entry(a.position).or_default().push(a);
        }
        Self {
            faelle,
            abweichungen: je_fall,
            entscheidend: grundlage.entscheidend.iter().map(String::as_str).collect(),
            teilweise_zaehlt: grundlage.teilweise_zaehlt,
        }
    }

    /// The units with their result under that definition.
    pub fn eingestuft(&self, art: Fehlerdefinition) -> impl Iterator<Item = (&'a Fall, Einstufung)> {
        self.faelle.iter().map(move |f| (f, self.stufe_ein(f, art)))
    }

    fn stufe_ein(&self, fall: &Fall, art: Fehlerdefinition) -> Einstufung {
        match fall.stand {
            Fallstand::Offen => return Einstufung::Ungeklaert(Grund::Offen),
            Fallstand::NichtPruefbar => return Einstufung::Ungeklaert(Grund::NichtPruefbar),
            Fallstand::Geprueft => {}
        }
        let leer = Vec::new();
        let abweichungen = self.abweichungen.get(&fall.position).unwrap_or(&leer);
        let mut unbekannt = None;
        for a in abweichungen {
            match self.wiegt(a, art) {
                Some(true) => return Einstufung::Fehlerhaft,
                Some(false) => {}
                None => unbekannt = Some(Grund::WirkungUnbekannt),
            }
            if a.art == Abweichungsart::NichtPruefbar && self.entscheidend.contains(a.merkmal.as_str()) {
                unbekannt = unbekannt.or(Some(Grund::MerkmalNichtPruefbar));
            }
        }
        unbekannt.map_or(Einstufung::InOrdnung, Einstufung::Ungeklaert)
    }

    /// Whether a deviation makes its unit erroneous; `None` if that cannot be told.
    fn wiegt(&self, a: &Abweichung, art: Fehlerdefinition) -> Option<bool> {
        let zaehlt = match a.art {
            Abweichungsart::Nein => true,
            Abweichungsart::Teilweise => self.teilweise_zaehlt,
            Abweichungsart::NichtPruefbar => false,
        };
        let zurueckgenommen = a.feststellung.as_ref().is_some_and(|f| f.zurueckgenommen);
        if !zaehlt || zurueckgenommen {
            return Some(false);
        }
        match (art, &a.feststellung) {
            (Fehlerdefinition::Jede, _) => Some(true),
            (_, None) => None,
            (Fehlerdefinition::Wesentlich, Some(f)) => Some(f.schwere >= Schwere::Wesentlich),
            (Fehlerdefinition::Finanziell, Some(f)) => match f.wirkung {
                Wirkung::Ueberzahlung | Wirkung::Unterzahlung => Some(true),
                Wirkung::Ohne => Some(false),
                Wirkung::NichtBezifferbar => None,
            },
        }
    }
}
