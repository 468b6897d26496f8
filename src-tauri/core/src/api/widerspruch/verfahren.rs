//! Procedures: entering, changing, assigning, listing.

use super::grundlage::{Grundlage, Nummernkreis, klar_geprueft, pseudonymisierer};
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::freitext;
use crate::haus::Haus;
use crate::storage::Suchtexte;
use crate::widerspruch::{
    Berechnung, Fristart, Klarangaben, Verfahrensangaben, Verfahrensart, Verfahrenslage,
};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// A German sentence if plain numbers do not belong to the pseudonyms they stand beside.
pub(in crate::api) fn nummernbefund(haus: &Haus, l: &Lesen<'_>) -> Ergebnis<Option<String>> {
    let pseudonym = pseudonymisierer(haus)?;
    let mut falsch = 0;
    l.verfahrensnummern_durchgehen(|soll, nummer| {
        falsch += usize::from(pseudonym.pseudonym(nummer) != soll);
    })?;
    Ok((falsch > 0).then(|| {
        format!("Fallnummern von Widersprüchen wurden verändert: Bei {falsch} passt die Nummer nicht zum Pseudonym.")
    }))
}

pub(super) fn anlegen(a: &Auftrag<'_>, r: VerfahrenAnlegen) -> Ergebnis<Aenderung> {
    if let Some(id) = &r.vorgaenger_id {
        laden(a.s, a.sitzung, a.umfang, id)?;
    }
    let g = Grundlage::lesen(a.s, a.haus)?;
    let angaben = g.angaben(r.art, r.angaben)?;
    let klar = klar_geprueft(r.klar)?;
    let nummer = naechste_nummer(a, &g)?;
    let v = neu(a, &g, nummer, r.art, angaben, &klar, r.vorgaenger_id);
    let aenderung = speichern_neu(a, &g, &v, &klar)?;
    Ok(warnen(doppelt(a, &v, aenderung)?, &v))
}

/// Says that there is another procedure of the same number. The one it comes from has it, and the person knows that.
pub(super) fn doppelt(a: &Auftrag<'_>, v: &Verfahren, aenderung: Aenderung) -> Ergebnis<Aenderung> {
    let andere = a.s.verfahren_derselben_nummer(v)?;
    Ok(match andere.into_iter().find(|(id, _)| Some(id) != v.vorgaenger_id.as_ref()) {
        Some((_, nummer)) => aenderung.mit_hinweis(format!(
            "Zu dieser Fallnummer gibt es schon ein Verfahren: {nummer}. Bitte prüfen Sie, ob es derselbe Vorgang ist."
        )),
        None => aenderung,
    })
}

/// The next number of the year in which a procedure is entered by hand.
pub(super) fn naechste_nummer(a: &Auftrag<'_>, g: &Grundlage) -> Ergebnis<String> {
    Nummernkreis::default().naechste(a.s, g.heute.year())
}

/// A procedure with a number of its own; its texts are checked.
pub(super) fn neu(
    a: &Auftrag<'_>,
    g: &Grundlage,
    nummer: String,
    art: Verfahrensart,
    angaben: Verfahrensangaben,
    klar: &Klarangaben,
    vorgaenger_id: Option<String>,
) -> Verfahren {
    Verfahren {
        id: a.neue_id(),
        nummer,
        art,
        angaben,
        schritte: Vec::new(),
        lage: Verfahrenslage::default(),
        pseudonym: g.pseudonym(&klar.fallnummer),
        zustaendig: None,
        vorgaenger_id,
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    }
}

/// Writes a new procedure with its deadlines and what it can be found by.
pub(super) fn speichern_neu(
    a: &Auftrag<'_>,
    g: &Grundlage,
    v: &Verfahren,
    klar: &Klarangaben,
) -> Ergebnis<Aenderung> {
    let soll = soll(v, &g.ort);
    a.s.verfahren_anlegen(v, wartefrist(&soll), &a.salz())?;
    a.s.verfahren_klar_schreiben(&v.id, klar)?;
    suchbar(a, g, v, Some(klar))?;
    fristen_anlegen(a, v, &soll, Aenderung::an(ObjektArt::VERFAHREN, v.id.clone()))
}

pub(super) fn aendern(a: &Auftrag<'_>, r: VerfahrenAendern) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let g = Grundlage::lesen(a.s, a.haus)?;
    let angaben = g.angaben(vorher.art, r.angaben)?;
    let klar = klar_geprueft(r.klar)?;
    let pseudonym = g.pseudonym(&klar.fallnummer);
    let neu = Verfahren { angaben, pseudonym, version: r.version, ..vorher };
    let aenderung = speichern(a, &neu)?;
    a.s.verfahren_klar_schreiben(&neu.id, &klar)?;
    suchbar(a, &g, &neu, Some(&klar))?;
    Ok(warnen(aenderung, &neu))
}

pub(super) fn zuweisen(a: &Auftrag<'_>, r: VerfahrenZuweisen) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let mut hinweis = None;
    if let Some(id) = &r.zustaendig {
        let person = a.s.benutzer(id)?.filter(|b| b.aktiv && b.rollen.contains(&Rolle::Widerspruchsstelle));
        let person = person.ok_or_else(|| {
            Fehler::feld("zustaendig", "Bitte wählen Sie eine Person der Widerspruchsstelle.")
        })?;
        hinweis = abwesenheit::hinweis(a.s, &person.id, a.haus.umgebung().heute())?;
    }
    let neu = Verfahren { zustaendig: r.zustaendig, version: r.version, ..vorher };
    let aenderung = speichern(a, &neu)?;
    Ok(hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// The present state in the answer to a stale change: all that can be typed, as far as the person may see it.
/// Deadlines are no part of it, so a day that is kept from her stays hidden.
#[derive(Serialize)]
struct MitKlarangaben {
    #[serde(flatten)]
    verfahren: Verfahren,
    klar: Option<Klarangaben>,
}

/// Writes a changed procedure, and what follows for its deadlines.
pub(super) fn speichern(a: &Auftrag<'_>, v: &Verfahren) -> Ergebnis<Aenderung> {
    if a.s.entfernt_am(&v.id)?.is_some() {
        return Err(Fehler::regel(
            "Die Klardaten dieses Verfahrens wurden nach der Aufbewahrungsregel entfernt. Angaben und Schritte lassen sich nicht mehr ändern.",
        ));
    }
    let soll = soll(v, &ort(a.s)?);
    oder_konflikt(a.s.verfahren_aendern(v, wartefrist(&soll)), "Das Verfahren", || {
        let sicht = sicht(a.sitzung, a.umfang);
        let Some(verfahren) = a.s.verfahren_sichtbar(&sicht, &v.id)? else { return Ok(None) };
        let klar = if sicht.klar { a.s.verfahren_klar(&v.id)? } else { None };
        Ok(Some(MitKlarangaben { verfahren, klar }))
    })?;
    fristen_angleichen(a, v, soll, Aenderung::an(ObjektArt::VERFAHREN, v.id.clone()))
}

/// What the search finds: texts that every reader may see, and plain numbers in an index of their own.
fn suchbar(a: &Auftrag<'_>, g: &Grundlage, v: &Verfahren, klar: Option<&Klarangaben>) -> Ergebnis<()> {
    let sachgebiet = g.sachgebiet(&v.angaben.sachgebiet).map_or("", |k| k.titel.as_str());
    let w = &v.angaben;
    let klar = klar.map_or_else(String::new, |k| {
        [&k.fallnummer, &k.name, &k.az_gericht, &k.vertretung, &k.az_vertretung].map(String::as_str).join(" ")
    });
    let offen = [&v.nummer, &w.gegenstand, sachgebiet, &w.andere_stelle, &w.vermerk].join(" ");
    Ok(a.s.verfahren_suchbar(&v.id, &Suchtexte { offen, klar })?)
}

/// The end of the waiting period of § 88 SGG by the calendar, for lists and statistics.
fn wartefrist(soll: &[Sollfrist]) -> Option<NaiveDate> {
    soll.iter().find(|s| s.art == Fristart::Untaetigkeit).and_then(|s| match s.berechnung {
        Berechnung::Berechnet { nominal, .. } => Some(nominal),
        _ => None,
    })
}

/// Free text that looks like personal data is seen by all readers of the register.
pub(super) fn warnen(aenderung: Aenderung, v: &Verfahren) -> Aenderung {
    let text = format!("{} {}", v.angaben.gegenstand, v.angaben.vermerk);
    freitext::warnung(&text).into_iter().fold(aenderung, Aenderung::mit_hinweis)
}

pub(super) fn liste(f: &Frage<'_>, r: VerfahrenListe) -> Ergebnis<Seite<Verfahrenszeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let (zeilen, gesamt) = f.l.verfahrensliste(
        &sicht(f.sitzung, f.umfang),
        &filter,
        (r.sortierung, r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(Seite { zeilen, gesamt })
}
