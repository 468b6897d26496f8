//! IKS: the desktop application.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

#[allow(clippy::print_stderr, reason = "without a window there is nowhere else to say why")]
fn main() -> ExitCode {
    match iks_shell::starten() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fehler) => {
            eprintln!("IKS kann nicht starten: {fehler}");
            ExitCode::FAILURE
        }
    }
}
