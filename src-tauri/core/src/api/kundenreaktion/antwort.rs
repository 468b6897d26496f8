//! A text to the person as a letter.

use super::*;
use crate::api::ausgabe::Ausgabeart;
use crate::api::berichte::{hauskopf, unsetzbar};
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_schreiben};
use crate::api::haus::pruefe_text;
use crate::bericht::als_pdf;
use crate::kundenreaktion::bericht::{Antwortschreiben, antwortbericht};
use crate::storage::Beitragsart;
use chrono_tz::Europe::Berlin;

/// Places in a text that a person has still to fill in, such as "[Name]".
pub(super) fn offene_stellen(text: &str) -> Vec<&str> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']').map(|(stelle, _)| stelle)).collect()
}

/// Refuses a text that goes to the person with places to fill in.
pub(super) fn fertig(text: &str) -> Ergebnis<()> {
    let offen = offene_stellen(text);
    if offen.is_empty() {
        return Ok(());
    }
    let offen = offen.iter().map(|o| format!("[{o}]")).collect::<Vec<_>>().join(", ");
    Err(Fehler::feld("text", format!("Der Text hat noch offene Stellen in eckigen Klammern: {offen}.")))
}

pub(super) fn ausgeben_als_brief(a: &Auftrag<'_>, r: AntwortAusgeben) -> Ergebnis<Aenderung> {
    let k = laden(a.s, a.sitzung, (a.umfang, Zweck::Bearbeiten), &r.id)?;
    let beitrag =
        a.s.reaktionsbeitraege(&k.id)?
            .into_iter()
            .find(|b| b.id == r.beitrag_id && b.art != Beitragsart::Notiz)
            .ok_or_else(|| Fehler::nicht_gefunden("Der Text an die Person"))?;
    let mit_schritt = k.schritte.iter().find(|e| e.schritt.beitrag() == Some(&beitrag.id));
    if mit_schritt.is_some_and(|e| e.zurueckgenommen.is_some()) {
        return Err(Fehler::regel(
            "Dieser Text ist zurückgenommen und geht nicht hinaus. Bitte tragen Sie die Antwort neu ein.",
        ));
    }
    let unterzeichner = pruefe_text("unterzeichner", &r.unterzeichner, 3, 120)?;
    fertig(&beitrag.text)?;
    let pfad = zu_schreiben(a.haus, &r.datei, "pdf", r.ueberschreiben)?;
    let jetzt = a.haus.umgebung().jetzt().with_timezone(&Berlin).fixed_offset();
    let schreiben = Antwortschreiben {
        nummer: k.nummer.clone(),
        // The day of the answer, however often and late it is printed.
        datum: mit_schritt.and_then(|e| e.schritt.am()).unwrap_or_else(|| jetzt.date_naive()),
        betreff: format!("Ihre Nachricht vom {}", crate::frist::Kurz(k.angaben.eingang)),
        // The text brings its own.
        anrede: None,
        text: beitrag.text,
        gruss: "Mit freundlichen Grüßen".to_owned(),
        unterzeichner,
    };
    let pdf = als_pdf(&antwortbericht(&hauskopf(a.s)?, &schreiben, jetzt)).map_err(unsetzbar)?;
    let angaben = Ausgabeangaben {
        art: Ausgabeart::Antwortschreiben,
        objekt: &k.id,
        titel: &format!("Antwortschreiben {}", k.nummer),
        kopf: None,
    };
    let id = ausgeben(a, &pfad, &pdf, &angaben)?;
    Ok(Aenderung::an(ObjektArt::EXPORT, id).mit_hinweis("Das Schreiben ist gespeichert."))
}
