//! A month: the check of each theme, and why something was not done.

use super::*;
use crate::api::haus::pruefe_text;
use crate::pruefprogramm::Vorgabe;
use crate::storage::{Programmausfall, Programmpruefung, Vorlagenkopf};
use std::collections::BTreeSet;

fn pruefe_monat(monat: u32) -> Ergebnis<()> {
    if (1..=12).contains(&monat) {
        return Ok(());
    }
    Err(Fehler::feld("monat", "Bitte wählen Sie einen Monat von Januar bis Dezember."))
}

fn zeile<'p>(
    p: &'p Programm,
    schluessel: &crate::pruefprogramm::Zeilenschluessel,
) -> Ergebnis<&'p Programmzeile> {
    p.inhalt.zeile(schluessel).ok_or_else(|| Fehler::nicht_gefunden("Dieses Thema im Prüfprogramm"))
}

/// One check over all teams of the month, so that one list is read and drawn from for all of them.
pub(super) fn pruefung_anlegen(a: &Auftrag<'_>, r: MonatspruefungAnlegen) -> Ergebnis<Aenderung> {
    pruefe_monat(r.monat)?;
    let programm = gueltiges(a.s, r.jahr)?;
    let zeile = zeile(&programm, &r.schluessel)?;
    let mut vorhandene = a.s.programmpruefungen(r.jahr, Some(&r.schluessel))?;
    vorhandene.retain(|g| g.monat == r.monat);
    let geprueft: BTreeSet<&str> =
        vorhandene.iter().flat_map(|g| &g.vorgaben).map(|v| v.team_id.as_str()).collect();
    let ausfaelle = a.s.programmausfaelle(r.jahr)?;
    let entfaellt = |team: &str| ausfaelle.iter().any(|x| x.betrifft(r.monat, &r.schluessel.thema_id, team));
    // Teams whose reason was withdrawn, or that a later Fassung added, get a further check of the month.
    let vorgaben: Vec<Vorgabe> = zeile
        .vorgaben(r.monat)
        .into_iter()
        .filter(|v| !geprueft.contains(v.team_id.as_str()) && !entfaellt(&v.team_id))
        .collect();
    if let (true, Some(g)) = (vorgaben.is_empty(), vorhandene.last()) {
        let nummer = a.s.pruefung(&g.id)?.map(|p| p.nummer).unwrap_or_default();
        return Err(Fehler::regel(format!("Für diesen Monat gibt es die Prüfung schon: {nummer}.")));
    }
    if vorgaben.is_empty() {
        return Err(Fehler::regel(
            "In diesem Monat ist für kein Team eine Prüfung vorgesehen, oder für alle ist ein Grund eingetragen, warum sie entfällt.",
        ));
    }
    let vorlage = vorlage(a.s, &r.schluessel.thema_id)?;
    let mut plan = zeile.pruefungsplan(r.jahr, r.monat, &vorlage.id, programm.inhalt.dsb_am);
    plan.teams = vorgaben.iter().map(|v| v.team_id.clone()).collect();
    plan.stichprobe_geplant = Some(vorgaben.iter().map(|v| u64::from(v.anzahl)).sum());
    let (plan, hinweise) = plan_pruefen(a, plan, None)?;
    let (pruefung, aenderung) = anlegen_nach_plan(a, plan)?;
    let g = Programmpruefung {
        id: pruefung.id,
        programm_id: programm.id.clone(),
        jahr: r.jahr,
        monat: r.monat,
        schluessel: r.schluessel,
        vorgaben,
        pruefende: zeile.pruefende,
    };
    a.s.programmpruefung_anlegen(&g, &a.salz())?;
    let aenderung = aenderung.und(ObjektArt::PROGRAMMPRUEFUNG, g.id).mit_hinweis(format!(
        "{} ist angelegt. Bitte lesen Sie die Liste des Monats ein; sie gilt für alle Teams der Prüfung.",
        pruefung.nummer
    ));
    Ok(hinweise.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// The newest released version of the sheet; without one the newest.
fn vorlage(l: &Lesen<'_>, thema_id: &str) -> Ergebnis<Vorlagenkopf> {
    let mut koepfe = l.vorlagenkoepfe(Some(thema_id))?;
    let i = koepfe.iter().position(|k| k.freigegeben_am.is_some()).unwrap_or(0);
    if koepfe.is_empty() {
        return Err(Fehler::regel("Zu diesem Thema gibt es noch keinen Prüfbogen."));
    }
    Ok(koepfe.swap_remove(i))
}

pub(super) fn ausfall_erfassen(a: &Auftrag<'_>, r: AusfallErfassen) -> Ergebnis<Aenderung> {
    pruefe_monat(r.monat)?;
    let programm = gueltiges(a.s, r.jahr)?;
    let zeile = zeile(&programm, &r.schluessel)?;
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let teams: BTreeSet<String> = r.teams.into_iter().collect();
    if teams.is_empty() {
        return Err(Fehler::feld("teams", "Bitte wählen Sie mindestens ein Team."));
    }
    let geplant: BTreeSet<String> = zeile.vorgaben(r.monat).into_iter().map(|v| v.team_id).collect();
    if !teams.is_subset(&geplant) {
        return Err(Fehler::feld("teams", "Für mindestens ein Team ist in diesem Monat nichts vorgesehen."));
    }
    let sicht = Programmsicht::neu(a.sitzung, a.umfang);
    if !teams.iter().all(|t| sicht.team(&r.schluessel.bereich_id, t)) {
        return Err(Fehler::nicht_gefunden("Das Team"));
    }
    let fertig = a.s.programmstaende(r.jahr)?.into_iter().any(|x| {
        let vorgesehen = zeile.vorgaben(r.monat).into_iter().find(|v| Some(&v.team_id) == x.team_id.as_ref());
        x.schluessel == r.schluessel
            && x.monat == r.monat
            && x.team_id.as_ref().is_some_and(|t| teams.contains(t))
            && vorgesehen.is_some_and(|v| x.gezogen >= u64::from(v.anzahl))
    });
    if fertig {
        return Err(Fehler::regel(
            "Für mindestens ein Team sind in diesem Monat so viele Fälle gezogen wie vorgesehen; es ist nichts ausgefallen.",
        ));
    }
    let vorhandene = a.s.programmausfaelle(r.jahr)?;
    let mut aenderung = Aenderung::default();
    for team_id in teams {
        if vorhandene.iter().any(|x| x.betrifft(r.monat, &r.schluessel.thema_id, &team_id)) {
            return Err(Fehler::regel(
                "Für mindestens ein Team ist schon ein Grund eingetragen. Bitte heben Sie ihn zuerst auf.",
            ));
        }
        let ausfall = Programmausfall {
            id: a.neue_id(),
            jahr: r.jahr,
            monat: r.monat,
            thema_id: r.schluessel.thema_id.clone(),
            team_id,
            grund: grund.clone(),
            erfasst_von: a.sitzung.benutzer_id().to_owned(),
            erfasst_am: a.haus.umgebung().zeitstempel(),
            aufgehoben_von: None,
            aufgehoben_am: None,
            version: 1,
        };
        a.s.programmausfall_anlegen(&ausfall, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::PROGRAMMAUSFALL, ausfall.id);
    }
    Ok(crate::freitext::warnung(&grund).into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

pub(super) fn ausfall_aufheben(a: &Auftrag<'_>, r: AusfallAufheben) -> Ergebnis<Aenderung> {
    let fehlt = || Fehler::nicht_gefunden("Der eingetragene Grund");
    let vorher = a.s.programmausfall(&r.id)?.ok_or_else(fehlt)?;
    let bereich = a.s.team(&vorher.team_id)?.map(|t| t.bereich_id).unwrap_or_default();
    if !Programmsicht::neu(a.sitzung, a.umfang).team(&bereich, &vorher.team_id) {
        return Err(fehlt());
    }
    let (von, am) = (a.sitzung.benutzer_id(), a.haus.umgebung().zeitstempel());
    oder_konflikt(
        a.s.programmausfall_aufheben((&r.id, r.version), von, &am),
        "Der eingetragene Grund",
        || a.s.programmausfall(&r.id),
    )?;
    Ok(Aenderung::an(ObjektArt::PROGRAMMAUSFALL, r.id))
}
