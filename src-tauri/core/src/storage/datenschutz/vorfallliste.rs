//! Datenschutzvorfälle as lists: filtered, sorted, paged and counted in the database.

use super::Registerblatt;
use super::vorfall::vorfall;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::datenschutz::vorfall::bericht::Abhilfe;
use crate::datenschutz::vorfall::{Datenschutzvorfall, Risiko, Vorfallstand};
use crate::storage::fachaufsicht::{wort, wort_oder_nichts};
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the list is sorted.
    Vorfallsortierung {
        /// What has a running clock first, the one that ends soonest on top; then what is open; then the rest,
        /// newest on top.
        Dringlichkeit = "dringlichkeit", "Dringlichkeit";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Moment of knowledge.
        Kenntnis = "kenntnis", "Kenntnis";
        /// Risk.
        Risiko = "risiko", "Risiko";
        /// State.
        Stand = "stand", "Stand";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct VorfallFilter {
    /// Words; all must occur.
    pub suche: String,
    /// States; none: all.
    pub staende: Vec<Vorfallstand>,
    /// Risks; none: all.
    pub risiken: Vec<Risiko>,
    /// Not closed.
    pub nur_offene: bool,
    /// The clock runs.
    pub uhr_laeuft: bool,
    /// The clock has run out and nobody has answered.
    pub ueberfaellig: bool,
    /// Reported too late.
    pub verspaetet: bool,
    /// Known since.
    #[ts(type = "string | null")]
    pub kenntnis_von: Option<NaiveDate>,
    /// Known until.
    #[ts(type = "string | null")]
    pub kenntnis_bis: Option<NaiveDate>,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Vorfallzeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// In a few words.
    pub betreff: String,
    /// Moment of knowledge (UTC).
    pub kenntnis: String,
    /// End of the 72 hours (UTC).
    pub frist_ende: String,
    /// The clock runs.
    pub uhr_laeuft: bool,
    /// It has run out, and nobody has answered.
    pub ueberfaellig: bool,
    /// State.
    pub stand: Vorfallstand,
    /// Risk.
    pub risiko: Option<Risiko>,
    /// Reported at (UTC).
    pub gemeldet: Option<String>,
    /// `true`: a report was ruled out.
    pub keine_meldung: bool,
    /// Reported too late.
    pub verspaetet: bool,
    /// Persons concerned, roughly.
    pub personen: Option<u32>,
    /// Closed on.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

/// Open breaches in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Vorfalluebersicht {
    /// Not closed.
    pub offen: u32,
    /// Nobody has assessed the risk.
    pub zu_bewerten: u32,
    /// The clock runs.
    pub uhr_laeuft: u32,
    /// It has run out, and nobody has answered.
    pub ueberfaellig: u32,
    /// The breach whose running clock ends first: id.
    pub naechster: Option<String>,
    /// Its number.
    pub naechste_nummer: Option<String>,
    /// Its end (UTC).
    pub naechstes_ende: Option<String>,
}

/// What the summary of a period counts of one breach.
#[derive(Clone, Debug)]
pub struct Vorfallverzeichniszeile {
    /// The breach.
    pub vorfall: Datenschutzvorfall,
    /// Number of the Kundenreaktion through which it became known.
    pub reaktion: Option<String>,
}

/// The clock of Art. 33 runs.
const LAEUFT: &str = "v.stand IN ('erfasst', 'bewertet')";

/// ?1 whose, ?2 now, then the filter.
const WO: &str = "(?1 IS NULL OR v.angelegt_von = ?1) AND ?2 IS NOT NULL
    AND (?3 = '' OR v.nr IN (SELECT rowid FROM datenschutzvorfall_suche WHERE datenschutzvorfall_suche MATCH ?3))
    AND (?4 = '[]' OR v.stand IN (SELECT value FROM json_each(?4)))
    AND (?5 = '[]' OR v.risiko IN (SELECT value FROM json_each(?5)))
    AND (NOT ?6 OR v.abschluss_am IS NULL)
    AND (NOT ?7 OR v.stand IN ('erfasst', 'bewertet'))
    AND (NOT ?8 OR (v.stand IN ('erfasst', 'bewertet') AND v.frist_ende < ?2))
    AND (NOT ?9 OR v.verspaetet = 1)
    AND (?10 IS NULL OR v.kenntnis_am >= ?10) AND (?11 IS NULL OR v.kenntnis_am <= ?11)";

impl Lesen<'_> {
    /// One page of the list and how many breaches the filter matches; `jetzt` as a time stamp.
    pub fn vorfallliste(
        &self,
        blatt: &Registerblatt,
        jetzt: &str,
        f: &VorfallFilter,
        (sortierung, absteigend): (Vorfallsortierung, bool),
    ) -> StorageErgebnis<(Vec<Vorfallzeile>, u64)> {
        fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
            Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
        }
        let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
        let mut werte: Vec<Value> = vec![
            blatt.nur_von.clone().into(),
            jetzt.to_owned().into(),
            suchausdruck(&f.suche).into(),
            namen(&f.staende)?,
            namen(&f.risiken)?,
            f.nur_offene.into(),
            f.uhr_laeuft.into(),
            f.ueberfaellig.into(),
            f.verspaetet.into(),
            tag(f.kenntnis_von),
            tag(f.kenntnis_bis),
        ];
        let gesamt = self.zahl(
            &format!("SELECT count(*) FROM datenschutzvorfall v WHERE {WO}"),
            params_from_iter(&werte),
        )?;
        let r = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Vorfallsortierung::Dringlichkeit => {
                let richtung = "iif(v.abschluss_am IS NULL, 1, -1)";
                format!("{LAEUFT} DESC, v.abschluss_am IS NOT NULL, {richtung} * julianday(v.frist_ende), {richtung} * v.nr")
            }
            Vorfallsortierung::Nummer => "v.nr".to_owned(),
            Vorfallsortierung::Kenntnis => "v.kenntnis".to_owned(),
            Vorfallsortierung::Risiko => {
                "CASE v.risiko WHEN 'hoch' THEN 4 WHEN 'risiko' THEN 3 WHEN 'gering' THEN 2 WHEN 'kein' THEN 1 ELSE 0 END"
                    .to_owned()
            }
            Vorfallsortierung::Stand => {
                "CASE v.stand WHEN 'erfasst' THEN 1 WHEN 'bewertet' THEN 2 WHEN 'bearbeitung' THEN 3 ELSE 4 END"
                    .to_owned()
            }
        };
        werte.extend([i64::from(blatt.anzahl).into(), i64::from(blatt.ab).into()]);
        let zeilen = self.alle(
            &format!(
                "SELECT v.*, v.angaben ->> '$.betreff' AS betreff, v.angaben ->> '$.personen' AS personen, {LAEUFT} AS laeuft,
                        {LAEUFT} AND v.frist_ende < ?2 AS ueberfaellig
                   FROM datenschutzvorfall v WHERE {WO} ORDER BY {spalte} {r}, v.nr {r} LIMIT ?12 OFFSET ?13"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// What waits, for the start page; `jetzt` as a time stamp.
    pub fn vorfalluebersicht(
        &self,
        nur_von: Option<&str>,
        jetzt: &str,
    ) -> StorageErgebnis<Vorfalluebersicht> {
        let naechster = self.eine(
            &format!(
                "SELECT v.id, v.nummer, v.frist_ende FROM datenschutzvorfall v
                  WHERE v.abschluss_am IS NULL AND {LAEUFT} AND (?1 IS NULL OR v.angelegt_von = ?1) ORDER BY v.frist_ende, v.nr LIMIT 1"
            ),
            [nur_von],
            |z| Ok((z.get(0)?, z.get(1)?, z.get(2)?)),
        )?;
        let (id, nummer, ende) =
            naechster.map_or((None, None, None), |(a, b, c)| (Some(a), Some(b), Some(c)));
        let zahlen = self.eine(
            &format!(
                "SELECT count(*) AS offen, coalesce(sum(v.risiko IS NULL), 0) AS zu_bewerten, coalesce(sum({LAEUFT}), 0) AS laeuft,
                        coalesce(sum({LAEUFT} AND v.frist_ende < ?2), 0) AS ueberfaellig
                   FROM datenschutzvorfall v WHERE v.abschluss_am IS NULL AND (?1 IS NULL OR v.angelegt_von = ?1)"
            ),
            params![nur_von, jetzt],
            |z| {
                Ok(Vorfalluebersicht {
                    offen: z.get("offen")?,
                    zu_bewerten: z.get("zu_bewerten")?,
                    uhr_laeuft: z.get("laeuft")?,
                    ueberfaellig: z.get("ueberfaellig")?,
                    naechster: id,
                    naechste_nummer: nummer,
                    naechstes_ende: ende,
                })
            },
        )?;
        Ok(zahlen.unwrap_or_default())
    }

    /// All breaches that became known in a period, oldest first: the register of Art. 33 Abs. 5 DSGVO. It must be
    /// complete, so no page ends it.
    pub fn vorfallverzeichnis(
        &self,
        von: NaiveDate,
        bis: NaiveDate,
    ) -> StorageErgebnis<Vec<Vorfallverzeichniszeile>> {
        self.alle(
            "SELECT v.*, k.nummer AS reaktion FROM datenschutzvorfall v LEFT JOIN kundenreaktion k ON k.id = v.reaktion_id
              WHERE v.kenntnis_am BETWEEN ?1 AND ?2 ORDER BY v.kenntnis, v.nr",
            params![von, bis],
            |z| Ok(Vorfallverzeichniszeile { vorfall: vorfall(z)?, reaktion: z.get("reaktion")? }),
        )
    }

    /// The measures of all these breaches, by the id of the breach, oldest first.
    pub fn abhilfe_der_vorfaelle(
        &self,
        von: NaiveDate,
        bis: NaiveDate,
    ) -> StorageErgebnis<BTreeMap<String, Vec<Abhilfe>>> {
        let zeilen = self.alle(
            "SELECT m.herkunft_id, m.nummer, m.angaben ->> '$.was' AS was, m.faellig, m.stand
               FROM datenschutzvorfall v JOIN massnahme m ON m.herkunft_art = 'datenschutzvorfall' AND m.herkunft_id = v.id
              WHERE v.kenntnis_am BETWEEN ?1 AND ?2 ORDER BY m.nr",
            params![von, bis],
            |z| {
                let m = Abhilfe {
                    nummer: z.get("nummer")?,
                    was: z.get("was")?,
                    faellig: z.get("faellig")?,
                    stand: wort(z, "stand")?,
                };
                Ok((z.get::<_, String>("herkunft_id")?, m))
            },
        )?;
        let mut je: BTreeMap<String, Vec<Abhilfe>> = BTreeMap::new();
        for (id, m) in zeilen {
            je.entry(id).or_default().push(m);
        }
        Ok(je)
    }
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Vorfallzeile> {
    Ok(Vorfallzeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        betreff: z.get("betreff")?,
        kenntnis: z.get("kenntnis")?,
        frist_ende: z.get("frist_ende")?,
        uhr_laeuft: z.get("laeuft")?,
        ueberfaellig: z.get("ueberfaellig")?,
        stand: wort(z, "stand")?,
        risiko: wort_oder_nichts(z, "risiko")?,
        gemeldet: z.get("gemeldet")?,
        keine_meldung: z.get::<_, Option<String>>("meldung")?.as_deref() == Some("keine"),
        verspaetet: z.get("verspaetet")?,
        personen: z.get("personen")?,
        abschluss_am: z.get("abschluss_am")?,
    })
}
