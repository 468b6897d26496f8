//! Nobody releases an own sheet: not in the window, not with an own second signature, not at the core's door.
//! (That the database refuses it too is a test of the storage.)

use serde_json::{Value, json};

use crate::{
    boegen::{ausfuellen, faelle, feststellung},
    fenster::Fenster,
    kern::{bezug, wort, zeilen},
    musterkreis::{PASSWORT, demohaus},
};

#[tokio::test]
async fn vier_augen_niemand_gibt_den_eigenen_bogen_frei() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;
    let (pruefung, fall) = eigener_bogen(&f).await;
    let id = wort(&fall["id"]);

    // The sheet says so and does not offer it.
    f.skript("location.hash = arguments[0]", vec![json!(format!("#/fachaufsicht/{pruefung}/fall/{id}"))])
        .await;
    f.warte_auf_h1(&format!("Prüffall {}", fall["position"])).await;
    f.text_da("Sie haben diesen Prüfbogen selbst bearbeitet.").await;
    let knoepfe = f
        .skript("return [...document.querySelectorAll('button')].map((b) => b.innerText.trim())", vec![])
        .await;
    assert!(!zeilen(&knoepfe).iter().any(|k| k == "Bestätigen …" || k == "Zurückgeben …"), "{knoepfe}");
    f.bild("vier-augen-bogen").await;

    // The second signature by the same person.
    f.klicke("Zweite Person bestätigt …").await;
    f.tippe("Benutzername der zweiten Person", "qm").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Bestätigen").await;
    f.text_da("Mitzeichnen muss eine andere Person als die angemeldete.").await;
    f.bild("vier-augen-mitzeichnung").await;
    f.klicke("Abbrechen").await;

    // Among many in the list.
    f.klicke("Alle Prüffälle").await;
    f.waehle("Stand", "zur Gegenprüfung").await;
    f.text_weg("30 Zeilen").await;
    f.kreuze_an("Alle Zeilen dieser Seite auswählen").await;
    f.klicke("Bestätigen …").await;
    f.klicke("Bestätigen").await;
    f.text_da(
        "Sie haben diesen Prüfbogen selbst bearbeitet. Die Gegenprüfung muss eine andere Person ausführen.",
    )
    .await;
    f.bild("vier-augen-viele").await;
    f.klicke("Abbrechen").await;

    // At the core's door.
    let mut rueckgabe = bezug(&fall);
    rueckgabe["grund"] = json!("Ich möchte noch einmal nachsehen.");
    for (name, daten) in
        [("bogen.bestaetigen", json!({"faelle": [bezug(&fall)]})), ("bogen.zurueckgeben", rueckgabe)]
    {
        let fehler = f.versuche(name, daten).await.expect_err(name);
        assert_eq!(fehler["code"], "vier_augen", "{name}: {fehler}");
    }
    let danach = f.lesen("bogen.lesen", json!({"id": id})).await;
    assert_eq!(danach["fall"]["stand"], "geprueft");
    assert_eq!(danach["fall"]["gegengeprueft_von"], Value::Null);

    // Another person may: the Bereichsleitung signs in the dialog.
    f.skript("history.back()", vec![]).await;
    f.klicke("Zweite Person bestätigt …").await;
    f.tippe("Benutzername der zweiten Person", "bl").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Bestätigen").await;
    f.text_da("Der Prüfbogen wurde bestätigt.").await;
    f.bild("vier-augen-bestaetigt").await;
    f.schliessen().await;
}

/// A sheet with money of the running check, filled and closed by the Qualitätsmanagement: the check and the unit.
async fn eigener_bogen(f: &Fenster) -> (String, Value) {
    let frage = json!({
        "filter": {"text": "", "stand": ["gezogen"], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null},
        "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 1},
    });
    let pruefung = wort(&f.lesen("pruefung.liste", frage).await["zeilen"][0]["id"]);
    let offen = faelle(f, &pruefung, &["offen"]).await;
    let id = wort(&offen[0]["id"]);
    let ich = f.rufe("zustand", json!({})).await.unwrap()["person"]["id"].clone();
    f.aendern("bogen.zuweisen", json!({"faelle": [bezug(&offen[0])], "an": ich})).await;
    ausfuellen(f, &id, Some(feststellung(5000))).await;
    let geprueft = faelle(f, &pruefung, &["geprueft"]).await;
    let fall =
        geprueft.into_iter().find(|z| z["id"] == json!(id)).expect("the sheet waits for a second person");
    (pruefung, fall)
}
