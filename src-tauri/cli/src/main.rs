//! `iksctl`: the command line of IKS for administrators and auditors. It goes through the same doors as
//! the window; the contract of commands and exit codes stands in the handbook.

mod ausgabe;
mod bericht;
mod demo;
mod haus;
mod import;
mod rechne;
mod ziehe;
mod ziehung;
mod zugang;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "iksctl",
    version,
    about = "Internes Kontrollsystem: Kommandozeile für Administration und Prüfer",
    disable_help_subcommand = true
)]
struct Aufruf {
    /// Ausgabe als ein JSON-Objekt
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    befehl: Befehl,
}

#[derive(Subcommand)]
enum Befehl {
    /// Richtet ein leeres Haus ein; IKS_BENUTZER und IKS_PASSWORT nennen die erste Administration
    Einrichten(haus::EinrichtenArgs),
    /// Legt das Demohaus „Jobcenter Musterkreis“ mit erfundenen Daten an
    Demo(demo::DemoArgs),
    /// Gibt einen Bericht aus oder zeigt, welche es gibt
    Bericht(bericht::BerichtArgs),
    /// Prüft das Protokoll
    #[command(subcommand)]
    Protokoll(haus::ProtokollBefehl),
    /// Erstellt, probt und stellt Sicherungen wieder her
    #[command(subcommand)]
    Sicherung(haus::SicherungBefehl),
    /// Liest Listen ein
    #[command(subcommand)]
    Import(import::ImportBefehl),
    /// Zieht aus einer Liste, ohne Haus: das Werkzeug des Prüfers
    Ziehe(ziehe::ZieheArgs),
    /// Rechnet Stichproben, Fehlerquoten und Fristen nach: JSON-Zeilen auf der Standardeingabe, ohne Haus
    Rechne,
    /// Prüft Ziehungen
    #[command(subcommand)]
    Ziehung(ziehung::ZiehungBefehl),
}

fn main() -> ExitCode {
    iks_core::umgebung::stille_programmfehler(ausgabe::melde);
    let aufruf = Aufruf::parse();
    let ergebnis = match &aufruf.befehl {
        Befehl::Einrichten(args) => haus::einrichten(args),
        Befehl::Demo(args) => demo::demo(args),
        Befehl::Bericht(args) => bericht::bericht(args),
        Befehl::Protokoll(befehl) => haus::protokoll(befehl),
        Befehl::Sicherung(befehl) => haus::sicherung(befehl),
        Befehl::Import(befehl) => import::import(befehl),
        Befehl::Ziehe(args) => ziehe::ziehe(args),
        Befehl::Rechne => return rechne::rechne(),
        Befehl::Ziehung(befehl) => ziehung::ziehung(befehl),
    };
    ausgabe::drucke(ergebnis, aufruf.json).into()
}
