//! Zuwendungen as a list: on the screen, and as it leaves the house.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, plan, titel, von_bis};
use crate::api::tuer::Auftrag;
use crate::api::{Leer, Seite, rechte};
use crate::aufzaehlung::Aufzaehlung;
use crate::fachaufsicht::pruefbericht::text::euro;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::{Zuwendungsuebersicht, Zuwendungszeile};

const ZUWENDUNGEN: &[Plan<Zuwendungszeile>] = plan! { Zuwendungszeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "tag", "Angeboten am", Datum, |z| z.tag.into();
    "art", "Art", Text, |z| z.art.titel().into();
    "geber", "Von wem", Text, |z| z.geber.titel().into();
    "gegenstand", "Was", Langtext, |z| z.gegenstand.as_str().into();
    "wert", "Wert", Text, |z| z.wert_cent.map_or_else(|| "unbekannt".to_owned(), euro).into();
    "anzeige_nr", "Anzeige-Nr.", Text, |z| z.anzeige_nr.as_str().into();
    "ablage", "Ablage", Text, |z| z.ablage.as_str().into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "entscheidung", "Entscheidung", Text, |z| z.entscheidung.map(Aufzaehlung::titel).into();
    "abschluss", "Abgeschlossen am", Datum, |z| z.abschluss_am.into();
} };

pub(super) fn liste(f: &Frage<'_>, r: ZuwendungenListe) -> Ergebnis<Seite<Zuwendungszeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let (zeilen, gesamt) = f.l.zuwendungsliste(
        f.sitzung.benutzer_id(),
        &filter,
        (r.sortierung, r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(Seite { zeilen, gesamt })
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Zuwendungsuebersicht> {
    let mut u = f.l.zuwendungsuebersicht(f.sitzung.benutzer_id())?;
    if !rechte::darf(f.sitzung, "zuwendung.bestaetigen") {
        u.zu_bestaetigen = 0;
    }
    Ok(u)
}

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: ZuwendungenExportieren) -> Ergebnis<Aenderung> {
    let ZuwendungenListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let angaben = Listenangaben {
        abfrage: "zuwendung.liste",
        titel: "Zuwendungen",
        filter: filtersatz(&[
            ("Suche", Some(filter.suche.clone())),
            ("Art", titel(&filter.arten)),
            ("Von wem", titel(&filter.geber)),
            ("Stand", titel(&filter.staende)),
            ("Entscheidung", titel(&filter.entscheidungen)),
            ("Umfang", filter.nur_offene.then(|| "nur offene".to_owned())),
            ("Kontrolle", filter.zu_bestaetigen.then(|| "offener Vorschlag".to_owned())),
            ("Angeboten", von_bis(filter.tag_von, filter.tag_bis)),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, ZUWENDUNGEN, |_, anzahl| {
        let person = a.sitzung.benutzer_id();
        Ok(a.s.zuwendungsliste(person, &filter, (sortierung, absteigend), (0, anzahl))?)
    })
}
