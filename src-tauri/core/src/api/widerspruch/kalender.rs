//! The calendar of deadlines and Wiedervorlagen, and what waits for a second person.

use super::ansicht::{Fristansicht, fristansicht};
use super::sicht;
use crate::api::Leer;
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::{Ort, feiertage};
use crate::storage::Kalendereintrag;
use crate::widerspruch::Fristart;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Days in one request at most.
const HOECHSTENS_TAGE: i64 = 400;
/// Controls shown at most.
const HOECHSTENS_KONTROLLEN: u32 = 5_000;

/// A range of days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KalenderFrage {
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Leave out what is done.
    pub nur_offene: bool,
}

/// The calendar of a range of days.
#[derive(Debug, Serialize, TS)]
pub struct Kalenderantwort {
    /// Deadlines and Wiedervorlagen by day; those kept from the person come first, without a day.
    pub eintraege: Vec<Kalendereintrag>,
    /// Holidays of the house in the range.
    pub feiertage: Vec<Feiertagsangabe>,
}

/// A holiday.
#[derive(Debug, Serialize, TS)]
pub struct Feiertagsangabe {
    /// Day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Name.
    pub name: String,
}

pub(super) fn kalender(f: &Frage<'_>, r: KalenderFrage) -> Ergebnis<Kalenderantwort> {
    if r.bis < r.von || (r.bis - r.von).num_days() > HOECHSTENS_TAGE {
        return Err(Fehler::feld("bis", "Bitte wählen Sie einen Zeitraum von höchstens einem Jahr."));
    }
    let ort = Ort::from(&f.l.hausdaten()?);
    let eintraege = f.l.kalender(&sicht(f.sitzung, f.umfang), r.von, r.bis, r.nur_offene)?;
    let feiertage = (r.von.year()..=r.bis.year())
        .filter_map(|jahr| feiertage(&ort, jahr).ok())
        .flatten()
        .filter(|t| (r.von..=r.bis).contains(&t.datum))
        .map(|t| Feiertagsangabe { tag: t.datum, name: t.name.to_owned() })
        .collect();
    Ok(Kalenderantwort { eintraege, feiertage })
}

/// A deadline that waits for a second person.
#[derive(Debug, Serialize, TS)]
pub struct Kontrolleintrag {
    /// Number of the procedure.
    pub nummer: String,
    /// Sign of who entered the present day.
    pub eingetragen_zeichen: String,
    /// The deadline as the person may see it.
    pub ansicht: Fristansicht,
}

/// What the start page says about deadlines.
#[derive(Debug, Serialize, TS)]
pub struct Fristenuebersicht {
    /// Deadlines of the house and Wiedervorlagen whose day is over.
    pub ueberfaellig: u32,
    /// Whose day is today.
    pub heute: u32,
    /// Later this week, until Sunday.
    pub diese_woche: u32,
    /// Deadlines that wait for this person as the second one.
    pub unbestaetigt: u32,
    /// Of these: to be found blind.
    pub verdeckt: u32,
    /// The next dates of the house from today on.
    pub naechste: Vec<Kalendereintrag>,
    /// The present day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
}

/// Days ahead from which the next dates are taken, and how many of them.
const VORAUS: Days = Days::new(60);
const NAECHSTE: usize = 5;

pub(super) fn kontrollen(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Kontrolleintrag>> {
    let heute = f.haus.umgebung().heute();
    let zeichen: BTreeMap<String, String> =
        f.l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    Ok(f.l
        .offene_kontrollen(&sicht(f.sitzung, f.umfang), HOECHSTENS_KONTROLLEN)?
        .into_iter()
        .map(|(frist, nummer)| Kontrolleintrag {
            nummer,
            eingetragen_zeichen: zeichen.get(&frist.eingetragen_von).cloned().unwrap_or_default(),
            ansicht: fristansicht(frist, f.sitzung, heute),
        })
        .collect())
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Fristenuebersicht> {
    let heute = f.haus.umgebung().heute();
    let sicht = sicht(f.sitzung, f.umfang);
    let sonntag = heute + Days::new(6 - u64::from(heute.weekday().num_days_from_monday()));
    let (ueberfaellig, am_tag, diese_woche) = f.l.kalender_zaehler(&sicht, heute, sonntag)?;
    let warten: Vec<Fristansicht> =
        f.l.offene_kontrollen(&sicht, HOECHSTENS_KONTROLLEN)?
            .into_iter()
            .map(|(frist, _)| fristansicht(frist, f.sitzung, heute))
            .filter(|a| a.darf_pruefen || a.darf_klaeren || a.darf_entscheiden)
            .collect();
    let anzahl = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let naechste = f.l.kalender(&sicht, heute, heute + VORAUS, true)?;
    Ok(Fristenuebersicht {
        ueberfaellig,
        heute: am_tag,
        diese_woche,
        unbestaetigt: anzahl(warten.len()),
        verdeckt: anzahl(warten.iter().filter(|a| a.verdeckt).count()),
        naechste: naechste
            .into_iter()
            .filter(|e| e.tag.is_some() && e.fristart.is_none_or(Fristart::bindet_haus))
            .take(NAECHSTE)
            .collect(),
        tag: heute,
    })
}
