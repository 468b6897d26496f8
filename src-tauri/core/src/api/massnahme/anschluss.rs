//! The registers of Prüflisten, data protection and prevention of corruption, asked for the record that a measure comes
//! from. The one place to extend: a register that is not asked here holds nothing for a measure, so its ids are
//! refused as not found.

use super::herkunft::Herkunftsangabe;
use super::{Umfang, reichweite};
use crate::api::{datenschutz, pruefliste};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::massnahme::{Frageantwort, Massnahme, Wirkung, Wirkungsnachweis};
use crate::pruefliste::{Durchgang, Ebene, Listenantwort, fragen};
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
    let Some(erster) = durchgang(l, durchgang_id)? else { return Ok(Vec::new()) };
    let durchgaenge = l.spaetere_durchgaenge(&erster)?;
    let ids: Vec<&str> = durchgaenge.iter().map(|d| d.id.as_str()).collect();
    let antworten = l.pruefantworten_von(&ids)?;
    let mut spaetere = Vec::new();
    for d in &durchgaenge {
        let Some((_, antwort)) = antworten.iter().find(|(id, a)| *id == d.id && a.frage == frage) else {
            continue;
        };
        let hindernis = hindernis(m.lage.umgesetzt_am, antwort.wert, &antwort.am);
        let vergleich = match hindernis {
            None => Some(am_durchgang(&erster, d, antwort.wert).wirkung().map_err(Fehler::intern)?),
            Some(_) => None,
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
    let Some(erster) = durchgang(l, durchgang_id)? else { return Ok(None) };
    let Some(d) = l.spaetere_durchgaenge(&erster)?.into_iter().find(|d| d.id == spaeterer_id) else {
        return Ok(None);
    };
    let Some(antwort) = l.pruefantwort(&d.id, frage)? else { return Ok(None) };
    match hindernis(m.lage.umgesetzt_am, antwort.wert, &antwort.am) {
        Some(grund) => Err(Fehler::regel(format!("{} belegt keine Wirkung. {grund}", d.nummer))),
        None => Ok(Some(am_durchgang(&erster, &d, antwort.wert))),
    }
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

fn am_durchgang(erster: &Durchgang, spaeterer: &Durchgang, wert: Listenantwort) -> Wirkungsnachweis {
    let antwort = |d: &Durchgang, erfuellt| Frageantwort {
        durchgang_id: d.id.clone(),
        bezeichnung: d.nummer.clone(),
        erfuellt,
    };
    Wirkungsnachweis::Durchgang {
        erste: antwort(erster, false),
        spaetere: antwort(spaeterer, wert == Listenantwort::Erfuellt),
    }
}

fn durchgang(l: &Lesen<'_>, id: &str) -> Ergebnis<Option<Durchgang>> {
    Ok(l.durchgang(&Listensicht { haus: true, ..Listensicht::default() }, id)?)
}
