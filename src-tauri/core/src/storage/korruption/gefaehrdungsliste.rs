//! The Gefährdungsatlas as a list: filtered, sorted, paged and counted in the database.

use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::korruption::gefaehrdung::{Gefaehrdungsgrad, Gefaehrdungsstand};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the list is sorted.
    Gefaehrdungssortierung {
        /// Most exposed first.
        Grad = "grad", "Gefährdung";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Name of post or area.
        Bezeichnung = "bezeichnung", "Bezeichnung";
        /// Rotation that is due soonest first.
        Rotation = "rotation", "Rotation";
        /// Look that is due soonest first.
        Ueberpruefung = "ueberpruefung", "Überprüfung";
        /// State.
        Stand = "stand", "Stand";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct GefaehrdungFilter {
    /// Words; all must occur.
    pub suche: String,
    /// States; none: all.
    pub staende: Vec<Gefaehrdungsstand>,
    /// How exposed; none: all.
    pub grade: Vec<Gefaehrdungsgrad>,
    /// Team.
    pub team_id: Option<String>,
    /// Area, with its teams.
    pub bereich_id: Option<String>,
    /// Without those that are no more.
    pub nur_bestehende: bool,
    /// Rotation is due and no exception runs.
    pub rotation_faellig: bool,
    /// To be looked at again.
    pub ueberpruefung_faellig: bool,
    /// Waits for a second person, and this person may be the second.
    pub zu_bestaetigen: bool,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Gefaehrdungszeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// Post or area.
    pub bezeichnung: String,
    /// Team or area it belongs to.
    pub einheit: Option<String>,
    /// How exposed.
    pub grad: Gefaehrdungsgrad,
    /// State.
    pub stand: Gefaehrdungsstand,
    /// Number of the version that holds; 0: none yet.
    pub fassung: u32,
    /// Day of the risk analysis.
    #[ts(type = "string | null")]
    pub analyse_am: Option<NaiveDate>,
    /// First day after five years in use.
    #[ts(type = "string | null")]
    pub rotation_ab: Option<NaiveDate>,
    /// Last day of an exception.
    #[ts(type = "string | null")]
    pub ausnahme_bis: Option<NaiveDate>,
    /// Rotation is due and no exception runs.
    pub rotation_faellig: bool,
    /// Looked at again by.
    #[ts(type = "string")]
    pub ueberpruefung_am: NaiveDate,
    /// That day is over.
    pub ueberpruefung_faellig: bool,
}

/// The atlas in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Gefaehrdungsuebersicht {
    /// Entries that are not abolished.
    pub bestehend: u32,
    /// From "hoch" on.
    pub besonders: u32,
    /// Rotation is due and no exception runs.
    pub rotation_faellig: u32,
    /// To be looked at again.
    pub ueberpruefung_faellig: u32,
    /// Waits for a second person, and this person may be the second.
    pub zu_bestaetigen: u32,
}

const ROTATION: &str =
    "(g.aufgehoben_am IS NULL AND g.rotation_ab <= ?2 AND (g.ausnahme_bis IS NULL OR g.ausnahme_bis < ?2))";
const UEBERPRUEFUNG: &str = "(g.aufgehoben_am IS NULL AND g.fassung > 0 AND g.ueberpruefung_am < ?2)";
const BESTAETIGEN: &str = "(g.vorschlag_von IS NOT NULL AND g.vorschlag_von <> ?1)";
const RANG: &str = "CASE g.grad WHEN 'besonders' THEN 4 WHEN 'hoch' THEN 3 WHEN 'mittel' THEN 2 ELSE 1 END";

impl Lesen<'_> {
    /// Whether an entry is about this area or a team of it.
    pub fn gefaehrdung_im_bereich(&self, id: &str, bereich: &str) -> StorageErgebnis<bool> {
        let sql = "SELECT count(*) FROM gefaehrdung g WHERE g.id = ?1
            AND (g.bereich_id = ?2 OR g.team_id IN (SELECT id FROM team WHERE bereich_id = ?2))";
        Ok(self.zahl(sql, [id, bereich])? > 0)
    }

    /// One page of the list and how many entries the filter matches; `person` asks, `nur` is the area she is kept to.
    pub fn gefaehrdungsliste(
        &self,
        (person, heute, nur): (&str, NaiveDate, Option<&str>),
        f: &GefaehrdungFilter,
        (sortierung, absteigend): (Gefaehrdungssortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Gefaehrdungszeile>, u64)> {
        fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
            Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
        }
        let wo = format!(
            "?1 IS NOT NULL AND ?2 IS NOT NULL
             AND (?3 = '' OR g.nr IN (SELECT rowid FROM gefaehrdung_suche WHERE gefaehrdung_suche MATCH ?3))
             AND (?4 = '[]' OR g.stand IN (SELECT value FROM json_each(?4)))
             AND (?5 = '[]' OR g.grad IN (SELECT value FROM json_each(?5)))
             AND (?6 IS NULL OR g.team_id = ?6)
             AND (?7 IS NULL OR g.bereich_id = ?7 OR g.team_id IN (SELECT id FROM team WHERE bereich_id = ?7))
             AND (NOT ?8 OR g.aufgehoben_am IS NULL)
             AND (NOT ?9 OR {ROTATION}) AND (NOT ?10 OR {UEBERPRUEFUNG}) AND (NOT ?11 OR {BESTAETIGEN})
             AND (?12 IS NULL OR g.bereich_id = ?12 OR g.team_id IN (SELECT id FROM team WHERE bereich_id = ?12))"
        );
        let mut werte: Vec<Value> = vec![
            person.to_owned().into(),
            heute.to_string().into(),
            suchausdruck(&f.suche).into(),
            namen(&f.staende)?,
            namen(&f.grade)?,
            f.team_id.clone().into(),
            f.bereich_id.clone().into(),
            f.nur_bestehende.into(),
            f.rotation_faellig.into(),
            f.ueberpruefung_faellig.into(),
            f.zu_bestaetigen.into(),
            nur.map(str::to_owned).into(),
        ];
        let gesamt =
            self.zahl(&format!("SELECT count(*) FROM gefaehrdung g WHERE {wo}"), params_from_iter(&werte))?;
        let r = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Gefaehrdungssortierung::Grad => format!("-({RANG})"),
            Gefaehrdungssortierung::Nummer => "g.nr".to_owned(),
            Gefaehrdungssortierung::Bezeichnung => "g.bezeichnung".to_owned(),
            Gefaehrdungssortierung::Rotation => {
                "g.rotation_ab IS NULL, max(g.rotation_ab, coalesce(g.ausnahme_bis, g.rotation_ab))"
                    .to_owned()
            }
            Gefaehrdungssortierung::Ueberpruefung => "g.ueberpruefung_am".to_owned(),
            Gefaehrdungssortierung::Stand => "g.stand".to_owned(),
        };
        werte.extend([i64::from(anzahl).into(), i64::from(ab).into()]);
        let zeilen = self.alle(
            &format!(
                "SELECT g.*, coalesce(t.name, b.name) AS einheit, coalesce({ROTATION}, 0) AS rotation_faellig, {UEBERPRUEFUNG} AS ueberpruefung_faellig
                   FROM gefaehrdung g LEFT JOIN team t ON t.id = g.team_id LEFT JOIN bereich b ON b.id = g.bereich_id
                  WHERE {wo} ORDER BY {spalte} {r}, g.nr {r} LIMIT ?13 OFFSET ?14"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// What waits, for the start page.
    pub fn gefaehrdungsuebersicht(
        &self,
        person: &str,
        heute: NaiveDate,
        nur: Option<&str>,
    ) -> StorageErgebnis<Gefaehrdungsuebersicht> {
        let zahlen = self.eine(
            &format!(
                "SELECT coalesce(sum(g.aufgehoben_am IS NULL), 0) AS bestehend,
                        coalesce(sum(g.aufgehoben_am IS NULL AND g.grad IN ('hoch', 'besonders')), 0) AS besonders,
                        coalesce(sum({ROTATION}), 0) AS rotation, coalesce(sum({UEBERPRUEFUNG}), 0) AS ueberpruefung,
                        coalesce(sum({BESTAETIGEN}), 0) AS zu_bestaetigen
                   FROM gefaehrdung g
                  WHERE ?3 IS NULL OR g.bereich_id = ?3 OR g.team_id IN (SELECT id FROM team WHERE bereich_id = ?3)"
            ),
            params![person, heute, nur],
            |z| {
                Ok(Gefaehrdungsuebersicht {
                    bestehend: z.get("bestehend")?,
                    besonders: z.get("besonders")?,
                    rotation_faellig: z.get("rotation")?,
                    ueberpruefung_faellig: z.get("ueberpruefung")?,
                    zu_bestaetigen: z.get("zu_bestaetigen")?,
                })
            },
        )?;
        Ok(zahlen.unwrap_or_default())
    }
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Gefaehrdungszeile> {
    Ok(Gefaehrdungszeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        bezeichnung: z.get("bezeichnung")?,
        einheit: z.get("einheit")?,
        grad: wort(z, "grad")?,
        stand: wort(z, "stand")?,
        fassung: z.get("fassung")?,
        analyse_am: z.get("analyse_am")?,
        rotation_ab: z.get("rotation_ab")?,
        ausnahme_bis: z.get("ausnahme_bis")?,
        rotation_faellig: z.get("rotation_faellig")?,
        ueberpruefung_am: z.get("ueberpruefung_am")?,
        ueberpruefung_faellig: z.get("ueberpruefung_faellig")?,
    })
}
