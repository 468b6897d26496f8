//! All dated things of the register in a range of days: deadlines and Wiedervorlagen.

use super::Registersicht;
use super::frist::frist;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis, als_json};
use crate::widerspruch::{Fristart, Friststand, Kontrolle, Verfahrensfrist};
use chrono::NaiveDate;
use rusqlite::{Row, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// What stands in the calendar.
    Kalenderart {
        /// A deadline.
        Frist = "frist", "Frist";
        /// A Wiedervorlage.
        Wiedervorlage = "wiedervorlage", "Wiedervorlage";
    }
}

/// One entry of the calendar.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Kalendereintrag {
    /// What it is.
    pub art: Kalenderart,
    /// Id of the deadline or Wiedervorlage.
    pub id: String,
    /// Procedure.
    pub verfahren_id: String,
    /// Its number.
    pub nummer: String,
    /// The day; `None` while it is kept from the person, so that she can find it herself.
    #[ts(type = "string | null")]
    pub tag: Option<NaiveDate>,
    /// Kind of deadline.
    pub fristart: Option<Fristart>,
    /// What it is about.
    pub titel: String,
    /// Whether it runs.
    pub stand: Friststand,
    /// Whether a second person agrees; for deadlines.
    pub kontrolle: Option<Kontrolle>,
    /// Two persons must find the same day.
    pub doppelt: bool,
    /// For whom (user id).
    pub fuer: Option<String>,
}

impl Lesen<'_> {
    /// Deadlines and Wiedervorlagen from one day to another, both included, by day. Those whose day is kept
    /// from the person come in every range, without it.
    pub fn kalender(
        &self,
        sicht: &Registersicht,
        von: NaiveDate,
        bis: NaiveDate,
        nur_offene: bool,
    ) -> StorageErgebnis<Vec<Kalendereintrag>> {
        let verdeckt = sicht.verdeckt("?7");
        let werte = sicht.werte()?.into_iter().chain([
            von.to_string().into(),
            bis.to_string().into(),
            nur_offene.into(),
            sicht.person.clone().into(),
        ]);
        self.alle(
            &format!(
                "SELECT 'frist' AS was, f.id, f.verfahren_id, v.nummer, CASE WHEN {verdeckt} THEN NULL ELSE f.tag END AS tag,
                        f.art AS fristart, f.bezeichnung AS titel, f.stand, f.kontrolle, f.doppelt, v.zustaendig AS fuer
                   FROM frist f JOIN verfahren v ON v.id = f.verfahren_id
                  WHERE {sichtbar} AND f.stand <> 'gegenstandslos' AND (?6 = 0 OR f.stand = 'laufend')
                    AND (f.tag BETWEEN ?4 AND ?5 OR ({verdeckt} AND f.stand = 'laufend'))
                    AND NOT ({verdeckt} AND f.stand <> 'laufend')
                 UNION ALL
                 SELECT 'wiedervorlage', w.id, w.verfahren_id, v.nummer, w.am, NULL, w.betreff,
                        CASE WHEN w.erledigt_am IS NULL THEN 'laufend' ELSE 'erledigt' END, NULL, 0, w.fuer
                   FROM wiedervorlage w JOIN verfahren v ON v.id = w.verfahren_id
                  WHERE {sichtbar} AND w.am BETWEEN ?4 AND ?5 AND (?6 = 0 OR w.erledigt_am IS NULL)
                  ORDER BY 5, 1, 4, 2",
                sichtbar = Registersicht::VERFAHREN,
            ),
            params_from_iter(werte),
            eintrag,
        )
    }

    /// What runs and binds the house, and open Wiedervorlagen, counted by day against today and the last
    /// day of this week: over, today, later this week. Days kept from the person are left out.
    pub fn kalender_zaehler(
        &self,
        sicht: &Registersicht,
        heute: NaiveDate,
        wochenende: NaiveDate,
    ) -> StorageErgebnis<(u32, u32, u32)> {
        let verdeckt = sicht.verdeckt("?6");
        let bindend: Vec<&str> =
            Fristart::ALLE.iter().filter(|a| a.bindet_haus()).map(|a| a.name()).collect();
        let werte = sicht.werte()?.into_iter().chain([
            heute.to_string().into(),
            wochenende.to_string().into(),
            sicht.person.clone().into(),
            als_json(&bindend)?.into(),
        ]);
        let zaehler = self.eine(
            &format!(
                "SELECT coalesce(sum(tag < ?4), 0), coalesce(sum(tag = ?4), 0), coalesce(sum(tag > ?4 AND tag <= ?5), 0) FROM (
                    SELECT f.tag FROM frist f JOIN verfahren v ON v.id = f.verfahren_id
                     WHERE f.stand = 'laufend' AND f.tag <= ?5 AND {sichtbar} AND NOT {verdeckt}
                       AND f.art IN (SELECT value FROM json_each(?7))
                    UNION ALL
                    SELECT w.am FROM wiedervorlage w JOIN verfahren v ON v.id = w.verfahren_id
                     WHERE w.erledigt_am IS NULL AND w.am <= ?5 AND {sichtbar})",
                sichtbar = Registersicht::VERFAHREN,
            ),
            params_from_iter(werte),
            |z| Ok((z.get(0)?, z.get(1)?, z.get(2)?)),
        )?;
        Ok(zaehler.unwrap_or_default())
    }

    /// Deadlines that wait for a second person: nobody confirmed them, two found different days, or another
    /// day is proposed; with the number of their procedure. Those to be found blind first. The open procedures
    /// are few, so the join starts with them.
    pub fn offene_kontrollen(
        &self,
        sicht: &Registersicht,
        hoechstens: u32,
    ) -> StorageErgebnis<Vec<(Verfahrensfrist, String)>> {
        let werte = sicht.werte()?.into_iter().chain([i64::from(hoechstens).into()]);
        self.alle(
            &format!(
                "SELECT f.*, v.nummer AS verfahrensnummer FROM verfahren v CROSS JOIN frist f ON f.verfahren_id = v.id
                  WHERE {} AND f.stand <> 'gegenstandslos' AND v.abschluss_am IS NULL
                    AND (f.kontrolle <> 'bestaetigt' OR json_extract(f.uebersteuerung, '$.gezeichnet_von') IS NULL AND f.uebersteuerung IS NOT NULL)
                    AND (f.stand = 'laufend' OR f.doppelt = 1)
                  ORDER BY f.doppelt DESC, f.kontrolle, f.tag, v.nr, f.id LIMIT ?4",
                Registersicht::VERFAHREN,
            ),
            params_from_iter(werte),
            |z| Ok((frist(z)?, z.get("verfahrensnummer")?)),
        )
    }
}

fn eintrag(z: &Row<'_>) -> rusqlite::Result<Kalendereintrag> {
    let oder_null = |spalte: &str| -> rusqlite::Result<bool> {
        Ok(!matches!(z.get_ref(spalte)?, rusqlite::types::ValueRef::Null))
    };
    let fristart: Option<Fristart> = if oder_null("fristart")? { Some(wort(z, "fristart")?) } else { None };
    let titel: String = z.get("titel")?;
    Ok(Kalendereintrag {
        art: wort(z, "was")?,
        id: z.get("id")?,
        verfahren_id: z.get("verfahren_id")?,
        nummer: z.get("nummer")?,
        tag: z.get("tag")?,
        fristart,
        titel: match fristart {
            Some(art) if titel.is_empty() => art.titel().to_owned(),
            Some(art) => format!("{}: {titel}", art.titel()),
            None => titel,
        },
        stand: wort(z, "stand")?,
        kontrolle: if oder_null("kontrolle")? { Some(wort(z, "kontrolle")?) } else { None },
        doppelt: z.get("doppelt")?,
        fuer: z.get("fuer")?,
    })
}
