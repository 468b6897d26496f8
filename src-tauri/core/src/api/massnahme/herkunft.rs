//! Where a measure comes from: the record in its own register, as far as the person may see it.

use super::*;
use crate::api::{fachaufsicht, kundenreaktion, widerspruch};
use crate::fachaufsicht::feststellung::FeststellungStand;
use crate::massnahme::Herkunft;
use serde::Serialize;
use ts_rs::TS;

/// The record that a measure comes from.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Herkunftsangabe {
    /// Its number, where it has one.
    pub nummer: Option<String>,
    /// What it is about.
    pub betreff: String,
    /// The item or question concerned, in words.
    pub frage: Option<String>,
    /// Its id.
    pub stelle: String,
    /// Team that it is about, if it names exactly one.
    pub team_id: Option<String>,
    /// What its own steps promise; to begin a measure with.
    pub was: Option<String>,
    /// Until when.
    #[ts(type = "string | null")]
    pub bis: Option<chrono::NaiveDate>,
}

/// The record, within the person's sight of its own register; `None` outside it.
pub(super) fn angabe(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    herkunft: &Herkunft,
) -> Ergebnis<Option<Herkunftsangabe>> {
    match herkunft {
        Herkunft::Eigen {} => Ok(Some(Herkunftsangabe::default())),
        Herkunft::Feststellung { id } => feststellung(l, sitzung, id),
        Herkunft::Kundenreaktion { id, massnahme } => reaktion(l, sitzung, id, *massnahme),
        Herkunft::Widerspruch { id } => {
            let umfang = reichweite(sitzung, "widerspruch.lesen");
            if umfang == Umfang::Kein {
                return Ok(None);
            }
            Ok(l.verfahren_sichtbar(&widerspruch::sicht(sitzung, umfang), id)?.map(|v| Herkunftsangabe {
                nummer: Some(v.nummer),
                betreff: v.angaben.gegenstand,
                team_id: v.angaben.team_id,
                ..Herkunftsangabe::default()
            }))
        }
        Herkunft::Abweichung { durchgang_id, frage } => {
            anschluss::abweichung(l, sitzung, durchgang_id, frage)
        }
        Herkunft::Datenschutzvorfall { id } => anschluss::datenschutzvorfall(l, sitzung, id),
        Herkunft::Gefaehrdung { id } => anschluss::gefaehrdung(l, sitzung, id),
    }
}

/// The same for a new measure: the record must be there, and still count.
pub(super) fn verlangt(l: &Lesen<'_>, sitzung: &Sitzung, herkunft: &Herkunft) -> Ergebnis<Herkunftsangabe> {
    angabe(l, sitzung, herkunft)?.ok_or_else(|| {
        Fehler::nicht_gefunden(match herkunft.art() {
            Herkunftsart::Feststellung => "Die Feststellung",
            Herkunftsart::Abweichung => "Die Abweichung",
            Herkunftsart::Kundenreaktion => "Die Kundenreaktion",
            Herkunftsart::Widerspruch => "Das Verfahren",
            Herkunftsart::Datenschutzvorfall => "Der Datenschutzvorfall",
            Herkunftsart::Gefaehrdung => "Der Eintrag des Gefährdungsatlas",
            Herkunftsart::Eigen => "Der Anlass",
        })
    })
}

fn feststellung(l: &Lesen<'_>, sitzung: &Sitzung, id: &str) -> Ergebnis<Option<Herkunftsangabe>> {
    let umfang = reichweite(sitzung, "feststellung.lesen");
    if umfang == Umfang::Kein {
        return Ok(None);
    }
    let sicht = fachaufsicht::sicht(sitzung, umfang);
    let Some(x) = l.feststellung(&sicht, id)? else { return Ok(None) };
    if x.stand == FeststellungStand::Zurueckgenommen {
        return Err(Fehler::regel("Diese Feststellung ist zurückgenommen; aus ihr folgt keine Maßnahme."));
    }
    let rahmen = l.bogenrahmen(&x.pruefung_id)?;
    let frage = rahmen.as_ref().and_then(|r| {
        let merkmal = r.abschnitte.iter().flat_map(|a| &a.merkmale).find(|m| m.kennung == x.merkmal)?;
        Some(merkmal.frage.clone())
    });
    Ok(Some(Herkunftsangabe {
        nummer: rahmen.map(|r| format!("{} Nr. {}", r.nummer, x.nummer)),
        betreff: x.inhalt.text,
        frage,
        stelle: x.merkmal,
        team_id: l.prueffall(&sicht, &x.prueffall_id)?.and_then(|f| f.team_id),
        ..Herkunftsangabe::default()
    }))
}

fn reaktion(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    id: &str,
    massnahme: Option<u32>,
) -> Ergebnis<Option<Herkunftsangabe>> {
    let umfang = reichweite(sitzung, "kundenreaktion.lesen");
    if umfang == Umfang::Kein {
        return Ok(None);
    }
    let Some(k) =
        l.reaktion_sichtbar(&kundenreaktion::sicht(sitzung, umfang, kundenreaktion::Zweck::Ansehen), id)?
    else {
        return Ok(None);
    };
    let zugesagt =
        match massnahme {
            None => None,
            Some(n) => {
                let stelle = usize::try_from(n).unwrap_or(usize::MAX).checked_sub(1);
                Some(stelle.and_then(|i| k.lage.massnahmen.get(i)).ok_or_else(|| {
                    Fehler::nicht_gefunden("Die Maßnahme in den Schritten der Kundenreaktion")
                })?)
            }
        };
    let mut teams: Vec<&String> = k.angaben.anliegen.iter().filter_map(|x| x.team_id.as_ref()).collect();
    teams.sort_unstable();
    teams.dedup();
    Ok(Some(Herkunftsangabe {
        was: zugesagt.map(|m| m.was.clone()),
        bis: zugesagt.map(|m| m.bis),
        team_id: if let [eins] = teams.as_slice() { Some((*eins).clone()) } else { None },
        nummer: Some(k.nummer),
        betreff: k.angaben.betreff,
        ..Herkunftsangabe::default()
    }))
}

/// What the form of a new measure shows of its origin.
pub(super) fn lesen(f: &Frage<'_>, r: HerkunftFrage) -> Ergebnis<Herkunftsangabe> {
    verlangt(f.l, f.sitzung, &r.herkunft)
}
