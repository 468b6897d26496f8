//! What a person sees of a Datenschutzvorfall.

use super::vorfall::{laden, noch_unbearbeitet, ruecknehmbar};
use super::*;
use crate::api::rechte;
use crate::api::registeranfragen::{EintragLesen, Eintragsverweis};
use crate::api::tuer::Frage;
use crate::api::widerspruch::Personenzeichen;
use crate::datenschutz::vorfall::{Datenschutzvorfall, Vorfallschrittart, Vorfallstand};
use crate::fehler::Ergebnis;
use crate::frist::Pannenfrist;
use crate::schrittfolge::geltende;
use serde::Serialize;
use ts_rs::TS;

/// A breach with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct VorfallDetail {
    /// The breach.
    pub vorfall: Datenschutzvorfall,
    /// Its clock with the reasons.
    pub uhr: Pannenfrist,
    /// The clock runs: nobody has reported, or said why not.
    pub uhr_laeuft: bool,
    /// It has run out meanwhile.
    pub ueberfaellig: bool,
    /// Now (UTC), by the clock of the house.
    pub jetzt: String,
    /// Questions of the law that are open, as "Bitte …"; empty: it may be closed.
    pub fehlt: Vec<String>,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Vorfallschrittart>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// The person may change what was entered.
    pub darf_aendern: bool,
    /// The person may take the last step back.
    pub darf_zuruecknehmen: bool,
    /// The Kundenreaktion through which it became known.
    pub reaktion: Option<Eintragsverweis>,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

pub(super) fn lesen(f: &Frage<'_>, r: EintragLesen) -> Ergebnis<VorfallDetail> {
    let v = laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let uhr = v.angaben.uhr()?;
    let jetzt = f.haus.umgebung().jetzt();
    let offen = v.lage.stand != Vorfallstand::Abgeschlossen;
    let reicht = rechte::verlange(f.sitzung, "datenschutzvorfall.aendern").map_or(Umfang::Kein, |(_, u)| u);
    let darf_schritt = rechte::darf(f.sitzung, "datenschutzvorfall.schritt");
    let bezug = match &v.reaktion_id {
        Some(id) => f.l.reaktion(id)?.map(|k| Eintragsverweis { id: k.id, nummer: k.nummer }),
        None => None,
    };
    Ok(VorfallDetail {
        uhr_laeuft: v.lage.stand.uhr_laeuft(),
        ueberfaellig: v.lage.stand.uhr_laeuft() && uhr.ende < jetzt,
        jetzt: crate::umgebung::zeitstempel(jetzt),
        fehlt: v.lage.fehlt(&v.angaben).into_iter().map(|was| format!("Bitte {was}.")).collect(),
        moeglich: if darf_schritt { v.lage.moeglich(&v.angaben) } else { Vec::new() },
        naechster_schritt: v.lage.naechster_schritt(&v.angaben),
        darf_aendern: offen && (reicht == Umfang::Haus || reicht == Umfang::Eigene && noch_unbearbeitet(&v)),
        darf_zuruecknehmen: rechte::darf(f.sitzung, "datenschutzvorfall.schritt_zuruecknehmen")
            && geltende(&v.schritte).any(|e| ruecknehmbar(&e.schritt)),
        reaktion: bezug,
        personen: personen(f)?,
        vorfall: v,
        uhr,
    })
}
