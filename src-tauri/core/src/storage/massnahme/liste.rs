//! The list: filtered, sorted and paged in the database.

use super::Massnahmensicht;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::benutzer::Rolle;
use crate::massnahme::{Herkunftsart, Massnahmenart, Massnahmenstand};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the list is sorted.
    Massnahmensortierung {
        /// What is overdue first, then by the day on which something must happen.
        Dringlichkeit = "dringlichkeit", "Dringlichkeit";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Kind.
        Art = "art", "Art";
        /// Origin.
        Herkunft = "herkunft", "Herkunft";
        /// Who sees to it.
        Zustaendig = "zustaendig", "Zuständig";
        /// Due day.
        Faellig = "faellig", "Fällig";
        /// State.
        Stand = "stand", "Stand";
        /// Day on which it was done.
        Umgesetzt = "umgesetzt", "Umgesetzt am";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct MassnahmenFilter {
    /// Words; all must occur.
    pub suche: String,
    /// States; none: all.
    pub staende: Vec<Massnahmenstand>,
    /// Kinds; none: all.
    pub arten: Vec<Massnahmenart>,
    /// Kinds of origin; none: all.
    pub herkuenfte: Vec<Herkunftsart>,
    /// Functions that see to it; none: all.
    pub rollen: Vec<Rolle>,
    /// Its team.
    pub team_id: Option<String>,
    /// Something is left to do.
    pub nur_offene: bool,
    /// Not done, and the due day has passed.
    pub ueberfaellig: bool,
    /// Done, and the day of the effect check has come.
    pub wirkung_zu_pruefen: bool,
    /// What the person entered, or what her function sees to.
    pub eigene: bool,
    /// Due since.
    #[ts(type = "string | null")]
    pub faellig_von: Option<NaiveDate>,
    /// Due until.
    #[ts(type = "string | null")]
    pub faellig_bis: Option<NaiveDate>,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Massnahmenzeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// What.
    pub was: String,
    /// Kind.
    pub art: Massnahmenart,
    /// Kind of origin.
    pub herkunft: Herkunftsart,
    /// Number of the record it comes from, as far as it has one.
    pub herkunft_nummer: Option<String>,
    /// Function that sees to it.
    pub rolle: Rolle,
    /// Name of its team.
    pub team: Option<String>,
    /// Due.
    #[ts(type = "string")]
    pub faellig: NaiveDate,
    /// How often the due day was moved.
    pub verschiebungen: u32,
    /// State.
    pub stand: Massnahmenstand,
    /// Not done, and the due day has passed.
    pub ueberfaellig: bool,
    /// By when something must happen next.
    #[ts(type = "string | null")]
    pub naechster_tag: Option<NaiveDate>,
    /// Done on.
    #[ts(type = "string | null")]
    pub umgesetzt_am: Option<NaiveDate>,
    /// Closed on.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

/// ?1 to ?6 sight, ?7 today, then the filter.
const WO: &str = "
    (?8 = '' OR m.nr IN (SELECT rowid FROM massnahme_suche WHERE massnahme_suche MATCH ?8))
    AND (?9 = '[]' OR m.stand IN (SELECT value FROM json_each(?9)))
    AND (?10 = '[]' OR m.art IN (SELECT value FROM json_each(?10)))
    AND (?11 = '[]' OR m.herkunft_art IN (SELECT value FROM json_each(?11)))
    AND (?12 = '[]' OR m.rolle IN (SELECT value FROM json_each(?12)))
    AND (?13 IS NULL OR m.team_id = ?13)
    AND (NOT ?14 OR m.abschluss_am IS NULL)
    AND (NOT ?15 OR m.stand IN ('offen', 'in_umsetzung') AND m.faellig < ?7)
    AND (NOT ?16 OR m.stand = 'umgesetzt' AND m.naechster_tag <= ?7)
    AND (?18 IS NULL OR m.faellig >= ?18) AND (?19 IS NULL OR m.faellig <= ?19)";

/// Number of the record that a measure comes from.
pub(super) const HERKUNFT: &str = "CASE m.herkunft_art
    WHEN 'feststellung' THEN (SELECT p.nummer || ' Nr. ' || x.nummer FROM feststellung x JOIN pruefung p ON p.id = x.pruefung_id WHERE x.id = m.herkunft_id)
    WHEN 'kundenreaktion' THEN (SELECT k.nummer FROM kundenreaktion k WHERE k.id = m.herkunft_id)
    WHEN 'widerspruch' THEN (SELECT v.nummer FROM verfahren v WHERE v.id = m.herkunft_id)
    WHEN 'abweichung' THEN (SELECT d.nummer || ' ' || m.herkunft_stelle FROM durchgang d WHERE d.id = m.herkunft_id)
    WHEN 'datenschutzvorfall' THEN (SELECT d.nummer FROM datenschutzvorfall d WHERE d.id = m.herkunft_id)
    WHEN 'gefaehrdung' THEN (SELECT g.nummer FROM gefaehrdung g WHERE g.id = m.herkunft_id) END";

impl Lesen<'_> {
    /// Number of the record that a measure comes from.
    pub fn massnahme_herkunft_nummer(&self, id: &str) -> StorageErgebnis<Option<String>> {
        let sql = format!("SELECT {HERKUNFT} FROM massnahme m WHERE m.id = ?1");
        Ok(self.eine(&sql, [id], |z| z.get::<_, Option<String>>(0))?.flatten())
    }

    /// One page of the list and how many measures the filter matches.
    pub fn massnahmenliste(
        &self,
        sicht: &Massnahmensicht,
        heute: NaiveDate,
        filter: &MassnahmenFilter,
        (sortierung, absteigend): (Massnahmensortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Massnahmenzeile>, u64)> {
        let mut werte = werte(sicht, heute, filter)?;
        let wo =
            format!("{} AND {WO} AND (NOT ?17 OR {})", Massnahmensicht::MASSNAHME, Massnahmensicht::EIGENE);
        let gesamt =
            self.zahl(&format!("SELECT count(*) FROM massnahme m WHERE {wo}"), params_from_iter(&werte))?;
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Massnahmensortierung::Dringlichkeit => "m.naechster_tag IS NULL, m.naechster_tag",
            Massnahmensortierung::Nummer => "m.nr",
            Massnahmensortierung::Art => "m.art",
            Massnahmensortierung::Herkunft => "m.herkunft_art",
            Massnahmensortierung::Zustaendig => {
                "m.rolle, coalesce((SELECT t.name FROM team t WHERE t.id = m.team_id), '')"
            }
            Massnahmensortierung::Faellig => "m.faellig",
            Massnahmensortierung::Stand => "m.stand",
            Massnahmensortierung::Umgesetzt => "m.umgesetzt_am IS NULL, m.umgesetzt_am",
        };
        // Overdue before whatever else waits, in the order of urgency only.
        let zuerst = if sortierung == Massnahmensortierung::Dringlichkeit {
            "NOT (m.stand IN ('offen', 'in_umsetzung') AND m.faellig < ?7), "
        } else {
            ""
        };
        werte.extend([i64::from(anzahl).into(), i64::from(ab).into()]);
        let (limit, offset) = (werte.len() - 1, werte.len());
        let zeilen = self.alle(
            &format!(
                "WITH blatt AS MATERIALIZED (
                    SELECT m.id, row_number() OVER (ORDER BY {zuerst}{spalte} {richtung}, m.nr {richtung}) AS reihe
                      FROM massnahme m WHERE {wo}
                     ORDER BY {zuerst}{spalte} {richtung}, m.nr {richtung} LIMIT ?{limit} OFFSET ?{offset})
                 SELECT m.*, m.angaben ->> '$.was' AS was, t.name AS team, {HERKUNFT} AS herkunft_nummer,
                        m.stand IN ('offen', 'in_umsetzung') AND m.faellig < ?7 AS ueberfaellig
                   FROM blatt JOIN massnahme m ON m.id = blatt.id LEFT JOIN team t ON t.id = m.team_id
                  ORDER BY blatt.reihe"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }
}

fn werte(sicht: &Massnahmensicht, heute: NaiveDate, f: &MassnahmenFilter) -> StorageErgebnis<Vec<Value>> {
    fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
        Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
    }
    let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
    let mut werte = sicht.werte()?;
    werte.extend([
        heute.to_string().into(),
        suchausdruck(&f.suche).into(),
        namen(&f.staende)?,
        namen(&f.arten)?,
        namen(&f.herkuenfte)?,
        als_json(&f.rollen)?.into(),
        f.team_id.clone().into(),
        f.nur_offene.into(),
        f.ueberfaellig.into(),
        f.wirkung_zu_pruefen.into(),
        f.eigene.into(),
        tag(f.faellig_von),
        tag(f.faellig_bis),
    ]);
    Ok(werte)
}

/// Reads a column that holds the name of a role.
fn rolle(z: &Row<'_>, spalte: &str) -> rusqlite::Result<Rolle> {
    let name: String = z.get(spalte)?;
    Rolle::ALLE.into_iter().find(|r| r.name() == name).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, "unknown role".into())
    })
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Massnahmenzeile> {
    Ok(Massnahmenzeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        was: z.get("was")?,
        art: wort(z, "art")?,
        herkunft: wort(z, "herkunft_art")?,
        herkunft_nummer: z.get("herkunft_nummer")?,
        rolle: rolle(z, "rolle")?,
        team: z.get("team")?,
        faellig: z.get("faellig")?,
        verschiebungen: z.get("verschiebungen")?,
        stand: wort(z, "stand")?,
        ueberfaellig: z.get("ueberfaellig")?,
        naechster_tag: z.get("naechster_tag")?,
        umgesetzt_am: z.get("umgesetzt_am")?,
        abschluss_am: z.get("abschluss_am")?,
    })
}
