//! Statistics of Kundenreaktionen through the doors, on a register small enough to count by hand, and the KRM-Bericht.

use crate::bericht::konform::pruefe;
use crate::kundenreaktion::{Krm, gesichtet, kontakt, reaktion};
use crate::widerspruch::mit;
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

const JAHR: (&str, &str) = ("2026-01-01", "2026-11-20");

fn lesen(k: &Krm, wer: &Sitzung, (von, bis): (&str, &str)) -> Value {
    k.t.lesen(wer, "kundenreaktion.auswertung", json!({"von": von, "bis": bis})).unwrap()
}

/// A looked-through complaint about that team, with the steps taken.
fn neu(k: &Krm, eingang: &str, team: &str, name: &str, schritte: &[Value]) -> String {
    let anliegen = json!([{"art": "sachanliegen", "sachgebiet": "aufhebung-erstattung", "team_id": k.orte[team], "ursache": null},
                          {"art": "verhalten", "sachgebiet": null, "team_id": null, "ursache": null}]);
    let angaben = mit(reaktion(), json!({"eingang": eingang, "anliegen": anliegen}));
    let klar = mit(kontakt(), json!({"name": name}));
    let id = k.anlegen(angaben, klar, gesichtet()).unwrap();
    schritte.iter().for_each(|s| gehe(k, &id, s));
    id
}

fn gehe(k: &Krm, id: &str, schritt: &Value) {
    match schritt["art"].as_str() {
        Some("bestaetigen") => k.beurteilung(&k.kurt, id, "bestaetigen", json!({})).unwrap(),
        Some("sichten") => drop(k.sichten(id, gesichtet()).unwrap()),
        art => {
            let text = (art == Some("beantworten")).then_some("Die Auszahlung ist veranlasst.");
            k.schritt(id, schritt.clone(), text).unwrap();
        }
    }
}

fn am(art: &str, tag: &str) -> Value {
    json!({"art": art, "am": tag})
}

fn antwort(tag: &str) -> Value {
    json!({"art": "beantworten", "am": tag, "weg": "brief"})
}

fn urteil(urteil: &str, tag: &str) -> [Value; 3] {
    [
        json!({"art": "beurteilen", "urteil": urteil, "begruendung": "So lagen die Tage"}),
        json!({"art": "bestaetigen"}),
        am("abschliessen", tag),
    ]
}

/// Seven complaints, counted by hand in the tests.
fn register(k: &Krm) {
    let mit_urteil = |erste: &[Value], art: &str, tag: &str| [erste, &urteil(art, tag)].concat();
    // Confirmed and answered in time, after nine days.
    let erste = [am("eingang_bestaetigen", "2026-10-02"), antwort("2026-10-10")];
    let id =
        neu(k, "2026-10-01", "Leistung 1", "Anna Beispiel", &mit_urteil(&erste, "berechtigt", "2026-10-12"));
    gehe(k, &id, &json!({"art": "massnahme_ableiten", "was": "Vertretung regeln", "bis": "2026-12-31"}));
    gehe(k, &id, &json!({"art": "nachfragen", "am": "2026-11-01", "rueckmeldung": "geholfen"}));
    // Answered five days late, after 19; not closed.
    neu(k, "2026-10-01", "Leistung 1", "Berta Beispiel", &[antwort("2026-10-20")]);
    // Open, due on the 15th: overdue. Open, due in December.
    neu(k, "2026-11-01", "Leistung 1", "Anna Beispiel", &[]);
    neu(k, "2026-11-18", "Leistung 2", "", &[]);
    // Twenty days, ten of them paused.
    let pause = json!({"art": "pausieren", "ab": "2026-10-10", "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "fehlende Unterlagen",
                       "begruendung": "Alles am selben Tag eingetragen"});
    neu(
        k,
        "2026-10-05",
        "Leistung 2",
        "Clara Beispiel",
        &mit_urteil(
            &[pause, am("fortsetzen", "2026-10-20"), antwort("2026-10-25")],
            "unberechtigt",
            "2026-10-26",
        ),
    );
    // Handed on.
    let abgabe = json!({"art": "abgeben", "am": "2026-11-19", "an": "Stadtwerke", "zeichen": ""});
    neu(k, "2026-11-16", "Leistung 1", "Dora Beispiel", &[abgabe]);
    // Came back a month later: forty days in all, and in time since then.
    let zurueck = json!({"art": "wieder_oeffnen", "am": "2026-11-01", "grund": "wieder nichts gekommen"});
    let steps = mit_urteil(&[antwort("2026-10-02")], "teilweise", "2026-10-02");
    let steps = [steps, vec![zurueck, json!({"art": "sichten"}), antwort("2026-11-10")]].concat();
    neu(k, "2026-10-01", "Leistung 2", "Emma Beispiel", &steps);
}

#[test]
fn gezaehlt_wie_von_hand() {
    let k = Krm::neu();
    register(&k);
    let a = &lesen(&k, &k.qm, JAHR)["auswertung"];
    // Closed in the year: the first, the paused one and the one handed on. The one that came back is open again.
    assert_eq!(
        [&a["bestand_vorher"], &a["zugang"], &a["abgang"], &a["bestand"], &a["anliegen"]],
        [0, 7, 3, 4, 14]
    );
    assert_eq!(a["monate"][9], json!({"monat": "2026-10", "zugang": 4, "abgang": 2, "bestand": 2}));
    assert_eq!(
        a["antwort"],
        json!({"in_zeit": {"zaehler": 3, "nenner": 5}, "verspaetet": 1, "ueberfaellig": 1, "nicht_faellig": 1, "ruht": 0})
    );
    // Three working days. Only the first was confirmed, and its ticket alone in time: the one that came back on Sunday
    // 01.11. was answered on the 10th.
    assert_eq!(
        a["bestaetigung"],
        json!({"in_zeit": {"zaehler": 1, "nenner": 5}, "verspaetet": 3, "ueberfaellig": 1, "nicht_faellig": 1, "ruht": 0})
    );
    assert_eq!(
        a["abseits"],
        json!({"abgegeben": 1, "zusammengefuehrt": 0, "ohne_antwort": 0, "ohne_wunsch": 0, "dienstaufsicht": 0})
    );
    // 9, 10, 19, 40 and with the pause 9, 19, 20, 40: places 2 and 4.
    assert_eq!(a["dauer"], json!({"anzahl": 4, "median": 10, "neunzig": 40, "laengste": 40}));
    assert_eq!(a["dauer_mit_pausen"], json!({"anzahl": 4, "median": 19, "neunzig": 40, "laengste": 40}));
    assert_eq!(a["pausen"], json!({"reaktionen": 1, "tage": 10, "nachgetragen": 1}));
    // What was judged of the first answer does not hold for the second.
    assert_eq!((&a["urteile"]["beurteilt"], &a["urteile"]["ohne_urteil"]), (&json!(2), &json!(5)));
    assert_eq!((&a["wiederholer"], &a["anonym"]), (&Value::Null, &json!(1)));
    assert_eq!(a["massnahmen"], json!({"reaktionen": 1, "massnahmen": 1}));
    assert_eq!(a["rueckmeldung"]["geholfen"], json!({"zaehler": 1, "nenner": 1}));
    // Four about one team and three about the other: both too few, and all seven together are no secret.
    let teams = a["teams"]["zeilen"].as_array().unwrap();
    assert_eq!((teams.len(), &teams[0]["anzahl"], &teams[1]["anzahl"]), (2, &Value::Null, &Value::Null));
    assert_eq!(a["teams"]["daneben"], json!([{"titel": "ohne Team", "anzahl": 7}]));
    assert_eq!(a["sachgebiete"]["zeilen"][0]["anzahl"], 7);
    assert_eq!(a["anliegenarten"][1]["anzahl"], 7);

    // What is open at the end of one period is open at the beginning of the next, wherever it is cut.
    for (ende, beginn) in
        [("2026-10-11", "2026-10-12"), ("2026-10-26", "2026-10-27"), ("2026-11-18", "2026-11-19")]
    {
        let vorher = lesen(&k, &k.qm, ("2026-01-01", ende))["auswertung"]["bestand"].clone();
        assert_eq!(
            vorher,
            lesen(&k, &k.qm, (beginn, "2026-11-20"))["auswertung"]["bestand_vorher"],
            "{ende}"
        );
    }
    k.t.protokoll_stimmt();
}

#[test]
fn jede_person_zaehlt_was_sie_sieht() {
    let k = Krm::neu();
    register(&k);
    let tl = k.t.person("tl", &[Rolle::Teamleitung], None, &[&k.orte["Leistung 2"]]);
    let d = lesen(&k, &tl, JAHR);
    assert_eq!((&d["nur_eigene"], &d["auswertung"]["zugang"]), (&json!(true), &json!(3)));
    assert_eq!(lesen(&k, &k.karla, JAHR)["nur_eigene"], false);
    let frage = json!({"von": JAHR.0, "bis": JAHR.1});
    for rolle in [Rolle::Pruefkraft, Rolle::Widerspruchsstelle, Rolle::Datenschutz] {
        let wer = k.t.person(&format!("{rolle:?}").to_lowercase(), &[rolle], None, &[]);
        let fehler = k.t.lesen(&wer, "kundenreaktion.auswertung", frage.clone()).unwrap_err();
        assert_eq!(fehler.code, Code::Recht, "{rolle:?}");
    }
    for (von, bis) in [("2026-02-01", "2026-01-31"), ("2000-01-01", "2026-01-31")] {
        let fehler =
            k.t.lesen(&k.qm, "kundenreaktion.auswertung", json!({"von": von, "bis": bis})).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "bis");
    }
    let ziel = json!({"datei": "x.csv", "ueberschreiben": true, "spalten": []});
    let fehler = k.t.aendern(
        &tl,
        "kundenreaktion.auswertung_exportieren",
        json!({"zeitraum": frage, "ausgabe": ziel}),
    );
    assert_eq!(fehler.unwrap_err().code, Code::Recht);
}

#[test]
fn zahlen_als_liste_mit_zaehler_und_nenner() {
    let k = Krm::neu();
    register(&k);
    let datei = k.t.ordner.path().join("zahlen.csv");
    let ziel = json!({"datei": datei, "ueberschreiben": true, "spalten": []});
    let zeitraum = json!({"von": JAHR.0, "bis": JAHR.1});
    k.t.aendern(
        &k.karla,
        "kundenreaktion.auswertung_exportieren",
        json!({"zeitraum": zeitraum, "ausgabe": ziel}),
    )
    .unwrap();
    let text = String::from_utf8(std::fs::read(datei).unwrap()).unwrap();
    for zeile in [
        "Beantwortet;in der Zeit;Reaktionen;3;5;",
        "Team;Leistung 1;Anliegen;;;ja",
        "Wiederholungen;mit mehr als einer Reaktion;Personen;;;ja",
        "Jahr: Zugang;2026 (Teil);Reaktionen;7;;",
    ] {
        assert!(text.contains(zeile), "{zeile}\n{text}");
    }
    assert!(!text.contains("Beispiel"));
}

#[test]
fn bericht_besteht_die_pruefungen_und_nennt_niemanden() {
    let k = Krm::neu();
    register(&k);
    let bericht = |wer: &Sitzung, name: &str| {
        let datei = k.t.ordner.path().join(name);
        let frage = json!({"name": "kundenreaktion", "nummer": null, "von": JAHR.0, "bis": JAHR.1, "datei": datei, "ueberschreiben": true});
        k.t.aendern(wer, "bericht.exportieren", frage).unwrap();
        std::fs::read(datei).unwrap()
    };
    let bytes = bericht(&k.karla, "krm.pdf");
    pruefe(&bytes);
    let text = std::process::Command::new("pdftotext")
        .arg("-layout")
        .arg(k.t.ordner.path().join("krm.pdf"))
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Im Zeitraum gingen 7 Kundenreaktionen mit 14 Anliegen ein, 3 wurden abgeschlossen"),
        "{text}"
    );
    assert!(text.contains("6.3 Was nicht gezählt ist") && text.contains("Hinweise auf Korruption"), "{text}");
    for geheim in ["Beispiel", "Bescheid kommt zu spät", "Vertretung regeln", "K-2026", "karla"] {
        assert!(!text.contains(geheim), "{geheim}: {text}");
    }
    let liste = k.t.lesen(&k.karla, "bericht.liste", json!({})).unwrap();
    let namen: Vec<&str> = liste.as_array().unwrap().iter().map(|b| b["name"].as_str().unwrap()).collect();
    assert_eq!(namen, ["kundenreaktion", "massnahmen"]);
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHTE") {
        std::fs::write(std::path::Path::new(&ziel).join("krm.pdf"), bytes).unwrap();
    }
}
