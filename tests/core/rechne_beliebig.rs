//! Whatever is sent to the calculation interface: no panic, and always one answer, in reasonable time.

#![allow(
    clippy::disallowed_methods,
    reason = "the time an answer takes is measured, nothing is decided by it"
)]

use std::time::{Duration, Instant};

use iks_core::rechne::antworte;
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};

/// Every method with its inputs; `methoden_gibt_es` fails for one that is misspelt here.
const METHODEN: &[(&str, &[&str])] = &[
    ("plan_attribute", &["model", "confidence", "tolerable_rate", "expected_rate", "population"]),
    ("plan_attribute", &["model", "confidence", "tolerable_rate", "allowed_errors", "population"]),
    ("plan_discovery", &["population", "critical_count", "confidence"]),
    ("discovery_probability", &["population", "critical_count", "n"]),
    ("precision_sample_size", &["expected_rate", "half_width", "population", "confidence"]),
    ("precision_sample_size", &["expected_rate", "half_width", "z"]),
    ("upper_bound", &["model", "n", "k", "confidence", "population"]),
    ("lower_bound", &["model", "n", "k", "confidence", "population"]),
    ("interval", &["kind", "n", "k", "confidence", "population"]),
    ("allocate", &["scheme", "total", "strata", "min_per_stratum"]),
    ("stratified_rate", &["confidence", "strata"]),
    ("stratified_rate_korn_graubard", &["confidence", "strata"]),
    ("stratified_zero_error_upper", &["confidence", "strata"]),
    ("stratified_guaranteed_upper", &["confidence", "strata"]),
    ("two_stage_plan", &["model", "confidence", "tolerable_rate"]),
    ("two_stage_acceptance", &["model", "n1", "accept1", "reject1", "n2", "accept_total", "true_rate"]),
    ("mus_plan", &["model", "confidence", "book_value", "tolerable_misstatement", "expected_misstatement"]),
    ("mus_fixed_interval", &["values", "interval", "start"]),
    ("stringer_bound", &["model", "confidence", "n", "taints", "population_value"]),
    ("cell_bound", &["model", "confidence", "n", "taints", "population_value"]),
    (
        "estimate_difference",
        &["population_count", "book_total", "confidence", "sides", "values", "book", "audit"],
    ),
    ("estimate_ratio", &["population_count", "book_total", "confidence", "book", "audit"]),
    (
        "estimate_difference",
        &[
            "population_count",
            "book_total",
            "confidence",
            "n",
            "sum_book",
            "sum_audit",
            "sum_book_sq",
            "sum_audit_sq",
            "sum_book_audit",
        ],
    ),
    ("estimate_mpu", &["population_count", "confidence", "n", "mean_audit", "sd_audit"]),
    ("consistent_sample", &["seed", "ids", "take", "drop"]),
    ("ticket", &["seed", "id"]),
    ("population_hash", &["ids"]),
    ("sha256_counter", &["seed", "total", "count", "start"]),
    ("sha256_counter_digest", &["seed", "counter"]),
    ("mus_start_from_seed", &["seed", "interval_cents"]),
    ("german_sentence", &["population", "n", "k", "confidence"]),
    ("bekanntgabe", &["bekanntgabe"]),
    ("widerspruchsfrist", &["bekanntgabe", "ausland", "rechtsbehelfsbelehrung", "ort"]),
    ("klagefrist", &["bekanntgabe", "ausland", "rechtsbehelfsbelehrung", "ort"]),
    ("untaetigkeit", &["eingang", "verfahren", "ort"]),
    ("ueberpruefung", &["antrag"]),
    ("kundenreaktion", &["eingang", "ort", "arbeitstage", "kalendertage", "arbeitsfrei"]),
    ("datenpanne", &["kenntnis", "stunden"]),
    ("betroffenenanfrage", &["eingang", "verlaengert", "ort"]),
    ("rechtsmittelfrist", &["zustellung", "art", "ort"]),
    ("feiertage", &["land", "jahr", "fronleichnam", "weitere"]),
];

/// Words that mean something somewhere.
const WOERTER: &[&str] =
    &["NaN", "", "binomial", "TH", "2026-02-31", "9999-12-31", "-4000-01-01", "a\u{308}", "\u{0}"];

fn aus(woerter: &'static [&'static str]) -> BoxedStrategy<Value> {
    prop::sample::select(woerter).prop_map(|w| json!(w)).boxed()
}

fn tag() -> BoxedStrategy<Value> {
    (1980_i32..2050, 1_u32..13, 1_u32..32)
        .prop_map(|(j, m, t)| json!(format!("{j:04}-{m:02}-{t:02}")))
        .boxed()
}

fn rate() -> BoxedStrategy<Value> {
    (0_u32..=1_000).prop_map(|r| json!(f64::from(r) / 1_000.0)).boxed()
}

fn anzahl() -> BoxedStrategy<Value> {
    prop_oneof![12 => 0_u64..300, 4 => 0_u64..2_000_000, 1 => (0_u32..41).prop_map(|hoch| 1 << hoch), 1 => any::<u64>()].prop_map(|n| json!(n)).boxed()
}

fn liste(innen: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop::collection::vec(innen, 0..8).prop_map(Value::Array).boxed()
}

/// What belongs into the field, so that most requests get past the first check.
fn passend(feld: &'static str) -> BoxedStrategy<Value> {
    match feld {
        "model" => aus(&["binomial", "poisson", "hypergeometric"]),
        "kind" => aus(&["clopper_pearson", "hypergeometric", "wilson", "jeffreys"]),
        "scheme" => aus(&["proportional", "neyman", "equal"]),
        "sides" => aus(&["one", "two"]),
        "verfahren" => aus(&["widerspruch", "antrag", "ueberpruefung"]),
        "rechtsbehelfsbelehrung" => aus(&["ordnungsgemaess", "fehlt", "fehlerhaft"]),
        "land" => aus(&["TH", "BY", "SN", "BE", "XX"]),
        "art" => aus(&[
            "berufung",
            "nichtzulassungsbeschwerde",
            "beschwerde",
            "post_inland",
            "elektronisch",
            "zustellung",
            "uebergabe_einschreiben",
            "post_ausland",
        ]),
        "confidence" | "tolerable_rate" | "expected_rate" | "half_width" | "true_rate" => rate(),
        "strata" => liste(felder(&["N", "n", "k", "S"])),
        "ort" => felder(&["land", "fronleichnam", "weitere"]),
        "bekanntgabe" => felder(&["art", "aufgabe_zur_post", "absendung", "datum", "zugang", "vermerk"]),
        "eingang" | "antrag" | "zustellung" | "aufgabe_zur_post" | "absendung" | "datum" | "zugang" => tag(),
        "kenntnis" => (tag(), 0_u32..25, -15_i32..15)
            .prop_map(|(tag, h, o)| json!(format!("{}T{h:02}:30:00{o:+03}:00", tag.as_str().unwrap_or(""))))
            .boxed(),
        "weitere" | "arbeitsfrei" => liste(tag()),
        "ausland" | "vermerk" | "verlaengert" | "fronleichnam" => {
            any::<bool>().prop_map(|b| json!(b)).boxed()
        }
        "seed" | "id" => "[0-9a-zä]{0,20}".prop_map(|t| json!(t)).boxed(),
        "ids" => liste("[0-9]{1,2}".prop_map(|t| json!(t)).boxed()),
        "values" | "book" | "audit" => liste(zahl().boxed()),
        "taints" => liste(rate()),
        "S" => rate(),
        _ => anzahl(),
    }
}

fn felder(namen: &'static [&'static str]) -> BoxedStrategy<Value> {
    namen
        .iter()
        .map(|name| {
            prop_oneof![
                30 => passend(name).prop_map(Some),
                2 => wert().prop_map(Some),
                1 => Just(None),
            ]
        })
        .collect::<Vec<_>>()
        .prop_map(move |werte| {
            let paare = namen.iter().zip(werte).filter_map(|(name, wert)| Some(((*name).to_owned(), wert?)));
            Value::Object(paare.collect())
        })
        .boxed()
}

/// A request as a careless caller sends it: most fields sensible, something odd or missing among them.
fn anfrage() -> BoxedStrategy<Value> {
    prop::sample::select(METHODEN)
        .prop_flat_map(|(methode, namen)| {
            felder(namen).prop_map(move |inputs| json!({ "id": 1, "method": methode, "inputs": inputs }))
        })
        .boxed()
}

fn zahl() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (0_u64..2_000).prop_map(|n| json!(n)),
        4 => prop::sample::select(vec![0.0, 0.01, 0.05, 0.5, 0.9, 0.95, 0.975, 0.9999, 1.0, 1.5, -0.1]).prop_map(|r| json!(r)),
        1 => any::<u64>().prop_map(|n| json!(n)),
        1 => any::<i64>().prop_map(|n| json!(n)),
        1 => any::<f64>().prop_filter_map("finite", |f| Number::from_f64(f).map(Value::Number)),
        1 => prop::sample::select(vec![10_000_000_u64, 1_000_000_000_000, 9_007_199_254_740_993, u64::MAX]).prop_map(|n| json!(n)),
    ]
}

fn wert() -> impl Strategy<Value = Value> {
    let blatt = prop_oneof![
        6 => zahl(),
        3 => prop::sample::select(WOERTER).prop_map(|w| json!(w)),
        1 => ".{0,12}".prop_map(|t| json!(t)),
        1 => any::<bool>().prop_map(|b| json!(b)),
        1 => Just(Value::Null),
    ];
    blatt.prop_recursive(2, 12, 4, |innen| {
        prop_oneof![
            prop::collection::vec(innen.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec(("[a-z]{1,4}", innen), 0..4)
                .prop_map(|paare| Value::Object(paare.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn beantwortet(zeile: &[u8]) -> Value {
    let beginn = Instant::now();
    let antwort: Value = serde_json::from_str(&antworte(zeile)).unwrap();
    // A guard against endless searches, far above what an answer takes.
    assert!(beginn.elapsed() < Duration::from_secs(60), "{}", String::from_utf8_lossy(zeile));
    let ergebnis = antwort.get("result").is_some();
    assert_ne!(ergebnis, antwort.get("error").is_some(), "{antwort}");
    if !ergebnis {
        assert!(antwort["error"]["code"].as_str().is_some_and(|c| !c.is_empty()), "{antwort}");
        assert!(antwort["error"]["message"].as_str().is_some_and(|m| m.ends_with('.')), "{antwort}");
    }
    antwort
}

#[test]
fn methoden_gibt_es() {
    for (methode, _) in METHODEN {
        let antwort = beantwortet(json!({ "method": methode }).to_string().as_bytes());
        let text = antwort["error"]["message"].as_str().unwrap();
        assert!(!text.contains("gibt es nicht"), "{methode}: {text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn beliebige_eingaben(anfrage in anfrage()) {
        beantwortet(anfrage.to_string().as_bytes());
    }

    #[test]
    fn beliebiges_json(anfrage in wert()) {
        beantwortet(anfrage.to_string().as_bytes());
    }

    #[test]
    fn beliebige_bytes(zeile in prop::collection::vec(any::<u8>(), 0..200)) {
        beantwortet(&zeile);
    }
}
