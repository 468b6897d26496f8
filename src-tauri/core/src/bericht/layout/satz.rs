//! From a text to lines whose parts know their element.

use super::super::fehler::BerichtFehler;
use super::super::modell::{Ausrichtung, Lauf, Text};
use super::super::schrift::Schriften;
use super::super::struktur::{Baum, Knoten, Rolle, Ziel};
use super::super::zeichnung::{Lage, Marke};
use super::stil::{NOTE, RAND, Stil, TEXT};
use super::streifen::{Anker, Spur, Streifen, verbinde, zeile};
use super::umbruch::{self, Faden, Stueck, Zeilenbild};

/// What grows while a report is laid out.
pub(super) struct Satz<'a> {
    pub(super) schriften: &'a Schriften,
    pub(super) baum: Baum,
    /// How the sheets lie.
    pub(super) lage: Lage,
    /// How running text is set.
    pub(super) text: Stil,
    /// Footnotes so far.
    noten: usize,
}

/// Lines with what their stretches mean.
pub(super) struct Absatzbild {
    pub(super) zeilen: Vec<Zeilenbild>,
    /// Element of each stretch.
    marken: Vec<Marke>,
    /// Notes by the stretch that refers to them.
    noten: Vec<(usize, Streifen)>,
}

impl Absatzbild {
    pub(super) fn marke(&self, stueck: &Stueck) -> Marke {
        self.marken.get(stueck.faden).copied().unwrap_or(Marke::Inhalt(Knoten::WURZEL))
    }

    /// Takes the notes whose numbers stand on a line.
    pub(super) fn noten(&mut self, zeile: usize) -> Vec<Streifen> {
        let Some(bild) = self.zeilen.get(zeile) else { return Vec::new() };
        let (hier, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.noten)
            .into_iter()
            .partition(|(faden, _)| bild.stuecke.iter().any(|s| s.faden == *faden));
        self.noten = rest;
        hier.into_iter().map(|(_, note)| note).collect()
    }
}

impl<'a> Satz<'a> {
    pub(super) fn neu(schriften: &'a Schriften, lage: Lage) -> Self {
        Self { schriften, baum: Baum::default(), lage, text: TEXT, noten: 0 }
    }

    /// Adds an element to the tree.
    pub(super) fn knoten(&mut self, eltern: Knoten, rolle: Rolle) -> Knoten {
        self.baum.neu(eltern, rolle)
    }

    /// The stretches of a text, with the numbers its notes are going to get.
    pub(super) fn faeden(&self, text: &Text, stil: Stil) -> Vec<Faden> {
        umbruch::faeden(text, stil, self.noten)
    }

    /// Breaks a text into lines. Without links and notes its parts belong to `knoten`; otherwise
    /// each run gets an element of its own in it.
    pub(super) fn absatz(
        &mut self,
        text: &Text,
        breite: f32,
        stil: Stil,
        knoten: Knoten,
    ) -> Result<Absatzbild, BerichtFehler> {
        let faeden = self.faeden(text, stil);
        let zeilen = umbruch::breche(&faeden, stil, breite, self.schriften)?;
        if text.0.iter().all(|l| matches!(l, Lauf::Schrift(..))) {
            let marken = vec![Marke::Inhalt(knoten); faeden.len()];
            return Ok(Absatzbild { zeilen, marken, noten: Vec::new() });
        }
        let mit_noten = text.0.iter().any(|l| matches!(l, Lauf::Fussnote(_)));
        // A note stands behind the paragraph it belongs to, and inside the cell or item.
        let innen = !matches!(self.baum.element(knoten).rolle, Rolle::Absatz);
        let (absatz, notenort) = match (mit_noten, innen) {
            (true, true) => (self.knoten(knoten, Rolle::Absatz), knoten),
            _ => (knoten, self.baum.element(knoten).eltern),
        };
        let mut marken = Vec::new();
        let mut offen = Vec::new();
        for (i, lauf) in text.0.iter().enumerate() {
            marken.push(Marke::Inhalt(match lauf {
                Lauf::Schrift(..) => self.knoten(absatz, Rolle::Spanne),
                Lauf::Verweis { text, adresse } => {
                    let ziel = Ziel::Adresse(adresse.clone());
                    self.knoten(absatz, Rolle::Verweis { ziel, text: format!("{text} ({adresse})") })
                }
                Lauf::Fussnote(note) => {
                    let nummer = self.noten;
                    self.noten += 1;
                    offen.push((i, nummer, note));
                    let bezug = self.knoten(absatz, Rolle::Bezug);
                    let text = format!("Fußnote {}", nummer + 1);
                    self.knoten(bezug, Rolle::Verweis { ziel: Ziel::Fussnote(nummer), text })
                }
            }));
        }
        let mut noten = Vec::new();
        for (faden, nummer, note) in offen {
            noten.push((faden, self.note(nummer, note, notenort)?));
        }
        Ok(Absatzbild { zeilen, marken, noten })
    }

    /// A note: raised number, text, in one piece.
    fn note(&mut self, nummer: usize, text: &Text, ort: Knoten) -> Result<Streifen, BerichtFehler> {
        const EINZUG: f32 = 12.0;
        let knoten = self.knoten(ort, Rolle::Fussnote);
        let kennung = self.knoten(knoten, Rolle::Kennung);
        let inhalt = self.knoten(knoten, Rolle::Absatz);
        let zahl = self.zeilen(&(nummer + 1).to_string().into(), Spur::links(RAND, EINZUG), NOTE, kennung)?;
        let text =
            self.zeilen(text, Spur::links(RAND + EINZUG, self.lage.satz_b() - EINZUG), NOTE, inhalt)?;
        let mut note = verbinde(text);
        let mut teile = verbinde(zahl).teile;
        teile.append(&mut note.teile);
        Ok(Streifen {
            hoehe: note.hoehe.max(NOTE.zeile),
            teile,
            anker: Some(Anker::Fussnote(nummer)),
            ..note
        })
    }

    /// A text as strips of one line each. First and last two lines stay together, so that no line of
    /// a paragraph stands alone on a page.
    pub(super) fn zeilen(
        &mut self,
        text: &Text,
        spur: Spur,
        stil: Stil,
        knoten: Knoten,
    ) -> Result<Vec<Streifen>, BerichtFehler> {
        let mut bild = self.absatz(text, spur.b, stil, knoten)?;
        let anzahl = bild.zeilen.len();
        Ok((0..anzahl)
            .map(|i| Streifen {
                hoehe: stil.zeile,
                haltet: anzahl > 1 && (i == 0 || i + 2 == anzahl),
                noten: bild.noten(i),
                teile: zeile(&bild.zeilen[i], spur, 0.0, stil, |s| bild.marke(s)).collect(),
                ..Streifen::default()
            })
            .collect())
    }

    /// Adds an element and sets a plain text in it, in one piece.
    pub(super) fn block(
        &mut self,
        eltern: Knoten,
        rolle: Rolle,
        text: &str,
        spur: Spur,
        stil: Stil,
    ) -> Result<Streifen, BerichtFehler> {
        if text.is_empty() {
            return Ok(Streifen::default());
        }
        let knoten = self.knoten(eltern, rolle);
        Ok(verbinde(self.zeilen(&text.into(), spur, stil, knoten)?))
    }

    /// Width of a plain text on one line.
    pub(super) fn breite(&self, text: &str, stil: Stil) -> Result<f32, BerichtFehler> {
        self.schriften.breite(stil.schrift(), stil.groesse, text)
    }
}

/// Lines of a text that is no content, such as a running header.
pub(super) fn einzeilig(
    text: &str,
    stil: Stil,
    breite: f32,
    schriften: &Schriften,
) -> Result<Vec<Zeilenbild>, BerichtFehler> {
    umbruch::breche(&umbruch::faeden(&text.into(), stil, 0), stil, breite, schriften)
}

impl Spur {
    /// The same place, aligned right.
    pub(super) fn rechts(self) -> Self {
        Self { ausrichtung: Ausrichtung::Rechts, ..self }
    }
}
