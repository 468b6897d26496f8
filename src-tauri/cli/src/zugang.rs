//! Which house, and who: data folder, user name and password.

use clap::Args;
use iks_core::fehler::{Code, Ergebnis, Fehler};
use iks_core::haus::{Haus, Ordner, Prozesssperre, Sitzung};
use iks_core::umgebung::{Systemumgebung, Umgebung};
use std::io::{IsTerminal, Write, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;

/// The data folder.
#[derive(Args)]
pub struct Daten {
    /// Datenordner; sonst IKS_DATEN, sonst der Ordner des Systems für Anwendungsdaten
    #[arg(long, value_name = "ORDNER")]
    pub daten: Option<PathBuf>,
}

impl Daten {
    /// The folder; it need not exist.
    pub fn ordner(&self) -> Ergebnis<Ordner> {
        let ordner = Ordner::vorgabe(self.daten.clone())?;
        ordner.tausch_beenden()?;
        Ok(ordner)
    }

    /// Opens the house and signs in.
    pub fn oeffnen(&self) -> Ergebnis<(Haus, Sitzung)> {
        let ordner = self.ordner()?;
        ordner.kennung()?;
        let (name, passwort) = anmeldedaten()?;
        let sperre = Arc::new(Prozesssperre::nehmen(&ordner)?);
        Haus::oeffnen(ordner, umgebung(), sperre, &name, &passwort)
    }
}

/// Clock and randomness of the operating system.
pub fn umgebung() -> Arc<dyn Umgebung> {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that supplies clock and randomness to the core"
    )]
    Arc::new(Systemumgebung {
        uhr: chrono::Utc::now,
        // Without randomness there are no keys: better to stop than to go on.
        zufall: |puffer| getrandom::fill(puffer).unwrap_or_else(|_| std::process::abort()),
    })
}

/// `IKS_BENUTZER` and `IKS_PASSWORT`, or a prompt where standard input is a terminal.
pub fn anmeldedaten() -> Ergebnis<(String, String)> {
    let aus = |name: &str| std::env::var(name).ok().filter(|w| !w.is_empty());
    if let (Some(benutzer), Some(passwort)) = (aus("IKS_BENUTZER"), aus("IKS_PASSWORT")) {
        return Ok((benutzer, passwort));
    }
    if !stdin().is_terminal() {
        return Err(Fehler::neu(
            Code::Anmeldung,
            "Bitte nennen Sie Benutzername und Passwort in den Umgebungsvariablen IKS_BENUTZER und IKS_PASSWORT.",
        ));
    }
    let lesefehler = |e: std::io::Error| Fehler::datei("Die Eingabe konnte nicht gelesen werden.", e);
    let benutzer = match aus("IKS_BENUTZER") {
        Some(name) => name,
        None => {
            let mut aus = stdout();
            aus.write_all("Benutzername: ".as_bytes()).and_then(|()| aus.flush()).map_err(lesefehler)?;
            let mut zeile = String::new();
            stdin().read_line(&mut zeile).map_err(lesefehler)?;
            zeile.trim().to_owned()
        }
    };
    let passwort = rpassword::prompt_password("Passwort: ").map_err(lesefehler)?;
    Ok((benutzer, passwort))
}
