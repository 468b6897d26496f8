//! Steps of a ticket: taking one, judging by two, taking the last one back.

use super::antwort::fertig;
use super::beitrag::anlegen as beitrag_anlegen;
use super::grundlage::Grundlage;
use super::reaktion::speichern;
use super::*;
use crate::api::haus::pruefe_text;
use crate::kundenreaktion::{
    Reaktionseintrag, Reaktionsergebnis, Reaktionslage, Reaktionspause, Reaktionsschritt, Reaktionsschrittart,
};
use crate::storage::{Beitragsart, Uhrtage};
use crate::widerspruch::Zuruecknahme;
use chrono::NaiveDate;

pub(super) fn eintragen(a: &Auftrag<'_>, r: ReaktionSchritt) -> Ergebnis<Aenderung> {
    if matches!(
        r.schritt.art(),
        Reaktionsschrittart::Sichten
            | Reaktionsschrittart::BeurteilungBestaetigen
            | Reaktionsschrittart::BeurteilungZurueckgeben
            | Reaktionsschrittart::Berichtigen
    ) {
        return Err(Fehler::regel(
            "Dieser Schritt hat einen eigenen Weg und lässt sich hier nicht eintragen.",
        ));
    }
    let k = zu_aendern(a, &r.id)?;
    let mut schritt = r.schritt;
    if k.lage.erlaubt(k.angaben.art, schritt.art()) {
        pruefen(a, &k, &schritt)?;
        schritt = nachgetragen(a, &k, schritt)?;
    }
    let text = match (&schritt, r.text.filter(|t| !t.trim().is_empty())) {
        (Reaktionsschritt::Beantworten { .. }, None) => {
            return Err(Fehler::feld("text", "Bitte geben Sie an, was geantwortet wurde."));
        }
        (Reaktionsschritt::Beantworten { .. }, Some(t)) => Some((Beitragsart::Antwort, t)),
        (Reaktionsschritt::EingangBestaetigen { .. }, Some(t)) => Some((Beitragsart::Zwischennachricht, t)),
        (_, Some(_)) => {
            return Err(Fehler::feld("text", "Zu diesem Schritt gehört kein Text an die Person."));
        }
        (_, None) => None,
    };
    if let Some((_, text)) = &text {
        fertig(text)?;
    }
    let id = k.id.clone();
    let aenderung = gehen(a, k, r.version, schritt)?;
    match text {
        Some((art, text)) => {
            let text = pruefe_text("text", &text, 5, 10_000)?;
            Ok(aenderung.zusammen(beitrag_anlegen(a, &id, art, text)?))
        }
        None => Ok(aenderung),
    }
}

pub(super) fn bestaetigen(a: &Auftrag<'_>, r: BeurteilungBestaetigen) -> Ergebnis<Aenderung> {
    let k = zu_aendern(a, &r.id)?;
    gehen(a, k, r.version, Reaktionsschritt::BeurteilungBestaetigen {})
}

pub(super) fn zurueckgeben(a: &Auftrag<'_>, r: BeurteilungZurueckgeben) -> Ergebnis<Aenderung> {
    let k = zu_aendern(a, &r.id)?;
    gehen(a, k, r.version, Reaktionsschritt::BeurteilungZurueckgeben { grund: r.grund })
}

pub(super) fn zuruecknehmen(a: &Auftrag<'_>, r: ReaktionSchrittZuruecknehmen) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let mut k = zu_aendern(a, &r.id)?;
    // A correction is undone by another one.
    let zaehlt = |e: &&mut Reaktionseintrag| {
        e.zurueckgenommen.is_none() && e.schritt.art() != Reaktionsschrittart::Berichtigen
    };
    let letzter = k.schritte.iter_mut().rev().find(zaehlt);
    let letzter =
        letzter.ok_or_else(|| Fehler::regel("Es gibt keinen Schritt, der sich zurücknehmen lässt."))?;
    if matches!(&letzter.schritt, Reaktionsschritt::Sichten { sichtung, .. } if sichtung.rechtsbehelf) {
        return Err(Fehler::regel(
            "Aus dieser Sichtung ist ein Verfahren im Register der Widersprüche entstanden; sie lässt sich nicht zurücknehmen. Bitte beenden Sie das Verfahren dort, wenn es kein Rechtsbehelf war.",
        ));
    }
    letzter.zurueckgenommen = Some(Zuruecknahme {
        von: a.sitzung.benutzer_id().to_owned(),
        am: a.haus.umgebung().zeitstempel(),
        grund,
    });
    k.lage = Reaktionslage::aus(k.angaben.art, &k.schritte)?;
    k.version = r.version;
    let g = Grundlage::lesen(a.s, a.haus)?;
    speichern(a, &g, &ohne_zuweisung_vor_der_sichtung(k))
}

/// Takes the step; the clocks follow.
fn gehen(
    a: &Auftrag<'_>,
    mut k: Kundenreaktion,
    version: i64,
    schritt: Reaktionsschritt,
) -> Ergebnis<Aenderung> {
    let von = a.sitzung.benutzer_id();
    let text = spaeteres::freier_text(&schritt, k.lage.rechtsbehelf).to_owned();
    k.lage = k.lage.nach(k.angaben.art, &schritt, von)?;
    k.schritte.push(Reaktionseintrag {
        schritt,
        von: von.to_owned(),
        eingetragen_am: a.haus.umgebung().zeitstempel(),
        zurueckgenommen: None,
    });
    k.version = version;
    let g = Grundlage::lesen(a.s, a.haus)?;
    let k = ohne_zuweisung_vor_der_sichtung(k);
    Ok(spaeteres::warnen(speichern(a, &g, &k)?, &k, &text))
}

/// A ticket that must be looked through (again) belongs to the Kundenreaktionsmanagement.
fn ohne_zuweisung_vor_der_sichtung(k: Kundenreaktion) -> Kundenreaktion {
    if k.lage.sichtung.is_some() {
        return k;
    }
    Kundenreaktion { zustaendig_team: None, zustaendig: None, ..k }
}

/// What the state machine cannot know: today, the receipt, the other ticket.
fn pruefen(a: &Auftrag<'_>, k: &Kundenreaktion, schritt: &Reaktionsschritt) -> Ergebnis<()> {
    let heute = a.haus.umgebung().heute();
    let ab = k.lage.uhr_ab.unwrap_or(k.angaben.eingang);
    let feld =
        if matches!(schritt, Reaktionsschritt::Pausieren { .. }) { "schritt.ab" } else { "schritt.am" };
    tag_moeglich(feld, schritt.am(), ab, heute)?;
    spaeteres::beantwortet(a.s, k, schritt.art())?;
    match schritt {
        Reaktionsschritt::MassnahmeAbleiten { bis, .. } if *bis < heute => {
            Err(Fehler::feld("schritt.bis", "Dieser Tag ist schon vorbei."))
        }
        Reaktionsschritt::Zusammenfuehren { mit, .. } => {
            let anderes =
                a.s.reaktion_sichtbar(&sicht(a.sitzung, a.umfang), mit)?
                    .ok_or_else(|| Fehler::feld("schritt.mit", "Diese Kundenreaktion gibt es nicht."))?;
            if anderes.id == k.id {
                return Err(Fehler::feld("schritt.mit", "Das ist dieselbe Kundenreaktion."));
            }
            if anderes.lage.ergebnis == Some(Reaktionsergebnis::Zusammengefuehrt) {
                return Err(Fehler::feld(
                    "schritt.mit",
                    "Diese Kundenreaktion ist selbst zusammengeführt. Bitte wählen Sie die, in der sie weitergeht.",
                ));
            }
            if a.s.entfernt_am(&anderes.id)?.is_some() {
                return Err(Fehler::feld(
                    "schritt.mit",
                    "Die Klardaten dieser Kundenreaktion sind entfernt; sie geht nicht weiter.",
                ));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// A pause that is entered only after it would have changed something needs a reason, and shows when it was entered:
/// else a ticket that has gone up would quietly come down again.
fn nachgetragen(
    a: &Auftrag<'_>,
    k: &Kundenreaktion,
    schritt: Reaktionsschritt,
) -> Ergebnis<Reaktionsschritt> {
    let Reaktionsschritt::Pausieren { ab, grund, text, begruendung, .. } = schritt else {
        return Ok(schritt);
    };
    let g = Grundlage::lesen(a.s, a.haus)?;
    let mit_pause = {
        let mut k = k.clone();
        k.lage.pausen.push(Reaktionspause { ab, bis: None, grund, nachgetragen_am: None });
        Uhrtage::from(&g.uhr(&k)?)
    };
    let ohne = Uhrtage::from(&g.uhr(k)?);
    let tage = |u: &Uhrtage| {
        let stufen = [u.krm_ab, u.bereichsleitung_ab, u.geschaeftsfuehrung_ab];
        (u.antwort_bis.filter(|tag| *tag < g.heute), stufen.map(|tag| tag.filter(|tag| *tag <= g.heute)))
    };
    let verschiebt = ab < g.heute && tage(&ohne) != tage(&mit_pause);
    let begruendung = if verschiebt {
        let text = begruendung.trim().to_owned();
        if !(5..=300).contains(&text.chars().count()) {
            return Err(Fehler::feld(
                "schritt.begruendung",
                "Diese Pause verschiebt einen Tag, der schon vorbei ist. Bitte begründen Sie in 5 bis 300 Zeichen, warum sie erst jetzt eingetragen wird.",
            ));
        }
        text
    } else {
        String::new()
    };
    let nachgetragen_am = verschiebt.then_some(g.heute);
    Ok(Reaktionsschritt::Pausieren { ab, grund, text, begruendung, nachgetragen_am })
}

fn tag_moeglich(feld: &str, tag: Option<NaiveDate>, ab: NaiveDate, heute: NaiveDate) -> Ergebnis<()> {
    match tag {
        Some(tag) if tag > heute => Err(Fehler::feld(feld, "Dieser Tag liegt in der Zukunft.")),
        Some(tag) if tag < ab => {
            Err(Fehler::feld(feld, "Dieser Tag liegt vor dem Eingang. Bitte prüfen Sie das Datum."))
        }
        _ => Ok(()),
    }
}
