//! A check whose units are drawn, through the doors: 12 units, six of each of two teams.

use crate::fixture::Testhaus;
use crate::pruefung;
use iks_core::benutzer::Rolle;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

pub struct Gezogen {
    pub t: Testhaus,
    pub qm: Sitzung,
    /// Teamleitung of "Leistung 1" and of "Leistung 2".
    pub tl: [Sitzung; 2],
    pub pk: Sitzung,
    pub bl: Sitzung,
    pub pruefung: String,
    /// Units (id, team) by place.
    pub faelle: Vec<(String, String)>,
    /// Items of the sheet: kennung and whether they apply only after another answer.
    pub merkmale: Vec<(String, bool)>,
}

impl Gezogen {
    pub fn neu(plan: Value) -> Self {
        let t = Testhaus::neu();
        let ids = t.organisation();
        let qm = pruefung::qm(&t);
        let tl = [1, 2].map(|n| {
            let team = ids[&format!("Leistung {n}")].clone();
            t.person(&format!("tl{n}"), &[Rolle::Teamleitung], None, &[&team])
        });
        let pk = t.person("pk", &[Rolle::Pruefkraft], None, &[]);
        let bl = t.person("bl", &[Rolle::Bereichsleitung], Some(&ids["Leistungsgewährung"]), &[]);
        let mut p = pruefung::plan(&t, &qm, &ids);
        for (k, v) in [
            ("auswahl", json!("voll")),
            ("schichtung", json!("keine")),
            ("stichprobe_geplant", Value::Null),
            ("gegenpruefung_anteil", json!(0)),
        ] {
            p[k] = v;
        }
        for (k, v) in plan.as_object().unwrap() {
            p[k] = v.clone();
        }
        let id = pruefung::anlegen(&t, &qm, &p);
        let datei = t.ordner.path().join("liste.csv");
        let mut csv = String::from("BG-Nummer;Team;Betrag;Art\n");
        for i in 0..12 {
            csv.push_str(&format!(
                "09304BG10000{i:02};Leistung {};4{i:02},50;Änderungsbescheid\n",
                i % 2 + 1
            ));
        }
        std::fs::write(&datei, csv).unwrap();
        let leseweise = json!({
            "optionen": {"zeichensatz": null, "trennzeichen": null, "blatt": null, "kopfzeile": null},
            "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer", "team": "Team", "betrag": "Betrag",
                          "anzeige": [{"spalte": "Art", "titel": "Bescheidart"}]}
        });
        t.aendern(
            &qm,
            "grundgesamtheit.einlesen",
            json!({"pruefung": {"id": id, "version": 1}, "datei": datei, "leseweise": leseweise, "quellsystem": "Fachverfahren",
                   "abfrage": "Laufende Fälle", "auszug_am": "2026-11-02", "kontrolle": {"anzahl": null, "summe_cent": null},
                   "kontroll_vermerk": "", "zeilen_erwartet": null}),
        )
        .unwrap();
        let version = |t: &Testhaus| {
            t.lesen(&qm, "pruefung.lesen", json!({"id": id})).unwrap()["pruefung"]["version"].clone()
        };
        let g = t
            .aendern(
                &qm,
                "ziehung.versiegeln",
                json!({"pruefung": {"id": id, "version": version(&t)}, "anzahl": null}),
            )
            .unwrap();
        let ziehung = g.objekte.iter().find(|o| o.art == "ziehung").unwrap();
        t.aendern(
            &qm,
            "ziehung.ziehen",
            json!({"ziehung": {"id": ziehung.id, "version": ziehung.version}, "nummern": [], "begruendung": ""}),
        )
        .unwrap();
        let mut gezogen = Self { t, qm, tl, pk, bl, pruefung: id, faelle: Vec::new(), merkmale: Vec::new() };
        gezogen.faelle = gezogen.liste(&gezogen.qm, json!({}))["zeilen"]
            .as_array()
            .unwrap()
            .iter()
            .map(|z| (text(&z["id"]), text(&z["team"])))
            .collect();
        let bogen = gezogen.bogen(&gezogen.qm, &gezogen.faelle[0].0);
        gezogen.merkmale = bogen["abschnitte"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|a| a["merkmale"].as_array().unwrap())
            .map(|m| (text(&m["kennung"]), !m["wenn"].is_null()))
            .collect();
        gezogen
    }

    /// A unit of "Leistung 1" or "Leistung 2".
    pub fn fall(&self, team: usize, nr: usize) -> String {
        let name = format!("Leistung {team}");
        self.faelle.iter().filter(|(_, t)| *t == name).nth(nr).unwrap().0.clone()
    }

    pub fn liste(&self, wer: &Sitzung, filter: Value) -> Value {
        let mut r = json!({"pruefung_id": self.pruefung, "blatt": {"ab": 0, "anzahl": 100}, "sortierung": null, "absteigend": false,
            "staende": [], "team_id": null, "zugewiesen_an": null, "nicht_zugewiesen": false, "nur_mit_feststellung": false, "suche": null});
        for (k, v) in filter.as_object().unwrap() {
            r[k] = v.clone();
        }
        self.t.lesen(wer, "bogen.liste", r).unwrap()
    }

    pub fn bogen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "bogen.lesen", json!({"id": id})).unwrap()
    }

    pub fn stand(&self, id: &str) -> String {
        text(&self.bogen(&self.qm, id)["fall"]["stand"])
    }

    /// Request with the present version of the unit.
    pub fn bezug(&self, id: &str) -> Value {
        json!({"id": id, "version": self.bogen(&self.qm, id)["fall"]["version"]})
    }

    pub fn antworte(&self, wer: &Sitzung, id: &str, merkmal: &str, wert: &str) {
        let version = self.bogen(&self.qm, id)["antworten"]
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["merkmal"] == merkmal)
            .map_or(json!(0), |a| a["version"].clone());
        self.t
            .aendern(
                wer,
                "bogen.antworten",
                json!({"id": id, "merkmal": merkmal, "wert": wert, "version": version}),
            )
            .unwrap();
    }

    /// Everything that is asked with "ja" but the first item, which gets `erste`.
    pub fn fuelle(&self, wer: &Sitzung, id: &str, erste: &str) {
        self.antworte(wer, id, &self.merkmale[0].0, erste);
        loop {
            let bogen = self.bogen(wer, id);
            let Some(offen) = bogen["offen"].as_array().unwrap().iter().find(|l| l["art"] == "antwort")
            else {
                break;
            };
            self.antworte(wer, id, &text(&offen["merkmal"]), "ja");
        }
    }

    /// Writes a Feststellung on the first item; returns its id.
    pub fn feststelle(&self, wer: &Sitzung, id: &str, inhalt: Value) -> String {
        let g = self
            .t
            .aendern(
                wer,
                "feststellung.speichern",
                json!({"bezug": null, "prueffall_id": id, "merkmal": self.merkmale[0].0, "inhalt": mit(feststellung(), &inhalt)}),
            )
            .unwrap();
        g.objekte[0].id.clone()
    }

    pub fn abschliessen(&self, wer: &Sitzung, id: &str) {
        self.t.aendern(wer, "bogen.abschliessen", self.bezug(id)).unwrap();
    }

    pub fn bestaetige(&self, wer: &Sitzung, id: &str) {
        self.t.aendern(wer, "bogen.bestaetigen", json!({"faelle": [self.bezug(id)]})).unwrap();
    }

    pub fn feststellung(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "feststellung.lesen", json!({"id": id})).unwrap()
    }

    /// A Feststellung that the QM wrote on a unit of "Leistung 1" and the Bereichsleitung confirmed.
    pub fn freigegeben(&self, nr: usize, inhalt: Value) -> String {
        let fall = self.fall(1, nr);
        self.fuelle(&self.qm, &fall, "nein");
        let id = self.feststelle(&self.qm, &fall, inhalt);
        self.abschliessen(&self.qm, &fall);
        if self.stand(&fall) == "geprueft" {
            self.bestaetige(&self.bl, &fall);
        }
        id
    }
}

pub fn text(v: &Value) -> String {
    v.as_str().unwrap_or_default().to_owned()
}

pub fn mit(mut grund: Value, anders: &Value) -> Value {
    for (k, v) in anders.as_object().unwrap() {
        grund[k] = v.clone();
    }
    grund
}

pub fn feststellung() -> Value {
    json!({"art": "materiell", "wirkung": "ueberzahlung", "betrag_bund_cent": 28150, "betrag_kommune_cent": 17400,
           "haeufigkeit": "einmalig", "zeitraum_von": null, "zeitraum_bis": null, "schwere": "wesentlich",
           "sachgebiet": "antrag-identitaet", "ursache": "schnittstelle",
           "text": "Der Leistungsbeginn wurde zu früh festgesetzt.", "korrektur_bis": "2026-12-31"})
}

pub fn ohne_geld() -> Value {
    json!({"wirkung": "ohne", "betrag_bund_cent": 0, "betrag_kommune_cent": 0, "schwere": "gering", "korrektur_bis": null})
}
