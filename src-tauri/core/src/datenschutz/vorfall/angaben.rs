//! What is entered about a Datenschutzvorfall, and what is refused at once.

use super::zeitpunkt;
use crate::aufzaehlung::aufzaehlung;
use crate::fehler::Feldfehler;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// What was violated (Art. 4 Nr. 12 DSGVO); more than one may be.
    Verletzung {
        /// Someone saw data who had no right to.
        Vertraulichkeit = "vertraulichkeit", "Vertraulichkeit";
        /// Data were changed.
        Integritaet = "integritaet", "Integrität";
        /// Data were lost or out of reach.
        Verfuegbarkeit = "verfuegbarkeit", "Verfügbarkeit";
    }
}

aufzaehlung! {
    /// Kinds of data concerned; never the data themselves.
    Datenkategorie {
        /// Name, address, telephone.
        Stammdaten = "stammdaten", "Name und Kontakt";
        /// Bank account.
        Bankdaten = "bankdaten", "Bankverbindung";
        /// Decisions and calculations of benefits.
        Leistungsdaten = "leistungsdaten", "Leistung und Bescheide";
        /// Income, assets, rent.
        Einkommen = "einkommen", "Einkommen, Vermögen, Wohnung";
        /// Job search, course of work, offers.
        Vermittlung = "vermittlung", "Vermittlung und Lebenslauf";
        /// Family and household.
        Familie = "familie", "Familie und Haushalt";
        /// Health (Art. 9 DSGVO).
        Gesundheit = "gesundheit", "Gesundheit (Art. 9 DSGVO)";
        /// Other special categories (Art. 9 DSGVO).
        BesondereArt = "besondere_art", "andere besondere Kategorien (Art. 9 DSGVO)";
        /// Copies of identity documents.
        Ausweise = "ausweise", "Ausweiskopien";
        /// Data of employees.
        Beschaeftigte = "beschaeftigte", "Daten von Beschäftigten";
        /// Anything else.
        Sonstige = "sonstige", "sonstige";
    }
}

/// What everyone with a right to the breach may see. No Sozialdaten: kinds and numbers only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Vorfallinhalt {
    /// In a few words, without names, 3 to 120 characters.
    pub betreff: String,
    /// What happened, without Sozialdaten, 10 to 2,000 characters.
    pub hergang: String,
    /// Likely consequences (Art. 33 Abs. 3 Buchst. c), at most 1,000 characters.
    pub folgen: String,
    /// What was violated; at least one.
    pub verletzungen: Vec<Verletzung>,
    /// Kinds of data; at least one.
    pub daten: Vec<Datenkategorie>,
    /// Persons concerned, roughly; `None`: unknown.
    pub personen: Option<u32>,
    /// Records concerned, roughly; `None`: unknown.
    pub datensaetze: Option<u32>,
    /// Day on which it happened, if known.
    #[ts(type = "string | null")]
    pub geschehen_am: Option<NaiveDate>,
    /// Day on which the house got to know of it.
    #[ts(type = "string")]
    pub kenntnis_am: NaiveDate,
    /// Hour and minute of that day, on the clock of the house; starts the clock.
    #[ts(type = "string")]
    pub kenntnis_um: NaiveTime,
    /// Through whom or what, at most 200 characters.
    pub kenntnis_durch: String,
}

impl Vorfallinhalt {
    /// Sozialdaten are concerned, so that § 83a SGB X asks for one more notice. Data of employees alone are none.
    #[must_use]
    pub fn sozialdaten(&self) -> bool {
        self.daten.iter().any(|d| *d != Datenkategorie::Beschaeftigte)
    }

    /// What cannot be right, field by field; `jetzt` is the moment of entry.
    #[must_use]
    pub fn befunde(&self, jetzt: DateTime<Utc>) -> Vec<Feldfehler> {
        let mut befunde = Vec::new();
        let mut wenn = |falsch: bool, feld: &str, text: &str| {
            if falsch {
                befunde.push(Feldfehler { feld: format!("angaben.{feld}"), text: text.to_owned() });
            }
        };
        wenn(
            self.verletzungen.is_empty(),
            "verletzungen",
            "Bitte geben Sie an, was verletzt wurde: Vertraulichkeit, Integrität oder Verfügbarkeit.",
        );
        wenn(doppelt(&self.verletzungen), "verletzungen", "Jede Angabe bitte nur einmal.");
        wenn(self.daten.is_empty(), "daten", "Bitte geben Sie mindestens eine Art von Daten an.");
        wenn(doppelt(&self.daten), "daten", "Jede Angabe bitte nur einmal.");
        wenn(self.personen == Some(0), "personen", "Bitte schätzen Sie, oder lassen Sie das Feld leer.");
        wenn(
            self.datensaetze == Some(0),
            "datensaetze",
            "Bitte schätzen Sie, oder lassen Sie das Feld leer.",
        );
        match zeitpunkt("angaben.kenntnis_um", self.kenntnis_am, self.kenntnis_um) {
            Err(e) => befunde.extend(e.felder),
            Ok(kenntnis) if kenntnis > jetzt => befunde.push(Feldfehler {
                feld: "angaben.kenntnis_am".to_owned(),
                text: "Dieser Zeitpunkt liegt in der Zukunft. Bitte prüfen Sie Tag und Uhrzeit.".to_owned(),
            }),
            Ok(_) => {}
        }
        if self.geschehen_am.is_some_and(|tag| tag > self.kenntnis_am) {
            befunde.push(Feldfehler {
                feld: "angaben.geschehen_am".to_owned(),
                text: "Der Vorfall kann nicht nach der Kenntnis geschehen sein. Bitte prüfen Sie die Tage."
                    .to_owned(),
            });
        }
        befunde
    }
}

fn doppelt<T: PartialEq>(liste: &[T]) -> bool {
    liste.iter().enumerate().any(|(i, x)| liste[..i].contains(x))
}
