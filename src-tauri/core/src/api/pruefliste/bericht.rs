//! The report on a run: its data, as a person may see them.

use super::ansicht::Durchgangsakte;
use super::laden;
use crate::api::rechte::Umfang;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::pruefliste::bericht::{Berichtsnachweis, Listenberichtdaten, listenbericht};
use crate::storage::Lesen;

/// The Prüflistenbericht of a run, and its id.
pub(in crate::api) fn bericht(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    nummer: &str,
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<(Bericht, String)> {
    let fehlt = || Fehler::feld("nummer", format!("Einen Durchgang {nummer} gibt es nicht."));
    let id = l.durchgang_id(nummer)?.ok_or_else(fehlt)?;
    let d = laden(l, sitzung, umfang, "pruefliste.lesen", &id).map_err(|_| fehlt())?;
    let entfernt_am = l.entfernt_am(&d.id)?;
    let akte = Durchgangsakte::lesen(l, d)?;
    let daten = Listenberichtdaten {
        haus,
        kopf,
        katalog: (akte.katalog.titel, akte.fassung.nummer, akte.fassung.rechtsstand),
        kapitel: akte.fassung.kapitel,
        einheit: akte.einheit,
        antworten: akte.antworten,
        nachweise: akte
            .nachweise
            .into_iter()
            .filter(|n| n.entfernt_grund.is_none())
            .map(|n| Berichtsnachweis {
                frage: n.frage,
                bezeichnung: n.bezeichnung,
                datum: n.datum,
                erfasst_am: n.erfasst_am,
                datei: n.anhang.map(|a| (a.name, a.sha256)),
            })
            .collect(),
        entfernt_am,
        ergebnis: akte.ergebnis,
        vergleich: akte.vergleich,
        vorheriger: akte.vorheriger.map(|v| (v.nummer, v.rahmen.bis)),
        saetze: akte.saetze,
        zeichen: l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect(),
        durchgang: akte.durchgang,
    };
    let id = daten.durchgang.id.clone();
    Ok((listenbericht(&daten), id))
}
