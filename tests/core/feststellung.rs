//! Feststellungen: answered, disputed, decided, final, corrected; corrections of cases.

use crate::gezogen::{Gezogen, feststellung, mit, ohne_geld, text};
use chrono::TimeDelta;
use iks_core::fehler::{Code, Ergebnis, Fehler};
use iks_core::haus::Sitzung;
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};

fn code<T>(e: Ergebnis<T>) -> Code {
    e.err().expect("refused").code
}

fn tue(g: &Gezogen, wer: &Sitzung, op: &str, id: &str, weiter: Value) -> Result<(), Fehler> {
    let version = g.feststellung(&g.qm, id)["feststellung"]["version"].clone();
    g.t.aendern(wer, op, mit(json!({"id": id, "version": version}), &weiter)).map(|_| ())
}

fn antworte(g: &Gezogen, wer: &Sitzung, id: &str, antwort: &str) -> Result<(), Fehler> {
    let r =
        json!({"antwort": antwort, "text": "Wir sehen das anders, siehe Vermerk.", "uebertragen_aus": null});
    tue(g, wer, "feststellung.stellungnahme", id, r)
}

fn stand(g: &Gezogen, id: &str) -> String {
    text(&g.feststellung(&g.qm, id)["feststellung"]["stand"])
}

#[test]
fn strittiges_wird_von_einer_anderen_person_entschieden() {
    let g = Gezogen::neu(json!({}));
    let id = g.freigegeben(0, json!({}));
    let d = g.feststellung(&g.tl[0], &id);
    assert_eq!(d["feststellung"]["stand"], "zur_stellungnahme");
    assert_eq!(d["feststellung"]["stellungnahme_bis"], "2026-12-04");
    assert_eq!(
        (d["darf"]["stellungnahme"].as_bool(), d["darf"]["entscheiden"].as_bool()),
        (Some(true), Some(false))
    );
    // The other team's Teamleitung does not see it; the QM needs a source.
    assert_eq!(code(g.t.lesen(&g.tl[1], "feststellung.lesen", json!({"id": id}))), Code::NichtGefunden);
    assert_eq!(antworte(&g, &g.qm, &id, "anerkannt").unwrap_err().felder[0].feld, "uebertragen_aus");
    antworte(&g, &g.tl[0], &id, "nicht_anerkannt").unwrap();
    assert_eq!(stand(&g, &id), "strittig");
    assert_eq!(code(antworte(&g, &g.tl[0], &id, "anerkannt")), Code::Regel);
    let entscheide = |wer: &Sitzung, r: Value| tue(&g, wer, "feststellung.entscheiden", &id, r);
    let aufrecht =
        json!({"ergebnis": "aufrechterhalten", "grund": "Die Aktenlage ist eindeutig.", "inhalt": null});
    // The QM wrote it.
    assert_eq!(code(entscheide(&g.qm, aufrecht.clone())), Code::VierAugen);
    assert_eq!(code(entscheide(&g.tl[0], aufrecht)), Code::Recht);
    assert_eq!(
        code(entscheide(
            &g.bl,
            json!({"ergebnis": "geaendert", "grund": "Der Betrag ist niedriger.", "inhalt": null})
        )),
        Code::Eingabe
    );
    let neu = mit(
        feststellung(),
        &json!({"betrag_bund_cent": 10000, "betrag_kommune_cent": 0, "korrektur_bis": "2027-01-15"}),
    );
    entscheide(&g.bl, json!({"ergebnis": "geaendert", "grund": "Der Betrag ist niedriger.", "inhalt": neu}))
        .unwrap();
    let d = g.feststellung(&g.qm, &id);
    assert_eq!(d["feststellung"]["stand"], "festgestellt");
    assert_eq!(d["feststellung"]["inhalt"]["betrag_bund_cent"], 10000);
    assert_eq!(d["fassungen"][0]["inhalt"]["betrag_bund_cent"], 28150);
    assert_eq!(d["korrektur"]["faellig_am"], "2027-01-15");
    assert_eq!((&d["stellungnahme"]["von"], &d["entscheidung"]["von"]), (&json!("TL-1"), &json!("BL-1")));
    g.t.protokoll_stimmt();
}

#[test]
fn zurueckgenommen_braucht_keine_korrektur() {
    let g = Gezogen::neu(json!({}));
    let id = g.freigegeben(0, json!({}));
    assert!(!g.feststellung(&g.qm, &id)["korrektur"].is_null());
    antworte(&g, &g.tl[0], &id, "teilweise").unwrap();
    tue(
        &g,
        &g.bl,
        "feststellung.entscheiden",
        &id,
        json!({"ergebnis": "zurueckgenommen", "grund": "Der Nachweis lag vor.", "inhalt": null}),
    )
    .unwrap();
    let d = g.feststellung(&g.qm, &id);
    assert_eq!(
        (d["feststellung"]["stand"].as_str(), d["korrektur"].is_null()),
        (Some("zurueckgenommen"), true)
    );
    g.t.protokoll_stimmt();
}

#[test]
fn schweigen_ist_ein_stand_und_keine_sperre() {
    let g = Gezogen::neu(json!({}));
    let (still, anerkannt, uebertragen) =
        (g.freigegeben(0, json!({})), g.freigegeben(1, ohne_geld()), g.freigegeben(2, ohne_geld()));
    antworte(&g, &g.tl[0], &anerkannt, "anerkannt").unwrap();
    let r = json!({"antwort": "anerkannt", "text": "", "uebertragen_aus": "E-Mail der Teamleitung vom 20.11.2026"});
    tue(&g, &g.qm, "feststellung.stellungnahme", &uebertragen, r).unwrap();
    let feststellen = |ids: &[&String]| {
        let liste: Vec<Value> = ids
            .iter()
            .map(|id| json!({"id": id, "version": g.feststellung(&g.qm, id)["feststellung"]["version"]}))
            .collect();
        g.t.aendern(&g.qm, "feststellung.feststellen", json!({"feststellungen": liste}))
    };
    feststellen(&[&anerkannt, &uebertragen]).unwrap();
    assert_eq!(code(feststellen(&[&still])), Code::Regel);
    g.t.umgebung.stelle(g.t.umgebung.jetzt() + TimeDelta::days(15));
    let d = g.feststellung(&g.qm, &still);
    assert_eq!((d["ueberfaellig"].as_bool(), d["darf"]["feststellen"].as_bool()), (Some(true), Some(true)));
    let meine = g.t.lesen(&g.qm, "bogen.meine", json!({})).unwrap();
    assert!(
        meine.as_array().unwrap().iter().any(|a| a["art"] == "feststellen" && a["anzahl"] == 1),
        "{meine}"
    );
    feststellen(&[&still]).unwrap();
    assert_eq!(stand(&g, &still), "festgestellt");
    // Final is read-only; what changes is a version with a reason.
    assert_eq!(code(tue(&g, &g.qm, "feststellung.loeschen", &still, json!({}))), Code::Regel);
    let r = json!({"grund": "Schreibfehler im Betrag.", "inhalt": mit(feststellung(), &json!({"betrag_bund_cent": 1}))});
    assert_eq!(code(tue(&g, &g.bl, "feststellung.berichtigen", &still, r.clone())), Code::Recht);
    tue(&g, &g.qm, "feststellung.berichtigen", &still, r.clone()).unwrap();
    assert_eq!(g.feststellung(&g.qm, &still)["fassungen"].as_array().unwrap().len(), 1);
    assert_eq!(code(tue(&g, &g.qm, "feststellung.berichtigen", &still, r)), Code::Regel);
    g.t.protokoll_stimmt();
}

#[test]
fn eigene_feststellung_der_teamleitung_ist_ohne_stellungnahme_fest() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    g.fuelle(&g.tl[0], &fall, "nein");
    let id = g.feststelle(&g.tl[0], &fall, json!({}));
    g.abschliessen(&g.tl[0], &fall);
    g.bestaetige(&g.qm, &fall);
    assert_eq!(stand(&g, &id), "festgestellt");
    // The correction stays open all the same.
    let k = g.feststellung(&g.qm, &id)["korrektur"].clone();
    assert_eq!(k["erledigt_am"], Value::Null);
}

#[test]
fn korrektur_wird_gemeldet_und_von_anderen_bestaetigt() {
    let g = Gezogen::neu(json!({}));
    let id = g.freigegeben(0, json!({}));
    let korrektur = || g.feststellung(&g.qm, &id)["korrektur"].clone();
    let tue = |wer: &Sitzung, op: &str, weiter: Value| {
        let k = korrektur();
        let bezug = json!({"id": k["id"], "version": k["version"]});
        let r =
            if op == "korrektur.bestaetigen" { json!({"korrekturen": [bezug]}) } else { mit(bezug, &weiter) };
        g.t.aendern(wer, op, r).map(|_| ())
    };
    let erledigt = |tag: &str| json!({"erledigt_am": tag, "vermerk": "Änderungsbescheid ist versandt."});
    assert_eq!(code(tue(&g.qm, "korrektur.bestaetigen", json!({}))), Code::Regel);
    assert_eq!(code(tue(&g.tl[0], "korrektur.erledigen", erledigt("2027-01-01"))), Code::Eingabe);
    tue(&g.qm, "korrektur.erledigen", erledigt("2026-11-20")).unwrap();
    assert_eq!(code(tue(&g.qm, "korrektur.bestaetigen", json!({}))), Code::VierAugen);
    tue(&g.bl, "korrektur.zurueckgeben", json!({"grund": "Der Bescheid fehlt in der Akte."})).unwrap();
    assert_eq!(korrektur()["erledigt_am"], Value::Null);
    tue(&g.tl[0], "korrektur.erledigen", erledigt("2026-11-20")).unwrap();
    tue(&g.qm, "korrektur.bestaetigen", json!({})).unwrap();
    assert_eq!(code(tue(&g.tl[0], "korrektur.erledigen", erledigt("2026-11-20"))), Code::Regel);
    let liste = |wer: &Sitzung, lage: Value| {
        crate::korrektur::liste(&g, wer, json!({"lage": lage}))["gesamt"].clone()
    };
    assert_eq!(liste(&g.tl[0], json!("bestaetigt")), 1);
    assert_eq!(liste(&g.tl[0], json!("offen")), 0);
    assert_eq!(liste(&g.tl[0], json!("zu_bestaetigen")), 0);
    assert_eq!(liste(&g.tl[1], Value::Null), 0);
    g.t.protokoll_stimmt();
}

#[test]
fn liste_filtert_sortiert_und_warnt_vor_nummern() {
    let g = Gezogen::neu(json!({}));
    g.freigegeben(0, json!({}));
    g.freigegeben(1, ohne_geld());
    let fall = g.fall(2, 0);
    g.fuelle(&g.qm, &fall, "nein");
    let r = json!({"bezug": null, "prueffall_id": fall, "merkmal": g.merkmale[0].0,
                   "inhalt": mit(feststellung(), &json!({"schwere": "schwerwiegend", "text": "Siehe Akte 09304BG1000001 und die Mail."}))});
    let geaendert = g.t.aendern(&g.qm, "feststellung.speichern", r.clone()).unwrap();
    assert!(geaendert.hinweise[0].contains("BG-Nummer"));
    assert_eq!(code(g.t.aendern(&g.qm, "feststellung.speichern", r)), Code::Regel);
    let liste = |wer: &Sitzung, filter: Value| {
        let r = json!({"pruefung_id": null, "blatt": {"ab": 0, "anzahl": 10}, "sortierung": "schwere", "absteigend": true, "staende": [],
            "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false});
        g.t.lesen(wer, "feststellung.liste", mit(r, &filter)).unwrap()
    };
    let alle = liste(&g.qm, json!({}));
    let schwere: Vec<&str> =
        alle["zeilen"].as_array().unwrap().iter().map(|z| z["schwere"].as_str().unwrap()).collect();
    assert_eq!(schwere, ["schwerwiegend", "wesentlich", "gering"]);
    assert_eq!(alle["zeilen"][1]["betrag_cent"], 45550);
    assert_eq!(liste(&g.tl[0], json!({}))["gesamt"], 2);
    assert_eq!(liste(&g.qm, json!({"staende": ["erfasst"]}))["gesamt"], 1);
    assert_eq!(liste(&g.qm, json!({"schwere": "gering"}))["gesamt"], 1);
    let falsch = mit(feststellung(), &json!({"ursache": "fluechtigkeit-der-sachbearbeitung"}));
    let fall = g.fall(2, 1);
    g.antworte(&g.qm, &fall, &g.merkmale[0].0, "nein");
    let r = json!({"bezug": null, "prueffall_id": fall, "merkmal": g.merkmale[0].0, "inhalt": falsch});
    assert_eq!(g.t.aendern(&g.qm, "feststellung.speichern", r).unwrap_err().felder[0].feld, "inhalt.ursache");
}

#[test]
fn hinweise_nennen_was_liegt_und_fuehren_hin() {
    let g = Gezogen::neu(json!({"dsb_beteiligt_am": null}));
    let hinweise = |wer: &Sitzung| g.t.lesen(wer, "auswertung.hinweise", json!({})).unwrap();
    let regeln = |wer: &Sitzung| -> Vec<String> {
        hinweise(wer).as_array().unwrap().iter().map(|h| text(&h["regel"])).collect()
    };
    assert_eq!(regeln(&g.qm), ["bogen_ungeprueft", "ohne_datenschutz"]);
    // A Feststellung whose answer is late, of the first team.
    let id = g.freigegeben(0, json!({}));
    let spaeter = |tage| g.t.umgebung.stelle(g.t.umgebung.jetzt() + TimeDelta::days(tage));
    spaeter(70);
    assert_eq!(
        regeln(&g.qm),
        [
            "stellungnahme_fehlt",
            "korrektur_ueberfaellig",
            "ziehung_offen",
            "bogen_ungeprueft",
            "ohne_datenschutz"
        ],
        "{}",
        hinweise(&g.qm)
    );
    let erste = &hinweise(&g.qm)[0];
    assert_eq!((&erste["anzahl"], &erste["zeilen"][0]["objekt_id"]), (&json!(1), &json!(id)));
    assert_eq!(erste["zeilen"][0]["text"], "Feststellung 1, Team Leistung 1");
    // The other team hears of the check, and nothing of that Feststellung.
    assert_eq!(regeln(&g.tl[1]), ["ziehung_offen", "bogen_ungeprueft", "ohne_datenschutz"]);
    spaeter(30);
    assert!(regeln(&g.qm).contains(&"pruefung_liegt".to_owned()));
}
