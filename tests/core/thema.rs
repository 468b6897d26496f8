//! Themes, versions of check sheets, release, reading a sheet from a file.

use crate::fixture::Testhaus;
use crate::pruefung::{plan, qm};
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use serde_json::{Value, json};

fn themen(t: &Testhaus, wer: &iks_core::haus::Sitzung) -> Vec<Value> {
    t.lesen(wer, "pruefthema.liste", json!({})).unwrap().as_array().unwrap().clone()
}

fn abschnitte(kennung: &str) -> Value {
    json!([{"titel": "Antrag", "merkmale": [
        {"kennung": kennung, "frage": "Ist der Antrag belegt?", "rechtsgrundlage": "§ 37 SGB II", "soll": "", "hinweis": "", "entscheidend": true, "wenn": null},
        {"kennung": "folge", "frage": "Ist reagiert worden?", "rechtsgrundlage": "", "soll": "", "hinweis": "", "entscheidend": false,
         "wenn": {"merkmal": kennung, "antwort": ["nein", "teilweise"]}},
    ]}])
}

#[test]
fn neues_haus_hat_fuenf_ungepruefte_vorlagen() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let liste = themen(&t, &qm);
    assert_eq!(liste.len(), 5);
    for zeile in &liste {
        let kopf = &zeile["vorlagen"][0];
        assert_eq!(kopf["herkunft"], "mitgeliefert");
        assert_eq!(kopf["nummer"], 1);
        assert_eq!(kopf["freigegeben_von"], Value::Null);
        let merkmale = kopf["merkmale"].as_i64().unwrap();
        assert!((12..=20).contains(&merkmale), "{}: {merkmale}", zeile["thema"]["titel"]);
        let v = t.lesen(&qm, "pruefthema.vorlage", json!({"id": kopf["id"]})).unwrap();
        let gezaehlt: usize = v["vorlage"]["abschnitte"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a["merkmale"].as_array().unwrap().len())
            .sum();
        assert_eq!(gezaehlt as i64, merkmale);
    }
    t.protokoll_stimmt();
}

#[test]
fn fassung_aendern_freigeben_verwenden() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let bl = t.person("bl", &[Rolle::Bereichsleitung], Some(&ids["Leistungsgewährung"]), &[]);
    let thema = themen(&t, &qm)[0]["thema"].clone();
    let speichern = |bezug: Value, kennung: &str| {
        t.aendern(
            &qm,
            "pruefthema.vorlage_speichern",
            json!({"thema_id": thema["id"], "bezug": bezug, "rechtsstand": "2026-11-01", "einleitung": "", "abschnitte": abschnitte(kennung)}),
        )
    };
    // A new version is the house's own and starts as "ungeprüft".
    let neu = speichern(Value::Null, "antrag").unwrap();
    let id = neu.objekte[0].id.clone();
    let detail = t.lesen(&qm, "pruefthema.lesen", json!({"id": thema["id"]})).unwrap();
    assert_eq!(detail["vorlagen"][0]["nummer"], 2);
    assert_eq!(detail["vorlagen"][0]["herkunft"], "haus");
    assert_eq!(detail["vorlagen"][1]["herkunft"], "mitgeliefert");
    // Release by the area's head, with her sign.
    t.aendern(&bl, "pruefthema.vorlage_freigeben", json!({"id": id, "version": 1})).unwrap();
    let v = t.lesen(&bl, "pruefthema.vorlage", json!({"id": id})).unwrap();
    assert_eq!(v["kopf"]["freigegeben_von"], "BL-1");
    assert_eq!(
        t.aendern(&bl, "pruefthema.vorlage_freigeben", json!({"id": id, "version": 2})).unwrap_err().code,
        Code::Regel
    );
    // An unused one may change, and needs a new release.
    let g = speichern(json!({"id": id, "version": 2}), "antrag").unwrap();
    assert_eq!(g.hinweise.len(), 1);
    assert_eq!(speichern(json!({"id": id, "version": 2}), "antrag").unwrap_err().code, Code::Konflikt);
    let v = t.lesen(&qm, "pruefthema.vorlage", json!({"id": id})).unwrap();
    assert_eq!(v["kopf"]["freigegeben_von"], Value::Null);
    // A used one never changes, and neither does the unit of its theme.
    let mut p = plan(&t, &qm, &ids);
    p["thema_id"] = thema["id"].clone();
    p["vorlage_id"] = json!(id);
    t.aendern(&qm, "pruefung.anlegen", json!({"plan": p})).unwrap();
    let f = speichern(json!({"id": id, "version": 4}), "anders").unwrap_err();
    assert_eq!(f.code, Code::Regel);
    assert!(f.text.contains("Fassung 2"), "{}", f.text);
    let f = t
        .aendern(
            &qm,
            "pruefthema.aendern",
            json!({"id": thema["id"], "version": 1, "titel": "Neu benannt", "bereich": "Leistungsgewährung", "sachgebiet": thema["sachgebiet"], "auswahleinheit": "zahlung", "aktiv": true}),
        )
        .unwrap_err();
    assert_eq!(f.felder[0].feld, "auswahleinheit");
    // Released it may still be.
    t.aendern(&qm, "pruefthema.vorlage_freigeben", json!({"id": id, "version": 4})).unwrap();
    t.protokoll_stimmt();
}

#[test]
fn thema_anlegen_und_aendern() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let anlegen = |kennung: &str, sachgebiet: &str| {
        t.aendern(
            &qm,
            "pruefthema.anlegen",
            json!({"kennung": kennung, "titel": "Bildung und Teilhabe", "bereich": "Leistungsgewährung", "sachgebiet": sachgebiet, "auswahleinheit": "bescheid"}),
        )
    };
    let g = anlegen("but", "bildung-teilhabe").unwrap();
    for (kennung, sachgebiet, feld) in [
        ("but", "bildung-teilhabe", "kennung"),
        ("Bildung & Teilhabe", "bildung-teilhabe", "kennung"),
        ("but-2", "gibt-es-nicht", "sachgebiet"),
    ] {
        assert_eq!(anlegen(kennung, sachgebiet).unwrap_err().felder[0].feld, feld);
    }
    t.aendern(
        &qm,
        "pruefthema.aendern",
        json!({"id": g.objekte[0].id, "version": 1, "titel": "BuT", "bereich": "Leistungsgewährung", "sachgebiet": "bildung-teilhabe", "auswahleinheit": "fall", "aktiv": false}),
    )
    .unwrap();
    let d = t.lesen(&qm, "pruefthema.lesen", json!({"id": g.objekte[0].id})).unwrap();
    assert_eq!(d["thema"]["aktiv"], false);
    assert_eq!(d["sachgebiet_titel"], "Bildung und Teilhabe");
    assert_eq!(d["vorlagen"].as_array().unwrap().len(), 0);
    t.protokoll_stimmt();
}

#[test]
fn fehler_im_bogen_nennen_das_merkmal() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let mut a = abschnitte("antrag");
    a[0]["merkmale"][1]["wenn"]["merkmal"] = json!("spaeter");
    let f = t
        .aendern(
            &qm,
            "pruefthema.vorlage_speichern",
            json!({"thema_id": themen(&t, &qm)[0]["thema"]["id"], "bezug": null, "rechtsstand": "2026-11-01", "einleitung": "", "abschnitte": a}),
        )
        .unwrap_err();
    assert_eq!(f.felder[0].feld, "abschnitte.0.merkmale.1.wenn.merkmal");
}

#[test]
fn bogen_aus_datei() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let datei = t.ordner.path().join("bogen.csv");
    let einlesen = |inhalt: &str| {
        std::fs::write(&datei, inhalt).unwrap();
        t.lesen(&qm, "pruefthema.vorlage_einlesen", json!({"datei": datei}))
    };
    let gut = einlesen(
        "Abschnitt;Kennung;Frage;Rechtsgrundlage;Entscheidend;Wenn Merkmal;Wenn Antwort\n\
         Antrag;a-datum;Ist das Datum belegt?;§ 37 SGB II;ja;;\n\
         ;a-folge;Ist reagiert worden?;;nein;a-datum;nein, nicht prüfbar\n\
         Bescheid;b-grund;Ist begründet?;§ 35 SGB X;;;\n",
    )
    .unwrap();
    assert_eq!(gut["fehler"].as_array().unwrap().len(), 0, "{gut}");
    assert_eq!(gut["abschnitte"][0]["merkmale"].as_array().unwrap().len(), 2);
    assert_eq!(gut["abschnitte"][0]["merkmale"][0]["entscheidend"], true);
    assert_eq!(gut["abschnitte"][0]["merkmale"][1]["wenn"]["antwort"], json!(["nein", "nicht_pruefbar"]));
    assert_eq!(gut["abschnitte"][1]["titel"], "Bescheid");
    // Errors name the line.
    let schlecht = einlesen(
        "Abschnitt;Kennung;Frage;Entscheidend;Wenn Merkmal;Wenn Antwort\n\
         Antrag;a-datum;Ist das Datum belegt?;vielleicht;;\n\
         Antrag;a-datum;Warum?;;a-fehlt;manchmal\n",
    )
    .unwrap();
    let zeilen: Vec<u64> =
        schlecht["fehler"].as_array().unwrap().iter().map(|f| f["zeile"].as_u64().unwrap()).collect();
    assert_eq!(zeilen, [2, 3, 3, 3, 3], "{schlecht}");
    // A missing column is said as such.
    let f = einlesen("Kennung;Text\na;b\n").unwrap_err();
    assert!(f.text.contains("Abschnitt, Frage"), "{}", f.text);
    let f = t
        .lesen(&qm, "pruefthema.vorlage_einlesen", json!({"datei": t.ordner.path().join("fehlt.xlsx")}))
        .unwrap_err();
    assert_eq!(f.felder[0].feld, "datei");
}
