//! The queue as it leaves the house: without names.

use super::{ReaktionenExportieren, ReaktionenListe, Zweck, sicht};
use crate::api::haus::pruefe_text;
use crate::api::liste::{Listenangaben, exportieren, ja, name_von, plan, suchwort, titel, von_bis};
use crate::api::tuer::{Aenderung, Auftrag};
use crate::aufzaehlung::Aufzaehlung;
use crate::fehler::Ergebnis;
use crate::katalog::Katalog;
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::{Reaktionssicht, Reaktionszeile};
use std::collections::BTreeMap;

const REAKTIONEN: &[Plan<Reaktionszeile>] = plan! { Reaktionszeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "art", "Art", Text, |z| z.art.titel().into();
    "kanal", "Kanal", Text, |z| z.kanal.titel().into();
    "eingang", "Eingang", Datum, |z| z.eingang.into();
    "betreff", "Betreff", Langtext, |z| z.betreff.as_str().into();
    "sachgebiete", "Sachgebiete", Text, |z| z.sachgebiete.join(", ").into();
    "teams", "Teams", Text, |z| z.teams.join(", ").into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "zustaendig", "Zuständig (Team)", Text, |z| z.zustaendig_team.clone().into();
    "zustaendig", "Zuständig (Person)", Text, |z| z.zustaendig.clone().into();
    "naechster_tag", "Zu tun bis", Datum, |z| z.naechster_tag.into();
    "antwort_bis", "Antwort bis", Datum, |z| z.antwort_bis.into();
    "stufe", "Eskalation", Text, |z| z.stufe.map(Aufzaehlung::titel).into();
    "beantwortet", "Beantwortet am", Datum, |z| z.beantwortet_am.into();
    "ergebnis", "Ergebnis", Text, |z| z.ergebnis.map(Aufzaehlung::titel).into();
    "urteil", "Beurteilung", Text, |z| z.urteil.map(Aufzaehlung::titel).into();
    "rechtsbehelf", "Enthielt einen Rechtsbehelf", Text, |z| ja(z.rechtsbehelf);
    "wiederholungen", "Weitere Reaktionen derselben Person", Zahl, |z| u64::from(z.wiederholungen).into();
    "abschluss", "Abgeschlossen am", Datum, |z| z.abschluss_am.into();
} };

pub(super) fn exportieren_liste(a: &Auftrag<'_>, r: ReaktionenExportieren) -> Ergebnis<Aenderung> {
    let ReaktionenListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let katalog: BTreeMap<(Katalog, String), String> =
        a.s.katalogeintraege()?.into_iter().map(|e| ((e.katalog, e.kennung), e.titel)).collect();
    let name = |art: Katalog, kennung: &String| match (art, kennung.as_str()) {
        (Katalog::Sachgebiet, "") => "ohne Sachgebiet".to_owned(),
        (Katalog::Ursache, "") => "keine festgestellt".to_owned(),
        _ => katalog.get(&(art, kennung.clone())).unwrap_or(kennung).clone(),
    };
    let namen = |art, liste: &[String]| liste.iter().map(|x| name(art, x)).collect::<Vec<_>>().join(", ");
    let heute = a.haus.umgebung().heute();
    let suche = suchwort(&filter.suche, |klar| {
        let sicht = sicht(a.sitzung, a.umfang, Zweck::Ausgeben);
        let sicht = Reaktionssicht { klar: sicht.klar.filter(|_| klar), ..sicht };
        Ok(a.s.reaktionsliste(&sicht, heute, &filter, (sortierung, absteigend), (0, 1))?.1)
    })?;
    let angaben = Listenangaben {
        abfrage: "kundenreaktion.liste",
        titel: "Kundenreaktionen",
        filter: filtersatz(&[
            ("Suche", suche),
            ("Art", titel(&filter.arten)),
            ("Kanal", titel(&filter.kanaele)),
            ("Stand", titel(&filter.staende)),
            ("Umfang", filter.nur_offene.then(|| "nur offene".to_owned())),
            ("Sachgebiet", Some(namen(Katalog::Sachgebiet, &filter.sachgebiete))),
            ("Ursache", Some(namen(Katalog::Ursache, &filter.ursachen))),
            ("Team", name_von(filter.team_id.as_ref(), a.s.teams()?, |t| (&t.id, &t.name))),
            (
                "Zuständiges Team",
                name_von(filter.zustaendig_team.as_ref(), a.s.teams()?, |t| (&t.id, &t.name)),
            ),
            (
                "Zuständig",
                name_von(filter.zustaendig.as_ref(), a.s.alle_benutzer()?, |b| (&b.id, &b.zeichen)),
            ),
            ("Beurteilung", titel(&filter.urteile)),
            ("Eskalation", filter.stufe.map(|s| format!("mindestens {}", s.titel()))),
            ("Zu tun", von_bis(filter.faellig_von, filter.faellig_bis)),
            ("Eingang", von_bis(filter.eingang_von, filter.eingang_bis)),
            ("Beantwortet", von_bis(filter.beantwortet_von, filter.beantwortet_bis)),
            ("Kontrolle", filter.beurteilung_offen.then(|| "offene Beurteilung".to_owned())),
            ("Personen", filter.wiederholt.then(|| "mit mehreren Reaktionen".to_owned())),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, REAKTIONEN, |umfang, hoechstens| {
        let (mut zeilen, gesamt) = a.s.reaktionsliste(
            &sicht(a.sitzung, umfang, Zweck::Ausgeben),
            heute,
            &filter,
            (sortierung, absteigend),
            (0, hoechstens),
        )?;
        for zeile in &mut zeilen {
            zeile.sachgebiete = zeile.sachgebiete.iter().map(|x| name(Katalog::Sachgebiet, x)).collect();
        }
        Ok((zeilen, gesamt))
    })
}
