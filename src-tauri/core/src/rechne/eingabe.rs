//! Reading the fields of a request.
//!
//! Rates are read as decimals, not as binary floats. NaN is no number in JSON and arrives as the text "NaN";
//! it is reported under the code of the parameter it stands for.

use serde_json::{Map, Value};

use super::Absage;
use crate::stichprobe::{Dezimal, Modell, Schicht, StichprobeFehler};

/// Whole numbers above this have gaps as JSON numbers with a fraction or an exponent.
const GENAU_BIS: f64 = 9_007_199_254_740_992.0;

/// The `inputs` of a request, or one element of a list in it.
#[derive(Clone, Copy)]
pub(super) struct Eingabe<'a> {
    felder: &'a Map<String, Value>,
}

impl<'a> Eingabe<'a> {
    pub(super) fn neu(felder: &'a Map<String, Value>) -> Self {
        Self { felder }
    }

    /// The field, unless it is missing or null.
    pub(super) fn wert(&self, name: &str) -> Option<&'a Value> {
        self.felder.get(name).filter(|wert| !wert.is_null())
    }

    pub(super) fn pflicht(&self, name: &str) -> Result<&'a Value, Absage> {
        self.wert(name).ok_or_else(|| Absage::anfrage(format!("Die Angabe „{name}“ fehlt.")))
    }

    pub(super) fn text(&self, name: &str) -> Result<&'a str, Absage> {
        let wert = self.pflicht(name)?;
        wert.as_str().ok_or_else(|| Absage::anfrage(format!("Die Angabe „{name}“ muss ein Text sein.")))
    }

    pub(super) fn liste(&self, name: &str) -> Result<&'a [Value], Absage> {
        let wert = self.pflicht(name)?;
        match wert.as_array() {
            Some(liste) => Ok(liste),
            None => Err(Absage::anfrage(format!("Die Angabe „{name}“ muss eine Liste sein."))),
        }
    }

    pub(super) fn texte(&self, name: &str) -> Result<Vec<&'a str>, Absage> {
        self.liste(name)?
            .iter()
            .map(|wert| {
                wert.as_str().ok_or_else(|| Absage::anfrage(format!("„{name}“ darf nur Texte enthalten.")))
            })
            .collect()
    }

    /// The objects of a list.
    pub(super) fn teile(&self, name: &str) -> Result<Vec<Eingabe<'a>>, Absage> {
        self.liste(name)?
            .iter()
            .map(|wert| match wert {
                Value::Object(felder) => Ok(Eingabe { felder }),
                _ => Err(Absage::anfrage(format!("„{name}“ muss eine Liste von JSON-Objekten sein."))),
            })
            .collect()
    }

    /// One of the given words; the index into them.
    pub(super) fn wort(&self, name: &str, woerter: &[&str]) -> Result<usize, Absage> {
        let text = self.text(name)?;
        woerter.iter().position(|wort| *wort == text).ok_or_else(|| {
            Absage::anfrage(format!(
                "„{text}“ ist für „{name}“ nicht vorgesehen. Möglich sind: {}.",
                woerter.join(", ")
            ))
        })
    }

    /// A decimal; `fehler` is the code of this parameter for NaN.
    pub(super) fn dezimal(&self, name: &str, fehler: StichprobeFehler) -> Result<Dezimal, Absage> {
        dezimal(name, self.pflicht(name)?, fehler)
    }

    /// A list of decimals; `fehler` is the code of this parameter for NaN.
    pub(super) fn dezimale(&self, name: &str, fehler: &StichprobeFehler) -> Result<Vec<Dezimal>, Absage> {
        self.liste(name)?.iter().map(|wert| dezimal(name, wert, fehler.clone())).collect()
    }

    /// An amount that may be negative. It has no code of its own: NaN is no number.
    pub(super) fn betrag(&self, name: &str) -> Result<Dezimal, Absage> {
        betrag(name, self.pflicht(name)?)
    }

    /// A list of amounts.
    pub(super) fn betraege(&self, name: &str) -> Result<Vec<Dezimal>, Absage> {
        self.liste(name)?.iter().map(|wert| betrag(name, wert)).collect()
    }

    /// A whole number from 0.
    pub(super) fn anzahl(&self, name: &str) -> Result<u64, Absage> {
        let wert = self.pflicht(name)?;
        if let Some(ganz) = wert.as_u64() {
            return Ok(ganz);
        }
        match wert.as_f64() {
            // 6e2 and 600.0 are whole numbers as well; beyond 2^53 nobody can say which one was meant.
            Some(zahl) if zahl >= 0.0 && zahl.fract() == 0.0 && zahl <= GENAU_BIS => Ok(zahl as u64),
            None if !ist_nan(wert) => Err(keine_zahl(name)),
            _ => Err(StichprobeFehler::InvalidCount.into()),
        }
    }

    pub(super) fn ja(&self, name: &str, sonst: bool) -> Result<bool, Absage> {
        match self.wert(name) {
            None => Ok(sonst),
            Some(Value::Bool(ja)) => Ok(*ja),
            Some(_) => Err(Absage::anfrage(format!("Die Angabe „{name}“ muss true oder false sein."))),
        }
    }

    /// The confidence, strictly between 0 and 1. The functions check it too; here it is checked before the
    /// fields that come after it in the order of failures are even read.
    pub(super) fn konfidenz(&self) -> Result<Dezimal, Absage> {
        let wert = self.dezimal("confidence", StichprobeFehler::InvalidConfidence)?;
        if wert.ist_echter_anteil() { Ok(wert) } else { Err(StichprobeFehler::InvalidConfidence.into()) }
    }

    /// A population of at least one.
    pub(super) fn population(&self) -> Result<u64, Absage> {
        match self.anzahl("population")? {
            0 => Err(StichprobeFehler::EmptyPopulation.into()),
            anzahl => Ok(anzahl),
        }
    }

    /// The sample, checked against the population before the errors in it are read.
    pub(super) fn stichprobe(&self, population: Option<u64>) -> Result<(u64, u64), Absage> {
        let n = self.anzahl("n")?;
        if n == 0 {
            return Err(StichprobeFehler::EmptySample.into());
        }
        if let Some(grundgesamtheit) = population.filter(|&anzahl| n > anzahl) {
            return Err(StichprobeFehler::NExceedsPopulation { n, grundgesamtheit }.into());
        }
        Ok((n, self.anzahl("k")?))
    }

    pub(super) fn modellwort(&self) -> Result<Modellwort, Absage> {
        Ok(match self.wort("model", &["binomial", "poisson", "hypergeometric"])? {
            0 => Modellwort::Binomial,
            1 => Modellwort::Poisson,
            _ => Modellwort::Hypergeometric,
        })
    }

    /// N of a stratum: negative or NaN it is no stratum, fractional no count.
    pub(super) fn schichtgroesse(&self) -> Result<u64, Absage> {
        let wert = self.pflicht("N")?;
        if ist_nan(wert) || wert.as_f64().is_some_and(|zahl| zahl < 0.0) {
            return Err(StichprobeFehler::InvalidStratum.into());
        }
        self.anzahl("N")
    }

    /// The strata N, n, k. A stratum that cannot be one is `invalid_stratum`, a bad n or k `invalid_count`.
    pub(super) fn schichten(&self) -> Result<Vec<Schicht>, Absage> {
        self.teile("strata")?
            .iter()
            .map(|s| {
                Ok(Schicht { grundgesamtheit: s.schichtgroesse()?, n: s.anzahl("n")?, k: s.anzahl("k")? })
            })
            .collect()
    }
}

/// The model as it is named, before the population is read: a failure of the model's parameters comes first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Modellwort {
    Binomial,
    Poisson,
    Hypergeometric,
}

impl Modellwort {
    pub(super) fn modell(self, e: &Eingabe<'_>) -> Result<Modell, Absage> {
        Ok(match self {
            Self::Binomial => Modell::Binomial,
            Self::Poisson => Modell::Poisson,
            Self::Hypergeometric => Modell::Hypergeometric { population: e.population()? },
        })
    }
}

/// A decimal; `fehler` is the code for NaN.
pub(super) fn dezimal(name: &str, wert: &Value, fehler: StichprobeFehler) -> Result<Dezimal, Absage> {
    if ist_nan(wert) {
        return Err(fehler.into());
    }
    if let Some(ganz) = wert.as_u64() {
        return Ok(ganz.into());
    }
    // Whole numbers beyond 2^53 keep all digits, negative ones as well.
    if let Some(ganz) = wert.as_i64() {
        return ganz.to_string().parse().map_err(|_| fehler.into());
    }
    let zahl = wert.as_f64().ok_or_else(|| keine_zahl(name))?;
    Dezimal::aus_f64(zahl).map_err(|_| fehler.into())
}

fn betrag(name: &str, wert: &Value) -> Result<Dezimal, Absage> {
    if wert.is_number() { dezimal(name, wert, StichprobeFehler::InvalidCount) } else { Err(keine_zahl(name)) }
}

fn ist_nan(wert: &Value) -> bool {
    matches!(wert.as_str(), Some("NaN" | "Infinity" | "-Infinity"))
}

fn keine_zahl(name: &str) -> Absage {
    Absage::anfrage(format!("Die Angabe „{name}“ muss eine Zahl sein."))
}
