//! All dated things of the register in a range of days: deadlines and Wiedervorlagen.

use super::Registersicht;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis};
use crate::widerspruch::{Fristart, Friststand, Kontrolle};
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
                  ORDER BY 5, 1, 4, 2 LIMIT 5000",
                sichtbar = Registersicht::VERFAHREN,
            ),
            params_from_iter(werte),
            eintrag,
        )
    }

    /// Running deadlines nobody confirmed, or that two persons found different; by day, without the days
    /// that the person is to find herself. Only what the house must do, and what was missed.
    pub fn offene_kontrollen(
        &self,
        sicht: &Registersicht,
        hoechstens: u32,
    ) -> StorageErgebnis<Vec<Kalendereintrag>> {
        let verdeckt = sicht.verdeckt("?4");
        let werte =
            sicht.werte()?.into_iter().chain([sicht.person.clone().into(), i64::from(hoechstens).into()]);
        self.alle(
            &format!(
                "SELECT 'frist' AS was, f.id, f.verfahren_id, v.nummer, CASE WHEN {verdeckt} THEN NULL ELSE f.tag END AS tag,
                        f.art AS fristart, f.bezeichnung AS titel, f.stand, f.kontrolle, f.doppelt, v.zustaendig AS fuer
                   FROM frist f JOIN verfahren v ON v.id = f.verfahren_id
                  WHERE {} AND f.kontrolle <> 'bestaetigt' AND f.stand <> 'gegenstandslos' AND v.abschluss_am IS NULL
                    AND (f.stand = 'laufend' OR f.doppelt = 1)
                  ORDER BY f.doppelt DESC, f.kontrolle, 5, 4, 2 LIMIT ?5",
                Registersicht::VERFAHREN,
            ),
            params_from_iter(werte),
            eintrag,
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
