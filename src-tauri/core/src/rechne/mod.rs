//! The calculation interface: one JSON line in, one JSON line out.
//!
//! With it an outsider recalculates every figure without a database. The module only reads fields, calls
//! the functions of [`crate::stichprobe`] and [`crate::frist`] and names their results; it calculates
//! nothing itself, so that window, report and outsider cannot disagree. The contract of methods, fields and
//! codes stands in `docs/statistik.md` and `docs/recht.md`.

mod auswahl;
mod eingabe;
mod fristen;
mod geld;
mod quoten;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::stichprobe::StichprobeFehler;
use eingabe::Eingabe;

/// A refusal: a closed code for programs, a German sentence for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Absage {
    code: &'static str,
    message: String,
}

impl Absage {
    fn anfrage(message: impl Into<String>) -> Self {
        Self { code: "invalid_request", message: message.into() }
    }
}

impl From<StichprobeFehler> for Absage {
    fn from(fehler: StichprobeFehler) -> Self {
        Self { code: fehler.code(), message: fehler.to_string() }
    }
}

/// What a method answers, or why it does not.
type Antwort = Result<Value, Absage>;

/// The answer as it is written; `id` is what the caller sent, so that answers can be matched to questions.
#[derive(Serialize)]
struct Zeile {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Absage>,
}

/// Answers one request line with one line of JSON, without a line end. Never fails: what cannot be read or
/// calculated is answered with `error`.
#[must_use]
pub fn antworte(zeile: &[u8]) -> String {
    let (id, antwort) = match serde_json::from_slice::<Map<String, Value>>(zeile) {
        Err(_) => (
            Value::Null,
            Err(Absage::anfrage(
                "Die Zeile ist kein JSON-Objekt. Erwartet wird eine Zeile wie {\"id\": …, \"method\": …, \"inputs\": {…}}.",
            )),
        ),
        Ok(mut anfrage) => {
            let antwort = beantworte(&anfrage);
            (anfrage.remove("id").unwrap_or(Value::Null), antwort)
        }
    };
    let (result, error) = match antwort {
        Ok(ergebnis) => (Some(ergebnis), None),
        Err(absage) => (None, Some(absage)),
    };
    // Values that came from JSON, and numbers and texts of our own, always go back into JSON.
    serde_json::to_string(&Zeile { id, result, error }).unwrap_or_default()
}

fn beantworte(anfrage: &Map<String, Value>) -> Antwort {
    let Some(methode) = anfrage.get("method").and_then(Value::as_str) else {
        return Err(Absage::anfrage("In der Anfrage fehlt das Feld „method“ mit dem Namen des Verfahrens."));
    };
    let leer = Map::new();
    let felder = match anfrage.get("inputs") {
        None | Some(Value::Null) => &leer,
        Some(Value::Object(felder)) => felder,
        Some(_) => return Err(Absage::anfrage("Das Feld „inputs“ muss ein JSON-Objekt sein.")),
    };
    let eingabe = Eingabe::neu(felder);
    quoten::rechne(methode, &eingabe)
        .or_else(|| auswahl::rechne(methode, &eingabe))
        .or_else(|| fristen::rechne(methode, &eingabe))
        .or_else(|| geld::rechne(methode, &eingabe))
        .unwrap_or_else(|| Err(Absage::anfrage(format!("Das Verfahren „{methode}“ gibt es nicht."))))
}
