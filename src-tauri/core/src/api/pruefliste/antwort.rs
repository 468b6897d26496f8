//! Answering a question.

use super::durchgang::{fassung_von, speichern, verlange_bearbeitbar};
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::freitext;
use crate::pruefliste::{Durchgangsstand, Listenantworten, Pruefantwort, gestellte, pruefantwort_id};

pub(super) fn antworten(a: &Auftrag<'_>, r: FrageBeantworten) -> Ergebnis<Aenderung> {
    let d = zu_aendern(a, "pruefliste.antworten", &r.id)?;
    verlange_bearbeitbar(&d)?;
    let fassung = fassung_von(a.s, &d)?;
    let werte: Listenantworten = a.s.pruefantworten(&d.id)?.into_iter().map(|x| (x.frage, x.wert)).collect();
    if !gestellte(&fassung.kapitel, &d.fragen, &werte).iter().any(|f| f.kennung == r.frage) {
        return Err(Fehler::regel("Diese Frage stellt sich nach den bisherigen Antworten nicht."));
    }
    let bemerkung = pruefe_text("bemerkung", &r.bemerkung, 0, 2000)?;
    ohne_verdacht(a, &d, "bemerkung", &bemerkung)?;
    let ergebnis = match r.wert {
        Some(wert) => a.s.pruefantwort_speichern(
            &d.id,
            &Pruefantwort {
                frage: r.frage.clone(),
                wert,
                bemerkung: bemerkung.clone(),
                von: a.sitzung.benutzer_id().to_owned(),
                am: a.haus.umgebung().zeitstempel(),
                zu_bestaetigen: None,
                version: r.version,
            },
            &a.salz(),
        ),
        None if !bemerkung.is_empty() => {
            return Err(Fehler::feld(
                "bemerkung",
                "Eine Bemerkung braucht eine Antwort. Bitte wählen Sie zuerst eine aus.",
            ));
        }
        None => a.s.pruefantwort_loeschen(&d.id, &r.frage, r.version),
    };
    oder_konflikt(ergebnis, "Die Antwort", || a.s.pruefantwort(&d.id, &r.frage))?;
    // The answer itself comes first: the window takes its new version from there.
    let mut aenderung = Aenderung::an(ObjektArt::PRUEFANTWORT, pruefantwort_id(&d.id, &r.frage));
    if d.stand == Durchgangsstand::Geplant {
        aenderung =
            aenderung.zusammen(speichern(a, &Durchgang { stand: Durchgangsstand::InArbeit, ..d }, None)?);
    }
    Ok(freitext::warnung(&bemerkung).into_iter().fold(aenderung, Aenderung::mit_hinweis))
}
