//! Feststellungen: what they say, and their way from entry to "festgestellt". Pure.

use super::aufzaehlung;
use crate::fehler::{Ergebnis, Fehler, Feldfehler};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// What kind of error.
    Art {
        /// Claim, amount, duration, discretion.
        Materiell = "materiell", "materiell";
        /// Hearing, reasons, form, deadline.
        Formell = "formell", "formell";
        /// Proof missing in the file.
        Dokumentation = "dokumentation", "Dokumentation";
        /// Wrong entry in the specialist application.
        Datenerfassung = "datenerfassung", "Datenerfassung";
        /// Data protection.
        Datenschutz = "datenschutz", "Datenschutz";
    }
}

aufzaehlung! {
    /// Effect in money, with its direction.
    Wirkung {
        /// Too much was paid.
        Ueberzahlung = "ueberzahlung", "Überzahlung";
        /// Too little was paid.
        Unterzahlung = "unterzahlung", "Unterzahlung";
        /// None.
        Ohne = "ohne", "ohne finanzielle Auswirkung";
        /// There is one, but it cannot be put into figures.
        NichtBezifferbar = "nicht_bezifferbar", "nicht bezifferbar";
    }
}

aufzaehlung! {
    /// Whether the amounts are for once or for each month.
    Haeufigkeit {
        /// Once.
        Einmalig = "einmalig", "einmalig";
        /// Each month of the period.
        Monatlich = "monatlich", "monatlich";
    }
}

aufzaehlung! {
    /// How grave.
    Schwere {
        /// Slight.
        Gering = "gering", "gering";
        /// Material.
        Wesentlich = "wesentlich", "wesentlich";
        /// Serious.
        Schwerwiegend = "schwerwiegend", "schwerwiegend";
    }
}

aufzaehlung! {
    /// State of a Feststellung.
    FeststellungStand {
        /// Part of a sheet that is still being worked on.
        Erfasst = "erfasst", "erfasst";
        /// The Teamleitung may answer.
        ZurStellungnahme = "zur_stellungnahme", "zur Stellungnahme";
        /// Accepted by the Teamleitung.
        Beantwortet = "beantwortet", "anerkannt";
        /// Not or only partly accepted.
        Strittig = "strittig", "strittig";
        /// Final; changes are versions.
        Festgestellt = "festgestellt", "festgestellt";
        /// Withdrawn by decision.
        Zurueckgenommen = "zurueckgenommen", "zurückgenommen";
    }
}

aufzaehlung! {
    /// Answer of the Teamleitung.
    StellungnahmeAntwort {
        /// Accepted.
        Anerkannt = "anerkannt", "anerkannt";
        /// Partly accepted.
        Teilweise = "teilweise", "teilweise anerkannt";
        /// Not accepted.
        NichtAnerkannt = "nicht_anerkannt", "nicht anerkannt";
    }
}

aufzaehlung! {
    /// Outcome of a decision on what is disputed.
    Entscheidungsergebnis {
        /// Stays as it is.
        Aufrechterhalten = "aufrechterhalten", "aufrechterhalten";
        /// Stays in another wording or amount.
        Geaendert = "geaendert", "geändert";
        /// Falls away.
        Zurueckgenommen = "zurueckgenommen", "zurückgenommen";
    }
}

impl FeststellungStand {
    /// Whether nothing more is to come.
    pub fn endgueltig(self) -> bool {
        matches!(self, Self::Festgestellt | Self::Zurueckgenommen)
    }

    /// State after the answer of the Teamleitung; `None` where no answer is awaited.
    pub fn nach_stellungnahme(self, antwort: StellungnahmeAntwort) -> Option<Self> {
        (self == Self::ZurStellungnahme).then_some(match antwort {
            StellungnahmeAntwort::Anerkannt => Self::Beantwortet,
            StellungnahmeAntwort::Teilweise | StellungnahmeAntwort::NichtAnerkannt => Self::Strittig,
        })
    }

    /// State after a decision; `None` where nothing is disputed.
    pub fn nach_entscheidung(self, ergebnis: Entscheidungsergebnis) -> Option<Self> {
        (self == Self::Strittig).then_some(match ergebnis {
            Entscheidungsergebnis::Zurueckgenommen => Self::Zurueckgenommen,
            Entscheidungsergebnis::Aufrechterhalten | Entscheidungsergebnis::Geaendert => Self::Festgestellt,
        })
    }

    /// Whether it can become final today: accepted, or no answer within its date.
    pub fn kann_festgestellt_werden(self, stellungnahme_bis: Option<NaiveDate>, heute: NaiveDate) -> bool {
        match self {
            Self::Beantwortet => true,
            Self::ZurStellungnahme => ueberfaellig(stellungnahme_bis, heute),
            _ => false,
        }
    }
}

/// Whether a date has passed; its day still counts in full.
pub fn ueberfaellig(bis: Option<NaiveDate>, heute: NaiveDate) -> bool {
    bis.is_some_and(|bis| heute > bis)
}

/// Last day for the answer of the Teamleitung: the days of the check after today (§ 26 SGB X counts so).
pub fn stellungnahme_bis(heute: NaiveDate, tage: u32) -> NaiveDate {
    heute.checked_add_days(Days::new(tage.into())).unwrap_or(heute)
}

/// What a Feststellung says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungInhalt {
    /// Kind of error.
    pub art: Art,
    /// Effect with direction.
    pub wirkung: Wirkung,
    /// Amount of the Bund in cents, never negative.
    pub betrag_bund_cent: i64,
    /// Amount of the Kommune in cents, never negative.
    pub betrag_kommune_cent: i64,
    /// Once or monthly.
    pub haeufigkeit: Haeufigkeit,
    /// First day of the period.
    #[ts(type = "string | null")]
    pub zeitraum_von: Option<NaiveDate>,
    /// Last day of the period.
    #[ts(type = "string | null")]
    pub zeitraum_bis: Option<NaiveDate>,
    /// How grave.
    pub schwere: Schwere,
    /// Kennung of the catalogue.
    pub sachgebiet: String,
    /// Kennung of the catalogue.
    pub ursache: String,
    /// What was found.
    pub text: String,
    /// By when the case is to be corrected; none: no correction needed.
    #[ts(type = "string | null")]
    pub korrektur_bis: Option<NaiveDate>,
}

/// A Feststellung as the house keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Feststellung {
    /// UUIDv7.
    pub id: String,
    /// Sheet.
    pub prueffall_id: String,
    /// Check.
    pub pruefung_id: String,
    /// 1, 2, 3 … within the check.
    pub nummer: i64,
    /// Kennung of the item.
    pub merkmal: String,
    /// What it says.
    pub inhalt: FeststellungInhalt,
    /// State.
    pub stand: FeststellungStand,
    /// Last day for the answer of the Teamleitung.
    #[ts(type = "string | null")]
    pub stellungnahme_bis: Option<NaiveDate>,
    /// Id of the person who wrote it.
    pub erfasst_von: String,
    /// When, UTC.
    pub erfasst_am: String,
    /// When it became final, UTC.
    pub festgestellt_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

/// The answer of a Teamleitung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Stellungnahme {
    /// UUIDv7.
    pub id: String,
    /// Answer.
    pub antwort: StellungnahmeAntwort,
    /// Reasons.
    pub text: String,
    /// Where it was taken from, if someone else entered it.
    pub uebertragen_aus: String,
    /// Stable sign of the person.
    pub von: String,
    /// When, UTC.
    pub am: String,
}

/// The decision on what was disputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Entscheidung {
    /// UUIDv7.
    pub id: String,
    /// Outcome.
    pub ergebnis: Entscheidungsergebnis,
    /// Reasons.
    pub grund: String,
    /// Stable sign of the person.
    pub von: String,
    /// When, UTC.
    pub am: String,
}

/// An earlier wording of a Feststellung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Fassung {
    /// 1, 2, 3 …
    pub nummer: i64,
    /// What it said then.
    pub inhalt: FeststellungInhalt,
    /// Why it was changed.
    pub grund: String,
    /// Stable sign of the person who changed it.
    pub von: String,
    /// When, UTC.
    pub am: String,
}

/// The correction of the case itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Korrektur {
    /// UUIDv7.
    pub id: String,
    /// Due.
    #[ts(type = "string")]
    pub faellig_am: NaiveDate,
    /// Day on which it was done.
    #[ts(type = "string | null")]
    pub erledigt_am: Option<NaiveDate>,
    /// Id of the person who reported it done.
    pub erledigt_von: Option<String>,
    /// What was done, or why it was given back.
    pub vermerk: String,
    /// When it was confirmed, UTC.
    pub bestaetigt_am: Option<String>,
    /// Id of the person who confirmed it.
    pub bestaetigt_von: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

aufzaehlung! {
    /// State of a correction.
    KorrekturStand {
        /// Not done yet.
        Offen = "offen", "offen";
        /// Done, waits for another person to confirm it.
        Erledigt = "erledigt", "erledigt";
        /// Confirmed.
        Bestaetigt = "bestaetigt", "bestätigt";
    }
}

/// Highest amount in cents: ten million euros, more than any single case.
const HOECHSTBETRAG: i64 = 1_000_000_000;

impl FeststellungInhalt {
    /// Checks what can be checked without the catalogues; trims the text. Names every field at once.
    pub fn geprueft(mut self) -> Ergebnis<Self> {
        self.text = self.text.trim().to_owned();
        let mut felder = Vec::new();
        let mut falsch = |feld: &str, text: &str| {
            felder.push(Feldfehler { feld: format!("inhalt.{feld}"), text: text.to_owned() });
        };
        let laenge = self.text.chars().count();
        if !(10..=4000).contains(&laenge) {
            falsch("text", "Bitte beschreiben Sie die Feststellung mit 10 bis 4.000 Zeichen.");
        }
        for (feld, betrag) in
            [("betrag_bund_cent", self.betrag_bund_cent), ("betrag_kommune_cent", self.betrag_kommune_cent)]
        {
            if !(0..=HOECHSTBETRAG).contains(&betrag) {
                falsch(feld, "Bitte geben Sie einen Betrag von 0 bis 10.000.000,00 Euro an.");
            }
        }
        let geld = matches!(self.wirkung, Wirkung::Ueberzahlung | Wirkung::Unterzahlung);
        if geld && self.betrag_bund_cent == 0 && self.betrag_kommune_cent == 0 {
            falsch("betrag_bund_cent", "Bitte geben Sie an, welcher Betrag auf Bund oder Kommune entfällt.");
        }
        if !geld && (self.betrag_bund_cent != 0 || self.betrag_kommune_cent != 0) {
            falsch("wirkung", "Zu einem Betrag gehört Überzahlung oder Unterzahlung.");
        }
        match (self.zeitraum_von, self.zeitraum_bis) {
            (Some(von), Some(bis)) if bis < von => falsch("zeitraum_bis", "Das Ende liegt vor dem Beginn."),
            (None, Some(_)) => falsch("zeitraum_von", "Bitte geben Sie auch den Beginn an."),
            (von, bis)
                if geld && self.haeufigkeit == Haeufigkeit::Monatlich && (von.is_none() || bis.is_none()) =>
            {
                falsch("zeitraum_von", "Bei monatlichen Beträgen wird der Zeitraum gebraucht.");
            }
            _ => {}
        }
        if felder.is_empty() { Ok(self) } else { Err(Fehler::felder(felder)) }
    }
}

#[cfg(test)]
mod tests;
