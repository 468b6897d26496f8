//! Everything that left the house: the register, and the comparison of a given file with it.

use super::register::modul;
use super::tuer::Frage;
use super::{Blatt, Seite};
use crate::audit::hex;
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::Ausgabe;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Read;
use ts_rs::TS;

modul! {
    operationen AusgabeOperation {}
    abfragen AusgabeAbfrage {
        Liste(AusgabeListe) -> Seite<Ausgabe> = "ausgabe.liste", "Ausgaben ansehen" => liste;
        PruefeDatei(AusgabePruefen) -> AusgabeBefund = "ausgabe.pruefe_datei", "Datei mit dem Ausgabenverzeichnis vergleichen" => pruefe_datei;
    }
}

/// One page of the register, newest first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusgabeListe {
    /// Which rows.
    pub blatt: Blatt,
}

/// Compares a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusgabePruefen {
    /// Path.
    pub datei: String,
}

/// Whether a file is one of ours, unchanged.
#[derive(Debug, Serialize, TS)]
pub struct AusgabeBefund {
    /// Hash of the given file.
    pub sha256: String,
    /// The entry of the register with that hash.
    pub ausgabe: Option<Ausgabe>,
}

fn liste(f: &Frage<'_>, anfrage: AusgabeListe) -> Ergebnis<Seite<Ausgabe>> {
    let gesamt = f.l.anzahl_ausgaben()?;
    Ok(Seite {
        zeilen: f.l.ausgaben(anfrage.blatt.ab, anfrage.blatt.anzahl())?,
        gesamt: u64::try_from(gesamt).unwrap_or(0),
    })
}

fn pruefe_datei(f: &Frage<'_>, anfrage: AusgabePruefen) -> Ergebnis<AusgabeBefund> {
    let sha256 = datei_hash(anfrage.datei.trim())
        .map_err(|e| Fehler::datei("Die Datei kann nicht gelesen werden. Bitte prüfen Sie den Pfad.", e))?;
    Ok(AusgabeBefund { ausgabe: f.l.ausgabe_mit_hash(&sha256)?, sha256 })
}

fn datei_hash(pfad: &str) -> std::io::Result<String> {
    let mut datei = std::fs::File::open(pfad)?;
    // A device or pipe would never end.
    if !datei.metadata()?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut hasher = Sha256::new();
    let mut puffer = vec![0u8; 64 * 1024];
    loop {
        let n = datei.read(&mut puffer)?;
        if n == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&puffer[..n]);
    }
}
