//! Beginning a programme, changing its draft, giving it up.

use super::*;
use crate::api::haus::pruefe_text;
use crate::pruefprogramm::{Programminhalt, Programmschritt, Programmstand, monatsgrenzen, programmnummer};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Years that a programme can be for.
const JAHRE: std::ops::RangeInclusive<i32> = 2000..=2100;

pub(super) fn anlegen(a: &Auftrag<'_>, r: ProgrammAnlegen) -> Ergebnis<Aenderung> {
    if !JAHRE.contains(&r.jahr) {
        return Err(Fehler::feld("jahr", "Bitte geben Sie ein Jahr von 2000 bis 2100 an."));
    }
    let koepfe = a.s.pruefprogramme()?;
    if koepfe.iter().any(|k| k.jahr == r.jahr && k.stand != Programmstand::Verworfen) {
        return Err(Fehler::feld(
            "jahr",
            format!("Für {} gibt es schon ein Prüfprogramm. Es lässt sich als neue Fassung ändern.", r.jahr),
        ));
    }
    let (inhalt, hinweis) = match r.aus_jahr {
        None => (Programminhalt::default(), None),
        Some(jahr) => {
            let vorbild = a.s.gueltiges_pruefprogramm(jahr)?.ok_or_else(|| {
                Fehler::feld("aus_jahr", format!("Für {jahr} gibt es kein freigegebenes Prüfprogramm."))
            })?;
            uebernommen(a, &vorbild)?
        }
    };
    let p = neu(a, r.jahr, inhalt)?;
    a.s.pruefprogramm_anlegen(&p, &a.salz())?;
    let aenderung = Aenderung::an(ObjektArt::PRUEFPROGRAMM, p.id)
        .mit_hinweis(format!("{} ist begonnen.", programmnummer(p.jahr, p.fassung)));
    Ok(hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

pub(super) fn neu(a: &Auftrag<'_>, jahr: i32, inhalt: Programminhalt) -> Ergebnis<Programm> {
    Ok(Programm {
        id: a.neue_id(),
        jahr,
        fassung: a.s.letzte_programmfassung(jahr)? + 1,
        ersetzt: None,
        aenderung: String::new(),
        inhalt,
        stand: Programmstand::Entwurf,
        grund: String::new(),
        geaendert_von: None,
        vorgelegt_von: None,
        vorgelegt_am: None,
        freigegeben_von: None,
        freigegeben_am: None,
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    })
}

/// Themes and teams that the house still has; what was left out is said.
pub(super) fn uebernommen(a: &Auftrag<'_>, vorbild: &Programm) -> Ergebnis<(Programminhalt, Option<String>)> {
    let themen: BTreeSet<String> = a.s.pruefthemen()?.into_iter().filter(|t| t.aktiv).map(|t| t.id).collect();
    let bereich_von: BTreeMap<String, String> =
        a.s.teams()?.into_iter().map(|t| (t.id, t.bereich_id)).collect();
    let mut inhalt = vorbild.inhalt.fuer_ein_anderes_jahr();
    let vorher = zaehle(&inhalt);
    for zeile in &mut inhalt.zeilen {
        let bereich = &zeile.schluessel.bereich_id;
        zeile.teams.retain(|t| bereich_von.get(&t.team_id) == Some(bereich));
    }
    inhalt.zeilen.retain(|z| themen.contains(&z.schluessel.thema_id) && !z.teams.is_empty());
    let weg = vorher - zaehle(&inhalt);
    let hinweis = (weg > 0).then(|| {
        crate::vollzaehlung::je(
            weg,
            "Eine Zeile wurde nicht übernommen: Ihr Thema oder Team gibt es so nicht mehr.",
            |n| format!("{n} Zeilen wurden nicht übernommen: Ihr Thema oder Team gibt es so nicht mehr."),
        )
    });
    Ok((inhalt, hinweis))
}

fn zaehle(inhalt: &Programminhalt) -> u64 {
    inhalt.zeilen.iter().map(|z| z.teams.len() as u64).sum()
}

/// The next Fassung of the one that holds; that one counts until the new one is released.
pub(super) fn fortschreiben(a: &Auftrag<'_>, r: ProgrammBegruendet) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Fortschreiben)?;
    if a.s.offenes_pruefprogramm(vorher.jahr)?.is_some() {
        return Err(Fehler::regel(format!(
            "Für {} wird schon an einer neuen Fassung gearbeitet.",
            vorher.jahr
        )));
    }
    if r.version != vorher.version {
        return Err(Fehler::from(crate::storage::StorageFehler::Veraltet)
            .mit_stand(serde_json::to_value(&vorher).map_err(Fehler::intern)?));
    }
    let aenderung = pruefe_text("grund", &r.grund, 5, 500)?;
    // A change is agreed anew.
    let inhalt = vorher.inhalt.uebernommen();
    let p = Programm { ersetzt: Some(vorher.id), aenderung, ..neu(a, vorher.jahr, inhalt)? };
    a.s.pruefprogramm_anlegen(&p, &a.salz())?;
    Ok(Aenderung::an(ObjektArt::PRUEFPROGRAMM, p.id).mit_hinweis(format!(
        "{} ist begonnen. Bis zu ihrer Freigabe gilt die bisherige.",
        programmnummer(p.jahr, p.fassung)
    )))
}

pub(super) fn speichern(a: &Auftrag<'_>, r: ProgrammSpeichern) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Speichern)?;
    let inhalt = r.inhalt.geprueft(a.haus.umgebung().heute())?;
    passt_zum_haus(a, &inhalt)?;
    nichts_neues_vorgemerkt(&vorher.inhalt, &inhalt)?;
    gepruefte_bleiben(a.s, vorher.jahr, &inhalt)?;
    vergangenes_bleibt(a.s, vorher.jahr, &inhalt, a.haus.umgebung().heute())?;
    let geaendert_von = Some(a.sitzung.benutzer_id().to_owned());
    super::speichern(a, &Programm { inhalt, geaendert_von, version: r.version, ..vorher })
}

pub(super) fn passt_zum_haus(a: &Auftrag<'_>, inhalt: &Programminhalt) -> Ergebnis<()> {
    let themen = a.s.pruefthemen()?;
    let teams = a.s.teams()?;
    inhalt.passt_zum_haus(
        &themen.iter().map(|t| t.id.as_str()).collect(),
        &teams.iter().map(|t| (t.id.as_str(), t.bereich_id.as_str())).collect(),
    )
}

/// Effect checks come from the page of their measure; here they can only be struck out.
fn nichts_neues_vorgemerkt(vorher: &Programminhalt, inhalt: &Programminhalt) -> Ergebnis<()> {
    let schon =
        |z: &Programmzeile, w| vorher.zeile(&z.schluessel).is_some_and(|v| v.wirkungspruefungen.contains(w));
    if inhalt.zeilen.iter().all(|z| z.wirkungspruefungen.iter().all(|w| schon(z, w))) {
        return Ok(());
    }
    Err(Fehler::feld(
        "inhalt.zeilen",
        "Wirkungsprüfungen kommen von der Seite ihrer Maßnahme in das Prüfprogramm; hier lassen sie sich nur streichen.",
    ))
}

/// What was drawn in the year stays in its programme, else planned and done would not meet.
pub(super) fn gepruefte_bleiben(l: &Lesen<'_>, jahr: i32, inhalt: &Programminhalt) -> Ergebnis<()> {
    let namen: BTreeMap<String, String> = l.teams()?.into_iter().map(|t| (t.id, t.name)).collect();
    for stand in l.programmstaende(jahr)? {
        let zeile = inhalt.zeile(&stand.schluessel);
        let fehlt = match (&zeile, &stand.team_id) {
            (None, _) => Some("dieses Thema".to_owned()),
            (Some(z), Some(team)) if !z.teams.iter().any(|t| t.team_id == *team) => {
                Some(namen.get(team).cloned().unwrap_or_else(|| "dieses Team".to_owned()))
            }
            _ => None,
        };
        if let Some(was) = fehlt {
            return Err(Fehler::feld(
                "inhalt.zeilen",
                format!(
                    "Zu {} gehört {was}. Bitte lassen Sie die Zeile stehen und setzen Sie die kommenden Monate auf 0.",
                    stand.nummer
                ),
            ));
        }
    }
    Ok(())
}

/// A later Fassung does not plan less for months that are over: what was missed would vanish without a reason.
pub(super) fn vergangenes_bleibt(
    l: &Lesen<'_>,
    jahr: i32,
    inhalt: &Programminhalt,
    heute: NaiveDate,
) -> Ergebnis<()> {
    let Some(gueltig) = l.gueltiges_pruefprogramm(jahr)? else { return Ok(()) };
    for alt in &gueltig.inhalt.zeilen {
        let neu = inhalt.zeile(&alt.schluessel);
        for team in &alt.teams {
            let jetzt = neu.and_then(|z| z.teams.iter().find(|t| t.team_id == team.team_id));
            let weniger = (1..=12).any(|monat| {
                monatsgrenzen(jahr, monat).1 < heute && jetzt.map_or(0, |t| t.im(monat)) < team.im(monat)
            });
            if weniger {
                return Err(Fehler::feld(
                    "inhalt.zeilen",
                    "Für vergangene Monate plant eine neue Fassung nicht weniger als die bisherige. Bitte tragen Sie dort den Grund ein, warum nicht geprüft wurde.",
                ));
            }
        }
    }
    Ok(())
}

pub(super) fn verwerfen(a: &Auftrag<'_>, r: ProgrammBezug) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Verwerfen)?;
    super::speichern(a, &Programm { stand: Programmstand::Verworfen, version: r.version, ..vorher })
}
