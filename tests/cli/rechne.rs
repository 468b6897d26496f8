//! `iksctl rechne`: a conversation in lines, without a house.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn rechne() -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_iksctl"))
        .arg("rechne")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn obergrenze(id: usize) -> Value {
    json!({"id": id, "method": "upper_bound", "inputs":
        {"model": "hypergeometric", "population": 1_000_000, "n": 300, "k": id % 300, "confidence": 0.95}})
}

/// A caller may wait for each answer before it asks again; after nonsense the conversation goes on.
#[test]
fn jede_zeile_wird_sofort_beantwortet() {
    let mut kind = rechne();
    let mut eingabe = kind.stdin.take().unwrap();
    let mut ausgabe = BufReader::new(kind.stdout.take().unwrap()).lines();
    let mut frage = |zeile: &[u8]| -> Value {
        eingabe.write_all(zeile).unwrap();
        eingabe.write_all(b"\n").unwrap();
        serde_json::from_str(&ausgabe.next().unwrap().unwrap()).unwrap()
    };
    // What some shells put before a piped text, and the line end of Windows.
    let erste = frage(
        "\u{feff}{\"id\":\"a1\",\"method\":\"upper_bound\",\"inputs\":{\"model\":\"hypergeometric\",\"population\":600,\"n\":100,\"k\":8,\"confidence\":0.95}}\r".as_bytes(),
    );
    assert_eq!((&erste["id"], &erste["result"]["upper_count"]), (&json!("a1"), &json!(80)));
    for unsinn in [&b"nichts"[..], b"", b"\xff\xfe", b"[1,2]"] {
        assert_eq!(frage(unsinn)["error"]["code"], "invalid_request");
    }
    let zu_gross = json!({"id": "a2", "method": "upper_bound", "inputs":
        {"model": "hypergeometric", "population": 600, "n": 700, "k": 8, "confidence": 0.95}});
    let antwort = frage(zu_gross.to_string().as_bytes());
    assert_eq!(
        antwort,
        json!({"id": "a2", "error": {"code": "n_exceeds_population",
            "message": "Die Stichprobe (700) ist größer als die Grundgesamtheit (600)."}})
    );
    drop(eingabe);
    assert!(kind.wait().unwrap().success());
}

#[test]
fn antworten_stehen_in_der_reihenfolge_der_fragen() {
    let mut kind = rechne();
    let mut eingabe = kind.stdin.take().unwrap();
    let schreiber = std::thread::spawn(move || {
        for id in 0..2_000 {
            writeln!(eingabe, "{}", obergrenze(id)).unwrap();
        }
    });
    let antworten: Vec<Value> = BufReader::new(kind.stdout.take().unwrap())
        .lines()
        .map(|zeile| serde_json::from_str(&zeile.unwrap()).unwrap())
        .collect();
    schreiber.join().unwrap();
    assert!(kind.wait().unwrap().success());
    assert_eq!(antworten.len(), 2_000);
    for (id, antwort) in antworten.iter().enumerate() {
        assert_eq!(antwort["id"], id);
        assert!(antwort["result"]["upper_count"].is_u64(), "{antwort}");
    }
}

/// A reader that has seen enough ends the command without an error.
#[test]
fn wer_aufhoert_zu_lesen_beendet_das_rechnen() {
    let mut kind = rechne();
    drop(kind.stdout.take());
    let mut eingabe = kind.stdin.take().unwrap();
    // The pipe may already be closed when the second line is written.
    let _ = (0..1_000).try_for_each(|id| writeln!(eingabe, "{}", obergrenze(id)));
    drop(eingabe);
    assert!(kind.wait().unwrap().success());
}
