//! The yearly report of the programme: its data, as a person may see them on its pages.

use super::ansicht::{Namen, zeilenstaende};
use super::auswertung::{aufgegeben, jahre, schichten_weg};
use super::verlauf::themenjahre;
use super::*;
use crate::api::berichte::unsetzbar;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::pruefprogramm::bericht::{
    Berichtsausfall, Berichtsfassung, Berichtsthema, Programmberichtdaten, programmbericht,
};
use crate::pruefprogramm::{Programmstand, verlauf};
use crate::storage::{AufgegebenePruefung, Programmausfall};
use std::collections::BTreeMap;

/// The report about the Fassung of a year that holds, and the id of that Fassung. A fixed number of statements,
/// whatever the number of themes and years.
pub(in crate::api) fn bericht(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    nummer: &str,
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<(Bericht, String)> {
    let sicht = Programmsicht::neu(sitzung, umfang);
    let keines = |text: String| Fehler::feld("nummer", text);
    let jahr: i32 = nummer.parse().map_err(|_| {
        keines("Bitte geben Sie das Jahr des Prüfprogramms an, zum Beispiel 2026.".to_owned())
    })?;
    let programme = l.gueltige_pruefprogramme(jahr)?;
    let programm = programme
        .last()
        .filter(|p| p.jahr == jahr)
        .ok_or_else(|| keines(format!("Für {jahr} gibt es noch kein freigegebenes Prüfprogramm.")))?;
    let zeichen: BTreeMap<String, String> =
        l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    let von = |id: Option<&String>| id.and_then(|id| zeichen.get(id)).cloned().unwrap_or_default();
    let ohne_schichten = !rechte::darf(sitzung, "ziehung.protokoll_exportieren");
    let themen = themen(l, (&programme, programm), &sicht, ohne_schichten, &kopf)?;
    if themen.is_empty() {
        return Err(keines(format!("Für Ihren Bereich ist {jahr} kein Thema im Prüfprogramm.")));
    }
    let daten = Programmberichtdaten {
        haus,
        programm: programm.clone(),
        vorgelegt_von: von(programm.vorgelegt_von.as_ref()),
        freigegeben_von: von(programm.freigegeben_von.as_ref()),
        fassungen: fassungen(l, jahr)?,
        ausfaelle: ausfaelle(l, jahr, &themen, |id| von(Some(id)))?,
        themen,
        nur_eigene: !sicht.haus,
        ohne_schichten,
        kopf,
    };
    Ok((programmbericht(&daten).map_err(unsetzbar)?, daten.programm.id))
}

/// Themes of the areas of which the person sees all teams, with the year's evaluation and the years before.
fn themen(
    l: &Lesen<'_>,
    (programme, programm): (&[Programm], &Programm),
    sicht: &Programmsicht,
    ohne_schichten: bool,
    kopf: &BerichtKopf,
) -> Ergebnis<Vec<Berichtsthema>> {
    let staende: Vec<_> = zeilenstaende(l, programm, sicht, kopf.zeit.date_naive())?
        .into_iter()
        .filter(|z| sicht.ganzer_bereich(&z.schluessel.bereich_id))
        .filter_map(|z| Some((programm.inhalt.zeile(&z.schluessel)?, z)))
        .collect();
    let je_thema: Vec<_> =
        staende.iter().map(|(zeile, _)| themenjahre(programme, &zeile.schluessel)).collect();
    let alle: Vec<_> = je_thema.iter().flat_map(|t| t.zeilen.iter().copied()).collect();
    let mut ausgewertet = jahre(l, &alle, true)?.into_iter();
    let aufgegebene = l.aufgegebene_pruefungen(programm.jahr, None)?;
    staende
        .into_iter()
        .zip(je_thema)
        .map(|((zeile, stand), t)| {
            let jahre: Vec<_> = ausgewertet.by_ref().take(t.zeilen.len()).collect();
            let verlauf = verlauf(&jahre, t.aeltere);
            let letztes = jahre.into_iter().next_back().map(|(_, a)| a);
            let mut auswertung = letztes.ok_or_else(|| Fehler::intern("a theme without its year"))?;
            if ohne_schichten {
                schichten_weg(&mut auswertung);
            }
            let eigene = |p: &&AufgegebenePruefung| p.schluessel == zeile.schluessel;
            auswertung.hinweise.extend(aufgegebene.iter().filter(eigene).map(aufgegeben));
            Ok(Berichtsthema {
                titel: stand.thema,
                bereich: stand.bereich,
                zeile: zeile.clone(),
                teams: stand.teams.into_iter().map(|t| (t.name, t.monate)).collect(),
                auswertung,
                verlauf,
            })
        })
        .collect()
}

/// The Fassungen of a year that were released, first one first.
fn fassungen(l: &Lesen<'_>, jahr: i32) -> Ergebnis<Vec<Berichtsfassung>> {
    let mut fassungen: Vec<Berichtsfassung> = l
        .pruefprogramme()?
        .into_iter()
        .filter(|k| k.jahr == jahr && matches!(k.stand, Programmstand::Gueltig | Programmstand::Ersetzt))
        .map(|k| Berichtsfassung {
            fassung: k.fassung,
            freigegeben_am: k.freigegeben_am,
            aenderung: k.aenderung,
        })
        .collect();
    fassungen.reverse();
    Ok(fassungen)
}

/// Recorded reasons for teams of these themes.
fn ausfaelle(
    l: &Lesen<'_>,
    jahr: i32,
    themen: &[Berichtsthema],
    zeichen: impl Fn(&String) -> String,
) -> Ergebnis<Vec<Berichtsausfall>> {
    let namen = Namen::lesen(l)?;
    let gemeint = |x: &Programmausfall| {
        let trifft = |t: &Berichtsthema| {
            t.zeile.schluessel.thema_id == x.thema_id && t.zeile.teams.iter().any(|z| z.team_id == x.team_id)
        };
        themen.iter().any(trifft)
    };
    Ok(l.programmausfaelle(jahr)?
        .into_iter()
        .filter(gemeint)
        .map(|x| Berichtsausfall {
            monat: x.monat,
            thema: namen.thema(&x.thema_id),
            team: namen.team(&x.team_id),
            grund: x.grund,
            von: zeichen(&x.erfasst_von),
            am: x.erfasst_am,
        })
        .collect())
}
