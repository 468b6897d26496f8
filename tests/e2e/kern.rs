//! The two doors of the core, called from the page: for the many entries of which a journey shows one by hand.

use serde_json::{Value, json};

use crate::fenster::Fenster;

impl Fenster {
    /// Changes something as the person who is signed in; fails if she may not.
    pub async fn aendern(&self, name: &str, daten: Value) -> Value {
        self.versuche(name, daten).await.unwrap_or_else(|fehler| panic!("{name}: {fehler}"))
    }

    /// The same, where a refusal is expected.
    pub async fn versuche(&self, name: &str, daten: Value) -> Result<Value, Value> {
        self.rufe("aendern", json!({"operation": {"name": name, "daten": daten}, "mitzeichnung": null})).await
    }

    /// Asks something.
    pub async fn lesen(&self, name: &str, daten: Value) -> Value {
        let antwort = self.rufe("lesen", json!({"abfrage": {"name": name, "daten": daten}})).await;
        antwort.unwrap_or_else(|fehler| panic!("{name}: {fehler}"))
    }
}

/// Id of the first object that a change made or touched.
pub fn erste_id(geaendert: &Value) -> String {
    wort(&geaendert["objekte"][0]["id"])
}

/// A text of an answer.
pub fn wort(wert: &Value) -> String {
    wert.as_str().unwrap_or_else(|| panic!("kein Text: {wert}")).to_owned()
}

/// The rows of a list.
pub fn zeilen(liste: &Value) -> &Vec<Value> {
    liste.as_array().unwrap_or_else(|| panic!("keine Liste: {liste}"))
}

/// Id and version, as operations name what they change.
pub fn bezug(zeile: &Value) -> Value {
    json!({"id": zeile["id"], "version": zeile["version"]})
}
