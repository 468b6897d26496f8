//! Files inside the report (ISO 19005-3, 6.8): associated with the whole document.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::super::modell::{Beilage, Beilagenart, Bezug};
use super::metadaten::pdf_datum;
use super::schreiber::text;

/// Adds the files; does nothing without any.
pub(super) fn haenge_an(
    dokument: &mut Document,
    beilagen: &[Beilage],
    erstellt: DateTime<FixedOffset>,
) -> Option<(Vec<Object>, Dictionary)> {
    if beilagen.is_empty() {
        return None;
    }
    let mut sortiert: Vec<&Beilage> = beilagen.iter().collect();
    // The tree of names is in the order of their bytes.
    sortiert.sort_by_key(|b| utf16(&b.name));
    let mut alle = Vec::new();
    let mut namen = Vec::new();
    for beilage in sortiert {
        let datei = dokument.add_object(datei(beilage, erstellt));
        let eintrag = dokument.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => text(&beilage.name),
            "UF" => text(&beilage.name),
            "Desc" => text(&beilage.beschreibung),
            "AFRelationship" => match beilage.bezug {
                Bezug::Quelle => "Source",
                Bezug::Daten => "Data",
                Bezug::Ergaenzung => "Supplement",
            },
            "EF" => dictionary! { "F" => datei, "UF" => datei },
        });
        alle.push(Object::Reference(eintrag));
        namen.extend([text(&beilage.name), eintrag.into()]);
    }
    Some((alle, dictionary! { "EmbeddedFiles" => dictionary! { "Names" => namen } }))
}

fn utf16(name: &str) -> Vec<u16> {
    name.encode_utf16().collect()
}

fn datei(beilage: &Beilage, erstellt: DateTime<FixedOffset>) -> Stream {
    let art = match beilage.art {
        Beilagenart::Csv => "text/csv",
        Beilagenart::Json => "application/json",
        Beilagenart::Text => "text/plain",
    };
    let kopf = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(art.as_bytes().to_vec()),
        "Params" => dictionary! {
            "Size" => i64::try_from(beilage.inhalt.len()).unwrap_or(i64::MAX),
            "ModDate" => Object::string_literal(pdf_datum(erstellt)),
        },
    };
    Stream::new(kopf, beilage.inhalt.clone())
}
