//! Every schema that has landed is kept as an encrypted house; each opens, is migrated, and then is the
//! same as a fresh one.

use crate::fixture::{PASSWORT, Testhaus};
use iks_core::api::{self, Abfrage};
use iks_core::haus::{Haus, Ordner, Prozesssperre};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schemata")
}

fn kopiere(von: &Path, nach: &Path) {
    fs::create_dir_all(nach).unwrap();
    for eintrag in fs::read_dir(von).unwrap().flatten() {
        let ziel = nach.join(eintrag.file_name());
        if eintrag.path().is_dir() {
            kopiere(&eintrag.path(), &ziel);
        } else {
            fs::copy(eintrag.path(), ziel).unwrap();
        }
    }
}

#[test]
fn gelandete_schemata_werden_wie_frische() {
    let mut anzahl = 0;
    for fixture in fs::read_dir(fixtures()).unwrap().flatten() {
        let ordner = tempfile::tempdir().unwrap();
        let pfad = Ordner::neu(ordner.path().join("haus"));
        kopiere(&fixture.path(), pfad.pfad());
        let frisch = Testhaus::neu();
        let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
        let (haus, admin) = Haus::oeffnen(pfad, frisch.umgebung.clone(), sperre, "admin", PASSWORT).unwrap();
        // Verifying compares the schema with a freshly migrated one too.
        let ergebnis = api::protokoll::pruefe(&haus, None).unwrap();
        assert_eq!(ergebnis.befunde, Vec::<String>::new(), "{}", fixture.path().display());
        assert!(!haus.nur_lesen() && ergebnis.eintraege > 20);
        // Reports look as before, or as the house set them.
        let alt = fixture.file_name().to_string_lossy().parse::<i64>().unwrap() < 3;
        let berichte =
            api::lesen(&haus, &admin, Abfrage::aus_json("haus.berichte", json!({})).unwrap()).unwrap();
        assert_eq!(berichte["version"], i64::from(!alt));
        let vermerk = if alt { "Nur für den Dienstgebrauch" } else { "Vertraulich" };
        assert_eq!(berichte["vertraulichkeit"], vermerk);
        anzahl += 1;
    }
    assert!(anzahl >= 2);
}

/// Run by hand when a migration lands: `cargo test -p iks-core --test core neues_schema -- --ignored`.
#[test]
#[ignore = "writes the fixture of the present schema"]
fn neues_schema_ablegen() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    t.person("tl", &[iks_core::benutzer::Rolle::Teamleitung], None, &[&ids["Leistung 1"]]);
    t.aendern(
        &t.admin,
        "haus.berichte_speichern",
        json!({"version": 0, "vertraulichkeit": "Vertraulich", "fusszeile": "Musterstraße 1", "alternativtext": null}),
    )
    .unwrap();
    // A row of each register.
    let rollen =
        [iks_core::benutzer::Rolle::Widerspruchsstelle, iks_core::benutzer::Rolle::Kundenreaktionsmanagement];
    let stelle = t.person("stelle", &rollen, None, &[]);
    t.aendern(
        &stelle,
        "widerspruch.anlegen",
        json!({"art": "widerspruch", "angaben": crate::widerspruch::angaben(), "klar": crate::widerspruch::klar(), "vorgaenger_id": null}),
    )
    .unwrap();
    use crate::kundenreaktion::{gesichtet, kontakt, reaktion};
    let neu = json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": gesichtet()});
    t.aendern(&stelle, "kundenreaktion.anlegen", neu).unwrap();
    let (ordner, pfad) = (t.ordner, Ordner::neu(fixtures().join(api::schema_version().to_string())));
    drop(t.haus);
    let quelle = Ordner::neu(ordner.path().join("haus"));
    fs::create_dir_all(pfad.schluessel()).unwrap();
    for name in ["haus.json", "iks.db"] {
        fs::copy(quelle.pfad().join(name), pfad.pfad().join(name)).unwrap();
    }
    kopiere(&quelle.schluessel(), &pfad.schluessel());
}
