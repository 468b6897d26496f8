//! "Jobcenter Musterkreis" from an empty folder: the house, its organisation, its people.

use serde_json::json;

use crate::{
    fenster::Fenster,
    kern::{erste_id, wort},
};

const ADMIN: (&str, &str) = ("admin", "Kastanie-Regal-Lampe-41");
const ERSTES: &str = "Übergabe-Zettel-Montag-7";
pub const EIGENES: &str = "Wolke-Treppe-Fahrrad-93";

/// Password of every user of the demo house.
pub const PASSWORT: &str = "Demo-Musterkreis-2026";

/// Opens the demo house from an empty folder and signs in the Qualitätsmanagement.
pub async fn demohaus(f: &Fenster) {
    f.warte_auf_h1("Einrichtung").await;
    f.klicke("Demohaus öffnen").await;
    // Three years of a house are entered one by one; a busy machine takes a minute.
    for _ in 0..180 {
        if f.skript("return document.querySelector('h1')?.innerText.trim() === 'Anmeldung'", vec![]).await
            == json!(true)
        {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
    f.warte_auf_h1("Anmeldung").await;
    f.anmelden("qm", PASSWORT).await;
    f.warte_auf_h1("Übersicht").await;
}

/// The assistant of the first start, up to the administrator's start page.
pub async fn einrichten(f: &Fenster) {
    f.warte_auf_h1("Einrichtung").await;
    f.bild("hauptweg-einrichtung-haus").await;
    f.tippe("Name des Hauses", "Jobcenter Musterkreis").await;
    f.waehle("Land", "Thüringen").await;
    f.klicke("Weiter").await;
    f.tippe("Benutzername", ADMIN.0).await;
    f.tippe("Anzeigename", "Anke Damm").await;
    f.tippe("Passwort", ADMIN.1).await;
    f.tippe("Passwort wiederholen", ADMIN.1).await;
    // The meter moves what stands below it.
    f.text_da("Sehr gutes Passwort.").await;
    f.bild("hauptweg-einrichtung-administration").await;
    f.klicke("Haus anlegen").await;
    f.text_da("Dieser Schlüssel wird nur jetzt angezeigt.").await;
    let schluessel = f.skript("return document.querySelector('.schluessel').innerText.trim()", vec![]).await;
    assert!(wort(&schluessel).len() >= 32, "a recovery key is long");
    f.bild("hauptweg-einrichtung-schluessel").await;
    f.kreuze_an("Ich habe den Schlüssel sicher verwahrt").await;
    f.klicke("Weiter").await;
    f.warte_auf_h1("Übersicht").await;
    assert!(!f.text().await.contains(&wort(&schluessel)), "the key is shown once");
    f.bild("hauptweg-uebersicht-administration").await;
}

/// One site, one area and one team by hand; the other teams as the page sends them.
pub async fn organisation(f: &Fenster) {
    f.klicke("Verwaltung").await;
    f.warte_auf_h1("Verwaltung").await;
    f.bild("hauptweg-verwaltung").await;
    f.klicke("Organisation").await;
    f.warte_auf_h1("Organisation").await;
    for (reiter, knopf, name) in [
        ("Standorte", "Neuer Standort", "Musterstadt-Süd"),
        ("Bereiche", "Neuer Bereich", "Leistungsgewährung"),
    ] {
        f.klicke(reiter).await;
        f.klicke(knopf).await;
        f.tippe("Name", name).await;
        f.tippe("Gültig ab", "01.01.2015").await;
        f.klicke("Speichern").await;
        f.text_da(&format!("{name} ab 01.01.2015")).await;
    }
    f.klicke("Teams").await;
    f.klicke("Neues Team").await;
    f.tippe("Name", "Leistung 1").await;
    f.waehle("Bereich", "Leistungsgewährung").await;
    f.waehle("Standort", "Musterstadt-Süd").await;
    f.tippe("Gültig ab", "01.01.2015").await;
    f.bild("hauptweg-team-anlegen").await;
    f.klicke("Speichern").await;
    f.text_da("Das Team wurde gespeichert.").await;

    let haus = f.lesen("organisation.uebersicht", json!({})).await;
    for nummer in 2..=4 {
        let team = json!({
            "bezug": null, "name": format!("Leistung {nummer}"), "unter_fuenf": false,
            "bereich_id": haus["bereiche"][0]["id"], "standort_id": haus["standorte"][0]["id"],
            "gueltigkeit": {"gueltig_ab": "2015-01-01", "gueltig_bis": null},
        });
        erste_id(&f.aendern("organisation.team_speichern", team).await);
    }
    f.klicke("Haus").await;
    f.warte_auf_h1("Haus").await;
    f.bild("hauptweg-haus").await;
    f.klicke("Organisation").await;
    f.text_da("Leistung 4").await;
    f.bild("hauptweg-organisation").await;
}

/// The Qualitätsmanagement by hand, the others as the page sends them.
pub async fn benutzer(f: &Fenster) {
    f.klicke("Benutzer").await;
    f.warte_auf_h1("Benutzer").await;
    f.klicke("Benutzer anlegen").await;
    f.tippe("Anzeigename", "Quirin Maßmann").await;
    f.tippe("Benutzername", "qm").await;
    f.kreuze_an("Qualitätsmanagement").await;
    f.tippe("Erstes Passwort", ERSTES).await;
    f.tippe("Erstes Passwort wiederholen", ERSTES).await;
    f.text_da("Sehr gutes Passwort.").await;
    f.bild("hauptweg-benutzer-anlegen").await;
    f.klicke("Benutzer anlegen").await;
    f.text_da("Quirin Maßmann kann sich jetzt anmelden.").await;

    let haus = f.lesen("organisation.uebersicht", json!({})).await;
    let team = haus["teams"].as_array().unwrap().iter().find(|t| t["name"] == "Leistung 1").unwrap();
    for (name, anzeigename, rolle) in [
        ("pruefer", "Petra Rüfer", "pruefkraft"),
        ("tl1", "Tabea Lindner", "teamleitung"),
        ("bl", "Britta Lehnert", "bereichsleitung"),
    ] {
        let neu = json!({
            "benutzername": name, "anzeigename": anzeigename, "rollen": [rolle], "passwort": ERSTES,
            "bereich_id": (rolle == "bereichsleitung").then_some(&haus["bereiche"][0]["id"]),
            "teams": if rolle == "teamleitung" { vec![&team["id"]] } else { vec![] },
        });
        f.aendern("benutzer.anlegen", neu).await;
    }
    f.klicke("Rechte").await;
    f.warte_auf_h1("Rechte").await;
    f.bild("hauptweg-rechte").await;
    f.klicke("Benutzer").await;
    f.text_da("Britta Lehnert").await;
    f.bild("hauptweg-benutzer").await;
}

/// Signs in for the first time: an own password is demanded before anything else.
pub async fn erste_anmeldung(f: &Fenster, benutzer: &str) {
    f.klicke("Abmelden").await;
    f.warte_auf_h1("Anmeldung").await;
    f.anmelden(benutzer, ERSTES).await;
    f.warte_auf_h1("Neues Passwort").await;
    f.bild("hauptweg-neues-passwort").await;
    f.tippe("Bisheriges Passwort", ERSTES).await;
    f.tippe("Neues Passwort", EIGENES).await;
    f.tippe("Neues Passwort wiederholen", EIGENES).await;
    f.text_da("Sehr gutes Passwort.").await;
    f.klicke("Passwort ändern").await;
    f.text_da("Abmelden").await;
}

/// Another person sits down at the desk; her start page opens.
pub async fn wechsle(f: &Fenster, benutzer: &str, passwort: &str) {
    f.schliesse_meldungen().await;
    f.klicke("Abmelden").await;
    f.warte_auf_h1("Anmeldung").await;
    f.anmelden(benutzer, passwort).await;
    f.klicke("Übersicht").await;
    f.warte_auf_h1("Übersicht").await;
}
