//! Words that the sentences of the planner share.

use crate::einlesen::Auswahleinheit;
use crate::stichprobe::{Dezimal, prozent_dezimal};

/// How often a plan fails although the true rate is fine.
pub(super) fn risikosatz(wahre_rate: &Dezimal, scheitert: f64) -> String {
    format!(
        "Liegt die Fehlerquote in Wahrheit bei {}, scheitert dieser Plan trotzdem {}.",
        prozent_dezimal(wahre_rate),
        von_hundert(scheitert)
    )
}

/// How often, of a probability.
pub(super) fn von_hundert(p: f64) -> String {
    // Below the float's noise nothing fails; above it at least "weniger als 1" is true.
    let von_hundert = (p * 100.0).round();
    if p < 1e-9 {
        "nie".to_owned()
    } else if von_hundert < 1.0 {
        "in weniger als 1 von 100 Prüfungen".to_owned()
    } else {
        format!("in {von_hundert:.0} von 100 Prüfungen")
    }
}

/// One, many, and the dative of many.
pub(super) fn woerter(einheit: Auswahleinheit) -> (&'static str, &'static str, &'static str) {
    match einheit {
        Auswahleinheit::Fall => ("Akte", "Akten", "Akten"),
        Auswahleinheit::Bescheid => ("Bescheid", "Bescheide", "Bescheiden"),
        Auswahleinheit::Zahlung => ("Zahlung", "Zahlungen", "Zahlungen"),
        Auswahleinheit::Massnahme => ("Maßnahme", "Maßnahmen", "Maßnahmen"),
    }
}
