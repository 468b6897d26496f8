//! What the audit report is built from. No name of a person and no case number has a place here.

use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::auswertung::{Pruefungsauswertung, Verlauf};
use crate::fachaufsicht::doppelpruefung::Uebereinstimmung;
use crate::fachaufsicht::feststellung::{
    Art, Entscheidungsergebnis, FeststellungStand, Haeufigkeit, Schwere, StellungnahmeAntwort, Wirkung,
};
use crate::fachaufsicht::nachschau::{Korrekturzeile, Stichprobenvergleich};
use crate::fachaufsicht::pruefung::{Auswahl, Pruefungsplan, Schichtung, Stand};
use crate::fachaufsicht::thema::Abschnitt;
use crate::fachaufsicht::ziehung::Ziehschicht;
use crate::stichprobe::{Modell, upper_bound};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// Everything the report says.
#[derive(Clone, Debug)]
pub struct Berichtsdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Title of the theme.
    pub thema: String,
    /// Name of the area.
    pub bereich: String,
    /// Names of the teams.
    pub teams: Vec<String>,
    /// What was fixed before the draw.
    pub plan: Pruefungsplan,
    /// Number of the check that a Nachschau follows.
    pub nachschau_zu: Option<String>,
    /// State of the check.
    pub stand: Stand,
    /// Why it was not done.
    pub grund: String,
    /// What is drawn, e.g. "Bescheid".
    pub auswahleinheit: String,
    /// The evaluation.
    pub auswertung: Pruefungsauswertung,
    /// Rates of this and earlier checks.
    pub verlauf: Option<Verlauf>,
    /// A Nachschau beside the check that it follows.
    pub nachschau: Option<BerichtNachschau>,
    /// The double check.
    pub doppelpruefung: Option<BerichtDoppelpruefung>,
    /// The population.
    pub herkunft: Option<BerichtHerkunft>,
    /// Draws of this check.
    pub ziehungen: Vec<BerichtZiehung>,
    /// Draws of other checks on the same list, or of the same theme in an overlapping period.
    pub weitere: Vec<WeitereZiehung>,
    /// Feststellungen by number.
    pub feststellungen: Vec<BerichtFeststellung>,
    /// Open corrections.
    pub korrekturen: Vec<BerichtKorrektur>,
    /// Who did what.
    pub beteiligte: Vec<Beteiligung>,
    /// Entries of the chain about the check.
    pub pfad: Vec<Pfadzeile>,
    /// Version of the check sheet.
    pub bogen_nummer: i64,
    /// Day whose law the sheet follows.
    pub rechtsstand: NaiveDate,
    /// Whether a named role released the sheet.
    pub bogen_freigegeben: bool,
    /// Introduction of the sheet.
    pub einleitung: String,
    /// The check sheet.
    pub abschnitte: Vec<Abschnitt>,
    /// German titles of Sachgebiete and causes.
    pub katalog: BTreeMap<String, String>,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// How the items were read by two.
#[derive(Clone, Debug)]
pub struct BerichtDoppelpruefung {
    /// Share of each draw in per cent, rounded up.
    pub anteil: u8,
    /// Second sheets.
    pub anzahl: u64,
    /// Of these: closed.
    pub abgeschlossen: u64,
    /// Both sheets side by side.
    pub uebereinstimmung: Uebereinstimmung,
}

/// A Nachschau beside the check that it follows, as far as the report shows it.
#[derive(Clone, Debug)]
pub struct BerichtNachschau {
    /// Number of the first check.
    pub erste: String,
    /// What must be known to read it.
    pub saetze: Vec<String>,
    /// A new sample, item by item.
    pub stichprobe: Option<Stichprobenvergleich>,
    /// The corrections by item.
    pub korrekturen: Vec<Korrekturzeile>,
}

impl Berichtsdaten {
    /// c: errors that the planned size allows (`stichprobe.md` 4), for a simple draw with a goal.
    #[must_use]
    pub fn zulaessige_fehler(&self) -> Option<u64> {
        if self.plan.schichtung != Schichtung::Keine {
            return None;
        }
        let n = self.plan.stichprobe_geplant?;
        let gesamt = self.herkunft.as_ref()?.anzahl?;
        let ziel = self.plan.ziel.as_ref()?;
        // The verdict "belegt" needs an upper bound below the goal; c is the largest count that still gives it.
        (0..=n)
            .take_while(|c| {
                upper_bound(
                    Modell::Hypergeometric { population: gesamt },
                    n.min(gesamt),
                    *c,
                    &self.plan.konfidenz,
                )
                .is_ok_and(|g| g.anzahl.is_some_and(|k| ziel.verglichen_mit_bruch(k, gesamt).is_lt()))
            })
            .last()
    }
}

/// The last entry of the chain that is not an export.
#[derive(Clone, Debug)]
pub struct BerichtKopf {
    /// Number.
    pub folge: u64,
    /// Hash, hexadecimal.
    pub hash: String,
    /// Time of the entry in Germany: the date of the report.
    pub zeit: DateTime<FixedOffset>,
}

/// Where the population comes from.
#[derive(Clone, Debug)]
pub struct BerichtHerkunft {
    /// Specialist application.
    pub quellsystem: String,
    /// Query.
    pub abfrage: String,
    /// Date of the extraction.
    pub auszug_am: NaiveDate,
    /// Of the file.
    pub datei_sha256: String,
    /// Rows read.
    pub gelesen: u64,
    /// Units taken.
    pub uebernommen: u64,
    /// Rows taken with a warning.
    pub gewarnt: u64,
    /// Rows rejected.
    pub abgelehnt: u64,
    /// Rejected rows by reason.
    pub gruende: Vec<(String, u64)>,
    /// Sum of the amounts, cents.
    pub summe_cent: Option<i64>,
    /// Control total of the specialist application: units.
    pub kontroll_anzahl: Option<u64>,
    /// Control total: cents.
    pub kontroll_cent: Option<i64>,
    /// Why a difference is acceptable.
    pub kontroll_vermerk: String,
    /// Units that take part, once sealed.
    pub anzahl: Option<u64>,
    /// Exclusions by reason.
    pub ausschluesse: Vec<(String, u64)>,
    /// Over the pseudonyms that take part.
    pub population_hash: String,
    /// Over pseudonym and stratum.
    pub schicht_hash: Option<String>,
    /// Sign of the person who read the file.
    pub eingelesen_von: String,
    /// When.
    pub eingelesen_am: String,
    /// Sign of the person who sealed.
    pub versiegelt_von: Option<String>,
    /// When.
    pub versiegelt_am: Option<String>,
}

/// A draw of the check.
#[derive(Clone, Debug)]
pub struct BerichtZiehung {
    /// 1, 2 (extension) …
    pub nummer: u32,
    /// How.
    pub art: Auswahl,
    /// By what it is stratified.
    pub schichtung: Schichtung,
    /// Least units a stratum.
    pub mindestens: u64,
    /// Why these, why more.
    pub begruendung: String,
    /// Units wanted.
    pub anzahl: u64,
    /// Units drawn before.
    pub ab: u64,
    /// Strata.
    pub aufteilung: Vec<Ziehschicht>,
    /// Whether the rule for an extension stood before the first draw.
    pub regel_vorab: bool,
    /// Name and version of the rule of selection.
    pub algorithmus: String,
    /// Seed; none while it is hidden, or without chance.
    pub startwert: Option<String>,
    /// Whether the seed came from the operating system instead of two people.
    pub erzeugt: bool,
    /// Signs of the persons who gave the halves.
    pub startwert_von: Vec<String>,
    /// Hash of the result.
    pub ergebnis_hash: Option<String>,
    /// Sign.
    pub gezogen_von: Option<String>,
    /// When.
    pub gezogen_am: Option<String>,
    /// When the plain numbers of the other units were dropped.
    pub geschlossen_am: Option<String>,
}

/// A draw of another check.
#[derive(Clone, Debug)]
pub struct WeitereZiehung {
    /// `FA-2026-002`.
    pub pruefung: String,
    /// State of that check.
    pub stand: String,
    /// Number of the draw.
    pub nummer: u32,
    /// How.
    pub art: Auswahl,
    /// Same list of numbers.
    pub gleiche_liste: bool,
    /// N.
    pub grundgesamtheit: u64,
    /// n.
    pub anzahl: u64,
    /// Checked.
    pub geprueft: u64,
    /// With a Feststellung.
    pub mit_feststellung: u64,
    /// When.
    pub gezogen_am: Option<String>,
}

/// A Feststellung.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // the names are those of [`crate::fachaufsicht::feststellung::FeststellungInhalt`]
pub struct BerichtFeststellung {
    pub nummer: i64,
    pub pseudonym: String,
    pub merkmal: String,
    pub art: Art,
    pub wirkung: Wirkung,
    pub bund_cent: i64,
    pub kommune_cent: i64,
    pub haeufigkeit: Haeufigkeit,
    pub zeitraum_von: Option<NaiveDate>,
    pub zeitraum_bis: Option<NaiveDate>,
    pub schwere: Schwere,
    pub sachgebiet: String,
    pub ursache: String,
    pub text: String,
    pub stand: FeststellungStand,
    pub stellungnahme_bis: Option<NaiveDate>,
    pub fassungen: u64,
    pub geprueft_von: Option<String>,
    pub gegengeprueft_von: Option<String>,
    pub stellungnahme: Option<Antwortkern>,
    pub entscheidung: Option<Entscheidungskern>,
}

/// The answer of a Teamleitung.
#[derive(Clone, Debug)]
pub struct Antwortkern {
    /// Answer.
    pub antwort: StellungnahmeAntwort,
    /// Reasons.
    pub text: String,
    /// Source, if someone else entered it.
    pub uebertragen_aus: String,
    /// Sign.
    pub von: String,
    /// UTC.
    pub am: String,
}

/// The decision on what was disputed.
#[derive(Clone, Debug)]
pub struct Entscheidungskern {
    /// Outcome.
    pub ergebnis: Entscheidungsergebnis,
    /// Reasons.
    pub grund: String,
    /// Sign.
    pub von: String,
    /// UTC.
    pub am: String,
}

/// A correction that is not confirmed.
#[derive(Clone, Debug)]
pub struct BerichtKorrektur {
    /// Number of the Feststellung.
    pub feststellung: i64,
    /// Unit.
    pub pseudonym: String,
    /// Due.
    pub faellig_am: NaiveDate,
    /// Done, waits for confirmation.
    pub erledigt_am: Option<NaiveDate>,
}

/// What a person did, by her sign.
#[derive(Clone, Debug)]
pub struct Beteiligung {
    /// Sign.
    pub zeichen: String,
    /// What.
    pub aufgabe: String,
    /// How often.
    pub anzahl: u64,
}

/// An entry of the chain.
#[derive(Clone, Debug)]
pub struct Pfadzeile {
    /// Number.
    pub folge: u64,
    /// UTC milliseconds.
    pub zeit: i64,
    /// German label of the operation.
    pub vorgang: String,
    /// Sign.
    pub zeichen: String,
}
