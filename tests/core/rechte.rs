//! Every operation and every query, tried at the real door as every role: the matrix is what is enforced.

mod muster;
mod register;

use crate::fixture::Testhaus;
use iks_core::api::{Abfrage, Eintrag, Operation, Umfang, umfang};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use muster::{blatt, muster};
use serde_json::json;
use std::collections::BTreeSet;

/// Beginning of the sentence with which the matrix refuses.
const SATZ: &str = "Dafür haben Sie keine Berechtigung.";

#[test]
fn jede_anfrage_hat_ein_muster_von_brauchbarer_form() {
    let muster = muster();
    let namen: BTreeSet<&str> = Operation::alle().chain(Abfrage::alle()).map(|e| e.name).collect();
    assert_eq!(muster.keys().copied().collect::<BTreeSet<_>>(), namen);
    for e in Operation::alle() {
        Operation::aus_json(e.name, muster[e.name].clone()).unwrap_or_else(|f| panic!("{}: {f:?}", e.name));
    }
    for e in Abfrage::alle() {
        Abfrage::aus_json(e.name, muster[e.name].clone()).unwrap_or_else(|f| panic!("{}: {f:?}", e.name));
    }
}

#[test]
fn jede_rolle_an_jeder_tuer() {
    let t = Testhaus::neu();
    let ids = t.organisation();
    let muster = muster();
    let mut abgelehnt = 0;
    // One person who takes the roles in turn: passwords are what costs time here.
    let bereich = &ids["Leistungsgewährung"];
    let wer = t.person("reihum", &[Rolle::Revision], Some(bereich), &[&ids["Leistung 1"]]);
    for (version, rolle) in (2..).zip(Rolle::ALLE) {
        t.aendern(
            &t.admin,
            "benutzer.aendern",
            json!({"id": wer.benutzer_id(), "version": version, "anzeigename": "Person reihum", "rollen": [rolle],
                "bereich_id": bereich, "teams": [ids["Leistung 1"]], "aktiv": true}),
        )
        .unwrap();
        let mut pruefe = |e: Eintrag, versuch: &dyn Fn(&Sitzung) -> Ergebnis<()>| {
            let darf = umfang(rolle, e.name) > Umfang::Kein;
            match versuch(&wer) {
                Err(f) if f.code == Code::Recht => {
                    assert!(f.text.starts_with(SATZ), "{} as {}: {}", e.name, rolle.titel(), f.text);
                    assert!(!darf, "{} as {} must be allowed", e.name, rolle.titel());
                    abgelehnt += 1;
                }
                Err(f) if f.code == Code::Intern => panic!("{} as {}: {f:?}", e.name, rolle.titel()),
                _ => assert!(darf, "{} as {} must be refused", e.name, rolle.titel()),
            }
        };
        let muster = |name: &str| {
            let mut anfrage = muster[name].clone();
            // No report is for everyone who may hand one out: what it may show is the right to its content.
            let eigener = match rolle {
                Rolle::Widerspruchsstelle => Some("fristenbuch"),
                Rolle::Kundenreaktionsmanagement => Some("kundenreaktion"),
                Rolle::Korruptionspraevention => Some("pruefliste"),
                Rolle::Pruefkraft | Rolle::Teamleitung => Some("pruefbogen"),
                _ => None,
            };
            if let Some(bericht) =
                eigener.filter(|_| matches!(name, "bericht.exportieren" | "bericht.vorschau"))
            {
                anfrage["name"] = json!(bericht);
            }
            anfrage
        };
        for e in Operation::alle() {
            pruefe(e, &|wer| t.aendern(wer, e.name, muster(e.name)).map(drop));
        }
        for e in Abfrage::alle() {
            pruefe(e, &|wer| t.lesen(wer, e.name, muster(e.name)).map(drop));
        }
    }
    // Each refusal stands in the chain, and nobody changed the house.
    let seite = t
        .lesen(&t.admin, "protokoll.seite", json!({"blatt": blatt(), "von": null, "bis": null, "operation": "abgelehnt:", "benutzer": null, "objekt": null}))
        .unwrap();
    assert!(abgelehnt > 400, "only {abgelehnt} refusals");
    assert_eq!(seite["gesamt"], abgelehnt);
    assert_eq!(t.lesen(&t.admin, "haus.lesen", json!({})).unwrap()["version"], 1);
    t.protokoll_stimmt();
}
