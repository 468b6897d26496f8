//! The registers of Prüflisten, data protection and prevention of corruption, asked for the record that a measure comes
//! from. The one place to extend: a register that is not asked here holds nothing for a measure, so its ids are
//! refused as not found.

use super::herkunft::Herkunftsangabe;
use super::{Umfang, reichweite};
use crate::api::{datenschutz, pruefliste};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::massnahme::{Frageantwort, Massnahme, Wirkung, Wirkungsnachweis};
use crate::pruefliste::{Durchgang, Durchgangsstand, Ebene, Listenantwort, Pruefantwort, fragen};
use crate::storage::{Lesen, Listensicht};
use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use ts_rs::TS;

/// A later run in which the question of a measure was asked again.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SpaetererDurchgang {
    /// Id of the run.
    pub durchgang_id: String,
    /// `PL-2027-001`.
    pub nummer: String,
    /// Last day of its period.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// What was answered.
    pub antwort: Listenantwort,
    /// Why it shows no effect; `None`: it may be used.
    pub hindernis: Option<String>,
    /// What the two answers say together.
    pub vergleich: Option<Wirkung>,
}

/// A deviation, as far as the person may see its run.
pub(super) fn abweichung(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    durchgang_id: &str,
    frage: &str,
) -> Ergebnis<Option<Herkunftsangabe>> {
    let umfang = reichweite(sitzung, "pruefliste.lesen");
    if umfang == Umfang::Kein {
        return Ok(None);
    }
    let sicht = pruefliste::sicht(sitzung, umfang, "pruefliste.lesen");
    let Some(d) = l.durchgang(&sicht, durchgang_id)? else { return Ok(None) };
    let Some(antwort) = l.pruefantwort(&d.id, frage)? else { return Ok(None) };
    if !antwort.wert.ist_abweichung() {
        return Err(Fehler::regel("Diese Frage weicht nicht ab; aus ihr folgt keine Maßnahme."));
    }
    let worte = l
        .katalogfassung(&d.katalogfassung_id)?
        .and_then(|f| fragen(&f.kapitel).find(|x| x.kennung == frage).map(|x| x.frage.clone()));
    Ok(Some(Herkunftsangabe {
        nummer: Some(format!("{} {frage}", d.nummer)),
        betreff: antwort.bemerkung,
        frage: worte,
        stelle: frage.to_owned(),
        team_id: d.rahmen.einheit_id.filter(|_| d.rahmen.ebene == Ebene::Team),
        ..Herkunftsangabe::default()
    }))
}

/// A data breach, as far as the person may see it.
pub(super) fn datenschutzvorfall(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    id: &str,
) -> Ergebnis<Option<Herkunftsangabe>> {
    let umfang = reichweite(sitzung, "datenschutzvorfall.lesen");
    if umfang == Umfang::Kein {
        return Ok(None);
    }
    Ok(l.vorfall(id, datenschutz::nur_von(sitzung, umfang).as_deref())?.map(|v| Herkunftsangabe {
        nummer: Some(v.nummer),
        betreff: v.angaben.betreff,
        ..Herkunftsangabe::default()
    }))
}

/// An entry of the Gefährdungsatlas, as far as the person may see it.
pub(super) fn gefaehrdung(l: &Lesen<'_>, sitzung: &Sitzung, id: &str) -> Ergebnis<Option<Herkunftsangabe>> {
    if reichweite(sitzung, "gefaehrdung.lesen") < Umfang::Haus {
        return Ok(None);
    }
    Ok(l.gefaehrdung(id)?.map(|g| {
        let inhalt = g.lage.fassungen.into_iter().next().or(g.lage.vorschlag).map(|f| f.angaben);
        Herkunftsangabe {
            nummer: Some(g.nummer),
            team_id: inhalt.as_ref().and_then(|i| i.team_id.clone()),
            betreff: inhalt.map_or_else(String::new, |i| i.bezeichnung),
            ..Herkunftsangabe::default()
        }
    }))
}

/// The later released runs of the same list in the same unit that answered the question, latest first. Whoever may see
/// the measure may see them: they name an answer and a number.
pub(super) fn spaetere_durchgaenge(
    l: &Lesen<'_>,
    m: &Massnahme,
    durchgang_id: &str,
    frage: &str,
) -> Ergebnis<Vec<SpaetererDurchgang>> {
    let Some(erster) = geltender_durchgang(l, durchgang_id)? else { return Ok(Vec::new()) };
    let ausgang = ausgangslage(l, &erster, frage)?;
    let durchgaenge = l.spaetere_durchgaenge(&erster)?;
    let antworten = pruefliste::geltende_antworten(l, &durchgaenge)?;
    let mut spaetere = Vec::new();
    for (d, antworten) in durchgaenge.iter().zip(&antworten) {
        let Some(antwort) = antworten.iter().find(|a| a.frage == frage) else {
            continue;
        };
        let hindernis = match &ausgang {
            Ok(_) => hindernis(m.lage.umgesetzt_am, antwort.wert, &antwort.am),
            Err(grund) => Some(grund.clone()),
        };
        let vergleich = match (&ausgang, &hindernis) {
            (Ok(erste), None) => {
                Some(am_durchgang((&erster, *erste), (d, antwort.wert)).wirkung().map_err(Fehler::intern)?)
            }
            _ => None,
        };
        spaetere.push(SpaetererDurchgang {
            durchgang_id: d.id.clone(),
            nummer: d.nummer.clone(),
            bis: d.rahmen.bis,
            antwort: antwort.wert,
            hindernis,
            vergleich,
        });
    }
    Ok(spaetere)
}

/// The same question in a later, released run: what both answers were.
pub(super) fn nachweis_am_durchgang(
    l: &Lesen<'_>,
    m: &Massnahme,
    (durchgang_id, frage): (&str, &str),
    spaeterer_id: &str,
) -> Ergebnis<Option<Wirkungsnachweis>> {
    let Some(erster) = geltender_durchgang(l, durchgang_id)? else { return Ok(None) };
    let Some(d) = l.spaetere_durchgaenge(&erster)?.into_iter().find(|d| d.id == spaeterer_id) else {
        return Ok(None);
    };
    let Some(antwort) = geltende_antwort(l, &d, frage)? else { return Ok(None) };
    let keine = |grund: String| Fehler::regel(format!("{} belegt keine Wirkung. {grund}", d.nummer));
    let erste = ausgangslage(l, &erster, frage)?.map_err(keine)?;
    match hindernis(m.lage.umgesetzt_am, antwort.wert, &antwort.am) {
        Some(grund) => Err(keine(grund)),
        None => Ok(Some(am_durchgang((&erster, erste), (&d, antwort.wert)))),
    }
}

/// What the question was answered in the run that the measure comes from, as it was released; or why nothing can be
/// compared with it: an answer that was set right before the release was no deviation.
fn ausgangslage(l: &Lesen<'_>, erster: &Durchgang, frage: &str) -> Ergebnis<Result<Listenantwort, String>> {
    if erster.stand != Durchgangsstand::Freigegeben {
        return Ok(Err(format!("{} ist noch nicht freigegeben.", erster.nummer)));
    }
    Ok(match geltende_antwort(l, erster, frage)? {
        Some(a) if a.wert.ist_abweichung() => Ok(a.wert),
        Some(_) => Err(format!("In {} weicht die Frage bei der Freigabe nicht mehr ab.", erster.nummer)),
        None => Err(format!("In {} stellte sich die Frage bei der Freigabe nicht mehr.", erster.nummer)),
    })
}

fn geltende_antwort(l: &Lesen<'_>, d: &Durchgang, frage: &str) -> Ergebnis<Option<Pruefantwort>> {
    let antworten = pruefliste::geltende_antworten(l, std::slice::from_ref(d))?;
    Ok(antworten.into_iter().flatten().find(|a| a.frage == frage))
}

/// Why an answer shows no effect of what was done on that day; `None` if it can.
fn hindernis(umgesetzt_am: Option<NaiveDate>, wert: Listenantwort, beantwortet: &str) -> Option<String> {
    let am = DateTime::parse_from_rfc3339(beantwortet).ok().map(|z| z.with_timezone(&Berlin).date_naive());
    match umgesetzt_am {
        None => Some("Die Maßnahme ist noch nicht umgesetzt.".to_owned()),
        Some(tag) if am.is_none_or(|am| am < tag) => {
            Some("Die Frage wurde vor der Umsetzung beantwortet.".to_owned())
        }
        Some(_) if wert == Listenantwort::NichtAnwendbar => {
            Some("Die Frage war dort nicht anwendbar.".to_owned())
        }
        Some(_) => None,
    }
}

fn am_durchgang(
    erste: (&Durchgang, Listenantwort),
    spaetere: (&Durchgang, Listenantwort),
) -> Wirkungsnachweis {
    let antwort = |(d, wert): (&Durchgang, Listenantwort)| Frageantwort {
        durchgang_id: d.id.clone(),
        bezeichnung: d.nummer.clone(),
        erfuellt: wert == Listenantwort::Erfuellt,
        antwort: match wert {
            Listenantwort::Teilweise => "nur teilweise erfüllt".to_owned(),
            andere => andere.titel().to_owned(),
        },
    };
    Wirkungsnachweis::Durchgang { erste: antwort(erste), spaetere: antwort(spaetere) }
}

/// The run, or the correction that took its place when it was released.
fn geltender_durchgang(l: &Lesen<'_>, id: &str) -> Ergebnis<Option<Durchgang>> {
    let Some(mut d) = durchgang(l, id)? else { return Ok(None) };
    while d.stand == Durchgangsstand::Ersetzt {
        let Some(neu) = l.berichtigung_von(&d.id)? else { break };
        let Some(neu) = durchgang(l, &neu)? else { break };
        d = neu;
    }
    Ok(Some(d))
}

fn durchgang(l: &Lesen<'_>, id: &str) -> Ergebnis<Option<Durchgang>> {
    Ok(l.durchgang(&Listensicht { haus: true, ..Listensicht::default() }, id)?)
}
