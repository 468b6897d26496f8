//! From the model to pages: each block becomes strips that cannot be divided, and the strips are
//! put on pages.

mod absatz;
mod achse;
mod diagramm;
mod rand;
mod seiten;
mod silben;
mod spalten;
mod stil;
mod streifen;
mod tabelle;
mod titel;
mod umbruch;
mod werte;

use super::fehler::BerichtFehler;
use super::modell::{Bericht, Block};
use super::schrift::Schriften;
use super::zeichnung::Zeichnung;
use streifen::Streifen;

/// Lays out a whole report.
pub(super) fn setze(bericht: &Bericht, schriften: &Schriften) -> Result<Zeichnung, BerichtFehler> {
    let kopf = &bericht.kopf;
    for (was, wert) in [("Titel des Dokuments", &kopf.titel), ("Name des Hauses", &kopf.haus)] {
        if wert.trim().is_empty() {
            return Err(BerichtFehler::Angabe { was: was.to_owned() });
        }
    }
    let mut zeichnung = Zeichnung::default();
    let mut streifen: Vec<Streifen> = Vec::new();
    let mut abschnitt = "";
    let mut ebene = 0;
    let mut umbruch = false;
    for (nummer, block) in bericht.bloecke.iter().enumerate() {
        if let Block::Ueberschrift(stufe, text) = block {
            if stufe.zahl() > ebene + 1 {
                return Err(BerichtFehler::Gliederung { text: text.clone() });
            }
            (abschnitt, ebene) = (text, stufe.zahl());
        }
        if matches!(block, Block::Seitenumbruch) {
            umbruch = true;
            continue;
        }
        let mut neu = eines(bericht, nummer, block, schriften).map_err(|f| f.im_abschnitt(abschnitt))?;
        if let Some(erster) = neu.first_mut() {
            erster.neue_seite = std::mem::take(&mut umbruch);
        }
        if neu.iter().any(|s| s.hoehe > stil::SATZ_H) {
            return Err(BerichtFehler::ZuHoch { abschnitt: abschnitt.to_owned() });
        }
        streifen.append(&mut neu);
        if let Block::Diagramm(d) = block {
            zeichnung.alternativtexte.insert(nummer, d.alternativtext.text().to_owned());
        }
    }
    seiten::fuelle(streifen, &mut zeichnung);
    rand::ziehe(bericht, schriften, &mut zeichnung)?;
    Ok(zeichnung)
}

fn eines(
    bericht: &Bericht,
    nummer: usize,
    block: &Block,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    match block {
        Block::Titelblatt(blatt) => titel::blatt(&bericht.kopf, blatt, nummer, schriften),
        Block::Ueberschrift(stufe, text) => absatz::ueberschrift(*stufe, text, nummer, schriften),
        Block::Absatz(text) => absatz::absatz(text, nummer, schriften),
        Block::Kasten { titel, saetze } => absatz::kasten(titel, saetze, nummer, schriften),
        Block::Liste(art, punkte) => absatz::liste(*art, punkte, nummer, schriften),
        Block::Werte(paare) => werte::werte(paare, nummer, schriften),
        Block::Tabelle(tabelle) => tabelle::tabelle(tabelle, nummer, schriften),
        Block::Diagramm(d) => diagramm::diagramm(d, nummer, schriften),
        Block::Seitenumbruch => Ok(Vec::new()),
        Block::Unterschriften(felder) => titel::unterschriften(felder, nummer, schriften),
    }
}
