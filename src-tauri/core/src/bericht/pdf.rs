//! The draw list as a PDF/A-2a that is also PDF/UA-1: printpdf writes pages and fonts, a pass over
//! its document adds structure and metadata, and a writer of our own makes the bytes, because
//! printpdf's `save` drops errors and knows neither object streams nor a file identifier.

mod beilagen;
mod bilder;
mod farbprofil;
mod gliederung;
mod metadaten;
mod nachlauf;
mod schreiber;
mod schriftauszug;
mod seite;
mod struktur;
mod vektorbild;
mod verweise;

use std::collections::BTreeMap;

use printpdf::{FontId, PdfDocument, PdfFont, PdfSaveOptions};

use super::fehler::BerichtFehler;
use super::modell::{Beilage, Kopf};
use super::schrift::{Schrift, Schriften};
use super::zeichnung::Zeichnung;

/// Writes a laid-out report. With files inside it is PDF/A-3a, since part 2 allows none.
///
/// # Errors
/// `Schreiben`, a defect of the program; `FehlendesZeichen` if the drawing was not made by layout.
pub fn schreibe(
    kopf: &Kopf,
    beilagen: &[Beilage],
    zeichnung: &Zeichnung,
    schriften: &Schriften,
) -> Result<Vec<u8>, BerichtFehler> {
    let mut dokument = PdfDocument::new(&kopf.titel);
    let auszuege = schriftauszug::auszuege(zeichnung, schriften)?;
    for (schrift, auszug) in auszuege {
        // Names of our own: printpdf counts its "random" ones over the whole process.
        dokument.resources.fonts.map.insert(schriftname(schrift), PdfFont::new(auszug));
    }
    let mut bilder = bilder::Bilder::default();
    let mut inhalte = Vec::with_capacity(zeichnung.seiten.len());
    for blatt in &zeichnung.seiten {
        let (seite, knoten) = seite::schreibe(blatt, zeichnung.lage, &zeichnung.baum, schriften, &mut bilder);
        dokument.pages.push(seite);
        inhalte.push(knoten);
    }
    let mut warnungen = Vec::new();
    let mut roh = dokument.to_lopdf_document(
        // Not "secure": that would leave out the operator that draws a picture.
        &PdfSaveOptions { image_optimization: None, secure: false, ..PdfSaveOptions::default() },
        &mut warnungen,
    );
    if let Some(warnung) = warnungen.first() {
        return Err(BerichtFehler::Schreiben { grund: warnung.msg.clone() });
    }
    let bilder = bilder.haenge_an(&mut roh);
    let inhalte = nachlauf::Inhalte { knoten: inhalte, bilder };
    nachlauf::vollende(roh, kopf, beilagen, zeichnung, schriften, &inhalte)
}

/// Name of a face among the resources of a page.
fn schriftname(schrift: Schrift) -> FontId {
    FontId(format!("F{}", schrift.nummer()))
}

fn defekt(fehler: lopdf::Error) -> BerichtFehler {
    BerichtFehler::Schreiben { grund: fehler.to_string() }
}

/// To hundredths of a point, which no printer resolves: shorter numbers in the file.
fn gerundet(wert: f32) -> f32 {
    (wert * 100.0).round() / 100.0
}

/// The characters a face is used for, with their glyphs.
type Benutzt = BTreeMap<char, u16>;
