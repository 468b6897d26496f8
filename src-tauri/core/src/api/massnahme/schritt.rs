//! Steps of a measure: taking one, judging the effect, taking the last one back.

use super::register::{gewarnt, speichern};
use super::*;
use crate::api::haus::pruefe_text;
use crate::korruption::verdacht::kein_verdacht;
use crate::massnahme::{Massnahmeneintrag, Massnahmenlage, Massnahmenschritt, Massnahmenschrittart};
use crate::widerspruch::Zuruecknahme;

pub(super) fn eintragen(a: &Auftrag<'_>, r: MassnahmeSchritt) -> Ergebnis<Aenderung> {
    if r.schritt.art() == Massnahmenschrittart::WirkungFeststellen {
        return Err(Fehler::regel(
            "Die Wirkung wird nicht eingetragen, sondern aus einer späteren Prüfung errechnet.",
        ));
    }
    let m = zu_aendern(a, &r.id)?;
    let heute = a.haus.umgebung().heute();
    if r.schritt.am().is_some_and(|tag| tag > heute) {
        return Err(Fehler::feld("schritt.am", "Dieser Tag liegt in der Zukunft."));
    }
    if r.schritt.bis().is_some_and(|tag| tag < heute) {
        return Err(Fehler::feld("schritt.bis", "Dieser Tag ist schon vorbei."));
    }
    let (feld, text) = r.schritt.freier_text();
    kein_verdacht(feld, text)?;
    let text = text.to_owned();
    Ok(gewarnt(gehen(a, m, r.version, r.schritt)?, [&text]))
}

pub(super) fn wirkung_feststellen(a: &Auftrag<'_>, r: WirkungFeststellen) -> Ergebnis<Aenderung> {
    let m = zu_aendern(a, &r.id)?;
    if !m.lage.erlaubt(Massnahmenschrittart::WirkungFeststellen) {
        return Err(Fehler::regel(format!(
            "Eine Wirkung lässt sich erst feststellen, wenn die Maßnahme umgesetzt ist. {}",
            m.lage.naechster_schritt(true)
        )));
    }
    let nachweis = wirkung::nachweis(a.s, &m, &r.spaetere_id)?;
    // The verdict stands after the counts, and alone where there are none.
    let satz = nachweis.wirkung().map_err(Fehler::intern)?.saetze.into_iter().take(2).next_back();
    let schritt = Massnahmenschritt::WirkungFeststellen { am: a.haus.umgebung().heute(), nachweis };
    let aenderung = gehen(a, m, r.version, schritt)?;
    Ok(satz.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

pub(super) fn zuruecknehmen(a: &Auftrag<'_>, r: MassnahmeSchrittZuruecknehmen) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    kein_verdacht("grund", &grund)?;
    let mut m = zu_aendern(a, &r.id)?;
    let letzter = m.schritte.iter_mut().rev().find(|e| e.zurueckgenommen.is_none());
    let letzter =
        letzter.ok_or_else(|| Fehler::regel("Es gibt keinen Schritt, der sich zurücknehmen lässt."))?;
    letzter.zurueckgenommen = Some(Zuruecknahme {
        von: a.sitzung.benutzer_id().to_owned(),
        am: a.haus.umgebung().zeitstempel(),
        grund,
    });
    m.lage = Massnahmenlage::aus(m.angaben.faellig, &m.schritte)?;
    m.version = r.version;
    speichern(a, &m)
}

fn gehen(a: &Auftrag<'_>, mut m: Massnahme, version: i64, schritt: Massnahmenschritt) -> Ergebnis<Aenderung> {
    m.lage = m.lage.nach(&schritt)?;
    m.schritte.push(Massnahmeneintrag {
        schritt,
        von: a.sitzung.benutzer_id().to_owned(),
        eingetragen_am: a.haus.umgebung().zeitstempel(),
        zurueckgenommen: None,
    });
    m.version = version;
    // A month planned for its effect check may be too early now; the programme is another person's to change.
    let zu_frueh: Vec<String> = match m.lage.stand.abgeschlossen() {
        true => Vec::new(),
        false => wirkung::vorgemerkt(a.s, &m)?.into_iter().filter_map(|v| v.zu_frueh).collect(),
    };
    Ok(zu_frueh.into_iter().fold(speichern(a, &m)?, Aenderung::mit_hinweis))
}
