//! WebKitWebDriver on a free port, and everything it started, gone at the end.

use std::{
    env,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::{Instant, sleep};

const PROGRAMM: &str = "WebKitWebDriver";

/// The driver's process. It heads a process group, so that the window goes with it even after a failed test.
pub struct Treiber {
    prozess: Child,
    adresse: String,
}

impl Treiber {
    /// Starts the driver; the window it opens later gets `daten` as its house.
    pub fn starte(daten: &Path) -> Self {
        assert!(
            env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some(),
            "Es gibt keinen Bildschirm. Bitte `make test` verwenden: es startet einen virtuellen."
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let prozess = Command::new(PROGRAMM)
            .arg(format!("--port={port}"))
            .env("IKS_DATEN", daten)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("IKS_BENUTZER")
            .env_remove("IKS_PASSWORT")
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|e| {
                panic!("{PROGRAMM} fehlt oder startet nicht ({e}). Bitte `make setup` ausführen.")
            });
        Self { prozess, adresse: format!("http://127.0.0.1:{port}") }
    }

    /// Opens the window; tries until the driver listens.
    pub async fn verbinde(&self) -> Client {
        // `IKS_BINARY` names another build, so that the cold start of a release build can be measured.
        let programm = env::var("IKS_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_iks").to_owned());
        let mut wuensche = Capabilities::new();
        // No browserName: WebKitGTK calls itself "MiniBrowser" and refuses every other one.
        wuensche.insert("webkitgtk:browserOptions".into(), json!({ "binary": programm, "args": [] }));
        let mut bauplan = ClientBuilder::new(HttpConnector::new());
        bauplan.capabilities(wuensche);
        let bis = Instant::now() + Duration::from_secs(30);
        loop {
            let versuch = bauplan.connect(&self.adresse);
            match versuch.await {
                Ok(client) => return client,
                Err(fehler) if Instant::now() > bis => panic!("Das Fenster öffnet sich nicht: {fehler}"),
                Err(_) => sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

impl Drop for Treiber {
    fn drop(&mut self) {
        let gruppe = format!("-{}", self.prozess.id());
        let _ = Command::new("kill").args(["-KILL", "--", &gruppe]).stderr(Stdio::null()).status();
        let _ = self.prozess.wait();
    }
}
