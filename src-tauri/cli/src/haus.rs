//! `einrichten`, `protokoll pruefe`, `sicherung …`.

use crate::ausgabe::Ausgabe;
use crate::zugang::{Daten, anmeldedaten, umgebung};
use clap::{Args, Subcommand};
use iks_core::api::protokoll::Pruefergebnis;
use iks_core::api::{self, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Ergebnis, Fehler};
use iks_core::haus::{Einrichtung, Haus, sicherung};
use iks_core::organisation::{Land, OrtsFeiertage};
use serde_json::json;
use std::path::PathBuf;

/// Creates an empty house.
#[derive(Args)]
pub struct EinrichtenArgs {
    #[command(flatten)]
    daten: Daten,
    /// Name des Hauses
    #[arg(long, value_name = "NAME")]
    haus: String,
    /// Land, dessen Feiertage gelten: BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH
    #[arg(long, value_parser = land)]
    land: Land,
}

fn land(text: &str) -> Result<Land, String> {
    Land::aus(&text.to_uppercase()).ok_or_else(|| {
        format!("„{text}“ ist kein Land. Möglich sind: BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH")
    })
}

/// `iksctl einrichten`
pub fn einrichten(args: &EinrichtenArgs) -> Ergebnis<Ausgabe> {
    let (benutzername, passwort) = anmeldedaten()?;
    let einrichtung = Einrichtung {
        name: args.haus.clone(),
        land: args.land,
        feiertage: OrtsFeiertage::default(),
        anzeigename: benutzername.clone(),
        benutzername,
        passwort: passwort.into(),
        rollen: vec![Rolle::Administration],
        demo: false,
    };
    let (haus, sitzung, schluessel) = Haus::einrichten(args.daten.ordner()?, umgebung(), &einrichtung)?;
    let text = format!(
        "Das Haus „{}“ ist eingerichtet: {}\nErste Administration: {}\n\nWiederherstellungsschlüssel (wird nur dieses eine Mal angezeigt, bitte sicher verwahren):\n\n    {}\n",
        args.haus,
        haus.ordner().pfad().display(),
        sitzung.benutzer().benutzername,
        *schluessel,
    );
    Ok(Ausgabe::neu(
        text,
        json!({"haus": args.haus, "daten": haus.ordner().pfad(), "wiederherstellungsschluessel": *schluessel}),
    ))
}

/// Verifies the chain.
#[derive(Subcommand)]
pub enum ProtokollBefehl {
    /// Prüft die Kette und die versiegelten Datensätze
    Pruefe {
        #[command(flatten)]
        daten: Daten,
        /// Kopf aus einem Bericht: ist er in der Kette enthalten?
        #[arg(long, value_name = "HASH")]
        kopf: Option<String>,
    },
}

/// `iksctl protokoll …`
pub fn protokoll(befehl: &ProtokollBefehl) -> Ergebnis<Ausgabe> {
    let ProtokollBefehl::Pruefe { daten, kopf } = befehl;
    let (haus, sitzung) = daten.oeffnen()?;
    let antwort =
        api::lesen(&haus, &sitzung, api::Abfrage::aus_json("protokoll.pruefe", json!({"kopf": kopf}))?)?;
    let p: Pruefergebnis = serde_json::from_value(antwort).map_err(Fehler::intern)?;
    let mut text = format!("Einträge: {}\nKopf: {}\n", p.eintraege, p.kopf);
    let mut befund = p.befunde.first().cloned();
    if kopf.is_some() {
        match p.gesuchte_folge {
            Some(folge) => text.push_str(&format!("Der genannte Kopf ist Eintrag {folge} der Kette.\n")),
            None => {
                befund = befund
                    .or_else(|| Some("Der genannte Kopf ist nicht in dieser Kette enthalten.".to_owned()))
            }
        }
    }
    if p.befunde.is_empty() {
        text.push_str("Kette und versiegelte Datensätze stimmen überein.\n");
    } else {
        text.push_str(&format!("Befunde: {}\n{}\n", p.befunde.len(), p.befunde.join("\n")));
    }
    let ausgabe = Ausgabe::neu(
        text,
        json!({"eintraege": p.eintraege, "kopf": p.kopf, "kopf_enthalten": kopf.as_ref().map(|_| p.gesuchte_folge.is_some()), "befunde": p.befunde}),
    );
    Ok(match befund {
        Some(befund) => ausgabe.mit_befund(befund),
        None => ausgabe,
    })
}

/// Backups.
#[derive(Subcommand)]
pub enum SicherungBefehl {
    /// Schreibt eine vollständige, verschlüsselte Sicherung in eine neue Datei
    Erstelle {
        #[command(flatten)]
        daten: Daten,
        /// Neue Datei
        #[arg(long, value_name = "DATEI")]
        ausgabe: PathBuf,
    },
    /// Probt die Wiederherstellung in einem temporären Ordner
    Pruefe {
        /// Sicherung
        #[arg(long, value_name = "DATEI")]
        datei: PathBuf,
    },
    /// Stellt eine Sicherung in einem Ordner ohne Haus wieder her; überschreibt nichts
    Wiederherstelle {
        /// Sicherung
        #[arg(long, value_name = "DATEI")]
        datei: PathBuf,
        #[command(flatten)]
        daten: Daten,
    },
}

/// `iksctl sicherung …`
pub fn sicherung(befehl: &SicherungBefehl) -> Ergebnis<Ausgabe> {
    let (satz, befund) = match befehl {
        SicherungBefehl::Erstelle { daten, ausgabe } => {
            let (haus, sitzung) = daten.oeffnen()?;
            let op = Operation::aus_json("sicherung.erstellen", json!({"datei": ausgabe.to_string_lossy()}))?;
            let geaendert = api::aendern(&haus, &sitzung, op)?;
            let bytes = std::fs::metadata(ausgabe).map(|m| m.len()).unwrap_or(0);
            let text = format!(
                "Sicherung geschrieben: {} ({bytes} Bytes)\n{}",
                ausgabe.display(),
                geaendert.hinweise.join("\n")
            );
            return Ok(Ausgabe::neu(text, json!({"datei": ausgabe, "bytes": bytes})));
        }
        SicherungBefehl::Pruefe { datei } => {
            let (benutzer, passwort) = anmeldedaten()?;
            let ordner = tempfile::tempdir()
                .map_err(|e| Fehler::datei("Es lässt sich kein temporärer Ordner anlegen.", e))?;
            (
                "Die Sicherung lässt sich wiederherstellen; Seiten und Protokoll stimmen.",
                sicherung::pruefe(datei, ordner.path(), umgebung(), &benutzer, &passwort)?,
            )
        }
        SicherungBefehl::Wiederherstelle { datei, daten } => {
            let (benutzer, passwort) = anmeldedaten()?;
            (
                "Die Sicherung ist wiederhergestellt.",
                sicherung::wiederherstelle(datei, daten.ordner()?, umgebung(), &benutzer, &passwort)?,
            )
        }
    };
    let kopf = befund
        .protokoll_kopf
        .as_deref()
        .map(|k| format!("\nEinträge im Protokoll: {}\nKopf: {k}", befund.protokoll_eintraege.unwrap_or(0)));
    let hinweise: String = befund.hinweise.iter().map(|h| format!("\nHinweis: {h}")).collect();
    let text = format!(
        "{satz}\nErstellt: {}\nDateien: {}{}{hinweise}",
        befund.erstellt,
        befund.dateien,
        kopf.unwrap_or_default()
    );
    Ok(Ausgabe::neu(text, serde_json::to_value(&befund).map_err(Fehler::intern)?))
}
