//! Putting strips on pages.

use super::super::fehler::BerichtFehler;
use super::super::schrift::Schriften;
use super::super::struktur::Knoten;
use super::super::zeichnung::{Artefakt, Grau, Lesezeichen, Marke, Ort, Seite, Teil, Zeichnung};
use super::satz::einzeilig;
use super::stil::{FEIN, OBEN, RAND, Stil};
use super::streifen::{Anker, Spur, Streifen, zeile};

/// Between the text and the rule above the notes.
const ABSTAND: f32 = 10.0;
/// Between that rule and the first note.
const LUFT: f32 = 4.0;

/// Height of notes at the foot of a page, with their rule.
pub(super) fn notenhoehe(noten: &[Streifen]) -> f32 {
    if noten.is_empty() { 0.0 } else { ABSTAND + LUFT + noten.iter().map(|n| n.hoehe).sum::<f32>() }
}

/// Fills pages from top to bottom; there is always at least one.
pub(super) fn fuelle(
    streifen: Vec<Streifen>,
    schriften: &Schriften,
    zeichnung: &mut Zeichnung,
) -> Result<(), BerichtFehler> {
    zeichnung.seiten.push(Seite::default());
    let mut blatt = Blatt { zeichnung, y: OBEN, nach: 0.0, leer: true, noten: Vec::new(), offen: Vec::new() };
    let mut rest = streifen.into_iter().peekable();
    while let Some(erster) = rest.next() {
        let mut kette = vec![erster];
        while kette.last().is_some_and(|s| s.haltet) {
            let Some(weiterer) = rest.next_if(|s| !s.neue_seite) else {
                break;
            };
            kette.push(weiterer);
        }
        if kette.first().is_some_and(|s| s.neue_seite) || !blatt.passt(&kette) {
            blatt.neue_seite();
        }
        for s in kette {
            // A chain longer than a page is divided like everything else.
            if !blatt.passt(std::slice::from_ref(&s)) {
                blatt.neue_seite();
            }
            blatt.setze(s);
        }
    }
    blatt.schliesse();
    blatt.seitenzahlen(schriften)
}

struct Blatt<'a> {
    zeichnung: &'a mut Zeichnung,
    y: f32,
    nach: f32,
    leer: bool,
    /// Notes of the page that is being filled.
    noten: Vec<Streifen>,
    /// Page numbers that the table of contents still lacks.
    offen: Vec<Luecke>,
}

struct Luecke {
    ueberschrift: usize,
    knoten: Knoten,
    spur: Spur,
    stil: Stil,
    ort: Ort,
    /// Place of the number among the parts of its page.
    stelle: usize,
}

impl Blatt<'_> {
    fn passt(&self, kette: &[Streifen]) -> bool {
        let mut y = self.y;
        let mut nach = self.nach;
        let mut noten = self.noten.iter().map(|n| n.hoehe).sum::<f32>();
        for (i, s) in kette.iter().enumerate() {
            y += if self.leer && i == 0 { 0.0 } else { nach.max(s.vor) } + s.hoehe;
            if let (true, 0, Some(kopf)) = (self.leer, i, &s.kopf) {
                y += kopf.hoehe;
            }
            nach = s.nach;
            noten += s.noten.iter().map(|n| n.hoehe).sum::<f32>();
        }
        if noten > 0.0 {
            noten += ABSTAND + LUFT;
        }
        // A hundredth of a point for rounding: rows that fill a page exactly belong on it.
        y + noten <= self.zeichnung.lage.unten() + 0.01
    }

    fn neue_seite(&mut self) {
        if !self.leer {
            self.schliesse();
            self.zeichnung.seiten.push(Seite::default());
            self.y = OBEN;
            self.nach = 0.0;
            self.leer = true;
        }
    }

    fn setze(&mut self, mut streifen: Streifen) {
        if self.leer
            && let Some(kopf) = &streifen.kopf
        {
            let wiederholt = kopf
                .teile
                .iter()
                .cloned()
                .map(|t| Teil { marke: Marke::Artefakt(Artefakt::Wiederholung), ..t });
            self.lege(wiederholt.collect(), kopf.hoehe);
            self.nach = 0.0;
        } else if !self.leer {
            self.y += self.nach.max(streifen.vor);
        }
        self.noten.append(&mut streifen.noten);
        self.verankere(streifen.anker.take(), streifen.teile.len());
        self.lege(streifen.teile, streifen.hoehe);
        self.nach = streifen.nach;
    }

    fn lege(&mut self, teile: Vec<Teil>, hoehe: f32) {
        let y = self.y;
        if let Some(seite) = self.zeichnung.seiten.last_mut() {
            seite.teile.extend(teile.into_iter().map(|t| t.verschoben(y)));
        }
        self.y += hoehe;
        self.leer = false;
    }

    fn ort(&self) -> Ort {
        Ort { seite: self.zeichnung.seiten.len() - 1, y: self.y }
    }

    fn verankere(&mut self, anker: Option<Anker>, teile: usize) {
        let ort = self.ort();
        match anker {
            None => {}
            Some(Anker::Ueberschrift { stufe, text, knoten }) => {
                self.zeichnung.lesezeichen.push(Lesezeichen { stufe, text, knoten, ort });
            }
            Some(Anker::Fussnote(nummer)) => {
                let alle = &mut self.zeichnung.fussnoten;
                alle.resize(alle.len().max(nummer + 1), ort);
                if let Some(platz) = alle.get_mut(nummer) {
                    *platz = ort;
                }
            }
            Some(Anker::Seitenzahl { ueberschrift, knoten, spur, oben, stil }) => {
                let belegt = self.zeichnung.seiten.last().map_or(0, |s| s.teile.len());
                let ort = Ort { y: ort.y + oben, ..ort };
                self.offen.push(Luecke { ueberschrift, knoten, spur, stil, ort, stelle: belegt + teile });
            }
        }
    }

    /// Puts the notes at the foot of the page.
    fn schliesse(&mut self) {
        let noten = std::mem::take(&mut self.noten);
        if noten.is_empty() {
            return;
        }
        self.y = self.zeichnung.lage.unten() - notenhoehe(&noten) + ABSTAND;
        let regel =
            Teil::linie((RAND, 0.0), (RAND + self.zeichnung.lage.satz_b() * 0.3, 0.0), FEIN, Grau::SCHWARZ);
        self.lege(vec![regel], LUFT);
        for note in noten {
            self.verankere(note.anker, 0);
            self.lege(note.teile, note.hoehe);
        }
    }

    /// Fills in the page numbers of the table of contents, from the last to the first, so that the
    /// places of those before stay right.
    fn seitenzahlen(&mut self, schriften: &Schriften) -> Result<(), BerichtFehler> {
        for l in std::mem::take(&mut self.offen).into_iter().rev() {
            let Some(ziel) = self.zeichnung.lesezeichen.get(l.ueberschrift) else { continue };
            let text = (ziel.ort.seite + 1).to_string();
            let bilder = einzeilig(&text, l.stil, l.spur.b, schriften)?;
            let (Some(bild), Some(seite)) = (bilder.first(), self.zeichnung.seiten.get_mut(l.ort.seite))
            else {
                continue;
            };
            let teile = zeile(bild, l.spur, l.ort.y, l.stil, |_| Marke::Inhalt(l.knoten));
            let stelle = l.stelle.min(seite.teile.len());
            seite.teile.splice(stelle..stelle, teile);
        }
        Ok(())
    }
}
