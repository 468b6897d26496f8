//! The effect check of a measure, taken into a draft of the programme in one step.

use super::planung::{neu, passt_zum_haus, uebernommen};
use super::*;
use crate::api::massnahme::wirkung::{GeplanteWirkung, geplant};
use crate::aufzaehlung::Aufzaehlung;
use crate::frist::Monat;
use crate::pruefprogramm::{
    MONATE, Programminhalt, Programmstand, Pruefende, Wirkungspruefung, Zeilenschluessel, Zeilenteam,
    monatsgrenzen, programmnummer, pruefmonat_ab,
};
use chrono::Datelike;
use std::collections::BTreeSet;

/// Plans it for the first month that can show the effect: in the programme that is being worked on, or in that of the
/// next year, which is begun from this year's if there is none. A released programme is not changed by one person.
pub(super) fn vormerken(a: &Auftrag<'_>, r: WirkungspruefungVormerken) -> Ergebnis<Aenderung> {
    let g = geplant(a.s, a.sitzung, &r.massnahme_id)?;
    let faelle = g.vorschlag.faelle(r.umfang).ok_or_else(|| {
        Fehler::regel("Mit einem Umfang, der sich von Hand prüfen lässt, ist diese Wirkung nicht zu belegen.")
    })?;
    let heute = a.haus.umgebung().heute();
    // A check of this month may be drawn already: the next one at the earliest.
    let frueheste = pruefmonat_ab(g.vorschlag.ab.max(heute.with_day(1).unwrap_or(heute)));
    let (ziel, monat) = entwurf(a, frueheste, heute.year())?;
    let mut inhalt = ziel.programm.inhalt.clone();
    let teams: Vec<String> = lebende_teams(a, &g)?;
    let thema = a.s.pruefthema(&g.erste.plan.thema_id)?.filter(|t| t.aktiv);
    if teams.is_empty() || thema.is_none() {
        return Err(Fehler::regel(
            "Das Prüfthema oder die Teams der ersten Prüfung gibt es nicht mehr; eine Wirkungsprüfung lässt sich nicht vorsehen.",
        ));
    }
    let zeile = zeile(&mut inhalt, &g, &teams);
    let w = Wirkungspruefung {
        massnahme_id: g.massnahme.id.clone(),
        massnahme: g.massnahme.nummer.clone(),
        monat,
        faelle,
    };
    let vorgesehen = zeile.merke_wirkungspruefung(w, &teams);
    // What saving asks holds here too; a theme or area that is gone is said now, not in the month.
    let inhalt = inhalt.geprueft(heute)?;
    passt_zum_haus(a, &inhalt)?;
    let (jahr, nummer) = (ziel.programm.jahr, programmnummer(ziel.programm.jahr, ziel.programm.fassung));
    let mut aenderung = ziel.speichern(a, inhalt)?;
    aenderung = aenderung.mit_hinweis(format!(
        "{nummer}: Im {} misst „{}“ die Wirkung von {}, mit {} in den Teams der ersten Prüfung. Der Entwurf wartet auf Abstimmung und Freigabe.",
        Monat(monatsgrenzen(jahr, monat).0),
        thema_titel(a, &g)?,
        g.massnahme.nummer,
        crate::vollzaehlung::je(vorgesehen, "einem Fall", |n| format!("{n} Fällen")),
    ));
    if vorgesehen < faelle {
        aenderung = aenderung.mit_hinweis(format!(
            "Vorgeschlagen sind {faelle} Fälle; mehr als {vorgesehen} lassen sich in einem Monat nicht vorsehen."
        ));
    }
    Ok(aenderung)
}

/// The draft that takes the check, as it stands or newly begun.
struct Zielentwurf {
    programm: Programm,
    begonnen: bool,
    hinweis: Option<String>,
}

impl Zielentwurf {
    fn speichern(self, a: &Auftrag<'_>, inhalt: Programminhalt) -> Ergebnis<Aenderung> {
        let geaendert_von = Some(a.sitzung.benutzer_id().to_owned());
        let p = Programm { inhalt, geaendert_von, ..self.programm };
        if !self.begonnen {
            return speichern(a, &p);
        }
        a.s.pruefprogramm_anlegen(&p, &a.salz())?;
        let aenderung = Aenderung::an(ObjektArt::PRUEFPROGRAMM, p.id);
        Ok(self.hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
    }
}

fn entwurf(a: &Auftrag<'_>, (jahr, monat): (i32, u32), dieses: i32) -> Ergebnis<(Zielentwurf, u32)> {
    for (j, m) in [(jahr, monat), (jahr + 1, 1)] {
        if let Some(p) = a.s.offenes_pruefprogramm(j)?
            && p.stand == Programmstand::Entwurf
        {
            return Ok((Zielentwurf { programm: p, begonnen: false, hinweis: None }, m));
        }
    }
    let naechstes = jahr.max(dieses + 1);
    if let Some(k) =
        a.s.pruefprogramme()?.into_iter().find(|k| {
            k.jahr == naechstes && matches!(k.stand, Programmstand::Vorgelegt | Programmstand::Gueltig)
        })
    {
        return Err(Fehler::regel(format!(
            "{} ist {}. Bitte {}; danach lässt sich die Wirkungsprüfung übernehmen.",
            programmnummer(k.jahr, k.fassung),
            k.stand.titel(),
            match k.stand {
                Programmstand::Gueltig => "beginnen Sie dort eine neue Fassung",
                _ => "lassen Sie es zurückgeben oder ziehen Sie die Vorlage zurück",
            }
        )));
    }
    // An empty year begun here could no longer be begun from the year before.
    let Some(vorbild) = a.s.gueltiges_pruefprogramm(naechstes - 1)? else {
        return Err(Fehler::regel(format!(
            "Für {naechstes} gibt es noch kein Prüfprogramm und für {} keines, das sich übernehmen ließe. Bitte beginnen Sie das Jahr {naechstes}; danach lässt sich die Wirkungsprüfung übernehmen.",
            naechstes - 1
        )));
    };
    let (inhalt, hinweis) = uebernommen(a, &vorbild)?;
    let programm = neu(a, naechstes, inhalt)?;
    let monat = if naechstes == jahr { monat } else { 1 };
    Ok((Zielentwurf { programm, begonnen: true, hinweis }, monat))
}

/// Teams of the first check that its area still has; all of the area if there is none left.
fn lebende_teams(a: &Auftrag<'_>, g: &GeplanteWirkung) -> Ergebnis<Vec<String>> {
    let plan = &g.erste.plan;
    let im_bereich: Vec<String> =
        a.s.teams()?.into_iter().filter(|t| t.bereich_id == plan.bereich_id).map(|t| t.id).collect();
    let damals: BTreeSet<&String> = plan.teams.iter().collect();
    let noch: Vec<String> = im_bereich.iter().filter(|t| damals.contains(t)).cloned().collect();
    Ok(if noch.is_empty() { im_bereich } else { noch })
}

/// The line of the theme, newly with the rules of the first check if the draft has none.
fn zeile<'p>(inhalt: &'p mut Programminhalt, g: &GeplanteWirkung, teams: &[String]) -> &'p mut Programmzeile {
    let plan = &g.erste.plan;
    let schluessel =
        Zeilenschluessel { thema_id: plan.thema_id.clone(), bereich_id: plan.bereich_id.clone() };
    let stelle = inhalt.zeilen.iter().position(|z| z.schluessel == schluessel).unwrap_or_else(|| {
        inhalt.zeilen.push(Programmzeile {
            schluessel,
            pruefende: Pruefende::Qualitaetsmanagement,
            fehlerdefinition: plan.fehlerdefinition,
            teilweise_zaehlt: plan.teilweise_zaehlt,
            ziel: plan.ziel.clone(),
            konfidenz: plan.konfidenz.clone(),
            gegenpruefung_anteil: plan.gegenpruefung_anteil,
            restliche_auf_ja: plan.restliche_auf_ja,
            stellungnahme_tage: plan.stellungnahme_tage,
            begruendung: String::new(),
            teams: Vec::new(),
            wirkungspruefungen: Vec::new(),
        });
        inhalt.zeilen.len() - 1
    });
    let zeile = &mut inhalt.zeilen[stelle];
    for id in teams {
        if !zeile.teams.iter().any(|t| t.team_id == *id) {
            zeile.teams.push(Zeilenteam { team_id: id.clone(), monate: vec![0; MONATE] });
        }
    }
    zeile
}

fn thema_titel(a: &Auftrag<'_>, g: &GeplanteWirkung) -> Ergebnis<String> {
    Ok(a.s.pruefthema(&g.erste.plan.thema_id)?.map(|t| t.titel).unwrap_or_default())
}
