//! Import of 1,000,000 rows x 7 columns through the door, and a stratified draw from as many pseudonyms.
//! Aims: 15 s and 2 s.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

#[allow(dead_code)]
#[path = "../../../tests/core/fixture.rs"]
mod fixture;
#[allow(dead_code, unused_imports)] // only its helpers are used here
#[path = "../../../tests/core/pruefung.rs"]
mod pruefung;

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use fixture::Testhaus;
use iks_core::fachaufsicht::ziehung::{Liste, plane, ziehe};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const ZEILEN: usize = 1_000_000;

fn schreibe_liste(pfad: &Path) {
    let mut datei = std::io::BufWriter::new(std::fs::File::create(pfad).unwrap());
    writeln!(datei, "BG-Nummer;Standort;Team;Bescheidart;Bescheiddatum;Personen;Leistung mtl.").unwrap();
    for i in 0..ZEILEN {
        writeln!(
            datei,
            "09304BG{i:07};Musterstadt-Süd;Leistung {};Weiterbewilligung;{:02}.05.2026;{};{},{:02}",
            1 + i % 4,
            1 + i % 28,
            1 + i % 5,
            300 + i % 900,
            i % 100
        )
        .unwrap();
    }
}

/// One import into a fresh house; only the import is timed.
fn import(liste: &Path) -> Duration {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let qm = pruefung::qm(&t);
    let id = pruefung::anlegen(&t, &qm, &pruefung::plan(&t, &qm, &ids));
    let anzeige = |spalte: &str| json!({"spalte": spalte, "titel": spalte});
    let anfrage = json!({
        "pruefung": {"id": id, "version": 1}, "datei": liste, "quellsystem": "Fachverfahren", "abfrage": "alle",
        "leseweise": {"optionen": {}, "zuordnung": {
            "auswahleinheit": "fall", "nummer": "BG-Nummer", "team": "Team", "betrag": "Leistung mtl.",
            "schichten": ["Standort"],
            "anzeige": [anzeige("Bescheidart"), anzeige("Bescheiddatum"), anzeige("Personen")]
        }},
        "auszug_am": "2026-10-30", "kontrolle": {}, "kontroll_vermerk": "", "zeilen_erwartet": ZEILEN
    });
    let beginn = Instant::now();
    t.aendern(&qm, "grundgesamtheit.einlesen", anfrage).unwrap();
    beginn.elapsed()
}

fn messe(c: &mut Criterion) {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("liste.csv");
    schreibe_liste(&pfad);
    let mut gruppe = c.benchmark_group("grundgesamtheit");
    gruppe
        .sample_size(10)
        .sampling_mode(SamplingMode::Flat)
        .warm_up_time(Duration::from_millis(1))
        .measurement_time(Duration::from_secs(1));
    gruppe.bench_function("import_1000000", |b| {
        b.iter_custom(|n| (0..n).map(|_| import(&pfad)).sum());
    });
    let namen: Vec<String> = (1..=8).map(|i| format!("Leistung {i}")).collect();
    let kennungen: Vec<String> =
        (0..ZEILEN).map(|i| iks_core::audit::hex(&Sha256::digest(i.to_be_bytes()))).collect();
    let liste = Liste::neu(kennungen, (0..ZEILEN).map(|i| i % 8).collect(), &namen);
    gruppe.bench_function("ziehung_geschichtet_1000000", |b| {
        b.iter(|| {
            let aufteilung = plane(&liste, &[], 60, 5).unwrap();
            black_box(ziehe(&liste, "51703389210466257814", &aufteilung).unwrap())
        });
    });
    gruppe.finish();
}

criterion_group!(benches, messe);
criterion_main!(benches);
