//! Retention of the Fachaufsicht: the case link of a check goes, everything else stays and still works.

use crate::aufbewahrung::{am, eintraege, entfernen_von, gehalten, regel, stand_von, uebersicht};
use crate::bericht::demohaus::demohaus;
use crate::fixture::{PASSWORT, Testhaus};
use crate::gezogen::{Gezogen, feststellung, mit, text};
use crate::pruefung;
use iks_core::api::{self, Abfrage, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::demo;
use iks_core::fachaufsicht::nachziehung::lies_liste;
use iks_core::fachaufsicht::ziehungsprotokoll::Protokoll;
use iks_core::fehler::Code;
use iks_core::haus::{Haus, Ordner, Sitzung, sicherung};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const ART: &str = "fachaufsicht";

fn stand(t: &Testhaus) -> (u64, Vec<(String, u64)>) {
    stand_von(t, ART)
}

/// A check with one Feststellung of "Leistung 1" whose case is still to be corrected, closed on 20.11.2026.
fn abgeschlossen() -> (Gezogen, String) {
    let g = Gezogen::neu(json!({"restliche_auf_ja": true}));
    let x = g.freigegeben(0, json!({}));
    let version = |x: &str| g.feststellung(&g.qm, x)["feststellung"]["version"].clone();
    let r =
        json!({"id": x, "version": version(&x), "antwort": "anerkannt", "text": "", "uebertragen_aus": null});
    g.t.aendern(&g.tl[0], "feststellung.stellungnahme", r).unwrap();
    let r = json!({"feststellungen": [{"id": x, "version": version(&x)}]});
    g.t.aendern(&g.qm, "feststellung.feststellen", r).unwrap();
    for (fall, _) in &g.faelle {
        if g.stand(fall) != "offen" {
            continue;
        }
        for abschnitt in 0..g.bogen(&g.qm, fall)["abschnitte"].as_array().unwrap().len() {
            g.t.aendern(&g.qm, "bogen.restliche_auf_ja", json!({"id": fall, "abschnitt": abschnitt}))
                .unwrap();
        }
        g.abschliessen(&g.qm, fall);
        if g.stand(fall) == "geprueft" {
            g.bestaetige(&g.bl, fall);
        }
    }
    beenden(&g, "pruefung.abschliessen", json!({}));
    (g, x)
}

fn beenden(g: &Gezogen, op: &str, mehr: Value) {
    let version = pruefung_lesen(g)["pruefung"]["version"].clone();
    g.t.aendern(&g.qm, op, mit(json!({"id": g.pruefung, "version": version}), &mehr)).unwrap();
}

fn pruefung_lesen(g: &Gezogen) -> Value {
    g.t.lesen(&g.qm, "pruefung.lesen", json!({"id": g.pruefung})).unwrap()
}

/// The correction is reported by the Teamleitung and confirmed by the QM.
fn korrigiert(g: &Gezogen, x: &str) {
    for (wer, op, mehr) in [
        (&g.tl[0], "korrektur.erledigen", json!({"erledigt_am": "2026-11-20", "vermerk": ""})),
        (&g.qm, "korrektur.bestaetigen", json!({})),
    ] {
        let k = g.feststellung(&g.qm, x)["korrektur"].clone();
        let bezug = json!({"id": k["id"], "version": k["version"]});
        let r =
            if op == "korrektur.bestaetigen" { json!({"korrekturen": [bezug]}) } else { mit(bezug, &mehr) };
        g.t.aendern(wer, op, r).unwrap();
    }
}

fn zeilen(g: &Gezogen, liste: &str) -> Value {
    let r = match liste {
        "feststellung.liste" => {
            json!({"pruefung_id": null, "blatt": {"ab": 0, "anzahl": 10}, "sortierung": null, "absteigend": false,
                "staende": [], "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null,
                "nur_ueberfaellig": false})
        }
        _ => return crate::korrektur::liste(g, &g.qm, json!({}))["zeilen"].clone(),
    };
    g.t.lesen(&g.qm, liste, r).unwrap()["zeilen"].clone()
}

#[test]
fn nach_drei_jahren_geht_der_fallbezug_und_sonst_nichts() {
    let (g, x) = abgeschlossen();
    korrigiert(&g, &x);
    let t = &g.t;
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    assert_eq!(regel(t, ART)["jahre"], 3);
    am(t, 2029, 20);
    assert_eq!(stand(t), (0, vec![]));
    am(t, 2029, 21);
    assert_eq!(stand(t), (1, vec![]));
    let fall = text(&g.feststellung(&g.qm, &x)["feststellung"]["prueffall_id"]);
    let auswertung = |wer: &Sitzung| t.lesen(wer, "auswertung.pruefung", json!({"id": g.pruefung})).unwrap();
    let (bogen, ergebnis, vorher) = (g.bogen(&g.qm, &fall), auswertung(&g.qm), g.feststellung(&g.qm, &x));
    let nummer = text(&bogen["fallnummer"]);
    assert!(nummer.starts_with("09304BG"), "{nummer}");
    assert_eq!(bogen["anzeige"], json!([{"titel": "Bescheidart", "wert": "Änderungsbescheid"}]));
    assert_eq!(g.liste(&g.qm, json!({"suche": nummer}))["gesamt"], 1);
    let n = eintraege(t);

    entfernen_von(t, ART, Some(&dsb), &t.admin, 1).unwrap();

    assert_eq!(eintraege(t), n + 1, "one entry, whatever the number");
    t.protokoll_stimmt();
    assert_eq!(stand(t), (0, vec![]));
    let l = &uebersicht(t)["loeschungen"][0];
    assert_eq!((&l["titel"], &l["anzahl"]), (&json!("Fachaufsicht: Fallbezug der Prüfungen"), &json!(1)));
    // No page and no list shows a number, to whomever; each says why.
    let entfernt = json!("2029-11-21");
    assert_eq!(pruefung_lesen(&g)["entfernt_am"], entfernt);
    for wer in [&g.qm, &g.tl[0], &g.bl] {
        let nachher = g.bogen(wer, &fall);
        assert_eq!(text(&nachher["fallnummer"]), text(&nachher["fall"]["pseudonym"])[..10]);
        assert_eq!((&nachher["anzeige"], &nachher["entfernt_am"]), (&json!([]), &entfernt));
        assert!(!g.liste(wer, json!({})).to_string().contains("09304BG"));
        // Nor does the question for a number join it with its record again.
        let frage = json!({"nummern": [nummer]});
        assert_eq!(t.lesen(wer, "bogen.schon_geprueft", frage).unwrap()["zeilen"][0]["ziehungen"], json!([]));
    }
    for liste in ["feststellung.liste", "korrektur.liste"] {
        let zeilen = zeilen(&g, liste);
        assert_eq!(zeilen[0]["entfernt_am"], entfernt, "{liste}");
        assert!(!zeilen.to_string().contains("09304BG"), "{liste}");
    }
    // The search finds a case by its pseudonym and its place, no more by its number.
    let gefunden = |suche: &str| g.liste(&g.qm, json!({"suche": suche}))["gesamt"].clone();
    assert_eq!(gefunden(&nummer), 0);
    assert_eq!(gefunden(&text(&bogen["fall"]["pseudonym"])[..10]), 1);
    // Answers, Feststellungen and result are what they were.
    let nachher = g.bogen(&g.qm, &fall);
    for feld in ["fall", "antworten", "feststellungen", "team", "schicht", "verlauf"] {
        assert_eq!(nachher[feld], bogen[feld], "{feld}");
    }
    assert_eq!(auswertung(&g.qm), ergebnis);
    let nachher = g.feststellung(&g.qm, &x);
    assert_eq!(
        (&nachher["feststellung"], &nachher["korrektur"]),
        (&vorher["feststellung"], &vorher["korrektur"])
    );
    // Nothing is corrected without its case.
    assert_eq!(
        (&vorher["darf"]["berichtigen"], &nachher["darf"]["berichtigen"]),
        (&json!(true), &json!(false))
    );
    let r = json!({"id": x, "version": nachher["feststellung"]["version"], "grund": "Schreibfehler im Betrag.",
                   "inhalt": mit(feststellung(), &json!({"betrag_bund_cent": 1}))});
    let fehler = t.aendern(&g.qm, "feststellung.berichtigen", r).unwrap_err();
    assert!(fehler.code == Code::Regel && fehler.text.contains("Aufbewahrungsregel"), "{}", fehler.text);
}

#[test]
fn was_ohne_fallbezug_noch_geht() {
    let (g, x) = abgeschlossen();
    korrigiert(&g, &x);
    let t = &g.t;
    let zweite = t.person("zweite", &[Rolle::Administration], None, &[]);
    am(t, 2029, 21);
    entfernen_von(t, ART, Some(&t.admin), &zweite, 1).unwrap();
    let datei = |name: &str| t.ordner.path().join(name);
    // The list of the population is still recognised, and the draw is repeated from its protocol.
    let r = json!({"nummer": "FA-2026-001", "datei": datei("liste.csv")});
    assert_eq!(t.lesen(&g.qm, "ziehung.quelle_pruefen", r).unwrap()["stimmt"], true);
    let ziehung = t.lesen(&g.qm, "ziehung.liste", json!({"pruefung_id": g.pruefung})).unwrap();
    let r =
        json!({"ziehung_id": ziehung["eigene"][0]["id"], "datei": datei("z.json"), "ueberschreiben": false});
    t.aendern(&g.qm, "ziehung.protokoll_exportieren", r).unwrap();
    let protokoll = Protokoll::aus_json(&std::fs::read(datei("z.json")).unwrap()).unwrap();
    let liste = lies_liste(&datei("z-liste.csv"), "pseudonym", Some("schicht")).unwrap();
    protokoll.pruefe(&liste).unwrap();
    assert_eq!(protokoll.einheiten.len(), 12);
    // Report, Prüferkoffer and lists.
    for name in ["pruefung", "pruefkoffer"] {
        let r = json!({"name": name, "nummer": "FA-2026-001", "von": null, "bis": null,
                       "datei": datei(&format!("{name}.pdf")), "ueberschreiben": false});
        t.aendern(&g.qm, "bericht.exportieren", r).unwrap();
    }
    // The list of a team goes on with pseudonyms; a note for a file that nobody could find by it does not.
    let gib_aus = |name: &str, nummer: &str| {
        let r = json!({"name": name, "nummer": nummer, "von": null, "bis": null,
                       "datei": datei(&format!("{name}.pdf")), "ueberschreiben": false});
        t.aendern(&g.qm, "bericht.exportieren", r)
    };
    gib_aus("rueckmeldung", "FA-2026-001/Leistung 1").unwrap();
    let liste = crate::pruefbericht::text(&datei("rueckmeldung.pdf"));
    assert!(liste.contains("keine Fallnummern") && !liste.contains("09304BG"), "{liste}");
    let fehler = gib_aus("pruefvermerk", "FA-2026-001/1").unwrap_err();
    assert!(fehler.code == Code::Regel && fehler.text.contains("Aufbewahrungsregel"), "{}", fehler.text);
    let ausgabe =
        |op: &str| json!({"datei": datei(&format!("{op}.xlsx")), "ueberschreiben": false, "spalten": []});
    let feststellungen = json!({"pruefung_id": g.pruefung, "blatt": {"ab": 0, "anzahl": 10}, "sortierung": null,
        "absteigend": false, "staende": [], "team_id": null, "art": null, "schwere": null, "sachgebiet": null,
        "ursache": null, "nur_ueberfaellig": false});
    let korrekturen = json!({"pruefung_id": g.pruefung, "blatt": {"ab": 0, "anzahl": 10}, "sortierung": null,
        "absteigend": false, "lage": null, "team_id": null, "wirkung": null, "suche": null});
    for (op, liste) in [("feststellung.exportieren", feststellungen), ("korrektur.exportieren", korrekturen)]
    {
        let gesagt = t.aendern(&g.qm, op, json!({"liste": liste, "ausgabe": ausgabe(op)})).unwrap().hinweise;
        assert!(gesagt[0].contains("1 Zeile"), "{gesagt:?}");
    }
    // Its corrected cases cannot be looked at again, a new sample can be drawn.
    let v = t.lesen(&g.qm, "pruefung.nachschau_vorschlag", json!({"id": g.pruefung})).unwrap();
    assert!(text(&v["hindernis"]).contains("Aufbewahrungsregel"), "{v}");
    let f = t.aendern(&g.qm, "pruefung.nachschau_anlegen", json!({"plan": v["korrigierte"]})).unwrap_err();
    assert!(f.text.contains("Aufbewahrungsregel"), "{f:?}");
    // A later check may follow it.
    let folge = mit(
        pruefung_lesen(&g)["pruefung"]["plan"].clone(),
        &json!({"pruefungsart": "nachschau", "nachschau_zu": g.pruefung}),
    );
    pruefung::anlegen(t, &g.qm, &folge);
    // A backup holds what is left, and nothing in it is missed.
    let kopie = datei("danach.iks-sicherung");
    t.aendern(&t.admin, "sicherung.erstellen", json!({"datei": kopie})).unwrap();
    let neu = Ordner::neu(t.ordner.path().join("neu"));
    let befund = sicherung::wiederherstelle(&kopie, neu, t.umgebung.clone(), "admin", PASSWORT).unwrap();
    assert_eq!(befund.hinweise, [""; 0]);
    t.protokoll_stimmt();
    let pruefung = g.pruefung.clone();
    let (t, qm) = g.t.neu_oeffnen("qm", PASSWORT).map_err(|e| e.1).unwrap();
    assert_eq!(t.lesen(&qm, "pruefung.lesen", json!({"id": pruefung})).unwrap()["entfernt_am"], "2029-11-21");
}

/// Exports the Prüferkoffer of a check and unpacks what is enclosed; the folder it lies in.
fn koffer(haus: &Haus, qm: &Sitzung, ordner: &Path, nummer: &str) -> PathBuf {
    let ziel = ordner.join(nummer);
    std::fs::create_dir(&ziel).unwrap();
    let datei = ziel.join("koffer.pdf");
    let r = json!({"name": "pruefkoffer", "nummer": nummer, "von": null, "bis": null, "datei": datei, "ueberschreiben": false});
    api::aendern(haus, qm, Operation::aus_json("bericht.exportieren", r).unwrap()).unwrap();
    let gelaufen =
        Command::new("pdfdetach").args(["-saveall", "-o"]).arg(&ziel).arg(&datei).output().unwrap();
    assert!(gelaufen.status.success());
    ziel
}

/// In the demo house: what an auditor gets of a random draw is the same with and without the case link.
#[test]
fn der_prueferkoffer_einer_stichprobe_bleibt_gleich() {
    let (ordner, haus, qm, _) = demohaus();
    let [admin, dsb] = ["admin", "dsb"].map(|name| haus.anmelden(name, demo::PASSWORT).unwrap());
    let lesen = |wer: &Sitzung, name: &str, r: Value| {
        api::lesen(&haus, wer, Abfrage::aus_json(name, r).unwrap()).unwrap()
    };
    let aendern = |wer: &Sitzung, platz: Option<&Sitzung>, name: &str, r: Value| {
        let op = Operation::aus_json(name, r).unwrap();
        api::aendern_viele(&haus, wer, platz, vec![op], &Fortschritt::default()).unwrap()
    };
    aendern(&admin, None, "aufbewahrung.speichern", json!({"art": ART, "version": 0, "jahre": 1}));
    let u = lesen(&admin, "aufbewahrung.uebersicht", json!({}));
    let r = u["regeln"].as_array().unwrap().iter().find(|r| r["art"] == ART).unwrap();
    assert!(r["faellig"].as_u64().unwrap() > 0 && !r["gehalten"].as_array().unwrap().is_empty(), "{r}");
    let entfernen = json!({"art": ART, "stichtag": r["stichtag"], "anzahl": r["faellig"]});
    aendern(&dsb, Some(&admin), "aufbewahrung.entfernen", entfernen);
    assert_eq!(api::protokoll::pruefe(&haus, None).unwrap().befunde, [""; 0]);

    let filter = json!({"text": "", "stand": ["abgeschlossen"], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let blatt = json!({"filter": filter, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
    let pruefungen = lesen(&qm, "pruefung.liste", blatt)["zeilen"].clone();
    let entfernt = |nummer: &String| {
        let zeile = pruefungen.as_array().unwrap().iter().find(|z| z["nummer"] == nummer.as_str()).unwrap();
        !lesen(&qm, "pruefung.lesen", json!({"id": zeile["id"]}))["entfernt_am"].is_null()
    };
    let alle: Vec<String> =
        pruefungen.as_array().unwrap().iter().map(|z| z["nummer"].as_str().unwrap().to_owned()).collect();
    let ohne: Vec<&String> = alle.iter().filter(|n| entfernt(n)).collect();
    assert_eq!(ohne.len() as u64, r["faellig"].as_u64().unwrap());
    // The same house before the removal.
    let (anderer_ordner, vorher, qm_vorher, _) = demohaus();
    let nummer = ohne[0];
    let davor = koffer(&vorher, &qm_vorher, anderer_ordner.path(), nummer);
    let danach = koffer(&haus, &qm, ordner.path(), nummer);
    let lies = |ordner: &Path, name: &str| std::fs::read(ordner.join(format!("{nummer}-{name}"))).unwrap();
    let protokoll = Protokoll::aus_json(&lies(&danach, "ziehung-1.json")).unwrap();
    let liste = danach.join(format!("{nummer}-ziehung-1-liste.csv"));
    protokoll.pruefe(&lies_liste(&liste, "pseudonym", Some("schicht")).unwrap()).unwrap();
    for name in ["ziehung-1-liste.csv", "ergebnis.json"] {
        assert!(lies(&davor, name) == lies(&danach, name), "{nummer}-{name}");
    }
}

#[test]
fn korrektur_und_massnahme_halten_den_fallbezug() {
    let (g, x) = abgeschlossen();
    let t = &g.t;
    am(t, 2029, 21);
    assert_eq!(stand(t), gehalten("feststellung", 1));
    korrigiert(&g, &x);
    assert_eq!(stand(t), (1, vec![]));
    let r = json!({"herkunft": {"art": "feststellung", "id": x}, "angaben": {"was": "Arbeitshilfe zum Leistungsbeginn",
        "erlaeuterung": "", "art": "arbeitshilfe", "rolle": "qualitaetsmanagement", "team_id": null, "faellig": "2029-12-31"}});
    let m = t.aendern(&g.qm, "massnahme.anlegen", r).unwrap().objekte[0].clone();
    assert_eq!(stand(t), gehalten("massnahme_offen", 1));
    let verwerfen = json!({"art": "verwerfen", "am": "2029-11-21", "grund": "durch neue Weisung überholt"});
    let r = json!({"id": m.id, "version": m.version, "schritt": verwerfen});
    t.aendern(&g.qm, "massnahme.schritt", r).unwrap();
    assert_eq!(stand(t), (1, vec![]));
}

#[test]
fn eine_nachschau_haelt_und_eine_abgebrochene_pruefung_zaehlt_auch() {
    let g = Gezogen::neu(json!({}));
    let t = &g.t;
    // Dropped with a Feststellung that nobody will ever answer.
    let fall = g.fall(1, 0);
    g.fuelle(&g.qm, &fall, "nein");
    g.feststelle(&g.qm, &fall, json!({}));
    am(t, 2029, 21);
    assert_eq!(stand(t), (0, vec![]), "it runs");
    am(t, 2026, 20);
    beenden(&g, "pruefung.nicht_durchfuehren", json!({"grund": "Die Liste war falsch."}));
    let plan = mit(
        pruefung_lesen(&g)["pruefung"]["plan"].clone(),
        &json!({"pruefungsart": "nachschau", "nachschau_zu": g.pruefung}),
    );
    let nachschau = pruefung::anlegen(t, &g.qm, &plan);
    am(t, 2029, 21);
    assert_eq!(stand(t), gehalten("offen", 1));
    // A Nachschau that never drew has no cases to look at.
    let r = json!({"id": nachschau, "version": 1, "grund": "Sie wird nicht mehr gebraucht."});
    t.aendern(&g.qm, "pruefung.nicht_durchfuehren", r).unwrap();
    assert_eq!(stand(t), (1, vec![]));
    let dsb = t.person("dsb", &[Rolle::Datenschutz], None, &[]);
    entfernen_von(t, ART, Some(&t.admin), &dsb, 1).unwrap();
    assert_eq!(g.bogen(&g.qm, &fall)["entfernt_am"], "2029-11-21");
    t.protokoll_stimmt();
}
