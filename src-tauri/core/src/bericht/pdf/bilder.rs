//! Pictures: each once in the file, as samples of the colour space the pages are meant for.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Stream, dictionary};

use super::super::modell::Bild;

/// The pictures of a report in the order they are drawn.
#[derive(Default)]
pub(super) struct Bilder(Vec<Arc<Bild>>);

impl Bilder {
    /// Number of a picture; the same one is not stored twice.
    pub(super) fn stelle(&mut self, bild: &Arc<Bild>) -> usize {
        self.0.iter().position(|b| b == bild).unwrap_or_else(|| {
            self.0.push(Arc::clone(bild));
            self.0.len() - 1
        })
    }

    /// Adds them to the document; returns what pages name them by.
    pub(super) fn haenge_an(&self, dokument: &mut Document) -> Dictionary {
        let mut namen = Dictionary::new();
        for (nummer, bild) in self.0.iter().enumerate() {
            let kopf = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Image",
                "Width" => i64::from(bild.breite),
                "Height" => i64::from(bild.hoehe),
                "ColorSpace" => "DeviceRGB",
                "BitsPerComponent" => 8,
            };
            let id = dokument.add_object(Stream::new(kopf, bild.punkte.clone()));
            namen.set(name(nummer), id);
        }
        namen
    }
}

/// Name of a picture among the resources of a page.
pub(super) fn name(nummer: usize) -> Vec<u8> {
    format!("B{nummer}").into_bytes()
}
