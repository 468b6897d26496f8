//! Datenschutzvorfälle as a list: on the screen, and as it leaves the house.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, ja, plan, titel, von_bis};
use crate::api::tuer::{Auftrag, Frage};
use crate::api::{Leer, Seite};
use crate::aufzaehlung::Aufzaehlung;
use crate::fachaufsicht::pruefbericht::text::moment;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::{Registerblatt, Vorfalluebersicht, Vorfallzeile};

const VORFAELLE: &[Plan<Vorfallzeile>] = plan! { Vorfallzeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "betreff", "Worum es geht", Langtext, |z| z.betreff.as_str().into();
    "kenntnis", "Kenntnis", Text, |z| moment(&z.kenntnis).into();
    "frist_ende", "Ende der 72 Stunden", Text, |z| moment(&z.frist_ende).into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "risiko", "Risiko", Text, |z| z.risiko.map(Aufzaehlung::titel).into();
    "gemeldet", "Gemeldet an den BfDI", Text, |z| z.gemeldet.as_deref().map(moment).into();
    "gemeldet", "Meldung nicht nötig", Text, |z| ja(z.keine_meldung);
    "verspaetet", "Verspätet gemeldet", Text, |z| ja(z.verspaetet);
    "ueberfaellig", "Frist abgelaufen, offen", Text, |z| ja(z.ueberfaellig);
    "personen", "Betroffene Personen (etwa)", Zahl, |z| z.personen.map(u64::from).into();
    "abschluss", "Abgeschlossen am", Datum, |z| z.abschluss_am.into();
} };

pub(super) fn liste(f: &Frage<'_>, r: VorfaelleListe) -> Ergebnis<Seite<Vorfallzeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let blatt =
        Registerblatt { nur_von: nur_von(f.sitzung, f.umfang), ab: r.blatt.ab, anzahl: r.blatt.anzahl() };
    let jetzt = f.haus.umgebung().zeitstempel();
    let (zeilen, gesamt) = f.l.vorfallliste(&blatt, &jetzt, &filter, (r.sortierung, r.absteigend))?;
    Ok(Seite { zeilen, gesamt })
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Vorfalluebersicht> {
    let jetzt = f.haus.umgebung().zeitstempel();
    Ok(f.l.vorfalluebersicht(nur_von(f.sitzung, f.umfang).as_deref(), &jetzt)?)
}

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: VorfaelleExportieren) -> Ergebnis<Aenderung> {
    let VorfaelleListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let angaben = Listenangaben {
        abfrage: "datenschutzvorfall.liste",
        titel: "Datenschutzvorfälle",
        filter: filtersatz(&[
            ("Suche", Some(filter.suche.clone())),
            ("Stand", titel(&filter.staende)),
            ("Risiko", titel(&filter.risiken)),
            ("Umfang", filter.nur_offene.then(|| "nur offene".to_owned())),
            ("Frist", filter.uhr_laeuft.then(|| "läuft".to_owned())),
            ("Frist", filter.ueberfaellig.then(|| "abgelaufen und offen".to_owned())),
            ("Meldung", filter.verspaetet.then(|| "verspätet".to_owned())),
            ("Kenntnis", von_bis(filter.kenntnis_von, filter.kenntnis_bis)),
        ]),
    };
    let jetzt = a.haus.umgebung().zeitstempel();
    exportieren(a, &r.ausgabe, angaben, VORFAELLE, |umfang, anzahl| {
        let blatt = Registerblatt { nur_von: nur_von(a.sitzung, umfang), ab: 0, anzahl };
        Ok(a.s.vorfallliste(&blatt, &jetzt, &filter, (sortierung, absteigend))?)
    })
}
