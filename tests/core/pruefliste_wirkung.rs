//! What follows from a Prüfliste: measures and their effect at the next run, answers that say nothing any more, and
//! suspicions that are sent where they belong.

use crate::pruefliste::Listen;
use chrono::TimeDelta;
use iks_core::fehler::Code;
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};

#[test]
fn eine_massnahme_aus_einer_abweichung_wird_am_naechsten_durchgang_gemessen() {
    let l = Listen::neu();
    let alt = l.freigegeben("it_sicherheit", 2025, &["it-05", "it-12"]);
    let anlegen = |frage: &str| {
        let r = json!({"herkunft": {"art": "abweichung", "durchgang_id": alt, "frage": frage}, "angaben": {
            "was": "Geteilte Kennwörter abschaffen", "erlaeuterung": "", "art": "prozess", "rolle": "qualitaetsmanagement", "team_id": null, "faellig": "2026-11-30"}});
        l.t.aendern(&l.quirin, "massnahme.anlegen", r)
    };
    assert!(anlegen("it-01").unwrap_err().text.contains("weicht nicht ab"));
    assert_eq!(anlegen("gibtesnicht").unwrap_err().code, Code::NichtGefunden);
    let id = anlegen("it-05").unwrap().objekte[0].id.clone();
    let lesen = || l.t.lesen(&l.quirin, "massnahme.lesen", json!({"id": id})).unwrap();
    assert!(lesen()["wirkung"]["hinweis"].as_str().unwrap().contains("im nächsten freigegebenen Durchgang"));
    let bezug = |mehr: Value| {
        let mut r = json!({"id": id, "version": lesen()["massnahme"]["version"]});
        r.as_object_mut().unwrap().extend(mehr.as_object().unwrap().clone());
        r
    };
    // Answered before anything was done: no effect can be read from it.
    let frueh = l.freigegeben("it_sicherheit", 2026, &["it-12"]);
    l.t.umgebung.stelle(l.t.umgebung.jetzt() + TimeDelta::days(1));
    let umsetzen = json!({"schritt": {"art": "umsetzen", "am": "2026-11-21", "vermerk": "Alle Konten sind jetzt persönlich."}});
    l.t.aendern(&l.quirin, "massnahme.schritt", bezug(umsetzen)).unwrap();
    let feststellen = |spaetere: &str| {
        l.t.aendern(&l.quirin, "massnahme.wirkung_feststellen", bezug(json!({"spaetere_id": spaetere})))
    };
    let fehler = feststellen(&frueh).unwrap_err();
    assert!(fehler.text.contains("vor der Umsetzung beantwortet"), "{}", fehler.text);
    l.t.umgebung.stelle(l.t.umgebung.jetzt() + TimeDelta::days(300));
    let spaet = l.freigegeben("it_sicherheit", 2027, &["it-12"]);
    let blatt = lesen()["wirkung"]["spaetere_durchgaenge"].clone();
    assert_eq!(
        (&blatt[0]["durchgang_id"], &blatt[0]["hindernis"], &blatt[0]["vergleich"]["belegt"]),
        (&json!(spaet), &Value::Null, &json!(true))
    );
    assert_eq!(blatt.as_array().unwrap().len(), 2);
    // The correction of the first run takes its place, measures and all; there the question does not deviate any more.
    let neu =
        l.schritt(&l.quirin, &alt, "berichtigen", Some("it-05 war falsch verstanden")).unwrap()[0].clone();
    let an_der_frage = |durchgang: &str| {
        let r = json!({"herkunft": {"art": "abweichung", "durchgang_id": durchgang, "frage": "it-05"}});
        l.t.lesen(&l.quirin, "massnahme.zu_herkunft", r).unwrap()
    };
    assert_eq!(an_der_frage(&neu), an_der_frage(&alt));
    assert_eq!(an_der_frage(&neu).as_array().unwrap().len(), 1);
    assert_eq!(lesen()["wirkung"]["spaetere_durchgaenge"][0]["hindernis"], Value::Null, "not yet released");
    l.antworten(&l.quirin, &neu, "it-05", "erfuellt", "").unwrap();
    l.alles_erfuellt(&l.quirin, &neu);
    l.schritt(&l.quirin, &neu, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, &neu, "freigeben", None).unwrap();
    let fehler = feststellen(&spaet).unwrap_err();
    assert!(fehler.text.contains("weicht die Frage bei der Freigabe nicht mehr ab"), "{}", fehler.text);
    // Set right again, as partly fulfilled: the effect is proved, in these words.
    let neu = l.schritt(&l.quirin, &neu, "berichtigen", Some("doch nicht ganz erfüllt")).unwrap()[0].clone();
    l.antworten(&l.quirin, &neu, "it-05", "teilweise", "ein Konto ist noch geteilt").unwrap();
    l.schritt(&l.quirin, &neu, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, &neu, "freigeben", None).unwrap();
    feststellen(&spaet).unwrap();
    assert_eq!(lesen()["massnahme"]["lage"]["stand"], "wirkung_belegt");
    assert!(lesen()["wirkung"].to_string().contains("nur teilweise erfüllt"), "{}", lesen()["wirkung"]);
    l.t.protokoll_stimmt();
}

#[test]
fn eine_antwort_deren_frage_entfiel_sagt_nichts_mehr() {
    let l = Listen::neu();
    // Asked only where there are logs at all.
    let (kind, eltern) = ("ds-20", "ds-19");
    let lauf = |jahr: i32, kind_wert: &str, eltern_danach: &str| {
        let r = json!({"von": format!("{jahr}-01-01"), "bis": format!("{jahr}-12-31"), "faellig_am": format!("{}-01-31", jahr + 1)});
        let id = l.planen(&l.quirin, "datenschutz", r).unwrap();
        l.antworten(&l.quirin, &id, eltern, "erfuellt", "").unwrap();
        l.antworten(&l.quirin, &id, kind, kind_wert, "siehe Vermerk").unwrap();
        l.antworten(&l.quirin, &id, eltern, eltern_danach, "siehe Vermerk").unwrap();
        l.alles_erfuellt(&l.quirin, &id);
        l.schritt(&l.quirin, &id, "vorlegen", None).unwrap();
        l.schritt(&l.gerda, &id, "freigeben", None).unwrap();
        id
    };
    lauf(2024, "nicht_erfuellt", "nicht_anwendbar");
    let id = lauf(2025, "nicht_erfuellt", "erfuellt");
    let vergleich = l.lesen(&l.quirin, &id)["vergleich"].clone();
    let frage = vergleich.as_array().unwrap().iter().find(|v| v["frage"] == kind).unwrap();
    assert_eq!(frage["offen_seit"], "2025-12-31", "{frage}");
}

#[test]
fn ein_verdacht_wird_in_der_liste_zur_korruption_nicht_gespeichert() {
    let l = Listen::neu();
    let text = "Es besteht der Verdacht, dass Geld floss.";
    let id = l.planen(&l.axel, "korruption", json!({"rolle": "korruptionspraevention"})).unwrap();
    let fehler = l.antworten(&l.axel, &id, "kp-01", "nicht_erfuellt", text).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "bemerkung");
    assert!(fehler.text.contains("interne Meldestelle"), "{}", fehler.text);
    assert_eq!(l.lesen(&l.quirin, &id)["antworten"], json!([]));
    // About something else it is a word like any other.
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    l.antworten(&l.quirin, &id, "it-01", "nicht_erfuellt", "Verdacht auf Schadsoftware").unwrap();
}
