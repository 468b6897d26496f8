//! Someone has the key and writes past the doors: what is found, and what only a printed head finds.

use crate::api::Fortschritt;
use crate::api::protokoll::{Pruefergebnis, pruefe};
use crate::benutzer::Rolle;
use crate::demo;
use crate::haus::{Einrichtung, Haus, Ordner, Prozesssperre};
use crate::organisation::{Land, OrtsFeiertage};
use crate::storage::{Schreiben, StorageFehler};
use crate::umgebung::FesteUmgebung;
use rusqlite::Connection;
use std::sync::Arc;

/// The entry that is tampered with: in the middle of what setting up a house writes.
const STELLE: u64 = 5;

fn mit_haus(f: impl FnOnce(&Haus)) {
    let ordner = tempfile::tempdir().unwrap();
    let umgebung = Arc::new(FesteUmgebung::neu(chrono::DateTime::UNIX_EPOCH, "protokoll"));
    let einrichtung = Einrichtung {
        name: "Jobcenter Musterkreis".into(),
        land: Land::TH,
        feiertage: OrtsFeiertage::default(),
        benutzername: "admin".into(),
        anzeigename: "Anna Admin".into(),
        passwort: "Pruefung-im-Musterkreis-7".to_owned().into(),
        rollen: vec![Rolle::Administration],
        demo: false,
    };
    let (haus, _, _) =
        Haus::einrichten(Ordner::neu(ordner.path().join("haus")), umgebung, &einrichtung).unwrap();
    assert_eq!(pruefe(&haus, None).unwrap().befunde, Vec::<String>::new());
    f(&haus);
}

/// Writes to the chain as someone would who knows its triggers and puts them back.
fn an_den_ausloesern_vorbei(haus: &Haus, f: impl FnOnce(&Schreiben<'_>, &Connection)) {
    haus.db()
        .schreibe(|s| -> Result<(), StorageFehler> {
            let namen = ["protokoll_kein_update", "protokoll_kein_delete"];
            let sql = namen.map(|name| -> String {
                let frage = "SELECT sql FROM sqlite_schema WHERE name = ?1";
                s.conn.query_row(frage, [name], |z| z.get(0)).unwrap()
            });
            namen.iter().for_each(|name| s.conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap());
            f(s, s.conn);
            sql.iter().for_each(|sql| s.conn.execute_batch(sql).unwrap());
            Ok(())
        })
        .unwrap();
}

fn setze(conn: &Connection, sql: &str) {
    assert_eq!(conn.execute(sql, []).unwrap(), 1, "{sql}");
}

fn erster_befund(haus: &Haus) -> String {
    pruefe(haus, None).unwrap().befunde.into_iter().next().unwrap_or_default()
}

/// Recomputes hashes from an entry on; with `alle` so that the whole chain holds again.
fn neu_gerechnet(s: &Schreiben<'_>, ab: u64, alle: bool) {
    let mut eintraege = Vec::new();
    s.protokoll_durchgehen(|g| eintraege.push(g)).unwrap();
    let mut vorgaenger = None;
    for mut g in eintraege.into_iter().filter(|g| g.eintrag.folge >= ab) {
        g.eintrag.vorgaenger = vorgaenger.unwrap_or(g.eintrag.vorgaenger);
        let hash = g.eintrag.hash();
        s.conn
            .execute(
                "UPDATE protokoll SET vorgaenger = ?2, hash = ?3 WHERE folge = ?1",
                (g.eintrag.folge, g.eintrag.vorgaenger, hash),
            )
            .unwrap();
        if !alle {
            return;
        }
        vorgaenger = Some(hash);
    }
}

#[test]
fn protokoll_wird_nur_fortgeschrieben() {
    mit_haus(|haus| {
        for sql in ["UPDATE protokoll SET rolle = 'revision'", "DELETE FROM protokoll"] {
            let fehler = haus.db().schreibe(|s| s.fuehre_aus(sql, []).map(drop)).unwrap_err();
            assert!(fehler.to_string().contains("unveränderlich"), "{fehler}");
        }
    });
}

#[test]
fn umgeschriebener_eintrag_wird_genannt() {
    let umschreiben = format!("UPDATE protokoll SET operation = 'haus.lesen' WHERE folge = {STELLE}");
    mit_haus(|haus| {
        an_den_ausloesern_vorbei(haus, |_, conn| setze(conn, &umschreiben));
        assert_eq!(erster_befund(haus), "Eintrag 5 des Protokolls ist verändert oder fehlt.");
    });
    // With its own hash recomputed, the next entry no longer fits.
    mit_haus(|haus| {
        an_den_ausloesern_vorbei(haus, |s, conn| {
            setze(conn, &umschreiben);
            neu_gerechnet(s, STELLE, false);
        });
        assert_eq!(erster_befund(haus), "Eintrag 6 des Protokolls ist verändert oder fehlt.");
    });
}

#[test]
fn fehlender_eintrag_wird_genannt() {
    mit_haus(|haus| {
        let sql = format!("DELETE FROM protokoll WHERE folge = {STELLE}");
        an_den_ausloesern_vorbei(haus, |_, conn| setze(conn, &sql));
        assert_eq!(erster_befund(haus), "Eintrag 5 des Protokolls ist verändert oder fehlt.");
    });
}

/// What the chain alone does not protect: only a head that was printed before tells.
#[test]
fn neu_gerechnete_kette_faellt_am_gedruckten_kopf_auf() {
    mit_haus(|haus| {
        let kopf = pruefe(haus, None).unwrap().kopf;
        let mit_kopf = |haus: &Haus| -> Pruefergebnis { pruefe(haus, Some(&kopf)).unwrap() };
        assert_eq!(mit_kopf(haus).gesuchte_folge, Some(mit_kopf(haus).eintraege));
        an_den_ausloesern_vorbei(haus, |s, conn| {
            setze(conn, &format!("UPDATE protokoll SET zeit = zeit + 1 WHERE folge = {STELLE}"));
            neu_gerechnet(s, STELLE, true);
        });
        let danach = mit_kopf(haus);
        assert_eq!((danach.befunde, danach.gesuchte_folge), (Vec::new(), None));
    });
}

#[test]
fn zeile_am_protokoll_vorbei_und_fehlender_ausloeser_werden_genannt() {
    mit_haus(|haus| {
        let sql = "UPDATE benutzer SET rollen = '[\"administration\",\"qualitaetsmanagement\"]'";
        haus.db().schreibe(|s| s.fuehre_aus(sql, []).map(drop)).unwrap();
        let befund = erster_befund(haus);
        assert!(befund.contains("wurde am Protokoll vorbei verändert"), "{befund}");
    });
    mit_haus(|haus| {
        let sql = "DROP TRIGGER protokoll_kein_delete";
        haus.db().schreibe(|s| s.fuehre_aus(sql, []).map(drop)).unwrap();
        let befund = erster_befund(haus);
        assert!(befund.contains("trigger protokoll_kein_delete"), "{befund}");
    });
}

/// Rows that come in hundreds of thousands are not sealed one by one: their hash and their pseudonyms are.
#[test]
fn veraenderte_grundgesamtheit_und_fallnummern_werden_genannt() {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = Ordner::neu(ordner.path().join("haus"));
    demo::anlegen(pfad.clone(), &demo::Vorgaben::default(), &Fortschritt::default()).unwrap();
    let umgebung = Arc::new(FesteUmgebung::neu(chrono::DateTime::UNIX_EPOCH, "manipulation"));
    let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
    let (haus, _) = Haus::oeffnen(pfad, umgebung, sperre, "qm", demo::PASSWORT).unwrap();
    for (aendern, zurueck, befund) in [
        (
            "UPDATE einheit SET pseudonym = zeroblob(32) WHERE gg = 1 AND lfd = 7",
            None,
            "Die Grundgesamtheit der Prüfung",
        ),
        (
            "UPDATE einheit SET team = 1 - team WHERE gg = 2 AND team IN (0, 1)",
            Some("UPDATE einheit SET team = 1 - team WHERE gg = 2 AND team IN (0, 1)"),
            "Die Grundgesamtheit der Prüfung",
        ),
        (
            "UPDATE prueffall_klar SET nummer = nummer || '1' WHERE prueffall_id = (SELECT max(prueffall_id) FROM prueffall_klar)",
            None,
            "Bei 1 passt die Nummer nicht zum Pseudonym.",
        ),
        (
            "UPDATE kundenreaktion_anliegen SET sachgebiet = NULL WHERE (reaktion_id, stelle) = (SELECT reaktion_id, stelle FROM kundenreaktion_anliegen WHERE sachgebiet IS NOT NULL ORDER BY reaktion_id LIMIT 1)",
            None,
            "Anliegen von Kundenreaktionen wurden verändert: Bei 1 ",
        ),
        (
            "DELETE FROM verfahren_klar WHERE verfahren_id = (SELECT max(verfahren_id) FROM verfahren_klar)",
            None,
            "Klagen): Vorgänge ohne Klardaten, die keine Entfernung nennt: 1.",
        ),
        (
            "DELETE FROM kundenreaktion_klar WHERE reaktion_id = (SELECT max(reaktion_id) FROM kundenreaktion_klar)",
            None,
            "Aufbewahrung (Kundenreaktionen): Vorgänge ohne Klardaten, die keine Entfernung nennt: 1.",
        ),
        (
            "DELETE FROM prueffall_klar WHERE prueffall_id = (SELECT min(prueffall_id) FROM prueffall_klar)",
            None,
            "Aufbewahrung (Fachaufsicht: Fallbezug der Prüfungen): Vorgänge ohne Klardaten, die keine Entfernung nennt: 1.",
        ),
    ] {
        let vorher = pruefe(&haus, None).unwrap().befunde.len();
        haus.db().schreibe(|s| s.fuehre_aus(aendern, []).map(drop)).unwrap();
        let nachher = pruefe(&haus, None).unwrap().befunde;
        assert_eq!(nachher.len(), vorher + 1, "{aendern}: {nachher:?}");
        assert!(nachher.iter().any(|b| b.contains(befund)), "{aendern}: {nachher:?}");
        if let Some(sql) = zurueck {
            haus.db().schreibe(|s| s.fuehre_aus(sql, []).map(drop)).unwrap();
            assert_eq!(pruefe(&haus, None).unwrap().befunde.len(), vorher);
        }
    }
    // A removal that did not happen: the numbers are still there.
    for sql in [
        "INSERT INTO loeschung SELECT 'l', 'fachaufsicht', 3, '2026-11-20', 1, '2026-11-20', min(id), max(id), x'00' FROM benutzer",
        "INSERT INTO entfernt SELECT max(pruefung_id), 'l' FROM prueffall",
    ] {
        haus.db().schreibe(|s| s.fuehre_aus(sql, []).map(drop)).unwrap();
    }
    let befunde = pruefe(&haus, None).unwrap().befunde;
    let wieder_da = "Prüfungen): Vorgänge, die wieder Klardaten haben, obwohl sie entfernt wurden: 1.";
    assert!(befunde.iter().any(|b| b.contains(wieder_da)), "{befunde:?}");
}
