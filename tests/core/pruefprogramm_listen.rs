//! What of a programme leaves the house: both lists, and the requests that recalculate a year.

use crate::gezogen::text;
use crate::pruefprogramm::Programmhaus;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use iks_core::rechne::antworte;
use serde_json::{Value, json};
use std::path::Path;

/// Rows of an exported CSV without its head, up to the empty line before what it is.
fn csv_zeilen(pfad: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(pfad).unwrap();
    text.lines()
        .skip(1)
        .take_while(|z| !z.trim().is_empty() && *z != "\"\"")
        .map(|z| z.split(';').map(|feld| feld.trim_matches('"').to_owned()).collect())
        .collect()
}

/// Planned against done and the strata as lists: the figures of the page, and no more rows than it shows.
pub fn listen_des_jahres(h: &Programmhaus, id: &str, frage: &Value, a: &Value, ordner: &Path) {
    let csv = |wer: &Sitzung, op: &str, mut r: Value, datei: &str| -> Vec<Vec<String>> {
        let pfad = ordner.join(datei);
        r["ausgabe"] = json!({"datei": pfad, "ueberschreiben": false, "spalten": []});
        h.tue(wer, op, r).unwrap();
        csv_zeilen(&pfad)
    };
    let ziel = json!({"datei": ordner.join("x.csv"), "ueberschreiben": false, "spalten": []});
    let f = h.tue(&h.gf, "schichten_exportieren", json!({"frage": frage, "ausgabe": ziel})).unwrap_err();
    assert_eq!(f.code, Code::Recht);
    let plan = |wer: &Sitzung, datei: &str| csv(wer, "exportieren", json!({"programm": {"id": id}}), datei);
    let alle = plan(&h.g.qm, "plan.csv");
    let d = h.lesen(&h.g.qm, id);
    let zellen =
        d["zeilen"][0]["teams"].as_array().unwrap().iter().flat_map(|t| t["monate"].as_array().unwrap());
    let zaehlend = zellen.filter(|z| z["geplant"] != 0 || z["gezogen"] != 0).count();
    assert_eq!(alle.len(), zaehlend);
    let zeile = |team: &str, monat: &str| {
        alle.iter().find(|z| z[2] == team && z[3] == monat).unwrap_or_else(|| panic!("{alle:?}"))
    };
    let oktober = zeile("Leistung 2", "10/2026");
    assert_eq!(oktober[7], "mit Grund ausgefallen");
    assert!(!oktober[9].is_empty(), "{oktober:?}");
    assert_eq!(zeile("Leistung 1", "11/2026")[7], "weniger als geplant");
    assert!(zeile("Leistung 1", "11/2026")[10].starts_with("FA-2026-"));
    // A Teamleitung hands out her own team, and nobody else's.
    let eigene = plan(&h.g.tl[1], "eigene.csv");
    assert!(!eigene.is_empty() && eigene.iter().all(|z| z[2] == "Leistung 2"), "{eigene:?}");

    let schichten = csv(&h.g.qm, "schichten_exportieren", json!({"frage": frage}), "schichten.csv");
    let auf_der_seite = a["schichten"].as_array().unwrap();
    assert_eq!(schichten.len(), auf_der_seite.len() + 1);
    for (z, s) in schichten.iter().zip(auf_der_seite) {
        assert_eq!(
            [&z[0], &z[1], &z[2], &z[3], &z[4], &z[5], &z[6]],
            ["monat", "nummer", "schicht", "grundgesamtheit", "gezogen", "fehlerhaft", "ungeklaert"]
                .map(|k| s[k].to_string().trim_matches('"').to_owned())
                .each_ref()
        );
    }
    let jahr = schichten.last().unwrap();
    let rate = &a["auswertung"]["rate"];
    for (zelle, was) in [(7, "quote"), (8, "quote_mindestens"), (9, "quote_hoechstens")] {
        let prozent: f64 =
            jahr[zelle].trim_end_matches(['%', '\u{a0}', ' ']).replace(',', ".").parse().unwrap();
        assert!((prozent * 10.0 - rate[was].as_f64().unwrap()).abs() < 1e-9, "{jahr:?} {rate}");
    }
}

/// The exported requests, answered by the calculation interface, give the figures of the page.
pub fn nachgerechnet(a: &Value, datei: &str) {
    let rate = &a["auswertung"]["rate"];
    let zehntel = |v: &Value| v.as_f64().unwrap() * 1000.0;
    let mut gefragt = Vec::new();
    for zeile in datei.lines() {
        let frage: Value = serde_json::from_str(zeile).unwrap();
        let antwort: Value = serde_json::from_str(&antworte(zeile.as_bytes())).unwrap();
        assert_eq!(antwort["id"], frage["id"]);
        let (methode, r) = (text(&frage["method"]), &antwort["result"]);
        match methode.as_str() {
            "stratified_guaranteed_upper" => assert_eq!(r["upper_count"], rate["hoechstens"]),
            "stratified_rate" => assert!(
                (zehntel(&r["rate"]) - rate["quote"].as_f64().unwrap()).abs() <= 0.5,
                "{antwort} {rate}"
            ),
            "stratified_rate_korn_graubard" => {
                let gerundet =
                    rate["naeherung_hoechstens"].as_f64().unwrap() - zehntel(&r["upper_one_sided"]);
                assert!((0.0..1.0).contains(&gerundet), "{antwort} {rate}");
            }
            andere => panic!("{andere}"),
        }
        assert_eq!(
            frage["inputs"]["strata"].as_array().unwrap().len(),
            a["schichten"].as_array().unwrap().len()
        );
        gefragt.push(methode);
    }
    let mut erwartet = vec!["stratified_rate", "stratified_guaranteed_upper"];
    if !rate["naeherung_hoechstens"].is_null() {
        erwartet.push("stratified_rate_korn_graubard");
    }
    assert_eq!(gefragt, erwartet);
    let gezaehlt: u64 =
        a["schichten"].as_array().unwrap().iter().map(|s| s["fehlerhaft"].as_u64().unwrap()).sum();
    assert_eq!(json!(gezaehlt), a["auswertung"]["zahlen"]["fehlerhaft"]);
}
