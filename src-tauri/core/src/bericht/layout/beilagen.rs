//! The list of files inside the report. Layout makes it, so that no hash can be wrong or missing.

use sha2::{Digest, Sha256};

use super::super::fehler::BerichtFehler;
use super::super::modell::{Beilage, Spalte, Tabelle};
use super::satz::Satz;
use super::streifen::Streifen;
use super::tabelle::tabelle;

pub(super) fn beilagen(beilagen: &[Beilage], satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    let liste = Tabelle {
        beschriftung: Some("Dateien in diesem Bericht".to_owned()),
        spalten: vec![
            Spalte::links("Datei", 2.6),
            Spalte::links("Inhalt", 2.4),
            Spalte::rechts("Bytes", 0.9),
            Spalte::links("Prüfsumme (SHA-256)", 4.1),
        ],
        zeilenkopf: Some(0),
        zeilen: beilagen
            .iter()
            .map(|b| {
                let hash: String = Sha256::digest(&b.inhalt).iter().map(|b| format!("{b:02x}")).collect();
                [b.name.clone(), b.beschreibung.clone(), b.inhalt.len().to_string(), hash]
                    .into_iter()
                    .collect()
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    };
    tabelle(&liste, satz)
}
