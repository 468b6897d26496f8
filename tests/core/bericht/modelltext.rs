//! What a reader of a report must get to read, in order, taken from the model alone.

use iks_core::bericht::Bericht;
use iks_core::bericht::modell::{Block, Lauf, Listenart, Text};
use sha2::{Digest, Sha256};

/// Texts in reading order. Pictures give their alternative text.
pub fn texte(bericht: &Bericht) -> Vec<String> {
    let mut aus = Leser { texte: Vec::new(), noten: 0 };
    for block in &bericht.bloecke {
        aus.block(bericht, block);
    }
    aus.texte
}

/// Without white space and hyphens of line ends: what breaks lines is the layout's business.
pub fn dicht(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

struct Leser {
    texte: Vec<String>,
    noten: usize,
}

impl Leser {
    fn sage(&mut self, text: &str) {
        self.texte.push(text.to_owned());
    }

    /// A text, then the notes it refers to.
    fn text(&mut self, text: &Text) {
        let mut noten = Vec::new();
        for lauf in &text.0 {
            match lauf {
                Lauf::Schrift(text, _) | Lauf::Verweis { text, .. } => self.sage(text),
                Lauf::Fussnote(note) => {
                    self.noten += 1;
                    self.sage(&self.noten.to_string());
                    noten.push((self.noten, note));
                }
            }
        }
        for (nummer, note) in noten {
            self.sage(&nummer.to_string());
            self.text(note);
        }
    }

    fn block(&mut self, bericht: &Bericht, block: &Block) {
        match block {
            Block::Titelblatt(t) => {
                if let Some(logo) = &bericht.kopf.logo {
                    self.sage(logo.alternativtext.text());
                }
                self.sage(&bericht.kopf.haus);
                self.sage(bericht.kopf.vertraulichkeit.as_deref().unwrap_or(""));
                for zeile in [&t.art, &t.titel, &t.untertitel] {
                    self.sage(zeile);
                }
            }
            Block::Briefkopf(b) => {
                if let Some(logo) = &bericht.kopf.logo {
                    self.sage(logo.alternativtext.text());
                }
                self.sage(&bericht.kopf.haus);
                b.angaben.iter().for_each(|(name, wert)| self.sage(&format!("{name}: {wert}")));
                self.sage(&b.betreff);
            }
            Block::Briefschluss(b) => [&b.gruss, &b.unterzeichner].into_iter().for_each(|t| self.sage(t)),
            // Page numbers are checked where the pages are known.
            Block::Inhaltsverzeichnis { titel, bis } => {
                self.sage(titel);
                for b in &bericht.bloecke {
                    if let Block::Ueberschrift(stufe, text) = b
                        && stufe <= bis
                    {
                        self.sage(text);
                        self.sage(SEITENZAHL);
                    }
                }
            }
            Block::Ueberschrift(_, text) => self.sage(text),
            Block::Absatz(text) => self.text(text),
            Block::Kasten { titel, saetze } => {
                self.sage(titel);
                saetze.iter().for_each(|s| self.text(s));
            }
            Block::Liste(art, punkte) => {
                for (i, punkt) in punkte.iter().enumerate() {
                    match art {
                        Listenart::Punkte => self.sage("•"),
                        Listenart::Nummern => self.sage(&format!("{}.", i + 1)),
                    }
                    self.text(punkt);
                }
            }
            Block::Werte(paare) => {
                for (name, wert) in paare {
                    self.sage(name);
                    self.text(wert);
                }
            }
            Block::Tabelle(t) => {
                self.sage(t.beschriftung.as_deref().unwrap_or(""));
                let mut unten = Vec::new();
                let mut ab = 0;
                for g in &t.gruppen {
                    self.sage(&g.kopf);
                    for spalte in &t.spalten[ab..ab + g.spalten] {
                        if g.kopf.is_empty() {
                            self.sage(&spalte.kopf);
                        } else {
                            unten.push(&spalte.kopf);
                        }
                    }
                    ab += g.spalten;
                }
                unten.extend(t.spalten[ab..].iter().map(|s| &s.kopf));
                unten.into_iter().for_each(|kopf| self.sage(kopf));
                t.zeilen.iter().flat_map(|z| &z.zellen).for_each(|z| self.text(&z.text));
            }
            Block::Diagramm(d) => {
                for text in [&d.titel, d.alternativtext.text(), &d.legende] {
                    self.sage(text);
                }
            }
            Block::Beilagen => {
                let kopf = ["Dateien in diesem Bericht", "Datei", "Inhalt", "Bytes", "Prüfsumme (SHA-256)"];
                kopf.into_iter().for_each(|t| self.sage(t));
                for b in &bericht.beilagen {
                    let hash: String = Sha256::digest(&b.inhalt).iter().map(|b| format!("{b:02x}")).collect();
                    for text in [&b.name, &b.beschreibung, &b.inhalt.len().to_string(), &hash] {
                        self.sage(text);
                    }
                }
            }
            Block::Seitenumbruch => {}
            Block::Unterschriften(felder) => {
                for f in felder {
                    for text in [&f.name, &f.funktion, "Datum, Unterschrift"] {
                        self.sage(text);
                    }
                }
            }
        }
    }
}

/// Stands for a page number in the table of contents.
pub const SEITENZAHL: &str = "\u{1}";
