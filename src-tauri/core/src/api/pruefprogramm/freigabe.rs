//! Presenting a programme, and what the second person does with it.

use super::planung::{gepruefte_bleiben, vergangenes_bleibt};
use super::*;
use crate::api::haus::pruefe_text;
use crate::pruefprogramm::{Programmschritt, Programmstand, programmnummer};

pub(super) fn vorlegen(a: &Auftrag<'_>, r: ProgrammBezug) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Vorlegen)?;
    let luecken = vorher.inhalt.luecken();
    if !luecken.is_empty() {
        return Err(Fehler::regel(format!(
            "Das Prüfprogramm ist noch nicht vollständig. {}",
            luecken.join(" ")
        )));
    }
    let p = Programm {
        stand: Programmstand::Vorgelegt,
        grund: String::new(),
        vorgelegt_von: Some(a.sitzung.benutzer_id().to_owned()),
        vorgelegt_am: Some(a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..vorher
    };
    speichern(a, &p)
}

fn wieder_entwurf(p: Programm, version: i64, grund: String) -> Programm {
    Programm { stand: Programmstand::Entwurf, grund, vorgelegt_von: None, vorgelegt_am: None, version, ..p }
}

pub(super) fn zurueckziehen(a: &Auftrag<'_>, r: ProgrammBezug) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Zurueckziehen)?;
    if vorher.vorgelegt_von.as_deref() != Some(a.sitzung.benutzer_id()) {
        return Err(Fehler::regel("Nur wer vorgelegt hat, kann die Vorlage zurückziehen."));
    }
    speichern(a, &wieder_entwurf(vorher, r.version, String::new()))
}

pub(super) fn zurueckgeben(a: &Auftrag<'_>, r: ProgrammBegruendet) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Zurueckgeben)?;
    zweite_person(a, &vorher)?;
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    speichern(a, &wieder_entwurf(vorher, r.version, grund))
}

/// Releases a Fassung; one that changes another takes its place.
pub(super) fn freigeben(a: &Auftrag<'_>, r: ProgrammBezug) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    vorher.stand.verlange(Programmschritt::Freigeben)?;
    zweite_person(a, &vorher)?;
    // Between saving and release the Fassung before may have been drawn from.
    gepruefte_bleiben(a.s, vorher.jahr, &vorher.inhalt)?;
    vergangenes_bleibt(a.s, vorher.jahr, &vorher.inhalt, a.haus.umgebung().heute())?;
    let mut aenderung = Aenderung::default();
    // First: one Fassung of a year holds at a time.
    if let Some(alt) = a.s.gueltiges_pruefprogramm(vorher.jahr)? {
        let ersetzt = Programm { stand: Programmstand::Ersetzt, ..alt };
        aenderung = speichern(a, &ersetzt)?;
    }
    let p = Programm {
        stand: Programmstand::Gueltig,
        freigegeben_von: Some(a.sitzung.benutzer_id().to_owned()),
        freigegeben_am: Some(a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..vorher
    };
    let neue = speichern(a, &p)?;
    Ok(neue
        .zusammen(aenderung)
        .mit_hinweis(format!("{} ist freigegeben und gilt.", programmnummer(p.jahr, p.fassung))))
}

fn zweite_person(a: &Auftrag<'_>, p: &Programm) -> Ergebnis<()> {
    match anteil(p, a.sitzung.benutzer_id()) {
        Some(satz) => Err(Fehler::vier_augen(satz)),
        None => Ok(()),
    }
}

/// What part a person had in a Fassung, as a sentence; whoever had none is the second person.
pub(super) fn anteil(p: &Programm, person: &str) -> Option<&'static str> {
    if p.vorgelegt_von.as_deref() == Some(person) {
        Some("Freigeben oder zurückgeben muss eine andere Person als die, die vorgelegt hat.")
    } else if p.geaendert_von.as_deref() == Some(person) {
        Some(
            "Sie haben die Zahlen dieser Fassung zuletzt geändert. Freigeben oder zurückgeben muss eine andere Person.",
        )
    } else if p.angelegt_von == person {
        Some("Sie haben diese Fassung begonnen. Freigeben oder zurückgeben muss eine andere Person.")
    } else {
        None
    }
}
