//! "Wie viele Fälle muss ich prüfen?" (`stichprobe.md` section 4).

use super::{HOECHSTENS, Rechenblatt, Rechentafel, abgelehnt, angabe, anzahl, wahrscheinlich};
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::{
    Dezimal, Modell, Planungsziel, StichprobeFehler, Zehntelprozent, annahmewahrscheinlichkeit,
    plan_attribute, plan_discovery, planungstabelle, prozent_dezimal, zahl,
};
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// Sample size for a goal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RechnerUmfang {
    /// N, 1 to 1,000,000.
    pub grundgesamtheit: u64,
    /// Confidence, strictly between 0 and 1.
    pub konfidenz: Dezimal,
    /// The goal: an error rate below this one.
    pub ziel: Dezimal,
    /// The true rate that is expected, below the goal. It gives the allowed errors and the risk.
    pub erwartete_quote: Dezimal,
    /// Allowed errors, if they are not to follow from the expected rate.
    pub erlaubte_fehler: Option<u64>,
    /// For the Entdeckungsstichprobe: so many critical cases, of which one shall be found.
    pub kritische_faelle: Option<u64>,
}

pub(super) fn umfang(f: &Frage<'_>, a: RechnerUmfang) -> Ergebnis<Rechenblatt> {
    pruefe(&a)?;
    rechne(&a)
        .map_err(|fehler| {
            let feld = match fehler {
                StichprobeFehler::InvalidConfidence => "konfidenz",
                StichprobeFehler::ExpectedNotBelowTolerable => "erwartete_quote",
                StichprobeFehler::EmptyPopulation => "grundgesamtheit",
                _ => "ziel",
            };
            abgelehnt(feld, fehler)
        })?
        .mit_entdeckung(&a)?
        .fertig(f)
}

/// What the functions below would refuse under a name that fits two fields.
fn pruefe(a: &RechnerUmfang) -> Ergebnis<()> {
    if a.grundgesamtheit > HOECHSTENS {
        return Err(Fehler::feld("grundgesamtheit", "Höchstens 1.000.000 Fälle."));
    }
    if a.erwartete_quote.ist_negativ() {
        return Err(abgelehnt("erwartete_quote", StichprobeFehler::InvalidRate));
    }
    if a.ziel.ist_echter_anteil() && a.erwartete_quote >= a.ziel {
        return Err(abgelehnt("erwartete_quote", StichprobeFehler::ExpectedNotBelowTolerable));
    }
    if a.erlaubte_fehler.is_some_and(|c| c > a.grundgesamtheit) {
        return Err(abgelehnt("erlaubte_fehler", StichprobeFehler::InvalidCount));
    }
    Ok(())
}

/// A plan with the two counts of erroneous cases that it is measured by.
struct Ergebnisplan {
    n: u64,
    c: u64,
    /// K_T: from so many erroneous cases on the population counts as too bad.
    zu_viele: u64,
    /// As many as there are at the expected rate.
    erwartet: u64,
}

fn rechne(a: &RechnerUmfang) -> Result<Rechenblatt, StichprobeFehler> {
    let modell = Modell::Hypergeometric { population: a.grundgesamtheit };
    let ziel = match a.erlaubte_fehler {
        Some(c) => Planungsziel::ErlaubteFehler(c),
        None => Planungsziel::ErwarteteRate(a.erwartete_quote.clone()),
    };
    let plan = plan_attribute(modell, &a.konfidenz, &a.ziel, &ziel)?;
    let faelle =
        |rate: &Dezimal| rate.mal_aufgerundet(a.grundgesamtheit).ok_or(StichprobeFehler::InvalidRate);
    let plan = Ergebnisplan {
        n: plan.n,
        c: plan.erlaubte_fehler.als_anzahl().ok_or(StichprobeFehler::InvalidCount)?,
        zu_viele: faelle(&a.ziel)?,
        erwartet: faelle(&a.erwartete_quote)?,
    };
    let risiko = 1.0 - annahmewahrscheinlichkeit(a.grundgesamtheit, plan.erwartet, plan.n, plan.c)?;
    Ok(Rechenblatt {
        titel: "Stichprobenumfang".to_owned(),
        eingaben: eingaben(a),
        satz: satz(a, &plan),
        saetze: saetze(a, &plan, risiko),
        werte: vec![
            angabe("Stichprobe (n)", zahl(plan.n)),
            angabe("Zulässige Fehler (c)", zahl(plan.c)),
            angabe("Risiko einer unnötigen Ablehnung", prozent(risiko)),
        ],
        tafel: Some(tafel(a)?),
        schritte: schritte(a, &plan)?,
        hinweise: vec![
            "Das gilt für eine Zufallsstichprobe, die vor der Prüfung festgelegt ist. Bei Schichtung nach Teams kommen je nach Aufteilung einzelne Fälle hinzu.".to_owned(),
        ],
        nachrechnen: vec![anfrage(a)],
        ..Rechenblatt::default()
    })
}

fn eingaben(a: &RechnerUmfang) -> Vec<super::Angabe> {
    let mut eingaben = vec![
        angabe("Grundgesamtheit (N)", zahl(a.grundgesamtheit)),
        angabe("Sicherheit", prozent_dezimal(&a.konfidenz)),
        angabe("Zielquote", format!("unter {}", prozent_dezimal(&a.ziel))),
        angabe("Erwartete Fehlerquote", prozent_dezimal(&a.erwartete_quote)),
    ];
    eingaben.extend(a.erlaubte_fehler.map(|c| angabe("Zulässige Fehler, vorgegeben", zahl(c))));
    eingaben.extend(a.kritische_faelle.map(|k| angabe("Kritische Fälle (Entdeckung)", zahl(k))));
    eingaben
}

fn satz(a: &RechnerUmfang, plan: &Ergebnisplan) -> String {
    if plan.n == a.grundgesamtheit {
        format!("Prüfen Sie alle {} (Vollprüfung).", anzahl(plan.n, "Fall", "Fälle"))
    } else {
        format!("Prüfen Sie {} von {}.", zahl(plan.n), anzahl(a.grundgesamtheit, "Fall", "Fällen"))
    }
}

fn saetze(a: &RechnerUmfang, plan: &Ergebnisplan, risiko: f64) -> Vec<String> {
    if plan.n == a.grundgesamtheit {
        return vec!["Eine kleinere Stichprobe kann das Ziel mit diesen Angaben nicht belegen.".to_owned()];
    }
    let wenn = match plan.c {
        0 => "Wird dabei kein Fehler gefunden,".to_owned(),
        c => format!("Bei höchstens {}", anzahl(c, "Fehler", "Fehlern")),
    };
    let gelingt = match (risiko * 100.0).round() {
        _ if risiko <= 0.0 => "gelingt dieser Nachweis immer".to_owned(),
        r if r < 1.0 => "misslingt dieser Nachweis trotzdem in weniger als 1 von 100 Prüfungen".to_owned(),
        r if r > 99.0 => "misslingt dieser Nachweis trotzdem fast immer".to_owned(),
        r => format!("misslingt dieser Nachweis trotzdem in {r:.0} von 100 Prüfungen"),
    };
    vec![
        format!(
            "{wenn} ist mit {} Sicherheit belegt, dass weniger als {} der {} fehlerhaft sind.",
            prozent_dezimal(&a.konfidenz),
            prozent_dezimal(&a.ziel),
            anzahl(a.grundgesamtheit, "Fall", "Fälle")
        ),
        format!("Liegt die Fehlerquote in Wahrheit bei {}, {gelingt}.", prozent_dezimal(&a.erwartete_quote)),
    ]
}

fn tafel(a: &RechnerUmfang) -> Result<Rechentafel, StichprobeFehler> {
    let zeilen = planungstabelle(a.grundgesamtheit, &a.konfidenz, &a.ziel, &a.erwartete_quote)?;
    Ok(Rechentafel {
        titel: "Je nach zulässigen Fehlern".to_owned(),
        kopf: vec![
            "Zulässige Fehler (c)".to_owned(),
            "Stichprobe (n)".to_owned(),
            format!("Unnötige Ablehnung bei {}", prozent_dezimal(&a.erwartete_quote)),
        ],
        zeilen: zeilen
            .into_iter()
            .map(|z| {
                let voll = if z.n == a.grundgesamtheit { " (alle)" } else { "" };
                vec![zahl(z.erlaubte_fehler), format!("{}{voll}", zahl(z.n)), prozent(z.risiko)]
            })
            .collect(),
    })
}

fn prozent(p: f64) -> String {
    Zehntelprozent((p.clamp(0.0, 1.0) * 1000.0).round() as u64).to_string()
}

fn schritte(a: &RechnerUmfang, plan: &Ergebnisplan) -> Result<Vec<String>, StichprobeFehler> {
    let Ergebnisplan { n, c, zu_viele, .. } = *plan;
    let alle = zahl(a.grundgesamtheit);
    let alpha = prozent_dezimal(&a.konfidenz.gegenteil());
    let mut schritte = vec![
        format!(
            "Zu viele sind es ab K = {} fehlerhaften Fällen: {} von {alle}, aufgerundet auf ganze Fälle.",
            zahl(zu_viele),
            prozent_dezimal(&a.ziel)
        ),
        match a.erlaubte_fehler {
            Some(c) => format!("Zulässige Fehler in der Stichprobe: c = {}, so vorgegeben.", zahl(c)),
            None => format!(
                "Zulässige Fehler in der Stichprobe: c = {} × n, aufgerundet auf ganze Fehler. Beim Ergebnis n = {} ist c = {}.",
                prozent_dezimal(&a.erwartete_quote),
                zahl(n),
                zahl(c)
            ),
        },
        format!(
            "Gezogen wird ohne Zurücklegen (hypergeometrische Verteilung). Gesucht ist das kleinste n, bei dem höchstens c Fehler mit höchstens {alpha} Wahrscheinlichkeit vorkommen, wenn K von {alle} Fällen fehlerhaft sind. Quelle: Stewart, Technical Notes on the AICPA Audit Guide Audit Sampling (2012), hier ohne Zurücklegen gerechnet."
        ),
    ];
    schritte.push(if n < a.grundgesamtheit {
        format!(
            "Bei n = {} beträgt diese Wahrscheinlichkeit {}. In Excel: =HYPGEOM.VERT({c};{n};{zu_viele};{};WAHR)",
            zahl(n),
            wahrscheinlich(annahmewahrscheinlichkeit(a.grundgesamtheit, zu_viele, n, c)?),
            a.grundgesamtheit
        )
    } else {
        format!("Kein n unter {alle} erreicht das. Erst die Vollprüfung gibt Gewissheit.")
    });
    schritte.push(format!(
        "Risiko einer unnötigen Ablehnung: Wahrscheinlichkeit, mehr als c Fehler zu finden, obwohl nur {} von {alle} Fällen fehlerhaft sind ({}, aufgerundet auf ganze Fälle).",
        zahl(plan.erwartet),
        prozent_dezimal(&a.erwartete_quote)
    ));
    Ok(schritte)
}

fn anfrage(a: &RechnerUmfang) -> String {
    let mut inputs = json!({
        "model": "hypergeometric", "population": a.grundgesamtheit, "confidence": a.konfidenz, "tolerable_rate": a.ziel,
    });
    match a.erlaubte_fehler {
        Some(c) => inputs["allowed_errors"] = json!(c),
        None => inputs["expected_rate"] = json!(a.erwartete_quote),
    }
    json!({"method": "plan_attribute", "inputs": inputs}).to_string()
}

impl Rechenblatt {
    /// Discovery sampling beside the plan, if it was asked for.
    fn mit_entdeckung(mut self, a: &RechnerUmfang) -> Ergebnis<Self> {
        let Some(kritisch) = a.kritische_faelle else { return Ok(self) };
        let n = plan_discovery(a.grundgesamtheit, kritisch, &a.konfidenz).map_err(|fehler| match fehler {
            StichprobeFehler::Infeasible => {
                Fehler::feld("kritische_faelle", "Bitte geben Sie mindestens 1 kritischen Fall an.")
                    .wegen(fehler)
            }
            fehler => abgelehnt("kritische_faelle", fehler),
        })?;
        let (faelle, sicherheit) = (zahl(kritisch), prozent_dezimal(&a.konfidenz));
        self.werte.push(angabe("Entdeckungsstichprobe (n)", zahl(n)));
        self.saetze.push(if kritisch == 1 {
            format!("Um 1 kritischen Fall mit {sicherheit} Sicherheit zu entdecken, sind {} zu prüfen (Entdeckungsstichprobe).", anzahl(n, "Fall", "Fälle"))
        } else {
            format!("Um von {faelle} kritischen Fällen mit {sicherheit} Sicherheit mindestens einen zu entdecken, sind {} zu prüfen (Entdeckungsstichprobe).", anzahl(n, "Fall", "Fälle"))
        });
        let unentdeckt = annahmewahrscheinlichkeit(a.grundgesamtheit, kritisch, n, 0)
            .map_err(|f| abgelehnt("kritische_faelle", f))?;
        self.schritte.push(format!(
            "Entdeckungsstichprobe: das kleinste n, bei dem kein einziger der {faelle} kritischen Fälle in der Stichprobe ist, mit höchstens {} Wahrscheinlichkeit. Bei n = {} sind es {}. In Excel: =HYPGEOM.VERT(0;{n};{kritisch};{};WAHR)",
            prozent_dezimal(&a.konfidenz.gegenteil()),
            zahl(n),
            wahrscheinlich(unentdeckt),
            a.grundgesamtheit
        ));
        let inputs =
            json!({"population": a.grundgesamtheit, "critical_count": kritisch, "confidence": a.konfidenz});
        self.nachrechnen.push(json!({"method": "plan_discovery", "inputs": inputs}).to_string());
        Ok(self)
    }
}
