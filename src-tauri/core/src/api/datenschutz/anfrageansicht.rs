//! What a person sees of a request: all of it but who asks, unless she decides about it.

use super::anfrage::{laden, ort, ruecknehmbar, sieht_klar};
use super::*;
use crate::api::rechte;
use crate::api::registeranfragen::{EintragLesen, Eintragsverweis};
use crate::datenschutz::anfrage::{Anfrageklar, Anfrageschrittart, Betroffenenanfrage};
use crate::frist::Monatsfrist;
use crate::schrittfolge::geltende;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A request with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct AnfrageDetail {
    /// The request.
    pub anfrage: Betroffenenanfrage,
    /// Who asks; only for the Datenschutz.
    pub klar: Option<Anfrageklar>,
    /// Day on which that was removed by rule.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Its clock with the reasons.
    pub uhr: Monatsfrist,
    /// Last day on which the person may be told of an extension.
    #[ts(type = "string")]
    pub verlaengerung_bis: NaiveDate,
    /// Not answered, and the time is over.
    pub ueberfaellig: bool,
    /// Answered after the time.
    pub verspaetet: bool,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Anfrageschrittart>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// The person may change what was entered.
    pub darf_aendern: bool,
    /// The person may take the last step back.
    pub darf_zuruecknehmen: bool,
    /// Other requests of the same person, newest first; only for the Datenschutz.
    pub dieselbe_person: Vec<Eintragsverweis>,
    /// The Kundenreaktion in which it came.
    pub reaktion: Option<Eintragsverweis>,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

pub(super) fn lesen(f: &Frage<'_>, r: EintragLesen) -> Ergebnis<AnfrageDetail> {
    let k = laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let ort = ort(f.l)?;
    let uhr = k.uhr(&ort)?;
    let heute = f.haus.umgebung().heute();
    let entfernt_am = f.l.entfernt_am(&k.id)?;
    let klar = sieht_klar(f.sitzung);
    let darf = |name: &str| entfernt_am.is_none() && rechte::darf(f.sitzung, name);
    let darf_schritt = darf("betroffenenanfrage.schritt");
    let bezug = match &k.reaktion_id {
        Some(id) => f.l.reaktion(id)?.map(|x| Eintragsverweis { id: x.id, nummer: x.nummer }),
        None => None,
    };
    Ok(AnfrageDetail {
        klar: if klar { f.l.anfrage_klar(&k.id)? } else { None },
        verlaengerung_bis: k.angaben.uhr(k.uhr_ab(), false, &ort)?.fristende,
        ueberfaellig: k.lage.abschluss.is_none() && uhr.fristende < heute,
        verspaetet: k.lage.abschluss.as_ref().is_some_and(|ende| ende.am > uhr.fristende),
        moeglich: if darf_schritt { k.lage.moeglich() } else { Vec::new() },
        naechster_schritt: k.lage.naechster_schritt(k.angaben.art).to_owned(),
        darf_aendern: darf("betroffenenanfrage.aendern"),
        darf_zuruecknehmen: darf("betroffenenanfrage.schritt_zuruecknehmen")
            && geltende(&k.schritte).any(|e| ruecknehmbar(&e.schritt)),
        dieselbe_person: if klar {
            f.l.anfragen_derselben_person(&k)?.into_iter().map(Into::into).collect()
        } else {
            Vec::new()
        },
        reaktion: bezug,
        personen: personen(f)?,
        anfrage: k,
        entfernt_am,
        uhr,
    })
}
