//! "Hinweise": what the quality rules find, for the person who may see it.

use super::sicht;
use crate::api::Leer;
use crate::api::tuer::Frage;
use crate::aufzaehlung::Aufzaehlung;
use crate::benutzer::Rolle;
use crate::fachaufsicht::hinweis::Hinweisregel;
use crate::fehler::Ergebnis;
use crate::storage::Hinweiszeile;
use serde::Serialize;
use ts_rs::TS;

/// What one rule finds.
#[derive(Debug, Serialize, TS)]
pub struct Hinweisgruppe {
    /// Rule.
    pub regel: Hinweisregel,
    /// What people read.
    pub titel: String,
    /// Why it matters, and what to do.
    pub warum: String,
    /// Findings in all.
    pub anzahl: u64,
    /// The oldest of them.
    pub zeilen: Vec<Hinweiszeile>,
}

/// Rules that find something, in their order.
pub(super) fn hinweise(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Hinweisgruppe>> {
    let sicht = sicht(f.sitzung, f.umfang);
    let kleine_teams = f.sitzung.hat(Rolle::Qualitaetsmanagement);
    let heute = f.haus.umgebung().heute();
    let mut gruppen = Vec::new();
    for regel in Hinweisregel::ALLE.iter().copied() {
        let (zeilen, anzahl) = f.l.hinweise(&sicht, kleine_teams, regel, heute)?;
        if anzahl > 0 {
            gruppen.push(Hinweisgruppe {
                regel,
                titel: regel.titel().to_owned(),
                warum: regel.warum().to_owned(),
                anzahl,
                zeilen,
            });
        }
    }
    Ok(gruppen)
}
