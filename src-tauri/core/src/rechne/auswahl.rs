//! The reproducible draw.

use serde_json::json;

use super::Antwort;
use super::eingabe::Eingabe;
use crate::stichprobe::{consistent_sample, population_hash, ticket};

pub(super) fn rechne(methode: &str, e: &Eingabe<'_>) -> Option<Antwort> {
    Some(match methode {
        "consistent_sample" => stichprobe(e),
        "ticket" => los(e),
        "population_hash" => hash(e),
        _ => return None,
    })
}

fn stichprobe(e: &Eingabe<'_>) -> Antwort {
    let (startwert, kennungen) = (e.text("seed")?, e.texte("ids")?);
    let take = e.anzahl("take")?;
    let drop = if e.wert("drop").is_some() { e.anzahl("drop")? } else { 0 };
    Ok(json!({ "ids": consistent_sample(startwert, &kennungen, take, drop)? }))
}

fn los(e: &Eingabe<'_>) -> Antwort {
    Ok(json!({ "ticket": ticket(e.text("seed")?, e.text("id")?)? }))
}

fn hash(e: &Eingabe<'_>) -> Antwort {
    Ok(json!({ "sha256": population_hash(&e.texte("ids")?)? }))
}
