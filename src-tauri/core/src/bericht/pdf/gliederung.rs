//! The headings as a nested outline.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::zeichnung::Zeichnung;
use super::schreiber::text;
use super::struktur::Nummern;
use super::verweise::stelle;

/// Adds the outline; `None` without headings.
pub(super) fn gliederung(
    dokument: &mut Document,
    zeichnung: &Zeichnung,
    seiten: &[ObjectId],
    nummern: Nummern,
) -> Option<ObjectId> {
    let marken = &zeichnung.lesezeichen;
    if marken.is_empty() {
        return None;
    }
    let wurzel = dokument.new_object_id();
    let ids: Vec<ObjectId> = marken.iter().map(|_| dokument.new_object_id()).collect();
    // The parent of a heading is the nearest one above it of a higher rank.
    let mut eltern: Vec<Option<usize>> = Vec::new();
    let mut kinder: Vec<Vec<usize>> = vec![Vec::new(); marken.len()];
    let mut oberste = Vec::new();
    let mut offen: Vec<usize> = Vec::new();
    for (i, marke) in marken.iter().enumerate() {
        while offen.last().is_some_and(|j| marken[*j].stufe >= marke.stufe) {
            offen.pop();
        }
        eltern.push(offen.last().copied());
        match offen.last() {
            Some(j) => kinder[*j].push(i),
            None => oberste.push(i),
        }
        offen.push(i);
    }
    let mut davor: Vec<Option<usize>> = vec![None; marken.len()];
    let mut danach: Vec<Option<usize>> = vec![None; marken.len()];
    for paar in kinder.iter().chain([&oberste]).flat_map(|geschwister| geschwister.windows(2)) {
        (danach[paar[0]], davor[paar[1]]) = (Some(paar[1]), Some(paar[0]));
    }
    for (i, marke) in marken.iter().enumerate() {
        let mut eintrag = dictionary! {
            "Title" => text(&marke.text),
            "Parent" => eltern[i].map_or(wurzel, |e| ids[e]),
            "Dest" => stelle(marke.ort, zeichnung.lage, seiten),
            // The element, for programs that follow the structure instead of the page.
            "SE" => (nummern.element(marke.knoten), 0),
        };
        for (schluessel, ziel) in [("Prev", davor[i]), ("Next", danach[i])] {
            if let Some(z) = ziel {
                eintrag.set(schluessel, ids[z]);
            }
        }
        // Negative: closed. Only the chapters are open at first.
        verweise(&mut eintrag, &kinder[i], &ids, -1);
        dokument.objects.insert(ids[i], Object::Dictionary(eintrag));
    }
    let mut kopf = dictionary! { "Type" => "Outlines" };
    verweise(&mut kopf, &oberste, &ids, 1);
    dokument.objects.insert(wurzel, Object::Dictionary(kopf));
    Some(wurzel)
}

fn verweise(eintrag: &mut Dictionary, kinder: &[usize], ids: &[ObjectId], vorzeichen: i64) {
    if let (Some(erstes), Some(letztes)) = (kinder.first(), kinder.last()) {
        eintrag.set("First", ids[*erstes]);
        eintrag.set("Last", ids[*letztes]);
        eintrag.set("Count", vorzeichen * i64::try_from(kinder.len()).unwrap_or(i64::MAX));
    }
}
