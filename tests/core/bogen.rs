//! Check sheets: who may check, conditions, completeness, four eyes, stale versions.

use crate::gezogen::{Gezogen, ohne_geld, text};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

fn code<T>(e: Ergebnis<T>) -> Code {
    e.err().expect("refused").code
}

fn zuweisen(g: &Gezogen, fall: &str, an: &Sitzung) {
    g.t.aendern(&g.qm, "bogen.zuweisen", json!({"faelle": [g.bezug(fall)], "an": an.benutzer_id()})).unwrap();
}

#[test]
fn vier_augen_im_kern_auch_bei_vielen() {
    let g = Gezogen::neu(json!({}));
    let (eigener, fremder) = (g.fall(1, 0), g.fall(1, 1));
    for (wer, fall) in [(&g.qm, &eigener), (&g.tl[0], &fremder)] {
        g.fuelle(wer, fall, "nein");
        g.feststelle(wer, fall, json!({}));
        g.abschliessen(wer, fall);
        assert_eq!(g.stand(fall), "geprueft");
    }
    let bestaetigen = |faelle: Value| g.t.aendern(&g.qm, "bogen.bestaetigen", json!({ "faelle": faelle }));
    assert_eq!(code(bestaetigen(json!([g.bezug(&eigener)]))), Code::VierAugen);
    // The bulk action goes the same way: one own sheet among others stops all.
    assert_eq!(code(bestaetigen(json!([g.bezug(&fremder), g.bezug(&eigener)]))), Code::VierAugen);
    assert_eq!(g.stand(&fremder), "geprueft");
    let viele = g.t.aendern_viele(
        &g.qm,
        vec![
            ("bogen.bestaetigen", json!({"faelle": [g.bezug(&fremder)]})),
            ("bogen.bestaetigen", json!({"faelle": [g.bezug(&eigener)]})),
        ],
    );
    assert_eq!(code(viele), Code::VierAugen);
    assert_eq!(g.stand(&fremder), "geprueft");
    let grund = json!({"grund": "Bitte den Zeitraum ergänzen."});
    let zurueck = crate::gezogen::mit(g.bezug(&eigener), &grund);
    assert_eq!(code(g.t.aendern(&g.qm, "bogen.zurueckgeben", zurueck)), Code::VierAugen);
    // Refusals are in the chain.
    let seite = g
        .t
        .lesen(&g.qm, "protokoll.seite", json!({"blatt": {"ab": 0, "anzahl": 50}, "von": null, "bis": null, "operation": "abgelehnt:bogen", "benutzer": null, "objekt": null}))
        .unwrap();
    assert_eq!(seite["gesamt"], 4);
    bestaetigen(json!([g.bezug(&fremder)])).unwrap();
    g.bestaetige(&g.bl, &eigener);
    assert_eq!((g.stand(&fremder), g.stand(&eigener)), ("bestaetigt".into(), "bestaetigt".into()));
    g.t.protokoll_stimmt();
}

#[test]
fn wer_nur_geantwortet_hat_ist_auch_beteiligt() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    g.antworte(&g.qm, &fall, &g.merkmale[1].0, "ja");
    zuweisen(&g, &fall, &g.pk);
    g.fuelle(&g.pk, &fall, "nein");
    g.feststelle(&g.pk, &fall, json!({}));
    g.abschliessen(&g.pk, &fall);
    let e = g.t.aendern(&g.qm, "bogen.bestaetigen", json!({"faelle": [g.bezug(&fall)]}));
    assert_eq!(code(e), Code::VierAugen);
    assert_eq!(g.bogen(&g.qm, &fall)["darf"]["mitzeichnen"], true);
    g.bestaetige(&g.bl, &fall);
}

#[test]
fn bedingte_merkmale_kommen_und_gehen() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    let bogen = g.bogen(&g.qm, &fall);
    let bedingt = bogen["abschnitte"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|a| a["merkmale"].as_array().unwrap())
        .find(|m| !m["wenn"].is_null())
        .unwrap()
        .clone();
    let (kind, eltern) = (text(&bedingt["kennung"]), text(&bedingt["wenn"]["merkmal"]));
    let antwort = |merkmal: &str, wert: Value, version: i64| {
        g.t.aendern(
            &g.qm,
            "bogen.antworten",
            json!({"id": fall, "merkmal": merkmal, "wert": wert, "version": version}),
        )
    };
    let gilt = || g.bogen(&g.qm, &fall)["gelten"].as_array().unwrap().iter().any(|k| *k == json!(kind));
    assert!(!gilt());
    assert_eq!(code(antwort(&kind, json!("ja"), 0)), Code::Regel);
    antwort(&eltern, json!("ja"), 0).unwrap();
    assert!(gilt());
    antwort(&kind, json!("nein"), 0).unwrap();
    // The parent turns: the child and its answer fall away, and the chain knows it.
    let geaendert = antwort(&eltern, json!("nicht_anwendbar"), 1).unwrap();
    assert_eq!((geaendert.objekte[0].version, geaendert.objekte[1].version), (2, 0));
    assert!(!gilt());
    assert!(!g.bogen(&g.qm, &fall)["antworten"].as_array().unwrap().iter().any(|a| a["merkmal"] == kind));
    // Not while a Feststellung hangs on it.
    antwort(&eltern, json!("ja"), 2).unwrap();
    antwort(&kind, json!("nein"), 0).unwrap();
    g.t.aendern(
        &g.qm,
        "feststellung.speichern",
        json!({"bezug": null, "prueffall_id": fall, "merkmal": kind, "inhalt": crate::gezogen::feststellung()}),
    )
    .unwrap();
    assert_eq!(code(antwort(&eltern, json!("nein"), 3)), Code::Regel);
    assert_eq!(code(antwort(&kind, json!("ja"), 1)), Code::Regel);
    assert_eq!(code(antwort(&kind, Value::Null, 1)), Code::Regel);
    // Nothing of a refused change remains.
    let a = g.bogen(&g.qm, &fall);
    assert!(a["antworten"].as_array().unwrap().iter().any(|x| x["merkmal"] == eltern && x["wert"] == "ja"));
    g.t.protokoll_stimmt();
}

#[test]
fn abgeschlossen_wird_nur_was_vollstaendig_ist() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    let abschliessen = || g.t.aendern(&g.qm, "bogen.abschliessen", g.bezug(&fall));
    assert_eq!(code(abschliessen()), Code::Regel);
    g.fuelle(&g.qm, &fall, "nein");
    let fehler = abschliessen().unwrap_err();
    assert!(fehler.text.contains("1 Feststellung fehlt"), "{}", fehler.text);
    // "teilweise" counts in this check, so it needs one as well.
    g.antworte(&g.qm, &fall, &g.merkmale[0].0, "teilweise");
    assert_eq!(code(abschliessen()), Code::Regel);
    g.feststelle(&g.qm, &fall, ohne_geld());
    abschliessen().unwrap();
    assert_eq!(g.stand(&fall), "bestaetigt", "no money, not serious, share 0");
    // Closed is closed for answers; the same checker may open it, another may not.
    let antwort = json!({"id": fall, "merkmal": g.merkmale[1].0, "wert": "nein", "version": 1});
    assert_eq!(code(g.t.aendern(&g.qm, "bogen.antworten", antwort)), Code::Regel);
    assert_eq!(code(g.t.aendern(&g.tl[0], "bogen.wieder_oeffnen", g.bezug(&fall))), Code::Regel);
    g.t.aendern(&g.qm, "bogen.wieder_oeffnen", g.bezug(&fall)).unwrap();
    assert_eq!(g.stand(&fall), "in_arbeit");
    assert_eq!(g.bogen(&g.qm, &fall)["feststellungen"][0]["stand"], "erfasst");
    g.t.protokoll_stimmt();
}

#[test]
fn zurueckgegeben_nachgearbeitet_bestaetigt() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    zuweisen(&g, &fall, &g.pk);
    g.fuelle(&g.pk, &fall, "nein");
    let x = g.feststelle(&g.pk, &fall, json!({}));
    g.abschliessen(&g.pk, &fall);
    let zurueck = crate::gezogen::mit(
        g.bezug(&fall),
        &json!({"grund": "Bitte den Betrag der Kommune prüfen, siehe 12345BG0001234."}),
    );
    let geaendert = g.t.aendern(&g.qm, "bogen.zurueckgeben", zurueck).unwrap();
    assert!(geaendert.hinweise[0].contains("BG-Nummer"), "{:?}", geaendert.hinweise);
    assert_eq!(g.stand(&fall), "zurueckgegeben");
    let meine = g.t.lesen(&g.pk, "bogen.meine", json!({})).unwrap();
    assert_eq!((meine[0]["art"].as_str(), meine[0]["anzahl"].as_i64()), (Some("nacharbeiten"), Some(1)));
    // Taking the money out does not take the sheet out of its Gegenprüfung.
    g.t.aendern(&g.pk, "feststellung.loeschen", json!({"id": x, "version": 1})).unwrap();
    g.antworte(&g.pk, &fall, &g.merkmale[0].0, "ja");
    g.abschliessen(&g.pk, &fall);
    assert_eq!(g.stand(&fall), "geprueft");
    let meine = g.t.lesen(&g.qm, "bogen.meine", json!({})).unwrap();
    assert!(
        meine.as_array().unwrap().iter().any(|a| a["art"] == "gegenpruefen" && a["anzahl"] == 1),
        "{meine}"
    );
    g.bestaetige(&g.qm, &fall);
    assert_eq!(g.stand(&fall), "bestaetigt");
    let verlauf = g.bogen(&g.qm, &fall)["verlauf"].clone();
    assert!(verlauf.as_array().unwrap().iter().any(|v| v["person"] == "PK-1"), "{verlauf}");
    g.t.protokoll_stimmt();
}

#[test]
fn veraltete_antwort_ist_ein_konflikt() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    let m = &g.merkmale[0].0;
    let antwort = |wert: &str, version: i64| {
        g.t.aendern(
            &g.qm,
            "bogen.antworten",
            json!({"id": fall, "merkmal": m, "wert": wert, "version": version}),
        )
    };
    let erste = antwort("ja", 0).unwrap();
    assert_eq!((erste.objekte[0].art.as_str(), erste.objekte[0].version), ("antwort", 1));
    let fehler = antwort("nein", 0).unwrap_err();
    assert_eq!(fehler.code, Code::Konflikt);
    assert_eq!(fehler.stand.unwrap()["wert"], "ja");
    antwort("nein", 1).unwrap();
    assert_eq!(code(antwort("ja", 1)), Code::Konflikt);
    let alt = json!({"id": fall, "version": 1, "text": "Anmerkung"});
    let fehler = g.t.aendern(&g.qm, "bogen.bemerkung", alt).unwrap_err();
    assert_eq!(fehler.code, Code::Konflikt);
    assert_eq!(fehler.stand.unwrap()["stand"], "in_arbeit");
}

#[test]
fn teamleitung_sieht_nur_eigene_teams_und_niemand_fremdes_nummern() {
    let g = Gezogen::neu(json!({}));
    let (eigen, fremd) = (g.fall(1, 0), g.fall(2, 0));
    let liste = g.liste(&g.tl[0], json!({}));
    assert_eq!(liste["gesamt"], 6);
    assert!(liste["zeilen"].as_array().unwrap().iter().all(|z| z["team"] == "Leistung 1"));
    assert_eq!(code(g.t.lesen(&g.tl[0], "bogen.lesen", json!({"id": fremd}))), Code::NichtGefunden);
    let antwort = json!({"id": fremd, "merkmal": g.merkmale[0].0, "wert": "ja", "version": 0});
    assert_eq!(code(g.t.aendern(&g.tl[0], "bogen.antworten", antwort.clone())), Code::NichtGefunden);
    assert_eq!(g.liste(&g.pk, json!({}))["gesamt"], 0);
    assert_eq!(g.liste(&g.bl, json!({}))["gesamt"], 12);
    // What was given to someone is hers alone.
    zuweisen(&g, &eigen, &g.pk);
    let antwort = json!({"id": eigen, "merkmal": g.merkmale[0].0, "wert": "ja", "version": 0});
    for wer in [&g.tl[0], &g.qm] {
        assert_eq!(code(g.t.aendern(wer, "bogen.antworten", antwort.clone())), Code::Recht);
    }
    assert_eq!(g.liste(&g.pk, json!({}))["gesamt"], 1);
    g.t.aendern(&g.pk, "bogen.antworten", antwort).unwrap();
    // Another team's Teamleitung cannot be given it.
    let an_fremde = json!({"faelle": [g.bezug(&fremd)], "an": g.tl[0].benutzer_id()});
    assert_eq!(code(g.t.aendern(&g.qm, "bogen.zuweisen", an_fremde)), Code::Eingabe);

    let gf = g.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let rv = g.t.person("rv", &[Rolle::Revision], None, &[]);
    for wer in [&gf, &rv] {
        let alles = format!("{}{}", g.liste(wer, json!({})), g.bogen(wer, &eigen));
        assert!(!alles.contains("09304BG") && !alles.contains("Änderungsbescheid"), "{alles}");
        assert_eq!(g.liste(wer, json!({"suche": "09304BG"}))["gesamt"], 0);
        assert_eq!(g.bogen(wer, &eigen)["anzeige"], json!([]));
    }
    for wer in [&g.qm, &g.pk, &g.tl[0], &g.bl] {
        let bogen = g.bogen(wer, &eigen);
        assert!(text(&bogen["fallnummer"]).starts_with("09304BG"));
        assert_eq!(bogen["anzeige"][0], json!({"titel": "Bescheidart", "wert": "Änderungsbescheid"}));
    }
    assert_eq!(g.liste(&g.qm, json!({"suche": "09304bg1000"}))["gesamt"], 12);
}

#[test]
fn restliche_auf_ja_nur_wo_erlaubt_und_gekennzeichnet() {
    let streng = Gezogen::neu(json!({}));
    let fall = streng.fall(1, 0);
    let r = json!({"id": fall, "abschnitt": 0});
    assert_eq!(code(streng.t.aendern(&streng.qm, "bogen.restliche_auf_ja", r)), Code::Regel);
    let g = Gezogen::neu(json!({"restliche_auf_ja": true}));
    let fall = g.fall(1, 0);
    g.antworte(&g.qm, &fall, &g.merkmale[0].0, "nein");
    g.t.aendern(&g.qm, "bogen.restliche_auf_ja", json!({"id": fall, "abschnitt": 0})).unwrap();
    let bogen = g.bogen(&g.qm, &fall);
    let antworten = bogen["antworten"].as_array().unwrap();
    assert!(
        antworten
            .iter()
            .any(|a| a["merkmal"] == g.merkmale[0].0 && a["wert"] == "nein" && a["sammel"] == false)
    );
    assert!(antworten.iter().filter(|a| a["sammel"] == true).all(|a| a["wert"] == "ja"));
    assert_eq!(antworten.len(), bogen["abschnitte"][0]["merkmale"].as_array().unwrap().len());
    g.t.protokoll_stimmt();
}

#[test]
fn nicht_pruefbar_mit_grund_und_zurueck() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(2, 0);
    let melden = |grund: &str| {
        g.t.aendern(
            &g.tl[1],
            "bogen.nicht_pruefbar",
            crate::gezogen::mit(g.bezug(&fall), &json!({ "grund": grund })),
        )
    };
    assert_eq!(code(melden("weg")), Code::Eingabe);
    melden("Die E-Akte ist nicht auffindbar.").unwrap();
    assert_eq!(g.stand(&fall), "nicht_pruefbar");
    g.t.aendern(&g.tl[1], "bogen.wieder_oeffnen", g.bezug(&fall)).unwrap();
    assert_eq!(g.stand(&fall), "in_arbeit");
    let liste = g.liste(&g.qm, json!({"staende": ["in_arbeit"]}));
    assert_eq!(liste["gesamt"], 1);
    assert_eq!(liste["staende"].as_array().unwrap().len(), 2);
}

#[test]
fn anteil_der_gegenpruefung_wird_ausgewaehlt() {
    let g = Gezogen::neu(json!({"gegenpruefung_anteil": 25}));
    for (id, _) in &g.faelle {
        g.fuelle(&g.qm, id, "ja");
        g.abschliessen(&g.qm, id);
    }
    let liste = g.liste(&g.qm, json!({"staende": ["geprueft"]}));
    assert_eq!(liste["gesamt"], 3, "25 per cent of 12");
    assert!(liste["zeilen"].as_array().unwrap().iter().all(|z| z["gegenpruefung"] == "auswahl"));
}

#[test]
fn ein_fall_wird_in_seinen_pruefungen_wiedergefunden() {
    let g = Gezogen::neu(json!({}));
    let frage = |wer: &Sitzung, nummern: &[&str]| {
        g.t.lesen(wer, "bogen.schon_geprueft", json!({"nummern": nummern})).unwrap()
    };
    let erster = g.fall(1, 0);
    g.fuelle(&g.qm, &erster, "nein");
    g.feststelle(&g.qm, &erster, json!({}));
    let zeile = g.liste(&g.qm, json!({}))["zeilen"]
        .as_array()
        .unwrap()
        .iter()
        .find(|z| z["id"] == erster.as_str())
        .unwrap()
        .clone();
    let nummer = text(&zeile["fall"]);
    let antwort = frage(&g.qm, &[&format!("  {nummer} "), "09304BG9999999", &nummer, ""]);
    let zeilen = antwort["zeilen"].as_array().unwrap();
    assert_eq!(zeilen.len(), 2, "asked twice, answered once: {antwort}");
    let z = &zeilen[0]["ziehungen"][0];
    assert_eq!(
        (&z["prueffall_id"], &z["nummer"], &z["feststellungen"]),
        (&json!(erster), &json!("FA-2026-001"), &json!(1))
    );
    assert_eq!(z["pseudonym"].as_str().unwrap().len(), 64);
    assert_eq!(zeilen[1]["ziehungen"], json!([]));
    // Another Teamleitung does not learn of it.
    assert_eq!(frage(&g.tl[1], &[&nummer])["zeilen"][0]["ziehungen"], json!([]));
    assert_eq!(frage(&g.tl[0], &[&nummer])["zeilen"][0]["ziehungen"].as_array().unwrap().len(), 1);
    let leer = g.t.lesen(&g.qm, "bogen.schon_geprueft", json!({"nummern": [" "]})).unwrap_err();
    assert_eq!(leer.felder[0].feld, "nummern");
}
