//! The queue: filtered, sorted and paged in the database.

use super::Reaktionssicht;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::kundenreaktion::{
    Eskalationsstufe, Kanal, Reaktionsart, Reaktionsergebnis, Reaktionsstand, Reaktionsurteil,
};
use crate::storage::fachaufsicht::{wort, wort_oder_nichts};
use crate::storage::{Lesen, StorageErgebnis, als_json, suchausdruck};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the queue is sorted.
    Reaktionssortierung {
        /// What went up to the Geschäftsführung first, then by the day on which something must happen.
        Dringlichkeit = "dringlichkeit", "Dringlichkeit";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Receipt.
        Eingang = "eingang", "Eingang";
        /// Kind.
        Art = "art", "Art";
        /// State.
        Stand = "stand", "Stand";
        /// Who works on it.
        Zustaendig = "zustaendig", "Zuständig";
        /// Day of the answer.
        Beantwortet = "beantwortet", "Beantwortet am";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ReaktionFilter {
    /// Words; all must occur.
    pub suche: String,
    /// Kinds; none: all.
    pub arten: Vec<Reaktionsart>,
    /// Channels; none: all.
    pub kanaele: Vec<Kanal>,
    /// States; none: all.
    pub staende: Vec<Reaktionsstand>,
    /// Not closed.
    pub nur_offene: bool,
    /// Subjects of an Anliegen, the empty text means "without one"; none: all.
    pub sachgebiete: Vec<String>,
    /// Causes of an Anliegen, the empty text means "none found"; none: all.
    pub ursachen: Vec<String>,
    /// Team an Anliegen is about.
    pub team_id: Option<String>,
    /// Team that works on it.
    pub zustaendig_team: Option<String>,
    /// Person who works on it.
    pub zustaendig: Option<String>,
    /// Judgements; none: all.
    pub urteile: Vec<Reaktionsurteil>,
    /// Gone up at least so far.
    pub stufe: Option<Eskalationsstufe>,
    /// Something must happen on that day or later.
    #[ts(type = "string | null")]
    pub faellig_von: Option<NaiveDate>,
    /// Something must happen until that day.
    #[ts(type = "string | null")]
    pub faellig_bis: Option<NaiveDate>,
    /// Received since.
    #[ts(type = "string | null")]
    pub eingang_von: Option<NaiveDate>,
    /// Received until.
    #[ts(type = "string | null")]
    pub eingang_bis: Option<NaiveDate>,
    /// Answered or ended since; what goes on in another ticket is answered there.
    #[ts(type = "string | null")]
    pub beantwortet_von: Option<NaiveDate>,
    /// Answered or ended until.
    #[ts(type = "string | null")]
    pub beantwortet_bis: Option<NaiveDate>,
    /// From persons of whom there is more than one.
    pub wiederholt: bool,
    /// A judgement waits for a second person, and this person may be the second.
    pub beurteilung_offen: bool,
    /// Other tickets of the person this one (id) is from; only those that the person who asks works on.
    pub dieselbe_person_wie: Option<String>,
}

/// One row of the queue.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Reaktionszeile {
    /// Id.
    pub id: String,
    /// Version, for what is done with several at once.
    pub version: i64,
    /// Number.
    pub nummer: String,
    /// Kind.
    pub art: Reaktionsart,
    /// Channel.
    pub kanal: Kanal,
    /// Day of receipt.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// What it is about.
    pub betreff: String,
    /// Name; only for who works on tickets.
    pub name: Option<String>,
    /// Subjects of its Anliegen (kennung).
    pub sachgebiete: Vec<String>,
    /// Teams its Anliegen are about.
    pub teams: Vec<String>,
    /// Team that works on it.
    pub zustaendig_team: Option<String>,
    /// Sign of the person who works on it.
    pub zustaendig: Option<String>,
    /// State.
    pub stand: Reaktionsstand,
    /// By when something must happen next.
    #[ts(type = "string | null")]
    pub naechster_tag: Option<NaiveDate>,
    /// Last day for the confirmation of receipt.
    #[ts(type = "string | null")]
    pub bestaetigung_bis: Option<NaiveDate>,
    /// Receipt confirmed.
    #[ts(type = "string | null")]
    pub bestaetigt_am: Option<NaiveDate>,
    /// Last day for the answer; none while the clock rests.
    #[ts(type = "string | null")]
    pub antwort_bis: Option<NaiveDate>,
    /// The day that stopped the clock.
    #[ts(type = "string | null")]
    pub beantwortet_am: Option<NaiveDate>,
    /// How far it has gone up.
    pub stufe: Option<Eskalationsstufe>,
    /// How it ended.
    pub ergebnis: Option<Reaktionsergebnis>,
    /// Agreed judgement.
    pub urteil: Option<Reaktionsurteil>,
    /// A Widerspruch was found in it.
    pub rechtsbehelf: bool,
    /// It touches data protection.
    pub datenschutz: bool,
    /// Other tickets of the same person.
    pub wiederholungen: u32,
    /// Closed on.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

/// ?1 to ?5 sight, ?6 today, then the filter.
const WO: &str = "
    (?7 = '' OR k.nr IN (SELECT rowid FROM kundenreaktion_suche WHERE kundenreaktion_suche MATCH ?7)
             OR (?8 AND k.nr IN (SELECT rowid FROM kundenreaktion_klarsuche WHERE kundenreaktion_klarsuche MATCH ?7) AND KLARSICHT))
    AND (?9 = '[]' OR k.art IN (SELECT value FROM json_each(?9)))
    AND (?10 = '[]' OR k.kanal IN (SELECT value FROM json_each(?10)))
    AND (?11 = '[]' OR k.stand IN (SELECT value FROM json_each(?11)))
    AND (NOT ?12 OR k.abschluss_am IS NULL)
    AND (?13 = '[]' AND ?14 = '[]' AND ?15 IS NULL OR EXISTS (
            SELECT 1 FROM kundenreaktion_anliegen a WHERE a.reaktion_id = k.id
               AND (?13 = '[]' OR coalesce(a.sachgebiet, '') IN (SELECT value FROM json_each(?13)))
               AND (?14 = '[]' OR coalesce(a.ursache, '') IN (SELECT value FROM json_each(?14)))
               AND (?15 IS NULL OR a.team_id = ?15)))
    AND (?16 IS NULL OR k.zustaendig_team = ?16)
    AND (?17 IS NULL OR k.zustaendig = ?17)
    AND (?18 = '[]' OR k.urteil IN (SELECT value FROM json_each(?18)))
    AND (?19 IS NULL OR k.naechster_tag <= ?19)
    AND (?20 IS NULL OR k.eingang >= ?20) AND (?21 IS NULL OR k.eingang <= ?21)
    AND (?22 IS NULL OR k.beantwortet_am >= ?22) AND (?23 IS NULL OR k.beantwortet_am <= ?23)
    AND ((?22 IS NULL AND ?23 IS NULL) OR k.ergebnis IS NULL OR k.ergebnis <> 'zusammengefuehrt')
    AND (NOT ?24 OR k.pseudonym IN (SELECT pseudonym FROM kundenreaktion WHERE pseudonym IS NOT NULL GROUP BY pseudonym HAVING count(*) > 1))
    AND (?25 IS NULL OR k.naechster_tag >= ?25)
    AND (NOT ?26 OR k.beurteilt_von IS NOT NULL AND k.beurteilung_bestaetigt_von IS NULL AND k.beurteilt_von <> ?4)
    AND (?27 IS NULL OR k.id <> ?27 AND k.pseudonym = (SELECT g.pseudonym FROM kundenreaktion g WHERE g.id = ?27) AND KLARSICHT)";

/// How far an open ticket has gone up on day ?6.
const STUFE: &str = "CASE WHEN k.beantwortet_am IS NOT NULL THEN NULL
    WHEN k.stufe_gf_ab <= ?6 THEN 'geschaeftsfuehrung' WHEN k.stufe_bl_ab <= ?6 THEN 'bereichsleitung'
    WHEN k.stufe_krm_ab <= ?6 THEN 'krm' ELSE 'team' END";

impl Lesen<'_> {
    /// One page of the queue and how many tickets the filter matches.
    pub fn reaktionsliste(
        &self,
        sicht: &Reaktionssicht,
        heute: NaiveDate,
        filter: &ReaktionFilter,
        (sortierung, absteigend): (Reaktionssortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Reaktionszeile>, u64)> {
        let mut werte = werte(sicht, heute, filter)?;
        // ?6 is named even where no column needs it: SQLite demands each.
        // Names are found and shown only where the person works on the ticket.
        let klar = match &sicht.klar {
            Some(klar) => {
                let wo = klar.wo_ab(werte.len() + 1);
                werte.extend(klar.werte()?);
                wo
            }
            None => "0".to_owned(),
        };
        let mut wo = format!("{} AND ?6 IS NOT NULL AND {}", sicht.wo(), WO.replace("KLARSICHT", &klar));
        match filter.stufe {
            None | Some(Eskalationsstufe::Team) => {}
            // Petition and press go to the Geschäftsführung without the two stages before.
            Some(Eskalationsstufe::Krm) => wo.push_str(
                " AND k.beantwortet_am IS NULL AND (k.stufe_krm_ab <= ?6 OR k.stufe_bl_ab <= ?6 OR k.stufe_gf_ab <= ?6)",
            ),
            Some(Eskalationsstufe::Bereichsleitung) => {
                wo.push_str(" AND k.beantwortet_am IS NULL AND (k.stufe_bl_ab <= ?6 OR k.stufe_gf_ab <= ?6)");
            }
            Some(Eskalationsstufe::Geschaeftsfuehrung) => {
                wo.push_str(" AND k.beantwortet_am IS NULL AND k.stufe_gf_ab <= ?6");
            }
        }
        let gesamt = self
            .zahl(&format!("SELECT count(*) FROM kundenreaktion k WHERE {wo}"), params_from_iter(&werte))?;
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Reaktionssortierung::Dringlichkeit => {
                "k.naechster_tag IS NULL, k.stufe_gf_ab IS NULL OR k.stufe_gf_ab > ?6, k.naechster_tag"
            }
            Reaktionssortierung::Nummer => "k.nr",
            Reaktionssortierung::Eingang => "k.eingang",
            Reaktionssortierung::Art => "k.art",
            Reaktionssortierung::Stand => "k.stand",
            Reaktionssortierung::Zustaendig => {
                "k.zustaendig_team IS NULL, (SELECT t.name FROM team t WHERE t.id = k.zustaendig_team)"
            }
            Reaktionssortierung::Beantwortet => "k.beantwortet_am IS NULL, k.beantwortet_am",
        };
        werte.extend([i64::from(anzahl).into(), i64::from(ab).into()]);
        let (limit, offset) = (werte.len() - 1, werte.len());
        let zeilen = self.alle(
            &format!(
                "WITH blatt AS MATERIALIZED (
                    SELECT k.id, row_number() OVER (ORDER BY {spalte} {richtung}, k.nr {richtung}) AS reihe
                      FROM kundenreaktion k WHERE {wo}
                     ORDER BY {spalte} {richtung}, k.nr {richtung} LIMIT ?{limit} OFFSET ?{offset})
                 SELECT k.*, k.angaben ->> '$.betreff' AS betreff, t.name AS team, b.zeichen, CASE WHEN {klar} THEN nullif(c.name, '') END AS klarname, {STUFE} AS stufe,
                        (SELECT json_group_array(DISTINCT a.sachgebiet) FROM kundenreaktion_anliegen a WHERE a.reaktion_id = k.id AND a.sachgebiet IS NOT NULL) AS sachgebiete,
                        (SELECT json_group_array(DISTINCT at.name) FROM kundenreaktion_anliegen a JOIN team at ON at.id = a.team_id WHERE a.reaktion_id = k.id) AS teams,
                        (SELECT count(*) FROM kundenreaktion g WHERE g.pseudonym = k.pseudonym AND g.id <> k.id) AS wiederholungen
                   FROM blatt JOIN kundenreaktion k ON k.id = blatt.id
                   LEFT JOIN team t ON t.id = k.zustaendig_team LEFT JOIN benutzer b ON b.id = k.zustaendig
                   LEFT JOIN kundenreaktion_klar c ON c.reaktion_id = k.id
                  ORDER BY blatt.reihe"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }
}

fn werte(sicht: &Reaktionssicht, heute: NaiveDate, f: &ReaktionFilter) -> StorageErgebnis<Vec<Value>> {
    fn namen<T: Aufzaehlung>(liste: &[T]) -> StorageErgebnis<Value> {
        Ok(als_json(&liste.iter().map(|x| x.name()).collect::<Vec<_>>())?.into())
    }
    let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
    let mut werte = sicht.werte()?;
    werte.extend([
        heute.to_string().into(),
        suchausdruck(&f.suche).into(),
        sicht.klar.is_some().into(),
        namen(&f.arten)?,
        namen(&f.kanaele)?,
        namen(&f.staende)?,
        f.nur_offene.into(),
        als_json(&f.sachgebiete)?.into(),
        als_json(&f.ursachen)?.into(),
        f.team_id.clone().into(),
        f.zustaendig_team.clone().into(),
        f.zustaendig.clone().into(),
        namen(&f.urteile)?,
        tag(f.faellig_bis),
        tag(f.eingang_von),
        tag(f.eingang_bis),
        tag(f.beantwortet_von),
        tag(f.beantwortet_bis),
        f.wiederholt.into(),
        tag(f.faellig_von),
        f.beurteilung_offen.into(),
        f.dieselbe_person_wie.clone().into(),
    ]);
    Ok(werte)
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Reaktionszeile> {
    Ok(Reaktionszeile {
        id: z.get("id")?,
        version: z.get("version")?,
        nummer: z.get("nummer")?,
        art: wort(z, "art")?,
        kanal: wort(z, "kanal")?,
        eingang: z.get("eingang")?,
        betreff: z.get("betreff")?,
        name: z.get("klarname")?,
        sachgebiete: crate::storage::json_spalte(z, "sachgebiete")?,
        teams: crate::storage::json_spalte(z, "teams")?,
        zustaendig_team: z.get("team")?,
        zustaendig: z.get("zeichen")?,
        stand: wort(z, "stand")?,
        naechster_tag: z.get("naechster_tag")?,
        bestaetigung_bis: z.get("bestaetigung_bis")?,
        bestaetigt_am: z.get("bestaetigt_am")?,
        antwort_bis: z.get("antwort_bis")?,
        beantwortet_am: z.get("beantwortet_am")?,
        stufe: wort_oder_nichts(z, "stufe")?,
        ergebnis: wort_oder_nichts(z, "ergebnis")?,
        urteil: wort_oder_nichts(z, "urteil")?,
        rechtsbehelf: z.get::<_, Option<String>>("verfahren_id")?.is_some(),
        datenschutz: z.get("datenschutz")?,
        wiederholungen: z.get("wiederholungen")?,
        abschluss_am: z.get("abschluss_am")?,
    })
}
