//! The Prüfprogramm over the years: every point is the evaluation of its own year, for everybody as far as she sees.

use crate::bericht::demohaus::demohaus;
use crate::bericht::konform;
use crate::pruefbericht::{einwandfrei, text};
use crate::pruefprogramm::Programmhaus;
use iks_core::api::{self, Abfrage, Operation};
use iks_core::demo;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::{Haus, Sitzung};
use serde_json::{Value, json};
use std::path::Path;

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

fn gib_aus(haus: &Haus, wer: &Sitzung, nummer: &str, datei: &Path) -> Ergebnis<()> {
    let r = json!({"name": "pruefprogramm", "nummer": nummer, "von": null, "bis": null, "datei": datei, "ueberschreiben": true});
    api::aendern(haus, wer, Operation::aus_json("bericht.exportieren", r).unwrap()).map(|_| ())
}

/// The report's text, its hyphens at the ends of lines taken out again.
fn bericht(haus: &Haus, wer: &Sitzung, jahr: &str, datei: &Path) -> String {
    gib_aus(haus, wer, jahr, datei).unwrap();
    konform::pruefe(&std::fs::read(datei).unwrap());
    einwandfrei(datei);
    if let Some(ordner) = std::env::var_os("IKS_TEST_BERICHTE") {
        let name = format!("pruefprogramm-{jahr}-{}.pdf", wer.benutzer().benutzername);
        std::fs::copy(datei, Path::new(&ordner).join(name)).unwrap();
    }
    text(datei).replace("\u{ad} ", "")
}

#[test]
fn jahresbericht_sagt_was_die_seiten_sagen() {
    let (ordner, haus, qm, _) = demohaus();
    let gf = haus.anmelden("gf", demo::PASSWORT).unwrap();
    let datei = ordner.path().join("jahr.pdf");
    let ganz = bericht(&haus, &qm, "2026", &datei);
    let v = lies(&haus, &qm, "pruefprogramm.verlauf", json!({"jahr": 2026, "schluessel": null}));
    let frage = json!({"jahr": 2026, "schluessel": v["schluessel"]});
    let jahr = lies(&haus, &qm, "pruefprogramm.auswertung", frage);
    let a = &jahr["auswertung"];
    let satz = |v: &Value| v.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    let saetze = a["auswertung"]["saetze"].as_array().unwrap().iter();
    let hinweise =
        a["hinweise"].as_array().unwrap().iter().chain(v["verlauf"]["hinweise"].as_array().unwrap());
    for s in saetze.chain(hinweise) {
        assert!(ganz.contains(&satz(s)), "{s} fehlt in {ganz}");
    }
    for stueck in [
        "Jahresbericht des Prüfprogramms",
        "Fassung 1 (gültig)",
        "Mit dem Datenschutz abgestimmt am 05.01.2026",
        "Freigegeben GF-1, 08.01.2026",
        "Kopf der Kette",
        "Die Prüfkraft war in diesem Monat abgeordnet",
        "ganzes Haus",
        "Februar 2026",
    ] {
        assert!(ganz.contains(stueck), "{stueck} fehlt in {ganz}");
    }
    // Every stratum and every row of the years.
    for s in a["schichten"].as_array().unwrap() {
        assert!(ganz.contains(&format!("{} {}", s["grundgesamtheit"], s["gezogen"])), "{s}");
        assert!(ganz.contains(s["nummer"].as_str().unwrap()), "{s}");
    }
    for r in v["verlauf"]["reihen"].as_array().unwrap() {
        let w = &r["punkte"][0]["werte"];
        assert!(ganz.contains(&format!("2024 {} {}", w["grundgesamtheit"], w["gezogen"])), "{r}");
    }
    for fremd in ["Quirin", "00000BG", "Mustermann"] {
        assert!(!ganz.contains(fremd), "{fremd}");
    }
    // Whoever may not have the draw protocol has no strata in the report either, and no errors of a month.
    let ohne = bericht(&haus, &gf, "2026", &datei);
    let nummer = a["schichten"][0]["nummer"].as_str().unwrap();
    assert!(ganz.contains(nummer) && !ohne.contains(nummer), "{ohne}");
    assert!(ohne.contains("Die einzelnen Schichten stehen nur in Berichten"), "{ohne}");
    // The year before stands for itself, and the same register gives the same file.
    let vorjahr = bericht(&haus, &qm, "2025", &datei);
    assert!(
        vorjahr.contains("Ziel des Jahres 2025") && !vorjahr.contains("Noch nicht abgeschlossen"),
        "{vorjahr}"
    );
    let eintrag =
        lies(&haus, &qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 1}}))["zeilen"][0].clone();
    assert_eq!(eintrag["art"], "programmbericht");
}

#[test]
fn jahresbericht_nur_wie_auf_den_seiten() {
    let (ordner, haus, qm, _) = demohaus();
    let datei = ordner.path().join("jahr.pdf");
    // Another area: as if there were no theme; a year without a programme; what is no year.
    let bl = haus.anmelden("bl", demo::PASSWORT).unwrap();
    for (wer, nummer, satz) in [
        (&bl, "2026", "kein Thema im Prüfprogramm"),
        (&qm, "1999", "noch kein freigegebenes Prüfprogramm"),
        (&qm, "FA-2026-001", "Bitte geben Sie das Jahr"),
        (&qm, "", "zum Beispiel 2026"),
    ] {
        let fehler = gib_aus(&haus, wer, nummer, &datei).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "nummer", "{nummer}");
        assert!(fehler.felder[0].text.contains(satz), "{:?}", fehler.felder);
        assert!(!datei.exists());
    }
    let tl = haus.anmelden("tl1", demo::PASSWORT).unwrap();
    assert_eq!(gib_aus(&haus, &tl, "2026", &datei).unwrap_err().code, Code::Recht);
    let vorschau = json!({"name": "pruefprogramm", "nummer": "2026", "von": null, "bis": null, "blatt": {"ab": 0, "anzahl": 2}});
    let frage = || Abfrage::aus_json("bericht.vorschau", vorschau.clone()).unwrap();
    assert_eq!(api::lesen(&haus, &tl, frage()).unwrap_err().code, Code::Recht);
    assert_eq!(api::lesen(&haus, &qm, frage()).unwrap()["bilder"].as_array().unwrap().len(), 2);
}

/// A released year of which nothing is drawn yet, as the Bereichsleitung of its area has it.
#[test]
fn jahresbericht_des_eigenen_bereichs_auch_ohne_ziehung() {
    let h = Programmhaus::neu();
    h.freigegeben([6, 4]);
    let datei = h.t().ordner.path().join("jahr.pdf");
    let t = bericht(&h.t().haus, &h.g.bl, "2026", &datei);
    for stueck in [
        "Themen des eigenen Bereichs",
        "Es wurde nicht gezogen; es gibt kein Ergebnis.",
        "Nicht oder nicht wie geplant geprüft: 0-mal ein Team in einem Monat mit eingetragenem Grund, 4-mal ohne Grund",
        "September 2026",
        "nicht durchgeführt, ohne Grund",
        "0/6",
        "Basis-Fachaufsicht",
        "Ein Verlauf braucht mindestens zwei ausgewertete Jahre",
    ] {
        assert!(t.contains(stueck), "{stueck} fehlt in {t}");
    }
    // What a team recorded as its reason is no longer without one.
    let ausfall = json!({"jahr": 2026, "monat": 9, "schluessel": h.schluessel(), "teams": [&h.teams[0]], "grund": "Die Teamleitung war erkrankt."});
    h.tue(&h.g.qm, "ausfall_erfassen", ausfall).unwrap();
    let t = bericht(&h.t().haus, &h.g.bl, "2026", &datei);
    assert!(t.contains("1-mal ein Team in einem Monat mit eingetragenem Grund, 3-mal ohne Grund"), "{t}");
    assert!(t.contains("Die Teamleitung war erkrankt."), "{t}");
    h.t().protokoll_stimmt();
}
