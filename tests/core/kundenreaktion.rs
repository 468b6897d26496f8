//! Kundenreaktionen through the two doors: triage before anything else, clocks, two persons, search, scopes.

use crate::fixture::Testhaus;
use crate::widerspruch::mit;
use chrono::TimeDelta;
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A complaint by telephone, received on Wednesday 18.11.2026; today is Friday the 20th.
pub fn reaktion() -> Value {
    json!({
        "art": "beschwerde", "kanal": "telefonisch", "eingang": "2026-11-18", "uhrzeit": "09:30",
        "betreff": "Bescheid kommt zu spät", "andere_stelle": "", "antwort_erwuenscht": true,
        "anliegen": [{"art": "sachanliegen", "sachgebiet": "aufhebung-erstattung", "team_id": null, "ursache": null}],
    })
}

pub fn kontakt() -> Value {
    json!({"name": "Erika Beispiel", "kontakt": "03677 000000", "fallnummer": "", "schilderung": "Seit sechs Wochen wartet sie auf die Auszahlung."})
}

pub fn gesichtet() -> Value {
    json!({"sichtung": {"rechtsbehelf": false, "begruendung": "", "datenschutz": false}, "widerspruch": null})
}

/// What the desk found out about a hidden Widerspruch.
pub fn versteckt() -> Value {
    json!({"sichtung": {"rechtsbehelf": true, "begruendung": "", "datenschutz": false},
           "widerspruch": {"art": "widerspruch", "gegenstand": "Aufhebungsbescheid", "bescheid_am": "2026-11-02",
               "bekanntgabe": {"art": "post_inland", "aufgabe_zur_post": "2026-11-02", "vermerk": true, "zugang": null},
               "belehrung": "ordnungsgemaess", "elektronische_form_genannt": true, "form": "telefonisch",
               "eingang_andere_stelle": null, "sachgebiet": "aufhebung-erstattung", "team_id": null,
               "fallnummer": "12345BG0000017", "name": "Erika Beispiel"}})
}

/// The same, found later: the day on which it came in is said.
pub fn versteckt_am(eingang: &str) -> Value {
    let mut antwort = versteckt();
    antwort["widerspruch"]["eingang"] = json!(eingang);
    antwort
}

pub struct Krm {
    pub t: Testhaus,
    pub orte: BTreeMap<String, String>,
    pub karla: Sitzung,
    pub kurt: Sitzung,
    pub qm: Sitzung,
}

impl Krm {
    pub fn neu() -> Self {
        let t = Testhaus::neu();
        let orte = t.organisation();
        let person = |name: &str, rolle| t.person(name, &[rolle], None, &[]);
        let karla = person("karla", Rolle::Kundenreaktionsmanagement);
        let kurt = person("kurt", Rolle::Kundenreaktionsmanagement);
        let qm = person("qm", Rolle::Qualitaetsmanagement);
        Self { t, orte, karla, kurt, qm }
    }

    pub fn anlegen(&self, angaben: Value, klar: Value, sichtung: Value) -> Result<String, Fehler> {
        let r = json!({"angaben": angaben, "klar": klar, "sichtung": sichtung});
        self.t.aendern(&self.karla, "kundenreaktion.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    pub fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "kundenreaktion.lesen", json!({"id": id})).unwrap()
    }

    pub fn version(&self, id: &str) -> Value {
        self.lesen(&self.karla, id)["reaktion"]["version"].clone()
    }

    pub fn stand(&self, id: &str) -> String {
        self.lesen(&self.karla, id)["reaktion"]["lage"]["stand"].as_str().unwrap().to_owned()
    }

    pub fn schritt(&self, id: &str, schritt: Value, text: Option<&str>) -> Result<Vec<String>, Fehler> {
        let r = json!({"id": id, "version": self.version(id), "schritt": schritt, "text": text});
        self.t.aendern(&self.karla, "kundenreaktion.schritt", r).map(|g| g.hinweise)
    }

    pub fn sichten(&self, id: &str, antwort: Value) -> Result<Vec<String>, Fehler> {
        let r = json!({"id": id, "version": self.version(id), "antwort": antwort});
        self.t.aendern(&self.karla, "kundenreaktion.sichten", r).map(|g| g.hinweise)
    }

    pub fn beurteilung(&self, wer: &Sitzung, id: &str, op: &str, mehr: Value) -> Result<(), Fehler> {
        let r = mit(json!({"id": id, "version": self.version(id)}), mehr);
        self.t.aendern(wer, &format!("kundenreaktion.beurteilung_{op}"), r).map(|_| ())
    }

    /// Promises for days that have passed: at the desk of the Kundenreaktionsmanagement, signed by a second person.
    pub fn regel(&self, zweite: &Sitzung, regel: Value) -> Result<Vec<String>, Fehler> {
        let op = Operation::aus_json("kundenreaktion.regel_speichern", regel).unwrap();
        api::aendern_viele(&self.t.haus, zweite, Some(&self.karla), vec![op], &Fortschritt::default())
            .map(|g| g.hinweise)
    }

    pub fn liste(&self, wer: &Sitzung, filter: Value, sortierung: &str) -> Vec<String> {
        let r = json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
        let seite = self.t.lesen(wer, "kundenreaktion.liste", r).unwrap();
        let zeilen = seite["zeilen"].as_array().unwrap();
        assert_eq!(seite["gesamt"], zeilen.len());
        zeilen.iter().map(|z| z["nummer"].as_str().unwrap()[7..].to_owned()).collect()
    }
}

pub fn antworten(am: &str) -> Value {
    json!({"art": "beantworten", "am": am, "weg": "brief"})
}

#[test]
fn vom_anruf_bis_zum_abschluss() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), Value::Null).unwrap();
    let d = k.lesen(&k.karla, &id);
    assert_eq!(
        (&d["reaktion"]["nummer"], &d["reaktion"]["lage"]["stand"]),
        (&json!("K-2026-0001"), &json!("eingegangen"))
    );
    // Three working days after Wednesday the 18th: Monday the 23rd; 14 days: 02.12.2026.
    assert_eq!(
        (&d["uhr"]["bestaetigung_bis"], &d["uhr"]["antwort_bis"]),
        (&json!("2026-11-23"), &json!("2026-12-02"))
    );
    assert_eq!(d["moeglich"], json!(["sichten"]));
    k.sichten(&id, gesichtet()).unwrap();
    k.schritt(
        &id,
        json!({"art": "eingang_bestaetigen", "am": "2026-11-19"}),
        Some("Wir haben Ihr Anliegen erhalten."),
    )
    .unwrap();
    assert_eq!(k.schritt(&id, antworten("2026-11-20"), None).unwrap_err().felder[0].feld, "text");
    let offen = k.schritt(&id, antworten("2026-11-20"), Some("Guten Tag [Name],")).unwrap_err();
    assert!(offen.felder[0].text.contains("[Name]"));
    k.schritt(&id, antworten("2026-11-20"), Some("Guten Tag,\n\ndie Auszahlung ist veranlasst.")).unwrap();
    let antwort = k.lesen(&k.karla, &id)["beitraege"][1]["id"].clone();
    let datei = k.t.ordner.path().join("antwort.pdf");
    let brief = |beitrag: &Value| {
        let r = json!({"id": id, "beitrag_id": beitrag, "unterzeichner": "Kundenreaktionsmanagement", "datei": datei, "ueberschreiben": false});
        k.t.aendern(&k.karla, "kundenreaktion.antwort_ausgeben", r)
    };
    brief(&antwort).unwrap();
    assert!(std::fs::read(&datei).unwrap().starts_with(b"%PDF-1.7"));
    assert_eq!(brief(&antwort).unwrap_err().felder[0].feld, "ueberschreiben");
    assert_eq!(brief(&json!("gibtesnicht")).unwrap_err().code, Code::NichtGefunden);
    assert_eq!(k.stand(&id), "beantwortet");
    let zu_frueh = k.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"}), None).unwrap_err();
    assert_eq!(zu_frueh.code, Code::Regel);
    let urteil = json!({"art": "beurteilen", "urteil": "berechtigt", "begruendung": "Die Bearbeitung dauerte zu lange"});
    k.schritt(&id, urteil.clone(), None).unwrap();
    assert_eq!(k.beurteilung(&k.karla, &id, "bestaetigen", json!({})).unwrap_err().code, Code::VierAugen);
    k.beurteilung(&k.kurt, &id, "zurueckgeben", json!({"grund": "Bitte die Tage nennen"})).unwrap();
    let d = k.lesen(&k.karla, &id);
    assert_eq!(
        (&d["reaktion"]["lage"]["beurteilung"], &d["reaktion"]["lage"]["zurueckgegeben"]),
        (&Value::Null, &json!("Bitte die Tage nennen"))
    );
    k.schritt(&id, urteil, None).unwrap();
    let offen = json!({"beurteilung_offen": true});
    assert_eq!(
        (k.liste(&k.kurt, offen.clone(), "nummer").len(), k.liste(&k.karla, offen, "nummer").len()),
        (1, 0)
    );
    k.beurteilung(&k.kurt, &id, "bestaetigen", json!({})).unwrap();
    k.schritt(
        &id,
        json!({"art": "massnahme_ableiten", "was": "Vertretungsplan prüfen", "bis": "2026-12-31"}),
        None,
    )
    .unwrap();
    k.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"}), None).unwrap();
    k.schritt(&id, json!({"art": "nachfragen", "am": "2026-11-20", "rueckmeldung": "geholfen"}), None)
        .unwrap();
    let d = k.lesen(&k.karla, &id);
    assert_eq!(d["beitraege"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&d["antwort_verspaetet"], &d["bestaetigung_verspaetet"], &d["stufe"]),
        (&json!(false), &json!(false), &Value::Null)
    );
    k.t.protokoll_stimmt();
}

#[test]
fn ein_versteckter_widerspruch_geht_mit_seinen_tagen_ins_register() {
    let k = Krm::neu();
    let stelle = k.t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
    let text = "Mit dem Bescheid vom 02.11. bin ich nicht einverstanden, ich lege Wiederspruch ein.";
    let id = k.anlegen(reaktion(), mit(kontakt(), json!({"schilderung": text})), Value::Null).unwrap();
    assert!(!k.lesen(&k.karla, &id)["hinweise"]["rechtsbehelf"].as_array().unwrap().is_empty());
    // The hint must be answered.
    assert_eq!(k.sichten(&id, gesichtet()).unwrap_err().felder[0].feld, "sichtung.begruendung");
    let ohne = json!({"sichtung": {"rechtsbehelf": true, "begruendung": "", "datenschutz": false}, "widerspruch": null});
    assert_eq!(k.sichten(&id, ohne).unwrap_err().felder[0].feld, "widerspruch.gegenstand");
    let falsch = mit(versteckt()["widerspruch"].clone(), json!({"sachgebiet": "gibtesnicht"}));
    let falsch = json!({"sichtung": versteckt()["sichtung"], "widerspruch": falsch});
    assert_eq!(k.sichten(&id, falsch).unwrap_err().felder[0].feld, "widerspruch.sachgebiet");
    assert_eq!(k.stand(&id), "eingegangen");
    let hinweise = k.sichten(&id, versteckt()).unwrap();
    assert!(hinweise.iter().any(|h| h.contains("W-2026-0001")), "{hinweise:?}");
    let d = k.lesen(&k.karla, &id);
    assert_eq!(d["verfahren"][0]["nummer"], "W-2026-0001");
    let v = k.t.lesen(&stelle, "widerspruch.lesen", json!({"id": d["verfahren"][0]["id"]})).unwrap();
    assert_eq!(
        (&v["verfahren"]["angaben"]["eingang"], &v["klar"]["fallnummer"]),
        (&json!("2026-11-18"), &json!("12345BG0000017"))
    );
    assert_eq!(v["reaktionen"][0]["nummer"], "K-2026-0001");
    // Posted 02.11., known 06.11., one month: Monday 07.12.2026 (06.12. is a Sunday).
    let frist = v["fristen"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["frist"]["art"] == "widerspruchsfrist")
        .unwrap()
        .clone();
    assert_eq!(frist["frist"]["tag"], "2026-12-07");
    // What was opened there cannot be undone here.
    let r = json!({"id": id, "version": k.version(&id), "grund": "doch keiner"});
    let zurueck = k.t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap_err();
    assert!(zurueck.text.contains("Register der Widersprüche"));
    k.t.protokoll_stimmt();
}

#[test]
fn wie_der_bescheid_bekannt_wurde_darf_noch_fehlen() {
    let k = Krm::neu();
    let stelle = k.t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
    let w = mit(versteckt()["widerspruch"].clone(), json!({"bekanntgabe": null, "bescheid_am": null}));
    let id = k
        .anlegen(reaktion(), kontakt(), json!({"sichtung": versteckt()["sichtung"], "widerspruch": w}))
        .unwrap();
    let d = k.lesen(&k.karla, &id);
    let v = k.t.lesen(&stelle, "widerspruch.lesen", json!({"id": d["verfahren"][0]["id"]})).unwrap();
    let art = |f: &&Value| f["frist"]["art"] == "widerspruchsfrist";
    let frist = v["fristen"].as_array().unwrap().iter().find(art).unwrap();
    // Never a guess.
    assert_eq!(
        (&frist["frist"]["tag"], &frist["frist"]["berechnung"]["art"]),
        (&Value::Null, &json!("nicht_berechenbar"))
    );
    assert!(v["hinweise"].to_string().contains("nicht berechenbar"));
}

#[test]
fn nach_der_sichtung_bleibt_die_schilderung() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let aendern = |klar: Value| {
        let r = json!({"id": id, "version": k.version(&id), "angaben": reaktion(), "klar": klar});
        k.t.aendern(&k.karla, "kundenreaktion.aendern", r)
    };
    let neu = mit(kontakt(), json!({"schilderung": "Ich lege Widerspruch ein."}));
    assert_eq!(aendern(neu).unwrap_err().felder[0].feld, "klar.schilderung");
    aendern(mit(kontakt(), json!({"kontakt": "erika@example.org"}))).unwrap();
    // What comes in later goes into a note; the hint in it asks for another look.
    let r = json!({"id": id, "text": "Ruft noch einmal an: will Widerspruch gegen den Bescheid einlegen."});
    let g = k.t.aendern(&k.karla, "kundenreaktion.notieren", r).unwrap();
    assert!(g.hinweise[0].contains("noch einmal"), "{:?}", g.hinweise);
    let hinweise = k.sichten(&id, versteckt_am("2026-11-20")).unwrap();
    assert!(hinweise.iter().any(|h| h.contains("W-2026-0001")));
    assert_eq!(k.stand(&id), "offen");
    // Who comes back to a closed matter is looked through again.
    k.schritt(
        &id,
        json!({"art": "ohne_antwort", "am": "2026-11-20", "grund": "wird als Widerspruch geführt"}),
        None,
    )
    .unwrap();
    k.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"}), None).unwrap();
    k.schritt(
        &id,
        json!({"art": "wieder_oeffnen", "am": "2026-11-20", "grund": "schreibt noch einmal"}),
        None,
    )
    .unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["moeglich"], json!(["sichten"]));
}

#[test]
fn pausen_und_andere_antwortzeiten_verschieben_den_tag() {
    let k = Krm::neu();
    let gf = k.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    k.schritt(
        &id,
        json!({"art": "pausieren", "ab": "2026-11-20", "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "Nachweis angefordert"}),
        None,
    )
    .unwrap();
    let d = k.lesen(&k.karla, &id);
    assert_eq!((&d["uhr"]["antwort_bis"], &d["uhr"]["ruht_seit"]), (&Value::Null, &json!("2026-11-20")));
    assert_eq!(k.liste(&k.karla, json!({"staende": ["wartet"]}), "dringlichkeit"), ["0001"]);
    k.t.umgebung.stelle(k.t.umgebung.jetzt() + TimeDelta::days(10));
    k.schritt(&id, json!({"art": "fortsetzen", "am": "2026-11-30"}), None).unwrap();
    // Ten days did not count: 02.12. and ten days more.
    let d = k.lesen(&k.karla, &id);
    assert_eq!((&d["uhr"]["antwort_bis"], &d["uhr"]["pausentage"]), (&json!("2026-12-12"), &json!(10)));
    // Another promise from before the receipt recomputes what runs; one from after it does not.
    let regel = |ab: &str, tage: u32| {
        let r = json!({"bezug": null, "regel": {"gueltig_ab": ab, "bestaetigung_arbeitstage": 2, "antwort_kalendertage": tage},
                       "begruendung": "Zusage aus dem Rundschreiben"});
        k.regel(&gf, r)
    };
    regel("2026-11-19", 30).unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["uhr"]["antwort_bis"], "2026-12-12");
    regel("2026-01-01", 10).unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["uhr"]["antwort_bis"], "2026-12-08");
    assert_eq!(k.liste(&k.karla, json!({"faellig_bis": "2026-12-08"}), "dringlichkeit"), ["0001"]);
    assert!(k.liste(&k.karla, json!({"faellig_von": "2026-12-09"}), "dringlichkeit").is_empty());
    // A closed one too: what the list counts is what the page shows. One whose days stay is not written.
    k.schritt(&id, antworten("2026-11-30"), Some("Guten Tag, es ist entschieden.")).unwrap();
    let version = k.version(&id);
    regel("2026-06-01", 10).unwrap();
    assert_eq!(k.version(&id), version);
    regel("2026-07-01", 5).unwrap();
    assert_ne!(k.version(&id), version);
    let zeile =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 5}});
    let liste = k.t.lesen(&k.karla, "kundenreaktion.liste", zeile).unwrap();
    assert_eq!(liste["zeilen"][0]["antwort_bis"], k.lesen(&k.karla, &id)["uhr"]["antwort_bis"]);
    assert_eq!(regel("2026-01-01", 12).unwrap_err().felder[0].feld, "regel.gueltig_ab");
    assert_eq!(regel("2026-02-01", 0).unwrap_err().felder[0].feld, "regel.antwort_kalendertage");
    k.t.protokoll_stimmt();
}

#[test]
fn eskalation_folgt_der_uhr_und_petitionen_gehen_sofort_hinauf() {
    let k = Krm::neu();
    let gf = k.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let team = json!({"anliegen": [{"art": "verhalten", "sachgebiet": null, "team_id": k.orte["Leistung 1"], "ursache": null}]});
    let id = k.anlegen(mit(reaktion(), team), kontakt(), gesichtet()).unwrap();
    // Without a team no Bereichsleitung would see it.
    let ohne_team = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let petition = k.anlegen(mit(reaktion(), json!({"art": "petition"})), kontakt(), gesichtet()).unwrap();
    let stufe = |id: &str| k.lesen(&k.karla, id)["stufe"].clone();
    assert_eq!((stufe(&id), stufe(&petition)), (json!("team"), json!("geschaeftsfuehrung")));
    assert_eq!(k.liste(&gf, json!({"stufe": "geschaeftsfuehrung"}), "dringlichkeit"), ["0003"]);
    // What went up stands first, although both are due on the same day.
    assert_eq!(k.liste(&k.karla, json!({}), "dringlichkeit"), ["0003", "0001", "0002"]);
    // 80 per cent of 14 days are used on the twelfth, 30.11.; the answer is due on 02.12.
    for (tage, erwartet) in
        [(9, "team"), (10, "krm"), (12, "krm"), (13, "bereichsleitung"), (30, "geschaeftsfuehrung")]
    {
        k.t.umgebung.stelle(
            "2026-11-20T08:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap() + TimeDelta::days(tage),
        );
        assert_eq!(stufe(&id), erwartet, "day {tage}");
        let ohne = if erwartet == "bereichsleitung" { "geschaeftsfuehrung" } else { erwartet };
        assert_eq!(stufe(&ohne_team), ohne, "day {tage}");
    }
    let u = k.t.lesen(&k.karla, "kundenreaktion.uebersicht", json!({})).unwrap();
    assert_eq!(
        (&u["ueberfaellig"], &u["eskaliert"], &u["bei_geschaeftsfuehrung"]),
        (&json!(3), &json!(3), &json!(3))
    );
}

#[test]
fn dienstaufsichtsbeschwerden_bleiben_ohne_text() {
    let k = Krm::neu();
    let daten = mit(
        reaktion(),
        json!({"art": "dienstaufsichtsbeschwerde", "anliegen": [], "betreff": "Schreiben vom 16.11.2026", "antwort_erwuenscht": false}),
    );
    let leer = json!({"name": "", "kontakt": "", "fallnummer": "", "schilderung": ""});
    let mit_text = k.anlegen(daten.clone(), kontakt(), Value::Null).unwrap_err();
    assert_eq!(mit_text.felder[0].feld, "klar.schilderung");
    let id = k.anlegen(daten, leer, gesichtet()).unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["moeglich"], json!(["sichten", "abgeben", "zusammenfuehren"]));
    let notiz = k.t.aendern(&k.karla, "kundenreaktion.notieren", json!({"id": id, "text": "mehr Text"}));
    assert_eq!(notiz.unwrap_err().code, Code::Regel);
    k.schritt(
        &id,
        json!({"art": "abgeben", "am": "2026-11-20", "an": "Geschäftsführung", "zeichen": "GF 12/26"}),
        None,
    )
    .unwrap();
    assert_eq!(k.stand(&id), "erledigt");
}

#[test]
fn namen_sieht_wer_bearbeitet_und_jeder_nur_seinen_umfang() {
    let k = Krm::neu();
    let (eins, zwei) = (k.orte["Leistung 1"].clone(), k.orte["Leistung 2"].clone());
    let anliegen = |team: &str| json!({"anliegen": [{"art": "verhalten", "sachgebiet": null, "team_id": team, "ursache": null}]});
    let mein = k.anlegen(mit(reaktion(), anliegen(&eins)), kontakt(), gesichtet()).unwrap();
    let fremd = k.anlegen(mit(reaktion(), anliegen(&zwei)), kontakt(), gesichtet()).unwrap();
    let tl = k.t.person("tl", &[Rolle::Teamleitung], Some(&k.orte["Leistungsgewährung"]), &[&eins]);
    let bl = k.t.person("bl", &[Rolle::Bereichsleitung], Some(&k.orte["Leistungsgewährung"]), &[]);
    let dsb = k.t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    assert_eq!(k.liste(&tl, json!({}), "nummer"), ["0001"]);
    assert_eq!(k.liste(&bl, json!({}), "nummer"), ["0001", "0002"]);
    assert!(k.liste(&dsb, json!({}), "nummer").is_empty());
    let fehler = k.t.lesen(&tl, "kundenreaktion.lesen", json!({"id": fremd})).unwrap_err();
    assert_eq!(fehler.code, Code::NichtGefunden);
    // Given to the team, it is seen there.
    let r = json!({"reaktionen": [{"id": fremd, "version": k.version(&fremd)}], "team_id": eins, "person_id": null});
    k.t.aendern(&k.karla, "kundenreaktion.zuweisen", r).unwrap();
    assert_eq!(k.liste(&tl, json!({}), "nummer"), ["0001", "0002"]);
    assert_eq!(k.lesen(&tl, &mein)["klar"]["name"], "Erika Beispiel");
    let fuer_qm = k.lesen(&k.qm, &mein);
    assert!(fuer_qm["klar"].is_null() && !fuer_qm.to_string().contains("Beispiel"), "{fuer_qm}");
    assert_eq!(k.liste(&k.karla, json!({"suche": "beispiel"}), "nummer").len(), 2);
    assert!(k.liste(&k.qm, json!({"suche": "beispiel"}), "nummer").is_empty());
    assert_eq!(k.liste(&k.qm, json!({"suche": "Bescheid spät"}), "nummer").len(), 2);
    // Data protection is shown to the DSB.
    let antwort = json!({"sichtung": {"rechtsbehelf": false, "begruendung": "", "datenschutz": true}, "widerspruch": null});
    k.anlegen(reaktion(), kontakt(), antwort).unwrap();
    assert_eq!(k.liste(&dsb, json!({}), "nummer"), ["0003"]);
    k.t.protokoll_stimmt();
}

#[test]
fn dieselbe_person_wird_am_pseudonym_erkannt() {
    let k = Krm::neu();
    let eins = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let r = json!({"angaben": reaktion(), "klar": mit(kontakt(), json!({"name": "  erika  BEISPIEL "})), "sichtung": null});
    let g = k.t.aendern(&k.karla, "kundenreaktion.anlegen", r).unwrap();
    assert!(
        g.hinweise[0].contains("schon eine Reaktion") && g.hinweise[0].contains("K-2026-0001"),
        "{:?}",
        g.hinweise
    );
    let anonym = json!({"name": "", "kontakt": "", "fallnummer": "", "schilderung": "Zettel im Briefkasten"});
    let lob = mit(reaktion(), json!({"art": "lob", "antwort_erwuenscht": false}));
    k.anlegen(lob.clone(), anonym.clone(), gesichtet()).unwrap();
    k.anlegen(lob, anonym, gesichtet()).unwrap();
    assert_eq!(k.liste(&k.karla, json!({"wiederholt": true}), "nummer"), ["0001", "0002"]);
    assert_eq!(k.lesen(&k.karla, &eins)["dieselbe_person"][0]["nummer"], "K-2026-0002");
    assert!(k.lesen(&k.qm, &eins)["dieselbe_person"].as_array().unwrap().is_empty());
    // By name, for who works on them only, and as far as they are open.
    let wie = json!({"dieselbe_person_wie": eins, "nur_offene": true});
    assert_eq!(k.liste(&k.karla, wie.clone(), "nummer"), ["0002"]);
    assert!(k.liste(&k.qm, wie, "nummer").is_empty());
}

#[test]
fn zwei_aendern_zugleich_der_zweite_erfaehrt_es() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let version = k.version(&id);
    k.schritt(&id, json!({"art": "eingang_bestaetigen", "am": "2026-11-20"}), None).unwrap();
    let r = json!({"id": id, "version": version, "schritt": {"art": "pausieren", "ab": "2026-11-20", "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "Unterlagen fehlen"}, "text": null});
    let fehler = k.t.aendern(&k.kurt, "kundenreaktion.schritt", r).unwrap_err();
    assert_eq!(fehler.code, Code::Konflikt);
    assert_eq!(fehler.stand.unwrap()["lage"]["bestaetigt_am"], "2026-11-20");
}

#[test]
fn unsinniges_wird_am_feld_abgewiesen() {
    let k = Krm::neu();
    for (angaben, klar, feld) in [
        (json!({"eingang": "2026-11-21"}), json!({}), "angaben.eingang"),
        (json!({"kanal": "andere_stelle"}), json!({}), "angaben.andere_stelle"),
        (json!({"anliegen": []}), json!({}), "angaben.anliegen"),
        (
            json!({"anliegen": [{"art": "sachanliegen", "sachgebiet": null, "team_id": null, "ursache": null}]}),
            json!({}),
            "angaben.anliegen.0.sachgebiet",
        ),
        (
            json!({"anliegen": [{"art": "verhalten", "sachgebiet": null, "team_id": "x", "ursache": null}]}),
            json!({}),
            "angaben.anliegen.0.team_id",
        ),
        (json!({"betreff": "x"}), json!({}), "angaben.betreff"),
        (json!({}), json!({"name": "", "kontakt": ""}), "klar.kontakt"),
    ] {
        let fehler = k.anlegen(mit(reaktion(), angaben), mit(kontakt(), klar), Value::Null).unwrap_err();
        assert_eq!(fehler.felder[0].feld, feld, "{}", fehler.text);
    }
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    for (am, wort) in [("2026-11-21", "Zukunft"), ("2026-11-17", "vor dem Eingang")] {
        let fehler = k.schritt(&id, antworten(am), Some("Antwort")).unwrap_err();
        assert!(fehler.felder[0].text.contains(wort));
    }
    let selbst =
        k.schritt(&id, json!({"art": "zusammenfuehren", "am": "2026-11-20", "mit": id}), None).unwrap_err();
    assert_eq!(selbst.felder[0].feld, "schritt.mit");
}

#[test]
fn die_ausgegebene_liste_traegt_keine_namen() {
    let k = Krm::neu();
    k.anlegen(mit(reaktion(), json!({"betreff": "=HYPERLINK(\"x\")"})), kontakt(), gesichtet()).unwrap();
    let datei = k.t.ordner.path().join("reaktionen.csv");
    let r = json!({"liste": {"filter": {"suche": "beispiel"}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 1}},
                   "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": []}});
    k.t.aendern(&k.karla, "kundenreaktion.exportieren", r).unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    assert!(
        text.contains("K-2026-0001") && text.contains("'=HYPERLINK") && !text.contains("Erika"),
        "{text}"
    );
}

#[test]
fn textbausteine_werden_geprueft_und_eingesetzt() {
    let k = Krm::neu();
    k.t.aendern(&k.karla, "kundenreaktion.textbausteine_uebernehmen", json!({})).unwrap();
    let bausteine = k.t.lesen(&k.karla, "kundenreaktion.textbausteine", json!({})).unwrap();
    let anzahl = bausteine.as_array().unwrap().len();
    assert!(anzahl >= 6);
    // Twice changes nothing.
    k.t.aendern(&k.karla, "kundenreaktion.textbausteine_uebernehmen", json!({})).unwrap();
    let noch_einmal = k.t.lesen(&k.karla, "kundenreaktion.textbausteine", json!({})).unwrap();
    assert_eq!(noch_einmal.as_array().unwrap().len(), anzahl);
    let speichern = |text: &str| {
        let r = json!({"bezug": null, "titel": "Probe", "zweck": "", "text": text});
        k.t.aendern(&k.karla, "kundenreaktion.textbaustein_speichern", r)
    };
    assert!(speichern("Guten Tag {vorname}, danke.").unwrap_err().felder[0].text.contains("vorname"));
    let g = speichern("Zu {nummer} vom {eingang}: Antwort bis {antwort_bis}. {name}").unwrap();
    let id = k.anlegen(reaktion(), mit(kontakt(), json!({"name": ""})), gesichtet()).unwrap();
    let r = json!({"id": id, "baustein_id": g.objekte[0].id});
    let text = k.t.lesen(&k.karla, "kundenreaktion.baustein_einsetzen", r).unwrap();
    assert_eq!(text["text"], "Zu K-2026-0001 vom 18.11.2026: Antwort bis 02.12.2026. [Name]");
    assert_eq!(text["offen"], json!(["Name"]));
    // The words of the person, not those of the statistics; what reads alike stands once.
    let g = speichern("{kanal}: {anliegen}. Zuständig: {team}.").unwrap();
    let anliegen = |art: &str, sachgebiet: Value| json!({"art": art, "sachgebiet": sachgebiet, "team_id": null, "ursache": null});
    let viele = json!([
        anliegen("sachanliegen", json!("aufhebung-erstattung")),
        anliegen("verhalten", Value::Null),
        anliegen("verhalten", Value::Null)
    ]);
    let angaben = mit(reaktion(), json!({"kanal": "e_mail", "anliegen": viele}));
    let id = k.anlegen(angaben, kontakt(), gesichtet()).unwrap();
    let r = json!({"id": id, "baustein_id": g.objekte[0].id});
    let text = k.t.lesen(&k.karla, "kundenreaktion.baustein_einsetzen", r).unwrap();
    assert_eq!(
        text["text"],
        "per E-Mail: Aufhebung, Erstattung und Aufrechnung; unser Umgang mit Ihnen. Zuständig: Kundenreaktionsmanagement."
    );
    k.t.protokoll_stimmt();
}
