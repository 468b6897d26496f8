//! The list as it leaves the house.

use super::{MassnahmenExportieren, MassnahmenListe, sicht};
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, ja, name_von, plan, titel, von_bis};
use crate::api::tuer::{Aenderung, Auftrag};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Ergebnis;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::Massnahmenzeile;

const MASSNAHMEN: &[Plan<Massnahmenzeile>] = plan! { Massnahmenzeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "was", "Maßnahme", Langtext, |z| z.was.as_str().into();
    "art", "Art", Text, |z| z.art.titel().into();
    "herkunft", "Herkunft", Text, |z| z.herkunft.titel().into();
    "herkunft", "Anlass", Text, |z| z.herkunft_nummer.clone().into();
    "zustaendig", "Zuständig (Funktion)", Text, |z| z.rolle.titel().into();
    "zustaendig", "Zuständig (Team)", Text, |z| z.team.clone().into();
    "faellig", "Fällig am", Datum, |z| z.faellig.into();
    "faellig", "Überfällig", Text, |z| ja(z.ueberfaellig);
    "verschiebungen", "Verschoben", Zahl, |z| u64::from(z.verschiebungen).into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "naechster_tag", "Nächster Tag", Datum, |z| z.naechster_tag.into();
    "umgesetzt", "Umgesetzt am", Datum, |z| z.umgesetzt_am.into();
    "abschluss", "Abgeschlossen am", Datum, |z| z.abschluss_am.into();
} };

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: MassnahmenExportieren) -> Ergebnis<Aenderung> {
    let MassnahmenListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let rollen: Vec<&str> = filter.rollen.iter().map(|x| x.titel()).collect();
    let umfang = [
        (filter.nur_offene, "nur offene"),
        (filter.ueberfaellig, "nur überfällige"),
        (filter.wirkung_zu_pruefen, "Wirkung zu prüfen"),
        (filter.eigene, "nur eigene"),
    ];
    let umfang: Vec<&str> = umfang.iter().filter(|(gilt, _)| *gilt).map(|(_, text)| *text).collect();
    let angaben = Listenangaben {
        abfrage: "massnahme.liste",
        titel: "Maßnahmen",
        filter: filtersatz(&[
            ("Suche", Some(filter.suche.clone())),
            ("Stand", titel(&filter.staende)),
            ("Umfang", Some(umfang.join(", "))),
            ("Art", titel(&filter.arten)),
            ("Herkunft", titel(&filter.herkuenfte)),
            ("Zuständig", Some(rollen.join(", "))),
            ("Team", name_von(filter.team_id.as_ref(), a.s.teams()?, |t| (&t.id, &t.name))),
            ("Fällig", von_bis(filter.faellig_von, filter.faellig_bis)),
        ]),
    };
    let heute = a.haus.umgebung().heute();
    exportieren(a, &r.ausgabe, angaben, MASSNAHMEN, |umfang, hoechstens| {
        Ok(a.s.massnahmenliste(
            &sicht(a.sitzung, umfang),
            heute,
            &filter,
            (sortierung, absteigend),
            (0, hoechstens),
        )?)
    })
}
