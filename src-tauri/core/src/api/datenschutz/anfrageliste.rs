//! Requests as a list: on the screen, and as it leaves the house, without names.

use super::anfrage::sieht_klar;
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, ja, plan, titel, von_bis};
use crate::api::tuer::Auftrag;
use crate::api::{Leer, Seite};
use crate::aufzaehlung::Aufzaehlung;
use crate::frist::Kurz;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::{Anfrageuebersicht, Anfragezeile, Registerblatt};

const ANFRAGEN: &[Plan<Anfragezeile>] = plan! { Anfragezeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "art", "Art", Text, |z| z.art.titel().into();
    "kanal", "Kanal", Text, |z| z.kanal.titel().into();
    "eingang", "Eingang", Datum, |z| z.eingang.into();
    "betreff", "Worum es geht", Langtext, |z| z.betreff.as_str().into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "frist", "Antwort bis", Datum, |z| z.frist_bis.into();
    "frist", "Verlängert", Text, |z| ja(z.verlaengert);
    "ueberfaellig", "Überfällig", Text, |z| ja(z.ueberfaellig);
    "ergebnis", "Ergebnis", Text, |z| z.ergebnis.map(Aufzaehlung::titel).into();
    "erledigt", "Erledigt am", Datum, |z| z.erledigt_am.into();
    "erledigt", "Verspätet", Text, |z| ja(z.verspaetet);
    "wiederholungen", "Weitere Anfragen derselben Person", Zahl, |z| u64::from(z.wiederholungen).into();
} };

pub(super) fn liste(f: &Frage<'_>, r: AnfragenListe) -> Ergebnis<Seite<Anfragezeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let blatt =
        Registerblatt { nur_von: nur_von(f.sitzung, f.umfang), ab: r.blatt.ab, anzahl: r.blatt.anzahl() };
    let (mut zeilen, gesamt) = f.l.anfrageliste(
        &blatt,
        f.haus.umgebung().heute(),
        sieht_klar(f.sitzung),
        &filter,
        (r.sortierung, r.absteigend),
    )?;
    if !sieht_klar(f.sitzung) {
        // How often a person asked says something about her.
        zeilen.iter_mut().for_each(|z| z.wiederholungen = 0);
    }
    Ok(Seite { zeilen, gesamt })
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Anfrageuebersicht> {
    Ok(f.l.anfrageuebersicht(nur_von(f.sitzung, f.umfang).as_deref(), f.haus.umgebung().heute())?)
}

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: AnfragenExportieren) -> Ergebnis<Aenderung> {
    let AnfragenListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let angaben = Listenangaben {
        abfrage: "betroffenenanfrage.liste",
        titel: "Betroffenenanfragen",
        filter: filtersatz(&[
            ("Suche", Some(filter.suche.clone())),
            ("Art", titel(&filter.arten)),
            ("Stand", titel(&filter.staende)),
            ("Ergebnis", titel(&filter.ergebnisse)),
            ("Umfang", filter.nur_offene.then(|| "nur offene".to_owned())),
            ("Frist", filter.ueberfaellig.then(|| "überfällig".to_owned())),
            ("Offen und fällig bis", filter.faellig_bis.map(|tag| Kurz(tag).to_string())),
            ("Eingang", von_bis(filter.eingang_von, filter.eingang_bis)),
        ]),
    };
    let heute = a.haus.umgebung().heute();
    let klar = sieht_klar(a.sitzung);
    exportieren(a, &r.ausgabe, angaben, ANFRAGEN, |umfang, anzahl| {
        let blatt = Registerblatt { nur_von: nur_von(a.sitzung, umfang), ab: 0, anzahl };
        let (mut zeilen, gesamt) =
            a.s.anfrageliste(&blatt, heute, klar, &filter, (sortierung, absteigend))?;
        if !klar {
            zeilen.iter_mut().for_each(|z| z.wiederholungen = 0);
        }
        Ok((zeilen, gesamt))
    })
}
