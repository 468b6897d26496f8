//! `ziehe`: repeats a draw from a plain list, without a house.

use crate::ausgabe::Ausgabe;
use clap::Args;
use iks_core::fachaufsicht::nachziehung::{Nachziehauftrag, Nachziehung, lies_liste, nachziehen};
use iks_core::fehler::{Ergebnis, Fehler};
use serde_json::json;
use std::path::PathBuf;

/// The auditor's draw.
#[derive(Args)]
pub struct ZieheArgs {
    /// Liste als CSV oder XLSX
    #[arg(long, value_name = "DATEI")]
    datei: PathBuf,
    /// Spalte mit der Kennung
    #[arg(long, value_name = "SPALTE")]
    spalte: String,
    /// Startwert, genau wie im Protokoll
    #[arg(long, value_name = "STARTWERT")]
    startwert: String,
    /// Zahl der Einheiten
    #[arg(long, value_name = "N")]
    anzahl: u64,
    /// So viele Einheiten sind schon gezogen
    #[arg(long, value_name = "K", default_value_t = 0)]
    ab: u64,
    /// Spalte mit der Schicht; die Ziehung wird proportional aufgeteilt
    #[arg(long, value_name = "SPALTE")]
    schicht: Option<String>,
    /// Mindestens so viele Einheiten je Schicht
    #[arg(long, value_name = "M", default_value_t = 5, requires = "schicht")]
    mindestens: u64,
    /// Schreibt die Zeilen zusätzlich in eine neue Datei
    #[arg(long, value_name = "DATEI")]
    ausgabe: Option<PathBuf>,
}

/// `iksctl ziehe`
pub fn ziehe(args: &ZieheArgs) -> Ergebnis<Ausgabe> {
    let liste = lies_liste(&args.datei, &args.spalte, args.schicht.as_deref())?;
    let auftrag = Nachziehauftrag {
        startwert: &args.startwert,
        anzahl: args.anzahl,
        ab: args.ab,
        mindestens: args.mindestens,
    };
    let n = nachziehen(&liste, auftrag, args.schicht.is_some()).map_err(|e| Fehler::regel(e.to_string()))?;
    let text = text(&n);
    if let Some(ziel) = &args.ausgabe {
        schreibe_neu(ziel, &text)?;
    }
    Ok(Ausgabe::neu(text, json!(n)))
}

fn text(n: &Nachziehung) -> String {
    let mut text: String =
        n.einheiten.iter().map(|e| format!("{}\t{}\t{}\n", e.schicht, e.position, e.kennung)).collect();
    text.push_str(&format!("Hash der Grundgesamtheit: {}\n", n.population_hash));
    if let Some(hash) = &n.schicht_hash {
        text.push_str(&format!("Hash der Schichten: {hash}\n"));
    }
    text.push_str(&format!("Verfahren: {}\n", n.algorithmus));
    text
}

fn schreibe_neu(ziel: &std::path::Path, text: &str) -> Ergebnis<()> {
    use std::io::Write;
    // `create_new`: an existing file is never replaced unasked.
    std::fs::File::create_new(ziel).and_then(|mut datei| datei.write_all(text.as_bytes())).map_err(|e| {
        let satz = if e.kind() == std::io::ErrorKind::AlreadyExists {
            "Die Ausgabedatei gibt es schon. Bitte nennen Sie eine neue Datei."
        } else {
            "Die Ausgabedatei kann nicht geschrieben werden. Bitte prüfen Sie Pfad und Rechte."
        };
        Fehler::datei(satz, e)
    })
}
