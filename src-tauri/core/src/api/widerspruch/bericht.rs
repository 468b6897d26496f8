//! The reports of the register: their data, as a person may see them.

use super::fristenbuch::sammeln;
use super::{auswertung, sicht};
use crate::api::rechte::Umfang;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::Lesen;
use crate::widerspruch::bericht::{
    Fristenbuchdaten, Fristenbucheintrag, Widerspruchsberichtdaten, fristenbuchbericht, widerspruchsbericht,
};
use crate::widerspruch::{Friststand, Kontrolle};
use chrono::NaiveDate;

/// Events that one book may hold: some two hundred pages.
const HOECHSTENS_EINTRAEGE: usize = 10_000;

/// The Widerspruchsbericht of a period.
pub(in crate::api) fn bericht(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    zeitraum: (NaiveDate, NaiveDate),
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Bericht> {
    let daten = Widerspruchsberichtdaten {
        haus,
        auswertung: auswertung::auswertung(l, sitzung, umfang, zeitraum)?,
        nur_eigene: umfang < Umfang::Haus,
        kopf,
    };
    widerspruchsbericht(&daten).map_err(crate::api::berichte::unsetzbar)
}

/// The Fristenbuch of a period. Paper is read by everyone: a day that anyone is still to find herself is not in it.
pub(in crate::api) fn fristenbuch(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    (von, bis): (NaiveDate, NaiveDate),
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Bericht> {
    let zeilen = sammeln(l, &sicht(sitzung, umfang), (von, bis), |f| {
        f.doppelt && f.kontrolle == Kontrolle::Unbestaetigt && f.stand != Friststand::Gegenstandslos
    })?;
    if zeilen.len() > HOECHSTENS_EINTRAEGE {
        return Err(Fehler::feld(
            "bis",
            format!(
                "In diesem Zeitraum gibt es {} Einträge. Bitte wählen Sie einen kürzeren.",
                crate::stichprobe::zahl(zeilen.len() as u64)
            ),
        ));
    }
    let zeilen = zeilen
        .into_iter()
        .map(|(z, verdeckt)| Fristenbucheintrag {
            am: z.am,
            zeichen: z.zeichen,
            nummer: z.nummer,
            art: z.art,
            bezeichnung: z.bezeichnung,
            ereignis: z.ereignis,
            tag_alt: z.tag_alt,
            tag_neu: z.tag_neu,
            grund: z.grund,
            verdeckt,
        })
        .collect();
    Ok(fristenbuchbericht(&Fristenbuchdaten { haus, von, bis, zeilen, kopf }))
}
