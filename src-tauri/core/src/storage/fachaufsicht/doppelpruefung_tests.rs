//! What 0014 refuses to whoever writes SQL past the core.

use crate::fehler::{Code, Fehler};
use crate::storage::{Datenbank, Schreiben, StorageFehler};

/// A unit checked by "pruefer", counter-checked by "zweite", answered by "helfer", with a Feststellung by "schreiber",
/// and its second sheet. Parents are left out: foreign keys are deferred and the transaction never commits.
const BESTAND: &str = "PRAGMA defer_foreign_keys = ON;
    INSERT INTO prueffall (id, pruefung_id, ziehung_id, position, lfd, pseudonym, schicht, team_id, zugewiesen_an, stand, geprueft_von, gegengeprueft_von, gegenpruefung, salz)
    VALUES ('f', 'p', 'z', 1, 1, 'ab', 's', 't1', 'zugewiesen', 'bestaetigt', 'pruefer', 'zweite', 'betrag', x'00');
    INSERT INTO antwort (id, prueffall_id, merkmal, wert, von, am, salz) VALUES ('f/m', 'f', 'm', 'nein', 'helfer', 'x', x'00');
    INSERT INTO feststellung (id, prueffall_id, pruefung_id, nummer, merkmal, art, wirkung, haeufigkeit, schwere, sachgebiet, ursache, text, stand, erfasst_von, erfasst_am, salz)
    VALUES ('x', 'f', 'p', 1, 'm', 'formell', 'ohne', 'einmalig', 'gering', 's', 'u', 't', 'strittig', 'schreiber', 'x', x'00');
    INSERT INTO doppelpruefung (id, anteil, salz) VALUES ('p', 10, x'00');
    INSERT INTO zweitbogen (id, pruefung_id, fruehere, salz) VALUES ('f', 'p', '[\"gab_zurueck\"]', x'00');";

const ZUGEWIESEN: &str = "UPDATE zweitbogen SET person = 'blind' WHERE id = 'f';";
const BEGONNEN: &str =
    "UPDATE zweitbogen SET person = 'blind', stand = 'in_arbeit', begonnen_am = 'x' WHERE id = 'f';";
const ABGESCHLOSSEN: &str = "UPDATE zweitbogen SET person = 'blind', stand = 'abgeschlossen', begonnen_am = 'x', abgeschlossen_am = 'x' WHERE id = 'f';";
const ERSTANTWORTEN: &str = "UPDATE zweitbogen SET erstantworten = '{\"m\":\"nein\"}' WHERE id = 'f';";

/// `sql` after `vorher`, as the core would hear of it.
fn versuch(vorher: &str, sql: &str) -> Result<(), Fehler> {
    let ordner = tempfile::tempdir().unwrap();
    let db = Datenbank::anlegen(&ordner.path().join("t.db"), &[7; 32]).unwrap();
    let mut ergebnis = None;
    let _: Result<(), StorageFehler> = db.schreibe(|s: &Schreiben<'_>| {
        s.conn.execute_batch(&format!("{BESTAND}{vorher}")).unwrap();
        ergebnis = Some(s.conn.execute_batch(sql).map_err(|e| Fehler::from(StorageFehler::from(e))));
        Err(StorageFehler::Veraltet)
    });
    ergebnis.unwrap()
}

fn vier_augen(vorher: &str, sql: &str) {
    assert_eq!(versuch(vorher, sql).unwrap_err().code, Code::VierAugen, "{sql}");
}

fn verweigert(vorher: &str, sql: &str) {
    assert!(versuch(vorher, sql).is_err(), "{sql}");
}

#[test]
fn zum_zweiten_mal_prueft_nur_wer_nicht_beteiligt_war() {
    for wer in ["zugewiesen", "pruefer", "zweite", "helfer", "schreiber", "gab_zurueck"] {
        vier_augen("", &format!("UPDATE zweitbogen SET person = '{wer}' WHERE id = 'f'"));
    }
    versuch("", ZUGEWIESEN).unwrap();
    verweigert(
        "",
        "INSERT INTO zweitbogen (id, pruefung_id, person, salz) VALUES ('g', 'p', 'pruefer', x'00')",
    );
}

#[test]
fn wer_zum_zweiten_mal_prueft_hat_mit_dem_ersten_bogen_nichts_zu_tun() {
    let erster = |wer: &str| {
        [
            format!("UPDATE prueffall SET zugewiesen_an = '{wer}' WHERE id = 'f'"),
            format!("UPDATE prueffall SET geprueft_von = '{wer}' WHERE id = 'f'"),
            format!("UPDATE prueffall SET gegengeprueft_von = '{wer}' WHERE id = 'f'"),
            format!("INSERT INTO antwort (id, prueffall_id, merkmal, wert, von, am, salz) VALUES ('f/n', 'f', 'n', 'ja', '{wer}', 'x', x'00')"),
            format!("UPDATE antwort SET von = '{wer}' WHERE id = 'f/m'"),
            format!("INSERT INTO feststellung (id, prueffall_id, pruefung_id, nummer, merkmal, art, wirkung, haeufigkeit, schwere, sachgebiet, ursache, text, stand, erfasst_von, erfasst_am, salz)
                     VALUES ('y', 'f', 'p', 2, 'n', 'formell', 'ohne', 'einmalig', 'gering', 's', 'u', 't', 'erfasst', '{wer}', 'x', x'00')"),
        ]
    };
    for sql in erster("blind") {
        vier_augen(ZUGEWIESEN, &sql);
    }
    for sql in erster("andere") {
        versuch(ZUGEWIESEN, &sql).unwrap();
    }
}

#[test]
fn abgeschlossen_bleibt_der_zweitbogen_wie_er_ist() {
    let danach = [
        "stand = 'in_arbeit', abgeschlossen_am = NULL",
        "antworten = '{\"m\":\"ja\"}'",
        "person = 'andere'",
        "person = NULL",
        "bemerkung = 'anders'",
        "begonnen_am = 'y'",
        "abgeschlossen_am = 'y'",
    ];
    for was in danach {
        verweigert(ABGESCHLOSSEN, &format!("UPDATE zweitbogen SET {was} WHERE id = 'f'"));
    }
    // Before that, the same is work on the sheet.
    for was in ["antworten = '{\"m\":\"ja\"}'", "person = 'andere'", "bemerkung = 'anders'"] {
        versuch(BEGONNEN, &format!("UPDATE zweitbogen SET {was} WHERE id = 'f'")).unwrap();
    }
    // The first answers may come later than the closing, but only once.
    versuch(ABGESCHLOSSEN, ERSTANTWORTEN).unwrap();
    for was in ["'{\"m\":\"ja\"}'", "NULL"] {
        verweigert(ERSTANTWORTEN, &format!("UPDATE zweitbogen SET erstantworten = {was} WHERE id = 'f'"));
    }
}

#[test]
fn anteil_und_zweitboegen_werden_nicht_weniger() {
    verweigert("", "UPDATE doppelpruefung SET anteil = 9 WHERE id = 'p'");
    versuch("", "UPDATE doppelpruefung SET anteil = 11 WHERE id = 'p'").unwrap();
    for sql in [
        "DELETE FROM doppelpruefung WHERE id = 'p'",
        "DELETE FROM zweitbogen WHERE id = 'f'",
        "UPDATE zweitbogen SET id = 'g' WHERE id = 'f'",
        "UPDATE zweitbogen SET pruefung_id = 'q' WHERE id = 'f'",
        // Nobody works on a sheet without having stated that she does not know the first one.
        "UPDATE zweitbogen SET person = 'blind', stand = 'in_arbeit' WHERE id = 'f'",
        "UPDATE zweitbogen SET stand = 'in_arbeit', begonnen_am = 'x' WHERE id = 'f'",
        "UPDATE zweitbogen SET person = 'blind', stand = 'abgeschlossen', begonnen_am = 'x' WHERE id = 'f'",
    ] {
        verweigert("", sql);
    }
}
