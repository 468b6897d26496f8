//! The reports of the demo house, as they leave it.

use super::konform::{funde, pruefe};
use crate::fixture::kopiere;
use iks_core::api::{self, Abfrage, Fortschritt, Operation};
use iks_core::demo;
use iks_core::fachaufsicht::nachziehung::lies_liste;
use iks_core::fachaufsicht::ziehungsprotokoll::Protokoll;
use iks_core::haus::{Haus, Ordner, Prozesssperre, Sitzung};
use iks_core::stichprobe::zahl;
use iks_core::umgebung::FesteUmgebung;
use page_validation::ValidationProfile;
use serde_json::{Value, json};
use std::process::Command;
use std::sync::{Arc, OnceLock};

/// Made once in a test run and copied.
static VORLAGE: OnceLock<(tempfile::TempDir, demo::Demo)> = OnceLock::new();

/// A demo house in a temporary folder, opened by the Qualitätsmanagement.
pub fn demohaus() -> (tempfile::TempDir, Haus, Sitzung, demo::Demo) {
    let (vorlage, gemacht) = VORLAGE.get_or_init(|| {
        let ordner = tempfile::tempdir().unwrap();
        let pfad = Ordner::neu(ordner.path().join("haus"));
        let gemacht = demo::anlegen(pfad, &demo::Vorgaben::default(), &Fortschritt::default()).unwrap();
        (ordner, gemacht)
    });
    let ordner = tempfile::tempdir().unwrap();
    kopiere(vorlage.path(), ordner.path());
    let pfad = Ordner::neu(ordner.path().join("haus"));
    let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
    let umgebung = Arc::new(FesteUmgebung::neu("2026-11-23T08:00:00Z".parse().unwrap(), "berichte"));
    let (haus, qm) = Haus::oeffnen(pfad, umgebung, sperre, "qm", demo::PASSWORT).unwrap();
    (ordner, haus, qm, gemacht.clone())
}

/// What the auditor takes out of the Prüferkoffer repeats draw, counts and bound.
#[test]
fn prueferkoffer_rechnet_nach() {
    let (ordner, haus, qm, gemacht) = demohaus();
    let (mut mit_einheiten, mut ohne) = (0, 0);
    let mut gerechnet = std::collections::BTreeSet::new();
    for nummer in &gemacht.pruefungen {
        let datei = ordner.path().join(format!("{nummer}.pdf"));
        let frage = json!({"name": "pruefkoffer", "nummer": nummer, "von": null, "bis": null, "datei": datei, "ueberschreiben": false});
        api::aendern(&haus, &qm, Operation::aus_json("bericht.exportieren", frage).unwrap()).unwrap();
        let bytes = std::fs::read(&datei).unwrap();
        for profil in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
            assert_eq!(funde(&bytes, profil), [] as [String; 0], "{nummer}");
        }
        let ziel = ordner.path().join(nummer);
        std::fs::create_dir(&ziel).unwrap();
        let gelaufen =
            Command::new("pdfdetach").args(["-saveall", "-o"]).arg(&ziel).arg(&datei).output().unwrap();
        assert!(gelaufen.status.success());
        let pfad = |name: &str| ziel.join(format!("{nummer}-{name}"));
        let protokoll = Protokoll::aus_json(&std::fs::read(pfad("ziehung-1.json")).unwrap()).unwrap();
        let liste = lies_liste(&pfad("ziehung-1-liste.csv"), "pseudonym", Some("schicht")).unwrap();
        protokoll.pruefe(&liste).unwrap();

        let ergebnis: Value = serde_json::from_slice(&std::fs::read(pfad("ergebnis.json")).unwrap()).unwrap();
        let anleitung = std::fs::read_to_string(ziel.join("nachrechnen.txt")).unwrap();
        let text = String::from_utf8(
            Command::new("pdftotext").arg("-layout").arg(&datei).arg("-").output().unwrap().stdout,
        )
        .unwrap()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
        for anfrage in ergebnis["rechne"].as_array().unwrap() {
            let antwort: Value =
                serde_json::from_str(&iks_core::rechne::antworte(anfrage.to_string().as_bytes())).unwrap();
            gerechnet.insert(anfrage["method"].as_str().unwrap().to_owned());
            let anzahl = zahl(antwort["result"]["upper_count"].as_u64().unwrap());
            let satz = format!("höchstens {anzahl} fehlerhaft");
            // A full count, as of a Nachschau, has no bound but what was found.
            let gezaehlt = antwort["result"]["upper_count"] == ergebnis["gesamt"]["fehlerhaft"]
                && text.contains("Vollprüfung, kein Stichprobenfehler");
            assert!(text.contains(&satz) || gezaehlt, "{nummer}: {anzahl} in {text}");
            assert!(anleitung.contains(&anfrage.to_string()), "{nummer}");
        }
        let Ok(einheiten) = std::fs::read_to_string(pfad("einheiten.csv")) else {
            // Small groups: no row of a single unit, and no figure of a single stratum.
            assert!(ergebnis["schichten"].is_null() && anleitung.contains("Kleine Gruppen"), "{nummer}");
            ohne += 1;
            continue;
        };
        mit_einheiten += 1;
        // Single deviations only where they give no empty cell of the map away.
        let ohne_abweichungen =
            anleitung.contains("Die einzelnen Abweichungen je Einheit sind nicht beigelegt");
        assert_eq!(einheiten.lines().next().unwrap().ends_with(";abweichungen"), !ohne_abweichungen);
        let zeilen: Vec<&str> = einheiten.lines().skip(1).collect();
        assert_eq!(ergebnis["gesamt"]["n"], zeilen.len());
        let mit = |wort: &str| zeilen.iter().filter(|z| z.split(';').nth(3) == Some(wort)).count();
        assert_eq!(ergebnis["gesamt"]["fehlerhaft"], mit("fehlerhaft"), "{nummer}");
        assert_eq!(ergebnis["gesamt"]["ungeklaert"], mit("ungeklärt"), "{nummer}");
        for (zeile, einheit) in zeilen.iter().zip(&protokoll.einheiten) {
            assert_eq!(zeile.split(';').nth(1), Some(einheit.pseudonym.as_str()), "{nummer}");
        }
    }
    assert!(mit_einheiten > 0, "{mit_einheiten} with units, {ohne} without");
    assert!(gerechnet.contains("stratified_guaranteed_upper"), "{gerechnet:?}");
}

#[test]
fn jeder_bericht_des_demohauses_ist_pdf_a_2a_und_pdf_ua_1() {
    let (ordner, haus, qm, gemacht) = demohaus();
    let exportiere = |name: &str, frage: Value| {
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
    // A released run with a run before it, a correction, and one that is only half answered.
    for nummer in ["PL-2025-003", "PL-2024-003", "PL-2026-001"] {
        let datei = ordner.path().join(format!("{nummer}.pdf"));
        let frage = json!({"name": "pruefliste", "nummer": nummer, "von": null, "bis": null, "datei": datei, "ueberschreiben": false});
        exportiere("bericht.exportieren", frage);
        pruefe(&lies(&format!("{nummer}.pdf")));
    }
    let datei = ordner.path().join("auszug.pdf");
    exportiere(
        "bericht.exportieren",
        json!({"name": "protokoll", "nummer": null, "von": "2026-01-01", "bis": "2026-01-31", "datei": datei, "ueberschreiben": false}),
    );
    pruefe(&lies("auszug.pdf"));
    for (name, von, bis) in [
        ("widerspruch", "2025-11-01", "2026-10-31"),
        ("fristenbuch", "2026-11-01", "2026-11-20"),
        ("kundenreaktion", "2025-11-01", "2026-10-31"),
        ("massnahmen", "2024-01-01", "2026-11-20"),
    ] {
        let datei = ordner.path().join(format!("{name}.pdf"));
        exportiere(
            "bericht.exportieren",
            json!({"name": name, "nummer": null, "von": von, "bis": bis, "datei": datei, "ueberschreiben": false}),
        );
        pruefe(&lies(&format!("{name}.pdf")));
        let text = Command::new("pdftotext").arg("-layout").arg(&datei).arg("-").output().unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        // Invented people of the demo house and their numbers.
        assert!(
            !text.contains("Musterfrau") && !text.contains("Mustermann") && !text.contains("00000BG"),
            "{name}"
        );
    }
    let filter = json!({"text": gemacht.pruefungen[0], "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let lesen = |name: &str, frage| api::lesen(&haus, &qm, Abfrage::aus_json(name, frage).unwrap()).unwrap();
    let liste = lesen(
        "pruefung.liste",
        json!({"filter": filter, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 5}}),
    );
    verlauf_zeigt_was_jede_pruefung_selbst_sagt(&lesen);
    let ziehungen = lesen("ziehung.liste", json!({"pruefung_id": liste["zeilen"][0]["id"]}));
    let datei = ordner.path().join("ziehung.json");
    exportiere(
        "ziehung.protokoll_exportieren",
        json!({"ziehung_id": ziehungen["eigene"][0]["id"], "datei": datei, "ueberschreiben": false}),
    );
    pruefe(&lies("ziehung.pdf"));
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHTE") {
        for datei in [
            format!("{}.pdf", gemacht.pruefungen[0]),
            "auszug.pdf".into(),
            "ziehung.pdf".into(),
            "widerspruch.pdf".into(),
            "fristenbuch.pdf".into(),
            "kundenreaktion.pdf".into(),
            "massnahmen.pdf".into(),
        ] {
            std::fs::write(std::path::Path::new(&ziel).join(&datei), lies(&datei)).unwrap();
        }
    }
}

/// Each point of a chart over time is the evaluation of its own check, and every earlier one is there.
fn verlauf_zeigt_was_jede_pruefung_selbst_sagt(lesen: &dyn Fn(&str, Value) -> Value) {
    let filter =
        json!({"text": "", "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let liste = lesen(
        "pruefung.liste",
        json!({"filter": filter, "sortierung": "zeitraum", "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}}),
    );
    // A Nachschau of corrected cases stands in no chart.
    let zeilen: Vec<&Value> =
        liste["zeilen"].as_array().unwrap().iter().filter(|z| z["pruefungsart"] != "nachschau").collect();
    let auswertung = |z: &Value| lesen("auswertung.pruefung", json!({"id": z["id"]}));
    let mut laengste = 0;
    for (i, z) in zeilen.iter().enumerate().filter(|(_, z)| z["stand"] == "abgeschlossen") {
        let gleiche: Vec<&Value> = zeilen[..=i]
            .iter()
            .copied()
            .filter(|y| {
                y["stand"] == "abgeschlossen" && y["thema"] == z["thema"] && y["bereich"] == z["bereich"]
            })
            .collect();
        let eigene = auswertung(z);
        let Some(punkte) = eigene["verlauf"]["punkte"].as_array() else {
            assert_eq!(gleiche.len(), 1, "{}", z["nummer"]);
            continue;
        };
        assert_eq!(punkte.len(), gleiche.len());
        laengste = laengste.max(punkte.len());
        for (p, y) in punkte.iter().zip(&gleiche) {
            let a = &auswertung(y)["auswertung"];
            assert_eq!((&p["nummer"], &p["diese"]), (&y["nummer"], &json!(y["nummer"] == z["nummer"])));
            for name in ["grundgesamtheit", "gezogen", "fehlerhaft", "ungeklaert"] {
                assert_eq!(p[name], a["zahlen"][name], "{name}");
            }
            assert_eq!(p["quote"], a["rate"]["quote"]);
            // Two-sided at the same confidence is wider than each bound for itself.
            assert!(p["oben"].as_u64() >= a["rate"]["quote_hoechstens"].as_u64());
            assert!(p["unten"].as_u64() <= a["rate"]["quote_mindestens"].as_u64());
        }
    }
    assert!(laengste >= 3, "{laengste}");
}

/// All four reports carry what the house set, with either kind of sign.
#[test]
fn berichte_des_demohauses_tragen_logo_vermerk_und_fusszeile() {
    let (ordner, haus, qm, gemacht) = demohaus();
    let admin = haus.anmelden("admin", demo::PASSWORT).unwrap();
    let aendere = |wer: &Sitzung, name: &str, frage: Value| {
        api::aendern(&haus, wer, Operation::aus_json(name, frage).unwrap()).unwrap();
    };
    let frage =
        |name: &str, frage: Value| api::lesen(&haus, &qm, Abfrage::aus_json(name, frage).unwrap()).unwrap();
    aendere(
        &admin,
        "haus.berichte_speichern",
        json!({"version": 0, "vertraulichkeit": "Vertraulich: Revision", "fusszeile": "Musterstraße 1, 12345 Musterstadt", "alternativtext": null}),
    );
    let nummer = &gemacht.pruefungen[0];
    let filter = json!({"text": nummer, "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
    let liste = frage(
        "pruefung.liste",
        json!({"filter": filter, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 5}}),
    );
    let ziehungen = frage("ziehung.liste", json!({"pruefung_id": liste["zeilen"][0]["id"]}));
    for (version, logo) in (1..).zip(["logo.svg", "logo.png"]) {
        let datei = format!("{}/../../tests/fixtures/{logo}", env!("CARGO_MANIFEST_DIR"));
        let hinterlegen = json!({"version": version, "datei": datei, "alternativtext": "Zeichen des Hauses"});
        aendere(&admin, "haus.logo_hinterlegen", hinterlegen);
        for name in ["pruefung", "pruefkoffer", "protokoll"] {
            let datei = ordner.path().join(format!("{name}.pdf"));
            let anfrage = json!({"name": name, "nummer": nummer, "von": "2026-01-01", "bis": "2026-01-31", "datei": datei, "ueberschreiben": true});
            aendere(&qm, "bericht.exportieren", anfrage);
        }
        let datei = ordner.path().join("ziehung.json");
        aendere(
            &qm,
            "ziehung.protokoll_exportieren",
            json!({"ziehung_id": ziehungen["eigene"][0]["id"], "datei": datei, "ueberschreiben": true}),
        );
        for name in ["pruefung", "pruefkoffer", "protokoll", "ziehung"] {
            let pfad = ordner.path().join(format!("{name}.pdf"));
            let bytes = std::fs::read(&pfad).unwrap();
            let a = if name == "pruefkoffer" { ValidationProfile::PdfA3a } else { ValidationProfile::PdfA2a };
            // A picture is written the same way in all of them, so the short one stands for the others.
            let profile = [a, ValidationProfile::PdfUa1]
                .into_iter()
                .filter(|_| logo == "logo.svg" || name == "ziehung");
            for profil in profile {
                assert_eq!(funde(&bytes, profil), [] as [String; 0], "{name} {logo}");
            }
            let text = crate::pruefbericht::text(&pfad);
            for teil in ["Vertraulich: Revision", "Musterstraße 1, 12345 Musterstadt"] {
                assert!(text.contains(teil), "{teil} fehlt in {name}");
            }
            assert!(!text.contains("Dienstgebrauch"), "{name}");
            let bilder = Command::new("pdfimages").arg("-list").arg(&pfad).output().unwrap().stdout;
            let bilder = String::from_utf8(bilder).unwrap().lines().count() - 2;
            assert_eq!(bilder, usize::from(logo == "logo.png"), "{name} {logo}");
        }
    }
    let befunde = api::protokoll::pruefe(&haus, None).unwrap().befunde;
    assert_eq!(befunde, [] as [String; 0]);
}
