//! 1,000,000 Widerspruchsfristen with their reasoning, one after the other. Aim: 2 s.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chrono::{Days, NaiveDate};
use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use iks_core::frist::{Bekanntgabe, Ort, Rechtsbehelfsbelehrung, widerspruchsfrist};
use iks_core::organisation::Land;
use std::hint::black_box;
use std::time::Duration;

const FRISTEN: u64 = 1_000_000;

/// Posting days over twenty years, so that every kind of shift occurs; all Länder in turn.
fn alle_fristen(orte: &[Ort]) -> usize {
    let erster = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
    (0..FRISTEN)
        .map(|i| {
            let weg = Bekanntgabe::PostInland {
                aufgabe_zur_post: Some(erster + Days::new(i % 7305)),
                vermerk: true,
                zugang: None,
            };
            let ort = &orte[i as usize % orte.len()];
            let frist = widerspruchsfrist(&weg, false, Rechtsbehelfsbelehrung::Ordnungsgemaess, ort).unwrap();
            black_box(&frist).frist.schritte.len()
        })
        .sum()
}

fn messe(c: &mut Criterion) {
    let orte: Vec<Ort> = Land::ALLE.into_iter().map(Ort::from).collect();
    let mut gruppe = c.benchmark_group("frist");
    gruppe
        .sample_size(10)
        .sampling_mode(SamplingMode::Flat)
        .warm_up_time(Duration::from_millis(1))
        .measurement_time(Duration::from_secs(1));
    gruppe.bench_function("widerspruchsfristen_1000000", |b| b.iter(|| black_box(alle_fristen(&orte))));
    gruppe.finish();
}

criterion_group!(benches, messe);
criterion_main!(benches);
