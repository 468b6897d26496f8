//! Calls the built program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::Duration;
use tempfile::TempDir;

pub const PASSWORT: &str = "Demo-Musterkreis-2026";

/// What a call answered.
pub struct Antwort {
    pub code: i32,
    pub text: String,
    pub fehler: String,
}

impl From<Output> for Antwort {
    fn from(o: Output) -> Self {
        Self {
            code: o.status.code().unwrap_or(-1),
            text: String::from_utf8(o.stdout).unwrap(),
            fehler: String::from_utf8(o.stderr).unwrap(),
        }
    }
}

impl Antwort {
    pub fn gut(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.text, self.fehler);
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }
}

/// Calls `iksctl` as a person.
pub fn iksctl_als(benutzer: &str, passwort: &str, args: &[&str]) -> Antwort {
    Command::new(env!("CARGO_BIN_EXE_iksctl"))
        .args(args)
        .env("IKS_BENUTZER", benutzer)
        .env("IKS_PASSWORT", passwort)
        .env_remove("IKS_DATEN")
        .stdin(Stdio::null())
        .output()
        .unwrap()
        .into()
}

/// Calls `iksctl` as the demo house's quality manager.
pub fn iksctl(args: &[&str]) -> Antwort {
    iksctl_als("qm", PASSWORT, args)
}

/// A demo house in a temporary folder; it is made once and copied.
pub fn demohaus() -> (TempDir, PathBuf) {
    static VORLAGE: OnceLock<PathBuf> = OnceLock::new();
    let vorlage = VORLAGE.get_or_init(|| {
        let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
        // Statics are never dropped: the next run sweeps what an earlier one left.
        for alt in fs::read_dir(tmp).unwrap().flatten() {
            let alter = alt.metadata().and_then(|m| m.modified()).ok().and_then(|zeit| zeit.elapsed().ok());
            if alt.file_name().to_string_lossy().starts_with("demohaus-")
                && alter.is_some_and(|a| a > Duration::from_secs(3600))
            {
                let _ = fs::remove_dir_all(alt.path());
            }
        }
        lege_demohaus_an(&tmp.join(format!("demohaus-{}", std::process::id())))
    });
    let ordner = tempfile::tempdir().unwrap();
    let daten = ordner.path().join("haus");
    kopiere(vorlage, &daten);
    (ordner, daten)
}

/// A demo house made from scratch.
pub fn neues_demohaus() -> (TempDir, PathBuf) {
    let ordner = tempfile::tempdir().unwrap();
    let daten = lege_demohaus_an(&ordner.path().join("haus"));
    (ordner, daten)
}

fn lege_demohaus_an(daten: &Path) -> PathBuf {
    iksctl(&["demo", "--daten", pfad(daten)]).gut();
    daten.to_owned()
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

pub fn pfad(p: &Path) -> &str {
    p.to_str().unwrap()
}

/// A file of tests/fixtures.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}
