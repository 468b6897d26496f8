//! Notes for the house and texts to the person. What was written stays.

use super::*;
use crate::api::haus::pruefe_text;
use crate::storage::{Beitragsart, Reaktionsbeitrag};

pub(super) fn notieren(a: &Auftrag<'_>, r: ReaktionNotieren) -> Ergebnis<Aenderung> {
    let k = zu_aendern(a, &r.id)?;
    if k.lage.sichtung.is_none() {
        return Err(Fehler::regel("Bitte klären Sie zuerst, ob die Reaktion einen Rechtsbehelf enthält."));
    }
    if k.angaben.art.nur_abgabe() {
        return Err(Fehler::regel("Zu einer Dienstaufsichtsbeschwerde wird kein Text gespeichert."));
    }
    let text = pruefe_text("text", &r.text, 3, 5_000)?;
    let aenderung = anlegen(a, &k.id, Beitragsart::Notiz, text.clone())?;
    Ok(spaeteres::warnen(aenderung, &k, &text))
}

pub(super) fn anlegen(
    a: &Auftrag<'_>,
    reaktion_id: &str,
    art: Beitragsart,
    text: String,
) -> Ergebnis<Aenderung> {
    let b = Reaktionsbeitrag {
        id: a.neue_id(),
        reaktion_id: reaktion_id.to_owned(),
        art,
        text,
        von: a.sitzung.benutzer_id().to_owned(),
        am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    a.s.reaktionsbeitrag_anlegen(&b, &a.salz())?;
    Ok(Aenderung::an(ObjektArt::REAKTIONSBEITRAG, b.id))
}
