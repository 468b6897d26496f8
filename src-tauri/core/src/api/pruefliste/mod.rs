//! Prüflisten: planning and answering runs, evidence, release by a second person, correction, what they say.

mod anfragen;
mod ansicht;
mod antwort;
pub(in crate::api) mod bericht;
mod durchgang;
mod freigabe;
pub(in crate::api) mod katalog;
mod katalogdatei;
mod listen;
mod nachweis;
mod planung;
mod vernichten;

use super::rechte::{self, Umfang};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage};
use super::{Leer, Seite};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::korruption::verdacht::kein_verdacht;
use crate::pruefliste::{Durchgang, Pruefgebiet};
use crate::storage::{Durchgangszeile, Lesen, Listensicht, Listenuebersicht};
pub use anfragen::*;
pub(in crate::api) use ansicht::geltende_antworten;
pub use ansicht::*;
pub use planung::Planvorschlag;

modul! {
    operationen PrueflisteOperation {
        Anlegen(DurchgangAnlegen) = "pruefliste.anlegen", "Durchgang einer Prüfliste planen" => planung::anlegen;
        Planen(DurchgaengePlanen) = "pruefliste.planen", "Mehrere Durchgänge planen" => planung::planen;
        Aendern(DurchgangAendern) = "pruefliste.aendern", "Zeitraum und Zuständigkeit eines Durchgangs ändern" => durchgang::aendern;
        FassungWechseln(DurchgangBezug) = "pruefliste.fassung_wechseln", "Durchgang auf die neue Fassung des Katalogs umstellen" => durchgang::fassung_wechseln;
        Antworten(FrageBeantworten) = "pruefliste.antworten", "Frage einer Prüfliste beantworten" => antwort::antworten;
        NachweisAnlegen(NachweisAnlegen) = "pruefliste.nachweis_anlegen", "Nachweis zu einer Frage anlegen" => nachweis::anlegen;
        NachweisEntfernen(NachweisEntfernen) = "pruefliste.nachweis_entfernen", "Nachweis entfernen" => nachweis::entfernen;
        AnhangSpeichern(AnhangSpeichern) = "pruefliste.anhang_speichern", "Anhang eines Nachweises speichern unter" => nachweis::speichern_unter;
        AnhangVernichten(AnhangVernichten) = "pruefliste.anhang_vernichten", "Anhang eines Nachweises vernichten" => vernichten::vernichten;
        Vorlegen(DurchgangBezug) = "pruefliste.vorlegen", "Durchgang zur Freigabe vorlegen" => freigabe::vorlegen;
        Zurueckziehen(DurchgangBezug) = "pruefliste.zurueckziehen", "Vorlage eines Durchgangs zurückziehen" => freigabe::zurueckziehen;
        Zurueckgeben(DurchgangBegruendet) = "pruefliste.zurueckgeben", "Durchgang zurückgeben" => freigabe::zurueckgeben;
        Freigeben(DurchgangBezug) = "pruefliste.freigeben", "Durchgang freigeben" => freigabe::freigeben;
        Entfallen(DurchgangBegruendet) = "pruefliste.entfallen", "Durchgang nicht durchführen" => durchgang::entfallen;
        Berichtigen(DurchgangBegruendet) = "pruefliste.berichtigen", "Freigegebenen Durchgang berichtigen" => durchgang::berichtigen;
        Exportieren(DurchgaengeExportieren) = "pruefliste.exportieren", "Liste der Durchgänge ausgeben" => listen::exportieren_liste;
    }
    abfragen PrueflisteAbfrage {
        Liste(DurchgaengeListe) -> Seite<Durchgangszeile> = "pruefliste.liste", "Durchgänge der Prüflisten ansehen" => listen::liste;
        Lesen(DurchgangLesen) -> DurchgangDetail = "pruefliste.lesen", "Einzelnen Durchgang ansehen" => lesen;
        Uebersicht(Leer) -> Listenuebersicht = "pruefliste.uebersicht", "Offene Durchgänge zählen" => uebersicht;
        Planvorschlag(PlanvorschlagLesen) -> Vec<Planvorschlag> = "pruefliste.planvorschlag", "Fällige Prüflisten ermitteln" => planung::vorschlag;
    }
}

/// Lists for which a role is responsible throughout the house.
const GEBIETE: [(Rolle, Pruefgebiet); 2] = [
    (Rolle::Datenschutz, Pruefgebiet::Datenschutz),
    (Rolle::Korruptionspraevention, Pruefgebiet::Korruption),
];

/// The kinds that a person's roles open for an operation or query.
fn gebiete(sitzung: &Sitzung, name: &str) -> Vec<Pruefgebiet> {
    GEBIETE
        .into_iter()
        .filter(|(rolle, _)| sitzung.hat(*rolle) && rechte::umfang(*rolle, name) > Umfang::Kein)
        .map(|(_, gebiet)| gebiet)
        .collect()
}

/// What a scope means for the runs, for one operation or query.
pub(super) fn sicht(sitzung: &Sitzung, umfang: Umfang, name: &str) -> Listensicht {
    let b = sitzung.benutzer();
    Listensicht {
        haus: umfang == Umfang::Haus,
        bereich: b.bereich_id.clone().filter(|_| umfang >= Umfang::Bereich),
        teams: if umfang >= Umfang::Teams && sitzung.hat(Rolle::Teamleitung) {
            b.teams.clone()
        } else {
            Vec::new()
        },
        gebiete: gebiete(sitzung, name),
        rollen: sitzung
            .rollen()
            .iter()
            .copied()
            .filter(|r| *r != Rolle::Teamleitung && rechte::umfang(*r, name) > Umfang::Kein)
            .collect(),
    }
}

/// The run of that id within a person's scope; outside it looks as if it did not exist.
fn laden(l: &Lesen<'_>, sitzung: &Sitzung, umfang: Umfang, name: &str, id: &str) -> Ergebnis<Durchgang> {
    l.durchgang(&sicht(sitzung, umfang, name), id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Durchgang"))
}

/// The same for a change.
fn zu_aendern(a: &Auftrag<'_>, name: &str, id: &str) -> Ergebnis<Durchgang> {
    laden(a.s, a.sitzung, a.umfang, name, id)
}

/// The person at the desk, beside whom the acting one signs; she too may do this with that run.
fn erste_person(a: &Auftrag<'_>, name: &str, id: &str, warum: &str) -> Ergebnis<()> {
    let Some(platz) = a.platz else {
        return Err(Fehler::vier_augen(format!("{warum} Bitte lassen Sie eine zweite Person mitzeichnen.")));
    };
    let erste = platz.frisch(a.s.benutzer(platz.benutzer_id())?)?;
    let weite = rechte::verlange(&erste, name)?.1;
    laden(a.s, &erste, weite, name, id)?;
    Ok(())
}

/// In a list about corruption a suspicion is not stored but sent where it belongs; elsewhere the word is about
/// something else ("Verdacht auf Schadsoftware").
fn ohne_verdacht(a: &Auftrag<'_>, d: &Durchgang, feld: &str, text: &str) -> Ergebnis<()> {
    match a.s.pruefkatalog(&d.katalog_id)? {
        Some(k) if k.gebiet == Pruefgebiet::Korruption => kein_verdacht(feld, text),
        _ => Ok(()),
    }
}

fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Listenuebersicht> {
    let mut u = f.l.listenuebersicht(
        &sicht(f.sitzung, f.umfang, "pruefliste.uebersicht"),
        (f.haus.umgebung().heute(), f.sitzung.benutzer_id()),
    )?;
    if !rechte::darf(f.sitzung, "pruefliste.freigeben") {
        u.zur_freigabe = 0;
    }
    Ok(u)
}
