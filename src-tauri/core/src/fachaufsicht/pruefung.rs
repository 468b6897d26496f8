//! A check: what is planned, in which state it is, what its next step is.

use super::aufzaehlung;
use super::zweistufig::{je_stufe, traegt};
use crate::fehler::{Ergebnis, Fehler, Feldfehler};
use crate::stichprobe::Dezimal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Why the check is done.
    Pruefungsart {
        /// By plan.
        Basis = "basis", "Basis";
        /// For a reason.
        Anlassbezogen = "anlassbezogen", "anlassbezogen";
        /// Before the decision goes out.
        Visa = "visa", "VISA";
        /// After an earlier check.
        Nachschau = "nachschau", "Nachschau";
    }
}

aufzaehlung! {
    /// How the units are selected; only a random selection is called Stichprobe (IDW).
    Auswahl {
        /// Random: the only one that says something about all units.
        Zufall = "zufall", "Zufall (Stichprobe)";
        /// Hand-picked; never extrapolated.
        Bewusst = "bewusst", "bewusste Auswahl";
        /// All units; no sampling error.
        Voll = "voll", "Vollprüfung";
    }
}

aufzaehlung! {
    /// What counts as an error, fixed before the draw.
    Fehlerdefinition {
        /// Any deviation.
        Jede = "jede", "jede Abweichung";
        /// Material ones.
        Wesentlich = "wesentlich", "nur wesentliche Abweichungen";
        /// Those with effect in Euro.
        Finanziell = "finanziell", "nur Abweichungen mit Wirkung in Euro";
    }
}

aufzaehlung! {
    /// Whether the draw is stratified.
    Schichtung {
        /// One draw over all.
        Keine = "keine", "keine";
        /// By team, proportional with a minimum.
        Team = "team", "nach Team";
    }
}

aufzaehlung! {
    /// State of a check.
    Stand {
        /// Only planned; may be changed.
        Geplant = "geplant", "geplant";
        /// A population is read.
        Eingelesen = "eingelesen", "Grundgesamtheit eingelesen";
        /// The population is sealed.
        Versiegelt = "versiegelt", "Grundgesamtheit versiegelt";
        /// Drawn; sheets are being filled in.
        Gezogen = "gezogen", "in Prüfung";
        /// Done.
        Abgeschlossen = "abgeschlossen", "abgeschlossen";
        /// Ended without a result.
        NichtDurchgefuehrt = "nicht_durchgefuehrt", "nicht durchgeführt";
    }
}

/// What may happen to a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uebergang {
    /// The planning is changed.
    Aendern,
    /// A population is read, or read again.
    Einlesen,
    /// The population is thrown away.
    Verwerfen,
    /// The population is sealed.
    Versiegeln,
    /// A draw, or an extension of one.
    Ziehen,
    /// The check is done.
    Abschliessen,
    /// The check ends without a result.
    NichtDurchfuehren,
}

impl Stand {
    /// The state after a step; a German sentence where the step does not fit.
    ///
    /// # Errors
    /// `regel`.
    pub fn nach(self, schritt: Uebergang) -> Ergebnis<Self> {
        use Stand::{Abgeschlossen, Eingelesen, Geplant, Gezogen, NichtDurchgefuehrt, Versiegelt};
        use Uebergang as U;
        match (self, schritt) {
            (Geplant, U::Aendern) => Ok(Geplant),
            (Geplant | Eingelesen, U::Einlesen) => Ok(Eingelesen),
            (Eingelesen, U::Verwerfen) => Ok(Geplant),
            (Eingelesen, U::Versiegeln) => Ok(Versiegelt),
            (Versiegelt | Gezogen, U::Ziehen) => Ok(Gezogen),
            (Gezogen, U::Abschliessen) => Ok(Abgeschlossen),
            (Geplant | Eingelesen | Versiegelt | Gezogen, U::NichtDurchfuehren) => Ok(NichtDurchgefuehrt),
            _ => Err(Fehler::regel(self.warum_nicht(schritt))),
        }
    }

    /// Whether the check has ended.
    pub fn beendet(self) -> bool {
        matches!(self, Self::Abgeschlossen | Self::NichtDurchgefuehrt)
    }

    fn warum_nicht(self, schritt: Uebergang) -> &'static str {
        match (self, schritt) {
            (Self::Abgeschlossen | Self::NichtDurchgefuehrt, _) => {
                "Die Prüfung ist beendet und kann nicht mehr geändert werden."
            }
            (_, Uebergang::Aendern) => {
                "Die Planung lässt sich nicht mehr ändern, weil schon eine Grundgesamtheit eingelesen ist."
            }
            (_, Uebergang::Einlesen | Uebergang::Verwerfen) if self == Self::Geplant => {
                "Es ist noch keine Grundgesamtheit eingelesen."
            }
            (_, Uebergang::Einlesen | Uebergang::Verwerfen) => {
                "Die Grundgesamtheit ist versiegelt und lässt sich nicht mehr austauschen."
            }
            (Self::Geplant, _) => "Bitte lesen Sie zuerst die Grundgesamtheit ein.",
            (Self::Eingelesen, _) => "Bitte versiegeln Sie zuerst die Grundgesamtheit.",
            (_, Uebergang::Versiegeln) => "Die Grundgesamtheit ist schon versiegelt.",
            _ => "Bitte ziehen Sie zuerst die Prüffälle.",
        }
    }
}

/// Everything that is fixed before the draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pruefungsplan {
    /// Theme.
    pub thema_id: String,
    /// Version of the check sheet.
    pub vorlage_id: String,
    /// Area.
    pub bereich_id: String,
    /// Teams of the area, at least one.
    pub teams: Vec<String>,
    /// First day of the period.
    #[ts(type = "string")]
    pub zeitraum_von: NaiveDate,
    /// Last day of the period.
    #[ts(type = "string")]
    pub zeitraum_bis: NaiveDate,
    /// Why.
    pub pruefungsart: Pruefungsart,
    /// The check that a Nachschau follows.
    pub nachschau_zu: Option<String>,
    /// How the units are selected.
    pub auswahl: Auswahl,
    /// What counts as an error.
    pub fehlerdefinition: Fehlerdefinition,
    /// Whether "teilweise" counts as an error.
    pub teilweise_zaehlt: bool,
    /// The error rate shall be below this, as a rate: 0.1 is 10 %.
    pub ziel: Option<Dezimal>,
    /// Confidence, e.g. 0.95.
    pub konfidenz: Dezimal,
    /// Stratification.
    pub schichtung: Schichtung,
    /// Least units per stratum.
    pub mindest_je_schicht: u32,
    /// Units wanted.
    pub stichprobe_geplant: Option<u64>,
    /// Rule for an extension, fixed before the draw; empty: none.
    pub erweiterung_regel: String,
    /// When the data protection officer was involved.
    #[ts(type = "string | null")]
    pub dsb_beteiligt_am: Option<NaiveDate>,
    /// Share of the sheets for the Gegenprüfung, in per cent.
    pub gegenpruefung_anteil: u8,
    /// Whether "restliche offene auf Ja" is offered.
    pub restliche_auf_ja: bool,
    /// Days for the answer of a Teamleitung.
    pub stellungnahme_tage: u8,
}

impl Pruefungsplan {
    /// Trims texts and names everything that does not fit together.
    ///
    /// # Errors
    /// `eingabe` with the fields as in the request (`plan.ziel`).
    pub fn geprueft(mut self) -> Ergebnis<Self> {
        self.erweiterung_regel = self.erweiterung_regel.trim().to_owned();
        self.teams.sort_unstable();
        self.teams.dedup();
        let zufall = self.auswahl == Auswahl::Zufall;
        let nachschau = self.pruefungsart == Pruefungsart::Nachschau;
        let konfidenz = self.konfidenz.als_f64();
        let regeln = [
            (self.teams.is_empty(), "teams", "Bitte wählen Sie mindestens ein Team."),
            (self.teams.len() > 200, "teams", "Höchstens 200 Teams."),
            (
                self.zeitraum_bis < self.zeitraum_von,
                "zeitraum_bis",
                "Das Ende des Prüfzeitraums liegt vor dem Beginn.",
            ),
            (
                nachschau && self.nachschau_zu.is_none(),
                "nachschau_zu",
                "Bitte wählen Sie die Prüfung, auf die die Nachschau folgt.",
            ),
            (
                !nachschau && self.nachschau_zu.is_some(),
                "nachschau_zu",
                "Eine frühere Prüfung wird nur bei der Nachschau angegeben.",
            ),
            (
                self.ziel.as_ref().is_some_and(|z| !z.ist_echter_anteil()),
                "ziel",
                "Das Ziel muss größer als 0 % und kleiner als 100 % sein.",
            ),
            (
                !self.konfidenz.ist_echter_anteil() || !(0.5..=0.999).contains(&konfidenz),
                "konfidenz",
                "Die Sicherheit muss zwischen 50 % und 99,9 % liegen.",
            ),
            (
                !zufall && self.schichtung != Schichtung::Keine,
                "schichtung",
                "Geschichtet wird nur bei einer Zufallsauswahl.",
            ),
            (self.mindest_je_schicht > 1000, "mindest_je_schicht", "Höchstens 1.000 je Schicht."),
            (
                self.schichtung == Schichtung::Team && self.mindest_je_schicht < 2,
                "mindest_je_schicht",
                "Je Team werden mindestens 2 Fälle gebraucht, sonst lässt sich die Streuung nicht berechnen.",
            ),
            (
                self.stichprobe_geplant.is_some_and(|n| !(1..=1_000_000).contains(&n)),
                "stichprobe_geplant",
                "Bitte geben Sie 1 bis 1.000.000 Fälle an.",
            ),
            (
                self.auswahl == Auswahl::Voll && self.stichprobe_geplant.is_some(),
                "stichprobe_geplant",
                "Bei einer Vollprüfung werden alle Fälle geprüft; eine Anzahl wird nicht angegeben.",
            ),
            (self.erweiterung_regel.chars().count() > 500, "erweiterung_regel", "Höchstens 500 Zeichen."),
            (
                je_stufe(&self.erweiterung_regel).is_some_and(|n| {
                    !self.ziel.as_ref().is_some_and(|ziel| traegt(n, ziel, &self.konfidenz))
                }),
                "erweiterung_regel",
                "Diese Regel für zwei Stufen gehört zu einem anderen Ziel oder einer anderen Sicherheit. Bitte übernehmen Sie sie neu aus der Planung oder leeren Sie das Feld.",
            ),
            (self.gegenpruefung_anteil > 100, "gegenpruefung_anteil", "Bitte geben Sie 0 bis 100 % an."),
            (
                !(1..=90).contains(&self.stellungnahme_tage),
                "stellungnahme_tage",
                "Bitte geben Sie 1 bis 90 Tage an.",
            ),
        ];
        let felder: Vec<Feldfehler> = regeln
            .into_iter()
            .filter(|(verletzt, ..)| *verletzt)
            .map(|(_, feld, text)| Feldfehler { feld: format!("plan.{feld}"), text: text.to_owned() })
            .collect();
        if felder.is_empty() { Ok(self) } else { Err(Fehler::felder(felder)) }
    }
}

impl Pruefungsplan {
    /// Whether another plan differs at most in what a programme leaves open.
    pub fn gleich_im_programm(&self, andere: &Self) -> bool {
        let fest = |p: &Self| Self {
            vorlage_id: String::new(),
            zeitraum_von: NaiveDate::MIN,
            zeitraum_bis: NaiveDate::MIN,
            erweiterung_regel: String::new(),
            dsb_beteiligt_am: None,
            ..p.clone()
        };
        let (mut a, mut b) = (fest(self), fest(andere));
        a.teams.sort_unstable();
        b.teams.sort_unstable();
        a == b
    }
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pruefung {
    /// UUIDv7.
    pub id: String,
    /// `FA-2026-001`: year of creation, consecutive without gaps.
    pub nummer: String,
    /// What was fixed before the draw.
    pub plan: Pruefungsplan,
    /// State.
    pub stand: Stand,
    /// Why it was not done.
    pub grund: String,
    /// Who planned it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// When it ended, UTC.
    pub beendet_am: Option<String>,
    /// Who ended it.
    pub beendet_von: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

/// Number of a check.
pub fn nummer(jahr: i32, laufende: i64) -> String {
    format!("FA-{jahr:04}-{laufende:03}")
}

/// How far a check is. Only what the person may see is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Pruefungszaehler {
    /// Drawn units.
    pub gezogen: u64,
    /// Not begun, in work or returned.
    pub offen: u64,
    /// Filled in, waiting for the Gegenprüfung.
    pub geprueft: u64,
    /// Confirmed.
    pub bestaetigt: u64,
    /// Could not be checked.
    pub nicht_pruefbar: u64,
    /// Feststellungen that stand (without withdrawn ones).
    pub feststellungen: u64,
    /// Of these: recorded, not yet given to the Teamleitung.
    pub erfasst: u64,
    /// Of these: waiting for an answer whose date has not passed.
    pub frist_laeuft: u64,
    /// Of these: disputed, not yet decided.
    pub strittig: u64,
    /// Corrections of cases that are not confirmed.
    pub korrekturen_offen: u64,
}

impl Pruefungszaehler {
    /// What stands against closing the check, as sentences; empty: nothing.
    pub fn hindernisse(&self) -> Vec<String> {
        let je = |n: u64, eins: &str, viele: &str| match n {
            0 => None,
            1 => Some(eins.to_owned()),
            n => Some(viele.replace("{}", &n.to_string())),
        };
        if self.gezogen == 0 {
            return vec!["Es ist noch nichts gezogen.".to_owned()];
        }
        [
            je(self.offen, "1 Prüffall ist noch nicht geprüft.", "{} Prüffälle sind noch nicht geprüft."),
            je(
                self.geprueft,
                "1 Prüfbogen ist noch nicht bestätigt.",
                "{} Prüfbögen sind noch nicht bestätigt.",
            ),
            je(
                self.erfasst,
                "1 Feststellung ist erfasst, aber noch nicht zur Stellungnahme gegeben.",
                "{} Feststellungen sind erfasst, aber noch nicht zur Stellungnahme gegeben.",
            ),
            je(
                self.frist_laeuft,
                "Für 1 Feststellung läuft die Frist zur Stellungnahme.",
                "Für {} Feststellungen läuft die Frist zur Stellungnahme.",
            ),
            je(
                self.strittig,
                "1 Feststellung ist strittig und noch nicht entschieden.",
                "{} Feststellungen sind strittig und noch nicht entschieden.",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The next step as a sentence.
    pub fn naechster_schritt(&self, stand: Stand) -> String {
        match stand {
            Stand::Geplant => "Bitte lesen Sie die Grundgesamtheit ein.".to_owned(),
            Stand::Eingelesen => {
                "Bitte gleichen Sie die Grundgesamtheit ab, tragen Sie Ausschlüsse ein und versiegeln Sie sie.".to_owned()
            }
            Stand::Versiegelt => "Bitte ziehen Sie die Prüffälle.".to_owned(),
            Stand::Gezogen => self
                .hindernisse()
                .into_iter()
                .next()
                .unwrap_or_else(|| "Alles ist geprüft und geklärt: Die Prüfung kann abgeschlossen werden.".to_owned()),
            Stand::Abgeschlossen => match self.korrekturen_offen {
                0 => "Die Prüfung ist abgeschlossen.".to_owned(),
                1 => "Die Prüfung ist abgeschlossen. 1 Korrektur ist noch offen.".to_owned(),
                n => format!("Die Prüfung ist abgeschlossen. {n} Korrekturen sind noch offen."),
            },
            Stand::NichtDurchgefuehrt => "Die Prüfung wurde nicht durchgeführt.".to_owned(),
        }
    }
}

#[cfg(test)]
#[path = "pruefung_tests.rs"]
mod tests;
