//! Widersprüche through the doors: register, way, deadlines, double control.

use crate::fixture::Testhaus;
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A Widerspruch that came in time: posted 26.10.2026, known 30.10.2026, received 12.11.2026.
pub fn angaben() -> Value {
    json!({
        "gegenstand": "Aufhebungs- und Erstattungsbescheid", "bescheid_am": "2026-10-26",
        "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": "2026-10-26", "vermerk": true, "zugang": null},
        "ausland": false, "belehrung": "ordnungsgemaess", "elektronische_form_genannt": true,
        "eingang_andere_stelle": null, "andere_stelle": "", "eingang": "2026-11-12", "form": "schriftlich",
        "form_nachgeholt_am": null, "bevollmaechtigt": false, "aufschiebende_wirkung": "offen", "mahnsperre_am": null,
        "begruendung_bis": null, "begruendung_am": null, "sachgebiet": "aufhebung-erstattung", "team_id": null,
        "vermerk": "", "weitere": []
    })
}

pub fn klar() -> Value {
    json!({"fallnummer": "12345BG0000017", "name": "Erika Beispiel", "az_gericht": "", "vertretung": "", "az_vertretung": ""})
}

/// The same with some fields changed.
pub fn mit(mut w: Value, felder: Value) -> Value {
    for (name, wert) in felder.as_object().unwrap() {
        w[name] = wert.clone();
    }
    w
}

pub struct Stelle {
    pub t: Testhaus,
    pub orte: BTreeMap<String, String>,
    pub anna: Sitzung,
    pub bernd: Sitzung,
    pub qm: Sitzung,
}

impl Stelle {
    pub fn neu() -> Self {
        let t = Testhaus::neu();
        let orte = t.organisation();
        let anna = t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
        let bernd = t.person("bernd", &[Rolle::Widerspruchsstelle], None, &[]);
        let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
        Self { t, orte, anna, bernd, qm }
    }

    pub fn anlegen(&self, art: &str, angaben: Value) -> String {
        let g = self
            .t
            .aendern(
                &self.anna,
                "widerspruch.anlegen",
                json!({"art": art, "angaben": angaben, "klar": klar(), "vorgaenger_id": null}),
            )
            .unwrap();
        g.objekte[0].id.clone()
    }

    pub fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "widerspruch.lesen", json!({"id": id})).unwrap()
    }

    pub fn schritt(&self, id: &str, schritt: Value) -> Result<Vec<String>, iks_core::fehler::Fehler> {
        let version = self.lesen(&self.anna, id)["verfahren"]["version"].clone();
        self.t
            .aendern(
                &self.anna,
                "widerspruch.schritt",
                json!({"id": id, "version": version, "schritt": schritt}),
            )
            .map(|g| g.hinweise)
    }

    pub fn zeichnen(&self, wer: &Sitzung, id: &str) -> Result<(), iks_core::fehler::Fehler> {
        let version = self.lesen(wer, id)["verfahren"]["version"].clone();
        self.t.aendern(wer, "widerspruch.zeichnen", json!({"id": id, "version": version})).map(|_| ())
    }

    pub fn frist(&self, wer: &Sitzung, id: &str, art: &str, bezug: &str) -> Value {
        self.lesen(wer, id)["fristen"]
            .as_array()
            .unwrap()
            .iter()
            .find(|f| f["frist"]["art"] == art && (bezug.is_empty() || f["frist"]["bezug"] == bezug))
            .cloned()
            .unwrap_or(Value::Null)
    }

    /// From the receipt to the rejection sent on 18.11.2026.
    pub fn bis_zur_absendung(&self, id: &str) {
        for schritt in [
            json!({"art": "abhilfe_pruefen", "am": "2026-11-13"}),
            json!({"art": "nicht_abhelfen", "am": "2026-11-16"}),
            json!({"art": "entwerfen", "ergebnis": "zurueckweisen", "stattgabe": null}),
            json!({"art": "vorlegen"}),
        ] {
            self.schritt(id, schritt).unwrap();
        }
        self.zeichnen(&self.bernd, id).unwrap();
        self.schritt(id, absenden(kosten())).unwrap();
    }

    pub fn stand(&self, id: &str) -> String {
        self.lesen(&self.anna, id)["verfahren"]["lage"]["stand"].as_str().unwrap().to_owned()
    }
}

fn kosten() -> Value {
    json!({"anteil_zaehler": 1, "anteil_nenner": 1, "zuziehung_notwendig": false, "betrag_cent": null})
}

#[test]
fn vom_eingang_bis_zur_klage_und_zurueck() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let d = s.lesen(&s.anna, &id);
    assert_eq!(d["verfahren"]["nummer"], "W-2026-0001");
    assert_eq!(d["fall"], "12345BG0000017");
    // Posted 26.10., known 30.10., one month: Monday 30.11.2026.
    let frist = s.frist(&s.anna, &id, "widerspruchsfrist", "1");
    assert_eq!(frist["frist"]["tag"], "2026-11-30");
    assert_eq!(frist["frist"]["stand"], "erledigt");
    assert_eq!(frist["verspaetet"], false);
    // Three months from 12.11.2026 end on 12.02.2027, four days before is Monday 08.02.2027.
    let uhr = s.frist(&s.anna, &id, "untaetigkeit", "");
    assert_eq!(uhr["frist"]["tag"], "2027-02-08");
    assert_eq!(uhr["frist"]["berechnung"]["nominal"], "2027-02-12");
    s.schritt(&id, json!({"art": "eingang_bestaetigen", "am": "2026-11-13"})).unwrap();
    s.schritt(&id, json!({"art": "abhilfe_pruefen", "am": "2026-11-13"})).unwrap();
    s.schritt(&id, json!({"art": "nicht_abhelfen", "am": "2026-11-16"})).unwrap();
    s.schritt(&id, json!({"art": "entwerfen", "ergebnis": "zurueckweisen", "stattgabe": null})).unwrap();
    s.schritt(&id, json!({"art": "vorlegen"})).unwrap();
    let selbst = s.zeichnen(&s.anna, &id).unwrap_err();
    assert_eq!(selbst.code, Code::VierAugen);
    s.zeichnen(&s.bernd, &id).unwrap();
    let ohne_kosten = s.schritt(&id, absenden(Value::Null)).unwrap_err();
    assert_eq!(ohne_kosten.felder[0].feld, "schritt.kosten");
    s.schritt(&id, absenden(kosten())).unwrap();
    // Sent 18.11., known 22.11. (a Sunday, which does not move), one month: Tuesday 22.12.2026.
    let klagefrist = s.frist(&s.anna, &id, "klagefrist", "bescheid");
    assert_eq!(klagefrist["frist"]["tag"], "2026-12-22");
    assert_eq!(klagefrist["frist"]["stand"], "laufend");
    assert_eq!(s.frist(&s.anna, &id, "untaetigkeit", "")["frist"]["stand"], "erledigt");
    let hinweise = s.schritt(&id, json!({"art": "klage_erheben", "am": "2026-11-20"})).unwrap();
    assert!(hinweise[0].contains("W-2026-0002"), "{hinweise:?}");
    let klage = s.lesen(&s.anna, &id)["nachfolger"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(s.frist(&s.anna, &klage, "klagefrist", "1")["frist"]["tag"], "2026-12-22");
    s.schritt(
        &klage,
        json!({"art": "gericht_entscheidet", "am": "2026-11-20", "ausgang": "stattgegeben", "zugestellt_am": "2026-11-20",
               "rechtsmittel": "berufung", "stattgabe": {"grund": "rechtsanwendung", "ursache": "wissen-einarbeitung"}, "kosten": kosten()}),
    )
    .unwrap();
    // Served 20.11.: one month ends on Sunday 20.12., Monday 21.12.2026.
    let berufung = s.frist(&s.anna, &klage, "berufung", "");
    assert_eq!(berufung["frist"]["tag"], "2026-12-21");
    assert_eq!(berufung["frist"]["doppelt"], true);
    let zu_frueh = s.schritt(&klage, json!({"art": "abschliessen", "am": "2026-11-20"})).unwrap_err();
    assert_eq!(zu_frueh.code, Code::Regel);
    s.schritt(&klage, json!({"art": "umsetzen", "am": "2026-11-20"})).unwrap();
    s.schritt(&klage, json!({"art": "abschliessen", "am": "2026-11-20"})).unwrap();
    assert_eq!(s.stand(&id), "erledigt");
    assert_eq!(s.frist(&s.anna, &klage, "berufung", "")["frist"]["stand"], "erledigt");
    // Taking the end of the Klage back opens the Widerspruch again.
    let version = s.lesen(&s.anna, &klage)["verfahren"]["version"].clone();
    s.t.aendern(
        &s.anna,
        "widerspruch.schritt_zuruecknehmen",
        json!({"id": klage, "version": version, "grund": "zu früh abgeschlossen"}),
    )
    .unwrap();
    assert_eq!((s.stand(&klage).as_str(), s.stand(&id).as_str()), ("entschieden", "klage"));
    s.t.protokoll_stimmt();
}

fn absenden(kosten: Value) -> Value {
    json!({"art": "absenden", "ausland": false, "belehrung": "ordnungsgemaess", "kosten": kosten,
           "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": "2026-11-18", "vermerk": true, "zugang": null}})
}

#[test]
fn klarnamen_sieht_und_findet_nur_die_widerspruchsstelle() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let fremd = s.lesen(&s.qm, &id);
    assert_eq!(fremd["klar"], Value::Null);
    assert_eq!(fremd["fall"].as_str().unwrap().len(), 10);
    assert!(!fremd.to_string().contains("Beispiel") && !fremd.to_string().contains("BG0000017"));
    let suche = |wer: &Sitzung, text: &str| {
        let r = json!({"filter": {"suche": text}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
        s.t.lesen(wer, "widerspruch.liste", r).unwrap()["gesamt"].as_u64().unwrap()
    };
    assert_eq!(suche(&s.anna, "beispiel"), 1);
    assert_eq!(suche(&s.anna, "12345bg"), 1);
    assert_eq!(suche(&s.qm, "beispiel"), 0);
    assert_eq!(suche(&s.qm, "erstattungs aufhebung"), 1);
    // Nothing a person types is an operator of the search.
    for text in ["\"", "a OR b", "NEAR(", "-x", "*", "col:x"] {
        suche(&s.qm, text);
    }
}

#[test]
fn abweichende_gegenpruefung_wird_gezeigt_bis_beide_sich_einig_sind() {
    let s = Stelle::neu();
    let id = s.anlegen("klage", mit(angaben(), json!({"bekanntgabe": null})));
    s.t.aendern(
        &s.anna,
        "frist.anlegen",
        json!({"verfahren_id": id, "art": "aeusserung", "bezeichnung": "Klageerwiderung", "quelle": "Verfügung vom 16.11.2026", "tag": "2026-12-15"}),
    )
    .unwrap();
    let blind = s.frist(&s.bernd, &id, "aeusserung", "");
    assert_eq!((&blind["verdeckt"], &blind["frist"]["tag"]), (&json!(true), &Value::Null));
    assert!(!s.lesen(&s.bernd, &id).to_string().contains("2026-12-15"));
    let kalender =
        s.t.lesen(
            &s.bernd,
            "frist.kalender",
            json!({"von": "2026-12-01", "bis": "2026-12-31", "nur_offene": true}),
        )
        .unwrap();
    assert!(!kalender.to_string().contains("2026-12-15") && kalender.to_string().contains("Klageerwiderung"));
    let buch = json!({"von": "2026-11-01", "bis": "2026-12-31"});
    assert!(
        !s.t.lesen(&s.bernd, "frist.fristenbuch", buch.clone()).unwrap().to_string().contains("2026-12-15")
    );
    let liste =
        json!({"filter": {}, "sortierung": "frist", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
    assert!(!s.t.lesen(&s.bernd, "widerspruch.liste", liste).unwrap().to_string().contains("2026-12-15"));
    // A stale request is told, and does not give the day away either.
    let fid = blind["frist"]["id"].as_str().unwrap().to_owned();
    let veraltet =
        s.t.aendern(&s.bernd, "frist.gegenpruefen", json!({"id": fid, "version": 99, "tag": "2026-12-16"}))
            .unwrap_err();
    assert_eq!(veraltet.code, Code::Konflikt);
    assert!(!veraltet.stand.unwrap().to_string().contains("2026-12-15"));
    let selbst =
        s.t.aendern(&s.anna, "frist.gegenpruefen", json!({"id": fid, "version": 1, "tag": "2026-12-15"}))
            .unwrap_err();
    assert_eq!(selbst.code, Code::VierAugen);
    let g =
        s.t.aendern(&s.bernd, "frist.gegenpruefen", json!({"id": fid, "version": 1, "tag": "2026-12-14"}))
            .unwrap();
    assert!(g.hinweise[0].contains("weichen voneinander ab"));
    let frist = s.frist(&s.bernd, &id, "aeusserung", "");
    // Until both agree, the earlier day counts, and both see both.
    assert_eq!(
        (&frist["frist"]["kontrolle"], &frist["frist"]["tag"]),
        (&json!("abweichend"), &json!("2026-12-14"))
    );
    let klaeren = |wer: &Sitzung, tag: &str| {
        let version = s.frist(wer, &id, "aeusserung", "")["frist"]["version"].clone();
        s.t.aendern(
            wer,
            "frist.klaeren",
            json!({"id": fid, "version": version, "tag": tag, "grund": "Verfügung noch einmal gelesen"}),
        )
    };
    assert_eq!(klaeren(&s.qm, "2026-12-15").unwrap_err().code, Code::Recht);
    klaeren(&s.bernd, "2026-12-15").unwrap();
    klaeren(&s.anna, "2026-12-15").unwrap();
    let frist = s.frist(&s.qm, &id, "aeusserung", "");
    assert_eq!(
        (&frist["frist"]["kontrolle"], &frist["frist"]["tag"]),
        (&json!("bestaetigt"), &json!("2026-12-15"))
    );
    s.t.protokoll_stimmt();
}

#[test]
fn verwerfung_als_verfristet_braucht_zwei_gleiche_tage() {
    let s = Stelle::neu();
    // Posted 12.10.2026, known 16.10., one month: Monday 16.11.2026; received 17.11.
    let spaet = mit(
        angaben(),
        json!({"bescheid_am": "2026-10-12", "eingang": "2026-11-17",
               "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": "2026-10-12", "vermerk": true, "zugang": null}}),
    );
    let id = s.anlegen("widerspruch", spaet);
    let d = s.lesen(&s.anna, &id);
    assert!(d["hinweise"][0].as_str().unwrap().contains("Wiedereinsetzung"), "{}", d["hinweise"]);
    s.schritt(&id, json!({"art": "abhilfe_pruefen", "am": "2026-11-18"})).unwrap();
    s.schritt(&id, json!({"art": "nicht_abhelfen", "am": "2026-11-18"})).unwrap();
    let verwerfen =
        || s.schritt(&id, json!({"art": "entwerfen", "ergebnis": "verwerfen_verfristet", "stattgabe": null}));
    assert_eq!(verwerfen().unwrap_err().code, Code::VierAugen);
    let frist = s.frist(&s.bernd, &id, "widerspruchsfrist", "1");
    assert_eq!((&frist["verdeckt"], &frist["frist"]["tag"]), (&json!(true), &Value::Null));
    s.t.aendern(
        &s.bernd,
        "frist.gegenpruefen",
        json!({"id": frist["frist"]["id"], "version": 1, "tag": "2026-11-16"}),
    )
    .unwrap();
    verwerfen().unwrap();
    assert_eq!(s.stand(&id), "entwurf");
}

#[test]
fn fristen_folgen_geaenderten_angaben_und_der_alte_tag_bleibt() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let frist = s.frist(&s.bernd, &id, "untaetigkeit", "");
    s.t.aendern(&s.bernd, "frist.bestaetigen", json!({"id": frist["frist"]["id"], "version": 1})).unwrap();
    s.t.aendern(
        &s.anna,
        "widerspruch.aendern",
        json!({"id": id, "version": 1, "angaben": mit(angaben(), json!({"eingang": "2026-11-13"})), "klar": klar()}),
    )
    .unwrap();
    let frist = s.frist(&s.anna, &id, "untaetigkeit", "")["frist"].clone();
    assert_eq!((&frist["tag"], &frist["kontrolle"]), (&json!("2027-02-09"), &json!("unbestaetigt")));
    let letztes = frist["verlauf"].as_array().unwrap().last().unwrap();
    assert_eq!((&letztes["ereignis"], &letztes["tag_alt"]), (&json!("neu_berechnet"), &json!("2027-02-08")));
    // Without proof of posting there is no day, and no guess.
    let ohne =
        json!({"art": "post_inland", "aufgabe_zur_post": "2026-10-26", "vermerk": false, "zugang": null});
    s.t.aendern(
        &s.anna,
        "widerspruch.aendern",
        json!({"id": id, "version": 2, "angaben": mit(angaben(), json!({"bekanntgabe": ohne})), "klar": klar()}),
    )
    .unwrap();
    let frist = s.frist(&s.anna, &id, "widerspruchsfrist", "1")["frist"].clone();
    assert_eq!((&frist["tag"], &frist["berechnung"]["art"]), (&Value::Null, &json!("nicht_berechenbar")));
    s.t.protokoll_stimmt();
}

#[test]
fn unsinnige_tage_werden_am_feld_abgewiesen() {
    let s = Stelle::neu();
    let feld = |aenderung: Value| {
        let r = json!({"art": "widerspruch", "angaben": mit(angaben(), aenderung), "klar": klar(), "vorgaenger_id": null});
        s.t.aendern(&s.anna, "widerspruch.anlegen", r).map(|_| ()).unwrap_err()
    };
    let post = |tag: &str| json!({"bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": tag, "vermerk": true, "zugang": null}});
    for (aenderung, erwartet) in [
        (json!({"eingang": "2026-10-20"}), "angaben.eingang"),
        (json!({"eingang": "2026-11-21"}), "angaben.eingang"),
        (post("2026-11-21"), "angaben.bekanntgabe.aufgabe_zur_post"),
        (post("2026-10-25"), "angaben.bekanntgabe.aufgabe_zur_post"),
        (json!({"sachgebiet": "gibtesnicht"}), "angaben.sachgebiet"),
        (json!({"gegenstand": "x"}), "angaben.gegenstand"),
        (json!({"eingang_andere_stelle": "2026-11-10"}), "angaben.andere_stelle"),
        (json!({"bekanntgabe": null}), "angaben.bekanntgabe"),
    ] {
        let fehler = feld(aenderung.clone());
        assert!(fehler.felder.iter().any(|f| f.feld == erwartet), "{aenderung}: {:?}", fehler.felder);
    }
    // 31.02. is no day.
    assert_eq!(feld(json!({"eingang": "2026-02-31"})).code, Code::Eingabe);
}

#[test]
fn zwei_bestaetigen_zugleich_der_zweite_erfaehrt_es() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let frist = s.frist(&s.bernd, &id, "untaetigkeit", "")["frist"]["id"].clone();
    let gf = s.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let bestaetigen =
        |wer: &Sitzung| s.t.aendern(wer, "frist.bestaetigen", json!({"id": frist, "version": 1}));
    bestaetigen(&s.bernd).unwrap();
    let zweite = bestaetigen(&gf).unwrap_err();
    assert_eq!(zweite.code, Code::Konflikt);
    assert_eq!(zweite.stand.unwrap()["frist"]["kontrolle"], "bestaetigt");
    // One edits what another has moved on: told, with the present state.
    s.schritt(&id, json!({"art": "eingang_bestaetigen", "am": "2026-11-13"})).unwrap();
    let alt =
        s.t.aendern(
            &s.bernd,
            "widerspruch.aendern",
            json!({"id": id, "version": 1, "angaben": angaben(), "klar": klar()}),
        )
        .unwrap_err();
    assert_eq!(alt.code, Code::Konflikt);
    assert_eq!(alt.stand.unwrap()["lage"]["stand"], "bestaetigt");
}

#[test]
fn wer_klardaten_sieht_erhaelt_sie_auch_im_konflikt() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let aendern = |wer: &Sitzung, version: i64, name: &str| {
        let klar = mit(klar(), json!({"name": name}));
        s.t.aendern(
            wer,
            "widerspruch.aendern",
            json!({"id": id, "version": version, "angaben": angaben(), "klar": klar}),
        )
    };
    aendern(&s.anna, 1, "Erika Muster").unwrap();
    let stand = aendern(&s.bernd, 1, "Erika Neu").unwrap_err().stand.unwrap();
    assert_eq!((&stand["version"], &stand["klar"]["name"]), (&json!(2), &json!("Erika Muster")));
    assert_eq!(stand["klar"]["fallnummer"], klar()["fallnummer"]);
    // Who signs sees the procedure, but never its plain data.
    let gf = s.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    for schritt in [
        json!({"art": "abhilfe_pruefen", "am": "2026-11-13"}),
        json!({"art": "nicht_abhelfen", "am": "2026-11-16"}),
        json!({"art": "entwerfen", "ergebnis": "zurueckweisen", "stattgabe": null}),
        json!({"art": "vorlegen"}),
    ] {
        s.schritt(&id, schritt).unwrap();
    }
    let fremd = s.t.aendern(&gf, "widerspruch.zeichnen", json!({"id": id, "version": 1})).unwrap_err();
    assert_eq!(fremd.code, Code::Konflikt);
    let stand = fremd.stand.unwrap();
    assert_eq!(stand["klar"], Value::Null);
    assert!(!stand.to_string().contains("BG0000017") && !stand.to_string().contains("Erika"));
}

#[test]
fn der_vorgaenger_ist_keine_dublette() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let hinweise = |vorgaenger: Value| {
        let r = json!({"art": "ueberpruefung", "angaben": mit(angaben(), json!({"bekanntgabe": null})), "klar": klar(), "vorgaenger_id": vorgaenger});
        s.t.aendern(&s.anna, "widerspruch.anlegen", r).unwrap().hinweise
    };
    assert_eq!(hinweise(json!(id)), Vec::<String>::new());
    // Another one with that number is still named, whether linked to the same procedure or to none.
    assert!(hinweise(json!(id))[0].contains("W-2026-0002"));
    assert!(hinweise(Value::Null)[0].contains("gibt es schon ein Verfahren"));
}
