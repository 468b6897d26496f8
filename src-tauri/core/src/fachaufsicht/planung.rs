//! "Wie viele Akten muss ich prüfen?" in sentences (`stichprobe.md` section 4).

use super::planungsworte::{risikosatz, woerter};
use super::zweistufig::{self, Zweistufenvorschlag};
use crate::einlesen::Auswahleinheit;
use crate::stichprobe::{
    Dezimal, Planungszeile, StichprobeFehler, Zehntelprozent, planungstabelle, prozent_dezimal, zahl,
};
use serde::Serialize;
use ts_rs::TS;

/// The planner's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Planungsantwort {
    /// "Bei 4.920 Akten, Ziel unter 10 % und 95 % Sicherheit:"
    pub einleitung: String,
    /// One row each for 0, 1, 2, 3 allowed errors.
    pub vorschlaege: Vec<Planungsvorschlag>,
    /// A plan in two stages; none where both do not fit into the population, or none is found.
    pub zweistufig: Option<Zweistufenvorschlag>,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Planungsvorschlag {
    /// Errors up to which the goal counts as shown.
    pub erlaubte_fehler: u64,
    /// Units to draw.
    pub n: u64,
    /// Only a full count can show the goal with this number of errors.
    pub vollpruefung: bool,
    /// How often the plan fails although the true rate is fine, in tenths of a percent.
    pub risiko: Zehntelprozent,
    /// "29 Akten, wenn kein Fehler erlaubt ist."
    pub satz: String,
    /// "Liegt die Fehlerquote in Wahrheit bei 2 %, scheitert dieser Plan trotzdem in 45 von 100 Prüfungen."
    pub risikosatz: String,
}

/// Sentences for 0 to 3 allowed errors.
///
/// # Errors
/// As [`planungstabelle`].
pub fn vorschlaege(
    grundgesamtheit: u64,
    einheit: Auswahleinheit,
    ziel: &Dezimal,
    konfidenz: &Dezimal,
    wahre_rate: &Dezimal,
) -> Result<Planungsantwort, StichprobeFehler> {
    if wahre_rate >= ziel {
        return Err(StichprobeFehler::ExpectedNotBelowTolerable);
    }
    let tabelle = planungstabelle(grundgesamtheit, konfidenz, ziel, wahre_rate)?;
    Ok(Planungsantwort {
        einleitung: format!(
            "Bei {} {}, Ziel unter {} und {} Sicherheit:",
            zahl(grundgesamtheit),
            if grundgesamtheit == 1 { woerter(einheit).0 } else { woerter(einheit).2 },
            prozent_dezimal(ziel),
            prozent_dezimal(konfidenz)
        ),
        vorschlaege: tabelle.iter().map(|z| vorschlag(z, grundgesamtheit, einheit, wahre_rate)).collect(),
        zweistufig: zweistufig::vorschlag(grundgesamtheit, einheit, ziel, konfidenz, wahre_rate)?,
    })
}

fn vorschlag(
    z: &Planungszeile,
    grundgesamtheit: u64,
    einheit: Auswahleinheit,
    wahre_rate: &Dezimal,
) -> Planungsvorschlag {
    let vollpruefung = z.n >= grundgesamtheit;
    let (eins, viele, _) = woerter(einheit);
    let wenn = match z.erlaubte_fehler {
        0 => "wenn kein Fehler erlaubt ist".to_owned(),
        1 => "wenn 1 Fehler erlaubt ist".to_owned(),
        c => format!("wenn {c} Fehler erlaubt sind"),
    };
    let satz = if vollpruefung {
        format!("Alle {} {viele} (Vollprüfung), {wenn}.", zahl(z.n))
    } else {
        let wort = if z.n == 1 { eins } else { viele };
        format!("{} {wort}, {wenn}.", zahl(z.n))
    };
    Planungsvorschlag {
        erlaubte_fehler: z.erlaubte_fehler,
        n: z.n,
        vollpruefung,
        risiko: Zehntelprozent((z.risiko.clamp(0.0, 1.0) * 1000.0).round() as u64),
        satz,
        risikosatz: risikosatz(wahre_rate, z.risiko),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Dezimal {
        text.parse().unwrap()
    }

    #[test]
    fn saetze_fuer_die_demoliste() {
        let a = vorschlaege(4920, Auswahleinheit::Fall, &d("0.1"), &d("0.95"), &d("0.02")).unwrap();
        assert_eq!(a.einleitung, "Bei 4.920 Akten, Ziel unter 10\u{a0}% und 95\u{a0}% Sicherheit:");
        assert_eq!(a.vorschlaege[0].satz, "29 Akten, wenn kein Fehler erlaubt ist.");
        assert_eq!(
            a.vorschlaege[0].risikosatz,
            "Liegt die Fehlerquote in Wahrheit bei 2\u{a0}%, scheitert dieser Plan trotzdem in 45 von 100 Prüfungen."
        );
        assert_eq!(a.vorschlaege[1].erlaubte_fehler, 1);
        assert!(a.vorschlaege.windows(2).all(|w| w[0].n < w[1].n && w[0].risiko > w[1].risiko));
    }

    #[test]
    fn kleine_grundgesamtheit_wird_vollpruefung() {
        let a = vorschlaege(12, Auswahleinheit::Bescheid, &d("0.05"), &d("0.95"), &d("0")).unwrap();
        assert!(a.vorschlaege[0].vollpruefung);
        assert_eq!(a.vorschlaege[1].satz, "Alle 12 Bescheide (Vollprüfung), wenn 1 Fehler erlaubt ist.");
        assert!(a.vorschlaege[0].risikosatz.ends_with("trotzdem nie."));
    }

    #[test]
    fn angenommene_quote_muss_unter_dem_ziel_liegen() {
        let f = vorschlaege(100, Auswahleinheit::Fall, &d("0.1"), &d("0.95"), &d("0.1")).unwrap_err();
        assert_eq!(f, StichprobeFehler::ExpectedNotBelowTolerable);
    }
}
