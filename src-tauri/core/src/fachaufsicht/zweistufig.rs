//! A planned second stage in sentences (`stichprobe.md` section 7): the proposal of the planner, the rule as the plan
//! keeps it, and how an evaluation finds it there again.

use super::planungsworte::{risikosatz, von_hundert, woerter};
use crate::einlesen::Auswahleinheit;
use crate::stichprobe::{
    Dezimal, Modell, StichprobeFehler, Zehntelprozent, ZweistufigerPlan, two_stage_acceptance,
    two_stage_plan, zahl,
};
use serde::Serialize;
use ts_rs::TS;

/// A plan in two stages of equal size: enough with 0 errors in the first; with exactly 1 the second decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Zweistufenvorschlag {
    /// Units of the first stage, and of the second if it is needed.
    pub n: u64,
    /// How often the plan fails although the true rate is fine, in tenths of a percent.
    pub risiko: Zehntelprozent,
    /// "40 Akten; bei genau 1 Fehler 40 weitere, die alle fehlerfrei sein müssen."
    pub satz: String,
    /// As with the plans of one stage.
    pub risikosatz: String,
    /// How often the second stage is needed at that rate, and how many units that means on average.
    pub aufwandssatz: String,
    /// The rule as it is to stand in the plan.
    pub regel: String,
}

/// The proposal by the binomial model; none where both stages together do not fit into the population.
///
/// The model of drawing with replacement is on the safe side: without replacement few errors in a sample of a bad
/// population are rarer still, so that the plan is at most a few units larger than it need be.
///
/// # Errors
/// As [`two_stage_plan`] but `infeasible`, which means none.
pub fn vorschlag(
    grundgesamtheit: u64,
    einheit: Auswahleinheit,
    ziel: &Dezimal,
    konfidenz: &Dezimal,
    wahre_rate: &Dezimal,
) -> Result<Option<Zweistufenvorschlag>, StichprobeFehler> {
    let modell = Modell::Binomial;
    let n = match two_stage_plan(modell, konfidenz, ziel) {
        Err(StichprobeFehler::Infeasible) => return Ok(None),
        n => n?,
    };
    if n < 2 || n.saturating_mul(2) >= grundgesamtheit {
        return Ok(None);
    }
    let plan = ZweistufigerPlan { n1: n, annahme1: 0, ablehnung1: 2, n2: n, annahme_gesamt: 1 };
    let annahme = |plan| two_stage_acceptance(modell, &plan, wahre_rate);
    let scheitert = 1.0 - annahme(plan)?;
    // Exactly one error in the first stage: at most one, less none.
    let zweite = annahme(ZweistufigerPlan { annahme1: 1, ..plan })?
        - annahme(ZweistufigerPlan { ablehnung1: 1, ..plan })?;
    let mittel = (n as f64 * (1.0 + zweite)).round() as u64;
    let (_, viele, _) = woerter(einheit);
    Ok(Some(Zweistufenvorschlag {
        n,
        risiko: Zehntelprozent((scheitert.clamp(0.0, 1.0) * 1000.0).round() as u64),
        satz: format!(
            "{n} {viele}; bei genau 1 Fehler {n} weitere, die alle fehlerfrei sein müssen.",
            n = zahl(n)
        ),
        risikosatz: risikosatz(wahre_rate, scheitert),
        aufwandssatz: format!(
            "Die zweite Stufe ist dann {} nötig; im Durchschnitt sind {} {viele} zu prüfen.",
            von_hundert(zweite),
            zahl(mittel)
        ),
        regel: regeltext(n, einheit),
    }))
}

const ANFANG: &str = "Zwei Stufen: Bei keinem Fehler unter den ersten ";

fn regeltext(n: u64, einheit: Auswahleinheit) -> String {
    let (_, viele, unter) = woerter(einheit);
    format!(
        "{ANFANG}{n} {unter} ist das Ziel belegt. Bei genau 1 Fehler werden {n} weitere {viele} gezogen; das Ziel ist belegt, wenn diese alle fehlerfrei sind. Sonst ist es nicht belegt und es wird nicht weiter gezogen. Was ungeklärt bleibt, zählt dabei als Fehler.",
        n = zahl(n)
    )
}

/// Whether that many units of each stage are enough for a goal and a confidence: a rule outlives the figures it came from.
#[must_use]
pub fn traegt(je_stufe: u64, ziel: &Dezimal, konfidenz: &Dezimal) -> bool {
    two_stage_plan(Modell::Binomial, konfidenz, ziel).is_ok_and(|n| n <= je_stufe)
}

/// Units of each stage, if a rule is word for word one of the planner. A rule in other words is read by people only.
#[must_use]
pub fn je_stufe(regel: &str) -> Option<u64> {
    let ziffern: String =
        regel.strip_prefix(ANFANG)?.split(' ').next()?.chars().filter(char::is_ascii_digit).collect();
    let n = ziffern.parse().ok()?;
    let einheiten =
        [Auswahleinheit::Fall, Auswahleinheit::Bescheid, Auswahleinheit::Zahlung, Auswahleinheit::Massnahme];
    einheiten.into_iter().any(|e| regeltext(n, e) == regel).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stichprobe::{annahmewahrscheinlichkeit, upper_bound};

    fn d(text: &str) -> Dezimal {
        text.parse().unwrap()
    }

    /// `stichprobe.md` 7: 95 %, 8 % gives 38 + 38. At a true rate of 2 %: q^38 = 0.4641, 38 p q^37 = 0.3599, so that
    /// 1 - 0.4641 - 0.3599 · 0.4641 = 0.3689 fail and 38 · 1.3599 = 51.7 are checked on average.
    #[test]
    fn zahlen_wie_in_der_vorlage() {
        let v = vorschlag(4920, Auswahleinheit::Fall, &d("0.08"), &d("0.95"), &d("0.02")).unwrap().unwrap();
        assert_eq!((v.n, v.risiko.0), (38, 369));
        assert_eq!(v.satz, "38 Akten; bei genau 1 Fehler 38 weitere, die alle fehlerfrei sein müssen.");
        assert_eq!(
            v.risikosatz,
            "Liegt die Fehlerquote in Wahrheit bei 2\u{a0}%, scheitert dieser Plan trotzdem in 37 von 100 Prüfungen."
        );
        assert_eq!(
            v.aufwandssatz,
            "Die zweite Stufe ist dann in 36 von 100 Prüfungen nötig; im Durchschnitt sind 52 Akten zu prüfen."
        );
        // Touw and Hoogduin 2011, p. 129: 90 %, 5 % gives 49 + 49. Without errors there is no second stage.
        let v = vorschlag(600, Auswahleinheit::Bescheid, &d("0.05"), &d("0.9"), &d("0")).unwrap().unwrap();
        assert_eq!((v.n, v.risiko.0), (49, 0));
        assert_eq!(
            v.aufwandssatz,
            "Die zweite Stufe ist dann nie nötig; im Durchschnitt sind 49 Bescheide zu prüfen."
        );
    }

    #[test]
    fn beide_stufen_muessen_in_die_liste_passen() {
        let gibt = |n| vorschlag(n, Auswahleinheit::Fall, &d("0.08"), &d("0.95"), &d("0")).unwrap().is_some();
        assert!(!gibt(76) && gibt(77));
        let fern = vorschlag(u64::MAX, Auswahleinheit::Fall, &d("0.000000000001"), &d("0.95"), &d("0"));
        assert_eq!(fern, Ok(None));
    }

    /// Without replacement the plan keeps its promise, and an evaluation of all units in one never contradicts an
    /// acceptance by the rule: 0 of n and 1 of 2n both lie below the goal.
    #[test]
    fn binomial_gerechnet_haelt_auch_ohne_zuruecklegen() {
        for (ziel, konfidenz, alpha) in [("0.08", "0.95", 0.05), ("0.05", "0.9", 0.1), ("0.1", "0.99", 0.01)]
        {
            let n = two_stage_plan(Modell::Binomial, &d(konfidenz), &d(ziel)).unwrap();
            for gesamt in (2 * n + 1..2 * n + 400).step_by(7).chain([5_000, 100_000]) {
                let zu_viele = d(ziel).mal_aufgerundet(gesamt).unwrap();
                let p = |n, c| annahmewahrscheinlichkeit(gesamt, zu_viele, n, c).unwrap();
                // One error in 2n lies in the first half as often as in the second.
                let annahme = p(n, 0) + (p(2 * n, 1) - p(2 * n, 0)) / 2.0;
                assert!(annahme <= alpha, "{ziel} {gesamt}: {annahme}");
                for (n, k) in [(n, 0), (2 * n, 1)] {
                    let modell = Modell::Hypergeometric { population: gesamt };
                    let grenze = upper_bound(modell, n, k, &d(konfidenz)).unwrap();
                    assert!(grenze.anzahl.unwrap() < zu_viele, "{ziel} {gesamt} {k}");
                }
            }
        }
    }

    #[test]
    fn die_regel_wird_wiedererkannt_und_nur_sie() {
        for einheit in [Auswahleinheit::Fall, Auswahleinheit::Massnahme] {
            for n in [2, 40, 1_234] {
                let regel = regeltext(n, einheit);
                assert!(regel.chars().count() <= 500, "fits into the plan");
                assert_eq!(je_stufe(&regel), Some(n));
                assert_eq!(je_stufe(&regel.replace("alle fehlerfrei", "fast alle fehlerfrei")), None);
            }
        }
        let regel = regeltext(40, Auswahleinheit::Fall);
        assert_eq!(je_stufe(&regel.replacen("40", "41", 1)), None, "the stages differ");
        assert_eq!(je_stufe("Bei genau 1 Fehler werden 40 weitere gezogen."), None);
        assert_eq!(je_stufe(""), None);
    }
}
