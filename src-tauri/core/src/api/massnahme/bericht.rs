//! The report about the measures: its data, as a person may see them.

use super::sicht;
use crate::api::rechte::Umfang;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::massnahme::bericht::{Massnahmenlistendaten, massnahmenliste};
use crate::storage::Lesen;
use chrono::NaiveDate;

/// Most measures of one report; a longer list goes out as XLSX.
const HOECHSTENS: u32 = 3_000;

/// The Maßnahmenliste of a period.
pub(in crate::api) fn bericht(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    (von, bis): (NaiveDate, NaiveDate),
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Bericht> {
    let posten = l.massnahmen_im_zeitraum(&sicht(sitzung, umfang), (von, bis), HOECHSTENS + 1)?;
    if posten.len() > HOECHSTENS as usize {
        return Err(Fehler::feld(
            "bis",
            "In diesem Zeitraum gibt es mehr als 3.000 Maßnahmen. Bitte wählen Sie einen kürzeren oder geben Sie die Liste als XLSX aus.",
        ));
    }
    let daten = Massnahmenlistendaten { haus, von, bis, posten, nur_eigene: umfang < Umfang::Haus, kopf };
    massnahmenliste(&daten).map_err(Fehler::intern)
}
