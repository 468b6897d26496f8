//! From the model to pages: each block becomes strips that cannot be divided, and the strips are
//! put on pages. On the way the structure tree grows.

mod absatz;
mod achse;
mod beilagen;
mod brief;
mod diagramm;
pub(super) mod rand;
mod raster;
mod satz;
mod seiten;
mod silben;
mod spalten;
mod stil;
mod streifen;
mod tabelle;
mod tabellenkopf;
mod titel;
mod umbruch;
mod verzeichnis;
mod waermekarte;
mod werte;

use super::fehler::BerichtFehler;
use super::modell::{Bericht, Block};
use super::schrift::Schriften;
use super::zeichnung::{Lage, Zeichnung};
use satz::Satz;
use stil::BRIEF;
use streifen::Streifen;

/// Lays out a whole report on sheets that lie like that.
pub(super) fn setze(
    bericht: &Bericht,
    lage: Lage,
    schriften: &Schriften,
) -> Result<Zeichnung, BerichtFehler> {
    let kopf = &bericht.kopf;
    for (was, wert) in [("Titel des Dokuments", &kopf.titel), ("Name des Hauses", &kopf.haus)] {
        if wert.trim().is_empty() {
            return Err(BerichtFehler::Angabe { was: was.to_owned() });
        }
    }
    if !bericht.beilagen.is_empty() && !bericht.bloecke.iter().any(|b| matches!(b, Block::Beilagen)) {
        return Err(BerichtFehler::Angabe { was: "Verzeichnis der Beilagen".to_owned() });
    }
    let mut satz = Satz::neu(schriften, lage);
    if bericht.bloecke.iter().any(|b| matches!(b, Block::Briefkopf(_))) {
        satz.text = BRIEF;
    }
    let mut streifen: Vec<Streifen> = Vec::new();
    let mut abschnitt = "";
    let mut ebene = 0;
    let mut umbruch = false;
    for block in &bericht.bloecke {
        if let Block::Ueberschrift(stufe, text) = block {
            if stufe.zahl() > ebene + 1 {
                return Err(BerichtFehler::Gliederung { text: text.clone() });
            }
            (abschnitt, ebene) = (text, stufe.zahl());
        }
        if let Block::Briefkopf(brief) = block {
            (abschnitt, ebene) = (&brief.betreff, 1);
        }
        if matches!(block, Block::Briefschluss(_))
            && let Some(letzter) = streifen.last_mut()
        {
            letzter.haltet = true;
        }
        if matches!(block, Block::Seitenumbruch) {
            umbruch = true;
            continue;
        }
        let mut neu = eines(bericht, block, &mut satz).map_err(|f| f.im_abschnitt(abschnitt))?;
        if let Some(erster) = neu.first_mut() {
            erster.neue_seite = std::mem::take(&mut umbruch);
        }
        if neu.iter().any(|s| s.hoehe + seiten::notenhoehe(&s.noten) > lage.satz_h()) {
            return Err(BerichtFehler::ZuHoch { abschnitt: abschnitt.to_owned() });
        }
        streifen.append(&mut neu);
    }
    let mut zeichnung = Zeichnung { lage, baum: satz.baum, ..Zeichnung::default() };
    seiten::fuelle(streifen, schriften, &mut zeichnung)?;
    rand::ziehe(bericht, schriften, &mut zeichnung)?;
    Ok(zeichnung)
}

fn eines(bericht: &Bericht, block: &Block, satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    match block {
        Block::Titelblatt(blatt) => titel::blatt(&bericht.kopf, blatt, satz),
        Block::Briefkopf(brief) => brief::kopf(&bericht.kopf, brief, satz),
        Block::Briefschluss(brief) => brief::schluss(brief, satz),
        Block::Inhaltsverzeichnis { titel, bis } => {
            verzeichnis::verzeichnis(titel, *bis, &bericht.bloecke, satz)
        }
        Block::Ueberschrift(stufe, text) => absatz::ueberschrift(*stufe, text, satz),
        Block::Absatz(text) => absatz::absatz(text, satz),
        Block::Kasten { titel, saetze } => absatz::kasten(titel, saetze, satz),
        Block::Liste(art, punkte) => absatz::liste(*art, punkte, satz),
        Block::Werte(paare) => werte::werte(paare, satz),
        Block::Tabelle(tabelle) => tabelle::tabelle(tabelle, satz),
        Block::Diagramm(d) => diagramm::diagramm(d, satz),
        Block::Beilagen => beilagen::beilagen(&bericht.beilagen, satz),
        Block::Seitenumbruch => Ok(Vec::new()),
        Block::Unterschriften(felder) => titel::unterschriften(felder, satz),
    }
}
