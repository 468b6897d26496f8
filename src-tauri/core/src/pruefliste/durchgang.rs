//! A run of a catalogue in a unit: its states, who may take it on, and what it lacks before it can be released.

use super::katalog::{Kapitel, Listenantwort, Pruefgebiet, gestellte};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

aufzaehlung! {
    /// State of a run.
    Durchgangsstand {
        /// Planned, nothing answered.
        Geplant = "geplant", "geplant";
        /// Being answered.
        InArbeit = "in_arbeit", "in Arbeit";
        /// Waits for the second person.
        Vorgelegt = "vorgelegt", "zur Freigabe vorgelegt";
        /// Released: read-only.
        Freigegeben = "freigegeben", "freigegeben";
        /// A released correction took its place.
        Ersetzt = "ersetzt", "durch Berichtigung ersetzt";
        /// Not done, with the reason.
        Entfallen = "entfallen", "nicht durchgeführt";
    }
}

impl Durchgangsstand {
    /// Answers and evidence may change.
    pub fn bearbeitbar(self) -> bool {
        matches!(self, Self::Geplant | Self::InArbeit)
    }

    /// Something is still to be done.
    pub fn offen(self) -> bool {
        matches!(self, Self::Geplant | Self::InArbeit | Self::Vorgelegt)
    }

    /// Its answers count.
    pub fn gilt(self) -> bool {
        self == Self::Freigegeben
    }
}

aufzaehlung! {
    /// What can be done with a run as a whole.
    Durchgangsschritt {
        /// Hand it to the second person.
        Vorlegen = "vorlegen", "Zur Freigabe vorlegen";
        /// The presenting person takes it back.
        Zurueckziehen = "zurueckziehen", "Vorlage zurückziehen";
        /// The second person returns it with a reason.
        Zurueckgeben = "zurueckgeben", "Zurückgeben";
        /// The second person releases it.
        Freigeben = "freigeben", "Freigeben";
        /// It will not be done.
        Entfallen = "entfallen", "Nicht durchführen";
        /// A released one is corrected by a new Fassung.
        Berichtigen = "berichtigen", "Berichtigen";
    }
}

impl Durchgangsstand {
    /// Whether that step is possible in this state.
    pub fn erlaubt(self, schritt: Durchgangsschritt) -> bool {
        use Durchgangsschritt as S;
        match schritt {
            S::Vorlegen | S::Entfallen => self.bearbeitbar(),
            S::Zurueckziehen | S::Zurueckgeben | S::Freigeben => self == Self::Vorgelegt,
            S::Berichtigen => self == Self::Freigegeben,
        }
    }
}

aufzaehlung! {
    /// What kind of unit a run is about.
    Ebene {
        /// The whole house.
        Haus = "haus", "Haus";
        /// A site.
        Standort = "standort", "Standort";
        /// A team.
        Team = "team", "Team";
    }
}

/// Where and when: what is entered to plan a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Durchgangsrahmen {
    /// Kind of the unit.
    pub ebene: Ebene,
    /// Site or team; none for the house.
    pub einheit_id: Option<String>,
    /// First day of the period that the answers are about.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day of it.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Responsible function.
    pub rolle: Rolle,
    /// By when it is presented for release.
    #[ts(type = "string")]
    pub faellig_am: NaiveDate,
}

impl Durchgangsrahmen {
    /// Refuses what cannot be: a period that ends before it begins, one longer than three years, a day due before the
    /// period begins, a role that cannot answer.
    ///
    /// # Errors
    /// `eingabe` with the field.
    pub fn geprueft(self, gebiet: Pruefgebiet) -> Ergebnis<Self> {
        if (self.ebene == Ebene::Haus) != self.einheit_id.is_none() {
            return Err(Fehler::feld(
                "rahmen.einheit_id",
                "Bitte wählen Sie, für welche Einheit geprüft wird.",
            ));
        }
        if self.bis < self.von {
            return Err(Fehler::feld("rahmen.bis", "Der letzte Tag liegt vor dem ersten."));
        }
        if (self.bis - self.von).num_days() > 3 * 366 {
            return Err(Fehler::feld("rahmen.bis", "Ein Durchgang umfasst höchstens drei Jahre."));
        }
        if self.faellig_am < self.von {
            return Err(Fehler::feld(
                "rahmen.faellig_am",
                "Der Durchgang wäre fällig, bevor sein Zeitraum beginnt.",
            ));
        }
        if !zustaendige(gebiet).contains(&self.rolle) {
            return Err(Fehler::feld(
                "rahmen.rolle",
                format!("Diese Funktion bearbeitet keine Prüfliste „{}“.", gebiet.titel()),
            ));
        }
        if self.rolle == Rolle::Teamleitung && self.ebene != Ebene::Team {
            return Err(Fehler::feld("rahmen.rolle", "Eine Teamleitung bearbeitet Durchgänge ihres Teams."));
        }
        Ok(self)
    }
}

/// Which functions may answer a list of that kind.
pub fn zustaendige(gebiet: Pruefgebiet) -> &'static [Rolle] {
    use Rolle as R;
    match gebiet {
        Pruefgebiet::Datenschutz => &[
            R::Datenschutz,
            R::Qualitaetsmanagement,
            R::Teamleitung,
            R::Bereichsleitung,
            R::Geschaeftsfuehrung,
        ],
        Pruefgebiet::Korruption => &[
            R::Korruptionspraevention,
            R::Qualitaetsmanagement,
            R::Teamleitung,
            R::Bereichsleitung,
            R::Geschaeftsfuehrung,
        ],
        Pruefgebiet::ItSicherheit | Pruefgebiet::Sonstiges => {
            &[R::Qualitaetsmanagement, R::Teamleitung, R::Bereichsleitung, R::Geschaeftsfuehrung]
        }
    }
}

/// A run with all its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Durchgang {
    /// UUIDv7.
    pub id: String,
    /// `PL-2026-001`.
    pub nummer: String,
    /// 1, and one more with each correction.
    pub fassung: i64,
    /// The run that this one corrects.
    pub ersetzt: Option<String>,
    /// Why it is corrected.
    pub berichtigung: String,
    /// Catalogue.
    pub katalog_id: String,
    /// Its version.
    pub katalogfassung_id: String,
    /// Kennungen of the questions that are due in it.
    pub fragen: BTreeSet<String>,
    /// Where and when.
    #[serde(flatten)]
    pub rahmen: Durchgangsrahmen,
    /// State.
    pub stand: Durchgangsstand,
    /// Reason of the last return, or why it was not done.
    pub grund: String,
    /// Who presented it.
    pub vorgelegt_von: Option<String>,
    /// When, UTC.
    pub vorgelegt_am: Option<String>,
    /// Who released it.
    pub freigegeben_von: Option<String>,
    /// When, UTC.
    pub freigegeben_am: Option<String>,
    /// Who planned it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// `PL-2026-001`.
pub fn durchgangsnummer(jahr: i32, lfd: u32) -> String {
    format!("PL-{jahr}-{lfd:03}")
}

/// An answer with its remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pruefantwort {
    /// Kennung of the question.
    pub frage: String,
    /// The answer.
    pub wert: Listenantwort,
    /// Why, or what is to be seen; compulsory for "nicht anwendbar" and for deviations.
    pub bemerkung: String,
    /// Id of who answered.
    pub von: String,
    /// When, UTC.
    pub am: String,
    /// Version of the catalogue to whose question it was given, when that reads otherwise in the version the run uses
    /// now and nobody has confirmed the answer since.
    pub zu_bestaetigen: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

/// Id of an answer in storage and chain.
pub fn pruefantwort_id(durchgang_id: &str, frage: &str) -> String {
    format!("{durchgang_id}:{frage}")
}

/// Answers by kennung.
pub type Listenantworten = BTreeMap<String, Listenantwort>;

aufzaehlung! {
    /// What a question lacks before the run can be presented.
    Listenluecke {
        /// No answer.
        Antwort = "antwort", "Antwort fehlt";
        /// "Nicht anwendbar" without the reason.
        Begruendung = "begruendung", "Begründung fehlt";
        /// A deviation that nobody described.
        Bemerkung = "bemerkung", "Beschreibung der Abweichung fehlt";
        /// "Erfüllt" or "teilweise" without the evidence that the question asks for.
        Nachweis = "nachweis", "Nachweis fehlt";
        /// Given before the question changed.
        Bestaetigung = "bestaetigung", "Antwort zur geänderten Frage bestätigen";
    }
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Durchgangsluecke {
    /// Kennung of the question.
    pub frage: String,
    /// What is missing.
    pub art: Listenluecke,
}

/// Everything that is missing, in the order of the catalogue. `belegt`: questions with evidence.
pub fn durchgangsluecken(
    kapitel: &[Kapitel],
    umfang: &BTreeSet<String>,
    antworten: &[Pruefantwort],
    belegt: &BTreeSet<String>,
) -> Vec<Durchgangsluecke> {
    use Listenantwort as A;
    let werte: Listenantworten = antworten.iter().map(|a| (a.frage.clone(), a.wert)).collect();
    let bemerkt: BTreeSet<&str> =
        antworten.iter().filter(|a| !a.bemerkung.is_empty()).map(|a| a.frage.as_str()).collect();
    let veraltet: BTreeSet<&str> =
        antworten.iter().filter(|a| a.zu_bestaetigen.is_some()).map(|a| a.frage.as_str()).collect();
    gestellte(kapitel, umfang, &werte)
        .into_iter()
        .flat_map(|f| {
            let hat_text = bemerkt.contains(f.kennung.as_str());
            let mut arten = Vec::new();
            match werte.get(&f.kennung) {
                None => arten.push(Listenluecke::Antwort),
                Some(A::NichtAnwendbar) if !hat_text => arten.push(Listenluecke::Begruendung),
                Some(wert) if wert.ist_abweichung() && !hat_text => arten.push(Listenluecke::Bemerkung),
                Some(_) => {}
            }
            let behauptet = matches!(werte.get(&f.kennung), Some(A::Erfuellt | A::Teilweise));
            if f.nachweis_pflicht && behauptet && !belegt.contains(&f.kennung) {
                arten.push(Listenluecke::Nachweis);
            }
            if veraltet.contains(f.kennung.as_str()) {
                arten.push(Listenluecke::Bestaetigung);
            }
            arten.into_iter().map(|art| Durchgangsluecke { frage: f.kennung.clone(), art })
        })
        .collect()
}

/// The gaps as one sentence, or none.
pub fn lueckensatz(luecken: &[Durchgangsluecke]) -> Option<String> {
    let zaehle = |art| luecken.iter().filter(|l| l.art == art).count();
    let teile: Vec<String> = [
        (Listenluecke::Antwort, "1 Antwort", "Antworten"),
        (Listenluecke::Begruendung, "1 Begründung zu „nicht anwendbar“", "Begründungen zu „nicht anwendbar“"),
        (Listenluecke::Bemerkung, "1 Beschreibung einer Abweichung", "Beschreibungen von Abweichungen"),
        (Listenluecke::Nachweis, "1 Nachweis", "Nachweise"),
        (
            Listenluecke::Bestaetigung,
            "1 Bestätigung zu einer geänderten Frage",
            "Bestätigungen zu geänderten Fragen",
        ),
    ]
    .into_iter()
    .filter_map(|(art, eins, viele)| match zaehle(art) {
        0 => None,
        1 => Some(eins.to_owned()),
        n => Some(format!("{n} {viele}")),
    })
    .collect();
    (!teile.is_empty()).then(|| format!("Es fehlen noch: {}.", teile.join(", ")))
}
