//! Wiedervorlagen, for one procedure or for many at once.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::freitext;
use crate::storage::Wiedervorlage;
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Procedures in one request at most.
const HOECHSTENS: usize = 500;

/// Sets a Wiedervorlage for each of these procedures.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WiedervorlageAnlegen {
    /// Which procedures, 1 to 500.
    pub verfahren: Vec<String>,
    /// Day.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// What to look at, 3 to 200 characters.
    pub betreff: String,
    /// For whom (user id); `None`: the Widerspruchsstelle.
    pub fuer: Option<String>,
}

/// Moves a Wiedervorlage.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WiedervorlageAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Day.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// What to look at, 3 to 200 characters.
    pub betreff: String,
    /// For whom (user id); `None`: the Widerspruchsstelle.
    pub fuer: Option<String>,
}

/// Ticks a Wiedervorlage off, or opens it again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WiedervorlageErledigen {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Done, or open again.
    pub erledigt: bool,
}

pub(super) fn anlegen(a: &Auftrag<'_>, r: WiedervorlageAnlegen) -> Ergebnis<Aenderung> {
    if !(1..=HOECHSTENS).contains(&r.verfahren.len()) {
        return Err(Fehler::regel(format!("Bitte wählen Sie 1 bis {HOECHSTENS} Verfahren aus.")));
    }
    let betreff = pruefe_text("betreff", &r.betreff, 3, 200)?;
    let hinweis = tag_und_person(a, r.am, r.fuer.as_deref())?;
    let mut aenderung = Aenderung::default();
    for id in &r.verfahren {
        let v = laden(a.s, a.sitzung, a.umfang, id)?;
        if v.lage.erledigt() {
            return Err(Fehler::regel(format!("Das Verfahren {} ist erledigt.", v.nummer)));
        }
        let w = Wiedervorlage {
            id: a.neue_id(),
            verfahren_id: v.id,
            am: r.am,
            betreff: betreff.clone(),
            fuer: r.fuer.clone(),
            angelegt_von: a.sitzung.benutzer_id().to_owned(),
            angelegt_am: a.haus.umgebung().zeitstempel(),
            erledigt_von: None,
            erledigt_am: None,
            version: 1,
        };
        a.s.wiedervorlage_anlegen(&w, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::WIEDERVORLAGE, w.id);
    }
    Ok(hinweis.into_iter().chain(freitext::warnung(&betreff)).fold(aenderung, Aenderung::mit_hinweis))
}

pub(super) fn aendern(a: &Auftrag<'_>, r: WiedervorlageAendern) -> Ergebnis<Aenderung> {
    let vorher = sichtbar(a, &r.id)?;
    if vorher.erledigt_am.is_some() {
        return Err(Fehler::regel("Diese Wiedervorlage ist schon erledigt."));
    }
    let betreff = pruefe_text("betreff", &r.betreff, 3, 200)?;
    let hinweis = tag_und_person(a, r.am, r.fuer.as_deref())?;
    let neu = Wiedervorlage { am: r.am, betreff, fuer: r.fuer, version: r.version, ..vorher };
    Ok(hinweis.into_iter().fold(speichern(a, &neu)?, Aenderung::mit_hinweis))
}

pub(super) fn erledigen(a: &Auftrag<'_>, r: WiedervorlageErledigen) -> Ergebnis<Aenderung> {
    let vorher = sichtbar(a, &r.id)?;
    if vorher.erledigt_am.is_some() == r.erledigt {
        return Err(Fehler::regel(if r.erledigt {
            "Diese Wiedervorlage ist schon erledigt."
        } else {
            "Diese Wiedervorlage ist schon offen."
        }));
    }
    let neu = Wiedervorlage {
        erledigt_von: r.erledigt.then(|| a.sitzung.benutzer_id().to_owned()),
        erledigt_am: r.erledigt.then(|| a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..vorher
    };
    speichern(a, &neu)
}

fn speichern(a: &Auftrag<'_>, w: &Wiedervorlage) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.wiedervorlage_aendern(w), "Die Wiedervorlage", || a.s.wiedervorlage(&w.id))?;
    Ok(Aenderung::an(ObjektArt::WIEDERVORLAGE, w.id.clone()))
}

fn sichtbar(a: &Auftrag<'_>, id: &str) -> Ergebnis<Wiedervorlage> {
    let w = a.s.wiedervorlage(id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Wiedervorlage"))?;
    laden(a.s, a.sitzung, a.umfang, &w.verfahren_id)?;
    Ok(w)
}

/// Refuses a day in the past; says when that person is away on it.
fn tag_und_person(a: &Auftrag<'_>, am: NaiveDate, fuer: Option<&str>) -> Ergebnis<Option<String>> {
    if am < a.haus.umgebung().heute() {
        return Err(Fehler::feld("am", "Dieser Tag ist schon vorbei."));
    }
    let Some(id) = fuer else { return Ok(None) };
    if a.s.benutzer(id)?.is_none_or(|b| !b.aktiv) {
        return Err(Fehler::feld("fuer", "Diese Person gibt es nicht."));
    }
    abwesenheit::hinweis(a.s, id, am)
}
