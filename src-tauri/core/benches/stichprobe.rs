//! The arithmetic of a draw: 10,000 hypergeometric bounds at N = 1,000,000 and n = 300, and the tickets of
//! 1,000,000 identifiers. Aims: 5 s for the bounds through the JSON door, 5,000,000 hashes a second.
#![allow(clippy::unwrap_used)]

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use iks_core::rechne::antworte;
use iks_core::stichprobe::{Dezimal, Modell, upper_bound, ziehreihenfolge};
use std::hint::black_box;

const GRENZEN: u64 = 10_000;
const KENNUNGEN: u64 = 1_000_000;

fn messe(c: &mut Criterion) {
    let mut gruppe = c.benchmark_group("stichprobe");
    gruppe.sample_size(10).sampling_mode(SamplingMode::Flat);
    gruppe.throughput(Throughput::Elements(GRENZEN));
    let konfidenz: Dezimal = "0.95".parse().unwrap();
    gruppe.bench_function("obergrenzen_10000", |b| {
        b.iter(|| {
            let modell = Modell::Hypergeometric { population: 1_000_000 };
            (0..GRENZEN)
                .map(|i| upper_bound(modell, 300, i % 60, &konfidenz).unwrap().anzahl.unwrap())
                .fold(0, |summe, anzahl| summe + black_box(anzahl))
        });
    });
    gruppe.bench_function("obergrenzen_10000_als_json", |b| {
        let zeilen: Vec<String> = (0..GRENZEN)
            .map(|i| {
                format!(
                    r#"{{"id":{i},"method":"upper_bound","inputs":{{"model":"hypergeometric","population":1000000,"n":300,"k":{},"confidence":0.95}}}}"#,
                    i % 60
                )
            })
            .collect();
        b.iter(|| zeilen.iter().map(|zeile| antworte(zeile.as_bytes()).len()).sum::<usize>());
    });
    gruppe.throughput(Throughput::Elements(KENNUNGEN));
    let kennungen: Vec<String> = (0..KENNUNGEN).map(|i| format!("09304BG{i:07}")).collect();
    gruppe.bench_function("ziehreihenfolge_1000000", |b| {
        b.iter(|| black_box(ziehreihenfolge("51703389210466257814", &kennungen).unwrap()));
    });
    gruppe.finish();
}

criterion_group!(benches, messe);
criterion_main!(benches);
