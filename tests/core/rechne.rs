//! The calculation interface: the worked examples of the reference through the JSON door, and what a
//! caller may send by mistake.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use iks_core::rechne::antworte;
use serde_json::{Value, json};

fn frage(anfrage: &Value) -> Value {
    serde_json::from_str(&antworte(anfrage.to_string().as_bytes())).unwrap()
}

pub fn code(methode: &str, inputs: Value) -> String {
    let antwort = frage(&json!({ "id": 1, "method": methode, "inputs": inputs }));
    assert_eq!(antwort["id"], 1);
    antwort["error"]["code"].as_str().unwrap_or_else(|| panic!("{methode} antwortet {antwort}")).to_owned()
}

pub fn ergebnis(methode: &str, inputs: Value) -> Value {
    let antwort = frage(&json!({ "id": 1, "method": methode, "inputs": inputs }));
    assert!(antwort.get("error").is_none(), "{antwort}");
    antwort["result"].clone()
}

/// Expected values are compared with the tolerance of the example; only the named keys count.
fn gleich(ist: &Value, soll: &Value, spiel: Option<f64>) -> bool {
    match (spiel, ist, soll) {
        (Some(_), Value::Array(ist), Value::Array(soll)) => {
            ist.len() == soll.len() && ist.iter().zip(soll).all(|(i, s)| gleich(i, s, spiel))
        }
        (Some(spiel), Value::Number(ist), Value::Number(soll)) => {
            (ist.as_f64().unwrap() - soll.as_f64().unwrap()).abs() <= spiel
        }
        _ => ist == soll,
    }
}

#[test]
fn beispiele_der_referenz() {
    let pfad = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/stichprobe.json");
    let faelle: Vec<Value> = serde_json::from_str(&fs::read_to_string(pfad).unwrap()).unwrap();
    assert_eq!(faelle.len(), 20);
    for fall in &faelle {
        let antwort = frage(&json!({ "id": fall["id"], "method": fall["method"], "inputs": fall["inputs"] }));
        assert_eq!(antwort["id"], fall["id"]);
        let soll = fall["expected"].as_object().unwrap();
        if let Some(code) = soll.get("error") {
            assert_eq!(&antwort["error"]["code"], code, "{}", fall["id"]);
            continue;
        }
        for (name, soll) in soll {
            let ist = &antwort["result"][name];
            let spiel = fall["tolerance"]["abs"].as_f64();
            assert!(gleich(ist, soll, spiel), "{}: {name} ist {ist}, soll {soll}: {antwort}", fall["id"]);
        }
    }
}

#[test]
fn was_keine_anfrage_ist_wird_beantwortet() {
    for zeile in ["", " ", "[]", "7", "{", "nichts", "{\"id\": 1}", "{\"method\": \"gibt_es_nicht\"}"] {
        let antwort: Value = serde_json::from_str(&antworte(zeile.as_bytes())).unwrap();
        assert_eq!(antwort["error"]["code"], "invalid_request", "{zeile}");
        assert!(!antwort["error"]["message"].as_str().unwrap().is_empty());
    }
    assert!(antworte(b"{\"id\": \"a\xff\"}").contains("invalid_request"));
    assert_eq!(frage(&json!({ "method": "ticket" }))["id"], Value::Null);
    assert_eq!(frage(&json!({ "id": { "a": 1 }, "method": "ticket" }))["id"], json!({ "a": 1 }));
    assert_eq!(code("ticket", json!([])), "invalid_request");
    assert_eq!(code("upper_bound", json!({ "model": "normal" })), "invalid_request");
}

/// The order is confidence, parameters of the model, population, n, n above N, k above n.
#[test]
fn der_erste_fehler_wird_gemeldet() {
    let mut e = json!({ "model": "hypergeometric", "confidence": 1, "population": -1, "n": 0.5, "k": "NaN" });
    assert_eq!(code("upper_bound", e.clone()), "invalid_confidence");
    e["confidence"] = json!("NaN");
    assert_eq!(code("upper_bound", e.clone()), "invalid_confidence");
    e["confidence"] = json!(0.95);
    assert_eq!(code("upper_bound", e.clone()), "invalid_count");
    e["population"] = json!(0);
    assert_eq!(code("upper_bound", e.clone()), "empty_population");
    e["population"] = json!(600);
    assert_eq!(code("upper_bound", e.clone()), "invalid_count");
    e["n"] = json!(0);
    assert_eq!(code("upper_bound", e.clone()), "empty_sample");
    e["n"] = json!(700);
    assert_eq!(code("upper_bound", e.clone()), "n_exceeds_population");
    e["n"] = json!(100);
    assert_eq!(code("upper_bound", e.clone()), "invalid_count");
    e["k"] = json!(101);
    assert_eq!(code("upper_bound", e.clone()), "k_exceeds_n");
    e["k"] = json!(8.0);
    assert_eq!(ergebnis("upper_bound", e.clone())["upper_count"], 80);
    e.as_object_mut().unwrap().remove("k");
    assert_eq!(code("upper_bound", e), "invalid_request");
}

#[test]
fn quoten_sind_dezimalzahlen() {
    // 0.07 · 100 is 7, not 7.000000000000001: with 8 the plan would need more cases.
    let plan = |population: u64, te: f64| {
        ergebnis(
            "plan_attribute",
            json!({ "model": "hypergeometric", "confidence": 0.95, "tolerable_rate": te,
                    "allowed_errors": 0, "population": population }),
        )["n"]
            .clone()
    };
    assert_eq!(plan(100, 0.07), plan(100, 0.0601));
    assert_eq!(
        code("plan_attribute", json!({ "model": "poisson", "confidence": 0.9, "tolerable_rate": 0.1 })),
        "invalid_request"
    );
    assert_eq!(
        code(
            "plan_attribute",
            json!({ "model": "hypergeometric", "confidence": 0.9, "tolerable_rate": 0.1,
                    "expected_rate": 0.1, "population": 0 })
        ),
        "expected_not_below_tolerable"
    );
}

#[test]
fn schichten_und_kennungen() {
    let strata = json!([{ "N": 700, "n": 35, "k": 0 }, { "N": -1, "n": 15, "k": 0 }]);
    assert_eq!(code("stratified_rate", json!({ "confidence": 0.95, "strata": strata })), "invalid_stratum");
    assert_eq!(code("stratified_rate", json!({ "confidence": 0.95, "strata": [] })), "empty_population");
    let bruch = json!([{ "N": 5.5, "n": 2, "k": 0 }]);
    assert_eq!(code("stratified_rate", json!({ "confidence": 0.95, "strata": bruch })), "invalid_count");
    assert_eq!(code("allocate", json!({ "scheme": "equal", "total": 10, "strata": [7] })), "invalid_request");
    let aufteilung =
        |scheme, schicht| code("allocate", json!({ "scheme": scheme, "total": 5, "strata": [schicht] }));
    assert_eq!(aufteilung("neyman", json!({ "N": 10 })), "invalid_request");
    assert_eq!(aufteilung("proportional", json!({ "N": 10, "S": -1 })), "invalid_stratum");
    assert_eq!(aufteilung("proportional", json!({ "N": "NaN" })), "invalid_stratum");
    assert_eq!(aufteilung("proportional", json!({ "N": 5.5 })), "invalid_count");
    assert_eq!(code("population_hash", json!({ "ids": ["a", "a"] })), "duplicate_ids");
    assert_eq!(code("population_hash", json!({ "ids": [1] })), "invalid_request");
    assert_eq!(code("consistent_sample", json!({ "seed": "", "ids": ["a"], "take": 1 })), "empty_seed");
    assert_eq!(code("consistent_sample", json!({ "seed": "1", "ids": ["a"], "take": 0 })), "empty_sample");
}
