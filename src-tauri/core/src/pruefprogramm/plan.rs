//! What a programme fixes: themes, teams and numbers by month, and what the check of each theme is planned with.

use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fachaufsicht::pruefung::{Auswahl, Fehlerdefinition, Pruefungsart, Pruefungsplan, Schichtung};
use crate::fehler::{Ergebnis, Fehler, Feldfehler};
use crate::feldpruefung::Feldpruefung;
use crate::stichprobe::Dezimal;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Months of a programme.
pub const MONATE: usize = 12;
/// Most themes of a programme.
const MAX_ZEILEN: usize = 60;
/// Least cases of a team in an effect check, as in any stratified draw.
const MINDEST_JE_TEAM: u16 = 2;
/// Most checks of one team in one month.
const MAX_JE_MONAT: u16 = 500;

aufzaehlung! {
    /// State of a Fassung.
    Programmstand {
        /// Being planned.
        Entwurf = "entwurf", "Entwurf";
        /// Waits for the second person.
        Vorgelegt = "vorgelegt", "zur Freigabe vorgelegt";
        /// Released: the one that holds.
        Gueltig = "gueltig", "gültig";
        /// A later Fassung took its place.
        Ersetzt = "ersetzt", "durch neue Fassung ersetzt";
        /// Never released.
        Verworfen = "verworfen", "verworfen";
    }
}

aufzaehlung! {
    /// What can be done with a Fassung.
    Programmschritt {
        /// Change it.
        Speichern = "speichern", "Ändern";
        /// Hand it to the second person.
        Vorlegen = "vorlegen", "Zur Freigabe vorlegen";
        /// The presenting person takes it back.
        Zurueckziehen = "zurueckziehen", "Vorlage zurückziehen";
        /// The second person returns it with a reason.
        Zurueckgeben = "zurueckgeben", "Zurückgeben";
        /// The second person releases it.
        Freigeben = "freigeben", "Freigeben";
        /// The next Fassung of the one that holds.
        Fortschreiben = "fortschreiben", "Neue Fassung beginnen";
        /// A draft is given up.
        Verwerfen = "verwerfen", "Entwurf verwerfen";
    }
}

impl Programmstand {
    /// Whether that step is possible in this state.
    pub fn erlaubt(self, schritt: Programmschritt) -> bool {
        use Programmschritt as S;
        match schritt {
            S::Speichern | S::Vorlegen | S::Verwerfen => self == Self::Entwurf,
            S::Zurueckziehen | S::Zurueckgeben | S::Freigeben => self == Self::Vorgelegt,
            S::Fortschreiben => self == Self::Gueltig,
        }
    }

    /// Refuses a step that does not fit.
    ///
    /// # Errors
    /// `regel`.
    pub fn verlange(self, schritt: Programmschritt) -> Ergebnis<()> {
        if self.erlaubt(schritt) {
            return Ok(());
        }
        Err(Fehler::regel(format!(
            "„{}“ ist hier nicht möglich: Diese Fassung ist {}.",
            schritt.titel(),
            self.titel()
        )))
    }
}

aufzaehlung! {
    /// Which function checks the cases of a theme.
    Pruefende {
        /// Each Teamleitung the cases of her own team.
        Teamleitung = "teamleitung", "Teamleitung des Teams";
        /// The Qualitätsmanagement.
        Qualitaetsmanagement = "qualitaetsmanagement", "Qualitätsmanagement";
        /// Those who are given the cases one by one.
        Pruefkraft = "pruefkraft", "Prüfkräfte";
    }
}

/// What names a theme of a programme over all its Fassungen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Zeilenschluessel {
    /// Theme.
    pub thema_id: String,
    /// Area of its teams.
    pub bereich_id: String,
}

/// The numbers of one team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Zeilenteam {
    /// Team of the area.
    pub team_id: String,
    /// Checks from January to December; 0: none in that month.
    pub monate: Vec<u16>,
}

/// The check that shall show whether a measure helped, as a month of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Wirkungspruefung {
    /// The measure.
    pub massnahme_id: String,
    /// `M-2026-001`.
    pub massnahme: String,
    /// From 1.
    pub monat: u32,
    /// Cases of that month in the teams of the first check that its proposal asks for.
    pub faelle: u64,
}

/// A theme with its teams and months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Programmzeile {
    /// Theme and area.
    #[serde(flatten)]
    pub schluessel: Zeilenschluessel,
    /// Who checks.
    pub pruefende: Pruefende,
    /// What counts as an error, the same in every month, else months could not be put together.
    pub fehlerdefinition: Fehlerdefinition,
    /// Whether "teilweise" counts as an error.
    pub teilweise_zaehlt: bool,
    /// The error rate of the year shall be below this, as a rate.
    pub ziel: Option<Dezimal>,
    /// Confidence, e.g. 0.95.
    pub konfidenz: Dezimal,
    /// Share of the sheets for the Gegenprüfung, in per cent.
    pub gegenpruefung_anteil: u8,
    /// Whether "restliche offene auf Ja" is offered.
    pub restliche_auf_ja: bool,
    /// Days for the answer of a Teamleitung.
    pub stellungnahme_tage: u8,
    /// Why this theme and so many; may be empty.
    pub begruendung: String,
    /// Teams with their numbers.
    pub teams: Vec<Zeilenteam>,
    /// Measures whose effect a month shall show. Rows of Fassungen from before they existed have none.
    #[serde(default)]
    pub wirkungspruefungen: Vec<Wirkungspruefung>,
}

/// Units of one team in the check of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Vorgabe {
    /// Team.
    pub team_id: String,
    /// Units to draw.
    pub anzahl: u16,
}

impl Programmzeile {
    /// What a month asks for, teams with none left out. `monat` from 1.
    pub fn vorgaben(&self, monat: u32) -> Vec<Vorgabe> {
        self.teams
            .iter()
            .map(|t| Vorgabe { team_id: t.team_id.clone(), anzahl: t.im(monat) })
            .filter(|v| v.anzahl > 0)
            .collect()
    }

    /// Notes the effect check of a measure and raises the numbers of these teams in its month until they are enough:
    /// always the one with the fewest, so that the cases spread over all of them. A note of the same measure is
    /// replaced; what was raised for it stays. Gives the cases of these teams in the month, fewer than asked for where each of the
    /// teams is at its limit.
    pub fn merke_wirkungspruefung(&mut self, w: Wirkungspruefung, teams: &[String]) -> u64 {
        let gemeinte = |z: &Self| -> u64 {
            z.teams.iter().filter(|t| teams.contains(&t.team_id)).map(|t| u64::from(t.im(w.monat))).sum()
        };
        // One case of a team says nothing about how its cases differ.
        for n in self.teams.iter_mut().filter(|t| teams.contains(&t.team_id)).filter_map(|t| t.zelle(w.monat))
        {
            *n = (*n).max(MINDEST_JE_TEAM);
        }
        while gemeinte(self) < w.faelle {
            let zellen = self.teams.iter_mut().filter(|t| teams.contains(&t.team_id));
            let kleinstes = zellen.filter_map(|t| t.zelle(w.monat)).min_by_key(|n| **n);
            match kleinstes {
                Some(n) if *n < MAX_JE_MONAT => *n += 1,
                _ => break,
            }
        }
        let faelle = gemeinte(self);
        self.wirkungspruefungen.retain(|x| x.massnahme_id != w.massnahme_id);
        self.wirkungspruefungen.push(w);
        faelle
    }

    /// Checks of the whole year.
    pub fn summe(&self) -> u64 {
        self.teams.iter().flat_map(|t| &t.monate).map(|n| u64::from(*n)).sum()
    }

    /// The plan of the check of a month: it is about the month before, whose list is complete by then. `monat` from 1.
    pub fn pruefungsplan(
        &self,
        jahr: i32,
        monat: u32,
        vorlage_id: &str,
        dsb_am: Option<NaiveDate>,
    ) -> Pruefungsplan {
        let vorgaben = self.vorgaben(monat);
        let (zeitraum_von, zeitraum_bis) = match monat {
            0 | 1 => monatsgrenzen(jahr - 1, 12),
            m => monatsgrenzen(jahr, m - 1),
        };
        Pruefungsplan {
            thema_id: self.schluessel.thema_id.clone(),
            vorlage_id: vorlage_id.to_owned(),
            bereich_id: self.schluessel.bereich_id.clone(),
            teams: vorgaben.iter().map(|v| v.team_id.clone()).collect(),
            zeitraum_von,
            zeitraum_bis,
            pruefungsart: Pruefungsart::Basis,
            nachschau_zu: None,
            auswahl: Auswahl::Zufall,
            fehlerdefinition: self.fehlerdefinition,
            teilweise_zaehlt: self.teilweise_zaehlt,
            ziel: self.ziel.clone(),
            konfidenz: self.konfidenz.clone(),
            schichtung: Schichtung::Team,
            // The numbers of the teams are fixed one by one; the least that a stratified plan may name.
            mindest_je_schicht: 2,
            stichprobe_geplant: Some(vorgaben.iter().map(|v| u64::from(v.anzahl)).sum::<u64>().max(1)),
            erweiterung_regel: String::new(),
            dsb_beteiligt_am: dsb_am,
            gegenpruefung_anteil: self.gegenpruefung_anteil,
            restliche_auf_ja: self.restliche_auf_ja,
            stellungnahme_tage: self.stellungnahme_tage,
        }
    }

    fn geprueft(mut self, pfad: &str, felder: &mut Feldpruefung) -> Self {
        self.begruendung = felder.text(pfad, "begruendung", &self.begruendung, 0, 500);
        if self.teams.is_empty() {
            felder.melde(format!("{pfad}.teams"), "Bitte wählen Sie mindestens ein Team.");
        }
        let mut gesehen = BTreeSet::new();
        for (i, team) in self.teams.iter().enumerate() {
            if !gesehen.insert(team.team_id.clone()) {
                felder.melde(format!("{pfad}.teams.{i}"), "Dieses Team kommt schon vor.");
            }
            if team.monate.len() != MONATE {
                felder.melde(format!("{pfad}.teams.{i}"), "Es fehlen Monate; ein Jahr hat zwölf.");
            }
            for (m, _) in team.monate.iter().enumerate().filter(|(_, n)| **n > MAX_JE_MONAT) {
                felder.melde(
                    format!("{pfad}.teams.{i}.monate.{m}"),
                    format!("Höchstens {MAX_JE_MONAT} Fälle je Team und Monat."),
                );
            }
        }
        if self.wirkungspruefungen.iter().any(|w| !(1..=12).contains(&w.monat)) {
            felder.melde(
                format!("{pfad}.wirkungspruefungen"),
                "Eine Wirkungsprüfung gehört in einen Monat von Januar bis Dezember.",
            );
        }
        // The rules of a check hold for the checks that come from it.
        let jahr = 2000;
        if let Err(fehler) = self.pruefungsplan(jahr, 1, "", None).geprueft() {
            for f in fehler.felder {
                let feld = f.feld.trim_start_matches("plan.");
                if matches!(feld, "ziel" | "konfidenz" | "gegenpruefung_anteil" | "stellungnahme_tage") {
                    felder.melde(format!("{pfad}.{feld}"), f.text);
                }
            }
        }
        self
    }
}

impl Zeilenteam {
    /// Checks of a month, from 1.
    pub fn im(&self, monat: u32) -> u16 {
        self.monate.get(stelle(monat)).copied().unwrap_or(0)
    }

    fn zelle(&mut self, monat: u32) -> Option<&mut u16> {
        self.monate.get_mut(stelle(monat))
    }
}

fn stelle(monat: u32) -> usize {
    usize::try_from(monat).unwrap_or(0).wrapping_sub(1)
}

/// What is entered of a programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Programminhalt {
    /// Themes.
    pub zeilen: Vec<Programmzeile>,
    /// When it was agreed with the Datenschutz; needed before it is presented.
    #[ts(type = "string | null")]
    pub dsb_am: Option<NaiveDate>,
    /// What was agreed, or how; may be empty.
    pub dsb_vermerk: String,
}

impl Programminhalt {
    /// Trims texts and names everything that cannot be.
    ///
    /// # Errors
    /// `eingabe` with the fields as in the request (`inhalt.zeilen.0.teams.1.monate.3`).
    pub fn geprueft(mut self, heute: NaiveDate) -> Ergebnis<Self> {
        let mut felder = Feldpruefung::default();
        self.dsb_vermerk = felder.text("inhalt", "dsb_vermerk", &self.dsb_vermerk, 0, 500);
        if self.dsb_am.is_some_and(|tag| tag > heute) {
            felder.melde("inhalt.dsb_am".to_owned(), "Dieser Tag liegt in der Zukunft.");
        }
        if self.zeilen.len() > MAX_ZEILEN {
            felder.melde("inhalt.zeilen".to_owned(), format!("Höchstens {MAX_ZEILEN} Themen."));
        }
        let mut gesehen = BTreeSet::new();
        let mut zeilen = Vec::with_capacity(self.zeilen.len());
        for (i, zeile) in self.zeilen.into_iter().enumerate() {
            let pfad = format!("inhalt.zeilen.{i}");
            if !gesehen.insert(zeile.schluessel.clone()) {
                felder.melde(
                    format!("{pfad}.thema_id"),
                    "Dieses Thema kommt in diesem Bereich schon vor. Bitte führen Sie beide Zeilen zusammen.",
                );
            }
            zeilen.push(zeile.geprueft(&pfad, &mut felder));
        }
        self.zeilen = zeilen;
        felder.fertig(self)
    }

    /// What is missing before it can be presented, as sentences; empty: nothing.
    pub fn luecken(&self) -> Vec<String> {
        let mut saetze = Vec::new();
        if self.zeilen.is_empty() {
            saetze.push("Es ist noch kein Thema vorgesehen.".to_owned());
        }
        if self.zeilen.iter().any(|z| z.summe() == 0) {
            saetze.push("Mindestens ein Thema hat in keinem Monat einen Fall.".to_owned());
        }
        if self.dsb_am.is_none() {
            saetze.push(
                "Es fehlt der Tag, an dem das Programm mit dem Datenschutz abgestimmt wurde.".to_owned(),
            );
        }
        saetze
    }

    /// The line of a theme.
    pub fn zeile(&self, schluessel: &Zeilenschluessel) -> Option<&Programmzeile> {
        self.zeilen.iter().find(|z| z.schluessel == *schluessel)
    }

    /// The same to be agreed anew: the numbers stay, what was agreed does not.
    #[must_use]
    pub fn uebernommen(&self) -> Self {
        Self { zeilen: self.zeilen.clone(), dsb_am: None, dsb_vermerk: String::new() }
    }

    /// The same for another year: effect checks belong to the year that they were planned for.
    #[must_use]
    pub fn fuer_ein_anderes_jahr(&self) -> Self {
        let mut neu = self.uebernommen();
        neu.zeilen.iter_mut().for_each(|z| z.wirkungspruefungen.clear());
        neu
    }

    /// Checks of each month, January first.
    pub fn je_monat(&self) -> Vec<u64> {
        let mut summen = vec![0_u64; MONATE];
        for team in self.zeilen.iter().flat_map(|z| &z.teams) {
            for (summe, n) in summen.iter_mut().zip(&team.monate) {
                *summe += u64::from(*n);
            }
        }
        summen
    }

    /// Checks of the year.
    pub fn summe(&self) -> u64 {
        self.zeilen.iter().map(Programmzeile::summe).sum()
    }

    /// Refuses lines whose theme, area or teams the house does not have: area of each team by its id.
    ///
    /// # Errors
    /// `eingabe` with the fields.
    pub fn passt_zum_haus(
        &self,
        themen: &BTreeSet<&str>,
        bereich_von: &BTreeMap<&str, &str>,
    ) -> Ergebnis<()> {
        let mut felder: Vec<Feldfehler> = Vec::new();
        let mut melde = |feld: String, text: &str| felder.push(Feldfehler { feld, text: text.to_owned() });
        for (i, z) in self.zeilen.iter().enumerate() {
            if !themen.contains(z.schluessel.thema_id.as_str()) {
                melde(format!("inhalt.zeilen.{i}.thema_id"), "Bitte wählen Sie ein Prüfthema.");
            }
            let bereich = z.schluessel.bereich_id.as_str();
            if !bereich_von.values().any(|b| *b == bereich) {
                melde(format!("inhalt.zeilen.{i}.bereich_id"), "Bitte wählen Sie einen Bereich mit Teams.");
            }
            for (j, t) in z.teams.iter().enumerate() {
                if bereich_von.get(t.team_id.as_str()) != Some(&bereich) {
                    melde(
                        format!("inhalt.zeilen.{i}.teams.{j}"),
                        "Dieses Team gehört nicht zum Bereich des Themas.",
                    );
                }
            }
        }
        if felder.is_empty() { Ok(()) } else { Err(Fehler::felder(felder)) }
    }
}

/// A Fassung of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Programm {
    /// UUIDv7.
    pub id: String,
    /// Year.
    pub jahr: i32,
    /// 1, and one more with each change after a release.
    pub fassung: i64,
    /// The Fassung that this one changes.
    pub ersetzt: Option<String>,
    /// Why it changes.
    pub aenderung: String,
    /// What was entered.
    pub inhalt: Programminhalt,
    /// State.
    pub stand: Programmstand,
    /// Reason of the last return.
    pub grund: String,
    /// Who changed what was entered last.
    pub geaendert_von: Option<String>,
    /// Who presented it.
    pub vorgelegt_von: Option<String>,
    /// When, UTC.
    pub vorgelegt_am: Option<String>,
    /// Who released it.
    pub freigegeben_von: Option<String>,
    /// When, UTC.
    pub freigegeben_am: Option<String>,
    /// Who began it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// `Prüfprogramm 2026, Fassung 2`.
pub fn programmnummer(jahr: i32, fassung: i64) -> String {
    match fassung {
        1 => format!("Prüfprogramm {jahr}"),
        n => format!("Prüfprogramm {jahr}, Fassung {n}"),
    }
}

/// Year and month of the first check of a programme whose period begins on that day or later: a check is about the
/// month before it, so a period from 1 February is checked in March, and one from 2 February in April.
pub fn pruefmonat_ab(tag: NaiveDate) -> (i32, u32) {
    let weiter = if tag.day() == 1 { 1 } else { 2 };
    let monat = tag.checked_add_months(Months::new(weiter)).unwrap_or(tag);
    (monat.year(), monat.month())
}

/// First and last day of a month; `monat` from 1.
pub fn monatsgrenzen(jahr: i32, monat: u32) -> (NaiveDate, NaiveDate) {
    let erster = NaiveDate::from_ymd_opt(jahr, monat.clamp(1, 12), 1).unwrap_or_default();
    let letzter = erster.checked_add_months(Months::new(1)).and_then(|tag| tag.pred_opt()).unwrap_or(erster);
    (erster, letzter)
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
