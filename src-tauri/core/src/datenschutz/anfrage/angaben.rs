//! What is entered about a request of a person concerned.

use crate::aufzaehlung::aufzaehlung;
use crate::fehler::Feldfehler;
use crate::kundenreaktion::Kanal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Which right the person uses.
    Anfrageart {
        /// What is known about her.
        Auskunft = "auskunft", "Auskunft (Art. 15 DSGVO, § 83 SGB X)";
        /// Something is wrong.
        Berichtigung = "berichtigung", "Berichtigung (Art. 16 DSGVO, § 84 SGB X)";
        /// To be erased.
        Loeschung = "loeschung", "Löschung (Art. 17 DSGVO, § 84 SGB X)";
        /// To be locked.
        Einschraenkung = "einschraenkung", "Einschränkung (Art. 18 DSGVO, § 84 SGB X)";
        /// To be handed over in a common format.
        Uebertragung = "uebertragung", "Datenübertragbarkeit (Art. 20 DSGVO)";
        /// Not to be processed.
        Widerspruch = "widerspruch", "Widerspruch (Art. 21 DSGVO, § 84 SGB X)";
        /// A complaint to the DSB; no time of the law.
        Beschwerde = "beschwerde", "Beschwerde zum Datenschutz (Art. 38 Abs. 4 DSGVO)";
    }
}

impl Anfrageart {
    /// The month of Art. 12 Abs. 3 DSGVO is law for it, and who asks must be known (Art. 12 Abs. 6).
    #[must_use]
    pub fn gesetzliche_frist(self) -> bool {
        self != Self::Beschwerde
    }
}

/// What everyone with a right to the request may see: no name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Anfrageinhalt {
    /// Which right.
    pub art: Anfrageart,
    /// How it came in.
    pub kanal: Kanal,
    /// Day of receipt; starts the month.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// What it is about, without names, 3 to 120 characters.
    pub betreff: String,
    /// More about it, without names, at most 1,000 characters.
    pub vermerk: String,
}

/// Who asks; only for the Datenschutz, and removed by rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Anfrageklar {
    /// Name, 2 to 120 characters.
    pub name: String,
    /// How to reach the person, at most 200 characters.
    pub kontakt: String,
    /// Case number, at most 40 characters.
    pub fallnummer: String,
}

impl Anfrageinhalt {
    /// What cannot be right, field by field; `heute` is the day of entry.
    #[must_use]
    pub fn befunde(&self, heute: NaiveDate) -> Vec<Feldfehler> {
        let zukunft = (self.eingang > heute).then(|| Feldfehler {
            feld: "angaben.eingang".to_owned(),
            text: "Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum.".to_owned(),
        });
        zukunft.into_iter().collect()
    }
}
