//! The inputs of a deadline as a person reads them on a print.

use super::anfrage::{Bekanntgabeweg, Bescheidangaben, Fristfrage};
use crate::api::rechner::{Angabe, angabe};
use crate::frist::{Lang, Rechtsbehelfsbelehrung, Rechtsmittel, Wartefrist};
use chrono::NaiveDate;

pub(super) fn rechtsmittel(art: Rechtsmittel) -> &'static str {
    match art {
        Rechtsmittel::Berufung => "Berufung",
        Rechtsmittel::Nichtzulassungsbeschwerde => "Nichtzulassungsbeschwerde",
        Rechtsmittel::Beschwerde => "Beschwerde",
    }
}

impl Fristfrage {
    pub(super) fn titel(&self) -> &'static str {
        match self {
            Self::Widerspruch(_) => "Widerspruchsfrist (§ 84 SGG)",
            Self::Klage(_) => "Klagefrist (§ 87 SGG)",
            Self::Untaetigkeit(_) => "Untätigkeit (§ 88 SGG)",
            Self::Ueberpruefung(_) => "Überprüfungsantrag (§ 44 SGB X)",
            Self::Kundenreaktion(_) => "Fristen einer Kundenreaktion",
            Self::Auskunft(_) => "Auskunft und andere Betroffenenrechte (Art. 12 DSGVO)",
            Self::Datenschutzvorfall(_) => "Meldung eines Datenschutzvorfalls (Art. 33 DSGVO)",
            Self::Rechtsmittel(_) => "Rechtsmittelfrist (SGG)",
        }
    }

    /// Whether holidays have a say in it.
    pub(super) fn haengt_am_ort(&self) -> bool {
        !matches!(self, Self::Ueberpruefung(_) | Self::Datenschutzvorfall(_))
    }

    pub(super) fn eingaben(&self) -> Vec<Angabe> {
        let lang = |tag: NaiveDate| Lang(tag).to_string();
        match self {
            Self::Widerspruch(b) | Self::Klage(b) => bescheid(b),
            Self::Untaetigkeit(a) => {
                let verfahren = match a.verfahren {
                    Wartefrist::Widerspruch => "Widerspruch",
                    Wartefrist::Antrag => "Antrag",
                    Wartefrist::Ueberpruefung => "Überprüfungsantrag (§ 44 SGB X)",
                };
                vec![angabe("Verfahren", verfahren), angabe("Eingang im Jobcenter", lang(a.eingang))]
            }
            Self::Ueberpruefung(a) => vec![angabe("Eingang des Antrags", lang(a.antrag))],
            Self::Kundenreaktion(a) => vec![
                angabe("Eingang", lang(a.eingang)),
                angabe("Arbeitstage bis zur Bestätigung", a.arbeitstage.to_string()),
                angabe("Kalendertage bis zur Antwort", a.kalendertage.to_string()),
            ],
            Self::Auskunft(a) => vec![
                angabe("Eingang", lang(a.eingang)),
                angabe("Um zwei Monate verlängert", ja_nein(a.verlaengert)),
            ],
            Self::Datenschutzvorfall(a) => vec![
                angabe("Bekannt geworden", format!("{}, {} Uhr", Lang(a.kenntnis), a.uhrzeit)),
                angabe("Stunden", a.stunden.to_string()),
            ],
            Self::Rechtsmittel(a) => vec![
                angabe("Rechtsmittel", rechtsmittel(a.rechtsmittel)),
                angabe("Zustellung", lang(a.zustellung)),
            ],
        }
    }
}

fn ja_nein(ja: bool) -> &'static str {
    if ja { "ja" } else { "nein" }
}

fn bescheid(b: &Bescheidangaben) -> Vec<Angabe> {
    let weg = match b.weg {
        Bekanntgabeweg::PostInland => "Brief im Inland",
        Bekanntgabeweg::Elektronisch => "elektronisch",
        Bekanntgabeweg::Zustellung => "Zustellung oder Übergabe",
        Bekanntgabeweg::UebergabeEinschreiben => "Einschreiben durch Übergabe",
        Bekanntgabeweg::PostAusland => "Post ins Ausland",
    };
    let (abgang, zugang) = match b.weg {
        Bekanntgabeweg::PostInland | Bekanntgabeweg::UebergabeEinschreiben => {
            (Some("Aufgabe zur Post"), "Nachgewiesener Zugang")
        }
        Bekanntgabeweg::Elektronisch => (Some("Absendung"), "Nachgewiesener Zugang"),
        Bekanntgabeweg::Zustellung => (None, "Zugestellt oder übergeben am"),
        Bekanntgabeweg::PostAusland => (None, "Zugang"),
    };
    let belehrung = match b.belehrung {
        Rechtsbehelfsbelehrung::Ordnungsgemaess => "ordnungsgemäß",
        Rechtsbehelfsbelehrung::Fehlt => "fehlt",
        Rechtsbehelfsbelehrung::Fehlerhaft => "unrichtig oder unvollständig",
    };
    let mut eingaben = vec![angabe("Bekanntgabe", weg)];
    let tage = [abgang.zip(b.abgang), Some(zugang).zip(b.zugang)];
    eingaben.extend(tage.into_iter().flatten().map(|(name, tag)| angabe(name, Lang(tag).to_string())));
    if b.weg == Bekanntgabeweg::PostInland {
        eingaben.push(angabe("Vermerk über die Aufgabe zur Post", ja_nein(b.vermerk)));
    }
    if b.ausland && b.weg != Bekanntgabeweg::PostAusland {
        eingaben.push(angabe("Bekannt gegeben", "im Ausland"));
    }
    eingaben.push(angabe("Rechtsbehelfsbelehrung", belehrung));
    eingaben
}
