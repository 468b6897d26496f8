//! Headings, paragraphs, lists and the summary box.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Listenart, Stufe, Text};
use super::super::schrift::Schriften;
use super::super::zeichnung::{Artefakt, Form, Grau, Marke, Rolle, Teil};
use super::stil::{RAND, SATZ_B, SATZ_H, STARK, Stil, TEXT};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde, zeilen};
use super::umbruch;

/// Indent of lists and padding of the box.
const EINZUG: f32 = 14.0;

pub(super) fn ueberschrift(
    stufe: Stufe,
    text: &str,
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let (stil, vor, nach) = match stufe {
        Stufe::Eins => (Stil::neu(16.0, 20.0).fett(), 26.0, 9.0),
        Stufe::Zwei => (Stil::neu(12.5, 16.0).fett(), 19.0, 6.0),
        Stufe::Drei => (Stil::neu(10.5, 14.0).fett(), 13.0, 4.0),
    };
    let marke = Marke::Inhalt { block, rolle: Rolle::Ueberschrift(stufe.zahl()) };
    let mut streifen = verbinde(zeilen(&text.into(), Spur::links(RAND, SATZ_B), stil, marke, schriften)?);
    streifen.lesezeichen = Some((stufe.zahl(), text.to_owned()));
    streifen.haltet = true;
    Ok(mit_abstand(vec![streifen], vor, nach))
}

pub(super) fn absatz(
    text: &Text,
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let marke = Marke::Inhalt { block, rolle: Rolle::Absatz(0) };
    Ok(mit_abstand(zeilen(text, Spur::links(RAND, SATZ_B), TEXT, marke, schriften)?, 0.0, 7.0))
}

pub(super) fn liste(
    art: Listenart,
    punkte: &[Text],
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let mut alle = Vec::new();
    let spur = Spur::links(RAND + EINZUG + 4.0, SATZ_B - EINZUG - 4.0);
    for (i, punkt) in punkte.iter().enumerate() {
        let zeichen = match art {
            Listenart::Punkte => "•".to_owned(),
            Listenart::Nummern => format!("{}.", i + 1),
        };
        let marke = Marke::Inhalt { block, rolle: Rolle::Listenmarke(i) };
        let vorn = umbruch::breche(&zeichen.into(), TEXT, EINZUG + 4.0, schriften)?;
        let mut neu =
            zeilen(punkt, spur, TEXT, Marke::Inhalt { block, rolle: Rolle::Listentext(i) }, schriften)?;
        if let (Some(erste), Some(bild)) = (neu.first_mut(), vorn.first()) {
            let mut teile: Vec<Teil> =
                super::streifen::zeile(bild, Spur::links(RAND + 2.0, EINZUG), 0.0, TEXT, marke).collect();
            teile.append(&mut erste.teile);
            erste.teile = teile;
        }
        alle.extend(mit_abstand(neu, 0.0, 3.0));
    }
    Ok(mit_abstand(alle, 0.0, 7.0))
}

pub(super) fn kasten(
    titel: &str,
    saetze: &[Text],
    block: usize,
    schriften: &Schriften,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let spur = Spur::links(RAND + EINZUG, SATZ_B - 2.0 * EINZUG);
    let kopf = Marke::Inhalt { block, rolle: Rolle::Absatz(0) };
    let mut inhalt =
        mit_abstand(zeilen(&titel.into(), spur, Stil::neu(11.0, 15.0).fett(), kopf, schriften)?, 0.0, 4.0);
    for (i, satz) in saetze.iter().enumerate() {
        let marke = Marke::Inhalt { block, rolle: Rolle::Absatz(i + 1) };
        inhalt.extend(mit_abstand(zeilen(satz, spur, TEXT, marke, schriften)?, 0.0, 4.0));
    }
    let mut ganzes = verbinde(inhalt.clone());
    let (oben, unten) = (9.0, 11.0);
    let hoehe = ganzes.hoehe + oben + unten;
    if hoehe > SATZ_H {
        // Longer than a page: it is no summary any more and flows like text.
        return Ok(mit_abstand(inhalt, 10.0, 12.0));
    }
    let flaeche = Form::Rechteck { x: RAND, y: 0.0, b: SATZ_B, h: hoehe, grau: Grau::FLAECHE };
    let mut teile = vec![Teil { marke: Marke::Artefakt(Artefakt::Schmuck), form: flaeche }];
    for y in [0.0, hoehe] {
        teile.push(Teil::linie((RAND, y), (RAND + SATZ_B, y), STARK, Grau::SCHWARZ));
    }
    teile.extend(std::mem::take(&mut ganzes.teile).into_iter().map(|t| t.verschoben(oben)));
    Ok(mit_abstand(vec![Streifen { hoehe, teile, ..Streifen::default() }], 18.0, 14.0))
}
