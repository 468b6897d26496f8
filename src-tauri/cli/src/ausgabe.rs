//! What a command prints: German text for people, one JSON object for programs.

use iks_core::fehler::Fehler;
use serde_json::{Value, json};
use std::io::Write;

/// Result of a command.
pub struct Ausgabe {
    /// Lines for people.
    pub text: String,
    /// The same as one object.
    pub json: Value,
    /// Something was checked and found wrong: the command did its work, but the exit code is 1.
    pub befund: Option<String>,
}

impl Ausgabe {
    /// A command that went well.
    pub fn neu(text: impl Into<String>, json: Value) -> Self {
        Self { text: text.into(), json, befund: None }
    }

    /// A check that found something wrong; the sentence goes to standard error.
    pub fn mit_befund(mut self, befund: impl Into<String>) -> Self {
        self.befund = Some(befund.into());
        self
    }
}

/// Prints and gives the exit code: 0 done and good, 1 refused or found wrong.
#[allow(clippy::print_stderr, reason = "the one place where the command line prints")]
pub fn drucke(ergebnis: Result<Ausgabe, Fehler>, als_json: bool) -> u8 {
    match ergebnis {
        Ok(ausgabe) => {
            let text = if als_json { ausgabe.json.to_string() } else { ausgabe.text };
            // A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
            if !text.is_empty() {
                let _ = writeln!(std::io::stdout(), "{}", text.trim_end_matches('\n'));
            }
            match ausgabe.befund {
                None => 0,
                Some(befund) => {
                    eprintln!("{befund}");
                    1
                }
            }
        }
        Err(fehler) => {
            if als_json {
                let _ = writeln!(std::io::stdout(), "{}", json!({ "fehler": fehler }));
            }
            eprintln!("{}", fehler.text);
            for feld in fehler.felder.iter().filter(|f| f.text != fehler.text) {
                eprintln!("  {}: {}", feld.feld, feld.text);
            }
            // The cause is for developers; it stays out of what people send around.
            if let (Some(ursache), Some(_)) = (&fehler.ursache, std::env::var_os("IKS_URSACHE")) {
                eprintln!("{ursache:?}");
            }
            1
        }
    }
}

/// One line on standard error.
#[allow(clippy::print_stderr, reason = "the one place where the command line prints")]
pub fn melde(text: &str) {
    eprintln!("{text}");
}
