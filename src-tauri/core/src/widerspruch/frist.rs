//! A deadline of a procedure: the day, how it came about, who confirmed it, and everything that happened
//! to it.

use super::kontrolle::{Gegenkontrolle, Kontrolle, Uebersteuerung};
use super::sollfrist::Sollfrist;
use crate::aufzaehlung::aufzaehlung;
use crate::frist::Rechtsmittel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Kind of deadline.
    Fristart {
        /// Of the person, for the Widerspruch (§ 84 SGG).
        Widerspruchsfrist = "widerspruchsfrist", "Widerspruchsfrist";
        /// Of the house: decide before an action for failure to act is admissible (§ 88 SGG).
        Untaetigkeit = "untaetigkeit", "Entscheiden und absenden bis (§ 88 SGG)";
        /// Of the person, for the Klage (§ 87 SGG).
        Klagefrist = "klagefrist", "Klagefrist";
        /// Of the person, set by the house (§ 26 SGB X).
        Begruendung = "begruendung", "Frist zur Begründung";
        /// End of resting.
        Ruhensende = "ruhensende", "Ende des Ruhens";
        /// Of the house, set by a court.
        Aeusserung = "aeusserung", "Äußerungsfrist des Gerichts";
        /// Of the house (§ 151 SGG).
        Berufung = "berufung", "Berufung";
        /// Of the house (§ 145 SGG).
        Nichtzulassungsbeschwerde = "nichtzulassungsbeschwerde", "Nichtzulassungsbeschwerde";
        /// Of the house (§ 173 SGG).
        Beschwerde = "beschwerde", "Beschwerde";
        /// Of the house, from another source.
        Frei = "frei", "Sonstige Frist";
    }
}

impl Fristart {
    /// Whether missing it costs the house something.
    #[must_use]
    pub fn bindet_haus(self) -> bool {
        self == Self::Untaetigkeit || self.doppelt()
    }

    /// Whether two persons must find the same day, each for herself.
    #[must_use]
    pub fn doppelt(self) -> bool {
        matches!(
            self,
            Self::Aeusserung
                | Self::Berufung
                | Self::Nichtzulassungsbeschwerde
                | Self::Beschwerde
                | Self::Frei
        )
    }

    /// Whether a person enters it; all others follow from the procedure.
    #[must_use]
    pub fn von_hand(self) -> bool {
        matches!(self, Self::Aeusserung | Self::Frei)
    }
}

impl From<Rechtsmittel> for Fristart {
    fn from(art: Rechtsmittel) -> Self {
        match art {
            Rechtsmittel::Berufung => Self::Berufung,
            Rechtsmittel::Nichtzulassungsbeschwerde => Self::Nichtzulassungsbeschwerde,
            Rechtsmittel::Beschwerde => Self::Beschwerde,
        }
    }
}

aufzaehlung! {
    /// Whether it still runs.
    Friststand {
        /// It runs.
        Laufend = "laufend", "läuft";
        /// What it asks for is done.
        Erledigt = "erledigt", "erledigt";
        /// It fell away.
        Gegenstandslos = "gegenstandslos", "gegenstandslos";
    }
}

aufzaehlung! {
    /// What happened to a deadline.
    Ereignis {
        /// Entered, or computed for the first time.
        Eingetragen = "eingetragen", "eingetragen";
        /// An input changed, and with it the day.
        NeuBerechnet = "neu_berechnet", "neu berechnet";
        /// Changed by hand.
        Geaendert = "geaendert", "geändert";
        /// A second person agrees.
        Bestaetigt = "bestaetigt", "bestätigt";
        /// A second person found another day.
        Abweichend = "abweichend", "abweichend geprüft";
        /// A reason for one's own day.
        Begruendet = "begruendet", "Abweichung begründet";
        /// Both agree after a difference.
        Geklaert = "geklaert", "Abweichung geklärt";
        /// Another day is proposed, with a reason.
        UebersteuerungVorgeschlagen = "uebersteuerung_vorgeschlagen", "anderer Tag vorgeschlagen";
        /// A second person agreed to it.
        Uebersteuert = "uebersteuert", "anderer Tag festgelegt";
        /// A second person did not.
        UebersteuerungAbgelehnt = "uebersteuerung_abgelehnt", "anderer Tag abgelehnt";
        /// Done.
        Erledigt = "erledigt", "erledigt";
        /// It runs again.
        WiederOffen = "wieder_offen", "läuft wieder";
        /// It fell away.
        Gegenstandslos = "gegenstandslos", "gegenstandslos geworden";
    }
}

/// One event in the life of a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fristereignis {
    /// When it was entered (UTC).
    pub am: String,
    /// Who (user id).
    pub von: String,
    /// What.
    pub ereignis: Ereignis,
    /// The day before.
    #[ts(type = "string | null")]
    pub tag_alt: Option<NaiveDate>,
    /// The day after.
    #[ts(type = "string | null")]
    pub tag_neu: Option<NaiveDate>,
    /// Why; may be empty.
    pub grund: String,
}

/// How the day came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case")]
pub enum Berechnung {
    /// By law, with its reasoning.
    Berechnet {
        /// The day that counts for the work: the end of the period, or the last day for posting (§ 88 SGG).
        #[ts(type = "string")]
        tag: NaiveDate,
        /// The end by the calendar.
        #[ts(type = "string")]
        nominal: NaiveDate,
        /// The end moved by § 64 Abs. 3 SGG.
        #[ts(type = "string")]
        fristende: NaiveDate,
        /// The event from which it counts.
        #[ts(type = "string")]
        beginn: NaiveDate,
        /// One sentence or two a step.
        schritte: Vec<String>,
    },
    /// By a person.
    Gesetzt {
        /// The day.
        #[ts(type = "string")]
        tag: NaiveDate,
    },
    /// The law gives no day for these inputs.
    NichtBerechenbar {
        /// Why, and the way out.
        grund: String,
    },
}

impl Berechnung {
    /// The day, if there is one.
    #[must_use]
    pub fn tag(&self) -> Option<NaiveDate> {
        match self {
            Self::Berechnet { tag, .. } | Self::Gesetzt { tag } => Some(*tag),
            Self::NichtBerechenbar { .. } => None,
        }
    }
}

/// How near a running deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Warnung {
    /// Far, or not running.
    Keine,
    /// First warning: 6 weeks after the receipt, or 14 days before.
    Hinweis,
    /// Second: 9 weeks, or 7 days before.
    Nah,
    /// Third: 11 weeks, or 3 days before.
    Dringend,
    /// The day is over.
    Ueberschritten,
}

/// Weeks after the receipt at which the clock of § 88 Abs. 2 SGG warns; for six months twice as many.
const WOCHEN: [(i64, Warnung); 3] = [(11, Warnung::Dringend), (9, Warnung::Nah), (6, Warnung::Hinweis)];
/// Days before any other deadline of the house.
const TAGE: [(i64, Warnung); 3] = [(3, Warnung::Dringend), (7, Warnung::Nah), (14, Warnung::Hinweis)];
/// A waiting period longer than that is the one of six months.
const DREI_MONATE_HOECHSTENS: i64 = 100;

/// A deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Verfahrensfrist {
    /// UUIDv7.
    pub id: String,
    /// Procedure.
    pub verfahren_id: String,
    /// Kind.
    pub art: Fristart,
    /// Tells deadlines of one kind apart: addressee `1`, `2` …, or `bescheid`; an id for those entered by hand.
    pub bezug: String,
    /// What it is about, where the kind does not say it.
    pub bezeichnung: String,
    /// Where a day set by hand comes from, for instance the letter of the court.
    pub quelle: String,
    /// How the day came about.
    pub berechnung: Berechnung,
    /// The day that counts now.
    #[ts(type = "string | null")]
    pub tag: Option<NaiveDate>,
    /// Whether it runs.
    pub stand: Friststand,
    /// When what it asks for was done.
    #[ts(type = "string | null")]
    pub erledigt_am: Option<NaiveDate>,
    /// Two persons must find the same day, each for herself.
    pub doppelt: bool,
    /// Whether a second person agrees.
    pub kontrolle: Kontrolle,
    /// Whose entry the present day is (user id).
    pub eingetragen_von: String,
    /// Her reason and day after a difference.
    pub erste: Option<Gegenkontrolle>,
    /// The second person's day.
    pub zweite: Option<Gegenkontrolle>,
    /// A day that replaces the computed one, once signed.
    pub uebersteuerung: Option<Uebersteuerung>,
    /// Everything that happened, oldest first.
    pub verlauf: Vec<Fristereignis>,
    /// For optimistic locking.
    pub version: i64,
}

/// Who does something, and when (UTC).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wer<'a> {
    pub von: &'a str,
    pub zeit: &'a str,
}

impl Verfahrensfrist {
    /// A deadline that was not there before.
    pub(crate) fn neu(id: String, verfahren_id: &str, soll: &Sollfrist, quelle: &str, wer: Wer<'_>) -> Self {
        let mut frist = Self {
            id,
            verfahren_id: verfahren_id.to_owned(),
            art: soll.art,
            bezug: soll.bezug.clone(),
            bezeichnung: soll.bezeichnung.clone(),
            quelle: quelle.to_owned(),
            berechnung: soll.berechnung.clone(),
            tag: soll.berechnung.tag(),
            stand: soll.stand,
            erledigt_am: soll.erledigt_am,
            doppelt: soll.doppelt,
            kontrolle: Kontrolle::Unbestaetigt,
            eingetragen_von: wer.von.to_owned(),
            erste: None,
            zweite: None,
            uebersteuerung: None,
            verlauf: Vec::new(),
            version: 1,
        };
        frist.ereignis(wer, Ereignis::Eingetragen, None, "");
        if frist.stand == Friststand::Erledigt {
            frist.ereignis(wer, Ereignis::Erledigt, frist.tag, "");
        }
        frist
    }

    /// Brings the deadline into line with what follows from the procedure now. Whether anything changed.
    pub(crate) fn angleichen(&mut self, soll: Option<&Sollfrist>, wer: Wer<'_>) -> bool {
        let vorher = self.clone();
        match soll {
            None if self.art.von_hand() => {}
            None => self.stand_setzen(Friststand::Gegenstandslos, None, wer),
            Some(soll) => {
                if self.berechnung.tag() != soll.berechnung.tag() || self.doppelt != soll.doppelt {
                    self.tag_setzen(soll.berechnung.clone(), Ereignis::NeuBerechnet, "", wer);
                }
                self.berechnung.clone_from(&soll.berechnung);
                self.doppelt = soll.doppelt;
                self.bezeichnung.clone_from(&soll.bezeichnung);
                self.stand_setzen(soll.stand, soll.erledigt_am, wer);
            }
        }
        *self != vorher
    }

    /// A new day; whoever confirmed the old one has not seen this one.
    pub(crate) fn tag_setzen(
        &mut self,
        berechnung: Berechnung,
        ereignis: Ereignis,
        grund: &str,
        wer: Wer<'_>,
    ) {
        let alt = self.tag;
        self.berechnung = berechnung;
        self.tag = self.berechnung.tag();
        self.kontrolle = Kontrolle::Unbestaetigt;
        (self.erste, self.zweite, self.uebersteuerung) = (None, None, None);
        wer.von.clone_into(&mut self.eingetragen_von);
        self.ereignis(wer, ereignis, alt, grund);
    }

    pub(crate) fn stand_setzen(&mut self, stand: Friststand, erledigt_am: Option<NaiveDate>, wer: Wer<'_>) {
        let ereignis = match stand {
            _ if stand == self.stand => None,
            Friststand::Laufend => Some(Ereignis::WiederOffen),
            Friststand::Erledigt => Some(Ereignis::Erledigt),
            Friststand::Gegenstandslos => Some(Ereignis::Gegenstandslos),
        };
        (self.stand, self.erledigt_am) = (stand, erledigt_am);
        if let Some(ereignis) = ereignis {
            self.ereignis(wer, ereignis, self.tag, "");
        }
    }

    pub(crate) fn ereignis(&mut self, wer: Wer<'_>, ereignis: Ereignis, alt: Option<NaiveDate>, grund: &str) {
        self.verlauf.push(Fristereignis {
            am: wer.zeit.to_owned(),
            von: wer.von.to_owned(),
            ereignis,
            tag_alt: alt,
            tag_neu: self.tag,
            grund: grund.to_owned(),
        });
    }

    /// What it asks for was done after the day, or the person's remedy came after it.
    #[must_use]
    pub fn verspaetet(&self) -> bool {
        matches!((self.erledigt_am, self.tag), (Some(am), Some(tag)) if am > tag)
    }

    /// How near it is on that day.
    #[must_use]
    pub fn warnung(&self, heute: NaiveDate) -> Warnung {
        let Some(tag) = self.tag.filter(|_| self.stand == Friststand::Laufend) else { return Warnung::Keine };
        if heute > tag {
            // The person's own period may simply pass.
            return if self.art.bindet_haus() { Warnung::Ueberschritten } else { Warnung::Hinweis };
        }
        if !self.art.bindet_haus() {
            return Warnung::Keine;
        }
        let rest = (tag - heute).num_days();
        let nah = TAGE.iter().find(|(t, _)| rest <= *t).map_or(Warnung::Keine, |(_, w)| *w);
        match (&self.berechnung, self.art) {
            (Berechnung::Berechnet { beginn, nominal, .. }, Fristart::Untaetigkeit) => {
                let mal = if (*nominal - *beginn).num_days() > DREI_MONATE_HOECHSTENS { 2 } else { 1 };
                let wochen = (heute - *beginn).num_days() / 7;
                let uhr = WOCHEN.iter().find(|(w, _)| wochen >= w * mal).map_or(Warnung::Keine, |(_, w)| *w);
                // Within three days of posting it is urgent whatever the weeks say.
                uhr.max(if rest <= TAGE[0].0 { Warnung::Dringend } else { Warnung::Keine })
            }
            _ => nah,
        }
    }
}
