//! Monetary-unit sampling, estimates in Euro, and the numbers and two-stage plans that go with them.

use serde_json::{Value, json};

use super::eingabe::Eingabe;
use super::{Absage, Antwort};
use crate::stichprobe::{
    Dezimal, Geldgrenze, Geldmodell, Geldrahmen, Geldschaetzung, Geldsummen, Istwerte, Modell, Seiten,
    StichprobeFehler, ZweistufigerPlan, cell_bound, estimate_difference, estimate_mpu, estimate_ratio,
    mus_fixed_interval, mus_plan, mus_start_from_seed, sha256_counter, sha256_counter_digest, stringer_bound,
    two_stage_acceptance, two_stage_plan,
};

pub(super) fn rechne(methode: &str, e: &Eingabe<'_>) -> Option<Antwort> {
    Some(match methode {
        "two_stage_plan" => zweistufig(e),
        "two_stage_acceptance" => annahme(e),
        "mus_plan" => geldplan(e),
        "mus_fixed_interval" => intervallziehung(e),
        "stringer_bound" => geldgrenze(e, stringer_bound),
        "cell_bound" => geldgrenze(e, cell_bound),
        "estimate_difference" => schaetzung(e, estimate_difference),
        "estimate_ratio" => schaetzung(e, estimate_ratio),
        "estimate_mpu" => mittelwertschaetzung(e),
        "sha256_counter" => zahlen(e),
        "sha256_counter_digest" => zahlenhash(e),
        "mus_start_from_seed" => startpunkt(e),
        _ => return None,
    })
}

fn stufenmodell(e: &Eingabe<'_>) -> Result<Modell, Absage> {
    Ok(match e.wort("model", &["binomial", "poisson"])? {
        0 => Modell::Binomial,
        _ => Modell::Poisson,
    })
}

fn zweistufig(e: &Eingabe<'_>) -> Antwort {
    let (modell, konfidenz) = (stufenmodell(e)?, e.konfidenz()?);
    let tolerable = e.dezimal("tolerable_rate", StichprobeFehler::InvalidRate)?;
    Ok(json!({ "n_per_stage": two_stage_plan(modell, &konfidenz, &tolerable)? }))
}

fn annahme(e: &Eingabe<'_>) -> Antwort {
    let modell = stufenmodell(e)?;
    let rate = e.dezimal("true_rate", StichprobeFehler::InvalidRate)?;
    let plan = ZweistufigerPlan {
        n1: e.anzahl("n1")?,
        annahme1: e.anzahl("accept1")?,
        ablehnung1: e.anzahl("reject1")?,
        n2: e.anzahl("n2")?,
        annahme_gesamt: e.anzahl("accept_total")?,
    };
    Ok(json!({ "probability": two_stage_acceptance(modell, &plan, &rate)? }))
}

fn geldmodell(e: &Eingabe<'_>) -> Result<Geldmodell, Absage> {
    Ok(match e.wort("model", &["binomial", "poisson", "hypergeometric"])? {
        0 => Geldmodell::Binomial,
        1 => Geldmodell::Poisson,
        _ => Geldmodell::Hypergeometric,
    })
}

fn geldplan(e: &Eingabe<'_>) -> Antwort {
    let (modell, konfidenz) = (geldmodell(e)?, e.konfidenz()?);
    let tolerable = e.dezimal("tolerable_misstatement", StichprobeFehler::InvalidRate)?;
    let erwartet = e.dezimal("expected_misstatement", StichprobeFehler::InvalidRate)?;
    let buchwert = e.dezimal("book_value", StichprobeFehler::EmptyPopulation)?;
    Ok(json!({ "n": mus_plan(modell, &konfidenz, &buchwert, &tolerable, &erwartet)? }))
}

fn intervallziehung(e: &Eingabe<'_>) -> Antwort {
    let werte = e.dezimale("values", &StichprobeFehler::NegativeValue)?;
    let intervall = e.dezimal("interval", StichprobeFehler::StartOutsideInterval)?;
    let start = e.dezimal("start", StichprobeFehler::StartOutsideInterval)?;
    Ok(json!({ "hits": mus_fixed_interval(&werte, &intervall, &start)? }))
}

type Grenzrechnung =
    fn(Geldmodell, &Dezimal, u64, &[Dezimal], Option<&Dezimal>) -> Result<Geldgrenze, StichprobeFehler>;

fn geldgrenze(e: &Eingabe<'_>, rechnung: Grenzrechnung) -> Antwort {
    let (modell, konfidenz) = (geldmodell(e)?, e.konfidenz()?);
    let buchwert = match e.wert("population_value") {
        None if modell == Geldmodell::Hypergeometric => {
            return Err(Absage::anfrage("Das hypergeometrische Modell braucht „population_value“."));
        }
        None => None,
        Some(_) => Some(e.dezimal("population_value", StichprobeFehler::EmptyPopulation)?),
    };
    let rechnung =
        |n, abweichungen: &[Dezimal]| rechnung(modell, &konfidenz, n, abweichungen, buchwert.as_ref());
    let n = e.anzahl("n")?;
    // Population and sample come before the taints in the order of failures.
    rechnung(n, &[])?;
    let grenze = rechnung(n, &e.dezimale("taints", &StichprobeFehler::InvalidRate)?)?;
    Ok(match &buchwert {
        Some(wert) => {
            let grenze = grenze.mal(wert);
            if !grenze.oben.is_finite() {
                return Err(StichprobeFehler::Infeasible.into());
            }
            json!({
                "basic_precision": grenze.grundgenauigkeit,
                "projected": grenze.hochgerechnet,
                "upper": grenze.oben,
            })
        }
        None => json!({ "projected_rate": grenze.hochgerechnet, "upper_rate": grenze.oben }),
    })
}

fn rahmen(e: &Eingabe<'_>) -> Result<Geldrahmen, Absage> {
    let seiten = match e.wert("sides") {
        None => Seiten::Zwei,
        Some(_) => match e.wort("sides", &["one", "two"])? {
            0 => Seiten::Eine,
            _ => Seiten::Zwei,
        },
    };
    let endlichkeitskorrektur = e.ja("finite_population_correction", true)?;
    let konfidenz = e.konfidenz()?;
    match e.anzahl("population_count")? {
        0 => Err(StichprobeFehler::EmptyPopulation.into()),
        faelle => Ok(Geldrahmen { faelle, konfidenz, seiten, endlichkeitskorrektur }),
    }
}

fn summen(e: &Eingabe<'_>) -> Result<Geldsummen, Absage> {
    if e.wert("book").is_some() || e.wert("audit").is_some() {
        return Ok(Geldsummen::aus_listen(&e.betraege("book")?, &e.betraege("audit")?)?);
    }
    Ok(Geldsummen {
        n: e.anzahl("n")?,
        buch: e.betrag("sum_book")?,
        ist: e.betrag("sum_audit")?,
        buch_quadrat: e.betrag("sum_book_sq")?,
        ist_quadrat: e.betrag("sum_audit_sq")?,
        buch_ist: e.betrag("sum_book_audit")?,
    })
}

type Schaetzer = fn(&Geldrahmen, &Dezimal, &Geldsummen) -> Result<Geldschaetzung, StichprobeFehler>;

fn schaetzung(e: &Eingabe<'_>, schaetzer: Schaetzer) -> Antwort {
    let rahmen = rahmen(e)?;
    let buchwert = e.betrag("book_total")?;
    Ok(geschaetzt(&schaetzer(&rahmen, &buchwert, &summen(e)?)?))
}

fn mittelwertschaetzung(e: &Eingabe<'_>) -> Antwort {
    let rahmen = rahmen(e)?;
    let buchwert = e.wert("book_total").map(|_| e.betrag("book_total")).transpose()?;
    let istwerte = if e.wert("audit").is_some() {
        let ist = e.betraege("audit")?;
        if e.wert("book").is_some() && e.liste("book")?.len() != ist.len() {
            return Err(StichprobeFehler::LengthMismatch.into());
        }
        Istwerte::aus_liste(&ist)
    } else if e.wert("mean_audit").is_some() || e.wert("sd_audit").is_some() {
        Istwerte::Kennzahlen {
            n: e.anzahl("n")?,
            mittel: e.betrag("mean_audit")?,
            streuung: e.dezimal("sd_audit", StichprobeFehler::NegativeValue)?,
        }
    } else {
        Istwerte::Summen {
            n: e.anzahl("n")?,
            ist: e.betrag("sum_audit")?,
            ist_quadrat: e.betrag("sum_audit_sq")?,
        }
    };
    Ok(geschaetzt(&estimate_mpu(&rahmen, buchwert.as_ref(), &istwerte)?))
}

fn geschaetzt(s: &Geldschaetzung) -> Value {
    json!({ "audit_total": s.ist_summe, "error_total": s.fehler_summe, "precision": s.genauigkeit })
}

fn zahlen(e: &Eingabe<'_>) -> Antwort {
    let startwert = startwert(e)?;
    let (gesamt, anzahl) = (e.anzahl("total")?, e.anzahl("count")?);
    let ab = if e.wert("start").is_some() { e.anzahl("start")? } else { 1 };
    Ok(json!({ "numbers": sha256_counter(startwert, gesamt, anzahl, ab)? }))
}

fn zahlenhash(e: &Eingabe<'_>) -> Antwort {
    Ok(json!({ "hex": sha256_counter_digest(startwert(e)?, e.anzahl("counter")?)? }))
}

fn startpunkt(e: &Eingabe<'_>) -> Antwort {
    Ok(json!({ "start_cents": mus_start_from_seed(startwert(e)?, e.anzahl("interval_cents")?)? }))
}

/// A seed that is not empty, before the counts after it are read.
fn startwert<'a>(e: &Eingabe<'a>) -> Result<&'a str, Absage> {
    match e.text("seed")? {
        "" => Err(StichprobeFehler::EmptySeed.into()),
        text => Ok(text),
    }
}
