//! Evaluation of a check, the start page, reports.

use super::hinweis::{Hinweisgruppe, hinweise};
use super::nachschau::{Nachschauvergleich, vergleich_abfrage};
use super::pruefung::PruefungLesen;
use super::{bericht, bericht_vorschau, doppelpruefung, pruefung_laden, sicht, uebersicht, verlauf};
use crate::api::Leer;
use crate::api::berichtsart::Berichtsart;
use crate::api::rechte::Umfang;
use crate::api::register::modul;
use crate::api::tuer::Frage;
use crate::benutzer::Rolle;
use crate::einlesen::Auswahleinheit;
use crate::fachaufsicht::auswertung::{
    Erweiterungsregel, Grundlage, Material, Pruefungsauswertung, Schichtgroesse, Verlauf, werte_aus,
};
use crate::fachaufsicht::pruefung::{Pruefung, Schichtung, Stand};
use crate::fachaufsicht::thema::{Bogenvorlage, Pruefthema};
use crate::fachaufsicht::zweistufig::je_stufe;
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{Grundgesamtheit, Lesen, Ziehung};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

modul! {
    operationen AuswertungOperation {
        Exportieren(bericht::BerichtExportieren) = "bericht.exportieren", "Bericht ausgeben" => bericht::exportieren;
    }
    abfragen AuswertungAbfrage {
        Pruefung(AuswertungFrage) -> AuswertungAntwort = "auswertung.pruefung", "Auswertung einer Prüfung ansehen" => pruefung;
        Nachschau(PruefungLesen) -> Option<Nachschauvergleich> = "auswertung.nachschau", "Nachschau neben der ersten Prüfung ansehen" => vergleich_abfrage;
        Uebersicht(Leer) -> uebersicht::Uebersicht = "auswertung.uebersicht", "Übersicht ansehen" => uebersicht::uebersicht;
        Hinweise(Leer) -> Vec<Hinweisgruppe> = "auswertung.hinweise", "Hinweise zur Fachaufsicht ansehen" => hinweise;
        Berichte(Leer) -> Vec<Berichtsart> = "bericht.liste", "Verfügbare Berichte ansehen" => bericht::liste;
        Vorschau(bericht_vorschau::BerichtVorschau) -> bericht_vorschau::Berichtsvorschau = "bericht.vorschau", "Bericht als Vorschau ansehen" => bericht_vorschau::vorschau;
    }
}

/// Which check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuswertungFrage {
    /// Id of the check.
    pub id: String,
}

/// The evaluation of a check.
#[derive(Debug, Serialize, TS)]
pub struct AuswertungAntwort {
    /// `FA-2026-001`.
    pub nummer: String,
    /// Everything that is computed.
    pub auswertung: Pruefungsauswertung,
    /// Rates of this and earlier checks; nothing with fewer than two.
    pub verlauf: Option<Verlauf>,
    /// Rows of other teams are left out for this person.
    pub nur_eigene_teams: bool,
}

fn pruefung(f: &Frage<'_>, anfrage: AuswertungFrage) -> Ergebnis<AuswertungAntwort> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.id)?;
    doppelpruefung::unvoreingenommen(f.l, &p.id, f.sitzung.benutzer_id())?;
    let nummer = p.nummer.clone();
    let akte = Akte::laden(f.l, p)?;
    let mut auswertung = akte.auswertung()?;
    let verlauf = verlauf::verlauf(f.l, &sicht(f.sitzung, f.umfang), &akte)?;
    let nur_eigene_teams = f.umfang < Umfang::Bereich;
    if nur_eigene_teams {
        let teams =
            if f.sitzung.hat(Rolle::Teamleitung) { f.sitzung.benutzer().teams.as_slice() } else { &[] };
        auswertung.gruppen.retain(|g| g.teams.iter().any(|t| teams.contains(t)));
        auswertung.karte.nur(teams);
    }
    Ok(AuswertungAntwort { nummer, auswertung, verlauf, nur_eigene_teams })
}

/// A check with everything that its evaluation and its report read.
pub(in crate::api) struct Akte {
    pub(super) pruefung: Pruefung,
    pub(super) thema: Pruefthema,
    pub(super) vorlage: Bogenvorlage,
    pub(super) grundgesamtheit: Option<Grundgesamtheit>,
    pub(super) ziehungen: Vec<Ziehung>,
    pub(super) material: Material,
    /// Number of the check whose corrected cases these are.
    pub(super) korrigierte_von: Option<String>,
}

impl Akte {
    pub(in crate::api) fn laden(l: &Lesen<'_>, pruefung: Pruefung) -> Ergebnis<Self> {
        let fehlt = || Fehler::nicht_gefunden("Die Prüfung");
        let thema = l.pruefthema(&pruefung.plan.thema_id)?.ok_or_else(fehlt)?;
        let vorlage = l.bogenvorlage(&pruefung.plan.vorlage_id)?.ok_or_else(fehlt)?;
        let grundgesamtheit = l.grundgesamtheit(&pruefung.id)?;
        let ziehungen = l.ziehungen(&pruefung.id)?;
        let korrigierte_von = match l.nachschauliste(&pruefung.id)? {
            Some(liste) => l.pruefung(&liste.erste_id)?.map(|p| p.nummer),
            None => None,
        };
        let material = Material {
            grundlage: grundlage(&pruefung, &thema, &vorlage, grundgesamtheit.as_ref(), &ziehungen),
            faelle: l.auswertung_faelle(&pruefung.id)?,
            abweichungen: l.auswertung_abweichungen(&pruefung.id)?,
            merkmale: l.auswertung_merkmale(&pruefung.id)?,
            fragen: fragen(&vorlage),
            teams: l.teamangaben()?,
            katalog: l.katalogtitel()?,
        };
        Ok(Self { pruefung, thema, vorlage, grundgesamtheit, ziehungen, material, korrigierte_von })
    }

    pub(in crate::api) fn auswertung(&self) -> Ergebnis<Pruefungsauswertung> {
        let mut auswertung = werte_aus(&self.material).map_err(Fehler::intern)?;
        if let Some(erste) = &self.korrigierte_von {
            auswertung.hinweise.push(format!(
                "Die Grundgesamtheit sind die Fälle, die nach der Prüfung {erste} zu berichtigen waren. Das Ergebnis gilt nur für sie und wird nicht hochgerechnet."
            ));
        }
        Ok(auswertung)
    }
}

/// Several checks with what their evaluation reads, in a fixed number of statements: check, number of the sheet's
/// version, material.
/// The answers by item are most of what there is to read: `mit_merkmalen` says whether they are wanted.
pub(in crate::api) fn materialien(
    l: &Lesen<'_>,
    ids: &[&str],
    mit_merkmalen: bool,
) -> Ergebnis<Vec<(Pruefung, i64, Material)>> {
    let vorlagen = l.bogenvorlagen_von(ids)?;
    let ziehungen = l.ziehungen_von(ids)?;
    let mut faelle = l.auswertung_faelle_von(ids)?;
    let mut abweichungen = l.auswertung_abweichungen_von(ids)?;
    let mut merkmale = if mit_merkmalen { l.auswertung_merkmale_von(ids)? } else { BTreeMap::new() };
    let themen = l.pruefthemen()?;
    let (teams, katalog) = (l.teamangaben()?, l.katalogtitel()?);
    l.pruefungen_von(ids)?
        .into_iter()
        .map(|p| {
            let fehlt = || Fehler::nicht_gefunden("Die Prüfung");
            let thema = themen.iter().find(|t| t.id == p.plan.thema_id).ok_or_else(fehlt)?;
            let vorlage = vorlagen.iter().find(|v| v.id == p.plan.vorlage_id).ok_or_else(fehlt)?;
            let ziehungen = ziehungen.get(&p.id).map_or(&[][..], Vec::as_slice);
            let material = Material {
                grundlage: grundlage(&p, thema, vorlage, None, ziehungen),
                faelle: faelle.remove(&p.id).unwrap_or_default(),
                abweichungen: abweichungen.remove(&p.id).unwrap_or_default(),
                merkmale: merkmale.remove(&p.id).unwrap_or_default(),
                fragen: fragen(vorlage),
                teams: teams.clone(),
                katalog: katalog.clone(),
            };
            Ok((p, vorlage.nummer, material))
        })
        .collect()
}

/// Section, id and question of each item in the order of the sheet.
fn fragen(vorlage: &Bogenvorlage) -> Vec<(String, String, String)> {
    vorlage
        .abschnitte
        .iter()
        .flat_map(|a| a.merkmale.iter().map(|m| (a.titel.clone(), m.kennung.clone(), m.frage.clone())))
        .collect()
}

pub(super) fn grundlage(
    p: &Pruefung,
    thema: &Pruefthema,
    vorlage: &Bogenvorlage,
    gg: Option<&Grundgesamtheit>,
    ziehungen: &[Ziehung],
) -> Grundlage {
    let gezogen: Vec<&Ziehung> = ziehungen.iter().filter(|z| z.ergebnis_hash.is_some()).collect();
    let letzte = gezogen.last();
    let schichten = match letzte {
        Some(z) => z
            .aufteilung
            .iter()
            .map(|s| Schichtgroesse { name: s.schicht.clone(), anzahl: s.grundgesamtheit })
            .collect(),
        None => vec![Schichtgroesse {
            name: String::new(),
            anzahl: gg.map_or(0, |g| g.anzahl.unwrap_or(g.uebernommen)),
        }],
    };
    let regel = erweiterungsregel(p, ziehungen);
    Grundlage {
        auswahl: p.plan.auswahl,
        fehlerdefinition: p.plan.fehlerdefinition,
        teilweise_zaehlt: p.plan.teilweise_zaehlt,
        ziel: p.plan.ziel.clone(),
        konfidenz: p.plan.konfidenz.clone(),
        geschichtet: letzte.is_some_and(|z| z.schichtung == Schichtung::Team && z.aufteilung.len() > 1),
        schichten,
        einheiten: einheiten(thema.auswahleinheit).to_owned(),
        entscheidend: vorlage.merkmale().filter(|m| m.entscheidend).map(|m| m.kennung.clone()).collect(),
        erweiterung_ohne_regel: gezogen.iter().any(|z| z.nummer > 1 && !z.regel_vorab)
            || regel
                .as_ref()
                .is_some_and(|r| r.angewandt && r.je_stufe.is_none() && je_stufe(&r.text).is_some()),
        regel,
        abgeschlossen: p.stand == Stand::Abgeschlossen,
    }
}

/// The rule on extending a draw, with how far the draws followed it.
pub(super) fn erweiterungsregel(p: &Pruefung, ziehungen: &[Ziehung]) -> Option<Erweiterungsregel> {
    let text = &p.plan.erweiterung_regel;
    let gezogen: Vec<&Ziehung> = ziehungen.iter().filter(|z| z.ergebnis_hash.is_some()).collect();
    let gefolgt = |n: u64| {
        p.plan.ziel.is_some()
            && !gezogen.is_empty()
            && gezogen.len() <= 2
            && gezogen.iter().all(|z| {
                z.schichtung == Schichtung::Keine && z.anzahl == n && (z.nummer == 1 || z.regel_vorab)
            })
    };
    (!text.is_empty()).then(|| Erweiterungsregel {
        angewandt: gezogen.iter().any(|z| z.nummer > 1 && z.regel_vorab),
        je_stufe: je_stufe(text).filter(|n| gefolgt(*n)),
        text: text.clone(),
    })
}

/// Units of the second stage, if the rule of a running check asks for it now: everything of the first stage is checked,
/// and exactly one unit is erroneous or unresolved.
pub(super) fn zweite_stufe(l: &Lesen<'_>, p: &Pruefung) -> Ergebnis<Option<u64>> {
    if p.stand != Stand::Gezogen || je_stufe(&p.plan.erweiterung_regel).is_none() {
        return Ok(None);
    }
    let regel = erweiterungsregel(p, &l.ziehungen(&p.id)?).filter(|r| !r.angewandt);
    let Some(n) = regel.and_then(|r| r.je_stufe) else { return Ok(None) };
    let zahlen = Akte::laden(l, p.clone())?.auswertung()?.zahlen;
    Ok((zahlen.offen == 0 && zahlen.fehlerhaft + zahlen.ungeklaert == 1).then_some(n))
}

/// Dative plural of what is drawn.
fn einheiten(einheit: Auswahleinheit) -> &'static str {
    match einheit {
        Auswahleinheit::Fall => "Akten",
        Auswahleinheit::Bescheid => "Bescheiden",
        Auswahleinheit::Zahlung => "Zahlungen",
        Auswahleinheit::Massnahme => "Maßnahmen",
    }
}
