//! Maßnahmen: the register, the way of a measure, its effect, and where it comes from.

mod anfragen;
mod anschluss;
mod ansicht;
pub(in crate::api) mod bericht;
mod herkunft;
mod listen;
mod register;
mod schritt;
pub(in crate::api) mod wirkung;

use super::rechte::{self, Umfang};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage};
use super::{Leer, Seite};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::massnahme::{Herkunftsart, Massnahme};
use crate::pruefliste::Pruefgebiet;
use crate::storage::{Lesen, Massnahmensicht, Massnahmenuebersicht, Massnahmenverweis, Massnahmenzeile};
pub use anfragen::*;
pub use ansicht::MassnahmeDetail;
pub use herkunft::Herkunftsangabe;
pub use wirkung::{SpaetereMessung, VorgemerkteWirkungspruefung, Wirkungsblatt};

modul! {
    operationen MassnahmeOperation {
        Anlegen(MassnahmeAnlegen) = "massnahme.anlegen", "Maßnahme anlegen" => register::anlegen;
        Aendern(MassnahmeAendern) = "massnahme.aendern", "Angaben einer Maßnahme ändern" => register::aendern;
        Schritt(MassnahmeSchritt) = "massnahme.schritt", "Schritt einer Maßnahme eintragen" => schritt::eintragen;
        WirkungFeststellen(WirkungFeststellen) = "massnahme.wirkung_feststellen", "Wirkung einer Maßnahme feststellen" => schritt::wirkung_feststellen;
        SchrittZuruecknehmen(MassnahmeSchrittZuruecknehmen) = "massnahme.schritt_zuruecknehmen", "Letzten Schritt einer Maßnahme zurücknehmen" => schritt::zuruecknehmen;
        Exportieren(MassnahmenExportieren) = "massnahme.exportieren", "Liste der Maßnahmen ausgeben" => listen::exportieren_liste;
    }
    abfragen MassnahmeAbfrage {
        Liste(MassnahmenListe) -> Seite<Massnahmenzeile> = "massnahme.liste", "Maßnahmen ansehen" => register::liste;
        Lesen(MassnahmeLesen) -> MassnahmeDetail = "massnahme.lesen", "Einzelne Maßnahme ansehen" => ansicht::lesen;
        ZuHerkunft(HerkunftFrage) -> Vec<Massnahmenverweis> = "massnahme.zu_herkunft", "Maßnahmen zu einem Vorgang ansehen" => zu_herkunft;
        Herkunft(HerkunftFrage) -> Herkunftsangabe = "massnahme.herkunft", "Anlass einer neuen Maßnahme ansehen" => herkunft::lesen;
        Uebersicht(Leer) -> Massnahmenuebersicht = "massnahme.uebersicht", "Offene Maßnahmen zählen" => uebersicht;
    }
}

/// What a scope means for the measures.
pub(super) fn sicht(sitzung: &Sitzung, umfang: Umfang) -> Massnahmensicht {
    let b = sitzung.benutzer();
    Massnahmensicht {
        haus: umfang == Umfang::Haus,
        vertraulich: b.rollen.iter().copied().any(sieht_vertrauliches),
        bereich: b.bereich_id.clone().filter(|_| umfang >= Umfang::Bereich),
        teams: if umfang >= Umfang::Teams && sitzung.hat(Rolle::Teamleitung) {
            b.teams.clone()
        } else {
            Vec::new()
        },
        person: b.id.clone(),
        rollen: b.rollen.clone(),
        register: b.rollen.iter().copied().filter_map(register_von).collect(),
        gebiete: b.rollen.iter().copied().filter_map(gebiet_von).collect(),
    }
}

/// Measures of the prevention of corruption name where the house is weak; they are no matter of those who work there.
fn sieht_vertrauliches(rolle: Rolle) -> bool {
    matches!(
        rolle,
        Rolle::Qualitaetsmanagement
            | Rolle::Korruptionspraevention
            | Rolle::Geschaeftsfuehrung
            | Rolle::Revision
    )
}

/// The kind of Prüfliste that a role keeps: measures from its deviations are hers too.
fn gebiet_von(rolle: Rolle) -> Option<Pruefgebiet> {
    match rolle {
        Rolle::Datenschutz => Some(Pruefgebiet::Datenschutz),
        Rolle::Korruptionspraevention => Some(Pruefgebiet::Korruption),
        _ => None,
    }
}

/// The register that a role keeps: its measures are hers too.
fn register_von(rolle: Rolle) -> Option<Herkunftsart> {
    match rolle {
        Rolle::Kundenreaktionsmanagement => Some(Herkunftsart::Kundenreaktion),
        Rolle::Widerspruchsstelle => Some(Herkunftsart::Widerspruch),
        Rolle::Datenschutz => Some(Herkunftsart::Datenschutzvorfall),
        Rolle::Korruptionspraevention => Some(Herkunftsart::Gefaehrdung),
        _ => None,
    }
}

/// How far a person may use another operation or query; nothing if she may not.
fn reichweite(sitzung: &Sitzung, name: &str) -> Umfang {
    rechte::verlange(sitzung, name).map_or(Umfang::Kein, |(_, umfang)| umfang)
}

/// The measure of that id within a person's scope; outside it looks as if it did not exist.
fn laden(l: &Lesen<'_>, sitzung: &Sitzung, umfang: Umfang, id: &str) -> Ergebnis<Massnahme> {
    l.massnahme_sichtbar(&sicht(sitzung, umfang), id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Maßnahme"))
}

/// The same to change it: who reads more of the register changes only her part of it.
fn zu_aendern(a: &Auftrag<'_>, id: &str) -> Ergebnis<Massnahme> {
    match a.s.massnahme_aenderbar(&sicht(a.sitzung, a.umfang), id)? {
        Some(m) => Ok(m),
        None => {
            laden(a.s, a.sitzung, reichweite(a.sitzung, "massnahme.lesen"), id)?;
            Err(Fehler::neu(
                Code::Recht,
                "Diese Maßnahme ändert, wer sie angelegt hat, wessen Funktion (und Team) für sie zuständig ist oder wer das Register führt, aus dem sie kommt.",
            ))
        }
    }
}

fn zu_herkunft(f: &Frage<'_>, r: HerkunftFrage) -> Ergebnis<Vec<Massnahmenverweis>> {
    let Some(id) = r.herkunft.id() else { return Ok(Vec::new()) };
    let mut verweise = f.l.massnahmen_zu_herkunft(&sicht(f.sitzung, f.umfang), r.herkunft.art(), id)?;
    // Without a question: those of the whole run, each with its question.
    if let crate::massnahme::Herkunft::Abweichung { frage, .. } = &r.herkunft
        && !frage.is_empty()
    {
        verweise.retain(|v| v.stelle == *frage);
    }
    Ok(verweise)
}

fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Massnahmenuebersicht> {
    Ok(f.l.massnahmenuebersicht(&sicht(f.sitzung, f.umfang), f.haus.umgebung().heute())?)
}
