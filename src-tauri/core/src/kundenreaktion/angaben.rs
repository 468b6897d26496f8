//! What is entered about a Kundenreaktion, and what is refused at once.

use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fehler::Feldfehler;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Kind of reaction. None says anything about the person.
    Reaktionsart {
        /// Praise.
        Lob = "lob", "Lob";
        /// Complaint.
        Beschwerde = "beschwerde", "Beschwerde";
        /// Criticism that asks for nothing.
        Kritik = "kritik", "Kritik";
        /// Suggestion.
        Anregung = "anregung", "Anregung";
        /// About the conduct of a person: handed on, kept here without any text.
        Dienstaufsichtsbeschwerde = "dienstaufsichtsbeschwerde", "Dienstaufsichtsbeschwerde";
        /// About the content of a decision.
        Fachaufsichtsbeschwerde = "fachaufsichtsbeschwerde", "Fachaufsichtsbeschwerde";
        /// To a parliament (Art. 17 GG).
        Petition = "petition", "Petition";
        /// From a member of a parliament.
        Abgeordnete = "abgeordnete", "Anfrage von Abgeordneten";
        /// From the press.
        Presse = "presse", "Presseanfrage";
        /// Through an ombudsperson.
        Ombudsstelle = "ombudsstelle", "Ombudsstelle";
        /// Request for arbitration (§ 15a SGB II).
        Schlichtung = "schlichtung", "Schlichtung";
    }
}

impl Reaktionsart {
    /// Goes to the Geschäftsführung on the day of receipt.
    #[must_use]
    pub fn sofort(self) -> bool {
        matches!(self, Self::Petition | Self::Presse)
    }

    /// Two persons judge whether it is justified.
    #[must_use]
    pub fn beurteilt(self) -> bool {
        matches!(
            self,
            Self::Beschwerde
                | Self::Kritik
                | Self::Fachaufsichtsbeschwerde
                | Self::Petition
                | Self::Ombudsstelle
                | Self::Schlichtung
        )
    }

    /// Only handed on: date, reference and where to, no text, no Anliegen, no answer of the house.
    #[must_use]
    pub fn nur_abgabe(self) -> bool {
        self == Self::Dienstaufsichtsbeschwerde
    }
}

aufzaehlung! {
    /// How it came in.
    Kanal {
        /// Letter or fax.
        Schriftlich = "schriftlich", "schriftlich";
        /// By telephone.
        Telefonisch = "telefonisch", "telefonisch";
        /// At the desk.
        Persoenlich = "persoenlich", "persönlich";
        /// Form or portal.
        Online = "online", "online";
        /// Plain e-mail.
        Mail = "e_mail", "E-Mail";
        /// Card in the letter box.
        Meinungskarte = "meinungskarte", "Meinungskarte";
        /// Handed on by another authority.
        AndereStelle = "andere_stelle", "über andere Stelle";
    }
}

impl Kanal {
    /// As a letter to the person says it.
    #[must_use]
    pub fn im_brief(self) -> &'static str {
        match self {
            Self::Mail => "per E-Mail",
            Self::Meinungskarte => "auf einer Meinungskarte",
            Self::AndereStelle => "über eine andere Stelle",
            _ => self.titel(),
        }
    }
}

aufzaehlung! {
    /// Category of an Anliegen (first level, as the Bundesagentur counts).
    Anliegenart {
        /// A matter of substance.
        Sachanliegen = "sachanliegen", "Sachanliegen";
        /// How people were met; never names who.
        Verhalten = "verhalten", "Verhalten";
        /// Organisation and course of events.
        Organisation = "organisation", "Organisation und Ablauf";
        /// Building, telephone, portal.
        Infrastruktur = "infrastruktur", "Erreichbarkeit und Ausstattung";
    }
}

impl Anliegenart {
    /// What an Anliegen is about, as a letter to the person says it: a matter of substance by its Sachgebiet alone,
    /// for nobody but the house calls it a "Sachanliegen".
    #[must_use]
    pub fn im_brief(self, sachgebiet: Option<&str>) -> String {
        let wort = match self {
            Self::Sachanliegen => return sachgebiet.unwrap_or("Ihre Leistungen").to_owned(),
            Self::Verhalten => "unser Umgang mit Ihnen",
            Self::Organisation => "unsere Abläufe",
            Self::Infrastruktur => "unsere Erreichbarkeit und Ausstattung",
        };
        sachgebiet.map_or_else(|| wort.to_owned(), |s| format!("{wort} ({s})"))
    }
}

/// What a person wants or says; up to three in one reaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Anliegen {
    /// Category.
    pub art: Anliegenart,
    /// Kennung of the shared catalogue; needed for a Sachanliegen.
    pub sachgebiet: Option<String>,
    /// Team it is about.
    pub team_id: Option<String>,
    /// Kennung of the organisational cause, once it is known.
    pub ursache: Option<String>,
}

/// What everyone with a right to the ticket may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reaktionsinhalt {
    /// Kind.
    pub art: Reaktionsart,
    /// Channel.
    pub kanal: Kanal,
    /// Day of receipt.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// Time of receipt, if known.
    #[ts(type = "string | null")]
    pub uhrzeit: Option<NaiveTime>,
    /// What it is about, without names, 3 to 120 characters; of a Dienstaufsichtsbeschwerde its reference.
    pub betreff: String,
    /// Through whom it came, at most 120 characters.
    pub andere_stelle: String,
    /// One to three; none for a Dienstaufsichtsbeschwerde.
    pub anliegen: Vec<Anliegen>,
    /// The person asks for an answer.
    pub antwort_erwuenscht: bool,
}

/// Contact and account of the person, only as far as needed; removed by rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reaktionsklar {
    /// Name, at most 120 characters; empty: anonymous.
    pub name: String,
    /// How to reach the person, at most 200 characters.
    pub kontakt: String,
    /// Case number, at most 40 characters.
    pub fallnummer: String,
    /// What the person says, at most 10,000 characters.
    pub schilderung: String,
}

/// Anliegen in one reaction at most, as the Bundesagentur counts.
pub const HOECHSTENS_ANLIEGEN: usize = 3;

impl Reaktionsinhalt {
    /// The house owes an answer, or has to hand it on.
    #[must_use]
    pub fn antwort_zugesagt(&self) -> bool {
        self.antwort_erwuenscht || self.art.nur_abgabe()
    }

    /// What cannot be right, field by field; `heute` is the day of entry.
    #[must_use]
    pub fn befunde(&self, klar: &Reaktionsklar, heute: NaiveDate) -> Vec<Feldfehler> {
        let mut befunde = Vec::new();
        let mut wenn = |falsch: bool, feld: String, text: &str| {
            if falsch {
                befunde.push(Feldfehler { feld, text: text.to_owned() });
            }
        };
        let nur_abgabe = self.art.nur_abgabe();
        wenn(
            self.eingang > heute,
            "angaben.eingang".into(),
            "Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum.",
        );
        wenn(
            self.kanal == Kanal::AndereStelle && self.andere_stelle.is_empty(),
            "angaben.andere_stelle".into(),
            "Bitte nennen Sie die andere Stelle.",
        );
        wenn(
            nur_abgabe && !klar.schilderung.is_empty(),
            "klar.schilderung".into(),
            "Zu einer Dienstaufsichtsbeschwerde wird kein Text gespeichert. Bitte geben Sie das Schreiben selbst weiter.",
        );
        wenn(
            nur_abgabe && !self.anliegen.is_empty(),
            "angaben.anliegen".into(),
            "Zu einer Dienstaufsichtsbeschwerde werden keine Anliegen gespeichert.",
        );
        wenn(
            !nur_abgabe && self.anliegen.is_empty(),
            "angaben.anliegen".into(),
            "Bitte geben Sie mindestens ein Anliegen an.",
        );
        wenn(
            self.anliegen.len() > HOECHSTENS_ANLIEGEN,
            "angaben.anliegen".into(),
            "Höchstens drei Anliegen; bitte legen Sie sonst eine zweite Reaktion an.",
        );
        for (i, anliegen) in self.anliegen.iter().enumerate() {
            wenn(
                anliegen.art == Anliegenart::Sachanliegen && anliegen.sachgebiet.is_none(),
                format!("angaben.anliegen.{i}.sachgebiet"),
                "Bitte wählen Sie das Sachgebiet.",
            );
        }
        wenn(
            self.antwort_erwuenscht && klar.kontakt.is_empty() && klar.name.is_empty() && !nur_abgabe,
            "klar.kontakt".into(),
            "Bitte geben Sie an, wie die Person zu erreichen ist, oder dass sie keine Antwort wünscht.",
        );
        befunde
    }
}
