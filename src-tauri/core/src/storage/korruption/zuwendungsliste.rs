//! Zuwendungen as lists: filtered, sorted, paged and counted in the database.

use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::korruption::zuwendung::{Annahme, Geberart, Zuwendungsart, Zuwendungsstand};
use crate::storage::fachaufsicht::{wort, wort_oder_nichts};
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the list is sorted.
    Zuwendungssortierung {
        /// What is to be decided first, then what waits for the second person, then the rest, oldest on top; closed
        /// ones last, newest on top.
        Dringlichkeit = "dringlichkeit", "Dringlichkeit";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Day of the offer.
        Tag = "tag", "Tag";
        /// Kind.
        Art = "art", "Art";
        /// Who offered it.
        Geber = "geber", "Von wem";
        /// Value; unknown ones last.
        Wert = "wert", "Wert";
        /// State.
        Stand = "stand", "Stand";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ZuwendungFilter {
    /// Words; all must occur.
    pub suche: String,
    /// Kinds; none: all.
    pub arten: Vec<Zuwendungsart>,
    /// Kinds of givers; none: all.
    pub geber: Vec<Geberart>,
    /// States; none: all.
    pub staende: Vec<Zuwendungsstand>,
    /// Decisions of two; none: all.
    pub entscheidungen: Vec<Annahme>,
    /// Not closed.
    pub nur_offene: bool,
    /// Waits for a second person, and this person may be the second.
    pub zu_bestaetigen: bool,
    /// Offered since.
    #[ts(type = "string | null")]
    pub tag_von: Option<NaiveDate>,
    /// Offered until.
    #[ts(type = "string | null")]
    pub tag_bis: Option<NaiveDate>,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Zuwendungszeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// Day of the offer.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Kind.
    pub art: Zuwendungsart,
    /// Who offered it.
    pub geber: Geberart,
    /// What it is.
    pub gegenstand: String,
    /// Value in cents; `None`: unknown.
    #[ts(type = "number | null")]
    pub wert_cent: Option<i64>,
    /// Number of the notice.
    pub anzeige_nr: String,
    /// Where the notice lies.
    pub ablage: String,
    /// State.
    pub stand: Zuwendungsstand,
    /// Proposed, and waits for the second person.
    pub vorschlag: Option<Annahme>,
    /// Decided by two.
    pub entscheidung: Option<Annahme>,
    /// Closed on.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

/// Open Zuwendungen in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Zuwendungsuebersicht {
    /// Not closed.
    pub offen: u32,
    /// Nobody has proposed anything.
    pub zu_entscheiden: u32,
    /// Waits for a second person, and this person may be the second.
    pub zu_bestaetigen: u32,
    /// Decided, not yet carried out.
    pub auszufuehren: u32,
}

/// ?1 the person, then the filter.
const WO: &str = "?1 IS NOT NULL
    AND (?2 = '' OR z.nr IN (SELECT rowid FROM zuwendung_suche WHERE zuwendung_suche MATCH ?2))
    AND (?3 = '[]' OR z.art IN (SELECT value FROM json_each(?3)))
    AND (?4 = '[]' OR z.geber IN (SELECT value FROM json_each(?4)))
    AND (?5 = '[]' OR z.stand IN (SELECT value FROM json_each(?5)))
    AND (?6 = '[]' OR z.entscheidung IN (SELECT value FROM json_each(?6)))
    AND (NOT ?7 OR z.abschluss_am IS NULL)
    AND (NOT ?8 OR (z.stand = 'vorgeschlagen' AND z.vorgeschlagen_von <> ?1))
    AND (?9 IS NULL OR z.tag >= ?9) AND (?10 IS NULL OR z.tag <= ?10)";

impl Lesen<'_> {
    /// One page of the list and how many Zuwendungen the filter matches; `person` asks.
    pub fn zuwendungsliste(
        &self,
        person: &str,
        f: &ZuwendungFilter,
        (sortierung, absteigend): (Zuwendungssortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Zuwendungszeile>, u64)> {
        fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
            Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
        }
        let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
        let mut werte: Vec<Value> = vec![
            person.to_owned().into(),
            suchausdruck(&f.suche).into(),
            namen(&f.arten)?,
            namen(&f.geber)?,
            namen(&f.staende)?,
            namen(&f.entscheidungen)?,
            f.nur_offene.into(),
            f.zu_bestaetigen.into(),
            tag(f.tag_von),
            tag(f.tag_bis),
        ];
        let gesamt =
            self.zahl(&format!("SELECT count(*) FROM zuwendung z WHERE {WO}"), params_from_iter(&werte))?;
        let r = if absteigend { "DESC" } else { "ASC" };
        let stand = "CASE z.stand WHEN 'angezeigt' THEN 1 WHEN 'vorgeschlagen' THEN 2 WHEN 'entschieden' THEN 3 ELSE 4 END";
        let spalte = match sortierung {
            // What is open waits since its day; of what is closed the newest is looked for.
            Zuwendungssortierung::Dringlichkeit => {
                let richtung = "iif(z.stand = 'abgeschlossen', -1, 1)";
                format!("{stand}, {richtung} * julianday(z.tag), {richtung} * z.nr")
            }
            Zuwendungssortierung::Nummer => "z.nr".to_owned(),
            Zuwendungssortierung::Tag => "z.tag".to_owned(),
            Zuwendungssortierung::Art => "z.art".to_owned(),
            Zuwendungssortierung::Geber => "z.geber".to_owned(),
            Zuwendungssortierung::Wert => "z.wert_cent IS NULL, z.wert_cent".to_owned(),
            Zuwendungssortierung::Stand => stand.to_owned(),
        };
        werte.extend([i64::from(anzahl).into(), i64::from(ab).into()]);
        let zeilen = self.alle(
            &format!(
                "SELECT z.*, z.angaben ->> '$.gegenstand' AS gegenstand, z.angaben ->> '$.anzeige_nr' AS anzeige_nr,
                        z.angaben ->> '$.ablage' AS ablage
                   FROM zuwendung z WHERE {WO} ORDER BY {spalte} {r}, z.nr {r} LIMIT ?11 OFFSET ?12"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// What waits, for the start page.
    pub fn zuwendungsuebersicht(&self, person: &str) -> StorageErgebnis<Zuwendungsuebersicht> {
        let zahlen = self.eine(
            "SELECT count(*) AS offen, coalesce(sum(stand = 'angezeigt'), 0) AS zu_entscheiden,
                    coalesce(sum(stand = 'vorgeschlagen' AND vorgeschlagen_von <> ?1), 0) AS zu_bestaetigen,
                    coalesce(sum(stand = 'entschieden'), 0) AS auszufuehren
               FROM zuwendung WHERE abschluss_am IS NULL",
            [person],
            |z| {
                Ok(Zuwendungsuebersicht {
                    offen: z.get("offen")?,
                    zu_entscheiden: z.get("zu_entscheiden")?,
                    zu_bestaetigen: z.get("zu_bestaetigen")?,
                    auszufuehren: z.get("auszufuehren")?,
                })
            },
        )?;
        Ok(zahlen.unwrap_or_default())
    }
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Zuwendungszeile> {
    Ok(Zuwendungszeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        tag: z.get("tag")?,
        art: wort(z, "art")?,
        geber: wort(z, "geber")?,
        gegenstand: z.get("gegenstand")?,
        wert_cent: z.get("wert_cent")?,
        anzeige_nr: z.get("anzeige_nr")?,
        ablage: z.get("ablage")?,
        stand: wort(z, "stand")?,
        vorschlag: wort_oder_nichts(z, "vorschlag")?,
        entscheidung: wort_oder_nichts(z, "entscheidung")?,
        abschluss_am: z.get("abschluss_am")?,
    })
}
