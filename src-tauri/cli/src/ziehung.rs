//! `ziehung pruefe`: a handed-out protocol against its list, or a list against the draw of a house.

use crate::ausgabe::Ausgabe;
use crate::zugang::Daten;
use clap::{ArgGroup, Args, Subcommand};
use iks_core::api::{self, Abfrage};
use iks_core::fachaufsicht::nachziehung::lies_liste;
use iks_core::fachaufsicht::ziehungsprotokoll::{Protokoll, SPALTE_PSEUDONYM, SPALTE_SCHICHT};
use iks_core::fehler::{Ergebnis, Fehler};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Draws.
#[derive(Subcommand)]
pub enum ZiehungBefehl {
    /// Prüft ein Ziehungsprotokoll gegen seine Liste, oder eine Liste gegen die Ziehung eines Hauses
    Pruefe(PruefeArgs),
}

/// Either protocol and list, or house, number and source.
#[derive(Args)]
#[command(group(ArgGroup::new("form").required(true).args(["protokoll", "nummer"])))]
pub struct PruefeArgs {
    /// Ziehungsprotokoll (JSON)
    #[arg(long, value_name = "DATEI", requires = "datei")]
    protokoll: Option<PathBuf>,
    /// Liste der Pseudonyme, die mit dem Protokoll übergeben wurde
    #[arg(long, value_name = "DATEI", requires = "protokoll")]
    datei: Option<PathBuf>,
    /// Nummer der Prüfung, zum Beispiel FA-2026-001
    #[arg(long, value_name = "NUMMER", requires = "quelle")]
    nummer: Option<String>,
    /// Liste, wie sie das Fachverfahren geliefert hat
    #[arg(long, value_name = "DATEI", requires = "nummer")]
    quelle: Option<PathBuf>,
    #[command(flatten)]
    daten: Daten,
}

/// `iksctl ziehung …`
pub fn ziehung(befehl: &ZiehungBefehl) -> Ergebnis<Ausgabe> {
    let ZiehungBefehl::Pruefe(args) = befehl;
    match (&args.protokoll, &args.datei, &args.nummer, &args.quelle) {
        (Some(protokoll), Some(datei), None, None) => pruefe_protokoll(protokoll, datei),
        (None, None, Some(nummer), Some(quelle)) => pruefe_quelle(&args.daten, nummer, quelle),
        _ => Err(Fehler::regel(
            "Bitte nennen Sie entweder --protokoll und --datei oder --nummer und --quelle.",
        )),
    }
}

fn pruefe_protokoll(protokoll: &Path, datei: &Path) -> Ergebnis<Ausgabe> {
    let text = std::fs::read(protokoll).map_err(|e| {
        Fehler::datei("Das Protokoll kann nicht gelesen werden. Bitte prüfen Sie den Pfad.", e)
    })?;
    let p = Protokoll::aus_json(&text).map_err(Fehler::regel)?;
    let liste = lies_liste(datei, SPALTE_PSEUDONYM, Some(SPALTE_SCHICHT))?;
    let abweichung = p.pruefe(&liste).err();
    let ergebnis = json!({"stimmt": abweichung.is_none(), "abweichung": abweichung, "pruefung": p.pruefung,
        "ziehung": p.ziehung, "einheiten": p.einheiten.len(), "population_hash": p.population_hash});
    Ok(match abweichung {
        None => Ausgabe::neu(
            format!(
                "Protokoll und Liste stimmen überein: {} Ziehung {}, {} von {} Einheiten, gleiche Hashes, gleiche Reihenfolge.",
                p.pruefung, p.ziehung, p.anzahl, p.anzahl_grundgesamtheit
            ),
            ergebnis,
        ),
        Some(satz) => Ausgabe::neu("", ergebnis).mit_befund(satz),
    })
}

fn pruefe_quelle(daten: &Daten, nummer: &str, quelle: &Path) -> Ergebnis<Ausgabe> {
    let (haus, sitzung) = daten.oeffnen()?;
    let frage = json!({"nummer": nummer, "datei": quelle.to_string_lossy()});
    let befund = api::lesen(&haus, &sitzung, Abfrage::aus_json("ziehung.quelle_pruefen", frage)?)?;
    let satz = befund["satz"].as_str().unwrap_or_default().to_owned();
    Ok(if befund["stimmt"] == true {
        Ausgabe::neu(satz, befund)
    } else {
        Ausgabe::neu("", befund).mit_befund(satz)
    })
}
