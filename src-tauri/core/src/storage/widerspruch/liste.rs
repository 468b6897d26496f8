//! The list of the register: filtered, sorted and paged in the database.

use super::Registersicht;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use crate::widerspruch::{Fristart, Stattgabegrund, Verfahrensart, Verfahrensergebnis, Verfahrensstand};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the register is sorted.
    Verfahrenssortierung {
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Receipt.
        Eingang = "eingang", "Eingang";
        /// Next running deadline; procedures without one last.
        Frist = "frist", "Nächste Frist";
        /// State.
        Stand = "stand", "Stand";
        /// Subject.
        Sachgebiet = "sachgebiet", "Sachgebiet";
        /// Day of the decision.
        Entschieden = "entschieden", "Entschieden am";
        /// Name, for who sees names; the number for all others.
        Fall = "fall", "Name";
        /// Team.
        Team = "team", "Team";
        /// Who keeps it.
        Zustaendig = "zustaendig", "Zuständig";
        /// Result.
        Ergebnis = "ergebnis", "Ergebnis";
    }
}

/// Filter of the register; empty lists and `None` mean all.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct VerfahrenFilter {
    /// Words that all occur (beginnings of words); at most 100 characters.
    pub suche: String,
    /// Kinds.
    pub arten: Vec<Verfahrensart>,
    /// States.
    pub staende: Vec<Verfahrensstand>,
    /// Not yet done.
    pub nur_offene: bool,
    /// Kennungen of the catalogue.
    pub sachgebiete: Vec<String>,
    /// Team.
    pub team_id: Option<String>,
    /// Who keeps it (user id).
    pub zustaendig: Option<String>,
    /// Results.
    pub ergebnisse: Vec<Verfahrensergebnis>,
    /// Kennungen of the catalogue; the empty text means "none found".
    pub ursachen: Vec<String>,
    /// Received from.
    #[ts(type = "string | null")]
    pub eingang_von: Option<NaiveDate>,
    /// Received until.
    #[ts(type = "string | null")]
    pub eingang_bis: Option<NaiveDate>,
    /// Decided from.
    #[ts(type = "string | null")]
    pub entschieden_von: Option<NaiveDate>,
    /// Decided until.
    #[ts(type = "string | null")]
    pub entschieden_bis: Option<NaiveDate>,
    /// With a running deadline until that day.
    #[ts(type = "string | null")]
    pub frist_bis: Option<NaiveDate>,
    /// With a deadline that is not confirmed.
    pub unbestaetigt: bool,
}

/// One row of the register.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verfahrenszeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// Kind.
    pub art: Verfahrensart,
    /// Case number, or the short pseudonym.
    pub fall: Fallnummer,
    /// Name; only for the Widerspruchsstelle.
    pub name: Option<String>,
    /// Challenged decision.
    pub gegenstand: String,
    /// Kennung of the catalogue.
    pub sachgebiet: String,
    /// Team.
    pub team: Option<String>,
    /// Who keeps it, as a sign.
    pub zustaendig: Option<String>,
    /// Receipt in the house.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// State.
    pub stand: Verfahrensstand,
    /// Next running deadline.
    #[ts(type = "string | null")]
    pub frist: Option<NaiveDate>,
    /// The next running deadline binds the house; a period of the person may simply pass.
    pub frist_bindet_haus: bool,
    /// A running deadline is not confirmed.
    pub unbestaetigt: bool,
    /// Result.
    pub ergebnis: Option<Verfahrensergebnis>,
    /// Why it succeeded.
    pub stattgabegrund: Option<Stattgabegrund>,
    /// Day of the decision.
    #[ts(type = "string | null")]
    pub entschieden_am: Option<NaiveDate>,
    /// Nothing left to do since.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

/// ?1 to ?3 sight, ?4 the person, then the filter.
const WO: &str = "
    (?5 = '' OR v.nr IN (SELECT rowid FROM verfahren_suche WHERE verfahren_suche MATCH ?5)
             OR (?6 AND v.nr IN (SELECT rowid FROM verfahren_klarsuche WHERE verfahren_klarsuche MATCH ?5)))
    AND (?7 = '[]' OR v.art IN (SELECT value FROM json_each(?7)))
    AND (?8 = '[]' OR v.stand IN (SELECT value FROM json_each(?8)))
    AND (NOT ?9 OR v.abschluss_am IS NULL)
    AND (?10 = '[]' OR v.sachgebiet IN (SELECT value FROM json_each(?10)))
    AND (?11 IS NULL OR v.team_id = ?11)
    AND (?12 IS NULL OR v.zustaendig = ?12)
    AND (?13 = '[]' OR v.ergebnis IN (SELECT value FROM json_each(?13)))
    AND (?14 IS NULL OR v.eingang >= ?14) AND (?15 IS NULL OR v.eingang <= ?15)
    AND (?16 IS NULL OR v.entschieden_am >= ?16) AND (?17 IS NULL OR v.entschieden_am <= ?17)";

impl Lesen<'_> {
    /// One page of the register and how many procedures the filter matches.
    pub fn verfahrensliste(
        &self,
        sicht: &Registersicht,
        filter: &VerfahrenFilter,
        (sortierung, absteigend): (Verfahrenssortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Verfahrenszeile>, u64)> {
        let mut werte = werte(sicht, filter)?;
        let verdeckt = sicht.verdeckt("?4");
        // The running deadlines are few; grouped once, they are joined to the many.
        let laufend = format!(
            "SELECT f.verfahren_id, min(CASE WHEN {verdeckt} THEN NULL ELSE f.tag END) AS tag, max(f.kontrolle <> 'bestaetigt') AS unbestaetigt
               FROM frist f WHERE f.stand = 'laufend' GROUP BY f.verfahren_id"
        );
        let mut wo = format!("{} AND {WO}", Registersicht::VERFAHREN);
        let braucht_frist =
            filter.frist_bis.is_some() || filter.unbestaetigt || sortierung == Verfahrenssortierung::Frist;
        let verbund = if braucht_frist {
            format!("LEFT JOIN ({laufend}) l ON l.verfahren_id = v.id")
        } else {
            String::new()
        };
        if let Some(bis) = filter.frist_bis {
            werte.push(bis.to_string().into());
            wo.push_str(&format!(" AND l.tag <= ?{}", werte.len()));
        }
        // Only where it is asked for: the index of the list does without the cause.
        if !filter.ursachen.is_empty() {
            werte.push(als_json(&filter.ursachen)?.into());
            wo.push_str(&format!(
                " AND coalesce(v.ursache, '') IN (SELECT value FROM json_each(?{}))",
                werte.len()
            ));
        }
        if filter.unbestaetigt {
            wo.push_str(" AND l.unbestaetigt = 1");
        }
        let gesamt = self.zahl(
            &format!("SELECT count(*) FROM verfahren v {verbund} WHERE {wo}"),
            params_from_iter(&werte),
        )?;
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Verfahrenssortierung::Nummer => "v.nr",
            Verfahrenssortierung::Eingang => "v.eingang",
            Verfahrenssortierung::Frist => "l.tag IS NULL, l.tag",
            Verfahrenssortierung::Stand => "v.stand",
            Verfahrenssortierung::Sachgebiet => "v.sachgebiet",
            Verfahrenssortierung::Entschieden => "v.entschieden_am IS NULL, v.entschieden_am",
            Verfahrenssortierung::Fall if sicht.klar => {
                "(SELECT k.name COLLATE NOCASE FROM verfahren_klar k WHERE k.verfahren_id = v.id)"
            }
            Verfahrenssortierung::Fall => "v.nr",
            Verfahrenssortierung::Team => {
                "v.team_id IS NULL, (SELECT t.name FROM team t WHERE t.id = v.team_id)"
            }
            Verfahrenssortierung::Zustaendig => {
                "v.zustaendig IS NULL, (SELECT b.zeichen FROM benutzer b WHERE b.id = v.zustaendig)"
            }
            Verfahrenssortierung::Ergebnis => "v.ergebnis IS NULL, v.ergebnis",
        };
        werte.extend([i64::from(anzahl).into(), i64::from(ab).into()]);
        let (limit, offset) = (werte.len() - 1, werte.len());
        let klar = if sicht.klar { "k.fallnummer" } else { "NULL" };
        let name = if sicht.klar { "k.name" } else { "NULL" };
        let zeilen = self.alle(
            &format!(
                "WITH blatt AS MATERIALIZED (
                    SELECT v.id, row_number() OVER (ORDER BY {spalte} {richtung}, v.nr {richtung}) AS stelle
                      FROM verfahren v {verbund} WHERE {wo}
                     ORDER BY {spalte} {richtung}, v.nr {richtung} LIMIT ?{limit} OFFSET ?{offset})
                 SELECT v.*, json_extract(v.angaben, '$.gegenstand') AS gegenstand, t.name AS team, b.zeichen, {klar} AS fallnummer, {name} AS klarname,
                        (SELECT min(CASE WHEN {verdeckt} THEN NULL ELSE f.tag END) FROM frist f WHERE f.verfahren_id = v.id AND f.stand = 'laufend') AS frist,
                        (SELECT f.art FROM frist f WHERE f.verfahren_id = v.id AND f.stand = 'laufend' AND NOT {verdeckt} ORDER BY f.tag IS NULL, f.tag, f.id LIMIT 1) AS fristart,
                        EXISTS (SELECT 1 FROM frist f WHERE f.verfahren_id = v.id AND f.stand = 'laufend' AND f.kontrolle <> 'bestaetigt') AS unbestaetigt
                   FROM blatt JOIN verfahren v ON v.id = blatt.id
                   LEFT JOIN team t ON t.id = v.team_id LEFT JOIN benutzer b ON b.id = v.zustaendig
                   LEFT JOIN verfahren_klar k ON k.verfahren_id = v.id
                  ORDER BY blatt.stelle"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }
}

fn werte(sicht: &Registersicht, f: &VerfahrenFilter) -> StorageErgebnis<Vec<Value>> {
    fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
        Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
    }
    let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
    let mut werte: Vec<Value> = sicht.werte()?.into_iter().collect();
    werte.extend([
        sicht.person.clone().into(),
        suchausdruck(&f.suche).into(),
        sicht.klar.into(),
        namen(&f.arten)?,
        namen(&f.staende)?,
        f.nur_offene.into(),
        als_json(&f.sachgebiete)?.into(),
        f.team_id.clone().into(),
        f.zustaendig.clone().into(),
        namen(&f.ergebnisse)?,
        tag(f.eingang_von),
        tag(f.eingang_bis),
        tag(f.entschieden_von),
        tag(f.entschieden_bis),
    ]);
    Ok(werte)
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Verfahrenszeile> {
    let oder_null = |spalte: &str| -> rusqlite::Result<bool> {
        Ok(!matches!(z.get_ref(spalte)?, rusqlite::types::ValueRef::Null))
    };
    let pseudonym: String = z.get("pseudonym")?;
    Ok(Verfahrenszeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        art: wort(z, "art")?,
        fall: Fallnummer::neu(&pseudonym, z.get("fallnummer")?),
        name: z.get("klarname")?,
        gegenstand: z.get("gegenstand")?,
        sachgebiet: z.get("sachgebiet")?,
        team: z.get("team")?,
        zustaendig: z.get("zeichen")?,
        eingang: z.get("eingang")?,
        stand: wort(z, "stand")?,
        frist: z.get("frist")?,
        frist_bindet_haus: oder_null("fristart")? && wort::<Fristart>(z, "fristart")?.bindet_haus(),
        unbestaetigt: z.get("unbestaetigt")?,
        ergebnis: if oder_null("ergebnis")? { Some(wort(z, "ergebnis")?) } else { None },
        stattgabegrund: if oder_null("stattgabegrund")? { Some(wort(z, "stattgabegrund")?) } else { None },
        entschieden_am: z.get("entschieden_am")?,
        abschluss_am: z.get("abschluss_am")?,
    })
}
