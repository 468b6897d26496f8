//! The audit report of a check: from its data to content. Pure; the layout knows no check, this no paper.
//!
//! Persons appear as their stable signs, units as pseudonyms in short form. A running check gives the same
//! report, marked "vorläufig".

mod anhang;
mod daten;
mod doppelpruefung;
pub(crate) mod ergebnis;
mod feststellungen;
mod grundlagen;
mod karte;
pub mod koffer;
mod nachschau;
pub mod protokollauszug;
pub(crate) mod text;
mod verlauf;

pub use daten::{
    Antwortkern, BerichtDoppelpruefung, BerichtFeststellung, BerichtHerkunft, BerichtKopf, BerichtKorrektur,
    BerichtNachschau, BerichtZiehung, Berichtsdaten, Beteiligung, Entscheidungskern, Pfadzeile,
    WeitereZiehung,
};

use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Bericht, Block, Stufe, Text, Titelblatt};
use crate::fachaufsicht::Aufzaehlung;
use text::{datum, zeitpunkt};

/// Builds the report.
///
/// # Errors
/// A chart without alternative text, which the code below always gives.
pub fn pruefbericht(d: &Berichtsdaten) -> Result<Bericht, BerichtFehler> {
    let mut bloecke = deckblatt(d);
    bloecke.push(Block::Seitenumbruch);
    bloecke.push(Block::Inhaltsverzeichnis { titel: "Inhalt".to_owned(), bis: Stufe::Zwei });
    bloecke.push(Block::Seitenumbruch);
    bloecke.extend(grundlagen::bloecke(d));
    bloecke.extend(ergebnis::bloecke(d)?);
    bloecke.extend(feststellungen::bloecke(d));
    bloecke.extend(anhang::bloecke(d));
    Ok(Bericht {
        kopf: d.haus.kopf(
            format!("Prüfbericht {}: {}", d.nummer, d.thema),
            format!(
                "Fachaufsicht, Prüfzeitraum {} bis {}",
                datum(d.plan.zeitraum_von),
                datum(d.plan.zeitraum_bis)
            ),
            d.kopf.zeit,
            format!(
                "Prüfbericht {}{} · Protokolleintrag {}",
                d.nummer,
                if d.auswertung.vorlaeufig { " (vorläufig)" } else { "" },
                d.kopf.folge
            ),
        ),
        bloecke,
        beilagen: Vec::new(),
    })
}

fn deckblatt(d: &Berichtsdaten) -> Vec<Block> {
    let p = &d.plan;
    let mut untertitel = format!("{} · {}", d.nummer, auswahl(d));
    if d.auswertung.vorlaeufig {
        untertitel.push_str(" · vorläufig");
    }
    let mut werte = vec![
        text::paar("Prüfungsart", pruefungsart(d)),
        text::paar("Bereich", d.bereich.clone()),
        text::paar("Teams", d.teams.join(", ")),
        text::paar("Prüfzeitraum", format!("{} bis {}", datum(p.zeitraum_von), datum(p.zeitraum_bis))),
        text::paar("Stand der Prüfung", d.stand.titel()),
        text::paar(
            "Stand des Berichts",
            format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit)),
        ),
    ];
    if !d.grund.is_empty() {
        werte.push(text::paar("Grund", d.grund.clone()));
    }
    let mut saetze: Vec<Text> = d.auswertung.saetze.iter().map(|s| Text::from(s.as_str())).collect();
    if let Some(letzter) = saetze.last_mut()
        && d.auswertung.rate.as_ref().is_some_and(|r| r.urteil.is_some())
    {
        *letzter = Text::default().fett(d.auswertung.saetze.last().cloned().unwrap_or_default());
    }
    let mut bloecke = vec![
        Block::Titelblatt(Titelblatt {
            art: "Prüfbericht der Fachaufsicht".to_owned(),
            titel: d.thema.clone(),
            untertitel,
        }),
        Block::Werte(werte),
        Block::Kasten {
            titel: if d.auswertung.vorlaeufig { "Ergebnis (vorläufig)" } else { "Ergebnis" }.to_owned(),
            saetze,
        },
        Block::Absatz(Text::from(d.auswertung.definition.as_str())),
    ];
    if !d.auswertung.hinweise.is_empty() {
        bloecke.push(Block::Ueberschrift(Stufe::Eins, "Zum Lesen der Zahlen".to_owned()));
        bloecke.push(text::liste(d.auswertung.hinweise.iter().cloned()));
    }
    bloecke.push(Block::Absatz(Text::from(
        "Der Bericht enthält keine Klarnummern und keine Namen. Einheiten stehen mit den ersten zehn Zeichen ihres Pseudonyms, Personen mit ihrem Zeichen (zum Beispiel QM-1); der Schlüssel zu beiden bleibt im Haus. Pseudonyme sind weiterhin personenbezogene Daten.",
    )));
    bloecke
}

/// How the units were selected; only a random selection is called Stichprobe.
fn auswahl(d: &Berichtsdaten) -> String {
    use crate::fachaufsicht::pruefung::{Auswahl, Schichtung};
    match (d.plan.auswahl, d.plan.schichtung) {
        (Auswahl::Zufall, Schichtung::Keine) => "einfache Zufallsstichprobe".to_owned(),
        (Auswahl::Zufall, Schichtung::Team) => "Zufallsstichprobe, geschichtet nach Team".to_owned(),
        (Auswahl::Bewusst, _) => "bewusste Auswahl".to_owned(),
        (Auswahl::Voll, _) => "Vollprüfung".to_owned(),
    }
}

fn pruefungsart(d: &Berichtsdaten) -> String {
    match &d.nachschau_zu {
        Some(nummer) => format!("{} zu {nummer}", d.plan.pruefungsart.titel()),
        None => d.plan.pruefungsart.titel().to_owned(),
    }
}
