//! Blind double check: who may be the second person, what she does not see, and what the two sheets say together.

use crate::gezogen::{Gezogen, ohne_geld, text};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

fn lage(g: &Gezogen, wer: &Sitzung) -> Value {
    g.t.lesen(wer, "doppelpruefung.lage", json!({"id": g.pruefung})).unwrap()
}

fn einrichten(g: &Gezogen, anteil: u8, an: Option<&Sitzung>) -> Result<Vec<String>, Fehler> {
    let r = json!({"pruefung_id": g.pruefung, "anteil": anteil, "an": an.map(Sitzung::benutzer_id)});
    g.t.aendern(&g.qm, "doppelpruefung.einrichten", r).map(|x| x.hinweise)
}

fn boegen(g: &Gezogen) -> Vec<Value> {
    lage(g, &g.qm)["boegen"].as_array().unwrap().clone()
}

fn bezug(g: &Gezogen, id: &str) -> Value {
    let bogen = boegen(g).into_iter().find(|b| b["id"] == id).unwrap();
    json!({"id": id, "version": bogen["version"]})
}

fn zweitbogen(g: &Gezogen, wer: &Sitzung, id: &str) -> Value {
    g.t.lesen(wer, "doppelpruefung.bogen", json!({"id": id})).unwrap()
}

fn tue(g: &Gezogen, wer: &Sitzung, was: &str, id: &str) -> Result<(), Fehler> {
    g.t.aendern(wer, &format!("doppelpruefung.{was}"), bezug(g, id)).map(|_| ())
}

fn weise_zu(g: &Gezogen, id: &str, an: &Sitzung) -> Result<(), Fehler> {
    let r = json!({"faelle": [bezug(g, id)], "an": an.benutzer_id()});
    g.t.aendern(&g.qm, "doppelpruefung.zuweisen", r).map(|_| ())
}

fn antworte(g: &Gezogen, wer: &Sitzung, id: &str, merkmal: &str, wert: &str) -> Result<(), Fehler> {
    let mut r = bezug(g, id);
    r["merkmal"] = json!(merkmal);
    r["wert"] = json!(wert);
    g.t.aendern(wer, "doppelpruefung.antworten", r).map(|_| ())
}

/// The whole second sheet: `erste` to the first item, "ja" to the rest.
fn pruefe(g: &Gezogen, wer: &Sitzung, id: &str, erste: &str) {
    tue(g, wer, "beginnen", id).unwrap();
    pruefe_weiter(g, wer, id, erste);
}

fn pruefe_weiter(g: &Gezogen, wer: &Sitzung, id: &str, erste: &str) {
    antworte(g, wer, id, &g.merkmale[0].0, erste).unwrap();
    loop {
        let b = zweitbogen(g, wer, id);
        let offen =
            b["gelten"].as_array().unwrap().iter().find(|m| b["antworten"][m.as_str().unwrap()].is_null());
        let Some(m) = offen else { break };
        antworte(g, wer, id, m.as_str().unwrap(), "ja").unwrap();
    }
    tue(g, wer, "abschliessen", id).unwrap();
}

fn vergleich(g: &Gezogen) -> Value {
    lage(g, &g.qm)["uebereinstimmung"].clone()
}

#[test]
fn der_anteil_wird_gezogen_waechst_und_schrumpft_nicht() {
    let g = Gezogen::neu(json!({}));
    assert_eq!(lage(&g, &g.qm)["anteil"], Value::Null);
    for falsch in [0, 101] {
        assert_eq!(einrichten(&g, falsch, None).unwrap_err().felder[0].feld, "anteil");
    }
    einrichten(&g, 20, None).unwrap();
    let erste: Vec<String> = boegen(&g).iter().map(|b| text(&b["id"])).collect();
    assert_eq!(erste.len(), 3, "20 per cent of 12, rounded up");
    einrichten(&g, 20, None).unwrap();
    assert_eq!(boegen(&g).len(), 3, "again with the same share: the same units");
    einrichten(&g, 50, None).unwrap();
    let zweite: Vec<String> = boegen(&g).iter().map(|b| text(&b["id"])).collect();
    assert_eq!(zweite.len(), 6);
    assert!(erste.iter().all(|id| zweite.contains(id)));
    let f = einrichten(&g, 20, None).unwrap_err();
    assert_eq!((f.code, f.felder[0].feld.as_str()), (Code::Eingabe, "anteil"));
    assert_eq!(lage(&g, &g.qm)["anteil"], 50);
    // Who checks does not learn which units are checked twice.
    for wer in [&g.tl[0], &g.pk] {
        let f = g.t.lesen(wer, "doppelpruefung.lage", json!({"id": g.pruefung})).unwrap_err();
        assert_eq!(f.code, Code::Recht);
    }
    assert_eq!(lage(&g, &g.bl)["einrichten"], false);
}

#[test]
fn die_zweite_person_sieht_nichts_von_der_ersten() {
    let g = Gezogen::neu(json!({}));
    let feststellung = g.freigegeben(0, ohne_geld());
    let fall = g.fall(1, 0);
    einrichten(&g, 100, None).unwrap();
    let qm2 = g.t.person("qm2", &[Rolle::Qualitaetsmanagement], None, &[]);
    let sieht = |wer: &Sitzung| {
        let liste = g.liste(wer, json!({}));
        let zeile = liste["zeilen"].as_array().unwrap().iter().any(|z| z["id"] == fall.as_str());
        let bogen = g.t.lesen(wer, "bogen.lesen", json!({"id": fall})).is_ok();
        let befund = g.t.lesen(wer, "feststellung.lesen", json!({"id": feststellung})).is_ok();
        (zeile, bogen, befund)
    };
    assert_eq!(sieht(&qm2), (true, true, true));
    weise_zu(&g, &fall, &qm2).unwrap();
    assert_eq!(sieht(&qm2), (false, false, false));
    assert_eq!(sieht(&g.qm), (true, true, true), "all others go on");
    let alle = json!({"pruefung_id": g.pruefung, "blatt": {"ab": 0, "anzahl": 50}, "sortierung": null, "absteigend": false,
        "staende": [], "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false});
    assert_eq!(g.t.lesen(&qm2, "feststellung.liste", alle.clone()).unwrap()["gesamt"], 0);
    assert_eq!(g.t.lesen(&g.qm, "feststellung.liste", alle).unwrap()["gesamt"], 1);
    // Neither the chain nor a measure nor a number speaks of it.
    let angaben = json!({"was": "Arbeitshilfe zum Antragsdatum", "erlaeuterung": "", "art": "arbeitshilfe",
        "rolle": "qualitaetsmanagement", "team_id": null, "faellig": "2026-12-31"});
    let r = json!({"herkunft": {"art": "feststellung", "id": feststellung}, "angaben": angaben});
    let massnahme = g.t.aendern(&g.qm, "massnahme.anlegen", r).unwrap().objekte[0].id.clone();
    let merkmal = format!("{fall}/{}", g.merkmale[0].0);
    let protokoll = |wer: &Sitzung, objekt: &str| {
        let r = json!({"blatt": {"ab": 0, "anzahl": 50}, "von": null, "bis": null, "operation": null, "benutzer": null, "objekt": objekt});
        let zeilen = g.t.lesen(wer, "protokoll.seite", r).unwrap()["zeilen"].clone();
        // The second sheet has the id of its unit, and is no secret.
        zeilen.as_array().unwrap().iter().filter(|z| z["art"] != "Zweitbogen").count()
    };
    for objekt in [&fall, &merkmal, &feststellung] {
        assert_eq!(protokoll(&qm2, objekt), 0, "{objekt}");
        assert!(protokoll(&g.qm, objekt) > 0, "{objekt}");
    }
    let andere = g.fall(1, 1);
    g.fuelle(&g.qm, &andere, "ja");
    assert_eq!(protokoll(&qm2, &format!("{andere}/{}", g.merkmale[0].0)), 1, "of other units she reads on");
    let gezaehlt = |wer: &Sitzung| {
        let z = g.t.lesen(wer, "pruefung.lesen", json!({"id": g.pruefung})).unwrap()["zaehler"].clone();
        (z["gezogen"].as_u64().unwrap(), z["feststellungen"].as_u64().unwrap())
    };
    assert_eq!((gezaehlt(&qm2), gezaehlt(&g.qm)), ((12, 0), (12, 1)));
    assert!(g.t.lesen(&qm2, "massnahme.lesen", json!({"id": massnahme})).is_err());
    g.t.lesen(&g.qm, "massnahme.lesen", json!({"id": massnahme})).unwrap();
    // Her page has what she needs to open the file, and no answer of anybody.
    let b = zweitbogen(&g, &qm2, &fall);
    assert_eq!((b["antworten"].clone(), b["bemerkung"].clone()), (json!({}), json!("")));
    assert!(text(&b["fallnummer"]).contains("BG"), "{b}");
    let aufgaben = g.t.lesen(&qm2, "bogen.meine", json!({})).unwrap();
    assert!(
        aufgaben
            .as_array()
            .unwrap()
            .iter()
            .any(|a| a["art"] == "zweitpruefen" && a["prueffall_id"] == fall.as_str())
    );
    // Nor does a report tell her.
    let nummer =
        text(&g.t.lesen(&g.qm, "pruefung.lesen", json!({"id": g.pruefung})).unwrap()["pruefung"]["nummer"]);
    let position = g.bogen(&g.qm, &fall)["fall"]["position"].clone();
    for (name, nummer, code) in [
        ("pruefung", nummer.clone(), Code::Regel),
        ("rueckmeldung", format!("{nummer}/Leistung 1"), Code::Regel),
        ("pruefvermerk", format!("{nummer}/{position}"), Code::Eingabe),
    ] {
        let r = json!({"name": name, "nummer": nummer, "von": null, "bis": null, "datei": g.t.ordner.path().join("x.pdf"), "ueberschreiben": true});
        let f = g.t.aendern(&qm2, "bericht.exportieren", r.clone()).unwrap_err();
        assert_eq!(f.code, code, "{name}: {f:?}");
        g.t.aendern(&g.qm, "bericht.exportieren", r).unwrap();
    }
    // Nobody else reads the second sheet before both are closed.
    assert_eq!(
        g.t.lesen(&g.qm, "doppelpruefung.bogen", json!({"id": fall})).unwrap_err().code,
        Code::NichtGefunden
    );
    pruefe(&g, &qm2, &fall, "ja");
    assert_eq!(sieht(&qm2), (true, true, true), "closed, she may");
    assert!(protokoll(&qm2, &merkmal) > 0);
    g.t.lesen(&qm2, "massnahme.lesen", json!({"id": massnahme})).unwrap();
    zweitbogen(&g, &g.qm, &fall);
}

#[test]
fn wer_beteiligt_ist_prueft_nicht_zum_zweiten_mal() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    g.fuelle(&g.qm, &fall, "ja");
    g.abschliessen(&g.qm, &fall);
    // The share is given to the QM, who knows one of the units.
    let hinweise = einrichten(&g, 100, Some(&g.qm)).unwrap();
    assert!(hinweise[0].starts_with("1 ausgewählten Fall kennt diese Person schon."), "{hinweise:?}");
    let zeile = |id: &str| boegen(&g).into_iter().find(|b| b["id"] == id).unwrap();
    assert_eq!(zeile(&fall)["person"], Value::Null);
    assert_eq!(zeile(&g.fall(1, 1))["person"], g.qm.benutzer_id());
    assert_eq!(weise_zu(&g, &fall, &g.qm).unwrap_err().code, Code::VierAugen);
    assert_eq!(weise_zu(&g, &fall, &g.tl[1]).unwrap_err().felder[0].feld, "an");
    weise_zu(&g, &fall, &g.pk).unwrap();
    // And the other way round: the second person gets no hand in the first sheet.
    let anderer = g.fall(2, 0);
    weise_zu(&g, &anderer, &g.pk).unwrap();
    let r = json!({"faelle": [g.bezug(&fall)], "an": g.pk.benutzer_id()});
    assert_eq!(g.t.aendern(&g.tl[0], "bogen.zuweisen", r).unwrap_err().code, Code::Recht);
    let haus2 = g.t.person("qm3", &[Rolle::Qualitaetsmanagement], None, &[]);
    let version =
        g.t.lesen(&haus2, "bogen.lesen", json!({"id": anderer})).unwrap()["fall"]["version"].clone();
    let r = json!({"faelle": [{"id": anderer, "version": version}], "an": g.pk.benutzer_id()});
    assert_eq!(g.t.aendern(&haus2, "bogen.zuweisen", r).unwrap_err().code, Code::VierAugen);
    // Not even after she has closed hers.
    pruefe(&g, &g.pk, &anderer, "ja");
    let r = json!({"faelle": [{"id": anderer, "version": version}], "an": g.pk.benutzer_id()});
    assert_eq!(g.t.aendern(&haus2, "bogen.zuweisen", r).unwrap_err().code, Code::VierAugen);
    // Somebody else's second sheet cannot be worked on.
    let dritter = g.fall(2, 1);
    assert_eq!(tue(&g, &g.pk, "beginnen", &dritter).unwrap_err().code, Code::Recht);
}

/// The rows keep only the last person, and nobody who made a Feststellung final; the chain keeps all of them.
#[test]
fn wer_frueher_am_ersten_bogen_war_bleibt_beteiligt() {
    let g = Gezogen::neu(json!({}));
    let [qm2, qm3] = ["qm2", "qm3"].map(|n| g.t.person(n, &[Rolle::Qualitaetsmanagement], None, &[]));
    // Her answer was overwritten by somebody else's.
    let ueberschrieben = g.fall(1, 1);
    g.antworte(&qm2, &ueberschrieben, &g.merkmale[0].0, "nein");
    let r = json!({"faelle": [g.bezug(&ueberschrieben)], "an": g.qm.benutzer_id()});
    g.t.aendern(&g.qm, "bogen.zuweisen", r).unwrap();
    g.fuelle(&g.qm, &ueberschrieben, "ja");
    g.abschliessen(&g.qm, &ueberschrieben);
    // She found for good what the team had accepted.
    let feststellung = g.freigegeben(0, ohne_geld());
    let bezug = || {
        let d = g.t.lesen(&qm2, "feststellung.lesen", json!({"id": feststellung})).unwrap();
        json!({"id": feststellung, "version": d["feststellung"]["version"]})
    };
    let mut r = bezug();
    for (k, v) in [("antwort", json!("anerkannt")), ("text", json!("")), ("uebertragen_aus", Value::Null)] {
        r[k] = v;
    }
    g.t.aendern(&g.tl[0], "feststellung.stellungnahme", r).unwrap();
    g.t.aendern(&qm2, "feststellung.feststellen", json!({"feststellungen": [bezug()]})).unwrap();
    einrichten(&g, 100, None).unwrap();
    for id in [ueberschrieben, g.fall(1, 0)] {
        assert_eq!(weise_zu(&g, &id, &qm2).unwrap_err().code, Code::VierAugen);
        weise_zu(&g, &id, &qm3).unwrap();
    }
}

#[test]
fn verglichen_wird_was_unabhaengig_geantwortet_wurde() {
    let g = Gezogen::neu(json!({}));
    einrichten(&g, 100, Some(&g.pk)).unwrap();
    let merkmal = g.merkmale[0].0.clone();
    // Two cases agree on "ja", two have an error in one sheet only.
    for (nr, (erste, zweite)) in
        [("ja", "ja"), ("ja", "ja"), ("ja", "nein"), ("nein", "ja")].into_iter().enumerate()
    {
        let fall = g.fall(1, nr);
        g.fuelle(&g.qm, &fall, erste);
        if erste == "nein" {
            g.feststelle(&g.qm, &fall, ohne_geld());
        }
        // Whoever is first, nothing is compared before both are closed.
        if nr % 2 == 0 {
            g.abschliessen(&g.qm, &fall);
            assert_eq!(vergleich(&g)["faelle"], nr);
            pruefe(&g, &g.pk, &fall, zweite);
        } else {
            pruefe(&g, &g.pk, &fall, zweite);
            assert_eq!(vergleich(&g)["faelle"], nr);
            g.abschliessen(&g.qm, &fall);
        }
        assert_eq!(vergleich(&g)["faelle"], nr + 1);
    }
    let v = vergleich(&g);
    let z =
        v["zeilen"].as_array().unwrap().iter().find(|z| z["merkmal"] == merkmal.as_str()).unwrap().clone();
    assert_eq!((z["verglichen"].clone(), z["gleich"].clone()), (json!(4), json!(2)));
    assert_eq!(
        (z["fehler_beide"].clone(), z["fehler_nur_erste"].clone(), z["fehler_nur_zweite"].clone()),
        (json!(0), json!(1), json!(1))
    );
    // po = 2/4, pe = (3·3 + 1·1)/16: κ = (0.5 - 0.625) / 0.375 = -1/3.
    assert_eq!(z["kappa"], json!(-0.33));
    assert!(text(&z["klaeren"]).starts_with("In 2 von 4 Fällen verschieden beantwortet"), "{z}");
    let unterschiede = lage(&g, &g.qm)["unterschiede"].clone();
    let faelle: Vec<Value> = unterschiede
        .as_array()
        .unwrap()
        .iter()
        .filter(|u| u["merkmal"] == merkmal.as_str())
        .cloned()
        .collect();
    assert_eq!(faelle.len(), 2);
    assert_eq!((faelle[0]["erste"].clone(), faelle[0]["zweite"].clone()), (json!("ja"), json!("nein")));

    // Who reads the comparison and then corrects the first sheet does not make the two agree.
    let fall = g.fall(1, 2);
    g.t.aendern(&g.qm, "bogen.wieder_oeffnen", g.bezug(&fall)).unwrap();
    g.antworte(&g.qm, &fall, &merkmal, "nein");
    g.feststelle(&g.qm, &fall, ohne_geld());
    g.abschliessen(&g.qm, &fall);
    assert_eq!(vergleich(&g)["zeilen"], v["zeilen"]);
    // While a second sheet is hers to do, the evaluation would tell her what the first says; after that it does not.
    let frage = json!({"id": g.pruefung});
    let qm2 = g.t.person("qm2", &[Rolle::Qualitaetsmanagement], None, &[]);
    weise_zu(&g, &g.fall(2, 0), &qm2).unwrap();
    assert_eq!(g.t.lesen(&qm2, "auswertung.pruefung", frage.clone()).unwrap_err().code, Code::Regel);
    assert_eq!(
        g.t.lesen(&qm2, "pruefung.lesen", frage.clone()).unwrap()["zaehler"]["gezogen"],
        12,
        "she counts all"
    );
    pruefe(&g, &qm2, &g.fall(2, 0), "ja");
    g.t.lesen(&qm2, "auswertung.pruefung", frage).unwrap();
    // Single cases are not for those who only read.
    let andere = lage(&g, &g.bl);
    assert_eq!(
        (andere["boegen"].clone(), andere["unterschiede"].clone(), andere["anzahl"].clone()),
        (json!([]), json!([]), json!(12))
    );
    // The result of the check itself follows the first sheets, corrected or not.
    let a = g.t.lesen(&g.qm, "auswertung.pruefung", json!({"id": g.pruefung})).unwrap();
    assert_eq!(a["auswertung"]["zahlen"]["fehlerhaft"], 2);
    let datei = g.t.ordner.path().join("doppelt.pdf");
    let r = json!({"name": "pruefung", "nummer": a["nummer"], "von": null, "bis": null, "datei": datei, "ueberschreiben": false});
    g.t.aendern(&g.qm, "bericht.exportieren", r).unwrap();
    let gelesen = crate::pruefbericht::text(&datei).replace('\u{a0}', " ");
    for satz in [
        "4.6 Doppelprüfung",
        "Einen Fehler sahen beide Prüfungen 0-mal",
        "2 von 4 -0,33 0 1 1",
        "Doppelprüfung einrichten",
    ] {
        assert!(gelesen.contains(satz), "fehlt im Bericht: {satz}\n{gelesen}");
    }
}

#[test]
fn der_zweitbogen_ist_nach_dem_abschluss_endgueltig() {
    let g = Gezogen::neu(json!({}));
    einrichten(&g, 100, Some(&g.pk)).unwrap();
    let fall = g.fall(1, 0);
    let m = &g.merkmale[0].0;
    assert_eq!(antworte(&g, &g.pk, &fall, m, "ja").unwrap_err().code, Code::Regel, "not begun");
    tue(&g, &g.pk, "beginnen", &fall).unwrap();
    assert_eq!(tue(&g, &g.pk, "beginnen", &fall).unwrap_err().code, Code::Regel);
    let alt = bezug(&g, &fall);
    antworte(&g, &g.pk, &fall, m, "ja").unwrap();
    assert_eq!(
        g.t.aendern(&g.pk, "doppelpruefung.abschliessen", alt.clone()).unwrap_err().code,
        Code::Regel,
        "gaps"
    );
    let mut r = alt;
    r["text"] = json!("Der Nachweis liegt in Band 2.");
    let f = g.t.aendern(&g.pk, "doppelpruefung.bemerkung", r).unwrap_err();
    assert_eq!(f.code, Code::Konflikt);
    assert!(f.stand.is_some_and(|s| s["stand"] == "in_arbeit"));
    // Given to another person, the answers so far are dropped.
    let qm2 = g.t.person("qm2", &[Rolle::Qualitaetsmanagement], None, &[]);
    weise_zu(&g, &fall, &qm2).unwrap();
    assert_eq!(zweitbogen(&g, &qm2, &fall)["antworten"], json!({}));
    assert_eq!(tue(&g, &g.pk, "beginnen", &fall).unwrap_err().code, Code::Recht);
    // Who gave it back may have read the first sheet since.
    let qm3 = g.t.person("qm3", &[Rolle::Qualitaetsmanagement], None, &[]);
    weise_zu(&g, &fall, &qm3).unwrap();
    assert_eq!(weise_zu(&g, &fall, &qm2).unwrap_err().code, Code::VierAugen);
    assert_eq!(weise_zu(&g, &fall, &g.pk).unwrap_err().code, Code::VierAugen);
    let qm2 = qm3;
    tue(&g, &qm2, "beginnen", &fall).unwrap();
    let vorher = bezug(&g, &fall);
    weise_zu(&g, &fall, &qm2).unwrap();
    assert_eq!(bezug(&g, &fall), vorher, "given to whoever has it, nothing is lost");
    pruefe_weiter(&g, &qm2, &fall, "teilweise");
    for was in ["beginnen", "abschliessen"] {
        assert_eq!(tue(&g, &qm2, was, &fall).unwrap_err().code, Code::Regel);
    }
    assert_eq!(antworte(&g, &qm2, &fall, m, "nein").unwrap_err().code, Code::Regel);
    assert_eq!(weise_zu(&g, &fall, &g.pk).unwrap_err().code, Code::Regel);
    g.t.protokoll_stimmt();
}

#[test]
fn wer_gegengeprueft_hat_oder_zweite_ist_bleibt_auf_ihrer_seite() {
    let g = Gezogen::neu(json!({"gegenpruefung_anteil": 100}));
    let (fall, andere) = (g.fall(1, 0), g.fall(1, 1));
    for f in [&fall, &andere] {
        g.fuelle(&g.qm, f, "ja");
        g.abschliessen(&g.qm, f);
    }
    // She counter-checked and returned it; the first person closed it again, and the sheet forgot her.
    let qm2 = g.t.person("qm2", &[Rolle::Qualitaetsmanagement], None, &[]);
    let mut r = g.bezug(&fall);
    r["grund"] = json!("Der Nachweis fehlt noch.");
    g.t.aendern(&qm2, "bogen.zurueckgeben", r).unwrap();
    g.abschliessen(&g.qm, &fall);
    einrichten(&g, 100, None).unwrap();
    assert_eq!(weise_zu(&g, &fall, &qm2).unwrap_err().code, Code::VierAugen);
    // The second person does not confirm the first sheet, also when hers is closed.
    weise_zu(&g, &andere, &qm2).unwrap();
    pruefe(&g, &qm2, &andere, "ja");
    assert_eq!(g.bogen(&qm2, &andere)["darf"]["gegenpruefen"], false);
    let r = json!({"faelle": [g.bezug(&andere)]});
    assert_eq!(g.t.aendern(&qm2, "bogen.bestaetigen", r).unwrap_err().code, Code::VierAugen);
    // A first sheet that could not be checked at all is said, and its second one can be read.
    let weg = g.fall(1, 2);
    let mut r = g.bezug(&weg);
    r["grund"] = json!("Die Akte liegt beim Gericht.");
    g.t.aendern(&g.qm, "bogen.nicht_pruefbar", r).unwrap();
    weise_zu(&g, &weg, &g.pk).unwrap();
    pruefe(&g, &g.pk, &weg, "ja");
    let saetze = vergleich(&g)["saetze"].to_string();
    assert!(saetze.contains("1 Fall meldete die erste Prüfung als nicht prüfbar"), "{saetze}");
    // It may still be opened and answered: until then nobody reads the second sheet.
    let lesbar = || g.t.lesen(&g.qm, "doppelpruefung.bogen", json!({"id": weg})).is_ok();
    assert!(!lesbar());
    g.t.aendern(&g.qm, "bogen.wieder_oeffnen", g.bezug(&weg)).unwrap();
    g.fuelle(&g.qm, &weg, "ja");
    assert!(!lesbar());
    g.abschliessen(&g.qm, &weg);
    assert!(lesbar());
}

#[test]
fn bedingte_merkmale_entfallen_mit_der_antwort() {
    let g = Gezogen::neu(json!({}));
    let bogen = g.bogen(&g.qm, &g.faelle[0].0);
    let bedingt = bogen["abschnitte"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|a| a["merkmale"].as_array().unwrap())
        .find(|m| !m["wenn"].is_null())
        .expect("the sheet of the tests has a conditional item")
        .clone();
    let (oben, wert) = (text(&bedingt["wenn"]["merkmal"]), text(&bedingt["wenn"]["antwort"][0]));
    let kennung = text(&bedingt["kennung"]);
    einrichten(&g, 100, Some(&g.pk)).unwrap();
    let fall = g.fall(1, 0);
    tue(&g, &g.pk, "beginnen", &fall).unwrap();
    assert_eq!(antworte(&g, &g.pk, &fall, &kennung, "ja").unwrap_err().code, Code::Regel);
    antworte(&g, &g.pk, &fall, &oben, &wert).unwrap();
    antworte(&g, &g.pk, &fall, &kennung, "ja").unwrap();
    let anders = if wert == "ja" { "nicht_anwendbar" } else { "ja" };
    antworte(&g, &g.pk, &fall, &oben, anders).unwrap();
    let b = zweitbogen(&g, &g.pk, &fall);
    assert_eq!(b["antworten"], json!({oben: anders}));
}
