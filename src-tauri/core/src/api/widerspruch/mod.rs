//! Widersprüche: the register, the way of a procedure, its deadlines and Wiedervorlagen.

pub mod abwesenheit;
mod anfragen;
mod ansicht;
mod auswertung;
pub(in crate::api) mod bericht;
pub mod einlesen;
pub mod frist;
mod fristenbuch;
mod grundlage;
mod kalender;
mod klage;
pub mod listen;
mod reaktion;
mod schritt;
mod verfahren;
mod wiedervorlage;
mod zahlen;

use super::Seite;
use super::rechte::{self, Umfang};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Ort;
use crate::haus::Sitzung;
use crate::storage::{Lesen, Registersicht, Verfahrenszeile};
use crate::widerspruch::{Sollfrist, Verfahren, Verfahrensfrist, Wer, sollfristen};
pub use anfragen::*;
pub use ansicht::*;
pub(in crate::api) use reaktion::aus_reaktion;
pub(in crate::api) use verfahren::nummernbefund;

modul! {
    operationen WiderspruchOperation {
        Anlegen(VerfahrenAnlegen) = "widerspruch.anlegen", "Widerspruchsverfahren anlegen" => verfahren::anlegen;
        Aendern(VerfahrenAendern) = "widerspruch.aendern", "Angaben eines Widerspruchsverfahrens ändern" => verfahren::aendern;
        Zuweisen(VerfahrenZuweisen) = "widerspruch.zuweisen", "Widerspruchsverfahren zuweisen" => verfahren::zuweisen;
        Schritt(SchrittEintragen) = "widerspruch.schritt", "Schritt eines Widerspruchsverfahrens eintragen" => schritt::eintragen;
        Zeichnen(VerfahrenZeichnen) = "widerspruch.zeichnen", "Bescheidentwurf zeichnen" => schritt::zeichnen;
        ZeichnungZurueckgeben(ZeichnungZurueckgeben) = "widerspruch.zeichnung_zurueckgeben", "Bescheidentwurf zurückgeben" => schritt::zeichnung_zurueckgeben;
        Exportieren(listen::VerfahrenExportieren) = "widerspruch.exportieren", "Liste der Widerspruchsverfahren ausgeben" => listen::exportieren_liste;
        AuswertungExportieren(auswertung::WiderspruchAuswertungExportieren) = "widerspruch.auswertung_exportieren", "Auswertung der Widersprüche ausgeben" => auswertung::exportieren_zahlen;
        SchrittZuruecknehmen(SchrittZuruecknehmen) = "widerspruch.schritt_zuruecknehmen", "Letzten Schritt eines Widerspruchsverfahrens zurücknehmen" => schritt::zuruecknehmen;
    }
    abfragen WiderspruchAbfrage {
        Liste(VerfahrenListe) -> Seite<Verfahrenszeile> = "widerspruch.liste", "Widerspruchsverfahren ansehen" => verfahren::liste;
        Lesen(VerfahrenLesen) -> VerfahrenDetail = "widerspruch.lesen", "Einzelnes Widerspruchsverfahren ansehen" => lesen;
        Berechnen(FristenBerechnen) -> Fristenvorschau = "widerspruch.berechnen", "Fristen eines Widerspruchsverfahrens vorab berechnen" => berechnen;
        Auswertung(crate::api::zeitraum::Auswertungszeitraum) -> auswertung::WiderspruchAuswertungAntwort = "widerspruch.auswertung", "Statistik der Widersprüche ansehen" => auswertung::lesen;
    }
}

/// What a scope means for the register.
pub(super) fn sicht(sitzung: &Sitzung, umfang: Umfang) -> Registersicht {
    let b = sitzung.benutzer();
    Registersicht {
        haus: umfang == Umfang::Haus,
        bereich: b.bereich_id.clone().filter(|_| umfang >= Umfang::Bereich),
        teams: if umfang >= Umfang::Teams && sitzung.hat(Rolle::Teamleitung) {
            b.teams.clone()
        } else {
            Vec::new()
        },
        klar: sitzung.hat(Rolle::Widerspruchsstelle),
        person: b.id.clone(),
        gegenpruefung: rechte::darf(sitzung, "frist.gegenpruefen"),
    }
}

/// The procedure of that id within a person's scope; outside it looks as if it did not exist.
fn laden(l: &Lesen<'_>, sitzung: &Sitzung, umfang: Umfang, id: &str) -> Ergebnis<Verfahren> {
    l.verfahren_sichtbar(&sicht(sitzung, umfang), id)?.ok_or_else(|| Fehler::nicht_gefunden("Das Verfahren"))
}

/// The deadlines of a procedure as they should be now, by the holidays of the house.
fn soll(v: &Verfahren, ort: &Ort) -> Vec<Sollfrist> {
    sollfristen(v.art, &v.angaben, &v.lage, ort)
}

/// The holidays of the house.
fn ort(l: &Lesen<'_>) -> Ergebnis<Ort> {
    Ok(Ort::from(&l.hausdaten()?))
}

/// Brings the stored deadlines into line with the procedure; old days stay in their course of events.
fn fristen_angleichen(
    a: &Auftrag<'_>,
    v: &Verfahren,
    mut soll: Vec<Sollfrist>,
    aenderung: Aenderung,
) -> Ergebnis<Aenderung> {
    let zeit = a.haus.umgebung().zeitstempel();
    let wer = Wer { von: a.sitzung.benutzer_id(), zeit: &zeit };
    let mut aenderung = aenderung;
    for mut frist in a.s.fristen(&v.id)? {
        let stelle = soll.iter().position(|s| s.art == frist.art && s.bezug == frist.bezug);
        let passend = stelle.map(|i| soll.swap_remove(i));
        if frist.angleichen(passend.as_ref(), wer) {
            a.s.frist_aendern(&frist)?;
            aenderung = aenderung.und(ObjektArt::FRIST, frist.id);
        }
    }
    fristen_anlegen(a, v, &soll, aenderung)
}

/// Deadlines that a procedure did not have.
fn fristen_anlegen(
    a: &Auftrag<'_>,
    v: &Verfahren,
    soll: &[Sollfrist],
    aenderung: Aenderung,
) -> Ergebnis<Aenderung> {
    let zeit = a.haus.umgebung().zeitstempel();
    let wer = Wer { von: a.sitzung.benutzer_id(), zeit: &zeit };
    let mut aenderung = aenderung;
    for neue in soll {
        let frist = Verfahrensfrist::neu(a.neue_id(), &v.id, neue, "", wer);
        a.s.frist_anlegen(&frist, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::FRIST, frist.id);
    }
    Ok(aenderung)
}

/// Recomputes the deadlines of all open procedures: the holidays of the house changed.
pub(super) fn alle_fristen_angleichen(a: &Auftrag<'_>, aenderung: Aenderung) -> Ergebnis<Aenderung> {
    let ort = ort(a.s)?;
    let mut aenderung = aenderung;
    for id in a.s.offene_verfahren()? {
        if let Some(v) = a.s.verfahren(&id)? {
            aenderung = fristen_angleichen(a, &v, soll(&v, &ort), aenderung)?;
        }
    }
    Ok(aenderung)
}
