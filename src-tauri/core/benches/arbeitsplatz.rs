//! What a person waits for: signing in, and opening a check with 2,000 units (detail, counts, first page).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

#[allow(dead_code)]
#[path = "../../../tests/core/fixture.rs"]
mod fixture;
#[allow(dead_code, unused_imports)]
#[path = "../../../tests/core/grundgesamtheit.rs"]
mod grundgesamtheit;
#[allow(dead_code, unused_imports)]
#[path = "../../../tests/core/pruefung.rs"]
mod pruefung;

use criterion::{Criterion, criterion_group, criterion_main};
use fixture::{PASSWORT, Testhaus};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::fmt::Write;
use std::hint::black_box;

const EINHEITEN: usize = 2_000;

/// A check in which every one of its 2,000 units is a Prüffall.
fn pruefung(t: &Testhaus) -> (Sitzung, String) {
    let ids = t.organisation();
    let qm = pruefung::qm(t);
    let mut plan = grundgesamtheit::vier_teams(t, &qm, &ids);
    plan["auswahl"] = json!("voll");
    plan["schichtung"] = json!("keine");
    plan["stichprobe_geplant"] = Value::Null;
    let id = pruefung::anlegen(t, &qm, &plan);
    let mut liste = String::from("BG-Nummer;Team;Leistung mtl. (€);Standort;Bescheidart;Bescheiddatum\n");
    for i in 0..EINHEITEN {
        writeln!(
            liste,
            "09304BG{i:07};Leistung {};{},17;Nord;Erstbewilligung;01.02.2026",
            1 + i % 4,
            i % 900
        )
        .unwrap();
    }
    let ordner = tempfile::tempdir().unwrap();
    let datei = ordner.path().join("liste.csv");
    std::fs::write(&datei, liste).unwrap();
    grundgesamtheit::einlesen(t, &qm, &id, &datei, grundgesamtheit::leseweise()).unwrap();
    let bezug = json!({"id": id, "version": grundgesamtheit::version(t, &qm, &id)});
    t.aendern(&qm, "ziehung.versiegeln", json!({"pruefung": bezug, "anzahl": null})).unwrap();
    let z = t.lesen(&qm, "ziehung.liste", json!({"pruefung_id": id})).unwrap()["eigene"][0].clone();
    let bezug = json!({"id": z["id"], "version": z["version"]});
    t.aendern(&qm, "ziehung.ziehen", json!({"ziehung": bezug, "nummern": [], "begruendung": ""})).unwrap();
    (qm, id)
}

fn oeffne(t: &Testhaus, qm: &Sitzung, id: &str) -> Value {
    t.lesen(qm, "pruefung.lesen", json!({"id": id})).unwrap();
    let seite = json!({"pruefung_id": id, "blatt": {"ab": 0, "anzahl": 50}, "sortierung": null,
        "absteigend": false, "staende": [], "team_id": null, "zugewiesen_an": null, "nicht_zugewiesen": false,
        "nur_mit_feststellung": false, "suche": null});
    t.lesen(qm, "bogen.liste", seite).unwrap()
}

fn messe(c: &mut Criterion) {
    let t = Testhaus::neu();
    let (qm, id) = pruefung(&t);
    assert_eq!(oeffne(&t, &qm, &id)["gesamt"], EINHEITEN);
    let mut gruppe = c.benchmark_group("arbeitsplatz");
    gruppe.sample_size(10);
    gruppe.bench_function("anmelden", |b| b.iter(|| black_box(t.haus.anmelden("admin", PASSWORT).unwrap())));
    gruppe.bench_function("pruefung_oeffnen_2000", |b| b.iter(|| black_box(oeffne(&t, &qm, &id))));
    gruppe.finish();
}

criterion_group!(benches, messe);
criterion_main!(benches);
