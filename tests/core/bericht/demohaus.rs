//! The reports of the demo house, as they leave it.

use super::konform::pruefe;
use iks_core::api::{self, Abfrage, Fortschritt, Operation};
use iks_core::demo;
use iks_core::haus::{Haus, Ordner, Prozesssperre};
use iks_core::umgebung::FesteUmgebung;
use serde_json::json;
use std::sync::Arc;

#[test]
fn jeder_bericht_des_demohauses_ist_pdf_a_2a_und_pdf_ua_1() {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = Ordner::neu(ordner.path().join("haus"));
    let gemacht = demo::anlegen(pfad.clone(), &demo::Vorgaben::default(), &Fortschritt::default()).unwrap();
    let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
    let umgebung = Arc::new(FesteUmgebung::neu("2026-11-23T08:00:00Z".parse().unwrap(), "berichte"));
    let (haus, qm) = Haus::oeffnen(pfad, umgebung, sperre, "qm", demo::PASSWORT).unwrap();
    let exportiere = |name: &str, frage: serde_json::Value| {
        api::aendern(&haus, &qm, Operation::aus_json(name, frage).unwrap()).unwrap();
    };
    let lies = |datei: &str| std::fs::read(ordner.path().join(datei)).unwrap();
    assert!(!gemacht.pruefungen.is_empty());
    for nummer in &gemacht.pruefungen {
        let datei = ordner.path().join(format!("{nummer}.pdf"));
        let frage = json!({"name": "pruefung", "nummer": nummer, "von": null, "bis": null, "datei": datei, "ueberschreiben": false});
        exportiere("bericht.exportieren", frage);
        pruefe(&lies(&format!("{nummer}.pdf")));
    }
    let datei = ordner.path().join("auszug.pdf");
    exportiere(
        "bericht.exportieren",
        json!({"name": "protokoll", "nummer": null, "von": "2026-01-01", "bis": "2026-01-31", "datei": datei, "ueberschreiben": false}),
    );
    pruefe(&lies("auszug.pdf"));
    let filter = json!({"text": gemacht.pruefungen[0], "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let lesen = |name: &str, frage| api::lesen(&haus, &qm, Abfrage::aus_json(name, frage).unwrap()).unwrap();
    let liste = lesen(
        "pruefung.liste",
        json!({"filter": filter, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 5}}),
    );
    let ziehungen = lesen("ziehung.liste", json!({"pruefung_id": liste["zeilen"][0]["id"]}));
    let datei = ordner.path().join("ziehung.json");
    exportiere(
        "ziehung.protokoll_exportieren",
        json!({"ziehung_id": ziehungen["eigene"][0]["id"], "datei": datei, "ueberschreiben": false}),
    );
    pruefe(&lies("ziehung.pdf"));
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHTE") {
        for datei in [format!("{}.pdf", gemacht.pruefungen[0]), "auszug.pdf".into(), "ziehung.pdf".into()] {
            std::fs::write(std::path::Path::new(&ziel).join(&datei), lies(&datei)).unwrap();
        }
    }
}
