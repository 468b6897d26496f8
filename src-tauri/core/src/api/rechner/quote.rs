//! "Wie hoch ist die Fehlerquote, und wie hoch höchstens?" (`stichprobe.md` sections 5 and 11).

mod saetze;
mod schritte;

use super::{Angabe, HOECHSTENS, Rechenblatt, Rechentafel, abgelehnt, angabe, anzahl};
use crate::api::haus::pruefe_text;
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::{
    Auswertung, Befund, Dezimal, KornGraubard, Schicht, StichprobeFehler, Zehntelprozent, auswerten,
    auswerten_geschichtet, prozent_dezimal, stratified_rate_korn_graubard, zahl,
};
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// Strata of one calculation.
const HOECHSTENS_SCHICHTEN: usize = 60;

/// Error rate of a finished sample.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RechnerQuote {
    /// Confidence, strictly between 0 and 1.
    pub konfidenz: Dezimal,
    /// The goal, if one was fixed before the draw: an error rate below this one.
    pub ziel: Option<Dezimal>,
    /// One for a simple sample, several for a stratified one; at most 60, together at most 1,000,000 cases.
    pub schichten: Vec<RechnerSchicht>,
}

/// Counts of one stratum.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RechnerSchicht {
    /// Name; may be empty. At most 80 characters.
    pub bezeichnung: String,
    /// N.
    pub grundgesamtheit: u64,
    /// n.
    pub n: u64,
    /// Erroneous cases.
    pub k: u64,
    /// Missing or undecidable cases among n; errors in the upper bound only.
    pub ungeklaert: u64,
}

/// A checked stratum with its own result.
struct Zeile {
    name: String,
    befund: Befund,
    ergebnis: Auswertung,
}

/// What was asked, and all results.
struct Rechnung<'a> {
    konfidenz: &'a Dezimal,
    ziel: Option<&'a Dezimal>,
    zeilen: Vec<Zeile>,
    /// The sample as a whole.
    gesamt: Auswertung,
    /// One-sided and two-sided; only for several strata, where there is one.
    naeherung: Option<KornGraubard>,
}

pub(super) fn quote(f: &Frage<'_>, a: RechnerQuote) -> Ergebnis<Rechenblatt> {
    let zeilen = zeilen(&a)?;
    let befunde: Vec<Befund> = zeilen.iter().map(|z| z.befund).collect();
    // The strata are checked: what is refused now is the goal.
    let ziel = |fehler| abgelehnt("ziel", fehler);
    let gesamt = match befunde.as_slice() {
        [einer] => auswerten(einer, &a.konfidenz, a.ziel.as_ref()),
        _ => auswerten_geschichtet(&befunde, &a.konfidenz, a.ziel.as_ref()),
    }
    .map_err(ziel)?;
    let naeherung = if befunde.len() > 1 && !gesamt.vollpruefung {
        naeherung(&befunde, &a.konfidenz).map_err(ziel)?
    } else {
        None
    };
    let r = Rechnung { konfidenz: &a.konfidenz, ziel: a.ziel.as_ref(), zeilen, gesamt, naeherung };
    Rechenblatt {
        titel: if r.geschichtet() { "Fehlerquote über Schichten" } else { "Fehlerquote" }.to_owned(),
        eingaben: r.eingaben(),
        satz: r.satz(),
        saetze: r.saetze().map_err(ziel)?,
        urteil: r.gesamt.urteil,
        werte: r.werte(),
        tafel: r.geschichtet().then(|| r.tafel()),
        schritte: r.schritte().map_err(ziel)?,
        hinweise: r.hinweise(),
        nachrechnen: r.nachrechnen(),
        ..Rechenblatt::default()
    }
    .fertig(f)
}

/// Each stratum is evaluated for itself, so that a refusal names its field.
fn zeilen(a: &RechnerQuote) -> Ergebnis<Vec<Zeile>> {
    if a.schichten.is_empty() || a.schichten.len() > HOECHSTENS_SCHICHTEN {
        return Err(Fehler::feld(
            "schichten",
            format!("Bitte geben Sie 1 bis {HOECHSTENS_SCHICHTEN} Schichten an."),
        ));
    }
    let mut gesamt = 0_u64;
    let mut zeilen = Vec::with_capacity(a.schichten.len());
    for (i, s) in a.schichten.iter().enumerate() {
        let feld = |name: &str| format!("schichten.{i}.{name}");
        gesamt = gesamt.saturating_add(s.grundgesamtheit);
        if gesamt > HOECHSTENS {
            return Err(Fehler::feld(&feld("grundgesamtheit"), "Zusammen höchstens 1.000.000 Fälle."));
        }
        let name = pruefe_text(&feld("bezeichnung"), &s.bezeichnung, 0, 80)?;
        let name = if name.is_empty() { format!("Schicht {}", i + 1) } else { name };
        let befund =
            Befund { grundgesamtheit: s.grundgesamtheit, n: s.n, fehler: s.k, ungeklaert: s.ungeklaert };
        let ergebnis = auswerten(&befund, &a.konfidenz, None).map_err(|fehler| match fehler {
            StichprobeFehler::InvalidConfidence => abgelehnt("konfidenz", fehler),
            StichprobeFehler::EmptyPopulation => abgelehnt(&feld("grundgesamtheit"), fehler),
            StichprobeFehler::EmptySample if a.schichten.len() > 1 => {
                abgelehnt(&feld("n"), StichprobeFehler::StratumWithoutSample)
            }
            StichprobeFehler::KExceedsN { .. } if s.k <= s.n => Fehler::feld(
                &feld("ungeklaert"),
                format!(
                    "Fehlerhafte und ungeklärte Fälle sind zusammen mehr als die Stichprobe ({}).",
                    zahl(s.n)
                ),
            )
            .wegen(fehler),
            StichprobeFehler::KExceedsN { .. } => abgelehnt(&feld("k"), fehler),
            _ => abgelehnt(&feld("n"), fehler),
        })?;
        zeilen.push(Zeile { name, befund, ergebnis });
    }
    Ok(zeilen)
}

/// As in every upper bound, what is unresolved counts as an error.
fn vorsichtig(befunde: &[Befund]) -> Vec<Schicht> {
    befunde.iter().map(Befund::vorsichtig).collect()
}

fn naeherung(befunde: &[Befund], konfidenz: &Dezimal) -> Result<Option<KornGraubard>, StichprobeFehler> {
    match stratified_rate_korn_graubard(&vorsichtig(befunde), konfidenz) {
        Ok(kg) => Ok(Some(kg)),
        Err(StichprobeFehler::Infeasible | StichprobeFehler::StratumVarianceUndefined) => Ok(None),
        Err(fehler) => Err(fehler),
    }
}

impl Rechnung<'_> {
    fn geschichtet(&self) -> bool {
        self.zeilen.len() > 1
    }

    fn summe(&self, wert: impl Fn(&Befund) -> u64) -> u64 {
        self.zeilen.iter().map(|z| wert(&z.befund)).sum()
    }

    fn befunde(&self) -> Vec<Befund> {
        self.zeilen.iter().map(|z| z.befund).collect()
    }

    /// "mit 95 % Sicherheit", or nothing where every case was checked.
    fn sicherheit(&self) -> String {
        prozent_dezimal(self.konfidenz)
    }

    fn naeherung_hoechstens(&self) -> Option<Zehntelprozent> {
        self.naeherung.as_ref().map(|kg| Zehntelprozent::aufgerundet_f64(kg.oben_einseitig, |_| false))
    }

    fn eingaben(&self) -> Vec<Angabe> {
        let mut eingaben = Vec::new();
        if let [z] = self.zeilen.as_slice() {
            eingaben.push(angabe("Grundgesamtheit (N)", zahl(z.befund.grundgesamtheit)));
            eingaben.push(angabe("Stichprobe (n)", zahl(z.befund.n)));
            eingaben.push(angabe("Fehlerhaft (k)", zahl(z.befund.fehler)));
            if z.befund.ungeklaert > 0 {
                eingaben.push(angabe("Ungeklärt", zahl(z.befund.ungeklaert)));
            }
        } else {
            eingaben.push(angabe("Schichten", format!("{}, siehe Tabelle", self.zeilen.len())));
        }
        eingaben.push(angabe("Sicherheit", self.sicherheit()));
        eingaben.push(angabe(
            "Ziel",
            self.ziel
                .map_or_else(|| "keines angegeben".to_owned(), |z| format!("unter {}", prozent_dezimal(z))),
        ));
        eingaben
    }

    fn werte(&self) -> Vec<Angabe> {
        let g = &self.gesamt;
        let mut werte = vec![angabe("Fehlerquote", g.quote.to_string())];
        if g.vollpruefung && g.hoechstens == g.mindestens {
            return werte;
        }
        let name = |wort: &str| {
            if g.vollpruefung {
                wort.to_owned()
            } else {
                format!("{wort} ({} Sicherheit)", self.sicherheit())
            }
        };
        let wert = |k: u64, quote: Zehntelprozent| format!("{quote}, {}", anzahl(k, "Fall", "Fälle"));
        werte.push(angabe(name("Höchstens"), wert(g.hoechstens, g.quote_hoechstens)));
        werte.push(angabe(name("Mindestens"), wert(g.mindestens, g.quote_mindestens)));
        werte.extend(
            self.naeherung_hoechstens()
                .map(|n| angabe("Höchstens, näherungsweise (Korn-Graubard)", n.to_string())),
        );
        werte
    }

    fn tafel(&self) -> Rechentafel {
        let ungeklaert = self.summe(|b| b.ungeklaert) > 0;
        let mut kopf: Vec<String> = ["Schicht", "N", "n", "Fehlerhaft"].map(str::to_owned).to_vec();
        if ungeklaert {
            kopf.push("Ungeklärt".to_owned());
        }
        kopf.push("Quote".to_owned());
        kopf.push(format!("Höchstens (je {})", self.sicherheit()));
        let zeilen = self.zeilen.iter().map(|z| {
            let b = &z.befund;
            let mut zeile = vec![z.name.clone(), zahl(b.grundgesamtheit), zahl(b.n), zahl(b.fehler)];
            if ungeklaert {
                zeile.push(zahl(b.ungeklaert));
            }
            zeile.push(z.ergebnis.quote.to_string());
            zeile.push(match &z.ergebnis {
                e if e.vollpruefung && e.hoechstens == e.mindestens => "Vollprüfung".to_owned(),
                e => e.quote_hoechstens.to_string(),
            });
            zeile
        });
        Rechentafel { titel: "Je Schicht".to_owned(), kopf, zeilen: zeilen.collect() }
    }

    fn hinweise(&self) -> Vec<String> {
        if self.gesamt.vollpruefung {
            return Vec::new();
        }
        let mut hinweise = vec![format!(
            "{s} Sicherheit heißt: Bei vielen solchen Stichproben liegt der wahre Anteil in mindestens {s} der Fälle nicht über der jeweiligen Obergrenze. Vorausgesetzt ist eine Zufallsstichprobe; eine bewusste Auswahl ist nicht hochrechenbar.",
            s = self.sicherheit()
        )];
        if self.geschichtet() {
            hinweise.push(format!(
                "Die Obergrenzen der einzelnen Schichten gelten je Schicht mit {} Sicherheit, nicht für alle zugleich. Ein Unterschied zwischen zwei Schichten ist damit nicht belegt.",
                self.sicherheit()
            ));
        }
        hinweise
    }

    fn nachrechnen(&self) -> Vec<String> {
        let zeile = |methode: &str, inputs: serde_json::Value| {
            json!({"method": methode, "inputs": inputs}).to_string()
        };
        if let [z] = self.zeilen.as_slice() {
            let Befund { grundgesamtheit, n, fehler, .. } = z.befund;
            let grenze = |k: u64| json!({"model": "hypergeometric", "population": grundgesamtheit, "n": n, "k": k, "confidence": self.konfidenz});
            return vec![
                zeile("upper_bound", grenze(z.befund.vorsichtig().k)),
                zeile("lower_bound", grenze(fehler)),
            ];
        }
        let strata: Vec<serde_json::Value> = vorsichtig(&self.befunde())
            .iter()
            .map(|s| json!({"N": s.grundgesamtheit, "n": s.n, "k": s.k}))
            .collect();
        let inputs = json!({"strata": strata, "confidence": self.konfidenz});
        let mut zeilen = vec![zeile("stratified_guaranteed_upper", inputs.clone())];
        if self.naeherung.is_some() {
            zeilen.push(zeile("stratified_rate_korn_graubard", inputs));
        }
        zeilen
    }
}
