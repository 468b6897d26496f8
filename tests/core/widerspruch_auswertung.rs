//! Statistics of Widersprüche through the doors, on a register small enough to count by hand.

use crate::widerspruch::{Stelle, angaben, mit};
use iks_core::benutzer::Rolle;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

fn auswertung(s: &Stelle, wer: &Sitzung, von: &str, bis: &str) -> Value {
    s.t.lesen(wer, "widerspruch.auswertung", json!({"von": von, "bis": bis})).unwrap()["auswertung"].clone()
}

fn ende(s: &Stelle, eingang: &str, team: &Value, schritte: &[Value]) {
    let tag = |tage: i64| {
        (eingang.parse::<chrono::NaiveDate>().unwrap() - chrono::Days::new(17 - tage as u64)).to_string()
    };
    let w = mit(
        angaben(),
        json!({"eingang": eingang, "bescheid_am": tag(0), "team_id": team,
               "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": tag(0), "vermerk": true, "zugang": null}}),
    );
    let id = s.anlegen("widerspruch", w);
    for schritt in schritte {
        s.schritt(&id, schritt.clone()).unwrap();
    }
}

fn abhilfe(am: &str, cent: i64) -> [Value; 2] {
    [
        json!({"art": "abhilfe_pruefen", "am": am}),
        json!({"art": "abhelfen", "am": am, "stattgabe": {"grund": "nachgereicht", "ursache": "mitwirkung"},
               "kosten": {"anteil_zaehler": 1, "anteil_nenner": 1, "zuziehung_notwendig": true, "betrag_cent": cent}}),
    ]
}

#[test]
fn gezaehlt_wie_von_hand() {
    let s = Stelle::neu();
    let team = json!(s.orte["Leistung 1"]);
    let ruecknahme = |am: &str| json!({"art": "zuruecknehmen", "am": am});
    // Received in July and decided after 31 days, in time; in July and after 3 months and a day, too late.
    ende(&s, "2026-07-01", &team, &abhilfe("2026-08-01", 12_345));
    ende(&s, "2026-07-15", &team, &abhilfe("2026-10-16", 0));
    for _ in 0..3 {
        ende(&s, "2026-08-03", &Value::Null, &[ruecknahme("2026-08-13")]);
    }
    ende(&s, "2026-10-05", &team, &[]);

    let a = auswertung(&s, &s.qm, "2026-07-01", "2026-12-31");
    let t = &a["teile"][0];
    assert_eq!(
        (&t["bestand_vorher"], &t["zugang"], &t["abgang"], &t["bestand"]),
        (&json!(0), &json!(6), &json!(5), &json!(1))
    );
    assert_eq!(t["monate"][1], json!({"monat": "2026-08", "zugang": 3, "abgang": 4, "bestand": 1}));
    assert_eq!(t["erfolg"], json!({"zaehler": 2, "nenner": 5}));
    // Days 10, 10, 10, 31, 93: place ⌈2.5⌉ = 3 and ⌈4.5⌉ = 5.
    assert_eq!(t["dauer"], json!({"anzahl": 5, "median": 10, "neunzig": 93, "laengste": 93}));
    assert_eq!(t["fristgerecht"], json!({"zaehler": 4, "nenner": 5}));
    assert_eq!(t["kosten"], json!({"anzahl": 1, "summe_cent": 12_345}));
    assert_eq!(t["ba"][0]["anzahl"], 2);
    assert_eq!(t["ba"][3]["anzahl"], 3);

    // What is open at the end of one period is open at the beginning of the next, wherever it is cut.
    for (ende, beginn) in
        [("2026-07-31", "2026-08-01"), ("2026-08-12", "2026-08-13"), ("2026-10-15", "2026-10-16")]
    {
        let vorher = auswertung(&s, &s.qm, "2026-01-01", ende);
        let nachher = auswertung(&s, &s.qm, beginn, "2026-12-31");
        for art in 0..4 {
            assert_eq!(
                vorher["teile"][art]["bestand"], nachher["teile"][art]["bestand_vorher"],
                "{ende} {art}"
            );
        }
    }
}

#[test]
fn wer_nur_eigene_teams_sieht_zaehlt_nur_diese() {
    let s = Stelle::neu();
    for (team, anzahl) in [("Leistung 1", 2), ("Leistung 2", 1)] {
        for _ in 0..anzahl {
            ende(&s, "2026-09-01", &json!(s.orte[team]), &abhilfe("2026-09-15", 0));
        }
    }
    let tl = s.t.person("tl", &[Rolle::Teamleitung], None, &[&s.orte["Leistung 2"]]);
    assert_eq!(
        auswertung(&s, &tl, "2026-01-01", "2026-12-31")["teile"][0]["erfolg"],
        json!({"zaehler": 1, "nenner": 1})
    );
    let antwort =
        s.t.lesen(&tl, "widerspruch.auswertung", json!({"von": "2026-01-01", "bis": "2026-12-31"})).unwrap();
    assert_eq!(antwort["nur_eigene"], true);
    let pruefer = s.t.person("pk", &[Rolle::Pruefkraft], None, &[]);
    assert!(
        s.t.lesen(&pruefer, "widerspruch.auswertung", json!({"von": "2026-01-01", "bis": "2026-12-31"}))
            .is_err()
    );
    let falsch =
        s.t.lesen(&s.qm, "widerspruch.auswertung", json!({"von": "2026-02-01", "bis": "2026-01-31"}));
    assert_eq!(falsch.unwrap_err().felder[0].feld, "bis");
}

#[test]
fn fristenbuch_auf_papier_nennt_keinen_tag_der_noch_zu_finden_ist() {
    let s = Stelle::neu();
    let id = s.anlegen("klage", mit(angaben(), json!({"bekanntgabe": null})));
    s.t.aendern(
        &s.anna,
        "frist.anlegen",
        json!({"verfahren_id": id, "art": "aeusserung", "bezeichnung": "Klageerwiderung", "quelle": "Verfügung", "tag": "2026-12-15"}),
    )
    .unwrap();
    let text = |name: &str, wer: &Sitzung| {
        let datei = s.t.ordner.path().join(format!("{name}.pdf"));
        s.t.aendern(
            wer,
            "bericht.exportieren",
            json!({"name": name, "nummer": null, "von": "2026-11-01", "bis": "2026-11-30", "datei": datei, "ueberschreiben": true}),
        )
        .unwrap();
        let text =
            std::process::Command::new("pdftotext").arg("-layout").arg(&datei).arg("-").output().unwrap();
        String::from_utf8(text.stdout).unwrap()
    };
    // She who entered it knows the day; whoever finds her paper must not.
    let buch = text("fristenbuch", &s.anna);
    assert!(
        buch.contains("Klageerwiderung") && buch.contains("verdeckt") && buch.contains("W-2026-0001"),
        "{buch}"
    );
    assert!(!buch.contains("15.12.2026") && !buch.contains("Beispiel") && !buch.contains("anna"), "{buch}");
    let bericht = text("widerspruch", &s.qm);
    assert!(
        bericht.contains("Im Zeitraum gingen 0 Widersprüche ein") && bericht.contains("1 Klagen"),
        "{bericht}"
    );
    assert!(!bericht.contains("Beispiel") && !bericht.contains("W-2026"), "{bericht}");
}
