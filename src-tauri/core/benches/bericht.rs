//! A report of some hundred pages: a table of 4,500 rows and 8 columns with wrapping cells.
//!
//! Prints pages, milliseconds, pages a second, bytes and the largest memory of the process; with a
//! folder in `IKS_BERICHT_ORDNER` it leaves the file there and the rows for `scripts/bench_typst.py`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "this program measures and prints")]
#![allow(clippy::unwrap_used, reason = "a measurement that fails should stop")]

use chrono::DateTime;
use iks_core::bericht::modell::{Block, Kopf, Spalte, Sprache, Stufe, Tabelle};
use iks_core::bericht::{Bericht, als_pdf, zeichne};
use std::path::Path;
use std::time::Instant;

const ZEILEN: usize = 4_500;

fn zeile(n: usize) -> [String; 8] {
    // In every fourth row cells wrap, as in real lists.
    let sachgebiete = ["Einkommen", "Unterkunft", "Vermögen", "Kosten der Unterkunft und Heizung"];
    let bemerkungen =
        ["geprüft", "§ 11 SGB II", "Nachweis da", "Freibetrag nach § 11b SGB II berücksichtigt"];
    [
        format!("P-{n:05}"),
        format!("Team {}", n % 7 + 1),
        sachgebiete[n % 4].to_owned(),
        format!("{:02}.{:02}.2026", n % 28 + 1, n % 12 + 1),
        format!("{},{:02} €", n * 13 % 900, n % 100),
        if n.is_multiple_of(3) { "ja" } else { "nein" }.to_owned(),
        ["erfüllt", "offen"][n % 2].to_owned(),
        bemerkungen[n % 4].to_owned(),
    ]
}

fn bericht() -> Bericht {
    let spalten = vec![
        Spalte::links("Pseudonym", 1.2),
        Spalte::links("Team", 1.0),
        Spalte::links("Sachgebiet", 1.8),
        Spalte::links("Datum", 1.2),
        Spalte::rechts("Betrag", 1.2),
        Spalte::mitte("Gezogen", 1.0),
        Spalte::links("Ergebnis", 1.2),
        Spalte::links("Bemerkung", 2.2),
    ];
    let zeilen = (1..=ZEILEN).map(|n| zeile(n).into_iter().collect()).collect();
    Bericht {
        kopf: Kopf {
            titel: "Messung".into(),
            gegenstand: "Tabelle mit 4.500 Zeilen".into(),
            sprache: Sprache::Deutsch,
            haus: "Jobcenter Musterkreis".into(),
            erstellt: DateTime::parse_from_rfc3339("2026-11-20T09:30:00+01:00").unwrap(),
            vertraulichkeit: None,
            logo: None,
            fusszeile: "Messung".into(),
            hauszeile: String::new(),
        },
        bloecke: vec![
            Block::Ueberschrift(Stufe::Eins, "Anlage".into()),
            Block::Tabelle(Tabelle { spalten, zeilenkopf: Some(0), zeilen, eng: true, ..Tabelle::default() }),
        ],
        beilagen: Vec::new(),
    }
}

/// Largest resident memory of this process in MiB, where the system tells.
fn speicher() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|z| z.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
    kib.unwrap_or(0u64) / 1024
}

fn main() {
    let bericht = bericht();
    // The first run only, fonts and all: what a person waits for. scripts/bench.sh starts it three times.
    let start = Instant::now();
    let bytes = als_pdf(&bericht).unwrap();
    let ganz = start.elapsed().as_secs_f64();
    let speicher = speicher();
    let start = Instant::now();
    let seiten = zeichne(&bericht).unwrap().seiten.len();
    println!(
        "IKS | {seiten} Seiten | {:.0} ms (davon Satz {:.0} ms) | {:.0} Seiten/s | {} Bytes | {speicher} MiB",
        ganz * 1000.0,
        start.elapsed().as_secs_f64() * 1000.0,
        f64::from(u32::try_from(seiten).unwrap()) / ganz,
        bytes.len(),
    );
    if let Some(ordner) = std::env::var_os("IKS_BERICHT_ORDNER") {
        let ordner = Path::new(&ordner);
        let zeilen: Vec<[String; 8]> = (1..=ZEILEN).map(zeile).collect();
        std::fs::write(ordner.join("iks.pdf"), bytes).unwrap();
        std::fs::write(ordner.join("zeilen.json"), serde_json::to_vec(&zeilen).unwrap()).unwrap();
    }
}
