//! By when the office must have decided, before an action for failure to act is admissible (§ 88 SGG).

use super::monatsfrist::{SGG, laufen};
use super::tag::{Lang, im_bereich};
use super::{FristFehler, Ort};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is waiting for a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wartefrist {
    /// Three months (§ 88 Abs. 2 SGG).
    Widerspruch,
    /// Six months (§ 88 Abs. 1 SGG).
    Antrag,
    /// Request under § 44 SGB X; six months as for any other request (§ 88 Abs. 1 SGG).
    Ueberpruefung,
}

/// By when the office must have decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Untaetigkeit {
    /// End of the waiting period by the calendar. The office plans with this day.
    #[ts(type = "string")]
    pub nominal: NaiveDate,
    /// The same, moved by § 64 Abs. 3 SGG; for information only.
    #[ts(type = "string")]
    pub fristende: NaiveDate,
    /// Last working day on which the decision can be posted and still become known by `nominal`.
    #[ts(type = "string")]
    pub absenden_bis: NaiveDate,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

/// Days for the post. Four also before 2025: for planning the longer way is the safe one.
const POSTWEG: u64 = 4;

/// Waiting period from the receipt at the office. It is the citizen's waiting period, so the office plans with
/// the unmoved end; whether § 64 Abs. 3 SGG moves it is left open. Errors: those of the range.
pub fn untaetigkeit(
    eingang: NaiveDate,
    wartefrist: Wartefrist,
    ort: &Ort,
) -> Result<Untaetigkeit, FristFehler> {
    let eingang = im_bereich(eingang)?;
    let (was, monate, anzahl, paragraph, entscheidung) = match wartefrist {
        Wartefrist::Widerspruch => ("Widerspruch", 3, "drei", "§ 88 Abs. 2 SGG", "der Widerspruchsbescheid"),
        Wartefrist::Antrag => ("Antrag", 6, "sechs", "§ 88 Abs. 1 Satz 1 SGG", "der Bescheid"),
        Wartefrist::Ueberpruefung => {
            ("Antrag auf Überprüfung", 6, "sechs", "§ 88 Abs. 1 Satz 1 SGG", "der Bescheid")
        }
    };
    let schritt = format!(
        "Der {was} ging am {} ein. Eine Untätigkeitsklage ist nach {anzahl} Monaten ohne Entscheidung zulässig, wenn ein zureichender Grund fehlt ({paragraph}).",
        Lang(eingang)
    );
    let frist = laufen(eingang, "des Eingangs", monate, ort, &SGG, vec![schritt])?;
    let (nominal, mut schritte) = (frist.frist_nominal, frist.schritte);
    if frist.fristende != nominal {
        schritte.push(format!(
            "Es ist eine Wartefrist der Bürgerin oder des Bürgers ({paragraph}). Planen Sie deshalb mit dem unverschobenen Tag, {}; der verschobene dient nur der Information.",
            Lang(nominal)
        ));
    }
    let spaetestens = nominal.checked_sub_days(Days::new(POSTWEG)).ok_or(FristFehler::DateBeforeLaw)?;
    let absenden_bis = ort.letzter_arbeitstag(spaetestens)?;
    schritte.push(format!(
        "Bis dahin muss {entscheidung} bekannt gegeben sein. Vier Tage für den Postweg sind abzuziehen (§ 37 Abs. 2 Satz 1 SGB X): {}.",
        Lang(spaetestens)
    ));
    schritte.push(if absenden_bis == spaetestens {
        format!("Das ist ein Arbeitstag: Spätestens am {} absenden ({paragraph}).", Lang(absenden_bis))
    } else {
        format!(
            "Das ist kein Arbeitstag ({}): Spätestens am Arbeitstag davor absenden, {} ({paragraph}).",
            ort.land.name(),
            Lang(absenden_bis)
        )
    });
    Ok(Untaetigkeit { nominal, fristende: frist.fristende, absenden_bis, schritte })
}
