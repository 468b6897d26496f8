//! Tickets: entering, changing, assigning, listing.

use super::grundlage::Grundlage;
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::api::widerspruch::abwesenheit;
use crate::freitext;
use crate::frist::Kurz;
use crate::katalog::Katalog;
use crate::kundenreaktion::{Reaktionsklar, Reaktionslage, reaktionsnummer};
use crate::storage::Reaktionstexte;
use chrono::Datelike;

/// Tickets in one assignment at most.
const HOECHSTENS: usize = 500;

pub(super) fn anlegen(a: &Auftrag<'_>, r: ReaktionAnlegen) -> Ergebnis<Aenderung> {
    let g = Grundlage::lesen(a.s, a.haus)?;
    let (angaben, klar) = g.geprueft(r.angaben, r.klar)?;
    let jahr = g.heute.year();
    let k = Kundenreaktion {
        id: a.neue_id(),
        nummer: reaktionsnummer(jahr, a.s.letzte_reaktionsnummer(jahr)? + 1),
        angaben,
        schritte: Vec::new(),
        lage: Reaktionslage::default(),
        pseudonym: g.pseudonym(&klar),
        zustaendig_team: None,
        zustaendig: None,
        verfahren_id: None,
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    let uhr = g.uhr(&k)?;
    a.s.reaktion_anlegen(&k, &uhr, &a.salz())?;
    a.s.reaktion_klar_schreiben(&k.id, &klar)?;
    suchbar(a, &g, &k, &klar)?;
    let mut aenderung = Aenderung::an(ObjektArt::KUNDENREAKTION, k.id.clone());
    let frueher = a.s.reaktionen_derselben_person(&k)?;
    if let [(_, nummer), ..] = frueher.as_slice() {
        aenderung = aenderung.mit_hinweis(format!(
            "Von dieser Person gibt es vermutlich schon {}, zuletzt {nummer}.",
            match a.s.reaktionen_derselben_person_anzahl(&k)? {
                1 => "eine Reaktion".to_owned(),
                n => format!("{n} Reaktionen"),
            }
        ));
    }
    aenderung = aenderung.mit_hinweis(match uhr.antwort_bis {
        Some(tag) if !k.angaben.art.nur_abgabe() => {
            format!("{} ist angelegt. Antwort bis {}.", k.nummer, Kurz(tag))
        }
        _ => format!("{} ist angelegt.", k.nummer),
    });
    let texte = format!("{} {}", k.angaben.betreff, k.angaben.andere_stelle);
    let aenderung = freitext::warnung(&texte).into_iter().fold(aenderung, Aenderung::mit_hinweis);
    match r.sichtung {
        None => Ok(aenderung),
        Some(antwort) => {
            rechte::verlange(a.sitzung, "kundenreaktion.sichten")?;
            sichtung::durchfuehren(a, &g, k, &klar, antwort, aenderung)
        }
    }
}

/// Bulk or single: the same gate for each ticket.
pub(super) fn zuweisen(a: &Auftrag<'_>, r: ReaktionenZuweisen) -> Ergebnis<Aenderung> {
    if !(1..=HOECHSTENS).contains(&r.reaktionen.len()) {
        return Err(Fehler::regel(format!("Bitte wählen Sie 1 bis {HOECHSTENS} Kundenreaktionen aus.")));
    }
    let g = Grundlage::lesen(a.s, a.haus)?;
    if r.team_id.as_ref().is_some_and(|id| !g.teams.iter().any(|t| t.id == *id)) {
        return Err(Fehler::feld("team_id", "Dieses Team gibt es nicht."));
    }
    let mut hinweis = None;
    if let Some(id) = &r.person_id {
        let person = a.s.benutzer(id)?.filter(|b| b.aktiv && darf_bearbeiten(&b.rollen));
        if person.is_none() {
            return Err(Fehler::feld(
                "person_id",
                "Bitte wählen Sie eine Person, die Kundenreaktionen bearbeiten darf.",
            ));
        }
        hinweis = abwesenheit::hinweis(a.s, id, g.heute)?;
    }
    let mut aenderung = Aenderung::default();
    for bezug in &r.reaktionen {
        let vorher = zu_aendern(a, &bezug.id)?;
        if vorher.lage.sichtung.is_none() {
            return Err(Fehler::regel(format!(
                "{} ist noch nicht gesichtet. Bitte klären Sie zuerst, ob die Reaktion einen Rechtsbehelf enthält.",
                vorher.nummer
            )));
        }
        if vorher.lage.abschluss_am.is_some() {
            return Err(Fehler::regel(format!("{} ist abgeschlossen.", vorher.nummer)));
        }
        let neu = Kundenreaktion {
            zustaendig_team: r.team_id.clone(),
            zustaendig: r.person_id.clone(),
            version: bezug.version,
            ..vorher
        };
        aenderung = aenderung.zusammen(speichern(a, &g, &neu)?);
    }
    Ok(hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

fn darf_bearbeiten(rollen: &[Rolle]) -> bool {
    rollen.iter().any(|r| rechte::umfang(*r, "kundenreaktion.schritt") > Umfang::Kein)
}

/// Writes a changed ticket with its clocks.
pub(super) fn speichern(a: &Auftrag<'_>, g: &Grundlage, k: &Kundenreaktion) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.reaktion_aendern(k, &g.uhr(k)?), "Die Kundenreaktion", || {
        a.s.reaktion_sichtbar(&sicht(a.sitzung, a.umfang, Zweck::Bearbeiten), &k.id)
    })?;
    Ok(Aenderung::an(ObjektArt::KUNDENREAKTION, k.id.clone()))
}

/// What the search finds: texts that every reader may see, and contact and account in an index of their own.
pub(super) fn suchbar(
    a: &Auftrag<'_>,
    g: &Grundlage,
    k: &Kundenreaktion,
    klar: &Reaktionsklar,
) -> Ergebnis<()> {
    let sachgebiete = k.angaben.anliegen.iter().filter_map(|x| x.sachgebiet.as_deref());
    let titel = sachgebiete.filter_map(|s| g.titel(Katalog::Sachgebiet, s));
    let offen = [k.nummer.as_str(), &k.angaben.betreff, &k.angaben.andere_stelle]
        .into_iter()
        .chain(titel)
        .collect::<Vec<_>>()
        .join(" ");
    let klar = [&klar.name, &klar.kontakt, &klar.fallnummer, &klar.schilderung].map(String::as_str).join(" ");
    Ok(a.s.reaktion_suchbar(&k.id, &Reaktionstexte { offen, klar })?)
}

pub(super) fn liste(f: &Frage<'_>, r: ReaktionenListe) -> Ergebnis<Seite<Reaktionszeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let (zeilen, gesamt) = f.l.reaktionsliste(
        &sicht(f.sitzung, f.umfang, Zweck::Ansehen),
        f.haus.umgebung().heute(),
        &filter,
        (r.sortierung, r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(Seite { zeilen, gesamt })
}
