//! Steps of a procedure: taking one, signing, taking the last one back.

use super::verfahren::speichern;
use super::*;
use crate::api::haus::pruefe_text;
use crate::frist::Kurz;
use crate::katalog::Katalog;
use crate::widerspruch::{
    Bescheidergebnis, Fristart, Friststand, Kontrolle, Schritteintrag, Stattgabe, Verfahrensergebnis,
    Verfahrensfrist, Verfahrenslage, Verfahrensschritt, Verfahrensstand, Zuruecknahme, selbst_gezeichnet,
};
use chrono::NaiveDate;

pub(super) fn eintragen(a: &Auftrag<'_>, r: SchrittEintragen) -> Ergebnis<Aenderung> {
    if matches!(
        r.schritt,
        Verfahrensschritt::Zeichnen {}
            | Verfahrensschritt::Zurueckgeben { .. }
            | Verfahrensschritt::KlageBeendet { .. }
            | Verfahrensschritt::Uebernehmen { .. }
    ) {
        return Err(Fehler::regel(
            "Dieser Schritt hat einen eigenen Weg und lässt sich hier nicht eintragen.",
        ));
    }
    let v = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    pruefen(a, &v, &r.schritt)?;
    gehen(a, v, r.version, r.schritt)
}

pub(super) fn zeichnen(a: &Auftrag<'_>, r: VerfahrenZeichnen) -> Ergebnis<Aenderung> {
    let v = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    // Not a rule of the state machine: steps that were taken before it was made must still be read.
    if v.lage.stand == Verfahrensstand::Zeichnung && !v.lage.darf_zeichnen(a.sitzung.benutzer_id()) {
        return Err(selbst_gezeichnet());
    }
    gehen(a, v, r.version, Verfahrensschritt::Zeichnen {})
}

pub(super) fn zeichnung_zurueckgeben(a: &Auftrag<'_>, r: ZeichnungZurueckgeben) -> Ergebnis<Aenderung> {
    let v = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    gehen(a, v, r.version, Verfahrensschritt::Zurueckgeben { grund: r.grund })
}

pub(super) fn zuruecknehmen(a: &Auftrag<'_>, r: SchrittZuruecknehmen) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let mut v = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let letzter = v.schritte.iter_mut().rev().find(|e| e.zurueckgenommen.is_none());
    let nichts = || Fehler::regel("Es gibt keinen Schritt, der sich zurücknehmen lässt.");
    let letzter = letzter.ok_or_else(nichts)?;
    match letzter.schritt {
        Verfahrensschritt::KlageBeendet { .. } => {
            return Err(Fehler::regel("Diesen Schritt nimmt die Klage zurück. Bitte ändern Sie ihn dort."));
        }
        Verfahrensschritt::KlageErheben { .. } => {
            return Err(Fehler::regel(
                "Zu diesem Schritt wird eine Klage geführt. Bitte tragen Sie dort die Rücknahme ein.",
            ));
        }
        Verfahrensschritt::Zeichnen {} | Verfahrensschritt::Zurueckgeben { .. } => {
            let zweite = letzter.von.clone();
            let entwurf = |s: &Verfahrensschritt| {
                matches!(s, Verfahrensschritt::Entwerfen { .. } | Verfahrensschritt::Vorlegen { .. })
            };
            let vorgeschlagen = v.schritte.iter().any(|e| {
                e.zurueckgenommen.is_none() && entwurf(&e.schritt) && e.von == a.sitzung.benutzer_id()
            });
            rechte::nur_zweite_person(a, "widerspruch.schritt_zuruecknehmen", &zweite, vorgeschlagen)?;
        }
        _ => {}
    }
    let Some(letzter) = v.schritte.iter_mut().rev().find(|e| e.zurueckgenommen.is_none()) else {
        return Err(nichts());
    };
    letzter.zurueckgenommen = Some(Zuruecknahme {
        von: a.sitzung.benutzer_id().to_owned(),
        am: a.haus.umgebung().zeitstempel(),
        grund,
    });
    v.lage = Verfahrenslage::aus(v.art, &v.schritte)?;
    v.version = r.version;
    let aenderung = speichern(a, &v)?;
    klage::nachziehen(a, &v, aenderung)
}

/// Takes the step; deadlines and a linked procedure follow.
fn gehen(a: &Auftrag<'_>, v: Verfahren, version: i64, schritt: Verfahrensschritt) -> Ergebnis<Aenderung> {
    let klage_am = match schritt {
        Verfahrensschritt::KlageErheben { am } => Some(am),
        _ => None,
    };
    let war_offen = !v.lage.erledigt();
    let mut v = nach_schritt(a, v, schritt)?;
    v.version = version;
    let aenderung = speichern(a, &v)?;
    let aenderung = match v.lage.abschluss_am.filter(|_| war_offen) {
        Some(am) => laeuft_weiter(a, &v, am)?.into_iter().fold(aenderung, Aenderung::mit_hinweis),
        None => aenderung,
    };
    match klage_am {
        Some(am) => klage::eroeffnen(a, &v, am, aenderung),
        None => klage::nachziehen(a, &v, aenderung),
    }
}

/// What outlives a procedure that was closed early: the person may still sue, and deadlines entered by hand go on.
fn laeuft_weiter(a: &Auftrag<'_>, v: &Verfahren, am: NaiveDate) -> Ergebnis<Vec<String>> {
    let satz = |f: &Verfahrensfrist| match f.tag {
        Some(tag) if f.art == Fristart::Klagefrist && tag > am => Some(format!(
            "Die Klagefrist läuft noch bis zum {}. Wird bis dahin geklagt, nehmen Sie den Abschluss bitte zurück.",
            Kurz(tag)
        )),
        _ if f.art.von_hand() && f.stand == Friststand::Laufend => {
            Some(format!("Die Frist „{}“ ist noch nicht als erledigt eingetragen.", f.bezeichnung))
        }
        _ => None,
    };
    Ok(a.s.fristen(&v.id)?.iter().filter_map(satz).collect())
}

/// The procedure with one step more, not yet written.
fn nach_schritt(a: &Auftrag<'_>, mut v: Verfahren, schritt: Verfahrensschritt) -> Ergebnis<Verfahren> {
    let von = a.sitzung.benutzer_id();
    v.lage = v.lage.nach(v.art, &schritt, von)?;
    v.schritte.push(Schritteintrag {
        schritt,
        von: von.to_owned(),
        eingetragen_am: a.haus.umgebung().zeitstempel(),
        zurueckgenommen: None,
    });
    Ok(v)
}

/// A procedure that ended before it enters the register; it is written with this step, not before.
pub(super) fn uebernommen(
    a: &Auftrag<'_>,
    v: Verfahren,
    ergebnis: Verfahrensergebnis,
    am: NaiveDate,
) -> Ergebnis<Verfahren> {
    nach_schritt(a, v, Verfahrensschritt::Uebernehmen { am, ergebnis })
}

/// What the state machine cannot know: today, the receipt, the catalogues, the control of a missed period.
fn pruefen(a: &Auftrag<'_>, v: &Verfahren, schritt: &Verfahrensschritt) -> Ergebnis<()> {
    // A step that does not fit is refused for that reason, whatever it carries.
    if !v.lage.erlaubt(v.art, schritt.art()) {
        return Ok(());
    }
    let heute = a.haus.umgebung().heute();
    let vergangen = |feld: &str, tag: Option<NaiveDate>| -> Ergebnis<()> {
        match tag {
            Some(tag) if tag > heute => Err(Fehler::feld(feld, "Dieser Tag liegt in der Zukunft.")),
            Some(tag) if tag < v.angaben.eingang => {
                Err(Fehler::feld(feld, "Dieser Tag liegt vor dem Eingang. Bitte prüfen Sie das Datum."))
            }
            _ => Ok(()),
        }
    };
    vergangen("schritt.am", schritt.am())?;
    match schritt {
        Verfahrensschritt::Abhelfen { stattgabe, .. }
        | Verfahrensschritt::TeilweiseAbhelfen { stattgabe, .. } => ursache(a, stattgabe)?,
        Verfahrensschritt::Entwerfen { ergebnis, stattgabe } => {
            stattgabe.iter().try_for_each(|s| ursache(a, s))?;
            if *ergebnis == Bescheidergebnis::VerwerfenVerfristet {
                verfristung_geprueft(a, v)?;
            }
        }
        Verfahrensschritt::GerichtEntscheidet { stattgabe, zugestellt_am, .. } => {
            stattgabe.iter().try_for_each(|s| ursache(a, s))?;
            vergangen("schritt.zugestellt_am", *zugestellt_am)?;
        }
        Verfahrensschritt::Absenden { bekanntgabe, .. } => {
            let fehler = crate::frist::bekanntgabe(bekanntgabe).err();
            if let Some(e) = fehler.filter(|e| !matches!(e, crate::frist::FristFehler::FictionWithoutProof)) {
                return Err(Fehler::feld("schritt.bekanntgabe", e.to_string()));
            }
            vergangen("schritt.bekanntgabe", v.lage.nach(v.art, schritt, "")?.entschieden_am)?;
        }
        Verfahrensschritt::Ruhen { bis, .. } if *bis <= heute => {
            return Err(Fehler::feld("schritt.bis", "Das Ende des Ruhens liegt nicht in der Zukunft."));
        }
        _ => {}
    }
    Ok(())
}

fn ursache(a: &Auftrag<'_>, s: &Stattgabe) -> Ergebnis<()> {
    let bekannt = s.ursache.is_empty()
        || a.s.katalogeintraege()?.iter().any(|e| e.katalog == Katalog::Ursache && e.kennung == s.ursache);
    if bekannt {
        Ok(())
    } else {
        Err(Fehler::feld("schritt.stattgabe.ursache", "Bitte wählen Sie eine Ursache."))
    }
}

/// Nobody is turned away as too late on the word of one person.
fn verfristung_geprueft(a: &Auftrag<'_>, v: &Verfahren) -> Ergebnis<()> {
    let fristen = a.s.fristen(&v.id)?;
    let verspaetet: Vec<_> = fristen
        .iter()
        .filter(|f| f.art == Fristart::Widerspruchsfrist && f.stand == Friststand::Erledigt && f.verspaetet())
        .collect();
    if verspaetet.is_empty() {
        return Err(Fehler::feld(
            "schritt.ergebnis",
            "Nach den eingetragenen Tagen ist der Rechtsbehelf nicht verspätet.",
        ));
    }
    if verspaetet.iter().any(|f| f.kontrolle != Kontrolle::Bestaetigt) {
        return Err(Fehler::vier_augen(
            "Vor der Verwerfung als verfristet ermittelt eine zweite Person den Tag selbst. Bitte lassen Sie die Widerspruchsfrist zuerst gegenprüfen.",
        ));
    }
    Ok(())
}
