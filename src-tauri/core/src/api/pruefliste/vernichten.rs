//! Destroying an attached file for good, by two persons: the way back for a file that should never have been attached
//! (Art. 17 DSGVO, § 84 SGB X). Name, size and hash stay, so that the chain holds; the content goes.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;

pub(super) fn vernichten(a: &Auftrag<'_>, r: AnhangVernichten) -> Ergebnis<Aenderung> {
    const OP: &str = "pruefliste.anhang_vernichten";
    let n = a.s.nachweis(&r.id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Nachweis"))?;
    let d = zu_aendern(a, OP, &n.durchgang_id)?;
    durchgang::verlange_dateien(a.s, &d)?;
    let anhang = n.anhang.clone().ok_or_else(|| Fehler::regel("Zu diesem Nachweis gehört keine Datei."))?;
    erste_person(a, OP, &d.id, "Eine Datei vernichten zwei Personen gemeinsam.")?;
    // A correction shares the file with the Fassung before it. What was withdrawn already keeps its reason.
    let stehend: Vec<_> =
        a.s.nachweise_mit_anhang(&anhang.id)?.into_iter().filter(|n| n.entfernt_grund.is_none()).collect();
    let vorhanden = a.haus.anhang_vorhanden(&anhang.id);
    if stehend.is_empty() && !vorhanden {
        return Err(Fehler::regel("Diese Datei gibt es im Datenordner nicht mehr."));
    }
    let grund = pruefe_text("grund", &r.grund, 5, 270)?;
    ohne_verdacht(a, &d, "grund", &grund)?;
    let mut aenderung = Aenderung::an(ObjektArt::ANHANG, anhang.id.clone());
    for stelle in stehend {
        let version = if stelle.id == n.id { r.version } else { stelle.version };
        let text = format!("Datei vernichtet: {grund}");
        oder_konflikt(a.s.nachweis_entfernen(&stelle.id, version, &text), "Der Nachweis", || {
            a.s.nachweis(&stelle.id)
        })?;
        aenderung = aenderung.und(ObjektArt::NACHWEIS, stelle.id);
    }
    // Before the commit: "vernichtet" must not be said of a file that could not be removed. If the commit fails, the
    // evidence stands without its file, and this can be done again.
    a.haus.anhang_loeschen(&anhang)?;
    let ergebnis = if vorhanden {
        format!("„{}“ ist vernichtet.", anhang.name)
    } else {
        format!("„{}“ lag nicht mehr im Datenordner. Der Nachweis ist zurückgezogen.", anhang.name)
    };
    Ok(aenderung.mit_hinweis(ergebnis).mit_hinweis(
        "In älteren Sicherungen liegt die Datei noch. Bitte lassen Sie diese Sicherungen löschen, sobald eine neue da ist.",
    ))
}
