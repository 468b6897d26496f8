//! Backups in the window.

use super::Leer;
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage};
use crate::fehler::Ergebnis;
use crate::haus::sicherung::{automatische, erstelle};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

modul! {
    operationen SicherungOperation {
        Erstellen(SicherungErstellen) = "sicherung.erstellen", "Sicherung erstellen" => erstellen;
    }
    abfragen SicherungAbfrage {
        Liste(Leer) -> Sicherungen = "sicherung.liste", "Sicherungen ansehen" => liste;
    }
}

/// Writes a complete backup.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SicherungErstellen {
    /// Path of the new file.
    pub datei: String,
}

/// Automatic backups, newest first.
#[derive(Debug, Serialize, TS)]
pub struct Sicherungen {
    /// Folder they lie in.
    pub ordner: String,
    /// The files.
    pub dateien: Vec<Sicherungsdatei>,
}

/// One automatic backup.
#[derive(Debug, Serialize, TS)]
pub struct Sicherungsdatei {
    /// Name of the file.
    pub name: String,
    /// Whole path.
    pub pfad: String,
    /// Bytes.
    pub bytes: u64,
}

fn erstellen(a: &Auftrag<'_>, anfrage: SicherungErstellen) -> Ergebnis<Aenderung> {
    let befund = erstelle(a.haus, Path::new(anfrage.datei.trim()))?;
    let aenderung = Aenderung::default().mit_hinweis(format!(
        "Die Sicherung enthält {} Dateien. Bitte prüfen Sie sie einmal mit „Sicherung proben“.",
        befund.dateien
    ));
    Ok(befund.hinweise.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Sicherungen> {
    let ordner = f.haus.ordner();
    let datei = |pfad: std::path::PathBuf| Sicherungsdatei {
        name: pfad.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        bytes: std::fs::metadata(&pfad).map(|m| m.len()).unwrap_or(0),
        pfad: pfad.display().to_string(),
    };
    let mut dateien: Vec<Sicherungsdatei> = automatische(ordner).into_iter().map(datei).collect();
    dateien.reverse();
    Ok(Sicherungen { ordner: ordner.sicherungen().display().to_string(), dateien })
}
