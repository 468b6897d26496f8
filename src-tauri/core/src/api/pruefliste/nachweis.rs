//! Evidence: where it is to be found, or a file that the house keeps encrypted.

use super::durchgang::{fassung_von, speichern, verlange_bearbeitbar, verlange_dateien};
use super::*;
use crate::api::ausgabe::Ausgabeart;
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_lesen, zu_schreiben};
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::audit::hex;
use crate::freitext;
use crate::pruefliste::{Anhang, Durchgangsstand, fragen, pruefe_groesse, sicherer_name};
use crate::storage::Nachweis;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

pub(super) fn anlegen(a: &Auftrag<'_>, r: NachweisAnlegen) -> Ergebnis<Aenderung> {
    let d = zu_aendern(a, "pruefliste.nachweis_anlegen", &r.durchgang_id)?;
    verlange_bearbeitbar(&d)?;
    let fassung = fassung_von(a.s, &d)?;
    if !d.fragen.contains(&r.frage) || !fragen(&fassung.kapitel).any(|f| f.kennung == r.frage) {
        return Err(Fehler::nicht_gefunden("Die Frage"));
    }
    let bezeichnung = pruefe_text("bezeichnung", &r.bezeichnung, 3, 300)?;
    ohne_verdacht(a, &d, "bezeichnung", &bezeichnung)?;
    pruefe_datum(r.datum, a.haus.umgebung().heute())?;
    let mut aenderung = Aenderung::default();
    let anhang = match &r.datei {
        None => None,
        Some(datei) => {
            let (anhang, angelegt) = anhaengen(a, datei)?;
            ohne_verdacht(a, &d, "datei", &anhang.name)?;
            aenderung = aenderung.zusammen(angelegt);
            Some(anhang)
        }
    };
    let nachweis = Nachweis {
        id: a.neue_id(),
        durchgang_id: d.id.clone(),
        frage: r.frage,
        bezeichnung,
        datum: r.datum,
        anhang,
        erfasst_von: a.sitzung.benutzer_id().to_owned(),
        erfasst_am: a.haus.umgebung().zeitstempel(),
        entfernt_grund: None,
        version: 1,
    };
    a.s.nachweis_anlegen(&nachweis, &a.salz())?;
    let mut aenderung = Aenderung::an(ObjektArt::NACHWEIS, nachweis.id).zusammen(aenderung);
    if d.stand == Durchgangsstand::Geplant {
        aenderung =
            aenderung.zusammen(speichern(a, &Durchgang { stand: Durchgangsstand::InArbeit, ..d }, None)?);
    }
    Ok(freitext::warnung(&nachweis.bezeichnung).into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// Evidence may be older than the period, for what was settled once holds on; it cannot lie in the future.
fn pruefe_datum(datum: NaiveDate, heute: NaiveDate) -> Ergebnis<()> {
    if datum > heute {
        return Err(Fehler::feld("datum", "Der Nachweis kann nicht aus der Zukunft stammen."));
    }
    if datum < NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default() {
        return Err(Fehler::feld("datum", "Bitte prüfen Sie das Datum des Nachweises."));
    }
    Ok(())
}

/// Reads a file and keeps it encrypted; it goes away again if the change is not committed.
fn anhaengen(a: &Auftrag<'_>, datei: &str) -> Ergebnis<(Anhang, Aenderung)> {
    let pfad = zu_lesen(a.haus, datei)?;
    let lesbar = |e: std::io::Error| {
        Fehler::feld("datei", "Die Datei lässt sich nicht lesen. Bitte prüfen Sie, ob sie geöffnet ist.")
            .wegen(e)
    };
    pruefe_groesse(std::fs::metadata(&pfad).map_err(lesbar)?.len())?;
    let inhalt = std::fs::read(&pfad).map_err(lesbar)?;
    // It may have grown in between.
    let bytes = inhalt.len() as u64;
    pruefe_groesse(bytes)?;
    let anhang = Anhang {
        id: a.neue_id(),
        name: sicherer_name(&pfad.file_name().unwrap_or_default().to_string_lossy()),
        bytes,
        sha256: hex(&Sha256::digest(&inhalt)),
    };
    let geschrieben = a.haus.anhang_schreiben(&anhang.id, &inhalt)?;
    a.s.anhang_anlegen(&anhang, &a.salz())?;
    let aenderung =
        Aenderung::an(ObjektArt::ANHANG, anhang.id.clone()).danach(move || geschrieben.behalten());
    Ok((anhang, aenderung))
}

pub(super) fn entfernen(a: &Auftrag<'_>, r: NachweisEntfernen) -> Ergebnis<Aenderung> {
    let n = a.s.nachweis(&r.id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Nachweis"))?;
    let d = zu_aendern(a, "pruefliste.nachweis_entfernen", &n.durchgang_id)?;
    verlange_bearbeitbar(&d)?;
    if n.entfernt_grund.is_some() {
        return Err(Fehler::regel("Dieser Nachweis ist schon entfernt."));
    }
    let grund = pruefe_text("grund", &r.grund, 3, 300)?;
    oder_konflikt(a.s.nachweis_entfernen(&n.id, r.version, &grund), "Der Nachweis", || a.s.nachweis(&n.id))?;
    Ok(Aenderung::an(ObjektArt::NACHWEIS, n.id))
}

/// Writes an attached file outside the house. The application itself never opens it.
pub(super) fn speichern_unter(a: &Auftrag<'_>, r: AnhangSpeichern) -> Ergebnis<Aenderung> {
    let n = a.s.nachweis(&r.nachweis_id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Nachweis"))?;
    // How far she sees it on her screen is how far she may take it out.
    let weite = rechte::verlange(a.sitzung, "pruefliste.lesen")?.1;
    let d = laden(a.s, a.sitzung, weite, "pruefliste.lesen", &n.durchgang_id)?;
    if n.entfernt_grund.is_some() {
        return Err(Fehler::regel(
            "Dieser Nachweis ist zurückgezogen; seine Datei wird nicht mehr ausgegeben.",
        ));
    }
    let anhang = n.anhang.ok_or_else(|| Fehler::regel("Zu diesem Nachweis gehört keine Datei."))?;
    verlange_dateien(a.s, &d)?;
    let endung = anhang.name.rsplit_once('.').map_or("", |(_, e)| e).to_owned();
    let pfad = zu_schreiben(a.haus, &r.datei, &endung, r.ueberschreiben)?;
    let inhalt = a.haus.anhang_lesen(&anhang)?;
    let titel = format!("Anhang zu {}: {}", d.nummer, anhang.name);
    let angaben = Ausgabeangaben { art: Ausgabeart::Anhang, objekt: &anhang.id, titel: &titel, kopf: None };
    let export = ausgeben(a, &pfad, &inhalt, &angaben)?;
    Ok(Aenderung::an(ObjektArt::EXPORT, export).mit_hinweis(format!("„{}“ ist gespeichert.", anhang.name)))
}
