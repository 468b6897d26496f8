//! Someone changes the database file from outside: it is said, and nothing is written over it.

use crate::aufruf::{demohaus, iksctl, pfad};
use std::fs;

#[test]
fn geaendertes_byte_wird_gesagt_und_nichts_ueberschrieben() {
    let (_ordner, daten) = demohaus();
    iksctl(&["protokoll", "pruefe", "--daten", pfad(&daten)]).gut();
    let datei = daten.join("iks.db");
    let heil = fs::read(&datei).unwrap();
    // The first page, one in the middle, the last one.
    for stelle in [100, heil.len() / 2 + 77, heil.len() - 9] {
        let mut bytes = heil.clone();
        bytes[stelle] ^= 0x10;
        fs::write(&datei, &bytes).unwrap();
        let antwort = iksctl(&["protokoll", "pruefe", "--daten", pfad(&daten)]);
        assert_eq!(antwort.code, 1, "byte {stelle} went unnoticed: {}", antwort.text);
        assert!(antwort.fehler.contains("beschädigt"), "byte {stelle}: {}", antwort.fehler);
        assert!(fs::read(&datei).unwrap() == bytes, "byte {stelle}: the evidence was changed");
    }
    fs::write(&datei, &heil).unwrap();
    iksctl(&["protokoll", "pruefe", "--daten", pfad(&daten)]).gut();
}

#[test]
fn abgeschnittene_und_fremde_datenbank() {
    let (_ordner, daten) = demohaus();
    let datei = daten.join("iks.db");
    let heil = fs::read(&datei).unwrap();
    let gekuerzt = heil[..heil.len() / 2].to_vec();
    for (was, bytes) in [("cut", gekuerzt), ("foreign", vec![0x5a; 64 * 1024])] {
        fs::write(&datei, &bytes).unwrap();
        let antwort = iksctl(&["protokoll", "pruefe", "--daten", pfad(&daten)]);
        assert_eq!(antwort.code, 1, "{was}: {}", antwort.text);
        assert!(antwort.fehler.contains("beschädigt"), "{was}: {}", antwort.fehler);
        assert!(fs::read(&datei).unwrap() == bytes, "{was}: the evidence was changed");
    }
}
