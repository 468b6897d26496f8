//! Whether the house kept its promises: every ticket falls into exactly one class.

use super::Reaktionszahl;
use crate::kundenreaktion::Reaktionsergebnis;
use crate::vollzaehlung::Anteil;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// How a promise was kept. Together with [`Abseits`] this is every ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Zusage {
    /// In time, of those that were due.
    pub in_zeit: Anteil,
    /// Of the late ones: done, but too late.
    pub verspaetet: u64,
    /// Of the late ones: still not done.
    pub ueberfaellig: u64,
    /// Not done, and not yet due.
    pub nicht_faellig: u64,
    /// Not done, and the clock rests.
    pub ruht: u64,
}

/// Tickets to which no answer of the house was to be expected; they are in no share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Abseits {
    /// Handed to who is competent.
    pub abgegeben: u64,
    /// Go on in another ticket.
    pub zusammengefuehrt: u64,
    /// Ended without an answer until the promised day.
    pub ohne_antwort: u64,
    /// The person wishes no answer.
    pub ohne_wunsch: u64,
    /// Dienstaufsichtsbeschwerden: handed on, never answered here.
    pub dienstaufsicht: u64,
}

impl Abseits {
    /// All of them.
    #[must_use]
    pub fn summe(self) -> u64 {
        self.abgegeben + self.zusammengefuehrt + self.ohne_antwort + self.ohne_wunsch + self.dienstaufsicht
    }
}

/// The class of a ticket for one promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Klasse {
    InZeit,
    Verspaetet,
    Ueberfaellig,
    NichtFaellig,
    Ruht,
    Abgegeben,
    Zusammengefuehrt,
    OhneAntwort,
    OhneWunsch,
    Dienstaufsicht,
}

impl Klasse {
    /// Whether the promise was kept; nothing where it was not due.
    pub(super) fn in_zeit(self) -> Option<bool> {
        match self {
            Self::InZeit => Some(true),
            Self::Verspaetet | Self::Ueberfaellig => Some(false),
            _ => None,
        }
    }
}

impl Reaktionszahl {
    fn abseits(&self) -> Option<Klasse> {
        match self.ergebnis {
            _ if self.art.nur_abgabe() => Some(Klasse::Dienstaufsicht),
            _ if self.bestaetigung_bis.is_none() => Some(Klasse::OhneWunsch),
            // What was late stays late, however it ended after the person came back.
            _ if self.frueher_verspaetet => None,
            Some(Reaktionsergebnis::Abgegeben) => Some(Klasse::Abgegeben),
            Some(Reaktionsergebnis::Zusammengefuehrt) => Some(Klasse::Zusammengefuehrt),
            // Waiting long enough does not spare the answer.
            Some(Reaktionsergebnis::OhneAntwort) => {
                let spaet = self.beantwortet_am.zip(self.antwort_bis).is_some_and(|(am, bis)| am > bis);
                (!spaet).then_some(Klasse::OhneAntwort)
            }
            Some(Reaktionsergebnis::Beantwortet) | None => None,
        }
    }

    /// The promise of an answer on the day `stand`.
    pub(super) fn antwort(&self, stand: NaiveDate) -> Klasse {
        self.abseits().unwrap_or_else(|| match klasse(self.antwort_bis, self.beantwortet_am, stand) {
            Klasse::Ueberfaellig => Klasse::Ueberfaellig,
            _ if self.frueher_verspaetet => Klasse::Verspaetet,
            sonst => sonst,
        })
    }

    /// The promise of a confirmation; who was answered needs none any more.
    pub(super) fn bestaetigung(&self, stand: NaiveDate) -> Klasse {
        let am = self.bestaetigt_am.or(self.beantwortet_am);
        self.abseits().unwrap_or_else(|| klasse(self.bestaetigung_bis, am, stand))
    }

    /// Calendar days from receipt to answer.
    pub(super) fn tage(&self) -> Option<u32> {
        let am = self.beantwortet_am.filter(|_| self.ergebnis == Some(Reaktionsergebnis::Beantwortet))?;
        u32::try_from((am - self.eingang).num_days()).ok()
    }
}

fn klasse(bis: Option<NaiveDate>, am: Option<NaiveDate>, stand: NaiveDate) -> Klasse {
    match (bis, am) {
        (Some(bis), Some(am)) if am <= bis => Klasse::InZeit,
        // Answered while the clock rested, which then ended with the answer.
        (None, Some(_)) => Klasse::InZeit,
        (Some(_), Some(_)) => Klasse::Verspaetet,
        (Some(bis), None) if bis < stand => Klasse::Ueberfaellig,
        (Some(_), None) => Klasse::NichtFaellig,
        (None, None) => Klasse::Ruht,
    }
}

/// Counts classes.
pub(super) fn zusage(klassen: impl Iterator<Item = Klasse>) -> (Zusage, Abseits) {
    let (mut z, mut a) = (Zusage::default(), Abseits::default());
    for klasse in klassen {
        z.in_zeit = z.in_zeit.dazu(Anteil::aus([klasse.in_zeit()]));
        match klasse {
            Klasse::InZeit => {}
            Klasse::Verspaetet => z.verspaetet += 1,
            Klasse::Ueberfaellig => z.ueberfaellig += 1,
            Klasse::NichtFaellig => z.nicht_faellig += 1,
            Klasse::Ruht => z.ruht += 1,
            Klasse::Abgegeben => a.abgegeben += 1,
            Klasse::Zusammengefuehrt => a.zusammengefuehrt += 1,
            Klasse::OhneAntwort => a.ohne_antwort += 1,
            Klasse::OhneWunsch => a.ohne_wunsch += 1,
            Klasse::Dienstaufsicht => a.dienstaufsicht += 1,
        }
    }
    (z, a)
}
