//! The strata of a year as they leave the house: as a list, and as requests to `iksctl rechne`.

use super::auswertung::{Jahresauswertung, Jahresschicht};
use crate::stichprobe::{
    Befund, Dezimal, Schicht, StichprobeFehler, Zehntelprozent, auswerten, stratified_rate,
};
use serde_json::{Value, json};

/// A stratum with its own bound, or the year over all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schichtzeile {
    /// Month and number of the check; none in the row of the year.
    pub herkunft: Option<(u32, String)>,
    /// Name in the draw.
    pub schicht: String,
    /// The counts.
    pub befund: Befund,
    /// Rate of the row, weighted in the row of the year; none while cases of the year are open.
    pub quote: Option<Zehntelprozent>,
    /// Lower bound of this row by itself, rounded down; none without a draw.
    pub mindestens: Option<Zehntelprozent>,
    /// Upper bound, rounded up.
    pub hoechstens: Option<Zehntelprozent>,
}

impl Jahresschicht {
    fn befund(&self) -> Befund {
        Befund {
            grundgesamtheit: self.grundgesamtheit,
            n: self.gezogen,
            fehler: self.fehlerhaft,
            ungeklaert: self.ungeklaert,
        }
    }
}

/// The strata with the exact bounds of each by itself; last the year as the page shows it.
///
/// # Errors
/// [`StichprobeFehler`] for counts no sample can have, which mean damage.
pub fn schichtzeilen(
    jahr: &Jahresauswertung,
    konfidenz: &Dezimal,
) -> Result<Vec<Schichtzeile>, StichprobeFehler> {
    let Some(gesamt) = &jahr.auswertung else { return Ok(Vec::new()) };
    let fertig = gesamt.zahlen.offen == 0;
    let mut zeilen = Vec::with_capacity(jahr.schichten.len() + 1);
    for s in &jahr.schichten {
        let befund = s.befund();
        let werte = if befund.n == 0 { None } else { Some(auswerten(&befund, konfidenz, None)?) };
        zeilen.push(Schichtzeile {
            herkunft: Some((s.monat, s.nummer.clone())),
            schicht: s.schicht.clone(),
            befund,
            quote: werte.as_ref().filter(|_| fertig).map(|w| w.quote),
            mindestens: werte.as_ref().map(|w| w.quote_mindestens),
            hoechstens: werte.map(|w| w.quote_hoechstens),
        });
    }
    let (z, rate) = (gesamt.zahlen, gesamt.rate.as_ref());
    zeilen.push(Schichtzeile {
        herkunft: None,
        schicht: "Jahr, alle Schichten".to_owned(),
        befund: Befund {
            grundgesamtheit: z.grundgesamtheit,
            n: z.gezogen,
            fehler: z.fehlerhaft,
            ungeklaert: z.ungeklaert,
        },
        quote: rate.and_then(|r| r.quote),
        mindestens: rate.map(|r| r.quote_mindestens),
        hoechstens: rate.map(|r| r.quote_hoechstens),
    });
    Ok(zeilen)
}

/// Requests to `iksctl rechne`, one a line, that give the figures of the year; nothing where it has no rate. A figure
/// that the page does not show, because it does not exist for these counts, is not asked for.
#[must_use]
pub fn rechenanfragen(jahr: &Jahresauswertung, konfidenz: &Dezimal) -> Vec<Value> {
    let Some(rate) = jahr.auswertung.as_ref().and_then(|a| a.rate.as_ref()) else { return Vec::new() };
    let befunde: Vec<Befund> = jahr.schichten.iter().map(Jahresschicht::befund).collect();
    let sicher: Vec<Schicht> = befunde.iter().map(Befund::sicher).collect();
    let vorsichtig: Vec<Schicht> = befunde.iter().map(Befund::vorsichtig).collect();
    let anfrage = |id: &str, methode: &str, schichten: &[Schicht]| {
        let strata: Vec<Value> =
            schichten.iter().map(|s| json!({"N": s.grundgesamtheit, "n": s.n, "k": s.k})).collect();
        json!({"id": id, "method": methode, "inputs": {"confidence": konfidenz, "strata": strata}})
    };
    let mut anfragen = Vec::new();
    // A stratum with a single unit of several has no variance, and the method answers nothing then.
    if rate.quote.is_some() && stratified_rate(&sicher, konfidenz).is_ok() {
        anfragen.push(anfrage("Fehlerquote", "stratified_rate", &sicher));
    }
    anfragen.push(anfrage("garantierte Obergrenze", "stratified_guaranteed_upper", &vorsichtig));
    if rate.naeherung_hoechstens.is_some() {
        anfragen.push(anfrage(
            "Näherung der Obergrenze (Korn-Graubard)",
            "stratified_rate_korn_graubard",
            &vorsichtig,
        ));
    }
    anfragen
}
