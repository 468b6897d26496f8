//! `bericht`: the reports of the window, by name.

use crate::ausgabe::Ausgabe;
use crate::zugang::Daten;
use clap::Args;
use iks_core::api::{self, Abfrage, Operation};
use iks_core::fehler::{Ergebnis, Fehler};
use serde_json::json;
use std::path::PathBuf;

/// A report.
#[derive(Args)]
pub struct BerichtArgs {
    /// Name des Berichts, zum Beispiel pruefung; die Namen zeigt --liste
    #[arg(value_name = "NAME", required_unless_present = "liste")]
    name: Option<String>,
    #[command(flatten)]
    daten: Daten,
    /// Zeigt, welche Berichte es gibt
    #[arg(long, conflicts_with_all = ["name", "nummer", "von", "bis", "ausgabe"])]
    liste: bool,
    /// Nummer der Prüfung, zum Beispiel FA-2026-001; mit Fall FA-2026-001/7, mit Team FA-2026-001/Leistung 1; das Jahr des Prüfprogramms
    #[arg(long, value_name = "NUMMER")]
    nummer: Option<String>,
    /// Erster Tag (JJJJ-MM-TT)
    #[arg(long, value_name = "DATUM")]
    von: Option<chrono::NaiveDate>,
    /// Letzter Tag (JJJJ-MM-TT)
    #[arg(long, value_name = "DATUM")]
    bis: Option<chrono::NaiveDate>,
    /// Datei, die geschrieben wird; eine vorhandene wird nicht ersetzt
    #[arg(long, value_name = "DATEI", required_unless_present = "liste")]
    ausgabe: Option<PathBuf>,
}

/// `iksctl bericht …`
pub fn bericht(args: &BerichtArgs) -> Ergebnis<Ausgabe> {
    let (haus, sitzung) = args.daten.oeffnen()?;
    let berichte = api::lesen(&haus, &sitzung, Abfrage::aus_json("bericht.liste", json!({}))?)?;
    let arten: Vec<_> = berichte.as_array().into_iter().flatten().collect();
    let feld = |art: &serde_json::Value, name: &str| art[name].as_str().unwrap_or_default().to_owned();
    if args.liste {
        let zeilen: Vec<String> = arten
            .iter()
            .map(|a| {
                let auch = a["auch_als"].as_array().into_iter().flatten().filter_map(|e| e.as_str());
                let formate: Vec<String> = std::iter::once(feld(a, "format"))
                    .chain(auch.map(str::to_owned))
                    .map(|f| format!(".{f}"))
                    .collect();
                format!("{}\t{}\t{}", feld(a, "name"), feld(a, "titel"), formate.join(" "))
            })
            .collect();
        return Ok(Ausgabe::neu(zeilen.join("\n"), json!({ "berichte": berichte })));
    }
    let name = args.name.as_deref().unwrap_or_default();
    if !arten.iter().any(|a| a["name"] == name) {
        return Err(Fehler::regel(format!(
            "Einen Bericht „{name}“ gibt es für diese Person nicht. Die Namen zeigt iksctl bericht --liste."
        )));
    }
    let datei = args.ausgabe.clone().unwrap_or_default();
    let daten = json!({"name": name, "nummer": args.nummer, "von": args.von, "bis": args.bis,
        "datei": datei.to_string_lossy(), "ueberschreiben": false});
    let geaendert = api::aendern(&haus, &sitzung, Operation::aus_json("bericht.exportieren", daten)?)?;
    Ok(Ausgabe::neu(
        format!("{}\n{}", datei.display(), geaendert.hinweise.join("\n")),
        json!({"datei": datei.to_string_lossy(), "hinweise": geaendert.hinweise}),
    ))
}
