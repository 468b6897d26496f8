//! What every report of the house carries: changed by Administration, sealed, and seen in the reports.

use crate::fixture::Testhaus;
use iks_core::benutzer::Rolle;
use iks_core::fehler::Code;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

fn stand(t: &Testhaus) -> Value {
    t.lesen(&t.admin, "haus.berichte", json!({})).unwrap()
}

fn hinterlege(t: &Testhaus, datei: &Path) -> Result<(), iks_core::fehler::Fehler> {
    let anfrage =
        json!({"version": stand(t)["version"], "datei": datei, "alternativtext": " Zeichen des Hauses "});
    t.aendern(&t.admin, "haus.logo_hinterlegen", anfrage).map(drop)
}

fn speichere(t: &Testhaus, daten: Value) -> Result<(), iks_core::fehler::Fehler> {
    let mut anfrage = json!({"version": stand(t)["version"], "vertraulichkeit": "", "fusszeile": "", "alternativtext": null});
    anfrage.as_object_mut().unwrap().extend(daten.as_object().unwrap().clone());
    t.aendern(&t.admin, "haus.berichte_speichern", anfrage).map(drop)
}

/// First page of an extract of the chain, as the preview shows it.
fn seite(t: &Testhaus, wer: &iks_core::haus::Sitzung) -> String {
    let frage = json!({"name": "protokoll", "nummer": null, "von": "2026-11-01", "bis": "2026-11-30", "blatt": {"ab": 0, "anzahl": 1}});
    t.lesen(wer, "bericht.vorschau", frage).unwrap()["bilder"][0]["svg"].as_str().unwrap().to_owned()
}

#[test]
fn vorgaben_gelten_bis_zur_ersten_aenderung() {
    let t = Testhaus::neu();
    assert_eq!(
        stand(&t),
        json!({"vertraulichkeit": "Nur für den Dienstgebrauch", "fusszeile": "", "logo": null, "version": 0})
    );
    let fehler = t.aendern(&t.admin, "haus.logo_entfernen", json!({"version": 0})).unwrap_err();
    assert_eq!(fehler.code, Code::Regel);
    speichere(&t, json!({"vertraulichkeit": "  Vertraulich ", "fusszeile": "Musterstraße 1"})).unwrap();
    let neu =
        json!({"vertraulichkeit": "Vertraulich", "fusszeile": "Musterstraße 1", "logo": null, "version": 1});
    assert_eq!(stand(&t), neu);
    // Who still looks at the defaults is told what holds now.
    let veraltet = t
        .aendern(
            &t.admin,
            "haus.berichte_speichern",
            json!({"version": 0, "vertraulichkeit": "", "fusszeile": "", "alternativtext": null}),
        )
        .unwrap_err();
    assert_eq!((veraltet.code, veraltet.stand), (Code::Konflikt, Some(neu)));
    speichere(&t, json!({})).unwrap();
    assert_eq!(stand(&t)["version"], 2);
    t.protokoll_stimmt();
}

#[test]
fn logo_beider_arten_steht_in_vorschau_und_einstellungen() {
    let t = Testhaus::neu();
    let revision = t.person("revision", &[Rolle::Revision], None, &[]);
    let ohne = seite(&t, &revision);
    for (name, art, spur) in [("logo.svg", "svg", "fill=\"#0a6b3d\""), ("logo.png", "png", "data:image/png")]
    {
        hinterlege(&t, &fixture(name)).unwrap();
        let logo = &stand(&t)["logo"];
        assert_eq!((&logo["art"], &logo["alternativtext"]), (&json!(art), &json!("Zeichen des Hauses")));
        assert_eq!(logo["bytes"], std::fs::metadata(fixture(name)).unwrap().len());
        assert!(logo["bild"].as_str().unwrap().starts_with("data:image/"));
        let mit = seite(&t, &revision);
        assert!(mit.contains(spur) && !ohne.contains(spur), "{name}");
    }
    // Its text may change without the file, and may not go.
    speichere(&t, json!({"alternativtext": "Haken"})).unwrap();
    assert_eq!(stand(&t)["logo"]["alternativtext"], "Haken");
    for leer in [json!(null), json!("  ")] {
        let fehler = speichere(&t, json!({"alternativtext": leer})).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "alternativtext");
    }
    t.aendern(&t.admin, "haus.logo_entfernen", json!({"version": stand(&t)["version"]})).unwrap();
    assert_eq!(stand(&t)["logo"], Value::Null);
    assert!(!seite(&t, &revision).contains("data:image/png"));
    t.protokoll_stimmt();
    // Reading is for everyone, changing is not.
    t.lesen(&revision, "haus.berichte", json!({})).unwrap();
    let fehler = t.aendern(&revision, "haus.logo_entfernen", json!({"version": 4})).unwrap_err();
    assert_eq!(fehler.code, Code::Recht);
}

#[test]
fn unbrauchbare_angaben_werden_am_feld_abgelehnt() {
    let t = Testhaus::neu();
    for (feld, wert) in [
        ("vertraulichkeit", "x".repeat(61)),
        ("vertraulichkeit", "W".repeat(60)),
        ("vertraulichkeit", "Vertraulich 漢".into()),
        ("vertraulichkeit", "a\u{7}b".into()),
        ("fusszeile", "x".repeat(81)),
        ("fusszeile", "W".repeat(80)),
        ("fusszeile", "erste\nzweite".into()),
    ] {
        let fehler = speichere(&t, json!({feld: wert})).unwrap_err();
        assert_eq!((fehler.code, fehler.felder[0].feld.as_str()), (Code::Eingabe, feld), "{wert}");
    }
    let datei = |name: &str, inhalt: &[u8]| {
        let pfad = t.ordner.path().join(name);
        std::fs::write(&pfad, inhalt).unwrap();
        pfad
    };
    let mut riesig = std::fs::read(fixture("logo.png")).unwrap();
    riesig.resize(1024 * 1024 + 1, 0);
    for (pfad, satz) in [
        (datei("a.png", b"GIF89a"), "weder PNG noch SVG"),
        (datei("b.png", &riesig), "größer als 1 MB"),
        (datei("c.png", &std::fs::read(fixture("logo.png")).unwrap()[..60]), "kann nicht gelesen werden"),
        (datei("d.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>"), "enthält Text"),
        (t.ordner.path().join("gibt-es-nicht.png"), "nicht gefunden"),
        (t.pfad().datenbank(), "Datenordner"),
    ] {
        let fehler = hinterlege(&t, &pfad).unwrap_err();
        assert_eq!(fehler.felder[0].feld, "datei", "{}", pfad.display());
        assert!(fehler.text.contains(satz), "{}", fehler.text);
    }
    assert_eq!(stand(&t)["version"], 0);
}

/// Turning pages costs the layout once; whatever changes the report, or who reads it, makes a new one.
#[test]
fn vorschau_merkt_sich_den_letzten_bericht_und_nie_zu_lange() {
    let t = Testhaus::neu();
    let revision = t.person("revision", &[Rolle::Revision], None, &[]);
    let erste = seite(&t, &revision);
    assert_eq!(erste, seite(&t, &revision));
    speichere(&t, json!({"vertraulichkeit": "Streng vertraulich"})).unwrap();
    let zweite = seite(&t, &revision);
    assert_ne!(erste, zweite);
    // The other reader's report is not hers, even of the same state.
    let kraft = t.person("kraft", &[Rolle::Pruefkraft], None, &[]);
    let frage = json!({"name": "protokoll", "nummer": null, "von": "2026-11-01", "bis": "2026-11-30", "blatt": {"ab": 0, "anzahl": 1}});
    seite(&t, &revision);
    assert_eq!(t.lesen(&kraft, "bericht.vorschau", frage).unwrap_err().code, Code::Recht);
}
