//! `import grundgesamtheit`: a population into an open check.

use crate::ausgabe::Ausgabe;
use crate::zugang::Daten;
use clap::{Args, Subcommand};
use iks_core::api::{self, Abfrage, Operation};
use iks_core::fehler::{Ergebnis, Fehler};
use iks_core::haus::{Haus, Sitzung};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What can be imported.
#[derive(Subcommand)]
pub enum ImportBefehl {
    /// Liest eine Grundgesamtheit (CSV oder XLSX) in eine offene Prüfung ein
    Grundgesamtheit(GrundgesamtheitArgs),
}

/// A population.
#[derive(Args)]
pub struct GrundgesamtheitArgs {
    #[command(flatten)]
    daten: Daten,
    /// Nummer der Prüfung, zum Beispiel FA-2026-001
    #[arg(long, value_name = "NUMMER")]
    pruefung: String,
    /// Liste des Fachverfahrens
    #[arg(long, value_name = "DATEI")]
    datei: PathBuf,
    /// Gespeichertes Importprofil; ohne Profil wird die Zuordnung der Spalten erkannt
    #[arg(long, value_name = "NAME")]
    profil: Option<String>,
}

/// `iksctl import …`
pub fn import(befehl: &ImportBefehl) -> Ergebnis<Ausgabe> {
    let ImportBefehl::Grundgesamtheit(args) = befehl;
    let (haus, sitzung) = args.daten.oeffnen()?;
    let lesen = |name: &str, frage: Value| api::lesen(&haus, &sitzung, Abfrage::aus_json(name, frage)?);
    let pruefung = finde_pruefung(&haus, &sitzung, &args.pruefung)?;
    let datei = args.datei.to_string_lossy();
    let inhalt = match &args.profil {
        Some(name) => lesen("grundgesamtheit.profile", json!({}))?
            .as_array()
            .and_then(|profile| profile.iter().find(|p| p["name"] == name.as_str()))
            .map(|p| p["inhalt"].clone())
            .ok_or_else(|| {
                Fehler::regel(format!("Ein Importprofil „{name}“ gibt es in diesem Haus nicht."))
            })?,
        None => {
            let einheit = &pruefung["thema"]["auswahleinheit"];
            let v = lesen(
                "grundgesamtheit.vorschau",
                json!({"datei": datei, "optionen": {}, "auswahleinheit": einheit}),
            )?;
            if v["vorschlag"].is_null() {
                return Err(Fehler::regel(
                    "In dieser Liste wurde keine Spalte mit Nummern erkannt. Bitte legen Sie im Fenster ein Importprofil an und nennen Sie es mit --profil.",
                ));
            }
            json!({"leseweise": {"optionen": {}, "zuordnung": v["vorschlag"]}, "quellsystem": "", "abfrage": ""})
        }
    };
    let oder = |feld: &str, sonst: &str| match inhalt[feld].as_str() {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => sonst.to_owned(),
    };
    let id = pruefung["pruefung"]["id"].clone();
    let op = Operation::aus_json(
        "grundgesamtheit.einlesen",
        json!({
            "pruefung": {"id": id, "version": pruefung["pruefung"]["version"]}, "datei": datei,
            "leseweise": inhalt["leseweise"], "quellsystem": oder("quellsystem", "nicht angegeben"),
            "abfrage": oder("abfrage", "nicht angegeben (Import über die Befehlszeile)"),
            "auszug_am": haus.umgebung().heute(), "kontrolle": {}, "kontroll_vermerk": "", "zeilen_erwartet": null
        }),
    )?;
    let geaendert = api::aendern(&haus, &sitzung, op)?;
    let mut g = lesen("grundgesamtheit.lesen", json!({"pruefung_id": id}))?;
    let mut text = format!(
        "Gelesen: {}\nÜbernommen: {}\nDavon mit Hinweis: {}\nAbgelehnt: {}\n",
        g["zeilen_gelesen"], g["uebernommen"], g["gewarnt"], g["abgelehnt"]
    );
    for grund in g["gruende"].as_array().into_iter().flatten() {
        text.push_str(&format!(
            "  {}: {}\n",
            grund["bezeichnung"].as_str().unwrap_or_default(),
            grund["anzahl"]
        ));
    }
    text.push_str(&format!(
        "SHA-256 der Datei: {}\nHash der Grundgesamtheit: {}\n{}",
        g["datei_sha256"].as_str().unwrap_or_default(),
        g["population_hash"].as_str().unwrap_or_default(),
        geaendert.hinweise.join("\n")
    ));
    g["meldungen"] = json!(geaendert.hinweise);
    Ok(Ausgabe::neu(text, g))
}

/// The check with that number, as `pruefung.lesen` shows it.
fn finde_pruefung(haus: &Haus, sitzung: &Sitzung, nummer: &str) -> Ergebnis<Value> {
    let frage = json!({
        "filter": {"text": nummer.trim(), "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null},
        "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 500}
    });
    let liste = api::lesen(haus, sitzung, Abfrage::aus_json("pruefung.liste", frage)?)?;
    let id = liste["zeilen"]
        .as_array()
        .and_then(|zeilen| zeilen.iter().find(|z| z["nummer"] == nummer.trim()))
        .map(|z| z["id"].clone())
        .ok_or_else(|| Fehler::nicht_gefunden(&format!("Die Prüfung {nummer}")))?;
    api::lesen(haus, sitzung, Abfrage::aus_json("pruefung.lesen", json!({"id": id}))?)
}
