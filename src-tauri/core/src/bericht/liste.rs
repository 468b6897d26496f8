//! Template: a list on paper. Wide lists lie on the long side of the sheet.

use super::fehler::BerichtFehler;
use super::modell::{Bericht, Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Zeile};
use super::{Lage, als_pdf_in};
use crate::fachaufsicht::pruefbericht::text::{datum, euro, gruppen};
use crate::listenausgabe::{Liste, Listenspalte, Zellart, Zelle};
use crate::stichprobe::zahl;

/// From so many columns on a list lies on its side; running text counts as two.
const QUER_AB: usize = 8;

/// Lays out a list and writes it as a PDF.
///
/// # Errors
/// As [`super::als_pdf`]; `SpalteZuSchmal` where even the long side has no room for the columns.
pub fn als_pdf(liste: &Liste, haus: &Hauskopf) -> Result<Vec<u8>, BerichtFehler> {
    let gewicht = |s: &Listenspalte| if s.art == Zellart::Langtext { 2 } else { 1 };
    let quer = liste.spalten.iter().map(gewicht).sum::<usize>() >= QUER_AB;
    als_pdf_in(&bericht(liste, haus), if quer { Lage::Quer } else { Lage::Hoch })
}

/// Builds the report.
#[must_use]
pub fn bericht(liste: &Liste, haus: &Hauskopf) -> Bericht {
    let a = &liste.angaben;
    let tag = datum(a.erstellt.date_naive());
    let werte = a
        .paare(&liste.titel, liste.zeilen.len())
        .into_iter()
        // The heading and the margin say these.
        .filter(|(name, _)| !["Liste", "Haus"].contains(name))
        .map(|(name, wert)| {
            let wert = if name == "Kopf der Kette" { gruppen(&wert) } else { wert };
            (name.to_owned(), Text::from(wert))
        })
        .collect();
    let inhalt = if liste.zeilen.is_empty() {
        Block::Absatz("Auf diese Filter trifft nichts zu.".into())
    } else {
        Block::Tabelle(tabelle(liste))
    };
    Bericht {
        kopf: haus.kopf(
            format!("{} vom {tag}", liste.titel),
            format!("Liste: {}", liste.titel),
            a.erstellt,
            format!("{} · {tag}", liste.titel),
        ),
        bloecke: vec![Block::Ueberschrift(Stufe::Eins, liste.titel.clone()), Block::Werte(werte), inhalt],
        beilagen: Vec::new(),
    }
}

fn tabelle(liste: &Liste) -> Tabelle {
    let spalte = |s: &Listenspalte| {
        if s.art.ist_zahl() {
            Spalte::rechts(s.titel, breite(s.art))
        } else {
            Spalte::links(s.titel, breite(s.art))
        }
    };
    Tabelle {
        spalten: liste.spalten.iter().map(spalte).collect(),
        zeilenkopf: Some(0),
        zeilen: liste.zeilen.iter().map(|z| z.iter().map(text).collect::<Zeile>()).collect(),
        eng: true,
        ..Tabelle::default()
    }
}

/// Share of the width. Short columns get the room that their words need in any case.
fn breite(art: Zellart) -> f32 {
    match art {
        Zellart::Zahl | Zellart::Prozent => 0.5,
        Zellart::Text | Zellart::Datum | Zellart::Betrag => 0.8,
        Zellart::Zeitpunkt => 1.0,
        Zellart::Langtext => 5.0,
    }
}

fn text(zelle: &Zelle) -> String {
    match zelle {
        Zelle::Leer => "–".to_owned(),
        Zelle::Text(t) => t.clone(),
        Zelle::Zahl(n) => format!("{}{}", if *n < 0 { "−" } else { "" }, zahl(n.unsigned_abs())),
        Zelle::Datum(t) => datum(*t),
        Zelle::Zeitpunkt(z) => z.format("%d.%m.%Y, %H:%M").to_string(),
        Zelle::Betrag(cent) => euro(*cent),
        Zelle::Prozent(p) => format!("{:.1}\u{a0}%", p * 100.0).replace('.', ",").replace('-', "−"),
    }
}
