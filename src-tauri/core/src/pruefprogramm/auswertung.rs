//! The year of a theme: every team of every month is a stratum of its own.
//!
//! The cases of all checks are put together and evaluated by the same rules as one check
//! ([`crate::fachaufsicht::auswertung`]): stratified rate, Korn-Graubard as an approximation, the guaranteed bound for
//! the verdict (`stichprobe.md` 5.4). The population is that of all months together, so that a case listed in two
//! months counts in both.

use crate::fachaufsicht::auswertung::{
    Grundlage, Material, Merkmalszahl, Pruefungsauswertung, Schichtgroesse, schichtbefunde, werte_aus,
};
use crate::fachaufsicht::pruefung::Auswahl;
use crate::stichprobe::{
    Befund, Intervallart, StichprobeFehler, Zehntelprozent, interval, prozent_dezimal, zahl,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The check of one month.
#[derive(Clone, Debug)]
pub struct Monatsfaelle {
    /// Month, from 1.
    pub monat: u32,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Number of the version of the sheet.
    pub bogen: i64,
    /// Its units.
    pub material: Material,
}

/// What the year of a theme is made of.
#[derive(Clone, Debug)]
pub struct Jahresmaterial {
    /// Year.
    pub jahr: i32,
    /// Checks, by month; those without a draw are left out.
    pub pruefungen: Vec<Monatsfaelle>,
    /// Planned in each month, January first.
    pub geplant: Vec<u64>,
    /// Teams and months that are planned and neither drawn nor explained.
    pub offen: u64,
    /// What counts, as the Fassung that holds fixes it; strata are filled in here.
    pub grundlage: Grundlage,
}

impl Jahresmaterial {
    /// Checks with a draw, by month.
    pub(super) fn gezogene(&self) -> Vec<&Monatsfaelle> {
        self.pruefungen.iter().filter(|p| !p.material.faelle.is_empty()).collect()
    }
}

/// The year of a theme.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Jahresauswertung {
    /// Planned.
    pub geplant: u64,
    /// Drawn.
    pub gezogen: u64,
    /// Checked, or found not to be checkable.
    pub geprueft: u64,
    /// Strata of the year.
    pub schichten: Vec<Jahresschicht>,
    /// Month by month.
    pub monate: Vec<Monatswert>,
    /// Rate, tables and sentences as of one check; none before the first draw.
    pub auswertung: Option<Pruefungsauswertung>,
    /// What must be known to read the year rightly.
    pub hinweise: Vec<String>,
}

/// A stratum: what one month drew of one team, or of teams that are counted together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Jahresschicht {
    /// Month, from 1.
    pub monat: u32,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Name in the draw.
    pub schicht: String,
    /// N.
    pub grundgesamtheit: u64,
    /// n.
    pub gezogen: u64,
    /// Erroneous by the fixed definition.
    pub fehlerhaft: u64,
    /// Unresolved.
    pub ungeklaert: u64,
}

/// A month over all teams: counts, no rate, because it is too small to compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Monatswert {
    /// From 1.
    pub monat: u32,
    /// Planned.
    pub geplant: u64,
    /// Drawn.
    pub gezogen: u64,
    /// Checked, or found not to be checkable.
    pub geprueft: u64,
    /// Erroneous by the fixed definition; none for who sees no single strata, because a month may have one team only.
    pub fehlerhaft: Option<u64>,
}

/// Fewer cases than this do not carry a comparison: with one error in 15 the exact interval reaches from 0.2 to 32
/// per cent.
pub(super) const VERGLEICHBAR_AB: u64 = 60;

/// Positions of one check stay apart from those of the next.
const JE_PRUEFUNG: i64 = 1_000_000;

/// Puts the checks of a year together.
///
/// # Errors
/// [`StichprobeFehler`] for parameters no sample can have, which mean damage.
pub fn jahresauswertung(j: &Jahresmaterial) -> Result<Jahresauswertung, StichprobeFehler> {
    let gezogene = j.gezogene();
    let material = zusammen(j, &gezogene);
    let schichten = material.as_ref().map(|m| jahresschichten(&gezogene, m)).unwrap_or_default();
    let auswertung = match &material {
        Some(m) => {
            let mut a = werte_aus(m)?;
            if let Some(satz) = ohne_urteil(j, &gezogene) {
                urteil_entfaellt(&mut a, satz);
            }
            Some(a)
        }
        None => None,
    };
    let gezogen: u64 = schichten.iter().map(|s| s.gezogen).sum();
    let offen = auswertung.as_ref().map_or(0, |a| a.zahlen.offen);
    let mut ergebnis = Jahresauswertung {
        geplant: j.geplant.iter().sum(),
        gezogen,
        geprueft: gezogen.saturating_sub(offen),
        monate: monate(j, &gezogene, &schichten),
        schichten,
        auswertung,
        hinweise: Vec::new(),
    };
    ergebnis.hinweise = hinweise(j, &gezogene, &ergebnis)?;
    Ok(ergebnis)
}

/// Why the year has no verdict (yet). Looking each month until the goal is met would inflate the error
/// (`stichprobe.md` 7), and what changes in the year was not fixed before its draws.
fn ohne_urteil(j: &Jahresmaterial, gezogene: &[&Monatsfaelle]) -> Option<&'static str> {
    let jahr = &j.grundlage;
    if gezogene.iter().any(|p| anders_geplant(jahr, &p.material.grundlage)) {
        Some(
            "Im Jahr galten verschiedene Ziele, Sicherheiten oder Festlegungen, was ein Fehler ist; ein Urteil über das Jahr gibt es deshalb nicht.",
        )
    } else if j.offen > 0 && jahr.ziel.is_some() {
        Some(
            "Ein Urteil über das Jahr gibt es erst, wenn alle geplanten Monate gezogen sind oder ein Grund eingetragen ist.",
        )
    } else {
        None
    }
}

/// Whether a check was planned with another goal, confidence or definition of an error than the year holds.
pub(super) fn anders_geplant(jahr: &Grundlage, g: &Grundlage) -> bool {
    (&g.ziel, &g.konfidenz, g.fehlerdefinition, g.teilweise_zaehlt)
        != (&jahr.ziel, &jahr.konfidenz, jahr.fehlerdefinition, jahr.teilweise_zaehlt)
}

/// Takes the verdict out, and says why in its place.
fn urteil_entfaellt(a: &mut Pruefungsauswertung, satz: &str) {
    if let Some(rate) = &mut a.rate {
        rate.urteil = None;
        // The verdict is the last sentence.
        a.saetze.pop();
        a.saetze.push(satz.to_owned());
    }
}

/// The strata with what was found in each, in the order in which the material holds them.
fn jahresschichten(gezogene: &[&Monatsfaelle], m: &Material) -> Vec<Jahresschicht> {
    let koepfe =
        gezogene.iter().flat_map(|p| p.material.grundlage.schichten.iter().map(move |s| (p, &s.name)));
    koepfe
        .zip(schichtbefunde(m))
        .filter(|(_, (_, b))| b.grundgesamtheit > 0)
        .map(|((p, schicht), (_, b))| {
            let Befund { grundgesamtheit, n, fehler, ungeklaert } = b;
            Jahresschicht {
                monat: p.monat,
                nummer: p.nummer.clone(),
                schicht: schicht.clone(),
                grundgesamtheit,
                gezogen: n,
                fehlerhaft: fehler,
                ungeklaert,
            }
        })
        .collect()
}

/// One material out of all; none without a case.
fn zusammen(j: &Jahresmaterial, gezogene: &[&Monatsfaelle]) -> Option<Material> {
    let letzte = gezogene.last()?;
    let mut m = Material {
        grundlage: Grundlage {
            auswahl: Auswahl::Zufall,
            geschichtet: true,
            schichten: Vec::new(),
            entscheidend: Vec::new(),
            erweiterung_ohne_regel: gezogene.iter().any(|p| p.material.grundlage.erweiterung_ohne_regel),
            abgeschlossen: j.offen == 0 && gezogene.iter().all(|p| p.material.grundlage.abgeschlossen),
            ..j.grundlage.clone()
        },
        faelle: Vec::new(),
        abweichungen: Vec::new(),
        merkmale: Vec::new(),
        fragen: Vec::new(),
        teams: letzte.material.teams.clone(),
        katalog: letzte.material.katalog.clone(),
    };
    let mut merkmale: BTreeMap<(String, Option<String>), Merkmalszahl> = BTreeMap::new();
    let mut entscheidend: BTreeSet<String> = BTreeSet::new();
    for (p, ab) in gezogene.iter().zip((0..).step_by(JE_PRUEFUNG as usize)) {
        let quelle = &p.material;
        let name = |schicht: &str| format!("{:02}/{} {} {schicht}", p.monat, j.jahr, p.nummer);
        let eine = !quelle.grundlage.geschichtet;
        m.grundlage.schichten.extend(
            quelle
                .grundlage
                .schichten
                .iter()
                .map(|s| Schichtgroesse { name: name(if eine { "" } else { &s.name }), anzahl: s.anzahl }),
        );
        entscheidend.extend(quelle.grundlage.entscheidend.iter().cloned());
        m.faelle.extend(quelle.faelle.iter().map(|f| {
            let mut f = f.clone();
            f.position += ab;
            f.schicht = name(if eine { "" } else { &f.schicht });
            f
        }));
        m.abweichungen.extend(quelle.abweichungen.iter().map(|a| {
            let mut a = a.clone();
            a.position += ab;
            a
        }));
        for z in &quelle.merkmale {
            merkmale
                .entry((z.merkmal.clone(), z.team.clone()))
                .and_modify(|summe| addiere(summe, z))
                .or_insert_with(|| z.clone());
        }
    }
    // The newest sheet leads; items that only older ones have follow.
    let mut bekannt = BTreeSet::new();
    for frage in gezogene.iter().rev().flat_map(|p| &p.material.fragen) {
        if bekannt.insert(frage.1.clone()) {
            m.fragen.push(frage.clone());
        }
    }
    m.merkmale = merkmale.into_values().collect();
    m.grundlage.entscheidend = entscheidend.into_iter().collect();
    Some(m)
}

fn addiere(summe: &mut Merkmalszahl, z: &Merkmalszahl) {
    summe.ja += z.ja;
    summe.nein += z.nein;
    summe.teilweise += z.teilweise;
    summe.nicht_anwendbar += z.nicht_anwendbar;
    summe.nicht_pruefbar += z.nicht_pruefbar;
    summe.nein_zurueckgenommen += z.nein_zurueckgenommen;
    summe.teilweise_zurueckgenommen += z.teilweise_zurueckgenommen;
}

fn monate(j: &Jahresmaterial, gezogene: &[&Monatsfaelle], schichten: &[Jahresschicht]) -> Vec<Monatswert> {
    use crate::fachaufsicht::auswertung::Fallstand;
    (1..)
        .zip(&j.geplant)
        .map(|(monat, geplant)| {
            let eigene = schichten.iter().filter(|s| s.monat == monat);
            let gezogen: u64 = eigene.clone().map(|s| s.gezogen).sum();
            let offen = gezogene
                .iter()
                .filter(|p| p.monat == monat)
                .flat_map(|p| &p.material.faelle)
                .filter(|f| f.stand == Fallstand::Offen)
                .count() as u64;
            Monatswert {
                monat,
                geplant: *geplant,
                gezogen,
                geprueft: gezogen.saturating_sub(offen),
                fehlerhaft: Some(eigene.map(|s| s.fehlerhaft).sum()),
            }
        })
        .collect()
}

fn hinweise(
    j: &Jahresmaterial,
    gezogene: &[&Monatsfaelle],
    e: &Jahresauswertung,
) -> Result<Vec<String>, StichprobeFehler> {
    let mut h = Vec::new();
    if e.gezogen == 0 {
        return Ok(h);
    }
    h.push(format!(
        "Jedes Team eines Monats ist eine eigene Schicht. Die Grundgesamtheit ist die aller {} Monatslisten zusammen; ein Fall, der in zwei Monaten in der Liste steht, zählt zweimal.",
        zahl(gezogene.len() as u64)
    ));
    let fehlend: u64 = e.monate.iter().map(|m| m.geplant.saturating_sub(m.gezogen)).sum();
    if fehlend > 0 {
        h.push(format!(
            "Geplant waren {}, gezogen wurden {}. Über Teams und Monate, aus denen nichts gezogen wurde, sagt die Quote nichts.",
            zahl(e.geplant),
            zahl(e.gezogen)
        ));
    }
    let klein = e.schichten.iter().filter(|s| s.gezogen < VERGLEICHBAR_AB).count() as u64;
    if let Some(kleinste) = e.schichten.iter().map(|s| s.gezogen).filter(|n| *n > 0).min()
        && klein > 0
    {
        let i = interval(Intervallart::ClopperPearson, kleinste, 1, &j.grundlage.konfidenz)?;
        h.push(format!(
            "In {} von {} Schichten sind es weniger als {VERGLEICHBAR_AB} Fälle: zu wenig für einen Vergleich von Monaten oder Teams eines Monats. Bei 1 Fehler unter {} läge die Quote mit {} Sicherheit zwischen {} und {}.",
            zahl(klein),
            zahl(e.schichten.len() as u64),
            zahl(kleinste),
            prozent_dezimal(&j.grundlage.konfidenz),
            Zehntelprozent::abgerundet_f64(i.unten),
            Zehntelprozent::aufgerundet_f64(i.oben, |_| false)
        ));
    }
    // stichprobe.md 5.4: strata without an error add no variance.
    let fehlerfrei = |s: &Jahresschicht| s.fehlerhaft + s.ungeklaert == 0;
    let naeherung =
        e.auswertung.as_ref().and_then(|a| a.rate.as_ref()).is_some_and(|r| r.naeherung_hoechstens.is_some());
    if naeherung && e.schichten.iter().any(|s| fehlerfrei(s) && s.gezogen < 30) {
        h.push("In kleinen Schichten ohne Fehler fehlt der Näherung (Korn-Graubard) ihre Streuung: Die wahre Obergrenze kann höher liegen. Das Urteil stützt sich auf die garantierte Grenze.".to_owned());
    }
    let anders = |unterschied: &dyn Fn(&Grundlage) -> bool| -> Vec<&str> {
        gezogene.iter().filter(|p| unterschied(&p.material.grundlage)).map(|p| p.nummer.as_str()).collect()
    };
    let jahr = &j.grundlage;
    for (nummern, satz) in [
        (
            anders(&|g| {
                (g.fehlerdefinition, g.teilweise_zaehlt) != (jahr.fehlerdefinition, jahr.teilweise_zaehlt)
            }),
            "Mit einer anderen Festlegung geplant, was ein Fehler ist; hier nach der des Programms gezählt",
        ),
        (anders(&|g| !g.abgeschlossen), "Noch nicht abgeschlossen"),
    ] {
        if !nummern.is_empty() {
            h.push(format!("{satz}: {}.", nummern.join(", ")));
        }
    }
    let boegen: BTreeSet<i64> = gezogene.iter().map(|p| p.bogen).collect();
    if boegen.len() > 1 {
        let liste: Vec<String> = boegen.iter().map(i64::to_string).collect();
        h.push(format!("Im Jahr galten mehrere Fassungen des Prüfbogens: {}.", liste.join(", ")));
    }
    Ok(h)
}

#[cfg(test)]
#[path = "auswertung_tests.rs"]
pub(super) mod tests;
