//! The commands of the window.

use iks_core::api::{self, Arbeitsplatz};
use iks_core::fehler::Fehler;
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use tauri::{AppHandle, State, async_runtime};
use tauri_plugin_dialog::DialogExt;

/// Everything the core can do, by name. Off the window's thread, because it may take its time.
#[tauri::command]
pub(crate) async fn rufe(
    platz: State<'_, Arc<Arbeitsplatz>>,
    befehl: String,
    daten: Value,
) -> Result<Value, Fehler> {
    let platz = platz.inner().clone();
    async_runtime::spawn_blocking(move || api::rufe(&platz, &befehl, daten)).await.map_err(Fehler::intern)?
}

/// Which file dialog.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Dateifrage {
    Oeffnen,
    Speichern,
}

/// The system's file dialog; answers the chosen path, or nothing. The core opens the file, not the page.
#[tauri::command]
pub(crate) async fn datei_waehlen(
    app: AppHandle,
    art: Dateifrage,
    titel: String,
    endungen: Vec<String>,
    vorschlag: Option<String>,
) -> Result<Option<String>, Fehler> {
    let auswahl = async_runtime::spawn_blocking(move || {
        let endungen: Vec<&str> = endungen.iter().map(String::as_str).collect();
        let mut dialog = app.dialog().file().set_title(titel);
        if !endungen.is_empty() {
            dialog = dialog.add_filter("Dateien", &endungen);
        }
        if let Some(vorschlag) = vorschlag {
            dialog = dialog.set_file_name(vorschlag);
        }
        match art {
            Dateifrage::Oeffnen => dialog.blocking_pick_file(),
            Dateifrage::Speichern => dialog.blocking_save_file(),
        }
    })
    .await
    .map_err(Fehler::intern)?;
    Ok(auswahl.map(|pfad| pfad.to_string()))
}
