//! `iksctl`: the command line of IKS for administrators and auditors. It goes through the same doors as
//! the window; the contract of commands and exit codes stands in the handbook.

mod ausgabe;
mod demo;
mod haus;
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
    /// Prüft das Protokoll
    #[command(subcommand)]
    Protokoll(haus::ProtokollBefehl),
    /// Erstellt, probt und stellt Sicherungen wieder her
    #[command(subcommand)]
    Sicherung(haus::SicherungBefehl),
}

fn main() -> ExitCode {
    iks_core::umgebung::stille_programmfehler(ausgabe::melde);
    let aufruf = Aufruf::parse();
    let ergebnis = match &aufruf.befehl {
        Befehl::Einrichten(args) => haus::einrichten(args),
        Befehl::Demo(args) => demo::demo(args),
        Befehl::Protokoll(befehl) => haus::protokoll(befehl),
        Befehl::Sicherung(befehl) => haus::sicherung(befehl),
    };
    ausgabe::drucke(ergebnis, aufruf.json).into()
}
