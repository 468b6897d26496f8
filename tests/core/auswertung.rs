//! From the draw to the report, through the doors only.

use crate::fixture::Testhaus;
use crate::grundgesamtheit::{einlesen, fixture, leseweise, version, vier_teams};
use crate::pruefbericht::{einwandfrei, text};
use crate::pruefung::{anlegen, qm};
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A check with forty drawn units; five have a deviation.
struct Lauf {
    t: Testhaus,
    qm: Sitzung,
    bl: Sitzung,
    tl: Sitzung,
    revision: Sitzung,
    id: String,
    merkmale: Vec<String>,
}

const GEZOGEN: u64 = 40;
/// Item, severity, effect, cents of the Bund, by position.
const BEFUNDE: [(i64, usize, &str, &str, i64); 5] = [
    (3, 0, "wesentlich", "unterzahlung", 12_345),
    (9, 0, "gering", "ohne", 0),
    (17, 3, "gering", "ohne", 0),
    (25, 3, "schwerwiegend", "ueberzahlung", 50_000),
    (33, 0, "gering", "ohne", 0),
];

impl Lauf {
    fn neu() -> Self {
        let t = Testhaus::neu();
        let ids = t.organisation();
        let qm = qm(&t);
        let zweite = t.person("pruefer", &[Rolle::Pruefkraft], None, &[]);
        let bl = t.person("bl", &[Rolle::Bereichsleitung], Some(&ids["Leistungsgewährung"]), &[]);
        let teams: Vec<&str> =
            ["Leistung 1", "Leistung 2", "Leistung 3", "Leistung 4"].map(|n| ids[n].as_str()).to_vec();
        let tl = t.person("tl", &[Rolle::Teamleitung], None, &teams);
        let revision = t.person("revision", &[Rolle::Revision], None, &[]);
        let mut plan = vier_teams(&t, &qm, &ids);
        plan["stichprobe_geplant"] = json!(GEZOGEN);
        plan["restliche_auf_ja"] = json!(true);
        let vorlage = t.lesen(&qm, "pruefthema.vorlage", json!({"id": plan["vorlage_id"]})).unwrap();
        let merkmale = merkmale(&vorlage);
        let id = anlegen(&t, &qm, &plan);
        einlesen(&t, &qm, &id, &fixture("grundgesamtheit_leistung.csv"), leseweise()).unwrap();
        let daten = json!({"pruefung": {"id": id, "version": version(&t, &qm, &id)}, "anzahl": null});
        t.aendern(&qm, "ziehung.versiegeln", daten).unwrap();
        let lauf = Self { t, qm, bl, tl, revision, id, merkmale };
        for (wer, haelfte) in [(&lauf.qm, "5170338921"), (&zweite, "0466257814")] {
            let daten = json!({"ziehung": lauf.ziehung(), "haelfte": haelfte});
            lauf.t.aendern(wer, "ziehung.startwert_haelfte", daten).unwrap();
        }
        let daten = json!({"ziehung": lauf.ziehung(), "nummern": [], "begruendung": ""});
        lauf.t.aendern(&lauf.qm, "ziehung.ziehen", daten).unwrap();
        lauf
    }

    fn ziehung(&self) -> Value {
        let z = self.t.lesen(&self.qm, "ziehung.liste", json!({"pruefung_id": self.id})).unwrap();
        let letzte = z["eigene"].as_array().unwrap().last().unwrap();
        json!({"id": letzte["id"], "version": letzte["version"]})
    }

    fn boegen(&self) -> Vec<Value> {
        let anfrage = json!({"pruefung_id": self.id, "blatt": {"ab": 0, "anzahl": 500}, "sortierung": "position",
            "absteigend": false, "staende": [], "team_id": null, "zugewiesen_an": null,
            "nicht_zugewiesen": false, "nur_mit_feststellung": false, "suche": null});
        let liste = self.t.lesen(&self.qm, "bogen.liste", anfrage).unwrap();
        liste["zeilen"].as_array().unwrap().clone()
    }

    /// Answers and closes the sheets of these positions; position 40 has no file.
    fn pruefe(&self, positionen: std::ops::RangeInclusive<i64>) {
        let faelle: Vec<Value> = self
            .boegen()
            .into_iter()
            .filter(|f| positionen.contains(&f["position"].as_i64().unwrap()))
            .collect();
        let mut ops = Vec::new();
        for fall in &faelle {
            let position = fall["position"].as_i64().unwrap();
            let id = &fall["id"];
            if position == 40 {
                continue;
            }
            for (_, m, schwere, wirkung, bund) in BEFUNDE.iter().filter(|b| b.0 == position) {
                let merkmal = &self.merkmale[*m];
                ops.push((
                    "bogen.antworten",
                    json!({"id": id, "merkmal": merkmal, "wert": "nein", "version": 0}),
                ));
                let inhalt = json!({"art": "materiell", "wirkung": wirkung, "betrag_bund_cent": bund,
                    "betrag_kommune_cent": 0, "haeufigkeit": "einmalig", "zeitraum_von": null, "zeitraum_bis": null,
                    "schwere": schwere, "sachgebiet": "antrag-identitaet", "ursache": "wissen-einarbeitung",
                    "text": format!("Erfundene Feststellung an Position {position}."), "korrektur_bis": "2026-12-31"});
                ops.push((
                    "feststellung.speichern",
                    json!({"prueffall_id": id, "bezug": null, "merkmal": merkmal, "inhalt": inhalt}),
                ));
            }
            for abschnitt in 0..4 {
                ops.push(("bogen.restliche_auf_ja", json!({"id": id, "abschnitt": abschnitt})));
            }
        }
        self.t.aendern_viele(&self.qm, ops).unwrap();
        let abschluss: Vec<_> = self
            .boegen()
            .into_iter()
            .filter(|f| positionen.contains(&f["position"].as_i64().unwrap()))
            .map(|f| {
                if f["position"] == 40 {
                    (
                        "bogen.nicht_pruefbar",
                        json!({"id": f["id"], "version": f["version"], "grund": "Die Akte ist nicht auffindbar."}),
                    )
                } else {
                    (
                        "bogen.abschliessen",
                        json!({"id": f["id"], "version": f["version"]}),
                    )
                }
            })
            .collect();
        self.t.aendern_viele(&self.qm, abschluss).unwrap();
    }

    fn auswertung(&self, wer: &Sitzung) -> Value {
        self.t.lesen(wer, "auswertung.pruefung", json!({"id": self.id})).unwrap()["auswertung"].clone()
    }

    fn nummer(&self) -> Value {
        self.t.lesen(&self.qm, "pruefung.lesen", json!({"id": self.id})).unwrap()["pruefung"]["nummer"]
            .clone()
    }

    fn anfrage(&self, datei: &PathBuf, ueberschreiben: bool) -> Value {
        json!({"name": "pruefung", "nummer": self.nummer(), "von": null, "bis": null, "datei": datei,
               "ueberschreiben": ueberschreiben})
    }

    fn bericht(&self, name: &str) -> PathBuf {
        let datei = self.t.ordner.path().join(name);
        self.t.aendern(&self.qm, "bericht.exportieren", self.anfrage(&datei, false)).unwrap();
        datei
    }
}

fn merkmale(vorlage: &Value) -> Vec<String> {
    fn suche(v: &Value) -> Option<&Value> {
        match v {
            Value::Object(o) => o.get("abschnitte").or_else(|| o.values().find_map(suche)),
            _ => None,
        }
    }
    suche(vorlage)
        .and_then(Value::as_array)
        .unwrap()
        .iter()
        .flat_map(|a| a["merkmale"].as_array().unwrap().clone())
        .map(|m| m["kennung"].as_str().unwrap().to_owned())
        .collect()
}

fn enthaelt(gelesen: &str, satz: &str) {
    let ohne = |t: &str| t.replace(['-', '\u{2010}', '\u{ad}', '\u{a0}', ' ', '\n'], "");
    assert!(ohne(gelesen).contains(&ohne(satz)), "fehlt im Bericht: {satz}");
}

#[test]
fn auswertung_und_bericht_stimmen_ueberein() {
    let lauf = Lauf::neu();
    // While it runs: provisional, no rate, and a report all the same.
    lauf.pruefe(1..=20);
    let a = lauf.auswertung(&lauf.qm);
    assert_eq!(a["vorlaeufig"], true);
    assert_eq!((a["zahlen"]["offen"].clone(), a["zahlen"]["fehlerhaft"].clone()), (json!(20), json!(3)));
    assert_eq!(a["rate"]["quote"], Value::Null);
    let zwischenstand = text(&lauf.bericht("zwischenstand.pdf"));
    enthaelt(&zwischenstand, "Ergebnis (vorläufig)");

    lauf.pruefe(21..=40);
    let a = lauf.auswertung(&lauf.qm);
    let z = &a["zahlen"];
    assert_eq!(z["gezogen"], GEZOGEN);
    assert_eq!((&z["fehlerhaft"], &z["ungeklaert"], &z["offen"]), (&json!(5), &json!(1), &json!(0)));
    assert_eq!(a["geschichtet"], true);
    assert!(a["rate"]["hoechstens"].as_u64() > a["rate"]["mindestens"].as_u64());
    let fehler: Vec<u64> =
        a["definitionen"].as_array().unwrap().iter().map(|d| d["fehlerhaft"].as_u64().unwrap()).collect();
    assert_eq!(fehler, [5, 2, 2]);
    assert_eq!(a["betraege"]["unterzahlung"]["bund_gesamt_cent"], 12_345);
    assert_eq!(a["betraege"]["ueberzahlung"]["bund_gesamt_cent"], 50_000);

    let datei = lauf.bericht("bericht.pdf");
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHT_HAUS") {
        std::fs::copy(&datei, ziel).unwrap();
    }
    einwandfrei(&datei);
    let gelesen = text(&datei);
    for satz in a["saetze"].as_array().unwrap().iter().chain(a["hinweise"].as_array().unwrap()) {
        enthaelt(&gelesen, satz.as_str().unwrap());
    }
    // No case number and no name of a person.
    let liste = std::fs::read(fixture("grundgesamtheit_leistung.csv")).unwrap();
    let liste = String::from_utf8_lossy(&liste);
    let nummern: Vec<&str> = liste
        .split([';', '\n', '"'])
        .filter(|z| z.len() > 10 && z.contains("BG") && z.chars().any(|c| c.is_ascii_digit()))
        .collect();
    assert!(nummern.len() > 100);
    let dicht = gelesen.replace(' ', "");
    assert!(nummern.iter().all(|n| !dicht.contains(n.trim())));
    assert!(!gelesen.contains("Person ") || !gelesen.contains("Person qm"));
    for name in ["Person qm", "Person bl", "Anna Admin", "Person tl"] {
        assert!(!gelesen.contains(name), "{name}");
    }
    enthaelt(&gelesen, "QM-1");
    // The exports before it did not change the content: same bytes, and the head is in the chain.
    let zweiter = lauf.bericht("noch-einmal.pdf");
    assert_eq!(std::fs::read(&datei).unwrap(), std::fs::read(&zweiter).unwrap());
    let ausgaben =
        lauf.t.lesen(&lauf.qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 10}})).unwrap();
    let eintrag = &ausgaben["zeilen"][0];
    assert_eq!(eintrag["art"], "pruefbericht");
    let kopf = eintrag["kopf"].as_str().unwrap();
    enthaelt(&gelesen, kopf);
    let befund = iks_core::api::protokoll::pruefe(&lauf.t.haus, Some(kopf)).unwrap();
    assert!(befund.gesuchte_folge.is_some() && befund.befunde.is_empty());
    let gefunden = lauf.t.lesen(&lauf.revision, "ausgabe.pruefe_datei", json!({"datei": datei})).unwrap();
    assert_eq!(gefunden["sha256"], eintrag["sha256"]);
    assert!(!gefunden["ausgabe"].is_null());
}

fn dateien(ordner: &std::path::Path) -> std::collections::BTreeSet<std::ffi::OsString> {
    std::fs::read_dir(ordner).unwrap().map(|e| e.unwrap().file_name()).collect()
}

#[test]
fn bericht_haelt_die_regeln_fuer_dateien_ein() {
    let lauf = Lauf::neu();
    let ordner = lauf.t.ordner.path();
    let versuche = |datei: PathBuf, ueberschreiben| {
        lauf.t.aendern(&lauf.qm, "bericht.exportieren", lauf.anfrage(&datei, ueberschreiben))
    };
    let da = ordner.join("da.pdf");
    std::fs::write(&da, "x").unwrap();
    assert_eq!(versuche(da.clone(), false).unwrap_err().felder[0].feld, "ueberschreiben");
    versuche(da.clone(), true).unwrap();
    einwandfrei(&da);
    assert_eq!(versuche(ordner.join("bericht.txt"), false).unwrap_err().felder[0].feld, "datei");
    assert_eq!(versuche(ordner.join("haus/x.pdf"), false).unwrap_err().felder[0].feld, "datei");
    assert_eq!(versuche(ordner.join("fehlt/x.pdf"), false).unwrap_err().felder[0].feld, "datei");
    // A name too long, a folder in the way: a sentence, no entry in the register, nothing half written.
    let anzahl = |t: &Testhaus| {
        t.lesen(&lauf.qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 50}})).unwrap()["gesamt"]
            .clone()
    };
    std::fs::create_dir(ordner.join("im-weg.pdf")).unwrap();
    let vorher = (dateien(ordner), anzahl(&lauf.t));
    let zu_lang = versuche(ordner.join(format!("{}.pdf", "x".repeat(300))), false).unwrap_err();
    assert!(zu_lang.code == Code::Datei && zu_lang.to_string().contains("zu lang"), "{zu_lang}");
    assert_eq!(versuche(ordner.join("im-weg.pdf"), true).unwrap_err().code, Code::Datei);
    assert_eq!((dateien(ordner), anzahl(&lauf.t)), vorher);
    lauf.t.protokoll_stimmt();
}

#[test]
fn wer_was_sieht_und_ausgeben_darf() {
    let lauf = Lauf::neu();
    let datei = lauf.t.ordner.path().join("tl.pdf");
    let fehler = lauf.t.aendern(&lauf.tl, "bericht.exportieren", lauf.anfrage(&datei, false)).unwrap_err();
    assert_eq!(fehler.code, Code::Recht);
    for wer in [&lauf.bl, &lauf.revision] {
        lauf.t.aendern(wer, "bericht.exportieren", lauf.anfrage(&datei, true)).unwrap();
    }
    // A Bereichsleitung may export checks of the area, but no extract of the chain.
    let auszug = json!({"name": "protokoll", "nummer": null, "von": "2026-11-01", "bis": "2026-11-30",
        "datei": lauf.t.ordner.path().join("auszug.pdf"), "ueberschreiben": true});
    assert_eq!(
        lauf.t.aendern(&lauf.bl, "bericht.exportieren", auszug.clone()).unwrap_err().code,
        Code::Recht
    );
    lauf.t.aendern(&lauf.qm, "bericht.exportieren", auszug.clone()).unwrap();
    let pfad = lauf.t.ordner.path().join("auszug.pdf");
    einwandfrei(&pfad);
    enthaelt(&text(&pfad), "Prüfung anlegen");
    let erster = std::fs::read(&pfad).unwrap();
    lauf.t.aendern(&lauf.qm, "bericht.exportieren", auszug).unwrap();
    assert_eq!(erster, std::fs::read(&pfad).unwrap());
    assert_eq!(lauf.auswertung(&lauf.tl)["gruppen"].as_array().unwrap().len(), 4);
    let bereiche = lauf.t.lesen(&lauf.t.admin, "organisation.uebersicht", json!({})).unwrap();
    let markt = bereiche["bereiche"]
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["name"] == "Markt und Integration")
        .unwrap();
    let fremd = lauf.t.person("bl2", &[Rolle::Bereichsleitung], markt["id"].as_str(), &[]);
    let fehler = lauf.t.lesen(&fremd, "auswertung.pruefung", json!({"id": lauf.id})).unwrap_err();
    assert_eq!(fehler.code, Code::NichtGefunden);
}

#[test]
fn uebersicht_zeigt_was_wartet() {
    let lauf = Lauf::neu();
    let u = |wer| lauf.t.lesen(wer, "auswertung.uebersicht", json!({})).unwrap();
    let fuer_qm = u(&lauf.qm);
    assert_eq!(fuer_qm["laufend"][0]["naechster"], "0 von 40 Prüfbögen erledigt");
    assert_eq!(fuer_qm["laufend"][0]["schritt"], "prueffaelle");
    let fuer_tl = u(&lauf.tl);
    assert_eq!(fuer_tl["aufgaben"][0]["art"], "pruefen");
    assert_eq!(fuer_tl["aufgaben"][0]["anzahl"], GEZOGEN);
    let fuer_admin = u(&lauf.t.admin);
    assert_eq!(fuer_admin["laufend"], json!([]));
    assert_eq!(fuer_admin["mit_fachaufsicht"], false);
    assert!(fuer_admin["einrichtung"].as_array().unwrap().len() > 3);
    lauf.pruefe(1..=40);
    let fristen = u(&lauf.tl)["fristen"].clone();
    assert!(
        fristen.as_array().unwrap().iter().any(|f| f["was"] == "Korrektur" || f["was"] == "Stellungnahme"),
        "{fristen}"
    );
}
