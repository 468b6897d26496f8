//! Requests of persons concerned: entering, making sure who asks, extending, answering.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::register::modul;
use crate::api::registeranfragen::{EintragLesen, EintragZurueck};
use crate::api::tuer::{Auftrag, oder_konflikt};
use crate::api::{Leer, Seite, kundenreaktion, rechte};
use crate::audit::ObjektArt;
use crate::datenschutz::anfrage::{
    Anfrageinhalt, Anfrageklar, Anfragelage, Anfrageschritt, Anfrageschrittart, Betroffenenanfrage,
    anfragenummer,
};
use crate::fehler::Fehler;
use crate::frist::{Kurz, Ort};
use crate::haus::Haus;
use crate::haus::schluessel::Pseudonymisierer;
use crate::schrittfolge::{Registerschritt, letzten_zuruecknehmen};
use crate::storage::{Anfrageuebersicht, Anfragezeile, Lesen};
use crate::widerspruch::{Zuruecknahme, oder_felder};
use chrono::Datelike;

modul! {
    operationen AnfrageOperation {
        Anlegen(AnfrageAnlegen) = "betroffenenanfrage.anlegen", "Betroffenenanfrage erfassen" => anlegen;
        Aendern(AnfrageAendern) = "betroffenenanfrage.aendern", "Angaben einer Betroffenenanfrage ändern" => aendern;
        Schritt(AnfrageSchritt) = "betroffenenanfrage.schritt", "Schritt einer Betroffenenanfrage eintragen" => schritt;
        SchrittZuruecknehmen(EintragZurueck) = "betroffenenanfrage.schritt_zuruecknehmen", "Letzten Schritt einer Betroffenenanfrage zurücknehmen" => zuruecknehmen;
        Exportieren(AnfragenExportieren) = "betroffenenanfrage.exportieren", "Liste der Betroffenenanfragen ausgeben" => anfrageliste::exportieren_liste;
    }
    abfragen AnfrageAbfrage {
        Liste(AnfragenListe) -> Seite<Anfragezeile> = "betroffenenanfrage.liste", "Betroffenenanfragen ansehen" => anfrageliste::liste;
        Lesen(EintragLesen) -> AnfrageDetail = "betroffenenanfrage.lesen", "Einzelne Betroffenenanfrage ansehen" => anfrageansicht::lesen;
        Uebersicht(Leer) -> Anfrageuebersicht = "betroffenenanfrage.uebersicht", "Offene Betroffenenanfragen zählen" => anfrageliste::uebersicht;
    }
}

const WAS: &str = "Die Betroffenenanfrage";

/// Purpose of the pseudonyms of this module: they cannot be joined with those of another.
const ZWECK: &str = "pseudonym/betroffenenanfrage";

/// Who asks is seen only by the Datenschutz, who keeps these data; who stands in for her has the letter.
pub(super) fn sieht_klar(sitzung: &Sitzung) -> bool {
    rechte::darf(sitzung, "betroffenenanfrage.aendern")
}

fn anlegen(a: &Auftrag<'_>, r: AnfrageAnlegen) -> Ergebnis<Aenderung> {
    let (angaben, klar) = geprueft(a.haus, r.angaben, r.klar)?;
    let reaktion = r.aus_reaktion.as_deref().map(|id| reaktion(a, id)).transpose()?;
    let jahr = a.haus.umgebung().heute().year();
    let neu = Betroffenenanfrage {
        id: a.neue_id(),
        nummer: anfragenummer(jahr, a.s.letzte_anfragenummer(jahr)? + 1),
        angaben,
        schritte: Vec::new(),
        lage: Anfragelage::default(),
        pseudonym: pseudonym(a.haus, &klar)?,
        reaktion_id: reaktion.as_ref().map(|k| k.0.clone()),
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    let uhr = neu.uhr(&ort(a.s)?)?;
    a.s.anfrage_anlegen(&neu, uhr.fristende, &a.salz())?;
    a.s.anfrage_klar_schreiben(&neu.id, &klar)?;
    let mut aenderung = Aenderung::an(ObjektArt::BETROFFENENANFRAGE, neu.id.clone()).mit_hinweis(format!(
        "{} ist erfasst. Antwort bis {} (Art. 12 Abs. 3 DSGVO).",
        neu.nummer,
        Kurz(uhr.fristende)
    ));
    // Who may not see the person learns nothing of her other requests.
    if sieht_klar(a.sitzung)
        && let [(_, nummer), ..] = a.s.anfragen_derselben_person(&neu)?.as_slice()
    {
        aenderung =
            aenderung.mit_hinweis(format!("Von dieser Person gibt es schon eine Anfrage, zuletzt {nummer}."));
    }
    if let Some((_, nummer)) = reaktion {
        aenderung =
            aenderung.mit_hinweis(format!("Die Anfrage ist mit der Kundenreaktion {nummer} verbunden."));
    }
    Ok(gewarnt(aenderung, [neu.angaben.betreff.as_str(), &neu.angaben.vermerk]))
}

/// The Kundenreaktion it came in: seen by the person, touching data protection, and not used before.
fn reaktion(a: &Auftrag<'_>, id: &str) -> Ergebnis<(String, String)> {
    let k = kundenreaktion::mit_datenschutz(a, id)?;
    match a.s.anfrage_zur_reaktion(&k.0)? {
        Some((_, nummer)) => Err(Fehler::feld(
            "aus_reaktion",
            format!("Zu dieser Kundenreaktion gibt es schon die Anfrage {nummer}."),
        )),
        None => Ok(k),
    }
}

fn aendern(a: &Auftrag<'_>, r: AnfrageAendern) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, &r.id)?;
    let begruendung = pruefe_text("begruendung", &r.begruendung, 0, 500)?;
    let (angaben, klar) = geprueft(a.haus, r.angaben, r.klar)?;
    let mut schritte = vorher.schritte.clone();
    if let Some(schritt) = berichtigung(&vorher.angaben, &angaben, &begruendung)? {
        schritte.push(Registerschritt::neu(
            schritt,
            a.sitzung.benutzer_id(),
            a.haus.umgebung().zeitstempel(),
        ));
    }
    let lage = Anfragelage::aus(&angaben, &schritte)
        .and_then(|lage| lage.verlaengerung_rechtzeitig(&angaben, &ort(a.s)?).map(|()| lage))
        .map_err(|e| {
            Fehler::feld(
                "angaben.eingang",
                format!("Die bisherigen Schritte passen nicht zu diesen Angaben. {e}"),
            )
        })?;
    let pseudonym = pseudonym(a.haus, &klar)?;
    let neu = Betroffenenanfrage { angaben, schritte, lage, pseudonym, version: r.version, ..vorher };
    let aenderung = speichern(a, &neu)?;
    a.s.anfrage_klar_schreiben(&neu.id, &klar)?;
    Ok(gewarnt(aenderung, [neu.angaben.betreff.as_str(), &neu.angaben.vermerk, &begruendung]))
}

/// The visible entry for another day of receipt: the month hangs on it, so nobody moves it unseen.
fn berichtigung(
    alt: &Anfrageinhalt,
    neu: &Anfrageinhalt,
    begruendung: &str,
) -> Ergebnis<Option<Anfrageschritt>> {
    if alt.eingang == neu.eingang {
        return Ok(None);
    }
    if begruendung.chars().count() < 5 {
        return Err(Fehler::feld(
            "begruendung",
            "Der Eingang lässt sich nur mit einer Begründung ändern, weil an ihm die Frist hängt. Der bisherige Tag bleibt im Verlauf sichtbar.",
        ));
    }
    Ok(Some(Anfrageschritt::Berichtigen {
        was: format!("Eingang {} statt {}", Kurz(neu.eingang), Kurz(alt.eingang)),
        begruendung: begruendung.to_owned(),
    }))
}

/// A correction is undone by another one.
pub(super) fn ruecknehmbar(schritt: &Anfrageschritt) -> bool {
    schritt.art() != Anfrageschrittart::Berichtigen
}

fn schritt(a: &Auftrag<'_>, r: AnfrageSchritt) -> Ergebnis<Aenderung> {
    let mut k = zu_aendern(a, &r.id)?;
    let Some((feld, am)) = r.schritt.am() else {
        return Err(Fehler::regel(
            "Dieser Schritt hat einen eigenen Weg und lässt sich hier nicht eintragen.",
        ));
    };
    if k.lage.erlaubt(r.schritt.art()) && am > a.haus.umgebung().heute() {
        return Err(Fehler::feld(feld, "Dieser Tag liegt in der Zukunft."));
    }
    k.lage = k.lage.nach(&k.angaben, &r.schritt)?;
    k.lage.verlaengerung_rechtzeitig(&k.angaben, &ort(a.s)?)?;
    k.version = r.version;
    let text = r.schritt.text().to_owned();
    k.schritte.push(Registerschritt::neu(
        r.schritt,
        a.sitzung.benutzer_id(),
        a.haus.umgebung().zeitstempel(),
    ));
    Ok(gewarnt(speichern(a, &k)?, [text.as_str()]))
}

fn zuruecknehmen(a: &Auftrag<'_>, r: EintragZurueck) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let mut k = zu_aendern(a, &r.id)?;
    let von = a.sitzung.benutzer_id().to_owned();
    let zuruecknahme = Zuruecknahme { von, am: a.haus.umgebung().zeitstempel(), grund };
    letzten_zuruecknehmen(&mut k.schritte, zuruecknahme, ruecknehmbar)?;
    k.lage = Anfragelage::aus(&k.angaben, &k.schritte)?;
    k.version = r.version;
    speichern(a, &k)
}

fn geprueft(
    haus: &Haus,
    angaben: Anfrageinhalt,
    klar: Anfrageklar,
) -> Ergebnis<(Anfrageinhalt, Anfrageklar)> {
    let angaben = Anfrageinhalt {
        betreff: pruefe_text("angaben.betreff", &angaben.betreff, 3, 120)?,
        vermerk: pruefe_text("angaben.vermerk", &angaben.vermerk, 0, 1_000)?,
        ..angaben
    };
    let klar = Anfrageklar {
        name: pruefe_text("klar.name", &klar.name, 2, 120)?,
        kontakt: pruefe_text("klar.kontakt", &klar.kontakt, 0, 200)?,
        fallnummer: pruefe_text("klar.fallnummer", &klar.fallnummer, 0, 40)?,
    };
    oder_felder(angaben.befunde(haus.umgebung().heute()))?;
    Ok((angaben, klar))
}

pub(super) fn ort(l: &Lesen<'_>) -> Ergebnis<Ort> {
    Ok(Ort::from(&l.hausdaten()?))
}

/// The request of that id within a person's scope; outside it looks as if it did not exist.
pub(super) fn laden(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    id: &str,
) -> Ergebnis<Betroffenenanfrage> {
    l.anfrage(id, nur_von(sitzung, umfang).as_deref())?.ok_or_else(|| Fehler::nicht_gefunden(WAS))
}

/// The same to change it: once nobody knows who asked, it stays as it is.
fn zu_aendern(a: &Auftrag<'_>, id: &str) -> Ergebnis<Betroffenenanfrage> {
    let k = laden(a.s, a.sitzung, a.umfang, id)?;
    if a.s.entfernt_am(&k.id)?.is_some() {
        return Err(Fehler::regel(
            "Die Klardaten dieser Anfrage wurden nach der Aufbewahrungsregel entfernt. Angaben und Schritte lassen sich nicht mehr ändern.",
        ));
    }
    Ok(k)
}

fn speichern(a: &Auftrag<'_>, k: &Betroffenenanfrage) -> Ergebnis<Aenderung> {
    let von = nur_von(a.sitzung, a.umfang);
    let frist = k.uhr(&ort(a.s)?)?.fristende;
    oder_konflikt(a.s.anfrage_aendern(k, frist), WAS, || a.s.anfrage(&k.id, von.as_deref()))?;
    Ok(Aenderung::an(ObjektArt::BETROFFENENANFRAGE, k.id.clone()))
}

/// Recomputes the clocks of all requests, since holidays changed. Only requests whose day moves are written.
pub(in crate::api) fn alle_uhren_angleichen(a: &Auftrag<'_>, aenderung: Aenderung) -> Ergebnis<Aenderung> {
    let ort = ort(a.s)?;
    let mut aenderung = aenderung;
    for (k, bisher) in a.s.anfragen_mit_frist()? {
        let frist = k.uhr(&ort)?.fristende;
        if frist != bisher {
            a.s.anfrage_aendern(&k, frist)?;
            aenderung = aenderung.und(ObjektArt::BETROFFENENANFRAGE, k.id);
        }
    }
    Ok(aenderung)
}

/// What tells one person from another. A number is surer than a name, so it goes first.
fn kennzeichen(klar: &Anfrageklar) -> String {
    let eng = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if klar.fallnummer.is_empty() {
        format!("name/{}", eng(&klar.name))
    } else {
        format!("nummer/{}", eng(&klar.fallnummer).replace(' ', ""))
    }
}

fn pseudonym(haus: &Haus, klar: &Anfrageklar) -> Ergebnis<String> {
    Ok(Pseudonymisierer::neu(haus.schluessel(), ZWECK)?.pseudonym(&kennzeichen(klar)))
}

/// A German sentence if persons do not belong to the pseudonyms they stand beside.
pub(in crate::api) fn nummernbefund(haus: &Haus, l: &Lesen<'_>) -> Ergebnis<Option<String>> {
    let pseudonym = Pseudonymisierer::neu(haus.schluessel(), ZWECK)?;
    let mut falsch = 0;
    l.anfragekontakte_durchgehen(|soll, klar| {
        falsch += usize::from(pseudonym.pseudonym(&kennzeichen(klar)) != soll);
    })?;
    Ok((falsch > 0).then(|| {
        format!(
            "Klardaten von Betroffenenanfragen wurden verändert: Bei {falsch} passen sie nicht zum Pseudonym."
        )
    }))
}
