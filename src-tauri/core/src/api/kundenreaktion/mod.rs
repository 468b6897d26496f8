//! Kundenreaktionen: the queue, the triage, the way of a ticket, its clocks, texts, and the promises of the house.

mod aendern;
mod anfragen;
mod ansicht;
mod antwort;
mod auswertung;
mod beitrag;
pub(in crate::api) mod bericht;
mod grundlage;
mod listen;
mod reaktion;
mod regel;
mod schritt;
mod sichtung;
mod spaeteres;
mod textbaustein;
mod zahlen;

use super::rechte::{self, Umfang};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage};
use super::{Leer, Seite};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::kundenreaktion::Kundenreaktion;
use crate::storage::{Lesen, Reaktionssicht, Reaktionsuebersicht, Reaktionszeile, Textbaustein};
pub use anfragen::*;
pub use ansicht::*;
pub(in crate::api) use grundlage::{alle_uhren_angleichen, nummernbefund};
pub use regel::Reaktionsregeln;
pub use sichtung::{SichtungHinweise, WiderspruchAusReaktion};
pub use textbaustein::Bausteintext;

modul! {
    operationen KundenreaktionOperation {
        Anlegen(ReaktionAnlegen) = "kundenreaktion.anlegen", "Kundenreaktion anlegen" => reaktion::anlegen;
        Aendern(ReaktionAendern) = "kundenreaktion.aendern", "Angaben einer Kundenreaktion ändern" => aendern::aendern;
        Zuweisen(ReaktionenZuweisen) = "kundenreaktion.zuweisen", "Kundenreaktionen zuweisen" => reaktion::zuweisen;
        Sichten(ReaktionSichten) = "kundenreaktion.sichten", "Kundenreaktion sichten" => sichtung::sichten;
        Schritt(ReaktionSchritt) = "kundenreaktion.schritt", "Schritt einer Kundenreaktion eintragen" => schritt::eintragen;
        Bestaetigen(BeurteilungBestaetigen) = "kundenreaktion.beurteilung_bestaetigen", "Beurteilung einer Kundenreaktion bestätigen" => schritt::bestaetigen;
        Zurueckgeben(BeurteilungZurueckgeben) = "kundenreaktion.beurteilung_zurueckgeben", "Beurteilung einer Kundenreaktion zurückgeben" => schritt::zurueckgeben;
        SchrittZuruecknehmen(ReaktionSchrittZuruecknehmen) = "kundenreaktion.schritt_zuruecknehmen", "Letzten Schritt einer Kundenreaktion zurücknehmen" => schritt::zuruecknehmen;
        Notieren(ReaktionNotieren) = "kundenreaktion.notieren", "Notiz zu einer Kundenreaktion schreiben" => beitrag::notieren;
        AntwortAusgeben(AntwortAusgeben) = "kundenreaktion.antwort_ausgeben", "Text einer Kundenreaktion als Schreiben ausgeben" => antwort::ausgeben_als_brief;
        Exportieren(ReaktionenExportieren) = "kundenreaktion.exportieren", "Liste der Kundenreaktionen ausgeben" => listen::exportieren_liste;
        AuswertungExportieren(auswertung::ReaktionAuswertungExportieren) = "kundenreaktion.auswertung_exportieren", "Statistik der Kundenreaktionen ausgeben" => auswertung::exportieren_zahlen;
        RegelSpeichern(ReaktionsregelSpeichern) = "kundenreaktion.regel_speichern", "Antwortzeiten festlegen" => regel::speichern;
        RegelLoeschen(ReaktionsregelLoeschen) = "kundenreaktion.regel_loeschen", "Antwortzeiten löschen" => regel::loeschen;
        TextbausteinSpeichern(TextbausteinSpeichern) = "kundenreaktion.textbaustein_speichern", "Textbaustein speichern" => textbaustein::speichern;
        TextbausteinLoeschen(TextbausteinLoeschen) = "kundenreaktion.textbaustein_loeschen", "Textbaustein löschen" => textbaustein::loeschen;
        TextbausteineUebernehmen(Leer) = "kundenreaktion.textbausteine_uebernehmen", "Mitgelieferte Textbausteine übernehmen" => textbaustein::uebernehmen;
    }
    abfragen KundenreaktionAbfrage {
        Liste(ReaktionenListe) -> Seite<Reaktionszeile> = "kundenreaktion.liste", "Kundenreaktionen ansehen" => reaktion::liste;
        Lesen(ReaktionLesen) -> ReaktionDetail = "kundenreaktion.lesen", "Einzelne Kundenreaktion ansehen" => lesen;
        Hinweise(HinweiseSuchen) -> SichtungHinweise = "kundenreaktion.hinweise", "Text auf einen Rechtsbehelf durchsehen" => sichtung::hinweise;
        Uebersicht(Leer) -> Reaktionsuebersicht = "kundenreaktion.uebersicht", "Offene Kundenreaktionen zählen" => uebersicht;
        Auswertung(crate::api::zeitraum::Auswertungszeitraum) -> auswertung::ReaktionAuswertungAntwort = "kundenreaktion.auswertung", "Statistik der Kundenreaktionen ansehen" => auswertung::lesen;
        Regeln(Leer) -> Reaktionsregeln = "kundenreaktion.regeln", "Antwortzeiten ansehen" => regel::liste;
        Textbausteine(Leer) -> Vec<Textbaustein> = "kundenreaktion.textbausteine", "Textbausteine ansehen" => textbaustein::liste;
        BausteinEinsetzen(BausteinEinsetzen) -> Bausteintext = "kundenreaktion.baustein_einsetzen", "Textbaustein in eine Kundenreaktion einsetzen" => textbaustein::einsetzen;
    }
}

/// What the tickets are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Zweck {
    /// To read them.
    Ansehen,
    /// To count them or to hand them out.
    Ausgeben,
    /// To work on them.
    Bearbeiten,
}

/// What a scope means for the tickets.
pub(super) fn sicht(sitzung: &Sitzung, umfang: Umfang, zweck: Zweck) -> Reaktionssicht {
    // Who works on a ticket must be able to reach the person; who counts it needs no name.
    let klar = rechte::verlange(sitzung, BEARBEITEN).ok().map(|(_, umfang)| umfang);
    Reaktionssicht {
        klar: klar.map(|umfang| Box::new(ohne_klar(sitzung, umfang, Zweck::Bearbeiten))),
        ..ohne_klar(sitzung, umfang, zweck)
    }
}

/// Who may do this to a ticket works on it.
const BEARBEITEN: &str = "kundenreaktion.schritt";

fn ohne_klar(sitzung: &Sitzung, umfang: Umfang, zweck: Zweck) -> Reaktionssicht {
    let b = sitzung.benutzer();
    Reaktionssicht {
        haus: umfang == Umfang::Haus,
        bereich: b.bereich_id.clone().filter(|_| umfang >= Umfang::Bereich),
        teams: if umfang >= Umfang::Teams && sitzung.hat(Rolle::Teamleitung) {
            b.teams.clone()
        } else {
            Vec::new()
        },
        person: b.id.clone(),
        datenschutz: zweck == Zweck::Ansehen && sitzung.hat(Rolle::Datenschutz),
        aendern: zweck == Zweck::Bearbeiten,
        klar: None,
    }
}

/// Whether a person's right to an operation reaches this ticket.
fn reicht(l: &Lesen<'_>, sitzung: &Sitzung, operation: &str, id: &str) -> Ergebnis<bool> {
    match rechte::verlange(sitzung, operation) {
        Ok((_, umfang)) => {
            Ok(l.reaktion_sichtbar(&ohne_klar(sitzung, umfang, Zweck::Bearbeiten), id)?.is_some())
        }
        Err(_) => Ok(false),
    }
}

/// The ticket of that id within a person's scope; outside it looks as if it did not exist.
fn laden(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    (umfang, zweck): (Umfang, Zweck),
    id: &str,
) -> Ergebnis<Kundenreaktion> {
    l.reaktion_sichtbar(&ohne_klar(sitzung, umfang, zweck), id)?
        .ok_or_else(|| Fehler::nicht_gefunden("Die Kundenreaktion"))
}

/// Id and number of a ticket that the person sees and that touches data protection: a breach may come from it.
pub(in crate::api) fn mit_datenschutz(a: &Auftrag<'_>, id: &str) -> Ergebnis<(String, String)> {
    // Without the right the ticket looks as if it did not exist: the operation itself is allowed.
    let umfang = rechte::verlange(a.sitzung, "kundenreaktion.lesen")
        .map_err(|_| Fehler::nicht_gefunden("Die Kundenreaktion"))?
        .1;
    let k = laden(a.s, a.sitzung, (umfang, Zweck::Ansehen), id)?;
    if !k.lage.datenschutz {
        return Err(Fehler::feld(
            "aus_reaktion",
            "Diese Kundenreaktion ist nicht als Sache des Datenschutzes gesichtet. Bitte holen Sie das zuerst nach.",
        ));
    }
    Ok((k.id, k.nummer))
}

/// The same to change it: once its plain data are gone, it stays as it is.
fn zu_aendern(a: &Auftrag<'_>, id: &str) -> Ergebnis<Kundenreaktion> {
    let k = laden(a.s, a.sitzung, (a.umfang, Zweck::Bearbeiten), id)?;
    if a.s.entfernt_am(&k.id)?.is_some() {
        return Err(Fehler::regel(
            "Die Klardaten dieser Kundenreaktion wurden nach der Aufbewahrungsregel entfernt. Angaben, Schritte und Notizen lassen sich nicht mehr ändern.",
        ));
    }
    Ok(k)
}

fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Reaktionsuebersicht> {
    let mut u =
        f.l.reaktionsuebersicht(&sicht(f.sitzung, f.umfang, Zweck::Ansehen), f.haus.umgebung().heute())?;
    if !rechte::darf(f.sitzung, "kundenreaktion.beurteilung_bestaetigen") {
        u.beurteilung_offen = 0;
    }
    Ok(u)
}
