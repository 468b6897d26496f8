//! The report about the tickets: its data, as a person may see them.

use super::auswertung;
use crate::api::rechte::Umfang;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fehler::Ergebnis;
use crate::haus::Sitzung;
use crate::kundenreaktion::bericht::{KrmBerichtdaten, krm_bericht};
use crate::storage::Lesen;
use chrono::NaiveDate;

/// The KRM-Bericht of a period. What is overdue is decided on the day of the last entry of the chain, so that the same
/// register always gives the same report.
pub(in crate::api) fn bericht(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    zeitraum: (NaiveDate, NaiveDate),
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Bericht> {
    let stand = kopf.zeit.date_naive();
    let daten = KrmBerichtdaten {
        haus,
        auswertung: auswertung::auswertung(l, (sitzung, umfang), zeitraum, stand)?,
        nur_eigene: umfang < Umfang::Haus,
        kopf,
    };
    krm_bericht(&daten).map_err(crate::api::berichte::unsetzbar)
}
