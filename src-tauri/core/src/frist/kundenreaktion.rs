//! By when a Kundenreaktion is confirmed and answered. No statute, but the house's own promise.

use super::tag::{Lang, im_bereich, tage_danach};
use super::{FristFehler, Ort};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// The two days of a Kundenreaktion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsfristen {
    /// Last day for the confirmation of receipt; a working day.
    #[ts(type = "string")]
    pub bestaetigung_bis: NaiveDate,
    /// Last day for the answer; on whatever day it falls.
    #[ts(type = "string")]
    pub antwort_bis: NaiveDate,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

/// Confirmation after so many working days, answer after so many calendar days; the day of receipt is never
/// counted. `arbeitsfrei` are days on which the house is closed beyond the holidays. With 0 days the day
/// of receipt itself is meant. Errors: those of the range.
pub fn kundenreaktion(
    eingang: NaiveDate,
    ort: &Ort,
    arbeitstage: u32,
    kalendertage: u32,
    arbeitsfrei: &[NaiveDate],
) -> Result<Reaktionsfristen, FristFehler> {
    let eingang = im_bereich(eingang)?;
    let frei: BTreeSet<NaiveDate> = arbeitsfrei.iter().copied().collect();
    let mut bestaetigung_bis = eingang;
    let mut gezaehlt = 0;
    let mut geschlossen = 0_u32;
    while gezaehlt < arbeitstage {
        bestaetigung_bis = tage_danach(bestaetigung_bis, 1)?;
        if ort.ist_arbeitstag(bestaetigung_bis) {
            if frei.contains(&bestaetigung_bis) {
                geschlossen += 1;
            } else {
                gezaehlt += 1;
            }
        }
    }
    let antwort_bis = tage_danach(eingang, u64::from(kalendertage))?;
    let land = ort.land.name();
    let mut schritte = vec![
        format!("Eingang am {}. Dieser Tag zählt nicht mit (entsprechend § 187 Abs. 1 BGB).", Lang(eingang)),
        format!(
            "Eingangsbestätigung innerhalb von {}: bis {}. Gezählt sind Montag bis Freitag ohne gesetzliche Feiertage ({land}); der letzte Tag zählt ganz (entsprechend § 188 Abs. 1 BGB).",
            anzahl(arbeitstage, "Arbeitstag", "Arbeitstagen"),
            Lang(bestaetigung_bis)
        ),
    ];
    if geschlossen > 0 {
        schritte.push(format!(
            "Dabei {} nicht mitgezählt, weil das Haus geschlossen ist (Festlegung des Hauses, keine Regel des § 193 BGB).",
            if geschlossen == 1 { "ist 1 weiterer freier Tag".into() } else { format!("sind {geschlossen} weitere freie Tage") }
        ));
    }
    schritte.push(format!(
        "Antwort innerhalb von {}: bis {}. Dieser Tag verschiebt sich nicht, auch nicht am Wochenende; § 193 BGB wird nicht angewandt.",
        anzahl(kalendertage, "Kalendertag", "Kalendertagen"),
        Lang(antwort_bis)
    ));
    schritte.push(
        "Beide Tage sind ein Versprechen des Hauses und keine gesetzliche Frist; eine Vorschrift wie § 88 SGG gibt es für Kundenreaktionen nicht. Enthält das Schreiben einen Widerspruch, gilt dessen Frist."
            .into(),
    );
    Ok(Reaktionsfristen { bestaetigung_bis, antwort_bis, schritte })
}

fn anzahl(zahl: u32, einzahl: &str, mehrzahl: &str) -> String {
    format!("{zahl} {}", if zahl == 1 { einzahl } else { mehrzahl })
}
