//! Who sees a measure and who changes it, where it comes from a Prüfliste or from the Gefährdungsatlas.

use crate::pruefliste::Listen;
use crate::widerspruch::mit;
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

fn anlegen(l: &Listen, wer: &Sitzung, herkunft: &Value, mehr: Value) -> Result<String, Fehler> {
    let angaben = json!({"was": "Zugriffsrechte halbjährlich durchsehen", "erlaeuterung": "", "art": "prozess",
        "rolle": "qualitaetsmanagement", "team_id": null, "faellig": "2026-12-31"});
    let r = json!({"herkunft": herkunft, "angaben": mit(angaben, mehr)});
    l.t.aendern(wer, "massnahme.anlegen", r).map(|g| g.objekte[0].id.clone())
}

/// A deviation of a new run.
fn abweichung(l: &Listen, kennung: &str, frage: &str, mehr: Value) -> Value {
    let id = l.planen(&l.quirin, kennung, mehr).unwrap();
    l.antworten(&l.quirin, &id, frage, "nicht_erfuellt", "noch nicht geregelt").unwrap();
    json!({"art": "abweichung", "durchgang_id": id, "frage": frage})
}

fn erste_frage(l: &Listen, kennung: &str) -> String {
    let fassung = l.katalog(kennung)["fassungen"][0]["id"].clone();
    let f = l.t.lesen(&l.quirin, "pruefkatalog.fassung", json!({"id": fassung, "gegen": null})).unwrap();
    f["fassung"]["kapitel"][0]["fragen"][0]["kennung"].as_str().unwrap().to_owned()
}

fn vermerken(l: &Listen, wer: &Sitzung, id: &str) -> Result<(), Fehler> {
    let m = l.t.lesen(&l.quirin, "massnahme.lesen", json!({"id": id})).unwrap();
    let r = json!({"id": id, "version": m["massnahme"]["version"], "schritt": {"art": "vermerken", "text": "angesprochen"}});
    l.t.aendern(wer, "massnahme.schritt", r).map(|_| ())
}

fn nummern(l: &Listen, wer: &Sitzung, filter: Value) -> Vec<String> {
    let r = json!({"filter": filter, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
    let seite = l.t.lesen(wer, "massnahme.liste", r).unwrap();
    let zeilen = seite["zeilen"].as_array().unwrap();
    assert_eq!(seite["gesamt"], zeilen.len());
    zeilen.iter().map(|z| z["nummer"].as_str().unwrap()[7..].to_owned()).collect()
}

#[test]
fn wer_nur_der_anlass_ist_schliesst_die_massnahme_nicht() {
    let l = Listen::neu();
    let team = json!(l.orte["Leistung 1"]);
    let frage = erste_frage(&l, "it_sicherheit");
    let im_team = abweichung(&l, "it_sicherheit", &frage, json!({"ebene": "team", "einheit_id": team}));
    let gegen = anlegen(&l, &l.quirin, &im_team, json!({})).unwrap();
    let fuer = anlegen(&l, &l.quirin, &im_team, json!({"rolle": "teamleitung", "team_id": team})).unwrap();
    let von = anlegen(&l, &l.tom, &im_team, json!({})).unwrap();
    assert_eq!(nummern(&l, &l.tom, json!({})), ["001", "002", "003"]);
    for wer in [&l.tom, &l.bea] {
        let fehler = vermerken(&l, wer, &gegen).unwrap_err();
        assert!(fehler.code == Code::Recht && fehler.text.contains("zuständig"), "{}", fehler.text);
        let d = l.t.lesen(wer, "massnahme.lesen", json!({"id": gegen})).unwrap();
        assert_eq!((&d["moeglich"], &d["darf_aendern"]), (&json!([]), &json!(false)));
    }
    vermerken(&l, &l.tom, &fuer).unwrap();
    vermerken(&l, &l.bea, &fuer).unwrap();
    vermerken(&l, &l.tom, &von).unwrap();
    vermerken(&l, &l.gerda, &gegen).unwrap();
    // The superior sees to what is given to her function.
    let bl = anlegen(&l, &l.quirin, &im_team, json!({"rolle": "bereichsleitung", "team_id": team})).unwrap();
    vermerken(&l, &l.bea, &bl).unwrap();
    assert_eq!(vermerken(&l, &l.tom, &bl).unwrap_err().code, Code::Recht);
    l.t.protokoll_stimmt();
}

#[test]
fn was_die_praevention_findet_bleibt_unter_wenigen() {
    let l = Listen::neu();
    let wanda = l.t.person("wanda", &[Rolle::Widerspruchsstelle], None, &[]);
    let karla = l.t.person("karla", &[Rolle::Kundenreaktionsmanagement], None, &[]);
    let team = json!(l.orte["Leistung 1"]);
    let r = json!({"angaben": mit(crate::gefaehrdung::eintrag(), json!({"team_id": team}))});
    let g = l.t.aendern(&l.axel, "gefaehrdung.anlegen", r).unwrap();
    let atlas = json!({"art": "gefaehrdung", "id": g.objekte[0].id});
    let frage = erste_frage(&l, "korruption");
    let liste = abweichung(&l, "korruption", &frage, json!({"ebene": "team", "einheit_id": team}));
    for herkunft in [&atlas, &liste] {
        let id = anlegen(&l, &l.axel, herkunft, json!({"team_id": team})).unwrap();
        for wer in [&l.axel, &l.quirin, &l.gerda, &l.rita] {
            l.t.lesen(wer, "massnahme.lesen", json!({"id": id})).unwrap();
        }
        for wer in [&l.tom, &l.bea, &l.dora, &wanda, &karla] {
            let fehler = l.t.lesen(wer, "massnahme.lesen", json!({"id": id})).unwrap_err();
            assert_eq!(fehler.code, Code::NichtGefunden, "{}", wer.benutzer_id());
            assert!(nummern(&l, wer, json!({})).is_empty());
            assert_eq!(vermerken(&l, wer, &id).unwrap_err().code, Code::NichtGefunden);
        }
        // Nobody is to see to what she does not see.
        let tl = json!({"rolle": "teamleitung", "team_id": team});
        assert_eq!(anlegen(&l, &l.axel, herkunft, tl).unwrap_err().felder[0].feld, "angaben.rolle");
    }
    assert_eq!(nummern(&l, &l.rita, json!({})), ["001", "002"]);
    l.t.protokoll_stimmt();
}

#[test]
fn datenschutz_und_ansprechperson_haben_die_massnahmen_ihrer_listen() {
    let l = Listen::neu();
    for (kennung, wer, andere) in [("datenschutz", &l.dora, &l.axel), ("korruption", &l.axel, &l.dora)] {
        let frage = erste_frage(&l, kennung);
        let id = anlegen(&l, &l.quirin, &abweichung(&l, kennung, &frage, json!({})), json!({})).unwrap();
        let offen = |wer| l.t.lesen(wer, "massnahme.uebersicht", json!({})).unwrap()["offen"].clone();
        assert_eq!(offen(wer), 1, "{kennung}");
        assert_eq!(nummern(&l, wer, json!({"eigene": true})).len(), 1, "{kennung}");
        vermerken(&l, wer, &id).unwrap();
        assert!(vermerken(&l, andere, &id).is_err(), "{kennung}");
    }
}
