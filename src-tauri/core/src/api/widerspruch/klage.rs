//! A Klage is a procedure of its own, linked to its Widerspruch: one opens the other, and one ends the other.

use super::grundlage::Grundlage;
use super::verfahren::{naechste_nummer, neu, speichern, speichern_neu};
use super::*;
use crate::frist::Rechtsbehelfsbelehrung;
use crate::widerspruch::{
    AufschiebendeWirkung, Eingangsform, Schritteintrag, Verfahrensangaben, Verfahrensart, Verfahrenslage,
    Verfahrensschritt, Verfahrensstand, Zuruecknahme,
};
use chrono::NaiveDate;

/// Opens the Klage against the decision of a Widerspruch, with its dates carried over.
pub(super) fn eroeffnen(
    a: &Auftrag<'_>,
    widerspruch: &Verfahren,
    am: NaiveDate,
    aenderung: Aenderung,
) -> Ergebnis<Aenderung> {
    let klar = a.s.verfahren_klar(&widerspruch.id)?.unwrap_or_default();
    let absendung = widerspruch.lage.absendung.as_ref();
    let belehrung = absendung.map_or(Rechtsbehelfsbelehrung::Ordnungsgemaess, |b| b.belehrung);
    let angaben = Verfahrensangaben {
        gegenstand: format!("Widerspruchsbescheid zu {}", widerspruch.nummer),
        bescheid_am: None,
        bekanntgabe: absendung.map(|b| b.bekanntgabe),
        ausland: absendung.is_some_and(|b| b.ausland),
        belehrung,
        elektronische_form_genannt: belehrung == Rechtsbehelfsbelehrung::Ordnungsgemaess,
        eingang_andere_stelle: None,
        andere_stelle: String::new(),
        eingang: am,
        form: Eingangsform::Schriftlich,
        form_nachgeholt_am: None,
        aufschiebende_wirkung: AufschiebendeWirkung::Offen,
        mahnsperre_am: widerspruch.angaben.mahnsperre_am,
        begruendung_bis: None,
        begruendung_am: None,
        vermerk: String::new(),
        weitere: Vec::new(),
        ..widerspruch.angaben.clone()
    };
    let g = Grundlage::lesen(a.s, a.haus)?;
    let nummer = naechste_nummer(a, &g)?;
    let klage = neu(a, &g, nummer, Verfahrensart::Klage, angaben, &klar, Some(widerspruch.id.clone()));
    let klage = Verfahren { zustaendig: widerspruch.zustaendig.clone(), ..klage };
    let neue = speichern_neu(a, &g, &klage, &klar)?;
    Ok(aenderung
        .zusammen(neue)
        .mit_hinweis(format!("Die Klage wird als eigenes Verfahren {} geführt.", klage.nummer)))
}

/// Keeps the Widerspruch of a Klage in step: it ends with her, and goes on when her end is taken back.
pub(super) fn nachziehen(a: &Auftrag<'_>, klage: &Verfahren, aenderung: Aenderung) -> Ergebnis<Aenderung> {
    let (Verfahrensart::Klage, Some(id)) = (klage.art, &klage.vorgaenger_id) else { return Ok(aenderung) };
    let Some(mut w) = a.s.verfahren(id)? else { return Ok(aenderung) };
    let von = a.sitzung.benutzer_id();
    let zeit = a.haus.umgebung().zeitstempel();
    match (klage.lage.abschluss_am, w.lage.stand) {
        (Some(am), Verfahrensstand::Klage) => {
            let schritt = Verfahrensschritt::KlageBeendet { am };
            w.lage = w.lage.nach(w.art, &schritt, von)?;
            w.schritte.push(Schritteintrag {
                schritt,
                von: von.to_owned(),
                eingetragen_am: zeit,
                zurueckgenommen: None,
            });
        }
        (None, _) => {
            let letzter = w.schritte.iter_mut().rev().find(|e| e.zurueckgenommen.is_none());
            let Some(letzter) =
                letzter.filter(|e| matches!(e.schritt, Verfahrensschritt::KlageBeendet { .. }))
            else {
                return Ok(aenderung);
            };
            letzter.zurueckgenommen = Some(Zuruecknahme {
                von: von.to_owned(),
                am: zeit,
                grund: format!("Die Klage {} ist wieder offen.", klage.nummer),
            });
            w.lage = Verfahrenslage::aus(w.art, &w.schritte)?;
        }
        _ => return Ok(aenderung),
    }
    Ok(aenderung.zusammen(speichern(a, &w)?))
}
