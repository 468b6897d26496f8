//! The triage of a Kundenreaktion that goes on: a Widerspruch in a later letter, a second one, hints in what came in
//! later, and texts that somebody changes after they were judged.

use crate::kundenreaktion::{Krm, antworten, gesichtet, kontakt, reaktion, versteckt, versteckt_am};
use crate::widerspruch::mit;
use chrono::TimeDelta;
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};

const HINWEIS: &str = "Ruft noch einmal an: will Widerspruch gegen den Bescheid einlegen.";

fn notiz(k: &Krm, id: &str, text: &str) -> Vec<String> {
    k.t.aendern(&k.karla, "kundenreaktion.notieren", json!({"id": id, "text": text})).unwrap().hinweise
}

fn aendern(k: &Krm, id: &str, angaben: Value, klar: Value, grund: &str) -> Result<Vec<String>, Fehler> {
    let r = json!({"id": id, "version": k.version(id), "angaben": mit(reaktion(), angaben),
                   "klar": mit(kontakt(), klar), "begruendung": grund});
    k.t.aendern(&k.karla, "kundenreaktion.aendern", r).map(|g| g.hinweise)
}

fn begruendet() -> Value {
    let mut antwort = gesichtet();
    antwort["sichtung"]["begruendung"] = json!("Der Widerspruch ist bereits erfasst");
    antwort
}

#[test]
fn ein_spaeterer_widerspruch_hat_seinen_eigenen_eingang() {
    let k = Krm::neu();
    let stelle = k.t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    k.t.umgebung.stelle(k.t.umgebung.jetzt() + TimeDelta::days(20));
    notiz(&k, &id, HINWEIS);
    // Never the day of the first contact by itself.
    for (eingang, wort) in
        [(Value::Null, "wann"), (json!("2026-11-17"), "vor dem Eingang"), (json!("2026-12-11"), "Zukunft")]
    {
        let mut antwort = versteckt();
        antwort["widerspruch"]["eingang"] = eingang;
        let fehler = k.sichten(&id, antwort).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "widerspruch.eingang");
        assert!(fehler.felder[0].text.contains(wort), "{}", fehler.felder[0].text);
    }
    k.sichten(&id, versteckt_am("2026-12-09")).unwrap();
    let eingang = |id: &Value| {
        let v = k.t.lesen(&stelle, "widerspruch.lesen", json!({"id": id})).unwrap();
        assert_eq!(v["reaktionen"].as_array().unwrap().len(), 1);
        v["verfahren"]["angaben"]["eingang"].clone()
    };
    assert_eq!(eingang(&k.lesen(&k.karla, &id)["verfahren"][0]["id"]), "2026-12-09");
    // A second one in the same ticket: both stay linked, both ways, and the course says which was found when.
    k.sichten(&id, versteckt_am("2026-12-10")).unwrap();
    let d = k.lesen(&k.karla, &id);
    let nummern: Vec<_> = d["verfahren"].as_array().unwrap().iter().map(|v| v["nummer"].clone()).collect();
    assert_eq!(nummern, ["W-2026-0001", "W-2026-0002"]);
    assert_eq!(d["reaktion"]["verfahren_id"], d["verfahren"][0]["id"]);
    assert_eq!(d["reaktion"]["schritte"][2]["schritt"]["verfahren"], d["verfahren"][1]["id"]);
    assert_eq!(eingang(&d["verfahren"][1]["id"]), "2026-12-10");
    // A third letter that holds none does not undo what was found: nothing but a Rechtsbehelf needs no judgement.
    k.sichten(&id, begruendet()).unwrap();
    k.schritt(
        &id,
        json!({"art": "ohne_antwort", "am": "2026-12-10", "grund": "wird als Widerspruch geführt"}),
        None,
    )
    .unwrap();
    k.schritt(&id, json!({"art": "abschliessen", "am": "2026-12-10"}), None).unwrap();
    assert_eq!(k.stand(&id), "erledigt");
    k.t.protokoll_stimmt();
}

#[test]
fn wer_wiederkommt_hat_den_tag_der_wiederkehr() {
    let k = Krm::neu();
    let stelle = k.t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
    // Nobody has looked through the first letter yet: its own day, without asking.
    let id = k.anlegen(reaktion(), kontakt(), versteckt()).unwrap();
    let d = k.lesen(&k.karla, &id);
    let v = k.t.lesen(&stelle, "widerspruch.lesen", json!({"id": d["verfahren"][0]["id"]})).unwrap();
    assert_eq!(v["verfahren"]["angaben"]["eingang"], "2026-11-18");
}

#[test]
fn ein_hinweis_nach_der_sichtung_muss_beantwortet_werden() {
    let k = Krm::neu();
    let anderes = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    assert!(notiz(&k, &id, HINWEIS)[0].contains("noch einmal"));
    let wege = [
        antworten("2026-11-20"),
        json!({"art": "ohne_antwort", "am": "2026-11-20", "grund": "nicht erreichbar"}),
        json!({"art": "abgeben", "am": "2026-11-20", "an": "Familienkasse", "zeichen": ""}),
        json!({"art": "zusammenfuehren", "am": "2026-11-20", "mit": anderes}),
    ];
    for schritt in &wege {
        let text = (schritt["art"] == "beantworten").then_some("Antwort an die Person");
        let fehler = k.schritt(&id, schritt.clone(), text).unwrap_err();
        assert!(fehler.text.contains("zuerst noch einmal"), "{schritt}: {}", fehler.text);
    }
    let d = k.lesen(&k.karla, &id);
    assert!(!d["spaetere_hinweise"].as_array().unwrap().is_empty());
    assert!(d["naechster_schritt"].as_str().unwrap().starts_with("Noch einmal sichten"));
    assert!(!d["moeglich"].to_string().contains("beantworten"), "{}", d["moeglich"]);
    assert!(k.lesen(&k.qm, &id)["spaetere_hinweise"].as_array().unwrap().is_empty());
    // The question is asked of the later text as well.
    assert_eq!(k.sichten(&id, gesichtet()).unwrap_err().felder[0].feld, "sichtung.begruendung");
    k.sichten(&id, begruendet()).unwrap();
    k.schritt(&id, antworten("2026-11-20"), Some("Guten Tag, es ist entschieden.")).unwrap();
    // What a step says counts too, and also if it is taken back.
    k.schritt(
        &anderes,
        json!({"art": "pausieren", "ab": "2026-11-20", "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "Person will Widerspruch einlegen"}),
        None,
    )
    .unwrap();
    let r = json!({"id": anderes, "version": k.version(&anderes), "grund": "falsch eingetragen"});
    k.t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap();
    let fehler = k.schritt(&anderes, antworten("2026-11-20"), Some("Antwort an die Person")).unwrap_err();
    assert_eq!(fehler.code, Code::Regel);
    // Answered, a note comes in: it cannot be closed before somebody looked.
    notiz(&k, &id, HINWEIS);
    let lob = mit(reaktion(), json!({"art": "lob"}));
    let lob = k.anlegen(lob, kontakt(), gesichtet()).unwrap();
    k.schritt(&lob, antworten("2026-11-20"), Some("Guten Tag, danke.")).unwrap();
    notiz(&k, &lob, HINWEIS);
    let zu = json!({"art": "abschliessen", "am": "2026-11-20"});
    assert!(k.schritt(&lob, zu.clone(), None).unwrap_err().text.contains("zuerst noch einmal"));
    k.sichten(&lob, begruendet()).unwrap();
    k.schritt(&lob, zu, None).unwrap();
    // On a closed ticket the sentence says how.
    assert!(notiz(&k, &lob, HINWEIS)[0].contains("Wieder öffnen"));
    k.t.protokoll_stimmt();
}

#[test]
fn der_gesichtete_text_bleibt() {
    let k = Krm::neu();
    let text = json!({"schilderung": "Ich lege Widerspruch ein."});
    let id = k.anlegen(reaktion(), mit(kontakt(), text.clone()), Value::Null).unwrap();
    // Before the triage a hint goes only with a reason, and stays as a note.
    let neu = json!({"schilderung": "Ich warte auf Antwort."});
    assert_eq!(aendern(&k, &id, json!({}), neu.clone(), "").unwrap_err().felder[0].feld, "begruendung");
    aendern(&k, &id, json!({}), neu.clone(), "Beim Anruf falsch verstanden").unwrap();
    let d = k.lesen(&k.karla, &id);
    let notiz = d["beitraege"][0]["text"].as_str().unwrap();
    assert!(notiz.contains("Ich lege Widerspruch ein.") && notiz.contains("falsch verstanden"), "{notiz}");
    // It is still asked for.
    assert_eq!(k.sichten(&id, gesichtet()).unwrap_err().felder[0].feld, "sichtung.begruendung");
    k.sichten(&id, begruendet()).unwrap();
    // After it neither can a hint get into the subject line, nor does taking it back free the text.
    let betreff = json!({"betreff": "Widerspruch gegen Bescheid"});
    assert_eq!(aendern(&k, &id, betreff, neu.clone(), "").unwrap_err().felder[0].feld, "angaben.betreff");
    let r = json!({"id": id, "version": k.version(&id), "grund": "noch einmal ansehen"});
    k.t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap();
    assert_eq!(aendern(&k, &id, json!({}), text, "doch so").unwrap_err().felder[0].feld, "klar.schilderung");
    // As a Dienstaufsichtsbeschwerde a text would be gone.
    let text = json!({"schilderung": "Ich lege Widerspruch ein."});
    let id = k.anlegen(reaktion(), mit(kontakt(), text), Value::Null).unwrap();
    let abgabe = json!({"art": "dienstaufsichtsbeschwerde", "anliegen": [], "antwort_erwuenscht": false});
    let leer = json!({"schilderung": ""});
    assert_eq!(aendern(&k, &id, abgabe, leer, "ist eine").unwrap_err().felder[0].feld, "angaben.art");
    k.t.protokoll_stimmt();
}

#[test]
fn berichtigungen_bleiben_sichtbar() {
    let k = Krm::neu();
    let (eins, zwei) = (k.orte["Leistung 1"].clone(), k.orte["Leistung 2"].clone());
    let anliegen = |team: &str, ursache: Value| json!({"anliegen": [{"art": "verhalten", "sachgebiet": null, "team_id": team, "ursache": ursache}]});
    let mein = mit(reaktion(), anliegen(&eins, Value::Null));
    let id = k.anlegen(mein, kontakt(), versteckt()).unwrap();
    let gleich = anliegen(&eins, Value::Null);
    let frueher = mit(gleich.clone(), json!({"eingang": "2026-11-16"}));
    assert_eq!(aendern(&k, &id, frueher.clone(), json!({}), "").unwrap_err().felder[0].feld, "begruendung");
    let hinweise = aendern(&k, &id, frueher.clone(), json!({}), "Stempel vom Montag").unwrap();
    assert!(hinweise.iter().any(|h| h.contains("W-2026-0001")), "{hinweise:?}");
    let d = k.lesen(&k.karla, &id);
    let eintrag = &d["reaktion"]["schritte"][1]["schritt"];
    assert_eq!(
        (&eintrag["art"], &eintrag["was"], &eintrag["begruendung"]),
        (&json!("berichtigen"), &json!("Eingang 16.11.2026 statt 18.11.2026"), &json!("Stempel vom Montag"))
    );
    // A cause is found later: that is no correction.
    let a = mit(frueher.clone(), anliegen(&eins, json!("schnittstelle")));
    aendern(&k, &id, a, json!({}), "").unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["reaktion"]["schritte"].as_array().unwrap().len(), 2);
    aendern(&k, &id, frueher.clone(), json!({}), "Die Ursache war es nicht").unwrap();
    // Nothing was done before it came in.
    k.schritt(&id, json!({"art": "eingang_bestaetigen", "am": "2026-11-17"}), None).unwrap();
    let spaeter = mit(gleich, json!({"eingang": "2026-11-18"}));
    assert_eq!(
        aendern(&k, &id, spaeter, json!({}), "doch später").unwrap_err().felder[0].feld,
        "angaben.eingang"
    );
    // A judgement about one team is none about another.
    k.schritt(&id, antworten("2026-11-20"), Some("Guten Tag, es ist entschieden.")).unwrap();
    let urteil = json!({"art": "beurteilen", "urteil": "berechtigt", "begruendung": "Es dauerte zu lange"});
    k.schritt(&id, urteil.clone(), None).unwrap();
    k.beurteilung(&k.kurt, &id, "bestaetigen", json!({})).unwrap();
    let anderes = mit(frueher, anliegen(&zwei, Value::Null));
    aendern(&k, &id, anderes.clone(), json!({}), "Es war das andere Team").unwrap();
    assert_eq!(k.lesen(&k.karla, &id)["reaktion"]["lage"]["beurteilung"], Value::Null);
    k.schritt(&id, urteil, None).unwrap();
    k.beurteilung(&k.kurt, &id, "bestaetigen", json!({})).unwrap();
    k.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"}), None).unwrap();
    let kritik = mit(anderes, json!({"art": "kritik"}));
    let fehler = aendern(&k, &id, kritik, json!({}), "doch nur Kritik").unwrap_err();
    assert!(fehler.text.contains("Abschluss zurück"), "{}", fehler.text);
    k.t.protokoll_stimmt();
}

#[test]
fn kein_weg_fuehrt_an_der_sichtung_vorbei() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), Value::Null).unwrap();
    let anderes = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let vorher = k.lesen(&k.karla, &id)["reaktion"].clone();
    // Each step.
    for schritt in [
        json!({"art": "eingang_bestaetigen", "am": "2026-11-20"}),
        json!({"art": "pausieren", "ab": "2026-11-20", "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "Unterlagen fehlen"}),
        json!({"art": "fortsetzen", "am": "2026-11-20"}),
        antworten("2026-11-20"),
        json!({"art": "ohne_antwort", "am": "2026-11-20", "grund": "anonym eingegangen"}),
        json!({"art": "beurteilen", "urteil": "unberechtigt", "begruendung": "kein Anlass"}),
        json!({"art": "abgeben", "am": "2026-11-20", "an": "Familienkasse", "zeichen": ""}),
        json!({"art": "massnahme_ableiten", "was": "Aushang erneuern", "bis": "2026-12-01"}),
        json!({"art": "nachfragen", "am": "2026-11-20", "rueckmeldung": "geholfen"}),
        json!({"art": "abschliessen", "am": "2026-11-20"}),
        json!({"art": "wieder_oeffnen", "am": "2026-11-20", "grund": "noch einmal"}),
        // Merging it away.
        json!({"art": "zusammenfuehren", "am": "2026-11-20", "mit": anderes}),
    ] {
        let text = (schritt["art"] == "beantworten").then_some("Antwort an die Person");
        assert_eq!(k.schritt(&id, schritt.clone(), text).unwrap_err().code, Code::Regel, "{schritt}");
    }
    // The steps with a way of their own, and the triage dressed as a step.
    for (op, mehr) in [("bestaetigen", json!({})), ("zurueckgeben", json!({"grund": "nicht einverstanden"}))]
    {
        assert_eq!(k.beurteilung(&k.kurt, &id, op, mehr).unwrap_err().code, Code::Regel);
    }
    let als_schritt = json!({"art": "sichten", "sichtung": gesichtet()["sichtung"]});
    assert_eq!(k.schritt(&id, als_schritt, None).unwrap_err().code, Code::Regel);
    // A note, a bulk action in which it is one of two: all or none.
    let notiz =
        k.t.aendern(&k.karla, "kundenreaktion.notieren", json!({"id": id, "text": "schon angerufen"}));
    assert_eq!(notiz.unwrap_err().code, Code::Regel);
    let viele = json!({"reaktionen": [{"id": anderes, "version": k.version(&anderes)}, {"id": id, "version": k.version(&id)}], "team_id": k.orte["Leistung 1"], "person_id": null});
    let fehler = k.t.aendern(&k.karla, "kundenreaktion.zuweisen", viele).unwrap_err();
    assert!(fehler.text.contains("K-2026-0001") && fehler.text.contains("gesichtet"), "{}", fehler.text);
    assert_eq!(k.lesen(&k.karla, &anderes)["reaktion"]["zustaendig_team"], Value::Null);
    // A batch of several operations, one of them about it: nothing of it stays.
    let schritt = |id: &str, schritt: Value| {
        (
            "kundenreaktion.schritt",
            json!({"id": id, "version": k.version(id), "schritt": schritt, "text": null}),
        )
    };
    let bestaetigen = json!({"art": "eingang_bestaetigen", "am": "2026-11-20"});
    for zweite in [json!({"art": "abschliessen", "am": "2026-11-20"}), bestaetigen.clone()] {
        let ops = vec![schritt(&anderes, bestaetigen.clone()), schritt(&id, zweite)];
        let fehler = k.t.aendern_viele(&k.karla, ops).unwrap_err();
        assert!(fehler.text.contains("sichten") || fehler.text.contains("gesichtet"), "{}", fehler.text);
        assert_eq!(k.lesen(&k.karla, &anderes)["reaktion"]["bestaetigt_am"], Value::Null);
    }
    // Entering it with a triage that the text contradicts.
    let text = mit(kontakt(), json!({"schilderung": "Ich lege Widerspruch gegen den Bescheid ein."}));
    assert_eq!(k.anlegen(reaktion(), text, gesichtet()).unwrap_err().felder[0].feld, "sichtung.begruendung");
    assert_eq!(k.lesen(&k.karla, &id)["reaktion"], vorher);
    // Merging into one that was looked through, once this one was.
    k.sichten(&id, gesichtet()).unwrap();
    k.schritt(&id, json!({"art": "zusammenfuehren", "am": "2026-11-20", "mit": anderes}), None).unwrap();
    let d = k.lesen(&k.karla, &id);
    assert_eq!(
        (&d["zusammengefuehrt_mit"]["nummer"], &d["reaktion"]["lage"]["stand"]),
        (&json!("K-2026-0002"), &json!("erledigt"))
    );
    assert_eq!(k.lesen(&k.karla, &anderes)["zusammengefuehrte"][0]["nummer"], "K-2026-0001");
    k.t.protokoll_stimmt();
}
