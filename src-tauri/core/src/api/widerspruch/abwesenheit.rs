//! Absences and who stands in: shown where a deadline or a Wiedervorlage falls into one.

use crate::api::Leer;
use crate::api::rechte::Umfang;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Kurz;
use crate::storage::{Abwesenheit, Lesen};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

modul! {
    operationen AbwesenheitOperation {
        Speichern(AbwesenheitSpeichern) = "abwesenheit.speichern", "Abwesenheit eintragen" => speichern;
        Loeschen(AbwesenheitLoeschen) = "abwesenheit.loeschen", "Abwesenheit löschen" => loeschen;
    }
    abfragen AbwesenheitAbfrage {
        Liste(Leer) -> Vec<Abwesenheitszeile> = "abwesenheit.liste", "Abwesenheiten ansehen" => liste;
    }
}

/// A new absence, or another range for one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AbwesenheitSpeichern {
    /// Id and expected version; `None` for a new one.
    pub bezug: Option<AbwesenheitLoeschen>,
    /// Who is away (user id).
    pub benutzer_id: String,
    /// First day.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Who stands in (user id).
    pub vertretung_id: Option<String>,
}

/// Which absence.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AbwesenheitLoeschen {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// An absence with its persons.
#[derive(Debug, Serialize, TS)]
pub struct Abwesenheitszeile {
    /// The absence.
    #[serde(flatten)]
    pub abwesenheit: Abwesenheit,
    /// Who is away, by name.
    pub person: String,
    /// Who stands in, by name.
    pub vertretung: Option<String>,
    /// The person may change it.
    pub darf_aendern: bool,
}

fn speichern(a: &Auftrag<'_>, r: AbwesenheitSpeichern) -> Ergebnis<Aenderung> {
    if r.bis < r.von {
        return Err(Fehler::feld("bis", "Der letzte Tag liegt vor dem ersten."));
    }
    if (r.bis - r.von).num_days() > 400 {
        return Err(Fehler::feld("bis", "Bitte tragen Sie höchstens ein Jahr auf einmal ein."));
    }
    let aktiv = |id: &str| -> Ergebnis<bool> { Ok(a.s.benutzer(id)?.is_some_and(|b| b.aktiv)) };
    if !eigene_oder_alle(a, &r.benutzer_id) || !aktiv(&r.benutzer_id)? {
        return Err(Fehler::feld("benutzer_id", "Bitte tragen Sie Ihre eigene Abwesenheit ein."));
    }
    if let Some(id) = &r.vertretung_id
        && (*id == r.benutzer_id || !aktiv(id)?)
    {
        return Err(Fehler::feld("vertretung_id", "Bitte wählen Sie eine andere Person als Vertretung."));
    }
    let neu = |id: String, version| Abwesenheit {
        id,
        benutzer_id: r.benutzer_id.clone(),
        von: r.von,
        bis: r.bis,
        vertretung_id: r.vertretung_id.clone(),
        version,
    };
    let abwesenheit = match r.bezug {
        None => {
            let abwesenheit = neu(a.neue_id(), 1);
            a.s.abwesenheit_anlegen(&abwesenheit, &a.salz())?;
            abwesenheit
        }
        Some(bezug) => {
            let vorher = laden(a, &bezug.id)?;
            let abwesenheit = Abwesenheit { benutzer_id: vorher.benutzer_id, ..neu(bezug.id, bezug.version) };
            oder_konflikt(a.s.abwesenheit_aendern(&abwesenheit), "Die Abwesenheit", || {
                a.s.abwesenheit(&abwesenheit.id)
            })?;
            abwesenheit
        }
    };
    Ok(Aenderung::an(ObjektArt::ABWESENHEIT, abwesenheit.id))
}

fn loeschen(a: &Auftrag<'_>, r: AbwesenheitLoeschen) -> Ergebnis<Aenderung> {
    laden(a, &r.id)?;
    oder_konflikt(a.s.abwesenheit_loeschen(&r.id, r.version), "Die Abwesenheit", || a.s.abwesenheit(&r.id))?;
    Ok(Aenderung::an(ObjektArt::ABWESENHEIT, r.id))
}

fn laden(a: &Auftrag<'_>, id: &str) -> Ergebnis<Abwesenheit> {
    a.s.abwesenheit(id)?
        .filter(|x| eigene_oder_alle(a, &x.benutzer_id))
        .ok_or_else(|| Fehler::nicht_gefunden("Die Abwesenheit"))
}

fn eigene_oder_alle(a: &Auftrag<'_>, benutzer_id: &str) -> bool {
    a.umfang == Umfang::Haus || benutzer_id == a.sitzung.benutzer_id()
}

fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Abwesenheitszeile>> {
    let personen = f.l.alle_benutzer()?;
    let name = |id: &str| personen.iter().find(|b| b.id == id).map(|b| b.anzeigename.clone());
    let alle = crate::api::rechte::verlange(f.sitzung, "abwesenheit.speichern")
        .is_ok_and(|(_, u)| u == Umfang::Haus);
    Ok(f.l
        .abwesenheiten(f.haus.umgebung().heute())?
        .into_iter()
        .map(|x| Abwesenheitszeile {
            person: name(&x.benutzer_id).unwrap_or_default(),
            vertretung: x.vertretung_id.as_deref().and_then(name),
            darf_aendern: alle || x.benutzer_id == f.sitzung.benutzer_id(),
            abwesenheit: x,
        })
        .collect())
}

/// A sentence if that person is away on that day.
pub(in crate::api) fn hinweis(l: &Lesen<'_>, benutzer_id: &str, tag: NaiveDate) -> Ergebnis<Option<String>> {
    let weg = l.abwesenheiten(tag)?.into_iter().find(|x| x.benutzer_id == benutzer_id && x.von <= tag);
    let Some(weg) = weg else { return Ok(None) };
    let name =
        |id: &str| -> Ergebnis<String> { Ok(l.benutzer(id)?.map_or_else(String::new, |b| b.anzeigename)) };
    let vertretung = match &weg.vertretung_id {
        Some(id) => format!("Vertretung: {}.", name(id)?),
        None => "Eine Vertretung ist nicht eingetragen.".to_owned(),
    };
    Ok(Some(format!(
        "{} ist am {} abwesend ({} bis {}). {vertretung}",
        name(benutzer_id)?,
        Kurz(tag),
        Kurz(weg.von),
        Kurz(weg.bis)
    )))
}
