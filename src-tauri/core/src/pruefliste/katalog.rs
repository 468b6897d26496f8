//! Catalogues of questions: what is asked, on which source, and what counts as evidence.

use crate::aufzaehlung::aufzaehlung;
use crate::fachaufsicht::thema::ist_kennung;
use crate::fehler::{Ergebnis, Fehler};
use crate::feldpruefung::Feldpruefung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Most chapters of a catalogue.
pub const MAX_KAPITEL: usize = 30;
/// Most questions; a longer list is two catalogues.
pub const MAX_FRAGEN: usize = 200;
/// Name of the file format, with its version.
pub const FORMAT: &str = "iks-pruefkatalog/1";

aufzaehlung! {
    /// What a catalogue is about. It decides which officer sees its runs.
    Pruefgebiet {
        /// Data protection.
        Datenschutz = "datenschutz", "Datenschutz";
        /// Prevention of corruption.
        Korruption = "korruption", "Korruptionsprävention";
        /// Security of information technology.
        ItSicherheit = "it_sicherheit", "IT-Sicherheit";
        /// Anything else that a house puts into a list.
        Sonstiges = "sonstiges", "Sonstiges";
    }
}

aufzaehlung! {
    /// Answer to a question. Open is no answer.
    Listenantwort {
        /// As it should be.
        Erfuellt = "erfuellt", "erfüllt";
        /// Partly.
        Teilweise = "teilweise", "teilweise";
        /// Not.
        NichtErfuellt = "nicht_erfuellt", "nicht erfüllt";
        /// The question does not arise here.
        NichtAnwendbar = "nicht_anwendbar", "nicht anwendbar";
    }
}

impl Listenantwort {
    /// Partly or not: something is to be done.
    pub fn ist_abweichung(self) -> bool {
        matches!(self, Self::Teilweise | Self::NichtErfuellt)
    }
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Kapitel {
    /// Heading.
    pub titel: String,
    /// Questions in their order.
    pub fragen: Vec<Kontrollfrage>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Kontrollfrage {
    /// Stays the same over all versions, so that years can be compared.
    pub kennung: String,
    /// A question whose good answer is "erfüllt".
    pub frage: String,
    /// Paragraph, directive or module.
    pub quelle: String,
    /// Why it is asked and what is meant.
    pub erlaeuterung: String,
    /// What counts as evidence.
    pub nachweis: String,
    /// "Erfüllt" needs evidence.
    pub nachweis_pflicht: bool,
    /// 1 supplementary, 2 important, 3 essential.
    pub gewicht: u8,
    /// After so many months it is asked again.
    pub turnus_monate: u16,
    /// Function or unit that it concerns.
    pub betrifft: String,
    /// Asked only after certain answers to an earlier question.
    pub wenn: Option<Fragebedingung>,
}

/// Condition of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fragebedingung {
    /// Kennung of an earlier question.
    pub frage: String,
    /// One of these answers must have been given.
    pub antwort: Vec<Listenantwort>,
}

/// A catalogue as a file: what is shipped, handed out and read in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Katalogdatei {
    /// [`FORMAT`].
    pub format: String,
    /// Stable short name of the catalogue.
    pub kennung: String,
    /// What it is about.
    pub gebiet: Pruefgebiet,
    /// What people read.
    pub titel: String,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What to read first.
    pub einleitung: String,
    /// Chapters with questions.
    pub kapitel: Vec<Kapitel>,
}

/// All questions in their order.
pub fn fragen(kapitel: &[Kapitel]) -> impl Iterator<Item = &Kontrollfrage> {
    kapitel.iter().flat_map(|k| &k.fragen)
}

/// The questions that are asked in a run that covers `umfang` after these answers, in their order. One that hangs on
/// another is asked only if that one is asked and was answered so; one whose condition is not part of the run is asked.
pub fn gestellte<'a>(
    kapitel: &'a [Kapitel],
    umfang: &BTreeSet<String>,
    antworten: &BTreeMap<String, Listenantwort>,
) -> Vec<&'a Kontrollfrage> {
    let mut gestellt: BTreeSet<&str> = BTreeSet::new();
    fragen(kapitel)
        .filter(|f| umfang.contains(&f.kennung))
        .filter(|f| {
            let gilt = f.wenn.as_ref().is_none_or(|w| {
                !umfang.contains(&w.frage)
                    || gestellt.contains(w.frage.as_str())
                        && antworten.get(&w.frage).is_some_and(|a| w.antwort.contains(a))
            });
            if gilt {
                gestellt.insert(&f.kennung);
            }
            gilt
        })
        .collect()
}

/// Trims every text of a catalogue and names everything that is wrong with it, by path
/// (`kapitel.0.fragen.2.frage`).
///
/// # Errors
/// `eingabe` with the fields concerned.
pub fn pruefe_kapitel(kapitel: Vec<Kapitel>) -> Ergebnis<Vec<Kapitel>> {
    let anzahl = fragen(&kapitel).count();
    if anzahl == 0 {
        return Err(Fehler::feld("kapitel", "Bitte geben Sie mindestens eine Frage an."));
    }
    if kapitel.len() > MAX_KAPITEL || anzahl > MAX_FRAGEN {
        return Err(Fehler::feld(
            "kapitel",
            format!("Höchstens {MAX_KAPITEL} Kapitel und {MAX_FRAGEN} Fragen."),
        ));
    }
    let mut p = Pruefer::default();
    let fertig =
        kapitel.into_iter().enumerate().map(|(i, k)| p.kapitel(&format!("kapitel.{i}"), k)).collect();
    p.felder.fertig(fertig)
}

#[derive(Default)]
struct Pruefer {
    felder: Feldpruefung,
    kennungen: BTreeSet<String>,
}

impl Pruefer {
    fn kapitel(&mut self, pfad: &str, k: Kapitel) -> Kapitel {
        if k.fragen.is_empty() {
            self.felder.melde(format!("{pfad}.titel"), "Dieses Kapitel hat noch keine Frage.");
        }
        Kapitel {
            titel: self.felder.text(pfad, "titel", &k.titel, 2, 120),
            fragen: k
                .fragen
                .into_iter()
                .enumerate()
                .map(|(i, f)| self.frage(&format!("{pfad}.fragen.{i}"), f))
                .collect(),
        }
    }

    fn frage(&mut self, pfad: &str, f: Kontrollfrage) -> Kontrollfrage {
        let kennung = f.kennung.trim().to_owned();
        let wenn = f.wenn.map(|w| self.bedingung(pfad, w));
        if !ist_kennung(&kennung) {
            self.felder.melde(
                format!("{pfad}.kennung"),
                "Die Kennung hat 2 bis 60 Zeichen: kleine Buchstaben ohne Umlaute, Ziffern und Bindestrich.",
            );
        } else if !self.kennungen.insert(kennung.clone()) {
            self.felder.melde(format!("{pfad}.kennung"), format!("Die Kennung „{kennung}“ kommt schon vor."));
        }
        if !(1..=3).contains(&f.gewicht) {
            self.felder.melde(
                format!("{pfad}.gewicht"),
                "Das Gewicht ist 1 (ergänzend), 2 (wichtig) oder 3 (wesentlich).",
            );
        }
        if !(1..=120).contains(&f.turnus_monate) {
            self.felder
                .melde(format!("{pfad}.turnus_monate"), "Der Turnus liegt zwischen 1 und 120 Monaten.");
        }
        Kontrollfrage {
            kennung,
            frage: self.felder.text(pfad, "frage", &f.frage, 5, 400),
            quelle: self.felder.text(pfad, "quelle", &f.quelle, 0, 200),
            erlaeuterung: self.felder.text(pfad, "erlaeuterung", &f.erlaeuterung, 0, 800),
            nachweis: self.felder.text(pfad, "nachweis", &f.nachweis, 0, 400),
            betrifft: self.felder.text(pfad, "betrifft", &f.betrifft, 0, 120),
            wenn,
            ..f
        }
    }

    fn bedingung(&mut self, pfad: &str, w: Fragebedingung) -> Fragebedingung {
        let frage = w.frage.trim().to_owned();
        if !self.kennungen.contains(&frage) {
            self.felder.melde(
                format!("{pfad}.wenn.frage"),
                "Die Bedingung muss sich auf eine Frage weiter oben beziehen.",
            );
        }
        let antwort: Vec<_> = w.antwort.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        if antwort.is_empty() {
            self.felder.melde(format!("{pfad}.wenn.antwort"), "Bitte wählen Sie mindestens eine Antwort.");
        }
        Fragebedingung { frage, antwort }
    }
}

/// The shipped catalogues.
///
/// # Errors
/// `intern` if a shipped file is not readable, which a test excludes.
pub fn mitgelieferte() -> Ergebnis<Vec<Katalogdatei>> {
    [
        include_str!("../../daten/pruefkataloge/datenschutz.json"),
        include_str!("../../daten/pruefkataloge/korruption.json"),
        include_str!("../../daten/pruefkataloge/it_sicherheit.json"),
    ]
    .into_iter()
    .map(|text| serde_json::from_str(text).map_err(Fehler::intern))
    .collect()
}
