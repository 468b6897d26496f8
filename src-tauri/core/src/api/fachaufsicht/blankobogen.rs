//! The empty check sheet of a theme or of a check.

use super::pruefung_laden;
use crate::api::rechte;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::blankobogen::{Blankodaten, blankobogen};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::Lesen;

/// The empty sheet, and the id of the version or of the check. `stelle` is the number of a check, the kennung of a
/// theme (its newest released version, without one its newest), or kennung and number of a version
/// (`bedarfe-unterkunft/2`).
pub(super) fn bericht(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    stelle: &str,
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<(Bericht, String)> {
    let fehlt = || {
        Fehler::feld(
            "nummer",
            format!("Eine Prüfung oder ein Prüfthema „{stelle}“ mit einem Prüfbogen wurde nicht gefunden."),
        )
    };
    let (vorlage_id, pruefung) = match l.pruefung_mit_nummer(stelle)? {
        Some(p) => {
            let umfang = rechte::verlange(sitzung, "pruefung.lesen")?.1;
            let p = pruefung_laden(l, sitzung, umfang, &p.id).map_err(|_| fehlt())?;
            (p.plan.vorlage_id.clone(), Some(p))
        }
        None => (vorlage(l, stelle)?.ok_or_else(fehlt)?, None),
    };
    let vorlage = l.bogenvorlage(&vorlage_id)?.ok_or_else(fehlt)?;
    let thema = l.pruefthema(&vorlage.thema_id)?.ok_or_else(fehlt)?;
    let id = pruefung.as_ref().map_or_else(|| vorlage.id.clone(), |p| p.id.clone());
    let pruefung = pruefung.map(|p| (p.nummer, p.plan.zeitraum_von, p.plan.zeitraum_bis));
    Ok((blankobogen(&Blankodaten { haus, kopf, thema, vorlage, pruefung }), id))
}

/// Id of the version that a kennung names.
fn vorlage(l: &Lesen<'_>, stelle: &str) -> Ergebnis<Option<String>> {
    let (kennung, fassung) = match stelle.split_once('/') {
        Some((kennung, fassung)) => (kennung.trim(), Some(fassung.trim())),
        None => (stelle, None),
    };
    let Some(thema) = l.pruefthemen()?.into_iter().find(|t| t.kennung == kennung) else { return Ok(None) };
    let koepfe = l.vorlagenkoepfe(Some(&thema.id))?;
    // Newest first.
    let gewaehlt = match fassung {
        Some(nummer) => koepfe.iter().find(|v| v.nummer.to_string() == nummer),
        None => koepfe.iter().find(|v| v.freigegeben_von.is_some()).or_else(|| koepfe.first()),
    };
    Ok(gewaehlt.map(|v| v.id.clone()))
}
