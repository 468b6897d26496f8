//! One word for one thing, in every layer.

use std::collections::BTreeSet;

use crate::{
    architektur::gilt,
    quellen::{Baum, nur_code},
};

/// Pages that are made of several modules, or of none.
const NUR_SEITE: [&str; 11] = [
    "anmelden",
    "anmeldung",
    "bereiche",
    "einrichtung",
    "fehler",
    "haus",
    "shell",
    "sperre",
    "uebersicht",
    "verwaltung",
    "zugang",
];

/// First folder or file name below `ordner`, without its ending.
fn kinder<'a>(baum: &'a Baum, ordner: &'a str) -> BTreeSet<&'a str> {
    let unter = baum.0.iter().filter_map(|d| d.pfad.strip_prefix(ordner));
    unter
        .filter_map(|rest| rest.split(['/', '.']).next())
        .filter(|n| !["mod", "lib", "tests"].contains(n))
        .collect()
}

/// Folders below `ordner`; a single file there is a frame, not a feature.
fn ordner_in<'a>(baum: &'a Baum, ordner: &'a str) -> BTreeSet<&'a str> {
    let unter = baum.0.iter().filter_map(|d| d.pfad.strip_prefix(ordner));
    unter.filter_map(|rest| rest.split_once('/')).map(|(name, _)| name).collect()
}

#[test]
fn a_feature_has_one_name_in_every_layer() {
    let regel = |b: &Baum| {
        let kern = &kinder(b, "src-tauri/core/src/") | &kinder(b, "src-tauri/core/src/api/");
        let ordner = ["ui/src/views/", "ui/src/domain/"];
        ordner
            .iter()
            .flat_map(|o| ordner_in(b, o).into_iter().map(move |n| (*o, n)))
            .filter(|(_, n)| !kern.contains(n) && !NUR_SEITE.contains(n))
            .map(|(o, n)| {
                format!(
                    "{o}{n}: no module of that name in the core; use the core's name, or list it in NUR_SEITE"
                )
            })
            .collect()
    };
    gilt(
        regel,
        &[("src-tauri/core/src/api/widerspruch.rs", ""), ("ui/src/views/widersprueche/Liste.svelte", "")],
    );
}

/// The word that introduces a name, in Rust and in TypeScript.
const EINLEITUNG: [&str; 9] =
    ["struct ", "enum ", "trait ", "mod ", "fn ", "class ", "interface ", "function ", "type "];

#[test]
fn names_say_what_a_thing_does() {
    let leer = |name: &str| {
        let name = name.to_lowercase();
        ["manager", "helper", "util"].iter().any(|w| name.ends_with(w) || name.ends_with(&format!("{w}s")))
    };
    let regel = |b: &Baum| {
        let quellen =
            b.0.iter().filter(|d| d.pfad.starts_with("src-tauri/") || d.pfad.starts_with("ui/src/"));
        quellen
            .filter(|d| [".rs", ".ts", ".svelte"].iter().any(|e| d.pfad.ends_with(e)))
            .flat_map(|d| {
                let code = nur_code(&d.text);
                let stamm = d
                    .pfad
                    .rsplit('/')
                    .next()
                    .and_then(|n| n.split('.').next())
                    .unwrap_or_default()
                    .to_owned();
                let namen = EINLEITUNG.iter().flat_map(|e| code.split(e).skip(1)).map(|rest| {
                    rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
                });
                namen
                    .chain([stamm])
                    .filter(|n| leer(n))
                    .map(|n| format!("{}: {n} says nothing; name it after what it does", d.pfad))
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    gilt(regel, &[("src-tauri/core/src/a.rs", "pub struct FristManager;")]);
    gilt(regel, &[("ui/src/shared/utils.ts", "")]);
}

#[test]
fn identifiers_are_ascii() {
    let regel = |b: &Baum| {
        let quellen = b.0.iter().filter(|d| d.pfad.starts_with("src-tauri/") && d.pfad.ends_with(".rs"));
        quellen
            .filter_map(|d| {
                let code = nur_code(&d.text);
                let zeile = code.lines().position(|z| !z.is_ascii())?;
                Some(format!("{}: line {}: write ae, oe, ue, ss in identifiers", d.pfad, zeile + 1))
            })
            .collect()
    };
    gilt(regel, &[("src-tauri/core/src/a.rs", "fn prüfe() {}")]);
}
