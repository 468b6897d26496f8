//! Running headers and footers, drawn last because "Seite x von y" needs the number of pages.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Bericht, Block};
use super::super::schrift::Schriften;
use super::super::zeichnung::{Artefakt, Grau, Lage, Marke, Seite, Teil, Zeichnung};
use super::satz::einzeilig;
use super::stil::{FEIN, KLEIN, OBEN, RAND, Stil};
use super::streifen::{Spur, zeile};
use super::umbruch::Zeilenbild;

const MARKE: Stil = KLEIN.fett();
/// Share of the line that the widest mark takes; the name of the house gets what is left.
const MARKE_ANTEIL: f32 = 0.66;
/// Between the name of the house and the mark.
const LUECKE: f32 = 12.0;

/// Whether a mark and a footer line of the house stand on their lines as they are.
pub(in super::super) fn passt(
    vertraulichkeit: &str,
    hauszeile: &str,
    schriften: &Schriften,
) -> Result<(), BerichtFehler> {
    // The narrower sheet decides.
    let hoch = Lage::Hoch.satz_b();
    for (text, stil, breite) in [(vertraulichkeit, MARKE, hoch * MARKE_ANTEIL), (hauszeile, KLEIN, hoch)] {
        if einzeilig(text, stil, breite, schriften)?.len() > 1 {
            return Err(BerichtFehler::Rand { text: text.to_owned() });
        }
    }
    Ok(())
}

pub(super) fn ziehe(
    bericht: &Bericht,
    schriften: &Schriften,
    zeichnung: &mut Zeichnung,
) -> Result<(), BerichtFehler> {
    let kopf = &bericht.kopf;
    let (satz_b, unten) = (zeichnung.lage.satz_b(), zeichnung.lage.unten());
    // A page with the head of a report needs no running header. It is always the first.
    let mit_titel =
        bericht.bloecke.first().is_some_and(|b| matches!(b, Block::Titelblatt(_) | Block::Briefkopf(_)));
    let mark =
        gekuerzt(kopf.vertraulichkeit.as_deref().unwrap_or(""), MARKE, satz_b * MARKE_ANTEIL, schriften)?;
    let haus = gekuerzt(&kopf.haus, KLEIN, satz_b - mark.breite - LUECKE, schriften)?;
    let fuss = gekuerzt(&kopf.fusszeile, KLEIN, satz_b * 0.75, schriften)?;
    // On a line of its own, so that it never meets the number of the page.
    let hauszeile = gekuerzt(&kopf.hauszeile, KLEIN, satz_b, schriften)?;
    let anzahl = zeichnung.seiten.len();
    let links = Spur::links(RAND, satz_b);
    let rechts = links.rechts();
    let marke = Marke::Artefakt(Artefakt::Seitenrand);
    for (i, seite) in zeichnung.seiten.iter_mut().enumerate() {
        if i > 0 || !mit_titel {
            let oben = OBEN - 28.0;
            seite.teile.extend(zeile(&haus, links, oben, KLEIN, |_| marke));
            seite.teile.extend(zeile(&mark, rechts, oben, MARKE, |_| marke));
            strich(seite, oben + 13.0, satz_b);
        }
        let oben = unten + 19.0;
        strich(seite, oben - 3.0, satz_b);
        seite.teile.extend(zeile(&fuss, links, oben, KLEIN, |_| marke));
        let nummer = gekuerzt(&format!("Seite {} von {anzahl}", i + 1), KLEIN, satz_b * 0.25, schriften)?;
        seite.teile.extend(zeile(&nummer, rechts, oben, KLEIN, |_| marke));
        seite.teile.extend(zeile(&hauszeile, links, oben + KLEIN.zeile, KLEIN, |_| marke));
    }
    Ok(())
}

fn strich(seite: &mut Seite, y: f32, satz_b: f32) {
    let mut linie = Teil::linie((RAND, y), (RAND + satz_b, y), FEIN, Grau::LINIE);
    linie.marke = Marke::Artefakt(Artefakt::Seitenrand);
    seite.teile.push(linie);
}

/// One line; what does not fit ends in "…", since a header must not push the text down.
fn gekuerzt(text: &str, stil: Stil, breite: f32, schriften: &Schriften) -> Result<Zeilenbild, BerichtFehler> {
    let mut zeichen: Vec<char> = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    loop {
        let versuch: String = zeichen.iter().collect();
        let ende = if zeichen.len() < text.chars().count() { "…" } else { "" };
        let zeilen = einzeilig(&format!("{}{ende}", versuch.trim_end()), stil, breite, schriften)?;
        match zeilen.len() {
            0 => return Ok(Zeilenbild::default()),
            1 => return Ok(zeilen.into_iter().next().unwrap_or_default()),
            _ => {
                zeichen.pop();
            }
        }
    }
}
