//! Did it help? What a later check on the same item says, computed from counts and never entered.
//!
//! Two ways lead to "belegt": the verdict of the later check on its own goal, together with a lower rate of the
//! item, or Fisher's exact test, one-sided, below 5 per cent. Only full counts and random draws count: a
//! risk-based selection says nothing about the rest, so it proves no effect.

use super::vorschlag::prozentsatz;
use crate::fachaufsicht::pruefung::Auswahl;
use crate::frist::Kurz;
use crate::kleingruppen::MINDESTENS;
use crate::stichprobe::{FISHER_NIVEAU, StichprobeFehler, Urteil, fisher, zahl};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a finished check counted at one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Merkmalsergebnis {
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub nummer: String,
    /// First day of its period.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day of its period.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// How its units were selected.
    pub auswahl: Auswahl,
    /// Its draw was stratified.
    pub geschichtet: bool,
    /// It is not about all teams of the first check. Older records did not ask.
    #[serde(default)]
    pub teams_fehlen: bool,
    /// Units with the item wrong by the rule about "teilweise" of the first check; withdrawn ones not counted.
    pub fehler: u64,
    /// Units in which the item applied and was judged.
    pub beurteilt: u64,
    /// Units in which it could not be judged; they count against the effect.
    pub nicht_pruefbar: u64,
}

impl Merkmalsergebnis {
    /// Errors and units as the first of two: what could not be judged was no error.
    fn als_erste(&self) -> (u64, u64) {
        (self.fehler, self.beurteilt + self.nicht_pruefbar)
    }

    /// The same as the second of two: what could not be judged is an error.
    fn als_spaetere(&self) -> (u64, u64) {
        (self.fehler + self.nicht_pruefbar, self.beurteilt + self.nicht_pruefbar)
    }

    /// Why this check, as a later one, cannot show an effect of what was done on that day; `None` if it can.
    #[must_use]
    pub fn hindernis(&self, erste: &Self, umgesetzt_am: NaiveDate) -> Option<String> {
        if self.auswahl == Auswahl::Bewusst {
            return Some("Bewusste Auswahl: Sie ist nicht hochrechenbar und belegt keine Wirkung.".into());
        }
        if self.teams_fehlen {
            return Some("Sie betrifft nicht alle Teams der ersten Prüfung.".into());
        }
        if self.von <= erste.bis {
            return Some("Der Prüfzeitraum beginnt nicht nach dem der ersten Prüfung.".into());
        }
        if self.von < umgesetzt_am {
            return Some(format!("Der Prüfzeitraum beginnt vor der Umsetzung am {}.", Kurz(umgesetzt_am)));
        }
        if self.beurteilt < MINDESTENS {
            return Some(format!("Das Merkmal wurde in weniger als {MINDESTENS} Fällen beurteilt."));
        }
        None
    }
}

/// The answer to a question in one run of a Prüfliste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Frageantwort {
    /// Id of the run.
    pub durchgang_id: String,
    /// What people call the run.
    pub bezeichnung: String,
    /// Answered with "erfüllt".
    pub erfuellt: bool,
    /// The answer in German; empty where an older entry did not keep it.
    #[serde(default)]
    pub antwort: String,
}

impl Frageantwort {
    fn wort(&self) -> &str {
        if self.antwort.is_empty() { "nicht erfüllt" } else { &self.antwort }
    }
}

/// What an effect is judged by: the first check, and a later one on the same item. Counts, so that the verdict can
/// be computed again at any time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Wirkungsnachweis {
    /// An item of a check sheet.
    Pruefung {
        /// The check that the measure comes from.
        erste: Merkmalsergebnis,
        /// The later one.
        spaetere: Merkmalsergebnis,
        /// Verdict of the later check on its own goal.
        urteil: Option<Urteil>,
    },
    /// A question of a Prüfliste.
    Durchgang {
        /// The run that the measure comes from.
        erste: Frageantwort,
        /// A later one.
        spaetere: Frageantwort,
    },
}

/// The verdict.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "Massnahmenwirkung")]
pub struct Wirkung {
    /// Shown.
    pub belegt: bool,
    /// Fisher's exact test, one-sided: P(so many of the errors, or more, lie in the first check).
    pub p: Option<f64>,
    /// In words; the first sentence names the counts, the second the verdict.
    pub saetze: Vec<String>,
}

impl Wirkungsnachweis {
    /// Id of the later check or run.
    #[must_use]
    pub fn spaetere_id(&self) -> &str {
        match self {
            Self::Pruefung { spaetere, .. } => &spaetere.pruefung_id,
            Self::Durchgang { spaetere, .. } => &spaetere.durchgang_id,
        }
    }

    /// What people call the later check or run.
    #[must_use]
    pub fn spaetere_bezeichnung(&self) -> &str {
        match self {
            Self::Pruefung { spaetere, .. } => &spaetere.nummer,
            Self::Durchgang { spaetere, .. } => &spaetere.bezeichnung,
        }
    }

    /// The verdict from the counts.
    ///
    /// # Errors
    /// [`StichprobeFehler`] for counts no check can have, which mean damage.
    pub fn wirkung(&self) -> Result<Wirkung, StichprobeFehler> {
        match self {
            Self::Pruefung { erste, spaetere, urteil } => am_merkmal(erste, spaetere, *urteil),
            Self::Durchgang { erste, spaetere } => Ok(an_der_frage(erste, spaetere)),
        }
    }
}

fn am_merkmal(
    erste: &Merkmalsergebnis,
    spaetere: &Merkmalsergebnis,
    urteil: Option<Urteil>,
) -> Result<Wirkung, StichprobeFehler> {
    let ((k1, n1), (k2, n2)) = (erste.als_erste(), spaetere.als_spaetere());
    let hochrechenbar = |m: &Merkmalsergebnis| m.auswahl != Auswahl::Bewusst;
    let p = if hochrechenbar(erste) && hochrechenbar(spaetere) && n1 > 0 && n2 > 0 {
        Some(fisher(n1, k1, n2, k2)?.erste_schlechter)
    } else {
        None
    };
    // k2/n2 < k1/n1 without division; counts of a check stay far below 2^64 after the product in u128.
    let gesunken = u128::from(k2) * u128::from(n1) < u128::from(k1) * u128::from(n2);
    let test = p.is_some_and(|p| p < FISHER_NIVEAU);
    let nach_ziel = hochrechenbar(spaetere) && urteil == Some(Urteil::Belegt) && gesunken;
    let mut saetze = vec![format!(
        "{} hatte bei diesem Merkmal {}, {} hatte {}.",
        erste.nummer,
        anteil(erste),
        spaetere.nummer,
        anteil(spaetere)
    )];
    saetze.push(match (test, nach_ziel, p) {
        (true, _, Some(p)) => format!(
            "Der Rückgang ist belegt: Der exakte Test von Fisher (einseitig) ergibt p = {}, das liegt unter 0,05.",
            p_wert(p)
        ),
        (_, true, _) => format!(
            "Die Wirkung ist belegt: {} hat ihr Ziel belegt, und das Merkmal war seltener fehlerhaft als zuvor.",
            spaetere.nummer
        ),
        (_, _, Some(_)) if !gesunken => {
            "Die Wirkung ist nicht belegt: Das Merkmal war nicht seltener fehlerhaft als zuvor.".to_owned()
        }
        (_, _, Some(p)) => format!(
            "Die Wirkung ist nicht belegt: Der Rückgang kann Zufall sein (exakter Test von Fisher, einseitig, p = {}).",
            p_wert(p)
        ),
        (_, _, None) => {
            "Die Wirkung ist nicht belegt: Eine bewusste Auswahl lässt sich nicht vergleichen.".to_owned()
        }
    });
    if erste.nicht_pruefbar + spaetere.nicht_pruefbar > 0 {
        saetze.push(format!(
            "Nicht prüfbare Fälle zählen gegen die Wirkung: {} der ersten Prüfung als fehlerfrei, {} der späteren als fehlerhaft.",
            zahl(erste.nicht_pruefbar),
            zahl(spaetere.nicht_pruefbar)
        ));
    }
    if p.is_some() && (erste.geschichtet || spaetere.geschichtet) {
        saetze.push(
            "Mindestens eine der Prüfungen ist geschichtet gezogen; der Test zählt die gezogenen Fälle ohne Gewichte."
                .to_owned(),
        );
    }
    Ok(Wirkung { belegt: test || nach_ziel, p, saetze })
}

fn an_der_frage(erste: &Frageantwort, spaetere: &Frageantwort) -> Wirkung {
    let satz = if spaetere.erfuellt {
        format!(
            "Die Wirkung ist belegt: Dieselbe Frage war in „{}“ {} und ist in „{}“ erfüllt.",
            erste.bezeichnung,
            erste.wort(),
            spaetere.bezeichnung
        )
    } else {
        format!(
            "Die Wirkung ist nicht belegt: Dieselbe Frage ist auch in „{}“ {}.",
            spaetere.bezeichnung,
            spaetere.wort()
        )
    };
    Wirkung { belegt: spaetere.erfuellt, p: None, saetze: vec![satz] }
}

fn anteil(m: &Merkmalsergebnis) -> String {
    let (k, n) = (m.fehler, m.beurteilt);
    let einheit = if n == 1 { "Fall" } else { "Fällen" };
    format!("{} Fehler in {} {einheit} ({})", zahl(k), zahl(n), prozentsatz(k, n))
}

/// Four decimals, rounded up: what is shown is never smaller than what was computed.
fn p_wert(p: f64) -> String {
    if p < 0.0001 {
        return "unter 0,0001".to_owned();
    }
    if p < FISHER_NIVEAU && p > FISHER_NIVEAU - 0.0001 {
        return "0,0499…".to_owned();
    }
    let zehntausendstel = (p * 10_000.0 - 1e-6).ceil().clamp(0.0, 10_000.0);
    format!("{:.4}", zehntausendstel / 10_000.0).replace('.', ",")
}
