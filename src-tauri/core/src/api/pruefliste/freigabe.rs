//! Presenting a run, and what the second person does with it.

use super::durchgang::{fassung_von, speichern, verlange_schritt};
use super::*;
use crate::api::haus::pruefe_text;
use crate::pruefliste::{
    Durchgangsschritt, Durchgangsstand, Listenantworten, Pruefantwort, durchgangsluecken, listenergebnis,
    lueckensatz,
};
use crate::storage::Nachweis;
use std::collections::BTreeSet;

/// Questions that have evidence which counts.
pub(super) fn belegte(l: &Lesen<'_>, id: &str) -> Ergebnis<BTreeSet<String>> {
    Ok(l.nachweise(id)?.into_iter().filter(|n| n.entfernt_grund.is_none()).map(|n| n.frage).collect())
}

pub(super) fn vorlegen(a: &Auftrag<'_>, r: DurchgangBezug) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.vorlegen", &r.id)?;
    verlange_schritt(&vorher, Durchgangsschritt::Vorlegen)?;
    let fassung = fassung_von(a.s, &vorher)?;
    let antworten = a.s.pruefantworten(&vorher.id)?;
    let luecken = durchgangsluecken(&fassung.kapitel, &vorher.fragen, &antworten, &belegte(a.s, &vorher.id)?);
    if let Some(satz) = lueckensatz(&luecken) {
        return Err(Fehler::regel(format!("Der Durchgang ist noch nicht vollständig. {satz}")));
    }
    let d = Durchgang {
        stand: Durchgangsstand::Vorgelegt,
        grund: String::new(),
        vorgelegt_von: Some(a.sitzung.benutzer_id().to_owned()),
        vorgelegt_am: Some(a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..vorher
    };
    speichern(a, &d, None)
}

pub(super) fn zurueckziehen(a: &Auftrag<'_>, r: DurchgangBezug) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.zurueckziehen", &r.id)?;
    verlange_schritt(&vorher, Durchgangsschritt::Zurueckziehen)?;
    if vorher.vorgelegt_von.as_deref() != Some(a.sitzung.benutzer_id()) {
        return Err(Fehler::regel("Nur wer vorgelegt hat, kann die Vorlage zurückziehen."));
    }
    speichern(a, &wieder_in_arbeit(vorher, r.version, String::new()), None)
}

pub(super) fn zurueckgeben(a: &Auftrag<'_>, r: DurchgangBegruendet) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.zurueckgeben", &r.id)?;
    verlange_schritt(&vorher, Durchgangsschritt::Zurueckgeben)?;
    zweite_person(a, &vorher)?;
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    ohne_verdacht(a, &vorher, "grund", &grund)?;
    speichern(a, &wieder_in_arbeit(vorher, r.version, grund), None)
}

fn wieder_in_arbeit(d: Durchgang, version: i64, grund: String) -> Durchgang {
    Durchgang {
        stand: Durchgangsstand::InArbeit,
        grund,
        vorgelegt_von: None,
        vorgelegt_am: None,
        version,
        ..d
    }
}

/// Releases a run; one that corrects another takes its place.
pub(super) fn freigeben(a: &Auftrag<'_>, r: DurchgangBezug) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.freigeben", &r.id)?;
    verlange_schritt(&vorher, Durchgangsschritt::Freigeben)?;
    zweite_person(a, &vorher)?;
    let fassung = fassung_von(a.s, &vorher)?;
    let werte: Listenantworten =
        a.s.pruefantworten(&vorher.id)?.into_iter().map(|x| (x.frage, x.wert)).collect();
    let ergebnis = listenergebnis(&fassung.kapitel, &vorher.fragen, &werte);
    let d = Durchgang {
        stand: Durchgangsstand::Freigegeben,
        freigegeben_von: Some(a.sitzung.benutzer_id().to_owned()),
        freigegeben_am: Some(a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..vorher
    };
    let mut aenderung = speichern(a, &d, Some(&ergebnis))?;
    if let Some(alt) = &d.ersetzt {
        let alt = zu_aendern(a, "pruefliste.freigeben", alt)?;
        let ersetzt = Durchgang { stand: Durchgangsstand::Ersetzt, ..alt };
        aenderung = aenderung.zusammen(speichern(a, &ersetzt, None)?);
    }
    Ok(aenderung.mit_hinweis(format!("{} ist freigegeben.", d.nummer)))
}

fn zweite_person(a: &Auftrag<'_>, d: &Durchgang) -> Ergebnis<()> {
    let ich = a.sitzung.benutzer_id();
    match anteil(d, &a.s.pruefantworten(&d.id)?, &a.s.nachweise(&d.id)?, ich) {
        Some(satz) => Err(Fehler::vier_augen(satz)),
        None => Ok(()),
    }
}

/// What part a person had in a run, as a sentence; whoever had none is the second person. The lists say the same in
/// SQL, see `Listensicht::unbeteiligt`.
pub(super) fn anteil(
    d: &Durchgang,
    antworten: &[Pruefantwort],
    nachweise: &[Nachweis],
    person: &str,
) -> Option<&'static str> {
    if d.vorgelegt_von.as_deref() == Some(person) {
        return Some("Freigeben oder zurückgeben muss eine andere Person als die, die vorgelegt hat.");
    }
    if d.ersetzt.is_some() && d.angelegt_von == person {
        return Some(
            "Sie haben diese Berichtigung begonnen. Freigeben oder zurückgeben muss eine andere Person.",
        );
    }
    if antworten.iter().any(|x| x.von == person) {
        return Some(
            "Sie haben in diesem Durchgang selbst geantwortet. Freigeben oder zurückgeben muss eine andere Person.",
        );
    }
    let eigener = |n: &Nachweis| n.erfasst_von == person && n.entfernt_grund.is_none();
    nachweise.iter().any(eigener).then_some(
        "Sie haben in diesem Durchgang Nachweise hinzugefügt. Freigeben oder zurückgeben muss eine andere Person.",
    )
}
