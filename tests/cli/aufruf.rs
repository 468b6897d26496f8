//! Calls the built program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
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

/// A demo house in a temporary folder.
pub fn demohaus() -> (TempDir, PathBuf) {
    let ordner = tempfile::tempdir().unwrap();
    let daten = ordner.path().join("haus");
    iksctl(&["demo", "--daten", pfad(&daten)]).gut();
    (ordner, daten)
}

pub fn pfad(p: &Path) -> &str {
    p.to_str().unwrap()
}
