//! A Nachschau of corrected cases: where its population comes from, and what it found there.

use super::bogenliste::{FALLTABELLEN, fallspalten};
use super::feststellungsliste::KORREKTURSTAND;
use super::sicht::Listenwerte;
use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::bogen::BogenStand;
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::feststellung::KorrekturStand;
use crate::fachaufsicht::nachschau::Korrekturbefund;
use crate::fachaufsicht::pruefung::Stand;
use crate::fachaufsicht::thema::Antwortwert;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Whether a check `p` looks again at corrected cases. They were chosen because they were wrong, so nothing that speaks
/// of all cases may count them: no trend, no effect of a measure, no risk, no cause.
pub(in crate::storage) const KORRIGIERTE: &str = "EXISTS (SELECT 1 FROM nachschauliste n WHERE n.id = p.id)";

/// Where the population of a Nachschau of corrected cases comes from.
#[derive(Clone, Debug)]
pub struct Nachschauliste {
    /// Id of the Nachschau.
    pub id: String,
    /// Id of the first check.
    pub erste_id: String,
    /// Prüffälle of the first check: place i is unit i + 1 of the population.
    pub faelle: Vec<String>,
}

/// A case of a check that was to be corrected.
#[derive(Clone, Debug)]
pub struct KorrigierterFall {
    /// Id of the Prüffall.
    pub id: String,
    /// Pseudonym of its draw, 64 hex digits.
    pub pseudonym: String,
    /// Team, if the list named one.
    pub team_id: Option<String>,
    /// Its name.
    pub team: Option<String>,
    /// Amount of the list, cents.
    pub betrag_cent: Option<i64>,
    /// Plain number, unless the check has lost it.
    pub nummer: Option<String>,
    /// Display columns as JSON.
    pub anzeige: Option<String>,
    /// All its corrections are reported as done.
    pub gemeldet: bool,
}

/// A check that follows another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Nachschauverweis {
    /// Id.
    pub id: String,
    /// `FA-2026-002`.
    pub nummer: String,
    /// State.
    pub stand: Stand,
    /// It looks at the corrected cases; else it is a new sample.
    pub korrigierte: bool,
}

/// What became of one correction.
#[derive(Debug, Serialize, TS)]
pub struct Nachschaubefund {
    /// Prüffall of the Nachschau.
    pub prueffall_id: String,
    /// Place in the Nachschau.
    pub position: i64,
    /// Number, or short pseudonym of the Nachschau.
    pub fall: Fallnummer,
    /// When the Nachschau lost its numbers by the rule of retention.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Name of the team.
    pub team: Option<String>,
    /// Feststellung of the first check.
    pub feststellung_id: String,
    /// Its number within that check.
    pub feststellung_nummer: i64,
    /// Item.
    pub merkmal: String,
    /// Beginning of its text.
    pub text: String,
    /// State of the correction.
    pub korrektur: Option<KorrekturStand>,
    /// What the Nachschau found.
    pub befund: Korrekturbefund,
}

/// Units `f` of a Nachschau with the Feststellung `x` of the first check that asked for a correction `c`, the answer `a`
/// and the Feststellung `y` of now. Who sees the unit sees what was found in the same case before.
const BEFUNDE: &str =
    "JOIN nachschauliste l ON l.id = f.pruefung_id JOIN json_each(l.faelle) j ON j.key = f.lfd - 1
    JOIN feststellung x ON x.prueffall_id = j.value JOIN korrektur c ON c.feststellung_id = x.id
    LEFT JOIN antwort a ON a.prueffall_id = f.id AND a.merkmal = x.merkmal
    LEFT JOIN feststellung y ON y.prueffall_id = f.id AND y.merkmal = x.merkmal";

impl Lesen<'_> {
    /// Cases of a check with a correction that was asked for and not withdrawn, in the order of the draw.
    pub fn korrigierte_faelle(&self, pruefung_id: &str) -> StorageErgebnis<Vec<KorrigierterFall>> {
        self.alle(
            "SELECT f.id, f.pseudonym, f.team_id, t.name AS team, f.betrag_cent, k.nummer, k.anzeige,
                    min(c.erledigt_am IS NOT NULL) AS gemeldet
               FROM prueffall f JOIN feststellung x ON x.prueffall_id = f.id JOIN korrektur c ON c.feststellung_id = x.id
               LEFT JOIN team t ON t.id = f.team_id LEFT JOIN prueffall_klar k ON k.prueffall_id = f.id
              WHERE f.pruefung_id = ?1 AND x.stand <> 'zurueckgenommen' GROUP BY f.id ORDER BY f.position",
            [pruefung_id],
            |z| {
                Ok(KorrigierterFall {
                    id: z.get("id")?,
                    pseudonym: z.get("pseudonym")?,
                    team_id: z.get("team_id")?,
                    team: z.get("team")?,
                    betrag_cent: z.get("betrag_cent")?,
                    nummer: z.get("nummer")?,
                    anzeige: z.get("anzeige")?,
                    gemeldet: z.get("gemeldet")?,
                })
            },
        )
    }

    /// Where the population of a check comes from, if it is a Nachschau of corrected cases.
    pub fn nachschauliste(&self, pruefung_id: &str) -> StorageErgebnis<Option<Nachschauliste>> {
        self.eine("SELECT * FROM nachschauliste WHERE id = ?1", [pruefung_id], |z| {
            Ok(Nachschauliste {
                id: z.get("id")?,
                erste_id: z.get("erste_id")?,
                faelle: json_spalte(z, "faelle")?,
            })
        })
    }

    /// Whether the person reported a correction as done that this case of a Nachschau is to look at.
    pub fn hat_berichtigt(&self, prueffall_id: &str, person_id: &str) -> StorageErgebnis<bool> {
        Ok(self.zahl(
            "SELECT count(*) FROM prueffall f JOIN nachschauliste l ON l.id = f.pruefung_id
               JOIN json_each(l.faelle) j ON j.key = f.lfd - 1
               JOIN feststellung x ON x.prueffall_id = j.value JOIN korrektur c ON c.feststellung_id = x.id
              WHERE f.id = ?1 AND c.erledigt_von = ?2",
            [prueffall_id, person_id],
        )? > 0)
    }

    /// Checks that follow a check, as far as the person sees them, latest first.
    pub fn nachschauen(&self, sicht: &Sicht, erste_id: &str) -> StorageErgebnis<Vec<Nachschauverweis>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.alle(
            &format!(
                "SELECT p.id, p.nummer, p.stand, {KORRIGIERTE} AS korrigierte FROM pruefung p
                  WHERE {} AND p.nachschau_zu = ?5 ORDER BY p.nummer DESC LIMIT 50",
                Sicht::PRUEFUNG
            ),
            (haus, bereich, teams, person, erste_id),
            |z| {
                Ok(Nachschauverweis {
                    id: z.get("id")?,
                    nummer: z.get("nummer")?,
                    stand: wort(z, "stand")?,
                    korrigierte: z.get("korrigierte")?,
                })
            },
        )
    }

    /// What became of each correction, in the order of the Nachschau, as far as the person sees its cases.
    pub fn nachschaubefunde(
        &self,
        sicht: &Sicht,
        klar: &Sicht,
        pruefung_id: &str,
    ) -> StorageErgebnis<Vec<Nachschaubefund>> {
        self.alle(
            &format!(
                "SELECT f.id AS prueffall_id, f.position, f.pseudonym, f.stand AS bogenstand, {}, x.id AS feststellung_id, x.nummer, x.merkmal,
                        substr(x.text, 1, 200) AS anfang, {KORREKTURSTAND} AS korrekturstand, a.wert, y.stand AS neuer_stand
                   FROM {FALLTABELLEN} {BEFUNDE}
                  WHERE {} AND f.pruefung_id = ?9 AND x.stand <> 'zurueckgenommen' ORDER BY f.position, x.nummer",
                fallspalten(),
                Sicht::PRUEFFALL
            ),
            Listenwerte::neu(sicht, klar)?.und(pruefung_id.to_owned()).parameter(),
            |z| {
                let pseudonym: String = z.get("pseudonym")?;
                let stand: BogenStand = wort(z, "bogenstand")?;
                let wert = z.get::<_, Option<String>>("wert")?.and_then(|w| Antwortwert::aus(&w));
                let weg = z.get::<_, Option<String>>("neuer_stand")?.as_deref() == Some("zurueckgenommen");
                Ok(Nachschaubefund {
                    prueffall_id: z.get("prueffall_id")?,
                    position: z.get("position")?,
                    fall: Fallnummer::neu(&pseudonym, z.get("klarnummer")?),
                    entfernt_am: z.get("entfernt_am")?,
                    team: z.get("team_name")?,
                    feststellung_id: z.get("feststellung_id")?,
                    feststellung_nummer: z.get("nummer")?,
                    merkmal: z.get("merkmal")?,
                    text: z.get("anfang")?,
                    korrektur: z
                        .get::<_, Option<String>>("korrekturstand")?
                        .and_then(|s| KorrekturStand::aus(&s)),
                    befund: Korrekturbefund::aus(stand, wert, weg),
                })
            },
        )
    }

    /// Deviations of a Nachschau by item where the first check had asked for no correction in the same case.
    pub fn neue_abweichungen(
        &self,
        pruefung_id: &str,
        teilweise_zaehlt: bool,
    ) -> StorageErgebnis<BTreeMap<String, u64>> {
        let zeilen: Vec<(String, u64)> = self.alle(
            "SELECT a.merkmal, count(*) FROM prueffall f
               JOIN nachschauliste l ON l.id = f.pruefung_id JOIN json_each(l.faelle) j ON j.key = f.lfd - 1
               JOIN antwort a ON a.prueffall_id = f.id LEFT JOIN feststellung y ON y.prueffall_id = f.id AND y.merkmal = a.merkmal
              WHERE f.pruefung_id = ?1 AND f.stand IN ('geprueft', 'bestaetigt') AND (a.wert = 'nein' OR (?2 AND a.wert = 'teilweise'))
                AND y.stand IS NOT 'zurueckgenommen'
                AND NOT EXISTS (SELECT 1 FROM feststellung x JOIN korrektur c ON c.feststellung_id = x.id
                                 WHERE x.prueffall_id = j.value AND x.merkmal = a.merkmal AND x.stand <> 'zurueckgenommen')
              GROUP BY a.merkmal ORDER BY a.merkmal",
            (pruefung_id, teilweise_zaehlt),
            |z| Ok((z.get(0)?, z.get(1)?)),
        )?;
        Ok(zeilen.into_iter().collect())
    }
}

impl Schreiben<'_> {
    /// Records where the population of a Nachschau comes from.
    pub fn nachschauliste_anlegen(&self, n: &Nachschauliste, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO nachschauliste (id, erste_id, faelle, salz) VALUES (?1, ?2, ?3, ?4)",
            (&n.id, &n.erste_id, als_json(&n.faelle)?, salz),
        )?;
        Ok(())
    }
}
