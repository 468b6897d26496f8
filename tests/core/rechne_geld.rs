//! The calculation interface for amounts, two-stage plans and numbers from a counter: fields, defaults and
//! the order of refusals.

use serde_json::{Value, json};

use super::rechne::{code, ergebnis};

/// Sends the request with one field after the other put right and expects the refusals in that order.
fn der_reihe_nach(methode: &str, schlecht: Value, schritte: &[(&str, Value, &str)]) {
    let mut e = schlecht;
    for (feld, gut, soll) in schritte {
        assert_eq!(code(methode, e.clone()), *soll, "{methode} vor {feld}: {e}");
        e[*feld] = gut.clone();
    }
    ergebnis(methode, e);
}

#[test]
fn zweistufig() {
    let plan = json!({ "model": "hypergeometric", "confidence": "NaN", "tolerable_rate": "NaN" });
    der_reihe_nach(
        "two_stage_plan",
        plan,
        &[
            ("model", json!("binomial"), "invalid_request"),
            ("confidence", json!(0.9), "invalid_confidence"),
            ("tolerable_rate", json!(0), "invalid_rate"),
            ("tolerable_rate", json!(0.05), "invalid_rate"),
        ],
    );
    let regel = json!({ "model": "poisson", "true_rate": "NaN", "n1": -1, "accept1": 0.5, "reject1": 0, "n2": 0, "accept_total": 1 });
    der_reihe_nach(
        "two_stage_acceptance",
        regel,
        &[
            ("true_rate", json!(0.02), "invalid_rate"),
            ("n1", json!(38), "invalid_count"),
            ("accept1", json!(0), "invalid_count"),
            ("n2", json!(38), "empty_sample"),
            ("reject1", json!(2), "invalid_count"),
        ],
    );
}

#[test]
fn geldplan_und_ziehung() {
    let plan = json!({ "model": "poisson", "confidence": 1.0, "tolerable_misstatement": "NaN",
        "expected_misstatement": "NaN", "book_value": "NaN" });
    der_reihe_nach(
        "mus_plan",
        plan,
        &[
            ("confidence", json!(0.95), "invalid_confidence"),
            ("tolerable_misstatement", json!(100), "invalid_rate"),
            ("expected_misstatement", json!(100), "invalid_rate"),
            ("book_value", json!(0), "empty_population"),
            ("expected_misstatement", json!(40), "expected_not_below_tolerable"),
            ("book_value", json!(100), "empty_population"),
            ("book_value", json!(1000), "invalid_rate"),
        ],
    );
    let ziehung = json!({ "values": [400, "NaN"], "interval": "NaN", "start": "NaN" });
    der_reihe_nach(
        "mus_fixed_interval",
        ziehung,
        &[
            ("values", json!([400, -0.01]), "negative_value"),
            ("interval", json!(300), "start_outside_interval"),
            ("start", json!(0), "start_outside_interval"),
            ("start", json!(120), "negative_value"),
            ("values", json!([]), "negative_value"),
            ("values", json!([400, 0]), "empty_population"),
        ],
    );
    let hits = |values: Value, interval: Value, start: Value| {
        ergebnis("mus_fixed_interval", json!({ "values": values, "interval": interval, "start": start }))["hits"]
            .clone()
    };
    assert_eq!(hits(json!([0.1, 0.2, 5]), json!(5), json!(0.3)), json!([1, 2]));
    assert_eq!(
        hits(json!([9007199254740993_u64]), json!(9007199254740993_u64), json!(9007199254740993_u64)),
        json!([0])
    );
    assert_eq!(
        code("mus_fixed_interval", json!({ "values": [1e300], "interval": 1, "start": 1 })),
        "infeasible"
    );
    assert_eq!(
        code("mus_fixed_interval", json!({ "values": ["1"], "interval": 1, "start": 1 })),
        "invalid_request"
    );
}

#[test]
fn schranken() {
    for methode in ["stringer_bound", "cell_bound"] {
        let e = json!({ "model": "hypergeometric", "confidence": 0, "population_value": null, "n": -1, "taints": ["NaN"] });
        der_reihe_nach(
            methode,
            e,
            &[
                ("confidence", json!(0.95), "invalid_confidence"),
                ("population_value", json!("NaN"), "invalid_request"),
                ("population_value", json!(0.5), "empty_population"),
                ("n", json!(0), "invalid_count"),
                ("population_value", json!(-5), "invalid_count"),
                ("population_value", json!(900), "empty_population"),
                ("n", json!(901), "empty_sample"),
                ("n", json!(1), "n_exceeds_population"),
                ("taints", json!([0.5, 0.5]), "invalid_rate"),
                ("taints", json!([0.5]), "k_exceeds_n"),
            ],
        );
        let rate =
            ergebnis(methode, json!({ "model": "poisson", "confidence": 0.95, "n": 80, "taints": [] }));
        assert_eq!(rate["projected_rate"], 0.0);
        assert!((rate["upper_rate"].as_f64().unwrap() - 20_f64.ln() / 80.0).abs() < 1e-15);
    }
}

fn listen() -> Value {
    json!({ "population_count": 400, "book_total": 1000.5, "confidence": 0.9,
        "book": [100.1, 200.2, 300.3], "audit": [100.1, 190.2, 300.3] })
}

fn summen() -> Value {
    json!({ "population_count": 400, "book_total": 1000.5, "confidence": 0.9, "n": 3, "sum_book": 600.6,
        "sum_audit": 590.6, "sum_book_sq": 140280.14, "sum_audit_sq": 136376.14, "sum_book_audit": 138278.14 })
}

/// The contract's two forms give the same figures; sides, correction and book value have their defaults.
#[test]
fn schaetzer_aus_listen_und_summen() {
    for methode in ["estimate_difference", "estimate_ratio", "estimate_mpu"] {
        let aus_listen = ergebnis(methode, listen());
        assert_eq!(aus_listen, ergebnis(methode, summen()), "{methode}");
        let mut e = listen();
        e["sides"] = json!("two");
        e["finite_population_correction"] = json!(true);
        assert_eq!(aus_listen, ergebnis(methode, e.clone()));
        let genauigkeit = |e: &Value| ergebnis(methode, e.clone())["precision"].as_f64().unwrap();
        e["finite_population_correction"] = json!(false);
        let ohne = genauigkeit(&e);
        assert!((ohne * (397.0_f64 / 400.0).sqrt() / genauigkeit(&listen()) - 1.0).abs() < 1e-12);
        e["sides"] = json!("one");
        assert!(genauigkeit(&e) < ohne);
        e["sides"] = json!("three");
        assert_eq!(code(methode, e), "invalid_request");
    }
    let mut mittel = listen();
    mittel.as_object_mut().unwrap().remove("book_total");
    assert_eq!(code("estimate_difference", mittel.clone()), "invalid_request");
    assert_eq!(ergebnis("estimate_mpu", mittel.clone())["error_total"], Value::Null);
    mittel.as_object_mut().unwrap().remove("book");
    assert_eq!(ergebnis("estimate_mpu", mittel)["audit_total"], 400.0 * 590.6 / 3.0);
    let kennzahlen = json!({ "population_count": 400, "book_total": 50, "confidence": 0.9, "n": 30, "mean_audit": 0.1,
        "sd_audit": 2 });
    let ergebnis = ergebnis("estimate_mpu", kennzahlen);
    assert_eq!((&ergebnis["audit_total"], &ergebnis["error_total"]), (&json!(40.0), &json!(10.0)));
}

#[test]
fn ablehnungen_der_schaetzer() {
    let mut e = listen();
    e["confidence"] = json!("NaN");
    e["population_count"] = json!(1.5);
    e["audit"] = json!([1, 2]);
    der_reihe_nach(
        "estimate_ratio",
        e,
        &[
            ("confidence", json!(0.9), "invalid_confidence"),
            ("population_count", json!(0), "invalid_count"),
            ("population_count", json!(2), "empty_population"),
            ("audit", json!([1, 2, 3]), "length_mismatch"),
            ("population_count", json!(4), "n_exceeds_population"),
        ],
    );
    let mut null = listen();
    null["book"] = json!([1, -1, 0]);
    assert_eq!(code("estimate_ratio", null.clone()), "zero_book_sum");
    ergebnis("estimate_difference", null);
    let mut eines = listen();
    eines["book"] = json!([1]);
    eines["audit"] = json!([1]);
    assert_eq!(code("estimate_mpu", eines.clone()), "sample_too_small");
    eines["audit"] = json!(["NaN"]);
    assert_eq!(code("estimate_mpu", eines.clone()), "invalid_request");
    eines["audit"] = json!([]);
    assert_eq!(code("estimate_mpu", eines.clone()), "length_mismatch");
    eines["book"] = json!([]);
    assert_eq!(code("estimate_mpu", eines), "empty_sample");
    let mut kennzahlen =
        json!({ "population_count": 400, "confidence": 0.9, "n": 2.5, "mean_audit": 1, "sd_audit": "NaN" });
    assert_eq!(code("estimate_mpu", kennzahlen.clone()), "invalid_count");
    kennzahlen["n"] = json!(2);
    assert_eq!(code("estimate_mpu", kennzahlen.clone()), "negative_value");
    kennzahlen["sd_audit"] = json!(-0.5);
    assert_eq!(code("estimate_mpu", kennzahlen), "negative_value");
}

#[test]
fn zahlen_aus_dem_zaehler() {
    let e = json!({ "seed": "", "total": "NaN", "count": -1, "start": 0.5 });
    der_reihe_nach(
        "sha256_counter",
        e,
        &[
            ("seed", json!("1"), "empty_seed"),
            ("total", json!(0), "invalid_count"),
            ("count", json!(0), "invalid_count"),
            ("start", json!(1), "invalid_count"),
            ("total", json!(7), "empty_population"),
            ("count", json!(2), "empty_sample"),
        ],
    );
    let zahlen = json!({ "seed": "51703389210466257814", "total": 850, "count": 2 });
    assert_eq!(ergebnis("sha256_counter", zahlen)["numbers"], json!([425, 383]));
    let hex = ergebnis("sha256_counter_digest", json!({ "seed": "12345678901234567890", "counter": 1 }));
    assert_eq!(hex["hex"], "4da594a8ab6064d666eab2bdf20cb4480e819e0c3102ca353de57caae1d11fd1");
    let start = |cents: Value| json!({ "seed": "51703389210466257814", "interval_cents": cents });
    assert_eq!(ergebnis("mus_start_from_seed", start(json!(850)))["start_cents"], 425);
    assert_eq!(code("mus_start_from_seed", start(json!(8.5))), "invalid_count");
    assert_eq!(code("mus_start_from_seed", start(json!(0))), "empty_population");
    // The seed counts in NFC, as for tickets.
    let nfd = ergebnis("sha256_counter_digest", json!({ "seed": "a\u{308}", "counter": 3 }));
    assert_eq!(nfd, ergebnis("sha256_counter_digest", json!({ "seed": "ä", "counter": 3 })));
}

/// The public document names every method, and nothing that is not there.
#[test]
fn verfahren_sind_beschrieben() {
    let pfad = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/statistik.md");
    let text = std::fs::read_to_string(pfad).unwrap();
    let zellen = text.lines().filter_map(|zeile| zeile.strip_prefix("| `")?.split(" | ").next());
    let mut genannt: Vec<&str> =
        zellen.flat_map(|zelle| zelle.split(", `").map(|n| n.trim_matches('`'))).collect();
    // The table of refusals looks the same; it has codes.
    genannt.truncate(genannt.iter().position(|name| *name == "code").unwrap());
    genannt.retain(|name| *name != "method");
    let unbekannt = |name: &str| {
        iks_core::rechne::antworte(json!({ "method": name }).to_string().as_bytes()).contains("gibt es nicht")
    };
    for name in &genannt {
        assert!(!unbekannt(name), "{name}");
    }
    assert!(unbekannt("regression"));
    assert_eq!(genannt.len(), 28, "{genannt:?}");
}
