//! The core's use cases over HTTP on 127.0.0.1. Today only so that pages are tested in a browser against
//! the real core; never part of the bundle.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use clap::Parser;
use iks_core::api::{Arbeitsplatz, rufe};
use iks_core::fehler::Fehler;
use iks_core::haus::Ordner;
use iks_core::umgebung::Systemumgebung;
use serde_json::Value;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};

#[derive(Parser)]
#[command(about = "Trägt den Kern über HTTP auf 127.0.0.1, zum Prüfen der Seiten im Browser")]
struct Aufruf {
    /// Datenordner
    #[arg(long)]
    daten: Option<PathBuf>,
    /// Gebaute Seiten
    #[arg(long, default_value = "ui/dist")]
    dist: PathBuf,
    /// Port; 0 nimmt einen freien
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let aufruf = Aufruf::parse();
    let platz = Arc::new(Arbeitsplatz::neu(Ordner::vorgabe(aufruf.daten)?, umgebung()));
    let seiten = ServeDir::new(&aufruf.dist).fallback(ServeFile::new(aufruf.dist.join("index.html")));
    let app = Router::new().route("/api/{befehl}", post(befehl)).with_state(platz).fallback_service(seiten);
    let lauscher =
        tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, aufruf.port))).await?;
    adresse(lauscher.local_addr()?);
    axum::serve(lauscher, app).await?;
    Ok(())
}

async fn befehl(
    State(platz): State<Arc<Arbeitsplatz>>,
    Path(name): Path<String>,
    Json(daten): Json<Value>,
) -> Result<Json<Value>, (StatusCode, Json<Fehler>)> {
    // A browser has no native file dialog of ours: the text field takes the path.
    if name == "datei_waehlen" {
        return Ok(Json(Value::Null));
    }
    let ergebnis = tokio::task::spawn_blocking(move || rufe(&platz, &name, daten)).await;
    let fehler = |f| (StatusCode::UNPROCESSABLE_ENTITY, Json(f));
    ergebnis.map_err(|e| fehler(Fehler::intern(e)))?.map(Json).map_err(fehler)
}

#[allow(clippy::print_stdout, reason = "the first line tells the tests where the pages are")]
fn adresse(adresse: SocketAddr) {
    println!("http://{adresse}");
}

fn umgebung() -> Arc<Systemumgebung> {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that supplies clock and randomness to the core"
    )]
    Arc::new(Systemumgebung {
        uhr: chrono::Utc::now,
        zufall: |puffer| getrandom::fill(puffer).unwrap_or_else(|_| std::process::abort()),
    })
}
