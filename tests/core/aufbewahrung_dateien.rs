//! Retention of Prüflisten: the attached files are destroyed, evidence and answers stay.

use crate::aufbewahrung::{am, eintraege, entfernen_von, gehalten, regel, stand_von, uebersicht};
use crate::fixture::PASSWORT;
use crate::pruefliste::Listen;
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::{Ordner, sicherung};
use serde_json::{Value, json};
use std::path::PathBuf;

const ART: &str = "pruefliste";

/// A run of 2026 with a file at its first question and one whose evidence was withdrawn, not yet presented.
fn mit_dateien(l: &Listen) -> String {
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    anhaengen(l, &id, "Zertifikat.pdf");
    let n = anhaengen(l, &id, "Falsch.pdf");
    let r = json!({"id": n, "version": 1, "grund": "falsche Datei"});
    l.t.aendern(&l.quirin, "pruefliste.nachweis_entfernen", r).unwrap();
    id
}

fn anhaengen(l: &Listen, id: &str, name: &str) -> String {
    let pfad = l.t.ordner.path().join(name);
    std::fs::write(&pfad, name).unwrap();
    l.nachweis(&l.quirin, id, "it-01", pfad.to_str()).unwrap()
}

fn freigeben(l: &Listen, id: &str) {
    l.alles_erfuellt(&l.quirin, id);
    l.schritt(&l.quirin, id, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, id, "freigeben", None).unwrap();
}

/// Files that lie in the folder of attachments.
fn dateien(l: &Listen) -> Vec<PathBuf> {
    std::fs::read_dir(l.t.pfad().anhaenge()).unwrap().map(|e| e.unwrap().path()).collect()
}

fn stand(l: &Listen) -> (u64, Vec<(String, u64)>) {
    stand_von(&l.t, ART)
}

fn entfernen(l: &Listen, anzahl: u64) -> Result<(), Fehler> {
    entfernen_von(&l.t, ART, Some(&l.dora), &l.t.admin, anzahl)
}

#[test]
fn nach_zehn_jahren_werden_die_dateien_vernichtet_und_sonst_nichts() {
    let l = Listen::neu();
    let id = mit_dateien(&l);
    freigeben(&l, &id);
    // Without a file there is nothing to remove.
    l.freigegeben("korruption", 2026, &[]);
    assert_eq!(
        (&regel(&l.t, ART)["jahre"], &regel(&l.t, ART)["was"]),
        (&json!(10), &json!("Angehängte Dateien"))
    );
    am(&l.t, 2036, 20);
    assert_eq!(stand(&l), (0, vec![]));
    am(&l.t, 2036, 21);
    assert_eq!(stand(&l), (1, vec![]));
    let (vorher, n) = (l.lesen(&l.quirin, &id), eintraege(&l.t));
    assert_eq!((vorher["moeglich"].clone(), dateien(&l).len()), (json!(["berichtigen"]), 2));

    entfernen(&l, 1).unwrap();

    assert_eq!(eintraege(&l.t), n + 1);
    l.t.protokoll_stimmt();
    assert_eq!((stand(&l), dateien(&l)), ((0, vec![]), vec![]));
    let nachher = l.lesen(&l.quirin, &id);
    assert_eq!(nachher["entfernt_am"], "2036-11-21");
    for feld in ["durchgang", "nachweise", "antworten", "ergebnis", "saetze"] {
        assert_eq!(nachher[feld], vorher[feld], "{feld}");
    }
    // Whoever still asks for the file is told why it is gone.
    let n = nachher["nachweise"].as_array().unwrap().iter().find(|n| n["entfernt_grund"].is_null()).unwrap();
    let sagt = |fehler: Fehler| {
        assert!(fehler.code == Code::Regel && fehler.text.contains("Aufbewahrungsregel"), "{}", fehler.text);
    };
    let ziel = l.t.ordner.path().join("ziel.pdf");
    let r = json!({"nachweis_id": n["id"], "datei": ziel, "ueberschreiben": false});
    sagt(l.t.aendern(&l.quirin, "pruefliste.anhang_speichern", r).unwrap_err());
    let r = json!({"id": n["id"], "version": n["version"], "grund": "noch einmal vernichten"});
    let op = Operation::aus_json("pruefliste.anhang_vernichten", r).unwrap();
    let fehler = api::aendern_viele(&l.t.haus, &l.gerda, Some(&l.quirin), vec![op], &Fortschritt::default());
    sagt(fehler.unwrap_err());
    sagt(l.schritt(&l.quirin, &id, "berichtigen", Some("eine Antwort war falsch")).unwrap_err());
    assert_eq!(nachher["moeglich"], json!([]));
    // The report names the file and says so; a backup misses nothing.
    let pdf = l.t.ordner.path().join("liste.pdf");
    let r = json!({"name": "pruefliste", "nummer": "PL-2026-001", "von": null, "bis": null, "datei": pdf, "ueberschreiben": false});
    l.t.aendern(&l.quirin, "bericht.exportieren", r).unwrap();
    let text = std::process::Command::new("pdftotext").arg(&pdf).arg("-").output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Dateien wurden am 21.11.2036 nach der"), "{text}");
    let kopie = l.t.ordner.path().join("danach.iks-sicherung");
    l.t.aendern(&l.t.admin, "sicherung.erstellen", json!({"datei": kopie})).unwrap();
    let neu = Ordner::neu(l.t.ordner.path().join("neu"));
    let befund = sicherung::wiederherstelle(&kopie, neu, l.t.umgebung.clone(), "admin", PASSWORT).unwrap();
    assert_eq!(befund.hinweise, [""; 0]);
}

#[test]
fn eine_berichtigung_teilt_die_datei_und_haelt_sie() {
    let l = Listen::neu();
    let id = mit_dateien(&l);
    freigeben(&l, &id);
    am(&l.t, 2030, 20);
    let zweite =
        l.schritt(&l.quirin, &id, "berichtigen", Some("eine Antwort war falsch")).unwrap()[0].clone();
    am(&l.t, 2036, 21);
    assert_eq!(stand(&l), gehalten("offen", 1));
    am(&l.t, 2030, 25);
    l.schritt(&l.quirin, &zweite, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, &zweite, "freigeben", None).unwrap();
    am(&l.t, 2036, 21);
    assert_eq!(stand(&l), gehalten("spaeter", 1));
    am(&l.t, 2040, 26);
    assert_eq!(stand(&l), (2, vec![]));
    entfernen(&l, 2).unwrap();
    for fassung in [&id, &zweite] {
        assert_eq!(l.lesen(&l.quirin, fassung)["entfernt_am"], "2040-11-26");
    }
    assert!(dateien(&l).is_empty());
    l.t.protokoll_stimmt();
}

#[test]
fn ein_entfallener_durchgang_zaehlt_ab_seinem_tag_und_vernichtetes_nicht() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    let n = anhaengen(&l, &id, "Zertifikat.pdf");
    am(&l.t, 2026, 25);
    let zu_zweit = |op: &str, r: Value| {
        let op = Operation::aus_json(op, r).unwrap();
        api::aendern_viele(&l.t.haus, &l.gerda, Some(&l.quirin), vec![op], &Fortschritt::default()).unwrap();
    };
    let version = l.lesen(&l.quirin, &id)["durchgang"]["version"].clone();
    zu_zweit("pruefliste.entfallen", json!({"id": id, "version": version, "grund": "Das Team zog um."}));
    am(&l.t, 2036, 25);
    assert_eq!(stand(&l), (0, vec![]));
    am(&l.t, 2036, 26);
    assert_eq!(stand(&l), (1, vec![]));
    // Destroyed by two persons before: nothing is left to remove.
    zu_zweit("pruefliste.anhang_vernichten", json!({"id": n, "version": 1, "grund": "enthielt Sozialdaten"}));
    assert_eq!(stand(&l), (0, vec![]));
}

/// Of a file that could not be removed nobody says that it is; done again, the rest goes.
#[test]
fn was_sich_nicht_loeschen_laesst_ist_nicht_entfernt() {
    let l = Listen::neu();
    let id = mit_dateien(&l);
    freigeben(&l, &id);
    am(&l.t, 2036, 21);
    let datei = dateien(&l).into_iter().max().unwrap();
    let beiseite = datei.with_extension("beiseite");
    std::fs::rename(&datei, &beiseite).unwrap();
    std::fs::create_dir(&datei).unwrap();
    let n = eintraege(&l.t);
    assert_eq!(entfernen(&l, 1).unwrap_err().code, Code::Datei);
    assert_eq!(
        (&uebersicht(&l.t)["loeschungen"], &l.lesen(&l.quirin, &id)["entfernt_am"]),
        (&json!([]), &Value::Null)
    );
    assert_eq!(stand(&l), (1, vec![]), "still due");
    std::fs::remove_dir(&datei).unwrap();
    std::fs::rename(&beiseite, &datei).unwrap();
    let inhalt = std::fs::read(&datei).unwrap();
    entfernen(&l, 1).unwrap();
    assert!(eintraege(&l.t) > n && dateien(&l).is_empty());
    l.t.protokoll_stimmt();
    // Someone puts the folder of an older copy back.
    std::fs::write(&datei, inhalt).unwrap();
    let befunde = api::protokoll::pruefe(&l.t.haus, None).unwrap().befunde;
    assert!(befunde.len() == 1 && befunde[0].contains("liegt wieder im Datenordner"), "{befunde:?}");
}
