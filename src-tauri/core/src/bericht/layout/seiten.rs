//! Putting strips on pages.

use super::super::zeichnung::{Artefakt, Lesezeichen, Marke, Seite, Teil, Zeichnung};
use super::stil::{OBEN, UNTEN};
use super::streifen::Streifen;

/// Fills pages from top to bottom; there is always at least one.
pub(super) fn fuelle(streifen: Vec<Streifen>, zeichnung: &mut Zeichnung) {
    let mut blatt = Blatt { zeichnung, y: OBEN, nach: 0.0, leer: true };
    blatt.zeichnung.seiten.push(Seite::default());
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
}

struct Blatt<'a> {
    zeichnung: &'a mut Zeichnung,
    y: f32,
    nach: f32,
    leer: bool,
}

impl Blatt<'_> {
    fn passt(&self, kette: &[Streifen]) -> bool {
        let mut y = self.y;
        let mut nach = self.nach;
        for (i, s) in kette.iter().enumerate() {
            y += if self.leer && i == 0 { 0.0 } else { nach.max(s.vor) } + s.hoehe;
            nach = s.nach;
        }
        // A hundredth of a point for rounding: rows that fill a page exactly belong on it.
        y <= UNTEN + 0.01
    }

    fn neue_seite(&mut self) {
        if !self.leer {
            self.zeichnung.seiten.push(Seite::default());
            self.y = OBEN;
            self.nach = 0.0;
            self.leer = true;
        }
    }

    fn setze(&mut self, streifen: Streifen) {
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
        if let Some((stufe, text)) = streifen.lesezeichen {
            let seite = self.zeichnung.seiten.len() - 1;
            self.zeichnung.lesezeichen.push(Lesezeichen { stufe, text, seite, y: self.y });
        }
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
}
