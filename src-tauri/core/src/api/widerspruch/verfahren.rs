//! Procedures: entering, changing, assigning, listing.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::freitext;
use crate::haus::Haus;
use crate::haus::schluessel::Pseudonymisierer;
use crate::katalog::Katalog;
use crate::storage::Suchtexte;
use crate::widerspruch::{Klarangaben, Verfahrensangaben, Verfahrenslage, oder_felder};
use chrono::{Datelike, NaiveDate};

/// Purpose of the pseudonyms of this module: they cannot be joined with those of a draw.
const ZWECK: &str = "pseudonym/widerspruch";

/// A German sentence if plain numbers do not belong to the pseudonyms they stand beside.
pub(in crate::api) fn nummernbefund(haus: &Haus, l: &Lesen<'_>) -> Ergebnis<Option<String>> {
    let pseudonym = Pseudonymisierer::neu(haus.schluessel(), ZWECK)?;
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
    let angaben = geprueft(a, r.art, r.angaben)?;
    let klar = klar_geprueft(r.klar)?;
    let v = neu(a, r.art, angaben, &klar, r.vorgaenger_id)?;
    let doppelt = a.s.verfahren_derselben_nummer(&v)?;
    let mut aenderung = speichern_neu(a, &v, &klar)?;
    if let [(_, nummer), ..] = doppelt.as_slice() {
        aenderung = aenderung.mit_hinweis(format!(
            "Zu dieser Fallnummer gibt es schon ein Verfahren: {nummer}. Bitte prüfen Sie, ob es derselbe Vorgang ist."
        ));
    }
    Ok(warnen(aenderung, &v))
}

/// A procedure with the next number of the year of its entry.
pub(super) fn neu(
    a: &Auftrag<'_>,
    art: crate::widerspruch::Verfahrensart,
    angaben: Verfahrensangaben,
    klar: &Klarangaben,
    vorgaenger_id: Option<String>,
) -> Ergebnis<Verfahren> {
    let jahr = a.haus.umgebung().heute().year();
    Ok(Verfahren {
        id: a.neue_id(),
        nummer: crate::widerspruch::nummer(jahr, a.s.letzte_verfahrensnummer(jahr)? + 1),
        art,
        angaben,
        schritte: Vec::new(),
        lage: Verfahrenslage::default(),
        pseudonym: Pseudonymisierer::neu(a.haus.schluessel(), ZWECK)?.pseudonym(&klar.fallnummer),
        zustaendig: None,
        vorgaenger_id,
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    })
}

/// Writes a new procedure with its deadlines and what it can be found by.
pub(super) fn speichern_neu(a: &Auftrag<'_>, v: &Verfahren, klar: &Klarangaben) -> Ergebnis<Aenderung> {
    a.s.verfahren_anlegen(v, wartefrist(a.s, v)?, &a.salz())?;
    a.s.verfahren_klar_schreiben(&v.id, klar)?;
    suchbar(a, v, Some(klar))?;
    fristen_angleichen(a, v, Aenderung::an(ObjektArt::VERFAHREN, v.id.clone()))
}

pub(super) fn aendern(a: &Auftrag<'_>, r: VerfahrenAendern) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let angaben = geprueft(a, vorher.art, r.angaben)?;
    let klar = klar_geprueft(r.klar)?;
    let pseudonym = Pseudonymisierer::neu(a.haus.schluessel(), ZWECK)?.pseudonym(&klar.fallnummer);
    let neu = Verfahren { angaben, pseudonym, version: r.version, ..vorher };
    let aenderung = speichern(a, &neu)?;
    a.s.verfahren_klar_schreiben(&neu.id, &klar)?;
    suchbar(a, &neu, Some(&klar))?;
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

/// Writes a changed procedure, and what follows for its deadlines.
pub(super) fn speichern(a: &Auftrag<'_>, v: &Verfahren) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.verfahren_aendern(v, wartefrist(a.s, v)?), "Das Verfahren", || {
        a.s.verfahren_sichtbar(&sicht(a.sitzung, a.umfang), &v.id)
    })?;
    fristen_angleichen(a, v, Aenderung::an(ObjektArt::VERFAHREN, v.id.clone()))
}

/// What the search finds: texts that every reader may see, and plain numbers in an index of their own.
pub(super) fn suchbar(a: &Auftrag<'_>, v: &Verfahren, klar: Option<&Klarangaben>) -> Ergebnis<()> {
    let sachgebiet =
        a.s.katalogeintraege()?
            .into_iter()
            .find(|e| e.katalog == Katalog::Sachgebiet && e.kennung == v.angaben.sachgebiet)
            .map_or_else(String::new, |e| e.titel);
    let w = &v.angaben;
    let klar = klar.map_or_else(String::new, |k| {
        [&k.fallnummer, &k.name, &k.az_gericht, &k.vertretung, &k.az_vertretung].map(String::as_str).join(" ")
    });
    let offen =
        [&v.nummer, &w.gegenstand, &sachgebiet, &w.andere_stelle, &w.vermerk].map(String::as_str).join(" ");
    Ok(a.s.verfahren_suchbar(&v.id, &Suchtexte { offen, klar })?)
}

/// The end of the waiting period of § 88 SGG by the calendar, for lists and statistics.
fn wartefrist(l: &Lesen<'_>, v: &Verfahren) -> Ergebnis<Option<NaiveDate>> {
    use crate::widerspruch::{Berechnung, Fristart};
    Ok(soll(l, v)?.into_iter().find(|s| s.art == Fristart::Untaetigkeit).and_then(|s| match s.berechnung {
        Berechnung::Berechnet { nominal, .. } => Some(nominal),
        _ => None,
    }))
}

fn geprueft(
    a: &Auftrag<'_>,
    art: crate::widerspruch::Verfahrensart,
    w: Verfahrensangaben,
) -> Ergebnis<Verfahrensangaben> {
    let w = Verfahrensangaben {
        gegenstand: pruefe_text("angaben.gegenstand", &w.gegenstand, 3, 200)?,
        andere_stelle: pruefe_text("angaben.andere_stelle", &w.andere_stelle, 0, 120)?,
        vermerk: pruefe_text("angaben.vermerk", &w.vermerk, 0, 2000)?,
        ..w
    };
    let mut befunde = w.befunde(art, a.haus.umgebung().heute());
    let mut fehlt = |feld: &str, text: &str| {
        befunde.push(crate::fehler::Feldfehler { feld: format!("angaben.{feld}"), text: text.to_owned() });
    };
    let bekannt =
        |k: &crate::katalog::Katalogeintrag| k.katalog == Katalog::Sachgebiet && k.kennung == w.sachgebiet;
    if !a.s.katalogeintraege()?.iter().any(bekannt) {
        fehlt("sachgebiet", "Bitte wählen Sie ein Sachgebiet.");
    }
    if let Some(id) = &w.team_id
        && a.s.team(id)?.is_none()
    {
        fehlt("team_id", "Dieses Team gibt es nicht.");
    }
    oder_felder(befunde)?;
    Ok(w)
}

fn klar_geprueft(k: Klarangaben) -> Ergebnis<Klarangaben> {
    Ok(Klarangaben {
        fallnummer: pruefe_text("klar.fallnummer", &k.fallnummer, 1, 40)?,
        name: pruefe_text("klar.name", &k.name, 0, 120)?,
        az_gericht: pruefe_text("klar.az_gericht", &k.az_gericht, 0, 60)?,
        vertretung: pruefe_text("klar.vertretung", &k.vertretung, 0, 120)?,
        az_vertretung: pruefe_text("klar.az_vertretung", &k.az_vertretung, 0, 60)?,
    })
}

/// Free text that looks like personal data is seen by all readers of the register.
fn warnen(aenderung: Aenderung, v: &Verfahren) -> Aenderung {
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
