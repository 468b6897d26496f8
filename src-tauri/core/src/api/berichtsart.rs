//! Which reports there are, of all modules: what they are called, and which rights their content needs.

use super::rechte::{self, Umfang};
use crate::fehler::{Ergebnis, Fehler};
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
    const ALLE: [Self; 9] = [
        Self::Pruefung,
        Self::Pruefkoffer,
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

    /// How much of the content the person may see.
    pub(super) fn verlange(self, sitzung: &Sitzung) -> Ergebnis<Umfang> {
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
            mit_nummer,
            mit_zeitraum: !mit_nummer,
        }
    }
}

/// The reports whose content the person may see.
pub(super) fn fuer(sitzung: &Sitzung) -> Vec<Berichtsart> {
    Berichtsname::ALLE
        .into_iter()
        .filter(|b| b.angaben().4.iter().all(|recht| rechte::darf(sitzung, recht)))
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
