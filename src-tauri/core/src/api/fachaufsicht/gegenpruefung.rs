//! The second pair of eyes on a sheet.

use super::bogen_anfragen::*;
use super::bogen_arbeit::{mit_warnung, pruefe_anzahl, speichern};
use super::bogen_kontext::Bogen;
use super::doppelpruefung::nicht_zweite;
use super::feststellung_weg::freigeben;
use crate::api::haus::pruefe_text;
use crate::api::tuer::{Aenderung, Auftrag};
use crate::fachaufsicht::bogen::{BogenStand, Prueffall};
use crate::fehler::{Ergebnis, Fehler};

pub(super) fn bestaetigen(a: &Auftrag<'_>, r: BoegenBestaetigen) -> Ergebnis<Aenderung> {
    pruefe_anzahl(r.faelle.len())?;
    let mut aenderung = Aenderung::default();
    for bezug in r.faelle {
        let bogen = laden(a, &bezug.id)?;
        let fall = Prueffall {
            stand: BogenStand::Bestaetigt,
            gegengeprueft_von: Some(a.sitzung.benutzer_id().to_owned()),
            gegengeprueft_am: Some(a.haus.umgebung().zeitstempel()),
            version: bezug.version,
            ..bogen.fall.clone()
        };
        aenderung = speichern(a, aenderung, &fall)?;
        aenderung = freigeben(a, aenderung, &bogen)?;
    }
    Ok(aenderung)
}

pub(super) fn zurueckgeben(a: &Auftrag<'_>, r: BogenZurueckgeben) -> Ergebnis<Aenderung> {
    let bogen = laden(a, &r.id)?;
    let fall = Prueffall {
        stand: BogenStand::Zurueckgegeben,
        gegengeprueft_von: Some(a.sitzung.benutzer_id().to_owned()),
        gegengeprueft_am: Some(a.haus.umgebung().zeitstempel()),
        rueckgabe_grund: pruefe_text("grund", &r.grund, 10, 2000)?,
        version: r.version,
        ..bogen.fall
    };
    mit_warnung(speichern(a, Aenderung::default(), &fall)?, &fall.rueckgabe_grund)
}

/// The sheet, if it waits for a second person and this is one.
fn laden(a: &Auftrag<'_>, id: &str) -> Ergebnis<Bogen> {
    let bogen = Bogen::laden(a.s, a.sitzung, a.umfang, id)?;
    bogen.laufend()?;
    nicht_zweite(a.s, id, a.sitzung.benutzer_id())?;
    if bogen.beteiligt(a.sitzung) {
        return Err(Fehler::vier_augen(format!(
            "Prüffall {}: Sie haben diesen Prüfbogen selbst bearbeitet. Die Gegenprüfung muss eine andere Person ausführen.",
            bogen.fall.position
        )));
    }
    if bogen.fall.stand != BogenStand::Geprueft {
        return Err(Fehler::regel(format!(
            "Prüffall {} wartet nicht auf eine Gegenprüfung.",
            bogen.fall.position
        )));
    }
    Ok(bogen)
}
