//! The effect check of a measure in the Prüfprogramm, through the two doors.

use crate::gezogen::mit;
use crate::massnahme::Massnahmenhaus;
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

#[test]
fn die_wirkungspruefung_kommt_in_das_programm_des_naechsten_jahres() {
    let h = Massnahmenhaus::neu();
    let (erste, anlass) = h.pruefung("2026-09-01", "2026-09-30", "voll", (40, 20));
    let id = h.anlegen(&h.tl, json!({"art": "feststellung", "id": anlass}), json!({})).unwrap();
    let vormerken = |wer: &Sitzung, umfang: &str| {
        h.t.aendern(
            wer,
            "pruefprogramm.wirkungspruefung_vormerken",
            json!({"massnahme_id": id, "umfang": umfang}),
        )
    };
    // The first check is not closed: nothing is known yet.
    assert!(vormerken(&h.qm, "ohne_fehler").unwrap_err().text.contains("noch nicht abgeschlossen"));
    h.schliessen(&erste);
    assert_eq!(vormerken(&h.tl, "ohne_fehler").unwrap_err().code, Code::Recht);
    let vorschlag = h.lesen(&h.qm, &id)["wirkung"]["vorschlag"].clone();
    assert_eq!(vorschlag["ab"], "2027-03-31");
    let (ohne, halb) =
        (vorschlag["ohne_fehler"].as_u64().unwrap(), vorschlag["halbe_quote"].as_u64().unwrap());

    // An empty year would be in the way of the one that is copied from the year before.
    assert!(vormerken(&h.qm, "ohne_fehler").unwrap_err().text.contains("beginnen Sie das Jahr 2027"));
    let programm =
        h.t.aendern(&h.qm, "pruefprogramm.anlegen", json!({"jahr": 2027, "aus_jahr": null})).unwrap().objekte
            [0]
        .id
        .clone();
    // April is the first whole month, and it is checked in May.
    let g = vormerken(&h.qm, "ohne_fehler").unwrap();
    assert!(g.hinweise.iter().any(|s| s.contains("Im Mai 2027 misst")), "{:?}", g.hinweise);
    let lies =
        || h.t.lesen(&h.qm, "pruefprogramm.lesen", json!({"id": programm})).unwrap()["programm"].clone();
    let p = lies();
    assert_eq!((&p["jahr"], &p["stand"]), (&json!(2027), &json!("entwurf")));
    let zeile = &p["inhalt"]["zeilen"][0];
    assert_eq!(zeile["teams"][0]["team_id"], h.ids["Leistung 1"]);
    let mai = |p: &Value| p["inhalt"]["zeilen"][0]["teams"][0]["monate"][4].as_u64().unwrap();
    assert_eq!((mai(&p), zeile["teams"].as_array().unwrap().len()), (ohne, 1));

    // The larger size: the same note, with more cases; the measure says where it is planned.
    vormerken(&h.qm, "halbe_quote").unwrap();
    let p = lies();
    assert_eq!(mai(&p), halb);
    assert_eq!(p["inhalt"]["zeilen"][0]["wirkungspruefungen"].as_array().unwrap().len(), 1);
    let vorgemerkt = h.lesen(&h.qm, &id)["wirkung"]["vorgemerkt"].clone();
    assert_eq!(vorgemerkt.as_array().unwrap().len(), 1);
    assert_eq!(
        (&vorgemerkt[0]["programm"], &vorgemerkt[0]["monat"], &vorgemerkt[0]["faelle"]),
        (&json!("Prüfprogramm 2027"), &json!(5), &json!(halb))
    );

    // Such a note comes from the measure alone; it can be struck out.
    let bezug = || json!({"id": programm, "version": lies()["version"]});
    let mut fremd = p["inhalt"].clone();
    fremd["zeilen"][0]["wirkungspruefungen"][0]["monat"] = json!(6);
    let speichern = |inhalt: &Value| {
        h.t.aendern(&h.qm, "pruefprogramm.speichern", mit(bezug(), &json!({"inhalt": inhalt})))
    };
    assert!(speichern(&fremd).unwrap_err().felder[0].text.contains("nur streichen"));
    fremd["zeilen"][0]["wirkungspruefungen"] = json!([]);
    speichern(&fremd).unwrap();
    assert_eq!(h.lesen(&h.qm, &id)["wirkung"]["vorgemerkt"], json!([]));
    vormerken(&h.qm, "halbe_quote").unwrap();
    let p = lies();

    assert_eq!(h.lesen(&h.qm, &id)["wirkung"]["vorgemerkt"][0]["zu_frueh"], Value::Null);

    // Released, it is no longer changed by one person.
    let inhalt = mit(p["inhalt"].clone(), &json!({"dsb_am": "2026-11-20"}));
    h.t.aendern(&h.qm, "pruefprogramm.speichern", mit(bezug(), &json!({"inhalt": inhalt}))).unwrap();
    h.t.aendern(&h.qm, "pruefprogramm.vorlegen", bezug()).unwrap();
    assert!(vormerken(&h.qm, "halbe_quote").unwrap_err().text.contains("zur Freigabe vorgelegt"));
    let gf = h.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    h.t.aendern(&gf, "pruefprogramm.freigeben", bezug()).unwrap();
    assert!(vormerken(&h.qm, "halbe_quote").unwrap_err().text.contains("neue Fassung"));
    assert_eq!(h.lesen(&h.qm, &id)["wirkung"]["vorgemerkt"][0]["stand"], "gueltig");

    // Put off: the month in the programme is too early now, and both the answer and the measure say so.
    let schritt = json!({"art": "verschieben", "bis": "2027-03-31", "grund": "Die Schulung ist verlegt."});
    let hinweise = h.schritt(&h.tl, &id, schritt).unwrap();
    let satz = "Im Mai 2027 ist die Wirkung von M-2026-001 noch nicht zu messen: Nach dem jetzigen Termin ist August 2027 der erste Monat dafür. Bitte ändern Sie das Prüfprogramm.";
    assert_eq!(hinweise, [satz]);
    assert_eq!(h.lesen(&h.qm, &id)["wirkung"]["vorgemerkt"][0]["zu_frueh"], satz);
}
