//! What is asked: the kinds of deadlines with their inputs.

use crate::fehler::{Ergebnis, Fehler};
use crate::frist::{Bekanntgabe, Rechtsbehelfsbelehrung, Rechtsmittel, Wartefrist};
use crate::organisation::{Land, OrtsFeiertage};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Sentence at a field that is needed.
pub(super) const LEER: &str = "Bitte füllen Sie dieses Feld aus.";

/// A deadline.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RechnerFrist {
    /// Which one, from when.
    pub frage: Fristfrage,
    /// Place where the period must be kept, for instance the seat of the court; none is the house.
    pub ort: Option<RechnerOrt>,
}

/// A place other than the house.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RechnerOrt {
    /// Land whose holidays count.
    pub land: Land,
    /// Holidays of the municipality.
    pub feiertage: OrtsFeiertage,
}

/// The deadlines that are calculated, each with its inputs.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case")]
pub enum Fristfrage {
    /// § 84 SGG.
    Widerspruch(Bescheidangaben),
    /// § 87 SGG.
    Klage(Bescheidangaben),
    /// § 88 SGG.
    Untaetigkeit(Untaetigkeitsangaben),
    /// § 44 SGB X.
    Ueberpruefung(Ueberpruefungsangaben),
    /// The house's own promise.
    Kundenreaktion(Reaktionsangaben),
    /// Art. 12 DSGVO.
    Auskunft(Auskunftsangaben),
    /// Art. 33 DSGVO.
    Datenschutzvorfall(Vorfallsangaben),
    /// §§ 151, 145, 173 SGG.
    Rechtsmittel(Rechtsmittelangaben),
}

/// The ways of [`Bekanntgabe`], without their days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is described at its namesake
pub enum Bekanntgabeweg {
    PostInland,
    Elektronisch,
    Zustellung,
    UebergabeEinschreiben,
    PostAusland,
}

/// A Bescheid or Widerspruchsbescheid: how it became known, and its instruction on remedies.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Bescheidangaben {
    /// How it was sent.
    pub weg: Bekanntgabeweg,
    /// Posted or sent on this day.
    #[ts(type = "string | null")]
    pub abgang: Option<NaiveDate>,
    /// A note in the file proves the posting of a letter.
    pub vermerk: bool,
    /// Proven day of receipt, or the day of Zustellung.
    #[ts(type = "string | null")]
    pub zugang: Option<NaiveDate>,
    /// It became known abroad.
    pub ausland: bool,
    /// Instruction on remedies.
    pub belehrung: Rechtsbehelfsbelehrung,
}

/// What waits for a decision, since when.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Untaetigkeitsangaben {
    /// Receipt at the office.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// What is waiting.
    pub verfahren: Wartefrist,
}

/// A request for review.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ueberpruefungsangaben {
    /// Receipt of the request.
    #[ts(type = "string")]
    pub antrag: NaiveDate,
}

/// A Kundenreaktion and what the house promises.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reaktionsangaben {
    /// Receipt.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// Working days until the confirmation, at most 366.
    pub arbeitstage: u32,
    /// Calendar days until the answer, at most 366.
    pub kalendertage: u32,
}

/// A request of a person about her data.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Auskunftsangaben {
    /// Receipt.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// Extended by two months, with notice in the first month.
    pub verlaengert: bool,
}

/// When a Datenschutzvorfall became known.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Vorfallsangaben {
    /// Day.
    #[ts(type = "string")]
    pub kenntnis: NaiveDate,
    /// Hour and minute in Germany, `HH:MM`.
    pub uhrzeit: String,
    /// 72 by law; at most 720.
    pub stunden: u32,
}

/// A decision of a social court.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rechtsmittelangaben {
    /// Day on which it was served.
    #[ts(type = "string")]
    pub zustellung: NaiveDate,
    /// Which appeal.
    pub rechtsmittel: Rechtsmittel,
}

impl Bescheidangaben {
    /// As the law of deadlines takes it; refused if the day it needs is missing.
    pub(super) fn bekanntgabe(&self) -> Ergebnis<Bekanntgabe> {
        let tag = |feld: &str, tag: Option<NaiveDate>| tag.ok_or_else(|| Fehler::feld(feld, LEER));
        let (abgang, zugang) = (self.abgang, self.zugang);
        Ok(match self.weg {
            Bekanntgabeweg::PostInland => {
                Bekanntgabe::PostInland { aufgabe_zur_post: abgang, vermerk: self.vermerk, zugang }
            }
            Bekanntgabeweg::Elektronisch => {
                Bekanntgabe::Elektronisch { absendung: tag("abgang", abgang)?, zugang }
            }
            Bekanntgabeweg::Zustellung => Bekanntgabe::Zustellung { datum: tag("zugang", zugang)? },
            Bekanntgabeweg::UebergabeEinschreiben => {
                Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post: tag("abgang", abgang)?, zugang }
            }
            Bekanntgabeweg::PostAusland => Bekanntgabe::PostAusland { zugang: tag("zugang", zugang)? },
        })
    }

    /// The day from which the period is counted.
    pub(super) fn haupt(&self) -> &'static str {
        match self.weg {
            Bekanntgabeweg::Zustellung | Bekanntgabeweg::PostAusland => "zugang",
            Bekanntgabeweg::PostInland if self.abgang.is_none() => "zugang",
            _ => "abgang",
        }
    }
}
