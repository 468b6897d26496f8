//! What no operation can reach: triggers, and counts over rows that later steps write.

use super::*;
use crate::fachaufsicht::pruefung::Pruefungszaehler;
use crate::storage::{Datenbank, Schreiben, StorageFehler};
use chrono::NaiveDate;

const GRUND: &str = "
    INSERT INTO benutzer (id, benutzername, anzeigename, zeichen, rollen, slot_hash, salz) VALUES ('qm', 'qm', 'Q', 'QM-1', '[]', x'', x'');
    INSERT INTO benutzer (id, benutzername, anzeigename, zeichen, rollen, slot_hash, salz) VALUES ('pk', 'pk', 'P', 'PK-1', '[]', x'', x'');
    INSERT INTO standort (id, name, gueltig_ab, salz) VALUES ('s', 'S', '2020-01-01', x'');
    INSERT INTO bereich (id, name, gueltig_ab, salz) VALUES ('b', 'B', '2020-01-01', x'');
    INSERT INTO team (id, name, bereich_id, standort_id, gueltig_ab, salz) VALUES ('t1', 'T1', 'b', 's', '2020-01-01', x'');
    INSERT INTO team (id, name, bereich_id, standort_id, gueltig_ab, salz) VALUES ('t2', 'T2', 'b', 's', '2020-01-01', x'');
    INSERT INTO pruefthema (id, kennung, titel, bereich, sachgebiet, auswahleinheit, salz) VALUES ('th', 'th', 'Thema', 'L', 'x', 'fall', x'');
    INSERT INTO bogenvorlage (id, thema_id, nummer, rechtsstand, abschnitte, herkunft, angelegt_von, angelegt_am, salz)
        VALUES ('v', 'th', 1, '2026-01-01', '[]', 'haus', 'qm', 'x', x'');
    INSERT INTO pruefung (id, nummer, thema_id, vorlage_id, bereich_id, teams, zeitraum_von, zeitraum_bis, pruefungsart, auswahl,
                          fehlerdefinition, teilweise_zaehlt, konfidenz, schichtung, stand, angelegt_von, angelegt_am, salz)
        VALUES ('p', 'FA-2026-001', 'th', 'v', 'b', '[\"t1\",\"t2\"]', '2026-01-01', '2026-06-30', 'basis', 'zufall', 'jede', 1, '0.95',
                'keine', 'gezogen', 'qm', 'x', x'');
    INSERT INTO grundgesamtheit (id, nr, pruefung_id, quellsystem, abfrage, auszug_am, datei_sha256, zuordnung, zeilen_gelesen, uebernommen,
                                 gewarnt, abgelehnt, befunde, schichten, teams, anzeige_titel, listenkennung, population_hash, gruende, hinweise, eingelesen_von, eingelesen_am, salz)
        VALUES ('g', 7, 'p', 'q', 'a', '2026-07-01', 'h', '{}', 2, 2, 0, 0, '[]', '[]', '[]', '[]', 'lk', 'h', '[]', '[]', 'qm', 'x', x'');
    INSERT INTO einheit_klar (gg, lfd, nummer, anzeige) VALUES (7, 1, 'N1', '[]'), (7, 2, 'N2', '[]'), (8, 1, 'N3', '[]');
    INSERT INTO ziehung (id, pruefung_id, nummer, art, schichtung, mindestens, population_hash, schicht_hash, algorithmus, anzahl, aufteilung, salz)
        VALUES ('z', 'p', 1, 'zufall', 'keine', 0, 'h', 'h', 'a', 4, '[]', x'');";

fn mit_bestand(f: impl FnOnce(&Schreiben<'_>)) {
    let ordner = tempfile::tempdir().unwrap();
    let db = Datenbank::anlegen(&ordner.path().join("iks.db"), &[7; 32]).unwrap();
    db.schreibe(|s| -> Result<(), StorageFehler> {
        s.lesen.conn.execute_batch(GRUND)?;
        f(s);
        Ok(())
    })
    .unwrap();
}

fn fall(s: &Schreiben<'_>, position: i64, team: &str, an: &str, stand: &str) {
    s.fuehre_aus(
        "INSERT INTO prueffall (id, pruefung_id, ziehung_id, position, lfd, pseudonym, schicht, team_id, zugewiesen_an, stand, salz)
         VALUES (?1, 'p', 'z', ?2, ?2, 'x', '', ?3, ?4, ?5, x'')",
        (format!("f{position}"), position, team, an, stand),
    )
    .unwrap();
}

fn feststellung(s: &Schreiben<'_>, nummer: i64, fall: &str, stand: &str, bis: Option<&str>) {
    s.fuehre_aus(
        "INSERT INTO feststellung (id, prueffall_id, pruefung_id, nummer, merkmal, art, wirkung, haeufigkeit, schwere, sachgebiet, ursache,
                                   text, stand, stellungnahme_bis, erfasst_von, erfasst_am, salz)
         VALUES (?1, ?2, 'p', ?3, ?1, 'formell', 'ohne', 'einmalig', 'gering', 'x', 'x', 'x', ?4, ?5, 'pk', 'x', x'')",
        (format!("x{nummer}"), fall, nummer, stand, bis),
    )
    .unwrap();
}

#[test]
fn verwendete_vorlage_ist_unveraenderlich() {
    mit_bestand(|s| {
        let sql = |text: &str| s.fuehre_aus(text, []);
        sql("UPDATE bogenvorlage SET abschnitte = '[1]' WHERE id = 'v'").unwrap();
        assert!(s.bogenvorlage_verwenden("v").unwrap());
        assert!(!s.bogenvorlage_verwenden("v").unwrap());
        for text in [
            "UPDATE bogenvorlage SET abschnitte = '[2]' WHERE id = 'v'",
            "UPDATE bogenvorlage SET einleitung = 'x' WHERE id = 'v'",
            "UPDATE bogenvorlage SET rechtsstand = '2027-01-01' WHERE id = 'v'",
            "UPDATE bogenvorlage SET nummer = 9 WHERE id = 'v'",
            "UPDATE bogenvorlage SET verwendet = 0 WHERE id = 'v'",
            "DELETE FROM bogenvorlage WHERE id = 'v'",
        ] {
            assert!(sql(text).unwrap_err().to_string().contains("unveränderlich"), "{text}");
        }
        s.bogenvorlage_freigeben("v", 2, "qm", "2026-11-20").unwrap();
    });
}

#[test]
fn zaehler_und_sicht() {
    mit_bestand(|s| {
        fall(s, 1, "t1", "pk", "in_arbeit");
        fall(s, 2, "t1", "qm", "bestaetigt");
        fall(s, 3, "t2", "pk", "geprueft");
        fall(s, 4, "t2", "qm", "nicht_pruefbar");
        feststellung(s, 1, "f2", "zur_stellungnahme", Some("2026-11-20"));
        feststellung(s, 2, "f2", "zur_stellungnahme", Some("2026-11-19"));
        feststellung(s, 3, "f3", "zurueckgenommen", None);
        feststellung(s, 4, "f3", "strittig", None);
        s.fuehre_aus(
            "INSERT INTO korrektur (id, feststellung_id, pruefung_id, faellig_am, salz) VALUES ('k', 'x4', 'p', '2026-12-01', x'')",
            [],
        )
        .unwrap();
        let heute = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let zaehle = |sicht: Sicht| s.pruefung_zaehler(&sicht, "p", heute).unwrap();
        let haus = Sicht { haus: true, ..Sicht::default() };
        let alles = Pruefungszaehler {
            gezogen: 4,
            offen: 1,
            geprueft: 1,
            bestaetigt: 1,
            nicht_pruefbar: 1,
            feststellungen: 3,
            erfasst: 0,
            frist_laeuft: 1,
            strittig: 1,
            korrekturen_offen: 1,
        };
        assert_eq!(zaehle(haus.clone()), alles);
        assert_eq!(zaehle(Sicht { bereich: Some("b".into()), ..Sicht::default() }), alles);
        let team = Sicht { teams: vec!["t1".into()], ..Sicht::default() };
        assert_eq!((zaehle(team.clone()).gezogen, zaehle(team.clone()).strittig), (2, 0));
        let person = Sicht { person: Some("pk".into()), ..Sicht::default() };
        assert_eq!((zaehle(person.clone()).gezogen, zaehle(person.clone()).strittig), (2, 1));
        let fremd = Sicht { person: Some("niemand".into()), teams: vec!["t9".into()], ..Sicht::default() };
        for (sicht, zu_sehen, gezogen) in
            [(haus, true, 4), (team, true, 2), (person, true, 2), (fremd, false, 0)]
        {
            assert_eq!(s.pruefung_sichtbar(&sicht, "p").unwrap().is_some(), zu_sehen);
            let (zeilen, gesamt) = s
                .pruefungen(&sicht, &PruefungFilter::default(), (Pruefungssortierung::Nummer, false), (0, 10))
                .unwrap();
            assert_eq!(gesamt, u64::from(zu_sehen));
            assert_eq!(zeilen.first().map_or(0, |z| z.gezogen), gezogen);
        }
    });
}

#[test]
fn klarnummern_fallen_weg() {
    mit_bestand(|s| {
        assert_eq!(s.klarnummern_der_grundgesamtheit_loeschen("p").unwrap(), 2);
        assert_eq!(s.zahl("SELECT count(*) FROM einheit_klar", []).unwrap(), 1);
    });
}
