//! Planning: one run, several at once, and what is due by the intervals of the questions.

use super::*;
use crate::aufzaehlung::Aufzaehlung;
use crate::pruefliste::{
    Durchgangsrahmen, Durchgangsstand, Ebene, LetzteAntworten, durchgangsnummer, faellige_fragen, fragen,
    naechster_stichtag,
};
use crate::storage::{Einheitsstand, Katalogfassung, Pruefkatalog};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Runs in one plan at most.
const HOECHSTENS: usize = 100;
/// Days after the end of a period in which a run is answered.
const BEARBEITUNG: Days = Days::new(30);

/// A run that is due.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Planvorschlag {
    /// Catalogue.
    pub katalog_id: String,
    /// Its title.
    pub katalog: String,
    /// What it is about.
    pub gebiet: Pruefgebiet,
    /// Name of the unit.
    pub einheit: String,
    /// Where and when.
    pub rahmen: Durchgangsrahmen,
    /// Questions due in it.
    pub fragen: u64,
    /// Questions of the catalogue.
    pub fragen_gesamt: u64,
    /// End of the last period; none: the first run.
    #[ts(type = "string | null")]
    pub zuletzt: Option<NaiveDate>,
}

pub(super) fn anlegen(a: &Auftrag<'_>, r: DurchgangAnlegen) -> Ergebnis<Aenderung> {
    let jahr = a.haus.umgebung().heute().year();
    let (aenderung, nummer) = einen_anlegen(a, "pruefliste.anlegen", r, jahr)?;
    Ok(aenderung.mit_hinweis(format!("{nummer} ist geplant.")))
}

pub(super) fn planen(a: &Auftrag<'_>, r: DurchgaengePlanen) -> Ergebnis<Aenderung> {
    if !(1..=HOECHSTENS).contains(&r.durchgaenge.len()) {
        return Err(Fehler::regel(format!("Bitte wählen Sie 1 bis {HOECHSTENS} Durchgänge aus.")));
    }
    let jahr = a.haus.umgebung().heute().year();
    let anzahl = r.durchgaenge.len() as u64;
    let mut aenderung = Aenderung::default();
    for d in r.durchgaenge {
        aenderung = aenderung.zusammen(einen_anlegen(a, "pruefliste.planen", d, jahr)?.0);
    }
    Ok(aenderung.mit_hinweis(crate::vollzaehlung::je(anzahl, "1 Durchgang ist geplant.", |n| {
        format!("{n} Durchgänge sind geplant.")
    })))
}

fn einen_anlegen(
    a: &Auftrag<'_>,
    name: &str,
    r: DurchgangAnlegen,
    jahr: i32,
) -> Ergebnis<(Aenderung, String)> {
    let katalog =
        a.s.pruefkatalog(&r.katalog_id)?
            .filter(|k| katalog_sichtbar(a.sitzung, a.umfang, name, k.gebiet))
            .ok_or_else(|| Fehler::feld("katalog_id", "Bitte wählen Sie eine Prüfliste."))?;
    if !katalog.aktiv {
        return Err(Fehler::feld("katalog_id", "Diese Prüfliste wird nicht mehr verwendet."));
    }
    let fassung = a.s.geltende_katalogfassung(&katalog.id)?.ok_or_else(|| {
        Fehler::feld(
            "katalog_id",
            "Von dieser Prüfliste ist noch keine Fassung freigegeben. Bitte lassen Sie zuerst eine freigeben.",
        )
    })?;
    let rahmen = r.rahmen.geprueft(katalog.gebiet)?;
    pruefe_einheit(a, name, &rahmen, katalog.gebiet)?;
    let faellig = if r.alle_fragen {
        fragen(&fassung.kapitel).map(|f| f.kennung.clone()).collect()
    } else {
        faellige_fragen(&fassung.kapitel, &letzte(a.s, &katalog.id, &rahmen)?, rahmen.bis)
    };
    if faellig.is_empty() {
        return Err(Fehler::feld(
            "rahmen.bis",
            "In diesem Zeitraum ist noch keine Frage wieder fällig. Bitte wählen Sie „alle Fragen“ oder einen späteren Zeitraum.",
        ));
    }
    let d = Durchgang {
        id: a.neue_id(),
        nummer: durchgangsnummer(jahr, a.s.letzte_durchgangsnummer(jahr)? + 1),
        fassung: 1,
        ersetzt: None,
        berichtigung: String::new(),
        katalog_id: katalog.id,
        katalogfassung_id: fassung.id,
        fragen: faellig,
        rahmen,
        stand: Durchgangsstand::Geplant,
        grund: String::new(),
        vorgelegt_von: None,
        vorgelegt_am: None,
        freigegeben_von: None,
        freigegeben_am: None,
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    a.s.durchgang_anlegen(&d, &a.salz())?;
    Ok((Aenderung::an(ObjektArt::DURCHGANG, d.id), d.nummer))
}

/// Whether a scope reaches the lists of a kind at all; what it reaches of the runs is [`sicht`].
pub(super) fn katalog_sichtbar(sitzung: &Sitzung, umfang: Umfang, name: &str, gebiet: Pruefgebiet) -> bool {
    umfang > Umfang::Eigene || gebiete(sitzung, name).contains(&gebiet)
}

/// The unit exists, and the person may plan for it.
fn pruefe_einheit(a: &Auftrag<'_>, name: &str, r: &Durchgangsrahmen, gebiet: Pruefgebiet) -> Ergebnis<()> {
    let unbekannt =
        || Fehler::feld("rahmen.einheit_id", "Bitte wählen Sie, für welche Einheit geprüft wird.");
    let sicht = sicht(a.sitzung, a.umfang, name);
    let ganz = sicht.haus || sicht.gebiete.contains(&gebiet);
    let erlaubt = match (r.ebene, r.einheit_id.as_deref()) {
        (Ebene::Haus, _) => ganz || sicht.rollen.contains(&r.rolle),
        (Ebene::Standort, Some(id)) => {
            a.s.standorte()?.into_iter().find(|s| s.id == id).ok_or_else(unbekannt)?;
            ganz || sicht.rollen.contains(&r.rolle)
        }
        (Ebene::Team, Some(id)) => {
            let team = a.s.teams()?.into_iter().find(|t| t.id == id).ok_or_else(unbekannt)?;
            ganz || sicht.teams.contains(&team.id) || sicht.bereich.as_ref() == Some(&team.bereich_id)
        }
        _ => return Err(unbekannt()),
    };
    if erlaubt {
        Ok(())
    } else {
        Err(Fehler::feld(
            "rahmen.einheit_id",
            "Für diese Einheit planen Sie keine Durchgänge. Bitte wenden Sie sich an das Qualitätsmanagement.",
        ))
    }
}

fn letzte(l: &Lesen<'_>, katalog_id: &str, r: &Durchgangsrahmen) -> Ergebnis<LetzteAntworten> {
    let alle = l.letzte_durchgaenge(Some(katalog_id))?;
    let eigene = alle.into_iter().find(|e| e.ebene == r.ebene && e.einheit_id == r.einheit_id);
    Ok(eigene.map(|e| e.zuletzt).unwrap_or_default())
}

/// What is due until a day: for each catalogue in use the units that had a run, and the house if there was none.
pub(super) fn vorschlag(f: &Frage<'_>, r: PlanvorschlagLesen) -> Ergebnis<Vec<Planvorschlag>> {
    let heute = f.haus.umgebung().heute();
    if r.bis < heute || r.bis > heute.checked_add_months(Months::new(36)).unwrap_or(heute) {
        return Err(Fehler::feld("bis", "Bitte wählen Sie einen Tag von heute bis in drei Jahren."));
    }
    let (teams, standorte) = (f.l.teams()?, f.l.standorte()?);
    let name_der_einheit = |ebene: Ebene, id: Option<&str>| match (ebene, id) {
        (Ebene::Team, Some(id)) => teams.iter().find(|t| t.id == id).map(|t| t.name.clone()),
        (Ebene::Standort, Some(id)) => standorte.iter().find(|s| s.id == id).map(|s| s.name.clone()),
        _ => Some(Ebene::Haus.titel().to_owned()),
    };
    let fassungen = f.l.geltende_katalogfassungen()?;
    let mut bisher = f.l.letzte_durchgaenge(None)?;
    let mut vorschlaege = Vec::new();
    for katalog in f.l.pruefkataloge()?.into_iter().filter(|k| k.aktiv) {
        if !katalog_sichtbar(f.sitzung, f.umfang, "pruefliste.planvorschlag", katalog.gebiet) {
            continue;
        }
        let Some(fassung) = fassungen.iter().find(|x| x.katalog_id == katalog.id) else { continue };
        let mut einheiten: Vec<Einheitsstand> =
            bisher.extract_if(.., |e| e.katalog_id == katalog.id).collect();
        if einheiten.is_empty() {
            einheiten.push(erste_einheit(&katalog));
        }
        for stand in einheiten {
            let Some(einheit) = name_der_einheit(stand.ebene, stand.einheit_id.as_deref()) else { continue };
            if let Some(v) = einer((&katalog, fassung), stand, (heute, r.bis)) {
                vorschlaege.push(Planvorschlag { einheit, ..v });
            }
        }
    }
    vorschlaege
        .sort_by(|a, b| (a.rahmen.bis, &a.katalog, &a.einheit).cmp(&(b.rahmen.bis, &b.katalog, &b.einheit)));
    Ok(vorschlaege)
}

/// The house, where a catalogue had no run yet.
fn erste_einheit(katalog: &Pruefkatalog) -> Einheitsstand {
    Einheitsstand {
        katalog_id: katalog.id.clone(),
        ebene: Ebene::Haus,
        einheit_id: None,
        rolle: zustaendig(katalog.gebiet),
        zuletzt: LetzteAntworten::new(),
    }
}

/// The proposal for one unit, if a question is due again by that day.
fn einer(
    (katalog, fassung): (&Pruefkatalog, &Katalogfassung),
    stand: Einheitsstand,
    (heute, plan_bis): (NaiveDate, NaiveDate),
) -> Option<Planvorschlag> {
    let Einheitsstand { ebene, einheit_id, rolle, zuletzt, .. } = stand;
    let bis = naechster_stichtag(&fassung.kapitel, &zuletzt).map_or(heute, |tag| tag.max(heute));
    if bis > plan_bis {
        return None;
    }
    let faellig: BTreeSet<String> = faellige_fragen(&fassung.kapitel, &zuletzt, bis);
    let letzter = zuletzt.values().max().copied();
    let anfang = bis.checked_sub_months(Months::new(12)).and_then(|t| t.succ_opt()).unwrap_or(bis);
    let von = letzter.and_then(|t| t.succ_opt()).filter(|t| *t <= bis).map_or(anfang, |t| t.max(anfang));
    Some(Planvorschlag {
        katalog_id: katalog.id.clone(),
        katalog: katalog.titel.clone(),
        gebiet: katalog.gebiet,
        einheit: String::new(),
        rahmen: Durchgangsrahmen {
            ebene,
            einheit_id,
            von,
            bis,
            rolle,
            faellig_am: bis.checked_add_days(BEARBEITUNG).unwrap_or(bis),
        },
        fragen: faellig.len() as u64,
        fragen_gesamt: fragen(&fassung.kapitel).count() as u64,
        zuletzt: letzter,
    })
}

/// Who answers the first run in the house.
fn zustaendig(gebiet: Pruefgebiet) -> Rolle {
    GEBIETE.iter().find(|(_, g)| *g == gebiet).map_or(Rolle::Qualitaetsmanagement, |(rolle, _)| *rolle)
}
