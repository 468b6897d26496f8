//! Headings, paragraphs, lists and the summary box.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Listenart, Stufe, Text};
use super::super::struktur::{Knoten, Rolle, Zaehlung};
use super::super::zeichnung::{Artefakt, Form, Grau, Marke, Teil};
use super::satz::Satz;
use super::stil::{RAND, STARK, Stil};
use super::streifen::{Anker, Spur, Streifen, mit_abstand, verbinde};

/// Indent of lists and padding of the box.
const EINZUG: f32 = 14.0;

pub(super) fn ueberschrift(
    stufe: Stufe,
    text: &str,
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let (stil, vor, nach) = match stufe {
        Stufe::Eins => (Stil::neu(16.0, 20.0).fett(), 26.0, 9.0),
        Stufe::Zwei => (Stil::neu(12.5, 16.0).fett(), 19.0, 6.0),
        Stufe::Drei => (Stil::neu(10.5, 14.0).fett(), 13.0, 4.0),
    };
    let knoten = satz.knoten(Knoten::WURZEL, Rolle::Ueberschrift(stufe.zahl()));
    let spur = Spur::links(RAND, satz.lage.satz_b());
    let mut streifen = verbinde(satz.zeilen(&text.into(), spur, stil, knoten)?);
    streifen.anker = Some(Anker::Ueberschrift { stufe: stufe.zahl(), text: text.to_owned(), knoten });
    streifen.haltet = true;
    Ok(mit_abstand(vec![streifen], vor, nach))
}

pub(super) fn absatz(text: &Text, satz: &mut Satz<'_>) -> Result<Vec<Streifen>, BerichtFehler> {
    let knoten = satz.knoten(Knoten::WURZEL, Rolle::Absatz);
    let spur = Spur::links(RAND, satz.lage.satz_b());
    Ok(mit_abstand(satz.zeilen(text, spur, satz.text, knoten)?, 0.0, satz.text.zeile / 2.0))
}

pub(super) fn liste(
    art: Listenart,
    punkte: &[Text],
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    if punkte.is_empty() {
        return Ok(Vec::new());
    }
    let zaehlung = match art {
        Listenart::Punkte => Zaehlung::Punkte,
        Listenart::Nummern => Zaehlung::Nummern,
    };
    let liste = satz.knoten(Knoten::WURZEL, Rolle::Liste(zaehlung));
    let mut alle = Vec::new();
    let spur = Spur::links(RAND + EINZUG + 4.0, satz.lage.satz_b() - EINZUG - 4.0);
    for (i, text) in punkte.iter().enumerate() {
        let zeichen = match art {
            Listenart::Punkte => "•".to_owned(),
            Listenart::Nummern => format!("{}.", i + 1),
        };
        let punkt = satz.knoten(liste, Rolle::Punkt);
        let vorn =
            satz.block(punkt, Rolle::Kennung, &zeichen, Spur::links(RAND + 2.0, EINZUG + 2.0), satz.text)?;
        let knoten = satz.knoten(punkt, Rolle::Punkttext);
        let mut neu = satz.zeilen(text, spur, satz.text, knoten)?;
        match neu.first_mut() {
            Some(erste) => {
                erste.teile.splice(0..0, vorn.teile);
            }
            None => neu.push(vorn),
        }
        alle.extend(mit_abstand(neu, 0.0, 3.0));
    }
    Ok(mit_abstand(alle, 0.0, 7.0))
}

pub(super) fn kasten(
    titel: &str,
    saetze: &[Text],
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let spur = Spur::links(RAND + EINZUG, satz.lage.satz_b() - 2.0 * EINZUG);
    let gruppe = satz.knoten(Knoten::WURZEL, Rolle::Gruppe);
    let kopf = satz.block(gruppe, Rolle::Absatz, titel, spur, Stil::neu(11.0, 15.0).fett())?;
    let mut inhalt = mit_abstand(vec![kopf], 0.0, 4.0);
    for text in saetze {
        let knoten = satz.knoten(gruppe, Rolle::Absatz);
        inhalt.extend(mit_abstand(satz.zeilen(text, spur, satz.text, knoten)?, 0.0, 4.0));
    }
    let mut ganzes = verbinde(inhalt.clone());
    let (oben, unten) = (9.0, 11.0);
    let hoehe = ganzes.hoehe + oben + unten;
    if hoehe > satz.lage.satz_h() {
        // Longer than a page: it is no summary any more and flows like text.
        return Ok(mit_abstand(inhalt, 10.0, 12.0));
    }
    let flaeche = Form::Rechteck { x: RAND, y: 0.0, b: satz.lage.satz_b(), h: hoehe, grau: Grau::FLAECHE };
    let mut teile = vec![Teil { marke: Marke::Artefakt(Artefakt::Schmuck), form: flaeche }];
    for y in [0.0, hoehe] {
        teile.push(Teil::linie((RAND, y), (RAND + satz.lage.satz_b(), y), STARK, Grau::SCHWARZ));
    }
    teile.extend(std::mem::take(&mut ganzes.teile).into_iter().map(|t| t.verschoben(oben)));
    let kasten = Streifen { hoehe, teile, noten: ganzes.noten, ..Streifen::default() };
    Ok(mit_abstand(vec![kasten], 18.0, 14.0))
}
