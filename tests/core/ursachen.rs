//! The comparison of causes through the doors, on records of all three modules that are counted by hand.

use crate::gezogen::{Gezogen, ohne_geld};
use crate::{kundenreaktion, widerspruch};
use chrono::{TimeZone, Utc};
use iks_core::benutzer::Rolle;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

/// A house with a check of 12 units, and people for the other two modules.
struct Haus {
    g: Gezogen,
    anna: Sitzung,
    karla: Sitzung,
    kurt: Sitzung,
    teams: [String; 2],
}

impl Haus {
    fn neu() -> Self {
        let g = Gezogen::neu(json!({}));
        let person = |name: &str, rolle| g.t.person(name, &[rolle], None, &[]);
        let (anna, karla, kurt) = (
            person("anna", Rolle::Widerspruchsstelle),
            person("karla", Rolle::Kundenreaktionsmanagement),
            person("kurt", Rolle::Kundenreaktionsmanagement),
        );
        let o = g.t.lesen(&g.qm, "organisation.uebersicht", json!({})).unwrap();
        let team = |name: &str| {
            let t = o["teams"].as_array().unwrap().iter().find(|t| t["name"] == name).unwrap();
            t["id"].as_str().unwrap().to_owned()
        };
        let teams = [team("Leistung 1"), team("Leistung 2")];
        Self { g, anna, karla, kurt, teams }
    }

    /// A Widerspruch decided on that day: successful for that cause, or withdrawn.
    fn widerspruch(&self, sachgebiet: &str, team: usize, am: &str, ursache: Option<&str>) {
        let eingang = am.parse::<chrono::NaiveDate>().unwrap() - chrono::Days::new(10);
        let tag = |tage| (eingang - chrono::Days::new(tage)).to_string();
        let angaben = widerspruch::mit(
            widerspruch::angaben(),
            json!({"eingang": eingang, "bescheid_am": tag(17), "team_id": self.teams[team], "sachgebiet": sachgebiet,
                   "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": tag(17), "vermerk": true, "zugang": null}}),
        );
        let r = json!({"art": "widerspruch", "angaben": angaben, "klar": widerspruch::klar(), "vorgaenger_id": null});
        let id = self.g.t.aendern(&self.anna, "widerspruch.anlegen", r).unwrap().objekte[0].id.clone();
        let schritte = match ursache {
            None => vec![json!({"art": "zuruecknehmen", "am": am})],
            Some(u) => vec![
                json!({"art": "abhilfe_pruefen", "am": am}),
                json!({"art": "abhelfen", "am": am, "stattgabe": {"grund": "nachgereicht", "ursache": u},
                       "kosten": {"anteil_zaehler": 1, "anteil_nenner": 1, "zuziehung_notwendig": false, "betrag_cent": 0}}),
            ],
        };
        for schritt in schritte {
            let v = self.g.t.lesen(&self.anna, "widerspruch.lesen", json!({"id": id})).unwrap();
            let r = json!({"id": id, "version": v["verfahren"]["version"], "schritt": schritt});
            self.g.t.aendern(&self.anna, "widerspruch.schritt", r).unwrap();
        }
    }

    /// A complaint with that Anliegen, answered on that day and judged by two.
    fn reaktion(&self, anliegen: Value, am: &str, urteil: Option<&str>) {
        let angaben = widerspruch::mit(
            kundenreaktion::reaktion(),
            json!({"eingang": am, "anliegen": anliegen, "art": if urteil.is_some() { "beschwerde" } else { "lob" }}),
        );
        let r = json!({"angaben": angaben, "klar": kundenreaktion::kontakt(), "sichtung": kundenreaktion::gesichtet()});
        let id = self.g.t.aendern(&self.karla, "kundenreaktion.anlegen", r).unwrap().objekte[0].id.clone();
        let tue = |wer: &Sitzung, op: &str, mehr: Value| {
            let d = self.g.t.lesen(wer, "kundenreaktion.lesen", json!({"id": id})).unwrap();
            let r = widerspruch::mit(json!({"id": id, "version": d["reaktion"]["version"]}), mehr);
            self.g.t.aendern(wer, op, r).unwrap();
        };
        let schritt = "kundenreaktion.schritt";
        let antwort = json!({"art": "beantworten", "am": am, "weg": "brief"});
        tue(&self.karla, schritt, json!({"schritt": antwort, "text": "Wir haben das geprüft."}));
        if let Some(urteil) = urteil {
            let u = json!({"art": "beurteilen", "urteil": urteil, "begruendung": "Die Akte ist eindeutig"});
            tue(&self.karla, schritt, json!({"schritt": u, "text": null}));
            tue(&self.kurt, "kundenreaktion.beurteilung_bestaetigen", json!({}));
        }
    }

    /// Checks all units of the check, with one Feststellung, and finishes it at the given moment.
    fn pruefe(&self, ende: chrono::DateTime<Utc>) {
        let g = &self.g;
        let x = g.freigegeben(0, ohne_geld());
        for (fall, _) in &g.faelle {
            if *fall != g.fall(1, 0) {
                g.fuelle(&g.qm, fall, "ja");
                g.abschliessen(&g.qm, fall);
            }
        }
        let version = &g.feststellung(&g.qm, &x)["feststellung"]["version"];
        let r =
            json!({"id": x, "version": version, "antwort": "anerkannt", "text": "", "uebertragen_aus": null});
        g.t.aendern(&g.tl[0], "feststellung.stellungnahme", r).unwrap();
        g.t.umgebung.stelle(ende);
        let qm = g.t.haus.anmelden("qm", crate::fixture::PASSWORT).unwrap();
        let p = g.t.lesen(&qm, "pruefung.lesen", json!({"id": g.pruefung})).unwrap();
        let r = json!({"id": g.pruefung, "version": p["pruefung"]["version"]});
        g.t.aendern(&qm, "pruefung.abschliessen", r).unwrap();
    }

    fn lesen(&self, name: &str, frage: Value) -> Value {
        let wer = self.g.t.haus.anmelden(name, crate::fixture::PASSWORT).unwrap();
        self.g.t.lesen(&wer, "ursachen.uebersicht", widerspruch::mit(frage_2026(), frage)).unwrap()
    }
}

fn frage_2026() -> Value {
    json!({"von": "2026-Q1", "bis": "2026-Q4", "sachgebiet": null, "ursache": null})
}

fn anliegen(sachgebiet: &str, team: &str, ursache: Value) -> Value {
    json!({"art": "sachanliegen", "sachgebiet": sachgebiet, "team_id": team, "ursache": ursache})
}

/// `[numerator, denominator]` of each source; null: hidden or not seen.
fn werte(felder: &Value) -> Vec<Value> {
    felder
        .as_array()
        .unwrap()
        .iter()
        .map(|f| {
            let w = &f["werte"];
            if w.is_null() { Value::Null } else { json!([w["zaehler"], w["nenner"]]) }
        })
        .collect()
}

fn reihe<'a>(v: &'a Value, tafel: &str, kennung: &str) -> &'a Value {
    v[tafel]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["kennung"] == kennung)
        .map_or(&Value::Null, |r| &r["felder"])
}

#[test]
fn gezaehlt_wie_von_hand_an_den_grenzen_der_quartale() {
    let h = Haus::neu();
    let t = |n: usize| h.teams[n].as_str();
    // Widersprüche: 5 of kdu in the third quarter, 3 successful (2 for "schnittstelle"); one in the fourth.
    h.widerspruch("unterkunft-heizung", 0, "2026-07-01", Some("schnittstelle"));
    h.widerspruch("unterkunft-heizung", 0, "2026-09-30", Some("schnittstelle"));
    h.widerspruch("unterkunft-heizung", 0, "2026-08-03", Some("it-verfahren"));
    for am in ["2026-08-04", "2026-08-05"] {
        h.widerspruch("unterkunft-heizung", 1, am, None);
    }
    h.widerspruch("unterkunft-heizung", 1, "2026-10-01", None);
    // Kundenreaktionen: one with two Anliegen, justified in part; one not justified; a praise.
    h.reaktion(
        json!([
            anliegen("unterkunft-heizung", t(0), json!("schnittstelle")),
            anliegen("bedarfe", t(1), Value::Null)
        ]),
        "2026-09-30",
        Some("teilweise"),
    );
    h.reaktion(
        json!([anliegen("unterkunft-heizung", t(1), Value::Null)]),
        "2026-10-01",
        Some("unberechtigt"),
    );
    h.reaktion(
        json!([{"art": "verhalten", "sachgebiet": null, "team_id": null, "ursache": null}]),
        "2026-10-02",
        None,
    );
    // The check ends in the new year by the clock in Germany, though not in UTC.
    h.pruefe(Utc.with_ymd_and_hms(2026, 12, 31, 23, 30, 0).unwrap());

    let v = h.lesen("qm", json!({}));
    assert_eq!(werte(&v["summe"]), [json!([2, 3]), json!([3, 6]), json!([0, 0]), json!([0, 0])]);
    assert_eq!(v["summe"][0]["alle"], 4);
    assert_eq!((&v["von"], &v["bis"]), (&json!("2026-01-01"), &json!("2026-12-31")));
    assert_eq!(
        reihe(&v, "sachgebiete", "unterkunft-heizung")[1]["werte"],
        json!({"zaehler": 3, "nenner": 6, "rate": 500})
    );
    // Three Anliegen of a Sachgebiet are few.
    assert_eq!(werte(reihe(&v, "sachgebiete", "unterkunft-heizung"))[0], Value::Null);
    // 5 in the third quarter would tell the one in the fourth.
    assert_eq!(werte(&v["quartale"][2]["felder"])[1], Value::Null);
    let drittes = h.lesen("qm", json!({"von": "2026-Q3", "bis": "2026-Q3"}));
    assert_eq!(werte(&drittes["summe"])[..2], [json!([2, 2]), json!([3, 5])]);
    assert_eq!(werte(&drittes["quartale"][0]["felder"])[1], json!([3, 5]));
    let viertes = h.lesen("qm", json!({"von": "2026-Q4", "bis": "2026-Q4"}));
    assert_eq!(werte(&viertes["summe"])[..2], [json!([0, 1]), json!([0, 1])]);
    assert_eq!(viertes["summe"][0]["alle"], 2);
    // 12 units were checked, one Feststellung; the Sachgebiet is that of the theme.
    let neues = h.lesen("qm", json!({"von": "2027-Q1", "bis": "2027-Q1"}));
    assert_eq!(werte(&neues["summe"])[2], json!([1, 12]));
    assert_eq!(werte(reihe(&neues, "sachgebiete", "anspruch-bg"))[2], json!([1, 12]));
    assert_eq!(reihe(&neues, "sachgebiete", "antrag-identitaet"), &Value::Null);
    assert_eq!(neues["summe"][2]["werte"]["rate"], 83);
    let ursache = h.lesen("qm", json!({"ursache": "schnittstelle"}));
    assert_eq!(werte(&ursache["summe"])[..2], [Value::Null, Value::Null]);

    // The numbers open lists of the same records.
    let qm = h.g.t.haus.anmelden("qm", crate::fixture::PASSWORT).unwrap();
    let gesamt = |abfrage: &str, r: Value| h.g.t.lesen(&qm, abfrage, r).unwrap()["gesamt"].clone();
    let blatt = json!({"ab": 0, "anzahl": 50});
    let liste = |filter: Value| json!({"filter": filter, "sortierung": "nummer", "absteigend": false, "blatt": blatt});
    let w = |ursachen: Value| {
        json!({"ursachen": ursachen, "sachgebiete": ["unterkunft-heizung"], "arten": ["widerspruch"],
        "entschieden_von": "2026-07-01", "entschieden_bis": "2026-09-30"})
    };
    assert_eq!(gesamt("widerspruch.liste", liste(w(json!(["schnittstelle"])))), 2);
    assert_eq!(gesamt("widerspruch.liste", liste(w(json!([""])))), 2);
    assert_eq!(gesamt("widerspruch.liste", liste(w(json!([])))), 5);
    assert_eq!(gesamt("kundenreaktion.liste", liste(json!({"sachgebiete": [""]}))), 1);
    assert_eq!(gesamt("kundenreaktion.liste", liste(json!({"ursachen": ["schnittstelle"]}))), 1);
    let feststellungen = |von: &str, bis: &str, sachgebiet: &str, auswahl: &str| {
        let a = json!({"von": von, "bis": bis, "auswahlen": [auswahl], "sachgebiet": sachgebiet});
        gesamt(
            "feststellung.liste",
            json!({"pruefung_id": null, "blatt": blatt, "sortierung": null, "absteigend": false, "staende": [], "team_id": null,
                   "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false, "abgeschlossene": a}),
        )
    };
    assert_eq!(feststellungen("2027-01-01", "2027-03-31", "anspruch-bg", "voll"), 1);
    assert_eq!(feststellungen("2026-10-01", "2026-12-31", "anspruch-bg", "voll"), 0);
    assert_eq!(feststellungen("2027-01-01", "2027-03-31", "bedarfe", "voll"), 0);
    assert_eq!(feststellungen("2027-01-01", "2027-03-31", "anspruch-bg", "zufall"), 0);
}

#[test]
fn jede_quelle_mit_der_eigenen_einsicht() {
    let h = Haus::neu();
    for (team, anzahl) in [(0, 6), (1, 7)] {
        for _ in 0..anzahl {
            h.widerspruch("bedarfe", team, "2026-08-03", Some("it-verfahren"));
        }
    }
    h.reaktion(json!([anliegen("bedarfe", &h.teams[1], Value::Null)]), "2026-08-03", Some("berechtigt"));
    let w = |name: &str| werte(&h.lesen(name, json!({}))["summe"]);
    assert_eq!(w("qm")[..2], [json!([1, 1]), json!([13, 13])]);
    assert_eq!(w("bl")[..2], [json!([1, 1]), json!([13, 13])]);
    assert_eq!(w("tl2")[..2], [json!([1, 1]), json!([7, 7])]);
    // The Kundenreaktionsmanagement has no sight of the register and of Fachaufsicht.
    let krm = h.lesen("karla", json!({}));
    assert_eq!(werte(&krm["summe"]), [json!([1, 1]), Value::Null, Value::Null, Value::Null]);
    assert_eq!(krm["quellen"][1]["sicht"], "keine");
    let hinweise = krm["hinweise"].to_string();
    assert!(hinweise.contains("Nicht gezeigt: Widersprüche und Fachaufsicht."), "{hinweise}");
    assert!(h.g.t.lesen(&h.g.pk, "ursachen.uebersicht", frage_2026()).is_err());
    assert!(h.g.t.lesen(&h.anna, "ursachen.uebersicht", frage_2026()).is_err());

    // A team of few stands with its Bereich only.
    let o = h.g.t.lesen(&h.g.t.admin, "organisation.uebersicht", json!({})).unwrap();
    let t = o["teams"].as_array().unwrap().iter().find(|t| t["id"] == json!(h.teams[1])).unwrap().clone();
    h.g.t.aendern(
        &h.g.t.admin,
        "organisation.team_speichern",
        json!({"bezug": {"id": t["id"], "version": t["version"]}, "name": t["name"], "bereich_id": t["bereich_id"],
               "standort_id": t["standort_id"], "unter_fuenf": true, "gueltigkeit": {"gueltig_ab": "2020-01-01", "gueltig_bis": null}}),
    )
    .unwrap();
    assert_eq!(w("tl2")[..2], [Value::Null, Value::Null]);
    assert_eq!(w("bl")[1], json!([13, 13]));

    // What is exported is what is seen, and no more quarters than fit on a page.
    let falsch = json!({"von": "2020-Q1", "bis": "2026-Q4", "sachgebiet": null, "ursache": null});
    let fehler = h.g.t.lesen(&h.g.qm, "ursachen.uebersicht", falsch).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "bis");
    let datei = h.g.t.ordner.path().join("ursachen.csv");
    let r =
        json!({"frage": frage_2026(), "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": []}});
    h.g.t.aendern(&h.karla, "ursachen.exportieren", r).unwrap();
    let text = std::fs::read_to_string(&datei).unwrap();
    assert!(text.contains("Insgesamt;insgesamt;Kundenreaktionen;1;1;1"), "{text}");
    // Not anywhere in the text: the head of the chain is made of any digits.
    assert!(!text.contains(";Widersprüche;") && !text.contains(";13;"), "{text}");
    h.g.t.protokoll_stimmt();
}
