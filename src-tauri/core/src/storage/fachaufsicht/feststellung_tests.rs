//! The constraints below every way in: whoever writes SQL past the core is refused as well.

use crate::fehler::{Code, Fehler};
use crate::storage::{Datenbank, Schreiben, StorageFehler};

/// A unit of team t1, closed by "pruefer", answered by "helfer", with a Feststellung by "schreiber".
/// Parents are left out: foreign keys are deferred and the transaction never commits.
const FALL: &str = "PRAGMA defer_foreign_keys = ON;
    INSERT INTO prueffall (id, pruefung_id, ziehung_id, position, lfd, pseudonym, schicht, team_id, stand, geprueft_von, gegenpruefung, salz)
    VALUES ('f', 'p', 'z', 1, 1, 'ab', 's', 't1', 'geprueft', 'pruefer', 'betrag', x'00');
    INSERT INTO antwort (id, prueffall_id, merkmal, wert, von, am, salz) VALUES ('f/m', 'f', 'm', 'nein', 'helfer', 'x', x'00');
    INSERT INTO feststellung (id, prueffall_id, pruefung_id, nummer, merkmal, art, wirkung, haeufigkeit, schwere, sachgebiet, ursache, text, stand, erfasst_von, erfasst_am, salz)
    VALUES ('x', 'f', 'p', 1, 'm', 'formell', 'ohne', 'einmalig', 'gering', 's', 'u', 't', 'strittig', 'schreiber', 'x', x'00');";

fn versuch(vorher: &str, sql: &str) -> Result<(), Fehler> {
    let ordner = tempfile::tempdir().unwrap();
    let db = Datenbank::anlegen(&ordner.path().join("t.db"), &[7; 32]).unwrap();
    let mut ergebnis = None;
    let _: Result<(), StorageFehler> = db.schreibe(|s: &Schreiben<'_>| {
        s.conn.execute_batch(&format!("{FALL}{vorher}")).unwrap();
        ergebnis =
            Some(s.conn.execute(sql, []).map(|_| ()).map_err(|e| Fehler::from(StorageFehler::from(e))));
        Err(StorageFehler::Veraltet)
    });
    ergebnis.unwrap()
}

fn verweigert(vorher: &str, sql: &str) {
    assert_eq!(versuch(vorher, sql).unwrap_err().code, Code::VierAugen, "{sql}");
}

fn bestaetigen(wer: &str) -> String {
    format!("UPDATE prueffall SET stand = 'bestaetigt', gegengeprueft_von = '{wer}' WHERE id = 'f'")
}

#[test]
fn bogen_bestaetigt_nur_wer_nicht_beteiligt_war() {
    for wer in ["pruefer", "helfer", "schreiber"] {
        verweigert("", &bestaetigen(wer));
    }
    versuch("", &bestaetigen("zweite")).unwrap();
    // The other way round: the second person may not become the checker afterwards.
    verweigert(
        &format!("{};", bestaetigen("zweite")),
        "UPDATE prueffall SET geprueft_von = 'zweite' WHERE id = 'f'",
    );
}

#[test]
fn entschieden_wird_nicht_in_eigener_sache() {
    let entscheide = |wer: &str| {
        format!(
            "INSERT INTO entscheidung (id, feststellung_id, ergebnis, grund, von, am, salz) VALUES ('e', 'x', 'aufrechterhalten', 'g', '{wer}', 'x', x'00')"
        )
    };
    let stellungnahme = |quelle: &str| {
        format!(
            "INSERT INTO stellungnahme (id, feststellung_id, antwort, text, uebertragen_aus, von, am, salz) VALUES ('s', 'x', 'nicht_anerkannt', 't', '{quelle}', 'leitung', 'x', x'00');"
        )
    };
    verweigert("", &entscheide("schreiber"));
    verweigert(&stellungnahme(""), &entscheide("leitung"));
    versuch(&stellungnahme("E-Mail vom 3. November"), &entscheide("leitung")).unwrap();
    versuch(&stellungnahme(""), &entscheide("zweite")).unwrap();
}

#[test]
fn korrektur_bestaetigt_eine_andere_person() {
    let korrektur = "INSERT INTO korrektur (id, feststellung_id, pruefung_id, faellig_am, erledigt_am, erledigt_von, salz)
                     VALUES ('k', 'x', 'p', '2026-12-01', '2026-11-30', 'leitung', x'00');";
    let bestaetige = |wer: &str| {
        format!("UPDATE korrektur SET bestaetigt_von = '{wer}', bestaetigt_am = 'x' WHERE id = 'k'")
    };
    verweigert(korrektur, &bestaetige("leitung"));
    versuch(korrektur, &bestaetige("zweite")).unwrap();
}
