//! Which reports there are, of all modules: what they are called, and which rights their content needs.

use super::rechte::{self, Umfang};
use crate::benutzer::Rolle;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A report and what it needs to know.
#[derive(Debug, Serialize, TS)]
pub struct Berichtsart {
    /// What `bericht.exportieren` and the command line call it.
    pub name: String,
    /// What people read.
    pub titel: String,
    /// One sentence.
    pub beschreibung: String,
    /// Ending of the file.
    pub format: String,
    /// Further endings under which the same content can be had as a list.
    pub auch_als: Vec<String>,
    /// It is about one check or run, named by its number.
    pub mit_nummer: bool,
    /// It is about a period.
    pub mit_zeitraum: bool,
}

/// Names of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Berichtsname {
    /// The audit report of one check.
    Pruefung,
    /// The same with the files for recalculating inside.
    Pruefkoffer,
    /// One drawn unit for the file of the case, with its number.
    Pruefvermerk,
    /// The drawn units of one team with what is to be corrected.
    Rueckmeldung,
    /// An empty check sheet to fill in by hand.
    Pruefbogen,
    /// The Prüfprogramm of one year.
    Pruefprogramm,
    /// Figures of the Widersprüche of a period.
    Widerspruch,
    /// What happened to deadlines in a period.
    Fristenbuch,
    /// Figures of the Kundenreaktionen of a period.
    Kundenreaktion,
    /// One run of a Prüfliste.
    Pruefliste,
    /// Measures of a period.
    Massnahmen,
    /// The register of breaches of a period.
    Datenschutzvorfaelle,
    /// An extract of the audit chain.
    Protokoll,
}

/// Name, title, sentence, whether it is about one check (else about a period), and the rights that the content
/// needs besides the export, the one that says how much first: a report hands out nothing that the person may not
/// see or hand out singly.
type Angaben = (&'static str, &'static str, &'static str, bool, &'static [&'static str]);

impl Berichtsname {
    const ALLE: [Self; 13] = [
        Self::Pruefung,
        Self::Pruefkoffer,
        Self::Pruefvermerk,
        Self::Rueckmeldung,
        Self::Pruefbogen,
        Self::Pruefprogramm,
        Self::Widerspruch,
        Self::Fristenbuch,
        Self::Kundenreaktion,
        Self::Pruefliste,
        Self::Massnahmen,
        Self::Datenschutzvorfaelle,
        Self::Protokoll,
    ];

    #[rustfmt::skip]
    fn angaben(self) -> Angaben {
        match self {
            Self::Pruefung => (
                "pruefung", "Prüfbericht",
                "Eine Prüfung von der Grundgesamtheit bis zu den Feststellungen, mit Prüfbogen und Prüfpfad; auch vorläufig.",
                true, &["auswertung.pruefung"],
            ),
            Self::Pruefkoffer => (
                "pruefkoffer", "Prüferkoffer",
                "Der Prüfbericht mit Ziehungsprotokollen, Listen der Pseudonyme, Ergebnissen und einer Anleitung zum Nachrechnen als Anlagen im PDF.",
                true, &["auswertung.pruefung", "ziehung.protokoll_exportieren"],
            ),
            Self::Pruefvermerk => (
                "pruefvermerk", "Prüfvermerk",
                "Ein geprüfter Fall für die E-AKTE, mit Fallnummer, Antworten, Feststellungen und Korrekturen; nur für den internen Gebrauch, auch vorläufig.",
                true, &["bogen.lesen", "feststellung.lesen"],
            ),
            Self::Rueckmeldung => (
                "rueckmeldung", "Rückmeldeliste",
                "Die gezogenen Fälle eines Teams in einer Prüfung: Ergebnis, Feststellungen, Stellungnahmen und Korrekturen mit ihren Fristen; auch als XLSX oder CSV.",
                true, &["bogen.liste", "feststellung.exportieren", "korrektur.exportieren"],
            ),
            Self::Pruefbogen => (
                "pruefbogen", "Blanko-Prüfbogen",
                "Der Prüfbogen eines Themas oder einer Prüfung zum Ausfüllen von Hand, etwa für einen Besuch bei einem Träger.",
                true, &["pruefthema.vorlage"],
            ),
            Self::Pruefprogramm => (
                "pruefprogramm", "Jahresbericht des Prüfprogramms",
                "Das Prüfprogramm eines Jahres: Festlegungen und Freigabe, geplant und geprüft, Ausfälle mit Grund, das Ergebnis jedes Themas mit Schichten und der Verlauf über die Jahre.",
                true, &["pruefprogramm.auswertung", "pruefprogramm.lesen", "pruefprogramm.verlauf"],
            ),
            Self::Widerspruch => (
                "widerspruch", "Widerspruchsbericht",
                "Widersprüche, Überprüfungsanträge und Klagen eines Zeitraums: Bestand, Ergebnisse, Erfolg, Gründe, Dauer und Kosten.",
                false, &["widerspruch.auswertung"],
            ),
            Self::Fristenbuch => (
                "fristenbuch", "Fristenbuch",
                "Eingetragene, geänderte, bestätigte und erledigte Fristen der Widerspruchsstelle in einem Zeitraum von höchstens einem Jahr.",
                false, &["frist.fristenbuch"],
            ),
            Self::Kundenreaktion => (
                "kundenreaktion", "KRM-Bericht",
                "Kundenreaktionen eines Zeitraums: Bestand, zugesagte Antworten, Anliegen, Ursachen, Beurteilung und was daraus folgte, mit zehn Jahren im Vergleich.",
                false, &["kundenreaktion.auswertung"],
            ),
            Self::Pruefliste => (
                "pruefliste", "Prüflistenbericht",
                "Ein Durchgang einer Prüfliste: Ergebnis nach Kapiteln und Gewicht, Abweichungen, Antworten, Vergleich mit dem letzten Durchgang und Nachweise; auch vorläufig.",
                true, &["pruefliste.lesen"],
            ),
            Self::Massnahmen => (
                "massnahmen", "Maßnahmenliste",
                "Maßnahmen eines Zeitraums aus allen Registern: Stand, Überfälliges, Zuständigkeit und festgestellte Wirkung.",
                false, &["massnahme.liste"],
            ),
            Self::Datenschutzvorfaelle => (
                "datenschutzvorfaelle", "Verzeichnis der Datenschutzvorfälle",
                "Alle Datenschutzvorfälle, die in einem Zeitraum bekannt wurden, mit Hergang, Folgen, Meldung und Abhilfe (Art. 33 Abs. 5 DSGVO).",
                false, &["datenschutzvorfall.verzeichnis"],
            ),
            Self::Protokoll => (
                "protokoll", "Protokollauszug",
                "Alle Einträge des Protokolls in einem Zeitraum, mit Kopf der Kette.",
                false, &["protokoll.seite"],
            ),
        }
    }

    /// Whether a person in that role may hand it out at all, as far as it depends on more than the rights to the
    /// content. Whoever checks cases or leads a team hands out what is about one case, one team or nobody; reports
    /// on a whole check or register are for the others. A Prüfvermerk names the case, so it is for those who see
    /// numbers.
    fn fuer_rolle(self, rolle: Rolle) -> bool {
        let prueft = matches!(rolle, Rolle::Pruefkraft | Rolle::Teamleitung);
        match self {
            Self::Pruefvermerk => {
                prueft || matches!(rolle, Rolle::Qualitaetsmanagement | Rolle::Bereichsleitung)
            }
            Self::Rueckmeldung | Self::Pruefbogen => true,
            _ => !prueft,
        }
    }

    /// One role has to allow all of it: what two roles allow in parts is not allowed together.
    fn fuer_person(self, sitzung: &Sitzung) -> bool {
        let inhalt = self.angaben().4;
        sitzung.rollen().iter().any(|r| {
            let darf = |name: &&str| rechte::umfang(*r, name) > Umfang::Kein;
            self.fuer_rolle(*r) && darf(&"bericht.exportieren") && inhalt.iter().all(darf)
        })
    }

    /// How much of the content the person may see.
    pub(super) fn verlange(self, sitzung: &Sitzung) -> Ergebnis<Umfang> {
        if !self.fuer_person(sitzung) {
            return Err(Fehler::neu(
                Code::Recht,
                "Dafür haben Sie keine Berechtigung. Die Seite „Berichte“ zeigt, welche Sie ausgeben dürfen.",
            ));
        }
        let mut umfang = Umfang::Kein;
        for name in self.angaben().4.iter().rev() {
            umfang = rechte::verlange(sitzung, name)?.1;
        }
        Ok(umfang)
    }

    fn art(self) -> Berichtsart {
        let (name, titel, beschreibung, mit_nummer, _) = self.angaben();
        Berichtsart {
            name: name.to_owned(),
            titel: titel.to_owned(),
            beschreibung: beschreibung.to_owned(),
            format: "pdf".to_owned(),
            auch_als: match self {
                Self::Rueckmeldung => vec!["xlsx".to_owned(), "csv".to_owned()],
                _ => Vec::new(),
            },
            mit_nummer,
            mit_zeitraum: !mit_nummer,
        }
    }
}

/// The reports whose content the person may see.
pub(super) fn fuer(sitzung: &Sitzung) -> Vec<Berichtsart> {
    Berichtsname::ALLE
        .into_iter()
        .filter(|b| b.fuer_person(sitzung) && b.angaben().4.iter().all(|recht| rechte::darf(sitzung, recht)))
        .map(Berichtsname::art)
        .collect()
}

/// First and last day of a report about a period.
pub(super) fn zeitraum(
    (von, bis): (Option<NaiveDate>, Option<NaiveDate>),
) -> Ergebnis<(NaiveDate, NaiveDate)> {
    match (von, bis) {
        (Some(von), Some(bis)) if bis < von => {
            Err(Fehler::feld("bis", "Der letzte Tag liegt vor dem ersten."))
        }
        (Some(von), Some(bis)) => Ok((von, bis)),
        _ => Err(Fehler::feld("von", "Bitte geben Sie den ersten und den letzten Tag an.")),
    }
}
