//! `iksctl demo`: the house with invented data.

use crate::ausgabe::Ausgabe;
use crate::zugang::Daten;
use chrono::NaiveDate;
use clap::Args;
use iks_core::api::Fortschritt;
use iks_core::demo::{self, PASSWORT, STICHTAG, Vorgaben};
use iks_core::fehler::Ergebnis;
use serde_json::json;

/// Creates the demo house.
#[derive(Args)]
pub struct DemoArgs {
    #[command(flatten)]
    daten: Daten,
    /// Tag, bis zu dem die Daten reichen (JJJJ-MM-TT)
    #[arg(long, value_name = "TAG", default_value_t = STICHTAG)]
    stichtag: NaiveDate,
    /// Vervielfacht die Datensätze
    #[arg(long, value_name = "ZAHL", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    faktor: u32,
}

/// `iksctl demo`
pub fn demo(args: &DemoArgs) -> Ergebnis<Ausgabe> {
    let ordner = args.daten.ordner()?;
    let vorgaben = Vorgaben { stichtag: args.stichtag, faktor: args.faktor };
    let demo = demo::anlegen(ordner.clone(), &vorgaben, &Fortschritt::default())?;
    let mut text =
        format!("Das Demohaus liegt in {}\nPasswort aller Benutzer: {PASSWORT}\n\n", ordner.pfad().display());
    for (name, rolle) in &demo.benutzer {
        text.push_str(&format!("{name:<14}{rolle}\n"));
    }
    text.push_str("\nAbgeschlossene Prüfungen:\n");
    for nummer in &demo.pruefungen {
        text.push_str(&format!("{nummer}\n"));
    }
    let benutzer: Vec<_> =
        demo.benutzer.iter().map(|(name, rolle)| json!({"benutzername": name, "rolle": rolle})).collect();
    Ok(Ausgabe::neu(
        text,
        json!({"daten": ordner.pfad(), "benutzer": benutzer, "pruefungen": demo.pruefungen}),
    ))
}
