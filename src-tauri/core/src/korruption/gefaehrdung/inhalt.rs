//! What a version of an entry says, and when a rotation is due.

use crate::aufzaehlung::aufzaehlung;
use crate::fehler::Feldfehler;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// What is described.
    Gefaehrdungsort {
        /// A post, whoever holds it.
        Dienstposten = "dienstposten", "Dienstposten";
        /// A work area of several posts.
        Arbeitsgebiet = "arbeitsgebiet", "Arbeitsgebiet";
    }
}

aufzaehlung! {
    /// How exposed.
    Gefaehrdungsgrad {
        /// Little.
        Gering = "gering", "gering";
        /// Somewhat.
        Mittel = "mittel", "mittel";
        /// Much.
        Hoch = "hoch", "hoch";
        /// Particularly (Nr. 2): needs a risk analysis, and the time in use is limited (Nr. 4.2).
        Besonders = "besonders", "besonders gefährdet";
    }
}

impl Gefaehrdungsgrad {
    /// The time in use is limited, and a risk analysis is needed.
    #[must_use]
    pub fn besonders(self) -> bool {
        self >= Self::Hoch
    }
}

aufzaehlung! {
    /// What makes an area prone (own words; after Nr. 2 of the Richtlinie and its recommendations).
    Gefaehrdungsmerkmal {
        /// Decides about payments or their amount.
        Zahlungen = "zahlungen", "entscheidet über Zahlungen oder ihre Höhe";
        /// Awards contracts, vouchers, measures.
        Vergabe = "vergabe", "vergibt Aufträge, Gutscheine oder Maßnahmen";
        /// Grants with discretion.
        Ermessen = "ermessen", "bewilligt mit weitem Ermessen";
        /// Many contacts outside the house.
        Aussenkontakte = "aussenkontakte", "hat häufig Kontakte nach außen";
        /// Checks others.
        Kontrolle = "kontrolle", "kontrolliert oder beaufsichtigt andere";
        /// Knows what is worth something to others.
        Informationen = "informationen", "kennt vertrauliche Angaben, die für Dritte wertvoll sind";
        /// Wide rights in IT procedures.
        Berechtigungen = "berechtigungen", "hat weitreichende IT-Berechtigungen";
        /// Alone with the decision.
        Allein = "allein", "entscheidet allein oder ohne Vertretung";
        /// Always the same persons outside.
        DauerhafteKontakte = "dauerhafte_kontakte", "hat dauerhaft mit denselben Dritten zu tun";
        /// Cash, keys, property.
        Wertgegenstaende = "wertgegenstaende", "geht mit Bargeld oder Sachwerten um";
    }
}

aufzaehlung! {
    /// What guards it (Nr. 3 and 4).
    Sicherung {
        /// Two decide.
        VierAugen = "vier_augen", "Mehr-Augen-Prinzip (Nr. 3.1)";
        /// Checked at random.
        Stichproben = "stichproben", "Stichproben";
        /// Planning, award and payment in different hands.
        Trennung = "trennung", "Trennung von Planung, Vergabe und Abrechnung";
        /// Written down so that it can be followed.
        Dokumentation = "dokumentation", "nachvollziehbare Dokumentation (Nr. 3.2)";
        /// Post changes hands.
        Rotation = "rotation", "Personalrotation (Nr. 4.2)";
        /// Cases change hands.
        Fallwechsel = "fallwechsel", "Wechsel der Zuständigkeit für Fälle";
        /// Rights confirmed each year.
        Berechtigungen = "berechtigungen", "jährliche Bestätigung der IT-Rechte";
        /// Taught.
        Belehrung = "belehrung", "Belehrung und Schulung (Nr. 7, 8)";
        /// Supervised more closely.
        Aufsicht = "aufsicht", "verstärkte Dienst- und Fachaufsicht (Nr. 9)";
        /// Looked for what stands out.
        Auffaelligkeiten = "auffaelligkeiten", "Auswertung von Auffälligkeiten";
    }
}

/// Why the time in use may be longer, and what makes up for it (Nr. 4.2: reasons on file).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rotationsausnahme {
    /// Why, 10 to 500 characters.
    pub grund: String,
    /// What makes up for it, 5 to 500 characters.
    pub ausgleich: String,
    /// Last day of the exception.
    #[ts(type = "string")]
    pub bis: NaiveDate,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Gefaehrdungsinhalt {
    /// What is described.
    pub art: Gefaehrdungsort,
    /// Post or area, without a name of anyone, 3 to 120 characters.
    pub bezeichnung: String,
    /// Team, if it belongs to one.
    pub team_id: Option<String>,
    /// Area, if it belongs to one and to no single team.
    pub bereich_id: Option<String>,
    /// How exposed.
    pub grad: Gefaehrdungsgrad,
    /// What makes it so; at least one above "gering".
    pub merkmale: Vec<Gefaehrdungsmerkmal>,
    /// Why so exposed, 5 to 1,000 characters.
    pub begruendung: String,
    /// Day of the risk analysis; needed from "hoch" on.
    #[ts(type = "string | null")]
    pub analyse_am: Option<NaiveDate>,
    /// What it found, at most 2,000 characters; needed with a day.
    pub analyse: String,
    /// What guards it; at least one from "hoch" on.
    pub sicherungen: Vec<Sicherung>,
    /// Other safeguards, at most 500 characters.
    pub weitere_sicherungen: String,
    /// Month since which the same person is in use there, `JJJJ-MM`; only for a post.
    pub seit: Option<String>,
    /// Longer than five years.
    pub ausnahme: Option<Rotationsausnahme>,
    /// Day by which the entry is looked at again.
    #[ts(type = "string")]
    pub ueberpruefung_am: NaiveDate,
}

/// Years in use in an area at particular risk, as a rule (Nr. 4.2).
pub const ROTATION_JAHRE: u32 = 5;

/// How long an exception may run; a rule of this programme, since the guideline names none.
const AUSNAHME_HOECHSTENS: Months = Months::new(36);

/// How far a rotation is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Rotation {
    /// First day after five years.
    #[ts(type = "string")]
    pub ab: NaiveDate,
    /// Last day of an exception.
    #[ts(type = "string | null")]
    pub ausnahme_bis: Option<NaiveDate>,
}

impl Rotation {
    /// The five years are over, and no exception runs.
    #[must_use]
    pub fn faellig(&self, heute: NaiveDate) -> bool {
        self.ab <= heute && self.ausnahme_bis.is_none_or(|bis| bis < heute)
    }
}

/// First day of a month `JJJJ-MM`.
#[must_use]
pub fn monat(text: &str) -> Option<NaiveDate> {
    let gueltig = text.len() == 7
        && text.bytes().enumerate().all(|(i, b)| if i == 4 { b == b'-' } else { b.is_ascii_digit() });
    let tag = if gueltig { format!("{text}-01").parse::<NaiveDate>().ok() } else { None };
    tag.filter(|tag| (1950..=9900).contains(&tag.year()))
}

impl Gefaehrdungsinhalt {
    /// When the rotation is due: only for a post from "hoch" on, of which the beginning is known.
    #[must_use]
    pub fn rotation(&self) -> Option<Rotation> {
        let seit = self.seit.as_deref().and_then(monat).filter(|_| self.grad.besonders())?;
        Some(Rotation {
            ab: seit.checked_add_months(Months::new(12 * ROTATION_JAHRE))?,
            ausnahme_bis: self.ausnahme.as_ref().map(|a| a.bis),
        })
    }

    /// All texts with the names of their fields.
    #[must_use]
    pub fn texte(&self) -> Vec<(&'static str, &str)> {
        let mut texte = vec![
            ("angaben.bezeichnung", self.bezeichnung.as_str()),
            ("angaben.begruendung", &self.begruendung),
            ("angaben.analyse", &self.analyse),
            ("angaben.weitere_sicherungen", &self.weitere_sicherungen),
        ];
        if let Some(a) = &self.ausnahme {
            texte.push(("angaben.ausnahme.grund", &a.grund));
            texte.push(("angaben.ausnahme.ausgleich", &a.ausgleich));
        }
        texte
    }

    /// What cannot be right, field by field; `heute` is the day of entry.
    #[must_use]
    pub fn befunde(&self, heute: NaiveDate) -> Vec<Feldfehler> {
        let mut befunde = Vec::new();
        let mut wenn = |falsch: bool, feld: &str, text: &str| {
            if falsch {
                befunde.push(Feldfehler { feld: format!("angaben.{feld}"), text: text.to_owned() });
            }
        };
        let besonders = self.grad.besonders();
        wenn(
            self.grad > Gefaehrdungsgrad::Gering && self.merkmale.is_empty(),
            "merkmale",
            "Bitte geben Sie an, was das Gebiet gefährdet (Nr. 2 der Richtlinie).",
        );
        wenn(
            besonders && self.analyse_am.is_none(),
            "analyse_am",
            "Ab der Stufe „hoch“ gehört eine Risikoanalyse dazu (Nr. 2 der Richtlinie).",
        );
        wenn(
            self.analyse_am.is_some_and(|tag| tag > heute),
            "analyse_am",
            "Dieser Tag liegt in der Zukunft.",
        );
        wenn(
            self.analyse_am.is_some() == self.analyse.is_empty(),
            "analyse",
            "Zur Risikoanalyse gehören ihr Tag und ihr Ergebnis.",
        );
        wenn(
            besonders && self.sicherungen.is_empty() && self.weitere_sicherungen.is_empty(),
            "sicherungen",
            "Bitte geben Sie mindestens eine Sicherung an (Nr. 3 der Richtlinie).",
        );
        let seit = self.seit.as_deref().map(monat);
        wenn(seit == Some(None), "seit", "Bitte geben Sie den Monat als JJJJ-MM an, zum Beispiel 2023-04.");
        wenn(seit.flatten().is_some_and(|m| m > heute), "seit", "Dieser Monat liegt in der Zukunft.");
        wenn(
            self.seit.is_some() && self.art == Gefaehrdungsort::Arbeitsgebiet,
            "seit",
            "Der Beginn der Verwendung gehört zu einem Dienstposten, nicht zu einem Arbeitsgebiet.",
        );
        wenn(
            self.ausnahme.is_some() && self.rotation().is_none(),
            "ausnahme",
            "Eine Ausnahme von der Rotation gibt es nur für gefährdete Dienstposten mit bekanntem Beginn der Verwendung.",
        );
        wenn(
            self.ausnahme.as_ref().is_some_and(|a| self.rotation().is_some_and(|r| a.bis < r.ab)),
            "ausnahme.bis",
            "Die Ausnahme endet, bevor die fünf Jahre vorbei sind. Bitte prüfen Sie den Tag.",
        );
        // Counted from the rotation where that is still ahead; else an exception without end would need no second look.
        wenn(
            self.ausnahme.as_ref().is_some_and(|a| {
                let ab = self.rotation().map_or(heute, |r| r.ab.max(heute));
                ab.checked_add_months(AUSNAHME_HOECHSTENS).is_none_or(|ende| a.bis > ende)
            }),
            "ausnahme.bis",
            "Eine Ausnahme von der Rotation gilt höchstens drei Jahre. Danach wird neu entschieden.",
        );
        wenn(
            self.team_id.is_some() && self.bereich_id.is_some(),
            "bereich_id",
            "Bitte wählen Sie ein Team oder einen Bereich, nicht beides.",
        );
        befunde
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fuenf_jahre_sind_mit_ihrem_letzten_monat_vorbei() {
        let tag = |t: &str| t.parse::<NaiveDate>().unwrap();
        let r = Rotation { ab: tag("2026-03-01"), ausnahme_bis: None };
        assert!(!r.faellig(tag("2026-02-28")) && r.faellig(tag("2026-03-01")));
        let r = Rotation { ausnahme_bis: Some(tag("2027-02-28")), ..r };
        assert!(!r.faellig(tag("2027-02-28")) && r.faellig(tag("2027-03-01")));
    }

    #[test]
    fn ein_monat_ist_lesbar_oder_keiner() {
        assert_eq!(monat("2021-03"), NaiveDate::from_ymd_opt(2021, 3, 1));
        for falsch in
            ["2021-13", "2021-3", "2021/03", "21-03", "", "2021-03-01", "0021-03", "+021-03", "20é1-0"]
        {
            assert_eq!(monat(falsch), None, "{falsch}");
        }
    }
}
