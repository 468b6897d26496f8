//! The walls of the house (ARCHITECTURE.md, "Invariants").

use std::collections::{BTreeMap, BTreeSet};

use crate::quellen::{Baum, hat_wort};

/// Tries a rule on the sources and on a tree that breaks it.
#[track_caller]
pub fn gilt(regel: impl Fn(&Baum) -> Vec<String>, bruch: &[(&str, &str)]) {
    assert!(!regel(&Baum::aus(bruch)).is_empty(), "this rule does not notice the tree that breaks it");
    let funde = regel(&Baum::lies());
    assert!(funde.is_empty(), "\n  {}\n", funde.join("\n  "));
}

fn ausserhalb(baum: &Baum, wort: &str, ordner: &str) -> Vec<String> {
    baum.ausgeliefert()
        .filter(|(pfad, code)| !pfad.starts_with(ordner) && hat_wort(code, wort))
        .map(|(pfad, _)| format!("{pfad}: uses {wort}; move it below {ordner} and hand out a type of ours"))
        .collect()
}

#[test]
fn core_knows_no_window() {
    let regel = |baum: &Baum| {
        let mut pakete: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for block in baum.text("Cargo.lock").split("[[package]]").skip(1) {
            let name =
                block.lines().find_map(|z| z.strip_prefix("name = ")).unwrap_or_default().trim_matches('"');
            // Only dependency lines start with a blank and a quotation mark; a version may follow the name.
            let braucht = block
                .lines()
                .filter_map(|z| z.strip_prefix(" \""))
                .filter_map(|z| z.split([' ', '"']).next());
            pakete.entry(name).or_default().extend(braucht);
        }
        let mut offen = vec!["iks-core"];
        let mut gesehen = BTreeSet::new();
        while let Some(name) = offen.pop() {
            if gesehen.insert(name) {
                offen.extend(pakete.get(name).into_iter().flatten().copied());
            }
        }
        let fenster = |n: &&&str| n.starts_with("tauri") || ["wry", "tao", "webkit2gtk", "gtk"].contains(*n);
        let mut funde: Vec<String> = gesehen
            .iter()
            .filter(fenster)
            .map(|n| format!("iks-core depends on {n}; what needs it belongs into src-tauri/src"))
            .collect();
        if gesehen.len() < 2 {
            funde.push("Cargo.lock does not name the dependencies of iks-core".into());
        }
        funde
    };
    let lock = "[[package]]\nname = \"iks-core\"\ndependencies = [\n \"a\",\n]\n\n[[package]]\nname = \"a\"\ndependencies = [\n \"tauri 2.12.5\",\n]\n";
    gilt(regel, &[("Cargo.lock", lock)]);
}

#[test]
fn sql_only_in_storage() {
    let ordner = "src-tauri/core/src/storage/";
    gilt(
        |b| ausserhalb(b, "rusqlite", ordner),
        &[("src-tauri/cli/src/main.rs", "use rusqlite::Connection;")],
    );
}

#[test]
fn pdf_only_in_bericht() {
    let regel = |b: &Baum| {
        ["printpdf", "lopdf"].iter().flat_map(|w| ausserhalb(b, w, "src-tauri/core/src/bericht/")).collect()
    };
    gilt(regel, &[("src-tauri/core/src/api/bericht.rs", "fn f() { printpdf::x() }")]);
}

#[test]
fn workbooks_only_in_einlesen() {
    let regel = |b: &Baum| {
        ["rust_xlsxwriter", "calamine"]
            .iter()
            .flat_map(|w| ausserhalb(b, w, "src-tauri/core/src/einlesen/"))
            .collect()
    };
    gilt(regel, &[("src-tauri/core/src/api/liste.rs", "use rust_xlsxwriter::Workbook;")]);
}

#[test]
fn tauri_only_in_the_shell() {
    let regel = |b: &Baum| ausserhalb(b, "tauri", "src-tauri/src/");
    gilt(regel, &[("src-tauri/carrier/src/main.rs", "use tauri::Manager;")]);
}

#[test]
fn core_has_no_clock_no_randomness_no_output() {
    const VERBOTEN: [&str; 14] = [
        "Utc::now",
        "Local::now",
        "SystemTime::now",
        "Instant::now",
        "now_v7",
        "new_v4",
        "getrandom",
        "OsRng",
        "thread_rng",
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
        "env::var",
    ];
    let regel = |b: &Baum| {
        let kern = b.ausgeliefert().filter(|(pfad, _)| pfad.starts_with("src-tauri/core/"));
        kern.flat_map(|(pfad, code)| {
            let da: Vec<_> = VERBOTEN.iter().filter(|w| hat_wort(&code, w)).collect();
            da.into_iter()
                .map(move |w| format!("{pfad}: {w}; take it from `Umgebung` or leave it to the caller"))
                .collect::<Vec<_>>()
        })
        .collect()
    };
    gilt(regel, &[("src-tauri/core/src/frist/mod.rs", "fn f() { let t = chrono::Utc::now(); }")]);
}

#[test]
fn no_way_to_panic_outside_tests() {
    const VERBOTEN: [&str; 6] =
        [".unwrap()", ".expect(\"", ".unwrap_err()", "panic!(", "todo!(", "unimplemented!("];
    let regel = |b: &Baum| {
        b.ausgeliefert()
            .flat_map(|(pfad, code)| {
                let zeilen = code.lines().enumerate();
                zeilen
                    .filter(|(_, z)| {
                        // The inside of texts is blanked: `.expect("why")` reads `.expect(     )`.
                        VERBOTEN.iter().any(|w| z.contains(w)) || z.contains(".expect( ")
                    })
                    .map(|(n, _)| {
                        format!("{pfad}: line {} or below can panic; return an error instead", n + 1)
                    })
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    gilt(regel, &[("src-tauri/core/src/a.rs", "fn f() { g().expect(\"nie\"); }")]);
    gilt(regel, &[("src-tauri/src/lib.rs", "fn f() { g().unwrap(); }")]);
}

#[test]
fn tauri_api_only_in_ui_ipc() {
    let regel = |b: &Baum| {
        b.0.iter()
            .filter(|d| d.pfad.starts_with("ui/src/") && !d.pfad.starts_with("ui/src/ipc/"))
            .filter(|d| d.text.contains("@tauri-apps") || d.text.contains("__TAURI"))
            .map(|d| format!("{}: knows Tauri; call a function of ui/src/ipc/ instead", d.pfad))
            .collect()
    };
    gilt(regel, &[("ui/src/views/a/A.svelte", "import { invoke } from '@tauri-apps/api/core';")]);
}

#[test]
fn nothing_is_kept_in_the_browser() {
    const VERBOTEN: [&str; 4] = ["localStorage", "sessionStorage", "indexedDB", "document.cookie"];
    let kommentar = |z: &&str| ["//", "*", "/*", "<!--"].iter().any(|k| z.trim_start().starts_with(k));
    let regel = |b: &Baum| {
        let quellen = b.0.iter().filter(|d| d.pfad.starts_with("ui/src/"));
        let treffer = |text: &str| {
            VERBOTEN.iter().find(|w| text.lines().filter(|z| !kommentar(z)).any(|z| hat_wort(z, w))).copied()
        };
        quellen
            .filter_map(|d| Some((d, treffer(&d.text)?)))
            .map(|(d, w)| format!("{}: {w} writes outside the house; keep it in the database", d.pfad))
            .collect()
    };
    gilt(regel, &[("ui/src/shared/a.ts", "localStorage.setItem('a', 'b');")]);
}

/// Data tables (folders `daten/`, files `…_daten.*`), generated types and fixtures are exempt.
#[test]
fn no_file_above_600_lines() {
    let regel = |b: &Baum| {
        let code = |p: &str| {
            [".rs", ".ts", ".js", ".mjs", ".svelte", ".css", ".sql", ".sh"].iter().any(|e| p.ends_with(e))
        };
        let frei = |p: &str| p.ends_with("ipc/bindings.ts") || p.contains("/daten/") || p.contains("_daten.");
        b.0.iter()
            .filter(|d| code(&d.pfad) && !frei(&d.pfad))
            .map(|d| (d, d.text.lines().count()))
            .filter(|(_, n)| *n > 600)
            .map(|(d, n)| format!("{}: {n} lines; split it by concept", d.pfad))
            .collect()
    };
    gilt(regel, &[("ui/src/a.ts", &"x\n".repeat(601))]);
}

#[test]
fn migrations_are_numbered_without_gaps() {
    let regel = |b: &Baum| {
        let mut funde = Vec::new();
        let namen: Vec<_> =
            b.unter("migrations/", ".sql").map(|d| d.pfad.trim_start_matches("migrations/")).collect();
        for (i, name) in namen.iter().enumerate() {
            let nummer = format!("{:04}_", i + 1);
            if !name.starts_with(&nummer) {
                funde.push(format!(
                    "migrations/{name}: expected {nummer}….sql; a landed number is never reused"
                ));
            }
        }
        if namen.is_empty() {
            funde.push("migrations/ has no 0001_….sql".into());
        }
        funde
    };
    gilt(regel, &[("migrations/0001_a.sql", ""), ("migrations/0003_b.sql", "")]);
}

/// A file in a suite that `main.rs` does not name is compiled by nobody and fails never.
#[test]
fn every_test_file_is_listed_and_every_suite_runs() {
    let regel = |b: &Baum| {
        let mut funde = Vec::new();
        for suite in ["core", "cli", "ipc", "e2e"] {
            let ordner = format!("tests/{suite}/");
            let haupt = b.text(&format!("{ordner}main.rs")).to_owned();
            for datei in b.unter(&ordner, ".rs") {
                let rest = &datei.pfad[ordner.len()..];
                let modul = rest.split('/').next().unwrap_or(rest).trim_end_matches(".rs");
                if modul != "main" && !hat_wort(&haupt, &format!("mod {modul}")) {
                    funde.push(format!("{}: add `mod {modul};` to {ordner}main.rs", datei.pfad));
                }
            }
        }
        let skripte = format!("{}{}", b.text("scripts/gate.sh"), b.text("scripts/test.sh"));
        for toml in b.0.iter().filter(|d| d.pfad.ends_with("Cargo.toml")) {
            for block in toml.text.split("[[test]]").skip(1) {
                let name = block.lines().find_map(|z| z.trim().strip_prefix("name = ")).unwrap_or_default();
                let name = name.trim_matches('"');
                if !hat_wort(&skripte, &format!("--test {name}")) {
                    funde.push(format!(
                        "{}: no script runs `--test {name}`; add it to scripts/test.sh",
                        toml.pfad
                    ));
                }
            }
        }
        funde
    };
    gilt(regel, &[("tests/core/main.rs", "mod a;"), ("tests/core/b.rs", "")]);
    gilt(regel, &[("Cargo.toml", "[[test]]\nname = \"neu\"\npath = \"x\"\n")]);
}
