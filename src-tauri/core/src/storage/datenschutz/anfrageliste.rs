//! Requests of persons concerned as lists: filtered, sorted, paged and counted in the database.

use super::Registerblatt;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::datenschutz::anfrage::{Anfrageart, Anfrageergebnis, Anfragestand};
use crate::kundenreaktion::Kanal;
use crate::storage::fachaufsicht::{wort, wort_oder_nichts};
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use chrono::{Days, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the list is sorted.
    Anfragesortierung {
        /// Open ones first, the one that is due soonest on top; answered ones last, newest on top.
        Dringlichkeit = "dringlichkeit", "Dringlichkeit";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Receipt.
        Eingang = "eingang", "Eingang";
        /// Which right.
        Art = "art", "Art";
        /// State.
        Stand = "stand", "Stand";
        /// End of the month.
        Frist = "frist", "Frist";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AnfrageFilter {
    /// Words; all must occur. Names are found only by the Datenschutz.
    pub suche: String,
    /// Rights; none: all.
    pub arten: Vec<Anfrageart>,
    /// States; none: all.
    pub staende: Vec<Anfragestand>,
    /// Results; none: all.
    pub ergebnisse: Vec<Anfrageergebnis>,
    /// Not answered.
    pub nur_offene: bool,
    /// Not answered, and the time is over.
    pub ueberfaellig: bool,
    /// Not answered, and due until that day.
    #[ts(type = "string | null")]
    pub faellig_bis: Option<NaiveDate>,
    /// Received since.
    #[ts(type = "string | null")]
    pub eingang_von: Option<NaiveDate>,
    /// Received until.
    #[ts(type = "string | null")]
    pub eingang_bis: Option<NaiveDate>,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Anfragezeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// Which right.
    pub art: Anfrageart,
    /// Channel.
    pub kanal: Kanal,
    /// Day of receipt.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// What it is about.
    pub betreff: String,
    /// Name; only for the Datenschutz.
    pub name: Option<String>,
    /// State.
    pub stand: Anfragestand,
    /// Last day for the answer.
    #[ts(type = "string")]
    pub frist_bis: NaiveDate,
    /// Two months more.
    pub verlaengert: bool,
    /// Not answered, and the time is over.
    pub ueberfaellig: bool,
    /// Answered after the time.
    pub verspaetet: bool,
    /// How it ended.
    pub ergebnis: Option<Anfrageergebnis>,
    /// When.
    #[ts(type = "string | null")]
    pub erledigt_am: Option<NaiveDate>,
    /// Other requests of the same person.
    pub wiederholungen: u32,
}

/// Open requests in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Anfrageuebersicht {
    /// Not answered.
    pub offen: u32,
    /// Nobody has made sure who asks.
    pub identitaet_offen: u32,
    /// Due within seven days.
    pub bald: u32,
    /// The time is over.
    pub ueberfaellig: u32,
    /// Last day of the one that is due first.
    #[ts(type = "string | null")]
    pub naechste_frist: Option<NaiveDate>,
}

/// ?1 whose, ?2 today, ?3 names are searched, then the filter.
const WO: &str = "(?1 IS NULL OR a.angelegt_von = ?1) AND ?2 IS NOT NULL
    AND (?4 = '' OR a.nr IN (SELECT rowid FROM betroffenenanfrage_suche WHERE betroffenenanfrage_suche MATCH ?4)
                 OR (?3 AND a.nr IN (SELECT rowid FROM betroffenenanfrage_klarsuche WHERE betroffenenanfrage_klarsuche MATCH ?4)))
    AND (?5 = '[]' OR a.art IN (SELECT value FROM json_each(?5)))
    AND (?6 = '[]' OR a.stand IN (SELECT value FROM json_each(?6)))
    AND (?7 = '[]' OR a.ergebnis IN (SELECT value FROM json_each(?7)))
    AND (NOT ?8 OR a.erledigt_am IS NULL)
    AND (NOT ?9 OR (a.erledigt_am IS NULL AND a.frist_bis < ?2))
    AND (?10 IS NULL OR (a.erledigt_am IS NULL AND a.frist_bis <= ?10))
    AND (?11 IS NULL OR a.eingang >= ?11) AND (?12 IS NULL OR a.eingang <= ?12)";

impl Lesen<'_> {
    /// One page of the list and how many requests the filter matches; `klar`: with names.
    pub fn anfrageliste(
        &self,
        blatt: &Registerblatt,
        heute: NaiveDate,
        klar: bool,
        f: &AnfrageFilter,
        (sortierung, absteigend): (Anfragesortierung, bool),
    ) -> StorageErgebnis<(Vec<Anfragezeile>, u64)> {
        fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
            Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
        }
        let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
        let mut werte: Vec<Value> = vec![
            blatt.nur_von.clone().into(),
            heute.to_string().into(),
            klar.into(),
            suchausdruck(&f.suche).into(),
            namen(&f.arten)?,
            namen(&f.staende)?,
            namen(&f.ergebnisse)?,
            f.nur_offene.into(),
            f.ueberfaellig.into(),
            tag(f.faellig_bis),
            tag(f.eingang_von),
            tag(f.eingang_bis),
        ];
        let gesamt = self.zahl(
            &format!("SELECT count(*) FROM betroffenenanfrage a WHERE {WO}"),
            params_from_iter(&werte),
        )?;
        let r = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Anfragesortierung::Dringlichkeit => {
                "a.erledigt_am IS NOT NULL, iif(a.erledigt_am IS NULL, 1, -1) * julianday(a.frist_bis), iif(a.erledigt_am IS NULL, 1, -1) * a.nr"
            }
            Anfragesortierung::Nummer => "a.nr",
            Anfragesortierung::Eingang => "a.eingang",
            Anfragesortierung::Art => "a.art",
            Anfragesortierung::Stand => "a.stand",
            Anfragesortierung::Frist => "a.frist_bis",
        };
        let name = if klar { "k.name" } else { "NULL" };
        werte.extend([i64::from(blatt.anzahl).into(), i64::from(blatt.ab).into()]);
        let zeilen = self.alle(
            &format!(
                "SELECT a.*, a.angaben ->> '$.betreff' AS betreff, {name} AS klarname,
                        a.erledigt_am IS NULL AND a.frist_bis < ?2 AS ueberfaellig,
                        coalesce(a.erledigt_am > a.frist_bis, 0) AS verspaetet,
                        (SELECT count(*) FROM betroffenenanfrage g WHERE g.pseudonym = a.pseudonym AND g.id <> a.id) AS wiederholungen
                   FROM betroffenenanfrage a LEFT JOIN betroffenenanfrage_klar k ON k.anfrage_id = a.id
                  WHERE {WO} ORDER BY {spalte} {r}, a.nr {r} LIMIT ?13 OFFSET ?14"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// What waits, for the start page.
    pub fn anfrageuebersicht(
        &self,
        nur_von: Option<&str>,
        heute: NaiveDate,
    ) -> StorageErgebnis<Anfrageuebersicht> {
        let zahlen = self.eine(
            "SELECT count(*) AS offen, coalesce(sum(a.stand = 'eingegangen'), 0) AS identitaet,
                    coalesce(sum(a.frist_bis BETWEEN ?2 AND ?3), 0) AS bald, coalesce(sum(a.frist_bis < ?2), 0) AS ueberfaellig,
                    min(a.frist_bis) AS naechste
               FROM betroffenenanfrage a WHERE a.erledigt_am IS NULL AND (?1 IS NULL OR a.angelegt_von = ?1)",
            params![nur_von, heute, heute + Days::new(7)],
            |z| {
                Ok(Anfrageuebersicht {
                    offen: z.get("offen")?,
                    identitaet_offen: z.get("identitaet")?,
                    bald: z.get("bald")?,
                    ueberfaellig: z.get("ueberfaellig")?,
                    naechste_frist: z.get("naechste")?,
                })
            },
        )?;
        Ok(zahlen.unwrap_or_default())
    }
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Anfragezeile> {
    Ok(Anfragezeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        art: wort(z, "art")?,
        kanal: wort(z, "kanal")?,
        eingang: z.get("eingang")?,
        betreff: z.get("betreff")?,
        name: z.get("klarname")?,
        stand: wort(z, "stand")?,
        frist_bis: z.get("frist_bis")?,
        verlaengert: z.get("verlaengert")?,
        ueberfaellig: z.get("ueberfaellig")?,
        verspaetet: z.get("verspaetet")?,
        ergebnis: wort_oder_nichts(z, "ergebnis")?,
        erledigt_am: z.get("erledigt_am")?,
        wiederholungen: z.get("wiederholungen")?,
    })
}
