//! Fachaufsicht: from the theme to the report, one file a step.

pub mod auswertung;
pub mod bericht;
pub mod bericht_vorschau;
mod blankobogen;
pub mod bogen;
mod bogen_anfragen;
mod bogen_arbeit;
mod bogen_kontext;
pub mod doppelpruefung;
mod doppelpruefung_anfragen;
pub mod feststellung;
mod feststellung_anfragen;
mod feststellung_weg;
mod gegenpruefung;
pub mod grundgesamtheit;
mod hinweis;
mod korrektur;
mod listen;
pub mod nachschau;
pub mod pruefung;
mod pruefvermerk;
mod rueckmeldung;
mod schon_geprueft;
pub mod thema;
pub mod uebersicht;
mod verlauf;
mod vorlage_datei;
pub mod ziehung;

use super::rechte::Umfang;
use crate::benutzer::Rolle;
use crate::fachaufsicht::pruefung::Pruefung;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::{Lesen, Sicht};

/// What a scope means for checks and their units.
pub(super) fn sicht(sitzung: &Sitzung, umfang: Umfang) -> Sicht {
    let b = sitzung.benutzer();
    let teams =
        if umfang >= Umfang::Teams && sitzung.hat(Rolle::Teamleitung) { b.teams.clone() } else { Vec::new() };
    Sicht {
        haus: umfang == Umfang::Haus,
        bereich: b.bereich_id.clone().filter(|_| umfang >= Umfang::Bereich),
        teams,
        person: (umfang > Umfang::Kein).then(|| b.id.clone()),
    }
}

/// The check of that id within a person's scope; outside it looks as if it did not exist.
pub(super) fn pruefung_laden(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    id: &str,
) -> Ergebnis<Pruefung> {
    l.pruefung_sichtbar(&sicht(sitzung, umfang), id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfung"))
}
