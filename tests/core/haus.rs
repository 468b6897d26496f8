//! House, keys, doors, chain, backup.

use crate::fixture::{ERSTES_PASSWORT, PASSWORT, Testhaus};
use iks_core::api::{self, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use iks_core::haus::{Haus, Ordner, Prozesssperre, sicherung};
use serde_json::json;
use std::fs;
use std::sync::Arc;

#[test]
fn einrichten_anmelden_abmelden() {
    let t = Testhaus::neu();
    t.protokoll_stimmt();
    let daten = t.lesen(&t.admin, "haus.lesen", json!({})).unwrap();
    assert_eq!(daten["name"], "Jobcenter Musterkreis");
    let (t, admin) = t.neu_oeffnen("ADMIN", PASSWORT).map_err(|e| e.1).unwrap();
    assert!(admin.hat(Rolle::Administration));
    t.protokoll_stimmt();
    let (_, fehler) = *t.neu_oeffnen("admin", "falsches Passwort").err().unwrap();
    assert_eq!(fehler.code, Code::Anmeldung);
}

#[test]
fn zweites_haus_im_selben_ordner_wird_abgelehnt() {
    let t = Testhaus::neu();
    let fehler = t.pfad().anlegen().unwrap_err();
    assert_eq!(fehler.code, Code::Haus);
}

#[test]
fn nur_ein_programm_zur_zeit() {
    let t = Testhaus::neu();
    let fehler = Prozesssperre::nehmen(&t.pfad()).unwrap_err();
    assert_eq!(fehler.code, Code::Haus);
    let pfad = t.pfad();
    drop(t.haus);
    Prozesssperre::nehmen(&pfad).unwrap();
}

#[test]
fn rechte_werden_an_der_tuer_verlangt_und_ablehnungen_protokolliert() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let tl = t.person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    let fehler = t
        .aendern(&tl, "organisation.standort_speichern", json!({"bezug": null, "name": "X-Stadt", "gueltigkeit": {"gueltig_ab": "2020-01-01", "gueltig_bis": null}}))
        .unwrap_err();
    assert_eq!(fehler.code, Code::Recht);
    let seite = t
        .lesen(&t.admin, "protokoll.seite", json!({"blatt": {"ab": 0, "anzahl": 5}, "von": null, "bis": null, "operation": null, "benutzer": null, "objekt": null}))
        .unwrap();
    assert_eq!(seite["zeilen"][0]["operation"], "abgelehnt:organisation.standort_speichern");
    t.protokoll_stimmt();
}

#[test]
fn veralteter_stand_ist_ein_konflikt_mit_beiden_staenden() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let speichern = |name: &str, version: i64| {
        t.aendern(
            &t.admin,
            "organisation.standort_speichern",
            json!({"bezug": {"id": ids["Musterstadt-Süd"], "version": version}, "name": name, "gueltigkeit": {"gueltig_ab": "2020-01-01", "gueltig_bis": null}}),
        )
    };
    speichern("Musterstadt-Mitte", 1).unwrap();
    let fehler = speichern("Musterstadt-Nord", 1).unwrap_err();
    assert_eq!(fehler.code, Code::Konflikt);
    assert_eq!(fehler.stand.unwrap()["name"], "Musterstadt-Mitte");
    t.protokoll_stimmt();
}

#[test]
fn viele_oder_keine() {
    let t = Testhaus::neu();
    let gueltig = json!({"gueltig_ab": "2020-01-01", "gueltig_bis": null});
    let fehler = t.aendern_viele(
        &t.admin,
        vec![
            (
                "organisation.standort_speichern",
                json!({"bezug": null, "name": "Erster Ort", "gueltigkeit": gueltig}),
            ),
            ("organisation.standort_speichern", json!({"bezug": null, "name": "", "gueltigkeit": gueltig})),
        ],
    );
    assert_eq!(fehler.unwrap_err().code, Code::Eingabe);
    let org = t.lesen(&t.admin, "organisation.uebersicht", json!({})).unwrap();
    assert_eq!(org["standorte"].as_array().unwrap().len(), 0);
    t.protokoll_stimmt();
}

#[test]
fn erstes_passwort_und_eigenes_passwort() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let tl = t.neue_person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    assert!(tl.benutzer().passwort_wechseln);
    assert_eq!(t.lesen(&tl, "organisation.uebersicht", json!({})).unwrap_err().code, Code::Regel);
    let neu = "Ein-ganz-neues-Passwort-9";
    let falsch =
        t.aendern(&tl, "benutzer.passwort_aendern", json!({"alt": "falsch falsch", "neu": neu})).unwrap_err();
    assert_eq!(falsch.felder[0].feld, "alt");
    t.aendern(&tl, "benutzer.passwort_aendern", json!({"alt": ERSTES_PASSWORT, "neu": neu})).unwrap();
    assert_eq!(t.haus.anmelden("tl", ERSTES_PASSWORT).unwrap_err().code, Code::Anmeldung);
    let tl = t.haus.anmelden("tl", neu).unwrap();
    t.lesen(&tl, "organisation.uebersicht", json!({})).unwrap();
    t.protokoll_stimmt();
}

/// A user's own slot in the place of the recovery slot must not make her an administrator.
#[test]
fn eigener_slot_ist_kein_wiederherstellungsschluessel() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let tl = t.neue_person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    let eigenes = "ABCDE-FGH12-KMNPQ";
    t.aendern(&tl, "benutzer.passwort_aendern", json!({"alt": ERSTES_PASSWORT, "neu": eigenes})).unwrap();
    let (pfad, umgebung, haus_id) = (t.pfad(), t.umgebung.clone(), t.haus.haus_id().to_owned());
    fs::copy(pfad.slot(&haus_id, "tl"), pfad.slot_wiederherstellung()).unwrap();
    drop(t.haus);
    let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
    let fehler =
        Haus::wiederherstellen(pfad, umgebung, sperre, "admin", eigenes, "Uebernommen-waere-schlimm-1")
            .err()
            .unwrap();
    assert_eq!(fehler.code, Code::Anmeldung);
}

#[test]
fn deaktivierte_person_kann_nichts_mehr_auch_wenn_sie_angemeldet_ist() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let tl = t.person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    t.aendern(
        &t.admin,
        "benutzer.aendern",
        json!({"id": tl.benutzer_id(), "version": 2, "anzeigename": "Person tl", "rollen": ["teamleitung"], "bereich_id": null,
               "teams": [ids["Leistung 1"]], "aktiv": false}),
    )
    .unwrap();
    assert_eq!(t.lesen(&tl, "organisation.uebersicht", json!({})).unwrap_err().code, Code::NichtAngemeldet);
}

#[test]
fn passwoerter_probieren_wird_gebremst() {
    let t = Testhaus::neu();
    for _ in 0..4 {
        assert_eq!(t.haus.anmelden("admin", "falsch falsch").unwrap_err().code, Code::Anmeldung);
    }
    assert_eq!(t.haus.anmelden("admin", PASSWORT).unwrap_err().code, Code::Gedrosselt);
    t.umgebung.stelle(iks_core::umgebung::Umgebung::jetzt(&*t.umgebung) + chrono::TimeDelta::seconds(61));
    t.haus.anmelden("admin", PASSWORT).unwrap();
}

#[test]
fn kopierter_slot_oeffnet_nichts() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    t.person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    let pfad = t.pfad();
    let haus_id = t.haus.haus_id().to_owned();
    fs::copy(pfad.slot(&haus_id, "tl"), pfad.slot(&haus_id, "admin")).unwrap();
    let (_, fehler) = *t.neu_oeffnen("admin", PASSWORT).err().unwrap();
    assert_eq!(fehler.code, Code::Anmeldung);
    assert!(fehler.text.contains("Schlüsseldatei"), "{}", fehler.text);
}

#[test]
fn wiederherstellungsschluessel_setzt_neues_passwort() {
    let t = Testhaus::neu();
    let (pfad, umgebung, schluessel) = (t.pfad(), t.umgebung.clone(), t.wiederherstellung.clone());
    drop(t.haus);
    let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
    let oeffnen = |schluessel: &str| {
        Haus::wiederherstellen(
            pfad.clone(),
            umgebung.clone(),
            sperre.clone(),
            "admin",
            schluessel,
            "Wieder-da-mit-Schluessel-1",
        )
    };
    assert_eq!(oeffnen("FALSCH").err().unwrap().code, Code::Anmeldung);
    let (haus, _) = oeffnen(&schluessel.to_lowercase()).unwrap();
    haus.anmelden("admin", "Wieder-da-mit-Schluessel-1").unwrap();
    assert_eq!(api::protokoll::pruefe(&haus, None).unwrap().befunde, Vec::<String>::new());
}

#[test]
fn sicherung_proben_und_wiederherstellen() {
    let t = Testhaus::neu();
    t.organisation();
    let datei = t.ordner.path().join("voll.iks-sicherung");
    t.aendern(&t.admin, "sicherung.erstellen", json!({"datei": datei})).unwrap();
    let probe = tempfile::tempdir().unwrap();
    let befund = sicherung::pruefe(&datei, probe.path(), t.umgebung.clone(), "admin", PASSWORT).unwrap();
    assert!(befund.protokoll_eintraege.unwrap() > 20);
    let neu = Ordner::neu(t.ordner.path().join("neu"));
    sicherung::wiederherstelle(&datei, neu.clone(), t.umgebung.clone(), "admin", PASSWORT).unwrap();
    let fehler = sicherung::wiederherstelle(&datei, neu, t.umgebung.clone(), "admin", PASSWORT).unwrap_err();
    assert_eq!(fehler.code, Code::Haus);
    // One flipped byte in the backup is found.
    let mut bytes = fs::read(&datei).unwrap();
    let mitte = bytes.len() / 2;
    bytes[mitte] ^= 1;
    let kaputt = t.ordner.path().join("kaputt.iks-sicherung");
    fs::write(&kaputt, bytes).unwrap();
    let probe = tempfile::tempdir().unwrap();
    assert!(sicherung::pruefe(&kaputt, probe.path(), t.umgebung.clone(), "admin", PASSWORT).is_err());
}

/// Wherever a byte of the database was changed: either the house opens for reading only, or, where the
/// damaged page is needed for signing in, it says so. It never opens as if nothing had happened.
#[test]
fn geaendertes_byte_wird_immer_bemerkt() {
    let t = Testhaus::neu();
    t.organisation();
    let Testhaus { haus, ordner, umgebung, .. } = t;
    drop(haus);
    let pfad = Ordner::neu(ordner.path().join("haus"));
    let heil = fs::read(pfad.datenbank()).unwrap();
    let (mut nur_lesend, mut versuche) = (0, 0);
    for stelle in (0..heil.len()).step_by(4096 * 5).map(|s| s + 1000) {
        let mut bytes = heil.clone();
        bytes[stelle] ^= 1;
        fs::write(pfad.datenbank(), bytes).unwrap();
        let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
        versuche += 1;
        match Haus::oeffnen(pfad.clone(), umgebung.clone(), sperre, "admin", PASSWORT) {
            Ok((haus, sitzung)) => {
                assert!(haus.nur_lesen(), "byte {stelle} went unnoticed");
                nur_lesend += 1;
                let op =
                    Operation::aus_json("benutzer.ansicht_speichern", json!({"schluessel": "x", "wert": 1}))
                        .unwrap();
                assert_eq!(api::aendern(&haus, &sitzung, op).unwrap_err().code, Code::Beschaedigt);
            }
            Err(fehler) => assert_eq!(fehler.code, Code::Beschaedigt, "byte {stelle}: {fehler:?}"),
        }
    }
    assert!(versuche > 5 && nur_lesend > 0, "{nur_lesend} of {versuche} opened");
}

#[test]
fn keine_namen_in_den_dateien() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    t.person("erkennbarername", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    let ordner = t.ordner.path().to_owned();
    drop(t.haus);
    for eintrag in walk(&ordner) {
        let inhalt = fs::read(&eintrag).unwrap();
        for wort in ["erkennbarername", "Leistung 1", "Musterkreis", "Person "] {
            assert!(
                !inhalt.windows(wort.len()).any(|w| w == wort.as_bytes()),
                "{wort} in {}",
                eintrag.display()
            );
            assert!(!eintrag.to_string_lossy().contains("erkennbarername"));
        }
    }
}

fn walk(ordner: &std::path::Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(ordner)
        .unwrap()
        .flatten()
        .flat_map(|e| if e.path().is_dir() { walk(&e.path()) } else { vec![e.path()] })
        .collect()
}

#[test]
fn deaktiviert_heisst_ohne_schluessel() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let tl = t.person("tl", &[Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    let slot = t.pfad().slot(t.haus.haus_id(), "tl");
    assert!(slot.exists());
    let aendern = |version: i64, aktiv: bool| {
        t.aendern(
            &t.admin,
            "benutzer.aendern",
            json!({"id": tl.benutzer_id(), "version": version, "anzeigename": "Person tl", "rollen": ["teamleitung"], "bereich_id": null,
                   "teams": [ids["Leistung 1"]], "aktiv": aktiv}),
        )
    };
    aendern(2, false).unwrap();
    assert!(!slot.exists());
    assert_eq!(t.haus.anmelden("tl", PASSWORT).unwrap_err().code, Code::Anmeldung);
    assert_eq!(aendern(3, true).unwrap().hinweise.len(), 1);
    t.aendern(
        &t.admin,
        "benutzer.passwort_zuruecksetzen",
        json!({"id": tl.benutzer_id(), "passwort": "Neu-gesetzt-vom-Admin-3"}),
    )
    .unwrap();
    t.haus.anmelden("tl", "Neu-gesetzt-vom-Admin-3").unwrap();
    // What a crash left behind goes at the next sign-in.
    let rest = t.pfad().schluessel().join("00000000000000000000000000000000.slot");
    fs::write(&rest, "{}").unwrap();
    let (t, _) = t.neu_oeffnen("admin", PASSWORT).map_err(|e| e.1).unwrap();
    assert!(!rest.exists());
    t.protokoll_stimmt();
}

#[test]
fn letzte_administration_bleibt() {
    let t = Testhaus::neu();
    let fehler = t
        .aendern(
            &t.admin,
            "benutzer.aendern",
            json!({"id": t.admin.benutzer_id(), "version": 1, "anzeigename": "Anna Admin", "rollen": ["revision"], "bereich_id": null, "teams": [], "aktiv": true}),
        )
        .unwrap_err();
    assert_eq!(fehler.code, Code::Regel);
}
