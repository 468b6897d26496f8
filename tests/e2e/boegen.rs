//! Check sheets: one by keyboard alone, many as the page sends them.

use serde_json::{Value, json};

use crate::{
    fenster::Fenster,
    kern::{bezug, wort, zeilen},
};

pub const IN_GRUPPE: &str = "e.closest('[data-antworten]')";

/// Fills the open sheet without a mouse: the first item "nein" with its Feststellung, everything else "ja".
pub async fn mit_tastatur(f: &Fenster) {
    f.tab_bis(IN_GRUPPE).await;
    f.taste("N").await;
    f.text_da("Finanzielle Auswirkung").await;
    f.taste("Tab").await;
    // Lists take the first letters of an entry.
    for anfang in ["materiell", "wesentlich", "Antrag", "Schnitt"] {
        f.tab_bis("e.tagName === 'SELECT' && e.value === ''").await;
        f.schreibe(anfang).await;
    }
    f.tab_bis("e.type === 'radio' && e.value === 'ueberzahlung'").await;
    f.taste("Leertaste").await;
    f.tab_bis("e.name === 'betrag_bund_cent'").await;
    f.schreibe("281,50").await;
    f.tab_bis("e.name === 'betrag_kommune_cent'").await;
    f.schreibe("174,00").await;
    f.tab_bis("e.name === 'text'").await;
    f.schreibe("Der Leistungsbeginn liegt einen Monat vor dem Antrag.").await;
    f.tab_bis("e.name === 'korrektur_bis'").await;
    f.schreibe("+2M").await;
    f.bild("hauptweg-feststellung-im-bogen").await;
    f.tab_bis("e.innerText.trim() === 'Feststellung speichern'").await;
    f.taste("Eingabe").await;
    f.text_da("Die Feststellung wurde gespeichert.").await;

    // The focus now stands on the second item; "ja" leads on. What an answer brings up lies above.
    for _ in 0..40 {
        f.text_weg("wird gespeichert …").await;
        if f.text().await.contains("Der Prüfbogen ist vollständig.") {
            break;
        }
        let beantwortet = format!(
            "const e = document.activeElement; return {IN_GRUPPE}?.querySelector('[aria-checked=\"true\"]') != null"
        );
        let taste = if f.skript(&beantwortet, vec![]).await == json!(true) { "Hoch" } else { "J" };
        f.taste(taste).await;
    }
    f.text_da("Der Prüfbogen ist vollständig.").await;
    f.bild("hauptweg-bogen-vollstaendig").await;
    abschliessen_mit_tastatur(f).await;
}

async fn abschliessen_mit_tastatur(f: &Fenster) {
    f.tab_bis("e.innerText.trim() === 'Prüfbogen abschließen'").await;
    f.taste("Eingabe").await;
    f.tab_bis("e.closest('dialog') && e.innerText.trim() === 'Abschließen'").await;
    f.taste("Eingabe").await;
    f.text_da("Der Prüfbogen wurde abgeschlossen.").await;
}

/// All drawn units of a check in these states (none: all).
pub async fn faelle(f: &Fenster, pruefung: &str, staende: &[&str]) -> Vec<Value> {
    let frage = json!({
        "pruefung_id": pruefung, "blatt": {"ab": 0, "anzahl": 500}, "sortierung": "position", "absteigend": false,
        "staende": staende, "team_id": null, "zugewiesen_an": null, "nicht_zugewiesen": false,
        "nur_mit_feststellung": false, "suche": null,
    });
    zeilen(&f.lesen("bogen.liste", frage).await["zeilen"]).clone()
}

/// Answers every item "ja", with `fehler` the first one "nein" and a Feststellung to it, and closes the sheet.
pub async fn ausfuellen(f: &Fenster, id: &str, fehler: Option<Value>) {
    let mut fehler = fehler;
    loop {
        let bogen = f.lesen("bogen.lesen", json!({"id": id})).await;
        if zeilen(&bogen["offen"]).is_empty() {
            f.aendern("bogen.abschliessen", bezug(&bogen["fall"])).await;
            return;
        }
        let merkmal = wort(&bogen["offen"][0]["merkmal"]);
        if let Some(inhalt) = fehler.take() {
            let antwort = json!({"id": id, "merkmal": merkmal, "wert": "nein", "version": 0});
            f.aendern("bogen.antworten", antwort).await;
            let feststellung =
                json!({"bezug": null, "prueffall_id": id, "merkmal": merkmal, "inhalt": inhalt});
            f.aendern("feststellung.speichern", feststellung).await;
        } else if bogen["restliche_auf_ja"] == json!(true) {
            for abschnitt in 0..zeilen(&bogen["abschnitte"]).len() {
                // A section without open items refuses.
                let _ = f.versuche("bogen.restliche_auf_ja", json!({"id": id, "abschnitt": abschnitt})).await;
            }
        } else {
            for luecke in zeilen(&bogen["offen"]) {
                let antwort = json!({"id": id, "merkmal": luecke["merkmal"], "wert": "ja", "version": 0});
                f.aendern("bogen.antworten", antwort).await;
            }
        }
    }
}

/// A Feststellung with or without money.
pub fn feststellung(bund_cent: i64) -> Value {
    json!({
        "art": if bund_cent > 0 { "materiell" } else { "dokumentation" },
        "wirkung": if bund_cent > 0 { "unterzahlung" } else { "ohne" },
        "betrag_bund_cent": bund_cent, "betrag_kommune_cent": 0, "haeufigkeit": "einmalig",
        "zeitraum_von": null, "zeitraum_bis": null, "schwere": "wesentlich",
        "sachgebiet": "antrag-identitaet", "ursache": "wissen-einarbeitung",
        "text": "Der Nachweis liegt nicht in der E-Akte.", "korrektur_bis": null,
    })
}

/// Feststellungen of a check in that state.
pub async fn feststellungen(f: &Fenster, pruefung: &str, stand: &str) -> Vec<Value> {
    let frage = json!({
        "pruefung_id": pruefung, "blatt": {"ab": 0, "anzahl": 500}, "sortierung": "nummer", "absteigend": false,
        "staende": [stand], "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null,
        "nur_ueberfaellig": false,
    });
    zeilen(&f.lesen("feststellung.liste", frage).await["zeilen"]).clone()
}

/// The answer of a Teamleitung, entered by her or taken from a letter of hers.
pub async fn stellungnahme(f: &Fenster, zeile: &Value, antwort: &str, text: &str, quelle: Option<&str>) {
    let mut daten = bezug(zeile);
    daten["antwort"] = json!(antwort);
    daten["text"] = json!(text);
    daten["uebertragen_aus"] = json!(quelle);
    f.aendern("feststellung.stellungnahme", daten).await;
}
