//! Kerning: how much closer or wider than their widths two characters stand.
//!
//! Read from the pair adjustments of the font's feature "kern" (OpenType, GPOS lookup type 2). Latin
//! text without ligatures needs no more of a shaping engine; the values are those HarfBuzz applies.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::opentype_layout::LayoutTable;
use ttf_parser::{Face, GlyphId, Tag};

/// Latin with its additions, and the punctuation of German text.
const BEREICHE: [(u32, u32); 2] = [(0x20, 0x17F), (0x2010, 0x2030)];
const ANZAHL: usize = 0x160 + 0x21;

/// Values of all pairs in thousandths of the type size.
pub(super) struct Unterschneidung {
    werte: Vec<i16>,
}

impl Unterschneidung {
    /// Reads the table; empty for a font without one.
    pub(super) fn lies(face: &Face<'_>) -> Self {
        let glyphen: Vec<Option<GlyphId>> = zeichen().map(|c| face.glyph_index(c)).collect();
        let mut werte = vec![0; ANZAHL * ANZAHL];
        let tabellen: Vec<PairAdjustment<'_>> = face.tables().gpos.map(paare).unwrap_or_default();
        // The class of a right-hand glyph is asked for once for each left-hand one otherwise.
        let klassen: Vec<Vec<u16>> = tabellen.iter().map(|t| rechte_klassen(t, &glyphen)).collect();
        for (l, links) in glyphen.iter().enumerate() {
            let Some(links) = links else { continue };
            let passende: Vec<(&PairAdjustment<'_>, &Vec<u16>)> =
                tabellen.iter().zip(&klassen).filter(|(t, _)| t.coverage().get(*links).is_some()).collect();
            for (r, rechts) in glyphen.iter().enumerate() {
                let Some(rechts) = rechts else { continue };
                if let (Some(wert), Some(platz)) =
                    (wert(&passende, *links, *rechts, r), werte.get_mut(l * ANZAHL + r))
                {
                    *platz = wert;
                }
            }
        }
        Self { werte }
    }

    /// Between two characters that follow one another; 0 for pairs the font says nothing about.
    pub(super) fn zwischen(&self, links: char, rechts: char) -> i16 {
        match (stelle(links), stelle(rechts)) {
            (Some(l), Some(r)) => self.werte.get(l * ANZAHL + r).copied().unwrap_or(0),
            _ => 0,
        }
    }
}

fn zeichen() -> impl Iterator<Item = char> {
    BEREICHE.into_iter().flat_map(|(von, bis)| von..=bis).filter_map(char::from_u32)
}

fn stelle(c: char) -> Option<usize> {
    let code = u32::from(c);
    match code {
        0x20..=0x17F => Some(code as usize - 0x20),
        0x2010..=0x2030 => Some(code as usize - 0x2010 + 0x160),
        _ => None,
    }
}

fn paare(gpos: LayoutTable<'_>) -> Vec<PairAdjustment<'_>> {
    let Some(kern) = gpos.features.find(Tag::from_bytes(b"kern")) else {
        return Vec::new();
    };
    kern.lookup_indices
        .into_iter()
        .filter_map(|i| gpos.lookups.get(i))
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>())
        .filter_map(|t| match t {
            PositioningSubtable::Pair(paar) => Some(paar),
            _ => None,
        })
        .collect()
}

fn rechte_klassen(tabelle: &PairAdjustment<'_>, glyphen: &[Option<GlyphId>]) -> Vec<u16> {
    match tabelle {
        PairAdjustment::Format1 { .. } => Vec::new(),
        PairAdjustment::Format2 { classes, .. } => {
            glyphen.iter().map(|g| g.map_or(0, |g| classes.1.get(g))).collect()
        }
    }
}

/// The first table that knows the pair decides. A table of classes knows every pair whose left glyph
/// it covers.
fn wert(
    tabellen: &[(&PairAdjustment<'_>, &Vec<u16>)],
    links: GlyphId,
    rechts: GlyphId,
    r: usize,
) -> Option<i16> {
    for (tabelle, klassen) in tabellen {
        match tabelle {
            PairAdjustment::Format1 { coverage, sets } => {
                let satz = coverage.get(links).and_then(|i| sets.get(i));
                if let Some((erster, _)) = satz.and_then(|s| s.get(rechts)) {
                    return Some(erster.x_advance);
                }
            }
            PairAdjustment::Format2 { classes, matrix, .. } => {
                let klasse = klassen.get(r).copied().unwrap_or(0);
                return matrix.get((classes.0.get(links), klasse)).map(|(erster, _)| erster.x_advance);
            }
        }
    }
    None
}
