//! What a closed house leaves readable on the disk: no case number, no name of a person, no word of a
//! Feststellung, in no file and in no encoding.

use crate::aufruf::{Antwort, PASSWORT, demohaus, iksctl_als, pfad};
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names for signing in longer than three letters, and full names, of the demo house.
#[rustfmt::skip]
const NAMEN: &[&str] = &[
    "admin", "pruefer", "widerspruch", "widerspruch2", "revision",
    "Anke Damm", "Quirin", "Maßmann", "Petra Rüfer", "Tabea Lindner", "Lindner", "Till Lorenz", "Lorenz", "Britta",
    "Lehnert", "Wiebke Sprung", "Wolfram Spruch", "Karla Reimann", "Reimann", "Dörte", "Schutzbier", "Anton Kaplan",
    "Kaplan", "Gesa Fuhrmann", "Fuhrmann", "Rolf Evers",
];

/// Words of at least this many letters: shorter ones turn up by chance in 15 MB of cipher text.
const WORTLAENGE: usize = 8;

/// What is searched, each in UTF-8 and UTF-16, by its first four bytes.
struct Suche {
    muster: HashMap<[u8; 4], Vec<(String, Vec<u8>)>>,
    /// First two bytes of any of them: rules out nearly every place at once.
    anfang: Vec<bool>,
}

impl Suche {
    fn nach(worte: &BTreeSet<String>) -> Self {
        let mut suche = Self { muster: HashMap::new(), anfang: vec![false; 1 << 16] };
        for wort in worte {
            let utf16 = |in_bytes: fn(u16) -> [u8; 2]| wort.encode_utf16().flat_map(in_bytes).collect();
            for bytes in [wort.clone().into_bytes(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
                suche.anfang[zwei(&bytes)] = true;
                suche.muster.entry(bytes[..4].try_into().unwrap()).or_default().push((wort.clone(), bytes));
            }
        }
        suche
    }

    fn in_bytes(&self, bytes: &[u8]) -> BTreeSet<String> {
        let mut funde = BTreeSet::new();
        for i in 0..bytes.len().saturating_sub(3) {
            if self.anfang[zwei(&bytes[i..])] {
                let kandidaten = self.muster.get(&bytes[i..i + 4]).into_iter().flatten();
                funde.extend(
                    kandidaten.filter(|(_, b)| bytes[i..].starts_with(b)).map(|(wort, _)| wort.clone()),
                );
            }
        }
        funde.extend(fallnummern(bytes));
        funde
    }
}

fn zwei(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

/// Case numbers (`09304BG1001722`) in UTF-8 and, where every second byte is nought, in UTF-16.
pub fn fallnummern(bytes: &[u8]) -> BTreeSet<String> {
    let mut funde = BTreeSet::new();
    for schritt in [1, 2] {
        let zeichen = |i: usize| -> Option<u8> {
            let leer = schritt == 1 || bytes.get(i + 1).is_none_or(|b| *b == 0);
            bytes.get(i).copied().filter(|_| leer)
        };
        for i in (0..bytes.len()).filter(|i| bytes[*i] == b'B') {
            let Some(anfang) = i.checked_sub(3 * schritt) else { continue };
            let stelle = |n: usize| zeichen(anfang + n * schritt);
            let ziffern = [0, 1, 2, 5, 6, 7].iter().all(|n| stelle(*n).is_some_and(|z| z.is_ascii_digit()));
            if ziffern && stelle(4) == Some(b'G') {
                funde.insert((0..8).filter_map(stelle).map(char::from).collect());
            }
        }
    }
    funde
}

fn worte_der_feststellungen() -> BTreeSet<String> {
    let muster: serde_json::Value =
        serde_json::from_str(include_str!("../../src-tauri/core/daten/demo_feststellungen.json")).unwrap();
    muster
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|m| m["text"].as_str().unwrap().split(|z: char| !z.is_alphabetic()))
        .filter(|wort| wort.chars().count() >= WORTLAENGE)
        .map(str::to_owned)
        .collect()
}

fn alle_dateien(ordner: &Path) -> Vec<PathBuf> {
    fs::read_dir(ordner)
        .unwrap()
        .flatten()
        .flat_map(|e| if e.path().is_dir() { alle_dateien(&e.path()) } else { vec![e.path()] })
        .collect()
}

#[test]
fn geschlossenes_haus_verraet_nichts() {
    let (ordner, daten) = demohaus();
    let tmp = ordner.path().join("tmp");
    fs::create_dir(&tmp).unwrap();
    // Everything that writes: sign-in with the day's backup, a wrong password, import, backup, rehearsal, report.
    let rufe = |wer: &str, passwort: &str, args: &[&str]| -> Antwort {
        Command::new(env!("CARGO_BIN_EXE_iksctl"))
            .args(args)
            .env("IKS_BENUTZER", wer)
            .env("IKS_PASSWORT", passwort)
            .env("IKS_DATEN", &daten)
            .env("TMPDIR", &tmp)
            .output()
            .unwrap()
            .into()
    };
    assert_eq!(rufe("widerspruch2", "falsch falsch falsch", &["protokoll", "pruefe"]).code, 1);
    let liste = crate::aufruf::fixture("grundgesamtheit_leistung.csv");
    let import = ["import", "grundgesamtheit", "--pruefung", "FA-2026-005", "--datei", pfad(&liste)];
    rufe("qm", PASSWORT, &import).gut();
    let sicherung = daten.join("sicherungen/von-hand.iks-sicherung");
    rufe("admin", PASSWORT, &["sicherung", "erstelle", "--ausgabe", pfad(&sicherung)]).gut();
    rufe("admin", PASSWORT, &["sicherung", "pruefe", "--datei", pfad(&sicherung)]).gut();
    let pdf = ordner.path().join("bericht.pdf");
    rufe("qm", PASSWORT, &["bericht", "pruefung", "--nummer", "FA-2026-001", "--ausgabe", pfad(&pdf)]).gut();
    assert_eq!(alle_dateien(&tmp), Vec::<PathBuf>::new(), "temporary files are left behind");

    let mut worte = worte_der_feststellungen();
    assert!(worte.len() > 100, "only {} words", worte.len());
    worte.extend(NAMEN.iter().map(|n| (*n).to_owned()));
    let suche = Suche::nach(&worte);
    let dateien = alle_dateien(&daten);
    assert!(dateien.iter().filter(|d| d.extension().is_some_and(|e| e == "iks-sicherung")).count() >= 2);
    assert!(dateien.len() > 15, "{dateien:?}");
    for datei in &dateien {
        let funde = suche.in_bytes(&fs::read(datei).unwrap());
        assert_eq!(funde, BTreeSet::new(), "{}", datei.display());
        let name = datei.strip_prefix(&daten).unwrap().to_string_lossy().into_owned();
        assert!(!NAMEN.iter().any(|n| name.contains(n)), "{name}");
    }
}

/// The search itself finds what it is meant to find.
#[test]
fn die_suche_findet() {
    let suche = Suche::nach(&BTreeSet::from(["Bedarfsgemeinschaft".to_owned(), "Dörte".to_owned()]));
    let text = "\0xDörte prüft 09304BG1001722 einer Bedarfsgemeinschaft.";
    let erwartet = ["304BG100", "Bedarfsgemeinschaft", "Dörte"].map(str::to_owned);
    let utf16 = |f: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(f).collect::<Vec<u8>>();
    for bytes in [text.as_bytes().to_vec(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        assert_eq!(suche.in_bytes(&bytes), BTreeSet::from(erwartet.clone()));
    }
    assert_eq!(suche.in_bytes(b"BG, 12BG1234, Doerte, Bedarfsgemeinschaf"), BTreeSet::new());
}

/// A refused sign-in says nothing about who exists.
#[test]
fn falsche_anmeldung_nennt_niemanden() {
    let (_ordner, daten) = demohaus();
    let versuch = |wer: &str| {
        iksctl_als(wer, "falsch falsch falsch", &["protokoll", "pruefe", "--daten", pfad(&daten)])
    };
    let (bekannt, unbekannt) = (versuch("pruefer"), versuch("niemand"));
    assert_eq!((bekannt.code, unbekannt.code), (1, 1));
    assert_eq!(bekannt.fehler, unbekannt.fehler);
}
