//! The error rate over the finished checks of a theme in a Bereich, each as computed for itself.
//!
//! A description side by side: no trend, no test between the checks (`stichprobe.md` 11).

use super::befunde;
use super::einstufung::Faelle;
use super::grundlage::{Abweichung, Fall, Fallstand, Grundlage};
use super::gruppen::MINDESTENS;
use super::saetze::{
    ANDERE_FASSUNG, ANDERE_FESTLEGUNG, ANDERE_SICHERHEIT, OHNE_REGEL, UNGEKLAERT_IM_INTERVALL,
    verschieden_gross,
};
use crate::fachaufsicht::pruefung::{Auswahl, Pruefungsart};
use crate::stichprobe::{
    Befund, Dezimal, StichprobeFehler, Zehntelprozent, auswerten, auswerten_geschichtet, prozent_dezimal,
    zahl,
};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// A check as far as the comparison needs it.
#[derive(Clone, Debug)]
pub struct Vergleich<'a> {
    /// `FA-2026-001`.
    pub nummer: &'a str,
    /// First day of the period.
    pub von: NaiveDate,
    /// Last day of the period.
    pub bis: NaiveDate,
    /// Why it was done.
    pub art: Pruefungsart,
    /// Ids of its teams.
    pub teams: &'a [String],
    /// Version of the sheet.
    pub bogen: i64,
    /// What was fixed before the draw.
    pub grundlage: Grundlage,
    /// Drawn units.
    pub faelle: &'a [Fall],
    /// Their deviations.
    pub abweichungen: &'a [Abweichung],
}

/// Rates over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Quotenverlauf")]
pub struct Verlauf {
    /// By period, the check itself last; at least two.
    pub punkte: Vec<Verlaufspunkt>,
    /// What must be known to read them side by side.
    pub hinweise: Vec<String>,
}

/// The rate of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Quotenpunkt")]
pub struct Verlaufspunkt {
    /// `FA-2026-001`.
    pub nummer: String,
    /// "3. Quartal 2026", else both days.
    pub zeitraum: String,
    /// N.
    pub grundgesamtheit: u64,
    /// Drawn.
    pub gezogen: u64,
    /// Erroneous by the definition of that check.
    pub fehlerhaft: u64,
    /// Unresolved: an error in the upper end only.
    pub ungeklaert: u64,
    /// Point estimate in tenths of a percent, half up.
    pub quote: Zehntelprozent,
    /// Lower end, two-sided, rounded down; none for a full count.
    pub unten: Option<Zehntelprozent>,
    /// Upper end, two-sided, rounded up; none for a full count.
    pub oben: Option<Zehntelprozent>,
    /// Confidence of the interval as text.
    pub sicherheit: String,
    /// The check whose page or report this is.
    pub diese: bool,
}

impl Verlauf {
    /// Puts earlier checks (oldest first, no purposive ones) and this one side by side. `ausgelassen` are
    /// numbers of earlier purposive selections, `aeltere` how many older checks were not read.
    ///
    /// Nothing with fewer than two points.
    ///
    /// # Errors
    /// [`StichprobeFehler`] for parameters no sample can have, which mean damage.
    pub fn aus(
        fruehere: &[Vergleich<'_>],
        diese: &Vergleich<'_>,
        ausgelassen: &[String],
        aeltere: usize,
    ) -> Result<Option<Self>, StichprobeFehler> {
        let mut punkte = Vec::new();
        let mut gezeigt = Vec::new();
        let mut ohne = Vec::new();
        let mut bewusst: Vec<&str> = ausgelassen.iter().map(String::as_str).collect();
        let letzte = fruehere.len();
        for (i, v) in fruehere.iter().chain([diese]).enumerate() {
            if v.grundlage.auswahl == Auswahl::Bewusst {
                bewusst.push(v.nummer);
                continue;
            }
            match punkt(v, i == letzte)? {
                Some(p) => {
                    punkte.push(p);
                    gezeigt.push(v);
                }
                None => ohne.push(v.nummer),
            }
        }
        if punkte.len() < 2 {
            return Ok(None);
        }
        let hinweise = hinweise(&punkte, &gezeigt, diese, &Ausgelassen { bewusst, ohne, aeltere });
        Ok(Some(Self { punkte, hinweise }))
    }
}

/// The confidence of each bound of a two-sided interval: 1 - (1 - γ)/2.
fn je_seite(konfidenz: &Dezimal) -> Dezimal {
    konfidenz.gegenteil().mal(5).durch_zehn_hoch(1).gegenteil()
}

fn punkt(v: &Vergleich<'_>, diese: bool) -> Result<Option<Verlaufspunkt>, StichprobeFehler> {
    let g = &v.grundlage;
    if v.faelle.iter().any(|f| f.stand == Fallstand::Offen) {
        return Ok(None);
    }
    let faelle = Faelle::neu(g, v.faelle, v.abweichungen);
    let befunde: Vec<Befund> = befunde(g, &faelle).into_iter().map(|(_, b)| b).collect();
    let gezogen: u64 = befunde.iter().map(|b| b.n).sum();
    if gezogen < MINDESTENS || befunde.iter().any(|b| b.grundgesamtheit > 0 && b.n == 0) {
        return Ok(None);
    }
    let konfidenz = je_seite(&g.konfidenz);
    let a = match befunde.as_slice() {
        [eine] => auswerten(eine, &konfidenz, None)?,
        alle => auswerten_geschichtet(alle, &konfidenz, None)?,
    };
    let intervall = !a.vollpruefung;
    Ok(Some(Verlaufspunkt {
        nummer: v.nummer.to_owned(),
        zeitraum: zeitraum(v.von, v.bis),
        grundgesamtheit: a.grundgesamtheit,
        gezogen,
        fehlerhaft: befunde.iter().map(|b| b.fehler).sum(),
        ungeklaert: befunde.iter().map(|b| b.ungeklaert).sum(),
        quote: a.quote,
        // Rounding and a weighted rate may carry the estimate a tenth past a very narrow interval.
        unten: intervall.then(|| a.quote_mindestens.min(a.quote)),
        oben: intervall.then(|| a.quote_hoechstens.max(a.quote)),
        sicherheit: prozent_dezimal(&g.konfidenz),
        diese,
    }))
}

/// "3. Quartal 2026" for a calendar quarter, "2026" for a year, else both days.
fn zeitraum(von: NaiveDate, bis: NaiveDate) -> String {
    let nach = bis.succ_opt().unwrap_or(bis);
    if von.day() == 1 && nach.day() == 1 {
        let monate = (nach.year() - von.year()) * 12 + nach.month().cast_signed() - von.month().cast_signed();
        match (monate, von.month0() % 3) {
            (3, 0) => return format!("{}. Quartal {}", von.month0() / 3 + 1, von.year()),
            (12, _) if von.month() == 1 => return von.year().to_string(),
            (1, _) => return format!("{:02}/{}", von.month(), von.year()),
            (2.., _) => {
                return format!("{:02}/{} bis {:02}/{}", von.month(), von.year(), bis.month(), bis.year());
            }
            _ => {}
        }
    }
    format!("{} bis {}", von.format("%d.%m.%Y"), bis.format("%d.%m.%Y"))
}

struct Ausgelassen<'a> {
    bewusst: Vec<&'a str>,
    ohne: Vec<&'a str>,
    aeltere: usize,
}

fn hinweise(
    punkte: &[Verlaufspunkt],
    gezeigt: &[&Vergleich<'_>],
    diese: &Vergleich<'_>,
    fehlt: &Ausgelassen<'_>,
) -> Vec<String> {
    let mut h = vec![
        "Jede Quote gilt für die Grundgesamtheit ihrer eigenen Prüfung. Überschneiden sich die Intervalle zweier Prüfungen, lässt sich daraus keine Veränderung ableiten; ein Test zwischen den Prüfungen wird hier nicht gerechnet."
            .to_owned(),
    ];
    h.extend(verschieden_gross(punkte.iter().map(|p| p.grundgesamtheit)));
    let teams = |v: &Vergleich<'_>| v.teams.iter().cloned().collect::<BTreeSet<String>>();
    let anders = |unterschied: &dyn Fn(&Vergleich<'_>) -> bool| -> Vec<&str> {
        gezeigt.iter().filter(|v| v.nummer != diese.nummer && unterschied(v)).map(|v| v.nummer).collect()
    };
    let definition = |g: &Grundlage| (g.fehlerdefinition, g.teilweise_zaehlt);
    for (nummern, satz) in [
        (anders(&|v| teams(v) != teams(diese)), "Andere Teams als diese Prüfung"),
        (anders(&|v| definition(&v.grundlage) != definition(&diese.grundlage)), ANDERE_FESTLEGUNG),
        (anders(&|v| v.bogen != diese.bogen), ANDERE_FASSUNG),
        (anders(&|v| v.grundlage.konfidenz != diese.grundlage.konfidenz), ANDERE_SICHERHEIT),
    ] {
        if !nummern.is_empty() {
            h.push(format!("{satz}: {}.", nummern.join(", ")));
        }
    }
    let welche = |trifft: &dyn Fn(&Vergleich<'_>) -> bool| -> Vec<&str> {
        gezeigt.iter().filter(|v| trifft(v)).map(|v| v.nummer).collect()
    };
    for (nummern, satz) in [
        (
            welche(&|v| v.art != Pruefungsart::Basis),
            "Keine Basisprüfung, die Grundgesamtheit kann eine andere sein",
        ),
        (welche(&|v| v.grundlage.erweiterung_ohne_regel), OHNE_REGEL),
        (
            welche(&|v| v.grundlage.geschichtet),
            "Geschichtet gezogen, die Quote ist nach der Größe der Schichten gewichtet und das Intervall garantiert, dadurch breiter",
        ),
        (fehlt.bewusst.clone(), "Bewusste Auswahl, nicht hochrechenbar und deshalb kein Punkt"),
        (
            fehlt.ohne.clone(),
            "Ohne Punkt, weil noch Einheiten offen sind, aus einer Schicht nichts oder zu wenig gezogen wurde",
        ),
    ] {
        if !nummern.is_empty() {
            h.push(format!("{satz}: {}.", nummern.join(", ")));
        }
    }
    if punkte.iter().any(|p| p.ungeklaert > 0) {
        h.push(UNGEKLAERT_IM_INTERVALL.to_owned());
    }
    if punkte.iter().any(|p| p.diese) && !diese.grundlage.abgeschlossen {
        h.push("Diese Prüfung ist noch nicht abgeschlossen; ihr Punkt ist vorläufig.".to_owned());
    }
    match fehlt.aeltere {
        0 => {}
        1 => h.push("Eine ältere Prüfung ist nicht gezeigt.".to_owned()),
        n => h.push(format!("{} ältere Prüfungen sind nicht gezeigt.", zahl(n as u64))),
    }
    h
}
