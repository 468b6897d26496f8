//! The head of the first page and the lines to sign on.

use super::super::fehler::BerichtFehler;
use std::sync::Arc;

use super::super::modell::{Kopf, Logo, Logobild, Titelblatt, Unterschrift};
use super::super::struktur::{Knoten, Rolle};
use super::super::zeichnung::{Form, Grau, Marke, Teil};
use super::satz::Satz;
use super::stil::{FEIN, KLEIN, RAND, SATZ_B, STARK, Stil, TEXT};
use super::streifen::{Spur, Streifen, mit_abstand, verbinde};

pub(super) fn blatt(
    kopf: &Kopf,
    blatt: &Titelblatt,
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let ganz = Spur::links(RAND, satz.lage.satz_b());
    let mut alle = vec![haus(kopf, satz)?];
    let zeilen = [
        (blatt.art.as_str(), Stil::neu(12.0, 16.0).neben(), 92.0, 4.0),
        (blatt.titel.as_str(), Stil::neu(24.0, 29.0).fett(), 0.0, 6.0),
        (blatt.untertitel.as_str(), Stil::neu(12.5, 17.0), 0.0, 30.0),
    ];
    for (i, (text, stil, vor, nach)) in zeilen.into_iter().enumerate() {
        let mut neu = satz.block(Knoten::WURZEL, Rolle::Absatz, text, ganz, stil)?;
        neu.haltet = i < 2;
        alle.extend(mit_abstand(vec![neu], vor, nach));
    }
    Ok(alle)
}

/// Sign and name of the house with its mark, above a rule.
pub(super) fn haus(kopf: &Kopf, satz: &mut Satz<'_>) -> Result<Streifen, BerichtFehler> {
    let satz_b = satz.lage.satz_b();
    let mut oben = Streifen { haltet: true, ..Streifen::default() };
    let logo_h = kopf.logo.as_ref().map_or(0.0, |l| logo(l, satz, &mut oben));
    let mut absatz = |text: &str, spur, stil| satz.block(Knoten::WURZEL, Rolle::Absatz, text, spur, stil);
    let rechts = Spur::links(RAND + satz_b * 0.55, satz_b * 0.45).rechts();
    let haus = absatz(&kopf.haus, Spur::links(RAND, satz_b * 0.55), Stil::neu(11.0, 15.0).fett())?;
    let mark = absatz(kopf.vertraulichkeit.as_deref().unwrap_or(""), rechts, TEXT.fett())?;
    let hoehe = haus.hoehe.max(mark.hoehe) + logo_h + 6.0;
    oben.hoehe = hoehe;
    let runter = |t: Teil| t.verschoben(logo_h);
    let (haus, mark) = (haus.teile.into_iter().map(runter), mark.teile.into_iter().map(runter));
    oben.teile.extend(haus.chain(mark));
    oben.teile.push(Teil::linie((RAND, hoehe), (RAND + satz_b, hoehe), STARK, Grau::SCHWARZ));
    Ok(oben)
}

/// Draws the sign of the house; returns the room it takes.
fn logo(logo: &Logo, satz: &mut Satz<'_>, streifen: &mut Streifen) -> f32 {
    const HOEHE: f32 = 48.0;
    const BREITE: f32 = 180.0;
    let alternativtext = logo.alternativtext.text().to_owned();
    let knoten = satz.knoten(Knoten::WURZEL, Rolle::Abbildung { alternativtext });
    let verhaeltnis = logo.bild.verhaeltnis();
    let (b, h) = if HOEHE * verhaeltnis > BREITE {
        (BREITE, BREITE / verhaeltnis)
    } else {
        (HOEHE * verhaeltnis, HOEHE)
    };
    let (x, y) = (RAND, 0.0);
    let form = match &logo.bild {
        Logobild::Punkte(bild) => Form::Bild { x, y, b, h, bild: Arc::clone(bild) },
        Logobild::Flaechen(bild) => Form::Vektorbild { x, y, b, h, bild: Arc::clone(bild) },
    };
    streifen.teile.push(Teil { marke: Marke::Inhalt(knoten), form });
    h + 10.0
}

/// Width of a line to sign on.
const LINIE_B: f32 = 206.0;

pub(super) fn unterschriften(
    felder: &[Unterschrift],
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let mut alle = Vec::new();
    for paar in felder.chunks(2) {
        let mut streifen = Streifen { vor: 46.0, ..Streifen::default() };
        for (i, feld) in paar.iter().enumerate() {
            let x = if i == 0 { RAND } else { RAND + SATZ_B - LINIE_B };
            let gruppe = satz.knoten(Knoten::WURZEL, Rolle::Gruppe);
            let spur = Spur::links(x, LINIE_B);
            let mut texte = Vec::new();
            for (text, stil) in
                [(feld.name.as_str(), TEXT), (&feld.funktion, TEXT.neben()), ("Datum, Unterschrift", KLEIN)]
            {
                texte.push(satz.block(gruppe, Rolle::Absatz, text, spur, stil)?);
            }
            let text = verbinde(texte);
            streifen.teile.push(Teil::linie((x, 0.0), (x + LINIE_B, 0.0), FEIN, Grau::SCHWARZ));
            streifen.teile.extend(text.teile.into_iter().map(|t| t.verschoben(4.0)));
            streifen.hoehe = streifen.hoehe.max(text.hoehe + 4.0);
        }
        alle.push(streifen);
    }
    if let Some(letzter) = alle.last_mut() {
        letzter.nach = 12.0;
    }
    Ok(alle)
}
