//! The list of runs on the screen, and as it leaves the house.

use super::*;
use crate::api::ausgabe::zeitpunkt;
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, name_von, plan, titel, von_bis};
use crate::aufzaehlung::Aufzaehlung;
use crate::listenausgabe::{Plan, filtersatz};
use crate::stichprobe::prozent;

const DURCHGAENGE: &[Plan<Durchgangszeile>] = plan! { Durchgangszeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "fassung", "Fassung", Zahl, |z| u64::try_from(z.fassung).unwrap_or(0).into();
    "katalog", "Prüfliste", Text, |z| z.katalog.as_str().into();
    "katalogfassung", "Fassung der Prüfliste", Zahl, |z| u64::try_from(z.katalogfassung).unwrap_or(0).into();
    "einheit", "Einheit", Text, |z| z.einheit.as_str().into();
    "von", "Zeitraum von", Datum, |z| z.von.into();
    "bis", "Zeitraum bis", Datum, |z| z.bis.into();
    "rolle", "Zuständig", Text, |z| z.rolle.titel().into();
    "faellig", "Fällig am", Datum, |z| z.faellig_am.into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "beantwortet", "Beantwortet", Zahl, |z| z.beantwortet.into();
    "fragen", "Fragen", Zahl, |z| z.fragen.into();
    "abweichungen", "Abweichungen", Zahl, |z| z.abweichungen.into();
    "erfuellt", "Erfüllt", Zahl, |z| z.erfuellt.into();
    "anwendbar", "Anwendbar", Zahl, |z| z.anwendbar.into();
    "ergebnis", "Anteil erfüllt", Text, |z| anteil(z).into();
    "freigegeben", "Freigegeben am", Zeitpunkt, |z| z.freigegeben_am.as_deref().map(zeitpunkt).into();
} };

fn anteil(z: &Durchgangszeile) -> Option<String> {
    match (z.erfuellt, z.anwendbar) {
        (Some(e), Some(a)) if a > 0 => Some(prozent(e, a)),
        _ => None,
    }
}

pub(super) fn liste(f: &Frage<'_>, r: DurchgaengeListe) -> Ergebnis<Seite<Durchgangszeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let (zeilen, gesamt) = f.l.durchgangsliste(
        &sicht(f.sitzung, f.umfang, "pruefliste.liste"),
        (f.haus.umgebung().heute(), f.sitzung.benutzer_id()),
        &filter,
        (r.sortierung, r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(Seite { zeilen, gesamt })
}

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: DurchgaengeExportieren) -> Ergebnis<Aenderung> {
    let DurchgaengeListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let rollen: Vec<&str> = filter.rollen.iter().map(|r| r.titel()).collect();
    let einheiten: Vec<(String, String)> =
        a.s.teams()?
            .into_iter()
            .map(|t| (t.id, t.name))
            .chain(a.s.standorte()?.into_iter().map(|s| (s.id, s.name)))
            .collect();
    let angaben = Listenangaben {
        abfrage: "pruefliste.liste",
        titel: "Durchgänge der Prüflisten",
        filter: filtersatz(&[
            ("Suche", Some(filter.suche.clone())),
            ("Gebiet", titel(&filter.gebiete)),
            ("Prüfliste", name_von(filter.katalog_id.as_ref(), a.s.pruefkataloge()?, |k| (&k.id, &k.titel))),
            ("Stand", titel(&filter.staende)),
            ("Umfang", filter.nur_offene.then(|| "nur offene".to_owned())),
            ("Fälligkeit", filter.ueberfaellig.then(|| "überfällig".to_owned())),
            ("Freigabe", filter.zur_freigabe.then(|| "wartet auf meine Freigabe".to_owned())),
            ("Ebene", filter.ebene.map(|e| e.titel().to_owned())),
            ("Einheit", name_von(filter.einheit_id.as_ref(), einheiten, |e| (&e.0, &e.1))),
            ("Zuständig", (!rollen.is_empty()).then(|| rollen.join(", "))),
            ("Zeitraum", von_bis(filter.zeitraum_von, filter.zeitraum_bis)),
            ("Fällig", von_bis(filter.faellig_von, filter.faellig_bis)),
            ("Ersetzte", filter.auch_ersetzte.then(|| "mit ersetzten Fassungen".to_owned())),
        ]),
    };
    let (heute, person) = (a.haus.umgebung().heute(), a.sitzung.benutzer_id());
    exportieren(a, &r.ausgabe, angaben, DURCHGAENGE, |umfang, hoechstens| {
        Ok(a.s.durchgangsliste(
            &sicht(a.sitzung, umfang, "pruefliste.liste"),
            (heute, person),
            &filter,
            (sortierung, absteigend),
            (0, hoechstens),
        )?)
    })
}
