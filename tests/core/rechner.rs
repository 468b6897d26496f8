//! The Rechner through the door of a real house: published figures, the worked examples of the law, sentences
//! at the right field, and the promise that `iksctl rechne` gives the same.

use crate::fixture::Testhaus;
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::rechne::antworte;
use serde_json::{Value, json};

fn frage(t: &Testhaus, name: &str, daten: Value) -> Value {
    t.lesen(&t.admin, name, daten).unwrap_or_else(|f| panic!("{name}: {f:?}"))
}

fn umfang(gesamt: u64, konfidenz: f64, ziel: f64, erwartet: f64) -> Value {
    json!({"grundgesamtheit": gesamt, "konfidenz": konfidenz, "ziel": ziel, "erwartete_quote": erwartet,
        "erlaubte_fehler": null, "kritische_faelle": null})
}

fn schicht(gesamt: u64, n: u64, k: u64) -> Value {
    json!({"bezeichnung": "", "grundgesamtheit": gesamt, "n": n, "k": k, "ungeklaert": 0})
}

fn quote(schichten: &[Value], konfidenz: f64, ziel: Option<f64>) -> Value {
    json!({"konfidenz": konfidenz, "ziel": ziel, "schichten": schichten})
}

fn brief(aufgabe: Option<&str>, vermerk: bool, zugang: Option<&str>) -> Value {
    json!({"weg": "post_inland", "abgang": aufgabe, "vermerk": vermerk, "zugang": zugang, "ausland": false, "belehrung": "ordnungsgemaess"})
}

fn mit_art(art: &str, mut angaben: Value) -> Value {
    angaben["art"] = json!(art);
    json!({"frage": angaben, "ort": null})
}

/// Each line for `iksctl rechne`, answered.
fn nachgerechnet(blatt: &Value) -> Vec<Value> {
    let zeilen = blatt["nachrechnen"].as_array().unwrap();
    assert!(!zeilen.is_empty());
    zeilen
        .iter()
        .map(|z| {
            let antwort: Value = serde_json::from_str(&antworte(z.as_str().unwrap().as_bytes())).unwrap();
            assert!(antwort["error"].is_null(), "{z}: {antwort}");
            antwort["result"].clone()
        })
        .collect()
}

fn texte(blatt: &Value, feld: &str) -> String {
    let liste = blatt[feld].as_array().unwrap();
    liste.iter().map(|s| s.as_str().unwrap()).collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

fn satz(blatt: &Value) -> String {
    blatt["satz"].as_str().unwrap().replace('\u{a0}', " ")
}

fn wert(blatt: &Value, name: &str) -> String {
    let werte = blatt["werte"].as_array().unwrap();
    let treffer = werte
        .iter()
        .find(|w| w["name"].as_str().unwrap().replace('\u{a0}', " ") == name)
        .unwrap_or_else(|| panic!("{name} in {werte:?}"));
    treffer["wert"].as_str().unwrap().replace('\u{a0}', " ")
}

fn feldfehler(t: &Testhaus, name: &str, daten: Value) -> (String, String) {
    let f: Fehler = t.lesen(&t.admin, name, daten).unwrap_err();
    assert_eq!(f.code, Code::Eingabe, "{f:?}");
    assert_eq!(f.felder.len(), 1, "{f:?}");
    (f.felder[0].feld.clone(), f.felder[0].text.clone())
}

/// `stichprobe.md` 4: N = 5000, TE 6 %, EE 1 %, 95 % gives n = 77, c = 1.
#[test]
fn umfang_mit_erwarteter_quote() {
    let t = Testhaus::neu();
    let b = frage(&t, "rechner.umfang", umfang(5000, 0.95, 0.06, 0.01));
    assert_eq!(satz(&b), "Prüfen Sie 77 von 5.000 Fällen.");
    let saetze = texte(&b, "saetze");
    assert!(saetze.contains(
        "Bei höchstens 1 Fehler ist mit 95 % Sicherheit belegt, dass weniger als 6 % der 5.000 Fälle fehlerhaft sind."
    ));
    let schritte = texte(&b, "schritte");
    assert!(schritte.contains("K = 300 fehlerhaften Fällen: 6 % von 5.000"), "{schritte}");
    assert!(schritte.contains("=HYPGEOM.VERT(1;77;300;5000;WAHR)"), "{schritte}");
    assert_eq!(b["tafel"]["zeilen"].as_array().unwrap().len(), 4);
    let r = nachgerechnet(&b);
    assert_eq!((&r[0]["n"], &r[0]["allowed_errors"]), (&json!(77), &json!(1)));
    // The row for the same c says the same n, and the named risk is that of the row.
    assert_eq!(b["tafel"]["zeilen"][1][1], "77");
    assert_eq!(b["tafel"]["zeilen"][1][2], b["werte"][2]["wert"]);
}

/// The probability in the step is at most α at n, and above it at n - 1: the plan is the smallest one.
#[test]
fn umfang_mit_erlaubten_fehlern_und_entdeckung() {
    let t = Testhaus::neu();
    let mut daten = umfang(800, 0.95, 0.05, 0.02);
    daten["erlaubte_fehler"] = json!(0);
    daten["kritische_faelle"] = json!(8);
    let b = frage(&t, "rechner.umfang", daten);
    // `stichprobe.md` 4: N = 800, K = 8, 95 % needs 249.
    assert_eq!(wert(&b, "Entdeckungsstichprobe (n)"), "249");
    assert!(texte(&b, "saetze").contains("Wird dabei kein Fehler gefunden, ist mit 95 % Sicherheit belegt"));
    let r = nachgerechnet(&b);
    assert_eq!(r[1]["n"], 249);
    assert_eq!(wert(&b, "Stichprobe (n)"), r[0]["n"].to_string());
    // A population that only a full count can settle.
    let b = frage(&t, "rechner.umfang", umfang(12, 0.95, 0.05, 0.0));
    assert_eq!(satz(&b), "Prüfen Sie alle 12 Fälle (Vollprüfung).");
}

#[test]
fn umfang_nennt_das_feld() {
    let t = Testhaus::neu();
    let feld = |daten: Value| feldfehler(&t, "rechner.umfang", daten).0;
    assert_eq!(feld(umfang(600, 1.0, 0.1, 0.02)), "konfidenz");
    assert_eq!(feld(umfang(0, 0.95, 0.1, 0.02)), "grundgesamtheit");
    assert_eq!(feld(umfang(1_000_001, 0.95, 0.1, 0.02)), "grundgesamtheit");
    assert_eq!(feld(umfang(600, 0.95, 1.0, 0.02)), "ziel");
    assert_eq!(feld(umfang(600, 0.95, 0.1, -0.01)), "erwartete_quote");
    let (feld_, text) = feldfehler(&t, "rechner.umfang", umfang(600, 0.95, 0.1, 0.1));
    assert_eq!(feld_, "erwartete_quote");
    assert_eq!(text, "Die erwartete Fehlerquote muss kleiner sein als die Zielquote.");
    for (name, zahl) in [("erlaubte_fehler", 601), ("kritische_faelle", 0), ("kritische_faelle", 601)] {
        let mut daten = umfang(600, 0.95, 0.1, 0.02);
        daten[name] = json!(zahl);
        assert_eq!(feld(daten), name);
    }
}

/// The standard sentence of the house: 8 of 100, N = 600 (`beispiele/stichprobe.json` e006 and e020).
#[test]
fn quote_einfach() {
    let t = Testhaus::neu();
    let b = frage(&t, "rechner.quote", quote(&[schicht(600, 100, 8)], 0.95, Some(0.1)));
    assert_eq!(satz(&b), "Fehlerquote 8,0 %, mit 95 % Sicherheit höchstens 13,4 %");
    let saetze = texte(&b, "saetze");
    assert!(saetze.contains("In allen 600 Fällen sind mit 95 % Sicherheit höchstens 80 fehlerhaft (80 von 600, aufgerundet 13,4 %)."));
    assert!(saetze.contains("Das Ziel (unter 10 %) ist damit nicht belegt."));
    assert_eq!(b["urteil"], "nicht_belegt");
    assert!(texte(&b, "schritte").contains("=HYPGEOM.VERT(8;100;80;600;WAHR)"));
    assert!(b["tafel"].is_null());
    let r = nachgerechnet(&b);
    assert_eq!(r[0]["upper_count"], 80);
    assert_eq!(wert(&b, "Höchstens (95 % Sicherheit)"), "13,4 %, 80 Fälle");
    assert_eq!(
        wert(&b, "Mindestens (95 % Sicherheit)").split(", ").nth(1).unwrap(),
        format!("{} Fälle", r[1]["lower_count"])
    );
    // Verdicts at the two ends.
    let urteil = |k: u64, ziel: f64| {
        frage(&t, "rechner.quote", quote(&[schicht(600, 100, k)], 0.95, Some(ziel)))["urteil"].clone()
    };
    assert_eq!(urteil(8, 0.14), "belegt");
    assert_eq!(urteil(40, 0.1), "verfehlt");
}

#[test]
fn quote_ohne_fehler_und_vollpruefung() {
    let t = Testhaus::neu();
    let b = frage(&t, "rechner.quote", quote(&[schicht(600, 100, 0)], 0.95, None));
    assert!(
        satz(&b)
            .starts_with("Kein Fehler gefunden. Das heißt nicht null Fehler: mit 95 % Sicherheit höchstens ")
    );
    assert!(b["urteil"].is_null());
    let b = frage(&t, "rechner.quote", quote(&[schicht(40, 40, 3)], 0.95, Some(0.1)));
    assert_eq!(satz(&b), "Fehlerquote 7,5 % (Vollprüfung, kein Stichprobenfehler)");
    assert_eq!(b["werte"].as_array().unwrap().len(), 1, "a full count has no interval");
    assert_eq!(b["urteil"], "belegt");
    assert_eq!(b["hinweise"].as_array().unwrap().len(), 0);
    // Unresolved cases raise the upper bound only.
    let mut s = schicht(600, 100, 8);
    s["ungeklaert"] = json!(2);
    let b = frage(&t, "rechner.quote", quote(&[s], 0.95, None));
    assert_eq!(wert(&b, "Fehlerquote"), "8,0 %");
    let zehn = frage(&t, "rechner.quote", quote(&[schicht(600, 100, 10)], 0.95, None));
    assert_eq!(wert(&b, "Höchstens (95 % Sicherheit)"), wert(&zehn, "Höchstens (95 % Sicherheit)"));
    let acht = frage(&t, "rechner.quote", quote(&[schicht(600, 100, 8)], 0.95, None));
    assert_eq!(wert(&b, "Mindestens (95 % Sicherheit)"), wert(&acht, "Mindestens (95 % Sicherheit)"));
}

/// `stichprobe.md` 5.4: (800,50,4)+(200,25,5) at 90 % gives 10.4 % and 136 + 73 = 209 of 1000; without an error
/// (700,35)+(300,15) at 95 % gives 56 of 1000.
#[test]
fn quote_geschichtet() {
    let t = Testhaus::neu();
    let b = frage(&t, "rechner.quote", quote(&[schicht(800, 50, 4), schicht(200, 25, 5)], 0.9, Some(0.3)));
    assert_eq!(satz(&b), "Fehlerquote 10,4 %, mit 90 % Sicherheit höchstens 20,9 %");
    let schritte = texte(&b, "schritte");
    assert!(schritte.contains("800/1.000 · 4/50 + 200/1.000 · 5/25 = 10,4 %"), "{schritte}");
    assert!(schritte.contains("136 + 73 = 209 von 1.000, aufgerundet 20,9 %"), "{schritte}");
    assert!(schritte.contains("Näherungsweise: Korn-Graubard-Intervall"), "{schritte}");
    assert_eq!(b["urteil"], "belegt");
    let r = nachgerechnet(&b);
    assert_eq!(r[0]["upper_count"], 209);
    let naeherung = wert(&b, "Höchstens, näherungsweise (Korn-Graubard)");
    let genau = r[1]["upper_one_sided"].as_f64().unwrap() * 100.0;
    let gezeigt: f64 = naeherung.trim_end_matches(" %").replace(',', ".").parse().unwrap();
    assert!(gezeigt >= genau && gezeigt < genau + 0.1, "{gezeigt} {genau}");
    assert_eq!(b["tafel"]["zeilen"][1][0], "Schicht 2");
    assert_eq!(
        b["tafel"]["kopf"].as_array().unwrap().len(),
        b["tafel"]["zeilen"][0].as_array().unwrap().len()
    );

    let b = frage(&t, "rechner.quote", quote(&[schicht(700, 35, 0), schicht(300, 15, 0)], 0.95, None));
    assert_eq!(
        satz(&b),
        "Kein Fehler gefunden. Das heißt nicht null Fehler: mit 95 % Sicherheit höchstens 5,6 %."
    );
    assert!(texte(&b, "schritte").contains("Ein Näherungsintervall (Korn-Graubard) gibt es hier nicht"));
    assert_eq!(nachgerechnet(&b)[0]["upper_count"], 56);

    // One stratum counted in full.
    let b = frage(&t, "rechner.quote", quote(&[schicht(800, 50, 4), schicht(20, 20, 5)], 0.95, None));
    assert!(texte(&b, "schritte").contains("1 voll geprüfte Schicht zählt mit ihren eigenen Fehlern"));
    assert_eq!(b["tafel"]["zeilen"][1].as_array().unwrap().last().unwrap(), "Vollprüfung");
    // All of them.
    let b = frage(&t, "rechner.quote", quote(&[schicht(30, 30, 2), schicht(20, 20, 3)], 0.95, None));
    assert_eq!(satz(&b), "Fehlerquote 10,0 % (Vollprüfung, kein Stichprobenfehler)");
}

#[test]
fn quote_nennt_schicht_und_feld() {
    let t = Testhaus::neu();
    let feld = |schichten: &[Value]| feldfehler(&t, "rechner.quote", quote(schichten, 0.95, None));
    let gut = schicht(800, 50, 4);
    assert_eq!(feld(&[gut.clone(), schicht(200, 25, 26)]).0, "schichten.1.k");
    assert_eq!(feld(&[gut.clone(), schicht(200, 250, 5)]).0, "schichten.1.n");
    let (name, text) = feld(&[gut.clone(), schicht(200, 0, 0)]);
    assert_eq!(name, "schichten.1.n");
    assert!(text.starts_with("Aus einer Schicht wurde nichts gezogen."));
    assert_eq!(feld(&[schicht(200, 0, 0)]).1, "Die Stichprobe ist leer.");
    assert_eq!(feld(&[schicht(0, 0, 0)]).0, "schichten.0.grundgesamtheit");
    assert_eq!(feld(&[gut.clone(), schicht(999_999, 10, 0)]).0, "schichten.1.grundgesamtheit");
    let mut offen = gut.clone();
    offen["ungeklaert"] = json!(47);
    assert_eq!(feld(&[offen]).0, "schichten.0.ungeklaert");
    let mut lang = gut.clone();
    lang["bezeichnung"] = json!("x".repeat(81));
    assert_eq!(feld(&[lang]).0, "schichten.0.bezeichnung");
    assert_eq!(feld(&[]).0, "schichten");
    assert_eq!(feld(&vec![gut.clone(); 61]).0, "schichten");
    assert_eq!(feldfehler(&t, "rechner.quote", quote(std::slice::from_ref(&gut), 0.95, Some(0.0))).0, "ziel");
    assert_eq!(feldfehler(&t, "rechner.quote", quote(&[gut], 0.0, None)).0, "konfidenz");
}

/// Worked examples of `fachliches.md` 2.3 and 5.1.
#[test]
fn fristen_des_papiers() {
    let t = Testhaus::neu();
    let faelle = [
        // 6: posted 27.01.2025.
        (
            mit_art("widerspruch", brief(Some("2025-01-27"), true, None)),
            "Die Widerspruchsfrist endet am Freitag, 28.02.2025, um 24 Uhr.",
            "/fristende",
            "2025-02-28",
        ),
        // 14: over Easter.
        (
            mit_art("widerspruch", brief(Some("2025-03-14"), true, None)),
            "Die Widerspruchsfrist endet am Dienstag, 22.04.2025, um 24 Uhr.",
            "/fristende",
            "2025-04-22",
        ),
        // 29: Klage.
        (
            mit_art("klage", brief(Some("2026-06-29"), true, None)),
            "Die Klagefrist endet am Montag, 03.08.2026, um 24 Uhr.",
            "/fristende",
            "2026-08-03",
        ),
        // 30: abroad.
        (
            mit_art(
                "widerspruch",
                json!({"weg": "post_ausland", "abgang": null, "vermerk": false, "zugang": "2025-11-30", "ausland": true, "belehrung": "ordnungsgemaess"}),
            ),
            "Die Widerspruchsfrist endet am Montag, 02.03.2026, um 24 Uhr.",
            "/fristende",
            "2026-03-02",
        ),
        // 32: no instruction.
        (
            mit_art(
                "widerspruch",
                json!({"weg": "zustellung", "abgang": null, "vermerk": false, "zugang": "2025-05-14", "ausland": false, "belehrung": "fehlt"}),
            ),
            "Die Widerspruchsfrist endet am Freitag, 15.05.2026, um 24 Uhr.",
            "/fristende",
            "2026-05-15",
        ),
        // 35.
        (
            mit_art("untaetigkeit", json!({"eingang": "2026-07-03", "verfahren": "widerspruch"})),
            "Entscheiden und absenden bis Dienstag, 29.09.2026.",
            "/absenden_bis",
            "2026-09-29",
        ),
        // 37.
        (
            mit_art("ueberpruefung", json!({"antrag": "2026-11-15"})),
            "Nachgezahlt wird längstens ab 01.01.2025.",
            "/nachzahlung_ab",
            "2025-01-01",
        ),
        (
            mit_art("auskunft", json!({"eingang": "2026-01-31", "verlaengert": false})),
            "Die Anfrage ist spätestens bis Montag, 02.03.2026, zu beantworten.",
            "/fristende",
            "2026-03-02",
        ),
        (
            mit_art(
                "datenschutzvorfall",
                json!({"kenntnis": "2026-11-20", "uhrzeit": "16:30", "stunden": 72}),
            ),
            "Zu melden ist unverzüglich, spätestens bis Montag, 23.11.2026, 17:00 Uhr.",
            "/ende",
            "2026-11-23T17:00:00+01:00",
        ),
        (
            mit_art("rechtsmittel", json!({"zustellung": "2025-03-18", "rechtsmittel": "berufung"})),
            "Die Frist für die Berufung endet am Dienstag, 22.04.2025, um 24 Uhr.",
            "/fristende",
            "2025-04-22",
        ),
        (
            mit_art("kundenreaktion", json!({"eingang": "2026-11-20", "arbeitstage": 3, "kalendertage": 14})),
            "Eingang bestätigen bis Mittwoch, 25.11.2026.",
            "/bestaetigung_bis",
            "2026-11-25",
        ),
    ];
    for (daten, erwartet, zeiger, datum) in faelle {
        let b = frage(&t, "rechner.frist", daten.clone());
        assert_eq!(satz(&b), erwartet, "{daten}");
        assert_eq!(nachgerechnet(&b)[0].pointer(zeiger).unwrap(), datum, "{daten}");
        assert!(b["schritte"].as_array().unwrap().len() >= 3, "{daten}");
        assert!(texte(&b, "hinweise").contains("Berechnungshilfe, keine Rechtsberatung."));
        assert!(!b["werte"].as_array().unwrap().is_empty());
    }
}

/// Example 18: Fronleichnam counts in Hessen, and in the parts of Thüringen that keep it, not in the house.
#[test]
fn der_ort_entscheidet() {
    let t = Testhaus::neu();
    let frist = |ort: Value| {
        let mut daten = mit_art("klage", brief(Some("2026-04-30"), true, None));
        daten["ort"] = ort;
        frage(&t, "rechner.frist", daten)
    };
    let ort = |land: &str, fronleichnam: bool| json!({"land": land, "feiertage": {"fronleichnam": fronleichnam, "mariae_himmelfahrt": false, "friedensfest": false, "weitere": []}});
    let ende = |b: &Value| wert(b, "Ende der Klagefrist");
    let haus = frist(Value::Null);
    assert_eq!(ende(&haus), "Donnerstag, 04.06.2026");
    assert!(haus["text"].as_str().unwrap().contains("Feiertage: Thüringen (wie das Haus)"));
    assert_eq!(ende(&frist(ort("TH", true))), "Freitag, 05.06.2026");
    let hessen = frist(ort("HE", false));
    assert_eq!(ende(&hessen), "Freitag, 05.06.2026");
    assert!(hessen["text"].as_str().unwrap().contains("Feiertage: Hessen\n"));
    assert_eq!(nachgerechnet(&hessen)[0]["fristende"], "2026-06-05");
}

#[test]
fn frist_nennt_das_feld() {
    let t = Testhaus::neu();
    let feld = |art: &str, angaben: Value| feldfehler(&t, "rechner.frist", mit_art(art, angaben));
    let (name, text) = feld("widerspruch", brief(Some("2025-01-27"), false, None));
    assert_eq!(name, "zugang");
    assert!(text.starts_with("Ohne Vermerk über die Aufgabe zur Post"));
    assert_eq!(
        feld("widerspruch", brief(None, true, None)),
        ("abgang".into(), "Bitte füllen Sie dieses Feld aus.".into())
    );
    assert_eq!(feld("klage", brief(Some("2025-01-27"), true, Some("2025-01-26"))).0, "zugang");
    assert_eq!(feld("klage", brief(Some("1989-12-31"), true, None)).0, "abgang");
    let mut zugestellt = brief(None, false, None);
    zugestellt["weg"] = json!("zustellung");
    assert_eq!(feld("widerspruch", zugestellt).0, "zugang");
    let vorfall = |tag: &str, uhrzeit: &str, stunden: u32| json!({"kenntnis": tag, "uhrzeit": uhrzeit, "stunden": stunden});
    assert_eq!(feld("datenschutzvorfall", vorfall("2026-11-20", "25:00", 72)).0, "uhrzeit");
    assert_eq!(feld("datenschutzvorfall", vorfall("2026-03-29", "02:30", 72)).0, "uhrzeit");
    assert_eq!(feld("datenschutzvorfall", vorfall("2026-11-20", "16:30", 721)).0, "stunden");
    assert_eq!(
        feld("kundenreaktion", json!({"eingang": "2026-11-20", "arbeitstage": 367, "kalendertage": 14})).0,
        "arbeitstage"
    );
    // The hour that occurs twice: the earlier one, and it is said.
    let b = frage(&t, "rechner.frist", mit_art("datenschutzvorfall", vorfall("2026-10-25", "02:30", 72)));
    assert_eq!(satz(&b), "Zu melden ist unverzüglich, spätestens bis Mittwoch, 28.10.2026, 02:00 Uhr.");
    assert!(texte(&b, "hinweise").contains("zweimal"));
    // Unknown words and fields are refused.
    let mut fremd = mit_art("ueberpruefung", json!({"antrag": "2026-11-15", "eingang": "2026-11-15"}));
    assert_eq!(t.lesen(&t.admin, "rechner.frist", fremd.clone()).unwrap_err().code, Code::Eingabe);
    fremd = mit_art("verjaehrung", json!({"antrag": "2026-11-15"}));
    assert_eq!(t.lesen(&t.admin, "rechner.frist", fremd).unwrap_err().code, Code::Eingabe);
}

#[test]
fn text_zum_mitnehmen_und_fuss() {
    let t = Testhaus::neu();
    let ws = t.person("ws", &[Rolle::Widerspruchsstelle], None, &[]);
    let b = t
        .lesen(&ws, "rechner.quote", quote(&[schicht(800, 50, 4), schicht(200, 25, 5)], 0.9, Some(0.1)))
        .unwrap();
    assert!(
        b["fuss"].as_str().unwrap().starts_with("Jobcenter Musterkreis, berechnet am 20.11.2026 mit IKS ")
    );
    let text = b["text"].as_str().unwrap();
    for teil in [
        "Fehlerquote über Schichten\n\nFehlerquote 10,4",
        "\nAngaben\n",
        "\nJe Schicht\nSchicht\tN\tn",
        "\nRechenweg\n1. ",
        "\n2. ",
        "berechnet am 20.11.2026",
    ] {
        assert!(text.contains(teil), "{teil:?} in {text}");
    }
}

/// The largest inputs that are let in are answered (in under a second each, unoptimised).
#[test]
fn die_groessten_angaben() {
    let t = Testhaus::neu();
    let b = frage(&t, "rechner.umfang", umfang(1_000_000, 0.99, 0.1, 0.0999));
    assert!(satz(&b).starts_with("Prüfen Sie "));
    let b =
        frage(&t, "rechner.quote", quote(&[schicht(999_000, 1, 0), schicht(1_000, 1, 0)], 0.999_999, None));
    assert!(satz(&b).starts_with("Kein Fehler gefunden."));
    let viele: Vec<Value> = (0..60).map(|i| schicht(16_000, 200 + i, i % 7)).collect();
    let b = frage(&t, "rechner.quote", quote(&viele, 0.95, Some(0.1)));
    assert!(texte(&b, "schritte").contains("Die Summe über alle Schichten ist"));
}
