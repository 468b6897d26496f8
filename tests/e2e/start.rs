//! The window on an empty folder: it opens, shows a page, and the page is locked in.

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::fenster::Fenster;

#[tokio::test]
async fn start_shows_a_page_that_cannot_leave() {
    let ordner = tempfile::tempdir().unwrap();
    let beginn = Instant::now();
    let fenster = Fenster::oeffnen(ordner.path()).await;
    while fenster.skript("return document.querySelector('h1')?.innerText ?? ''", vec![]).await == json!("") {
        assert!(beginn.elapsed().as_secs() < 30, "no heading after 30 s: {}", fenster.text().await);
    }
    println!("Kaltstart bis zur Überschrift: {:.2} s", beginn.elapsed().as_secs_f64());
    fenster.bild("start").await;
    fenster.ohne_barrieren("Start").await;

    assert_eq!(fenster.skript("return typeof window.__TAURI__", vec![]).await, json!("undefined"));
    let vorher = fenster.skript("return location.href", vec![]).await;
    fenster.skript("location.href = 'https://example.invalid/'", vec![]).await;
    fenster.skript("location.href = 'file:///etc/hostname'", vec![]).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(fenster.skript("return location.href", vec![]).await, vorher);
    let gemerkt = fenster.skript("return localStorage.length + sessionStorage.length", vec![]).await;
    assert!(
        gemerkt == json!(0) || gemerkt == Value::Null,
        "the page kept something in the browser: {gemerkt}"
    );
    fenster.schliessen().await;
}
