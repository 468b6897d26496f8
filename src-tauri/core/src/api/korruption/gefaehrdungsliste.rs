//! The Gefährdungsatlas as a list: on the screen, and as it leaves the house.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, ja, name_von, plan, titel};
use crate::api::tuer::Auftrag;
use crate::api::{Leer, Seite, rechte};
use crate::aufzaehlung::Aufzaehlung;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::{Gefaehrdungsuebersicht, Gefaehrdungszeile};

const GEFAEHRDUNGEN: &[Plan<Gefaehrdungszeile>] = plan! { Gefaehrdungszeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "bezeichnung", "Dienstposten oder Arbeitsgebiet", Langtext, |z| z.bezeichnung.as_str().into();
    "einheit", "Team oder Bereich", Text, |z| z.einheit.clone().into();
    "grad", "Gefährdung", Text, |z| z.grad.titel().into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "fassung", "Fassung", Zahl, |z| u64::from(z.fassung).into();
    "analyse", "Risikoanalyse vom", Datum, |z| z.analyse_am.into();
    "rotation", "Rotation fällig ab", Datum, |z| z.rotation_ab.into();
    "rotation", "Ausnahme bis", Datum, |z| z.ausnahme_bis.into();
    "rotation", "Rotation überfällig", Text, |z| ja(z.rotation_faellig);
    "ueberpruefung", "Überprüfung bis", Datum, |z| z.ueberpruefung_am.into();
    "ueberpruefung", "Überprüfung überfällig", Text, |z| ja(z.ueberpruefung_faellig);
} };

pub(super) fn liste(f: &Frage<'_>, r: GefaehrdungenListe) -> Ergebnis<Seite<Gefaehrdungszeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let (zeilen, gesamt) = f.l.gefaehrdungsliste(
        (f.sitzung.benutzer_id(), f.haus.umgebung().heute(), nur_bereich(f.sitzung, f.umfang).as_deref()),
        &filter,
        (r.sortierung, r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(Seite { zeilen, gesamt })
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Gefaehrdungsuebersicht> {
    let nur = nur_bereich(f.sitzung, f.umfang);
    let mut u =
        f.l.gefaehrdungsuebersicht(f.sitzung.benutzer_id(), f.haus.umgebung().heute(), nur.as_deref())?;
    if !rechte::darf(f.sitzung, "gefaehrdung.bestaetigen") {
        u.zu_bestaetigen = 0;
    }
    Ok(u)
}

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: GefaehrdungenExportieren) -> Ergebnis<Aenderung> {
    let GefaehrdungenListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let angaben = Listenangaben {
        abfrage: "gefaehrdung.liste",
        titel: "Gefährdungsatlas",
        filter: filtersatz(&[
            ("Suche", Some(filter.suche.clone())),
            ("Stand", titel(&filter.staende)),
            ("Gefährdung", titel(&filter.grade)),
            ("Team", name_von(filter.team_id.as_ref(), a.s.teams()?, |t| (&t.id, &t.name))),
            ("Bereich", name_von(filter.bereich_id.as_ref(), a.s.bereiche()?, |b| (&b.id, &b.name))),
            ("Umfang", filter.nur_bestehende.then(|| "ohne aufgehobene".to_owned())),
            ("Rotation", filter.rotation_faellig.then(|| "überfällig".to_owned())),
            ("Überprüfung", filter.ueberpruefung_faellig.then(|| "überfällig".to_owned())),
            ("Kontrolle", filter.zu_bestaetigen.then(|| "wartet auf zweite Person".to_owned())),
        ]),
    };
    let heute = a.haus.umgebung().heute();
    exportieren(a, &r.ausgabe, angaben, GEFAEHRDUNGEN, |umfang, anzahl| {
        let nur = nur_bereich(a.sitzung, umfang);
        let person = (a.sitzung.benutzer_id(), heute, nur.as_deref());
        Ok(a.s.gefaehrdungsliste(person, &filter, (sortierung, absteigend), (0, anzahl))?)
    })
}
