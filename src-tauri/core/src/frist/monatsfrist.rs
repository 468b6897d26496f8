//! Periods of months: where they end by the calendar, and where they end by law.

use super::tag::{Lang, Monat, monate_danach, tage_danach};
use super::{FristFehler, Ort, feiertag};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::fmt::Write as _;
use ts_rs::TS;

/// A period of months with its reasoning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Monatsfrist {
    /// The end by the calendar, on whatever day it falls.
    #[ts(type = "string")]
    pub frist_nominal: NaiveDate,
    /// The last day of the period, until 24:00. Never Saturday, Sunday or holiday.
    #[ts(type = "string")]
    pub fristende: NaiveDate,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

/// The paragraphs of one body of law on counting months.
pub(super) struct Zaehlung {
    pub(super) beginn: &'static str,
    pub(super) ende: &'static str,
    pub(super) kurzer_monat: &'static str,
    pub(super) verschiebung: &'static str,
}

/// Social courts and the Widerspruch before them.
pub(super) const SGG: Zaehlung = Zaehlung {
    beginn: "§ 64 Abs. 1 SGG",
    ende: "§ 64 Abs. 2 Satz 1 SGG",
    kurzer_monat: "§ 64 Abs. 2 Satz 2 SGG",
    verschiebung: "§ 64 Abs. 3 SGG",
};

/// Periods of European law.
pub(super) const EU: Zaehlung = Zaehlung {
    beginn: "Art. 3 Abs. 1 Unterabs. 2 der Verordnung (EWG, Euratom) Nr. 1182/71",
    ende: "Art. 3 Abs. 2 Buchst. c der Verordnung (EWG, Euratom) Nr. 1182/71",
    kurzer_monat: "Art. 3 Abs. 2 Buchst. c der Verordnung (EWG, Euratom) Nr. 1182/71",
    verschiebung: "Art. 3 Abs. 4 der Verordnung (EWG, Euratom) Nr. 1182/71",
};

/// Counts months from the day of an event ("der Bekanntgabe") and adds the reasoning to `schritte`.
/// Errors: `DateTooLate`.
pub(super) fn laufen(
    ereignis: NaiveDate,
    was: &str,
    monate: u32,
    ort: &Ort,
    zaehlung: &Zaehlung,
    mut schritte: Vec<String>,
) -> Result<Monatsfrist, FristFehler> {
    let nominal = monate_danach(ereignis, monate)?;
    let ende = ort.naechster_arbeitstag(nominal)?;
    schritte.push(format!(
        "Der Tag {was} zählt nicht mit; die Frist beginnt am {} ({}).",
        Lang(tage_danach(ereignis, 1)?),
        zaehlung.beginn
    ));
    schritte.push(if nominal.day() == ereignis.day() {
        format!(
            "Sie endet rechnerisch am {}, dem Tag mit derselben Zahl wie der Tag {was} ({}).",
            Lang(nominal),
            zaehlung.ende
        )
    } else {
        format!(
            "Einen {}. gibt es im {} nicht. Die Frist endet deshalb rechnerisch am letzten Tag dieses Monats: {} ({}).",
            ereignis.day(),
            Monat(nominal),
            Lang(nominal),
            zaehlung.kurzer_monat
        )
    });
    schritte.push(verschiebung(nominal, ende, ort, zaehlung));
    Ok(Monatsfrist { frist_nominal: nominal, fristende: ende, schritte })
}

/// Why the period ends on that day and not before: each skipped day by its name.
fn verschiebung(nominal: NaiveDate, ende: NaiveDate, ort: &Ort, zaehlung: &Zaehlung) -> String {
    let (land, paragraph) = (ort.land.name(), zaehlung.verschiebung);
    let mut satz = String::with_capacity(256);
    // Writing to a String cannot fail.
    let _ = if nominal == ende {
        write!(
            satz,
            "{} ist weder Samstag noch Sonntag noch gesetzlicher Feiertag ({land}): Die Frist läuft an diesem Tag um 24 Uhr ab ({paragraph}).",
            Lang(ende)
        )
    } else {
        satz.push_str("An einem Samstag, Sonntag oder gesetzlichen Feiertag endet die Frist nicht: ");
        for (i, tag) in nominal.iter_days().take_while(|tag| *tag < ende).enumerate() {
            let _ = write!(satz, "{}{}", if i == 0 { "" } else { "; " }, Lang(tag));
            if let Some(name) = feiertag(ort, tag) {
                let _ = write!(satz, " ist {name} ({land})");
            }
        }
        write!(satz, ". Sie läuft erst am {} um 24 Uhr ab ({paragraph}).", Lang(ende))
    };
    let _ = match (ende.day(), ende.month()) {
        (24, 12) => write!(satz, " Der Heilige Abend ist kein gesetzlicher Feiertag."),
        (31, 12) => write!(satz, " Silvester ist kein gesetzlicher Feiertag."),
        _ => Ok(()),
    };
    satz
}
