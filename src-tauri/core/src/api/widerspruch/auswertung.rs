//! Statistics of the register.

use super::sicht;
use super::zahlen::{self, Zahlzeile};
use crate::api::liste::{Listenangaben, Listenziel, exportieren, ja, plan};
use crate::api::rechte::Umfang;
use crate::api::tuer::{Aenderung, Auftrag, Frage};
use crate::api::zeitraum::{self, Auswertungszeitraum};
use crate::fehler::Ergebnis;
use crate::haus::Sitzung;
use crate::listenausgabe::{Plan, Zelle};
use crate::storage::Lesen;
use crate::widerspruch::auswertung::{Widerspruchsauswertung, werte_aus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The statistics of a period.
#[derive(Debug, Serialize, TS)]
pub struct WiderspruchAuswertungAntwort {
    /// Everything that is computed.
    pub auswertung: Widerspruchsauswertung,
    /// Only procedures of the person's own area or teams are counted.
    pub nur_eigene: bool,
}

pub(super) fn lesen(f: &Frage<'_>, r: Auswertungszeitraum) -> Ergebnis<WiderspruchAuswertungAntwort> {
    Ok(WiderspruchAuswertungAntwort {
        auswertung: auswertung(f.l, f.sitzung, f.umfang, (r.von, r.bis))?,
        nur_eigene: f.umfang < Umfang::Haus,
    })
}

/// The figures as a person may see them.
pub(in crate::api) fn auswertung(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    zeitraum: (NaiveDate, NaiveDate),
) -> Ergebnis<Widerspruchsauswertung> {
    let (von, bis) = zeitraum::geprueft(zeitraum)?;
    Ok(werte_aus(&l.widerspruch_material(&sicht(sitzung, umfang), von, bis)?))
}

/// Writes the figures of a period to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WiderspruchAuswertungExportieren {
    /// Period.
    pub zeitraum: Auswertungszeitraum,
    /// The file.
    pub ausgabe: Listenziel,
}

const ZAHLEN: &[Plan<Zahlzeile>] = plan! { Zahlzeile {
    "verfahrensart", "Verfahrensart", Text, |z| z.verfahrensart.into();
    "tafel", "Tafel", Text, |z| z.tafel.into();
    "zeile", "Zeile", Langtext, |z| z.zeile.as_str().into();
    "anzahl", "Anzahl", Zahl, |z| z.anzahl.into();
    "von", "von", Zahl, |z| z.von.into();
    "betrag", "Betrag", Betrag, |z| z.betrag_cent.map_or(Zelle::Leer, Zelle::Betrag);
    "verborgen", "Nicht gezeigt (kleine Gruppe)", Text, |z| ja(z.verborgen);
} };

pub(super) fn exportieren_zahlen(
    a: &Auftrag<'_>,
    r: WiderspruchAuswertungExportieren,
) -> Ergebnis<Aenderung> {
    let (von, bis) = (r.zeitraum.von, r.zeitraum.bis);
    let angaben = Listenangaben {
        abfrage: "widerspruch.auswertung",
        titel: "Auswertung der Widersprüche",
        filter: zeitraum::filter((von, bis)),
    };
    exportieren(a, &r.ausgabe, angaben, ZAHLEN, |umfang, _| {
        let zeilen = zahlen::zeilen(&auswertung(a.s, a.sitzung, umfang, (von, bis))?);
        let gesamt = zeilen.len() as u64;
        Ok((zeilen, gesamt))
    })
}
