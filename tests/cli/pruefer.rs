//! The auditor: protocol and list in hand, and neither the database nor a case number.

use crate::aufruf::{Antwort, PASSWORT, demohaus, fixture, iksctl, iksctl_als, pfad};
use crate::spuren::fallnummern;
use chrono::{DateTime, Utc};
use iks_core::api::{self, Abfrage, Operation};
use iks_core::fachaufsicht::ziehungsprotokoll::{Protokoll, befehle};
use iks_core::haus::{Haus, Ordner, Prozesssperre};
use iks_core::umgebung::FesteUmgebung;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

/// Finished checks of the demo house: stratified by team, and simple.
const GESCHICHTET: &str = "FA-2026-001";
const EINFACH: &str = "FA-2024-002";
/// Its planned check.
const GEPLANT: &str = "FA-2026-005";

/// What the auditor was handed: `ziehung.json`, `ziehung.pdf`, `ziehung-liste.csv`.
struct Mappe {
    ordner: TempDir,
    protokoll: Protokoll,
}

impl Mappe {
    /// As the window exports it.
    fn von(nummer: &str) -> Self {
        let (_haus, daten) = demohaus();
        let ordner = tempfile::tempdir().unwrap();
        let pfad = Ordner::neu(&daten);
        let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
        let jetzt: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
        let umgebung = Arc::new(FesteUmgebung::neu(jetzt, "mappe"));
        let (haus, qm) = Haus::oeffnen(pfad, umgebung, sperre, "qm", PASSWORT).unwrap();
        let lesen = |name: &str, frage: Value| {
            api::lesen(&haus, &qm, Abfrage::aus_json(name, frage).unwrap()).unwrap()
        };
        let filter = json!({"text": nummer, "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null});
        let liste = lesen(
            "pruefung.liste",
            json!({"filter": filter, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 5}}),
        );
        let ziehungen = lesen("ziehung.liste", json!({"pruefung_id": liste["zeilen"][0]["id"]}));
        let op = json!({"ziehung_id": ziehungen["eigene"][0]["id"], "datei": ordner.path().join("ziehung.json"), "ueberschreiben": false});
        api::aendern(&haus, &qm, Operation::aus_json("ziehung.protokoll_exportieren", op).unwrap()).unwrap();
        let protokoll = Protokoll::aus_json(&fs::read(ordner.path().join("ziehung.json")).unwrap()).unwrap();
        assert_eq!(protokoll.pruefung, nummer);
        Self { ordner, protokoll }
    }

    fn datei(&self, name: &str) -> PathBuf {
        self.ordner.path().join(name)
    }

    fn pruefe(&self, protokoll: &str, liste: &str) -> Antwort {
        let (protokoll, liste) = (self.datei(protokoll), self.datei(liste));
        ohne_haus(&["ziehung", "pruefe", "--protokoll", pfad(&protokoll), "--datei", pfad(&liste)])
    }

    /// Drawn units as stratum, position, pseudonym.
    fn einheiten(&self) -> Vec<(String, u64, String)> {
        let einheiten = self.protokoll.einheiten.iter();
        einheiten.map(|e| (e.schicht.clone(), e.position, e.pseudonym.clone())).collect()
    }
}

/// The auditor has no name in the house.
fn ohne_haus(args: &[&str]) -> Antwort {
    iksctl_als("", "", args)
}

/// The interpreter that has the public sampler.
fn python() -> PathBuf {
    let python = std::env::var_os("IKS_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let frage = "import importlib.metadata as m; print(m.version('consistent-sampler'))";
    let version = Command::new(&python).args(["-c", frage]).output();
    let version = version.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned()).unwrap_or_default();
    assert_eq!(
        version,
        "1.0.10",
        "{} does not have the Python package consistent-sampler 1.0.10; please run `make test`, which sets it up",
        python.display()
    );
    python
}

#[test]
fn geschichtete_ziehung_ohne_haus_wiederholt() {
    let mappe = Mappe::von(GESCHICHTET);
    let p = &mappe.protokoll;
    assert!(p.aufteilung.len() == 4 && p.einheiten.len() == 60, "the demo check has changed");
    let liste = mappe.datei("ziehung-liste.csv");
    let (anzahl, mindestens) = (p.anzahl.to_string(), p.mindestens.to_string());
    let args = [
        "ziehe",
        "--datei",
        pfad(&liste),
        "--spalte",
        "pseudonym",
        "--schicht",
        "schicht",
        "--startwert",
        p.startwert.as_deref().unwrap(),
        "--anzahl",
        &anzahl,
        "--mindestens",
        &mindestens,
    ];
    let n = ohne_haus(&[&["--json"], args.as_slice()].concat()).gut().json();
    assert_eq!(
        (n["population_hash"].as_str(), n["schicht_hash"].as_str()),
        (Some(p.population_hash.as_str()), Some(p.schicht_hash.as_str()))
    );
    let ausgabe = mappe.datei("nachgezogen.txt");
    let text = ohne_haus(&[args.as_slice(), &["--ausgabe", pfad(&ausgabe)]].concat()).gut().text;
    let zeilen: Vec<_> = mappe.einheiten().into_iter().map(|(s, i, k)| format!("{s}\t{i}\t{k}")).collect();
    assert_eq!(text.lines().take(zeilen.len()).collect::<Vec<_>>(), zeilen);
    assert!(
        text.contains(&p.population_hash) && text.contains(&p.schicht_hash) && text.contains(&p.algorithmus)
    );
    assert_eq!(fs::read_to_string(&ausgabe).unwrap(), text);
}

#[test]
fn protokoll_und_liste_werden_verglichen() {
    let mappe = Mappe::von(GESCHICHTET);
    let gut = mappe.pruefe("ziehung.json", "ziehung-liste.csv").gut();
    assert!(gut.text.contains("60 von"), "{}", gut.text);

    let e = &mappe.protokoll.einheiten[30];
    let anders = if e.pseudonym.starts_with('0') { "1" } else { "0" };
    let falsch = format!("{anders}{}", &e.pseudonym[1..]);
    let faelsche = |von: &str, nach: &str| {
        let text = fs::read_to_string(mappe.datei(von)).unwrap();
        assert!(text.contains(&e.pseudonym));
        fs::write(mappe.datei(nach), text.replace(&e.pseudonym, &falsch)).unwrap();
    };
    faelsche("ziehung-liste.csv", "falsch.csv");
    let antwort = mappe.pruefe("ziehung.json", "falsch.csv");
    assert_eq!((antwort.code, antwort.text.as_str()), (1, ""));
    assert!(antwort.fehler.starts_with("Der Hash der Grundgesamtheit weicht ab"), "{}", antwort.fehler);

    faelsche("ziehung.json", "falsch.json");
    let antwort = mappe.pruefe("falsch.json", "ziehung-liste.csv");
    assert_eq!(antwort.code, 1);
    for teil in ["Einheit 31 weicht ab", falsch.as_str(), e.pseudonym.as_str(), e.schicht.as_str()] {
        assert!(antwort.fehler.contains(teil), "{teil}: {}", antwort.fehler);
    }
    let antwort = mappe.pruefe("ziehung-liste.csv", "ziehung-liste.csv");
    assert_eq!(antwort.code, 1);
    assert!(antwort.fehler.contains("kein Ziehungsprotokoll"), "{}", antwort.fehler);
}

/// The very commands that the printed protocol shows, typed into a shell beside the files.
#[test]
fn gedruckte_befehle_wiederholen_beide_arten_der_ziehung() {
    let python = python();
    let suchpfad = std::env::join_paths(
        [python.parent().unwrap(), Path::new(env!("CARGO_BIN_EXE_iksctl")).parent().unwrap()]
            .into_iter()
            .map(Path::to_owned)
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    for (nummer, schichten) in [(GESCHICHTET, 4), (EINFACH, 1)] {
        let mappe = Mappe::von(nummer);
        assert_eq!(mappe.protokoll.aufteilung.len(), schichten);
        let mut mit_python = Vec::new();
        for (was, befehl) in befehle(&mappe.protokoll, "ziehung.json", "ziehung-liste.csv") {
            if befehl.starts_with("pip ") {
                assert!(befehl.ends_with("consistent-sampler==1.0.10"), "{befehl}");
                continue;
            }
            let o = Command::new("sh")
                .args(["-c", &befehl])
                .current_dir(mappe.ordner.path())
                .env("PATH", &suchpfad)
                .env_remove("IKS_DATEN")
                .output()
                .unwrap();
            let antwort = Antwort::from(o).gut();
            if befehl.starts_with("python3 ") {
                mit_python.extend(antwort.text.lines().map(str::to_owned));
            } else if befehl.starts_with("iksctl ziehe ") {
                let zeilen: Vec<_> = antwort.text.lines().filter_map(|z| z.split('\t').nth(2)).collect();
                assert_eq!(zeilen, pseudonyme(&mappe), "{nummer}: {was}");
            }
        }
        assert_eq!(mit_python, pseudonyme(&mappe), "{nummer}: the public sampler draws others");
    }
}

fn pseudonyme(mappe: &Mappe) -> Vec<&str> {
    mappe.protokoll.einheiten.iter().map(|e| e.pseudonym.as_str()).collect()
}

#[test]
fn schlichte_liste_zieht_wie_das_oeffentliche_werkzeug() {
    let python = python();
    let text = fs::read_to_string(fixture("grundgesamtheit_utf8_tab.csv")).unwrap();
    let kennungen: BTreeSet<&str> =
        text.lines().filter_map(|z| z.split('\t').next()).filter(|k| k.contains("BG1")).collect();
    assert_eq!(kennungen.len(), 600);
    let ordner = tempfile::tempdir().unwrap();
    let liste = ordner.path().join("liste.csv");
    let zeilen: Vec<&str> = kennungen.into_iter().rev().collect();
    fs::write(&liste, format!("Kennung;Bemerkung\n{};\n", zeilen.join(";\n"))).unwrap();
    for (startwert, anzahl, ab) in [("51703389210466257814", "40", "0"), ("00000000000000000001", "25", "40")]
    {
        let n = ohne_haus(&[
            "ziehe",
            "--datei",
            pfad(&liste),
            "--spalte",
            "Kennung",
            "--startwert",
            startwert,
            "--anzahl",
            anzahl,
            "--ab",
            ab,
        ])
        .gut();
        let gezogen: Vec<&str> = n.text.lines().filter_map(|z| z.split('\t').nth(2)).collect();
        let skript = "import csv, sys; from consistent_sampler import sampler; \
            ids = [z['Kennung'] for z in csv.DictReader(open(sys.argv[1], encoding='utf-8'), delimiter=';')]; \
            print(*sampler(ids, seed=sys.argv[2], take=int(sys.argv[3]), drop=int(sys.argv[4]), output='id'), sep='\\n')";
        let o =
            Command::new(&python).args(["-c", skript, pfad(&liste), startwert, anzahl, ab]).output().unwrap();
        let soll = Antwort::from(o).gut().text;
        assert_eq!(gezogen, soll.lines().collect::<Vec<_>>(), "seed {startwert}");
    }
}

#[test]
fn import_nennt_die_zahlen_und_die_quelle_wird_erkannt() {
    let (ordner, daten) = demohaus();
    let liste = fixture("grundgesamtheit_leistung.csv");
    let soll: Value = serde_json::from_slice(&fs::read(fixture("grundgesamtheit.json")).unwrap()).unwrap();
    let soll = &soll["grundgesamtheit_leistung.csv"];
    let args = ["import", "grundgesamtheit", "--daten", pfad(&daten), "--datei", pfad(&liste), "--pruefung"];
    let import = |wer: &str, nummer: &str| iksctl_als(wer, PASSWORT, &[args.as_slice(), &[nummer]].concat());
    assert_eq!(import("pruefer", GEPLANT).code, 1, "only QM imports");
    assert_eq!(import("qm", GESCHICHTET).code, 1, "a finished check takes no population");
    assert_eq!(import("qm", "FA-1999-001").code, 1);
    let antwort = import("qm", GEPLANT).gut();
    let abgelehnt: u64 =
        ["duplicates", "missing_number", "total_lines"].iter().map(|k| soll[k].as_u64().unwrap()).sum();
    for zeile in [
        format!("Gelesen: {}", soll["rows_in_file"]),
        format!("Übernommen: {}", soll["taken"]),
        format!("Davon mit Hinweis: {}", soll["warned"]),
        format!("Abgelehnt: {abgelehnt}"),
        format!("  Dublette: {}", soll["duplicates"]),
        format!("  Nummer fehlt: {}", soll["missing_number"]),
        format!("  Summenzeile: {}", soll["total_lines"]),
    ] {
        assert!(antwort.text.lines().any(|z| z == zeile), "{zeile} in\n{}", antwort.text);
    }
    assert!(fallnummern(antwort.text.as_bytes()).is_empty());

    let pruefe = |quelle: &Path| {
        iksctl(&["ziehung", "pruefe", "--daten", pfad(&daten), "--nummer", GEPLANT, "--quelle", pfad(quelle)])
    };
    let gut = pruefe(&liste).gut();
    assert!(gut.text.contains("(Einheiten: 4.920, gleicher Hash)"), "{}", gut.text);
    let bytes = fs::read(&liste).unwrap();
    let stelle = bytes.windows(14).position(|w| w == b"09304BG1001722").unwrap();
    let mut anders = bytes.clone();
    anders[stelle + 13] = b'3';
    let falsch = ordner.path().join("andere.csv");
    fs::write(&falsch, anders).unwrap();
    let antwort = pruefe(&falsch);
    assert_eq!(antwort.code, 1);
    assert!(
        antwort
            .fehler
            .contains("die nicht dazugehören: 1. Einheiten der Grundgesamtheit, die in der Liste fehlen: 1."),
        "{}",
        antwort.fehler
    );
}

#[test]
fn bericht_nennt_weder_fall_noch_person() {
    let (ordner, daten) = demohaus();
    let pdf = ordner.path().join("bericht.pdf");
    iksctl(&[
        "bericht",
        "pruefung",
        "--daten",
        pfad(&daten),
        "--nummer",
        GESCHICHTET,
        "--ausgabe",
        pfad(&pdf),
    ])
    .gut();
    let o = Command::new("pdftotext").args(["-layout", pfad(&pdf), "-"]).output().unwrap();
    let text = Antwort::from(o).gut().text;
    assert!(text.contains(GESCHICHTET) && text.contains("Jobcenter Musterkreis"), "{text}");
    assert!(fallnummern(text.as_bytes()).is_empty(), "{:?}", fallnummern(text.as_bytes()));
    for name in ["Maßmann", "Rüfer", "Lindner", "Lehnert"] {
        assert!(!text.contains(name), "{name}");
    }
}
