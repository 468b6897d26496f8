//! Corrections of cases: a record of their own that stays open beyond the Feststellung.

use super::bogen_arbeit::{mit_warnung, pruefe_anzahl};
use super::bogen_kontext::{klarsicht, leitet};
use super::feststellung::laden;
use super::feststellung_anfragen::*;
use super::sicht;
use crate::api::haus::pruefe_text;
use crate::api::rechte::Umfang;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::api::{Leer, rechte};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fachaufsicht::feststellung::{Feststellung, FeststellungStand, Korrektur};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::{
    Bestaetigende, KorrekturFilter, Korrekturseite, Korrektursortierung, Korrekturuebersicht, Sicht,
    Textlaenge,
};

/// Brings the correction into line with what the Feststellung says now. What is done stays as it is.
pub(super) fn angleichen(
    a: &Auftrag<'_>,
    aenderung: Aenderung,
    x: &Feststellung,
    team_id: Option<&str>,
) -> Ergebnis<Aenderung> {
    let gilt = x.stand != FeststellungStand::Zurueckgenommen;
    let id = match (x.inhalt.korrektur_bis.filter(|_| gilt), a.s.korrektur_zu(&x.id)?) {
        (Some(bis), None) => {
            let id = a.neue_id();
            a.s.korrektur_anlegen(&id, x, team_id, bis, &a.salz())?;
            id
        }
        (Some(bis), Some(k)) if k.erledigt_am.is_none() && k.faellig_am != bis => {
            a.s.korrektur_aendern(&Korrektur { faellig_am: bis, ..k.clone() })?;
            k.id
        }
        (None, Some(k)) if k.erledigt_am.is_none() => {
            a.s.korrektur_loeschen(&k.id, k.version)?;
            k.id
        }
        _ => return Ok(aenderung),
    };
    Ok(aenderung.und(ObjektArt::KORREKTUR, id))
}

pub(super) fn erledigen(a: &Auftrag<'_>, r: KorrekturErledigen) -> Ergebnis<Aenderung> {
    let (k, x, team) = offen(a, &r.id)?;
    if !(leitet(a.sitzung, team.as_deref()) || a.sitzung.hat(Rolle::Qualitaetsmanagement)) {
        return Err(Fehler::neu(Code::Recht, "Die Korrektur meldet die Teamleitung des Teams."));
    }
    if k.erledigt_am.is_some() {
        return Err(Fehler::regel("Diese Korrektur ist schon als erledigt gemeldet."));
    }
    if r.erledigt_am > a.haus.umgebung().heute() {
        return Err(Fehler::feld("erledigt_am", "Der Tag der Korrektur liegt in der Zukunft."));
    }
    if r.erledigt_am.to_string() < x.erfasst_am.chars().take(10).collect::<String>() {
        return Err(Fehler::feld("erledigt_am", "Die Korrektur kann nicht vor der Feststellung liegen."));
    }
    let neu = Korrektur {
        erledigt_am: Some(r.erledigt_am),
        erledigt_von: Some(a.sitzung.benutzer_id().to_owned()),
        vermerk: pruefe_text("vermerk", &r.vermerk, 0, 1000)?,
        version: r.version,
        ..k
    };
    mit_warnung(speichern(a, &neu)?, &neu.vermerk)
}

pub(super) fn bestaetigen(a: &Auftrag<'_>, r: KorrekturBestaetigen) -> Ergebnis<Aenderung> {
    pruefe_anzahl(r.korrekturen.len())?;
    let mut aenderung = Aenderung::default();
    for bezug in r.korrekturen {
        let neu = Korrektur {
            bestaetigt_am: Some(a.haus.umgebung().zeitstempel()),
            bestaetigt_von: Some(a.sitzung.benutzer_id().to_owned()),
            version: bezug.version,
            ..erledigte(a, &bezug.id)?
        };
        speichern(a, &neu)?;
        aenderung = aenderung.und(ObjektArt::KORREKTUR, neu.id);
    }
    Ok(aenderung)
}

pub(super) fn zurueckgeben(a: &Auftrag<'_>, r: KorrekturZurueckgeben) -> Ergebnis<Aenderung> {
    let k = erledigte(a, &r.id)?;
    let neu = Korrektur {
        erledigt_am: None,
        erledigt_von: None,
        vermerk: pruefe_text("grund", &r.grund, 10, 1000)?,
        version: r.version,
        ..k
    };
    mit_warnung(speichern(a, &neu)?, &neu.vermerk)
}

pub(super) fn liste(f: &Frage<'_>, r: KorrekturListeAnfrage) -> Ergebnis<Korrekturseite> {
    let blatt = (r.blatt.ab, r.blatt.anzahl());
    let ordnung = ordnung(&r);
    Ok(f.l.korrekturliste(
        &sicht(f.sitzung, f.umfang),
        &klarsicht(f.sitzung),
        &bestaetigende(f.sitzung),
        &filter(r)?,
        ordnung,
        blatt,
        Textlaenge::Anfang,
        f.haus.umgebung().heute(),
    )?)
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Korrekturuebersicht> {
    Ok(f.l.korrekturuebersicht(
        &sicht(f.sitzung, f.umfang),
        &bestaetigende(f.sitzung),
        f.haus.umgebung().heute(),
    )?)
}

/// Where the person may confirm corrections; not what she reported herself.
pub(super) fn bestaetigende(sitzung: &Sitzung) -> Bestaetigende {
    let umfang =
        rechte::verlange(sitzung, "korrektur.bestaetigen").map_or(Umfang::Kein, |(_, umfang)| umfang);
    Bestaetigende {
        person_id: sitzung.benutzer_id().to_owned(),
        // Without the right she sees nothing to confirm, not even what she was given to check.
        sicht: if umfang == Umfang::Kein { Sicht::default() } else { sicht(sitzung, umfang) },
    }
}

/// By what a request sorts.
pub(super) fn ordnung(r: &KorrekturListeAnfrage) -> (Korrektursortierung, bool) {
    (r.sortierung.unwrap_or(Korrektursortierung::Faellig), r.absteigend)
}

/// What a request asks of storage.
pub(super) fn filter(r: KorrekturListeAnfrage) -> Ergebnis<KorrekturFilter> {
    Ok(KorrekturFilter {
        pruefung_id: r.pruefung_id,
        lage: r.lage,
        team_id: r.team_id,
        wirkung: r.wirkung,
        suche: Some(pruefe_text("suche", &r.suche.unwrap_or_default(), 0, 100)?).filter(|s| !s.is_empty()),
    })
}

/// A correction that is not confirmed, with its Feststellung and the unit's team.
fn offen(a: &Auftrag<'_>, id: &str) -> Ergebnis<(Korrektur, Feststellung, Option<String>)> {
    let (k, feststellung_id) =
        a.s.korrektur(&sicht(a.sitzung, a.umfang), id)?
            .ok_or_else(|| Fehler::nicht_gefunden("Die Korrektur"))?;
    let (x, bogen) = laden(a.s, a.sitzung, a.umfang, &feststellung_id)?;
    if k.bestaetigt_am.is_some() || x.stand == FeststellungStand::Zurueckgenommen {
        return Err(Fehler::regel("Diese Korrektur ist abgeschlossen und lässt sich nicht mehr ändern."));
    }
    Ok((k, x, bogen.fall.team_id))
}

/// A correction that waits for another person's confirmation, and this is one.
fn erledigte(a: &Auftrag<'_>, id: &str) -> Ergebnis<Korrektur> {
    let (k, _, _) = offen(a, id)?;
    if k.erledigt_am.is_none() {
        return Err(Fehler::regel("Diese Korrektur ist noch nicht als erledigt gemeldet."));
    }
    if k.erledigt_von.as_deref() == Some(a.sitzung.benutzer_id()) {
        return Err(Fehler::vier_augen(
            "Sie haben diese Korrektur selbst gemeldet. Bestätigen muss sie eine andere Person.",
        ));
    }
    Ok(k)
}

fn speichern(a: &Auftrag<'_>, k: &Korrektur) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.korrektur_aendern(k), "Die Korrektur", || {
        Ok(a.s.korrektur(&sicht(a.sitzung, a.umfang), &k.id)?.map(|(k, _)| k))
    })?;
    Ok(Aenderung::an(ObjektArt::KORREKTUR, k.id.clone()))
}
