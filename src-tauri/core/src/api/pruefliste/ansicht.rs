//! A run with everything around it: questions, answers, evidence, gaps, result and comparison.

use super::durchgang::{fassung_von, zu_zweit};
use super::freigabe::{anteil, belegte};
use super::*;
use crate::api::widerspruch::Personenzeichen;
use crate::aufzaehlung::Aufzaehlung;
use crate::pruefliste::{
    Durchgangsluecke, Durchgangsschritt, Ebene, Fragenvergleich, FruehererDurchgang, Kapitel,
    Katalogunterschied, Listenantworten, Listenergebnis, Pruefantwort, durchgangsluecken, ergebnissaetze,
    fragen, fragenvergleich, gestellte, listenergebnis, unterschiede,
};
use crate::storage::{Katalogfassung, Nachweis, Pruefkatalog};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A run with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct DurchgangDetail {
    /// The run.
    pub durchgang: Durchgang,
    /// Its catalogue.
    pub katalog: Pruefkatalog,
    /// Number of its version.
    pub katalogfassung: i64,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What to read first.
    pub einleitung: String,
    /// Name of the unit.
    pub einheit: String,
    /// Chapters with the questions that are due in this run.
    pub kapitel: Vec<Kapitel>,
    /// Kennungen of the questions that are asked after the answers so far.
    pub gestellt: Vec<String>,
    /// Answers by question.
    pub antworten: Vec<Pruefantwort>,
    /// Evidence, also what was withdrawn.
    pub nachweise: Vec<Nachweis>,
    /// Ids of attached files that are missing in the folder of the house.
    pub fehlende_anhaenge: Vec<String>,
    /// When its attached files were removed by the rule of retention.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Questions that read otherwise since they were answered, while nobody has confirmed the answer.
    pub geaendert: Vec<Katalogunterschied>,
    /// What is missing before it can be presented.
    pub luecken: Vec<Durchgangsluecke>,
    /// The result so far.
    pub ergebnis: Listenergebnis,
    /// Against earlier runs of the same catalogue in the same unit, question by question.
    pub vergleich: Vec<Fragenvergleich>,
    /// What the result says.
    pub saetze: Vec<String>,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Durchgangsschritt>,
    /// The person may change answers and evidence now.
    pub bearbeitbar: bool,
    /// That it is not done would have to be decided by two persons.
    pub entfallen_zu_zweit: bool,
    /// Number of a newer released version of the catalogue that the run could use.
    pub neue_fassung: Option<i64>,
    /// The run that this one corrects.
    pub berichtigt: Option<Durchgangsverweis>,
    /// A correction of this run.
    pub berichtigung: Option<Durchgangsverweis>,
    /// The run before in the same unit.
    pub vorheriger: Option<Durchgangsverweis>,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

/// Another run.
#[derive(Debug, Serialize, TS)]
pub struct Durchgangsverweis {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// Fassung.
    pub fassung: i64,
}

impl From<&Durchgang> for Durchgangsverweis {
    fn from(d: &Durchgang) -> Self {
        Self { id: d.id.clone(), nummer: d.nummer.clone(), fassung: d.fassung }
    }
}

/// What report and window are made of.
pub(super) struct Durchgangsakte {
    pub durchgang: Durchgang,
    pub katalog: Pruefkatalog,
    pub fassung: Katalogfassung,
    pub einheit: String,
    pub antworten: Vec<Pruefantwort>,
    pub nachweise: Vec<Nachweis>,
    pub werte: Listenantworten,
    pub ergebnis: Listenergebnis,
    pub vergleich: Vec<Fragenvergleich>,
    pub saetze: Vec<String>,
    pub vorheriger: Option<Durchgang>,
}

impl Durchgangsakte {
    pub fn lesen(l: &Lesen<'_>, d: Durchgang) -> Ergebnis<Self> {
        let katalog =
            l.pruefkatalog(&d.katalog_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfliste"))?;
        let fassung = fassung_von(l, &d)?;
        let antworten = l.pruefantworten(&d.id)?;
        let werte: Listenantworten = antworten.iter().map(|a| (a.frage.clone(), a.wert)).collect();
        let fruehere = l.fruehere_durchgaenge(&d)?;
        let ergebnis = listenergebnis(&fassung.kapitel, &d.fragen, &werte);
        let vergleich =
            fragenvergleich(&fassung.kapitel, &d.fragen, &werte, d.rahmen.bis, &mit_antworten(l, &fruehere)?);
        Ok(Self {
            einheit: einheit(l, &d)?,
            nachweise: l.nachweise(&d.id)?,
            saetze: ergebnissaetze(&ergebnis, &vergleich),
            vorheriger: fruehere.into_iter().next_back(),
            durchgang: d,
            katalog,
            fassung,
            antworten,
            werte,
            ergebnis,
            vergleich,
        })
    }
}

/// Name of the unit of a run.
fn einheit(l: &Lesen<'_>, d: &Durchgang) -> Ergebnis<String> {
    let id = d.rahmen.einheit_id.as_deref();
    let name = match d.rahmen.ebene {
        Ebene::Haus => None,
        Ebene::Standort => l.standorte()?.into_iter().find(|s| Some(s.id.as_str()) == id).map(|s| s.name),
        Ebene::Team => l.teams()?.into_iter().find(|t| Some(t.id.as_str()) == id).map(|t| t.name),
    };
    Ok(name.unwrap_or_else(|| d.rahmen.ebene.titel().to_owned()))
}

fn mit_antworten(l: &Lesen<'_>, fruehere: &[Durchgang]) -> Ergebnis<Vec<FruehererDurchgang>> {
    let fassungen: BTreeSet<&str> = fruehere.iter().map(|d| d.katalogfassung_id.as_str()).collect();
    let wortlaute: BTreeMap<String, BTreeMap<String, String>> = l
        .katalogfassungen(&fassungen.into_iter().collect::<Vec<_>>())?
        .into_iter()
        .map(|f| (f.id, fragen(&f.kapitel).map(|x| (x.kennung.clone(), x.frage.clone())).collect()))
        .collect();
    Ok(fruehere
        .iter()
        .zip(geltende_antworten(l, fruehere)?)
        .map(|(d, antworten)| FruehererDurchgang {
            bis: d.rahmen.bis,
            wortlaut: wortlaute.get(&d.katalogfassung_id).cloned().unwrap_or_default(),
            antworten: antworten.into_iter().map(|a| (a.frage, a.wert)).collect(),
        })
        .collect())
}

/// The answers of each run to questions that arise in it. One given before another answer made its question fall away
/// stays in the database, and says nothing.
pub(in crate::api) fn geltende_antworten(
    l: &Lesen<'_>,
    durchgaenge: &[Durchgang],
) -> Ergebnis<Vec<Vec<Pruefantwort>>> {
    let fassungen: BTreeSet<&str> = durchgaenge.iter().map(|d| d.katalogfassung_id.as_str()).collect();
    let fassungen = l.katalogfassungen(&fassungen.into_iter().collect::<Vec<_>>())?;
    let ids: Vec<&str> = durchgaenge.iter().map(|d| d.id.as_str()).collect();
    let mut je: BTreeMap<String, Vec<Pruefantwort>> = BTreeMap::new();
    for (id, a) in l.pruefantworten_von(&ids)? {
        je.entry(id).or_default().push(a);
    }
    Ok(durchgaenge
        .iter()
        .map(|d| {
            let antworten = je.remove(&d.id).unwrap_or_default();
            let werte: Listenantworten = antworten.iter().map(|a| (a.frage.clone(), a.wert)).collect();
            let fassung = fassungen.iter().find(|f| f.id == d.katalogfassung_id);
            let gestellt: BTreeSet<&str> = fassung.map_or_else(BTreeSet::new, |f| {
                gestellte(&f.kapitel, &d.fragen, &werte).into_iter().map(|x| x.kennung.as_str()).collect()
            });
            antworten.into_iter().filter(|a| gestellt.contains(a.frage.as_str())).collect()
        })
        .collect())
}

pub(super) fn lesen(f: &Frage<'_>, r: DurchgangLesen) -> Ergebnis<DurchgangDetail> {
    let d = laden(f.l, f.sitzung, f.umfang, "pruefliste.lesen", &r.id)?;
    let (berichtigt, berichtigung) = (d.ersetzt.clone(), f.l.berichtigung_von(&d.id)?);
    let akte = Durchgangsakte::lesen(f.l, d)?;
    let d = &akte.durchgang;
    let entfernt_am = f.l.entfernt_am(&d.id)?;
    let belegt = belegte(f.l, &d.id)?;
    let sicht = sicht(f.sitzung, f.umfang, "pruefliste.lesen");
    let verweis = |id: Option<String>| -> Ergebnis<Option<Durchgangsverweis>> {
        Ok(match id {
            Some(id) => f.l.durchgang(&sicht, &id)?.map(|d| Durchgangsverweis::from(&d)),
            None => None,
        })
    };
    let geltende = f.l.geltende_katalogfassung(&d.katalog_id)?.map(|g| g.nummer);
    Ok(DurchgangDetail {
        gestellt: gestellte(&akte.fassung.kapitel, &d.fragen, &akte.werte)
            .into_iter()
            .map(|x| x.kennung.clone())
            .collect(),
        kapitel: im_umfang(&akte.fassung.kapitel, &d.fragen),
        fehlende_anhaenge: akte
            .nachweise
            .iter()
            .filter_map(|n| n.anhang.as_ref())
            .filter(|a| !f.haus.anhang_vorhanden(&a.id))
            .map(|a| a.id.clone())
            .collect(),
        geaendert: geaendert(f.l, &akte)?,
        entfallen_zu_zweit: zu_zweit(f.l, d)?,
        luecken: durchgangsluecken(&akte.fassung.kapitel, &d.fragen, &akte.antworten, &belegt),
        moeglich: moeglich(
            f,
            d,
            &akte.antworten,
            &akte.nachweise,
            berichtigung.is_some() || entfernt_am.is_some(),
        )?,
        entfernt_am,
        bearbeitbar: d.stand.bearbeitbar() && reicht(f, d, "pruefliste.antworten")?,
        neue_fassung: geltende.filter(|n| *n > akte.fassung.nummer && d.stand.bearbeitbar()),
        berichtigt: verweis(berichtigt)?,
        berichtigung: verweis(berichtigung)?,
        vorheriger: akte.vorheriger.as_ref().map(Durchgangsverweis::from),
        personen: f
            .l
            .alle_benutzer()?
            .into_iter()
            .map(|b| Personenzeichen { id: b.id, zeichen: b.zeichen, name: b.anzeigename })
            .collect(),
        katalog: akte.katalog,
        katalogfassung: akte.fassung.nummer,
        rechtsstand: akte.fassung.rechtsstand,
        einleitung: akte.fassung.einleitung,
        einheit: akte.einheit,
        antworten: akte.antworten,
        nachweise: akte.nachweise,
        ergebnis: akte.ergebnis,
        vergleich: akte.vergleich,
        saetze: akte.saetze,
        durchgang: akte.durchgang,
    })
}

/// What changed at the questions whose answers wait for a confirmation.
fn geaendert(l: &Lesen<'_>, akte: &Durchgangsakte) -> Ergebnis<Vec<Katalogunterschied>> {
    let mut je: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for a in &akte.antworten {
        if let Some(fassung) = &a.zu_bestaetigen {
            je.entry(fassung).or_default().insert(&a.frage);
        }
    }
    let mut alle = Vec::new();
    for alt in l.katalogfassungen(&je.keys().copied().collect::<Vec<_>>())? {
        let Some(gefragt) = je.get(alt.id.as_str()) else { continue };
        let anders = unterschiede(&alt.kapitel, &akte.fassung.kapitel).into_iter();
        alle.extend(
            anders
                .filter(|u| gefragt.contains(u.kennung.as_str()))
                .map(|u| Katalogunterschied { felder: u.sinn().cloned().collect(), ..u }),
        );
    }
    Ok(alle)
}

/// The chapters with no more than the questions of a run.
pub(super) fn im_umfang(kapitel: &[Kapitel], umfang: &BTreeSet<String>) -> Vec<Kapitel> {
    kapitel
        .iter()
        .map(|k| Kapitel {
            titel: k.titel.clone(),
            fragen: k.fragen.iter().filter(|f| umfang.contains(&f.kennung)).cloned().collect(),
        })
        .filter(|k| !k.fragen.is_empty())
        .collect()
}

/// Whether the person's right to an operation reaches this run.
fn reicht(f: &Frage<'_>, d: &Durchgang, name: &str) -> Ergebnis<bool> {
    let Ok((_, umfang)) = rechte::verlange(f.sitzung, name) else { return Ok(false) };
    Ok(f.l.durchgang(&sicht(f.sitzung, umfang, name), &d.id)?.is_some())
}

fn moeglich(
    f: &Frage<'_>,
    d: &Durchgang,
    antworten: &[Pruefantwort],
    nachweise: &[Nachweis],
    bleibt: bool,
) -> Ergebnis<Vec<Durchgangsschritt>> {
    use Durchgangsschritt as S;
    let ich = f.sitzung.benutzer_id();
    let vorgelegt = d.vorgelegt_von.as_deref() == Some(ich);
    let zweite = anteil(d, antworten, nachweise, ich).is_none();
    let mut schritte = Vec::new();
    for schritt in S::ALLE.iter().copied().filter(|s| d.stand.erlaubt(*s)) {
        let (name, passt) = match schritt {
            S::Vorlegen => ("pruefliste.vorlegen", true),
            S::Zurueckziehen => ("pruefliste.zurueckziehen", vorgelegt),
            S::Zurueckgeben => ("pruefliste.zurueckgeben", zweite),
            S::Freigeben => ("pruefliste.freigeben", zweite),
            S::Entfallen => ("pruefliste.entfallen", true),
            S::Berichtigen => ("pruefliste.berichtigen", !bleibt),
        };
        if passt && reicht(f, d, name)? {
            schritte.push(schritt);
        }
    }
    Ok(schritte)
}
