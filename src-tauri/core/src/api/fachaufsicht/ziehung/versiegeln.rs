//! Sealing: population, strata and allocation are in the chain before anyone knows a seed, so that
//! neither identifiers nor sample size can be tried until the result suits.

use super::super::grundgesamtheit::{abgleich_von, geladen};
use super::super::pruefung_laden;
use super::{Teilnehmende, teilnehmende};
use crate::api::organisation::Bezug;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::audit::ObjektArt;
use crate::einlesen::entschaerft;
use crate::fachaufsicht::pruefung::{Auswahl, Pruefung, Schichtung, Uebergang};
use crate::fachaufsicht::ziehung::{
    ALGORITHMUS, ALGORITHMUS_VORGABE, GESAMT, Ziehschicht, nach_vorgabe, plane,
};
use crate::fachaufsicht::ziehungsprotokoll::zeilen;
use crate::fehler::{Ergebnis, Fehler};
use crate::organisation::Team;
use crate::stichprobe::{StichprobeFehler, kennung_normalisiert, zahl};
use crate::storage::{Grundgesamtheit, Programmpruefung, Ziehung};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// Most units of one check: beyond, nobody fills in the sheets.
pub(super) const MAX_PRUEFFAELLE: u64 = 10_000;

/// Seals the population of a check and fixes the draw.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Versiegeln {
    /// Check with its expected version.
    pub pruefung: Bezug,
    /// Units to draw; none: as planned. Only for a random selection.
    pub anzahl: Option<u64>,
}

pub(super) fn versiegeln(a: &Auftrag<'_>, anfrage: Versiegeln) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.pruefung.id)?;
    let stand = p.stand.nach(Uebergang::Versiegeln)?;
    oder_konflikt(a.s.pruefung_stand(&p.id, anfrage.pruefung.version, stand), "Die Prüfung", || {
        a.s.pruefung(&p.id)
    })?;
    let mut g = geladen(a.s, &p.id)?;
    pruefe_kontrolle(&g)?;
    schichten_festlegen(a, &p, &mut g)?;
    let t = teilnehmende(a.s, &g)?;
    let programm = a.s.programmpruefung(&p.id)?;
    let aufteilung = match &programm {
        Some(_) if anfrage.anzahl.is_some() => {
            return Err(Fehler::feld("anzahl", "Die Anzahl je Team steht im Prüfprogramm."));
        }
        Some(programm) => nach_programm(a, programm, &g, &t)?,
        None => aufteilen(&p, &t, anfrage.anzahl)?,
    };
    let population_hash = t.liste.population_hash().map_err(leer)?;
    let schicht_hash = t.liste.schicht_hash().map_err(leer)?;
    g.anzahl = Some(t.lfd.len() as u64);
    g.ausgeschlossen = Some(g.uebernommen.saturating_sub(t.lfd.len() as u64));
    g.population_hash.clone_from(&population_hash);
    g.schicht_hash = Some(schicht_hash.clone());
    g.versiegelt_von = Some(a.sitzung.benutzer_id().to_owned());
    g.versiegelt_am = Some(a.haus.umgebung().zeitstempel());
    a.s.grundgesamtheit_versiegeln(&g)?;
    let ziehung = Ziehung {
        id: a.neue_id(),
        pruefung_id: p.id.clone(),
        nummer: 1,
        art: p.plan.auswahl,
        schichtung: p.plan.schichtung,
        mindestens: if programm.is_some() { 0 } else { mindestens(&p) },
        begruendung: String::new(),
        population_hash,
        schicht_hash,
        algorithmus: if programm.is_some() { ALGORITHMUS_VORGABE } else { ALGORITHMUS }.to_owned(),
        anzahl: aufteilung.iter().map(Ziehschicht::neu).sum(),
        ab: 0,
        aufteilung,
        regel_vorab: true,
        erste_haelfte: None,
        erste_von: None,
        zweite_von: None,
        erzeugt: false,
        startwert: None,
        ergebnis_hash: None,
        gezogen_von: None,
        gezogen_am: None,
        geschlossen_von: None,
        geschlossen_am: None,
        version: 1,
    };
    a.s.ziehung_anlegen(&ziehung, &a.salz())?;
    let aenderung = Aenderung::an(ObjektArt::PRUEFUNG, p.id)
        .und(ObjektArt::GRUNDGESAMTHEIT, &g.id)
        .und(ObjektArt::ZIEHUNG, &ziehung.id);
    let hinweis = match &programm {
        Some(programm) => weniger_als_vorgesehen(a, programm, &ziehung)?,
        None => None,
    };
    Ok(hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// The numbers of a Prüfprogramm by stratum; small teams that share one are added up.
fn nach_programm(
    a: &Auftrag<'_>,
    programm: &Programmpruefung,
    g: &Grundgesamtheit,
    t: &Teilnehmende,
) -> Ergebnis<Vec<Ziehschicht>> {
    let mut vorgaben: BTreeMap<String, u64> = BTreeMap::new();
    // Who said meanwhile that she cannot check is not drawn from.
    let ausfaelle = a.s.programmausfaelle(programm.jahr)?;
    let faellt_aus = |team: &str| {
        ausfaelle.iter().any(|x| x.betrifft(programm.monat, &programm.schluessel.thema_id, team))
    };
    for v in programm.vorgaben.iter().filter(|v| !faellt_aus(&v.team_id)) {
        // Two spellings of a team are two lines of the list, but one number.
        let schicht = g.teams.iter().find(|z| z.team_id.as_deref() == Some(v.team_id.as_str()));
        if let Some(zeile) = schicht {
            *vorgaben.entry(zeile.schicht.clone()).or_default() += u64::from(v.anzahl);
        }
    }
    let aufteilung = nach_vorgabe(&t.liste, &vorgaben);
    if aufteilung.iter().all(|s| s.gezogen == 0) {
        return Err(Fehler::regel("In der Liste steht kein Fall der vorgesehenen Teams."));
    }
    Ok(aufteilung)
}

/// Says that the list holds fewer cases than the programme asks for.
fn weniger_als_vorgesehen(
    a: &Auftrag<'_>,
    programm: &Programmpruefung,
    z: &Ziehung,
) -> Ergebnis<Option<String>> {
    let vorgesehen: u64 = programm.vorgaben.iter().map(|v| u64::from(v.anzahl)).sum();
    if z.anzahl >= vorgesehen {
        return Ok(None);
    }
    let teams = a.s.teams()?;
    let leer: Vec<&str> = teams
        .iter()
        .filter(|t| programm.vorgaben.iter().any(|v| v.team_id == t.id))
        .filter(|t| {
            let name = schichtname(&t.name);
            !t.unter_fuenf && !z.aufteilung.iter().any(|s| s.schicht == name && s.gezogen > 0)
        })
        .map(|t| t.name.as_str())
        .collect();
    let ohne = match leer.as_slice() {
        [] => String::new(),
        namen => format!(" Ohne Fall in der Liste: {}.", namen.join(", ")),
    };
    Ok(Some(format!(
        "Die Liste hat weniger Fälle als vorgesehen: {} statt {}.{ohne} Bitte tragen Sie den Grund im Prüfprogramm ein.",
        zahl(z.anzahl),
        zahl(vorgesehen)
    )))
}

/// Units that each stratum gives at least; 0 without strata.
fn mindestens(p: &Pruefung) -> u64 {
    match p.plan.schichtung {
        Schichtung::Keine => 0,
        Schichtung::Team => u64::from(p.plan.mindest_je_schicht),
    }
}

fn pruefe_kontrolle(g: &Grundgesamtheit) -> Ergebnis<()> {
    let genannt = g.kontroll_anzahl.is_some() || g.kontroll_cent.is_some();
    if genannt && g.kontroll_vermerk.is_empty() && !abgleich_von(g).stimmt {
        return Err(Fehler::regel(
            "Die Kontrollsumme stimmt nicht überein. Bitte klären Sie die Differenz oder vermerken Sie, warum sie hinnehmbar ist.",
        ));
    }
    Ok(())
}

/// Names the stratum of each team. A team with fewer than five employees counts with its area, because a
/// stratum stands in what is handed out.
fn schichten_festlegen(a: &Auftrag<'_>, p: &Pruefung, g: &mut Grundgesamtheit) -> Ergebnis<()> {
    let teams: HashMap<String, Team> = a.s.teams()?.into_iter().map(|t| (t.id.clone(), t)).collect();
    let bereiche: HashMap<String, String> = a.s.bereiche()?.into_iter().map(|b| (b.id, b.name)).collect();
    for zeile in &mut g.teams {
        let klein = zeile
            .team_id
            .as_ref()
            .and_then(|id| teams.get(id))
            .filter(|t| t.unter_fuenf)
            .and_then(|t| bereiche.get(&t.bereich_id));
        zeile.schicht = match (p.plan.schichtung, klein) {
            (Schichtung::Keine, _) => GESAMT.to_owned(),
            (Schichtung::Team, Some(bereich)) => schichtname(&format!("{bereich} (kleine Teams)")),
            (Schichtung::Team, None) => schichtname(&zeile.name),
        };
    }
    Ok(())
}

/// A stratum stands in a CSV file that people open in Excel, exactly as it was sealed.
fn schichtname(text: &str) -> String {
    entschaerft(&kennung_normalisiert(text)).into_owned()
}

fn aufteilen(p: &Pruefung, t: &Teilnehmende, anzahl: Option<u64>) -> Ergebnis<Vec<Ziehschicht>> {
    let groessen = t.liste.groessen();
    match p.plan.auswahl {
        Auswahl::Zufall => {
            let n = anzahl.or(p.plan.stichprobe_geplant).ok_or_else(|| {
                Fehler::feld("anzahl", "Bitte geben Sie an, wie viele Fälle gezogen werden.")
            })?;
            begrenzt(n)?;
            plane(&t.liste, &[], n, mindestens(p)).map_err(|e| Fehler::feld("anzahl", e.to_string()))
        }
        _ if anzahl.is_some() => {
            Err(Fehler::feld("anzahl", "Eine Anzahl wird nur bei einer Zufallsauswahl angegeben."))
        }
        Auswahl::Voll => {
            begrenzt(t.lfd.len() as u64)?;
            Ok(zeilen(&t.liste, &groessen))
        }
        Auswahl::Bewusst => Ok(zeilen(&t.liste, &vec![0; groessen.len()])),
    }
}

/// Keeps a check at a size that people can work off.
pub(super) fn begrenzt(n: u64) -> Ergebnis<()> {
    if n > MAX_PRUEFFAELLE {
        return Err(Fehler::feld(
            "anzahl",
            format!(
                "Höchstens {MAX_PRUEFFAELLE} Prüffälle je Prüfung. Bitte teilen Sie die Prüfung auf oder ziehen Sie eine Stichprobe."
            ),
        ));
    }
    Ok(())
}

fn leer(e: StichprobeFehler) -> Fehler {
    Fehler::regel(e.to_string())
}
