//! A procedure that was found in a Kundenreaktion: opened with her dates, completed by the Widerspruchsstelle.

use super::grundlage::{Grundlage, klar_geprueft};
use super::verfahren::{naechste_nummer, neu, speichern_neu};
use super::*;
use crate::api::kundenreaktion::WiderspruchAusReaktion;
use crate::kundenreaktion::Reaktionsinhalt;
use crate::widerspruch::{AufschiebendeWirkung, Klarangaben, Verfahrensangaben, Verfahrensart};
use chrono::NaiveDate;

/// Opens the procedure; answers its id and number. Errors name the fields of the request (`widerspruch.…`).
pub(in crate::api) fn aus_reaktion(
    a: &Auftrag<'_>,
    reaktion: &Reaktionsinhalt,
    nummer: &str,
    eingang: NaiveDate,
    r: WiderspruchAusReaktion,
) -> Ergebnis<(String, String, Aenderung)> {
    anlegen(a, reaktion, nummer, eingang, r).map_err(|mut e| {
        for feld in &mut e.felder {
            if let Some((_, rest)) = feld.feld.split_once('.') {
                feld.feld = format!("widerspruch.{rest}");
            }
        }
        e
    })
}

fn anlegen(
    a: &Auftrag<'_>,
    reaktion: &Reaktionsinhalt,
    nummer: &str,
    eingang: NaiveDate,
    r: WiderspruchAusReaktion,
) -> Ergebnis<(String, String, Aenderung)> {
    if !matches!(r.art, Verfahrensart::Widerspruch | Verfahrensart::Ueberpruefung) {
        return Err(Fehler::feld("angaben.art", "Bitte wählen Sie Widerspruch oder Überprüfungsantrag."));
    }
    let g = Grundlage::lesen(a.s, a.haus)?;
    let angaben = Verfahrensangaben {
        gegenstand: r.gegenstand,
        bescheid_am: r.bescheid_am,
        bekanntgabe: r.bekanntgabe,
        ausland: false,
        belehrung: r.belehrung,
        elektronische_form_genannt: r.elektronische_form_genannt,
        eingang_andere_stelle: r.eingang_andere_stelle,
        andere_stelle: if r.eingang_andere_stelle.is_some() {
            reaktion.andere_stelle.clone()
        } else {
            String::new()
        },
        eingang,
        form: r.form,
        form_nachgeholt_am: None,
        bevollmaechtigt: false,
        aufschiebende_wirkung: AufschiebendeWirkung::Offen,
        mahnsperre_am: None,
        begruendung_bis: None,
        begruendung_am: None,
        sachgebiet: r.sachgebiet,
        team_id: r.team_id,
        vermerk: format!("Aus der Kundenreaktion {nummer}."),
        weitere: Vec::new(),
    };
    let angaben = g.vorlaeufige_angaben(r.art, angaben)?;
    let klar =
        klar_geprueft(Klarangaben { fallnummer: r.fallnummer, name: r.name, ..Klarangaben::default() })?;
    let v = neu(a, &g, naechste_nummer(a, &g)?, r.art, angaben, &klar, None);
    let aenderung = speichern_neu(a, &g, &v, &klar)?;
    Ok((v.id, v.nummer, aenderung))
}
