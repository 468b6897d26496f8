//! Who sees what of a ticket, who may change it, and what only the second person may take back.

use crate::kundenreaktion::{Krm, antworten, gesichtet, kontakt, reaktion};
use crate::widerspruch::{Stelle, angaben, mit};
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use serde_json::{Value, json};

fn ueber(team: &str) -> Value {
    mit(
        reaktion(),
        json!({"anliegen": [{"art": "verhalten", "sachgebiet": null, "team_id": team, "ursache": null}]}),
    )
}

#[test]
fn datenschutz_bleibt_wenn_noch_einmal_gesichtet_wird() {
    let k = Krm::neu();
    let dsb = k.t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    let mut antwort = gesichtet();
    antwort["sichtung"]["datenschutz"] = json!(true);
    let id = k.anlegen(reaktion(), kontakt(), antwort).unwrap();
    k.sichten(&id, gesichtet()).unwrap();
    assert_eq!(k.liste(&dsb, json!({}), "nummer"), ["0001"]);
    let zurueck = || {
        let r = json!({"id": id, "version": k.version(&id), "grund": "doch kein Datenschutz"});
        k.t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap();
    };
    zurueck();
    zurueck();
    assert!(k.liste(&dsb, json!({}), "nummer").is_empty());
}

#[test]
fn namen_nur_so_weit_wie_bearbeitet_wird() {
    let k = Krm::neu();
    let (eins, zwei) = (k.orte["Leistung 1"].clone(), k.orte["Leistung 2"].clone());
    let mein = k.anlegen(ueber(&eins), kontakt(), gesichtet()).unwrap();
    let mut datenschutz = gesichtet();
    datenschutz["sichtung"]["datenschutz"] = json!(true);
    let fremd = k.anlegen(ueber(&zwei), kontakt(), datenschutz).unwrap();
    let bereich = Some(k.orte["Leistungsgewährung"].as_str());
    // Reads the whole house as one, works on one team as the other.
    let beides = k.t.person("beides", &[Rolle::Qualitaetsmanagement, Rolle::Teamleitung], bereich, &[&eins]);
    assert_eq!(k.lesen(&beides, &mein)["klar"]["name"], "Erika Beispiel");
    let d = k.lesen(&beides, &fremd);
    assert_eq!((&d["klar"], &d["bearbeitbar"], &d["moeglich"]), (&Value::Null, &json!(false), &json!([])));
    assert!(!d.to_string().contains("Beispiel"), "{d}");
    // Neither found nor shown by name.
    assert_eq!(k.liste(&beides, json!({"suche": "beispiel"}), "nummer"), ["0001"]);
    let r =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 9}});
    let seite = k.t.lesen(&beides, "kundenreaktion.liste", r).unwrap();
    let namen: Vec<_> = seite["zeilen"].as_array().unwrap().iter().map(|z| z["name"].clone()).collect();
    assert_eq!(namen, [json!("Erika Beispiel"), Value::Null]);
    // What touches data protection is read, not counted and not worked on.
    let dsb = k.t.person("dsb", &[Rolle::Datenschutz, Rolle::Teamleitung], bereich, &[&eins]);
    assert_eq!(k.liste(&dsb, json!({}), "nummer"), ["0001", "0002"]);
    assert!(k.lesen(&dsb, &fremd)["klar"].is_null());
    let notiz = k.t.aendern(&dsb, "kundenreaktion.notieren", json!({"id": fremd, "text": "gesehen"}));
    assert_eq!(notiz.unwrap_err().code, Code::NichtGefunden);
    let jahr = json!({"von": "2026-01-01", "bis": "2026-12-31"});
    let a = k.t.lesen(&dsb, "kundenreaktion.auswertung", jahr).unwrap();
    assert_eq!(a["auswertung"]["zugang"], 1);
}

#[test]
fn wer_erfasst_hat_aendert_nicht_mehr_wenn_andere_zustaendig_sind() {
    let k = Krm::neu();
    let (eins, zwei) = (k.orte["Leistung 1"].clone(), k.orte["Leistung 2"].clone());
    let tl = k.t.person("tl", &[Rolle::Teamleitung], Some(&k.orte["Leistungsgewährung"]), &[&eins]);
    let r = json!({"angaben": ueber(&zwei), "klar": kontakt(), "sichtung": gesichtet()});
    let id = k.t.aendern(&tl, "kundenreaktion.anlegen", r).unwrap().objekte[0].id.clone();
    let notiz = || k.t.aendern(&tl, "kundenreaktion.notieren", json!({"id": id, "text": "ruft zurück"}));
    notiz().unwrap();
    let r =
        json!({"reaktionen": [{"id": id, "version": k.version(&id)}], "team_id": zwei, "person_id": null});
    k.t.aendern(&k.karla, "kundenreaktion.zuweisen", r).unwrap();
    assert_eq!(notiz().unwrap_err().code, Code::NichtGefunden);
    // Still to be read, without buttons.
    let d = k.lesen(&tl, &id);
    assert_eq!((&d["bearbeitbar"], &d["moeglich"]), (&json!(false), &json!([])));
}

#[test]
fn das_nein_der_zweiten_person_nimmt_nur_sie_zurueck() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    k.schritt(&id, antworten("2026-11-20"), Some("Guten Tag, es ist entschieden.")).unwrap();
    let urteil = json!({"art": "beurteilen", "urteil": "berechtigt", "begruendung": "Es dauerte zu lange"});
    for op in ["zurueckgeben", "bestaetigen"] {
        k.schritt(&id, urteil.clone(), None).unwrap();
        let mehr = if op == "bestaetigen" { json!({}) } else { json!({"grund": "nicht einverstanden"}) };
        k.beurteilung(&k.kurt, &id, op, mehr).unwrap();
        let zurueck = |wer| {
            let r = json!({"id": id, "version": k.version(&id), "grund": "passt mir nicht"});
            k.t.aendern(wer, "kundenreaktion.schritt_zuruecknehmen", r).map(|_| ())
        };
        assert_eq!(zurueck(&k.karla).unwrap_err().code, Code::VierAugen, "{op}");
        zurueck(&k.kurt).unwrap();
        zurueck(&k.karla).unwrap();
    }

    let s = Stelle::neu();
    let id = s.anlegen("widerspruch", angaben());
    for schritt in [
        json!({"art": "abhilfe_pruefen", "am": "2026-11-13"}),
        json!({"art": "nicht_abhelfen", "am": "2026-11-16"}),
        json!({"art": "entwerfen", "ergebnis": "zurueckweisen", "stattgabe": null}),
        json!({"art": "vorlegen"}),
    ] {
        s.schritt(&id, schritt).unwrap();
    }
    let version = || s.lesen(&s.anna, &id)["verfahren"]["version"].clone();
    s.t.aendern(
        &s.bernd,
        "widerspruch.zeichnung_zurueckgeben",
        json!({"id": id, "version": version(), "grund": "Begründung fehlt"}),
    )
    .unwrap();
    let zurueck = |wer| {
        let r = json!({"id": id, "version": version(), "grund": "passt mir nicht"});
        s.t.aendern(wer, "widerspruch.schritt_zuruecknehmen", r).map(|_| ())
    };
    assert_eq!(zurueck(&s.anna).unwrap_err().code, Code::VierAugen);
    zurueck(&s.bernd).unwrap();
}

#[test]
fn zusammengefuehrt_wird_nur_in_offene_und_fremde_werden_genannt() {
    let k = Krm::neu();
    let lob = mit(reaktion(), json!({"art": "lob"}));
    let zu = k.anlegen(lob.clone(), kontakt(), gesichtet()).unwrap();
    k.schritt(&zu, antworten("2026-11-20"), Some("Guten Tag, danke.")).unwrap();
    k.schritt(&zu, json!({"art": "abschliessen", "am": "2026-11-20"}), None).unwrap();
    let id = k.anlegen(lob.clone(), kontakt(), gesichtet()).unwrap();
    let in_andere =
        |mit: &str| k.schritt(&id, json!({"art": "zusammenfuehren", "am": "2026-11-20", "mit": mit}), None);
    assert!(in_andere(&zu).unwrap_err().felder[0].text.contains("öffnen Sie jene zuerst wieder"));
    let fremd = k.anlegen(lob, mit(kontakt(), json!({"name": "Milan Muster"})), gesichtet()).unwrap();
    let hinweise = in_andere(&fremd).unwrap();
    assert!(hinweise.iter().any(|h| h.contains("verschiedene Personen")), "{hinweise:?}");
    k.t.protokoll_stimmt();
}
