//! Themes and check sheets: what is asked, on which legal basis, and when a question applies.

use super::aufzaehlung;
use crate::einlesen::Auswahleinheit;
use crate::fehler::{Ergebnis, Fehler};
use crate::feldpruefung::Feldpruefung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Most sections of a sheet.
pub const MAX_ABSCHNITTE: usize = 30;
/// Most items of a sheet; beyond it nobody finishes a file with care.
pub const MAX_MERKMALE: usize = 100;

aufzaehlung! {
    /// Where a version of a sheet comes from.
    Herkunft {
        /// Shipped with the program.
        Mitgeliefert = "mitgeliefert", "mitgeliefert";
        /// Written by the house.
        Haus = "haus", "Haus";
    }
}

aufzaehlung! {
    /// What a checker answers to an item.
    Antwortwert {
        /// In order.
        Ja = "ja", "ja";
        /// Not in order.
        Nein = "nein", "nein";
        /// Partly in order.
        Teilweise = "teilweise", "teilweise";
        /// The question does not arise in this case.
        NichtAnwendbar = "nicht_anwendbar", "nicht anwendbar";
        /// It cannot be judged (file or page missing).
        NichtPruefbar = "nicht_pruefbar", "nicht prüfbar";
    }
}

impl super::Aufzaehlung for Auswahleinheit {
    const ALLE: &'static [Self] = &[Self::Fall, Self::Bescheid, Self::Zahlung, Self::Massnahme];
    fn name(self) -> &'static str {
        match self {
            Self::Fall => "fall",
            Self::Bescheid => "bescheid",
            Self::Zahlung => "zahlung",
            Self::Massnahme => "massnahme",
        }
    }
    fn titel(self) -> &'static str {
        self.bezeichnung()
    }
}

/// A theme of checks; its sheets are versions of [`Bogenvorlage`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pruefthema {
    /// UUIDv7.
    pub id: String,
    /// Stable short name.
    pub kennung: String,
    /// What people read.
    pub titel: String,
    /// Field of work, e.g. "Leistungsgewährung".
    pub bereich: String,
    /// Kennung of the catalogue.
    pub sachgebiet: String,
    /// What one drawn unit is.
    pub auswahleinheit: Auswahleinheit,
    /// Offered for new checks.
    pub aktiv: bool,
    /// For optimistic locking.
    pub version: i64,
}

/// One version of a check sheet. Its content never changes once a check uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Bogenvorlage {
    /// UUIDv7.
    pub id: String,
    /// Theme.
    pub thema_id: String,
    /// 1, 2, 3 … within the theme.
    pub nummer: i64,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What the checker reads first.
    pub einleitung: String,
    /// Sections with items.
    pub abschnitte: Vec<Abschnitt>,
    /// Shipped or of the house.
    pub herkunft: Herkunft,
    /// Who released it; none: "ungeprüft".
    pub freigegeben_von: Option<String>,
    /// When, UTC.
    pub freigegeben_am: Option<String>,
    /// A check uses it.
    pub verwendet: bool,
    /// Who wrote it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Bogenvorlage {
    /// All items in their order.
    pub fn merkmale(&self) -> impl Iterator<Item = &Merkmal> {
        self.abschnitte.iter().flat_map(|a| &a.merkmale)
    }
}

/// A section of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Abschnitt {
    /// Heading.
    pub titel: String,
    /// Items in their order.
    pub merkmale: Vec<Merkmal>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Merkmal {
    /// Stays the same over all versions, so that years can be compared.
    pub kennung: String,
    /// A question whose "ja" means "in order".
    pub frage: String,
    /// Paragraphs or directives.
    pub rechtsgrundlage: String,
    /// What is expected.
    pub soll: String,
    /// Help for the checker.
    pub hinweis: String,
    /// Without this item the file cannot be judged: "nicht prüfbar" makes the file unresolved.
    pub entscheidend: bool,
    /// Asked only after certain answers to an earlier item.
    pub wenn: Option<Bedingung>,
}

/// Condition of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Bedingung {
    /// Kennung of an earlier item.
    pub merkmal: String,
    /// One of these answers must have been given.
    pub antwort: Vec<Antwortwert>,
}

/// The items that are asked after these answers, in their order. An item that hangs on one that is not
/// asked itself is not asked either.
pub fn gefragte<'a>(
    abschnitte: &'a [Abschnitt],
    antworten: &BTreeMap<String, Antwortwert>,
) -> Vec<&'a Merkmal> {
    let mut gefragt: BTreeSet<&str> = BTreeSet::new();
    abschnitte
        .iter()
        .flat_map(|a| &a.merkmale)
        .filter(|m| {
            let gilt = m.wenn.as_ref().is_none_or(|w| {
                gefragt.contains(w.merkmal.as_str())
                    && antworten.get(&w.merkmal).is_some_and(|a| w.antwort.contains(a))
            });
            if gilt {
                gefragt.insert(&m.kennung);
            }
            gilt
        })
        .collect()
}

/// Whether a text may serve as a kennung: 2 to 60 small letters, digits, hyphens.
pub fn ist_kennung(text: &str) -> bool {
    (2..=60).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Trims every text of a sheet and names everything that is wrong with it, by path
/// (`abschnitte.0.merkmale.2.frage`).
pub fn pruefe_abschnitte(abschnitte: Vec<Abschnitt>) -> Ergebnis<Vec<Abschnitt>> {
    let anzahl: usize = abschnitte.iter().map(|a| a.merkmale.len()).sum();
    if anzahl == 0 {
        return Err(Fehler::feld("abschnitte", "Bitte geben Sie mindestens ein Merkmal an."));
    }
    if abschnitte.len() > MAX_ABSCHNITTE || anzahl > MAX_MERKMALE {
        return Err(Fehler::feld(
            "abschnitte",
            format!("Höchstens {MAX_ABSCHNITTE} Abschnitte und {MAX_MERKMALE} Merkmale."),
        ));
    }
    let mut p = Pruefer::default();
    let fertig =
        abschnitte.into_iter().enumerate().map(|(i, a)| p.abschnitt(&format!("abschnitte.{i}"), a)).collect();
    p.felder.fertig(fertig)
}

#[derive(Default)]
struct Pruefer {
    felder: Feldpruefung,
    kennungen: BTreeSet<String>,
}

impl Pruefer {
    fn abschnitt(&mut self, pfad: &str, a: Abschnitt) -> Abschnitt {
        if a.merkmale.is_empty() {
            self.felder.melde(format!("{pfad}.titel"), "Dieser Abschnitt hat noch kein Merkmal.");
        }
        Abschnitt {
            titel: self.felder.text(pfad, "titel", &a.titel, 2, 120),
            merkmale: a
                .merkmale
                .into_iter()
                .enumerate()
                .map(|(i, m)| self.merkmal(&format!("{pfad}.merkmale.{i}"), m))
                .collect(),
        }
    }

    fn merkmal(&mut self, pfad: &str, m: Merkmal) -> Merkmal {
        let kennung = m.kennung.trim().to_owned();
        let wenn = m.wenn.map(|w| self.bedingung(pfad, w));
        if !ist_kennung(&kennung) {
            self.felder.melde(
                format!("{pfad}.kennung"),
                "Die Kennung hat 2 bis 60 Zeichen: kleine Buchstaben ohne Umlaute, Ziffern und Bindestrich.",
            );
        } else if !self.kennungen.insert(kennung.clone()) {
            self.felder.melde(format!("{pfad}.kennung"), format!("Die Kennung „{kennung}“ kommt schon vor."));
        }
        Merkmal {
            kennung,
            frage: self.felder.text(pfad, "frage", &m.frage, 5, 500),
            rechtsgrundlage: self.felder.text(pfad, "rechtsgrundlage", &m.rechtsgrundlage, 0, 300),
            soll: self.felder.text(pfad, "soll", &m.soll, 0, 1000),
            hinweis: self.felder.text(pfad, "hinweis", &m.hinweis, 0, 1000),
            entscheidend: m.entscheidend,
            wenn,
        }
    }

    fn bedingung(&mut self, pfad: &str, w: Bedingung) -> Bedingung {
        let merkmal = w.merkmal.trim().to_owned();
        if !self.kennungen.contains(&merkmal) {
            self.felder.melde(
                format!("{pfad}.wenn.merkmal"),
                "Die Bedingung muss sich auf ein Merkmal weiter oben beziehen.",
            );
        }
        let antwort: Vec<_> = w.antwort.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        if antwort.is_empty() {
            self.felder.melde(format!("{pfad}.wenn.antwort"), "Bitte wählen Sie mindestens eine Antwort.");
        }
        Bedingung { merkmal, antwort }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merkmal(kennung: &str, wenn: Option<(&str, &[Antwortwert])>) -> Merkmal {
        Merkmal {
            kennung: kennung.into(),
            frage: " Ist das in Ordnung? ".into(),
            rechtsgrundlage: "§ 37 SGB II".into(),
            soll: String::new(),
            hinweis: String::new(),
            entscheidend: false,
            wenn: wenn.map(|(m, a)| Bedingung { merkmal: m.into(), antwort: a.to_vec() }),
        }
    }

    fn bogen(merkmale: Vec<Merkmal>) -> Vec<Abschnitt> {
        vec![Abschnitt { titel: "Antrag".into(), merkmale }]
    }

    #[test]
    fn texte_werden_getrimmt() {
        let b = pruefe_abschnitte(bogen(vec![merkmal("a1", None)])).unwrap();
        assert_eq!(b[0].merkmale[0].frage, "Ist das in Ordnung?");
    }

    #[test]
    fn fehler_nennen_den_pfad() {
        let f = pruefe_abschnitte(bogen(vec![
            merkmal("a1", Some(("a2", &[Antwortwert::Ja]))),
            merkmal("a1", None),
            merkmal("Ä", Some(("a1", &[]))),
        ]))
        .unwrap_err();
        let felder: Vec<&str> = f.felder.iter().map(|x| x.feld.as_str()).collect();
        assert_eq!(
            felder,
            [
                "abschnitte.0.merkmale.0.wenn.merkmal",
                "abschnitte.0.merkmale.1.kennung",
                "abschnitte.0.merkmale.2.wenn.antwort",
                "abschnitte.0.merkmale.2.kennung",
            ]
        );
        assert!(pruefe_abschnitte(vec![]).is_err());
    }

    #[test]
    fn bedingung_wirkt_ueber_zwei_stufen() {
        let b = bogen(vec![
            merkmal("a1", None),
            merkmal("a2", Some(("a1", &[Antwortwert::Nein]))),
            merkmal("a3", Some(("a2", &[Antwortwert::Ja]))),
        ]);
        let gefragt = |paare: &[(&str, Antwortwert)]| {
            let antworten = paare.iter().map(|(k, a)| ((*k).to_owned(), *a)).collect();
            gefragte(&b, &antworten).iter().map(|m| m.kennung.clone()).collect::<Vec<_>>()
        };
        assert_eq!(gefragt(&[]), ["a1"]);
        assert_eq!(gefragt(&[("a1", Antwortwert::Nein)]), ["a1", "a2"]);
        // a2 was answered before a1 was changed to "ja": neither a2 nor a3 is asked any more.
        assert_eq!(gefragt(&[("a1", Antwortwert::Ja), ("a2", Antwortwert::Ja)]), ["a1"]);
    }
}
