//! Deadlines beside the way: another day, several addressees, holidays, absences, Wiedervorlagen, scopes.

use crate::widerspruch::{Stelle, angaben, klar, mit};
use chrono::TimeDelta;
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};

#[test]
fn anderer_tag_gilt_erst_mit_zweiter_person() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    let uhr = || s.frist(&s.anna, &id, "untaetigkeit", "")["frist"].clone();
    let vorschlag = |version: i64| {
        s.t.aendern(
            &s.anna,
            "frist.uebersteuern",
            json!({"id": uhr()["id"], "version": version, "tag": "2027-01-29", "grund": "Urlaubszeit der Stelle"}),
        )
    };
    vorschlag(1).unwrap();
    assert_eq!(uhr()["tag"], "2027-02-08");
    let entscheiden = |wer, zustimmen: bool, grund: &str| {
        s.t.aendern(
            wer,
            "frist.uebersteuerung_entscheiden",
            json!({"id": uhr()["id"], "version": uhr()["version"], "zustimmen": zustimmen, "grund": grund}),
        )
    };
    assert_eq!(entscheiden(&s.anna, true, "").unwrap_err().code, Code::VierAugen);
    // Who does not agree says why.
    assert_eq!(entscheiden(&s.bernd, false, "").unwrap_err().felder[0].feld, "grund");
    entscheiden(&s.bernd, false, "Der berechnete Tag reicht").unwrap();
    assert_eq!((&uhr()["tag"], &uhr()["uebersteuerung"]), (&json!("2027-02-08"), &Value::Null));
    vorschlag(3).unwrap();
    entscheiden(&s.bernd, true, "").unwrap();
    assert_eq!((&uhr()["tag"], &uhr()["kontrolle"]), (&json!("2027-01-29"), &json!("bestaetigt")));
    let ereignisse: Vec<Value> =
        uhr()["verlauf"].as_array().unwrap().iter().map(|e| e["ereignis"].clone()).collect();
    assert_eq!(
        json!(ereignisse),
        json!([
            "eingetragen",
            "uebersteuerung_vorgeschlagen",
            "uebersteuerung_abgelehnt",
            "uebersteuerung_vorgeschlagen",
            "uebersteuert"
        ])
    );
    // The Fristenbuch shows the same, with signs and not with names.
    let buch =
        s.t.lesen(&s.qm, "frist.fristenbuch", json!({"von": "2026-11-20", "bis": "2026-11-20"})).unwrap();
    let zeilen = buch["zeilen"].as_array().unwrap();
    assert_eq!(zeilen.iter().filter(|z| z["art"] == "untaetigkeit").count(), 5);
    assert!(zeilen.iter().any(|z| z["zeichen"] == "WS-2" && z["ereignis"] == "uebersteuert"), "{buch}");
    s.t.protokoll_stimmt();
}

#[test]
fn jeder_adressat_hat_seine_eigene_frist() {
    let s = Stelle::neu();
    let weitere = json!([
        // Handed over on 30.09.: Friday 30.10.2026; this remedy of 12.11. is late.
        {"bekanntgabe": {"art": "zustellung", "datum": "2026-09-30"}, "eingang": null},
        {"bekanntgabe": {"art": "zustellung", "datum": "2026-10-30"}, "eingang": "2026-11-13"},
    ]);
    let id = s.anlegen("widerspruch", mit(angaben(), json!({"weitere": weitere, "bescheid_am": null})));
    let zweiter = s.frist(&s.anna, &id, "widerspruchsfrist", "2");
    assert_eq!((&zweiter["frist"]["tag"], &zweiter["verspaetet"]), (&json!("2026-10-30"), &json!(true)));
    assert_eq!(zweiter["frist"]["doppelt"], true);
    let dritter = s.frist(&s.anna, &id, "widerspruchsfrist", "3");
    assert_eq!((&dritter["frist"]["tag"], &dritter["verspaetet"]), (&json!("2026-11-30"), &json!(false)));
    assert_eq!(dritter["frist"]["bezeichnung"], "Adressat 3");
    // One addressee less: the deadline stays, as one that fell away.
    s.t.aendern(
        &s.anna,
        "widerspruch.aendern",
        json!({"id": id, "version": 1, "angaben": angaben(), "klar": klar()}),
    )
    .unwrap();
    assert_eq!(s.frist(&s.anna, &id, "widerspruchsfrist", "3")["frist"]["stand"], "gegenstandslos");
}

#[test]
fn belehrung_ohne_elektronische_form_gibt_ein_jahr() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", mit(angaben(), json!({"elektronische_form_genannt": false})));
    let frist = s.frist(&s.anna, &id, "widerspruchsfrist", "1")["frist"].clone();
    // Known 30.10.2026; 30.10.2027 is a Saturday, 31.10. a Sunday, 01.11. no holiday in Thüringen.
    assert_eq!(frist["tag"], "2027-11-01");
    assert!(
        frist["berechnung"]["schritte"][0]
            .as_str()
            .unwrap()
            .contains("BSG, Urteil vom 27.09.2023 – B 7 AS 10/22 R")
    );
}

#[test]
fn andere_feiertage_des_hauses_verschieben_laufende_fristen() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    assert_eq!(s.frist(&s.anna, &id, "untaetigkeit", "")["frist"]["tag"], "2027-02-08");
    s.t.aendern(
        &s.t.admin,
        "haus.speichern",
        json!({"version": 1, "name": "Jobcenter Musterkreis", "land": "TH", "sperre_minuten": 10,
               "feiertage": {"fronleichnam": false, "mariae_himmelfahrt": false, "friedensfest": false, "weitere": ["2027-02-08"]}}),
    )
    .unwrap();
    let frist = s.frist(&s.anna, &id, "untaetigkeit", "")["frist"].clone();
    assert_eq!(
        (&frist["tag"], &frist["verlauf"][1]["ereignis"]),
        (&json!("2027-02-05"), &json!("neu_berechnet"))
    );
    s.t.protokoll_stimmt();
}

#[test]
fn wiedervorlagen_fuer_viele_und_die_vertretung_wird_genannt() {
    let s = Stelle::neu();
    let ids = [s.anlegen("widerspruch", angaben()), s.anlegen("widerspruch", angaben())];
    let bernd = s.bernd.benutzer_id();
    s.t.aendern(
        &s.bernd,
        "abwesenheit.speichern",
        json!({"bezug": null, "benutzer_id": bernd, "von": "2026-12-21", "bis": "2027-01-03", "vertretung_id": s.anna.benutzer_id()}),
    )
    .unwrap();
    let anlegen = |ids: &[String], am: &str| {
        s.t.aendern(
            &s.anna,
            "wiedervorlage.anlegen",
            json!({"verfahren": ids, "am": am, "betreff": "Begründung eingegangen?", "fuer": bernd}),
        )
    };
    let g = anlegen(&ids, "2026-12-28").unwrap();
    assert_eq!(g.objekte.len(), 2);
    assert!(g.hinweise[0].contains("Vertretung: Person anna"), "{:?}", g.hinweise);
    assert_eq!(anlegen(&ids, "2026-11-19").unwrap_err().felder[0].feld, "am");
    // All or none.
    let eine_fehlt = [ids[0].clone(), "gibtesnicht".to_owned()];
    assert_eq!(anlegen(&eine_fehlt, "2026-12-01").unwrap_err().code, Code::NichtGefunden);
    assert_eq!(s.lesen(&s.anna, &ids[0])["wiedervorlagen"].as_array().unwrap().len(), 1);
    // Nobody enters another one's absence, but Administration does.
    let fremd = json!({"bezug": null, "benutzer_id": bernd, "von": "2026-12-01", "bis": "2026-12-02", "vertretung_id": null});
    assert_eq!(
        s.t.aendern(&s.anna, "abwesenheit.speichern", fremd.clone()).unwrap_err().felder[0].feld,
        "benutzer_id"
    );
    s.t.aendern(&s.t.admin, "abwesenheit.speichern", fremd).unwrap();
    s.t.protokoll_stimmt();
}

#[test]
fn teamleitung_sieht_nur_die_verfahren_ihrer_teams() {
    let s = Stelle::neu();
    let (eins, zwei) = (s.orte["Leistung 1"].clone(), s.orte["Leistung 2"].clone());
    let mein = s.anlegen("widerspruch", mit(angaben(), json!({"team_id": eins})));
    let fremd = s.anlegen("widerspruch", mit(angaben(), json!({"team_id": zwei})));
    let tl = s.t.person("tl", &[Rolle::Teamleitung], Some(&s.orte["Leistungsgewährung"]), &[&eins]);
    assert_eq!(s.lesen(&tl, &mein)["klar"], Value::Null);
    let fehler = s.t.lesen(&tl, "widerspruch.lesen", json!({"id": fremd})).unwrap_err();
    assert_eq!(fehler.code, Code::NichtGefunden);
    let liste =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
    assert_eq!(s.t.lesen(&tl, "widerspruch.liste", liste.clone()).unwrap()["gesamt"], 1);
    let bl = s.t.person("bl", &[Rolle::Bereichsleitung], Some(&s.orte["Leistungsgewährung"]), &[]);
    assert_eq!(s.t.lesen(&bl, "widerspruch.liste", liste).unwrap()["gesamt"], 2);
    let kalender = json!({"von": "2027-01-01", "bis": "2027-03-01", "nur_offene": true});
    assert_eq!(s.t.lesen(&tl, "frist.kalender", kalender).unwrap()["eintraege"].as_array().unwrap().len(), 1);
}

#[test]
fn liste_filtert_und_sortiert_in_der_datenbank() {
    let s = Stelle::neu();
    let eins = s.anlegen("widerspruch", angaben());
    s.anlegen(
        "ueberpruefung",
        mit(angaben(), json!({"eingang": "2026-11-02", "sachgebiet": "einkommen-vermoegen"})),
    );
    s.anlegen("widerspruch", mit(angaben(), json!({"eingang": "2026-11-05"})));
    s.schritt(&eins, json!({"art": "zuruecknehmen", "am": "2026-11-18"})).unwrap();
    let liste = |filter: Value, sortierung: &str, absteigend: bool| -> Vec<String> {
        let r = json!({"filter": filter, "sortierung": sortierung, "absteigend": absteigend, "blatt": {"ab": 0, "anzahl": 10}});
        s.t.lesen(&s.qm, "widerspruch.liste", r).unwrap()["zeilen"]
            .as_array()
            .unwrap()
            .iter()
            .map(|z| z["nummer"].as_str().unwrap()[7..].to_owned())
            .collect()
    };
    assert_eq!(liste(json!({}), "eingang", false), ["0002", "0003", "0001"]);
    // The nearest running deadline first; a procedure without one last: 05.02.2027, then 02.05.2027 less the post.
    assert_eq!(liste(json!({}), "frist", false), ["0003", "0002", "0001"]);
    assert_eq!(liste(json!({"nur_offene": true}), "nummer", true), ["0003", "0002"]);
    assert_eq!(liste(json!({"ergebnisse": ["zuruecknahme"]}), "nummer", false), ["0001"]);
    assert_eq!(liste(json!({"arten": ["ueberpruefung"]}), "nummer", false), ["0002"]);
    assert_eq!(liste(json!({"frist_bis": "2027-02-28"}), "nummer", false), ["0003"]);
    assert_eq!(liste(json!({"unbestaetigt": true}), "nummer", false), ["0002", "0003"]);
    assert_eq!(liste(json!({"suche": "vermögen"}), "nummer", false), ["0002"]);
    assert_eq!(liste(json!({"suche": "W-2026-0003"}), "nummer", false), ["0003"]);
    assert_eq!(
        liste(json!({"eingang_von": "2026-11-03", "eingang_bis": "2026-11-06"}), "nummer", false),
        ["0003"]
    );
    assert_eq!(
        liste(json!({"staende": ["erledigt"], "sachgebiete": ["aufhebung-erstattung"]}), "nummer", false),
        ["0001"]
    );
}

#[test]
fn uebersicht_zaehlt_was_faellig_ist_und_wer_pruefen_muss() {
    let s = Stelle::neu();
    let klage = s.anlegen("klage", mit(angaben(), json!({"bekanntgabe": null})));
    let frist = |tag: &str| {
        let r = json!({"verfahren_id": klage, "art": "frei", "bezeichnung": "Akten vorlegen", "quelle": "Schreiben vom 12.11.2026", "tag": tag});
        s.t.aendern(&s.anna, "frist.anlegen", r).unwrap();
    };
    // Today is Friday 20.11.2026; Sunday is the 22nd.
    ["2026-11-19", "2026-11-20", "2026-11-22", "2026-11-23"].into_iter().for_each(frist);
    s.t.aendern(
        &s.anna,
        "wiedervorlage.anlegen",
        json!({"verfahren": [klage], "am": "2026-11-20", "betreff": "Akte ansehen", "fuer": null}),
    )
    .unwrap();
    let u = s.t.lesen(&s.anna, "frist.uebersicht", json!({})).unwrap();
    assert_eq!((&u["ueberfaellig"], &u["heute"], &u["diese_woche"]), (&json!(1), &json!(2), &json!(1)));
    // She entered them herself, so nothing waits for her.
    assert_eq!((&u["unbestaetigt"], &u["verdeckt"]), (&json!(0), &json!(0)));
    let u = s.t.lesen(&s.bernd, "frist.uebersicht", json!({})).unwrap();
    assert_eq!((&u["heute"], &u["verdeckt"], &u["unbestaetigt"]), (&json!(1), &json!(4), &json!(4)));
    assert_eq!(u["naechste"].as_array().unwrap().len(), 1);
    let kontrollen = s.t.lesen(&s.bernd, "frist.kontrollen", json!({})).unwrap();
    assert!(!kontrollen.to_string().contains("2026-11-23"));
    assert_eq!(kontrollen[0]["eingetragen_zeichen"], "WS-1");
}

#[test]
fn liste_geht_mit_pseudonymen_und_genau_wie_gefiltert_hinaus() {
    let s = Stelle::neu();
    s.anlegen("widerspruch", mit(angaben(), json!({"gegenstand": "=HYPERLINK(\"x\")"})));
    s.anlegen("ueberpruefung", angaben());
    let datei = s.t.ordner.path().join("liste.csv");
    let r = json!({"liste": {"filter": {"arten": ["widerspruch"]}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 1}},
                   "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": ["nummer", "fall", "gegenstand", "sachgebiet"]}});
    s.t.aendern(&s.anna, "widerspruch.exportieren", r).unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    assert!(text.contains("'=HYPERLINK") && !text.contains(";=HYPERLINK"), "{text}");
    assert!(text.contains("W-2026-0001") && !text.contains("W-2026-0002") && !text.contains("BG0000017"));
    assert!(text.contains("Verfahrensart: Widerspruch") && text.contains("Aufhebung"), "{text}");
    s.t.protokoll_stimmt();
}

#[test]
fn auswertung_als_tabelle_stimmt_mit_der_seite_ueberein() {
    let s = Stelle::neu();
    let eins = s.anlegen("widerspruch", angaben());
    s.anlegen("widerspruch", angaben());
    s.schritt(&eins, json!({"art": "zuruecknehmen", "am": "2026-11-18"})).unwrap();
    let zeitraum = json!({"von": "2026-11-01", "bis": "2026-11-30"});
    let datei = s.t.ordner.path().join("auswertung.csv");
    let ausgabe = json!({"datei": datei, "ueberschreiben": false, "spalten": []});
    s.t.aendern(
        &s.qm,
        "widerspruch.auswertung_exportieren",
        json!({"zeitraum": zeitraum, "ausgabe": ausgabe}),
    )
    .unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    let seite = s.t.lesen(&s.qm, "widerspruch.auswertung", zeitraum).unwrap();
    let teil = &seite["auswertung"]["teile"][0];
    assert_eq!((&teil["zugang"], &teil["abgang"], &teil["bestand"]), (&json!(2), &json!(1), &json!(1)));
    for zeile in ["Widerspruch;Ergebnis;zurückgenommen;1;1", "Widerspruch;Erfolg;ganz oder teilweise;0;1"] {
        assert!(text.contains(zeile), "{zeile} in {text}");
    }
    assert!(text.contains("Zeitraum: 01.11.2026 bis 30.11.2026"), "{text}");
}

#[test]
fn eine_frist_die_niemand_nutzte_ist_nicht_verspaetet() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", mit(angaben(), json!({"begruendung_bis": "2026-11-16"})));
    s.bis_zur_absendung(&id);
    let frist = |art: &str, bezug: &str| s.frist(&s.anna, &id, art, bezug);
    // Nobody gave reasons until the 16th, the house decided on the 18th: the period ended with its day.
    let begruendung = frist("begruendung", "");
    assert_eq!(
        (&begruendung["frist"]["erledigt_am"], &begruendung["verspaetet"]),
        (&json!("2026-11-16"), &json!(false))
    );
    s.t.umgebung.stelle(s.t.umgebung.jetzt() + TimeDelta::days(56));
    s.schritt(&id, json!({"art": "abschliessen", "am": "2027-01-15"})).unwrap();
    let klagefrist = frist("klagefrist", "bescheid");
    assert_eq!(
        (&klagefrist["frist"]["erledigt_am"], &klagefrist["verspaetet"]),
        (&json!("2026-12-22"), &json!(false))
    );
}

#[test]
fn abschluss_nennt_was_noch_laeuft() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    s.bis_zur_absendung(&id);
    s.t.aendern(
        &s.anna,
        "frist.anlegen",
        json!({"verfahren_id": id, "art": "frei", "bezeichnung": "Akten zurückfordern", "quelle": "eigene", "tag": "2026-12-15"}),
    )
    .unwrap();
    let hinweise = s.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"})).unwrap().join(" ");
    assert!(hinweise.contains("Klagefrist läuft noch bis zum 22.12.2026"), "{hinweise}");
    assert!(hinweise.contains("„Akten zurückfordern“ ist noch nicht"), "{hinweise}");
}

#[test]
fn ein_vorschlag_ist_kein_weg_an_der_gegenpruefung_vorbei() {
    let s = Stelle::neu();
    let id = s.anlegen("klage", mit(angaben(), json!({"bekanntgabe": null})));
    s.t.aendern(
        &s.anna,
        "frist.anlegen",
        json!({"verfahren_id": id, "art": "aeusserung", "bezeichnung": "Klageerwiderung", "quelle": "Verfügung vom 16.11.2026", "tag": "2026-12-15"}),
    )
    .unwrap();
    let fid = s.frist(&s.anna, &id, "aeusserung", "")["frist"]["id"].clone();
    let vorschlag = |wer, id: &Value, version: i64| {
        s.t.aendern(
            wer,
            "frist.uebersteuern",
            json!({"id": id, "version": version, "tag": "2026-12-20", "grund": "anders gelesen"}),
        )
    };
    assert!(vorschlag(&s.anna, &fid, 1).unwrap_err().text.contains("von Hand"));
    // A late Widerspruch must be found by two persons before anyone proposes another day.
    let spaet = json!({"bescheid_am": "2026-10-12", "eingang": "2026-11-17",
        "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": "2026-10-12", "vermerk": true, "zugang": null}});
    let id = s.anlegen("widerspruch", mit(angaben(), spaet));
    // Only running deadlines are proposed another day; the remedy is there, so this one is done.
    let frist = s.frist(&s.anna, &id, "widerspruchsfrist", "1")["frist"].clone();
    assert_eq!(vorschlag(&s.anna, &frist["id"], 1).unwrap_err().code, Code::Regel);
    assert_eq!(vorschlag(&s.bernd, &frist["id"], 1).unwrap_err().code, Code::Regel);
}

#[test]
fn wer_den_entwurf_schrieb_zeichnet_ihn_nicht() {
    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    for schritt in [
        json!({"art": "abhilfe_pruefen", "am": "2026-11-13"}),
        json!({"art": "nicht_abhelfen", "am": "2026-11-16"}),
        json!({"art": "entwerfen", "ergebnis": "zurueckweisen", "stattgabe": null}),
    ] {
        s.schritt(&id, schritt).unwrap();
    }
    // Anna wrote it, Bernd hands it over: neither signs.
    let version = s.lesen(&s.bernd, &id)["verfahren"]["version"].clone();
    s.t.aendern(
        &s.bernd,
        "widerspruch.schritt",
        json!({"id": id, "version": version, "schritt": {"art": "vorlegen"}}),
    )
    .unwrap();
    for wer in [&s.anna, &s.bernd] {
        assert_eq!(s.zeichnen(wer, &id).unwrap_err().code, Code::VierAugen);
        let moeglich = s.lesen(wer, &id)["moeglich"].to_string();
        assert!(!moeglich.contains("\"zeichnen\""), "{moeglich}");
    }
    let dritte = s.t.person("carla", &[Rolle::Widerspruchsstelle], None, &[]);
    s.zeichnen(&dritte, &id).unwrap();
    s.t.protokoll_stimmt();
}

#[test]
fn die_ausgegebene_liste_verraet_keinen_tag_der_noch_zu_finden_ist() {
    let s = Stelle::neu();
    let id = s.anlegen("klage", mit(angaben(), json!({"bekanntgabe": null})));
    s.t.aendern(
        &s.anna,
        "frist.anlegen",
        json!({"verfahren_id": id, "art": "aeusserung", "bezeichnung": "Klageerwiderung", "quelle": "Verfügung vom 16.11.2026", "tag": "2026-12-15"}),
    )
    .unwrap();
    let datei = s.t.ordner.path().join("verdeckt.csv");
    let r = json!({"liste": {"filter": {}, "sortierung": "frist", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}},
                   "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": []}});
    s.t.aendern(&s.anna, "widerspruch.exportieren", r).unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    assert!(text.contains("W-2026-0001") && !text.contains("15.12.2026"), "{text}");
}
