//! What is entered about a Zuwendung, and what is refused at once.

use crate::aufzaehlung::aufzaehlung;
use crate::fehler::Feldfehler;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Kind of benefit.
    Zuwendungsart {
        /// Something to take home.
        Sachgeschenk = "sachgeschenk", "Sachgeschenk";
        /// Food and drink.
        Bewirtung = "bewirtung", "Bewirtung";
        /// To an event, a journey.
        Einladung = "einladung", "Einladung";
        /// Cash, vouchers, transfers; never accepted.
        Geld = "geld", "Geld oder Gutschein";
        /// Cheaper than for others.
        Rabatt = "rabatt", "Rabatt oder Vergünstigung";
        /// Anything else.
        Sonstige = "sonstige", "sonstige";
    }
}

aufzaehlung! {
    /// Who offered it: the kind, never the name.
    Geberart {
        /// A customer.
        Kunde = "kunde", "Kundin oder Kunde";
        /// Provider of training or measures.
        Bildungstraeger = "bildungstraeger", "Bildungs- oder Maßnahmeträger";
        /// Landlord.
        Vermieter = "vermieter", "Vermieter";
        /// Employer or other firm.
        Firma = "firma", "Firma oder Arbeitgeber";
        /// Authority or association.
        Stelle = "stelle", "andere Stelle oder Verein";
        /// Nobody knows.
        Unbekannt = "unbekannt", "unbekannt";
    }
}

/// What every reader may see. No name of anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Zuwendungsinhalt {
    /// Kind.
    pub art: Zuwendungsart,
    /// Who offered it.
    pub geber: Geberart,
    /// Day on which it was offered.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Number of the notice of the employee, at most 40 characters.
    pub anzeige_nr: String,
    /// Where the notice lies, 3 to 120 characters: names stand there.
    pub ablage: String,
    /// What it is, without names, 3 to 200 characters.
    pub gegenstand: String,
    /// Occasion, without names, at most 300 characters.
    pub anlass: String,
    /// Value in cents; `None`: unknown.
    #[ts(type = "number | null")]
    pub wert_cent: Option<i64>,
}

/// Greatest value that is plausible, in cents: one million euros.
const HOECHSTWERT: i64 = 100_000_000;

/// Up to here federal authorities take the consent as given (round letter of the BMI of 08.11.2004 and practice of the
/// ministries): 25 euros, in cents. A house may be stricter; a notice is owed in any case.
const STILLSCHWEIGEND: i64 = 2_500;

impl Zuwendungsinhalt {
    /// What cannot be right, field by field; `heute` is the day of entry.
    #[must_use]
    pub fn befunde(&self, heute: NaiveDate) -> Vec<Feldfehler> {
        let mut befunde = Vec::new();
        let mut wenn = |falsch: bool, feld: &str, text: &str| {
            if falsch {
                befunde.push(Feldfehler { feld: format!("angaben.{feld}"), text: text.to_owned() });
            }
        };
        wenn(self.tag > heute, "tag", "Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum.");
        wenn(
            self.wert_cent.is_some_and(|w| !(0..=HOECHSTWERT).contains(&w)),
            "wert_cent",
            "Bitte geben Sie einen Wert von 0 bis 1.000.000 Euro an, oder lassen Sie das Feld leer.",
        );
        befunde
    }
}

/// A sentence for who accepts more than is taken as consented to.
#[must_use]
pub fn wertgrenze_hinweis(wert_cent: Option<i64>) -> Option<&'static str> {
    match wert_cent {
        Some(wert) if wert <= STILLSCHWEIGEND => None,
        Some(_) => Some(
            "Der Wert liegt über 25 Euro. Bis dahin gilt in der Bundesverwaltung die Zustimmung zu geringwertigen Aufmerksamkeiten als erteilt; darüber braucht die Annahme eine ausdrückliche Zustimmung. Das Haus kann strenger sein.",
        ),
        None => {
            Some("Der Wert ist nicht bekannt. Bitte schätzen Sie ihn, bevor eine Annahme bestätigt wird.")
        }
    }
}
