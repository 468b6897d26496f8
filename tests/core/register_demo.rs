//! The registers of the demo house: as many as promised, in every state, and sound.

use crate::bericht::demohaus::demohaus;
use crate::bericht::konform::pruefe;
use iks_core::api::{self, Abfrage, Operation};
use iks_core::demo;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn register_des_demohauses_stehen_in_allen_staenden() {
    let (ordner, haus, _, _) = demohaus();
    let dsb = haus.anmelden("dsb", demo::PASSWORT).unwrap();
    let akp = haus.anmelden("akp", demo::PASSWORT).unwrap();
    let mut bild: BTreeMap<&str, BTreeMap<String, u64>> = BTreeMap::new();
    let mut mindestens = |wer, register, erwartet: std::ops::RangeInclusive<u64>, staende: &[&str]| {
        let liste = json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 500}});
        let name = format!("{register}.liste");
        let seite: Value = api::lesen(&haus, wer, Abfrage::aus_json(&name, liste).unwrap()).unwrap();
        assert!(erwartet.contains(&seite["gesamt"].as_u64().unwrap()), "{register}: {}", seite["gesamt"]);
        for zeile in seite["zeilen"].as_array().unwrap() {
            *bild
                .entry(register)
                .or_default()
                .entry(zeile["stand"].as_str().unwrap().to_owned())
                .or_default() += 1;
        }
        for stand in staende {
            assert!(bild[register].contains_key(*stand), "{register}: {:?}", bild[register]);
        }
        println!("{register}: {:?}", bild[register]);
    };
    mindestens(&dsb, "datenschutzvorfall", 34..=40, &["erfasst", "abgeschlossen"]);
    mindestens(&dsb, "betroffenenanfrage", 70..=80, &["eingegangen", "erledigt"]);
    mindestens(&akp, "zuwendung", 42..=50, &["vorgeschlagen", "abgeschlossen"]);
    mindestens(&akp, "gefaehrdung", 16..=16, &["gueltig", "vorgeschlagen", "aufgehoben"]);
    // Deviations of Prüflisten led to something, and later runs said whether it helped.
    let gf = haus.anmelden("gf", demo::PASSWORT).unwrap();
    let liste = json!({"filter": {"herkuenfte": ["abweichung"]}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
    let seite: Value = api::lesen(&haus, &gf, Abfrage::aus_json("massnahme.liste", liste).unwrap()).unwrap();
    let staende: Vec<&str> =
        seite["zeilen"].as_array().unwrap().iter().map(|z| z["stand"].as_str().unwrap()).collect();
    assert!(staende.len() >= 3 && staende.contains(&"in_umsetzung"), "{staende:?}");
    assert!(staende.iter().any(|s| s.starts_with("wirkung_")), "{staende:?}");
    println!("massnahme aus Abweichungen: {staende:?}");
    let lesen =
        |wer, name: &str| api::lesen(&haus, wer, Abfrage::aus_json(name, json!({})).unwrap()).unwrap();
    let vorfaelle = lesen(&dsb, "datenschutzvorfall.uebersicht");
    assert!(
        vorfaelle["offen"].as_u64() > Some(1) && vorfaelle["uhr_laeuft"].as_u64() > Some(0),
        "{vorfaelle}"
    );
    let atlas = lesen(&akp, "gefaehrdung.uebersicht");
    assert!(atlas["rotation_faellig"].as_u64() > Some(0) && atlas["besonders"].as_u64() > Some(4), "{atlas}");
    println!(
        "{vorfaelle} {} {} {atlas}",
        lesen(&dsb, "betroffenenanfrage.uebersicht"),
        lesen(&akp, "zuwendung.uebersicht")
    );
    let datei = ordner.path().join("vorfaelle.pdf");
    let frage = json!({"name": "datenschutzvorfaelle", "nummer": null, "von": "2023-11-01", "bis": "2026-11-30", "datei": datei, "ueberschreiben": false});
    api::aendern(&haus, &dsb, Operation::aus_json("bericht.exportieren", frage).unwrap()).unwrap();
    let bytes = std::fs::read(&datei).unwrap();
    pruefe(&bytes);
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHTE") {
        std::fs::write(std::path::Path::new(&ziel).join("vorfaelle-demo.pdf"), bytes).unwrap();
    }
    assert_eq!(api::protokoll::pruefe(&haus, None).unwrap().befunde, Vec::<String>::new());
}

/// Each number of the start page opens a list; it must hold exactly what was counted.
#[test]
fn kennzahlen_und_ihre_listen_zaehlen_dasselbe() {
    let (_ordner, haus, _, _) = demohaus();
    let heute = "2026-11-23";
    let mut gezaehlt = 0;
    for wer in ["qm", "gf", "tl1", "bl", "krm", "dsb", "akp", "widerspruch", "revision"] {
        let person = haus.anmelden(wer, demo::PASSWORT).unwrap();
        let lesen =
            |name: &str, daten: Value| api::lesen(&haus, &person, Abfrage::aus_json(name, daten).unwrap());
        let mut vergleiche = |register: &str, sortierung: &str, zahl: &Value, filter: Value| {
            let liste = json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 1}});
            let seite: Value = lesen(&format!("{register}.liste"), liste).unwrap();
            assert_eq!(&seite["gesamt"], zahl, "{wer} {register} {filter}");
            gezaehlt += zahl.as_u64().unwrap();
        };
        if let Ok(u) = lesen("massnahme.uebersicht", json!({})) {
            // Who keeps a register counts her own and reads all.
            let eigene = ["krm", "dsb", "akp", "widerspruch"].contains(&wer);
            let zu_tun = json!(["offen", "in_umsetzung"]);
            for (feld, filter) in [
                ("ueberfaellig", json!({"ueberfaellig": true})),
                (
                    "bald_faellig",
                    json!({"staende": zu_tun, "faellig_von": heute, "faellig_bis": "2026-12-07"}),
                ),
                ("wirkung_zu_pruefen", json!({"wirkung_zu_pruefen": true})),
                ("nicht_belegt", json!({"staende": ["wirkung_nicht_belegt"]})),
                ("offen", json!({"nur_offene": true})),
            ] {
                let mut filter = filter;
                filter["eigene"] = json!(eigene);
                vergleiche("massnahme", "nummer", &u[feld], filter);
            }
        }
        if let Ok(u) = lesen("pruefliste.uebersicht", json!({})) {
            for (feld, filter) in [
                ("ueberfaellig", json!({"ueberfaellig": true})),
                (
                    "bald_faellig",
                    json!({"nur_offene": true, "faellig_von": heute, "faellig_bis": u["bald_bis"]}),
                ),
                ("zur_freigabe", json!({"zur_freigabe": true})),
                ("offen", json!({"nur_offene": true})),
            ] {
                if feld != "zur_freigabe" || u[feld] != 0 {
                    vergleiche("pruefliste", "nummer", &u[feld], filter);
                }
            }
        }
    }
    assert!(gezaehlt > 100, "{gezaehlt}");
}

/// The demo shows what a Nachschau of corrected cases says: nearly all of them are in order now, one is still wrong.
#[test]
fn das_demohaus_sieht_korrigierte_faelle_nach() {
    let (_ordner, haus, _, _) = demohaus();
    let qm = haus.anmelden("qm", demo::PASSWORT).unwrap();
    let lesen =
        |name: &str, daten: Value| api::lesen(&haus, &qm, Abfrage::aus_json(name, daten).unwrap()).unwrap();
    let filter = json!({"text": "", "stand": ["abgeschlossen"], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let liste = json!({"filter": filter, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 1}});
    let id = lesen("pruefung.liste", liste)["zeilen"][0]["id"].clone();
    let d = lesen("pruefung.lesen", json!({"id": id}));
    assert_eq!(
        (&d["korrigierte"], &d["pruefung"]["plan"]["pruefungsart"]),
        (&json!(true), &json!("nachschau"))
    );
    let v = lesen("auswertung.nachschau", json!({"id": id}));
    let summe = |was: &str| -> u64 {
        v["korrekturen"]["zeilen"].as_array().unwrap().iter().map(|z| z[was].as_u64().unwrap()).sum()
    };
    assert_eq!(summe("weiterhin"), 1, "{v}");
    assert!(summe("behoben") > 1, "{v}");
    assert_eq!((summe("offen"), summe("verlangt")), (0, summe("behoben") + 1), "{v}");
}
