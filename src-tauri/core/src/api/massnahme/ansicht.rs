//! What a person sees of a measure.

use super::wirkung::{Wirkungsblatt, blatt};
use super::*;
use crate::api::widerspruch::Personenzeichen;
use crate::massnahme::Massnahmenschrittart;
use serde::Serialize;
use ts_rs::TS;

/// A measure with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct MassnahmeDetail {
    /// The measure.
    pub massnahme: Massnahme,
    /// Name of the team that sees to it.
    pub team: Option<String>,
    /// Number of the record it comes from.
    pub herkunft_nummer: Option<String>,
    /// That record, as far as the person may see it.
    pub herkunft: Option<Herkunftsangabe>,
    /// Not done, and the due day has passed.
    pub ueberfaellig: bool,
    /// Its effect.
    pub wirkung: Wirkungsblatt,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Massnahmenschrittart>,
    /// She may change what was entered, and take steps back.
    pub darf_aendern: bool,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

pub(super) fn lesen(f: &Frage<'_>, r: MassnahmeLesen) -> Ergebnis<MassnahmeDetail> {
    let m = laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let heute = f.haus.umgebung().heute();
    let umfang = reichweite(f.sitzung, "massnahme.schritt");
    let meine = umfang > Umfang::Kein && f.l.massnahme_aenderbar(&sicht(f.sitzung, umfang), &m.id)?.is_some();
    let wirkung = blatt(f.l, &m)?;
    let messbar = wirkung.spaetere.iter().any(|s| s.hindernis.is_none())
        || wirkung.spaetere_durchgaenge.iter().any(|s| s.hindernis.is_none());
    let moeglich = m
        .lage
        .moeglich()
        .into_iter()
        .filter(|s| meine && (*s != Massnahmenschrittart::WirkungFeststellen || messbar));
    // A withdrawn Feststellung is an error for a new measure only.
    let herkunft = herkunft::angabe(f.l, f.sitzung, &m.herkunft).ok().flatten();
    let mit_merkmal = matches!(m.herkunft.art(), Herkunftsart::Feststellung | Herkunftsart::Abweichung);
    Ok(MassnahmeDetail {
        team: match &m.angaben.team_id {
            Some(id) => f.l.teams()?.into_iter().find(|t| t.id == *id).map(|t| t.name),
            None => None,
        },
        herkunft_nummer: f.l.massnahme_herkunft_nummer(&m.id)?,
        herkunft,
        ueberfaellig: m.lage.ueberfaellig(heute),
        moeglich: moeglich.collect(),
        darf_aendern: meine,
        naechster_schritt: m.lage.naechster_schritt(mit_merkmal).to_owned(),
        personen: f
            .l
            .alle_benutzer()?
            .into_iter()
            .map(|b| Personenzeichen { id: b.id, zeichen: b.zeichen, name: b.anzeigename })
            .collect(),
        wirkung,
        massnahme: m,
    })
}
