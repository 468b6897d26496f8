//! Import of a population through the door: counts, replacing, cancelling, hostile files, exclusions.

use crate::fixture::Testhaus;
use crate::pruefung::{Ids, anlegen, plan, qm};
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// Mapping of the sample lists of Leistung and Integration.
pub fn leseweise() -> Value {
    json!({
        "optionen": {},
        "zuordnung": {
            "auswahleinheit": "fall", "nummer": "BG-Nummer", "schluessel": [], "team": "Team",
            "betrag": "Leistung mtl. (€)", "datum": null, "schichten": ["Standort"],
            "anzeige": [{"spalte": "Bescheidart", "titel": "Bescheidart"}, {"spalte": "Bescheiddatum", "titel": "Bescheiddatum"}]
        }
    })
}

pub fn anfrage(pruefung: &str, version: i64, datei: &Path, leseweise: Value) -> Value {
    json!({
        "pruefung": {"id": pruefung, "version": version}, "datei": datei, "leseweise": leseweise,
        "quellsystem": "Fachverfahren", "abfrage": "Bescheide des Zeitraums", "auszug_am": "2026-10-30",
        "kontrolle": {"anzahl": null, "summe_cent": null}, "kontroll_vermerk": "", "zeilen_erwartet": null
    })
}

pub fn version(t: &Testhaus, wer: &Sitzung, id: &str) -> i64 {
    t.lesen(wer, "pruefung.lesen", json!({"id": id})).unwrap()["pruefung"]["version"].as_i64().unwrap()
}

pub fn einlesen(
    t: &Testhaus,
    qm: &Sitzung,
    id: &str,
    datei: &Path,
    leseweise: Value,
) -> Ergebnis<api::Geaendert> {
    let v = version(t, qm, id);
    t.aendern(qm, "grundgesamtheit.einlesen", anfrage(id, v, datei, leseweise))
}

pub fn ansicht(t: &Testhaus, wer: &Sitzung, id: &str) -> Value {
    t.lesen(wer, "grundgesamtheit.lesen", json!({"pruefung_id": id})).unwrap()
}

/// A check for all four teams of Leistungsgewährung.
pub fn vier_teams(t: &Testhaus, qm: &Sitzung, ids: &Ids) -> Value {
    let mut p = plan(t, qm, ids);
    p["teams"] = json!([ids["Leistung 1"], ids["Leistung 2"], ids["Leistung 3"], ids["Leistung 4"]]);
    p
}

fn kuerzel(text: &str) -> String {
    let nummern = ["09304BG1001722", "09304BG1021094"];
    assert!(nummern.iter().all(|n| !text.contains(n)), "no case number");
    text.to_owned()
}

#[test]
fn beispiele_mit_den_zahlen_der_vorgabe() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let soll: Value =
        serde_json::from_slice(&std::fs::read(fixture("grundgesamtheit.json")).unwrap()).unwrap();
    let p = vier_teams(&t, &qm, &ids);
    for name in
        ["grundgesamtheit_leistung.csv", "grundgesamtheit_utf8_tab.csv", "grundgesamtheit_integration.xlsx"]
    {
        let id = anlegen(&t, &qm, &p);
        einlesen(&t, &qm, &id, &fixture(name), leseweise()).unwrap();
        let g = ansicht(&t, &qm, &id);
        assert_eq!(g["uebernommen"], soll[name]["taken"], "{name}");
        assert_eq!(g["gewarnt"], soll[name]["warned"], "{name}");
        assert_eq!(g["zeilen_gelesen"], soll[name]["rows_in_file"], "{name}");
        let grund = |was: &str| {
            g["gruende"]
                .as_array()
                .unwrap()
                .iter()
                .find(|x| x["bezeichnung"] == was)
                .map_or(0, |x| x["anzahl"].as_u64().unwrap())
        };
        assert_eq!(json!(grund("Dublette")), soll[name]["duplicates"], "{name}");
        assert_eq!(json!(grund("Nummer fehlt")), soll[name]["missing_number"], "{name}");
        assert_eq!(json!(grund("Summenzeile")), soll[name]["total_lines"], "{name}");
        let je_team: u64 = g["teams"].as_array().unwrap().iter().map(|x| x["anzahl"].as_u64().unwrap()).sum();
        assert_eq!(json!(je_team), g["uebernommen"], "{name}");
        kuerzel(&g.to_string());
    }
    let id = anlegen(&t, &qm, &p);
    let mut bescheide = leseweise();
    bescheide["zuordnung"] = json!({
        "auswahleinheit": "bescheid", "nummer": "BG-Nummer", "schluessel": ["Bescheid-Nr."], "team": "Team",
        "betrag": "Zahlbetrag", "datum": null, "schichten": [], "anzeige": []
    });
    einlesen(&t, &qm, &id, &fixture("bescheide_quartal3.csv"), bescheide).unwrap();
    assert_eq!(ansicht(&t, &qm, &id)["uebernommen"], soll["bescheide_quartal3.csv"]["taken"]);
    t.protokoll_stimmt();
}

#[test]
fn vorschau_schlaegt_eine_zuordnung_vor() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let frage = |datei: &str, einheit: &str| {
        t.lesen(
            &qm,
            "grundgesamtheit.vorschau",
            json!({"datei": fixture(datei), "optionen": {}, "auswahleinheit": einheit}),
        )
        .unwrap()
    };
    let v = frage("grundgesamtheit_leistung.csv", "fall");
    assert_eq!(v["vorschau"]["zeilen_gesamt"], 4938);
    assert_eq!(v["vorschlag"]["nummer"], "BG-Nummer");
    assert_eq!(v["vorschlag"]["team"], "Team");
    assert_eq!(v["vorschlag"]["betrag"], "Leistung mtl. (€)");
    let v = frage("bescheide_quartal3.csv", "bescheid");
    assert_eq!(v["vorschlag"]["schluessel"], json!(["Bescheid-Nr."]));
}

#[test]
fn neu_einlesen_ersetzt_und_veraltet_ist_ein_konflikt() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let id = anlegen(&t, &qm, &plan(&t, &qm, &ids));
    let g = einlesen(&t, &qm, &id, &fixture("grundgesamtheit_leistung.csv"), leseweise()).unwrap();
    assert!(g.hinweise.iter().any(|h| h.contains("Leistung 3")), "{:?}", g.hinweise);
    let erste = ansicht(&t, &qm, &id);
    let ausschliessen = |nummern: Value| {
        t.aendern(
            &qm,
            "grundgesamtheit.ausschliessen",
            json!({"pruefung_id": id, "nummern": nummern, "grund": "Angehörige im Haus"}),
        )
    };
    ausschliessen(json!(["09304BG1001722", " 09304BG1021094 "])).unwrap();
    let f = ausschliessen(json!(["09304BG1001722", "unbekannt"])).unwrap_err();
    assert!(f.text.contains("Nr. 2") && !f.text.contains("unbekannt"), "{}", f.text);
    assert_eq!(ansicht(&t, &qm, &id)["anzahl"], 4918);
    let zeilen = t
        .lesen(&qm, "ziehung.ausschluesse", json!({"pruefung_id": id, "blatt": {"ab": 0, "anzahl": 10}}))
        .unwrap();
    assert_eq!((zeilen["gesamt"].as_u64(), zeilen["zeilen"][0]["von"].as_str()), (Some(2), Some("QM-1")));
    let revision = t.person("rev", &[Rolle::Revision], None, &[]);
    let fremd = t
        .lesen(
            &revision,
            "ziehung.ausschluesse",
            json!({"pruefung_id": id, "blatt": {"ab": 0, "anzahl": 10}}),
        )
        .unwrap();
    kuerzel(&fremd.to_string());
    let einer = &zeilen["zeilen"][0];
    t.aendern(
        &qm,
        "grundgesamtheit.ausschluss_aufheben",
        json!({"pruefung_id": id, "ausschluss": {"id": einer["id"], "version": 1}}),
    )
    .unwrap();
    let f = t
        .aendern(
            &qm,
            "grundgesamtheit.einlesen",
            anfrage(&id, 1, &fixture("grundgesamtheit_utf8_tab.csv"), leseweise()),
        )
        .unwrap_err();
    assert_eq!(f.code, Code::Konflikt);
    let g = einlesen(&t, &qm, &id, &fixture("grundgesamtheit_utf8_tab.csv"), leseweise()).unwrap();
    assert!(g.hinweise[0].contains("Ausschlüsse"), "{:?}", g.hinweise);
    let zweite = ansicht(&t, &qm, &id);
    assert_eq!(zweite["uebernommen"], 600);
    assert_eq!(zweite["ausgeschlossen"], 0);
    assert_eq!(zweite["id"], erste["id"]);
    assert_ne!(zweite["population_hash"], erste["population_hash"]);
    // The same list again gives the same pseudonyms.
    einlesen(&t, &qm, &id, &fixture("grundgesamtheit_leistung.csv"), leseweise()).unwrap();
    assert_eq!(ansicht(&t, &qm, &id)["population_hash"], erste["population_hash"]);
    t.protokoll_stimmt();
}

#[test]
fn abbruch_laesst_nichts_zurueck() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let id = anlegen(&t, &qm, &plan(&t, &qm, &ids));
    let v = version(&t, &qm, &id);
    let operation = || {
        let daten = anfrage(&id, v, &fixture("grundgesamtheit_leistung.csv"), leseweise());
        vec![Operation::aus_json("grundgesamtheit.einlesen", daten).unwrap()]
    };
    let fortschritt = Fortschritt::default();
    fortschritt.abbrechen();
    let f = api::aendern_viele(&t.haus, &qm, None, operation(), &fortschritt).unwrap_err();
    assert_eq!(f.code, Code::Abgebrochen);
    assert_eq!(ansicht(&t, &qm, &id), Value::Null);
    assert_eq!(version(&t, &qm, &id), v);
    api::aendern_viele(&t.haus, &qm, None, operation(), &Fortschritt::default()).unwrap();
    t.protokoll_stimmt();
}

#[test]
fn unbrauchbare_und_fremde_dateien_bekommen_einen_satz() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let id = anlegen(&t, &qm, &plan(&t, &qm, &ids));
    let ordner = tempfile::tempdir().unwrap();
    let datei = |name: &str, inhalt: &[u8]| {
        let pfad = ordner.path().join(name);
        std::fs::write(&pfad, inhalt).unwrap();
        pfad
    };
    let im_haus = t.haus.ordner().pfad().join("liste.csv");
    std::fs::copy(fixture("grundgesamtheit_leistung.csv"), &im_haus).unwrap();
    #[cfg(unix)]
    let verweis = {
        let verweis = ordner.path().join("verweis.csv");
        std::os::unix::fs::symlink(&im_haus, &verweis).unwrap();
        verweis
    };
    #[cfg(not(unix))]
    let verweis = im_haus.clone();
    for (pfad, wort) in [
        (im_haus, "Datenordner"),
        (verweis, "Datenordner"),
        (ordner.path().to_owned(), "nicht zu einer Datei"),
        (ordner.path().join("fehlt.csv"), "nicht gefunden"),
        (datei("liste.pdf", b"%PDF-1.7"), "Dateiart"),
        (datei("nul.csv", b"BG-Nummer;Team\n1;A\n2\0;B\n"), "Binärdaten"),
        (datei("falsch.csv", b"Nummer;Team\n1;A\n2;B\n"), "BG-Nummer"),
    ] {
        let mut nur_nummer = leseweise();
        nur_nummer["zuordnung"]["betrag"] = Value::Null;
        nur_nummer["zuordnung"]["schichten"] = json!([]);
        nur_nummer["zuordnung"]["anzeige"] = json!([]);
        let f = einlesen(&t, &qm, &id, &pfad, nur_nummer).unwrap_err();
        assert!(matches!(f.code, Code::Eingabe | Code::Datei), "{f:?}");
        assert!(f.text.contains(wort), "{wort}: {}", f.text);
    }
    assert_eq!(ansicht(&t, &qm, &id), Value::Null);
    t.protokoll_stimmt();
}

#[test]
fn befunde_seitenweise_und_als_datei() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = qm(&t);
    let id = anlegen(&t, &qm, &plan(&t, &qm, &ids));
    einlesen(&t, &qm, &id, &fixture("grundgesamtheit_leistung.csv"), leseweise()).unwrap();
    let seite = |abgelehnt: bool, ab: u32| {
        t.lesen(
            &qm,
            "grundgesamtheit.befunde",
            json!({"pruefung_id": id, "abgelehnt": abgelehnt, "blatt": {"ab": ab, "anzahl": 10}}),
        )
        .unwrap()
    };
    assert_eq!(seite(true, 0)["gesamt"], 18);
    assert_eq!(seite(true, 10)["zeilen"].as_array().unwrap().len(), 8);
    assert_eq!(seite(false, 0)["zeilen"][0]["zeile"], 647);
    let ordner = tempfile::tempdir().unwrap();
    let ziel = ordner.path().join("befunde.csv");
    let exportieren = |datei: &Path, ueberschreiben: bool| {
        t.aendern(
            &qm,
            "grundgesamtheit.befunde_exportieren",
            json!({"pruefung_id": id, "datei": datei, "ueberschreiben": ueberschreiben}),
        )
    };
    exportieren(&ziel, false).unwrap();
    let text = kuerzel(&std::fs::read_to_string(&ziel).unwrap());
    assert_eq!(text.lines().count(), 1 + 18 + 3);
    assert_eq!(exportieren(&ziel, false).unwrap_err().felder[0].feld, "ueberschreiben");
    exportieren(&ziel, true).unwrap();
    let f = exportieren(&t.haus.ordner().pfad().join("befunde.csv"), false).unwrap_err();
    assert!(f.text.contains("Datenordner"));
    let ausgaben = t.lesen(&qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 10}})).unwrap();
    assert_eq!(ausgaben["gesamt"], 2);
    assert_eq!(ausgaben["zeilen"][0]["art"], "importbefunde");
    t.protokoll_stimmt();
}

#[test]
fn profile_haben_einen_namen_und_eine_version() {
    let t = Testhaus::neu();
    let qm = qm(&t);
    let speichern = |bezug: Value, name: &str| {
        t.aendern(
            &qm,
            "grundgesamtheit.profil_speichern",
            json!({"bezug": bezug, "name": name, "inhalt": {"leseweise": leseweise(), "quellsystem": "Fachverfahren", "abfrage": "Q"}}),
        )
    };
    let g = speichern(Value::Null, "Leistung").unwrap();
    let id = &g.objekte[0].id;
    assert_eq!(speichern(Value::Null, "Leistung").unwrap_err().felder[0].feld, "name");
    speichern(json!({"id": id, "version": 1}), "Leistung monatlich").unwrap();
    assert_eq!(speichern(json!({"id": id, "version": 1}), "Leistung alt").unwrap_err().code, Code::Konflikt);
    let profile = t.lesen(&qm, "grundgesamtheit.profile", json!({})).unwrap();
    assert_eq!(profile[0]["name"], "Leistung monatlich");
    assert_eq!(profile[0]["inhalt"]["leseweise"]["zuordnung"]["nummer"], "BG-Nummer");
    t.protokoll_stimmt();
}
