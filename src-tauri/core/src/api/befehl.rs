//! The commands of a carrier: the two doors, and what lies before and beside them (first start,
//! sign-in, lock, progress). One closed list; a carrier passes name and data through.

use super::arbeitsplatz::{Arbeitsplatz, EinrichtenAnfrage, Mitzeichnung};
use crate::fehler::{Code, Ergebnis, Fehler};
use serde::Deserialize;
use serde_json::{Value, json};
use zeroize::Zeroizing;

#[derive(Deserialize)]
#[serde(tag = "befehl", content = "daten", rename_all = "snake_case")]
enum Befehl {
    Zustand {},
    Einrichten(EinrichtenAnfrage),
    Anmelden {
        benutzername: String,
        passwort: Zeroizing<String>,
    },
    Entsperren {
        passwort: Zeroizing<String>,
    },
    Wiederherstellen {
        benutzername: String,
        wiederherstellungsschluessel: String,
        neues_passwort: Zeroizing<String>,
    },
    Sperren {},
    Abmelden {},
    Aendern {
        operation: Ruf,
        mitzeichnung: Option<Mitzeichnung>,
    },
    Lesen {
        abfrage: Ruf,
    },
    PasswortStaerke {
        passwort: Zeroizing<String>,
        woerter: Vec<String>,
    },
    Fortschritt {},
    Abbrechen {},
    SicherungProben {
        datei: String,
        benutzername: String,
        passwort: Zeroizing<String>,
    },
    SicherungWiederherstellen {
        datei: String,
        benutzername: String,
        passwort: Zeroizing<String>,
    },
    DemoAnlegen {},
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ruf {
    name: String,
    daten: Value,
}

/// Carries out one command from the wire. Blocking: a carrier calls it off its own thread.
pub fn rufe(platz: &Arbeitsplatz, befehl: &str, daten: Value) -> Ergebnis<Value> {
    let befehl: Befehl = serde_json::from_value(json!({"befehl": befehl, "daten": daten})).map_err(|e| {
        Fehler::neu(Code::Eingabe, "Die Angaben sind unvollständig oder nicht lesbar.").wegen(e)
    })?;
    match befehl {
        Befehl::Zustand {} => wert(platz.zustand()?),
        Befehl::Einrichten(anfrage) => {
            let schluessel = platz.einrichten(anfrage)?;
            Ok(json!({"wiederherstellungsschluessel": *schluessel}))
        }
        Befehl::Anmelden { benutzername, passwort } => {
            platz.anmelden(&benutzername, &passwort).and_then(leer)
        }
        Befehl::Entsperren { passwort } => platz.entsperren(&passwort).and_then(leer),
        Befehl::Wiederherstellen { benutzername, wiederherstellungsschluessel, neues_passwort } => platz
            .wiederherstellen(&benutzername, &wiederherstellungsschluessel, &neues_passwort)
            .and_then(leer),
        Befehl::Sperren {} => {
            platz.sperren();
            Ok(Value::Null)
        }
        Befehl::Abmelden {} => {
            platz.abmelden();
            Ok(Value::Null)
        }
        Befehl::Aendern { operation, mitzeichnung } => {
            wert(platz.aendern(&operation.name, operation.daten, mitzeichnung)?)
        }
        Befehl::Lesen { abfrage } => platz.lesen(&abfrage.name, abfrage.daten),
        Befehl::PasswortStaerke { passwort, woerter } => wert(platz.passwort_staerke(&passwort, &woerter)),
        Befehl::Fortschritt {} => wert(platz.fortschritt()),
        Befehl::Abbrechen {} => {
            platz.abbrechen();
            Ok(Value::Null)
        }
        Befehl::SicherungProben { datei, benutzername, passwort } => {
            wert(platz.sicherung_proben(&datei, &benutzername, &passwort)?)
        }
        Befehl::SicherungWiederherstellen { datei, benutzername, passwort } => {
            wert(platz.sicherung_wiederherstellen(&datei, &benutzername, &passwort)?)
        }
        Befehl::DemoAnlegen {} => platz.demo_anlegen().and_then(leer),
    }
}

fn wert(antwort: impl serde::Serialize) -> Ergebnis<Value> {
    serde_json::to_value(antwort).map_err(Fehler::intern)
}

fn leer((): ()) -> Ergebnis<Value> {
    Ok(Value::Null)
}
