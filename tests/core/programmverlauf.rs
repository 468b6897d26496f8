//! The Prüfprogramm over the years: every point is the evaluation of its own year, for everybody as far as she sees.

use crate::bericht::demohaus::demohaus;
use iks_core::api::{self, Abfrage};
use iks_core::demo;
use iks_core::haus::{Haus, Sitzung};
use serde_json::{Value, json};

fn lies(haus: &Haus, wer: &Sitzung, name: &str, frage: Value) -> Value {
    api::lesen(haus, wer, Abfrage::aus_json(name, frage).unwrap()).unwrap()
}

#[test]
fn jeder_punkt_sagt_was_die_auswertung_seines_jahres_sagt() {
    let (_ordner, haus, qm, _) = demohaus();
    let gf = haus.anmelden("gf", demo::PASSWORT).unwrap();
    for wer in [&qm, &gf] {
        let v = lies(&haus, wer, "pruefprogramm.verlauf", json!({"jahr": 2026, "schluessel": null}));
        let schluessel = &v["schluessel"];
        assert_eq!(&v["themen"][0]["schluessel"], schluessel);
        let reihen = v["verlauf"]["reihen"].as_array().unwrap();
        let jahre = v["verlauf"]["jahre"].as_array().unwrap();
        assert_eq!(jahre.iter().map(|j| j["jahr"].as_i64().unwrap()).collect::<Vec<_>>(), [2024, 2025, 2026]);
        let mut quoten = 0;
        for (i, j) in jahre.iter().enumerate() {
            let frage = json!({"jahr": j["jahr"], "schluessel": schluessel});
            let a = lies(&haus, wer, "pruefprogramm.auswertung", frage)["auswertung"]["auswertung"].clone();
            assert_eq!(j["vorlaeufig"], a["vorlaeufig"]);
            let p = &reihen[0]["punkte"][i];
            assert_eq!((&p["quote"], &p["oben"]), (&a["rate"]["quote"], &a["rate"]["quote_hoechstens"]));
            assert_eq!(p["unten"], a["rate"]["quote_mindestens"]);
            for was in ["grundgesamtheit", "gezogen", "fehlerhaft", "ungeklaert"] {
                assert_eq!(p["werte"][was], a["zahlen"][was], "{was}");
            }
            // A row for each of that year's table, with the same figures or hidden in the same way.
            let gruppen = a["gruppen"].as_array().unwrap();
            assert_eq!(gruppen.len(), reihen.len() - 1);
            for g in gruppen {
                let r = reihen.iter().find(|r| r["name"] == g["name"]).unwrap();
                let p = &r["punkte"][i];
                for was in ["gezogen", "fehlerhaft", "ungeklaert", "grundgesamtheit"] {
                    assert_eq!(p["werte"][was], g["werte"][was], "{was} {g}");
                }
                assert!(p["quote"].is_null() || p["quote"] == g["werte"]["quote"]);
                assert!(p["oben"].is_null() || p["oben"] == g["werte"]["quote_hoechstens"]);
                quoten += usize::from(!p["quote"].is_null());
            }
        }
        assert!(quoten > 3, "{v}");
    }
    // The last year that is asked for is the last one that is shown.
    let v = lies(&haus, &qm, "pruefprogramm.verlauf", json!({"jahr": 2025, "schluessel": null}));
    assert_eq!(v["verlauf"]["jahre"].as_array().unwrap().len(), 2);
    assert_eq!(v["verlauf"]["bezug"], 2025);
}

#[test]
fn ein_anderer_bereich_sieht_kein_thema() {
    let (_ordner, haus, qm, _) = demohaus();
    let alle = lies(&haus, &qm, "pruefprogramm.verlauf", json!({"jahr": 2026, "schluessel": null}));
    let bl = haus.anmelden("bl", demo::PASSWORT).unwrap();
    let eigener = bl.benutzer().bereich_id.clone().unwrap();
    assert_ne!(alle["schluessel"]["bereich_id"], eigener);
    // Asked for by name as well: nothing of it, not even that it exists.
    let v =
        lies(&haus, &bl, "pruefprogramm.verlauf", json!({"jahr": 2026, "schluessel": alle["schluessel"]}));
    assert_eq!(v, json!({"jahr": 2026, "themen": [], "schluessel": null, "verlauf": null}));
    let fehler = api::lesen(
        &haus,
        &qm,
        Abfrage::aus_json("pruefprogramm.verlauf", json!({"jahr": 1999, "schluessel": null})).unwrap(),
    );
    assert!(fehler.unwrap_err().text.contains("kein freigegebenes Prüfprogramm"));
}
