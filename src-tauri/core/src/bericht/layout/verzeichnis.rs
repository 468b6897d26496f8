//! The table of contents. Its length is known before the pages are, because the numbers have their
//! own column; they are filled in once every heading has its place.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Block, Stufe};
use super::super::struktur::{Knoten, Rolle, Ziel};
use super::super::zeichnung::{Artefakt, Form, Grau, Marke, Teil};
use super::satz::Satz;
use super::stil::{FEIN, RAND, SATZ_B, Stil, TEXT};
use super::streifen::{Anker, Spur, Streifen, mit_abstand, verbinde};

/// Room for a page number of four digits.
const ZAHL_B: f32 = 30.0;
/// Indent of a level.
const EINZUG: f32 = 14.0;

pub(super) fn verzeichnis(
    titel: &str,
    bis: Stufe,
    bloecke: &[Block],
    satz: &mut Satz<'_>,
) -> Result<Vec<Streifen>, BerichtFehler> {
    let ganz = Spur::links(RAND, SATZ_B);
    let mut kopf = satz.block(Knoten::WURZEL, Rolle::Absatz, titel, ganz, Stil::neu(16.0, 20.0).fett())?;
    kopf.haltet = true;
    let mut alle = mit_abstand(vec![kopf], 0.0, 8.0);
    let knoten = satz.knoten(Knoten::WURZEL, Rolle::Verzeichnis);
    let ueberschriften = bloecke.iter().filter_map(|b| match b {
        Block::Ueberschrift(stufe, text) => Some((*stufe, text)),
        _ => None,
    });
    for (nummer, (stufe, text)) in ueberschriften.enumerate().filter(|(_, (s, _))| *s <= bis) {
        let stil = if stufe == Stufe::Eins { TEXT.fett() } else { TEXT };
        let einzug = EINZUG * f32::from(stufe.zahl() - 1);
        let eintrag = satz.knoten(knoten, Rolle::Eintrag);
        let bezug = satz.knoten(eintrag, Rolle::Bezug);
        let ziel = Ziel::Ueberschrift(nummer);
        let verweis = satz.knoten(bezug, Rolle::Verweis { ziel, text: format!("Zum Abschnitt „{text}“") });
        let spur = Spur::links(RAND + einzug, SATZ_B - einzug - ZAHL_B - 8.0);
        let mut neu = verbinde(satz.zeilen(&text.as_str().into(), spur, stil, verweis)?);
        let oben = neu.hoehe - stil.zeile;
        // Read aloud, the number is a word of its own.
        if let Some(Teil { form: Form::Text { text, .. }, .. }) = neu.teile.last_mut() {
            text.push(' ');
        }
        if let Some(ende) = neu.teile.last().map(|t| t.form.flaeche()[2] + 6.0) {
            let y = oben + stil.grundlinie();
            let bis = RAND + SATZ_B - ZAHL_B + 8.0;
            if ende < bis {
                neu.teile.push(Teil {
                    marke: Marke::Artefakt(Artefakt::Schmuck),
                    form: Form::Linie {
                        von: (ende, y),
                        bis: (bis, y),
                        staerke: FEIN,
                        grau: Grau::LINIE,
                        gestrichelt: true,
                    },
                });
            }
        }
        neu.vor = if stufe == Stufe::Eins { 6.0 } else { 1.0 };
        let spur = Spur::links(RAND + SATZ_B - ZAHL_B, ZAHL_B).rechts();
        neu.anker = Some(Anker::Seitenzahl { ueberschrift: nummer, knoten: verweis, spur, oben, stil });
        alle.push(neu);
    }
    Ok(mit_abstand(alle, 0.0, 14.0))
}
