//! The desktop shell: the only place that knows Tauri. A window, a file dialog, and one command that
//! hands everything else to the core.

mod befehle;
mod fenster;

use iks_core::api::Arbeitsplatz;
use iks_core::haus::Ordner;
use iks_core::umgebung::Systemumgebung;
use std::sync::Arc;

/// Runs the application until its window is closed.
///
/// # Errors
/// When no data folder is known, or the window cannot be opened.
pub fn starten() -> Result<(), Box<dyn std::error::Error>> {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that supplies clock and randomness to the core"
    )]
    let umgebung = Arc::new(Systemumgebung {
        uhr: chrono::Utc::now,
        zufall: |puffer| getrandom::fill(puffer).unwrap_or_else(|_| std::process::abort()),
    });
    let platz = Arc::new(Arbeitsplatz::neu(Ordner::vorgabe(None)?, umgebung));
    // WebKit writes local storage and caches into the user's share folder unless it is given another one.
    let zwischenspeicher = tempfile::Builder::new().prefix("iks-").tempdir()?;
    let pfad = zwischenspeicher.path().to_owned();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(platz.clone())
        .invoke_handler(tauri::generate_handler![befehle::rufe, befehle::datei_waehlen])
        .setup(move |app| Ok(fenster::oeffnen(app, &pfad)?))
        .build(tauri::generate_context!())?
        // Unlike `run`, this comes back, so that the folder above goes with the window.
        .run_return(|_, _| {});
    platz.abmelden();
    drop(zwischenspeicher);
    Ok(())
}
