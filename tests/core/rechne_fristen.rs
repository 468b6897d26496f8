//! Deadlines through the JSON door: keys and formats of the answers, defaults, and every way to be refused.

use iks_core::rechne::antworte;
use serde_json::{Value, json};

fn frage(methode: &str, inputs: &Value) -> Value {
    let anfrage = json!({ "id": "f", "method": methode, "inputs": inputs }).to_string();
    let antwort: Value = serde_json::from_str(&antworte(anfrage.as_bytes())).unwrap();
    assert_eq!(antwort["id"], "f");
    antwort
}

/// The result without its reasoning, which must not be empty.
#[track_caller]
fn ergebnis(methode: &str, inputs: Value) -> Value {
    let mut antwort = frage(methode, &inputs);
    assert!(antwort.get("error").is_none(), "{methode} {inputs}: {antwort}");
    if let Some(schritte) = antwort["result"].as_object_mut().unwrap().remove("schritte") {
        assert!(schritte.as_array().is_some_and(|s| !s.is_empty() && s.iter().all(Value::is_string)));
    } else {
        assert_eq!(methode, "feiertage", "ohne Begründung");
    }
    antwort["result"].take()
}

#[track_caller]
fn code(methode: &str, inputs: &Value) -> String {
    let antwort = frage(methode, inputs);
    let Some(code) = antwort["error"]["code"].as_str() else { panic!("{methode} {inputs}: {antwort}") };
    assert!(antwort["error"]["message"].as_str().is_some_and(|m| m.ends_with('.')), "{antwort}");
    code.to_owned()
}

/// The request with one field, given as a JSON pointer, replaced or (with `None`) taken out.
fn mit(grund: &Value, zeiger: &str, wert: Option<Value>) -> Value {
    let mut neu = grund.clone();
    let (eltern, feld) = zeiger.rsplit_once('/').unwrap();
    let eltern = neu.pointer_mut(eltern).unwrap().as_object_mut().unwrap();
    match wert {
        Some(wert) => eltern.insert(feld.into(), wert),
        None => eltern.remove(feld),
    };
    neu
}

fn brief() -> Value {
    json!({
        "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": "2025-01-27", "vermerk": true, "zugang": null},
        "rechtsbehelfsbelehrung": "ordnungsgemaess", "ort": {"land": "TH"}
    })
}

/// One complete request for each method, with the answer but for its reasoning.
fn beispiele() -> Vec<(&'static str, Value, Value)> {
    let ort = json!({"land": "TH"});
    vec![
        (
            "bekanntgabe",
            json!({"bekanntgabe": {"art": "uebergabe_einschreiben", "aufgabe_zur_post": "2025-01-27"}}),
            json!({"datum": "2025-01-31"}),
        ),
        (
            "widerspruchsfrist",
            brief(),
            json!({"bekanntgabe": "2025-01-31", "frist_nominal": "2025-02-28", "fristende": "2025-02-28"}),
        ),
        (
            "klagefrist",
            brief(),
            json!({"bekanntgabe": "2025-01-31", "frist_nominal": "2025-02-28", "fristende": "2025-02-28"}),
        ),
        (
            "untaetigkeit",
            json!({"eingang": "2026-07-03", "verfahren": "widerspruch", "ort": ort}),
            json!({"nominal": "2026-10-03", "fristende": "2026-10-05", "absenden_bis": "2026-09-29"}),
        ),
        (
            "ueberpruefung",
            json!({"antrag": "2026-11-15"}),
            json!({"nachzahlung_ab": "2025-01-01", "aelteste_bekanntgabe": "2022-01-01"}),
        ),
        (
            "kundenreaktion",
            json!({"eingang": "2026-11-23", "ort": ort}),
            json!({"bestaetigung_bis": "2026-11-26", "antwort_bis": "2026-12-07"}),
        ),
        (
            "datenpanne",
            json!({"kenntnis": "2026-03-27T14:00:00+01:00"}),
            json!({"ende": "2026-03-30T16:00:00+02:00"}),
        ),
        (
            "betroffenenanfrage",
            json!({"eingang": "2026-01-31", "verlaengert": false, "ort": ort}),
            json!({"frist_nominal": "2026-02-28", "fristende": "2026-03-02"}),
        ),
        (
            "rechtsmittelfrist",
            json!({"zustellung": "2025-03-18", "art": "nichtzulassungsbeschwerde", "ort": ort}),
            json!({"frist_nominal": "2025-04-18", "fristende": "2025-04-22"}),
        ),
    ]
}

#[test]
fn jede_methode_antwortet_mit_ihren_schluesseln() {
    for (methode, inputs, soll) in beispiele() {
        assert_eq!(ergebnis(methode, inputs), soll, "{methode}");
    }
    let mai = ergebnis(
        "feiertage",
        json!({"land": "BE", "jahr": 2025, "weitere": ["2025-06-02"], "fronleichnam": true, "friedensfest": false}),
    );
    let mai: Vec<_> = mai["feiertage"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| {
            f["datum"].as_str().unwrap() >= "2025-05-02" && f["datum"].as_str().unwrap() <= "2025-06-10"
        })
        .cloned()
        .collect();
    assert_eq!(
        mai,
        [
            json!({"datum": "2025-05-08", "name": "Tag der Befreiung"}),
            json!({"datum": "2025-05-29", "name": "Christi Himmelfahrt"}),
            json!({"datum": "2025-06-02", "name": "Weiterer Feiertag"}),
            json!({"datum": "2025-06-09", "name": "Pfingstmontag"}),
        ]
    );
}

/// Each field without a default in the contract is `missing_input` when it is missing or null.
#[test]
fn was_fehlt() {
    for (methode, inputs, _) in beispiele() {
        assert_eq!(code(methode, &json!({})), "missing_input", "{methode}");
        for feld in inputs.as_object().unwrap().keys() {
            for wert in [None, Some(Value::Null)] {
                assert_eq!(
                    code(methode, &mit(&inputs, &format!("/{feld}"), wert)),
                    "missing_input",
                    "{methode} {feld}"
                );
            }
        }
    }
    for ort in ["/ort/land", "/bekanntgabe/art"] {
        assert_eq!(code("widerspruchsfrist", &mit(&brief(), ort, None)), "missing_input", "{ort}");
    }
    for (art, feld) in [
        ("elektronisch", "absendung"),
        ("zustellung", "datum"),
        ("uebergabe_einschreiben", "aufgabe_zur_post"),
        ("post_ausland", "zugang"),
    ] {
        let inputs = |wert: Option<&str>| json!({"bekanntgabe": {"art": art, feld: wert}});
        assert_eq!(code("bekanntgabe", &inputs(None)), "missing_input", "{art}");
        ergebnis("bekanntgabe", inputs(Some("2026-11-02")));
    }
    assert_eq!(code("feiertage", &json!({"jahr": 2026})), "missing_input");
    assert_eq!(code("feiertage", &json!({"land": "TH"})), "missing_input");
    let ohne_tag = mit(&brief(), "/bekanntgabe/aufgabe_zur_post", None);
    assert_eq!(code("widerspruchsfrist", &ohne_tag), "missing_input");
}

#[test]
fn vermerk_ist_sonst_false() {
    let ohne = mit(&brief(), "/bekanntgabe/vermerk", None);
    assert_eq!(code("widerspruchsfrist", &ohne), "fiction_without_proof");
    assert_eq!(code("bekanntgabe", &json!({"bekanntgabe": {"art": "post_inland"}})), "fiction_without_proof");
    let zugang = mit(&ohne, "/bekanntgabe/zugang", Some(json!("2025-01-29")));
    assert_eq!(ergebnis("widerspruchsfrist", zugang.clone())["bekanntgabe"], "2025-01-29");
    let ohne_aufgabe = mit(&zugang, "/bekanntgabe/aufgabe_zur_post", None);
    assert_eq!(ergebnis("widerspruchsfrist", ohne_aufgabe)["bekanntgabe"], "2025-01-29");
    let davor = mit(&zugang, "/bekanntgabe/zugang", Some(json!("2025-01-26")));
    assert_eq!(code("widerspruchsfrist", &davor), "invalid_date");
}

/// abroad: by flag, or because the way says so; the year without a right instruction wins over both.
#[test]
fn ausland_und_belehrung() {
    let ausland = mit(&brief(), "/ausland", Some(json!(true)));
    assert_eq!(ergebnis("klagefrist", ausland.clone())["frist_nominal"], "2025-04-30");
    let weg = json!({"art": "post_ausland", "zugang": "2025-11-30"});
    let post_ausland = mit(&mit(&brief(), "/bekanntgabe", Some(weg)), "/ausland", Some(json!(false)));
    assert_eq!(ergebnis("widerspruchsfrist", post_ausland)["fristende"], "2026-03-02");
    for wort in ["fehlt", "fehlerhaft"] {
        let jahr = mit(&ausland, "/rechtsbehelfsbelehrung", Some(json!(wort)));
        assert_eq!(ergebnis("widerspruchsfrist", jahr)["frist_nominal"], "2026-01-31");
    }
}

#[test]
fn unbekannte_woerter_und_orte() {
    for (methode, zeiger, wert, soll) in [
        ("widerspruchsfrist", "/bekanntgabe/art", json!("brieftaube"), "invalid_request"),
        ("widerspruchsfrist", "/rechtsbehelfsbelehrung", json!("vielleicht"), "invalid_request"),
        ("widerspruchsfrist", "/bekanntgabe", json!("post_inland"), "invalid_request"),
        ("widerspruchsfrist", "/ausland", json!("nein"), "invalid_request"),
        ("widerspruchsfrist", "/ort", json!("TH"), "invalid_request"),
        ("widerspruchsfrist", "/ort/land", json!("XX"), "invalid_place"),
        ("widerspruchsfrist", "/ort/land", json!("th"), "invalid_place"),
        ("widerspruchsfrist", "/ort/land", json!(7), "invalid_place"),
        ("widerspruchsfrist", "/ort/weitere", json!("2026-06-01"), "invalid_request"),
        ("widerspruchsfrist", "/ort/weitere", json!(["2026-06-31"]), "invalid_date"),
        ("untaetigkeit", "/verfahren", json!("klage"), "invalid_request"),
        ("rechtsmittelfrist", "/art", json!("revision"), "invalid_request"),
        ("kundenreaktion", "/arbeitstage", json!(-1), "invalid_count"),
        ("kundenreaktion", "/kalendertage", json!(1.5), "invalid_count"),
        ("kundenreaktion", "/kalendertage", json!(99_999_999_999_u64), "invalid_date"),
        ("kundenreaktion", "/arbeitsfrei", json!(["heute"]), "invalid_date"),
        ("datenpanne", "/stunden", json!("NaN"), "invalid_count"),
        ("betroffenenanfrage", "/verlaengert", json!(1), "invalid_request"),
    ] {
        let (_, inputs, _) = beispiele().into_iter().find(|(m, ..)| *m == methode).unwrap();
        assert_eq!(
            code(methode, &mit(&inputs, zeiger, Some(wert.clone()))),
            soll,
            "{methode} {zeiger} {wert}"
        );
    }
    assert_eq!(code("feiertage", &json!({"land": "DE", "jahr": 2026})), "invalid_place");
    assert_eq!(code("fristende", &json!({})), "invalid_request");
}

/// Every date field of every method refuses what is no day, what is too early and what leads too far.
#[test]
fn unmoegliche_tage() {
    for (methode, inputs, _) in beispiele() {
        let zeiger = match methode {
            "bekanntgabe" | "widerspruchsfrist" | "klagefrist" => "/bekanntgabe/aufgabe_zur_post",
            "ueberpruefung" => "/antrag",
            "rechtsmittelfrist" => "/zustellung",
            "datenpanne" => "/kenntnis",
            _ => "/eingang",
        };
        let mut faelle = vec![(json!("31.02.2026"), "invalid_date"), (json!(20260131), "invalid_date")];
        if methode == "datenpanne" {
            faelle.push((json!("2026-11-20T16:30:00"), "invalid_date"));
            faelle.push((json!("2026-02-31T16:30:00+01:00"), "invalid_date"));
            faelle.push((json!("1989-11-09T18:53:00+01:00"), "date_before_law"));
            faelle.push((json!("9999-12-31T12:00:00+01:00"), "invalid_date"));
        } else {
            faelle.push((json!("2026-02-31"), "invalid_date"));
            faelle.push((json!("1989-12-31"), "date_before_law"));
        }
        if !matches!(methode, "datenpanne" | "ueberpruefung") {
            faelle.push((json!("9999-12-31"), "invalid_date"));
        }
        for (wert, soll) in faelle {
            assert_eq!(code(methode, &mit(&inputs, zeiger, Some(wert.clone()))), soll, "{methode} {wert}");
        }
    }
    for (jahr, soll) in [
        (json!(1989), "date_before_law"),
        (json!(-1), "date_before_law"),
        (json!(10_000), "invalid_date"),
        (json!(u64::MAX), "invalid_date"),
        (json!(2026.5), "invalid_date"),
        (json!("2026"), "invalid_date"),
    ] {
        assert_eq!(code("feiertage", &json!({"land": "TH", "jahr": jahr})), soll, "{jahr}");
    }
    assert_eq!(
        ergebnis("feiertage", json!({"land": "TH", "jahr": 2026.0}))["feiertage"][0]["name"],
        "Neujahr"
    );
}

#[test]
fn datenpanne_mit_anderen_stunden() {
    let inputs = json!({"kenntnis": "2026-11-20T16:30:00.5+01:00", "stunden": 96});
    assert_eq!(ergebnis("datenpanne", inputs)["ende"], "2026-11-24T17:00:00+01:00");
}
