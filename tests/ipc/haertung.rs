//! What the page may do, and what Tauri allows unless it is told otherwise (entwurf: "Known to work").

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    architektur::gilt,
    quellen::{Baum, hat_wort, nur_code},
};

const KONFIGURATION: &str = "tauri.conf.json";
const BAU: &str = "src-tauri/build.rs";
const SCHALE: &str = "src-tauri/src/";
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

fn json(baum: &Baum, pfad: &str) -> Value {
    serde_json::from_str(baum.text(pfad)).unwrap_or_default()
}

/// The shell's code, all files in one text.
fn schale(baum: &Baum) -> String {
    let dateien = baum.ausgeliefert().filter(|(pfad, _)| pfad.starts_with(SCHALE));
    dateien.map(|(_, code)| code).collect::<Vec<_>>().join("\n")
}

/// A finding unless `gut`.
fn wenn_nicht(gut: bool, fund: &str) -> Vec<String> {
    if gut { Vec::new() } else { vec![fund.to_owned()] }
}

#[test]
fn page_gets_no_global_tauri() {
    let regel = |b: &Baum| {
        let app = &json(b, KONFIGURATION)["app"];
        wenn_nicht(
            app["withGlobalTauri"] == Value::Bool(false),
            "tauri.conf.json: set app.withGlobalTauri to false",
        )
    };
    gilt(regel, &[(KONFIGURATION, r#"{"app": {"withGlobalTauri": true}}"#)]);
}

#[test]
fn content_security_policy_is_the_strict_one() {
    let regel = |b: &Baum| {
        let sicherheit = &json(b, KONFIGURATION)["app"]["security"];
        let gleich = sicherheit["csp"].as_str().is_some_and(|csp| csp.trim_end_matches(';') == CSP);
        let mut funde = wenn_nicht(gleich, &format!("tauri.conf.json: app.security.csp must be: {CSP}"));
        for lockerung in ["devCsp", "dangerousDisableAssetCspModification", "assetProtocol", "headers"] {
            if !sicherheit[lockerung].is_null() {
                funde.push(format!(
                    "tauri.conf.json: take out app.security.{lockerung}; it loosens the policy"
                ));
            }
        }
        funde
    };
    let offen = CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
    gilt(regel, &[(KONFIGURATION, &format!(r#"{{"app": {{"security": {{"csp": "{offen}"}}}}}}"#))]);
    let mit =
        format!(r#"{{"app": {{"security": {{"csp": "{CSP}", "assetProtocol": {{"enable": true}}}}}}}}"#);
    gilt(regel, &[(KONFIGURATION, &mit)]);
}

#[test]
fn window_is_built_in_code() {
    let regel = |b: &Baum| {
        let fenster = &json(b, KONFIGURATION)["app"]["windows"];
        let keins = fenster.as_array().is_some_and(Vec::is_empty);
        wenn_nicht(
            keins,
            "tauri.conf.json: app.windows must be []; a window from the configuration has neither \
             data_directory nor on_navigation",
        )
    };
    gilt(regel, &[(KONFIGURATION, r#"{"app": {"windows": [{"label": "main"}]}}"#)]);
}

#[test]
fn capabilities_are_loaded_from_our_folder() {
    let regel = |b: &Baum| {
        let bau = b.text(BAU);
        let mut funde = Vec::new();
        if !bau.contains("capabilities_path_pattern(\"src-tauri/capabilities/") {
            funde.push(format!(
                "{BAU}: call capabilities_path_pattern(\"src-tauri/capabilities/…\"), else they are silently not loaded"
            ));
        }
        if !bau.contains("rerun-if-changed=src-tauri/capabilities") {
            funde.push(format!("{BAU}: print cargo:rerun-if-changed=src-tauri/capabilities"));
        }
        if b.unter("src-tauri/capabilities/", ".json").next().is_none() {
            funde.push("src-tauri/capabilities/ holds no capability".into());
        }
        funde
    };
    gilt(regel, &[(BAU, "fn main() { tauri_build::build() }"), ("src-tauri/capabilities/a.json", "{}")]);
}

/// The texts of the list that `AppManifest::commands` gets, written there or in a constant.
fn freigegeben(bau: &str) -> BTreeSet<String> {
    let Some((_, hinter)) = bau.split_once(".commands(") else {
        return BTreeSet::new();
    };
    let argument: String = hinter.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let liste = if argument.is_empty() {
        hinter
    } else {
        bau.split_once(&format!("const {argument}:"))
            .and_then(|(_, rest)| rest.split_once('='))
            .map_or("", |(_, l)| l)
    };
    let liste = liste.split(']').next().unwrap_or_default();
    liste.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names in `generate_handler![…]`, without their paths.
fn angeboten(code: &str) -> BTreeSet<String> {
    let listen = code.split("generate_handler![").skip(1).filter_map(|rest| rest.split(']').next());
    let namen = listen.flat_map(|liste| liste.split(',')).map(str::trim).filter(|n| !n.is_empty());
    namen.filter_map(|n| n.rsplit("::").next()).map(str::to_owned).collect()
}

#[test]
fn commands_need_a_permission() {
    let regel = |b: &Baum| {
        let (frei, da) = (freigegeben(b.text(BAU)), angeboten(&schale(b)));
        let mut funde = wenn_nicht(!da.is_empty(), "src-tauri/src: no generate_handler![…] found");
        for name in frei.symmetric_difference(&da) {
            funde.push(format!(
                "{name}: stands in only one of generate_handler! and AppManifest::commands ({BAU}); a command \
                 missing there runs without any permission"
            ));
        }
        funde
    };
    let lib = ("src-tauri/src/lib.rs", "fn f() { tauri::generate_handler![ipc::aendern, ipc::lesen] }");
    gilt(regel, &[lib, (BAU, r#"AppManifest::new().commands(&["aendern"])"#)]);
    gilt(regel, &[lib, (BAU, r#"const C: &[&str] = &["aendern", "lesen", "mehr"]; x.commands(C)"#)]);
}

#[test]
fn page_may_call_our_commands_and_hear_events() {
    let regel = |b: &Baum| {
        let mut erlaubt: BTreeSet<String> =
            freigegeben(b.text(BAU)).iter().map(|n| format!("allow-{}", n.replace('_', "-"))).collect();
        erlaubt.insert("core:event:default".into());
        erlaubt.extend(["listen", "unlisten"].map(|n| format!("core:event:allow-{n}")));
        let mut funde = Vec::new();
        for datei in b.unter("src-tauri/capabilities/", ".json") {
            let inhalt = json(b, &datei.pfad);
            for recht in inhalt["permissions"].as_array().into_iter().flatten() {
                // A permission with a scope is an object; none of ours needs one.
                let name = recht.as_str().unwrap_or("(with a scope)");
                if !erlaubt.contains(name) {
                    funde.push(format!(
                        "{}: take out {name}; dialogs, files and links are opened by the shell, not by the page",
                        datei.pfad
                    ));
                }
            }
            if !inhalt["remote"].is_null() || inhalt["windows"] != serde_json::json!(["main"]) {
                funde.push(format!("{}: for the window \"main\" only, and no remote addresses", datei.pfad));
            }
        }
        let weitere = &json(b, KONFIGURATION)["app"]["security"]["capabilities"];
        if weitere.as_array().is_some_and(|liste| liste.iter().any(Value::is_object)) {
            funde.push("tauri.conf.json: no capability inside the configuration; write a file".into());
        }
        funde
    };
    let pfad = "src-tauri/capabilities/main.json";
    gilt(
        regel,
        &[(pfad, r#"{"windows": ["main"], "permissions": ["core:event:default", "dialog:default"]}"#)],
    );
    gilt(regel, &[(pfad, r#"{"windows": ["main"], "remote": {"urls": ["https://x"]}, "permissions": []}"#)]);
}

#[test]
fn window_stays_on_our_pages_and_keeps_nothing() {
    const NOETIG: [(&str, &str); 2] = [
        (".on_navigation(", "refuse every address but our own, else location.href leaves the application"),
        (".data_directory(", "a temporary folder, else WebKit writes into the user's share folder"),
    ];
    let regel = |b: &Baum| {
        let code = schale(b);
        let mut funde: Vec<String> = NOETIG
            .iter()
            .filter(|(ruf, _)| !code.contains(ruf))
            .map(|(ruf, grund)| format!("src-tauri/src: call {ruf}…): {grund}"))
            .collect();
        if code.contains(".disable_drag_drop_handler()") {
            funde.push(
                "src-tauri/src: keep Tauri's drag and drop handler; without it dropped files reach the page"
                    .into(),
            );
        }
        if code.contains(".incognito(true)") {
            funde.push(
                "src-tauri/src: incognito breaks WebDriver; a temporary data_directory does the same".into(),
            );
        }
        funde
    };
    let ohne = "fn f() { w.data_directory(d).disable_drag_drop_handler() }";
    gilt(regel, &[("src-tauri/src/lib.rs", ohne)]);
}

#[test]
fn every_command_is_async() {
    let regel = |b: &Baum| {
        let code = schale(b);
        let befehle: Vec<_> = code.split("#[tauri::command").skip(1).collect();
        let mut funde = wenn_nicht(!befehle.is_empty(), "src-tauri/src: no #[tauri::command] found");
        for befehl in befehle {
            let (merkmale, rumpf) = befehl.split_once("fn ").unwrap_or((befehl, ""));
            if !hat_wort(merkmale, "async") {
                let name: String = rumpf.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                funde.push(format!("{name}: make it async, else it blocks the window while it works"));
            }
        }
        if hat_wort(&code, "command") && code.contains("#[command") {
            funde.push("write #[tauri::command], so that this rule sees the command".into());
        }
        funde
    };
    gilt(regel, &[("src-tauri/src/ipc.rs", "#[tauri::command]\npub fn lesen() {}")]);
}

#[test]
fn only_the_dialog_plugin_and_no_network() {
    const VERBOTEN: [&str; 7] =
        ["TcpStream", "TcpListener", "UdpSocket", "reqwest", "ureq", "hyper", "open_devtools"];
    let regel = |b: &Baum| {
        let mut funde = Vec::new();
        let code = schale(b);
        for (i, _) in code.match_indices("tauri_plugin_") {
            if !code[i..].starts_with("tauri_plugin_dialog") {
                funde.push(
                    "src-tauri/src: a plugin besides tauri_plugin_dialog; write an ADR first".to_owned(),
                );
            }
        }
        for (pfad, code) in b.ausgeliefert().filter(|(p, _)| !p.starts_with("src-tauri/carrier/")) {
            for wort in VERBOTEN.iter().filter(|w| hat_wort(&code, w)) {
                funde.push(format!("{pfad}: {wort}; IKS has no network connection"));
            }
        }
        for (pfad, kern) in b.unter("ui/src/", "").map(|d| (&d.pfad, nur_code(&d.text))) {
            if pfad.starts_with("ui/src/ipc/") {
                continue;
            }
            for wort in ["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon"] {
                if kern.contains(wort) {
                    funde
                        .push(format!("{pfad}: {wort}; the page talks to the core through ui/src/ipc/ only"));
                }
            }
        }
        funde
    };
    gilt(regel, &[("src-tauri/src/lib.rs", "fn f() { b.plugin(tauri_plugin_shell::init()) }")]);
    gilt(regel, &[("ui/src/views/a.ts", "await fetch('https://x');")]);
}
