//! Prüflisten through the two doors: release of catalogues, runs, evidence, second person, correction, scopes.

use crate::fixture::Testhaus;
use chrono::TimeDelta;
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use iks_core::pruefliste::{fragen, mitgelieferte};
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A house whose lists are released, with the people concerned.
pub struct Listen {
    pub t: Testhaus,
    pub orte: BTreeMap<String, String>,
    pub dora: Sitzung,
    pub axel: Sitzung,
    pub quirin: Sitzung,
    pub gerda: Sitzung,
    pub tom: Sitzung,
    pub bea: Sitzung,
    pub rita: Sitzung,
}

impl Listen {
    pub fn neu() -> Self {
        let t = Testhaus::neu();
        let orte = t.organisation();
        let person = |name: &str, rolle, bereich, teams: &[&str]| t.person(name, &[rolle], bereich, teams);
        let bereich = orte["Leistungsgewährung"].as_str();
        let dora = person("dora", Rolle::Datenschutz, None, &[]);
        let axel = person("axel", Rolle::Korruptionspraevention, None, &[]);
        let quirin = person("quirin", Rolle::Qualitaetsmanagement, None, &[]);
        let gerda = person("gerda", Rolle::Geschaeftsfuehrung, None, &[]);
        let tom = person("tom", Rolle::Teamleitung, Some(bereich), &[orte["Leistung 1"].as_str()]);
        let bea = person("bea", Rolle::Bereichsleitung, Some(bereich), &[]);
        let rita = person("rita", Rolle::Revision, None, &[]);
        let l = Self { t, orte, dora, axel, quirin, gerda, tom, bea, rita };
        for k in l.kataloge(&l.quirin) {
            let f = &k["fassungen"][0];
            let r = json!({"id": f["id"], "version": f["version"]});
            l.t.aendern(&l.gerda, "pruefkatalog.fassung_freigeben", r).unwrap();
        }
        l
    }

    pub fn kataloge(&self, wer: &Sitzung) -> Vec<Value> {
        self.t.lesen(wer, "pruefkatalog.liste", json!({})).unwrap().as_array().unwrap().clone()
    }

    pub fn katalog(&self, kennung: &str) -> Value {
        self.kataloge(&self.quirin).into_iter().find(|k| k["katalog"]["kennung"] == kennung).unwrap()
    }

    /// A run of 2026 in the house.
    pub fn planen(&self, wer: &Sitzung, kennung: &str, mehr: Value) -> Result<String, Fehler> {
        let mut rahmen = json!({"ebene": "haus", "einheit_id": null, "von": "2026-01-01", "bis": "2026-12-31",
            "rolle": "qualitaetsmanagement", "faellig_am": "2027-01-31"});
        rahmen.as_object_mut().unwrap().extend(mehr.as_object().unwrap().clone());
        let r = json!({"katalog_id": self.katalog(kennung)["katalog"]["id"], "rahmen": rahmen, "alle_fragen": true});
        self.t.aendern(wer, "pruefliste.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    pub fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "pruefliste.lesen", json!({"id": id})).unwrap()
    }

    pub fn antworten(
        &self,
        wer: &Sitzung,
        id: &str,
        frage: &str,
        wert: &str,
        bemerkung: &str,
    ) -> Result<(), Fehler> {
        let d = self.lesen(&self.quirin, id);
        let version = d["antworten"]
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["frage"] == frage)
            .map_or(json!(0), |a| a["version"].clone());
        let r = json!({"id": id, "frage": frage, "wert": wert, "bemerkung": bemerkung, "version": version});
        self.t.aendern(wer, "pruefliste.antworten", r).map(|_| ())
    }

    pub fn nachweis(
        &self,
        wer: &Sitzung,
        id: &str,
        frage: &str,
        datei: Option<&str>,
    ) -> Result<String, Fehler> {
        let r = json!({"durchgang_id": id, "frage": frage, "bezeichnung": "Dienstanweisung 3/2026, Ordner Recht",
                       "datum": "2026-03-02", "datei": datei});
        self.t.aendern(wer, "pruefliste.nachweis_anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    /// Answers everything that is asked with "erfüllt" and gives evidence where it is needed.
    pub fn alles_erfuellt(&self, wer: &Sitzung, id: &str) {
        while let Some(luecke) = self.lesen(&self.quirin, id)["luecken"].as_array().unwrap().first() {
            let frage = luecke["frage"].as_str().unwrap();
            match luecke["art"].as_str().unwrap() {
                "antwort" => self.antworten(wer, id, frage, "erfuellt", "").unwrap(),
                "nachweis" => drop(self.nachweis(wer, id, frage, None).unwrap()),
                sonst => panic!("{sonst}"),
            }
        }
    }

    pub fn schritt(
        &self,
        wer: &Sitzung,
        id: &str,
        op: &str,
        grund: Option<&str>,
    ) -> Result<Vec<String>, Fehler> {
        let mut r = json!({"id": id, "version": self.lesen(&self.quirin, id)["durchgang"]["version"]});
        if let Some(grund) = grund {
            r["grund"] = json!(grund);
        }
        self.t.aendern(wer, &format!("pruefliste.{op}"), r).map(|g| {
            let mut hinweise = g.hinweise;
            hinweise.insert(0, g.objekte[0].id.clone());
            hinweise
        })
    }

    /// A released run of that year in which everything is fulfilled but these.
    pub fn freigegeben(&self, kennung: &str, jahr: i32, abweichend: &[&str]) -> String {
        let r = json!({"von": format!("{jahr}-01-01"), "bis": format!("{jahr}-12-31"), "faellig_am": format!("{}-01-31", jahr + 1)});
        let id = self.planen(&self.quirin, kennung, r).unwrap();
        for frage in abweichend {
            self.antworten(&self.quirin, &id, frage, "nicht_erfuellt", "noch nicht geregelt").unwrap();
        }
        self.alles_erfuellt(&self.quirin, &id);
        self.schritt(&self.quirin, &id, "vorlegen", None).unwrap();
        self.schritt(&self.gerda, &id, "freigeben", None).unwrap();
        id
    }

    fn nummern(&self, wer: &Sitzung, filter: Value, sortierung: &str) -> Vec<String> {
        let r = json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
        let seite = self.t.lesen(wer, "pruefliste.liste", r).unwrap();
        let zeilen = seite["zeilen"].as_array().unwrap();
        assert_eq!(seite["gesamt"], zeilen.len());
        zeilen.iter().map(|z| z["nummer"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn mitgelieferte_listen_sind_vollstaendig_und_ungeprueft() {
    let anzahl: Vec<usize> = mitgelieferte().unwrap().iter().map(|k| fragen(&k.kapitel).count()).collect();
    assert_eq!(anzahl, [32, 29, 27]);
    let t = Testhaus::neu();
    let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
    let liste = t.lesen(&qm, "pruefkatalog.liste", json!({})).unwrap();
    assert_eq!(liste.as_array().unwrap().len(), 3);
    for k in liste.as_array().unwrap() {
        assert_eq!(
            (&k["fassungen"][0]["freigegeben_von"], &k["fassungen"][0]["herkunft"]),
            (&Value::Null, &json!("mitgeliefert"))
        );
        let r = json!({"katalog_id": k["katalog"]["id"], "alle_fragen": true, "rahmen": {"ebene": "haus", "einheit_id": null,
            "von": "2026-01-01", "bis": "2026-12-31", "rolle": "qualitaetsmanagement", "faellig_am": "2027-01-31"}});
        let fehler = t.aendern(&qm, "pruefliste.anlegen", r).unwrap_err();
        assert!(fehler.text.contains("noch keine Fassung freigegeben"), "{}", fehler.text);
    }
    let g = t.aendern(&qm, "pruefkatalog.mitgelieferte_uebernehmen", json!({})).unwrap();
    assert_eq!(g.hinweise, ["Alle mitgelieferten Prüflisten sind schon da."]);
}

#[test]
fn vom_plan_bis_zur_freigabe() {
    let l = Listen::neu();
    let id = l.planen(&l.dora, "datenschutz", json!({"rolle": "datenschutz"})).unwrap();
    let d = l.lesen(&l.dora, &id);
    assert_eq!(
        (&d["durchgang"]["nummer"], &d["durchgang"]["stand"]),
        (&json!("PL-2026-001"), &json!("geplant"))
    );
    assert_eq!(d["moeglich"], json!(["vorlegen", "entfallen"]));
    let fehler = l.schritt(&l.dora, &id, "vorlegen", None).unwrap_err();
    assert!(
        fehler.text.starts_with("Der Durchgang ist noch nicht vollständig. Es fehlen noch: "),
        "{}",
        fehler.text
    );
    // A deviation needs words, "nicht anwendbar" a reason.
    l.antworten(&l.dora, &id, "ds-01", "nicht_erfuellt", "").unwrap();
    l.antworten(&l.dora, &id, "ds-32", "nicht_anwendbar", "").unwrap();
    let luecken = l.lesen(&l.dora, &id)["luecken"].clone();
    let hat =
        |frage: &str, art: &str| luecken.as_array().unwrap().contains(&json!({"frage": frage, "art": art}));
    assert!(hat("ds-01", "bemerkung") && hat("ds-32", "begruendung") && hat("ds-02", "antwort"));
    l.antworten(&l.dora, &id, "ds-01", "nicht_erfuellt", "Die Bestellung ist abgelaufen.").unwrap();
    l.antworten(&l.dora, &id, "ds-32", "nicht_anwendbar", "Es gibt keine Videoüberwachung.").unwrap();
    l.alles_erfuellt(&l.dora, &id);
    l.schritt(&l.dora, &id, "vorlegen", None).unwrap();
    // Presented: nothing changes any more.
    let fehler = l.antworten(&l.dora, &id, "ds-02", "teilweise", "doch nicht").unwrap_err();
    assert!(fehler.text.contains("liegt zur Freigabe vor"), "{}", fehler.text);
    let fehler = l.schritt(&l.dora, &id, "freigeben", None).unwrap_err();
    assert_eq!(fehler.code, Code::VierAugen);
    assert_eq!(l.nummern(&l.gerda, json!({"zur_freigabe": true}), "nummer"), ["PL-2026-001"]);
    assert_eq!(l.nummern(&l.dora, json!({"zur_freigabe": true}), "nummer"), [""; 0]);
    l.schritt(&l.gerda, &id, "zurueckgeben", Some("Bitte ds-04 belegen.")).unwrap();
    assert_eq!(l.lesen(&l.dora, &id)["durchgang"]["grund"], "Bitte ds-04 belegen.");
    l.nachweis(&l.dora, &id, "ds-04", None).unwrap();
    l.schritt(&l.dora, &id, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, &id, "freigeben", None).unwrap();
    let d = l.lesen(&l.gerda, &id);
    let z = &d["ergebnis"]["zahlen"];
    assert_eq!(
        (
            z["erfuellt"].as_u64(),
            z["nicht_erfuellt"].as_u64(),
            z["nicht_anwendbar"].as_u64(),
            z["offen"].as_u64()
        ),
        (Some(30), Some(1), Some(1), Some(0))
    );
    assert_eq!(
        d["saetze"][0],
        "30 von 31 anwendbaren Fragen sind erfüllt (96,8\u{a0}%), 0 teilweise und 1 nicht."
    );
    assert_eq!(d["moeglich"], json!(["berichtigen"]));
    for (op, grund) in [
        ("vorlegen", None),
        ("freigeben", None),
        ("zurueckgeben", Some("noch etwas")),
        ("entfallen", Some("doch nicht")),
    ] {
        assert_eq!(l.schritt(&l.gerda, &id, op, grund).unwrap_err().code, Code::Regel, "{op}");
    }
    l.t.protokoll_stimmt();
}

#[test]
fn wer_geantwortet_hat_gibt_nicht_frei() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    l.antworten(&l.gerda, &id, "it-01", "nicht_anwendbar", "gehört nicht hierher").unwrap();
    l.alles_erfuellt(&l.quirin, &id);
    l.schritt(&l.quirin, &id, "vorlegen", None).unwrap();
    let fehler = l.schritt(&l.gerda, &id, "freigeben", None).unwrap_err();
    assert_eq!(fehler.code, Code::VierAugen);
    assert!(!l.lesen(&l.gerda, &id)["moeglich"].as_array().unwrap().contains(&json!("freigeben")));
    l.schritt(&l.quirin, &id, "zurueckziehen", None).unwrap();
    assert_eq!(l.lesen(&l.quirin, &id)["durchgang"]["stand"], "in_arbeit");

    // Nor does whoever added evidence, or began the correction.
    let id = l.planen(&l.quirin, "it_sicherheit", json!({"von": "2025-01-01", "bis": "2025-12-31"})).unwrap();
    l.alles_erfuellt(&l.quirin, &id);
    let n = l.nachweis(&l.gerda, &id, "it-02", None).unwrap();
    l.schritt(&l.quirin, &id, "vorlegen", None).unwrap();
    let zur_freigabe = || l.nummern(&l.gerda, json!({"zur_freigabe": true}), "nummer").len();
    let fehler = l.schritt(&l.gerda, &id, "freigeben", None).unwrap_err();
    assert!(fehler.code == Code::VierAugen && fehler.text.contains("Nachweise"), "{}", fehler.text);
    assert_eq!(zur_freigabe(), 0);
    l.schritt(&l.quirin, &id, "zurueckziehen", None).unwrap();
    let r = json!({"id": n, "version": 1, "grund": "nicht von mir"});
    l.t.aendern(&l.quirin, "pruefliste.nachweis_entfernen", r).unwrap();
    l.schritt(&l.quirin, &id, "vorlegen", None).unwrap();
    assert_eq!(zur_freigabe(), 1);
    l.schritt(&l.gerda, &id, "freigeben", None).unwrap();
}

#[test]
fn eine_berichtigung_ersetzt_erst_mit_ihrer_freigabe() {
    let l = Listen::neu();
    let alt = l.freigegeben("it_sicherheit", 2026, &["it-05"]);
    let neu =
        l.schritt(&l.quirin, &alt, "berichtigen", Some("it-05 war falsch verstanden")).unwrap()[0].clone();
    let fehler = l.schritt(&l.quirin, &alt, "berichtigen", Some("noch einmal")).unwrap_err();
    assert!(fehler.text.contains("schon eine offene Berichtigung"), "{}", fehler.text);
    assert_eq!(l.lesen(&l.quirin, &alt)["durchgang"]["stand"], "freigegeben");
    let d = l.lesen(&l.quirin, &neu);
    assert_eq!((&d["durchgang"]["nummer"], &d["durchgang"]["fassung"]), (&json!("PL-2026-001"), &json!(2)));
    assert_eq!(
        d["antworten"].as_array().unwrap().len(),
        l.lesen(&l.quirin, &alt)["antworten"].as_array().unwrap().len()
    );
    l.antworten(&l.quirin, &neu, "it-05", "erfuellt", "").unwrap();
    l.alles_erfuellt(&l.quirin, &neu);
    l.schritt(&l.quirin, &neu, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, &neu, "freigeben", None).unwrap();
    let alter = l.lesen(&l.quirin, &alt);
    assert_eq!(
        (&alter["durchgang"]["stand"], &alter["berichtigung"]["id"]),
        (&json!("ersetzt"), &json!(neu))
    );
    assert_eq!(l.nummern(&l.quirin, json!({}), "nummer").len(), 1);
    assert_eq!(l.nummern(&l.quirin, json!({"auch_ersetzte": true}), "nummer").len(), 2);
    l.t.protokoll_stimmt();
}

#[test]
fn ein_neuer_katalog_mitten_im_durchgang_verliert_nichts() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    l.antworten(&l.quirin, &id, "it-01", "teilweise", "Vertretung fehlt").unwrap();
    l.antworten(&l.quirin, &id, "it-02", "erfuellt", "").unwrap();
    let katalog = l.katalog("it_sicherheit");
    let alt = &katalog["fassungen"][0];
    let mut inhalt = l
        .t
        .lesen(&l.quirin, "pruefkatalog.fassung", json!({"id": alt["id"], "gegen": null}))
        .unwrap()["fassung"]
        .clone();
    // One question is worded anew, one goes, one comes.
    let kapitel = inhalt["kapitel"].as_array_mut().unwrap();
    for k in kapitel.iter_mut() {
        let fragen = k["fragen"].as_array_mut().unwrap();
        fragen.retain(|f| f["kennung"] != "it-02");
        for f in fragen.iter_mut().filter(|f| f["kennung"] == "it-01") {
            f["frage"] = json!("Sind Zuständigkeit und Vertretung für die Informationssicherheit geregelt?");
        }
    }
    let mut neue = kapitel[0]["fragen"][0].clone();
    neue["kennung"] = json!("haus-01");
    kapitel[0]["fragen"].as_array_mut().unwrap().push(neue);
    let r = json!({"katalog_id": katalog["katalog"]["id"], "bezug": null, "rechtsstand": "2026-11-20",
                   "einleitung": "", "kapitel": inhalt["kapitel"]});
    let fassung = l.t.aendern(&l.quirin, "pruefkatalog.fassung_speichern", r).unwrap().objekte[0].id.clone();
    let d = l.t.lesen(&l.gerda, "pruefkatalog.fassung", json!({"id": fassung, "gegen": null})).unwrap();
    let arten: Vec<_> = d["unterschiede"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| (u["kennung"].as_str().unwrap(), u["art"].as_str().unwrap()))
        .collect();
    assert_eq!(arten, [("it-01", "geaendert"), ("haus-01", "neu"), ("it-02", "entfallen")]);
    let freigabe = json!({"id": fassung, "version": 1});
    assert_eq!(
        l.t.aendern(&l.quirin, "pruefkatalog.fassung_freigeben", freigabe.clone()).unwrap_err().code,
        Code::VierAugen
    );
    assert_eq!(l.lesen(&l.quirin, &id)["neue_fassung"], Value::Null, "nobody released it");
    l.t.aendern(&l.gerda, "pruefkatalog.fassung_freigeben", freigabe).unwrap();
    // The run goes on with its own version until someone moves it.
    let d = l.lesen(&l.quirin, &id);
    assert_eq!((&d["katalogfassung"], &d["neue_fassung"]), (&json!(1), &json!(2)));
    let hinweise = l.schritt(&l.quirin, &id, "fassung_wechseln", None).unwrap();
    assert!(
        hinweise[2].contains("it-01") && hinweise[3].starts_with("Eine beantwortete Frage"),
        "{hinweise:?}"
    );
    let d = l.lesen(&l.quirin, &id);
    // The answer to the question that reads otherwise now waits until someone confirms it.
    let wartet = json!({"frage": "it-01", "art": "bestaetigung"});
    assert!(d["luecken"].as_array().unwrap().contains(&wartet), "{}", d["luecken"]);
    assert_eq!(d["geaendert"][0]["felder"][0]["feld"], "Frage");
    assert_eq!(d["geaendert"].as_array().unwrap().len(), 1);
    l.antworten(&l.quirin, &id, "it-01", "teilweise", "Vertretung fehlt").unwrap();
    let d = l.lesen(&l.quirin, &id);
    assert!(!d["luecken"].as_array().unwrap().contains(&wartet));
    assert_eq!(d["geaendert"], json!([]));
    assert_eq!((&d["katalogfassung"], d["antworten"].as_array().unwrap().len()), (&json!(2), 2));
    assert!(d["gestellt"].as_array().unwrap().contains(&json!("haus-01")));
    // The list counts what the page counts: the answer to a question that is gone is none.
    let liste =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 9}});
    let zeile = l.t.lesen(&l.quirin, "pruefliste.liste", liste).unwrap()["zeilen"][0].clone();
    let gestellt = d["gestellt"].as_array().unwrap();
    let gegeben =
        d["antworten"].as_array().unwrap().iter().filter(|a| gestellt.contains(&a["frage"])).count();
    assert_eq!(
        (&zeile["id"], &zeile["fragen"], &zeile["beantwortet"], gegeben),
        (&json!(id), &json!(gestellt.len()), &json!(1), 1)
    );
    // A released version is never edited.
    let r = json!({"katalog_id": katalog["katalog"]["id"], "bezug": {"id": fassung, "version": 2}, "rechtsstand": "2026-11-20",
                   "einleitung": "", "kapitel": inhalt["kapitel"]});
    assert!(
        l.t.aendern(&l.quirin, "pruefkatalog.fassung_speichern", r)
            .unwrap_err()
            .text
            .contains("bleibt unverändert")
    );
}

#[test]
fn zwei_menschen_in_einem_durchgang() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    let r = |wert: &str| json!({"id": id, "frage": "it-01", "wert": wert, "bemerkung": "", "version": 0});
    l.t.aendern(&l.quirin, "pruefliste.antworten", r("erfuellt")).unwrap();
    let fehler = l.t.aendern(&l.gerda, "pruefliste.antworten", r("teilweise")).unwrap_err();
    assert_eq!(fehler.code, Code::Konflikt);
    assert_eq!(fehler.stand.unwrap()["wert"], "erfuellt");
    // Different questions do not get into each other's way.
    let andere = json!({"id": id, "frage": "it-02", "wert": "teilweise", "bemerkung": "", "version": 0});
    l.t.aendern(&l.gerda, "pruefliste.antworten", andere).unwrap();
    // What was answered is dropped by two persons, and in the state that both know.
    let entfallen = |version: i64| json!({"id": id, "version": version, "grund": "wird verschoben"});
    let allein = l.t.aendern(&l.gerda, "pruefliste.entfallen", entfallen(2)).unwrap_err();
    assert_eq!(allein.code, Code::VierAugen);
    assert_eq!(l.lesen(&l.gerda, &id)["entfallen_zu_zweit"], true);
    let zu_zweit = |version: i64| {
        let op = Operation::aus_json("pruefliste.entfallen", entfallen(version)).unwrap();
        api::aendern_viele(&l.t.haus, &l.gerda, Some(&l.quirin), vec![op], &Fortschritt::default())
    };
    assert_eq!(zu_zweit(1).unwrap_err().code, Code::Konflikt);
    zu_zweit(2).unwrap();
    assert_eq!(l.lesen(&l.gerda, &id)["durchgang"]["stand"], "entfallen");
}

#[test]
fn der_vergleich_nennt_wie_lange_eine_abweichung_besteht() {
    let l = Listen::neu();
    l.freigegeben("it_sicherheit", 2024, &["it-05", "it-09"]);
    l.freigegeben("it_sicherheit", 2025, &["it-05", "it-12"]);
    let id = l.freigegeben("it_sicherheit", 2026, &["it-05", "it-20"]);
    let d = l.lesen(&l.quirin, &id);
    let v = |frage: &str| {
        d["vergleich"].as_array().unwrap().iter().find(|v| v["frage"] == frage).unwrap().clone()
    };
    assert_eq!(
        (&v("it-05")["veraenderung"], &v("it-05")["offen_seit"]),
        (&json!("unveraendert_offen"), &json!("2024-12-31"))
    );
    assert_eq!(
        (&v("it-12")["veraenderung"], &v("it-12")["offen_seit"]),
        (&json!("verbessert"), &Value::Null)
    );
    assert_eq!(
        (&v("it-20")["veraenderung"], &v("it-20")["offen_seit"]),
        (&json!("verschlechtert"), &json!("2026-12-31"))
    );
    assert_eq!(v("it-09")["veraenderung"], "unveraendert_erfuellt");
    assert_eq!(d["vorheriger"]["nummer"], "PL-2026-002");
}

#[test]
fn geplant_wird_nach_den_turnussen() {
    let l = Listen::neu();
    let vorschlag =
        |wer: &Sitzung, bis: &str| l.t.lesen(wer, "pruefliste.planvorschlag", json!({"bis": bis})).unwrap();
    assert_eq!(vorschlag(&l.quirin, "2026-12-31").as_array().unwrap().len(), 3);
    assert_eq!(vorschlag(&l.dora, "2026-12-31").as_array().unwrap().len(), 1);
    l.freigegeben("it_sicherheit", 2026, &[]);
    let v = vorschlag(&l.quirin, "2027-06-30");
    let it = v.as_array().unwrap().iter().find(|x| x["gebiet"] == "it_sicherheit").unwrap();
    // The shortest interval is half a year, and only its questions are due then.
    assert_eq!(
        (&it["rahmen"]["von"], &it["rahmen"]["bis"], &it["zuletzt"]),
        (&json!("2027-01-01"), &json!("2027-06-30"), &json!("2026-12-31"))
    );
    assert!(it["fragen"].as_u64().unwrap() < it["fragen_gesamt"].as_u64().unwrap());
    let r = json!({"durchgaenge": [{"katalog_id": it["katalog_id"], "rahmen": it["rahmen"], "alle_fragen": false}]});
    let id = l.t.aendern(&l.quirin, "pruefliste.planen", r).unwrap().objekte[0].id.clone();
    let d = l.lesen(&l.quirin, &id);
    assert_eq!(d["durchgang"]["fragen"].as_array().unwrap().len() as u64, it["fragen"].as_u64().unwrap());
    // Planned counts as planned: it is not proposed twice.
    let v = vorschlag(&l.quirin, "2027-06-30");
    assert!(
        !v.as_array()
            .unwrap()
            .iter()
            .any(|x| x["gebiet"] == "it_sicherheit" && x["rahmen"]["bis"] == "2027-06-30")
    );
}

#[test]
fn jede_rolle_sieht_ihre_listen() {
    let l = Listen::neu();
    let team = |name: &str| json!({"ebene": "team", "einheit_id": l.orte[name], "rolle": "teamleitung"});
    l.planen(&l.quirin, "datenschutz", json!({})).unwrap();
    l.planen(&l.quirin, "korruption", json!({})).unwrap();
    l.planen(&l.quirin, "it_sicherheit", team("Leistung 1")).unwrap();
    l.planen(&l.quirin, "datenschutz", team("Leistung 2")).unwrap();
    l.planen(&l.quirin, "it_sicherheit", team("Markt und Integration 1")).unwrap();
    let sieht = |wer: &Sitzung| -> Vec<String> {
        l.nummern(wer, json!({}), "nummer").iter().map(|n| n[10..].to_owned()).collect()
    };
    assert_eq!(sieht(&l.quirin), ["1", "2", "3", "4", "5"]);
    assert_eq!(sieht(&l.gerda), ["1", "2", "3", "4", "5"]);
    assert_eq!(sieht(&l.rita), ["1", "2", "3", "4", "5"]);
    assert_eq!(sieht(&l.dora), ["1", "4"]);
    assert_eq!(sieht(&l.axel), ["2"]);
    assert_eq!(sieht(&l.tom), ["3"]);
    assert_eq!(sieht(&l.bea), ["3", "4"]);
    // What a person does not see looks as if it did not exist, also to a change.
    let fremd = l.planen(&l.quirin, "korruption", json!({})).unwrap();
    assert_eq!(l.antworten(&l.dora, &fremd, "kp-01", "erfuellt", "").unwrap_err().code, Code::NichtGefunden);
    assert_eq!(l.planen(&l.dora, "korruption", json!({})).unwrap_err().felder[0].feld, "katalog_id");
    assert_eq!(
        l.planen(&l.bea, "it_sicherheit", team("Markt und Integration 1")).unwrap_err().felder[0].feld,
        "rahmen.einheit_id"
    );
    assert_eq!(
        l.t.aendern(
            &l.rita,
            "pruefliste.antworten",
            json!({"id": fremd, "frage": "kp-01", "wert": "erfuellt", "bemerkung": "", "version": 0})
        )
        .unwrap_err()
        .code,
        Code::Recht
    );
}

#[test]
fn uebersicht_zaehlt_was_faellig_ist() {
    let l = Listen::neu();
    let zaehle = |wer: &Sitzung| l.t.lesen(wer, "pruefliste.uebersicht", json!({})).unwrap();
    l.planen(&l.quirin, "datenschutz", json!({"faellig_am": "2026-11-19"})).unwrap();
    l.planen(&l.quirin, "korruption", json!({"faellig_am": "2026-12-18"})).unwrap();
    l.planen(&l.quirin, "it_sicherheit", json!({"faellig_am": "2026-12-19"})).unwrap();
    let u = zaehle(&l.quirin);
    assert_eq!((&u["offen"], &u["bald_faellig"], &u["ueberfaellig"]), (&json!(3), &json!(1), &json!(1)));
    assert_eq!(zaehle(&l.dora)["ueberfaellig"], 1);
    assert_eq!(zaehle(&l.axel)["ueberfaellig"], 0);
    assert_eq!(l.nummern(&l.quirin, json!({"ueberfaellig": true}), "nummer"), ["PL-2026-001"]);
    l.t.umgebung.stelle(l.t.umgebung.jetzt() + TimeDelta::days(60));
    assert_eq!(zaehle(&l.quirin)["ueberfaellig"], 3);
    assert_eq!(
        l.nummern(&l.quirin, json!({}), "dringlichkeit"),
        ["PL-2026-001", "PL-2026-002", "PL-2026-003"]
    );
}

#[test]
fn unmoegliche_rahmen_werden_abgelehnt() {
    let l = Listen::neu();
    for (mehr, feld) in [
        (json!({"von": "2026-12-31", "bis": "2026-01-01"}), "rahmen.bis"),
        (json!({"von": "2020-01-01"}), "rahmen.bis"),
        (json!({"faellig_am": "2025-12-31"}), "rahmen.faellig_am"),
        (json!({"rolle": "widerspruchsstelle"}), "rahmen.rolle"),
        (json!({"rolle": "korruptionspraevention"}), "rahmen.rolle"),
        (json!({"rolle": "teamleitung"}), "rahmen.rolle"),
        (json!({"ebene": "team"}), "rahmen.einheit_id"),
        (json!({"ebene": "team", "einheit_id": "gibtesnicht"}), "rahmen.einheit_id"),
    ] {
        let fehler = l.planen(&l.quirin, "it_sicherheit", mehr.clone()).unwrap_err();
        assert_eq!(fehler.felder[0].feld, feld, "{mehr}");
    }
    let fehler = l.planen(&l.quirin, "it_sicherheit", json!({"von": "2026-02-31"})).unwrap_err();
    assert_eq!(fehler.code, Code::Eingabe);
}
