//! Nachschau: the corrected cases again, or a new sample, laid beside the first check.

use crate::gezogen::{Gezogen, mit, ohne_geld, text};
use crate::korrektur::erledige;
use crate::pruefung;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

fn lesen(g: &Gezogen, wer: &Sitzung, id: &str) -> Value {
    g.t.lesen(wer, "pruefung.lesen", json!({"id": id})).unwrap()
}

fn bezug(g: &Gezogen, id: &str) -> Value {
    json!({"id": id, "version": lesen(g, &g.qm, id)["pruefung"]["version"]})
}

fn vorschlag(g: &Gezogen) -> Value {
    g.t.lesen(&g.qm, "pruefung.nachschau_vorschlag", json!({"id": g.pruefung})).unwrap()
}

fn vergleich(g: &Gezogen, wer: &Sitzung, id: &str) -> Value {
    g.t.lesen(wer, "auswertung.nachschau", json!({"id": id})).unwrap()
}

/// Everything else is "ja"; what is disputed by nobody is accepted; then the check is closed.
fn abschliessen(g: &Gezogen) {
    for (fall, _) in &g.faelle {
        if g.stand(fall) == "offen" {
            g.fuelle(&g.qm, fall, "ja");
            g.abschliessen(&g.qm, fall);
        }
    }
    let r = json!({"pruefung_id": g.pruefung, "blatt": {"ab": 0, "anzahl": 50}, "sortierung": null, "absteigend": false,
        "staende": ["zur_stellungnahme"], "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false});
    for x in g.t.lesen(&g.qm, "feststellung.liste", r).unwrap()["zeilen"].as_array().unwrap() {
        let r = json!({"id": x["id"], "version": x["version"], "antwort": "anerkannt", "text": "", "uebertragen_aus": null});
        g.t.aendern(&g.tl[0], "feststellung.stellungnahme", r).unwrap();
    }
    g.t.aendern(&g.qm, "pruefung.abschliessen", bezug(g, &g.pruefung)).unwrap();
}

/// Seals and draws; returns the sheets in their order.
fn ziehe(g: &mut Gezogen, id: &str) {
    let versiegelt =
        g.t.aendern(&g.qm, "ziehung.versiegeln", json!({"pruefung": bezug(g, id), "anzahl": null})).unwrap();
    let z = versiegelt.objekte.iter().find(|o| o.art == "ziehung").unwrap();
    let mut stand = json!({"id": z.id, "version": z.version});
    if lesen(g, &g.qm, id)["pruefung"]["plan"]["auswahl"] == "zufall" {
        let g = g.t.aendern(&g.qm, "ziehung.startwert_erzeugen", json!({"ziehung": stand})).unwrap();
        stand = json!({"id": g.objekte[0].id, "version": g.objekte[0].version});
    }
    g.t.aendern(&g.qm, "ziehung.ziehen", json!({"ziehung": stand, "nummern": [], "begruendung": ""}))
        .unwrap();
    g.pruefung = id.to_owned();
    g.faelle = g.liste(&g.qm, json!({}))["zeilen"]
        .as_array()
        .unwrap()
        .iter()
        .map(|z| (text(&z["id"]), text(&z["team"])))
        .collect();
}

#[test]
fn korrigierte_faelle_werden_ohne_liste_nachgesehen() {
    let mut g = Gezogen::neu(json!({"ziel": 0.1}));
    let erste = g.pruefung.clone();
    let [a, b, c] = [0, 1, 2].map(|nr| g.freigegeben(nr, json!({})));
    g.freigegeben(3, ohne_geld());
    for x in [&a, &b] {
        erledige(&g, &g.tl[0], x);
    }
    let frage = json!({"id": erste});
    assert_eq!(
        g.t.lesen(&g.qm, "pruefung.nachschau_vorschlag", frage.clone()).unwrap_err().code,
        Code::Regel
    );
    abschliessen(&g);
    assert_eq!(g.t.lesen(&g.tl[0], "pruefung.nachschau_vorschlag", frage).unwrap_err().code, Code::Recht);
    assert_eq!(lesen(&g, &g.qm, &erste)["darf"]["nachschau"], true);
    assert_eq!(lesen(&g, &g.bl, &erste)["darf"]["nachschau"], false);
    let v = vorschlag(&g);
    assert_eq!((&v["faelle"], &v["nicht_gemeldet"], &v["hindernis"]), (&json!(3), &json!(1), &Value::Null));
    // Theme, teams and period are those of the first check; a goal or other teams are refused.
    let plan = v["korrigierte"].clone();
    let anlegen = |plan: Value| g.t.aendern(&g.qm, "pruefung.nachschau_anlegen", json!({"plan": plan}));
    for (feld, wert, genannt) in [
        ("teams", json!([plan["teams"][0]]), "plan.teams"),
        ("zeitraum_bis", json!("2026-12-31"), "plan.zeitraum_von"),
        ("ziel", json!(0.1), "plan.auswahl"),
        ("auswahl", json!("bewusst"), "plan.auswahl"),
        ("restliche_auf_ja", json!(true), "plan.restliche_auf_ja"),
        ("nachschau_zu", Value::Null, "plan.nachschau_zu"),
    ] {
        let f = anlegen(mit(plan.clone(), &json!({feld: wert}))).unwrap_err();
        assert_eq!(f.felder[0].feld, genannt, "{f:?}");
    }
    let neu = anlegen(plan).unwrap();
    assert!(neu.hinweise.iter().any(|h| h.contains("In 1 Fall")), "{:?}", neu.hinweise);
    let id = neu.objekte.iter().find(|o| o.art == "pruefung").unwrap().id.clone();
    let d = lesen(&g, &g.qm, &id);
    assert_eq!(
        (d["pruefung"]["stand"].as_str(), d["korrigierte"].as_bool()),
        (Some("eingelesen"), Some(true))
    );
    assert_eq!(lesen(&g, &g.qm, &erste)["nachschauen"][0]["id"], json!(id));
    let gg = g.t.lesen(&g.qm, "grundgesamtheit.lesen", json!({"pruefung_id": id})).unwrap();
    assert_eq!((&gg["aus_pruefung"], &gg["anzahl"]), (&json!("FA-2026-001"), &json!(3)));
    // No list takes their place.
    let datei = g.t.ordner.path().join("liste.csv");
    let f = crate::grundgesamtheit::einlesen(&g.t, &g.qm, &id, &datei, gg["leseweise"].clone()).unwrap_err();
    assert!(f.text.contains("erste"), "{f:?}");
    g.t.protokoll_stimmt();
    let nummern = |g: &Gezogen| -> Vec<(String, String)> {
        g.faelle
            .iter()
            .map(|(f, _)| g.bogen(&g.qm, f))
            .map(|b| (text(&b["fallnummer"]), text(&b["fall"]["pseudonym"])))
            .collect()
    };
    let vorher = nummern(&g);
    ziehe(&mut g, &id);
    let nachher = nummern(&g);
    assert_eq!(nachher.len(), 3);
    for (nummer, pseudonym) in &nachher {
        // The same case under a pseudonym of its own.
        assert!(vorher.iter().any(|(n, p)| n == nummer && p != pseudonym));
    }
    let v = vergleich(&g, &g.qm, &id);
    assert_eq!(v["korrekturen"]["zeilen"][0]["offen"], 3);
    // a is in order now, b is still wrong, c cannot be checked; b has a new deviation beside.
    let befunde = v["korrekturen"]["befunde"].as_array().unwrap().clone();
    // Who reported the correction as done does not say that it holds.
    let bogen = |x: &str| text(&befunde.iter().find(|z| z["feststellung_id"] == x).unwrap()["prueffall_id"]);
    let [fa, fb, fc] = [&a, &b, &c].map(|x| bogen(x));
    let merkmal = g.merkmale[0].0.clone();
    let r = json!({"id": fa, "merkmal": merkmal, "wert": "ja", "version": 0});
    assert_eq!(g.t.aendern(&g.tl[0], "bogen.antworten", r).unwrap_err().code, Code::VierAugen);
    g.fuelle(&g.qm, &fa, "ja");
    g.abschliessen(&g.qm, &fa);
    g.fuelle(&g.qm, &fb, "nein");
    g.feststelle(&g.qm, &fb, ohne_geld());
    let anderes = g.merkmale.iter().skip(1).find(|(_, bedingt)| !bedingt).unwrap().0.clone();
    g.antworte(&g.qm, &fb, &anderes, "nein");
    let r = json!({"bezug": null, "prueffall_id": fb, "merkmal": anderes, "inhalt": mit(crate::gezogen::feststellung(), &ohne_geld())});
    g.t.aendern(&g.qm, "feststellung.speichern", r).unwrap();
    g.fuelle(&g.qm, &fb, "nein");
    g.abschliessen(&g.qm, &fb);
    let r = mit(g.bezug(&fc), &json!({"grund": "Die Akte liegt beim Gericht."}));
    g.t.aendern(&g.qm, "bogen.nicht_pruefbar", r).unwrap();
    let v = vergleich(&g, &g.qm, &id);
    let zeile = &v["korrekturen"]["zeilen"][0];
    let zahlen = ["verlangt", "behoben", "weiterhin", "offen", "neu"].map(|k| zeile[k].as_u64().unwrap());
    assert_eq!(zahlen, [3, 1, 1, 1, 0], "{v}");
    assert_eq!(v["korrekturen"]["zeilen"][1]["neu"], 1);
    assert!(
        text(&v["saetze"][0])
            .contains("Von 3 Korrekturen in 3 Fällen der Prüfung FA-2026-001: 1 behoben, 1 weiterhin"),
        "{v}"
    );
    let befund = |x: &str| {
        let alle = v["korrekturen"]["befunde"].as_array().unwrap();
        text(&alle.iter().find(|z| z["feststellung_id"] == x).unwrap()["befund"])
    };
    assert_eq!([befund(&a), befund(&b), befund(&c)], ["behoben", "weiterhin", "ungeklaert"]);
    // Nothing is projected, and the other team's Teamleitung reads counts, no cases.
    assert_eq!(v["stichprobe"], Value::Null);
    let fremd = vergleich(&g, &g.tl[1], &id);
    assert_eq!(fremd["korrekturen"]["befunde"], json!([]));
    assert_eq!(fremd["korrekturen"]["zeilen"], v["korrekturen"]["zeilen"]);
    assert_eq!(vergleich(&g, &g.tl[0], &id)["korrekturen"]["befunde"].as_array().unwrap().len(), 3);
    let auswertung = g.t.lesen(&g.qm, "auswertung.pruefung", json!({"id": id})).unwrap();
    assert_eq!(auswertung["verlauf"], Value::Null);
    assert!(auswertung["auswertung"]["hinweise"].to_string().contains("zu berichtigen waren"));
    assert_eq!(vergleich(&g, &g.qm, &erste), Value::Null);
    g.t.protokoll_stimmt();
}

#[test]
fn neue_stichprobe_wird_merkmal_fuer_merkmal_verglichen() {
    let mut g = Gezogen::neu(json!({}));
    let erste = g.pruefung.clone();
    for nr in 0..6 {
        g.freigegeben(nr, ohne_geld());
    }
    abschliessen(&g);
    let v = vorschlag(&g);
    assert!(text(&v["hindernis"]).contains("kein Fall zu berichtigen"), "{v}");
    assert_eq!(
        g.t.aendern(&g.qm, "pruefung.nachschau_anlegen", json!({"plan": v["korrigierte"]})).unwrap_err().code,
        Code::Regel
    );
    // The first one is of six months and was finished in November: six months from December.
    assert_eq!(
        (text(&v["stichprobe"]["zeitraum_von"]), text(&v["stichprobe"]["zeitraum_bis"])),
        ("2026-12-01".into(), "2027-05-31".into())
    );
    let plan = mit(v["stichprobe"].clone(), &json!({"auswahl": "zufall", "stichprobe_geplant": 12}));
    let id = pruefung::anlegen(&g.t, &g.qm, &plan);
    let datei = g.t.ordner.path().join("liste.csv");
    let leseweise =
        g.t.lesen(&g.qm, "grundgesamtheit.lesen", json!({"pruefung_id": erste})).unwrap()["leseweise"]
            .clone();
    crate::grundgesamtheit::einlesen(&g.t, &g.qm, &id, &datei, leseweise).unwrap();
    ziehe(&mut g, &id);
    let leer = vergleich(&g, &g.qm, &id);
    assert_eq!(leer["stichprobe"]["zeilen"][0]["urteil"], "ohne");
    assert!(leer["saetze"].to_string().contains("vorläufig"), "{leer}");
    for fall in g.faelle.iter().map(|(f, _)| f.clone()).collect::<Vec<_>>() {
        g.fuelle(&g.qm, &fall, "ja");
        g.abschliessen(&g.qm, &fall);
    }
    // No verdict and no bound before both are closed: looking each day until it pleases would find one.
    let offen = vergleich(&g, &g.qm, &id)["stichprobe"]["zeilen"][0].clone();
    assert_eq!(
        (&offen["urteil"], &offen["p"], &offen["nachschau"]["hoechstens"], &offen["nachschau"]["beurteilt"]),
        (&json!("ohne"), &Value::Null, &Value::Null, &json!(12))
    );
    let ziehung = g.t.lesen(&g.qm, "ziehung.liste", json!({"pruefung_id": id})).unwrap()["eigene"][0].clone();
    let schliessen = json!({"ziehung": {"id": ziehung["id"], "version": ziehung["version"]}});
    g.t.aendern(&g.qm, "ziehung.schliessen", schliessen).unwrap();
    let version = lesen(&g, &g.qm, &id)["pruefung"]["version"].clone();
    g.t.aendern(&g.qm, "pruefung.abschliessen", json!({"id": id, "version": version})).unwrap();
    let v = vergleich(&g, &g.qm, &id);
    let zeile = &v["stichprobe"]["zeilen"][0];
    assert_eq!((&zeile["erste"]["fehler"], &zeile["erste"]["beurteilt"]), (&json!(6), &json!(12)));
    assert_eq!((&zeile["nachschau"]["fehler"], &zeile["nachschau"]["beurteilt"]), (&json!(0), &json!(12)));
    // C(12, 6) / C(24, 6): all six errors of 24 cases in the first twelve.
    assert!((zeile["p"].as_f64().unwrap() - 924.0 / 134_596.0).abs() < 1e-12, "{zeile}");
    assert_eq!(zeile["urteil"], "besser");
    // A full check has no bound; twelve drawn ones without an error: 1 - 0.05^(1/12) = 22.09 %.
    assert_eq!(
        (&zeile["erste"]["hoechstens"], &zeile["nachschau"]["hoechstens"]),
        (&Value::Null, &json!(221))
    );
    // Where nothing was wrong there is nothing to test.
    let zweite = &v["stichprobe"]["zeilen"][1];
    assert_eq!((&zweite["urteil"], &zweite["p"]), (&json!("ohne_fehler"), &Value::Null));
    assert!(!v["saetze"].to_string().contains("vorläufig"), "{v}");
    let datei = g.t.ordner.path().join("nachschau.pdf");
    let r = json!({"name": "pruefung", "nummer": lesen(&g, &g.qm, &id)["pruefung"]["nummer"], "von": null, "bis": null, "datei": datei,
        "ueberschreiben": false});
    g.t.aendern(&g.qm, "bericht.exportieren", r).unwrap();
    let gelesen = crate::pruefbericht::text(&datei);
    for satz in ["Neben der ersten Prüfung FA-2026-001", "6 von 12 (50,0 %)", "besser belegt", "22,1 %"] {
        assert!(gelesen.replace('\u{a0}', " ").contains(satz), "fehlt im Bericht: {satz}");
    }
    assert_eq!(v["korrekturen"], Value::Null);
}
