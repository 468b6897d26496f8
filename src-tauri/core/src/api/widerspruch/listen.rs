//! The list of the register as it leaves the house. Cases are called by their short pseudonyms.

use super::{VerfahrenListe, sicht};
use crate::api::haus::pruefe_text;
use crate::api::liste::{
    Listenangaben, Listenziel, exportieren, ja, name_von, plan, suchwort, titel, von_bis,
};
use crate::api::tuer::{Aenderung, Auftrag};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Ergebnis;
use crate::katalog::Katalog;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::{Registersicht, Verfahrenszeile};
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Writes the list of procedures as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrenExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: VerfahrenListe,
    /// The file.
    pub ausgabe: Listenziel,
}

const VERFAHREN: &[Plan<Verfahrenszeile>] = plan! { Verfahrenszeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "art", "Verfahrensart", Text, |z| z.art.titel().into();
    "fall", "Fall (Pseudonym)", Text, |z| z.fall.pseudonym().into();
    "gegenstand", "Angegriffener Bescheid", Langtext, |z| z.gegenstand.as_str().into();
    "sachgebiet", "Sachgebiet", Text, |z| z.sachgebiet.as_str().into();
    "team", "Team", Text, |z| z.team.clone().into();
    "eingang", "Eingang", Datum, |z| z.eingang.into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "frist", "Nächste Frist", Datum, |z| z.frist.into();
    "frist", "Unbestätigt", Text, |z| ja(z.unbestaetigt);
    "zustaendig", "Zuständig", Text, |z| z.zustaendig.clone().into();
    "ergebnis", "Ergebnis", Text, |z| z.ergebnis.map(Aufzaehlung::titel).into();
    "stattgabegrund", "Grund des Erfolgs", Text, |z| z.stattgabegrund.map(Aufzaehlung::titel).into();
    "entschieden", "Entschieden am", Datum, |z| z.entschieden_am.into();
    "abschluss", "Erledigt am", Datum, |z| z.abschluss_am.into();
} };

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: VerfahrenExportieren) -> Ergebnis<Aenderung> {
    let VerfahrenListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let katalog: BTreeMap<(Katalog, String), String> =
        a.s.katalogeintraege()?.into_iter().map(|e| ((e.katalog, e.kennung), e.titel)).collect();
    let aus = |art, kennung: &String| katalog.get(&(art, kennung.clone())).unwrap_or(kennung).clone();
    let name = |kennung: &String| aus(Katalog::Sachgebiet, kennung);
    let ursache = |kennung: &String| match kennung.as_str() {
        "" => "keine festgestellt".to_owned(),
        _ => aus(Katalog::Ursache, kennung),
    };
    let suche = suchwort(&filter.suche, |klar| {
        let sicht = sicht(a.sitzung, a.umfang);
        let sicht = Registersicht { klar: klar && sicht.klar, ..sicht };
        Ok(a.s.verfahrensliste(&sicht, &filter, (sortierung, absteigend), (0, 1))?.1)
    })?;
    let angaben = Listenangaben {
        abfrage: "widerspruch.liste",
        titel: "Widerspruchsverfahren",
        filter: filtersatz(&[
            ("Suche", suche),
            ("Verfahrensart", titel(&filter.arten)),
            ("Stand", titel(&filter.staende)),
            ("Umfang", filter.nur_offene.then(|| "nur offene".to_owned())),
            ("Sachgebiet", Some(filter.sachgebiete.iter().map(name).collect::<Vec<_>>().join(", "))),
            ("Team", name_von(filter.team_id.as_ref(), a.s.teams()?, |t| (&t.id, &t.name))),
            (
                "Zuständig",
                name_von(filter.zustaendig.as_ref(), a.s.alle_benutzer()?, |b| (&b.id, &b.zeichen)),
            ),
            ("Ergebnis", titel(&filter.ergebnisse)),
            ("Ursache", Some(filter.ursachen.iter().map(ursache).collect::<Vec<_>>().join(", "))),
            ("Eingang", von_bis(filter.eingang_von, filter.eingang_bis)),
            ("Entschieden", von_bis(filter.entschieden_von, filter.entschieden_bis)),
            ("Frist", von_bis(None, filter.frist_bis)),
            ("Kontrolle", filter.unbestaetigt.then(|| "unbestätigte Frist".to_owned())),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, VERFAHREN, |umfang, hoechstens| {
        // A file is read by everyone: a day that anyone is still to find herself is not in it.
        let sicht = Registersicht { gegenpruefung: true, person: String::new(), ..sicht(a.sitzung, umfang) };
        let (mut zeilen, gesamt) =
            a.s.verfahrensliste(&sicht, &filter, (sortierung, absteigend), (0, hoechstens))?;
        for zeile in &mut zeilen {
            zeile.sachgebiet = name(&zeile.sachgebiet);
        }
        Ok((zeilen, gesamt))
    })
}
