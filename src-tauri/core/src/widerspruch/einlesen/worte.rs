//! The words of other lists, and what they mean here.

use super::super::{Verfahrensart, Verfahrensergebnis};
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::katalog::{Katalog, Katalogeintrag};
use crate::organisation::Team;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

aufzaehlung! {
    /// A column whose words must be ours.
    Wortfeld {
        /// Kind of procedure.
        Art = "art", "Art";
        /// How it ended.
        Ergebnis = "ergebnis", "Ergebnis";
        /// Subject.
        Sachgebiet = "sachgebiet", "Sachgebiet";
        /// Team.
        Team = "team", "Team";
    }
}

/// What a person said about a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Wortzuordnung {
    /// In which column.
    pub feld: Wortfeld,
    /// As the list writes it.
    pub wort: String,
    /// Name of the kind or of the result, kennung of the subject, id of the team; empty: still open, or no team.
    pub bedeutung: String,
}

/// Other words for the same thing; an empty meaning is "still open".
const ART: &[(Verfahrensart, &[&str])] = &[
    (Verfahrensart::Widerspruch, &["w", "wid", "wspr", "widerspruchsverfahren"]),
    (Verfahrensart::Ueberpruefung, &["ü", "üa", "überprüfung", "§ 44 SGB X", "Antrag nach § 44 SGB X"]),
    (Verfahrensart::Klage, &["k", "klageverfahren"]),
    (
        Verfahrensart::Eilverfahren,
        &["er", "ea", "eilantrag", "eilverfahren", "einstweilige Anordnung", "§ 86b SGG"],
    ),
];
const ERGEBNIS: &[(Verfahrensergebnis, &[&str])] = &[
    (Verfahrensergebnis::Abhilfe, &["abgeholfen", "volle Abhilfe", "Vollabhilfe"]),
    (Verfahrensergebnis::Teilabhilfe, &["teilweise abgeholfen", "teilweise Abhilfe"]),
    (Verfahrensergebnis::Stattgegeben, &["Stattgabe", "voll stattgegeben"]),
    (Verfahrensergebnis::TeilweiseStattgegeben, &["Teilstattgabe", "teilweise Stattgabe"]),
    (Verfahrensergebnis::Zurueckgewiesen, &["Zurückweisung", "abgelehnt", "unbegründet"]),
    (Verfahrensergebnis::Verworfen, &["verworfen", "Verwerfung", "unzulässig", "verfristet"]),
    (Verfahrensergebnis::Zuruecknahme, &["Rücknahme", "Zurücknahme"]),
    (
        Verfahrensergebnis::Erledigt86,
        &["§ 86 SGG", "erledigt nach § 86 SGG", "durch neuen Bescheid erledigt"],
    ),
    (Verfahrensergebnis::Abgegeben, &["Abgabe", "weitergeleitet"]),
    (Verfahrensergebnis::KlageAbgewiesen, &["abgewiesen", "Klageabweisung"]),
    (Verfahrensergebnis::Sonstiges, &["sonstige", "sonstiges", "anderweitig erledigt"]),
];
const OFFEN: &[&str] = &["offen", "noch offen", "in Bearbeitung", "laufend", "anhängig", "unerledigt"];
const OHNE_TEAM: &[&str] = &["ohne", "ohne Team", "keines", "kein Team"];

/// All words that are understood: ours, those of the house, and what a person said.
pub struct Wortschatz {
    /// `None`: two meanings.
    bedeutungen: HashMap<(Wortfeld, String), Option<String>>,
}

impl Wortschatz {
    /// From the house's catalogue and teams. A word of a person's whose meaning is gone counts as not said.
    #[must_use]
    pub fn neu(katalog: &[Katalogeintrag], teams: &[Team], eigene: &[Wortzuordnung]) -> Self {
        let mut neu = Self { bedeutungen: HashMap::new() };
        neu.aufzaehlung(Wortfeld::Art, ART);
        neu.aufzaehlung(Wortfeld::Ergebnis, ERGEBNIS);
        OFFEN.iter().for_each(|w| neu.merke(Wortfeld::Ergebnis, w, ""));
        OHNE_TEAM.iter().for_each(|w| neu.merke(Wortfeld::Team, w, ""));
        for e in katalog.iter().filter(|e| e.katalog == Katalog::Sachgebiet) {
            neu.merke(Wortfeld::Sachgebiet, &e.kennung, &e.kennung);
            neu.merke(Wortfeld::Sachgebiet, &e.titel, &e.kennung);
        }
        teams.iter().for_each(|t| neu.merke(Wortfeld::Team, &t.name, &t.id));
        let bekannt = |w: &&Wortzuordnung| {
            let leer = w.bedeutung.is_empty() && matches!(w.feld, Wortfeld::Ergebnis | Wortfeld::Team);
            leer || match w.feld {
                Wortfeld::Art => Verfahrensart::aus(&w.bedeutung).is_some(),
                Wortfeld::Ergebnis => Verfahrensergebnis::aus(&w.bedeutung).is_some(),
                Wortfeld::Sachgebiet => {
                    katalog.iter().any(|e| e.katalog == Katalog::Sachgebiet && e.kennung == w.bedeutung)
                }
                Wortfeld::Team => teams.iter().any(|t| t.id == w.bedeutung),
            }
        };
        for w in eigene.iter().filter(bekannt) {
            neu.bedeutungen.insert((w.feld, gefaltet(&w.wort)), Some(w.bedeutung.clone()));
        }
        neu
    }

    /// What a word means; `None` if it is not known, or can mean two things.
    #[must_use]
    pub fn bedeutung(&self, feld: Wortfeld, wort: &str) -> Option<&str> {
        self.bedeutungen.get(&(feld, gefaltet(wort)))?.as_deref()
    }

    fn aufzaehlung<A: Aufzaehlung>(&mut self, feld: Wortfeld, synonyme: &[(A, &[&str])]) {
        for a in A::ALLE {
            self.merke(feld, a.name(), a.name());
            self.merke(feld, a.titel(), a.name());
        }
        for (a, worte) in synonyme {
            worte.iter().for_each(|w| self.merke(feld, w, a.name()));
        }
    }

    fn merke(&mut self, feld: Wortfeld, wort: &str, bedeutung: &str) {
        self.bedeutungen
            .entry((feld, gefaltet(wort)))
            .and_modify(|b| {
                if b.as_deref() != Some(bedeutung) {
                    *b = None;
                }
            })
            .or_insert_with(|| Some(bedeutung.to_owned()));
    }
}

/// Letters and digits only, small, umlauts written out: `Zurückgewiesen.` and `ZURUECKGEWIESEN` are one word.
fn gefaltet(wort: &str) -> String {
    let mut aus = String::with_capacity(wort.len());
    for z in wort.chars().flat_map(char::to_lowercase).filter(|z| z.is_alphanumeric()) {
        match z {
            'ä' => aus.push_str("ae"),
            'ö' => aus.push_str("oe"),
            'ü' => aus.push_str("ue"),
            'ß' => aus.push_str("ss"),
            z => aus.push(z),
        }
    }
    aus
}
