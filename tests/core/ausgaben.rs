//! What a person sees of a report before it leaves the house, and of the files that left it.

use crate::fixture::Testhaus;
use crate::grundgesamtheit::vier_teams;
use crate::pruefbericht::text;
use crate::pruefung::{anlegen, qm};
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

struct Haus {
    t: Testhaus,
    qm: Sitzung,
    bl: Sitzung,
    nummer: String,
}

impl Haus {
    /// A planned check of the area of `bl`.
    fn neu() -> Self {
        let t = Testhaus::neu();
        let ids = t.organisation();
        let qm = qm(&t);
        let bl = t.person("bl", &[Rolle::Bereichsleitung], Some(&ids["Leistungsgewährung"]), &[]);
        let id = anlegen(&t, &qm, &vier_teams(&t, &qm, &ids));
        let pruefung = t.lesen(&qm, "pruefung.lesen", json!({"id": id})).unwrap();
        let nummer = pruefung["pruefung"]["nummer"].as_str().unwrap().to_owned();
        Self { t, qm, bl, nummer }
    }

    fn pruefung(&self, ab: u32, anzahl: u32) -> Value {
        json!({"name": "pruefung", "nummer": self.nummer, "von": null, "bis": null,
               "blatt": {"ab": ab, "anzahl": anzahl}})
    }

    fn exportiere(&self, name: &str, datei: &Path) {
        let anfrage = json!({"name": name, "nummer": self.nummer, "von": "2026-11-01", "bis": "2026-11-30",
            "datei": datei, "ueberschreiben": true});
        self.t.aendern(&self.qm, "bericht.exportieren", anfrage).unwrap();
    }

    fn datei(&self, name: &str) -> PathBuf {
        self.t.ordner.path().join(name)
    }

    fn liste(&self, filter: &Value) -> Value {
        let mut anfrage = json!({"blatt": {"ab": 0, "anzahl": 10}});
        anfrage.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
        self.t.lesen(&self.qm, "ausgabe.liste", anfrage).unwrap()
    }

    fn arten(&self, filter: &Value) -> Vec<String> {
        let liste = self.liste(filter);
        let zeilen = liste["zeilen"].as_array().unwrap();
        assert_eq!(liste["gesamt"], zeilen.len());
        zeilen.iter().map(|z| z["art"].as_str().unwrap().to_owned()).collect()
    }
}

fn auszug() -> Value {
    json!({"name": "protokoll", "nummer": null, "von": "2026-11-01", "bis": "2026-11-30",
           "blatt": {"ab": 0, "anzahl": 1}})
}

#[test]
fn vorschau_zeigt_die_seiten_des_pdf_und_traegt_nichts_ein() {
    let h = Haus::neu();
    let kopf = |h: &Haus| iks_core::api::protokoll::pruefe(&h.t.haus, None).unwrap().kopf;
    let vorher = kopf(&h);
    let erste = h.t.lesen(&h.qm, "bericht.vorschau", h.pruefung(0, 500)).unwrap();
    assert_eq!((kopf(&h), &h.liste(&json!({}))["gesamt"]), (vorher, &json!(0)));

    let pfad = h.datei("bericht.pdf");
    h.exportiere("pruefung", &pfad);
    let info = Command::new("pdfinfo").arg(&pfad).output().unwrap();
    let info = String::from_utf8(info.stdout).unwrap();
    let seiten = erste["seiten"].as_u64().unwrap();
    let zeile = info.lines().find_map(|z| z.strip_prefix("Pages:")).unwrap();
    assert_eq!(zeile.trim(), seiten.to_string());
    assert!(info.contains(erste["titel"].as_str().unwrap()));

    // However many are asked for, an answer stays small.
    let bilder = erste["bilder"].as_array().unwrap();
    assert!(seiten > 4 && bilder.len() == 4, "{seiten} Seiten, {} Bilder", bilder.len());
    assert!(bilder.iter().all(|b| b["svg"].as_str().unwrap().len() < 400_000));
    let zweite = h.t.lesen(&h.qm, "bericht.vorschau", h.pruefung(1, 2)).unwrap();
    assert_eq!(zweite["bilder"][0], bilder[1]);
    assert_eq!(zweite["bilder"][1]["seite"], 3);
    let dahinter = u32::try_from(seiten).unwrap();
    for ab in [dahinter, u32::MAX] {
        let leer = h.t.lesen(&h.qm, "bericht.vorschau", h.pruefung(ab, 4)).unwrap();
        assert_eq!((&leer["bilder"], leer["seiten"].as_u64()), (&json!([]), Some(seiten)));
    }
    // Headings lead to the pages on which the file has them.
    let gliederung = erste["gliederung"].as_array().unwrap();
    assert!(gliederung.len() > 3);
    let gelesen = text(&pfad);
    for punkt in gliederung {
        assert!((1..=seiten).contains(&punkt["seite"].as_u64().unwrap()));
        let wort = punkt["text"].as_str().unwrap().split(' ').next_back().unwrap();
        assert!(gelesen.contains(wort), "{punkt}");
    }
}

#[test]
fn vorschau_zeigt_niemandem_mehr_als_der_bericht() {
    let h = Haus::neu();
    let ids = h.t.lesen(&h.qm, "organisation.uebersicht", json!({})).unwrap();
    let anderer = ids["bereiche"]
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["name"] != "Leistungsgewährung")
        .and_then(|b| b["id"].as_str())
        .unwrap()
        .to_owned();
    let fremd = h.t.person("fremd", &[Rolle::Bereichsleitung], Some(&anderer), &[]);
    let kraft = h.t.person("kraft", &[Rolle::Pruefkraft], None, &[]);
    let revision = h.t.person("revision", &[Rolle::Revision], None, &[]);
    let frage = |wer: &Sitzung, anfrage: Value| h.t.lesen(wer, "bericht.vorschau", anfrage);
    for wer in [&h.bl, &revision] {
        frage(wer, h.pruefung(0, 1)).unwrap();
    }
    // To another area the check does not exist, exactly like one that was never planned.
    let mut erfunden = h.pruefung(0, 1);
    erfunden["nummer"] = json!("FA-1999-001");
    let (nicht_da, nicht_mein) = (frage(&fremd, erfunden), frage(&fremd, h.pruefung(0, 1)));
    assert_eq!(
        nicht_da.unwrap_err().to_string().replace("FA-1999-001", &h.nummer),
        nicht_mein.unwrap_err().to_string()
    );
    for wer in [&kraft, &h.t.admin] {
        assert_eq!(frage(wer, h.pruefung(0, 1)).unwrap_err().code, Code::Recht);
    }
    // The extract of the chain is for those who may read the chain.
    assert_eq!(frage(&h.bl, auszug()).unwrap_err().code, Code::Recht);
    let bild = frage(&revision, auszug()).unwrap();
    assert_eq!(bild["bilder"].as_array().unwrap().len(), 1);
}

#[test]
fn vorschau_fragt_nach_dem_was_fehlt() {
    let h = Haus::neu();
    for (feld, wert, soll) in [("nummer", json!(" "), "nummer"), ("nummer", json!("x".repeat(30)), "nummer")]
    {
        let mut anfrage = h.pruefung(0, 1);
        anfrage[feld] = wert;
        let fehler = h.t.lesen(&h.qm, "bericht.vorschau", anfrage).unwrap_err();
        assert_eq!(fehler.felder[0].feld, soll);
    }
    for (von, bis, soll) in
        [(json!(null), json!("2026-11-30"), "von"), (json!("2026-12-01"), json!("2026-11-30"), "bis")]
    {
        let mut anfrage = auszug();
        (anfrage["von"], anfrage["bis"]) = (von, bis);
        assert_eq!(h.t.lesen(&h.qm, "bericht.vorschau", anfrage).unwrap_err().felder[0].feld, soll);
    }
}

#[test]
fn verzeichnis_sucht_filtert_und_sortiert() {
    let h = Haus::neu();
    h.exportiere("protokoll", &h.datei("auszug.pdf"));
    h.exportiere("pruefung", &h.datei("bericht.pdf"));
    let (bericht, auszug) = ("pruefbericht".to_owned(), "protokollauszug".to_owned());
    let beide = [bericht.clone(), auszug.clone()];
    // Newest first without a word; the person by her sign.
    assert_eq!(h.arten(&json!({})), beide);
    let alle = h.liste(&json!({}));
    assert_eq!(alle["zeilen"][0]["zeichen"], "QM-1");
    let hash = alle["zeilen"][1]["sha256"].as_str().unwrap().to_owned();

    assert_eq!(h.arten(&json!({"art": "protokollauszug"})), std::slice::from_ref(&auszug));
    assert_eq!(h.arten(&json!({"art": "importbefunde"})), [""; 0]);
    assert_eq!(h.arten(&json!({"suche": h.nummer.to_lowercase()})), std::slice::from_ref(&bericht));
    assert_eq!(
        h.arten(&json!({"suche": format!(" {} ", hash[..12].to_uppercase())})),
        std::slice::from_ref(&auszug)
    );
    // The middle of a hash is no way to name a file, and a wildcard is a letter.
    assert_eq!(h.arten(&json!({"suche": &hash[20..40]})), [""; 0]);
    assert_eq!(h.arten(&json!({"suche": "%"})), [""; 0]);
    assert_eq!(
        h.arten(&json!({"sortierung": "art", "absteigend": false})),
        [auszug.clone(), bericht.clone()]
    );
    assert_eq!(h.arten(&json!({"sortierung": "art", "absteigend": true})), beide);
    let groessen = |absteigend| -> Vec<i64> {
        let liste = h.liste(&json!({"sortierung": "groesse", "absteigend": absteigend}));
        liste["zeilen"].as_array().unwrap().iter().map(|z| z["bytes"].as_i64().unwrap()).collect()
    };
    let (auf, ab) = (groessen(false), groessen(true));
    assert!(auf[0] < auf[1] && ab[0] == auf[1] && ab[1] == auf[0]);

    // Whole days in Berlin: the day of the export is inside, its neighbours are not.
    let zeit = alle["zeilen"][0]["zeit"].as_str().unwrap();
    let tag = chrono::DateTime::parse_from_rfc3339(zeit)
        .unwrap()
        .with_timezone(&chrono_tz::Europe::Berlin)
        .date_naive();
    let (davor, danach) = (tag.pred_opt().unwrap(), tag.succ_opt().unwrap());
    assert_eq!(h.arten(&json!({"von": tag, "bis": tag})), beide);
    assert_eq!(h.arten(&json!({"bis": davor})), [""; 0]);
    assert_eq!(h.arten(&json!({"von": danach})), [""; 0]);
    let fehler =
        h.t.lesen(&h.qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 1}, "suche": "x".repeat(121)}))
            .unwrap_err();
    assert_eq!(fehler.felder[0].feld, "suche");
}

#[test]
fn gepruefte_datei_ist_unveraendert_oder_steht_nicht_im_verzeichnis() {
    let h = Haus::neu();
    let pfad = h.datei("bericht.pdf");
    h.exportiere("pruefung", &pfad);
    let pruefe = || h.t.lesen(&h.bl, "ausgabe.pruefe_datei", json!({"datei": pfad})).unwrap();
    let befund = pruefe();
    assert_eq!(befund["ausgabe"]["sha256"], befund["sha256"]);
    assert_eq!(befund["ausgabe"]["zeichen"], "QM-1");
    let mut bytes = std::fs::read(&pfad).unwrap();
    let mitte = bytes.len() / 2;
    bytes[mitte] ^= 1;
    std::fs::write(&pfad, bytes).unwrap();
    let veraendert = pruefe();
    assert_eq!(veraendert["ausgabe"], Value::Null);
    assert_ne!(veraendert["sha256"], befund["sha256"]);
}

/// It holds the draw protocols, so it needs their right too: who may only see the report gets only the report.
#[test]
fn prueferkoffer_braucht_das_recht_am_ziehungsprotokoll() {
    let h = Haus::neu();
    let namen = |wer: &Sitzung| -> Vec<String> {
        let liste = h.t.lesen(wer, "bericht.liste", json!({})).unwrap();
        liste.as_array().unwrap().iter().map(|b| b["name"].as_str().unwrap().to_owned()).collect()
    };
    assert!(namen(&h.qm).iter().any(|n| n == "pruefkoffer"));
    assert!(namen(&h.bl).iter().any(|n| n == "pruefung") && !namen(&h.bl).iter().any(|n| n == "pruefkoffer"));
    let anfrage = json!({"name": "pruefkoffer", "nummer": h.nummer, "von": null, "bis": null,
        "datei": h.datei("koffer.pdf"), "ueberschreiben": false});
    assert_eq!(h.t.aendern(&h.bl, "bericht.exportieren", anfrage).unwrap_err().code, Code::Recht);
    let mut vorschau = h.pruefung(0, 1);
    vorschau["name"] = json!("pruefkoffer");
    assert_eq!(h.t.lesen(&h.bl, "bericht.vorschau", vorschau).unwrap_err().code, Code::Recht);
    assert!(!h.datei("koffer.pdf").exists());
}
