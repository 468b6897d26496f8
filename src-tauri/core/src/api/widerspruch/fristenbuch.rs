//! The Fristenbuch: what was entered, changed, confirmed and done in a period.

use super::ansicht::ohne_tage;
use super::sicht;
use crate::api::protokoll::tagesbeginn;
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{Lesen, Registersicht};
use crate::umgebung::zeitstempel;
use crate::widerspruch::{Ereignis, Fristart, Verfahrensfrist};
use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Days in one request at most.
const HOECHSTENS_TAGE: i64 = 400;

/// A period.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristenbuchFrage {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
}

/// The Fristenbuch of a period.
#[derive(Debug, Serialize, TS)]
pub struct Fristenbuch {
    /// Its events, oldest first.
    pub zeilen: Vec<Fristenbuchzeile>,
}

/// One event.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Fristenbuchzeile {
    /// When it was entered (UTC).
    pub am: String,
    /// Sign of the person.
    pub zeichen: String,
    /// Procedure.
    pub verfahren_id: String,
    /// Its number.
    pub nummer: String,
    /// Kind of deadline.
    pub art: Fristart,
    /// What it is about.
    pub bezeichnung: String,
    /// What happened.
    pub ereignis: Ereignis,
    /// The day before.
    #[ts(type = "string | null")]
    pub tag_alt: Option<NaiveDate>,
    /// The day after.
    #[ts(type = "string | null")]
    pub tag_neu: Option<NaiveDate>,
    /// Why.
    pub grund: String,
}

/// The beginning of a day in Germany, as storage writes moments.
fn moment(tag: NaiveDate) -> String {
    DateTime::from_timestamp_millis(tagesbeginn(tag)).map(zeitstempel).unwrap_or_default()
}

pub(super) fn lesen(f: &Frage<'_>, r: FristenbuchFrage) -> Ergebnis<Fristenbuch> {
    let sicht = sicht(f.sitzung, f.umfang);
    let person = f.sitzung.benutzer_id();
    let zeilen =
        sammeln(f.l, &sicht, (r.von, r.bis), |frist| frist.verdeckt_fuer(person, sicht.gegenpruefung))?;
    Ok(Fristenbuch { zeilen: zeilen.into_iter().map(|(zeile, _)| zeile).collect() })
}

/// The events of a period, oldest first; those of deadlines whose day must not be seen without it, and told apart.
pub(super) fn sammeln(
    l: &Lesen<'_>,
    sicht: &Registersicht,
    (von, bis): (NaiveDate, NaiveDate),
    verdeckt: impl Fn(&Verfahrensfrist) -> bool,
) -> Ergebnis<Vec<(Fristenbuchzeile, bool)>> {
    if bis < von || (bis - von).num_days() > HOECHSTENS_TAGE {
        return Err(Fehler::feld("bis", "Bitte wählen Sie einen Zeitraum von höchstens einem Jahr."));
    }
    let ende = bis.succ_opt().ok_or_else(|| Fehler::feld("bis", "Bitte prüfen Sie das Jahr."))?;
    let (von, vor) = (moment(von), moment(ende));
    let zeichen: BTreeMap<String, String> =
        l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    let mut zeilen = Vec::new();
    for (frist, nummer) in l.fristen_mit_ereignis(sicht, &von, &vor)? {
        let verdeckt = verdeckt(&frist);
        let frist = if verdeckt { ohne_tage(frist) } else { frist };
        for e in frist.verlauf.iter().filter(|e| (von.as_str()..vor.as_str()).contains(&e.am.as_str())) {
            let zeile = Fristenbuchzeile {
                am: e.am.clone(),
                zeichen: zeichen.get(&e.von).cloned().unwrap_or_default(),
                verfahren_id: frist.verfahren_id.clone(),
                nummer: nummer.clone(),
                art: frist.art,
                bezeichnung: frist.bezeichnung.clone(),
                ereignis: e.ereignis,
                tag_alt: e.tag_alt,
                tag_neu: e.tag_neu,
                grund: e.grund.clone(),
            };
            zeilen.push((zeile, verdeckt));
        }
    }
    zeilen.sort_by(|(a, _), (b, _)| a.am.cmp(&b.am).then_with(|| a.nummer.cmp(&b.nummer)));
    Ok(zeilen)
}
