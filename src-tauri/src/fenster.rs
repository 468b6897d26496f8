//! The one window, and what it may not do.

use std::path::Path;
use tauri::{App, WebviewUrl, WebviewWindowBuilder};

/// Opens the window with its own throw-away folder for the web engine.
pub(crate) fn oeffnen(app: &App, zwischenspeicher: &Path) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("IKS")
        .inner_size(1280.0, 860.0)
        .min_inner_size(640.0, 480.0)
        .data_directory(zwischenspeicher.to_owned())
        // Setting `location.href` would leave the application otherwise.
        .on_navigation(eigene_seite)
        .build()?;
    Ok(())
}

/// Only the pages inside the program: `tauri://localhost`, on Windows `http(s)://tauri.localhost`.
fn eigene_seite(url: &tauri::Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fremde_seiten_bleiben_draussen() {
        let darf = |text: &str| eigene_seite(&tauri::Url::parse(text).unwrap());
        assert!(darf("tauri://localhost/index.html"));
        assert!(darf("http://tauri.localhost/"));
        assert!(!darf("https://example.org/"));
        assert!(!darf("file:///etc/passwd"));
        assert!(!darf("javascript:alert(1)"));
    }
}
