//! The head and the end of a letter. Measures of DIN 5008, form B, for the address to show in a window.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Briefkopf, Briefschluss, Kopf};
use super::super::struktur::{Knoten, Rolle};
use super::satz::Satz;
use super::stil::{BRIEF, OBEN, RAND, Stil, TEXT};
use super::streifen::{Anker, Spur, Streifen, mit_abstand, verbinde};
use super::titel;

/// Lower edge of the room for the address, from the upper edge of the sheet: 90 mm.
const ANSCHRIFT_BIS: f32 = 255.1;
/// Left edge of number and date, from the left edge of the sheet: 125 mm.
const ANGABEN_X: f32 = 354.3;
/// Room to sign in.
const UNTERSCHRIFT_H: f32 = 46.0;

pub(super) fn kopf(
    kopf: &Kopf,
    brief: &Briefkopf,
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    if brief.betreff.trim().is_empty() {
        return Err(BerichtFehler::Angabe { was: "Betreff".to_owned() });
    }
    let satz_b = satz.lage.satz_b();
    let haus = titel::haus(kopf, satz)?;
    let rechts = Spur::links(ANGABEN_X, RAND + satz_b - ANGABEN_X);
    let mut angaben = Vec::new();
    for (name, wert) in &brief.angaben {
        let text = format!("{name}: {wert}");
        angaben.push(satz.block(Knoten::WURZEL, Rolle::Absatz, &text, rechts, TEXT)?);
    }
    let mut anschrift = verbinde(angaben);
    anschrift.vor = 12.0;
    // With or without a sign the address stands where the window is.
    anschrift.hoehe = anschrift.hoehe.max(ANSCHRIFT_BIS - OBEN - haus.hoehe - anschrift.vor);
    anschrift.haltet = true;

    let knoten = satz.knoten(Knoten::WURZEL, Rolle::Ueberschrift(1));
    let spur = Spur::links(RAND, satz_b);
    let mut betreff =
        verbinde(satz.zeilen(&brief.betreff.as_str().into(), spur, Stil::neu(12.0, 16.0).fett(), knoten)?);
    betreff.anker = Some(Anker::Ueberschrift { stufe: 1, text: brief.betreff.clone(), knoten });
    betreff.haltet = true;
    let mut alle = vec![haus, anschrift];
    alle.extend(mit_abstand(vec![betreff], 22.0, 14.0));
    Ok(alle)
}

pub(super) fn schluss(brief: &Briefschluss, satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    let spur = Spur::links(RAND, satz.lage.satz_b());
    let gruss = satz.block(Knoten::WURZEL, Rolle::Absatz, &brief.gruss, spur, BRIEF)?;
    let mut person = satz.block(Knoten::WURZEL, Rolle::Absatz, &brief.unterzeichner, spur, BRIEF)?;
    person.vor = UNTERSCHRIFT_H;
    Ok(mit_abstand(vec![verbinde(vec![gruss, person])], 8.0, 0.0))
}
