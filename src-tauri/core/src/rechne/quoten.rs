//! Sample sizes, bounds and error rates.

use serde_json::{Value, json};

use super::eingabe::Eingabe;
use super::{Absage, Antwort};
use crate::stichprobe::{
    Anzahlgrenze, Aufteilung, Dezimal, Genauigkeit, Intervallart, Modell, Planungsziel, Schichtgroesse,
    StichprobeFehler, allocate, discovery_probability, german_sentence, interval, lower_bound,
    plan_attribute, plan_discovery, precision_sample_size, stratified_guaranteed_upper, stratified_rate,
    stratified_rate_korn_graubard, stratified_zero_error_upper, upper_bound,
};

/// Smallest share of a stratum, where none is named.
const MINDESTENS: u64 = 5;

pub(super) fn rechne(methode: &str, e: &Eingabe<'_>) -> Option<Antwort> {
    Some(match methode {
        "plan_attribute" => planung(e),
        "plan_discovery" => entdeckung(e),
        "discovery_probability" => entdeckungswahrscheinlichkeit(e),
        "precision_sample_size" => genauigkeit(e),
        "upper_bound" => obergrenze(e),
        "lower_bound" => untergrenze(e),
        "interval" => intervall(e),
        "allocate" => aufteilung(e),
        "stratified_rate" => schichtrate(e),
        "stratified_rate_korn_graubard" => korn_graubard(e),
        "stratified_zero_error_upper" => ohne_fehler(e),
        "stratified_guaranteed_upper" => garantiert(e),
        "german_sentence" => satz(e),
        _ => return None,
    })
}

fn planung(e: &Eingabe<'_>) -> Antwort {
    let wort = e.modellwort()?;
    let konfidenz = e.konfidenz()?;
    let tolerable = e.dezimal("tolerable_rate", StichprobeFehler::InvalidRate)?;
    if !tolerable.ist_echter_anteil() {
        return Err(StichprobeFehler::InvalidRate.into());
    }
    let ziel = match (e.wert("expected_rate"), e.wert("allowed_errors")) {
        (Some(_), None) => Planungsziel::ErwarteteRate(erwartet(e, &tolerable)?),
        (None, Some(_)) => Planungsziel::ErlaubteFehler(e.anzahl("allowed_errors")?),
        _ => {
            return Err(Absage::anfrage(
                "Bitte nennen Sie entweder „expected_rate“ oder „allowed_errors“, nicht beides.",
            ));
        }
    };
    let plan = plan_attribute(wort.modell(e)?, &konfidenz, &tolerable, &ziel)?;
    Ok(json!({ "n": plan.n, "allowed_errors": plan.erlaubte_fehler }))
}

fn erwartet(e: &Eingabe<'_>, tolerable: &Dezimal) -> Result<Dezimal, Absage> {
    let rate = e.dezimal("expected_rate", StichprobeFehler::InvalidRate)?;
    if rate.ist_negativ() {
        return Err(StichprobeFehler::InvalidRate.into());
    }
    if &rate >= tolerable {
        return Err(StichprobeFehler::ExpectedNotBelowTolerable.into());
    }
    Ok(rate)
}

fn entdeckung(e: &Eingabe<'_>) -> Antwort {
    let konfidenz = e.konfidenz()?;
    let n = plan_discovery(e.population()?, e.anzahl("critical_count")?, &konfidenz)?;
    Ok(json!({ "n": n }))
}

fn entdeckungswahrscheinlichkeit(e: &Eingabe<'_>) -> Antwort {
    let wert = discovery_probability(e.population()?, e.anzahl("critical_count")?, e.anzahl("n")?)?;
    Ok(json!({ "probability": wert }))
}

fn genauigkeit(e: &Eingabe<'_>) -> Antwort {
    let sicherheit = match e.wert("z") {
        Some(_) => Genauigkeit::Z(e.dezimal("z", StichprobeFehler::InvalidConfidence)?),
        None => Genauigkeit::Konfidenz(e.konfidenz()?),
    };
    let rate = e.dezimal("expected_rate", StichprobeFehler::InvalidRate)?;
    let breite = e.dezimal("half_width", StichprobeFehler::InvalidRate)?;
    // The rates come before the population in the order of failures.
    precision_sample_size(&rate, &breite, None, &sicherheit)?;
    let population = if e.wert("population").is_some() { Some(e.population()?) } else { None };
    Ok(json!({ "n": precision_sample_size(&rate, &breite, population, &sicherheit)? }))
}

fn obergrenze(e: &Eingabe<'_>) -> Antwort {
    let (modell, n, k, konfidenz) = grenzangaben(e)?;
    let grenze = upper_bound(modell, n, k, &konfidenz)?;
    let mut ergebnis = json!({
        "upper_rate": grenze.rate,
        "upper_percent_rounded_up_1": grenze.angezeigt.als_prozent(),
    });
    if let Some(anzahl) = grenze.anzahl {
        ergebnis["upper_count"] = json!(anzahl);
    }
    Ok(ergebnis)
}

fn untergrenze(e: &Eingabe<'_>) -> Antwort {
    let (modell, n, k, konfidenz) = grenzangaben(e)?;
    let grenze = lower_bound(modell, n, k, &konfidenz)?;
    let mut ergebnis = json!({ "lower_rate": grenze.rate });
    if let Some(anzahl) = grenze.anzahl {
        ergebnis["lower_count"] = json!(anzahl);
    }
    Ok(ergebnis)
}

fn grenzangaben(e: &Eingabe<'_>) -> Result<(Modell, u64, u64, Dezimal), Absage> {
    let wort = e.modellwort()?;
    let konfidenz = e.konfidenz()?;
    let modell = wort.modell(e)?;
    let population = if let Modell::Hypergeometric { population } = modell { Some(population) } else { None };
    let (n, k) = e.stichprobe(population)?;
    Ok((modell, n, k, konfidenz))
}

fn intervall(e: &Eingabe<'_>) -> Antwort {
    let wort = e.wort("kind", &["clopper_pearson", "hypergeometric", "wilson", "jeffreys"])?;
    let konfidenz = e.konfidenz()?;
    let (art, population) = match wort {
        0 => (Intervallart::ClopperPearson, None),
        1 => {
            let population = e.population()?;
            (Intervallart::Hypergeometric { population }, Some(population))
        }
        2 => (Intervallart::Wilson, None),
        _ => (Intervallart::Jeffreys, None),
    };
    let (n, k) = e.stichprobe(population)?;
    let i = interval(art, n, k, &konfidenz)?;
    let mut ergebnis = json!({ "lower": i.unten, "upper": i.oben });
    if let Some((unten, oben)) = i.anzahlen {
        ergebnis["lower_count"] = json!(unten);
        ergebnis["upper_count"] = json!(oben);
    }
    Ok(ergebnis)
}

fn aufteilung(e: &Eingabe<'_>) -> Antwort {
    let art = match e.wort("scheme", &["proportional", "neyman", "equal"])? {
        0 => Aufteilung::Proportional,
        1 => Aufteilung::Neyman,
        _ => Aufteilung::Equal,
    };
    let schichten: Vec<Schichtgroesse> = e
        .teile("strata")?
        .iter()
        .map(|s| Ok(Schichtgroesse { grundgesamtheit: s.schichtgroesse()?, streuung: streuung(s, art)? }))
        .collect::<Result<_, Absage>>()?;
    let minimum = match e.wert("min_per_stratum") {
        Some(_) => e.anzahl("min_per_stratum")?,
        None => MINDESTENS,
    };
    Ok(json!({ "n": allocate(art, e.anzahl("total")?, &schichten, minimum)? }))
}

/// S must be there for Neyman; where it is not used it is still refused if it cannot be one.
fn streuung(s: &Eingabe<'_>, art: Aufteilung) -> Result<Option<Dezimal>, Absage> {
    if s.wert("S").is_none() && art != Aufteilung::Neyman {
        return Ok(None);
    }
    let streuung = s.dezimal("S", StichprobeFehler::InvalidStratum)?;
    if streuung.ist_negativ() { Err(StichprobeFehler::InvalidStratum.into()) } else { Ok(Some(streuung)) }
}

fn schichtrate(e: &Eingabe<'_>) -> Antwort {
    let konfidenz = e.konfidenz()?;
    let s = stratified_rate(&e.schichten()?, &konfidenz)?;
    Ok(json!({
        "rate": s.rate, "se": s.se, "lower": s.unten, "upper": s.oben, "upper_one_sided": s.oben_einseitig,
    }))
}

fn korn_graubard(e: &Eingabe<'_>) -> Antwort {
    let konfidenz = e.konfidenz()?;
    let s = stratified_rate_korn_graubard(&e.schichten()?, &konfidenz)?;
    Ok(json!({
        "n_eff": s.n_eff, "lower": s.unten, "upper": s.oben, "upper_one_sided": s.oben_einseitig,
    }))
}

fn ohne_fehler(e: &Eingabe<'_>) -> Antwort {
    let konfidenz = e.konfidenz()?;
    Ok(anzahlgrenze(stratified_zero_error_upper(&e.schichten()?, &konfidenz)?))
}

fn garantiert(e: &Eingabe<'_>) -> Antwort {
    let konfidenz = e.konfidenz()?;
    Ok(anzahlgrenze(stratified_guaranteed_upper(&e.schichten()?, &konfidenz)?))
}

fn anzahlgrenze(grenze: Anzahlgrenze) -> Value {
    json!({ "upper_count": grenze.anzahl, "upper_rate": grenze.rate() })
}

fn satz(e: &Eingabe<'_>) -> Antwort {
    let konfidenz = e.konfidenz()?;
    let population = e.population()?;
    let (n, k) = e.stichprobe(Some(population))?;
    Ok(json!({ "text": german_sentence(population, n, k, &konfidenz)? }))
}
