//! A procedure of the demo house, and what somebody does to it.

use crate::frist::{Bekanntgabe, Rechtsbehelfsbelehrung};
use crate::haus::Sitzung;
use crate::widerspruch::{
    Bescheidergebnis, Gerichtsausgang, Kosten, Stattgabe, Verfahrensart, Verfahrensschritt,
};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A procedure.
pub(super) struct Fall {
    pub(super) id: String,
    pub(super) version: i64,
    pub(super) art: Verfahrensart,
    /// Who keeps it: 0 or 1; the other one is the second person.
    pub(super) zustaendig: usize,
    /// Counsel acts for the person.
    pub(super) bevollmaechtigt: bool,
    /// Id and version of its deadlines, in the order in which they came about.
    pub(super) fristen: Vec<(String, i64)>,
}

impl Fall {
    pub(super) fn neu(art: Verfahrensart, zustaendig: usize, bevollmaechtigt: bool) -> Self {
        Self { id: String::new(), version: 0, art, zustaendig, bevollmaechtigt, fristen: Vec::new() }
    }

    pub(super) fn zweite(&self) -> usize {
        1 - self.zustaendig
    }

    pub(super) fn frist_merken(&mut self, id: &str, version: i64) {
        match self.fristen.iter_mut().find(|(f, _)| f == id) {
            Some(frist) => frist.1 = version,
            None => self.fristen.push((id.to_owned(), version)),
        }
    }

    /// The operations of a piece of work, each expecting the version that the one before it leaves.
    pub(super) fn operationen(&self, was: &Was, personen: &[Sitzung; 2]) -> Vec<(&'static str, Value)> {
        let bezug = |weitere: i64| (self.id.as_str(), self.version + weitere);
        let frist = |f: &Option<(String, i64)>, felder: Value| {
            f.as_ref().map(|(id, version)| {
                let mut daten = json!({"id": id, "version": version});
                if let (Value::Object(daten), Value::Object(felder)) = (&mut daten, felder) {
                    daten.extend(felder);
                }
                daten
            })
        };
        let schritt = |(id, version): (&str, i64), schritt: &Verfahrensschritt| {
            ("widerspruch.schritt", json!({"id": id, "version": version, "schritt": schritt}))
        };
        match was {
            Was::Anlegen(daten) => vec![("widerspruch.anlegen", (**daten).clone())],
            Was::Zuweisen => {
                let (id, version) = bezug(0);
                let an = personen[self.zustaendig].benutzer_id();
                vec![("widerspruch.zuweisen", json!({"id": id, "version": version, "zustaendig": an}))]
            }
            Was::Schritte(schritte) => schritte.iter().zip(0..).map(|(s, i)| schritt(bezug(i), s)).collect(),
            Was::KlageErheben { am, .. } => {
                vec![schritt(bezug(0), &Verfahrensschritt::KlageErheben { am: *am })]
            }
            Was::Zeichnen => {
                let (id, version) = bezug(0);
                vec![("widerspruch.zeichnen", json!({"id": id, "version": version}))]
            }
            Was::Zurueckgeben(grund) => {
                let (id, version) = bezug(0);
                vec![(
                    "widerspruch.zeichnung_zurueckgeben",
                    json!({"id": id, "version": version, "grund": grund}),
                )]
            }
            Was::Bestaetigen(welche) => frist(&welche.aus(&self.fristen), json!({}))
                .map(|daten| ("frist.bestaetigen", daten))
                .into_iter()
                .collect(),
            Was::WiedervorlageErledigen(id) => {
                vec![("wiedervorlage.erledigen", json!({"id": id, "version": 1, "erledigt": true}))]
            }
            // Its id is needed at once, so it is not part of the day's transaction.
            Was::Wiedervorlage(_) => Vec::new(),
            Was::Gegenpruefen(tag) => frist(&Welche::Erste.aus(&self.fristen), json!({"tag": tag}))
                .map(|daten| ("frist.gegenpruefen", daten))
                .into_iter()
                .collect(),
        }
    }
}

/// Which deadline of a procedure.
#[derive(Clone, Copy)]
pub(super) enum Welche {
    Erste,
    Zweite,
    Letzte,
}

impl Welche {
    fn aus(self, fristen: &[(String, i64)]) -> Option<(String, i64)> {
        match self {
            Self::Erste => fristen.first(),
            Self::Zweite => fristen.get(1),
            Self::Letzte => fristen.last(),
        }
        .cloned()
    }
}

/// Work on a procedure: who, and what.
pub(super) struct Arbeit {
    pub(super) fall: usize,
    pub(super) person: usize,
    pub(super) was: Was,
}

/// What is done.
pub(super) enum Was {
    Anlegen(Box<Value>),
    Zuweisen,
    Schritte(Vec<Verfahrensschritt>),
    /// A Klage came; it becomes the procedure at that place.
    KlageErheben {
        am: NaiveDate,
        klage: usize,
    },
    Zeichnen,
    Zurueckgeben(&'static str),
    Bestaetigen(Welche),
    /// The second person finds the day of the first deadline herself.
    Gegenpruefen(NaiveDate),
    /// In that many days.
    Wiedervorlage(u64),
    WiedervorlageErledigen(String),
}

/// A simple letter within Germany, with the note that proves its day.
pub(super) fn brief(am: NaiveDate) -> Bekanntgabe {
    Bekanntgabe::PostInland { aufgabe_zur_post: Some(am), vermerk: true, zugang: None }
}

/// The decision leaves the house.
pub(super) fn absenden(am: NaiveDate, kosten: Option<Kosten>) -> Verfahrensschritt {
    Verfahrensschritt::Absenden {
        bekanntgabe: brief(am),
        ausland: false,
        belehrung: Rechtsbehelfsbelehrung::Ordnungsgemaess,
        kosten,
    }
}

/// A draft, handed over to be signed.
pub(super) fn vorlegen(ergebnis: Bescheidergebnis, stattgabe: Option<Stattgabe>) -> Vec<Verfahrensschritt> {
    vec![Verfahrensschritt::Entwerfen { ergebnis, stattgabe }, Verfahrensschritt::Vorlegen {}]
}

/// The end of a court procedure.
pub(super) fn urteil(
    am: NaiveDate,
    ausgang: Gerichtsausgang,
    stattgabe: Option<Stattgabe>,
    kosten: Option<Kosten>,
) -> Verfahrensschritt {
    Verfahrensschritt::GerichtEntscheidet {
        am,
        ausgang,
        zugestellt_am: None,
        rechtsmittel: None,
        stattgabe,
        kosten,
    }
}
