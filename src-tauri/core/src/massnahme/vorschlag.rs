//! The check that could show an effect: when, and of what size.

use super::wirkung::Merkmalsergebnis;
use crate::aufzaehlung::aufzaehlung;
use crate::fachaufsicht::pruefung::Auswahl;
use crate::frist::Kurz;
use crate::stichprobe::{StichprobeFehler, prozent, umfang_bei_halber_rate, umfang_ohne_fehler, zahl};
use chrono::{Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// Months until what was done can show in new cases.
pub const EINLAUFMONATE: u32 = 3;
/// Largest check that is proposed; beyond it no Jobcenter checks by hand.
pub const HOECHSTER_UMFANG: u64 = 1_000;

aufzaehlung! {
    /// Which of the two proposed sizes a check takes.
    Wirkungsumfang {
        /// Enough if no case is wrong.
        OhneFehler = "ohne_fehler", "wenn kein Fall fehlerhaft ist";
        /// Shows a halved rate with a probability of 80 per cent.
        HalbeQuote = "halbe_quote", "wenn die Fehlerquote auf die Hälfte gesunken ist";
    }
}

/// When and how large the check on the effect should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Wirkungsvorschlag {
    /// First day of the period to check.
    #[ts(type = "string")]
    pub ab: NaiveDate,
    /// Cases that are enough if none of them is wrong.
    pub ohne_fehler: Option<u64>,
    /// Cases that show a halved rate with a probability of 80 per cent.
    pub halbe_quote: Option<u64>,
    /// The proposal and its assumptions in words.
    pub saetze: Vec<String>,
}

/// First day from which a check can show the effect of what was due or done on that day.
#[must_use]
pub fn wirkungstag(tag: NaiveDate) -> NaiveDate {
    tag.checked_add_months(Months::new(EINLAUFMONATE)).unwrap_or(tag)
}

impl Wirkungsvorschlag {
    /// Cases of that size; `None` where no check of a size that can be done by hand would show it.
    #[must_use]
    pub fn faelle(&self, umfang: Wirkungsumfang) -> Option<u64> {
        match umfang {
            Wirkungsumfang::OhneFehler => self.ohne_fehler,
            Wirkungsumfang::HalbeQuote => self.halbe_quote,
        }
    }

    /// The proposal after a first check, for what was done (or is due) on that day.
    ///
    /// # Errors
    /// [`StichprobeFehler`] for counts no check can have, which mean damage.
    pub fn neu(erste: &Merkmalsergebnis, tag: NaiveDate) -> Result<Self, StichprobeFehler> {
        let ab = wirkungstag(tag);
        let mut saetze = vec![format!(
            "Prüfzeitraum ab {}: {EINLAUFMONATE} Monate nach der Umsetzung, damit neue Fälle nach ihr entstanden sind.",
            Kurz(ab)
        )];
        let (k, n) = (erste.fehler, erste.beurteilt + erste.nicht_pruefbar);
        if erste.auswahl == Auswahl::Bewusst || k == 0 || n == 0 {
            saetze.push(if k == 0 {
                "In der ersten Prüfung steht bei diesem Merkmal kein Fehler mehr; ein Rückgang lässt sich daran nicht zeigen.".to_owned()
            } else {
                format!(
                    "{} war eine bewusste Auswahl. Ein Vergleich mit ihr belegt nichts; möglich ist nur eine spätere Stichprobe, die ihr eigenes Ziel belegt.",
                    erste.nummer
                )
            });
            return Ok(Self { ab, ohne_fehler: None, halbe_quote: None, saetze });
        }
        let ohne_fehler = umfang_ohne_fehler(n, k, HOECHSTER_UMFANG)?;
        let halbe_quote = umfang_bei_halber_rate(n, k, HOECHSTER_UMFANG)?;
        saetze.push(match ohne_fehler {
            Some(m) => format!(
                "Mindestens {} zufällig gezogene Fälle: Ist keiner davon fehlerhaft, ist der Rückgang gegenüber {} ({}) belegt.",
                zahl(m),
                erste.nummer,
                prozentsatz(k, n)
            ),
            None => format!(
                "Auch {} Fälle ohne Fehler belegen keinen Rückgang: In der ersten Prüfung waren es zu wenige Fehler.",
                zahl(HOECHSTER_UMFANG)
            ),
        });
        saetze.push(match halbe_quote {
            Some(m) => format!(
                "Besser {} Fälle: Ist die Fehlerquote auf die Hälfte gesunken, ist das dann mit 80 % Wahrscheinlichkeit zu belegen.",
                zahl(m)
            ),
            None => format!(
                "Eine Halbierung der Fehlerquote lässt sich mit höchstens {} Fällen nicht verlässlich belegen.",
                zahl(HOECHSTER_UMFANG)
            ),
        });
        saetze.push(
            "Annahmen: exakter Test von Fisher, einseitig, 5 %; Zufallsauswahl oder Vollprüfung; in jedem Fall ist das Merkmal anwendbar."
                .to_owned(),
        );
        Ok(Self { ab, ohne_fehler, halbe_quote, saetze })
    }
}

/// "12,5 %", or a dash where nothing was counted.
pub(super) fn prozentsatz(anzahl: u64, von: u64) -> String {
    if von == 0 { "–".to_owned() } else { prozent(anzahl, von) }
}
