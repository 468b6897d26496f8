//! A real house in a temporary folder, with a person for each role.

use chrono::{TimeZone, Utc};
use iks_core::api::{self, Abfrage, Fortschritt, Geaendert, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Ergebnis, Fehler};
use iks_core::haus::{Einrichtung, Haus, Ordner, Prozesssperre, Sitzung};
use iks_core::organisation::{Land, OrtsFeiertage};
use iks_core::umgebung::FesteUmgebung;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use tempfile::TempDir;

pub const PASSWORT: &str = "Pruefung-im-Musterkreis-7";

/// What Administration gives a new person.
pub const ERSTES_PASSWORT: &str = "Erstes-Passwort-vom-Haus-1";

/// An open house; the folder goes when it is dropped.
pub struct Testhaus {
    pub haus: Haus,
    pub admin: Sitzung,
    pub ordner: TempDir,
    pub umgebung: Arc<FesteUmgebung>,
    pub wiederherstellung: String,
}

impl Testhaus {
    pub fn neu() -> Self {
        let ordner = tempfile::tempdir().unwrap();
        let umgebung =
            Arc::new(FesteUmgebung::neu(Utc.with_ymd_and_hms(2026, 11, 20, 8, 0, 0).unwrap(), "test"));
        let (haus, admin, schluessel) = Haus::einrichten(
            Ordner::neu(ordner.path().join("haus")),
            umgebung.clone(),
            &Einrichtung {
                name: "Jobcenter Musterkreis".into(),
                land: Land::TH,
                feiertage: OrtsFeiertage::default(),
                benutzername: "admin".into(),
                anzeigename: "Anna Admin".into(),
                passwort: PASSWORT.to_owned().into(),
                rollen: vec![Rolle::Administration],
                demo: false,
            },
        )
        .unwrap();
        Self { haus, admin, ordner, umgebung, wiederherstellung: schluessel.to_string() }
    }

    /// A site, two areas, four teams; returns ids by name.
    pub fn organisation(&self) -> BTreeMap<String, String> {
        let gueltig = json!({"gueltig_ab": "2020-01-01", "gueltig_bis": null});
        let mut ids = BTreeMap::new();
        let mut anlegen = |op: &str, daten: Value| {
            let name = daten["name"].as_str().unwrap().to_owned();
            let g = self.aendern(&self.admin, op, daten).unwrap();
            ids.insert(name, g.objekte[0].id.clone());
            g.objekte[0].id.clone()
        };
        let ort = anlegen(
            "organisation.standort_speichern",
            json!({"bezug": null, "name": "Musterstadt-Süd", "gueltigkeit": gueltig}),
        );
        let leistung = anlegen(
            "organisation.bereich_speichern",
            json!({"bezug": null, "name": "Leistungsgewährung", "gueltigkeit": gueltig}),
        );
        let markt = anlegen(
            "organisation.bereich_speichern",
            json!({"bezug": null, "name": "Markt und Integration", "gueltigkeit": gueltig}),
        );
        for (team, bereich) in [
            ("Leistung 1", &leistung),
            ("Leistung 2", &leistung),
            ("Leistung 3", &leistung),
            ("Leistung 4", &leistung),
            ("Markt und Integration 1", &markt),
        ] {
            anlegen(
                "organisation.team_speichern",
                json!({"bezug": null, "name": team, "bereich_id": bereich, "standort_id": ort, "unter_fuenf": false, "gueltigkeit": gueltig}),
            );
        }
        ids
    }

    /// A new person with that role, who has chosen a password of her own, signed in. Teams and area as ids.
    pub fn person(&self, name: &str, rollen: &[Rolle], bereich: Option<&str>, teams: &[&str]) -> Sitzung {
        let neu = self.neue_person(name, rollen, bereich, teams);
        self.aendern(&neu, "benutzer.passwort_aendern", json!({"alt": ERSTES_PASSWORT, "neu": PASSWORT}))
            .unwrap();
        self.haus.anmelden(name, PASSWORT).unwrap()
    }

    /// A new person with the first password that Administration gave her.
    pub fn neue_person(
        &self,
        name: &str,
        rollen: &[Rolle],
        bereich: Option<&str>,
        teams: &[&str],
    ) -> Sitzung {
        self.aendern(
            &self.admin,
            "benutzer.anlegen",
            json!({"benutzername": name, "anzeigename": format!("Person {name}"), "rollen": rollen, "bereich_id": bereich,
                   "teams": teams, "passwort": ERSTES_PASSWORT}),
        )
        .unwrap();
        self.haus.anmelden(name, ERSTES_PASSWORT).unwrap()
    }

    pub fn aendern(&self, wer: &Sitzung, name: &str, daten: Value) -> Ergebnis<Geaendert> {
        api::aendern(&self.haus, wer, Operation::aus_json(name, daten)?)
    }

    pub fn aendern_viele(&self, wer: &Sitzung, ops: Vec<(&str, Value)>) -> Ergebnis<Geaendert> {
        let ops = ops.into_iter().map(|(n, d)| Operation::aus_json(n, d)).collect::<Ergebnis<Vec<_>>>()?;
        api::aendern_viele(&self.haus, wer, None, ops, &Fortschritt::default())
    }

    pub fn lesen(&self, wer: &Sitzung, name: &str, daten: Value) -> Ergebnis<Value> {
        api::lesen(&self.haus, wer, Abfrage::aus_json(name, daten)?)
    }

    /// Chain and sealed rows agree.
    pub fn protokoll_stimmt(&self) {
        let ergebnis = api::protokoll::pruefe(&self.haus, None).unwrap();
        assert_eq!(ergebnis.befunde, Vec::<String>::new());
    }

    pub fn pfad(&self) -> Ordner {
        Ordner::neu(self.ordner.path().join("haus"))
    }

    /// Closes the house and signs in anew.
    pub fn neu_oeffnen(
        self,
        name: &str,
        passwort: &str,
    ) -> Result<(Testhaus, Sitzung), Box<(TempDir, Fehler)>> {
        let Self { haus, admin, ordner, umgebung, wiederherstellung } = self;
        drop(haus);
        let pfad = Ordner::neu(ordner.path().join("haus"));
        let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
        match Haus::oeffnen(pfad, umgebung.clone(), sperre, name, passwort) {
            Ok((haus, sitzung)) => {
                Ok((Testhaus { haus, admin, ordner, umgebung, wiederherstellung }, sitzung))
            }
            Err(fehler) => Err(Box::new((ordner, fehler))),
        }
    }
}

/// Copies a folder with everything in it.
pub fn kopiere(von: &std::path::Path, nach: &std::path::Path) {
    std::fs::create_dir_all(nach).unwrap();
    for eintrag in std::fs::read_dir(von).unwrap().flatten() {
        let ziel = nach.join(eintrag.file_name());
        if eintrag.path().is_dir() {
            kopiere(&eintrag.path(), &ziel);
        } else {
            std::fs::copy(eintrag.path(), ziel).unwrap();
        }
    }
}
